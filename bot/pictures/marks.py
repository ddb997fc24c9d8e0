"""What somebody wants painted anew of a picture, as a mask: white there ("L"), black where the picture stays."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from bot.pictures.parts import Mask, closed, filled, large, spread
from bot.pictures.words import How
from engine.api.errors import BadMask
from engine.api.masks import BACKGROUND, MOST, REGIONS, check_mask, check_shape

SIDE = 384
"""Pixels of the longer side at which pictures are looked at: what a chat's JPEG did is even here."""

MARKED = 32
"""How much a colour must differ, of 255: more than any chat's JPEG changes, less than any strong colour does."""

GAP, GAPS = 9, (17, 33)
"""Pixels at that size, across, that are closed between strokes; and at the ends of one that goes around something."""

GREY, EVEN = 24, 0.02
"""How much colour a mask may have, of 255, and the share of it that may be neither black nor white."""

RUBBED_OUT = 0.005
"""From this share on what is transparent was rubbed out, where nobody says so: the corners of windows are less."""

FOREIGN = 0.6
"""From this share of marked pixels on it is no copy of the picture, but another one."""

UNLIKE, MARGIN = 32, 20
"""How much a thing's colours differ from what is behind it, of 255; the share of the width that shows that."""


def mask_by(how: str, picture: bytes, marked: bytes) -> bytes:
    """A mask of the picture's size, as a PNG; nothing where nothing says what it is.

    Args:
        how: a `How`, or the name of a region.
        picture, marked: plain PNGs of ours.

    Raises:
        BadMask: nothing or all of it would be painted, or `marked` has another shape.
    """
    with Image.open(io.BytesIO(picture), formats=("PNG",)) as image:
        image.load()
    found = _found(how, image, marked)
    if found is None:
        return b""
    check_mask(image.size, found.size, float(np.asarray(found).mean()) / 255)
    out = io.BytesIO()
    found.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _found(how: str, image: Image.Image, marked: bytes) -> Image.Image | None:
    match how:
        case How.HOLES:
            return _rubbed_out(image)
        case How.INVERTED:
            return _mask(~_white(image))
        case How.NAMED | How.GUESSED:
            with Image.open(io.BytesIO(marked), formats=("PNG",)) as other:
                return _grown(_said_by(other, image, how == How.NAMED), image.size)
        case _ if how == BACKGROUND:
            return _grown(_background(image), image.size)
    left, top, right, bottom = REGIONS[how]
    width, height = image.size
    box = round(left * width), round(top * height), round(right * width), round(bottom * height)
    region = Image.new("L", image.size)
    region.paste(255, box)
    return region


def _said_by(other: Image.Image, image: Image.Image, named: bool) -> Image.Image | None:
    """What is transparent in it; or white, if it is black and white or named as the mask; or drawn over in a copy."""
    try:
        check_shape(image.size, other.size)
    except BadMask:
        if named:
            raise
        return None
    image = image.convert("RGB")
    holes = _holes(other) if named else _rubbed_out(other)
    if holes and (named or _is_rest(image, other)):
        return holes
    if other.has_transparency_data:
        other = other.convert("RGBA")
        other = Image.alpha_composite(Image.new("RGBA", other.size, "white"), other)
    return _black_and_white(other) or _drawn(image, other.convert("RGB"), named)


def _holes(image: Image.Image) -> Image.Image | None:
    """Where it is transparent; None where that is nowhere."""
    if not image.has_transparency_data:
        return None
    holes = np.asarray(image.convert("RGBA").getchannel("A")) < 128
    return _mask(holes) if holes.any() else None


def _rubbed_out(image: Image.Image) -> Image.Image | None:
    """Where it is transparent, if that is neither next to nothing nor all of it; else None."""
    holes = _holes(image)
    return holes if holes and RUBBED_OUT <= float(np.asarray(holes).mean()) / 255 <= MOST else None


