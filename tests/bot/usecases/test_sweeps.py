"""Sweeps: several values of a parameter, or of words, on one contact sheet."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.sheet import draw
from bot.usecases import sheets
from tests.chat import FakeTranslator, stage
from tests.patience import PATIENCE


async def test_words_and_values_are_tried_in_every_combination_on_one_sheet(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        on.engine.hold()
        await alice.send("/imagine a {red,blue} ball --steps 2,4,6 --seed 7")
        await on.platform.until(lambda m: "This makes 6 pictures." in m.card.notes)
        await on.engine.release()
        sheet = await alice.pictures()
        (job,) = on.engine.jobs
        each = [(one.prompt, one.recipe.steps, one.recipe.seed) for one in job.each()]
        colours = ("red", "blue")
        assert each == [(f"a {colour} ball", steps, 7) for colour in colours for steps in (2, 4, 6)]
        assert "1 red, steps 2 · 2 red, steps 4" in sheet.card.notes[0]
        assert "6 blue, steps 6" in sheet.card.notes[0]
        with Image.open(sheet.card.pictures[0].file) as picture:
            assert picture.width > picture.height, "three columns, two rows"
        await alice.press(sheet, "🖼 5")
        fifth = await alice.pictures()
        assert fifth.card.prompt == "a blue ball"
        assert "4 steps" in fifth.card.notes[0]
        await alice.press(fifth, "subtle")
        await alice.pictures()
    varied = on.engine.jobs[1]
    assert (varied.prompt, varied.recipe.steps, varied.recipe.seed) == ("a blue ball", 4, 7)
    assert varied.recipe.images == 1


@pytest.mark.parametrize(
    ("flags", "name", "values"),
    [
        ("--cfg 2..8", "cfg", [2, 4, 6, 8]),
        ("--cfg 2..8/3", "cfg", [2, 5, 8]),
        ("--cfg 5;7", "cfg", [5, 7]),
        ("--cfg 5,5; 7,5", "cfg", [5.5, 7.5]),
        ("--cfg 7,5", "cfg", [7.5]),
        ("--cfg 2,0..4,0/2", "cfg", [2, 4]),
        ("--steps 3, 5", "steps", [3, 5]),
        ("--steps ٣،٥", "steps", [3, 5]),
        ("--seed 1..4", "seed", [1, 2, 3, 4]),
        ("--sampler euler, DPM++ 2M Karras", "sampler", ["euler", "dpmpp_2m_karras"]),
        ("--sampler euler,ddim", "sampler", ["euler", "ddim"]),
        ("--vary 0..1/3", "variations", [0, 0.5, 1]),
        ("--seed 7 --n 2 --steps 3,5", "seed", [7, 8, 7, 8]),
    ],
)
async def test_values_as_people_write_them(
    tmp_path: Path, flags: str, name: str, values: list[object]
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine a fox {flags}")
        await alice.pictures()
    (job,) = on.engine.jobs
    drawn = [getattr(recipe, name) for recipe in job.recipe.each()]
    if name == "variations":
        drawn = [variations[-1].weight if variations else 0 for variations in drawn]
        assert len({v.seed for r in job.recipe.each() for v in r.variations}) == 1
    assert drawn == values
    assert job.prompt == "a fox"


@pytest.mark.parametrize(
    "words",
    [
        "a fox --steps 1..100/100 --cfg 2,3,4,5,6",
        "{a,b,c,d,e} {1,2,3,4} fox",
        "a {1,2} fox --n 8 --steps 2,3",
    ],
)
async def test_too_many_is_one_sentence_and_nothing_is_drawn(tmp_path: Path, words: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {words}")
        await alice.told("at most 16")
    assert on.engine.jobs == []


async def test_each_way_is_translated_by_itself(tmp_path: Path) -> None:
    told = {"빨간 여우": "a red fox", "파란 여우": "a blue fox"}
    async with stage(tmp_path, translator=FakeTranslator(**told)) as on:
        alice = on.someone()
        await alice.send("/imagine {빨간,파란} 여우 --seed 7")
        sheet = await alice.pictures()
        assert "a {red,blue} fox" in sheet.card.notes[0]
        assert "1 빨간 · 2 파란" in "".join(sheet.card.notes)
        await alice.press(sheet, "🖼 2")
        second = await alice.pictures()
        assert second.card.prompt == "파란 여우"
        assert "a blue fox" in second.card.notes[0]
        await alice.press(second, "Reroll")
        await alice.pictures()
    sweep, again = on.engine.jobs
    assert [one.prompt for one in sweep.each()] == ["a red fox", "a blue fox"]
    assert (again.prompt, again.recipe.images) == ("a blue fox", 1)


async def test_a_picture_that_is_deleted_leaves_the_sheet(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 1,2")
        sheet = await alice.pictures()
        before = sheet.card.pictures[0].file.read_bytes()
        await alice.press(sheet, "🖼 2")
        second = await alice.pictures()
        await alice.press(second, "Delete")
        left = await on.platform.until(lambda m: m.card.pictures and "🖼 2" not in str(m.card.buttons))
        assert left.card.pictures[0].file.read_bytes() != before
        await alice.press(left, "Delete")
        assert left.id not in on.platform.messages
        assert not sheet.card.pictures[0].file.exists()


@dataclass
class Pen:
    """Draws sheets: the first of them when it is told to."""

    at_it: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def draw(self, *what: Any) -> bytes:
        if not self.at_it.is_set():
            self.at_it.set()
            self.go_on.wait(PATIENCE)
        return draw(*what)


@pytest.fixture
def pen(monkeypatch: pytest.MonkeyPatch) -> Pen:
    pen = Pen()
    monkeypatch.setattr(sheets, "draw", pen.draw)
    return pen


async def test_a_picture_that_is_deleted_while_the_sheet_is_made_is_not_on_it(
    tmp_path: Path, pen: Pen
) -> None:
    async with stage(tmp_path) as on:
        alice, store = on.someone(), on.lukis.store
        pen.at_it.set()
        await alice.send("/imagine a fox --seed 1,2,3")
        sheet = await alice.pictures()
        (file,) = (shown.file for shown in sheet.card.pictures)
        file.unlink()
        pen.at_it.clear()
        job = await store.jobs.get(sheet.card.job or "")
        making = asyncio.create_task(sheets.put_together(job, store))
        await asyncio.to_thread(pen.at_it.wait, PATIENCE)
        assert await alice.press_payload(sheet, f"delete:{job.id}:0") == "Deleted."
        without = file.read_bytes()
        pen.go_on.set()
        await making
        assert file.read_bytes() == without


async def test_what_a_reroll_of_a_sweep_keeps_is_what_it_is_of(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine {a fox,a cat} --seed 1,2 --vary .2,.5")
        await alice.press(await alice.pictures(), "Reroll")
        await alice.pictures()
    first, second = on.engine.jobs
    a, b = first.recipe.each(), second.recipe.each()
    assert [r.variations[0].weight for r in b] == [r.variations[0].weight for r in a]
    assert len({(y.seed - x.seed) % 2**32 for x, y in zip(a, b, strict=True)}) == 1
    assert a[0].seed != b[0].seed
    assert [one.prompt for one in second.each()] == [one.prompt for one in first.each()]


async def test_flags_alone_in_reply_sweep_that_picture(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7")
        await alice.send("--steps 3,5", reply_to=await alice.pictures())
        await alice.pictures()
        one = on.engine.jobs[1]
    assert [(r.steps, r.seed) for r in one.recipe.each()] == [(3, 7), (5, 7)]


async def test_braces_with_a_bar_stay_the_seeds_choice(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a {red|blue, dark} fox")
        await alice.pictures()
    assert (on.engine.jobs[0].prompt, on.engine.jobs[0].recipe.images) == ("a {red|blue, dark} fox", 1)
