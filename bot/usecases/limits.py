"""What admins say of how much may be asked for: `/moderate limit` and `/moderate unlimit`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from bot.locales import Say
from bot.quotas.windows import Span
from bot.store import Store
from bot.store.moderation import Place
from bot.usecases.order import Given, meant
from bot.usecases.reach import Reach

_LIMIT = re.compile(
    r"(?:(?P<who>\S{1,100})\s{1,9})?(?P<most>[1-9]\d{0,5})\s{0,9}(?:(?:/|an?\b|per\b)\s{0,9})?(?P<span>hour|day)",
    re.ASCII | re.IGNORECASE,
)
"""50 a day; telegram:123 5/hour."""

MYSELF = "me"


class Limits:
    """Sets limits beside those of the operator's file, which stay: whoever is told less may ask for less."""

    def __init__(self, store: Store, reach: Reach) -> None:
        self._store = store
        self._reach = reach

    async def limit(self, given: Given) -> str:
        """So many pictures in an hour or a day, for a person or for all of the chat together. Without words: which
        limits there are."""
        if not given.words:
            return await self._told(given)
        found = _LIMIT.fullmatch(given.words)
        whose = await self._whose(replace(given, words=found["who"] or "")) if found else None
        if found is None or whose is None:
            return given.say("moderate-limit-how")
        person, given = whose
        most, span = int(found["most"]), cast(Span, found["span"].lower())
        act = given.act("limit", f"{person or '*'} {most}/{span}")
        await self._store.quotas.limit(act, person, most, span)
        return _line(given.say, "moderate-limited", person, span, most)

    async def unlimit(self, given: Given) -> str:
        """Takes the limits of a person, or of all of the chat together, away."""
        whose = await self._whose(given)
        if whose is None:
            return given.say("moderate-who")
        person, given = whose
        done = await self._store.quotas.unlimit(given.act("unlimit", person or "*"), person)
        message = "moderate-unlimited" if done else "moderate-not-limited"
        return given.say(message, whom=_whom(given.say, person))

    async def _whose(self, given: Given) -> tuple[str, Given] | None:
        """Who is meant, and the order for the place that it is for: all of a chat together are always this one's."""
        if given.words.lower() == MYSELF:
            return given.incoming.person.key, given
        if (person := await meant(given, self._reach)) is not None:
            return person, given
        return None if given.words else ("", replace(given, place=_here(given)))

    async def _told(self, given: Given) -> str:
        limits = [
            (person, span, most)
            for place in dict.fromkeys((given.place, _here(given)))
            for person, span, most in await self._store.quotas.limits(place)
        ]
        if not limits:
            return "\n".join(map(given.say, ("moderate-limits-none", "moderate-limit-how")))
        lines = (_line(given.say, "moderate-limit-line", *each) for each in limits)
        return "\n".join([given.say("moderate-limits"), *lines])


def _here(given: Given) -> Place:
    return given.incoming.address.place


def _line(say: Say, message: str, person: str, span: Span, most: int) -> str:
    kind = say("quota-kind", what="pictures", span=span)
    return say(message, whom=_whom(say, person), kind=kind, limit=most)


def _whom(say: Say, person: str) -> str:
    return person or say("moderate-limit-all")
