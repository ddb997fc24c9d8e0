"""The ports with somebody who watches: each does what the one below it does, and tells how that went."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Awaitable, Collection, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any, Self, TypeVar

from bot import about
from bot.messages import Address, Card, Receipt
from bot.ports import Declined, Platform, Unavailable, Unreachable
from bot.quotas.windows import Allowance
from bot.store import Store
from bot.store.db import Database
from bot.store.jobs import JobStore
from bot.store.rows import JobRow, State
from bot.translating import Translation, Translator
from bot.translation.translator import PromptTranslator
from bot.watching.happenings import (
    Accepted,
    Call,
    Drawn,
    Finished,
    HandedOver,
    Kept,
    Taken,
    Translated,
    Tried,
    Waited,
    Watch,
)
from engine.api.capacity import Capacity
from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.events import Cancelled, Done, Event, Failed, Started
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.api.ports import Engine

T = TypeVar("T")


class WatchedEngine:
    """An `engine.api.ports.Engine`; whoever made the one below it opens and closes that."""

    def __init__(self, engine: Engine, watch: Watch) -> None:
        self._engine = engine
        self._watch = watch
        self.cancel = engine.cancel

    async def __aenter__(self) -> Self:
        """See `Engine`."""
        await self._engine.__aenter__()
        return self

    async def __aexit__(self, *exc: object) -> None:
        """See `Engine`."""
        await self._engine.__aexit__(*exc)

    def models(self) -> Sequence[ModelCard]:
        """See `Engine`."""
        return self._engine.models()

    def addons(self) -> Addons:
        """See `Engine`."""
        return self._engine.addons()

    def passed_over(self) -> Sequence[PassedOver]:
        """See `Engine`."""
        return self._engine.passed_over()

    def devices(self) -> Sequence[DeviceState]:
        """See `Engine`."""
        return self._engine.devices()

    def capacity(self) -> Capacity | None:
        """See `Engine`."""
        return self._engine.capacity()

    async def submit(self, job: Job) -> AsyncGenerator[Event, None]:
        """See `Engine.submit`. A job that is drawn anew after a device has died has waited once."""
        began, drawing = time.perf_counter(), False
        async with aclosing(self._engine.submit(job)) as events:
            async for event in events:
                now = time.perf_counter()
                if isinstance(event, Started) and not drawing:
                    self._watch(Waited(job, now - began))
                    began, drawing = now, True
                elif isinstance(event, Done | Failed | Cancelled) and drawing:
                    self._watch(Drawn(job, event, now - began))
                yield event


class WatchedTranslator:
    """A `bot.ports.Translator`."""

    def __init__(self, translator: Translator, watch: Watch) -> None:
        self._translator = translator
        self._watch = watch
        self.correct, self.forget = translator.correct, translator.forget
        if isinstance(translator, PromptTranslator):
            translator.tell(lambda tried: watch(Tried(tried.provider, tried.kind, tried.seconds)))

    async def translate(self, prompt: str, language: str | None = None, *, person: str = "") -> Translation:
        """See `Translator.translate`."""
        began = time.perf_counter()
        translation = await self._translator.translate(prompt, language, person=person)
        self._watch(Translated(about.now().job, translation, time.perf_counter() - began))
        return translation


class WatchedPlatform:
    """A `bot.ports.Platform`."""

    def __init__(self, platform: Platform, watch: Watch) -> None:
        self._platform = platform
        self._watch = watch
        self.name, self.title, self.undoes = platform.name, platform.title, platform.undoes
        self.whispers, self.largest = platform.whispers, platform.largest
        self.run, self.pace, self.let_go = platform.run, platform.pace, platform.let_go
        self.admins, self.alone, self.governs = platform.admins, platform.alone, platform.governs

    @property
    def connected(self) -> bool:
        """See `Platform`."""
        return self._platform.connected

    async def send(self, address: Address, card: Card) -> Receipt:
        """See `Platform.send`."""
        return await self._told("send", self._platform.send(address, card))

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """See `Platform.edit`."""
        await self._told("edit", self._platform.edit(receipt, card))

    async def remove(self, receipt: Receipt, instead: Card) -> None:
        """See `Platform.remove`."""
        await self._told("remove", self._platform.remove(receipt, instead))

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """See `Platform.deliver`."""
        return await self._told("deliver", self._platform.deliver(address, status, card, key), key)

    async def _told(self, call: Call, work: Awaitable[T], job: str = "") -> T:
        began = time.perf_counter()
        taken: Taken = "taken"
        slowed = False
        try:
            return await work
        except Unavailable as error:
            taken, slowed = "later", error.after is not None
            raise
        except Declined:
            taken = "declined"
            raise
        except Unreachable:
            taken = "unreachable"
            raise
        except Exception:
            taken = "broken"
            raise
        finally:
            self._watch(HandedOver(self.name, call, job, taken, time.perf_counter() - began, slowed))


class WatchedJobs(JobStore):
    """A `JobStore` that tells of each job as it is taken and as it ends; it keeps those in mind that are neither."""

    def __init__(self, db: Database, watch: Watch) -> None:
        super().__init__(db)
        self._watch = watch
        self._open: dict[str, JobRow] = {}

    async def add(self, job: JobRow, limit: int, allowances: Sequence[Allowance] = ()) -> bool:
        """See `JobStore.add`."""
        if new := await super().add(job, limit, allowances):
            self._open[job.id] = job = replace(job, created=job.created or time.time())
            self._watch(Accepted(job))
        return new

    async def unfinished(self, platforms: Collection[str]) -> list[JobRow]:
        """See `JobStore.unfinished`."""
        jobs = await super().unfinished(platforms)
        self._open |= {job.id: job for job in jobs}
        return jobs

    async def finish(self, job_id: str, state: State, *rest: Any, **about: Any) -> bool:
        """See `JobStore.finish`."""
        ended = await super().finish(job_id, state, *rest, **about)
        if ended and (job := self._open.pop(job_id, None)):
            error = about.get("error")
            self._watch(Finished(replace(job, state=state, error=error, finished=time.time())))
        return ended


def watched_store(store: Store, watch: Watch) -> Store:
    """The store, whose jobs and whose database somebody watches."""
    store.db.timed = lambda what, seconds: watch(Kept(what, seconds))
    return replace(store, jobs=WatchedJobs(store.db, watch))
