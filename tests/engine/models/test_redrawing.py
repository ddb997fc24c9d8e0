"""Stable Diffusion's own upscalers, as folders: equal to diffusers' pipelines, and without a seam between tiles."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from engine.api.errors import BadModel
from engine.api.events import Done, Progress, Queued, Started
from engine.api.infotext import read
from engine.api.jobs import Job
from engine.local.engine import LocalEngine
from engine.models import redrawing
from engine.models.files.upscalers import UpscalerFolder
from engine.models.library import ModelLibrary
from engine.models.redrawing import Redrawer
from engine.pictures.read import to_pixels
from tests.engine.bench import job
from tests.engine.models.test_upscalers import saved, tensors
from tests.engine.modes.test_upscale import asked as drawn_larger
from tests.engine.modes.test_upscale import smooth
from tests.upscaling import upscaler, upscaler_folder

KINDS = {"x4": 4, "latent": 2}
SMALL = {"x4": smooth(32, 16), "latent": smooth(64, 64)}
ODD = {"x4": smooth(37, 21), "latent": smooth(133, 53)}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> ModelLibrary:
    models = tmp_path_factory.mktemp("models")
    for kind in KINDS:
        upscaler_folder(models / "upscalers" / kind, kind)
    saved(models / "upscalers/x4-plus.safetensors", tensors())
    return ModelLibrary(models)


def asked(kind: str, **changes: Any) -> Job:
    usual = {
        "steps": 3,
        "cfg": 5,
        "noise_level": 20 if kind == "x4" else 0,
        "negative": "snow",
        "upscaler": kind,
    }
    return job(mode="upscale", prompt="a red (circle:1.2)", **usual | changes)


def seen(picture: Any) -> Any:
    return np.asarray(picture).astype(int)


@pytest.mark.parametrize(("kind", "cfg"), [("x4", 5), ("latent", 5), ("x4", 1), ("latent", 1)])
def test_a_picture_is_what_the_pipeline_makes_of_it(library: ModelLibrary, kind: str, cfg: float) -> None:
    small, times, wanted = SMALL[kind], KINDS[kind], asked(kind, cfg=cfg)
    told: list[int] = []
    size = small.width * times, small.height * times
    ours = library.upscaler(kind).enlarged(small, size, told.append, wanted)
    theirs = upscaler(kind)(
        prompt="a red circle",
        negative_prompt="snow",
        image=to_pixels(small)[None],
        num_inference_steps=3,
        guidance_scale=cfg,
        generator=torch.Generator().manual_seed(7),
        **({"noise_level": 20} if kind == "x4" else {}),
    ).images[0]
    assert told == [3] * 3
    assert ours.size == theirs.size == size
    assert np.abs(seen(ours) - seen(theirs)).max() <= 2
    other = library.upscaler(kind).enlarged(small, size, told.append, asked(kind, cfg=cfg, seed=8))
    assert np.abs(seen(ours) - seen(other)).mean() > 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_many_tiles_has_its_size_and_no_seam(
    library: ModelLibrary, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = library.upscaler(kind)
    assert isinstance(network, Redrawer)
    odd, told = ODD[kind], list[int]()
    twice, thrice = ((odd.width * times, odd.height * times) for times in (2, 3))
    large = network.enlarged(odd, twice, told.append, asked(kind, steps=1))
    assert large.size == twice and told == [1]
    monkeypatch.setattr(redrawing, "TILE", 16)
    told.clear()
    tiled = network.enlarged(odd, twice, told.append, asked(kind, steps=1))
    assert tiled.size == twice and len(told) == told[0] >= 3
    assert network.enlarged(odd, thrice, lambda total: None, asked(kind, steps=1)).size == thrice
    values = seen(tiled).mean(2)
    edge = 16 * network._factor * 2 // network.scale  # where the first tile ends
    columns = np.abs(np.diff(values, axis=1)).mean(0)
    assert columns[edge - 1] <= np.percentile(columns, 95)


async def test_the_engine_says_how_long_it_takes_once_that_is_seen(library: ModelLibrary) -> None:
    small = SMALL["x4"]
    card = next(card for card in library.cards() if card.name == "starter")
    given = drawn_larger(small, card=card, upscale=2, upscaler="x4", noise_level=20, steps=3, cfg=5)
    async with LocalEngine(library) as engine:
        first = [event async for event in engine.submit(given)]
        second = [event async for event in engine.submit(given.model_copy(update={"id": "again"}))]
    assert [*dict.fromkeys(map(type, first))] == [Queued, Started, Progress, Done]
    started, again = first[1], second[0]
    assert isinstance(started, Started) and started.takes
    assert isinstance(again, Queued) and again.takes and isinstance(second[1], Started)
    steps = first[2:-1]  # of several that wait to be read the newest is told
    assert steps[-1] == Progress(3, 3)
    assert steps == [each for each in (Progress(n, 3) for n in (1, 2, 3)) if each in steps]
    done = first[-1]
    assert isinstance(done, Done) and (done.pictures[0].width, done.pictures[0].height) == (64, 32)
    with Image.open(io.BytesIO(done.pictures[0].png)) as image:
        said, shown = read(image.info["parameters"]), seen(image.convert("RGB"))
    assert (
        said
        and {"Steps": "3", "Noise level": "20", "Upscaler": "x4", "Size": "64x32"}.items()
        <= said.pairs.items()
    )
    alone = library.upscaler("x4").enlarged(small, (64, 32), lambda total: None, given)
    assert np.abs(shown - seen(alone)).max() <= 2


def test_what_a_folder_holds_is_told_without_loading_it(library: ModelLibrary, tmp_path: Path) -> None:
    folder = tmp_path / "upscalers"
    shutil.copytree(upscaler_folder(tmp_path / "made", "x4"), folder / "SD x4")
    shutil.copytree(folder / "SD x4", folder / "deep/pickled")
    weights = folder / "deep/pickled/unet/diffusion_pytorch_model.safetensors"
    weights.rename(weights.with_suffix(".bin"))
    shutil.copytree(folder / "SD x4", folder / "cut")
    (folder / "cut/vae/diffusion_pytorch_model.safetensors").write_bytes(b"\x08")
    shutil.copytree(folder / "SD x4", folder / "else")
    (folder / "else/model_index.json").write_text('{"_class_name": "StableDiffusionPipeline"}')
    shutil.copytree(folder / "SD x4", folder / "thin")
    config = folder / "thin/unet/config.json"
    config.write_text(config.read_text().replace('"in_channels": 7', '"in_channels": 4'))
    found = {each.name: each for each in UpscalerFolder(folder).addons()}
    assert {name: (each.kind, each.fault) for name, each in found.items()} == {
        "sd-x4": ("x4", None),
        "pickled": ("", "pickle"),
        "cut": ("", "damaged"),
        "else": ("", "unlike"),
        "thin": ("", "unlike"),
    }
    assert "which makes no picture larger" in found["else"].reason
    assert {each.name: each.kind for each in library.addons().upscalers} == {
        "latent": "latent",
        "x4": "x4",
        "x4-plus": "",
    }
    with pytest.raises(BadModel):
        ModelLibrary(tmp_path).upscaler("thin")


def test_its_weights_count_and_give_way_to_a_model(library: ModelLibrary) -> None:
    before = library.bytes
    x4 = library.upscaler("x4")
    assert isinstance(x4, Redrawer)
    assert library.upscaler("x4") is x4 and library.bytes >= x4.bytes > 1_000_000
    library.upscaler("latent")
    del x4
    assert library.bytes < before + 10_000_000
    small = ModelLibrary(library._models_dir, budget=1)
    small.upscaler("latent")
    assert small.bytes > 1
    small.load("starter")
    assert small._upscalers._last is None
