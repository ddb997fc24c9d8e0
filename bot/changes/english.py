"""As much English as joining takes: cores of words, articles, singular and plural, "-ing"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.translation.glossary.phrase import plural

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "a single": 1, "single": 1, "a pair of": 2, "both": 2, "a dozen": 12, "many": 99, "several": 99,
}  # fmt: skip
ARTICLES = frozenset(("a", "an", "the", "some", "another"))
OWNERS = frozenset(("its", "his", "her", "their", "my", "your", "our"))
POINTERS = frozenset(("this", "that", "these", "those"))
DETERMINERS = ARTICLES | OWNERS | POINTERS | frozenset(NUMBERS)

_CORE = re.compile(r"[^\W_\ue000-\uf8ff][\w'’-]*")
_VOWEL = re.compile(r"[aeiou](?!ne\b|ni[cfqt]|se)|hour|honest", re.IGNORECASE)
_SINGULARS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "mice": "mouse", "geese": "goose",
    "wolves": "wolf", "leaves": "leaf", "knives": "knife", "feet": "foot", "teeth": "tooth", "oxen": "ox",
    "loaves": "loaf", "elves": "elf",
}  # fmt: skip
_ALWAYS = frozenset(
    "glasses sunglasses clothes trousers pants jeans glass dress grass bus moss cross cactus octopus iris lens chess"
    " princess actress walrus".split()
)
_DOUBLED = frozenset("run swim sit hug skip spin hop dig cut jog nap stop win".split())


def core(token: str) -> str:
    """A word in lower case without brackets, weights and punctuation; "" where there is none."""
    found = _CORE.search(token)
    return found[0].lower().replace("’", "'") if found else ""


def recored(token: str, word: str) -> str:
    """A token with another word at its core."""
    return _CORE.sub(lambda _: word, token, count=1)


def cores(tokens: Sequence[str]) -> list[str]:
    """The words of tokens."""
    return [core(token) for token in tokens]


def singular(noun: str) -> str:
    """One of what a noun names.

    >>> [singular(n) for n in ("foxes", "cats", "butterflies", "men", "glasses", "fox")]
    ['fox', 'cat', 'butterfly', 'man', 'glasses', 'fox']
    """
    if noun in _SINGULARS or noun in _ALWAYS:
        return _SINGULARS.get(noun, noun)
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("xes", "ches", "shes", "sses", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def same(one: str, other: str) -> bool:
    """Whether two nouns are one in singular or plural."""
    return bool(one) and singular(one) == singular(other)


def is_ing(word: str) -> bool:
    """Whether a word says what somebody is doing: "sleeping", not "ring"."""
    return word.endswith("ing") and len(word) > 5 and word not in _THINGS


_THINGS = frozenset(
    "building string spring evening morning ceiling painting drawing lightning clothing nothing something wedding"
    " earring sibling duckling pudding darling lighting amazing stunning charming interesting everything during"
    " outstanding blooming sterling railing wiring".split()
)


def ing(verb: str) -> str:
    """A verb as what is being done.

    >>> [ing(v) for v in ("sleep", "ride", "sit", "lie", "flying")]
    ['sleeping', 'riding', 'sitting', 'lying', 'flying']
    """
    if verb.endswith("ing"):
        return verb
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}ing"


def agreed(tokens: Sequence[str]) -> list[str]:
    """Tokens with "a" or "an" as the word behind it has it."""
    out = list(tokens)
    for i, following in enumerate(out[1:]):
        if core(out[i]) in ("a", "an") and core(following):
            out[i] = recored(out[i], "an" if _VOWEL.match(core(following)) else "a")
    return out


def counted(tokens: Sequence[str], number: str) -> list[str]:
    """A noun phrase with another number: "a red fox" with "three" is "three red foxes"."""
    first = core(tokens[0]) if tokens else ""
    rest = list(tokens[1:] if first in DETERMINERS or first.isdigit() else tokens)
    if not rest:
        return list(tokens)
    head, one = core(rest[-1]), number in ("1", "one", "a")
    if head:
        rest[-1] = recored(rest[-1], singular(head) if one else plural(singular(head)))
    return agreed(["a" if one else number, *rest])


def is_number(word: str) -> bool:
    """Whether a word says how many."""
    return word in NUMBERS or (word.isdigit() and len(word) < 4)


def one_more(word: str) -> str:
    """The number after the one that a thing's first word says: "two" for "a"."""
    now = int(word) if word.isdigit() else NUMBERS.get(word, 1)
    return next((name for name, number in NUMBERS.items() if number == now + 1), str(now + 1))
