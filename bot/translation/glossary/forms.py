"""One spelling per language of what its speakers read as the same word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ARABIC = str.maketrans("أإآٱىةۀیک", "اااايههيك")
_HINDI = str.maketrans({"\u093c": None, "ँ": "ं"})
_KANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_TRADITIONAL = str.maketrans(
    "紅藍綠黃黑貓龍馬鳥魚雞鴨豬獅雲樹葉蘋蓮蘭見長門車東風飛島國園場陽陰電腦書頭髮髯臉眼戴帶著個隻張條匹頂裡後邊兩",
    "红蓝绿黄黑猫龙马鸟鱼鸡鸭猪狮云树叶苹莲兰见长门车东风飞岛国园场阳阴电脑书头发髯脸眼戴带着个只张条匹顶里后边两",
)
_DOUBLED = re.compile(r"\b([a-z]{3,})2\b")  # kupu2 is short for kupu-kupu
Normaliser = Callable[[str], str]


def normaliser(language: str) -> Normaliser:
    """The function that spells this language's words as the glossary has them."""
    special: Normaliser | None = _BY_LANGUAGE.get(language)
    return special or _plain


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower().replace("’", "'").strip()


def _indonesian(text: str) -> str:
    return _DOUBLED.sub(r"\1-\1", _plain(text))


def _arabic(text: str) -> str:
    return _ARABIC_MARKS.sub("", _plain(text)).translate(_ARABIC)


def _hindi(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", _plain(text)).translate(_HINDI))


def _japanese(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().translate(_KANA)


def _chinese(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().translate(_TRADITIONAL)


def _russian(text: str) -> str:
    return _plain(text).replace("ё", "е")


def _turkish(text: str) -> str:
    return _plain(text.replace("İ", "i").replace("I", "ı"))


_BY_LANGUAGE: dict[str, Normaliser] = {
    "id": _indonesian,
    "ms": _indonesian,
    "jv": _indonesian,
    "ar": _arabic,
    "fa": _arabic,
    "ur": _arabic,
    "hi": _hindi,
    "ja": _japanese,
    "zh": _chinese,
    "ru": _russian,
    "tr": _turkish,
    "az": _turkish,
}
