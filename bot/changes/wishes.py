"""What somebody may ask of a picture, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass

EVERYTHING = "*"
"""All the things in a picture, where a wish is of one."""


@dataclass(frozen=True)
class Quality:
    """A thing is to be blue, big, of glass, scary.

    Attributes:
        kind: "colour", "size", "material" or "adjective": it takes the place of another of its kind.
        words: the adjective.
        of: the noun of the thing; "" for what the picture is of, `EVERYTHING` for all.
    """

    kind: str
    words: str
    of: str = ""


@dataclass(frozen=True)
class Number:
    """There are to be so many: "two", "3", "one"."""

    number: str
    of: str = ""


@dataclass(frozen=True)
class Setting:
    """Another place, weather, season or time ("at night"), or a "backdrop" of one colour."""

    kind: str
    words: str


@dataclass(frozen=True)
class Style:
    """Another style or point of view: "watercolour", "in the style of a comic"."""

    kind: str
    words: str


@dataclass(frozen=True)
class Action:
    """What a thing is to do or wear: "sleeping", "wearing a hat"."""

    words: str
    of: str = ""


@dataclass(frozen=True)
class Addition:
    """Something besides: "a hat", "a dog", with the words that say where ("next to a tree") or none."""

    words: str
    of: str = ""


@dataclass(frozen=True)
class Removal:
    """Something is to go: "the hat"."""

    words: str


@dataclass(frozen=True)
class Swap:
    """One thing in the place of another; "" is what the picture is of."""

    thing: str
    by: str


@dataclass(frozen=True)
class Remark:
    """Words that go behind all others."""

    words: str


Wish = Quality | Number | Setting | Style | Action | Addition | Removal | Swap | Remark
