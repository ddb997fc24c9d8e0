"""One person on several platforms: `/link`, `/unlink`."""

from __future__ import annotations

import re
import secrets
import time
from collections import deque
from collections.abc import Mapping
from datetime import timedelta

from bot.errors import BadCode, TooManyGuesses
from bot.locales import Say
from bot.messages import Button, Card, Incoming, Person, Press
from bot.payloads import encode
from bot.ports import Platform
from bot.store import Store
from bot.store.accounts import Member
from bot.usecases.actions import Action, Pressed
from bot.usecases.admins import Admins
from bot.usecases.answers import Answers
from bot.usecases.speech import Speech

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Of which codes are made: none that is taken for another."""

LENGTH = 8
GOOD_FOR = 600.0
"""Seconds for which a code joins two accounts."""

MOST_GUESSES = 5
"""Wrong codes that somebody may say in that time."""

MOST_GUESSERS = 10_000

_NEEDLESS = re.compile(r"[\s·-]+")


class Accounts:
    """Joins what somebody has on several platforms, and parts it again."""

    def __init__(
        self,
        store: Store,
        answers: Answers,
        speech: Speech,
        admins: Admins,
        platforms: Mapping[str, Platform],
    ) -> None:
        self._store = store
        self._answers = answers
        self._speech = speech
        self._admins = admins
        self._platforms = platforms
        self._guesses = Guesses()

    def action(self) -> Action:
        """The button that joins; its payload is the code."""
        return Action("join", self._join, frozenset({"account"}))

    async def link(self, incoming: Incoming, say: Say) -> None:
        """Without words, gives a code; with one, asks whether to join."""
        if incoming.group:
            card = Card(text=say("account-private", command="/link"), private=True, refused=True)
        elif code := _NEEDLESS.sub("", incoming.text).upper()[:100]:
            card = await self._ask(incoming.person, say, code)
        else:
            card = await self._offer(incoming.person, say)
        await self._answers.answer(incoming.address, card)

    async def unlink(self, incoming: Incoming, say: Say) -> None:
        """Lets whoever speaks leave their account."""
        parted = await self._store.accounts.part(incoming.person)
        text = say("unlink-done") if parted else say("unlink-none", command="/link")
        await self._answers.answer(incoming.address, Card(text=text, private=True))

    async def _offer(self, person: Person, say: Say) -> Card:
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        await self._store.accounts.offer(person, code, GOOD_FOR)
        told = [say("link-code", command=f"/link {code}", time=timedelta(seconds=GOOD_FOR))]
        others = [m for m in await self._store.accounts.members(person.key) if m.key != person.identity]
        if others:
            told.append(say("link-with", who=", ".join(map(self._called, others))))
        return Card(text="\n\n".join(told), private=True)

    async def _ask(self, person: Person, say: Say, code: str) -> Card:
        """Whoever is talked into saying a stranger's code shall know what that does."""
        giver = await self._given(person, code)
        text = say("link-ask", who=self._called(giver))
        rows = ((Button(say("button-join"), encode("join", code)),),)
        return Card(text=text, buttons=rows, private=True, kind="account")

    async def _given(self, person: Person, code: str) -> Member:
        """Who was given a code. Raises BadCode, OwnCode, TooManyGuesses."""
        self._guesses.check(person)
        try:
            return await self._store.accounts.offered(person, code)
        except BadCode:
            self._guesses.wrong(person)
            raise

    async def _join(self, pressed: Pressed) -> None:
        press, say = pressed.press, pressed.say
        giver = await self._given(press.person, pressed.target)
        await self._store.accounts.join(press.person, pressed.target)
        self._speech.choices += 1  # of two languages one holds now
        await self._done(press, say, giver)

    async def _done(self, press: Press, say: Say, giver: Member) -> None:
        """Says so here, and there as well: a code may have come into wrong hands."""
        card = Card(text=say("link-done", who=self._called(giver), command="/unlink"), kind="account")
        await self._answers.turn(press.message, card, press.address)
        if door := await self._admins.door(giver.key):
            there, who = await self._speech.say_to(giver.key), press.person
            text = there("link-told", who=self._called(Member(who.identity, who.name)), command="/unlink")
            await self._answers.answer(door, Card(text=text, private=True))

    def _called(self, member: Member) -> str:
        return called(member, self._platforms)


def called(member: Member, platforms: Mapping[str, Platform]) -> str:
    """Somebody as others know them: "Alice (Telegram)"."""
    platform = platforms.get(name := member.key.partition(":")[0])
    title = platform.title if platform else name.capitalize()
    return f"{member.name} ({title})" if member.name else title


class Guesses:
    """Wrong codes that somebody has said of late."""

    def __init__(self) -> None:
        self._wrong: dict[str, deque[float]] = {}

    def check(self, person: Person) -> None:
        """Raises TooManyGuesses."""
        late, now = self._wrong.get(person.identity, deque[float]()), time.monotonic()
        while late and late[0] < now - GOOD_FOR:
            late.popleft()
        if len(late) >= MOST_GUESSES:
            raise TooManyGuesses(after=late[0] + GOOD_FOR - now)

    def wrong(self, person: Person) -> None:
        """Counts one."""
        if len(self._wrong) >= MOST_GUESSERS:
            self._wrong.clear()
        self._wrong.setdefault(person.identity, deque()).append(time.monotonic())
