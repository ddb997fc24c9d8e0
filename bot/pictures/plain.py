"""One picture, from the bytes that a stranger sent to one plain form."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

import pi_heif
from PIL import AvifImagePlugin, ExifTags, Image, ImageOps, TiffImagePlugin, WebPImagePlugin
from PIL.PngImagePlugin import PngInfo

from bot.pictures.formats import FORMATS
from bot.pictures.looks import look_at_file, look_at_opened
from bot.pictures.told.read import told
from bot.pictures.words import First, Plain, Told
from engine.api.errors import BadMask, MaskFault
from engine.api.infotext import Infotext

LONGEST_SIDE = 2048
"""Pictures are made smaller than this many pixels a side before they are kept."""

_STRIP = 64
"""Rows of the smaller picture that are made at once."""

_THREADS = 2
"""Of AVIF's decoder, each of which keeps frames of its own; else there are as many as the machine has cores."""

_SCALES = (1.0, 255.0, 65_535.0)
"""What white is in deep grey of no fixed range: the first that holds all of the picture."""


_MOVING = ("GIF", "WEBP", "PNG", "AVIF")
"""Formats whose frames follow each other in time; those of TIFF are pages, and phones put further pictures beside one
(MPO, HEIF) that nobody takes for a part of it."""

_MOST_PAGES = 16
"""That are looked at."""

_SMALLER, _PREVIEW = 0b101, 2
"""In a TIFF's NewSubfileType a smaller copy or a mask of another page, and in its SubfileType."""


_FAULTS: Mapping[First, MaskFault] = {"frame": "moving", "page": "pages"}


class TooManyPixels(Exception):
    """More than are let in."""


def prepare() -> None:
    """Makes Pillow, in this process, know every format of ours, and leave it to us how large is too large."""
    pi_heif.register_heif_opener(thumbnails=False)
    AvifImagePlugin.DEFAULT_MAX_THREADS = _THREADS
    for plugin in (AvifImagePlugin, TiffImagePlugin, WebPImagePlugin):
        assert plugin.__name__  # importing them is what makes Pillow know them
    Image.preinit()
    Image.MAX_IMAGE_PIXELS = None
    warnings.simplefilter("ignore")


def plain(data: bytes, most_pixels: int, still: bool = False) -> Plain:
    """The first frame, right way up, at most 2048 pixels a side, as a PNG in RGB or, where it has holes, RGBA.

    Raises:
        TooManyPixels: more than `most_pixels`.
        BadMask: it moves or has several pages, and is to be `still`.
        Exception: it is no picture, a broken one or an unfit one; decoders raise all kinds of things.
    """
    with _opened(data, most_pixels) as image:
        if still and (first := _first(image)):
            raise BadMask(fault=_FAULTS[first])
        png = _png(_plain(image), told(image))
        return Plain(png, _first(image))


def told_of(data: bytes, most_pixels: int, is_marked: Callable[[Image.Image], bool]) -> Told:
    """What a picture's file tells of it; `is_marked` looks for our watermark in it. Raises as `plain`."""
    with _opened(data, most_pixels) as image:
        image.load()
        words = told(image)
        return Told(
            image.format or "",
            *image.size,
            str(words) if words else "",
            is_marked(_plain(image).convert("RGB")),
        )


@contextmanager
def _opened(data: bytes, most_pixels: int) -> Iterator[Image.Image]:
    look_at_file(data)
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        if image.width * image.height > most_pixels:
            raise TooManyPixels()
        look_at_opened(image, len(data))
        yield image


def _first(image: Image.Image) -> First | None:
    """What it is the first of; what follows and can't be read is none."""
    with suppress(Exception):
        if image.format in _MOVING and getattr(image, "is_animated", False):
            return "frame"
        if image.format == "TIFF" and _has_pages(image):
            return "page"
    return None


def _has_pages(image: Image.Image) -> bool:
    """Whether a TIFF has a second page, and not only smaller copies of its first; it is at its first again then."""
    try:
        for number in range(1, _MOST_PAGES):
            image.seek(number)
            tags = image.tag_v2  # type: ignore[attr-defined]
            if not (tags.get(254, 0) & _SMALLER or tags.get(255) == _PREVIEW):
                return True
        return False
    finally:
        image.seek(0)


def _plain(image: Image.Image) -> Image.Image:
    if image.format in ("JPEG", "MPO"):
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image.load()
    small = _reduced(image)
    if turn := image.getexif().get(ExifTags.Base.Orientation):
        small.getexif()[ExifTags.Base.Orientation] = turn
    small = ImageOps.exif_transpose(small)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _eight_bits(small, _white(image)).convert("RGB") if small.mode in ("I", "F") else small


def _reduced(image: Image.Image) -> Image.Image:
    """The picture in plain colours, a whole number of times smaller: at most twice what is kept.

    It is made a strip at a time, so that nothing of the full size is in memory twice.
    """
    factor = -(-max(image.size) // (2 * LONGEST_SIDE))
    mode = _mode(image)
    small = Image.new(mode, (-(-image.width // factor), -(-image.height // factor)))
    for top in range(0, small.height, _STRIP):
        box = (0, top * factor, image.width, min((top + _STRIP) * factor, image.height))
        small.paste(image.crop(box).convert(mode).reduce(factor), (0, top))
    return small


def _mode(image: Image.Image) -> str:
    if image.has_transparency_data:
        return "RGBA"
    deep = "F" if image.mode == "F" else "I"
    return deep if image.mode.startswith(("I", "F")) else "RGB"


def _eight_bits(image: Image.Image, white: float) -> Image.Image:
    """Deep grey in 0..255; a plain conversion would clip it to white."""
    return image.convert("F").point(lambda v: v * (255 / white) + 0).convert("L")


def _white(image: Image.Image) -> float:
    """The value that white has in a picture of deep grey."""
    if image.mode.startswith("I;16"):
        return 65_535
    most = float(image.getextrema()[1])  # type: ignore[arg-type]
    scales = _SCALES if image.mode == "F" else _SCALES[1:]
    return next((scale for scale in scales if most <= scale), most)


def _png(image: Image.Image, words: Infotext | None) -> bytes:
    """A PNG; how the picture was made goes with it in one layout, and nothing else of what its file said."""
    out, info = io.BytesIO(), PngInfo()
    if words:
        info.add_text("parameters", str(words))
    image.save(out, "PNG", compress_level=3, pnginfo=info)
    return out.getvalue()
