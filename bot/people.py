"""Who people are, to Lukis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from pydantic import AfterValidator

from bot.sound import sound, spelt

Name = Annotated[str, AfterValidator(spelt)]
"""What a platform calls something. It comes from outside, and is kept."""


@dataclass(frozen=True)
class Person:
    """Who speaks.

    Attributes:
        name: what the platform calls them.
        language: the platform's own idea of their language (BCP 47), or None.
        roles: those that they have where they speak, as quotas name them (`bot.quotas.rules.Role`).
        rank: the class of the quotas that they are in there, "" for none, once that is known.
        places: the chat and the server where they ask, as ids, if others read along; known with the rank.
        account: the key of what is theirs, where that is another one's who is the same person; known once they are
            let in (`bot.store.accounts`).
    """

    platform: str
    id: str
    name: str = ""
    language: str | None = None
    roles: tuple[str, ...] = ()
    rank: str = ""
    places: tuple[str, ...] = ()
    account: str = ""

    def __post_init__(self) -> None:
        put = partial(object.__setattr__, self)
        put("id", spelt(self.id))
        put("name", sound(self.name))
        put("language", sound(self.language or "") or None)

    @property
    def identity(self) -> str:
        """Who speaks, on their platform, as settings and admins name people: "telegram:123"."""
        return f"{self.platform}:{self.id}"

    @property
    def key(self) -> str:
        """Whose everything is that they own, and the engine's tenant: one on all platforms that they have joined."""
        return self.account or self.identity
