"""Cards as Telegram messages: text with entities, cut to its limits, and keyboards.

Telegram counts UTF-16 code units, both for limits and for entities. Nothing is sent with a parse mode, so
there is nothing to escape: what people write can't become markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.messages import Card

TEXT, CAPTION, TOAST = 4096, 1024, 200
"""The most UTF-16 code units in a message, under a picture, and in the answer to a button."""

WORDLESS = "🎨"
"""A message must have a text; this is the text of one that has nothing to say."""

_LINES = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\0-\x08\x0e-\x1b\x1f\x7f-\x9f\u202d\u202e]")
_GAPS = re.compile("\n{3,}")
_LONG_QUOTE = 240
_CELLS = 12


class Text(NamedTuple):
    """What Telegram takes in place of markup: words, and which of them are what."""

    text: str
    entities: tuple[MessageEntity, ...] = ()


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, most: int) -> str:
    """At most `most` UTF-16 code units of it, never half a character; an ellipsis says that there was more."""
    if units(text) <= most:
        return text
    kept = text.encode("utf-16-le")[: 2 * max(most - 1, 0)].decode("utf-16-le", "ignore")
    return kept.rstrip().rstrip("\u200d") + "…" if kept else ""


def clean(text: str) -> str:
    """Without what Telegram refuses or what garbles a line: control characters, halves, forced directions."""
    text = _SURROGATES.sub("\ufffd", _LINES.sub("\n", text)).replace("\t", " ")
    return _GAPS.sub("\n\n", _CONTROLS.sub("", text)).strip()


def render(card: Card, most: int) -> Text:
    """The card's words: its text, a progress bar, the prompt as a quote, the notes in italics.

    Where they are too long, the longest are cut and the short ones stay whole.
    """
    pieces = [
        (clean(card.text), None),
        (_bar(card.progress), None),
        (clean(card.prompt), MessageEntity.BLOCKQUOTE),
        *((clean(note), MessageEntity.ITALIC) for note in card.notes),
    ]
    pieces = [(words, style) for words, style in pieces if words]
    level = _level([units(words) for words, _ in pieces], most - max(len(pieces) - 1, 0))
    return _join([(cut(words, level), style) for words, style in pieces])


def keyboard(card: Card, group: bool = False) -> InlineKeyboardMarkup | ForceReply | None:
    """The card's buttons, or an open reply box where it asks for one."""
    if card.buttons:
        return InlineKeyboardMarkup(
            [
                [InlineKeyboardButton(clean(b.label), callback_data=b.payload) for b in row]
                for row in card.buttons
            ]
        )
    return ForceReply(selective=group) if card.ask else None


def _bar(progress: float | None) -> str:
    if progress is None:
        return ""
    filled = int(_CELLS * min(max(progress, 0.0), 1.0))  # full only when it is done
    return "▰" * filled + "▱" * (_CELLS - filled)


def _level(sizes: Sequence[int], room: int) -> int:
    """The size to which the largest are cut so that all of them fit."""
    for i, size in enumerate(sorted(sizes)):
        share = room // (len(sizes) - i)
        if size > share:
            return share
        room -= size
    return max(sizes, default=0)


def _join(pieces: Sequence[tuple[str, str | None]]) -> Text:
    entities, offset = [], 0
    for words, style in pieces:
        length = units(words)
        if style and length:
            entities.append(
                MessageEntity(_quote(words) if style == MessageEntity.BLOCKQUOTE else style, offset, length)
            )
        offset += length + 1
    return Text("\n".join(words for words, _ in pieces), tuple(entities))


def _quote(words: str) -> str:
    """Long quotes are folded until somebody opens them."""
    long = units(words) > _LONG_QUOTE or words.count("\n") > 3
    return MessageEntity.EXPANDABLE_BLOCKQUOTE if long else MessageEntity.BLOCKQUOTE
