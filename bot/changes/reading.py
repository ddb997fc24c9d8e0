"""Reads English words as wishes for a picture that is there, or finds that they describe one of their own."""

from __future__ import annotations

import re

from bot.changes.bare import action, backdrop, bare, placed, settled
from bot.changes.chunks import chunks, is_colour
from bot.changes.clauses import MAKE, clauses, plain
from bot.changes.english import ARTICLES, DETERMINERS, POINTERS, core, cores, is_number, same
from bot.changes.forms import FORMS, FRAGMENTS, ON, TWO, compiled
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

_IT, _ALL, _VERB = (re.compile(FRAGMENTS[name], re.IGNORECASE) for name in ("it", "all", "verb"))
_ORDER = re.compile(rf"(?:{MAKE}|zoom|rotate|crop|flip)\b", re.IGNORECASE)
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
        for form, reader in FORMS:
            match = compiled(form, self._noun).fullmatch(text)
            if match and (found := getattr(self, f"_{reader}")(match)) is not None:
                return found, True
        return (None if _ORDER.match(text) else bare(text)), False

    def _nouns(self) -> str:
        """A pattern of all the words for what the picture shows."""
        things = [word for chunk in self._sketch.all for word in chunk.words[chunk.lead :]]
        heads = {chunk.head for chunk in self._sketch.all}
        sayable = (w for w in things if 1 < len(w) <= LONGEST)
        nouns = {w for w in sayable if w not in DETERMINERS and (w in heads or not _says_how(w))}
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
        if core(old.split()[-1]) in ("background", "backdrop"):
            return [_behind(new)]
        if setting := settled(new):
            return [setting]
        x = "" if _IT.fullmatch(old) else old
        return [Swap(x, new)]

    def _instead(self, m: re.Match[str]) -> list[Wish] | None:
        """ "instead of the fox, a cat", "instead of the fox a cat"."""
        for form in TWO:
            if found := compiled(form, self._noun).fullmatch(m["both"]):
                return self._exchange(found["x"], found["y"])
        return None

    def _remove(self, m: re.Match[str]) -> list[Wish] | None:
        things = _WHEREFROM.sub("", m["x"])
        if things.lower().startswith("everything"):
            return [backdrop("plain white background")]
        if _IT.fullmatch(things) or _NOTHING.fullmatch(things):
            return None
        return [Removal(_WORN.sub("", thing.strip())) for thing in _LIST.split(things)]

    def _add(self, m: re.Match[str]) -> list[Wish] | None:
        placed_on = compiled(ON, self._noun).fullmatch(m["x"])
        text = (placed_on["x"] if placed_on else m["x"]).removesuffix(" in")
        if setting := settled(text):
            return [setting]
        return [Addition(f"with {text}" if m[0].lower().startswith("with ") else text)]

    def _bring(self, m: re.Match[str]) -> list[Wish] | None:
        """ "put the moon in the sky": something that is not there yet."""
        head = core(m["thing"].split()[-1])
        return None if any(same(head, chunk.head) for chunk in self._sketch.all) else self._add(m)

    def _move(self, m: re.Match[str]) -> list[Wish] | None:
        if core(m["x"].split()[-1]) in of_kind("aside"):
            return [Remark(f"on {m['x']}")]
        return [settled(m["x"]) or Setting("place", placed(m["x"]))]

    def _dress(self, m: re.Match[str]) -> list[Wish] | None:
        return [Action(f"wearing {m['x']}")]

    def _act(self, m: re.Match[str]) -> list[Wish] | None:
        return action(m["value"], "")

    def _number(self, m: re.Match[str]) -> list[Wish] | None:
        return [Number(m["n"].lower(), self._of(m["of"]))] if is_number(m["n"].lower()) else None

    def _quality(self, m: re.Match[str]) -> list[Wish] | None:
        """ "make the blue fox": what is left of languages that say the adjective behind its noun."""
        found = bare(m["value"], self._of(m["of"]))
        return found if found and all(isinstance(wish, Quality) for wish in found) else None

    def _more(self, m: re.Match[str]) -> list[Wish] | None:
        """ "more snow", "less colourful"."""
        return bare(m[0]) or [Remark(m[0])]

    def _aspect(self, m: re.Match[str]) -> list[Wish] | None:
        """ "change the colour to blue", "the background is a forest"."""
        aspect, value = m["aspect"].lower(), m["value"].strip()
        if aspect.startswith("colo"):
            return self._value(value, "")
        if aspect in ("background", "backdrop"):
            return [_behind(value)]
        if aspect == "style":
            return [Style("style", value)]
        if aspect in ("place", "location", "setting", "scene"):
            return [settled(value) or Setting("place", placed(value))]
        return self._value(value, "")

    def _make(self, m: re.Match[str]) -> list[Wish] | None:
        of = self._of(m["of"])
        if _says_how(of):
            return (
                [Swap(of, m["value"])] if is_colour([of]) and is_colour(cores(m["value"].split())) else None
            )
        return self._value(m["value"], of)

    def _become(self, m: re.Match[str]) -> list[Wish] | None:
        """ "turn it into a dragon", "change fox to cat", "turn it into gold"."""
        of = self._of(m["of"])
        return bare(m["value"], of) or [Swap(of, m["value"])]

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
        if (like := settled(value.removeprefix("like "))) or (found := bare(value, of)):
            return [like] if like else found
        several = [bare(part, of) for part in value.split(" and ")]
        if all(several):
            return [wish for each in several for wish in each or ()]
        if _VERB.match(value) and (done := action(value, of)):
            return done
        words = value.split()
        if _LETTER.search(value) and not _LATIN.search(value):
            return []
        if is_number(core(words[0])) and not any(_LATIN.search(word) for word in words[1:]):
            return [Number(core(words[0]), of)]
        if of == EVERYTHING and (words[-1] == "ones" or (len(words) == 1 and words[0].endswith("s"))):
            return [Swap("", value)]
        if core(words[0]) in ARTICLES | POINTERS or (len(words) > 1 and words[0][:1].isupper()):
            return [Swap(of, value)]
        if len(words) <= 3 and not any(core(w) in DETERMINERS for w in words):
            return [Quality("adjective", value, of)]
        return [Remark(value)]


def _behind(words: str) -> Setting:
    """What stands behind everything: one colour, what it looks like, or a place."""
    if is_colour(cores([w for w in words.split() if core(w) not in ARTICLES])):
        return backdrop(f"{words} background")
    if setting := settled(words):
        return setting
    *before, last = words.split()
    if core(last) == "one":
        return backdrop(" ".join([*before, "background"]))
    looks = next(iter(bare(words) or ()), None)
    if isinstance(looks, Quality | Remark) and not next(iter(chunks(words.split()))).lead:
        return backdrop(f"{looks.words} background")
    return Setting("place", placed(words))


def _says_how(word: str) -> bool:
    return any(word in of_kind(kind) for kind in ("colour", "size", "adjective"))
