"""Shards: Discord parts its servers among several connections once they are many, and says how many those are."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
import discord
from discord.gateway import DiscordWebSocket, ReconnectWebSocket

from bot.pauses import Pauses
from bot.platforms.discord.unreadable import UNREADABLE, from_outside

log = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds from one beginning of a session to the next; a shard's number says which of them it has to wait for."""

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 120.0
"""Seconds between attempts to connect for the first time; each pause doubles the last."""

LONGEST_ATTEMPT = 180.0
"""Seconds that one of them may take, with the wait for its turn."""

_LONGEST_BACKOFF = 5
"""Attempts to connect again are at most two to the power of that many seconds apart."""


class Shard(discord.shard.Shard):
    """discord.py's, but one that is cut off keeps no other waiting, and goes on with its session once it can.

    discord.py lets all others wait that are cut off, too, and begins a new session where an attempt has failed: what
    happened meanwhile would be told to nobody.
    """

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._backoff._max = _LONGEST_BACKOFF

    async def reidentify(self, exc: ReconnectWebSocket) -> None:
        """Tries once, in the shard's own time."""
        self._cancel_task()
        self._task = asyncio.create_task(super().reidentify(exc))

    async def reconnect(self) -> None:
        """Tries again, after an attempt that failed."""
        await self.reidentify(ReconnectWebSocket(self.id, resume=self.ws.session_id is not None))

    def _cancel_task(self) -> None:
        """Ends what it does: listening, or trying to. Whoever tries does not end that by it."""
        if self._task is not asyncio.current_task():
            super()._cancel_task()


async def connect(client: discord.Client, number: int) -> DiscordWebSocket:
    """A shard's first connection, however many attempts that takes; each failure is said in one line."""
    pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
    while True:
        try:
            async with asyncio.timeout(LONGEST_ATTEMPT):
                return await DiscordWebSocket.from_client(client, shard_id=number)
        except (OSError, aiohttp.ClientError, discord.DiscordException, ReconnectWebSocket) as error:
            log.warning("Discord can't be reached: %s", type(error).__name__)
        except Exception as error:
            if from_outside(error):
                UNREADABLE.say("what begins a connection", error)
            else:
                log.exception("a connection to Discord can't begin")
        await asyncio.sleep(pauses.next())


class Turns:
    """When which shard may begin a session: Discord lets begin one of each of its buckets in five seconds."""

    def __init__(self, at_once: int = 1, clock: Callable[[], float] = time.monotonic) -> None:
        """`at_once` is how many sessions may begin at once: that of shards whose numbers follow each other."""
        self.at_once = max(1, at_once)
        self._clock = clock
        self._free: dict[int, float] = {}

    def wait(self, shard: int) -> float:
        """Takes that shard's next turn; in how many seconds that is."""
        now, bucket = self._clock(), shard % self.at_once
        turn = max(now, self._free.get(bucket, now))
        self._free[bucket] = turn + EVERY
        return turn - now


async def may_begin(shards: int, limit: Mapping[str, Any]) -> Turns:
    """Waits until as many sessions may begin; the turns in which they do. `limit` is Discord's session_start_limit.

    Who begins more in a day than Discord allows, a thousand, gets the token taken away.
    """
    if (left := limit.get("remaining", shards)) < shards:
        seconds = limit.get("reset_after", 0) / 1000
        log.warning(
            "Discord: only %d more connections may begin today, and it takes %d; I connect in %.0f min",
            left,
            shards,
            seconds / 60,
        )
        await asyncio.sleep(seconds)
    return Turns(limit.get("max_concurrency", 1))
