"""A text word for word into English, by the glossary alone."""

from __future__ import annotations

from bot.translation.glossary.arrange import Manner, Node, phrases
from bot.translation.glossary.chinese import objects_last
from bot.translation.glossary.clauses import english, read
from bot.translation.glossary.dictionary import Dictionary, dictionary
from bot.translation.glossary.dictionary import english as english_words
from bot.translation.glossary.lookup import UNKNOWN, Token
from bot.translation.glossary.negation import negated
from bot.translation.glossary.order import heads_first, places_first


def word_for_word(text: str, language: str) -> str | None:
    """The text in English as far as the glossary goes; None where it knows none of its words.

    Unknown words stay. Punctuation and signs like `{3}` keep their place; groups between `{0(}` and `{2)}` go with
    the words that they describe.
    """
    book = dictionary(language)
    if book is None:
        return None
    parts = read(text, book)
    if not any(t.kind != UNKNOWN for part in parts for t in part.tokens):
        return None

    def arrange(tokens: list[Token]) -> list[Node]:
        return _ordered(_phrases(tokens, book), book)

    return english(parts, arrange, quotes=book.heads_last or book.objects_last).strip()


def emoji_names(text: str) -> str | None:
    """Emoji by their English names, parted by commas; None where there are none."""
    names = english_words()[2]
    found = [names[c] for c in text if c in names]
    return ", ".join(found) or None


def _phrases(tokens: list[Token], book: Dictionary) -> list[Node]:
    tokens = negated(tokens, behind=book.negates_behind, verbal=book.objects_last)
    return phrases(
        tokens, Manner(book.nouns_first, book.bare_genitive, not book.places_last, book.counts_behind)
    )


def _ordered(nodes: list[Node], book: Dictionary) -> list[Node]:
    if book.objects_last:
        return objects_last(nodes)
    if book.heads_last:
        return heads_first(nodes)
    return places_first(nodes) if book.places_last else nodes
