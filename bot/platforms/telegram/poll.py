"""Long polling that loses nothing: an update is confirmed once its handler had time to keep it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, NoReturn

from pydantic import ValidationError
from telegram import Bot
from telegram.error import Conflict, TelegramError, TimedOut
from telegram.request import BaseRequest

from bot.pauses import Pauses
from bot.platforms.telegram.errors import NoMethod, after, is_bad_token, ours
from bot.platforms.telegram.requests import ask
from bot.platforms.telegram.updates import Update, number_of
from bot.ports import BadToken

log = logging.getLogger(__name__)

KINDS = [name for name in Update.model_fields if name != "update_id"]
"""What we ask for: no reactions, no news about other members."""

POLL, ANSWER = 30, 20
"""Seconds that Telegram holds a request open while there is nothing new, and that its answer may take beyond."""

KEEP = 20.0
"""Seconds at most that an update waits for its handler before it is confirmed."""

LOOK = 0.5
"""Seconds after which we look for news while updates wait for their handlers."""

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

    Telegram repeats what is not confirmed, and a request confirms all that is older than what it asks for. It asks
    for the oldest update whose handler may still be writing a job down: a program killed before that gets it again.

    Attributes:
        answered: whether the last request got its answer, where there was one.
    """

    def __init__(self, bot: Bot, polls: BaseRequest, handle: Handle) -> None:
        """`polls` carries the long requests, so that they leave the others their room."""
        self._bot = bot
        self._polls = polls
        self._handle = handle
        self._next: int | None = None
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._begun: dict[int, float] = {}
        self._pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
        self.answered = True

    async def run(self) -> NoReturn:
        """Polls until cancelled.

        Raises:
            BadToken: the token has been revoked.
        """
        while True:
            try:
                await self._start(await self._fetch(0 if self._kept() else POLL))
            except TelegramError as error:
                if is_bad_token(error):
                    raise BadToken(WRONG) from None
                pause = self._pause_after(error)
                if _is_hooked(error):
                    with suppress(TelegramError):
                        await end_webhook(self._bot)
                await asyncio.sleep(pause)

    async def stop(self, patience: float) -> None:
        """Lets the handlers finish and confirms what they took, within `patience` seconds."""
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=patience / 2)
        try:
            async with asyncio.timeout(patience / 2):
                if self._next is not None:
                    await self._fetch(0, limit=1)
        except (TimeoutError, TelegramError):
            log.debug("the last updates were not confirmed; they will come again")
        for task in self._tasks.values():
            task.cancel()

    async def _fetch(self, timeout: int, **more: Any) -> list[tuple[int, Any]]:
        """What waits, by number. `timeout` is how long Telegram may hold the request open, in seconds."""
        offset = min(self._kept(), default=self._next)
        if offset is not None:
            more["offset"] = offset
            self._begun = {number: begun for number, begun in self._begun.items() if number >= offset}
        more |= {"timeout": timeout, "allowed_updates": KINDS}
        updates = await ask(self._bot, "getUpdates", self._polls, float(timeout + ANSWER), **more)
        numbered = list(_numbered(updates, offset))
        self._pauses.reset()
        self.answered = True
        return numbered

    def _kept(self) -> list[int]:
        """The updates that are not confirmed yet: their handlers had no time to keep them."""
        late = time.monotonic() - KEEP
        return [number for number, begun in self._begun.items() if begun > late and number in self._tasks]

    async def _start(self, updates: list[tuple[int, Any]]) -> None:
        """Starts what is new, and waits a moment for all that is under way."""
        for number, raw in updates:
            if number in self._begun or number in self._tasks:
                continue
            while len(self._tasks) >= MOST:
                await asyncio.wait(self._tasks.values(), return_when=asyncio.FIRST_COMPLETED)
            self._begun[number] = time.monotonic()
            self._next = max(self._next or 0, number + 1)
            if update := read(raw, number):
                self._tasks[number] = task = asyncio.create_task(self._handle(update))
                task.add_done_callback(partial(self._ended, number))
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=LOOK)

    def _ended(self, number: int, task: asyncio.Task[None]) -> None:
        del self._tasks[number]

    def _pause_after(self, error: TelegramError) -> float:
        """How long to wait before the next attempt, in seconds; says once what is in the way."""
        self.answered = False
        wait = SOON if isinstance(error, TimedOut) else after(error)
        if not wait and self._pauses.fresh:
            log.warning(_sentence(error))
        return self._pauses.next(wait)


def _numbered(updates: Any, offset: int | None) -> Iterator[tuple[int, Any]]:
    """Each update with its id; one whose id can't be read comes after the one before it.

    Raises:
        TelegramError: these are no updates.
    """
    if not isinstance(updates, list):
        raise TelegramError("Invalid server response")
    before = None if offset is None else offset - 1
    for raw in updates:
        number = number_of(raw)
        if number is None:
            if before is None:
                raise TelegramError("Invalid server response")
            number = before + 1
        yield number, raw
        before = number


def read(raw: Any, number: int) -> Update | None:
    """The update; None for one that can't be read, which is said without a word of what is in it."""
    try:
        return Update.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
    where = ".".join(map(str, first["loc"])) or "all of it"
    log.warning("update %d can't be read and is passed over: %s, %s", number, where, first["type"])
    return None


async def end_webhook(bot: Bot) -> None:
    """Lets updates be asked for. Raises TelegramError; there is no webhook where the server knows no such thing."""
    try:
        await bot.delete_webhook()
    except TelegramError as error:
        if not isinstance(ours(error), NoMethod):
            raise


def _is_hooked(error: TelegramError) -> bool:
    return isinstance(error, Conflict) and "webhook" in str(error).lower()


def _sentence(error: TelegramError) -> str:
    if _is_hooked(error):
        return "Telegram: another program had it send updates elsewhere (a webhook); I take them back."
    if isinstance(error, Conflict):
        return "Telegram: another program uses the same token; I try again until it stops."
    return f"{ours(error)}; I try again until it answers."
