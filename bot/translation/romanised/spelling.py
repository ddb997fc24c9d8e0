"""One key for every way that a word is typed in Latin letters, and native words as they are spelled out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bot.translation.text import unaccented

_DOUBLED = re.compile(r"([a-z])\1+")
_KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "hi": (
        ("aa", "a"), ("ee", "i"), ("oo", "u"), ("chh", "c"), ("ch", "c"), ("ph", "f"), ("sh", "s"), ("w", "v"),
        ("z", "j"), ("q", "k"), ("x", "ks"),
        ("ai", "e"), ("ay", "e"), ("ey", "e"), ("ei", "e"), ("au", "o"), ("ou", "o"),
    ),
    "ja": (
        ("tsu", "tu"), ("chi", "ti"), ("shi", "si"), ("ji", "zi"), ("fu", "hu"),
        ("sh", "sy"), ("ch", "ty"), ("j", "zy"),
        ("ou", "o"), ("oh", "o"), ("mb", "nb"), ("mp", "np"), ("'", ""), ("l", "r"),
        ("syi", "si"), ("tyi", "ti"), ("yy", "y"),
    ),
    "ko": (
        ("sh", "s"), ("ch", "c"), ("ee", "i"), ("oo", "u"), ("woo", "u"),
        ("g", "k"), ("d", "t"), ("b", "p"), ("j", "c"), ("l", "r"), ("yeo", "yo"),
    ),
    "ar": (
        ("aa", "a"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("'", ""), ("ʿ", ""), ("’", ""),
        ("3", ""), ("2", ""), ("7", "h"), ("5", "kh"), ("6", "t"), ("9", "s"),
        ("ei", "ay"), ("ai", "ay"), ("e", "i"), ("o", "u"),
    ),
    "vi": (),
}  # fmt: skip
_VOWELS = {
    "अ": "a", "आ": "aa", "इ": "i", "ई": "ee", "उ": "u", "ऊ": "oo", "ऋ": "ri", "ए": "e", "ऐ": "ai", "ओ": "o", "औ": "au",
    "ऑ": "o", "ा": "aa", "ि": "i", "ी": "ee", "ु": "u", "ू": "oo", "ृ": "ri", "े": "e", "ै": "ai", "ो": "o", "ौ": "au",
    "ॉ": "o", "ं": "n", "ँ": "n", "ः": "h",
}  # fmt: skip
_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h".split(),
        strict=True,
    )
)
_VIRAMA, _NUKTA = "\u094d", "\u093c"
_SCHWA = re.compile(r"(?<=[aeiou])([^aeiou~]h?)~(?=[^aeiou~]h?[aeiou])")
_INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_MEDIALS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_LINKED = " g kk s n j n d r g m b s t p h m b s s ss  j ch k t p h".split(" ")
_SYLLABLES = range(0xAC00, 0xD7A4)
_KANA = {
    "あ": "a", "い": "i", "う": "u", "え": "e", "お": "o", "ん": "n", "を": "wo", "ー": "",
    **dict(zip("かきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもらりるれろ",
               [c + v for c in "kstnhmr" for v in "aiueo"], strict=True)),
    **dict(zip("がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ",
               [c + v for c in "gzdbp" for v in "aiueo"], strict=True)),
    "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "ゔ": "vu",
}  # fmt: skip
_SMALL_KANA = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}


@lru_cache(maxsize=16384)
def key(language: str, word: str) -> str:
    """What all spellings of a word have in common: laal and lal, goyangi and koyangi, qitta and qita."""
    plain = unaccented(word.lower())
    for spelled, meant in _KEYS[language]:
        plain = plain.replace(spelled, meant)
    if language == "vi":
        return plain
    plain = _DOUBLED.sub(r"\1", plain)
    if language == "hi" and len(plain) > 2:
        return plain.removesuffix("n") if plain[-2:-1] in "aeiou" else plain.removesuffix("h")
    if language == "ar" and len(plain) > 2:
        return plain.removesuffix("h")
    return plain


def spelled(language: str, native: str) -> Iterator[str]:
    """How a native word may be typed; nothing where that can't be told from its letters."""
    words = native.split(" ")
    if language == "vi":
        yield unaccented(native.lower())
    elif language == "hi":
        for cut in (True, False):
            yield " ".join(_hindi(w, cut=cut) for w in words)
        if any("ड" in w[1:] or "ढ" in w[1:] for w in words):
            yield " ".join(_hindi(w[:1] + w[1:].replace("ड", "र").replace("ढ", "र"), cut=True) for w in words)
    elif language == "ko":
        for linked in (False, True):
            yield " ".join(_korean(w, linked=linked) for w in words)
    elif language == "ja" and (kana := _japanese(native)):
        yield kana


def _hindi(word: str, *, cut: bool) -> str:
    """Letter by letter; an unwritten vowel, "~" while it is not sure to be spoken, is lost at the end and within."""
    out = ""
    for c in unicodedata.normalize("NFD", word):
        if c in _CONSONANTS:
            out += _CONSONANTS[c] + "~"
        elif c == _VIRAMA:
            out = out.removesuffix("~")
        elif c in _VOWELS and unicodedata.category(c) != "Lo":
            out = out + _VOWELS[c] if c in "ंँः" else out.removesuffix("~") + _VOWELS[c]
        elif c != _NUKTA:
            out += _VOWELS.get(c, c)
    out = out.removesuffix("~")
    if cut:
        out = _SCHWA.sub(r"\1", out.replace("~n", "an"))
    return out.replace("~", "a")


def _korean(word: str, *, linked: bool) -> str:
    """By the rules of 2000. A final consonant is spoken with a vowel that follows; `linked`, with a particle's too."""
    out = ""
    for i, c in enumerate(word):
        if ord(c) not in _SYLLABLES:
            out += c
            continue
        first, rest = divmod(ord(c) - _SYLLABLES.start, 588)
        middle, last = divmod(rest, 28)
        following = word[i + 1 : i + 2]
        vowel = (
            ord(following) in _SYLLABLES and (ord(following) - _SYLLABLES.start) // 588 == 11
            if following
            else linked
        )
        out += _INITIALS[first] + _MEDIALS[middle] + (_LINKED if vowel else _FINALS)[last]
    return out


def _japanese(word: str) -> str:
    """Hiragana spelled out; nothing where there are other signs."""
    out = ""
    for i, c in enumerate(word):
        if c in _SMALL_KANA:
            out = (out[:-1] if out.endswith(("i", "e", "u")) else out) + _SMALL_KANA[c]
        elif c == "っ":
            out += _KANA.get(word[i + 1 : i + 2], "")[:1]
        elif c in _KANA or c == " ":
            out += _KANA.get(c, c)
        else:
            return ""
    return out
