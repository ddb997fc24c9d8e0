"""`/forget`: everything of somebody's is gone, on every platform that they have joined."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bot.locales import Locales, Say
from bot.messages import Button, Card, Incoming, Press
from bot.payloads import encode
from bot.ports import Platform
from bot.store import Store
from bot.store.moderation import Place
from bot.translating import Translator
from bot.usecases.accounts import called
from bot.usecases.actions import Action, Pressed
from bot.usecases.answers import Answers
from bot.usecases.exports import Exports
from bot.usecases.farewells import Farewells
from bot.usecases.runner import JobRunner

PAGE = "web"
"""The platform on which whoever has signed in is called what every platform calls them: "telegram:123"."""


class Forgetting:
    """Asks once, and forgets. What a kill leaves is forgotten at the next press: files go before their rows.

    Attributes:
        run: takes messages away, until cancelled.
    """

    def __init__(
        self,
        store: Store,
        translator: Translator,
        answers: Answers,
        runner: JobRunner,
        platforms: Mapping[str, Platform],
        locales: Locales,
        exports: Exports,
    ) -> None:
        self._store = store
        self._translator = translator
        self._answers = answers
        self._runner = runner
        self._platforms = platforms
        self._exports = exports
        self._farewells = Farewells(store, platforms, locales.say(locales.match(None)))
        self.run = self._farewells.run

    def action(self) -> Action:
        """The button that forgets whoever presses it."""
        return Action("forget", self._forget, frozenset({"account"}))

    async def ask(self, incoming: Incoming, say: Say) -> None:
        """Says what goes, what stays, and that it can't be undone."""
        if incoming.group:
            card = Card(text=say("account-private", command="/forget"), private=True, refused=True)
        else:
            others = [
                member
                for member in await self._store.accounts.members(incoming.person.key)
                if member.key != incoming.person.identity
            ]
            also = (
                [say("forget-also", who=", ".join(called(m, self._platforms) for m in others))]
                if others
                else []
            )
            rows = ((Button(say("button-forget"), encode("forget")),),)
            text = "\n".join([say("forget-ask"), *also, say("forget-export", command="/export")])
            card = Card(text=text, buttons=rows, private=True, kind="account")
        await self._answers.answer(incoming.address, card)

    async def _forget(self, pressed: Pressed) -> None:
        press = pressed.press
        while (alone := await self._forgotten(press)) is None:
            pass
        there = [(name, chat) for name, chat in alone if name in self._platforms]
        gone = [(name, chat) for name, chat in there if await self._platforms[name].let_go(chat)]
        card = Card(text=pressed.say("forget-done"), private=True, kind="account")
        if (press.address.platform, press.address.chat) in gone:
            await self._answers.answer(press.address, card)
        else:
            await self._answers.turn(press.message, card, press.address)
        await self._store.forgetting.leave(alone)
        await self._store.promises.scour()

    async def _forgotten(self, press: Press) -> list[Place] | None:
        """Forgets all who are one with whoever presses; the chats that were theirs alone. None where somebody has
        joined them meanwhile, or parted: all of it is done again, then."""
        store = self._store
        who = await store.forgetting.whom(press.person)
        await self._runner.let_go(who.account)
        for key in who.keys:
            await self._exports.let_go(key)
        files, words = await store.forgetting.files(who.account), await store.forgetting.words(who.account)
        await store.files.remove(files)
        await store.files.discard(files)  # such as were deleted a moment ago
        here = [] if press.group else [(press.address.platform, press.address.chat)]
        alone = [*_alone(who.keys), *here]
        if not await store.forgetting.forget(who, alone):
            return None
        self._farewells.begin()
        await self._translator.forget(words)
        return alone


def _alone(keys: Collection[str]) -> list[Place]:
    """The chats that one can tell are somebody's alone: each where their platform, or the page, calls it as them."""
    named = [(platform, person) for platform, _, person in (key.partition(":") for key in keys)]
    return [*named, *((PAGE, key) for key in keys)]
