"""A text word for word into English, by the glossary alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from bot.translation.glossary.arrange import Manner, Node, phrases
from bot.translation.glossary.chinese import objects_last
from bot.translation.glossary.dictionary import Dictionary, dictionary, english
from bot.translation.glossary.lookup import UNKNOWN, Token, find_tokens
from bot.translation.glossary.order import heads_first, places_first
from bot.translation.glossary.phrase import write

_STOPS = ",.!?;:…。！？、，；：।؟،؛"
_CLAUSE = re.compile(rf"((?:(?<!\s)\s++)?(?:\{{\d+\}}|[{_STOPS}][{_STOPS}\n]*+)\s*+|(?<!\s)[^\S\n]*+\n\s*+)")
_HOLD = re.compile(r"\{\d+\}")
_LINKS = frozenset("pcvos")
_LONGEST_CLAUSE = 60  # words that are put into order together


def word_for_word(text: str, language: str) -> str | None:
    """The text in English as far as the glossary goes; None where it knows none of its words.

    Unknown words stay. Placeholders like `{3}` and punctuation keep their place.
    """
    book = dictionary(language)
    if book is None:
        return None
    parts = _CLAUSE.split(text)
    clauses = [find_tokens(part, book) if i % 2 == 0 else [] for i, part in enumerate(parts)]
    if not any(t.kind != UNKNOWN for tokens in clauses for t in tokens):
        return None
    return "".join(_join(parts, clauses, book)).strip()


def emoji_names(text: str) -> str | None:
    """Emoji by their English names, parted by commas; None where there are none."""
    names = english()[2]
    found = [names[c] for c in text if c in names]
    return ", ".join(found) or None


def _join(parts: list[str], clauses: list[list[Token]], book: Dictionary) -> Iterator[str]:
    """English part by part. Captions get articles: what is a sentence by itself, or has a verb or the like."""
    sentences = list(
        accumulate(bool(i % 2) and not _HOLD.fullmatch(part.strip()) for i, part in enumerate(parts))
    )
    captions = {
        s for s, tokens in zip(sentences, clauses, strict=True) if any(t.kind in _LINKS for t in tokens)
    }
    alone = len({s for s, tokens in zip(sentences, clauses, strict=True) if tokens}) == 1
    for i, part in enumerate(parts):
        if i % 2:
            yield part
        elif clauses[i]:
            yield " ".join(_clause(clauses[i], book, articles=alone or sentences[i] in captions))


def _clause(tokens: list[Token], book: Dictionary, *, articles: bool) -> Iterator[str]:
    for i in range(0, len(tokens), _LONGEST_CLAUSE):
        nodes = _ordered(_phrases(tokens[i : i + _LONGEST_CLAUSE], book), book)
        yield write(nodes, articles=articles)


def _phrases(tokens: list[Token], book: Dictionary) -> list[Node]:
    return phrases(tokens, Manner(book.nouns_first, book.bare_genitive, not book.places_last))


def _ordered(nodes: list[Node], book: Dictionary) -> list[Node]:
    if book.objects_last:
        return objects_last(nodes)
    if book.heads_last:
        return heads_first(nodes)
    return places_first(nodes) if book.places_last else nodes
