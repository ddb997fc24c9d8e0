"""The contact sheet of a sweep: its pictures side by side, each with its number and what it was made with."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from bot.pictures.moving import evenly
from engine.api.recipe import Recipe
from engine.api.spread import ways

SIDE = 1600
"""Pixels that the sheet is wide or high, about."""

MOST_FRAMES = 8
"""Of a morph that its strip shows."""

_MARGIN = 12
_LEAST_TILE, _MOST_TILE = 200, 512
_PAPER, _INK = "#ffffff", "#20242c"


class Layout(NamedTuple):
    """Where the pictures stand; sizes in pixels."""

    columns: int
    rows: int
    width: int
    height: int

    @property
    def strip(self) -> int:
        """The height of the line below a picture."""
        return max(20, self.width // 11)

    @property
    def size(self) -> tuple[int, int]:
        """Of the whole sheet."""
        return (
            self.columns * (self.width + _MARGIN) + _MARGIN,
            self.rows * (self.height + self.strip + _MARGIN) + _MARGIN,
        )


def layout(prompt: str, recipe: Recipe) -> Layout:
    """Rows are what changes slowest, so that a column shows one thing with everything; one axis is a block."""
    if recipe.moving:
        count = len(evenly(recipe.images, MOST_FRAMES))
        columns = count if count < 5 else math.ceil(count / 2)
        wide = min(_MOST_TILE, SIDE // columns)
        return Layout(columns, math.ceil(count / columns), *_fitted(recipe.width, recipe.height, wide))
    images = recipe.images
    columns = _period(prompt, recipe)
    if columns in (1, images):
        columns = images if images < 4 else math.ceil(math.sqrt(images))
    rows = math.ceil(images / columns)
    wide = min(_MOST_TILE, max(_LEAST_TILE, SIDE // max(columns, rows)))
    return Layout(columns, rows, *_fitted(recipe.width, recipe.height, wide))


def _fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    return round(width * longest / max(width, height)), round(height * longest / max(width, height))


def _period(prompt: str, recipe: Recipe) -> int:
    """How many pictures there are of each value of what changes slowest."""
    words = ways(prompt)
    if words > 1:
        return recipe.images // words
    each = [point.given for point in recipe.sweep]
    names = {name: None for given in each for name in given}
    turns = (next((i for i, given in enumerate(each) if name in given), 1) for name in names)
    return max(turns, default=1)


def draw(pictures: Mapping[int, bytes], labels: Mapping[int, str], at: Layout) -> bytes:
    """The sheet as PNG, of the pictures that have labels, with room for those that are not there any more.

    Each has the number that its button has; a label that is not in ASCII is left out, since fonts may lack it.
    """
    sheet = Image.new("RGB", at.size, _PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(at.strip * 0.66)
    for place, (i, label) in enumerate(labels.items()):
        row, column = divmod(place, at.columns)
        x, y = column * (at.width + _MARGIN) + _MARGIN, row * (at.height + at.strip + _MARGIN) + _MARGIN
        if i in pictures:
            sheet.paste(_tile(pictures[i], at), (x, y))
            text = _fitting(f"{i + 1}   {label}" if label.isascii() else str(i + 1), font, at.width)
            pen.text((x, y + at.height + at.strip // 2), text, _INK, font, anchor="lm")
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _tile(png: bytes, at: Layout) -> Image.Image:
    with Image.open(io.BytesIO(png)) as picture:
        return picture.convert("RGB").resize((at.width, at.height), Image.Resampling.LANCZOS)


def _fitting(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> str:
    """As much of it as is no wider than that."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}...") > width:
        text = text[:-1]
    return f"{text.rstrip()}..."
