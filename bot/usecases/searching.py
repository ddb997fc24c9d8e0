"""What people look for among their pictures: words, a model, a style, a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.locales import Locales
from bot.store.lists import Sought
from bot.usecases.looks import called
from bot.usecases.values import WORD, unquoted
from engine.api.names import alike, short_name
from engine.api.parameters import Parameter

LONGEST = 200
"""Characters of what is looked for."""

DAY = 86_400.0
_GLUE = re.compile("[=:：＝]")
_PIECE = re.compile(WORD)
_DATE = re.compile(r"(20\d\d)(?:-(\d\d?)(?:-(\d\d?))?)?")


def sought(text: str, locales: Locales, now: float) -> Sought:
    """What somebody means who writes this: "cat", "--model sdxl", "--style ink", "2026-11", "yesterday" and any of them
    together.

    Days are those of UTC. What is no time, no model and no style are words, whatever signs they have.
    """
    found, words = Sought(), list[str]()
    flags, days = locales.flags(), _days(locales)
    pieces = iter(_PIECE.findall(text[:LONGEST]))
    for piece in pieces:
        flag, *glued = _GLUE.split(piece, maxsplit=1)
        if (named := _named(flag, flags)) == "model":
            found = replace(found, model=unquoted(_value(glued, pieces)))
        elif named == "style":
            name = unquoted(_value(glued, pieces))
            title = called(locales).get(alike(short_name(name)), short_name(name)) if name else ""
            found = replace(found, style=",".join({name: 0, title: 0}))  # one's own may be called so, too
        elif (ago := days.get(piece.casefold())) is not None:
            since = (now // DAY - ago) * DAY
            found = replace(found, since=since, until=since + DAY)
        elif (date := _DATE.fullmatch(piece)) and (span := _span(*date.groups())):
            found = replace(found, since=span[0], until=span[1])
        else:
            words.append(piece)
    return replace(found, words=" ".join(words))


def _value(glued: list[str], pieces: Iterator[str]) -> str:
    """What a flag is followed by, with a sign between them or a space."""
    return glued[0] if glued and glued[0] else next(pieces, "")


def _named(piece: str, flags: Mapping[str, Parameter]) -> str:
    """What a flag is of; "" for what is none."""
    flag = flags.get(re.sub("^[–—]", "--", piece).lower())
    return flag.name if flag else ""


def _days(locales: Locales) -> dict[str, int]:
    """Words for days in every language, with how many days ago they are."""
    return {
        word.strip().casefold(): ago
        for tag in locales.languages
        for ago, key in enumerate(("history-today", "history-yesterday"))
        for word in locales.say(tag)(key).split(",")
    }


def _span(year: str, month: str | None, day: str | None) -> tuple[float, float] | None:
    """When a year, a month or a day begins and ends; None where there is no such one."""
    try:
        first = datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC)
    except ValueError:
        return None
    if day:
        after = first + timedelta(days=1)
    elif month:
        after = (first + timedelta(days=31)).replace(day=1)
    else:
        after = first.replace(year=first.year + 1)
    return first.timestamp(), after.timestamp()


def a_year(text: str) -> bool:
    """Whether a number is a year, and no page: nobody leafs that far."""
    return bool(re.fullmatch(r"20\d\d", text))
