"""Reads what asks for a change ("сделай ночь", "帽子を追加して") as an order in English: "make night", "add a hat"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bot.wordlists import sections

_LONGEST = 200
"""Characters of a clause that may be an order; longer ones describe a picture."""

_POLITE = re.compile(
    r"(?:^|(?<=\s))(?:tolong|mohon|coba|dong|deh|bisakah|bisa|boleh|minta"
    r"|por favor|porfa|pode|poderia|você pode|dá para|dá pra|puedes|podrías|podés|me puedes"
    r"|пожалуйста|можешь|можете|не могли бы вы|сделай так|сделайте так"
    r"|من فضلك|لو سمحت|ممكن|هل يمكنك|هل يمكن|أرجوك|कृपया|ज़रा|क्या आप|क्या तुम|좀)(?=\s|$)"
    r"|^[请請]?(?:[帮幫]我|麻[烦煩]你?|能不能|可不可以|可以|能)?|(?:一下|好)?[吗嗎吧]$"
    r"|お願いします$|(?<=て)(?:ほしい|欲しい|もらえますか|もらえる|ちょうだい|頂戴|下さい|ね|よ)$",
    re.IGNORECASE,
)
_STOPS = re.compile(r"(\s{0,2}[,;.!?،、，。！？]++\s*+)")
_STEMS = {"i": "x", "j": "y"}
"""Places for the stem of a Japanese adjective, and whose words they are."""

_TASHKEEL = re.compile("[\u064b-\u0652\u0640]")


class _Order(NamedTuple):
    """How an order is said, and what that is in English, with places for the words to translate."""

    said: re.Pattern[str]
    english: str


def ordered(text: str, language: str, translate: Callable[[str], str | None]) -> str | None:
    """The text in English, clause by clause, where it orders something; None where it does not.

    Args:
        text: in the language.
        language: its tag.
        translate: puts the words that an order is about into English; None where it knows none of them.
    """
    orders = _orders().get(language)
    if not orders or len(text) > 4 * _LONGEST:
        return None
    parts = _STOPS.split(_TASHKEEL.sub("", text) if language == "ar" else text)
    told = [_read(part, orders, translate) if i % 2 == 0 else None for i, part in enumerate(parts)]
    if not any(told):
        return None
    return "".join(_told(*pair, translate) for pair in zip(parts, told, strict=True)).strip(" ,.!?")


def _told(part: str, english: str | None, translate: Callable[[str], str | None]) -> str:
    """A clause or what stands between two; one that orders nothing is translated as any words are."""
    if english is not None:
        return english
    return _ascii(part) if _STOPS.fullmatch(part) else translate(part) or part


def _read(clause: str, orders: list[_Order], translate: Callable[[str], str | None]) -> str | None:
    """A clause in English, "" where it is mere politeness; None where it orders nothing."""
    clause = _POLITE.sub("", clause.strip(" ¿¡")).strip()
    if not clause or len(clause) > _LONGEST:
        return None if clause else ""
    for said, english in orders:
        if found := said.fullmatch(clause):
            words = {name: word.strip() for name, word in found.groupdict().items() if word}
            return english.format(**dict(_words(words, translate)))
    return None


def _words(words: Mapping[str, str], translate: Callable[[str], str | None]) -> Iterator[tuple[str, str]]:
    """What an order is about in English. The stem of a Japanese adjective is looked up as it stands in dictionaries."""
    for name, word in words.items():
        whole = translate(f"{word}い") if name in _STEMS else None
        yield _STEMS.get(name, name), whole or translate(word) or word


def _ascii(stop: str) -> str:
    plain = unicodedata.normalize("NFKC", stop).strip().translate(str.maketrans("،、。", ",,."))
    return f"{plain} " if plain else stop


@cache
def _orders() -> dict[str, list[_Order]]:
    return {
        language: [order for line in lines for order in _said(line)]
        for languages, lines in sections("bot.translation.glossary", "orders.txt").items()
        for language in languages.split()
    }


def _said(line: str) -> list[_Order]:
    english, _, patterns = line.partition(": ")
    return [_Order(_compiled(pattern), english) for pattern in _alternatives(patterns)]


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{([xyij])\}", r"(?P<\1>.{1,80}?)", pattern), re.IGNORECASE)


def _alternatives(patterns: str) -> list[str]:
    """Patterns that stand side by side, parted by "|" outside of brackets: each has places of its own."""
    found, depth = [""], 0
    for char in patterns:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            found.append("")
        else:
            found[-1] += char
    return found
