"""The operator's file: classes of people, the first of which somebody is in counts, and classes of chats."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Awaitable, Callable, Collection, Iterable
from fnmatch import fnmatchcase
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.messages import Address, Person
from bot.quotas.windows import Allowance, Span, What, Whose
from bot.values import Id
from engine.api.jobs import MOST_SHARE

Most = Annotated[int, Field(ge=1, le=1_000_000)]
MostWork = Annotated[float, Field(gt=0, le=1_000_000, allow_inf_nan=False)]
Name = Annotated[str, Field(min_length=1, max_length=40)]
Role = Annotated[str, Field(pattern=r"^\d{1,25}(:.{1,100})?$")]
"""A role of a Discord server: its id, or the server's id and the role's name. A name alone is nobody's: whoever adds
the bot to a server of their own calls its roles what they like."""


class BadQuotas(ValueError):
    """The file can't be used; the message says why."""


class _Limits(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    pictures_an_hour: Most | None = None
    pictures_a_day: Most | None = None
    work_an_hour: MostWork | None = None
    work_a_day: MostWork | None = None

    def allowances(self, whose: Whose) -> list[Allowance]:
        """What may be asked for in an hour and in a day."""
        limits: tuple[tuple[float | None, What, Span], ...] = (
            (self.pictures_an_hour, "pictures", "hour"),
            (self.pictures_a_day, "pictures", "day"),
            (self.work_an_hour, "work", "hour"),
            (self.work_a_day, "work", "day"),
        )
        return [Allowance(most, what, span, whose) for most, what, span in limits if most]


class Class(_Limits):
    """People who may have as much as each other. One that names nobody is for everybody.

    Attributes:
        people: those who are in it wherever they ask.
        roles: of Discord servers; whoever has one is in it when they ask in that server.
        chats: chats and servers; all who ask there are in it, or, with `admins`, those in charge of them.
        admins: the admins of these chats, of any where none are named.
        waiting: jobs that each may have waiting or running; None for what is usual.
        megapixels: of the largest picture.
        models: those that they may draw with, `*` for the rest of a name; all where none are named.
        share: how many times the usual work they get while others wait as well.
    """

    name: Name
    people: frozenset[Id] = frozenset()
    roles: frozenset[Role] = frozenset()
    chats: frozenset[Id] = frozenset()
    admins: bool = False
    waiting: Annotated[int, Field(ge=1, le=1000)] | None = None
    megapixels: Annotated[float, Field(gt=0, le=1000)] | None = None
    models: tuple[str, ...] = ()
    share: Annotated[int, Field(ge=1, le=MOST_SHARE)] = 1

    async def has(
        self, person: Person, places: Collection[str], admin: Callable[[], Awaitable[bool]]
    ) -> bool:
        """Whether somebody who asks in these places is in it; whether they are an admin is asked last."""
        if not (self.people or self.roles or self.chats or self.admins):
            return True
        if person.identity in self.people or not self.roles.isdisjoint(person.roles):
            return True
        there = not self.chats.isdisjoint(places)
        if self.admins:
            return (there or not self.chats) and await admin()
        return there

    def may_use(self, model: str) -> bool:
        """Whether its people may draw with a model."""
        return not self.models or any(fnmatchcase(model.lower(), _pattern(each)) for each in self.models)


class ChatClass(_Limits):
    """Groups and channels all of whose people together may have so much; all of them where none are named."""

    chats: frozenset[Id] = frozenset()

    def has(self, places: Collection[str]) -> bool:
        """Whether a chat is in it."""
        return not self.chats or not self.chats.isdisjoint(places)


class Rules(BaseModel):
    """All of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    classes: tuple[Class, ...] = Field((), alias="class")
    chats: tuple[ChatClass, ...] = Field((), alias="chat")

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        if len({each.name for each in self.classes}) < len(self.classes):
            raise ValueError("two classes have the same name")
        return self

    @classmethod
    def read(cls, text: str) -> Rules:
        """Raises BadQuotas where something in it can't be used."""
        try:
            return cls.model_validate(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise BadQuotas(f"it is no TOML: {error}") from None
        except ValidationError as error:
            raise BadQuotas("; ".join(_told(e["loc"], e["msg"]) for e in error.errors())) from None

    async def of(
        self, person: Person, places: Collection[str], admin: Callable[[], Awaitable[bool]]
    ) -> Class | None:
        """The class that somebody is in, None where they are in none."""
        for each in self.classes:
            if await each.has(person, places, admin):
                return each
        return None

    def named(self, name: str) -> Class | None:
        """The class of that name."""
        return next((each for each in self.classes if each.name == name), None)

    def of_chat(self, places: Collection[str]) -> ChatClass | None:
        """The class that a chat is in, None where it is in none."""
        return next((each for each in self.chats if each.has(places)), None)


def places(address: Address, server: str) -> tuple[str, ...]:
    """A chat, what it is a thread of, and the server that it is in, as ids."""
    chats = dict.fromkeys((address.chat, address.place[1], server))
    return tuple(f"{address.platform}:{chat}" for chat in chats if chat)


def _pattern(model: str) -> str:
    """A model's name as it is matched: of what has a meaning there, the star alone has one here."""
    return re.sub(r"[\[?]", r"[\g<0>]", model.lower())


def _told(where: Iterable[int | str], why: str) -> str:
    """What is wrong, and where: class 2, share: ..."""
    steps = [f"{step + 1}" if isinstance(step, int) else f", {step}" for step in where]
    named = "".join(steps).removeprefix(", ").replace("class", "class ").replace("chat", "chat ", 1)
    why = why.removeprefix("Value error, ")
    return f"{named}: {why[:1].lower()}{why[1:]}" if named else why
