"""Joins what is asked for to the words of a picture: the old stays but for what the new contradicts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod

from bot.changes.chunks import Chunk, adjectives, chunks, is_colour
from bot.changes.english import DETERMINERS, agreed, core, cores, counted, is_number, one_more, same
from bot.changes.kinds import SETTINGS, Concept, concepts, of_kind
from bot.changes.reading import wishes
from bot.changes.scene import Scene, Sketch
from bot.changes.things import articled, describe, determiner, link, made_of, named, noun
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

_EMPTY = "an empty scene"
"""Stands where everything that a picture showed is to go."""


def join(scene: Scene, words: str) -> Scene | None:
    """The words of a picture with a change; None where these words describe a picture of their own.

    Args:
        scene: what the picture was made of.
        words: in English, what somebody wants of it.

    >>> join(Scene("a red fox in the snow"), "make it blue")
    Scene(prompt='a blue fox in the snow', negative='')
    """
    sketch = Sketch.of(scene.prompt)
    asked = wishes(words, sketch)
    if asked is None:
        return None
    joined = _Joined(sketch, [n.strip() for n in scene.negative.split(",") if n.strip()])
    for wish in asked:
        joined.grant(wish)
    return Scene(str(sketch) or _EMPTY, ", ".join(joined.negative))


def together(*negatives: str) -> str:
    """Negative prompts as one that says nothing twice."""
    words = [word.strip() for word in ",".join(negatives).split(",")]
    return ", ".join(dict.fromkeys(word for word in words if word))


class _Joined:
    """A picture's words while they change."""

    def __init__(self, sketch: Sketch, negative: list[str]) -> None:
        self.sketch = sketch
        self.negative = negative

    @singledispatchmethod
    def grant(self, wish: Wish) -> None:
        """Does what one wish says."""
        raise TypeError(wish)

    @grant.register
    def _(self, wish: Quality) -> None:
        things = self._things(wish.of)
        if not things:
            self._add(" ".join(["with", *articled(f"{wish.words} {wish.of}".split())]))
        for thing in things:
            if wish.kind == "material" and (made := made_of(wish.words)):
                thing.without(i for i in adjectives(thing.tokens) if thing.words[i] in of_kind("material"))
                self._behind(thing, f"made of {made}", "material")
            else:
                describe(thing, wish.kind, wish.words.split())

    @grant.register
    def _(self, wish: Number) -> None:
        for thing in self._things(wish.of)[:1]:
            thing.tokens[thing.lead :] = counted(thing.thing, wish.number)

    @grant.register
    def _(self, wish: Setting) -> None:
        self._wanted(wish.words)
        found = concepts(cores(wish.words.split()))
        if not any(c.kind == wish.kind for c in found):
            found.append(Concept(wish.kind, wish.words, 0, 0))
        kinds = {"place", "backdrop"} if wish.kind in ("place", "backdrop") else {wish.kind, "backdrop"}
        old = [c for c in self.sketch.all if c is not self.sketch.main and c.kind in kinds]
        same_kind = [c for c in old if c.kind == wish.kind or {c.kind, wish.kind} == {"place", "backdrop"}]
        new = list(chunks(wish.words.split()))
        if same_kind:
            self.sketch.replace(same_kind[0], new)
        for chunk in old:
            if chunk not in same_kind[:1]:
                self.sketch.remove(chunk)
        for chunk in self.sketch.all:
            if not any(chunk is n for n in new):
                self._clear(chunk, found)
        if not same_kind:
            self.sketch.settle(wish.words, wish.kind if wish.kind in SETTINGS else "place")

    @grant.register
    def _(self, wish: Style) -> None:
        old = [c for c in self.sketch.all if c.kind == wish.kind and c is not self.sketch.main]
        for chunk in old:
            self.sketch.remove(chunk)
        if wish.kind == "style":
            self.sketch.lead = ""
        self.sketch.append(_styled(wish))

    @grant.register
    def _(self, wish: Action) -> None:
        told = list(chunks(wish.words.split()))
        for chunk in told[1:]:
            if chunk.kind in SETTINGS and chunk.concepts:
                self.grant(Setting(chunk.kind, " ".join(chunk.tokens)))
                told = [c for c in told if c is not chunk]
        words = " ".join(token for chunk in told for token in chunk.tokens)
        kind = "worn" if wish.words.split()[0] in ("wearing", "holding", "carrying") else "action"
        if kind == "worn":
            self._wanted(wish.words)
        for thing in self._things(wish.of)[:1]:
            self._behind(thing, words, kind)

    @grant.register
    def _(self, wish: Addition) -> None:
        self._wanted(wish.words)
        self._add(wish.words, wish.of)

    @grant.register
    def _(self, wish: Removal) -> None:
        gone = noun(wish.words)
        if gone in ("background", "backdrop"):
            self.grant(Setting("backdrop", "on a plain white background"))
            return
        bare = " ".join(w for w in wish.words.split() if core(w) not in DETERMINERS)
        if bare.lower() not in (n.lower() for n in self.negative):
            self.negative.append(bare)
        for _ in range(len(self.sketch.all)):
            if (chunk := self.sketch.find(gone)) is None:
                break
            if not self._take(chunk, gone):
                break

    @grant.register
    def _(self, wish: Swap) -> None:
        chunk = self.sketch.find(noun(wish.thing)) if wish.thing else self.sketch.main
        new = named(wish.by.split(), chunk.head if chunk else noun(wish.thing))
        by = " ".join(new)
        self._wanted(by)
        if is_colour(cores(new)):
            self.grant(Quality("colour", by, chunk.head if chunk and chunk is not self.sketch.main else ""))
            return
        if chunk is None:
            self.grant(Addition(by))
            if wish.thing and not same(noun(by), noun(wish.thing)):
                self.grant(Removal(wish.thing))
            return
        if core(new[0]) not in DETERMINERS and not is_number(core(new[0])):
            new = [*determiner(chunk, new), *new]
        told = list(chunks(agreed([*chunk.tokens[: chunk.lead], *new])))
        self.sketch.replace(chunk, told)

    @grant.register
    def _(self, wish: Remark) -> None:
        self.sketch.append(wish.words)

    def _things(self, of: str) -> list[Chunk]:
        """The chunks of the things that a wish is of."""
        main = self.sketch.main
        if of == EVERYTHING:
            return [
                c for c in self.sketch.subject.chunks if c is main or c.leading in ("and", "with", "next to")
            ]
        if not of:
            return [main] if main else []
        found = self.sketch.find(of)
        return [found] if found else []

    def _add(self, words: str, of: str = "") -> None:
        """Adds a thing behind the one that it belongs to, in the words that say how: "with a hat", "and a dog"."""
        told = list(chunks(words.split()))
        if not told:
            return
        first = told[0]
        for chunk in self.sketch.all:
            if chunk.words[chunk.lead :] == first.words[first.lead :]:
                return
            if first.kind == "beside" and (chunk.leading, chunk.kind) == (first.leading, "beside"):
                self.sketch.replace(chunk, told)
                return
        main = self.sketch.main
        if main and " ".join(main.words) == _EMPTY and first.leading in ("", "and", "with"):
            main.tokens[:] = articled(first.thing)
            return
        if core(words.split()[0]) == "another" and main and same(main.head, first.head):
            main.tokens[:] = counted(main.tokens, one_more(main.words[0]))
            return
        worn = [c for c in self.sketch.all if c is not main and first.head in of_kind("worn")]
        if first.leading in ("", "with") and (
            old := next((c for c in worn if same(c.head, first.head)), None)
        ):
            old.tokens[old.lead :] = articled(first.thing)
            return
        if not first.lead:
            told = list(
                chunks([link(first), *articled(first.tokens), *(t for c in told[1:] for t in c.tokens)])
            )
        part = self.sketch.subject
        main = next(iter(self._things(of)), self.sketch.main)
        at = next((i for i, c in enumerate(part.chunks) if c is main), 0) + 1
        while at < len(part.chunks) and part.chunks[at].kind in (
            "thing",
            "worn",
            "material",
            "action",
            "aside",
        ):
            at += 1
        part.chunks[at:at] = told if part.chunks else told[:1]

    def _behind(self, thing: Chunk, words: str, kind: str) -> None:
        """Puts what a thing does, wears or is made of right behind it, in the place of what it did before."""
        for part in self.sketch.parts:
            places = [i for i, c in enumerate(part.chunks) if c is thing]
            if not places:
                continue
            at = places[0] + 1
            new = Chunk(words.split(), 2 if kind == "material" else 1)
            if any(c.words == new.words for c in part.chunks):
                return
            if kind in ("action", "material"):
                part.chunks[at:] = [c for c in part.chunks[at:] if c.kind != kind]
            part.chunks[at:at] = [new]

    def _clear(self, chunk: Chunk, new: Sequence[Concept]) -> None:
        """Takes away what contradicts new settings: a whole chunk, or adjectives in it ("a sunny beach")."""
        old = [c for c in chunk.concepts if any(n.contradicts(c) for n in new)]
        if not old:
            return
        if chunk is not self.sketch.main and (chunk.kind in SETTINGS or not chunk.thing):
            whole = [c for c in old if c.end == len(chunk.words) or chunk.head in of_kind("setting")]
            if whole and chunk.kind == whole[0].kind:
                self.sketch.remove(chunk)
                return
        allowed = adjectives(chunk.tokens)
        gone = [i for c in old if c.kind != "place" for i in range(c.start, c.end) if i in allowed]
        chunk.without(gone)

    def _take(self, chunk: Chunk, gone: str) -> bool:
        """Takes a thing away; False where nothing of it could go."""
        words = chunk.words
        if not same(chunk.head, gone) and (
            places := [i for i in adjectives(chunk.tokens) if same(words[i], gone)]
        ):
            chunk.without(places)
            return True
        if chunk is not self.sketch.main:
            self.sketch.remove(chunk)
            return True
        part = self.sketch.subject
        following = next(
            (c for c in part.chunks[1:] if c.leading in ("and", "with", "next to", "plus")), None
        )
        if following:
            part.chunks.remove(following)
            part.chunks[0] = Chunk(following.thing)
            return True
        others = [p for p in self.sketch.parts if p is not part and p.chunks]
        if len(part.chunks) > 1 or not others:
            part.chunks[0] = Chunk(_EMPTY.split())
        else:
            self.sketch.remove(chunk)
        return True

    def _wanted(self, words: str) -> None:
        """What is wanted now leaves the negative prompt."""
        wanted = set(cores(words.split()))
        self.negative = [n for n in self.negative if noun(n) not in wanted or len(n.split()) > 3]


def _styled(wish: Style) -> str:
    """A style as a tag: "as a watercolour" is "watercolour"."""
    words = wish.words.split()
    if " ".join(cores(words[:2])) == "as if":
        return wish.words
    while words and core(words[0]) in ("as", "like", "to", "into", "a", "an", "the"):
        words = words[1:]
    if not words:
        return wish.words
    return " ".join(words)
