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

_TABLES = ("pronouns", "conjunctions")
"""Sections that tell something of each language besides its orders."""

_NEVER = re.compile("(?!)")
_KOREAN = {
    "바꾸": "바꿔", "만들": "만들어", "하": "해", "칠하": "칠해", "추가하": "추가해", "더하": "더해", "넣": "넣어",
    "그리": "그려", "빼": "빼", "없애": "없애", "지우": "지워", "제거하": "제거해", "옮기": "옮겨", "씌우": "씌워",
    "입히": "입혀", "벗기": "벗겨",
}  # fmt: skip
"""Stems of verbs, and how they ask for something."""
_AND_THEN = re.compile(rf"(?<=[로게을를\s])({'|'.join(_KOREAN)})고\s(?=\S)")
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
    it = _table("pronouns").get(language, _NEVER)

    def english(words: str) -> str | None:
        return "it" if it.fullmatch(words) else translate(words)

    parts = _STOPS.split(_TASHKEEL.sub("", text) if language == "ar" else text)
    told = [_clause(part, language, orders, english) if i % 2 == 0 else None for i, part in enumerate(parts)]
    if not any(told):
        return None
    return "".join(_told(*pair, translate) for pair in zip(parts, told, strict=True)).strip(" ,.!?")


def _told(part: str, english: str | None, translate: Callable[[str], str | None]) -> str:
    """A clause or what stands between two; one that orders nothing is translated as any words are."""
    if english is not None:
        return english
    return _ascii(part) if _STOPS.fullmatch(part) else translate(part) or part


def _clause(
    clause: str, language: str, orders: list[_Order], translate: Callable[[str], str | None]
) -> str | None:
    """A clause in English as `_read` has it, or the two orders that a word like "and" joins in it."""
    for two in _halves(clause[:_LONGEST], language):
        if all(_is_ordered(half, orders) for half in two):
            told = [_clause(half, language, orders, translate) or "" for half in two]
            return ", ".join(filter(None, told))
    return _read(clause, orders, translate)


def _halves(clause: str, language: str) -> Iterator[tuple[str, str]]:
    """A clause parted at each of its conjunctions; a Korean verb that ends in one becomes a request of its own."""
    for joint in _table("conjunctions").get(language, _NEVER).finditer(clause):
        yield clause[: joint.start()], clause[joint.end() :]
    if language == "ko":
        for verb in _AND_THEN.finditer(clause):
            yield f"{clause[: verb.start(1)]}{_KOREAN[verb[1]]} 줘", clause[verb.end() :]


def _is_ordered(clause: str, orders: list[_Order]) -> bool:
    """Whether words are an order by themselves, whatever it is about."""
    clause = _POLITE.sub("", clause.strip(" ¿¡")).strip()
    return any(order.said.fullmatch(clause) for order in orders)


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
        plain = word.removesuffix("ا")  # an Arabic word's ending where it is an object
        yield _STEMS.get(name, name), whole or translate(word) or translate(plain) or word


def _ascii(stop: str) -> str:
    plain = unicodedata.normalize("NFKC", stop).strip().translate(str.maketrans("،、。", ",,."))
    return f"{plain} " if plain else stop


@cache
def _orders() -> dict[str, list[_Order]]:
    it = _table("pronouns")
    return {
        language: [order for line in lines for order in _said(line, it.get(language, _NEVER).pattern)]
        for languages, lines in sections("bot.translation.glossary", "orders.txt").items()
        if languages not in _TABLES
        for language in languages.split()
    }


@cache
def _table(name: str) -> Mapping[str, re.Pattern[str]]:
    """Of the sections that have a line for each language, one, as patterns."""
    lines = sections("bot.translation.glossary", "orders.txt")[name]
    parted = [line.partition(": ") for line in lines]
    return {
        language: _compiled(pattern) for languages, _, pattern in parted for language in languages.split()
    }


def _said(line: str, it: str) -> list[_Order]:
    english, _, patterns = line.partition(": ")
    return [
        _Order(_compiled(pattern.replace("{it}", f"(?:{it})")), english)
        for pattern in _alternatives(patterns)
    ]


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
