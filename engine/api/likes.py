"""Pictures as prompts: how people ask for one like another, and which IP-Adapter is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.api.controls import Draws
from engine.api.errors import BadModel, NoAdapter, UnknownChoice
from engine.api.names import IPAdapter, find
from engine.api.values import LANES, Words

NO_ENCODER = "there is no image encoder for it: its folder, image_encoder, belongs beside it"
"""Why one can't be used that is sound itself."""

LIKE = Words(
    ("--like",),
    "switch",
    "Like this",
    "In reply to a picture or with one: what your words say is drawn like that picture, in its style and with its "
    "things. It needs an IP-Adapter.",
    rare=True,
    families=LANES,
)
"""How people ask for it."""

WEIGHT = Words(
    ("--like-weight",),
    "number",
    "Likeness",
    "How much the picture given counts beside your words: 0 is not at all, 1 leaves them little.",
    "0.6",
    rare=True,
    families=LANES,
)

BY = Words(
    ("--like-by",),
    "upscaler",
    "IP-Adapter",
    "Which IP-Adapter looks at the picture given. /models lists them.",
    "ip-adapter-plus_sd15",
    rare=True,
    families=LANES,
)

USUAL = 0.6
"""The weight where nobody says: the words still count."""


LIKES = frozenset({"like", "like_weight", "like_by"})
"""The names of these parameters."""


def led(values: Mapping[str, Any]) -> dict[str, Any]:
    """What somebody asks for whose recipe has these values; nothing where it looks at no picture."""
    return {**values, "like": True} if values["like_by"] else {}


def kept(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of these parameters for a recipe, without those that nobody set."""
    return {name: value for name, value in values.items() if name != "like" and value is not None}


def fits(adapter: IPAdapter, model: Draws) -> bool:
    """Whether it was made for models of that kind, as far as its header tells."""
    return adapter.context == model.context or not model.context


def meant(adapters: Sequence[IPAdapter], asked: str, card: Draws) -> IPAdapter:
    """The one that somebody means by its name, or where that is empty the model's first, plain ones before others.

    Raises:
        NoAdapter: there is none for that model, or none that can see.
        UnknownChoice: there is none of that name.
        BadModel: it can't be used, or was made for models of another family.
    """
    if asked:
        found = find(adapters, asked, formerly=True)
        if found is None:
            usable = [each.name for each in adapters if not each.reason and fits(each, card)]
            raise UnknownChoice.among(usable, BY.flags[0], asked)
    else:
        found = min(
            (each for each in adapters if fits(each, card)),
            key=lambda each: (bool(each.reason), not each.whole),
            default=None,
        )
        if found is None or found.fault == "pickle":
            raise NoAdapter(model=card.name, lacks="adapter")
    if found.reason == NO_ENCODER:
        raise NoAdapter(model=found.name, lacks="encoder")
    if found.reason:
        raise BadModel(model=found.name, fault=found.fault, reason=found.reason)
    if not fits(found, card):
        raise BadModel(model=found.name, fault="unlike", reason=f"it was not made for {card.name}")
    return found
