"""Drawings of lines are told from other pictures, and their lines come out clean."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from bot.pictures.plain import plain
from bot.pictures.sketches import sketched
from engine.models.files.catalogue import STARTER
from tests.sketches import house, photographed, png


@pytest.mark.parametrize(
    "drawing",
    [
        house(),
        house((1600, 900), pen=5),
        photographed(house()),
        photographed(house(ink="#444", pen=4)),
        house(pen=14),
    ],
    ids=["sheet", "thin", "photo", "pencil", "marker"],
)
def test_a_drawings_lines_come_out_dark_on_white(drawing: Image.Image) -> None:
    out = sketched(png(drawing.convert("RGB")))
    with Image.open(io.BytesIO(out)) as image:
        lines = image.convert("L")
    assert lines.width / lines.height == pytest.approx(drawing.width / drawing.height, rel=0.01)
    where = np.asarray(house(drawing.size).convert("L").resize(lines.size)) < 128
    found = np.asarray(lines) < 128
    near = np.asarray(Image.fromarray(found).convert("L").filter(ImageFilter.MaxFilter(9))) > 0
    wide = np.asarray(Image.fromarray(where).convert("L").filter(ImageFilter.MaxFilter(15))) > 0
    assert near[where].mean() > 0.97 and wide[found].mean() > 0.97
    assert (np.asarray(lines) > 250).mean() > 0.85


def test_on_a_transparent_ground_too() -> None:
    drawing = house().convert("L").point(lambda grey: 255 - grey)
    inked = Image.new("RGBA", drawing.size, "black")
    inked.putalpha(drawing)
    assert sketched(plain(png(inked), 10_000_000).png)


def others() -> dict[str, Image.Image]:
    """What is no drawing of lines."""
    rng = np.random.default_rng(2)
    noise = Image.fromarray(rng.integers(0, 255, (60, 80, 3), np.uint8)).resize(
        (640, 480), Image.Resampling.BICUBIC
    )
    cat = Image.new("RGB", (640, 480), "white")
    ImageDraw.Draw(cat).ellipse((180, 100, 460, 420), fill="#222")
    colours = house()
    for ink, move in (("red", 0), ("green", 20), ("blue", 40)):
        ImageDraw.Draw(colours).line([(100, 60 + move), (500, 90 + move)], ink, 16)
    night = Image.eval(house(), lambda value: 255 - value)
    return {
        "noise": noise,
        "blank": Image.new("RGB", (640, 480), "white"),
        "a black cat": cat,
        "colours": colours,
        "night": night,
        "half": Image.fromarray(np.repeat(np.repeat([[0, 255]], 320, 1), 480, 0).astype(np.uint8)),
        "an emoji": Image.open(STARTER.parents[1] / "docs" / "starter-model.png").crop((0, 0, 128, 128)),
    }


@pytest.mark.parametrize("name", others())
def test_all_else_is_a_picture(name: str) -> None:
    assert not sketched(png(others()[name].convert("RGB")))
