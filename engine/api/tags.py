"""Tags in prompts: `<lora:name:0.8>` draws under a LoRA, `<hypernet:name:0.7>` under a hypernetwork; `<emb:name>` and
`embedding:name` are an embedding.

Written by hand, on any keyboard: `<LoRA: Лиса : 0,8>`, `＜lora：水墨：０.８＞` and `<emb:Bad Hands:1.2>` are tags as
well. What was meant as one and can't be read is said, never taken for 1 or for words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from engine.api.blocks import Blocks, read
from engine.api.errors import LONGEST_VALUE, BadModel, MisplacedLora, OutOfRange, UnknownChoice
from engine.api.names import Addon, Addons, find

NUMBER = r"[+\-−－﹣＋]?(?:\d++(?:[.,٫．，。｡]\d++)?+|[.,٫．]\d++)"
"""A number as a pattern, its decimals after a point or a comma of any keyboard; `number` reads it."""

Kind = Literal["lora", "emb", "hypernet"]

FLAGS: dict[Kind, str] = {"lora": "<lora:…>", "emb": "<emb:…>", "hypernet": "<hypernet:…>"}
"""How errors name a tag."""

_EXAMPLES: dict[Kind, str] = {
    "lora": "<lora:name:0.8>",
    "emb": "<emb:name>",
    "hypernet": "<hypernet:name:0.7>",
}

_SPELLED: dict[Kind, tuple[str, ...]] = {
    "lora": ("lora", "lyco", "lycoris", "locon", "loha", "lokr", "dora"),
    "emb": ("emb", "embed", "embedding", "embeddings", "ti"),
    "hypernet": ("hypernet", "hypernets", "hypernetwork", "hypernetworks"),
}
_KINDS: dict[str, Kind] = {word: kind for kind, words in _SPELLED.items() for word in words}

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
    "\u0e31-\u0e4e\u0eb1-\u0ece\u0f18-\u0fc6\u102b-\u109d\u17b4-\u17d3\u200c\u200d\u3099\u309a\ufe0f"
)
"""Vowel signs, accents and joiners for a set of characters in a pattern: letters to people, but not to `\\w`."""

EMBEDDING = r"<emb:(?P<tagged>[^<>]+)>|\bembedding[:：](?P<named>[^\s,，、;；:：()（）\[\]［］<>＜＞|{}]+)"
"""A pattern of an embedding that is named as one, in a prompt whose tags are read; `embedding_name` tells which."""

_EMBEDDING = re.compile(EMBEDDING, re.IGNORECASE)

_TAG = re.compile(r"[<＜]\s*(?P<kind>[^\W\d]+)\s*[:：](?P<told>[^<>＜＞\n]*)(?P<end>[>＞]?)")
_COLON = re.compile(r"(?<!\s)\s*+[:：]\s*+")
_WHOLE_NUMBER = re.compile(NUMBER)
_NAMED = re.compile(rf"(te|unet)\s*[=＝]\s*({NUMBER})", re.IGNORECASE)
"""How a tag names one of a LoRA's two weights; without a name the text encoders' comes first."""
_POINTS = str.maketrans(",٫。｡−", "....-")


@dataclass(frozen=True)
class Tag:
    """One tag.

    Attributes:
        weight: of the picture's model; 1 where none is told.
        encoder: a LoRA's weight on the text encoders, which is the same where no other is told.
        blocks: how strong a LoRA is in each block of the model; None where that is not told.
        text: as typed.
        start, stop: where it stands in the prompt.
        readable: whether it has a name and its weight is a number; what is no tag stays text.
        surplus: whether it tells something else, which means nothing here (the step where it begins, say).
    """

    kind: Kind
    name: str
    weight: float
    encoder: float
    text: str
    start: int
    stop: int
    readable: bool
    surplus: bool
    blocks: Blocks | None = None


def number(text: str) -> float:
    """What `NUMBER` matched."""
    return float(unicodedata.normalize("NFKC", text).translate(_POINTS))


def find_tags(prompt: str) -> list[Tag]:
    """The tags of a prompt, in order, those that can't be read included."""
    return [tag for match in _TAG.finditer(prompt) if (tag := _tag(match))]


