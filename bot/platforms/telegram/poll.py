"""Long polling that loses nothing: an update is confirmed once its handler had time to keep it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, NoReturn

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError, TimedOut

from bot.pauses import Pauses
from bot.platforms.telegram import albums
from bot.platforms.telegram.errors import after, is_telegrams, ours
from bot.ports import BadToken

log = logging.getLogger(__name__)

KINDS = (Update.MESSAGE, Update.CHANNEL_POST, Update.CALLBACK_QUERY)
"""What we ask for: no edited messages, no reactions, no news about members."""

POLL = 30
"""Seconds that Telegram holds a request open while there is nothing new."""

KEEP = 5.0
"""Seconds at most that a batch waits for its handlers before it is confirmed."""

MOST = 1000
"""Updates handled at a time; while there are more, Telegram keeps them, and no flood fills the memory."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between attempts to reach Telegram."""

SOON = 0.5
"""Seconds after which a request that got no answer in time is made again."""

WRONG = "Telegram does not accept it. @BotFather shows the right one: /mybots, API Token."

Handle = Callable[[Update], Coroutine[Any, Any, None]]


class Poller:
    """Fetches updates and starts a task for each; none waits for another.

    Telegram repeats what is not confirmed. A batch is confirmed by the next request, and that waits a moment
    for the handlers: a program killed before they wrote their jobs down gets the batch again.
    """

    def __init__(self, bot: Bot, handle: Handle) -> None:
        self._bot = bot
        self._handle = handle
        self._offset: int | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)

    async def run(self) -> NoReturn:
        """Polls until cancelled.

        Raises:
            BadToken: the token has been revoked.
        """
        while True:
            try:
                updates = await self._bot.get_updates(self._offset, timeout=POLL, allowed_updates=KINDS)
                if albums.incomplete(updates):
                    await asyncio.sleep(albums.COMES)
                    first = updates[0].update_id  # nothing is confirmed: all of it comes again, with the rest
                    updates = await self._bot.get_updates(first, timeout=0, allowed_updates=KINDS)
            except TelegramError as error:
                if isinstance(error, InvalidToken) and is_telegrams(error):
                    raise BadToken(WRONG) from None
                await asyncio.sleep(self._pause_after(error))
            else:
                self._pauses.reset()
                await self._start(updates)

    async def stop(self, patience: float) -> None:
        """Lets the handlers finish and confirms what they took, within `patience` seconds."""
        try:
            async with asyncio.timeout(patience):
                if self._tasks:
                    await asyncio.wait(self._tasks)
                if self._offset is not None:
                    await self._bot.get_updates(self._offset, limit=1, timeout=0, allowed_updates=KINDS)
        except (TimeoutError, TelegramError):
            log.debug("the last updates were not confirmed; they will come again")

    async def _start(self, updates: tuple[Update, ...]) -> None:
        while len(self._tasks) >= MOST:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        started = {asyncio.create_task(self._handle(update)) for update in updates}
        self._tasks |= started
        for task in started:
            task.add_done_callback(self._tasks.discard)
        if started:
            await asyncio.wait(started, timeout=KEEP)
            self._offset = updates[-1].update_id + 1

    def _pause_after(self, error: TelegramError) -> float:
        """How long to wait before the next attempt, in seconds; says once what is in the way."""
        wait = SOON if isinstance(error, TimedOut) else after(error)
        if not wait and self._pauses.fresh:
            log.warning(_sentence(error))
        return self._pauses.next(wait)


def _sentence(error: TelegramError) -> str:
    if isinstance(error, Conflict):
        return "Telegram: another program uses the same token; I try again until it stops."
    return f"{ours(error)}; I try again until it answers."
