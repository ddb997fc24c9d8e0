"""Telegram sends the updates to us: each is noted before it is told that it has come, so that no kill loses one."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import sqlite3
import time
from collections import deque
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from aiohttp import web
from pydantic import ValidationError
from telegram import Bot
from telegram.error import TelegramError

from bot.errors import NoStore
from bot.listening import listening
from bot.pauses import Pauses
from bot.platforms.telegram.errors import after, is_bad_token, ours
from bot.platforms.telegram.poll import FIRST_PAUSE, KEEP, KINDS, LONGEST_PAUSE, MOST, WRONG, Handle, read
from bot.platforms.telegram.requests import ask
from bot.platforms.telegram.updates import HookInfo, Update, number_of
from bot.ports import BadToken, Unavailable
from bot.promises import Promises
from bot.settings import BadSetting

log = logging.getLogger(__name__)

NAME = "telegram"
SECRET = "X-Telegram-Bot-Api-Secret-Token"

MOST_BYTES = 1 << 20
"""Of an update; Telegram's are a hundredth of that."""

AT_ONCE = 40
"""Updates that Telegram may be sending at the same time."""

LOOK = 60.0
"""Seconds after which Telegram is asked whether it still sends to us, and whether that works."""

SAY_AGAIN = 60.0
"""Seconds for which those who don't know the secret get one line in the log."""


@dataclass(frozen=True)
class Hook:
    """Where Telegram sends the updates, where we listen for them, and the certificate to trust, if it is our own."""

    url: str
    host: str = "127.0.0.1"
    port: int = 8019
    certificate: Path | None = None


