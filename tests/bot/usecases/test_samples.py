"""What styles look like: drawn while nobody asks for anything, kept, and shown beside their buttons."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

from bot.styles.folder import shipped
from bot.usecases.samples import FOLDER, SUBJECT
from engine.api.cards import Defaults, ModelCard
from engine.api.errors import OutOfMemory
from engine.api.parameters import Size
from engine.api.styles import framed
from tests.chat import Stage, stage
from tests.fakes import FAKE_CARD, FakeEngine
from tests.patience import PATIENCE


async def until(true: Callable[[], object]) -> None:
    for _ in range(int(PATIENCE * 50)):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came")


def hurry(on: Stage) -> None:
    on.lukis.service.samples.quiet = on.lukis.service.samples.look = 0.01


def kept(folder: Path) -> list[Path]:
    return [f for f in (folder / FOLDER).glob("*.png") if not f.name.startswith("sheet")]


async def test_every_style_is_drawn_once_when_all_is_quiet_and_shown(tmp_path: Path) -> None:
    async with stage(tmp_path, samples=True) as on:
        hurry(on)
        await until(lambda: len(kept(tmp_path)) == len(shipped()) + 1)
        assert framed(SUBJECT, shipped()["photo"].style.prompt) == on.engine.jobs[0].prompt
        alice = on.someone()
        await alice.send("/style")
        page = await on.platform.until(lambda m: "Styles, 1 of" in m.card.text)
        (sheet,) = page.card.pictures
        with Image.open(sheet.file) as picture:
            assert picture.size == (sheet.width, sheet.height)
        await alice.press(page, "▶️")
        assert page.card.pictures[0].file != sheet.file
        await alice.send("/style ink")
        one = await alice.told("Ready for your next prompt")
        assert one.card.pictures[0].file in kept(tmp_path)
        await asyncio.sleep(0.2)
        assert len(on.engine.jobs) == len(shipped()) + 1, "each once"


async def test_people_come_first_and_what_was_begun_is_let_go(tmp_path: Path) -> None:
    async with stage(tmp_path, samples=True) as on:
        on.engine.hold(1)
        hurry(on)
        await until(lambda: on.engine.jobs)
        sample = on.engine.jobs[0]
        assert sample.tenant == "samples"
        on.lukis.service.samples.quiet = 3600
        alice = on.someone()
        await alice.send("/imagine a boat")
        await until(lambda: sample.id not in on.engine._line)
        await on.engine.release()
        await alice.pictures()
        assert not kept(tmp_path)


async def test_none_is_drawn_where_they_are_switched_off(tmp_path: Path) -> None:
    async with stage(tmp_path, samples=False) as on:
        hurry(on)
        await asyncio.sleep(0.3)
        assert not on.engine.jobs and not kept(tmp_path)


async def test_a_restart_draws_nothing_anew(tmp_path: Path) -> None:
    few = FAKE_CARD.model_copy(update={"draws": ("fox",)})
    async with stage(tmp_path, samples=True, engine=FakeEngine([few])) as on:
        hurry(on)
        await until(lambda: len(kept(tmp_path)) > len(shipped()))
    before = {f: f.stat().st_mtime_ns for f in kept(tmp_path)}
    async with stage(tmp_path, samples=True, engine=FakeEngine([few])) as on:
        hurry(on)
        await asyncio.sleep(0.5)
        assert {f: f.stat().st_mtime_ns for f in kept(tmp_path)} == before


async def test_one_that_can_not_be_drawn_is_left_and_the_others_come(tmp_path: Path) -> None:
    async with stage(tmp_path, samples=True) as on:
        on.engine.fault = lambda job: OutOfMemory() if "oil painting" in job.prompt else None
        hurry(on)
        await until(lambda: len(kept(tmp_path)) == len(shipped()))
        await asyncio.sleep(0.2)
        assert sum("oil painting" in job.prompt for job in on.engine.jobs) == 1


async def test_models_are_shown_one_by_one_with_what_they_draw(tmp_path: Path) -> None:
    pack: dict[str, Any] = {"name": "Lantern", "prompt": "{prompt}, lantern light"}
    other = ModelCard(
        name="other",
        title="The Other",
        description="Draws lanterns.",
        licence="CC0",
        native=Size(64, 64),
        defaults=Defaults(steps=3),
        examples=("a lantern", "a boat"),
        styles=(pack, {"name": ""}, {"name": "ink", "prompt": "{prompt}, my ink"}),
    )
    async with stage(tmp_path, samples=True, engine=FakeEngine([FAKE_CARD, other])) as on:
        hurry(on)
        await until(lambda: len(kept(tmp_path)) == len(shipped()) + 4)
        assert on.engine.jobs[-1].recipe.model == "other", "what loads another model comes last"
        alice = on.someone()
        await alice.send("/models")
        models = await alice.told("Models that can paint")
        await alice.press(models, "Models")
        assert models.card.text.startswith("Starter, 1 of 2")
        first = models.card.pictures
        await alice.press(models, "▶️")
        assert models.card.text == "The Other, 2 of 2\nDraws lanterns."
        assert models.card.pictures and models.card.pictures != first
        assert models.card.notes == (
            "It draws well: a lantern; a boat",
            "Its styles: Lantern, ink",
            "Licence: CC0",
        )
        await alice.press(models, "Use this model")
        await on.platform.until(lambda m: m.card.prompt.endswith("--model other"))
        on.platform.seen.update(on.platform.messages)
        await alice.send("/imagine a fox --style lantern")
        await alice.pictures()
        assert on.engine.jobs[-1].recipe.model == "other", "a pack's style is drawn with its model"
        assert on.engine.jobs[-1].prompt == "a fox, lantern light"
        for number in ("0", "99999"):
            await alice.press_payload(models, f"beside:models:{number}")
