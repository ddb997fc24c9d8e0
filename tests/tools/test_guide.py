"""The guide's documents and pictures are what their tools would make today."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from bot.bootstrap import assemble
from bot.guide.topics import PICTURES, TOPICS
from bot.settings import Settings
from engine.api.parameters import FLAGS, PARAMETERS
from tools.docs.guide import LOCALES, place, written
from tools.guide.draw import GAP, SIDE, Easel, draw, stale
from tools.guide.strips import STRIPS

UNSEEN = {"model", "style", "count", "variations", "format", "raw", "loop", "upscaler", "vae", "noise_level"}
"""What no picture of the starter's can show, or only as more of the same."""

BEYOND = {"depth", "controlnet", "like"}
"""Topics of modes for which the starter has no network."""


@pytest.mark.parametrize("language", LOCALES.languages)
def test_the_document_is_what_its_tool_writes(language: str) -> None:
    again = "run `python -m tools.docs.guide`"
    assert place(language).read_text("utf-8") == written(language), again


def test_the_pictures_are_of_what_is_written_under_them() -> None:
    assert [topic for topic in STRIPS if stale(topic)] == [], "run `python -m tools.guide.draw`"
    assert {file.stem for file in PICTURES.glob("*.png")} == {*STRIPS}


def test_each_parameter_is_shown_at_three_values() -> None:
    words = {panel.words for rows in STRIPS.values() for row in rows for panel in row}
    beyond = {name for topic in BEYOND for name in TOPICS[topic].parameters} - {"strength"}
    for name in PARAMETERS.keys() - UNSEEN - beyond:
        flags = [flag for flag, parameter in FLAGS.items() if parameter.name == name]
        shown = {each for each in words if {*flags} & {*each.split()}}
        assert len(shown) >= 2, name  # the third may be without it
    assert all(len(row) == 3 for rows in STRIPS.values() for row in rows)


def test_a_topic_that_a_mode_has_is_shown() -> None:
    assert {topic.name for topic in TOPICS.values() if topic.modes} - BEYOND <= {*STRIPS}


async def test_a_picture_drawn_today_is_the_one_in_the_guide(tmp_path: Path) -> None:
    panel = STRIPS["steps"][0][0]
    models = tmp_path / "models"
    models.mkdir()
    settings = Settings.read(data_dir=tmp_path / "data", models_dir=models, translators=("glossary",))
    easel = Easel(tmp_path / "panel.png")
    async with assemble(settings, platforms=[easel]) as lukis:
        drawn = ImageOps.contain(await draw(lukis, easel, panel), (SIDE, SIDE), Image.Resampling.LANCZOS)
    with Image.open(PICTURES / "steps.png") as picture:
        there, beside = (
            picture.convert("RGB").crop((left, GAP, left + SIDE, GAP + SIDE))
            for left in (GAP, 2 * GAP + SIDE)
        )
    assert apart(drawn, there) < 10 < 20 < apart(drawn, beside)  # a palette of 96 colours costs 6


def apart(a: Image.Image, b: Image.Image) -> float:
    """Their mean difference, in the channel where it is largest."""
    return float(max(ImageStat.Stat(ImageChops.difference(a, b)).mean))
