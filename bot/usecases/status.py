"""The status message of one job: the newest state wins, edits keep the platform's pace."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from types import TracebackType
from typing import Self

from bot.messages import Address, Card, Receipt
from bot.ports import Unavailable, Unreachable
from bot.usecases.answers import Answers

log = logging.getLogger(__name__)

LAST_WORD = 30.0
"""Seconds before an address closes: what is said then can still be read there."""


class StatusMessage:
    """Shows cards in one message until it is closed; then no edit of it is under way any more.

    `async with StatusMessage(...) as status: status.show(card)`. A platform that is down costs no card but the
    outdated ones; one that never answers again is given up silently: the result is delivered separately.
    """

    def __init__(
        self,
        answers: Answers,
        address: Address,
        receipt: Receipt | None,
        posted: Callable[[Receipt], Awaitable[None]],
        parting: Card,
    ) -> None:
        """`receipt` is the status message of an earlier run; `posted` keeps the one that is made. `parting` is the last
        that is shown where the address closes before all is over."""
        self._answers = answers
        self._address = address
        self._posted = posted
        self.receipt = receipt
        self._card: Card | None = None
        self._changed = asyncio.Event()
        self._closing = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._parting = parting
        self._parts: asyncio.TimerHandle | None = None
        self._parted = False

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._work())
        left = (self._address.closes or 0.0) - time.time()
        if left > 0:
            self._parts = asyncio.get_running_loop().call_later(left - LAST_WORD, self._part)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._changed.set()
        if self._parts:
            self._parts.cancel()
        if self._task:
            await self._over(self._task)

    def show(self, card: Card) -> None:
        """Shows this card next, in place of whatever has not been shown yet; a preview among that goes along."""
        if self._parted:
            return
        if card.preview is None and self._card:
            card = replace(card, preview=self._card.preview)
        self._card = card
        self._changed.set()

    def _part(self) -> None:
        self.show(self._parting)
        self._parted = True

    @staticmethod
    async def _over(task: asyncio.Task[None]) -> None:
        """Waits for the edit under way; whoever is stopped meanwhile stops that, too, and leaves nothing behind."""
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait([task])
            raise

    async def _work(self) -> None:
        while True:
            await self._changed.wait()
            if self._closing.is_set():
                return
            self._changed.clear()
            card, self._card = self._card, None
            if card is not None and (pause := await self._post(card)) is not None:
                await self._rest(pause)

    async def _post(self, card: Card) -> float | None:
        """Shows the card; returns how long to rest, None where nothing more need be shown."""
        try:
            if self.receipt is None:
                self.receipt = await self._answers.send(self._address, card)
                await self._posted(self.receipt)
            else:
                await self._answers.edit(self.receipt, card)
        except Unavailable as error:
            self._card = self._card or card
            self._changed.set()
            return error.after or 5.0
        except Unreachable:
            self._closing.set()
        except Exception:
            log.exception("a status message could not be shown")
        return self._answers.pace(self._address)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._closing.wait(), seconds)
        except TimeoutError:
            return
