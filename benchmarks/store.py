"""What a chat waits for in a store of a million jobs: every query, for the busiest person and for one of many.

    python -m benchmarks.store                          # builds the database in a temporary folder
    python -m benchmarks.store --folder /tmp/million    # keeps it there, and finds it the next time

Each is asked many times; printed are the median and the worst, in milliseconds, from the call to the answer, and the
most that one took of the processor, which is what tells on a machine that is busy with other things.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.million import BUSIEST, build
from benchmarks.questions import READS, WRITES, Asker, Question
from bot.messages import Person
from bot.store import Store, open_store
from bot.translation.cache import SqliteCache

ONE_OF_MANY = 81
"""Jobs of the person whom the busiest one is compared with, or as near as there is."""


async def asker(store: Store, person: str) -> Asker:
    """A person of the database, in the group where they made most."""
    db = store.db
    there = await db.row(
        "SELECT chat, sum(pictures) AS n FROM shelves WHERE person = ? AND chat LIKE '-%' GROUP BY chat"
        " ORDER BY n DESC",
        person,
    )
    total = await db.row("SELECT sum(pictures) AS n FROM shelves WHERE person = ? AND chat = ''", person)
    jobs = await db.rows(
        "SELECT id, number FROM jobs WHERE person = ? AND shown > 0 ORDER BY random() LIMIT 500", person
    )
    messages = await db.rows(
        "SELECT m.chat, m.message FROM jobs j JOIN messages m ON m.job = j.id WHERE j.person = ? LIMIT 500",
        person,
    )
    assert there and total
    return Asker(
        store,
        SqliteCache(store.db),
        Person(person.partition(":")[0], person.partition(":")[2]),
        there["chat"],
        total["n"],
        there["n"],
        [row["id"] for row in jobs],
        [row["number"] for row in jobs],
        [(row["chat"], row["message"]) for row in messages],
    )


async def one_of_many(store: Store) -> str:
    """The person whose number of jobs is nearest to that."""
    row = await store.db.row(
        "SELECT person FROM jobs GROUP BY person ORDER BY abs(count(*) - ?), person LIMIT 1", ONE_OF_MANY
    )
    assert row
    return str(row["person"])


Took = dict[str, list[tuple[float, float]]]
"""For each question, of every time that it was asked: milliseconds, and those of the processor."""


async def measure(questions: Mapping[str, Question], asker: Asker, times: int) -> Took:
    """Asks one question after the other, all of them again and again."""
    took: Took = {name: [] for name in questions}
    for _ in range(times):
        for name, ask in questions.items():
            began, worked = time.perf_counter(), time.process_time()
            await ask(asker)
            ended, idle = time.perf_counter(), time.process_time()
            took[name].append(((ended - began) * 1000, (idle - worked) * 1000))
    return took


async def busily(asker: Asker) -> None:
    """Begins and ends jobs without a pause, until cancelled."""
    while True:
        await measure(WRITES, asker, 1)


def table(title: str, columns: Mapping[str, Took]) -> None:
    """Prints a line for each question, three figures for each person."""
    print(f"\n{title + ', ms':36}" + "".join(f"{name:>30}" for name in columns))
    print(f"{'':36}" + f"{'median':>10}{'worst':>10}{'most CPU':>10}" * len(columns))
    for name in next(iter(columns.values())):
        print(f"{name:36}" + "".join(_figures(took[name]) for took in columns.values()), flush=True)


def _figures(took: Sequence[tuple[float, float]]) -> str:
    waited, worked = zip(*took, strict=True)
    return f"{statistics.median(waited):10.2f}{max(waited):10.2f}{max(worked):10.2f}"


async def measure_all(folder: Path, times: int) -> None:
    """Measures and prints."""
    async with open_store(folder) as store:
        count = await store.db.row("SELECT count(*) AS n FROM jobs")
        gc.collect()
        gc.freeze()  # what the collector does with the program's own modules is not the store's
        many, few = await asker(store, BUSIEST), await asker(store, await one_of_many(store))
        people = {f"{a.total:,} pictures": a for a in (many, few)}
        print(f"{count['n'] if count else 0:,} jobs, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        table("read", {name: await measure(READS, a, times) for name, a in people.items()})
        writing = asyncio.create_task(busily(many))
        table("read while others write", {name: await measure(READS, a, times) for name, a in people.items()})
        writing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await writing
        table("written", {name: await measure(WRITES, a, times) for name, a in people.items()})


@contextlib.contextmanager
def database(arguments: argparse.Namespace) -> Iterator[Path]:
    """The folder of the database, which is built if it isn't there."""
    with contextlib.ExitStack() as stack:
        folder = arguments.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        file, part = folder / "lukis.sqlite", folder / "part.sqlite"
        if not file.exists():
            began = time.perf_counter()
            part.unlink(missing_ok=True)
            build(part, arguments.jobs, arguments.people)
            part.replace(file)
            print(
                f"built in {time.perf_counter() - began:.0f} s, {file.stat().st_size / 1e6:.0f} MB",
                flush=True,
            )
        yield folder


def main() -> None:
    """Reads the arguments."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--folder", type=Path, help="where the database is kept (a temporary folder)")
    parser.add_argument("--jobs", type=int, default=1_000_000)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=200, help="how often each is asked")
    arguments = parser.parse_args()
    with database(arguments) as folder:
        asyncio.run(measure_all(folder, arguments.times))


if __name__ == "__main__":
    main()
