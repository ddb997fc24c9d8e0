"""An engine's process killed, and its threads ended, in every window of a job: accepted, lost, doubled.

python -m benchmarks.deaths [--deaths 100]

Each death is made by a hook that stands in the window, so none is left to luck: a file in a folder asks for it. Two
people ask for a picture each at a time; every picture is compared with the one that nothing disturbed.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import logging
import multiprocessing
import os
import signal
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import aclosing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from PIL import Image

from engine.api.cards import ModelCard
from engine.api.events import Done, Event, Failed, Final, Queued
from engine.api.jobs import Job
from engine.api.ports import Engine
from engine.api.recipe import Recipe
from engine.local import finishers
from engine.local.engine import LocalEngine
from engine.mailbox import Mailbox
from engine.models.files.catalogue import STARTER
from engine.models.library import ModelLibrary
from engine.process import engine as process
from engine.process import inside
from engine.process.engine import ProcessEngine
from engine.process.messages import FromEngine, Happened

WINDOWS = ("waiting", "loading", "reading the prompt", "drawing", "decoding", "encoding")
"""Where a thread may end; a process, in these too."""

HANDING_OVER, HANDED_OVER = "handing over", "handed over"
"""Right before a process sends a job's pictures, and right after."""

LOST_SECONDS = 300.0
"""Without an end for so long, a job is lost."""

COUNTED = ("accepted", "drawn", "the same", "told", "lost", "doubled")

Hook = Callable[[str], None]


class Model:
    """A model with hooks."""

    def __init__(self, model: Any, hook: Hook) -> None:
        self._model = model
        self._hook = hook

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def condition(self, *what: Any, **more: Any) -> Any:
        self._hook("reading the prompt")
        return self._model.condition(*what, **more)

    def predict(self, *what: Any, **more: Any) -> Any:
        self._hook("drawing")
        return self._model.predict(*what, **more)

    def decode(self, *what: Any, **more: Any) -> Any:
        self._hook("decoding")
        return self._model.decode(*what, **more)


class Library:
    """A library of such models."""

    def __init__(self, hook: Hook) -> None:
        self._library = ModelLibrary(Path("nowhere"), embedded=STARTER)
        self._hook = hook
        self._models: dict[str, Model] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def room(self, name: str, beside: Collection[str]) -> bool:
        self._hook("waiting")
        return self._library.room(name, beside)

    def load(self, name: str, beside: Collection[str] = ()) -> Any:
        self._hook("loading")
        return self._models.setdefault(name, Model(self._library.load(name, beside), self._hook))


def die_if_asked(folder: Path, end: Callable[[], None], window: str) -> None:
    """Ends what calls it if there is a file of the window's name; the file goes, so it is once."""
    try:
        (folder / window).unlink()
    except FileNotFoundError:
        return
    end()


def exit_thread() -> None:
    """Raises what is no `Exception`."""
    raise SystemExit


def kill_process() -> None:
    """Ends this process as the kernel does."""
    os.kill(os.getpid(), signal.SIGKILL)


def make(folder: Path, end: Callable[[], None]) -> Engine:
    """An engine with a hook in every window."""
    hook = partial(die_if_asked, folder, end)
    encode, say = finishers.picture, inside.Voice.say  # type: ignore[attr-defined]

    def encoding(*what: Any, **more: Any) -> Any:
        hook("encoding")
        return encode(*what, **more)

    def saying(voice: inside.Voice, message: FromEngine) -> None:
        done = isinstance(message, Happened) and isinstance(message.event, Done)
        if done:
            hook(HANDING_OVER)
        say(voice, message)
        if done:
            hook(HANDED_OVER)

    finishers.picture = encoding  # type: ignore[attr-defined]
    inside.Voice.say = saying  # type: ignore[method-assign, assignment]
    return LocalEngine(Library(hook))


def asked(who: str, number: int, card: ModelCard) -> Job:
    """What one of the two asks for; always the same picture."""
    recipe = Recipe(
        model=card.name,
        width=card.native.width,
        height=card.native.height,
        steps=4,
        cfg=2,
        sampler="euler",
        seed=len(who),
    )
    return Job(id=f"{who}{number}", tenant=who, mode="text", prompt="a red fox", recipe=recipe)


