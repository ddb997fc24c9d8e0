"""Reads English words as wishes for a picture that is there, or finds that they describe one of their own."""

from __future__ import annotations

import re

from bot.changes.bare import action, backdrop, bare, placed, settled
from bot.changes.chunks import is_colour
from bot.changes.clauses import MAKE, REMOVE, clauses, plain
from bot.changes.english import ARTICLES, DETERMINERS, POINTERS, core, cores, is_number, same
from bot.changes.kinds import of_kind
from bot.changes.scene import Sketch
from bot.changes.wishes import (
    EVERYTHING,
    Action,
    Addition,
    Number,
    Quality,
    Remark,
    Removal,
    Setting,
    Style,
    Swap,
    Wish,
)

_FRAGMENTS = {
    "make": MAKE,
    "remove": REMOVE,
    "all": r"(?:everything|all(?: of (?:it|them|this))?|them|these|those|they|both(?: of them)?)",
    "it": r"(?:it|him|her(?! \w+ \w)|he|she|this|that|"
    r"(?:the|this) (?:whole )?(?:picture|image|scene|photo|drawing|thing))",
    "aspect": r"(?:(?:the|its|his|her|their) )?(?P<aspect>colou?rs?|background|backdrop|time(?: of (?:the )?day)?|"
    r"weather|season|style|place|location|setting|scene|number|size|material|mood)",
    "be": r"(?:(?:to )?(?:look|be|become|appear|seem|go|turn)s?(?: (?:more|like it is|like it's|as if it were))? )?",
    "into": r"(?:(?:in ?to|to|as|be|become) )?",
    "is": r"(?:is|are|was|were|would be|should be|must be|should|must|has to be|to be|can be)",
    "verb": rf"(?:(?:{'|'.join(sorted(of_kind('verb'), key=len, reverse=True))})s?\b|\w{{3,}}ing\b)",
}
"""What patterns of wishes are made of; `known` and `noun` are what the picture shows."""

_FORMS = (
    (
        r"(?:replace|swap|exchange|switch|substitute|change)(?: out)? (?P<x>.+?) (?:with|for|by) (?P<y>.+)",
        "swap",
    ),
    (r"(?:instead of|in place of|rather than) (?P<both>.+)", "instead"),
    (r"(?P<y>.+?),? (?:instead of|in place of|rather than) (?P<x>.+)", "swap"),
    (r"(?:not|no) (?P<x>.+?),? but (?:rather )?(?P<y>.+)", "swap"),
    (r"take (?P<x>.+?) (?:away|off|out)", "remove"),
    (r"<remove> (?P<x>.+)", "remove"),
    (r"(?:<make> )?<aspect> (?:<into>|<is> |with )(?P<value>.+)", "aspect"),
    (r"give (?:it|him|her|them|<known>) (?P<x>.+)", "add"),
    (r"(?:put|place|hang) (?P<x>(?:an?|some|two|three|\d+) .+)", "add"),
    (r"have (?:it|him|her|them) (?P<value><verb>.*)", "act"),
    (r"(?:add|include|insert|attach|append|plus|with|have) (?P<x>.+)", "add"),
    (r"dress (?:it|him|her|them|<known>) (?:up )?(?:in|with|as) (?P<x>.+)", "dress"),
    (
        r"(?:move|put|place|bring|take|send|transfer|shift|set) (?:<it>|<all>|<known>) (?:in)?to (?P<x>.+)",
        "move",
    ),
    (r"(?:<make> )?the colou?r of (?P<of>.+?) (?:<into>|<is> )(?P<value>\S+)", "make"),
    (r"<make> (?P<of>.+?)(?:'s)? colou?r (?:to |into )?(?P<value>\S+)", "make"),
    (r"<make> (?P<of><known>) <be><into>(?P<value>.+)", "make"),
    (r"<make> (?P<of><all>|<it>) <be><into>(?P<value>.+)", "make"),
    (r"<make> (?P<of>(?:the|its|his|her|their) [\w-]+) <be><into>(?P<value>.+)", "make"),
    (r"(?:change|turn|transform|convert|paint|make) (?P<of>[\w-]+) (?:in)?to (?P<value>.+)", "make"),
    (r"(?P<of><known>|<it>|<all>) <is> (?P<value>.+)", "make"),
    (r"(?P<of>the <noun>) (?:now )?(?P<value>.+)", "modify"),
    (
        r"(?:make|turn|change|paint|colou?r|let|set|put|convert|transform|move|bring|render) <be><into>(?P<value>.+)",
        "bare",
    ),
    (r"(?P<n>\w+) (?:of (?:them|it|those|these)|<noun>)", "number"),
    (r"(?:(?:a lot |much |many |some )?more|less|fewer|lots of|a lot of) .+", "more"),
)
"""What is plainly asked for, and who reads it; the particular before the general."""

