"""Telegram: python-telegram-bot over long polling, or over a webhook."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.messages import Address, Card, Receipt
from bot.pauses import Pauses
from bot.platforms.telegram.downloads import Downloads
from bot.platforms.telegram.errors import after, is_bad_token, ours
from bot.platforms.telegram.inbox import Inbox
from bot.platforms.telegram.look import standing
from bot.platforms.telegram.menu import publish
from bot.platforms.telegram.moves import Moves
from bot.platforms.telegram.outbox import Outbox
from bot.platforms.telegram.poll import FIRST_PAUSE, LONGEST_PAUSE, WRONG, Poller, end_webhook
from bot.platforms.telegram.requests import Requests
from bot.platforms.telegram.webhook import Hook, Webhook
from bot.ports import BadToken, Service
from bot.standing import Standing

log = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that the work under way gets at the end."""

_ANSWERS = "telegram.request.BaseRequest"
_TOKEN = re.compile(r"\d{1,20}:[\w-]{1,100}", re.ASCII)
_TIMES: dict[str, Any] = {"connect_timeout": 10.0, "read_timeout": 20.0, "write_timeout": 20.0}


class TelegramPlatform:
    """A Telegram bot. What it must know after a restart lies in addresses and receipts, not here."""

    name = "telegram"
    title = "Telegram"
    undoes = False
    whispers = False
    largest = 45_000_000

    def __init__(
        self,
        token: str,
        api_url: str | None = None,
        *,
        hook: Hook | None = None,
        proxy: str | None = None,
        page: str | None = None,
    ) -> None:
        """With a `hook` Telegram sends the updates, else it is asked for them.

        Args:
            token: BotFather's.
            api_url: of a self-hosted Bot API server, such as "http://127.0.0.1:8081".
            hook: where updates are sent.
            proxy: on the way there; without one, the environment's.
            page: the address of the local page for people elsewhere.
        """
        _hush()
        self._token = token
        self.address = (api_url or "https://api.telegram.org").rstrip("/")
        self._requests = Requests(
            connection_pool_size=64, pool_timeout=60.0, media_write_timeout=120.0, proxy=proxy, **_TIMES
        )
        self._polls = Requests(connection_pool_size=2, proxy=proxy, **_TIMES)
        self._bot = self._make_bot()
        self._moves = Moves()
        self._inbox = Inbox(self._bot, self._moves, Downloads(self._bot, proxy))
        self._outbox = Outbox(self._bot, self._moves)
        self._hook = hook
        self._page = page
        self.news: Poller | Webhook | None = None

    @property
    def connected(self) -> bool:
        """See `Platform`."""
        return self.news is not None and self.news.answered

    async def run(self, service: Service) -> None:
        """Signs in and passes on what people send, until cancelled.

        Raises:
            BadToken: Telegram does not accept the token.
        """
        self._inbox.service = self._moves.service = service
        await self._sign_in()
        log.info("Telegram: I am @%s", self._bot.username)
        menu = asyncio.create_task(publish(self._bot, service, self._page))
        self.news = news = self._listener(service)
        try:
            await news.run()
        finally:
            self.news = None
            menu.cancel()
            await news.stop(PATIENCE)
            await self.close()

    def _listener(self, service: Service) -> Poller | Webhook:
        """What hears what people send."""
        if self._hook:
            return Webhook(self._bot, self._hook, self._inbox.take, service.promises)
        return Poller(self._bot, self._polls, self._inbox.take)

    async def look(self, chats: Sequence[str]) -> Standing:
        """See `bot.standing.Looks`. People's private chats need no look: they have a minus in no id."""
        if not _TOKEN.fullmatch(self._token):
            raise BadToken(WRONG)
        groups = [chat for chat in chats if chat.startswith("-")]
        return await standing(self._bot, groups, hooked=self._hook is not None)

    async def close(self) -> None:
        """Closes connections; a later answer opens them again."""
        await self._bot.shutdown()

    async def send(self, address: Address, card: Card) -> Receipt:
        """Answers with a new message."""
        return await self._outbox.send(address, card)

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """Changes a message in place."""
        await self._outbox.edit(receipt, card)

    async def remove(self, receipt: Receipt, instead: Card) -> None:
        """Deletes messages; those that Telegram keeps say something else instead."""
        await self._outbox.remove(receipt, instead)

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """Answers with the result; words alone take the status message's place."""
        return await self._outbox.deliver(address, status, card, key)

    async def admins(self, chat: str) -> Sequence[str]:
        """The ids of a group's admins."""
        return await self._inbox.admins_of(chat)

    async def governs(self, person: str, chat: str) -> bool:
        """Whether they are one of a group's admins."""
        return person in await self.admins(chat)

    async def alone(self, person: str) -> Address:
        """A private chat has its person's id."""
        return Address(platform=self.name, chat=person)

    async def let_go(self, chat: str) -> bool:
        """Telegram has all that is shown itself."""
        return False

    def pace(self, address: Address) -> float:
        """Seconds to leave between two edits in this chat."""
        return self._outbox.pace.gap(address.chat)

    def _make_bot(self) -> Bot:
        return Bot(
            self._token,
            base_url=f"{self.address}/bot",
            base_file_url=f"{self.address}/file/bot",
            request=self._requests,
            get_updates_request=self._polls,
        )

    async def _sign_in(self) -> None:
        """Asks who we are until Telegram answers; ends a webhook that an earlier run may have set, but not ours."""
        if not _TOKEN.fullmatch(self._token):
            raise BadToken(WRONG)
        pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
        while True:
            try:
                await self._bot.initialize()
                if not self._hook:
                    await end_webhook(self._bot)
                return
            except TelegramError as error:
                if is_bad_token(error):
                    raise BadToken(WRONG) from None  # its own words hold the token
                pause = pauses.next(after(error))
                log.warning("%s; I try again in %.0f s", ours(error), pause)
                await asyncio.sleep(pause)


def _hush() -> None:
    """httpx logs every URL, and those hold the token; what the library logs of broken answers, it raises too."""
    for name, level in (
        ("httpx", logging.WARNING),
        ("httpcore", logging.WARNING),
        (_ANSWERS, logging.CRITICAL),
    ):
        logging.getLogger(name).setLevel(level)
