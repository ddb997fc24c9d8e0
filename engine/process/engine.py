"""The engine in a process of its own, where an accelerator's faults end: it is started again, the program goes on.

A process that has died says nothing of who is to blame. The jobs that were being drawn in it are drawn anew, the
same pictures, each alone in the process: so whoever kills it a second time is found, and nobody else fails for it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence, Set
from dataclasses import replace
from typing import Self

from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.errors import DeviceLost
from engine.api.events import Cancelled, Done, Event, Final, Started
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.api.ports import Engine
from engine.checks import check_new
from engine.failures import failed
from engine.pauses import pause_after
from engine.process import messages, pulse
from engine.process.child import END_SECONDS, Child
from engine.process.errand import Passage
from engine.process.inside import serve
from engine.process.killers import Killers
from engine.process.pulse import silences

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0
"""Seconds before a process is started again; they double until a picture was drawn."""

MOST_STARTS = 6
"""Starts in a row after none of which a job was taken, until those who wait are told that the device is lost."""

Inner = Child[messages.ToEngine, messages.FromEngine]


class ProcessEngine:
    """An `engine.api.ports.Engine` over another one in a process of its own.

    Attributes:
        ready: whether the process takes jobs now; else they wait for it.
        on_change: called when that has changed.
    """

    def __init__(
        self,
        make: Callable[[], Engine],
        cards: Callable[[], Sequence[ModelCard]],
        method: str = "spawn",
        passed_over: Callable[[], Sequence[PassedOver]] = lambda: (),
        addons: Callable[[], Addons] = Addons,
    ) -> None:
        """Starts nothing yet.

        Args:
            make: makes the engine, in the process; can be pickled.
            cards: asked until the engine tells its own; must be quick.
            passed_over: likewise, of what can't draw.
            addons: likewise, of LoRAs and embeddings.
            method: how `multiprocessing` starts it. An accelerator does not survive a fork.
        """
        self._make = make
        self._first_cards, self._first_passed_over, self._first_addons = cards, passed_over, addons
        self._method = method
        self._told = messages.Cards(())
        self._states: tuple[DeviceState, ...] = ()
        self._errands: dict[str, Passage] = {}
        self._inside: dict[str, Passage] = {}  # in the process's hands
        self.ready = False
        self._quiet = False  # it was ready, and has said nothing since
        self.on_change: Callable[[], object] = lambda: None
        self._starts = 0  # since one was ready
        self._deaths = 0  # since a picture was drawn
        self._killers = Killers()
        self._open = False

    async def __aenter__(self) -> Self:
        """Starts the process and returns at once; jobs wait until it is there."""
        self._start()
        self._keeper = asyncio.create_task(self._keep())
        self._open = True
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Cancels what runs and waits; returns when the process has ended."""
        if not self._open:
            return
        self._open = False
        self._keeper.cancel()
        for errand in self._errands.values():
            errand.tell(Cancelled())
        self._child.tell(messages.Close())
        if self._quiet:
            self._child.kill()
        try:
            await asyncio.wait_for(self._child.ended.wait(), END_SECONDS)
        except TimeoutError:
            self._child.kill()
            await self._child.ended.wait()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._child.pid

    @property
    def hopeless(self) -> bool:
        """Whether it was started so often in vain that nobody need wait for it."""
        return self._starts >= MOST_STARTS

    @property
    def jobs(self) -> Set[str]:
        """The ids of the jobs that it has."""
        return self._errands.keys()

    def models(self) -> Sequence[ModelCard]:
        """The models there are now, the default one first."""
        return self._told.cards or self._first_cards()

    def addons(self) -> Addons:
        """The LoRAs and embeddings that prompts may name."""
        return self._told.addons if self._told.cards else self._first_addons()

    def capacity(self) -> None:
        """It can't tell: its processes choose from what they are given."""

    def passed_over(self) -> Sequence[PassedOver]:
        """What lies among the models and can't draw, and why."""
        return self._told.passed_over if self._told.cards else self._first_passed_over()

    def devices(self) -> Sequence[DeviceState]:
        """See `Engine.devices`: as it last told, which a process that has died can't do any more."""
        return [replace(state, ready=self.ready and self._open) for state in self._states]

    async def submit(self, job: Job) -> AsyncGenerator[Event, None]:
        """See `Engine.submit`."""
        errand = Passage(job)
        try:
            self._enter(errand)
            async for event in errand.mailbox:
                yield event
        finally:
            if self._errands.get(job.id) is errand:
                await self.cancel(job.id)
                del self._errands[job.id]

    async def cancel(self, job_id: str) -> bool:
        """See `Engine.cancel`."""
        errand = self._errands.get(job_id)
        if errand is None or errand.final:
            return False
        errand.tell(Cancelled())
        if self._inside.get(job_id) is errand:
            self._child.tell(messages.Cancel(job_id))
        return True

    def _enter(self, errand: Passage) -> None:
        job = errand.job
        try:
            check_new(job, self._errands, self._open)
        except Exception as error:
            errand.tell(failed(job.id, error))
            return
        self._errands[job.id] = errand
        self._hand_over()

    # the process

    def _start(self) -> None:
        self._starts += 1
        what = self._make, logging.getLogger().getEffectiveLevel(), self._killers.deadly
        self._child = child = Inner(serve, what, lambda message: self._hear(child, message), self._method)

    async def _keep(self) -> None:
        """Starts the process again whenever it has ended."""
        while True:
            await self._until_ended()
            pause = pause_after(self._deaths, FIRST_PAUSE, LONGEST_PAUSE)
            ended = "The engine's process %d has ended (exit code %s) with %d jobs in it; it starts again in %.1f s"
            log.error(ended, self.pid, self._child.exit_code, len(self._inside), pause)
            self._deaths += 1
            self._bury()
            await asyncio.sleep(0)  # who has somewhere else to go leaves
            self._give_up()
            await asyncio.sleep(pause)
            try:
                self._start()
            except Exception:
                log.exception("The engine's process can't be started")

    async def _until_ended(self) -> None:
        """Waits for the end of the process; one that gives no sign of life is ended."""
        async for silence in silences(self._child):
            self._mind(silence >= pulse.QUIET)
            if silence >= (pulse.SILENT if self.ready or self._quiet else pulse.STARTING):
                log.error("The engine's process %d gives no sign of life: it is ended", self.pid)
                self._child.kill()
                break
        await self._child.ended.wait()

    def _mind(self, quiet: bool) -> None:
        """Gives a process nothing to do while it is quiet: what it has not begun may go elsewhere."""
        if quiet != self._quiet and (self.ready or self._quiet):
            self.ready, self._quiet = not quiet, quiet
            how = "says nothing for long: it gets nothing new to do" if quiet else "goes on"
            log.warning("The engine's process %d %s", self.pid, how)
            self._hand_over()
            self.on_change()

    def _bury(self) -> None:
        """Sees to those who were in a process that has died."""
        self.ready = self._quiet = False
        struck = self._killers.died()
        lost = [errand for errand in self._inside.values() if not errand.final]
        self._inside.clear()
        drawn = [errand for errand in lost if errand.started] or lost
        for errand in lost:
            errand.deaths += 1
            # a suspect was alone; of what is struck the next process says what is wrong
            if errand.suspect and not struck:
                errand.tell(failed(errand.job.id, DeviceLost()))
            # what kills at once has no time to tell that it has started
            errand.suspect = errand in drawn or errand.deaths > 1
            errand.started, errand.place = False, 0
        self._tell_places()
        self.on_change()

    def _give_up(self) -> None:
        """Tells those who wait for a process that never comes."""
        if self.hopeless:
            for errand in self._waiting():
                errand.tell(failed(errand.job.id, DeviceLost()))

    def _hear(self, child: Inner, message: messages.FromEngine) -> None:
        if isinstance(message, messages.Logged):
            message.log()
        elif child is not self._child or isinstance(message, messages.Alive):
            pass  # last words of one that is buried, or a mere sign of life
        elif isinstance(message, messages.Loading):
            self._killers.hear(message.load)
        elif isinstance(message, messages.Devices):
            self._states = message.states
        elif isinstance(message, messages.Cards):
            self._told = message
            self.ready, self._quiet, self._starts = True, False, 0
            self._hand_over()
            self.on_change()
        else:
            self._pass_on(message)

    def _pass_on(self, message: messages.Happened) -> None:
        errand = self._inside[message.job_id]
        errand.started = errand.started or isinstance(message.event, Started)
        errand.tell(message.event)
        if isinstance(message.event, Final):
            del self._inside[message.job_id]
            if isinstance(message.event, Done):
                self._deaths = 0
            self._hand_over()

    # who goes in

    def _hand_over(self) -> None:
        """Gives the process what it may have now, and tells the others that they wait."""
        if self.ready:
            for errand in self._welcome():
                self._inside[errand.job.id] = errand
                self._child.tell(messages.Submit(errand.job))
        self._tell_places()

    def _welcome(self) -> list[Passage]:
        """All who wait; but a suspect goes in alone, before the others."""
        waiting = self._waiting()
        suspects = [errand for errand in waiting if errand.suspect]
        if suspects:
            return [] if self._inside else suspects[:1]
        return [] if any(errand.suspect for errand in self._inside.values()) else waiting

    def _waiting(self) -> list[Passage]:
        """Who is outside, in the order in which they came; not those whose id is still inside, about to leave."""
        return [e for id, e in self._errands.items() if not e.final and id not in self._inside]

    def _tell_places(self) -> None:
        for place, errand in enumerate(self._waiting(), len(self._inside) + 1):
            errand.queued(place)
