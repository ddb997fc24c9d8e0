"""Tells a prompt's syntax from its words, so that only words are translated.

A prompt becomes pieces that join to the prompt again. `text` is words to translate; `leaf` goes through as it
is (`<lora:x:0.8>`, "quoted", a URL, a name after "by", `85mm`); `mark` is structure that keeps its place
(brackets, weights, `|`, BREAK, line ends); `comma` parts the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.translation.english import artists
from engine.api.tags import NUMBER

Kind = Literal["text", "leaf", "mark", "comma"]

_LATIN = r"A-Za-z0-9_\u00c0-\u024f"
_GAP = r"[^\S\n]{0,2}"  # bounded, so that no run of spaces costs more than its length
_SPACE = r"[^\S\n]{1,2}"
_NUMBER = r"[+-]?(?:\d++(?:\.\d++)?+|\.\d++)"
_SHARE = r"(?:\d{1,6}(?:\.\d{1,6})?::)?"
"""How often a side of a choice is to be taken: {3::red|blue}."""
_EMBEDDING = r"[^\s,，、;；:：()（）\[\]［］<>＜＞|{}]+"
_SYNTAX = r"()（）\[\]［］{}｛｝|｜,，、،;；\\\"'“”„«»‹›「」『』《》＂〝〞〟‘’"
_EMOJI = r"\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d"
_SYMBOL = rf"[^\w\s.!?…。।॥؟！？{_EMOJI}{_SYNTAX}]"
_HEART = r"<[/\\]?3{1,5}(?![\w.>])"
_EMOTICON = r"[<>]?[:;]['’^-]?[)(\]\[DPpOo3/\\|*]|\^_{0,3}\^|>_{0,3}<|[TtOo]_[TtOo]|¯\\_\([^()\s]{1,3}\)_/¯"
_ALONE_EMOTICON = rf"(?<!\S)(?:{_EMOTICON})(?![^\s,，、])"
_PAIRS = (
    ('"', '"'), ("“", "”"), ("„", "“”"), ("”", "”"), ("«", "»"), ("»", "«"), ("‹", "›"), ("「", "」"), ("『", "』"),
    ("《", "》"), ("＂", "＂"), ("〝", "〞〟"),
)  # fmt: skip
QUOTES = "‘'`" + "".join(opening for opening, _ in _PAIRS)
"""What quoted text begins with."""
_QUOTED = (
    *(rf"{opening}[^{opening}{closing}\n]{{1,300}}[{closing}]" for opening, closing in _PAIRS),
    rf"(?<![{_LATIN}])‘[^‘’\n]{{1,300}}’(?![{_LATIN}])",
    rf"(?<![{_LATIN}])'[^'\n]{{1,300}}'(?![{_LATIN}])",
    r"`[^`\n]{1,300}`",
)
_KEYWORD = r"(?:BREAK|AND|ADDCOMM|ADDCOL|ADDROW|ADDBASE)"
_CAPITAL = rf"(?!{_KEYWORD}\b)[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_PARTICLE = r"(?:of|the|van|von|de|del|della|da|di|der|den|dos|du|la|le|el|al|bin|and|&|y|e|dan|und|et)"
_FULL_WIDTH = str.maketrans("（）［］｛｝｜：，、،；", "()[]{}|:,,,;")


@dataclass(frozen=True)
class Piece:
    """A stretch of a prompt, as typed."""

    kind: Kind
    text: str

    @property
    def english(self) -> str:
        """How an untranslated piece stands in the English prompt: its punctuation in ASCII."""
        if self.kind == "leaf":
            return self.text
        plain = self.text.translate(_FULL_WIDTH)
        return f"{plain.strip()} " if plain != self.text and self.kind == "comma" else plain


def split(prompt: str) -> list[Piece]:
    """The prompt's pieces, in order; their texts join to the prompt.

    Spaces beside words belong to the piece of syntax next to them, so that a text piece starts and ends with
    something to translate.
    """
    pieces: list[Piece] = []
    end = 0
    for kind, start, stop in _syntax(prompt):
        pieces += _words(prompt[end:start])
        pieces.append(Piece(kind, prompt[start:stop]))
        end = stop
    return [*pieces, *_words(prompt[end:])]


def _words(text: str) -> Iterator[Piece]:
    """A stretch without syntax: the words in it as text; spaces around them, or nothing but signs, as marks."""
    bare = text.strip()
    if not bare:
        if text:
            yield Piece("mark", text)
        return
    start = text.index(bare)
    if start:
        yield Piece("mark", text[:start])
    yield Piece("text", bare)
    if rest := text[start + len(bare) :]:
        yield Piece("mark", rest)


def _syntax(prompt: str) -> Iterator[tuple[Kind, int, int]]:
    depth = 0  # of square brackets: only there is a bare colon structure, as in [cat:dog:0.5]
    for found in _pattern().finditer(prompt):
        name, text = found.lastgroup, found.group()
        if name == "colon" and not depth:
            continue
        if name == "mark":
            depth = max(0, depth + sum(text.count(c) for c in "[［") - sum(text.count(c) for c in "]］"))
        kind: Kind = "comma" if name == "comma" else "leaf" if name == "leaf" else "mark"
        yield kind, found.start(), found.end()


@cache
def _pattern() -> re.Pattern[str]:
    known = "|".join(sorted((re.escape(a) for a in artists()), key=len, reverse=True))
    leaves = (
        _HEART,
        _ALONE_EMOTICON,
        r"<[^<>\s][^<>\n]{0,199}>",
        r"[<＜]\s?[A-Za-zＡ-Ｚａ-ｚ]{2,20}\s?[:：][^<>＜＞\n]{1,300}[>＞]",
        rf"(?<![{_LATIN}])(?:https?://|www\.)(?:[^\s,，、<>()（）]|,(?=[^\s,])|\([^\s()]{{0,200}}\))+",
        rf"(?<![{_LATIN}.@])[A-Za-z0-9_][A-Za-z0-9_.+\-]{{0,63}}@[A-Za-z0-9\-]{{1,63}}\.[A-Za-z0-9.\-]{{1,63}}",
        *_QUOTED,
        r"\\[()\[\]{}\\|:]",
        r"__[\w\-/*.]{1,100}?__",
        rf"(?<![{_LATIN}])[eE]mbedding[:：]{_EMBEDDING}",
        rf"(?<![{_LATIN}])[bB][yY]{_SPACE}@?{_CAPITAL}(?:(?:{_SPACE}{_PARTICLE}){{0,3}}{_SPACE}{_CAPITAL})*",
        rf"(?<![{_LATIN}])(?i:by{_SPACE}(?:{known}))(?![{_LATIN}])",
        rf"(?<![{_LATIN}])@\w+",
        rf"(?<!\S)(?![:：](?!\S)){_SYMBOL}{{1,20}}(?![^\s,，、])",
        # tokens of letters and digits: 85mm, 1girl, badhandv4, f/1.8; not "kupu2", Indonesian for kupu-kupu
        rf"(?<![{_LATIN}])(?![a-z]{{3,}}2(?![{_LATIN}]))(?=[A-Za-z_./\-]{{0,60}}\d)(?=[\d./\-]{{0,60}}[A-Za-z_])"
        rf"[A-Za-z0-9_][A-Za-z0-9_./\-]{{0,100}}[A-Za-z0-9_](?![{_LATIN}])",
        rf"(?<![{_LATIN}])[A-Za-z0-9]{{1,60}}_[A-Za-z0-9_\-]{{0,60}}(?![{_LATIN}])",
    )
    marks = (
        r"\n+[ \t]?",
        rf"{_GAP}(?<![{_LATIN}]){_KEYWORD}(?![{_LATIN}]){_GAP}",
        rf"[(（]+{_GAP}|[{{｛]\d{{0,3}}(?:-\d{{1,3}})?\$\$|[\[［{{｛]{_GAP}{_SHARE}",
        rf"{_GAP}[:：]{_GAP}{NUMBER}{_GAP}[)）]+|{_GAP}[)）]+(?:{_NUMBER}|[+\-]+(?!\w))?",
        rf"{_GAP}[:：]{_GAP}{NUMBER}{_GAP}[\]］]|{_GAP}[\]］}}｝]",
        rf"::{_GAP}{_NUMBER}|::",
        r"\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|(?<!\w)_(?=[^\W_])|(?<=[^\W_])_(?!\w)|~~",
        rf"[¿¡]{_GAP}|`+|(?<![\w&])#(?=[^\W\d_])",
        r"(?<=\w)(?:\++|-{2,})(?=[\s,)]|$)",
        rf"{_GAP}[|｜]{_GAP}{_SHARE}",
    )
    return re.compile(
        rf"(?P<leaf>{'|'.join(leaves)})|(?P<comma>{_GAP}(?!{_ALONE_EMOTICON})[,，、،;；]{_GAP})|(?P<mark>{'|'.join(marks)})"
        rf"|(?P<colon>{_GAP}(?!{_ALONE_EMOTICON})[:：]{_GAP})"
    )
