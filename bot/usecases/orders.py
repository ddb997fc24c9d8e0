"""What admins say after /moderate: lists, bans, pauses, words to all, and what there is to know."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.errors import NotAdmin
from bot.locales import Say
from bot.messages import Card, Incoming
from bot.moderation.rules import LISTS, BadLine, List, check_line
from bot.store import Store
from bot.store.moderation import EVERYWHERE, Place
from bot.translating import Translator
from bot.usecases.admins import Admins
from bot.usecases.answers import Answers
from bot.usecases.broadcasts import Broadcasts
from bot.usecases.limits import Limits
from bot.usecases.moderation import Found, Moderation
from bot.usecases.order import Given, Order, given_order, meant
from bot.usecases.reach import Reach
from bot.usecases.reports import Reports
from bot.usecases.runner import JobRunner

MOST_LINES = 300
"""In the lists of a chat."""

MOST_TOLD, ACTS = 10, 12
"""People in the statistics, and acts on a page of the log."""

DAYS, DAY = 7, 86400
"""That the statistics go back; seconds."""


class Orders:
    """Does what admins say."""

    def __init__(
        self,
        store: Store,
        translator: Translator,
        answers: Answers,
        admins: Admins,
        moderation: Moderation,
        broadcasts: Broadcasts,
        runner: JobRunner,
        reach: Reach,
        reports: Reports,
        limits: Limits,
    ) -> None:
        self._store = store
        self._translator = translator
        self._answers = answers
        self._admins = admins
        self._moderation = moderation
        self._broadcasts = broadcasts
        self._runner = runner
        self._reach = reach
        self._reports = reports
        self.orders: dict[str, Order] = {
            "test": Order(self._test),
            "lists": Order(self._lists),
            **{name: Order(self._adding(name)) for name in LISTS},
            "drop": Order(self._drop),
            "ban": Order(self._ban, placed=True),
            "unban": Order(self._unban, placed=True),
            "limit": Order(limits.limit, placed=True),
            "unlimit": Order(limits.unlimit, placed=True),
            "pause": Order(self._pause, placed=True),
            "resume": Order(self._resume, placed=True),
            "reports": Order(self._open, placed=True),
            "say": Order(self._say),
            "stats": Order(self._stats, placed=True),
            "log": Order(self._log, placed=True),
            "broadcast": Order(self._broadcast, operators=True),
            "stop": Order(self._stop, operators=True),
        }

    async def do(self, incoming: Incoming, say: Say) -> None:
        """Does what an admin says, and answers them alone.

        Raises:
            NotAdmin: they are none.
        """
        if not await self._admins.may(incoming):
            raise NotAdmin(id=incoming.person.identity)
        word, words = (*incoming.text.split(maxsplit=1), "", "")[:2]  # words may begin on a line of their own
        order = self.orders.get(word.lower())
        operates = self._admins.operates(incoming.person)
        if order and order.operators and not operates:
            raise NotAdmin(id=incoming.person.identity)
        if order is None:
            text = _how(say, operates)
        else:
            text = await order.run(given_order(incoming, say, words.strip(), operates and order.placed))
        await self._answers.answer(incoming.address, Card(text=text, private=True))

    async def _test(self, given: Given) -> str:
        """What the lists say of some words and of their English, and why."""
        if not given.words:
            return given.say("moderate-test-how")
        language = await self._store.people.language(given.incoming.person.key)
        english = (await self._translator.translate(given.words, language)).english
        found = await self._moderation.find(given.incoming.address, lambda: [given.words, english])
        if not found:
            return given.say("moderate-test-nothing", english=english)
        told = [_told(given.say, each) for each in found]
        return "\n".join([given.say("moderate-test-english", english=english), *told])

    async def _lists(self, given: Given) -> str:
        """The lines of this chat's lists."""
        lines = await self._store.moderation.lines(given.place)
        told = [given.say("moderate-line", list=name, line=line) for name, line in lines]
        return "\n".join([given.say("moderate-lists", count=len(told)), *told])

    def _adding(self, name: List) -> Callable[[Given], Awaitable[str]]:
        async def add(given: Given) -> str:
            """Puts a line into a list of this chat."""
            if len(await self._store.moderation.lines(given.place)) >= MOST_LINES:
                return given.say("moderate-full", limit=MOST_LINES)
            try:
                await asyncio.to_thread(check_line, given.words)
            except BadLine as bad:
                return given.say("moderate-bad-line", why=str(bad))
            act = given.act("add", f"{name}: {given.words}")
            new = await self._store.moderation.add(act, name, given.words)
            return given.say("moderate-added" if new else "moderate-known", list=name, line=given.words)

        return add

    async def _drop(self, given: Given) -> str:
        act = given.act("drop", given.words)
        done = await self._store.moderation.drop(act, given.words)
        return given.say("moderate-dropped" if done else "moderate-no-line", line=given.words)

    async def _ban(self, given: Given) -> str:
        """Takes nothing new from a person, and stops what waits."""
        person = await meant(given, self._reach)
        if person is None:
            return given.say("moderate-who")
        if not await self._store.moderation.ban(given.act("ban", person), person):
            return given.say("moderate-banned-already", person=person)
        count = await self._runner.cancel_all(person, given.place)
        return given.say("moderate-banned", person=person, where=_where(given.place), count=count)

    async def _unban(self, given: Given) -> str:
        person = await meant(given, self._reach)
        if person is None:
            return given.say("moderate-who")
        done = await self._store.moderation.unban(given.act("unban", person), person)
        return given.say("moderate-unbanned" if done else "moderate-not-banned", person=person)

    async def _pause(self, given: Given) -> str:
        await self._store.moderation.pause(given.act("pause"))
        return given.say("moderate-paused", where=_where(given.place))

    async def _resume(self, given: Given) -> str:
        await self._store.moderation.resume(given.act("resume"))
        return given.say("moderate-resumed", where=_where(given.place))

    async def _open(self, given: Given) -> str:
        """Sends an admin the reports that nobody has settled."""
        count = await self._reports.again(given.incoming.person.identity, given.place)
        return given.say("moderate-reports", count=count)

    async def _say(self, given: Given) -> str:
        """Says something in this chat, as Lukis."""
        if not given.words:
            return given.say("moderate-say-how")
        await self._store.moderation.note(given.act("say", given.words))
        address = given.incoming.address
        plain = address.model_copy(update={"message": None, "data": {}})
        await self._answers.answer(plain, Card(text=given.words))
        return given.say("moderate-said")

    async def _broadcast(self, given: Given) -> str:
        if not given.words:
            return given.say("moderate-say-how")
        count = await self._broadcasts.begin(given.incoming.person, given.words)
        return given.say("moderate-broadcast", count=count)

    async def _stop(self, given: Given) -> str:
        count = await self._broadcasts.stop(given.incoming.person)
        return given.say("moderate-stopped", count=count)

    async def _stats(self, given: Given) -> str:
        """Who has asked for how much, of late."""
        rows = await self._store.moderation.most(given.place, int(time.time() // DAY) - DAYS + 1)
        pictures, jobs = sum(row[3] for row in rows), sum(row[2] for row in rows)
        told = [
            given.say("moderate-stats-line", name=name or key, person=key, jobs=jobs, pictures=pictures)
            for key, name, jobs, pictures in rows[:MOST_TOLD]
        ]
        head = given.say("moderate-stats", days=DAYS, people=len(rows), jobs=jobs, pictures=pictures)
        return "\n".join([head, given.say("moderate-busy", count=self._runner.busy), *told])

    async def _log(self, given: Given) -> str:
        """What admins did, newest first."""
        number = max(1, int(given.words)) if given.words.isdecimal() and len(given.words) < 6 else 1
        acts = await self._store.moderation.log(given.place, number, ACTS)
        told = [
            given.say(
                "moderate-log-line",
                when=datetime.fromtimestamp(act.at, UTC).strftime("%Y-%m-%d %H:%M UTC"),
                name=act.by.name or act.by.identity,
                what=act.what,
                about=act.about,
                chat=":".join(filter(None, act.place)) or "*",
            )
            for act in acts
        ]
        return "\n".join([given.say("moderate-log", number=number), *told])


def _where(place: Place) -> str:
    return "everywhere" if place == EVERYWHERE else "here"


def _told(say: Say, found: Found) -> str:
    """What a list does with words, and which line of it."""
    where = "bot" if found.everywhere else "chat"
    return say("moderate-test-found", list=found.level, line=found.line, where=where)


def _how(say: Say, operates: bool) -> str:
    """What can be said after /moderate."""
    return "\n".join([say("moderate-how"), *([say("moderate-how-operators")] if operates else [])])