async def outcome(engine: Engine, job: Job, there: dict[str, np.ndarray]) -> Counter[str]:
    """What became of a job, in the words of `COUNTED`; the first picture of each person is what others are held to."""
    told: list[Event] = []
    with suppress(Exception):  # no end, or a stream that breaks: the job is lost
        async with asyncio.timeout(LOST_SECONDS), aclosing(engine.submit(job)) as events:
            async for event in events:
                told.append(event)
    finals = [event for event in told if isinstance(event, Final)]
    counted = Counter(accepted=int(isinstance(told[0], Queued)) if told else 0, lost=int(not finals))
    counted["told"] = int(any(isinstance(event, Failed) for event in finals))
    for done in [event for event in finals if isinstance(event, Done)]:
        pixels = np.asarray(Image.open(io.BytesIO(done.pictures[0].png)).convert("RGB")).astype(int)
        same = np.abs(pixels - there.setdefault(job.tenant, pixels)).max() <= 2
        counted += Counter(drawn=1, **{"the same": int(same)})
    return counted


async def suffer(
    engine: Engine, folder: Path, windows: Collection[str], deaths: int
) -> dict[str, Counter[str]]:
    """So many deaths in each window, one after the other; what became of the jobs."""
    there: dict[str, np.ndarray] = {}
    card = ModelLibrary(Path("nowhere"), embedded=STARTER).cards()[0]
    both = ("ann", "bobby")
    await asyncio.gather(*(outcome(engine, asked(who, 0, card), there) for who in both))
    counts = {window: Counter[str]() for window in windows}
    for window, count in counts.items():
        with ends_told() as ends:
            for number in range(1, deaths + 1):
                (folder / window).touch()
                outcomes = (outcome(engine, asked(who, number, card), there) for who in both)
                for counted in await asyncio.gather(*outcomes):
                    count.update(counted)
                assert not (folder / window).exists(), f"nobody died {window}"
        count["doubled"] = len(ends) - deaths * len(both)  # of a lost one, it is told when it is left
    return counts


@contextmanager
def ends_told() -> Iterator[list[Event]]:
    """The ends that an engine tells in the block, whether anybody reads them or not."""
    ends: list[Event] = []
    post = Mailbox.post

    def posting(mailbox: Mailbox, event: Event) -> None:
        if isinstance(event, Final):
            ends.append(event)
        post(mailbox, event)

    with patch.object(Mailbox, "post", posting):
        yield ends


async def in_threads(deaths: int) -> dict[str, Counter[str]]:
    """Threads end."""
    with tempfile.TemporaryDirectory() as folder:
        async with make(Path(folder), exit_thread) as engine:
            return await suffer(engine, Path(folder), WINDOWS, deaths)


async def in_a_process(deaths: int) -> dict[str, Counter[str]]:
    """The process is killed."""
    process.FIRST_PAUSE = 0.01
    multiprocessing.get_context("forkserver").set_forkserver_preload(
        ["engine.local.engine", "engine.models.library"]
    )
    with tempfile.TemporaryDirectory() as folder:
        maker = partial(make, Path(folder), kill_process)
        async with ProcessEngine(maker, ModelLibrary(Path("nowhere")).cards, "forkserver") as engine:
            return await suffer(engine, Path(folder), (*WINDOWS, HANDING_OVER, HANDED_OVER), deaths)


def table(title: str, counts: dict[str, Counter[str]], deaths: int) -> str:
    """What became of the jobs of each window, a line each."""
    lines = [f"{title}: {deaths} deaths a window", f"{'':<20}" + "".join(f"{word:>10}" for word in COUNTED)]
    lines += [
        f"{window:<20}" + "".join(f"{count[word]:>10}" for word in COUNTED)
        for window, count in counts.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--deaths", type=int, default=100)
    deaths = parser.parse_args().deaths
    logging.disable()
    print(table("processes", asyncio.run(in_a_process(deaths)), deaths), end="\n\n", flush=True)
    print(table("threads", asyncio.run(in_threads(deaths)), deaths))


if __name__ == "__main__":
    main()
