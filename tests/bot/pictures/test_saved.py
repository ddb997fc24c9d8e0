"""A picture's own file in the format that was asked for: it looks the same, and says how it was made."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from benchmarks.watermark import photo
from bot.pictures.saved import saved
from bot.usecases.uploads import Intake
from engine.api.infotext import read
from engine.pictures.watermark import marked

WORDS = "여우, a “fox” 🦊\nNegative prompt: text\nSteps: 4, Sampler: Euler, Seed: 7, Version: Lukis"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    info = PngInfo()
    info.add_itxt("parameters", WORDS)
    marked(photo(1, 256)).save(tmp_path / "kept.png", pnginfo=info)
    return tmp_path / "kept.png"


@pytest.mark.parametrize(
    ("name", "format"), [("a.jpg", "JPEG"), ("a.webp", "WEBP"), ("a.avif", "AVIF"), ("A.JPEG", "JPEG")]
)
def test_it_looks_the_same_and_carries_its_words_and_its_mark(kept: Path, name: str, format: str) -> None:
    data = saved(kept, name)
    with Image.open(io.BytesIO(data)) as image, Image.open(kept) as before:
        assert image.format == format
        apart = np.abs(np.asarray(image.convert("RGB"), float) - np.asarray(before, float))
    assert apart.mean() < 5  # of noise, which is the hardest to keep
    told = Intake()._reader.told(data)
    assert read(told.words) == read(WORDS)
    assert told.marked and told.format == format
    assert len(data) < len(kept.read_bytes())


def test_a_png_is_the_very_file(kept: Path) -> None:
    assert saved(kept, "lukis-fox-7.png") == kept.read_bytes()


def test_a_broken_file_is_an_error_of_the_system_s(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    with pytest.raises(OSError):
        saved(tmp_path / "a.png", "a.webp")
