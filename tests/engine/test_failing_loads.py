"""A model that fails to load, behind every kind of engine: who waits hears one sentence, and the list is shorter."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from engine.api.errors import BadModel
from engine.api.events import Done, Event, Failed
from engine.api.ports import Engine
from engine.local.build import build
from engine.local.engine import LocalEngine
from engine.models.files.catalogue import Catalogue, Found, load_of
from engine.models.files.loads import LOADS, Load
from engine.models.library import ModelLibrary
from engine.process.engine import ProcessEngine
from engine.process.several import SeveralEngines
from tests.checkpoints import sd1_folder
from tests.engine.bench import job
from tests.engine.processes import make_killed
from tests.forking import FORKING
from tests.patience import PATIENCE


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A model that draws, and one whose config is of no model at all, which shows only as it is loaded."""
    good = sd1_folder(tmp_path / "good")
    shutil.copytree(good, tmp_path / "bad")
    (tmp_path / "bad/vae/config.json").write_text('{"down_block_types": ["Nonsense"]}')
    return tmp_path


def apart(models: Path) -> ProcessEngine:
    library = ModelLibrary(models, "bad")
    make = partial(build, models, "bad", 0, "cpu", fetches=False)
    return ProcessEngine(make, library.cards, FORKING.get_start_method(), library.passed_over)


@pytest.mark.parametrize("kind", ["local", "two devices", "apart", "several"])
async def test_who_waits_for_a_model_that_fails_to_load_hears_the_same_and_it_leaves_the_list(
    models: Path, kind: str
) -> None:
    """Over the process boundary, and where another device than the first finds it out."""
    engine: Engine
    if kind == "local":
        engine = LocalEngine(ModelLibrary(models, "bad"))
    elif kind == "two devices":
        engine = LocalEngine(ModelLibrary(models, "bad"), ModelLibrary(models, "bad"))
    else:
        engine = apart(models) if kind == "apart" else SeveralEngines(apart(models), apart(models))

    async def end(id: str, model: str = "bad") -> Event:
        wanted = job(id, tenant=id, model=model, width=64, height=64, steps=1)
        return [event async for event in engine.submit(wanted)][-1]

    async with engine:
        assert engine.models()[0].name == "bad"
        ends = await asyncio.wait_for(asyncio.gather(*(end(f"job {n}") for n in range(30))), PATIENCE)
        assert {type(event) for event in ends} == {Failed}
        assert {(event.code, str(event.facts)) for event in ends if isinstance(event, Failed)} == {
            (BadModel.code, str(ends[0].facts if isinstance(ends[0], Failed) else None))
        }
        assert isinstance(ends[0], Failed) and ends[0].facts["instead"] == "starter"
        for _ in range(int(PATIENCE * 10)):
            if "bad" not in [card.name for card in engine.models()]:
                break
            await asyncio.sleep(0.1)
        assert "bad" not in [card.name for card in engine.models()]
        (reason,) = [each.reason for each in engine.passed_over() if each.name == "bad"]
        assert reason
        assert await end("late") == ends[0]
        assert isinstance(await end("another", "good"), Done)
        shutil.copytree(models / "good", models / "bad", dirs_exist_ok=True)
        for _ in range(int(PATIENCE * 10)):
            if "bad" in [card.name for card in engine.models()]:
                break
            await asyncio.sleep(0.1)
        assert isinstance(await end("mended"), Done)


def test_a_model_that_is_mended_while_it_fails_to_load_stays_on_the_list(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(load: Load | None) -> None:
        if load is None:  # it has failed, and nobody has heard of that yet
            shutil.copytree(models / "good", models / "bad", dirs_exist_ok=True)

    monkeypatch.setattr(LOADS, "begun", told)
    library = ModelLibrary(models, "bad")
    with pytest.raises(BadModel):
        library.load("bad")
    assert "bad" in [card.name for card in library.cards()]
    library.load("bad")


class Sudden(Catalogue):
    """Another thread finds out that a model can't be loaded, right after a look at what there is."""

    def __init__(self, folder: Path, after: int) -> None:
        super().__init__(folder, folder / "good")
        self.left = after

    def scan(self) -> Mapping[str, Found]:
        found = super().scan()
        self.left -= 1
        if self.left == 0:
            self.strike(found["bad"], load_of(found["bad"]), "it is no model at all", "damaged")
        return found


async def test_a_model_that_is_struck_off_while_a_job_is_looked_at_is_told_all_the_same(models: Path) -> None:
    for after in range(1, 8):
        library = ModelLibrary(models, "bad")
        library._catalogue = Sudden(models, after)
        async with LocalEngine(library) as engine:
            wanted = job("one", model="bad", width=64, height=64, steps=1)
            last = [event async for event in engine.submit(wanted)][-1]
        assert isinstance(last, Failed) and last.code == BadModel.code, after
        assert (last.facts["model"], last.facts["instead"]) == ("bad", "good")


async def test_a_model_whose_load_kills_the_process_is_struck_off_after_two_and_said_until_it_changes(
    models: Path,
) -> None:
    """Who waits for it hears the sentence of a model that can't be used, and no third process dies of it."""
    make = partial(make_killed, models, "bad", "good")
    engine = ProcessEngine(make, ModelLibrary(models, "bad").cards, FORKING.get_start_method())
    pids: set[int] = set()

    async def end(id: str, model: str = "bad") -> Event:
        wanted = job(id, tenant=id, model=model, width=64, height=64, steps=1)
        events = []
        async for event in engine.submit(wanted):
            pids.add(engine.pid)
            events.append(event)
        return events[-1]

    async with engine:
        ends = await asyncio.wait_for(asyncio.gather(*(end(f"job {n}") for n in range(4))), PATIENCE)
        for event in ends:
            assert isinstance(event, Failed) and event.code == BadModel.code, event
            assert event.facts["model"] == "bad" and event.facts["instead"] == "starter"
        assert len(pids) == 3
        assert "bad" not in [card.name for card in engine.models()]
        (reason,) = [each.reason for each in engine.passed_over() if each.name == "bad"]
        assert "twice" in reason
        assert isinstance(await end("another", "good"), Done)
        os.kill(engine.pid, signal.SIGKILL)
        assert await end("late") == ends[0]
        assert len(pids) == 4
        shutil.copytree(models / "good", models / "bad", dirs_exist_ok=True)
        (models / "bad/card.json").write_text('{"description": "mended"}')
        for _ in range(int(PATIENCE * 10)):
            if "bad" in [card.name for card in engine.models()]:
                break
            await asyncio.sleep(0.1)
        assert isinstance(await end("mended"), Done)
