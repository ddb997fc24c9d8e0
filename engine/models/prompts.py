"""The prompt language of the Stable Diffusion world: weights, BREAK and tags.

    (cat)  (cat:1.3)  [cat]  ((cat))  \\(literally\\)  BREAK  <lora:name:0.8>  <emb:name>

Brackets, colons and numbers of any keyboard will do: `（猫：1,3）`. Written from the documented behaviour. What has
no meaning (a lone bracket, a smiley) stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from engine.api.blocks import Blocks
from engine.api.changing import DEEPEST
from engine.api.tags import NUMBER, Tag, find_tags, number

UP, DOWN = 1.1, 1 / 1.1
MOST_WEIGHT = 5.0

_ASCII = str.maketrans("（）［］", "()[]")
_PIECE = re.compile(
    rf"(?P<whole><emb:[^<>]*>)|\\(?P<escaped>[()\[\]{{}}|:\\])|(?P<opening>[(\[])|[:：]\s*(?P<weight>{NUMBER})\s*\)"
    r"|(?P<closing>[)\]])|[^\\()\[\]:：<]+|.",
    re.DOTALL,
)
_BREAK = re.compile(r"(?:(?<!\s)\s+)?\bBREAK\b\s*")
_OPENING = {")": "(", "]": "["}


@dataclass(frozen=True)
class Hypernet:
    """A hypernetwork's name and weight."""

    name: str
    weight: float


Adapter = Hypernet | tuple[str, float] | tuple[str, float, float] | tuple[str, float, float, Blocks]
"""A hypernetwork; or a LoRA's name and weight, its weight on the text encoders where that is another, and those of its
blocks where they differ."""

Piece = tuple[str | None, float]
"""A stretch of text and its weight; None where BREAK begins a new section."""


@dataclass(frozen=True)
class Span:
    """Text of one weight."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True)
class Prompt:
    """A prompt taken apart.

    Attributes:
        sections: what BREAK divides, each a row of spans; at least one, perhaps empty.
        adapters: LoRAs and hypernetworks in the order of their tags.
    """

    sections: tuple[tuple[Span, ...], ...]
    adapters: tuple[Adapter, ...] = ()


def parse(text: str) -> Prompt:
    """Takes a prompt apart; never fails. Weights are kept within -5 and 5."""
    tags = [tag for tag in find_tags(text) if tag.readable]
    for tag in reversed(tags):
        text = text[: tag.start] + _standing(tag) + text[tag.stop :]
    adapters = tuple(_adapter(tag) for tag in tags if tag.kind != "emb")
    sections: list[list[Piece]] = [[]]
    for piece in _weigh(_BREAK.split(text.translate(_ASCII))):
        if piece[0] is None:
            sections.append([])
        else:
            sections[-1].append(piece)
    return Prompt(tuple(tuple(_spans(section)) for section in sections), adapters)


def _adapter(tag: Tag) -> Adapter:
    weight, encoder = _clamp(tag.weight), _clamp(tag.encoder)
    if tag.kind == "hypernet":
        return Hypernet(tag.name, weight)
    if tag.blocks is not None:
        return tag.name, weight, encoder, tag.blocks
    return (tag.name, weight) if weight == encoder else (tag.name, weight, encoder)


def _standing(tag: Tag) -> str:
    """What stands for a tag in the text: `<emb:name>` for an embedding, else nothing."""
    if tag.kind != "emb":
        return ""
    plain = f"<emb:{tag.name}>"
    return plain if tag.weight == 1 else f"({plain}:{tag.weight:f})"


def _clamp(weight: str | float) -> float:
    return min(MOST_WEIGHT, max(-MOST_WEIGHT, float(weight)))


def _spans(section: list[Piece]) -> Iterator[Span]:
    """One section's spans, neighbours of equal weight joined."""
    pieces = ((piece, _clamp(weight)) for piece, weight in section if piece)
    for weight, group in groupby(pieces, key=lambda item: item[1]):
        if joined := "".join(piece for piece, _ in group).strip():
            yield Span(joined, weight)


def _weigh(sections: list[str]) -> list[Piece]:
    """Every piece with the product of the brackets around it, which may span sections.

    Brackets without a partner stay text.
    """
    pieces: list[Piece] = []
    opened: list[int] = []

    def close(bracket: str, factor: float, literal: str) -> None:
        if not opened or pieces[opened[-1]][0] != bracket:
            pieces.append((literal, 1.0))
            return
        start = opened.pop()
        pieces[start] = ("", 1.0)
        pieces[start:] = [(piece, weight * factor) for piece, weight in pieces[start:]]

    for i, section in enumerate(sections):
        if i:
            pieces.append((None, 1.0))
        for match in _PIECE.finditer(section):
            escaped, opening, weight, closing = match.group("escaped", "opening", "weight", "closing")
            if opening and len(opened) < DEEPEST:
                opened.append(len(pieces))
                pieces.append((opening, 1.0))
            elif weight:
                close("(", number(weight), match[0])
            elif closing:
                close(_OPENING[closing], UP if closing == ")" else DOWN, closing)
            else:
                pieces.append((escaped or match[0], 1.0))
    return pieces
