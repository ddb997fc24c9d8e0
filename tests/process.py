"""`lukis run` as a process of its own, to be stopped and killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial, reduce
from importlib import import_module
from pathlib import Path
from typing import Any, Self

from bot.messages import Card, Receipt
from bot.platforms.discord import inbox
from bot.store.rows import JobRow
from tests.forking import FORKING
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[1]
SLOW = {"count": 8, "steps": 150}
SLOW_FLAGS = f"--n {SLOW['count']} --steps {SLOW['steps']}"
"""A job that takes long enough to be seen under way, on the fastest machine."""


def environment(data: Path, **settings: object) -> dict[str, str]:
    """What the process sees: nothing of this one's settings, one thread, no network for translation."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV")}
    chosen = {"data_dir": data, "web": "false", "translators": "glossary", "shutdown_grace": 5, **settings}
    return {
        **kept,
        "OMP_NUM_THREADS": "1",
        "PYTHONUNBUFFERED": "1",
        **{k.upper(): str(v) for k, v in chosen.items()},
    }


HEARS = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""A suite in the background may have been told to ignore an interrupt, and what it starts would do the same."""


@asynccontextmanager
async def lukis(
    data: Path, *arguments: str, first: object = "", **settings: object
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The command, in an empty folder so that no `.env` is read; killed when the block ends.

    `first` is Python that it runs before.
    """
    data.parent.mkdir(parents=True, exist_ok=True)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        f"{HEARS}; sys.path.insert(0, {str(ROOT)!r}); {first}\nfrom bot.cli import main; main()",
        *(arguments or ("run",)),
        cwd=data.parent,
        env=environment(data, **settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def says(process: asyncio.subprocess.Process, words: str, seconds: float = PATIENCE) -> str:
    """All that the process has printed up to the line with these words."""
    assert process.stdout
    lines: list[str] = []
    async with asyncio.timeout(seconds):
        while line := (await process.stdout.readline()).decode():
            lines.append(line)
            if words in line:
                return "".join(lines)
    raise AssertionError(f"{words!r} was never said:\n{''.join(lines)}")


async def stop(process: asyncio.subprocess.Process, number: signal.Signals = signal.SIGTERM) -> int:
    """Sends the signal; the exit code."""
    process.send_signal(number)
    return await asyncio.wait_for(process.wait(), PATIENCE)


class Forked:
    """The command, forked from a process that has imported everything already: a start takes a moment.

    In a block it is killed when that ends.
    """

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        given: bytes = b"",
        dies: object = "",
        first: object = "",
        **settings: object,
    ) -> None:
        """It runs in the folder, its data in a folder there, `given` on its standard input.

        `dies` names a coroutine function of the program: "before bot.store.jobs:JobStore.add" is killed (as by
        SIGKILL) when it is called, "after ..." when it has returned; of several, joined by "+", when the last of them
        has. With the word "once" after that, it is not for jobs for which it was before: what resumes gets further.
        `first` names a function that it calls before all.
        """
        self._streams = [folder / f".{name}" for name in ("stdin", "stdout", "stderr")]
        for stream in self._streams:
            stream.write_bytes(given if stream.name == ".stdin" else b"")
        about = (str(folder), arguments, environment(folder / "data", **settings), str(dies), str(first))
        self._process = FORKING.Process(target=_child, args=about)
        self._process.start()

    @property
    def out(self) -> str:
        """What it has printed so far."""
        return self._streams[1].read_text("utf-8")

    @property
    def err(self) -> str:
        """What it has said besides, its log included."""
        return self._streams[2].read_text("utf-8")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        if self._process.is_alive():
            await self.end(signal.SIGKILL)

    async def ready(self) -> None:
        """Returns once it says that it is."""
        await self.says("is ready")

    async def says(self, words: str) -> str:
        """All that it has printed and said, once these words are in it."""
        for _ in range(int(PATIENCE * 10)):
            alive = self._process.is_alive()
            if words in (said := self.out + self.err):
                return said
            assert alive, said
            await asyncio.sleep(0.1)
        raise AssertionError(f"{words!r} was never said:\n{self.out}{self.err}")

    async def end(self, number: signal.Signals | None = None) -> int:
        """Sends a signal, if any, and waits; the exit code, negative for a signal that it did not handle."""
        assert self._process.pid
        if number:
            os.kill(self._process.pid, number)
        await asyncio.to_thread(self._process.join, PATIENCE)
        assert self._process.exitcode is not None, self.out + self.err
        return self._process.exitcode


def _child(folder: str, arguments: tuple[str, ...], variables: dict[str, str], dies: str, first: str) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a suite in the background may have been told to ignore it
    for number, name in enumerate((".stdin", ".stdout", ".stderr")):
        os.dup2(os.open(name, os.O_RDWR | os.O_APPEND), number)
    sys.stdin = os.fdopen(0, closefd=False)
    if dies:
        inbox.LONGEST_NOTE = PATIENCE  # what is to be noted before it dies is, however busy the machine
        _die(*dies.split())
    if first:
        module, _, name = first.partition(":")
        getattr(import_module(module), name)()
    from bot.cli import main

    main(arguments)


def _die(when: str, where: str, often: str = "") -> None:
    """Kills this process before or after its first call of coroutine functions ("module:Class.method+module:...")."""
    places, reached = where.split("+"), defaultdict[str, set[str]](set)

    def last(place: str, given: Sequence[Any]) -> bool:
        about = _about(given) if often else "all"
        if not about or about in _deaths():
            return False
        reached[about].add(place)
        if len(reached[about]) < len(places):
            return False
        if often:
            _DEATHS.write_text("\n".join([*_deaths(), about]), "utf-8")
        return True

    for place in places:
        _watch(place, when, partial(last, place))


def _watch(place: str, when: str, last: Callable[[Sequence[Any]], bool]) -> None:
    """Kills this process before or after a call of a coroutine function that is the `last` one for what it is about."""
    module, _, path = place.partition(":")
    *owners, name = path.split(".")
    owner = reduce(getattr, owners, import_module(module))
    real = getattr(owner, name)

    async def watched(*given: Any, **named: Any) -> Any:
        result = await real(*given, **named) if when == "after" else None
        if last(given[1:]):
            os.kill(os.getpid(), signal.SIGKILL)
        return result if when == "after" else await real(*given, **named)

    setattr(owner, name, watched)


_DEATHS = Path("deaths")


def _deaths() -> list[str]:
    """What processes here have died for."""
    return _DEATHS.read_text("utf-8").split() if _DEATHS.exists() else []


def _about(given: Sequence[Any]) -> str:
    """The job, or else the message, that a call is about."""
    return next(filter(None, (*map(_job_of, given), *map(_message_of, given))), "")


def _job_of(thing: Any) -> str:
    match thing:
        case JobRow(address=where):
            return where.origin or ""  # asked again after a kill, it has another id
        case Card(job=str(job)):
            return job
        case str() if len(thing) == 16:
            return thing
    return ""


def _message_of(thing: Any) -> str:
    return f"{thing.chat}/{thing.messages[0]}" if isinstance(thing, Receipt) else ""
