"""Reads English words as wishes for a picture that is there, or finds that they describe one of their own."""

from __future__ import annotations

import re
from functools import lru_cache

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
    "aspect": r"(?:(?:the|an?|its|his|her|their) )?(?P<aspect>colou?rs?|background|backdrop|time(?: of (?:the )?day)?|"
    r"weather|season|style|place|location|setting|scene|number|size|material|mood)",
    "be": r"(?:(?:to )?(?:look|be|become|appear|seem|go|turn)s?(?: (?:more|like it is|like it's|as if it were))? )?",
    "into": r"(?:(?:in ?to|to|as|be|become) )?",
    "is": r"(?:is|are|was|were|would be|should be|must be|should|must|has to be|to be|can be)",
    "verb": rf"(?:(?:{'|'.join(sorted(of_kind('verb'), key=len, reverse=True))})s?\b|\w{{3,40}}ing\b)",
}
"""What patterns of wishes are made of; `known` and `noun` are what the picture shows."""

_FORMS = (
    (
        r"(?:replace|swap|exchange|switch|substitute|change)(?: out)? (?P<x>.{1,80}?) (?:with|for|by) (?P<y>.{1,300})",
        "swap",
    ),
    (r"(?:instead of|in place of|rather than) (?P<both>.{1,300})", "instead"),
    (r"(?P<y>.{1,80}?),? (?:instead of|in place of|rather than) (?P<x>.{1,300})", "swap"),
    (r"(?:not|no) (?P<x>.{1,80}?),? but (?:rather )?(?P<y>.{1,300})", "swap"),
    (r"take (?P<x>.{1,80}?) (?:away|off|out)", "remove"),
    (r"<remove> (?P<x>.{1,300})", "remove"),
    (r"(?:<make> )?<aspect> (?:<into>|<is> |with )(?P<value>.{1,300})", "aspect"),
    (r"give (?:it|him|her|them|<known>) (?P<x>.{1,300})", "add"),
    (r"(?:put|place|hang) (?P<x>(?:an?|some|two|three|\d+) .{1,300})", "add"),
    (r"have (?:it|him|her|them) (?P<value><verb>.{0,300})", "act"),
    (r"(?:add|include|insert|attach|append|plus|with|have) (?P<x>.{1,300})", "add"),
    (r"dress (?:it|him|her|them|<known>) (?:up )?(?:in|with|as) (?P<x>.{1,300})", "dress"),
    (
        r"(?:move|put|place|bring|take|send|transfer|shift|set) (?:<it>|<all>|<known>) (?:in)?to (?P<x>.{1,300})",
        "move",
    ),
    (r"(?:<make> )?the colou?r of (?P<of>.{1,80}?) (?:<into>|<is> )(?P<value>\S{1,40})", "make"),
    (r"<make> (?P<of>.{1,80}?)(?:'s)? colou?r (?:to |into )?(?P<value>\S{1,40})", "make"),
    (r"<make> (?P<of><known>) <be><into>(?P<value>.{1,300})", "make"),
    (r"<make> (?P<of><all>|<it>) <be><into>(?P<value>.{1,300})", "make"),
    (r"<make> (?P<of>(?:the|its|his|her|their) [\w-]{1,40}) <be><into>(?P<value>.{1,300})", "make"),
    (
        r"(?:change|turn|transform|convert|paint|make) (?P<of>[\w-]{1,40}) (?:in)?to (?P<value>.{1,300})",
        "make",
    ),
    (r"(?P<of><known>|<it>|<all>) <is> (?P<value>.{1,300})", "make"),
    (r"(?P<of>the <noun>) (?:now )?(?P<value>.{1,300})", "modify"),
    (r"<make> <be><into>(?P<value>.{1,300})", "bare"),
    (r"(?P<n>\w{1,40}) (?:of (?:them|it|those|these)|<noun>)", "number"),
    (r"(?:(?:a lot |much |many |some )?more|less|fewer|lots of|a lot of) .{1,300}", "more"),
)
"""What is plainly asked for, and who reads it; the particular before the general."""

_TWO = (
    r"(?P<x>[^,]{1,80}), (?P<y>.{1,300})",
    r"(?P<x><known>) (?P<y>.{1,300})",
    r"(?P<x>.{1,80}?) (?P<y>(?:an?|the|some|two|three) .{1,300})",
    r"(?P<x>\S{1,40}) (?P<y>\S{1,40})",
)
"""How two things stand one behind the other: "the fox, a cat", "the fox a cat"."""

