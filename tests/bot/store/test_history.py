"""The history pages like a list of everything that a person has made, however long it is."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from bot.store import Store, open_store
from bot.store.history import SHELF, Page
from engine.api.modes import MODES
from engine.api.points import Point
from tests.bot.store.keeping import RECIPE, ask, draw


class Made(NamedTuple):
    """A picture as a plain list remembers it."""

    person: str
    chat: str
    job: str
    position: int


def seen(page: Page | None) -> tuple[int, int, str, int] | None:
    return (page.number, page.total, page.job.id, page.index) if page else None


def expected(made: list[Made], number: int) -> tuple[int, int, str, int] | None:
    if not made:
        return None
    number = min(max(number, 1), len(made))
    return number, len(made), made[number - 1].job, made[number - 1].position


class Model:
    """The same people and their pictures in plain lists, oldest job first."""

    def __init__(self) -> None:
        self.jobs: list[tuple[str, str, str]] = []
        self.pictures: dict[str, int] = {}

    def made(self, person: str, chat: str | None = None) -> list[Made]:
        """A person's pictures, newest first."""
        return [
            Made(who, where, job, index)
            for who, where, job in reversed(self.jobs)
            if who == person and chat in (None, where)
            for index in range(self.pictures.get(job, 0))
        ]


async def agree(store: Store, model: Model, random: Random) -> None:
    for person in "abc":
        for chat in (None, "room", "hall", "nowhere"):
            made = model.made(person, chat)
            for number in {0, 1, len(made), len(made) + 1, *random.choices(range(1, len(made) + 2), k=4)}:
                page = await store.history.page(f"fake:{person}", number, chat)
                assert seen(page) == expected(made, number)
        ids = list(dict.fromkeys(m.job for m in model.made(person)))
        asked = [job for who, _, job in reversed(model.jobs) if who == person]
        before = random.choice([None, *ids])
        after = ids[ids.index(before) + 1 :] if before else ids
        assert [j.id for j in await store.history.jobs(f"fake:{person}", before, 5)] == after[:5]
        there = {job for _, where, job in model.jobs if where == "room"}
        after = [job for job in (asked[asked.index(before) + 1 :] if before else asked) if job in there]
        assert [
            j.id for j in await store.history.recent(f"fake:{person}", ("fake", "room"), before, 5)
        ] == after[:5]


@pytest.mark.parametrize("seed", range(4))
async def test_it_pages_like_a_list(tmp_path: Path, seed: int) -> None:
    random, model = Random(seed), Model()
    waiting: list[str] = []
    async with open_store(tmp_path) as store:
        for step in range(120):
            match random.choices(("ask", "draw", "delete", "look"), (4, 4, 1, 1))[0]:
                case "ask":
                    job, person, chat = f"job{step}", random.choice("aaabc"), random.choice(("room", "hall"))
                    await ask(store, job, person, chat)
                    model.jobs.append((person, chat, job))
                    waiting.append(job)
                case "draw" if waiting:
                    job = waiting.pop(random.randrange(len(waiting)))
                    model.pictures[job] = random.choice((0, 1, 1, 1, 4))
                    await draw(store, job, model.pictures[job])
                case "delete" if model.pictures:
                    job = random.choice(list(model.pictures))
                    await store.history.delete(job)
                    model.pictures[job] = 0
                case "look":
                    await agree(store, model, random)
        await agree(store, model, random)


async def test_every_page_of_a_history_of_several_shelves(tmp_path: Path) -> None:
    model, count = Model(), 2 * SHELF + 40
    async with open_store(tmp_path) as store:
        await store.db.connection.execute("PRAGMA synchronous=OFF")
        for i in range(count):
            await ask(store, f"job{i}", "a", ("room", "hall")[i % 2])
            model.jobs.append(("a", ("room", "hall")[i % 2], f"job{i}"))
            model.pictures[f"job{i}"] = 1
            await draw(store, f"job{i}")
        for i in range(SHELF, 2 * SHELF, 1):  # a shelf that is empty, and one with gaps
            await store.history.delete(f"job{i - 1}")
            model.pictures[f"job{i - 1}"] = 0
        for i in range(0, SHELF, 3):
            await store.history.delete(f"job{i}")
            model.pictures[f"job{i}"] = 0
        for chat in (None, "room"):
            made = model.made("a", chat)
            for number in range(1, len(made) + 1, 7):
                assert seen(await store.history.page("fake:a", number, chat)) == expected(made, number)


