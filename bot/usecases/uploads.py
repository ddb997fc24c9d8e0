"""Pictures that people send: looked at before they are decoded, and turned into one plain form."""

from __future__ import annotations

import asyncio
import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from bot.messages import Attachment
from bot.reading import TooLong
from engine.api.errors import BadImage, ImageTooLarge

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "MPO", "AVIF")
LONGEST_SIDE = 2048
"""Pictures are made smaller than this many pixels a side before they are kept."""


@dataclass(frozen=True)
class Intake:
    """What is let in. Both limits hold before anything is decoded."""

    most_bytes: int = 20_000_000
    most_pixels: int = 50_000_000

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
        return await asyncio.to_thread(self.plain, data)

    def plain(self, data: bytes) -> bytes:
        """The blocking part of `take`: first frame, right way up, plain colours, PNG."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                    if image.width * image.height > self.most_pixels:
                        raise ImageTooLarge.over_pixels(self.most_pixels)
                    return _png(_plain(image))
        except ImageTooLarge:
            raise
        except Image.DecompressionBombError:
            raise ImageTooLarge.over_pixels(self.most_pixels) from None
        except Exception as error:  # decoders raise all kinds of things on broken files
            raise BadImage() from error


def _plain(image: Image.Image) -> Image.Image:
    if image.format == "JPEG":
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image = ImageOps.exif_transpose(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in ("I", "I;16", "I;16B", "F"):
        return _eight_bits(image).convert("RGB")
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Deep grey images squeezed into 0..255; a plain conversion would clip them to white."""
    image = image.convert("F")
    least, most = (float(v) for v in image.getextrema())  # type: ignore[arg-type]
    return image.point(
        lambda v: v * (255 / (most - least or 1)) - least * (255 / (most - least or 1))
    ).convert("L")


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()
