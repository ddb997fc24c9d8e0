"""What people do about themselves: be one person on several platforms, take everything along, be forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.usecases.accounts import Accounts
from bot.usecases.actions import Action
from bot.usecases.admins import Admins
from bot.usecases.answers import Answers
from bot.usecases.exports import Exports
from bot.usecases.eyes import Eyes
from bot.usecases.forgetting import Forgetting
from bot.usecases.resources import Resources
from bot.usecases.runner import JobRunner
from bot.usecases.speech import Speech


class Selves:
    """The three of them, put together.

    Attributes:
        accounts, exports, forgetting: what each of their commands does.
    """

    def __init__(
        self,
        given: Resources,
        answers: Answers,
        speech: Speech,
        eyes: Eyes,
        admins: Admins,
        runner: JobRunner,
    ) -> None:
        store, platforms = given.store, given.platforms
        self.accounts = Accounts(store, answers, speech, admins, platforms)
        self.exports = Exports(store, answers, eyes, platforms, given.page)
        self.forgetting = Forgetting(
            store, given.translator, answers, runner, platforms, speech.locales, self.exports
        )

    def actions(self) -> Iterable[Action]:
        """The buttons of their questions."""
        return self.accounts.action(), self.forgetting.action()

    async def run(self) -> None:
        """Does what they do on the side, until cancelled."""
        await asyncio.gather(self.exports.run(), self.forgetting.run())
