"""Discord, over discord.py: slash commands, a menu on messages, replies, and buttons that work for ever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from typing import TypeVar

import aiohttp
import discord

from bot.messages import Address, Card, Receipt
from bot.pauses import Pauses
from bot.platforms.discord import read
from bot.platforms.discord.client import LukisClient, point_at
from bot.platforms.discord.errors import in_our_words
from bot.platforms.discord.look import standing
from bot.platforms.discord.outbox import Outbox
from bot.platforms.discord.unreadable import UNREADABLE, from_outside
from bot.platforms.discord.uploads import Draft, draft, heavy
from bot.platforms.discord.work import Work
from bot.ports import BadToken, Service, Unavailable, Unreachable
from bot.standing import Standing

log = logging.getLogger(__name__)

T = TypeVar("T")

LONGEST_SEND = 300.0
"""Seconds for one message with its files, discord.py's own attempts included: lines can be slow."""

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 120.0
"""Seconds between attempts to connect; each pause doubles the last."""

GRACE = 1.0
"""Seconds that what is being answered gets at a stop."""

_BAD_TOKEN = 4004
"""What the gateway closes with."""


class DiscordPlatform:
    """A `bot.ports.Platform`. Addresses and receipts hold all that answering takes, so restarts lose nothing."""

    name = read.NAME
    title = "Discord"
    undoes = False
    whispers = True
    largest = 9_000_000

    def __init__(self, token: str, api_url: str | None = None, proxy: str | None = None) -> None:
        """`api_url` is what answers in place of `https://discord.com`, `proxy` is on the way there."""
        self._token = token
        self._proxy = proxy
        self._api_url = api_url
        self.address = (api_url or "https://discord.com").rstrip("/")
        self._client: LukisClient | None = None
        self._outbox: Outbox | None = None
        self._work = Work()

    def client(self, service: Service) -> LukisClient:
        """A fresh client, over which everything goes out from now on."""
        point_at(self._api_url)
        self._client = LukisClient(service, self._work, self._proxy)
        self._outbox = Outbox(self._client)
        return self._client

    @property
    def connected(self) -> bool:
        """See `Platform`."""
        return self._client is not None and self._client.listens

    async def run(self, service: Service) -> None:
        """Connects and listens until cancelled; discord.py itself reconnects what it can.

        Raises:
            BadToken: the token is wrong.
        """
        pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
        while True:
            async with self.client(service) as client:
                try:
                    await self._listen(client)
                except asyncio.CancelledError:
                    await self._work.end(GRACE)
                    raise
            await asyncio.sleep(pauses.next())

    async def look(self, chats: Sequence[str]) -> Standing:
        """See `bot.standing.Looks`."""
        return await standing(self._token, self._api_url, self._proxy, chats)

    async def _listen(self, client: LukisClient) -> None:
        try:
            await client.start(self._token)
        except discord.LoginFailure:
            raise BadToken("Discord does not accept the token") from None
        except discord.ConnectionClosed as error:
            if error.code == _BAD_TOKEN:
                raise BadToken("Discord does not accept the token") from None
            log.warning("Discord closed the connection (%s)", error.code)
        except (OSError, aiohttp.ClientError, discord.DiscordException) as error:
            log.warning("Discord can't be reached: %s", type(error).__name__)
        except Exception as error:
            if not from_outside(error):
                raise
            UNREADABLE.say("what begins a connection", error)

    async def send(self, address: Address, card: Card) -> Receipt:
        """Answers with a new message; the same card in answer to the same event is one message."""
        key = f"{address.origin} {card!r}" if address.origin else None
        return await self._sent(self._out().send(address, await _drawn(card), key))

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """Changes a message in place; one that is gone is no error."""
        await self._sent(self._out().edit(receipt, await _drawn(card)))

    async def remove(self, receipt: Receipt, instead: Card) -> None:
        """Deletes messages; those that are gone are no error, and Discord keeps none."""
        await self._sent(self._out().remove(receipt))

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """The status message becomes the result; if its time is over, the channel gets a message instead."""
        if status:
            turned = await self._sent(self._out().turn(status, await _drawn(card)))
            if turned:
                return status
        return await self._sent(self._out().send(address, await _drawn(card), key))

    async def admins(self, chat: str) -> Sequence[str]:
        """The id of the owner of a channel's server: who else may manage messages nobody tells without being asked."""
        channel = self._connected().get_channel(int(chat))
        guild = getattr(channel, "guild", None)
        return [str(guild.owner_id)] if guild and guild.owner_id else []

    async def governs(self, person: str, chat: str) -> bool:
        """Whether they may manage messages in a server's channel."""
        channel = self._connected().get_channel(int(chat))
        if channel is None or isinstance(channel, discord.abc.PrivateChannel):
            return False
        with in_our_words():
            member = await channel.guild.fetch_member(int(person))
        return channel.permissions_for(member).manage_messages

    async def alone(self, person: str) -> Address:
        """The channel of private messages with somebody."""
        client = self._connected()
        if not person.isdecimal():
            raise Unreachable("that is no id of Discord's")  # perhaps the name of somebody in ADMINS
        with in_our_words():
            channel = await client.create_dm(discord.Object(int(person)))
        return Address(platform=self.name, chat=str(channel.id))

    async def let_go(self, chat: str) -> bool:
        """Discord has all that is shown itself."""
        return False

    def pace(self, address: Address) -> float:
        """Discord takes about one edit a second; previews make each one heavier."""
        return 2.0

    def _out(self) -> Outbox:
        self._connected()
        assert self._outbox is not None
        return self._outbox

    def _connected(self) -> LukisClient:
        if self._client is None or self._client.application_id is None:
            raise Unavailable("not connected to Discord yet")
        return self._client

    @staticmethod
    async def _sent(sending: Awaitable[T]) -> T:
        with in_our_words():
            async with asyncio.timeout(LONGEST_SEND):
                return await sending


async def _drawn(card: Card) -> Draft:
    """The message that shows a card; making its files smaller takes a thread."""
    return await asyncio.to_thread(draft, card) if heavy(card) else draft(card)
