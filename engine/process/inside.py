"""Inside the engine's process: an engine that hears and answers over a pipe, and ends with its parent."""

from __future__ import annotations

import asyncio
import ctypes
import faulthandler
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from functools import partial
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection
from typing import Any, NoReturn

from engine.api.devices import DeviceState
from engine.api.errors import DeviceLost
from engine.api.events import Cancelled, Event, Failed
from engine.api.jobs import Job
from engine.api.ports import Engine
from engine.failures import failed
from engine.models.files.loads import LOADS, Load
from engine.process.messages import (
    Alive,
    Cards,
    Close,
    Devices,
    Happened,
    Loading,
    Logged,
    Submit,
    ToEngine,
)

log = logging.getLogger(__name__)

CARDS_SECONDS = 1.0
"""Between two looks at the models there are, and at the devices."""

PULSE = 1.0
"""Seconds between two signs of life."""

PR_SET_PDEATHSIG = 1
"""Of Linux's prctl: the signal that comes when the parent has died."""

EXIT_PARENT_GONE, EXIT_DEVICE_LOST, EXIT_BROKEN = 3, 4, 5
"""Exit codes."""


def serve(
    pipe: Connection, make: Callable[[], Engine], level: int, deadly: frozenset[Load] = frozenset()
) -> None:
    """Runs the engine that `make` makes until the parent closes it or dies. No load that is `deadly` is tried."""
    voice = Voice(pipe)
    LOADS.deadly, LOADS.begun = deadly, lambda load: voice.say(Loading(load))
    live(voice, level, lambda: _Inside(pipe, voice).run(make))


def live(voice: Voice, level: int, run: Callable[[], Coroutine[Any, Any, None]]) -> NoReturn:
    """Lives as a child: what is logged from `level` on goes to the parent, whose end is the end of this process too.

    Signals of the terminal and of a service's manager are the parent's: it decides what is still finished.
    """
    faulthandler.enable()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    end_with_parent()
    root = logging.getLogger()
    root.handlers = [_ToParent(voice)]
    root.setLevel(level)
    threading.Thread(target=_beat, args=(voice,), name="heart", daemon=True).start()
    try:
        asyncio.run(run())
    except BaseException:
        log.exception("The process can't go on")
        os._exit(EXIT_BROKEN)
    os._exit(0)  # at once: there is nothing left to tidy up that the system does not


class Voice:
    """The pipe's end for talking; any thread may."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def say(self, message: object) -> None:
        """Sends a message. A parent that hears nothing more has died, and so does this process."""
        try:
            with self._lock:
                self._pipe.send(message)
        except OSError:
            os._exit(EXIT_PARENT_GONE)


def _beat(voice: Voice) -> None:
    """Says that the process runs. One that is stopped, or holds Python's lock in native code for good, doesn't."""
    while True:
        voice.say(Alive())
        time.sleep(PULSE)


class _Inside:
    def __init__(self, pipe: Connection, voice: Voice) -> None:
        self._pipe = pipe
        self._voice = voice
        self._relays: dict[str, asyncio.Task[None]] = {}

    async def run(self, make: Callable[[], Engine]) -> None:
        heard: asyncio.Queue[ToEngine] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._listen, args=(loop, heard), name="parent", daemon=True).start()
        async with await asyncio.to_thread(make) as engine:
            watching = asyncio.create_task(self._tell_state(engine))
            while not isinstance(message := await heard.get(), Close):
                if isinstance(message, Submit):
                    relay = asyncio.create_task(self._relay(engine, message.job))
                    self._relays[message.job.id] = relay
                    relay.add_done_callback(partial(self._left, message.job.id))
                elif message.job_id in self._relays:
                    # not the engine's `cancel`: it may not have heard of the job yet
                    self._relays[message.job_id].cancel()
            watching.cancel()

    def _listen(self, loop: asyncio.AbstractEventLoop, heard: asyncio.Queue[ToEngine]) -> None:
        message: ToEngine | None = None
        while not isinstance(message, Close):
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                os._exit(EXIT_PARENT_GONE)
            loop.call_soon_threadsafe(heard.put_nowait, message)

    async def _tell_state(self, engine: Engine) -> None:
        known: Cards | None = None
        states: tuple[DeviceState, ...] = ()
        troubled = False
        while True:
            try:
                cards = Cards(tuple(engine.models()), tuple(engine.passed_over()), engine.addons())
                if cards != known:
                    self._voice.say(cards)
                if states != (states := tuple(engine.devices())):
                    self._voice.say(Devices(states))
                known, troubled = cards, False
            except Exception:
                if not troubled:
                    log.exception("Nobody knows what models and devices there are")
                troubled = True
            await asyncio.sleep(CARDS_SECONDS)

    async def _relay(self, engine: Engine, job: Job) -> None:
        try:
            async with aclosing(engine.submit(job)) as events:
                async for event in events:
                    _end_where_lost(event)
                    self._voice.say(Happened(job.id, event))
        except Exception as error:  # no engine should, but the parent waits for an end
            self._voice.say(Happened(job.id, failed(job.id, error)))

    def _left(self, job_id: str, relay: asyncio.Task[None]) -> None:
        del self._relays[job_id]
        if relay.cancelled():
            self._voice.say(Happened(job_id, Cancelled()))


def _end_where_lost(event: Event) -> None:
    """A process whose device is lost can draw nothing more: every later call would fail too."""
    if isinstance(event, Failed) and event.code == DeviceLost.code:
        os._exit(EXIT_DEVICE_LOST)


def end_with_parent() -> None:
    """A pipe's end tells it too, but not to a process that hangs in native code and holds a device."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class _ToParent(QueueHandler):
    """Leaves the log to the parent, whose formatter knows what must not be in it."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice)  # type: ignore[arg-type]
        self._voice = voice

    def enqueue(self, record: logging.LogRecord) -> None:
        self._voice.say(Logged(record))
