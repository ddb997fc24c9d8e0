"""Scene -> what somebody might type for it, in many wordings."""

import random

from tools.starter.palette import COLOUR_WORDS, COLOURS, NATURAL_COLOURS, PLACES_WORDS, SHAPE_WORDS
from tools.starter.scenes import Item, Scene
from tools.starter.things import THINGS

NUMBERS = {2: ("two", "2", "a pair of"), 3: ("three", "3"), 4: ("four", "4")}
SMALL_WORDS = ("small", "tiny", "little")
BIG_WORDS = ("big", "large", "huge", "giant")
CUTE = ("cute", "happy", "nice", "beautiful", "lovely", "cartoon")
LEADS = (
    "a picture of",
    "a drawing of",
    "an illustration of",
    "a photo of",
    "an image of",
    "draw",
    "a painting of",
    "an emoji of",
    "an icon of",
)
TAILS = ("flat style", "cartoon", "simple", "illustration", "emoji", "high quality", "vector art")
ON_COLOUR = (
    "on a {} background",
    "on a {} background",
    "on {}",
    "with a {} background",
    "against a {} background",
    "in front of a {} wall",
    "on a plain {} background",
)
BESIDE = (
    "{a} and {b}",
    "{a} and {b}",
    "{a} and {b}",
    "{a} next to {b}",
    "{a} beside {b}",
    "{a} left of {b}",
    "{a} to the left of {b}",
    "{a} on the left and {b} on the right",
    "{a} on the left, {b} on the right",
    "{b} right of {a}",
    "{b} to the right of {a}",
    "{a} with {b}",
    "{a}, {b}",
)
ABOVE = (
    "{a} above {b}",
    "{a} above {b}",
    "{a} over {b}",
    "{a} on top of {b}",
    "{b} below {a}",
    "{b} under {a}",
    "{b} beneath {a}",
    "{b} underneath {a}",
)


def caption(scene: Scene, rng: random.Random, *, full: bool = False) -> str:
    """One wording for a scene.

    Args:
        scene: The picture's contents.
        rng: Source of randomness.
        full: Always name the background and every colour.
    """
    style = "soup" if not full and rng.random() < 0.12 else "plain"
    subject = _subject(scene, rng, style, full)
    setting = "" if not full and rng.random() < 0.1 else _setting(scene.background, rng, style)
    words = _join(subject, setting, rng, style)
    if not full and rng.random() < 0.08:
        words = f"{words}, {rng.choice(TAILS)}"
    return words


def _subject(scene: Scene, rng: random.Random, style: str, full: bool) -> str:
    """The things, without the background."""
    if scene.layout == "count":
        number = rng.choice(NUMBERS[len(scene.items)])
        return f"{number} {_adjectives(scene.items[0], rng, full)}{_plural(scene.items[0], rng)}"
    phrases = [_phrase(scene, item, rng, style, full) for item in scene.items]
    if len(phrases) == 1:
        lead = f"{rng.choice(LEADS)} " if not full and rng.random() < 0.1 else ""
        return lead + phrases[0]
    pattern = rng.choice(BESIDE if scene.layout == "beside" else ABOVE)
    return pattern.format(a=phrases[0], b=phrases[1])


def _phrase(scene: Scene, item: Item, rng: random.Random, style: str, full: bool) -> str:
    """ "a small red circle", "the kitten", "pizza"."""
    size: tuple[str, ...] = SMALL_WORDS if scene.layout == "small" else ()
    if scene.layout == "one" and not full and rng.random() < 0.04:
        size = BIG_WORDS
    words = f"{rng.choice(size)} " if size else ""
    if not size and not full and rng.random() < 0.06:
        words = f"{rng.choice(CUTE)} "
    words += _adjectives(item, rng, full) + noun(item, rng)
    return words if style == "soup" else article(words, rng)


def article(words: str, rng: random.Random) -> str:
    """Puts "a", "an", "the", "one" or nothing before a noun phrase."""
    roll = rng.random()
    if roll < 0.18:
        return words
    if roll < 0.28:
        return f"{rng.choice(('the', 'one', 'some'))} {words}"
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _adjectives(item: Item, rng: random.Random, full: bool) -> str:
    """The colour, which a shape nearly always needs."""
    if item.colour is not None:
        dropped = item.is_shape and not full and rng.random() < 0.04
        return "" if dropped else f"{colour_word(item.colour, rng)} "
    natural = NATURAL_COLOURS.get(item.name)
    return f"{natural} " if natural and rng.random() < 0.2 else ""


def noun(item: Item, rng: random.Random) -> str:
    """The plain name, or at times a synonym."""
    if item.is_shape:
        return rng.choice(SHAPE_WORDS.get(item.name, (item.name,)))
    synonyms = THINGS[item.name].synonyms
    return rng.choice(synonyms) if synonyms and rng.random() < 0.35 else item.name


def colour_word(colour: str, rng: random.Random) -> str:
    """The colour's name or another word for it."""
    return rng.choice(COLOUR_WORDS.get(colour, (colour,)))


def _plural(item: Item, rng: random.Random) -> str:
    word = noun(item, rng)
    if word.endswith(("s", "fish", "deer", "sheep", "mice", "broccoli", "bread", "popcorn", "sushi")):
        return word
    if word.endswith(("ch", "sh", "x")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _setting(background: str, rng: random.Random, style: str) -> str:
    """The background in words."""
    if background not in COLOURS:
        return rng.choice(PLACES_WORDS[background])
    word = colour_word(background, rng)
    return f"{word} background" if style == "soup" else rng.choice(ON_COLOUR).format(word)


def _join(subject: str, setting: str, rng: random.Random, style: str) -> str:
    """Subject and setting in either order."""
    if not setting:
        return subject
    if style == "soup":
        return ", ".join(rng.sample((subject, setting), 2))
    if rng.random() < 0.15:
        start = setting.removeprefix("on a ").removeprefix("with a ")
        return f"{start if start.endswith('background') else setting}, {subject}"
    return f"{subject} {setting}"
