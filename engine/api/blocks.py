"""Block weights: how strong a LoRA is in each block of a UNet, as `<lora:name:1:lbw=…>` tells.

Numbers as sd-webui-lora-block-weight takes them, or the names of its presets. What a list does not name is 0 where it
is a block, and as strong as the LoRA where it is none (the layers of the timestep, say).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from engine.api.errors import OutOfRange

BASE, MIDDLE = "BASE", "MID"
BLOCKS = (BASE, *(f"IN{i:02}" for i in range(12)), MIDDLE, *(f"OUT{i:02}" for i in range(12)))
"""All there may be; the base is the text encoders."""

ELSEWHERE = len(BLOCKS)
"""The place of what is no block, behind them."""

Blocks = tuple[float, ...] | str
"""As told: numbers, or a preset's name."""

Factors = tuple[float, ...]
"""One number for each of `BLOCKS`, and one for what is none."""

_ATTENTIVE = (BASE, "IN01", "IN02", "IN04", "IN05", "IN07", "IN08", MIDDLE, *BLOCKS[-9:])
_ATTENTIVE_XL = (BASE, "IN04", "IN05", "IN07", "IN08", MIDDLE, *BLOCKS[14:20])

LISTS: Mapping[str, Sequence[Sequence[str]]] = {
    "sd1": (_ATTENTIVE, BLOCKS),
    "sd2": (_ATTENTIVE, BLOCKS),
    "sdxl": (_ATTENTIVE_XL, (*BLOCKS[:10], MIDDLE, *BLOCKS[14:23])),
    "sdxl-refiner": (BLOCKS,),
}
"""What the numbers of a list mean, by the model's family: the first is the usual one, the other has every block."""

_DEPTHS = {
    17: (slice(1, 4), slice(4, 7), slice(8, 12), slice(12, 17)),
    12: (slice(1, 3), slice(3, 5), slice(6, 9), slice(9, 12)),
}
"""Where in a list of so many the blocks are: on the way in, shallow and deep, and on the way out, deep and shallow."""

_PRESETS: Mapping[str, tuple[bool, bool, bool, bool, bool]] = {
    "NONE": (False, False, False, False, False),
    "ALL": (True, True, True, True, True),
    "INS": (True, False, False, False, False),
    "IND": (False, True, False, False, False),
    "INALL": (True, True, False, False, False),
    "MIDD": (False, True, True, False, True),
    "OUTD": (False, False, True, False, False),
    "OUTS": (False, False, False, True, False),
    "OUTALL": (False, False, True, True, False),
}
"""Which of the blocks: in shallow, in deep, out deep, out shallow, the middle."""

_TOLD = re.compile(r"(?:lbw\s*[=＝]\s*)?(?P<told>[^=＝]+)", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})")
_PARTED = re.compile(r"[,，、]")


def read(told: str) -> Blocks | None:
    """What a part of a tag tells of blocks; None where it tells nothing of them."""
    match = _TOLD.fullmatch(told)
    if not match:
        return None
    values = [value.strip() for value in _PARTED.split(match["told"])]
    if len(values) == 1:
        return values[0].upper() if values[0].upper() in _PRESETS else None
    known = {len(names) for lists in LISTS.values() for names in lists}
    numbers = len(values) in known and all(map(_NUMBER.fullmatch, values))
    return tuple(map(float, values)) if numbers else None


def factors(blocks: Blocks, family: str) -> Factors:
    """What they come to for a model of that family.

    Raises:
        OutOfRange: it has other blocks.
    """
    if isinstance(blocks, str):
        return _preset(blocks, _ATTENTIVE_XL if family == "sdxl" else _ATTENTIVE)
    for names in LISTS.get(family, ()):
        if len(names) == len(blocks):
            told = dict(zip(names, blocks, strict=True))
            return (*(told.get(block, 0.0) for block in BLOCKS), 1.0)
    raise OutOfRange.unlike("lbw=…", written(blocks), example(family))


def example(family: str) -> str:
    """A list of as many numbers as such a model has blocks."""
    return written((1.0,) * len((LISTS.get(family) or (_ATTENTIVE,))[0]))


def written(blocks: Blocks) -> str:
    """As people write it."""
    return blocks if isinstance(blocks, str) else ",".join(f"{value:g}" for value in blocks)


def _preset(name: str, names: Sequence[str]) -> Factors:
    *wanted, middle = _PRESETS[name]
    chosen = {
        block for part, each in zip(_DEPTHS[len(names)], wanted, strict=True) if each for block in names[part]
    }
    chosen |= ({MIDDLE} if middle else set()) | ({BASE} if any(_PRESETS[name]) else set())
    return (*(float(block in chosen) for block in BLOCKS), 1.0)
