"""An engine that is still being made: people are answered while its libraries and its model load."""

from __future__ import annotations

import asyncio
import logging
import secrets
import threading
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, suppress
from typing import Any, Self

from engine.api.capacity import Capacity
from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.errors import EngineError
from engine.api.events import Cancelled, Event, Failed, Queued
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.api.ports import Engine
from engine.checks import check_new
from engine.failures import failed

log = logging.getLogger(__name__)


class StartingEngine:
    """An `engine.api.ports.Engine` that stands in for another until that is there, and passes everything on after."""

    def __init__(
        self,
        make: Callable[[], Engine],
        cards: Callable[[], Sequence[ModelCard]],
        passed_over: Callable[[], Sequence[PassedOver]] = lambda: (),
        addons: Callable[[], Addons] = Addons,
    ) -> None:
        """Makes nothing yet.

        Args:
            make: makes the engine; may take its time, in a thread.
            cards: asked until the engine is there; must be quick.
            passed_over: likewise, of what can't draw.
            addons: likewise, of LoRAs and embeddings.
        """
        self._make = make
        self._cards = cards
        self._passed_over = passed_over
        self._addons = addons
        self._engine: Engine | None = None
        self._stopped: dict[str, asyncio.Event] = {}
        self._open = False

    async def __aenter__(self) -> Self:
        """Begins to make the engine; returns at once."""
        self._closing = asyncio.Event()
        self._making = asyncio.create_task(self._start())
        self._open = True
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Ends the engine; one that is still being made is let go of, and never begins."""
        self._open = False
        self._closing.set()
        for stopped in self._stopped.values():
            stopped.set()
        await self._making
        if self._engine:
            await self._engine.__aexit__(*exc)

    def models(self) -> Sequence[ModelCard]:
        """The models there are now, the default one first."""
        return self._engine.models() if self._engine else self._cards()

    def addons(self) -> Addons:
        """The LoRAs and embeddings that prompts may name."""
        return self._engine.addons() if self._engine else self._addons()

    def capacity(self) -> Capacity | None:
        """See `Engine.capacity`."""
        return self._engine.capacity() if self._engine else None

    def passed_over(self) -> Sequence[PassedOver]:
        """What lies among the models and can't draw, and why."""
        return self._engine.passed_over() if self._engine else self._passed_over()

    def devices(self) -> Sequence[DeviceState]:
        """See `Engine.devices`."""
        return self._engine.devices() if self._engine else ()

    async def submit(self, job: Job) -> AsyncGenerator[Event, None]:
        """See `Engine.submit`."""
        try:
            check_new(job, self._stopped, self._open)
        except Exception as error:
            yield failed(job.id, error)
            return
        if not self._engine:
            stopped = self._stopped[job.id] = asyncio.Event()
            try:
                yield Queued(len(self._stopped))
                await self._made_or(stopped)
            finally:
                del self._stopped[job.id]
            if stopped.is_set():
                yield Cancelled()
                return
        if not self._engine:
            yield self._failed
            return
        async with aclosing(self._engine.submit(job)) as events:
            async for event in events:
                yield event

    async def cancel(self, job_id: str) -> bool:
        """See `Engine.cancel`."""
        if stopped := self._stopped.get(job_id):
            stopped.set()
            return True
        return await self._engine.cancel(job_id) if self._engine else False

    async def _start(self) -> None:
        try:
            if engine := await self._made():
                self._engine = await engine.__aenter__()
        except Exception:
            incident = secrets.token_hex(4)
            self._failed = Failed(EngineError.code, {"incident": incident})
            log.exception("Incident %s: the engine can't start", incident)

    async def _made(self) -> Engine | None:
        """The engine, or None where nobody waits for it any more.

        The thread that makes it can't be stopped, and the program's end waits for none of its kind.
        """
        loop = asyncio.get_running_loop()
        made: asyncio.Future[Engine] = loop.create_future()

        def make() -> None:
            try:
                engine = self._make()
            except BaseException as error:
                _tell(loop, made, made.set_exception, error)
            else:
                _tell(loop, made, made.set_result, engine)

        threading.Thread(target=make, name="making the engine", daemon=True).start()
        closing = asyncio.create_task(self._closing.wait())
        either: list[asyncio.Future[Any]] = [made, closing]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        closing.cancel()
        if made.done():
            return made.result()
        made.cancel()
        return None

    async def _made_or(self, stopped: asyncio.Event) -> None:
        """Returns once the engine is there, or can't be, or the job was stopped."""
        waiting = asyncio.create_task(stopped.wait())
        await asyncio.wait([self._making, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()


def _tell(
    loop: asyncio.AbstractEventLoop, made: asyncio.Future[Engine], how: Callable[[Any], None], what: Any
) -> None:
    """Lets the loop know from another thread, unless it is closed or nobody waits."""

    def tell() -> None:
        if not made.done():
            how(what)

    with suppress(RuntimeError):
        loop.call_soon_threadsafe(tell)
