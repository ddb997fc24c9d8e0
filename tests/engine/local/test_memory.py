"""The memory of a device: nothing takes more of it than the operator said, and what is let go of is given back."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from shutil import copytree, ignore_patterns
from weakref import WeakSet

import psutil
import pytest
import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import save_file

from engine.api.capacity import LaneKey
from engine.api.events import Done
from engine.local.admission import Admission
from engine.local.engine import LocalEngine
from engine.local.limits import MEMORY_SHARE
from engine.local.line import Line
from engine.local.memory import HostMemory
from engine.local.watchdog import Watchdog
from engine.models.library import Model, ModelLibrary
from tests.checkpoints import folder, ldm_state, pipeline
from tests.engine.bench import Shelf, job
from tests.forking import FORKING
from tests.patience import PATIENCE


class Counting(ModelLibrary):
    """Notes the most bytes of weights that are there at once, whoever holds them."""

    def __init__(self, folder: Path, budget: int) -> None:
        super().__init__(folder, budget=budget, embedded=folder / "none")
        self.held: WeakSet[Model] = WeakSet()
        self.most = 0

    def load(self, name: str, beside: Collection[str] = ()) -> Model:
        model = super().load(name, beside)
        self.held.add(model)
        self.most = max(self.most, sum(each.bytes for each in self.held))
        return model


@pytest.mark.parametrize("order", ["there first", "on its way first"])
async def test_jobs_for_several_models_at_once_stay_within_the_budget(tmp_path: Path, order: str) -> None:
    """One of them there already, and another on its way when it is asked for: each waits for the others' end."""
    names = ["here", "there", "elsewhere"]
    for seed, name in enumerate(names):
        folder(tmp_path / name, "sd1", seed)
    library = Counting(tmp_path, budget=0)
    budget = library.load("here").bytes + 1000
    library = Counting(tmp_path, budget)
    library.load("here")
    asked = names if order == "there first" else names[::-1]

    async def end(name: str) -> object:
        wanted = job(name, name, model=name, steps=40)
        return [event async for event in engine.submit(wanted)][-1]

    async with LocalEngine(library) as engine:
        ends = await asyncio.wait_for(asyncio.gather(*map(end, asked)), PATIENCE)
    assert all(isinstance(last, Done) for last in ends)
    assert library.most <= budget


class Roomy(HostMemory):
    """A device with so many bytes to spare."""

    def free(self) -> int:
        return 1000


def test_forwards_leave_a_load_what_it_will_take() -> None:
    shelf = Shelf({})
    admission = Admission(shelf, Line(1), Roomy(), Watchdog())
    limits = admission.limits(LaneKey("tiny", 16, 16))
    for rows in (4, 8, 16):
        limits.record(rows, 1.0, 50 * rows)
    assert limits.most_rows() == int(1000 * MEMORY_SHARE / 50)
    shelf.coming = 400
    assert limits.most_rows() == int(600 * MEMORY_SHARE / 50)
    shelf.coming = 0
    assert limits.most_rows() == int(1000 * MEMORY_SHARE / 50)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of more than a hundred megabytes in half precision, as a folder and as a file, beside a tiny one."""
    place = tmp_path_factory.mktemp("large")
    folder(place / "tiny", "sd1")
    made = pipeline("sd1")
    wide = dict(made.unet.config) | {"block_out_channels": (192, 384)}
    made.register_modules(unet=UNet2DConditionModel.from_config(wide))
    made.to(dtype=torch.float16).save_pretrained(place / "large", safe_serialization=True)
    state = {name: tensor.contiguous() for name, tensor in ldm_state(made, "sd1").items()}
    save_file(state, place / "file.safetensors")
    copytree(place / "large", place / "file.config", ignore=ignore_patterns("*.safetensors"))
    return place


def loaded(place: Path) -> tuple[int, int]:
    """Bytes of a file's weights, and by how much this process grew at most while it was loaded."""
    library = ModelLibrary(place, embedded=place / "none")
    library.load("tiny")  # what is imported and made once
    with HostMemory().measured() as peak:
        size = library.load("file").bytes
    assert peak.bytes is not None
    return size, peak.bytes


@pytest.mark.slow
def test_a_load_takes_no_more_at_its_peak_than_the_weights(large: Path) -> None:
    """In half precision in the file and in full here: what was read is not kept beside what is made of it.

    In a new process: whatever one has freed before, its heap keeps for the next, and grows by more.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        size, peak = pool.submit(loaded, large).result()
    assert size > 100 << 20
    assert peak < size * 1.3


def let_go(place: Path) -> tuple[int, int]:
    """Bytes of a model's weights, and by how much this process has grown once it has come and gone."""
    library = ModelLibrary(place, embedded=place / "none")
    library.load("tiny")  # what is imported and made once
    library.evict()
    before = psutil.Process().memory_info().rss
    size = library.load("large").bytes
    assert psutil.Process().memory_info().rss - before > size * 0.8
    library.evict()
    return size, psutil.Process().memory_info().rss - before


@pytest.mark.slow
def test_a_model_that_is_let_go_of_gives_its_memory_back(large: Path) -> None:
    with ProcessPoolExecutor(1, mp_context=FORKING) as pool:
        size, kept = pool.submit(let_go, large).result()
    assert size > 100 << 20
    assert kept < size / 4
