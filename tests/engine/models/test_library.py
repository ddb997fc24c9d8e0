"""The library as the engine uses it: what there is, loading, and names that don't exist."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from engine.api.errors import BadModel, UnknownChoice
from engine.models.library import ModelLibrary
from tests.checkpoints import sd1_folder


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    sd1_folder(folder / "Tiny One")
    return folder


def library(models: Path, **options: object) -> ModelLibrary:
    return ModelLibrary(models, embedded=models / "no-such-folder", **options)  # type: ignore[arg-type]


def test_a_folder_draws(models: Path) -> None:
    model = library(models).load("tiny-one")
    conditionings = model.condition(["a red circle", ""])
    noise = torch.randn(2, 4, 16, 16, generator=torch.Generator().manual_seed(0))
    prediction = model.predict(noise, torch.tensor([999, 500]), conditionings, [(32, 32)] * 2)
    assert prediction.shape == noise.shape
    assert prediction.isfinite().all()
    pixels = model.decode(noise)
    assert pixels.shape == (2, 3, 32, 32)
    assert 0 <= pixels.min() < pixels.max() <= 1


def test_a_dropped_file_appears_and_a_pickle_is_refused(models: Path) -> None:
    shelf = library(models)
    assert [card.name for card in shelf.cards()] == ["tiny-one"]
    pickle = models / "evil.ckpt"
    pickle.write_bytes(b"\x80\x04")
    try:
        assert [card.name for card in shelf.cards()] == ["tiny-one"]
        with pytest.raises(BadModel, match="pickle"):
            shelf.load("evil")
    finally:
        pickle.unlink()


@pytest.mark.parametrize("name", ["../../etc/passwd", "tiny-on", "", "Tiny One"])
def test_an_unknown_name_gets_the_nearest(models: Path, name: str) -> None:
    with pytest.raises(UnknownChoice) as refusal:
        library(models).load(name)
    assert refusal.value.facts["nearest"] == "tiny-one"
    assert refusal.value.facts["choices"] == "tiny-one"


def test_a_model_is_loaded_once(models: Path) -> None:
    shelf = library(models)
    assert not shelf.loaded("tiny-one")
    assert shelf.load("tiny-one") is shelf.load("tiny-one")
    assert shelf.loaded("tiny-one")
