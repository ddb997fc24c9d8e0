"""What conditions a picture besides its words: each row's own, whoever else is in the lane."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.api.events import Done
from engine.api.infotext import infotext
from engine.api.modes import MODES
from engine.api.parameters import Parameters, Tile
from engine.api.recipe import resolve
from engine.local.engine import LocalEngine
from engine.models.library import ModelLibrary
from engine.pictures.enlarge import enlarge
from tests.engine.bench import job, tiny
from tests.engine.modes.test_hooks import LEVELS, draw, last


@torch.inference_mode()
def test_clip_skip_changes_its_own_picture_and_no_other() -> None:
    model = tiny()
    plain, skipped = job("plain"), job("skipped", clip_skip=2)
    together = draw(model, plain, skipped, job("other", prompt="a cat " * 90, seed=3))
    for crowd, asked in zip(together, (plain, skipped), strict=False):
        (alone,) = draw(model, asked)
        assert (model.decode(crowd.latents) - model.decode(alone.latents)).abs().max() <= LEVELS
    assert not torch.allclose(together[0].latents, together[1].latents, atol=1e-3)


@torch.inference_mode()
def test_a_seamless_picture_is_the_same_in_any_company_and_changes_nobodys() -> None:
    model = tiny()
    plain, tiled, sideways = job("plain"), job("tiled", tile="both"), job("sideways", tile="x")
    together = draw(model, plain, tiled, sideways)
    for crowd, asked in zip(together, (plain, tiled, sideways), strict=True):
        (alone,) = draw(model, asked)
        wrap = crowd.way.wrap
        shown, expected = (model.decode(r.latents, wrap=wrap) for r in (crowd, alone))
        assert (shown - expected).abs().max() <= LEVELS
    apart = draw(model, plain, job("other"))[0]
    assert torch.equal(together[0].latents, draw(model, plain, job("o"), job("p"))[0].latents)
    assert torch.allclose(together[0].latents, apart.latents, atol=1e-5)
    assert not torch.allclose(together[0].latents, together[1].latents, atol=1e-3)


def seam(picture: NDArray[np.float64], axis: int) -> tuple[float, float]:
    """How much the first line along an axis differs from the last, and the most that neighbours inside do."""
    across = np.moveaxis(picture, axis, 0)
    steps = np.abs(np.diff(across, axis=0)).mean(axis=(1, 2))
    return float(np.abs(across[0] - across[-1]).mean()), float(steps.max())


@pytest.mark.parametrize(("tile", "seamless"), [(None, ()), ("both", (0, 1)), ("x", (1,)), ("y", (0,))])
async def test_the_starters_picture_rolled_by_half_shows_no_seam_where_there_is_to_be_none(
    tile: Tile | None, seamless: tuple[int, ...], tmp_path: Path
) -> None:
    library = ModelLibrary(tmp_path)
    asked = resolve(Parameters(seed=3, steps=6, tile=tile), library.cards()[0], MODES["text"])
    async with LocalEngine(library) as engine:
        done = await last(engine, job(prompt="a red apple on grass", **asked.model_dump()))
    assert isinstance(done, Done), done
    picture = np.asarray(Image.open(io.BytesIO(done.pictures[0].png))).astype(float)
    for axis in (0, 1):
        edge, inside = seam(picture, axis)
        assert edge < 5 if axis in seamless else edge > 10, (axis, edge, inside)


def test_a_seamless_picture_is_enlarged_with_its_other_edge_in_sight() -> None:
    small = Image.fromarray(np.random.default_rng(7).integers(0, 255, (16, 16, 3), dtype=np.uint8))
    rolled = Image.fromarray(np.roll(np.asarray(small), (8, 8), (0, 1)))
    large, other = (np.asarray(enlarge(each, 4, True, True)) for each in (small, rolled))
    assert np.array_equal(np.roll(large, (32, 32), (0, 1)), other)
    assert not np.array_equal(large, np.asarray(enlarge(small, 4)))


def test_a_picture_tells_that_it_is_seamless_as_the_ecosystem_does() -> None:
    assert ", Tiling: True, " in str(infotext(job(tile="both"), 7))
    assert ", Tiling: x, " in str(infotext(job(tile="x"), 7))


def test_a_picture_tells_its_clip_skip_as_the_ecosystem_does() -> None:
    assert ", Clip skip: 2, Size: " in str(infotext(job(clip_skip=2), 7))
    assert "Clip skip" not in str(infotext(job(), 7))