def _is_rest(picture: Image.Image, copy: Image.Image) -> bool:
    """Whether what is left of a copy shows the picture, and not another one that was cut out."""
    before = _small(picture, Image.Resampling.BOX)
    after = copy.convert("RGBA").resize(before.size, Image.Resampling.BOX)
    left = np.asarray(after.getchannel("A")) > 250
    return not left.any() or bool(_changed(before, after.convert("RGB"))[left].mean() <= FOREIGN)


def _black_and_white(image: Image.Image) -> Image.Image | None:
    """Where it is white; None where it has colours, but for what a chat's JPEG does to edges."""
    pixels = np.asarray(_small(image.convert("RGB"), Image.Resampling.NEAREST)).astype(np.int16)
    coloured = np.ptp(pixels, axis=2) > GREY
    between = np.abs(pixels.mean(axis=2) - 127.5) < 127.5 - 3 * GREY
    return _mask(_white(image)) if (coloured | between).mean() < EVEN else None


def _drawn(picture: Image.Image, copy: Image.Image, named: bool) -> Image.Image | None:
    """What is drawn over in a copy, with all that a stroke goes around; None where it is no copy."""
    before = _small(picture, Image.Resampling.BOX)
    marked = _changed(before, copy.resize(before.size, Image.Resampling.BOX))
    if marked.mean() > FOREIGN:
        return _mask(_white(copy)) if named else None
    strokes = large(closed(marked, GAP), marked.size // 2000)
    if not strokes.any():
        raise BadMask(fault="unmarked")
    return _mask(spread(_enclosed(strokes), 3))


def _changed(before: Image.Image, after: Image.Image) -> Mask:
    """Where a copy differs by more than a chat's JPEG makes it."""
    # which smears colours over the edges between them: what was beside a pixel is no mark on it
    lightest, darkest = (before.filter(each(3)) for each in (ImageFilter.MaxFilter, ImageFilter.MinFilter))
    over, under = _colours(after) - _colours(lightest), _colours(darkest) - _colours(after)
    difference = np.maximum(over, under).max(axis=2)
    return np.asarray(_mask(difference > MARKED).filter(ImageFilter.MedianFilter(3))) > 0


def _enclosed(strokes: Mask) -> Mask:
    """The strokes with all that they go around, if not quite."""
    found = filled(strokes)
    for gap in GAPS:
        around = closed(strokes, gap)
        whole = filled(around)
        found |= whole & spread(whole & ~around, gap)
    return found


def _background(image: Image.Image) -> Image.Image:
    """What looks, line by line, as what is at its left or right end does: skies, walls, ground, water."""
    small = _colours(_small(image.convert("RGB"), Image.Resampling.BOX).filter(ImageFilter.MedianFilter(5)))
    margin = max(1, small.shape[1] // MARGIN)
    left, right = (np.median(small[:, at], axis=1, keepdims=True) for at in (np.s_[:margin], np.s_[-margin:]))
    along = np.linspace(0, 1, small.shape[1])[None, :, None]
    ends = (left, right, left + along * (right - left))
    unlike = np.minimum.reduce([np.abs(small - end).max(axis=2) for end in ends])
    things = closed(unlike > UNLIKE, GAP)
    return _mask(~large(filled(things), things.size // 200))


def _mask(mask: NDArray[np.bool_]) -> Image.Image:
    return Image.fromarray(np.where(mask, 255, 0).astype(np.uint8))


def _white(image: Image.Image) -> NDArray[np.bool_]:
    return np.asarray(image.convert("L")) > 127


def _grown(mask: Image.Image | None, size: tuple[int, int]) -> Image.Image | None:
    """The mask at that size, with smooth edges."""
    if mask is None or mask.size == size:
        return mask
    return _mask(_white(mask.resize(size, Image.Resampling.BICUBIC)))


def _small(image: Image.Image, how: Image.Resampling) -> Image.Image:
    scale = min(1, SIDE / max(image.size))
    return image.resize((max(3, round(image.width * scale)), max(3, round(image.height * scale))), how)


def _colours(image: Image.Image) -> NDArray[np.int16]:
    return np.asarray(image).astype(np.int16)
