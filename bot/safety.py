"""What becomes of pictures that are not fit for everybody, by where they would be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Literal, cast, get_args

from pydantic import AfterValidator, Field

from bot.environment import COMMAS, Group
from bot.messages import Card, Shown
from engine.api.events import Verdict

Policy = Literal["off", "spoiler", "block"]
"""Nothing is looked at; what is not fit for everybody hides until it is tapped; it is held back."""

_CHAT = re.compile(rf"(\w{{1,20}}+(?::[^=\s]{{1,80}}+)?)=({'|'.join(get_args(Policy))})")


def _chats(values: tuple[str, ...]) -> tuple[str, ...]:
    if odd := next((value for value in values if not _CHAT.fullmatch(value)), None):
        raise ValueError(f"“{odd}” is none of telegram:-100123=block, discord:456=spoiler, web=off")
    return values


class SafetyOptions(Group):
    """The safety check of pictures, before anybody sees them."""

    policy: Policy = Field(
        "off",
        validation_alias="safety",
        description="Pictures not fit for everybody: off (not looked for), spoiler (hidden until tapped) or block.",
    )
    chats: Annotated[tuple[str, ...], COMMAS, AfterValidator(_chats)] = Field(
        (),
        validation_alias="safety_chats",
        description="Where that is otherwise, by chat or platform, such as telegram:-100123=block,discord:456=off.",
    )
    model: str = Field(
        "",
        validation_alias="safety_model",
        description="What tells them apart: an image classifier's folder, or its name on the hub (owner/name). "
        "Empty: the safety_checker of the model that draws. What can't be checked counts as not fit.",
    )


@dataclass(frozen=True)
class Safety:
    """Who sees what.

    Attributes:
        usual: where nothing else is said.
        chats: by "telegram:-100123", or "web" for a whole platform.
    """

    usual: Policy = "off"
    chats: frozenset[tuple[str, Policy]] = frozenset()

    @classmethod
    def of(cls, options: SafetyOptions) -> Safety:
        """As the settings have it."""
        told = (value.split("=") for value in options.chats)
        return cls(options.policy, frozenset((chat, policy) for chat, policy in told))  # type: ignore[misc]

    @property
    def off(self) -> bool:
        """Whether nothing is looked at anywhere."""
        return {self.usual, *(policy for _, policy in self.chats)} == {"off"}

    def policy(self, platform: str, *chats: str) -> Policy:
        """What holds in a chat; `chats` are its id and those that it had before. A terminal is its person's own."""
        if platform == "console":
            return "off"
        known = dict(self.chats)
        places = (*(f"{platform}:{chat}" for chat in chats), platform)
        return next((known[place] for place in places if place in known), self.usual)


def stricter(allowed: Policy, wanted: str) -> Policy:
    """What holds where a chat may want more than it has to: "spoiler" and "block" are more than nothing."""
    order = get_args(Policy)
    return max(allowed, cast(Policy, wanted) if wanted in order else allowed, key=order.index)


def kept(policy: Policy, verdict: Verdict) -> bool:
    """Whether a picture is kept at all for who asked for it there."""
    return policy != "block" or verdict == "fine"


def veiled(card: Card, policy: Policy) -> Card:
    """A card as it may be seen under a policy: pictures that are not known to be fit hide, or are not on it."""
    if policy == "off":
        return card
    still = replace(card, moving=card.moving if card.moving and card.moving.fit else None)
    if policy == "spoiler":
        return replace(
            still,
            pictures=_hidden(card.pictures),
            parts=_hidden(card.parts),
            spoiler=card.spoiler or not card.fit,
        )
    pictures, parts = _fit(card.pictures), _fit(card.parts)
    document = card.document if card.fit else None
    if (pictures or not card.pictures) and document == card.document:
        return replace(still, pictures=pictures, parts=parts)
    held = card.otherwise.held if card.otherwise else ""
    text = "\n".join(filter(None, (card.text, held)))
    return replace(still, text=text, pictures=(), parts=(), document=None, preview=None)


def seen(pictures: Iterable[Shown], policy: Policy) -> tuple[Shown, ...]:
    """Pictures as they may be seen under a policy."""
    return veiled(Card(pictures=tuple(pictures)), policy).pictures


def _hidden(pictures: tuple[Shown, ...]) -> tuple[Shown, ...]:
    return tuple(picture if picture.fit else replace(picture, spoiler=True) for picture in pictures)


def _fit(pictures: tuple[Shown, ...]) -> tuple[Shown, ...]:
    return tuple(picture for picture in pictures if picture.fit)