_ON = r"(?P<x>.{1,200}?) (?:on|onto|to|for|in|at|upon) (?:<it>|them|(?:its|his|her|their) \w{1,40}|<known>)"
_IT, _ALL, _VERB = (re.compile(_FRAGMENTS[name], re.IGNORECASE) for name in ("it", "all", "verb"))
_TAKEN = re.compile(r"^(?:use|draw|show|put|make(?: it)?|have|with|there is|it's|i want) ", re.IGNORECASE)
_WHEREFROM = re.compile(
    r" (?:from|of|in|on) (?:it|him|her|them|its \w{1,40}|the (?:picture|image|scene|photo)|the \w{1,40})$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"more|one|longer|way|problem", re.IGNORECASE)
_LIST = re.compile(r",? (?:and|or|nor|&) (?:(?:the|an?|any|no) )?", re.IGNORECASE)
_WORN = re.compile(r"^(?:wearing|having|any|with) ", re.IGNORECASE)
_DEGREE = re.compile(
    r"^(?:a (?:bit|little|lot)|much|very|really|completely|totally|all|more) (?=\w)", re.IGNORECASE
)
_LETTER, _LATIN = re.compile(r"[^\W\d_]"), re.compile(r"[a-zA-Z]")

LONGEST = 300
"""Characters of what asks for a change; more describes a picture."""


def wishes(words: str, sketch: Sketch) -> list[Wish] | None:
    """What somebody asks for of a picture, thing by thing; None where the words describe a picture of their own.

    There are none where what is asked for stayed in another language: models could make nothing of it.

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
    return found if found or asked else None


class _Reader:
    """Reads one clause at a time. Each reader gives wishes, or None where the words are none of its kind."""

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._noun = self._nouns()

    def clause(self, text: str) -> tuple[list[Wish] | None, bool]:
        """The wishes of a clause, and whether it plainly asks for a change, with a verb or the like."""
        for form, reader in _FORMS:
            match = compiled(form, self._noun).fullmatch(text)
            if match and (found := getattr(self, f"_{reader}")(match)) is not None:
                return found, True
        return bare(text), False

    def _nouns(self) -> str:
        """A pattern of all the words for what the picture shows."""
        things = [word for chunk in self._sketch.all for word in chunk.words[chunk.lead :]]
        nouns = {word for word in things if len(word) > 1 and word not in DETERMINERS}
        forms = {form for noun in nouns for form in (noun, f"{noun}s", f"{noun}es", noun.removesuffix("s"))}
        return "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"

    def _of(self, text: str | None) -> str:
        """The noun that a wish is of: "" where that is what the picture is of."""
        if not text or _IT.fullmatch(text):
            return ""
        if _ALL.fullmatch(text):
            return EVERYTHING
        noun = core(text.split()[-1])
        main = self._sketch.main
        return "" if main and same(main.head, noun) else noun

    def _swap(self, m: re.Match[str]) -> list[Wish] | None:
        return self._exchange(m["x"], m["y"])

    def _exchange(self, old: str, new: str) -> list[Wish] | None:
        new = _TAKEN.sub("", new)
        if setting := settled(new):
            return [setting]
        x = "" if _IT.fullmatch(old) else old
        return [Swap(x, new)]

    def _instead(self, m: re.Match[str]) -> list[Wish] | None:
        """ "instead of the fox, a cat", "instead of the fox a cat"."""
        for form in _TWO:
            if found := compiled(form, self._noun).fullmatch(m["both"]):
                return self._exchange(found["x"], found["y"])
        return None

    def _remove(self, m: re.Match[str]) -> list[Wish] | None:
        things = _WHEREFROM.sub("", m["x"])
        if _IT.fullmatch(things) or _NOTHING.fullmatch(things):
            return None
        return [Removal(_WORN.sub("", thing.strip())) for thing in _LIST.split(things)]

    def _add(self, m: re.Match[str]) -> list[Wish] | None:
        placed_on = compiled(_ON, self._noun).fullmatch(m["x"])
        text = placed_on["x"] if placed_on else m["x"]
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
        of = self._of(m["of"])
        says_how = any(of in of_kind(kind) for kind in ("colour", "size", "adjective"))
        return None if says_how else self._value(m["value"], of)

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
        value = _DEGREE.sub("", value.strip())
        if found := bare(value, of):
            return found
        if _VERB.match(value) and (done := action(value, of)):
            return done
        words = value.split()
        if _LETTER.search(value) and not _LATIN.search(value):
            return []
        if of == EVERYTHING and len(words) == 1 and words[0].endswith("s"):
            return [Swap("", value)]
        if core(words[0]) in ARTICLES | POINTERS or (len(words) > 1 and words[0][:1].isupper()):
            return [Swap(of, value)]
        if len(words) <= 3 and not any(core(w) in DETERMINERS for w in words):
            return [Quality("adjective", value, of)]
        return [Remark(value)]


@lru_cache(maxsize=256)
def compiled(form: str, noun: str) -> re.Pattern[str]:
    """A form as a pattern, over a picture that shows what `noun` matches."""
    known = rf"(?:[\w'-]{{1,40}} ){{0,3}}?(?:{noun})\b(?!-)"
    articles = r"(?:(?:the|its|his|her|their|that|this|an?|all(?: of)? the) )?"
    parts = {**_FRAGMENTS, "noun": f"(?:{known})", "known": f"(?:{articles}{known})"}
    for name, part in parts.items():
        form = form.replace(f"<{name}>", part)
    return re.compile(form, re.IGNORECASE)
