"""Drawings of lines, on a sheet and in a photo."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def house(size: tuple[int, int] = (640, 480), ink: str = "black", pen: int = 6) -> Image.Image:
    """A house as anybody draws it."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    wide, high = size
    lines = [
        [(0.3, 0.8), (0.3, 0.45), (0.5, 0.2), (0.7, 0.45), (0.7, 0.8), (0.3, 0.8)],
        [(0.3, 0.45), (0.7, 0.45)],
    ]
    for line in lines:
        draw.line([(x * wide, y * high) for x, y in line], ink, pen)
    draw.ellipse((0.8 * wide, 0.05 * high, 0.92 * wide, 0.2 * high), outline=ink, width=pen)
    return image


def photographed(drawing: Image.Image) -> Image.Image:
    """On a table under a lamp: warm, uneven, noisy, a little out of focus, and a JPEG."""
    rng = np.random.default_rng(1)
    pixels = np.asarray(drawing.filter(ImageFilter.GaussianBlur(1.2)), np.float32) * 0.75 + 40
    across = np.linspace(1.0, 0.72, drawing.width)[None, :, None]
    down = np.linspace(0.95, 0.8, drawing.height)[:, None, None]
    pixels = pixels * across * down * np.array([0.95, 0.88, 0.78]) + rng.normal(0, 4, pixels.shape)
    out = io.BytesIO()
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(out, "JPEG", quality=80)
    return Image.open(out)
