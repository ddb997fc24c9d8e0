"""An invisible watermark, written into pictures and found in them again.

It is the `dwtDctSvd` of the library invisible-watermark, which writes that of Stable Diffusion's own releases, and the
library's decoder reads this one: `WatermarkDecoder("bytes", 48).decode(bgr, "dwtDctSvd")`. The method halves the U of
YUV by a Haar wavelet, and moves the largest singular value of each block of 4x4 to where it says 0 or 1. A DCT changes
no singular value, so there is none here. Unlike the library, this writes nothing but the difference, leaves Y and V
alone, and turns where a colour is at its end; and it looks for its own message in all bits at once, which finds it
where some are lost.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Numbers = NDArray[np.float32]

MESSAGE = b"Lukis1"
"""What it says: 48 bits, as the library's decoder of Stable Diffusion's message takes them."""

LEAST_PIXELS = 256 * 256
"""Smaller pictures have too few blocks, for the library, too."""

STEP = 36.0
"""Between two values that say the same; that of the library."""

SURE = 0.75
"""How like the message what is read must be: 48 random bits are so once in a thousand million times."""

_BLOCK = 8
"""Pixels a side, of which the wavelet leaves half."""

_U = np.array([-0.147108, -0.288804, 0.435912], np.float32)
"""0.492 (B - Y), of R, G and B."""

_BACK = np.array([0, -0.395, 2.032], np.float32)
"""What R, G and B are more where U is 1 more."""

_BAYER: Numbers = np.array(
    [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32
) / np.float32(16)
"""Bayer's matrix, between 0 and 1."""

_SIDES = (512, 640, 768, 832, 896, 1024, 1152, 1216, 1280, 1344, 1536, 2048)
"""Longer sides that pictures have when they are made: one that was scaled since is tried at these."""

_SMALLEST, _LARGEST = 0.4, 2.6
"""Between how many times its present size a picture is looked for at others."""

_EVEN = 0.02
"""Where bits differ by less, nothing is written."""


def marked(image: Image.Image) -> Image.Image:
    """The picture, RGB, with the watermark; as it is where it is too small for one."""
    if image.width * image.height < LEAST_PIXELS:
        return image
    pixels = np.array(image)
    part = pixels[: image.height // _BLOCK * _BLOCK, : image.width // _BLOCK * _BLOCK]
    colours = part.astype(np.float32)
    left, values, right = np.linalg.svd(_blocks(colours))
    top = values[..., 0]
    change = _nearest(top, _bits(top.shape)) - top
    turned = np.where(change > 0, change - STEP, change + STEP)
    change = np.where(_fits(colours, change), change, turned)
    moved = change[..., None, None] * left[..., :, :1] * right[..., :1, :]
    colours += _spread(moved)[..., None] * _BACK
    part[:] = np.clip(np.floor(colours + _dither(part.shape)), 0, 255)
    return Image.fromarray(pixels)


def is_marked(image: Image.Image) -> bool:
    """Whether the watermark is in the picture, RGB, at its size or at one that it may have had before."""
    return any(strength(each) > SURE for each in _sizes(image))


def strength(image: Image.Image) -> float:
    """How like the message what is read is, bit by bit: 1 for all of it, 0 for nothing, as a correlation."""
    if image.width * image.height < LEAST_PIXELS:
        return 0.0
    tops = np.linalg.svd(_blocks(np.asarray(image, np.float32)), compute_uv=False)[..., 0].ravel()
    said = -np.sin(2 * np.pi * tops / STEP)  # -1 in the middle of what says 0, 1 of what says 1
    count = 8 * len(MESSAGE)
    read = np.array([said[i::count].mean() for i in range(count)])
    if read.std() < _EVEN:
        return 0.0
    return float(np.corrcoef(read, _bits((count,)))[0, 1])


def _sizes(image: Image.Image) -> Iterator[Image.Image]:
    yield image
    longer = max(image.size)
    for side in sorted(_SIDES, key=lambda side: abs(np.log(side / longer))):
        if side != longer and _SMALLEST < side / longer < _LARGEST:
            size = [max(1, round(each * side / longer / _BLOCK) * _BLOCK) for each in image.size]
            yield image.resize((size[0], size[1]), Image.Resampling.BICUBIC)


def _bits(shape: tuple[int, ...]) -> Numbers:
    """What each block is to say: the message over and over, row by row."""
    bits = np.unpackbits(np.frombuffer(MESSAGE, np.uint8)).astype(np.float32)
    return np.resize(bits, shape)


def _blocks(colours: Numbers) -> Numbers:
    """`[rows, columns, 4, 4]`: what the wavelet leaves of U in each block of a picture `[height, width, 3]`."""
    rows, columns = colours.shape[0] // _BLOCK, colours.shape[1] // _BLOCK
    u = colours[: rows * _BLOCK, : columns * _BLOCK] @ _U + 128
    half = u.reshape(rows * 4, 2, columns * 4, 2).sum((1, 3)) / 2
    return np.ascontiguousarray(half.reshape(rows, 4, columns, 4).swapaxes(1, 2))


def _spread(blocks: Numbers) -> Numbers:
    """The other way: what each pixel of U is more where the wavelet's is so much more."""
    rows, columns = blocks.shape[:2]
    half = blocks.swapaxes(1, 2).reshape(rows * 4, columns * 4)
    return (np.repeat(np.repeat(half, 2, 0), 2, 1) / 2).astype(np.float32)


def _dither(shape: tuple[int, ...]) -> Numbers:
    """What to add before cutting decimals off, so that those of neighbours come to the same in the mean."""
    tiled: Numbers = np.tile(_BAYER, (shape[0] // 4, shape[1] // 4))
    return tiled[..., None]


def _nearest(values: Numbers, bits: Numbers) -> Numbers:
    """The nearest value that says each bit most plainly."""
    middle = (0.25 + 0.5 * bits) * STEP
    return (np.rint((values - middle) / STEP) * STEP + middle).astype(np.float32)


def _fits(colours: Numbers, change: Numbers) -> NDArray[np.bool_]:
    """Whether blue, which nearly all of a change is, can change so much in most of each block."""
    rows, columns = change.shape
    blue = colours[..., 2].reshape(rows, _BLOCK, columns, _BLOCK).mean((1, 3))
    after = blue + change / _BLOCK * _BACK[2]
    fits: NDArray[np.bool_] = (after >= 0) & (after <= 255)
    return fits
