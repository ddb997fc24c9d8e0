"""What a string is made of: scripts, letters, words; and one spelling for what reads the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"(?<!\s)[^\S\n]*+\n\s*+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ·‑-][^\W\d_]+)*")
_STROKES = str.maketrans("łøđß", "lods")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff]")
_UNSPACED = ("Han", "Kana", "Hangul", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan")
_RANGES = (
    ("Latin", 0x0041, 0x024F),
    ("Greek", 0x0370, 0x03FF),
    ("Cyrillic", 0x0400, 0x052F),
    ("Armenian", 0x0530, 0x058F),
    ("Hebrew", 0x0590, 0x05FF),
    ("Arabic", 0x0600, 0x077F),
    ("Devanagari", 0x0900, 0x097F),
    ("Bengali", 0x0980, 0x09FF),
    ("Gurmukhi", 0x0A00, 0x0A7F),
    ("Gujarati", 0x0A80, 0x0AFF),
    ("Tamil", 0x0B80, 0x0BFF),
    ("Telugu", 0x0C00, 0x0C7F),
    ("Kannada", 0x0C80, 0x0CFF),
    ("Malayalam", 0x0D00, 0x0D7F),
    ("Sinhala", 0x0D80, 0x0DFF),
    ("Thai", 0x0E00, 0x0E7F),
    ("Lao", 0x0E80, 0x0EFF),
    ("Tibetan", 0x0F00, 0x0FFF),
    ("Myanmar", 0x1000, 0x109F),
    ("Georgian", 0x10A0, 0x10FF),
    ("Hangul", 0x1100, 0x11FF),
    ("Ethiopic", 0x1200, 0x137F),
    ("Khmer", 0x1780, 0x17FF),
    ("Mongolian", 0x1800, 0x18AF),
    ("Latin", 0x1E00, 0x1EFF),
    ("Greek", 0x1F00, 0x1FFF),
    ("Kana", 0x3041, 0x30FF),
    ("Hangul", 0x3130, 0x318F),
    ("Kana", 0x31F0, 0x31FF),
    ("Han", 0x3400, 0x4DBF),
    ("Han", 0x4E00, 0x9FFF),
    ("Hangul", 0xAC00, 0xD7AF),
    ("Han", 0xF900, 0xFAFF),
    ("Arabic", 0xFB50, 0xFDFF),
    ("Arabic", 0xFE70, 0xFEFF),
    ("Latin", 0xFF21, 0xFF5A),
    ("Kana", 0xFF66, 0xFF9F),
    ("Han", 0x20000, 0x3134F),
)


def normalise(prompt: str) -> str:
    """One spelling of what reads the same: composed characters, no runs of spaces, none at the ends; lines stay."""
    return _BLANKS.sub(" ", _LINES.sub("\n", unicodedata.normalize("NFC", prompt))).strip()


def words(text: str) -> list[str]:
    """Lower-case words, apostrophes and hyphens inside them kept."""
    return [w.lower().replace("’", "'") for w in _WORD.findall(text)]


def unaccented(word: str) -> str:
    """A word in plain Latin letters: "beksiński" is "beksinski"."""
    plain = unicodedata.normalize("NFD", word).translate(_STROKES)
    return "".join(c for c in plain if not unicodedata.combining(c))


def has_letters(text: str) -> bool:
    """Whether there is anything to translate in it."""
    return any(c.isalpha() for c in text)


def has_emoji(text: str) -> bool:
    """Whether it shows a pictograph."""
    return _EMOJI.search(text) is not None


@lru_cache(maxsize=8192)
def script(char: str) -> str:
    """The script of a letter, as Unicode names it ("Kana" for both kinds), or "Other"."""
    code = ord(char)
    return next((name for name, first, last in _RANGES if first <= code <= last), "Other")


def scripts(text: str) -> Counter[str]:
    """How many letters of each script, the commonest scripts of a text."""
    return Counter(script(c) for c in text if c.isalpha())


def is_sign(char: str) -> bool:
    """Whether it is a space, a control, a symbol, or punctuation other than a sentence's end; but no pictograph."""
    return unicodedata.category(char)[0] in "CPSZ" and char not in ".!?…。।॥؟！？" and not has_emoji(char)


def unspaced(char: str) -> bool:
    """Whether it is a letter of a script that writes words, or what belongs to them, without a space between."""
    return bool(char) and script(char) in _UNSPACED


def fold(text: str) -> str:
    """Letters and digits alone, lower case: equal for texts that differ in punctuation only."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
