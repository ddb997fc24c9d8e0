"""An order of an admin's as it came: who said it, where, about whom."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.locales import Say
from bot.messages import Incoming
from bot.store.moderation import EVERYWHERE, Act, Place, What
from bot.usecases.reach import Reach

HERE = "here"
"""What whoever runs the bot says after what they mean for one chat alone."""

_MENTION = re.compile(r"<@!?(\d{1,25})>")
_PERSON = re.compile(r"[a-z]{1,20}:-?[\w-]{1,64}", re.ASCII)
_ID = re.compile(r"-?\d{1,25}", re.ASCII)


@dataclass(frozen=True)
class Given:
    """An order as it came: who, the words after it, and the place that it is for."""

    incoming: Incoming
    say: Say
    words: str
    place: Place

    def act(self, what: What, about: str = "") -> Act:
        """The same for the log."""
        return Act(self.incoming.person, self.place, what, about)


@dataclass(frozen=True)
class Order:
    """An order.

    Attributes:
        run: does it, and says what to answer.
        placed: whether it is for a place: whoever runs the bot means all of them, or says `here`.
        operators: whether it is for whoever runs the bot alone.
    """

    run: Callable[[Given], Awaitable[str]]
    placed: bool = False
    operators: bool = False


def given_order(incoming: Incoming, say: Say, words: str, everywhere: bool) -> Given:
    """An order for the chat that it came from or, unless that is said after it, for all of them."""
    here = incoming.address.place
    rest, _, last = words.rpartition(" ")
    if not everywhere:
        return Given(incoming, say, words, here)
    return (
        Given(incoming, say, rest.strip(), here)
        if last.lower() == HERE
        else Given(incoming, say, words, EVERYWHERE)
    )


async def meant(given: Given, reach: Reach) -> str | None:
    """The key of who is meant: by a reply to their picture, a mention, or an id; None where nobody is."""
    platform = given.incoming.person.platform
    if mention := _MENTION.fullmatch(given.words):
        return f"{platform}:{mention[1]}"
    if _PERSON.fullmatch(given.words):
        return given.words
    if _ID.fullmatch(given.words):
        return f"{platform}:{given.words}"
    note = None if given.words else await reach.replied_to(given.incoming)
    return (await reach.shown(note)).person if note else None
