"""Whether a picture is a drawing of lines on paper, and its lines alone: black on white, as thick as a felt pen's."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

SIDE, TILE = 384, 12
"""Pixels of the longer side at which pictures are looked at, and of the squares whose lightest tells the paper."""

LONGEST = 1024
"""Pixels of the longer side of what comes out."""

DIM, UNEVEN = 80, 0.35
"""How dark paper may be, of 255, and how much darker in one corner than in another, as a share."""

PAPER, INK = 0.2, 0.35
"""Up to which share darker than the paper something is paper still, and from which on it is a line."""

BARE, LEAST, MOST = 0.7, 0.002, 0.22
"""The least share that is bare paper, and how much of it lines take."""

COLOURED = 0.16
"""How much colour lines may have, as a share of the paper's light: what a pencil or a black pen leaves in a photo."""

BROAD, BULK = 15, 0.15
"""Pixels across from which on something is no line, at that size, and how much of all that is dark may be such."""

THICK = 4
"""Pixels by which lines are made thicker in a picture of the longest side."""

Pixels = NDArray[np.float32]


def sketched(picture: bytes) -> bytes:
    """The lines of a drawing, dark on white, as a PNG of its shape; nothing where it is no drawing of lines.

    Args:
        picture: a plain PNG of ours.
    """
    with Image.open(io.BytesIO(picture), formats=("PNG",)) as file:
        image = _opaque(file)
    if not _is_drawing(_at(image, SIDE)):
        return b""
    whole = _at(image, LONGEST)
    ink = _ink(whole).mean(-1)
    lines = Image.fromarray((255 - 255 * ((ink - PAPER) / INK).clip(0, 1)).astype(np.uint8))
    for _ in range(round(THICK * max(lines.size) / LONGEST)):
        lines = lines.filter(ImageFilter.MinFilter(3))
    out = io.BytesIO()
    lines.convert("RGB").save(out, "PNG", compress_level=3)
    return out.getvalue()


def _opaque(image: Image.Image) -> Image.Image:
    """On white paper where it is transparent."""
    if image.has_transparency_data:
        over = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", over.size, "white"), over)
    return image.convert("RGB")


def _at(image: Image.Image, side: int) -> Image.Image:
    scale = min(1.0, side / max(image.size))
    width, height = (max(3, round(edge * scale)) for edge in image.size)
    return image.resize((width, height), Image.Resampling.BOX)


def _is_drawing(small: Image.Image) -> bool:
    paper = np.asarray(_paper(small), np.float32).mean(-1)
    dark, light = np.quantile(paper, (0.02, 0.98))
    if dark < DIM or dark < light * (1 - UNEVEN):
        return False
    ink = _ink(small)
    depth = ink.mean(-1)
    marked = depth > INK
    if (depth < PAPER).mean() < BARE or not LEAST <= marked.mean() <= MOST:
        return False
    if np.quantile((ink.max(-1) - ink.min(-1))[marked], 0.9) > COLOURED:
        return False
    bulk = Image.fromarray(marked.astype(np.uint8)).filter(ImageFilter.MinFilter(BROAD))
    return bool(np.asarray(bulk).sum() <= BULK * marked.sum())


def _ink(image: Image.Image) -> Pixels:
    """How much darker each pixel is than the paper, as a share, by channel `[h, w, 3]`."""
    pixels, paper = (np.asarray(each, np.float32) for each in (image, _paper(image)))
    return np.asarray((1 - pixels / paper.clip(1)).clip(0, 1), np.float32)


def _paper(image: Image.Image) -> Image.Image:
    """The same without what is drawn: how light paper is, by the lightest there is around each place."""
    edge = TILE * max(image.size) // SIDE or 1
    pixels = np.asarray(image)
    pixels = np.pad(pixels, [(0, -length % edge) for length in pixels.shape[:2]] + [(0, 0)], "edge")
    height, width = (length // edge for length in pixels.shape[:2])
    lightest = pixels.reshape(height, edge, width, edge, 3).max((1, 3))
    small = Image.fromarray(lightest).filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.BoxBlur(1))
    return small.resize(image.size, Image.Resampling.BILINEAR)
