"""What people look for among their pictures: words, a model, a style, a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.locales import Locales
from bot.store.lists import Sought
from bot.usecases.looks import called
from engine.api.names import alike, short_name
from engine.api.parameters import Parameter

LONGEST = 200
"""Characters of what is looked for."""

DAY = 86_400.0
_DATE = re.compile(r"(20\d\d)(?:-(\d\d?)(?:-(\d\d?))?)?")


def sought(text: str, locales: Locales, now: float) -> Sought:
    """What somebody means who writes this: "cat", "--model sdxl", "--style ink", "2026-11", "yesterday" and any of them
    together.

    Days are those of UTC. What is no time, no model and no style are words, whatever signs they have.
    """
    found, words = Sought(), list[str]()
    flags, days = locales.flags(), _days(locales)
    pieces = iter(text[:LONGEST].split())
    for piece in pieces:
        if (named := _named(piece, flags)) == "model":
            found = replace(found, model=next(pieces, "").strip('"'))
        elif named == "style":
            name = next(pieces, "").strip('"')
            title = called(locales).get(alike(short_name(name)), name)
            found = replace(found, style=",".join({name: 0, title: 0}))  # one's own may be called so, too
        elif (ago := days.get(piece.casefold())) is not None:
            since = (now // DAY - ago) * DAY
            found = replace(found, since=since, until=since + DAY)
        elif (date := _DATE.fullmatch(piece)) and (span := _span(*date.groups())):
            found = replace(found, since=span[0], until=span[1])
        else:
            words.append(piece)
    return replace(found, words=" ".join(words))


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
