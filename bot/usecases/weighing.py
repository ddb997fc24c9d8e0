"""Weights as Midjourney and NovelAI write them, in the signs that are drawn here.

    cat:: dog::2        two ideas, the dog twice as strong: (cat:0.67) BREAK (dog:1.33)
    still life:: fruit::-.5     less than nothing of one: it is what the picture should not show
    {{cat}}  1.5::cat::         NovelAI's: (cat:1.103), (cat:1.5)

Braces with a `|` or a comma in them are no weight here (`engine.api.changing`, `engine.api.spread`), unless they are
doubled. What stands in quotation marks or within brackets keeps its colons.
"""

from __future__ import annotations

import re

from bot.usecases.values import QUOTED

STEP = 1.05
"""What NovelAI's braces multiply by."""

LEAST, MOST = 0.3, 1.6
"""How weak and strong an idea becomes: beyond that pictures fall apart."""

_DEEPEST = 8
_LONGEST = 400
_NUMBER = r"[+-]?(?:\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})"
_BRACES = re.compile(
    rf"{QUOTED}|(?<!\\)(?P<open>[{{｛]{{1,8}})(?P<words>[^{{}}｛｝|｜\n]{{1,{_LONGEST}}})(?P<close>[}}｝]{{1,8}})"
)
_TOLD = re.compile(
    rf"{QUOTED}|(?<![\w:：.])(?P<weight>{_NUMBER})::(?=[^\s:])"
    rf"(?P<words>[^:：\n]{{1,{_LONGEST}}})::(?=[\s,]|$)"
)
_APART = re.compile(
    rf"{QUOTED}|(?P<open>[(\[{{<（［｛])|(?P<close>[)\]}}>）］｝])"
    rf"|(?:(?<!\d)::(?P<weight>{_NUMBER})|::)(?=[\s,]|$)"
)


def weighed(prompt: str) -> tuple[str, str]:
    """The prompt in our signs, and what it wants to see less than nothing of.

    >>> weighed("cat:: dog::2, snow:: text::-1")
    ('(cat:0.75) BREAK (dog:1.5) BREAK (snow:0.75)', 'text')
    """
    for _ in range(_DEEPEST):
        prompt, before = _BRACES.sub(_braced, prompt), prompt
        if prompt == before:
            break
    prompt = _TOLD.sub(_numbered, prompt)
    ideas = _ideas(prompt)
    if not ideas:
        return prompt, ""
    wanted = [(words, weight) for words, weight in ideas if weight > 0]
    unwanted = ", ".join(words for words, weight in ideas if weight < 0)
    mean = sum(weight for _, weight in wanted) / max(len(wanted), 1)
    return " BREAK ".join(_weighted(words, weight / mean) for words, weight in wanted), unwanted


def _numbered(match: re.Match[str]) -> str:
    return f"({match['words'].strip()}:{_told(float(match['weight']))})" if match["weight"] else match[0]


def _braced(match: re.Match[str]) -> str:
    if not match["open"]:
        return match[0]
    deep = min(len(match["open"]), len(match["close"]))
    if re.search("[,，、،]", match["words"]) and deep < 2:
        return match[0]
    before, after = match["open"][deep:], match["close"][deep:]
    return f"{before}({match['words'].strip()}:{_told(STEP**deep)}){after}"


def _ideas(prompt: str) -> list[tuple[str, float]]:
    """What `::` divides, each with its weight; nothing where it divides nothing."""
    found: list[tuple[str, float]] = []
    start = depth = 0
    for match in _APART.finditer(prompt):
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth = max(depth - 1, 0)
        elif match[0].startswith("::") and not depth:
            found.append((prompt[start : match.start()], float(match["weight"] or 1)))
            start = match.end()
    if not found:
        return []
    found.append((prompt[start:], 1.0))
    return [(said, weight) for words, weight in found if (said := words.strip(" ,"))]


def _weighted(words: str, weight: float) -> str:
    weight = min(max(weight, LEAST), MOST)
    return words if weight == 1 else f"({words}:{_told(weight)})"


def _told(weight: float) -> str:
    return f"{round(weight, 3):g}"
