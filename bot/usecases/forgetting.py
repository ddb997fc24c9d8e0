"""`/forget`: everything of somebody's is gone, on every platform that they have joined."""

from __future__ import annotations

from collections.abc import Mapping

from bot.locales import Locales, Say
from bot.messages import Button, Card, Incoming
from bot.payloads import encode
from bot.ports import Platform
from bot.store import Store
from bot.store.accounts import Member
from bot.store.moderation import Place
from bot.translating import Translator
from bot.usecases.accounts import called
from bot.usecases.actions import Action, Pressed
from bot.usecases.answers import Answers
from bot.usecases.exports import Exports
from bot.usecases.farewells import Farewells
from bot.usecases.runner import JobRunner


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
                m for m in await self._members(incoming.person.key) if m.key != incoming.person.identity
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
        press, account, store = pressed.press, pressed.press.person.key, self._store
        members = await self._members(account)
        await self._runner.let_go(account)
        await self._exports.let_go(account)
        files, words = await store.forgetting.files(account), await store.forgetting.words(account)
        await store.files.remove(files)
        await store.files.discard(files)  # such as were deleted a moment ago
        places = _alone(members, press.group, (press.address.platform, press.address.chat))
        await store.forgetting.forget(account, members, places)
        await self._translator.forget(words)
        for member in members:
            platform, _, person = member.key.partition(":")
            if platform in self._platforms:
                await self._platforms[platform].let_go(person)
        card = Card(text=pressed.say("forget-done"), private=True, kind="account")
        await self._answers.turn(press.message, card, press.address)
        await store.forgetting.leave(places)
        await store.db.scour()
        self._farewells.begin()

    async def _members(self, account: str) -> list[Member]:
        return await self._store.accounts.members(account)


def _alone(members: list[Member], group: bool, here: Place) -> list[Place]:
    """The chats that are somebody's alone, as far as one can tell: where their platform calls them as it calls them."""
    named = [(platform, person) for platform, _, person in (member.key.partition(":") for member in members)]
    return named if group else [*named, here]
