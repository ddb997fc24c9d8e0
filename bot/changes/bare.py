"""Words that can only be said of something that is there, without a verb: "blue", "at night", "with a hat"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.changes.chunks import Chunk, chunks, is_colour
from bot.changes.english import ARTICLES, DETERMINERS, agreed, core, cores, ing, is_ing, is_number
from bot.changes.kinds import SETTINGS, concepts, of_kind
from bot.changes.wishes import Action, Addition, Number, Quality, Remark, Removal, Setting, Style, Wish

_AND = re.compile(r" and (?=(?:in|on|at|under|with|without|wearing|holding)\b)")
_MADE = re.compile(r"(?:made )?(?:out )?(?:of|from) \S", re.IGNORECASE)


def bare(text: str, of: str = "") -> list[Wish] | None:
    """Words that can only be said of something that is there: a colour, a setting, a style, what one does."""
    words = [core(w) for w in text.split()]
    if not any(words) or len(words) > 12:
        return None
    parts = _AND.split(text)
    if len(parts) > 1:
        found = [bare(part, of) for part in parts]
        return [w for each in found if each for w in each] if all(found) else None
    if wish := settled(text) or _styled(text) or _quality(text, words, of):
        return [wish]
    return _led(text, words, of) or _several(text, of)


def _several(text: str, of: str) -> list[Wish] | None:
    """ "at night with stars": phrases that each begin with a preposition."""
    found = list(chunks(text.split()))
    if len(found) < 2 or any(not c.lead or _determined(c) > 1 or _tail(c) for c in found):
        return None
    wishes = [bare(" ".join(chunk.tokens), of) for chunk in found]
    return [w for each in wishes for w in each or ()] if all(wishes) else None


def settled(text: str) -> Setting | None:
    """A place, a weather, a season, a time, a backdrop."""
    found = list(chunks(text.split()))
    kinds = {chunk.kind for chunk in found}
    if not found or (len(found) > 1 and not kinds <= {*SETTINGS, "backdrop"}):
        return None
    first = found[0]
    if first.leading == "to" and len(found) == 1:
        return Setting("place", placed(" ".join(first.thing)))
    if first.kind == "backdrop":
        return backdrop(text)
    if not first.lead and _determined(first) > 0 and first.kind == "place":
        return None
    if first.lead and any(_determined(chunk) > 1 or _tail(chunk) for chunk in found):
        return None
    if first.kind in SETTINGS:
        return Setting(first.kind, _phrased(text, first))
    named = concepts(first.words)
    if not first.lead and len(named) == 1 and named[0].start == 0 and named[0].end == len(first.words):
        return Setting(named[0].kind, named[0].name)
    return None


def _styled(text: str) -> Style | None:
    found = list(chunks(text.split()))
    words = [w for w in cores(text.split()) if w]
    bare = [w for w in words if w not in DETERMINERS and w not in ("in", "as", "like", "style", "to", "into")]
    if " ".join(words) in of_kind("view") or " ".join(bare) in of_kind("view"):
        return Style("view", text)
    if found and found[0].kind == "style" and (len(found) == 1 or found[0].leading):
        return Style("style", text)
    if (
        words
        and words[0] in ("as", "like", "in")
        and (" ".join(bare) in of_kind("style") or words[-1] == "style")
    ):
        return Style("style", text)
    if " ".join(bare) in of_kind("style") or (words[-1:] == ["style"] and len(words) < 5):
        return Style("style", text)
    return None


def _led(text: str, words: Sequence[str], of: str) -> list[Wish] | None:
    """What begins with a preposition or with what somebody does, and has no subject of its own."""
    found = list(chunks(text.split()))
    first = found[0]
    if not first.lead:
        if is_ing(words[0]) and not any(not c.lead for c in found[1:]) and _determined(first) < 2:
            return [Action(text, of)]
        return None
    if any(not chunk.lead or _determined(chunk) > 1 or _tail(chunk) for chunk in found):
        return None
    lead = first.leading
    if lead == "without":
        return [Removal(" ".join(first.thing))]
    if lead in ("with", "and", "plus"):
        return [Addition(" ".join(first.tokens), of), *_rest(found[1:], of)]
    if first.kind in ("beside", "aside", "worn", "material", "place"):
        if first.kind == "material":
            return [Quality("material", " ".join(first.tokens), of)]
        return [Addition(" ".join(first.tokens), of), *_rest(found[1:], of)]
    return [Remark(text)] if lead in ("as", "like", "from", "for") else None


def _rest(found: Sequence[Chunk], of: str) -> list[Wish]:
    return [w for chunk in found for w in bare(" ".join(chunk.tokens), of) or []]


def action(text: str, of: str) -> list[Wish] | None:
    """What somebody is to do: "sleep" is "sleeping"; None where the words begin with no verb."""
    first, *rest = text.split()
    verb = core(first)
    verb = verb.removesuffix("s") if verb.removesuffix("s") in of_kind("verb") else verb
    if verb in of_kind("verb") or is_ing(verb):
        return [Action(" ".join([ing(verb), *rest]), of)]
    return None


def _quality(text: str, words: Sequence[str], of: str) -> Wish | None:
    """A colour, a size, a material, an adjective, a number."""
    bare = [
        w
        for w in words
        if w not in ("more", "very", "much", "less", "in", "really", "so", "quite", "bit", "a")
    ]
    joined = " ".join(bare)
    if "less" in words:
        return Remark(text)
    if is_colour(bare):
        return Quality("colour", joined, of)
    if joined in of_kind("size"):
        return Quality("size", _PLAIN_SIZES.get(joined, joined), of)
    if joined in of_kind("material") or _MADE.match(text):
        return Quality("material", joined, of)
    if len(words) == 1 and is_number(words[0]):
        return Number(words[0], of)
    if len(bare) == 2 and is_number(bare[0]) and bare[1] in ("times", "pieces", "ones"):
        return Number(bare[0], of)
    if joined and all(_positive(w) in of_kind("mood") for w in bare if w != "and"):
        return Remark(" ".join(_positive(w) for w in bare)) if not of else Quality("adjective", joined, of)
    adjectives = of_kind("adjective")
    if all(_positive(w) in adjectives or w in adjectives or w == "and" for w in bare) and bare:
        return Quality("adjective", " ".join(w if w in adjectives else _positive(w) for w in bare), of)
    return None


_PLAIN_SIZES = {"bigger": "big", "biggest": "huge", "larger": "large", "smaller": "small", "smallest": "tiny",
                "taller": "tall", "shorter": "short", "longer": "long"}  # fmt: skip


def _positive(word: str) -> str:
    """ "dark" of "darker"."""
    if word.endswith("ier"):
        return f"{word[:-3]}y"
    stem = word.removesuffix("er")
    adjectives = of_kind("adjective") | of_kind("mood")
    return next((s for s in (stem, f"{stem}e", stem[:-1]) if word.endswith("er") and s in adjectives), word)


def _determined(chunk: Chunk) -> int:
    """How many things a chunk speaks of, by their articles and numbers."""
    words = cores(chunk.thing)
    return sum(
        (w in ARTICLES or is_number(w)) and not (i and (words[i - 1] in DETERMINERS or words[i - 1] == "of"))
        for i, w in enumerate(words)
    )


def _tail(chunk: Chunk) -> bool:
    """Whether an article comes late: "in the forest a fox", where another thing begins."""
    words = cores(chunk.thing)
    return any(w in ARTICLES and words[i - 1] != "of" for i, w in enumerate(words) if i > 1)


def _phrased(text: str, chunk: Chunk) -> str:
    """A setting as a prompt says it: "night" is "at night", "a rainy night" is "on a rainy night"."""
    if chunk.lead:
        return text
    whole = [w for w in chunk.words if w and w not in DETERMINERS]
    bare = [w for w in whole if w not in of_kind("setting")]
    found = concepts(whole)
    if found and found[0].start == 0 and found[0].end == len(whole):
        return found[0].name
    found = concepts(bare)
    if found and found[-1].end == len(bare) and found[-1].start == 0:
        return found[-1].name
    noun = next((w for w in reversed(bare)), "")
    if not concepts([noun]):
        return text if chunk.words[0] in DETERMINERS else f"in {_articled(text)}"
    preposition = "on" if found[-1].kind == "time" else "in"
    return f"{preposition} {_articled(text)}"


def _articled(text: str) -> str:
    return text if core(text.split()[0]) in DETERMINERS else " ".join(agreed(["a", *text.split()]))


def backdrop(text: str) -> Setting:
    """A plain background: "blue background" is "on a blue background"."""
    first = next(iter(chunks(text.split())))
    bare = " ".join(w for w in text.split() if core(w) not in ARTICLES)
    return Setting("backdrop", text if first.lead else f"on {_articled(bare)}")


def placed(text: str) -> str:
    """A place with its preposition: "a forest" is "in a forest"."""
    words = text.split()
    first = next(iter(chunks(words)), None)
    if first is None or first.lead:
        return text
    named = concepts([w for w in cores(words) if w not in DETERMINERS])
    if named and len(words) <= 2:
        return named[-1].name
    preposition = "on" if first.head in of_kind("surface") else "in"
    return f"{preposition} {text if words[0][:1].isupper() else _articled(text)}"
