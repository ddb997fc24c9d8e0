"""A picture's words, taken apart into what it shows and what surrounds that, and put together again.

"(a red fox:1.2) with a hat in the snow, watercolour" has two parts, and the first has three chunks: the subject, a
thing with it, a place. Weights, quotes, `<lora:...>` and names go through as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from bot.changes.chunks import Chunk, chunks, edges, unpaired
from bot.changes.english import cores, same
from bot.changes.kinds import SETTINGS, of_kind
from bot.translation.protect import Piece, split

_PARTS = re.compile(r"([^\S\n]{0,2}(?:[,;|\n]|\bBREAK\b|\bAND\b)[\s,;|]*+)")
_LOOSE = re.compile(r"\s{1,3}(?=(?::[\d.]{1,9})?[)\]}])|(?<=[(\[{])\s{1,3}")


class Scene(NamedTuple):
    """What a picture was made of, in English: its prompt and its negative prompt."""

    prompt: str
    negative: str = ""


@dataclass
class Part:
    """What stands between two commas."""

    chunks: list[Chunk]

    def __str__(self) -> str:
        return " ".join(token for chunk in self.chunks for token in chunk.tokens)


@dataclass
class Sketch:
    """A prompt taken apart.

    Attributes:
        parts: between the commas.
        between: what stands between each two of them, as typed.
        lead: "a photo of ", in front of the subject.
        leaves: what goes through untouched; each is one character in the tokens.
    """

    parts: list[Part]
    between: list[str]
    lead: str = ""
    leaves: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, prompt: str) -> Sketch:
        """A prompt, taken apart."""
        leaves: list[str] = []
        text = "".join(_hidden(piece.kind, piece.text, leaves) for piece in _whole(split(prompt)))
        pieces = _PARTS.split(text)
        sketch = cls([Part([])], pieces[1::2], leaves=leaves)
        sketch.parts = [Part(list(chunks(piece.split()))) for piece in pieces[::2]]
        place = sketch._subject
        if found := _leads().match(pieces[2 * place]):
            sketch.lead = found[0]
            sketch.parts[place] = Part(list(chunks(pieces[2 * place][found.end() :].split())))
        return sketch

    def __str__(self) -> str:
        place, told = self._subject, ""
        for i, part in enumerate(self.parts):
            words = (self.lead if i == place else "") + str(part)
            if words.strip():
                told += (self.between[i - 1] if i and told else "") + words
        told = _LOOSE.sub("", told).strip(" ,;|")
        return re.sub("[\ue000-\uf8ff]", lambda m: self.leaves[ord(m[0]) - 0xE000], told)

    @property
    def _subject(self) -> int:
        """Which part says what the picture is of: the first that is more than a tag for quality, style or setting."""
        for i, part in enumerate(self.parts):
            if part.chunks and part.chunks[0].kind == "thing" and not _is_quality(str(part)):
                return i
        return 0

    @property
    def subject(self) -> Part:
        """The part that says what the picture is of."""
        return self.parts[self._subject]

    @property
    def all(self) -> list[Chunk]:
        """All chunks of all parts."""
        return [chunk for part in self.parts for chunk in part.chunks]

    @property
    def main(self) -> Chunk | None:
        """The thing that the picture is of."""
        return next(iter(self.subject.chunks), None)

    def find(self, noun: str) -> Chunk | None:
        """The chunk that is about a thing, or that names it."""
        heads = [c for c in self.all if same(c.head, noun)]
        named = [c for c in self.all if any(same(word, noun) for word in c.words[c.lead :])]
        return next(iter(heads or named), None)

    def remove(self, chunk: Chunk) -> None:
        """Takes a chunk away."""
        for part in self.parts:
            if any(c is chunk for c in part.chunks):
                at = next(i for i, c in enumerate(part.chunks) if c is chunk)
                part.chunks[at : at + 1] = edges(chunk)
                break
        self.between = self.between[: len(self.parts) - 1]

    def replace(self, chunk: Chunk, by: Sequence[Chunk]) -> None:
        """Puts chunks in the place of one."""
        for part in self.parts:
            for i, c in enumerate(part.chunks):
                if c is chunk:
                    openers, closers = unpaired(" ".join(chunk.tokens))
                    edges = [[Chunk([edge])] if edge else [] for edge in (openers, closers)]
                    part.chunks[i : i + 1] = [*edges[0], *by, *edges[1]]
                    return

    def append(self, words: str) -> None:
        """Adds a tag at the end."""
        if words.lower() not in (str(part).lower() for part in self.parts):
            self.parts.append(Part(list(chunks(words.split()))))
            self.between.append(", ")

    def settle(self, words: str, kind: str) -> None:
        """Adds a setting behind the subject: places before the weather, before the season, before the time."""
        order = SETTINGS.index(kind)
        found, part = list(chunks(words.split())), self.subject
        later = (
            i
            for i, c in enumerate(part.chunks)
            if i and c.kind in SETTINGS and SETTINGS.index(c.kind) > order
        )
        at = next(later, len(part.chunks))
        part.chunks[at:at] = found


def _whole(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with each bracket whose words change, `{a|b}` or `[a:b:0.5]`, as one that goes through untouched."""
    found: list[Piece] = []
    opened: list[int] = []
    for piece in pieces:
        found.append(piece)
        sign = piece.text.strip() if piece.kind == "mark" else ""
        if sign.startswith(("[", "［", "{", "｛")):
            opened.append(len(found) - 1)
        elif sign.endswith(("]", "］", "}", "｝")) and opened:
            start = opened.pop()
            if any(_changes(each) for each in found[start:]):
                found[start:] = [Piece("leaf", "".join(each.text for each in found[start:]))]
    return found


def _changes(piece: Piece) -> bool:
    """Whether it parts the sides of a bracket, or says when it changes; in round brackets it is a weight."""
    sign = piece.text.strip()
    return piece.kind == "mark" and sign.startswith(("|", "｜", ":", "：")) and not sign.endswith((")", "）"))


def _hidden(kind: str, text: str, leaves: list[str]) -> str:
    """A piece of a prompt; what goes through untouched as one character."""
    if kind != "leaf" or len(leaves) >= 0x1000:
        return text
    bare = text.strip()
    leaves.append(bare)
    return text.replace(bare, chr(0xE000 + len(leaves) - 1), 1)


def _is_quality(text: str) -> bool:
    words = " ".join(cores(text.split()))
    return not words or any(words == q or words.startswith(f"{q} ") for q in of_kind("quality"))


@cache
def _leads() -> re.Pattern[str]:
    """ "a photo of", "an old oil painting of": what a picture is, in front of what it shows."""
    nouns = "|".join(sorted(map(re.escape, of_kind("plain")), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:an?|the|one)\s{{1,3}})?(?:[\w-]{{1,40}}\s{{1,3}}){{0,2}}?(?:{nouns})\s{{1,3}}(?:of|showing)\s{{1,3}}",
        re.IGNORECASE,
    )
