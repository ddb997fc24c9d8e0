"""What people of some languages do of an evening, and what must be true of all that they read."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.locales import Locales, defined_words
from tests.patience import until
from tests.wire.everywhere import Everywhere


@dataclass(frozen=True)
class Tongue:
    """A language, what somebody who speaks it wishes for, and what the same person made elsewhere.

    Attributes:
        discord: what Discord calls the language.
        fox, castle, cat: prompts.
        sought: a word of the last one, and of no other.
    """

    tag: str
    discord: str
    name: str
    fox: str
    castle: str
    cat: str
    sought: str

    def say(self, message: str, **facts: object) -> str:
        """What Lukis says to them."""
        return Locales.load().say(self.tag)(message, **facts)

    def begins(self, message: str) -> str:
        """The words before the first fact of what Lukis says to them."""
        return re.split(r"[\u2068{]|\d", self.say(message, **dict.fromkeys(FACTS, "{")))[0].strip()


FACTS = (
    "command",
    "time",
    "who",
    "count",
    "files",
    "flag",
    "frame",
    "number",
    "total",
    "whose",
    "example",
    "reset",
)
TONGUES = (
    Tongue(
        "pt",
        "pt-BR",
        "Inês",
        "uma raposa vermelha na neve",
        "um castelo na montanha",
        "um gato preto",
        "gato",
    ),
    Tongue("hi", "hi", "आशा", "बर्फ़ में लाल लोमड़ी", "पहाड़ पर एक महल", "एक काली बिल्ली", "बिल्ली"),
    Tongue("ja", "ja", "花子", "雪の中の赤いキツネ", "山の上の城", "黒い猫", "猫"),
)
in_each = pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: tongue.tag)


@cache
def english(tag: str) -> tuple[str, ...]:
    """Pieces of what Lukis says in English alone: three words and more, which the language itself has nowhere."""
    own = files("bot.locales").joinpath(f"{tag}.ftl").read_text("utf-8")
    ours = files("bot.locales").joinpath("en.ftl").read_text("utf-8") + "\n" + defined_words()
    said = (line.partition(" = ")[2] or line for line in ours.splitlines() if not line.startswith("#"))
    pieces = (piece.strip() for line in said for piece in re.split(r"\{[^}]*\}|[{}]", line))
    return tuple(
        {piece for piece in pieces if len(re.findall(r"[A-Za-z']{2,}", piece)) > 2 and piece not in own}
    )


def reads_well(tongue: Tongue, texts: Iterable[str]) -> None:
    """Of all that somebody reads: no English sentence, no fact that was not filled in, no name of a message."""
    messages = set(
        re.findall(
            r"^([a-z][a-z0-9-]+-[a-z0-9-]+) =",
            files("bot.locales").joinpath("en.ftl").read_text("utf-8"),
            re.M,
        )
    )
    for text in texts:
        print(f"[{tongue.tag}] {text}")
        found = [piece for piece in english(tongue.tag) if piece in text]
        found += messages & set(re.findall(r"(?<![\w-])[a-z0-9-]+(?![\w-])", text))
        assert not found and not {*"{}"} & {*text}, f"{found} in {text!r}"


def same(shown: Image.Image, drawn: Image.Image) -> bool:
    """Whether a picture is the one that was drawn, however it was sent: the fake painter's tiles have its colours."""
    small = [
        np.asarray(each.convert("RGB").resize((4, 4), Image.Resampling.BOX), float) for each in (shown, drawn)
    ]
    return bool(np.abs(small[0] - small[1]).max() < 24)


async def nothing_left(at: Everywhere, *words: str) -> None:
    """That soon no row and no byte of the data folder has these words, and that no picture is there."""
    assert not [*at.folder.rglob("*.png")]
    await until(lambda: not [line for word in words for line in _rows(at.folder) if word in line])
    await until(lambda: not any(word.encode() in data for data in _bytes(at.folder) for word in words))


def _rows(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "lukis.sqlite")) as rows:
        return [*rows.iterdump()]


def _bytes(folder: Path) -> Iterator[bytes]:
    return (file.read_bytes() for file in folder.rglob("*") if file.is_file())


def drawn(at: Everywhere) -> list[Path]:
    """The files of all pictures, in the order in which they were drawn."""
    return sorted(at.folder.rglob("*.png"), key=lambda file: file.stat().st_mtime_ns)
