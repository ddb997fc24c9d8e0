"""Words that belong together: a thing, or what a preposition or a verb adds to it, and what each is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.changes.english import DETERMINERS, NUMBERS, OWNERS, agreed, core, cores, is_ing, is_number
from bot.changes.kinds import Concept, concepts, of_kind

PLACES = frozenset(
    "in on at under underneath by inside within near among amid through along against across atop upon during outside"
    " onto into around beneath".split()
)
_STANDING = frozenset("on under underneath by near against atop upon beneath around".split())
"""With "a chair" they say where a thing is; with "the beach" what surrounds it."""
BESIDE = frozenset("beside behind above below between opposite over before beyond".split())
WITH = frozenset(("with", "and", "plus", "&"))
RELATIONS = (
    "next to", "in front of", "on top of", "to the left of", "to the right of", "left of", "right of", "on the left of",
    "on the right of", "close to", "at the foot of",
)  # fmt: skip
MADE = ("made out of", "made of", "made from", "out of")
STYLED = ("in the style of", "in a style of", "as if", "in style of")
OTHERS = frozenset(
    ("without", "who", "that", "which", "while", "like", "as", "from", "for", "to", "made", "but")
)
_OPENERS = re.compile(r"^[(\[{]+")
_CLOSERS = re.compile(r"(?::[\d.]{1,9})?[)\]}]{1,40}[\d.+-]{0,9}$")


@dataclass(eq=False)
class Chunk:
    """Words that belong together: a thing, or what a preposition or a verb adds to it.

    Attributes:
        tokens: its words, brackets and weights on them.
        lead: how many of them lead it in ("next to"), none for a thing alone.
    """

    tokens: list[str]
    lead: int = 0

    @property
    def words(self) -> list[str]:
        """Its words alone, in lower case."""
        return cores(self.tokens)

    @property
    def thing(self) -> list[str]:
        """Its tokens without those that lead it in."""
        return self.tokens[self.lead :]

    @property
    def head(self) -> str:
        """The noun that it is about: "fox" of "a red fox", "field" of "a field of flowers"."""
        words = cores(self.thing)
        end = words.index("of") if "of" in words[1:] else len(words)
        return next((word for word in reversed(words[:end]) if word), "")

    @property
    def leading(self) -> str:
        """The words that lead it in, in lower case."""
        return " ".join(self.words[: self.lead])

    @property
    def concepts(self) -> list[Concept]:
        """Times, weathers, seasons and places that it names."""
        return concepts(self.words)

    @property
    def kind(self) -> str:
        """What it is about: a setting, "backdrop", "style", "view", "action", "thing", "beside", "aside" or ""."""
        return kind_of(self)

    def without(self, places: Iterable[int]) -> None:
        """Takes some of its tokens away; brackets that would lose their partner stay."""
        gone = set(places)
        self.lead -= sum(place < self.lead for place in gone)
        self.tokens = agreed(_kept(self.tokens, gone))


def chunks(tokens: Sequence[str]) -> Iterator[Chunk]:
    """Tokens of one part as chunks."""
    current, lead, i = list[str](), 0, 0
    while i < len(tokens):
        width = _leading(tokens, i, current[lead:])
        if width and current:
            yield Chunk(current, lead)
            current = []
        if width:
            lead = width
            current += tokens[i : i + width]
            i += width
        else:
            current.append(tokens[i])
            lead = lead if len(current) > 1 else 0
            i += 1
    if current:
        yield Chunk(current, lead)


def _leading(tokens: Sequence[str], at: int, before: Sequence[str]) -> int:
    """How many tokens from there on lead in a chunk; `before` is the thing that came before."""
    words = cores(tokens[at : at + 4])
    for phrase in (*RELATIONS, *MADE, *STYLED):
        if words[: len(phrase.split())] == phrase.split():
            return len(phrase.split())
    word, following = words[0], words[1] if len(words) > 1 else ""
    if not following:
        return 1 if is_ing(word) and _has_noun(before) else 0
    if word in ("and", "&") and before and _is_adjective(core(before[-1])) and _is_adjective(following):
        return 0
    if word in PLACES or word in BESIDE or word in WITH or word in OTHERS:
        return 1
    return 1 if is_ing(word) and _has_noun(before) else 0


def _has_noun(tokens: Sequence[str]) -> bool:
    words = cores(tokens)
    return any(w and w not in DETERMINERS and not _is_adjective(w) for w in words)


def _is_adjective(word: str) -> bool:
    return any(word in of_kind(kind) for kind in ("colour", "shade", "size", "adjective"))


def adjectives(thing: Sequence[str]) -> range:
    """Where adjectives stand in a thing's tokens: behind its determiner or number, before its noun."""
    words = cores(thing)
    start = 0
    while start < len(words) - 1 and (words[start] in DETERMINERS or is_number(words[start])):
        start += 1
    end = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    return range(start, max(start, end))


