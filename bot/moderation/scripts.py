"""What a word is in each script: where one begins and ends, and which letters stand for others."""

from __future__ import annotations

import unicodedata

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""Written without spaces between words, as a set of characters."""

LETTER = rf"[[\p{{L}}\p{{M}}]--[{UNSPACED}\p{{Hangul}}]]"
"""Of scripts with spaces: with one beside it, a word goes on. Beside a letter of another kind it ends."""

_SYLLABLE = r"\p{Hangul}"
_PARTICLES = (
    "은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|와|과|랑|이랑|하고|로|으로|도|만|부터|까지|처럼|보다|나|이나"
    "|야|아|이야|인|이다|입니다|이에요|예요"
)
_BEFORE_THAI = r"(?<!\p{Logical_Order_Exception})"
_AFTER_THAI = r"(?![\p{M}ะาำๅ])"

BEFORE = {
    "spaced": rf"(?<!{LETTER})",
    "number": r"(?<!\p{N})",
    "arabic": rf"(?<!{LETTER})(?:[وف]?(?:[بك]?ال|لل|[بكل])?)?",
    "hangul": rf"(?<!{_SYLLABLE})",
    "katakana": r"(?<![\p{Katakana}ー])",
    "thai": _BEFORE_THAI,
    "any": "",
}
"""What stands before a word that begins in a script. Arabic writes its article and its shortest words together with the
word after them."""

AFTER = {
    "spaced": rf"(?!{LETTER})",
    "number": r"(?!\p{N})",
    "arabic": rf"(?!{LETTER})",
    "hangul": rf"(?=(?:들)?(?:{_PARTICLES})?(?!{_SYLLABLE}))",
    "katakana": r"(?![\p{Katakana}ー])",
    "thai": _AFTER_THAI,
    "any": "",
}
"""What stands after a word that ends in a script. Korean writes its particles together with the word before them; a
syllable of Thai and its neighbours is no two words."""

_RANGES = (
    ("hangul", 0x1100, 0x11FF),
    ("hangul", 0xA960, 0xA97F),
    ("hangul", 0xAC00, 0xD7FF),
    ("katakana", 0x30A0, 0x30FF),
    ("thai", 0x0E00, 0x0EFF),
    ("thai", 0x1000, 0x109F),
    ("thai", 0x1780, 0x17FF),
    ("arabic", 0x0600, 0x06FF),
    ("any", 0x2E80, 0x309F),
    ("any", 0x3400, 0x9FFF),
    ("any", 0xF900, 0xFAFF),
    ("any", 0x20000, 0x3FFFF),
)


def kind(letter: str) -> str:
    """Which of the kinds in `BEFORE` and `AFTER` a letter of a word is; what is no letter has no bounds.

    >>> kind("a"), kind("7"), kind("여"), kind("狐"), kind("!")
    ('spaced', 'number', 'hangul', 'any', 'any')
    """
    place = ord(letter)
    if found := next((name for name, first, last in _RANGES if first <= place <= last), ""):
        return found
    if letter.isnumeric():
        return "number"
    return "spaced" if unicodedata.category(letter)[0] in "LM" else "any"


_CYRILLIC = "авеѕіјкмнорсԛтухһԁԝьӏ", "abesijkmhopcqtyxhdwbl"
_GREEK = "αβγεηικνορστυχωϲϳ", "abyenikvopotuxwcj"
_ARMENIAN = "օոսհցզք", "onuhgqp"

TO_LATIN = str.maketrans(*map("".join, zip(_CYRILLIC, _GREEK, _ARMENIAN, strict=True)))
"""Small letters of other scripts that look like Latin ones."""

TO_CYRILLIC = str.maketrans("abekmhopctyxij", "авекмнорстухіј")
"""Small Latin letters that look like Cyrillic ones."""

STROKES = str.maketrans("øđħłŧɨƀɑɡıʟᴀʙᴄᴅᴇꜰɢʜɪᴊᴋᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "odhltibagilabcdefghijkmnoprstuvwyz") | {
    base + i: chr(ord("a") + i) for base in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6) for i in range(26)
}
"""Latin letters with a stroke, small capitals and letters in boxes, which normalising leaves as they are."""

SPELT = str.maketrans("ىیکة", "ييكه")
"""Arabic letters that are typed for each other: at the end of a word in Egypt, and everywhere on Persian keyboards."""

FIGURES = str.maketrans("0134578@$!€", "oieastbasie")
"""Figures and signs that stand for letters among letters."""
