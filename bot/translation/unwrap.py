"""Takes off what services wrap a translation in: a sentence before or behind it, tags, quotes, the whole again."""

from __future__ import annotations

import json
import re

_TAG = re.compile(
    r"</?[a-z][a-z0-9_-]{0,15}(?:\s[^<>{}]{0,200})?/?>|<\|[^<>|{}]{0,40}\|>|\[/?(?:INST|SYS)\]", re.IGNORECASE
)
_THOUGHT = re.compile(r"\A<think>.*</think>", re.IGNORECASE | re.DOTALL)
_LEAD = re.compile(
    r"\A(?:(?:sure(?: thing)?|certainly|of course|okay|ok|absolutely|yes|great)\b[^\w{\"“]{1,3})?"
    r"(?:(?:here(?:['’]s| is| are)|this is|the|your|my|below is)\s[^:=\n\"“{]{0,40}?"
    r"\b(?:translat(?:ion|ed)|english|prompt|version)\b[^:=\n\"“{]{0,40}?(?:[:=]+|\bis\b(?=\s*[\"“]))|"
    r"(?:translat(?:ion|ed)|english|prompt|in english)(?: (?:text|version|prompt|translation))?"
    r"(?: \(english\))?\s{0,3}[:=]+)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\A(?:__en(?:_XX)?__|>>eng?<<|<2en>|eng_Latn|en_XX|[\[(](?:en|eng|english)[\])]|en(?=\s?:)|eng(?=\s?:))[\s:]*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"[(\[](?:auto-?|machine )?(?:translat|english)[^()\[\]{}]{0,60}[)\]]\.?\Z", re.IGNORECASE)
_SURE = re.compile(r"\A(?:sure(?: thing)?|certainly|of course|absolutely)!\s", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:(?<=[.!?\"”)])\s{1,3}|\n\s{0,3})\(?(?:note|i hope|hope (?:this|it|that)|let me know|please (?:let|note)|"
    r"feel free|this (?:translation|means|is (?:the|a) translation)|is there anything|if you (?:need|have|want))\b",
    re.IGNORECASE,
)
_QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'", "‘": "’", "`": "`", "*": "*", "「": "」"}
_WORD = re.compile(r"\{\s*\d+\s*\}|\w+")


def unwrapped(source: str, answer: str) -> str:
    """The translation alone. What the source has itself stays: a prompt may speak of tags, or say a thing twice."""
    text = (answer if "<" in source else _TAG.sub(" ", _THOUGHT.sub("", _unpacked(answer)))).strip()
    if ":" not in source and "=" not in source:
        text = _without_words_around(text)
    return _once(source, _unquoted(source, text.strip())) or answer


def _unpacked(answer: str) -> str:
    """What stands in an object of JSON with one text in it, as {"translation": "a red cat"}."""
    inner = answer.strip().strip("`").removeprefix("json").strip()
    if not inner.startswith('{"'):
        return answer
    try:
        texts = [value for value in json.loads(inner).values() if isinstance(value, str)]
    except (ValueError, RecursionError):
        return answer
    return texts[0] if len(texts) == 1 else answer


def _without_words_around(text: str) -> str:
    text = _NOTE.sub("", _CODE.sub("", text))
    lead = _LEAD.match(text) or _SURE.match(text)
    begun = lead.end() if lead else 0
    tail = _TAIL.search(text, begun)
    inner = text[begun : tail.start() if tail else len(text)]
    return inner if any(c.isalnum() for c in inner) else text


def _unquoted(source: str, text: str) -> str:
    while text and text[0] in _QUOTES and text[0] not in source:
        inner = text.rstrip(". ")
        if len(inner) < 3 or inner[-1] != _QUOTES[text[0]]:
            break
        text = inner[1:-1].strip()
    return text


def _once(source: str, text: str) -> str:
    """A text that says the same over and over, said once; single words may well be doubled."""
    words = list(_WORD.finditer(text))
    said = [w.group().lower() for w in words]
    size = _period(said)
    if size == len(said) or (size == 1 and len(said) == 2) or _repeats(source):
        return text
    return text[: words[size].start()].rstrip(" \t\n,.;:/|-–—")


def _repeats(source: str) -> bool:
    said = [w.group().lower() for w in _WORD.finditer(source)]
    return _period(said) < len(said)


def _period(said: list[str]) -> int:
    """How many words come before they all come again, and nothing else; their number where they don't."""
    matched = [0] * len(
        said
    )  # the longest beginning that ends at each word too, as Knuth, Morris and Pratt find it
    for i in range(1, len(said)):
        k = matched[i - 1]
        while k and said[i] != said[k]:
            k = matched[k - 1]
        matched[i] = k + (said[i] == said[k])
    size = len(said) - matched[-1] if said else 0
    return size if size and len(said) % size == 0 else len(said)