def kind_of(chunk: Chunk) -> str:
    """See `Chunk.kind`."""
    words, lead = chunk.words, chunk.leading
    bare = [w for w in cores(chunk.thing) if w and w not in DETERMINERS]
    if not any(words):
        return ""
    if lead in STYLED or _is_style(lead, bare):
        return "style"
    if " ".join(w for w in words if w) in of_kind("view"):
        return "view"
    if lead in RELATIONS or lead in BESIDE:
        return "beside"
    if lead in MADE:
        return "material"
    if is_ing(lead):
        return "worn" if lead in ("wearing", "holding", "carrying") else "action"
    if _is_backdrop(lead, bare):
        return "backdrop"
    if lead in PLACES:
        return _kind_of_place(chunk, bare)
    if setting := _setting(chunk, bare):
        return setting
    return "thing" if not lead or lead in WITH else ""


def _is_style(lead: str, bare: Sequence[str]) -> bool:
    if lead not in ("", "in", "as", "with") or not bare:
        return False
    styles, text = of_kind("style"), " ".join(bare)
    if text in styles or (bare[-1] in ("style", "art", "aesthetic") and (len(bare) > 1 or lead)):
        return True
    if bare[-1] in of_kind("plain") and " ".join(bare[:-1]) in styles:
        return True
    return any(text.endswith(f" {style}") for style in styles) and len(bare) < 4 and not lead


def _is_backdrop(lead: str, bare: Sequence[str]) -> bool:
    if lead in ("on", "with", "against", "in", "before") and set(bare) & {"background", "backdrop", "wall"}:
        return len(bare) > 1
    if not lead and bare and bare[-1] in ("background", "backdrop"):
        return len(bare) > 1
    return lead == "on" and bool(bare) and is_colour(bare)


def _kind_of_place(chunk: Chunk, bare: Sequence[str]) -> str:
    if chunk.head in of_kind("aside") or OWNERS & set(chunk.words):
        return "aside"
    if chunk.head in of_kind("worn") or (bare and is_colour(bare) and chunk.leading == "in"):
        return "worn"
    found = chunk.concepts
    if found and (found[-1].end == len(chunk.words) or chunk.head in of_kind("setting")):
        return found[-1].kind
    standing = chunk.leading in _STANDING and core(chunk.thing[0] if chunk.thing else "") in (
        "a",
        "an",
        *NUMBERS,
    )
    return "beside" if standing else "place"


def _setting(chunk: Chunk, bare: Sequence[str]) -> str:
    """The kind of setting that words without a preposition name: "night", "winter landscape", "with fog"."""
    found = concepts(bare)
    if not found:
        return ""
    last, whole = found[-1], found[-1].start == 0 and found[-1].end == len(bare)
    if whole or chunk.head in of_kind("setting"):
        return last.kind
    return last.kind if last.end == len(bare) and last.kind != "place" else ""


def is_colour(words: Sequence[str]) -> bool:
    """Whether words name a colour, or several, and nothing else."""
    colours, shades = of_kind("colour"), of_kind("shade") | {"and", "plain"}
    return any(w in colours for w in words) and all(w in colours or w in shades for w in words)


def _kept(tokens: Sequence[str], gone: set[int]) -> list[str]:
    out: list[str] = []
    for i, token in enumerate(tokens):
        if i not in gone:
            out.append(token)
            continue
        openers, closers = unpaired(token)
        if closers and out:
            out[-1] += closers
        if openers and i + 1 < len(tokens):
            out.append(openers)
    return _glued(out)


def edges(chunk: Chunk) -> list[Chunk]:
    """What has to stay of a chunk that goes: brackets whose partners are elsewhere."""
    openers, closers = unpaired(" ".join(chunk.tokens))
    return [Chunk([openers + closers])] if openers or closers else []


def unpaired(text: str) -> tuple[str, str]:
    """Brackets at its beginning and at its end, weights included, whose partners are elsewhere."""
    opening, closing = _OPENERS.search(text), _CLOSERS.search(text)
    depth = sum(text.count(c) for c in "([{") - sum(text.count(c) for c in ")]}")
    if depth > 0 and opening:
        return opening[0][:depth], ""
    return ("", closing[0]) if depth < 0 and closing else ("", "")


def _glued(tokens: Sequence[str]) -> list[str]:
    """Brackets that stand alone, put onto the word behind them."""
    out: list[str] = []
    for token in reversed(tokens):
        if out and token and not token.strip("([{"):
            out[-1] = token + out[-1]
        else:
            out.append(token)
    return out[::-1]