class Webhook:
    """Takes updates in the order in which they come, and keeps Telegram sending them.

    Attributes:
        answered: whether Telegram sends here, and could do so when it was last asked.
        port: where we listen; None while we don't.
    """

    def __init__(self, bot: Bot, hook: Hook, handle: Handle, promises: Promises) -> None:
        self._bot = bot
        self._hook = hook
        self._handle = handle
        self._promises = promises
        self._secret = secret_of(bot.token)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._over: deque[int] = deque(maxlen=MOST)
        self._open = AsyncExitStack()
        self._is_set = False
        self._failed = 0
        self._strangers = 0
        self._silent_until = 0.0
        self.answered = False
        self.port: int | None = None

    async def run(self) -> NoReturn:
        """Serves until cancelled.

        Raises:
            BadToken: the token has been revoked.
            BadSetting: the address can't be listened on, or the certificate not read.
        """
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post("/{path:.*}", self._post)
        there = listening(app, self._hook.host, self._hook.port, "TELEGRAM_WEBHOOK", patience=0.5)
        self.port = await self._open.enter_async_context(there)
        await self._go_on()
        await self._keep_set()

    async def _go_on(self) -> None:
        """Begins what an earlier run had taken; what another bot had taken is forgotten."""
        for event, text in await self._promises.left(NAME):
            raw = json.loads(text)
            number = number_of(raw)
            if number and event == self._event(number) and (update := read(raw, number)):
                self._over.append(number)
                self._begin(number, update)
            else:
                await self._promises.kept(NAME, event)

    async def stop(self, patience: float) -> None:
        """Lets the handlers finish, within `patience` seconds; what they don't comes again at the next start."""
        self.answered, self.port = False, None
        await self._open.aclose()
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=patience)
        for task in self._tasks.values():
            task.cancel()

    async def _post(self, request: web.Request) -> web.Response:
        """An update. Whoever does not know the secret is not even read."""
        told = request.headers.get(SECRET, "").encode("utf-8", "replace")
        if not hmac.compare_digest(told, self._secret.encode()):
            self._stranger()
            raise web.HTTPForbidden
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            text = (await request.read()).decode()
            raw = json.loads(text)
        except (ValueError, RecursionError):
            raise web.HTTPBadRequest from None
        if (number := number_of(raw)) is None:
            log.warning("an update without a number can't be read and is passed over")
        elif number not in self._tasks and number not in self._over and (update := read(raw, number)):
            await self._take(number, update, text)
        return web.Response()

    async def _take(self, number: int, update: Update, text: str) -> None:
        """Begins what it asks for; returns once a kill could not lose it any more."""
        if len(self._tasks) >= MOST:
            raise web.HTTPServiceUnavailable
        self._over.append(number)
        try:
            await self._promises.make(NAME, self._event(number), text)
        except (NoStore, sqlite3.Error, OSError) as error:
            log.warning("an update is not noted, a kill could lose it: %s", type(error).__name__)
            await asyncio.wait([self._begin(number, update)], timeout=KEEP)
        else:
            self._begin(number, update)

    def _begin(self, number: int, update: Update) -> asyncio.Task[None]:
        self._tasks[number] = task = asyncio.create_task(self._do(number, update))
        task.add_done_callback(lambda _: self._tasks.pop(number))
        return task

    async def _do(self, number: int, update: Update) -> None:
        await self._handle(update)
        await self._promises.kept(NAME, self._event(number))

    def _event(self, number: int) -> str:
        """As jobs name what they have come of."""
        return f"{self._bot.id}:{number}"

    def _stranger(self) -> None:
        """Says that somebody came without the secret: one line, with how many there were since the last."""
        self._strangers += 1
        if (now := time.monotonic()) >= self._silent_until:
            log.warning("Telegram's webhook was called %d times without its secret", self._strangers)
            self._silent_until, self._strangers = now + SAY_AGAIN, 0

    async def _keep_set(self) -> NoReturn:
        """Has Telegram send here, and looks now and then whether it does."""
        pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
        while True:
            try:
                await self._look()
                pauses.reset()
                await asyncio.sleep(LOOK)
            except TelegramError as error:
                if is_bad_token(error):
                    raise BadToken(WRONG) from None
                self.answered = False
                if pauses.fresh:
                    log.warning("%s; I try again until it does.", _sentence(error))
                await asyncio.sleep(pauses.next(after(error)))

    async def _look(self) -> None:
        told = await look_at_hook(self._bot)
        if told.url != self._hook.url or not self._is_set:
            if self._is_set:
                log.warning("Telegram: another program had it send updates elsewhere; I take them back.")
            await self._set()
            self._failed = max(self._failed, told.last_error_date)
        failed = told.last_error_date > self._failed
        if failed and self.answered:
            where, why = self._hook.url, told.last_error_message[:200]
            log.warning("Telegram can't reach %s: %s; %d updates wait", where, why, told.pending_update_count)
        self.answered, self._failed = not failed, max(self._failed, told.last_error_date)

    async def _set(self) -> None:
        more: dict[str, Any] = {}
        if file := self._hook.certificate:
            try:
                more["certificate"] = await asyncio.to_thread(file.read_bytes)
            except OSError as error:
                raise BadSetting(f"TELEGRAM_WEBHOOK_CERTIFICATE: {file}: {error.strerror}.") from error
        await self._bot.set_webhook(
            self._hook.url,
            max_connections=AT_ONCE,
            allowed_updates=KINDS,
            secret_token=self._secret,
            **more,
        )
        if not self._is_set:
            log.info("Telegram sends updates to %s; I listen at port %s", self._hook.url, self.port)
        self._is_set = True


async def look_at_hook(bot: Bot) -> HookInfo:
    """What Telegram knows of the webhook. Raises TelegramError."""
    try:
        return HookInfo.model_validate(await ask(bot, "getWebhookInfo"))
    except ValidationError:
        raise TelegramError("Invalid server response") from None


def secret_of(token: str) -> str:
    """What Telegram shows with each update: made from the token one way, so that it outlasts a restart unkept."""
    return hmac.new(token.encode(), b"lukis webhook", hashlib.sha256).hexdigest()


def _sentence(error: TelegramError) -> str:
    meaning = ours(error)
    if isinstance(meaning, Unavailable):
        return str(meaning)
    return f"TELEGRAM_WEBHOOK_URL: Telegram does not take it: {meaning}"