LONGEST = 300
"""Characters of what asks for a change; more describes a picture."""


def wishes(words: str, sketch: Sketch) -> list[Wish] | None:
    """What somebody asks for of a picture, thing by thing; None where the words describe a picture of their own.

    Args:
        words: in English, as typed or translated.
        sketch: what the picture shows now, so that "the fox" is known to be in it.
    """
    if len(words) > LONGEST:
        return None
    read = _Reader(sketch)
    found: list[Wish] = []
    asked = False
    for clause in clauses(words):
        text = plain(clause)
        if not text:
            continue
        wish, plainly = read.clause(text)
        if wish is None:
            if not asked:
                return None
            wish = [Remark(text)]
        found += wish
        asked = asked or plainly
    return found or None


class _Reader:
    """Reads one clause at a time. Each reader gives wishes, or None where the words are none of its kind."""

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        noun = self._nouns()
        known = rf"(?:(?:(?:the|its|his|her|their|that|this|an?|all(?: of)? the) )?{noun})"
        self._fragments = {**_FRAGMENTS, "noun": noun, "known": known}

    def clause(self, text: str) -> tuple[list[Wish] | None, bool]:
        """The wishes of a clause, and whether it plainly asks for a change, with a verb or the like."""
        for form, reader in _FORMS:
            match = re.fullmatch(self._pattern(form), text, re.IGNORECASE)
            if match and (found := getattr(self, f"_{reader}")(match)) is not None:
                return found, True
        return bare(text), False

    def _pattern(self, form: str) -> str:
        return re.sub("<([a-z]+)>", lambda m: self._fragments.get(m[1], m[0]), form)

    def _nouns(self) -> str:
        """A pattern of what the picture shows, word by word."""
        things = [word for chunk in self._sketch.all for word in chunk.words[chunk.lead :]]
        nouns = {word for word in things if len(word) > 1 and word not in DETERMINERS}
        forms = {form for noun in nouns for form in (noun, f"{noun}s", f"{noun}es", noun.removesuffix("s"))}
        any_of = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"
        return rf"(?:(?:[\w'-]+ ){{0,3}}?(?:{any_of}))\b(?!-)"

    def _of(self, text: str | None) -> str:
        """The noun that a wish is of: "" where that is what the picture is of."""
        if not text or re.fullmatch(_FRAGMENTS["it"], text, re.IGNORECASE):
            return ""
        if re.fullmatch(_FRAGMENTS["all"], text, re.IGNORECASE):
            return EVERYTHING
        noun = core(text.split()[-1])
        main = self._sketch.main
        return "" if main and same(main.head, noun) else noun

    def _swap(self, m: re.Match[str]) -> list[Wish] | None:
        return self._exchange(m["x"], m["y"])

    def _exchange(self, old: str, new: str) -> list[Wish] | None:
        new = re.sub(
            r"^(?:use|draw|show|put|make(?: it)?|have|with|there is|it's|i want) ",
            "",
            new,
            flags=re.IGNORECASE,
        )
        if setting := settled(new):
            return [setting]
        x = "" if re.fullmatch(_FRAGMENTS["it"], old, re.IGNORECASE) else old
        return [Swap(x, new)]

    def _instead(self, m: re.Match[str]) -> list[Wish] | None:
        """ "instead of the fox, a cat", "instead of the fox a cat"."""
        both = m["both"]
        if found := re.match(r"(?P<x>[^,]+), (?P<y>.+)$", both):
            return self._exchange(found["x"], found["y"])
        known = re.match(rf"(?P<x>{self._fragments['known']}) (?P<y>.+)$", both, re.IGNORECASE)
        found = known or re.match(
            r"(?P<x>\S+(?: \S+)*?) (?P<y>(?:an?|the|some|two|three) .+)$", both, re.IGNORECASE
        )
        found = found or re.match(r"(?P<x>\S+) (?P<y>\S+)$", both)
        return self._exchange(found["x"], found["y"]) if found else None

    def _remove(self, m: re.Match[str]) -> list[Wish] | None:
        things = re.sub(
            r" (?:from|of|in|on) (?:it|him|her|them|its \w+|the (?:picture|image|scene|photo)|the \w+)$",
            "",
            m["x"],
            flags=re.IGNORECASE,
        )
        if re.fullmatch(rf"(?:{_FRAGMENTS['it']}|more|one|longer|way|problem)", things, re.IGNORECASE):
            return None
        return [
            Removal(_unworn(thing))
            for thing in re.split(r",? (?:and|or|nor|&) (?:the |an? |any |no )?", things)
        ]

    def _add(self, m: re.Match[str]) -> list[Wish] | None:
        where = rf"(?:{_FRAGMENTS['it']}|them|(?:its|his|her|their) \w+|{self._fragments['known']})"
        text = re.sub(rf" (?:on|onto|to|for|in|at|upon) {where}$", "", m["x"], flags=re.IGNORECASE)
        if setting := settled(text):
            return [setting]
        return [Addition(f"with {text}" if m[0].lower().startswith("with ") else text)]

    def _move(self, m: re.Match[str]) -> list[Wish] | None:
        return [settled(m["x"]) or Setting("place", placed(m["x"]))]

    def _dress(self, m: re.Match[str]) -> list[Wish] | None:
        return [Action(f"wearing {m['x']}")]

    def _act(self, m: re.Match[str]) -> list[Wish] | None:
        return action(m["value"], "")

    def _number(self, m: re.Match[str]) -> list[Wish] | None:
        return [Number(m["n"].lower())] if is_number(m["n"].lower()) else None

    def _more(self, m: re.Match[str]) -> list[Wish] | None:
        """ "more snow", "less colourful"."""
        return bare(m[0]) or [Remark(m[0])]

    def _aspect(self, m: re.Match[str]) -> list[Wish] | None:
        """ "change the colour to blue", "the background is a forest"."""
        aspect, value = m["aspect"].lower(), m["value"].strip()
        if aspect.startswith("colo"):
            return self._value(value, "")
        if aspect in ("background", "backdrop"):
            if is_colour(cores([w for w in value.split() if core(w) not in ARTICLES])):
                return [backdrop(f"{value} background")]
            return [settled(value) or Setting("place", placed(value))]
        if aspect == "style":
            return [Style("style", value)]
        if aspect in ("place", "location", "setting", "scene"):
            return [settled(value) or Setting("place", placed(value))]
        return self._value(value, "")

    def _make(self, m: re.Match[str]) -> list[Wish] | None:
        return self._value(m["value"], self._of(m["of"]))

    def _bare(self, m: re.Match[str]) -> list[Wish] | None:
        """ "make night", "paint blue": what is left of a sentence that was translated word for word."""
        return bare(m["value"])

    def _modify(self, m: re.Match[str]) -> list[Wish] | None:
        """ "the fox blue", "the fox sleeping", "the fox in a forest"."""
        of = self._of(m["of"])
        found = bare(m["value"], of) or action(m["value"], of)
        return found or ([Remark(m[0])] if len(m[0].split()) < 12 else None)

    def _value(self, value: str, of: str) -> list[Wish] | None:
        """What something is to be made."""
        value = re.sub(
            r"^(?:a (?:bit|little|lot)|much|very|really|completely|totally|all|more) (?=\w)",
            "",
            value.strip(),
            flags=re.IGNORECASE,
        )
        if found := bare(value, of):
            return found
        if re.match(_FRAGMENTS["verb"], value, re.IGNORECASE) and (done := action(value, of)):
            return done
        words = value.split()
        if of == EVERYTHING and len(words) == 1 and words[0].endswith("s"):
            return [Swap("", value)]
        if core(words[0]) in ARTICLES | POINTERS or (len(words) > 1 and words[0][:1].isupper()):
            return [Swap(of, value)]
        if len(words) <= 3 and not any(core(w) in DETERMINERS for w in words):
            return [Quality("adjective", value, of)]
        return [Remark(value)]


def _unworn(thing: str) -> str:
    return re.sub(r"^(?:wearing|having|any|with) ", "", thing.strip(), flags=re.IGNORECASE)