def _tag(match: re.Match[str]) -> Tag | None:
    kind = _KINDS.get(_word(match))
    if kind is None:
        return None
    name, *told = _COLON.split(match["told"].strip())
    blocks = [each for part in told if kind == "lora" and (each := read(part)) is not None]
    told = [part for part in told if kind != "lora" or read(part) is None]
    numbers = [number(each) for each in told if _WHOLE_NUMBER.fullmatch(each)]
    named = (
        {m[1].lower(): number(m[2]) for each in told if (m := _NAMED.fullmatch(each))}
        if kind == "lora"
        else {}
    )
    readable = bool(name and match["end"] and (not any(told[:1]) or numbers[:1] or named))
    understood = len(numbers) + len(named) + told.count("")
    surplus = (
        understood < len(told)
        or len(set(numbers[1:]) - {*numbers[:1]}) > (kind == "lora")
        or len(numbers) > 2
        or len(blocks) > 1
    )
    encoder = named.get("te", (numbers or [1.0])[0])
    weight = named.get("unet", numbers[1] if len(numbers) > 1 else encoder)
    chosen = blocks[0] if blocks else None
    return Tag(kind, name, weight, encoder, match[0], *match.span(), readable, surplus, chosen)


def _word(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match["kind"]).lower()


def check_tags(prompt: str) -> None:
    """Raises OutOfRange where something in the prompt was meant as a tag and can't be read whole."""
    for match in _TAG.finditer(prompt):
        tag, word = _tag(match), _word(match)[:LONGEST_VALUE]
        if tag and (tag.surplus or not tag.readable):
            raise OutOfRange.unlike(FLAGS[tag.kind], tag.text, _EXAMPLES[tag.kind])
        if not tag and get_close_matches(word, _KINDS, 1, 0.7):
            raise OutOfRange.unlike(f"<{word}:…>", match[0], " · ".join(_EXAMPLES.values()))


def embedding_name(match: re.Match[str]) -> str:
    """Which embedding a match of `EMBEDDING` names."""
    name: str = match["tagged"] or match["named"].rstrip(".!?。")
    return name


def check_negative(negative: str, flag: str) -> None:
    """Raises MisplacedLora where a LoRA stands among what is to be missing, or a hypernetwork: both work on the whole
    picture."""
    for tag in find_tags(negative):
        if tag.kind != "emb":
            raise MisplacedLora(tag=tag.text[:LONGEST_VALUE], flag=flag)


def names_embedding(prompt: str) -> bool:
    """Whether a prompt whose tags are read names an embedding as one."""
    return bool(_EMBEDDING.search(prompt))


def check_names(prompt: str, addons: Addons) -> None:
    """Raises UnknownChoice where a tag names what there is not, and BadModel where that can't be used."""
    tags = [tag for tag in find_tags(prompt) if tag.readable]
    _check(addons.loras, FLAGS["lora"], (tag.name for tag in tags if tag.kind == "lora"))
    _check(addons.hypernets, FLAGS["hypernet"], (tag.name for tag in tags if tag.kind == "hypernet"))
    _check(addons.embeddings, FLAGS["emb"], (tag.name for tag in tags if tag.kind == "emb"))
    _check(addons.embeddings, FLAGS["emb"], map(embedding_name, _EMBEDDING.finditer(_without(prompt, tags))))


def _check(addons: Sequence[Addon], flag: str, written: Iterable[str]) -> None:
    for name in written:
        addon = find(addons, name, formerly=True)
        if addon is None:
            raise UnknownChoice.among([addon.name for addon in addons if not addon.reason], flag, name)
        if addon.reason:
            raise BadModel(model=addon.name, fault=addon.fault, reason=addon.reason)


def _without(prompt: str, tags: Sequence[Tag]) -> str:
    for tag in reversed(tags):
        prompt = prompt[: tag.start] + prompt[tag.stop :]
    return prompt
