"""What files are called by people: short names in letters of every script, and what is meant by what somebody wrote."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from typing import Literal, Protocol, TypeVar

LONGEST_NAME = 80
"""Characters of a short name: it fits wherever names are shown, on buttons and in Discord's lists."""

_HEAD, _TAIL = 48, 24
_INVISIBLE = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""Joiners and shapes of emoji: part of a name as it is shown, no difference between two."""

_SUFFIXES = (".safetensors", ".sft", ".gguf", ".pt", ".pth", ".bin", ".ckpt")


class Called(Protocol):
    """Something that has a file."""

    @property
    def name(self) -> str:
        """The short name, which nothing else of its kind has."""
        ...

    @property
    def file(self) -> str:
        """The file's own name with its suffix, below its folder; or "" where nobody may write it."""
        ...

    @property
    def former(self) -> str:
        """What earlier versions called it, which old jobs still say; or "" where that was the same or no one's."""
        ...


Drawn = Literal["x4", "latent"]
"""Stable Diffusion's own upscalers: four times as large from the picture itself, twice from its latents."""


@dataclass(frozen=True)
class Addon:
    """The file of something that is used beside a model: a LoRA, an embedding, an upscaler, a hypernetwork, a VAE.

    Attributes:
        name, file, former: see `Called`.
        bare: whether the name alone, without a tag, means it in a prompt.
        triggers: words in a prompt that call up what it was taught, as its file tells them.
        family: of the models that it was made for (`ModelCard.family`), as its file tells; "" where it doesn't.
        widths: of what a hypernetwork changes: of a model's texts, and of what else it attends to; or, of a VAE, how
            many channels its latents have.
        reason: why it can't be used, one clause in English; "" where it can, or where that is not known yet.
        fault: the same in one word, for people.
        kind: of an upscaler that draws in steps, by words; "" of all else.
    """

    name: str
    file: str = ""
    former: str = ""
    bare: bool = False
    triggers: tuple[str, ...] = ()
    family: str = ""
    widths: tuple[int, ...] = ()
    reason: str = ""
    fault: Fault | None = None
    kind: Drawn | Literal[""] = ""


Fault = Literal["damaged", "unfinished", "pickle", "strange", "unlike", "elsewhere", "part"]
"""What is wrong with a model: damaged or incomplete; still being downloaded; a format that can run code; of no kind
that we know; made for another kind of model; in the wrong folder; a part that can't draw alone."""


@dataclass(frozen=True)
class ControlNet:
    """A network that leads pictures, as it lies in its folder.

    Attributes:
        name, file, former: see `Called`.
        kind: what it takes from a picture (`engine.api.controls.KINDS`), or "" where its name does not tell.
        context: width of the texts that it reads, which tells whose it is; 0 where it reads none.
        reason: why it can't be used, one clause in English, or "".
        fault: the same in one word, for people.
    """

    name: str
    file: str = ""
    former: str = ""
    kind: str = ""
    context: int = 0
    reason: str = ""
    fault: Fault | None = None


@dataclass(frozen=True)
class IPAdapter:
    """A network that tells a model of a picture besides its text, as it lies in its folder.

    Attributes:
        name, file, former: see `Called`.
        whole: whether it reads what an image encoder says of a picture as a whole, and not of each part of it.
        sees: width of what it reads of that.
        context: width of the texts of the models that it was made for, which tells their family.
        reason: why it can't be used, one clause in English, or "".
        fault: the same in one word, for people.
    """

    name: str
    file: str = ""
    former: str = ""
    whole: bool = True
    sees: int = 0
    context: int = 0
    reason: str = ""
    fault: Fault | None = None


@dataclass(frozen=True)
class Addons:
    """What there is to name in a prompt, the ControlNets, what makes pictures larger, and the IP-Adapters; those
    included that can't be used."""

    loras: tuple[Addon, ...] = ()
    embeddings: tuple[Addon, ...] = ()
    controls: tuple[ControlNet, ...] = ()
    upscalers: tuple[Addon, ...] = ()
    hypernets: tuple[Addon, ...] = ()
    adapters: tuple[IPAdapter, ...] = ()
    vaes: tuple[Addon, ...] = ()


