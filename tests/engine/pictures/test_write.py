"""The file that a person gets."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from engine.api.infotext import infotext
from engine.modes.base import Way
from engine.pictures.write import picture
from tests.engine.bench import job

PIXELS = np.arange(32 * 24 * 3, dtype=np.uint8).reshape(24, 32, 3)


def opened(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def test_the_file_is_lossless() -> None:
    made = picture(PIXELS, Way(job()))
    assert (made.width, made.height, made.seed) == (32, 24, 7)
    assert np.array_equal(np.asarray(opened(made.png)), PIXELS)


def test_it_is_enlarged_flat_where_flat_and_crisp_at_edges() -> None:
    halves = np.zeros((24, 32, 3), np.uint8)
    halves[:, 16:] = (200, 100, 50)
    large = np.asarray(opened(picture(halves, Way(job(scale=4))).png))
    assert large.shape == (96, 128, 3)
    assert not large[:, :60].any()
    assert (large[:, 68:] == (200, 100, 50)).all()


def test_its_parameters_read_as_the_ecosystem_writes_them() -> None:
    asked = job(prompt="a cat", negative="dogs, rain", sampler="dpmpp_2m_karras", cfg=2.5, steps=20)
    assert str(infotext(asked, 11)) == (
        "a cat\n"
        "Negative prompt: dogs, rain\n"
        "Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 2.5, Seed: 11, Size: 16x16, "
        "Model: tiny, Version: Lukis"
    )


def test_from_a_picture_they_say_how_far_it_was_left() -> None:
    text = str(infotext(job(mode="image", strength=0.4, scale=8), 1))
    assert "Denoising strength: 0.4, Enlarged: 8x" in text


def test_a_prompt_in_any_script_survives_and_forges_no_line() -> None:
    prompt = "kucing merah 고양이 قطة 🐈\nSteps: 1, Seed: 2"
    text = opened(picture(PIXELS, Way(job(prompt=prompt, model='odd, "name"'))).png).info["parameters"]
    first, last = text.split("\n")
    assert first == "kucing merah 고양이 قطة 🐈 Steps: 1, Seed: 2"
    assert 'Model: "odd, \\"name\\"", Version' in last