async def test_what_is_a_step_on_the_way_is_in_no_history_and_stays_in_the_chat(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        for mode in MODES:
            await ask(store, mode, mode=mode)
            await draw(store, mode, 2)
        steps = [mode.name for mode in MODES.values() if mode.leads]
        assert steps
        listed = [mode for mode in reversed([*MODES]) if mode not in steps]
        for chat in (None, "room"):
            pages = [await store.history.page("fake:alice", n, chat) for n in range(1, 2 * len(listed) + 1)]
            assert [(page.job.id, page.index, page.total) for page in pages if page] == [
                (mode, index, 2 * len(listed)) for mode in listed for index in (0, 1)
            ]
        assert [j.id for j in await store.history.jobs("fake:alice", None, 99)] == listed
        assert [j.id for j in await store.history.recent("fake:alice", ("fake", "room"), None, 99)] == [
            *reversed([*MODES])
        ]
        for mode in steps:
            await store.history.delete(mode)
            await store.history.restore(mode, [0])
        page = await store.history.page("fake:alice", 1)
        assert page and page.total == 2 * len(listed)


async def test_a_morph_is_one_page_while_any_of_its_frames_is_there(tmp_path: Path) -> None:
    morph = RECIPE.model_copy(update={"sweep": tuple(Point(place=i / 3) for i in range(4))})

    async def pages(store: Store) -> list[tuple[int, int, str, int] | None]:
        here = [seen(await store.history.page("fake:alice", n, "room")) for n in (1, 2, 3, 4)]
        assert here == [seen(await store.history.page("fake:alice", n)) for n in (1, 2, 3, 4)]
        return [*dict.fromkeys(here)]

    async with open_store(tmp_path) as store:
        await ask(store, "morph", mode="morph", recipe=morph)
        await ask(store, "pair")
        await draw(store, "morph", 4)
        await draw(store, "pair", 2)
        pair = [(1, 3, "pair", 0), (2, 3, "pair", 1)]
        assert await pages(store) == [*pair, (3, 3, "morph", 0)]
        await store.history.delete("morph", [0, 2])
        assert await pages(store) == [*pair, (3, 3, "morph", 1)]
        await store.history.delete("morph")
        assert await pages(store) == [(1, 2, "pair", 0), (2, 2, "pair", 1)]
        await store.history.restore("morph", [3])
        assert await pages(store) == [*pair, (3, 3, "morph", 3)]


async def test_a_clock_that_jumps_back_changes_no_order(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        for job, created in (("a", 1000.0), ("b", 2000.0), ("c", 500.0)):
            await ask(store, job, created=created)
        assert await store.jobs.unfinished_of("fake:alice") == ["a", "b", "c"]
        assert [j.id for j in await store.jobs.unfinished(["fake"])] == ["a", "b", "c"]
        for job in "cab":
            await draw(store, job)
        pages = [await store.history.page("fake:alice", n) for n in (1, 2, 3)]
        assert [page and page.job.id for page in pages] == ["c", "b", "a"]
        assert [j.id for j in await store.history.jobs("fake:alice", "c", 5)] == ["b", "a"]
        assert [j.id for j in await store.history.recent("fake:alice", ("fake", "room"), None, 5)] == [
            "c",
            "b",
            "a",
        ]


async def test_before_somebody_elses_job_there_is_nothing(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        for person in ("alice", "bob"):
            for i in range(3):
                await ask(store, f"{person}{i}", person)
                await draw(store, f"{person}{i}")
        for job in ("bob2", "never"):
            assert await store.history.jobs("fake:alice", job, 5) == []
            assert await store.history.recent("fake:alice", ("fake", "room"), job, 5) == []


@pytest.mark.parametrize(
    "number",
    [
        "'abc'",
        "''",
        "x'ff'",
        "9e999",
        "-9e999",
        "NULL",
        "4611686018427387904",
        "9223372036854775807",
        "-5",
        "1.5",
    ],
)
async def test_a_number_that_is_none_stands_in_the_way_of_no_later_job(tmp_path: Path, number: str) -> None:
    async with open_store(tmp_path) as store:
        for job in ("broken", "whole"):
            await ask(store, job)
        await store.db.write(f"UPDATE jobs SET number = {number} WHERE id = 'broken'")
        for job in ("one", "two", "three"):
            await ask(store, job, limit=100)
            await draw(store, job)
        assert [job.id for job in await store.history.jobs("fake:alice", None, 9)] == ["three", "two", "one"]
        page = await store.history.page("fake:alice", 1)
        assert page and (page.job.id, page.total) == ("three", 3)