NO_ADDONS = Addons()

Thing = TypeVar("Thing", bound=Called)


def short_name(text: str) -> str:
    """The name that people type: "My Model v2" is `my-model-v2`, "Лиса (зимняя)" is `лиса-зимняя`.

    Lower case, at most `LONGEST_NAME` characters: letters, marks, digits and emoji, dots and underscores; a dash for
    anything else. A mark of six stands for what had to be left out, so that no two names become one by that.
    """
    plain = "".join(map(_kept, unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())))
    name = "-".join(filter(None, plain.split("-"))).strip("-._")
    if not name.strip("".join(_INVISIBLE)):
        return f"model-{mark(text)}"
    if len(name) > LONGEST_NAME:
        return f"{name[:_HEAD].rstrip('-._')}-{mark(name)}-{_unmarked(name[-_TAIL:])}"
    return name


def mark(text: str) -> str:
    """Six letters and digits that hardly any other text has."""
    return blake2s(text.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()


def _kept(char: str) -> str:
    """The character in a name: itself, a dash, or nothing where it can't be seen."""
    category = unicodedata.category(char)
    if category[0] in "LMN" or category == "So" or char in "._" or char in _INVISIBLE:
        return char
    if "\U0001f3fb" <= char <= "\U0001f3ff":  # the colours of hands
        return char
    return "" if category == "Cf" else "-"


def _unmarked(tail: str) -> str:
    """A name's end without what belongs to the letter before it."""
    while tail and (unicodedata.category(tail[0])[0] == "M" or tail[0] in _INVISIBLE or tail[0] in "-._"):
        tail = tail[1:]
    return tail


@lru_cache(1 << 14)
def alike(name: str) -> str:
    """The same for names that look the same: one spelling of case, width and accents."""
    visible = "".join(c for c in unicodedata.normalize("NFKC", name) if c not in _INVISIBLE)
    return unicodedata.normalize("NFKC", visible.casefold())


def find(things: Iterable[Thing], written: str, formerly: bool = False) -> Thing | None:
    """The one that is meant: by the file's own name, with its suffix or without, or by its short name; else None.

    Args:
        things: all that there are.
        written: by a person, in any case and with spaces, or by a job that was kept.
        formerly: whether names of earlier versions count where there is no such name now.
    """
    things = tuple(things)
    exact = unicodedata.normalize("NFC", written.strip())
    bare = _without_suffix(exact)
    wanted = set() if "/" in exact else {alike(short_name(exact)), alike(short_name(bare))}
    ways: tuple[Callable[[Thing], bool], ...] = (
        lambda thing: exact in _own(thing),
        lambda thing: bare in map(_without_suffix, _own(thing)),
        lambda thing: thing.name == exact,
        lambda thing: alike(bare) in (alike(_without_suffix(own)) for own in _own(thing)),
        lambda thing: alike(thing.name) in wanted,
        lambda thing: formerly and thing.former == exact.lower(),
    )
    for means in ways:
        meant = [thing for thing in things if means(thing)]
        if len(meant) == 1 and exact:
            return meant[0]
    return None


def renamed(things: Iterable[Thing]) -> list[Thing]:
    """Those that are called otherwise than their files' names would have them, since others are called so."""
    return [
        t for t in things if t.file and alike(t.name) not in {alike(short_name(own)) for own in _plain(t)}
    ]


def _plain(thing: Called) -> tuple[str, ...]:
    """What it may be called by itself: a file without its suffix, a folder as it is."""
    own = thing.file.rpartition("/")[2]
    return own, _without_suffix(own)


def _own(thing: Called) -> tuple[str, ...]:
    """The file's own name, with the folders it lies in and without; or nothing."""
    return (thing.file, thing.file.rpartition("/")[2]) if thing.file else ()


def _without_suffix(name: str) -> str:
    return next((name[: -len(end)] for end in _SUFFIXES if name.lower().endswith(end)), name)


def spellings(value: str) -> tuple[str, ...]:
    """What somebody wrote, as names may be written: as it is, and short."""
    return tuple(dict.fromkeys((value[:LONGEST_NAME].lower(), short_name(value))))
