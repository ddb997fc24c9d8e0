"""Every word that stands in a language's dictionary, be it within a phrase only."""

from __future__ import annotations

from functools import cache

from bot.translation.glossary.dictionary import dictionary


@cache
def vocabulary(language: str) -> frozenset[str]:
    """The words of the dictionary's words and phrases, as it spells them; none where there is no dictionary."""
    book = dictionary(language)
    return frozenset(word for form in book.forms for word in form.split()) if book else frozenset()
