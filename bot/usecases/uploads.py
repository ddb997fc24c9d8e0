"""Pictures that people send: looked at before they are decoded, and turned into one plain form."""

from __future__ import annotations

import asyncio
import io
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from PIL import ExifTags, Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from bot.messages import Attachment
from bot.reading import TooLong
from engine.api.errors import BadImage, ImageTooLarge

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
LONGEST_SIDE = 2048
"""Pictures are made smaller than this many pixels a side before they are kept."""

_LONGEST_WORDS = 10_000
"""Characters of the words in a picture; more are no prompt and its settings."""

_STRIP = 64
"""Rows of the smaller picture that are made at once."""


@dataclass(frozen=True)
class Intake:
    """What is let in. Both limits hold before anything is decoded, and one picture is decoded at a time.

    That one needs 7 bytes a pixel at most, while it is made smaller, and 16 for WebP, whose decoder keeps copies:
    350 and 800 MB for 50 megapixels.
    """

    most_bytes: int = 20_000_000
    most_pixels: int = 50_000_000
    _decoder: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "upload"), repr=False, compare=False
    )

    async def take(self, attachment: Attachment) -> bytes:
        """The attachment as an upright PNG of at most 2048 pixels a side, RGB or, where it has holes, RGBA.

        Raises:
            BadImage: it is none, or a broken one.
            ImageTooLarge: more bytes or pixels than allowed.
        """
        if attachment.size is not None and attachment.size > self.most_bytes:
            raise ImageTooLarge.over_bytes(self.most_bytes)
        try:
            data = await attachment.read(self.most_bytes)
        except TooLong as error:
            raise ImageTooLarge.over_bytes(error.most) from None
        if len(data) > self.most_bytes:
            raise ImageTooLarge.over_bytes(self.most_bytes)
        return await asyncio.get_running_loop().run_in_executor(self._decoder, self.plain, data)

    def plain(self, data: bytes) -> bytes:
        """The blocking part of `take`: first frame, right way up, plain colours, PNG."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                    if image.width * image.height > self.most_pixels:
                        raise ImageTooLarge.over_pixels(self.most_pixels)
                    return _png(_plain(image), image.info.get("parameters"))
        except ImageTooLarge:
            raise
        except Image.DecompressionBombError:
            raise ImageTooLarge.over_pixels(self.most_pixels) from None
        except Exception as error:  # decoders raise all kinds of things on broken files
            raise BadImage() from error


def _plain(image: Image.Image) -> Image.Image:
    if image.format in ("JPEG", "MPO"):
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image.load()
    small = _reduced(image)
    if turn := image.getexif().get(ExifTags.Base.Orientation):
        small.getexif()[ExifTags.Base.Orientation] = turn
    small = ImageOps.exif_transpose(small)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _eight_bits(small).convert("RGB") if small.mode in ("I", "F") else small


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


def _eight_bits(image: Image.Image) -> Image.Image:
    """Deep grey images squeezed into 0..255; a plain conversion would clip them to white."""
    image = image.convert("F")
    least, most = (float(v) for v in image.getextrema())  # type: ignore[arg-type]
    return image.point(
        lambda v: v * (255 / (most - least or 1)) - least * (255 / (most - least or 1))
    ).convert("L")


def _png(image: Image.Image, words: object) -> bytes:
    """A PNG; the words that the picture was made of go with it, as tools for pictures write them, and nothing else."""
    out, info = io.BytesIO(), PngInfo()
    if isinstance(words, str) and len(words) <= _LONGEST_WORDS:
        info.add_text("parameters", words)
    image.save(out, "PNG", compress_level=3, pnginfo=info)
    return out.getvalue()
