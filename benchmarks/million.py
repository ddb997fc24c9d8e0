"""A database as it is after years: a million jobs of ten thousand people, one of whom asked for a tenth of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from bot.messages import Address, Receipt
from bot.store.migrations import migrate
from bot.store.rows import translation_json
from bot.translating import Translation
from engine.api.recipe import Recipe

BUSIEST = "telegram:1"
"""Who asked for a tenth of all jobs, mostly in groups."""

GROUPS = 20
BATCH = 20_000

_RECIPE = Recipe(model="starter", width=512, height=512, steps=20, cfg=7, sampler="euler", seed=1)
_ENGLISH = Translation("seekor rubah merah di salju", "a red fox in the snow", "id", "translated", "google")
_STATES = ("done",) * 18 + ("failed", "cancelled")

_INSERTS = {
    "jobs": "INSERT INTO jobs (id, person, address, platform, origin, mode, prompt, translation, recipe, state,"
    " created, finished, seconds) VALUES (?, ?, ?, 'telegram', ?, 'text', ?, ?, ?, ?, ?, ?, 1.0)",
    "images": "INSERT INTO images (job, idx, seed, width, height, file, deleted) VALUES (?, ?, 1, 512, 512, ?, ?)",
    "deliveries": "INSERT INTO deliveries (job, state, receipt, changed) VALUES (?, 'sent', ?, ?)",
    "messages": "INSERT INTO messages (platform, chat, message, job, idx, kind)"
    " VALUES ('telegram', ?, ?, ?, ?, 'picture')",
}


def person(number: int) -> str:
    """The key of the person with that number, from 1 on."""
    return f"telegram:{number}"


def build(file: Path, jobs: int, people: int, seed: int = 0) -> None:
    """Writes such a database; what is kept of each job is what the program keeps."""
    migrate(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for pragma in (
            "journal_mode=OFF",
            "synchronous=OFF",
            "cache_size=-1000000",
            "locking_mode=EXCLUSIVE",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO people (key, name, platform_language, seen) VALUES (?, 'Someone', 'id', 1)",
            ((person(i + 1),) for i in range(people)),
        )
        fill(connection, jobs, people, Random(seed))
        remember(connection)
        connection.execute("COMMIT")


def fill(connection: sqlite3.Connection, jobs: int, people: int, random: Random) -> None:
    """Adds the jobs with all that belongs to them, a batch at a time."""
    rows = _rows(jobs, people, random)
    while batch := list(islice(rows, BATCH)):
        for table, insert in _INSERTS.items():
            connection.executemany(insert, (row for each in batch for row in each[table]))


def remember(connection: sqlite3.Connection, count: int = 50_000) -> None:
    """Adds translations, as many as are kept."""
    connection.executemany(
        "INSERT INTO translations (text, language, provider, english, used_at) VALUES (?, 'id', 'google', 'x', ?)",
        ((f"{_ENGLISH.original} {i}", i) for i in range(count)),
    )


def _rows(jobs: int, people: int, random: Random) -> Iterator[dict[str, list[tuple[Any, ...]]]]:
    recipe, english = _RECIPE.model_dump_json(), translation_json(_ENGLISH)
    for i in range(jobs):
        number = 1 if random.random() < 0.1 else random.randint(2, people)
        chat = (
            f"-100{random.randrange(GROUPS)}"
            if random.random() < (0.7 if number == 1 else 0.2)
            else str(number)
        )
        job = random.randbytes(8).hex()
        address = Address(platform="telegram", chat=chat, message=str(i), data={"event": f"{chat}/{i}"})
        state = random.choice(_STATES)
        count = (4 if random.random() < 0.1 else 1) if state == "done" else 0
        deleted = int(random.random() < 0.03)
        shown = tuple(str(i * 10 + k) for k in range(max(count, 1)))
        receipt = Receipt(platform="telegram", chat=chat, messages=shown).model_dump_json()
        words = (f"{_ENGLISH.original} {i}", english, recipe, state)
        yield {
            "jobs": [
                (job, person(number), address.model_dump_json(), address.origin, *words, float(i), i + 1.0)
            ],
            "images": [(job, k, f"pictures/{job[:2]}/{job}-{k}.png", deleted) for k in range(count)],
            "deliveries": [(job, receipt, i + 1.0)],
            "messages": [(chat, message, job, k) for k, message in enumerate(shown)],
        }
