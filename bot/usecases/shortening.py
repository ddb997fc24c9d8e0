"""Which words of a prompt count, and shorter ways to say the same: by lists of words, the same each time."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from bot.usecases.values import QUOTED

MOST_WORDS = 8
"""That are named as what counts."""

_ATOM = re.compile(rf"<[^<>\n]++>|\([^()\n]++\)|\[[^\[\]\n]++\]|\{{[^{{}}\n]++\}}|{QUOTED}|[^\s,;.]++|[,;.]")
_APART = re.compile(r"[,;.]")

_LEAD = re.compile(
    r"\A\W*(?:(?:please|hey|hi|hello|so|now|can you|could you|would you|will you|i want to see|i want you to|i want|"
    r"i would like|i'd like|i need|let's|draw|paint|make|create|generate|imagine|render|show|give|me|us|to see|"
    r"an? (?:picture|image|pic|depiction|drawing) (?:of|with|that shows|showing))\b[\s,:]*+)++",
    re.IGNORECASE,
)

_KEPT = rf"(?P<kept>{QUOTED}|<[^<>\n]++>)"
_BOOSTERS = re.compile(
    _KEPT + r"|\b(?:masterpiece|best quality|(?:high|highest|top|good|great)[ -]?quality|"
    r"(?:very |ultra[ -]?|highly |extremely |insanely |super )?detailed|intricate(?: details?)?|fine details?|"
    r"absurdres|high[ -]?res(?:olution)?|hi[ -]?res|ultra[ -]?hd|uhd|hdr|full hd|[248]k|16k|trending on [a-z]+|"
    r"artstation|award[ -]?winning|unreal engine(?: \d)?|octane(?: render)?|sharp focus|professional|perfect|amazing|"
    r"stunning|breathtaking|gorgeous|beautiful|beautifully|incredible|epic|awesome|nice|pretty|lovely|wonderful|very|really|"
    r"extremely|quite|just|some kind of|kind of|sort of|etc|so that|as if it were)\b",
    re.IGNORECASE,
)
"""What is said of every picture, and so of none."""

_SMALL = frozenset(
    """a an the this that these those of in on at by with and or but is are was were be being been it its there which
    who whose where when while as to from into for his her their my your our he she they i you we has have had do does
    did not no so than then too also all any each some one very up out over""".split()
)


class Shortened(NamedTuple):
    """The words that count, the weightiest first, and shorter versions, the longest first, each another."""

    matters: tuple[str, ...]
    versions: tuple[str, ...]


def shortened(prompt: str) -> Shortened:
    """What counts in an English prompt; tags, weights and what is quoted stay whole.

    >>> shortened("Please draw a picture of a very beautiful red fox in the snow, masterpiece, 8k").versions
    ('a red fox in the snow', 'red fox snow')
    """
    plain = _tidy(_BOOSTERS.sub(lambda m: m["kept"] or " ", _LEAD.sub("", prompt)))
    dense = _tidy(" ".join(atom for atom in _ATOM.findall(plain) if atom.lower() not in _SMALL))
    parts = [part.strip() for part in _split(dense)]
    core = ", ".join(" ".join(_ATOM.findall(part)[:4]) for part in parts[:2])
    versions = [each for each in dict.fromkeys((plain, dense, core)) if each and each != _tidy(prompt)]
    return Shortened(_weightiest(_split(plain)), tuple(versions))


def _weightiest(parts: list[str]) -> tuple[str, ...]:
    """The words in the order of what they weigh: early ones more, those before a small word or at an end more than
    those that only describe them, and those that are repeated or have a weight."""
    weights: Counter[str] = Counter()
    for place, part in enumerate(parts):
        chunk, atoms = 0.0, _ATOM.findall(part)
        for atom, follows in zip(atoms, [*atoms[1:], ""], strict=True):
            if atom.lower() in _SMALL:
                chunk += 0.3
                continue
            much = 4 if atom[0] in "([" and ":" in atom else 1
            head = not follows or follows.lower() in _SMALL
            weights[atom] += round(1000 * much / (1 + place + chunk) * (1 if head else 0.5))
    return tuple(atom for atom, _ in weights.most_common(MOST_WORDS))


def _split(text: str) -> list[str]:
    """The parts of a prompt, between commas and stops outside of brackets."""
    parts = [""]
    for atom in _ATOM.findall(text):
        if _APART.fullmatch(atom):
            parts.append("")
        else:
            parts[-1] += f" {atom}"
    return [part for part in parts if part.strip()]


def _tidy(text: str) -> str:
    """Single spaces, and no commas between nothing."""
    return ", ".join(" ".join(part.split()) for part in _split(text))
