"""The invisible watermark: nobody sees it, files and chats keep it, and other decoders of its kind read it."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from PIL import Image
from scipy.fft import dctn

from benchmarks.watermark import TRIALS, drawing, photo
from engine.modes.base import Way
from engine.pictures.watermark import MESSAGE, is_marked, marked
from engine.pictures.write import picture
from tests.engine.bench import job

KINDS: dict[str, Callable[[int, int], Image.Image]] = {"drawing": drawing, "photo": photo}


@cache
def plain_ones(kind: str, side: int = 384) -> list[Image.Image]:
    return [KINDS[kind](seed, side) for seed in range(2)]


def bits_read_by_others(image: Image.Image) -> bytes:
    """The message as invisible-watermark's documentation has it read: U rounded, Haar, DCT, SVD, the mean of votes."""
    red, green, blue = np.moveaxis(np.asarray(image, float), 2, 0)
    luma = np.rint(0.299 * red + 0.587 * green + 0.114 * blue)
    u = np.clip(np.rint(0.492 * (blue - luma) + 128), 0, 255)
    half = (u[::2, ::2] + u[1::2, ::2] + u[::2, 1::2] + u[1::2, 1::2]) / 2
    votes: list[list[bool]] = [[] for _ in range(48)]
    for i in range(half.shape[0] // 4):
        for j in range(half.shape[1] // 4):
            block = dctn(half[4 * i : 4 * i + 4, 4 * j : 4 * j + 4], norm="ortho")
            largest = np.linalg.svd(block, compute_uv=False)[0]
            votes[(i * (half.shape[1] // 4) + j) % 48].append(largest % 36 > 18)
    return np.packbits([np.mean(v) * 255 > 127 for v in votes]).tobytes()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("trial", TRIALS)
def test_it_is_found_after_what_chats_do_to_pictures(kind: str, trial: str) -> None:
    resized = "," in trial  # takes more pixels to be found in
    for plain in plain_ones(kind, 512 if resized else 384):
        after = TRIALS[trial](marked(plain))
        assert is_marked(after)
        assert not is_marked(TRIALS[trial](plain))


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_sees_it(kind: str) -> None:
    for plain in plain_ones(kind):
        before, after = np.asarray(plain, int), np.asarray(marked(plain), int)
        apart = np.abs(after - before)
        assert apart.max() <= 12 and apart.mean() < 1.5
        assert not apart[..., 0].any()  # red stays
        brightness = apart @ (0.299, 0.587, 0.114)
        assert brightness.max() < 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_decoder_of_its_kind_reads_it(kind: str) -> None:
    assert all(bits_read_by_others(marked(plain)) == MESSAGE for plain in plain_ones(kind))


@pytest.mark.parametrize("colour", ["white", "black", "red", "blue", "yellow", "grey"])
def test_a_plain_colour_carries_it_too(colour: str) -> None:
    plain = Image.new("RGB", (256, 256), colour)
    assert not is_marked(plain)
    assert is_marked(marked(plain))


@pytest.mark.parametrize("size", [(257, 300), (1000, 90), (263, 777)])
def test_any_shape_that_has_the_pixels(size: tuple[int, int]) -> None:
    plain = photo(1, 1000).crop((0, 0, *size))
    assert marked(plain).size == size
    assert is_marked(marked(plain))


def test_small_pictures_stay_as_they_are() -> None:
    plain = drawing(1, 255)
    assert np.array_equal(np.asarray(marked(plain)), np.asarray(plain))


def test_what_a_mode_puts_back_stays_bit_for_bit() -> None:
    source = photo(3, 512)

    class LeftHalf(Way):
        def put_back(self, picture: Image.Image) -> Image.Image:
            picture.paste(source.crop((0, 0, 256, 512)))
            return picture

    made = picture(np.asarray(drawing(2, 512)), LeftHalf(job()), watermark=True)
    pixels = np.asarray(Image.open(io.BytesIO(made.png)))
    assert np.array_equal(pixels[:, :256], np.asarray(source)[:, :256])
    assert not np.array_equal(pixels[:, 256:], np.asarray(drawing(2, 512))[:, 256:])
