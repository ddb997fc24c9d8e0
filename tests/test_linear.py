"""No text takes longer than its length allows: every pattern and every function that reads what strangers write.

Time is a thread's own processor time, and what counts is how it grows with the text.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest

from bot.changes import Scene, join
from bot.changes.forms import FORMS
from bot.changes.forms import compiled as compiled_form
from bot.changes.scene import _leads
from bot.guide import Guide
from bot.locales import Locales
from bot.moderation.rules import Rules
from bot.payloads import decode
from bot.platforms.discord import render as discord
from bot.platforms.discord.read import without_mention
from bot.platforms.telegram import read
from bot.platforms.telegram import render as telegram
from bot.platforms.web.guard import person_of
from bot.store.matching import _patterns
from bot.translation.answers import NoTranslation, readable
from bot.translation.detect import Detector
from bot.translation.english import loans
from bot.translation.glossary.dictionary import english
from bot.translation.glossary.orders import _orders, _table, ordered
from bot.translation.glossary.translate import emoji_names, word_for_word
from bot.translation.options import LANGUAGES
from bot.translation.protect import _pattern, split
from bot.translation.restore import restore, tidy, whole
from bot.translation.review import Review
from bot.usecases import links
from bot.usecases.commands import COMMANDS
from bot.usecases.facts import _naming
from bot.usecases.habits import ADDRESS, HABITS
from bot.usecases.habits import compiled as habit_value
from bot.usecases.parsing import LONGEST_PROMPT, check_prompt, parse
from bot.usecases.pasted import pasted
from bot.usecases.shortening import shortened
from bot.usecases.weighing import weighed
from engine.api import changing, infotext
from engine.api.errors import LukisError
from engine.api.finding import _naming as _sought
from engine.api.samplers import find_sampler
from engine.models import prompts
from engine.models.conditioning import _meant
from tests.patterns import ENDS, MOST, SHAPES, built, compiled, inline, modules, slowness
from tests.pumps import looks, pumps

BUILT: dict[str, re.Pattern[str] | list[re.Pattern[str]]] = {
    "bot.changes.forms.compiled": [compiled_form(form, "fox|a") for form, _ in FORMS],
    "bot.changes.scene._leads": _leads(),
    "bot.platforms.discord.read.is_called": re.compile(r"^\s*<@!?7>|<@!?7>\s*$"),
    "bot.platforms.discord.read.without_mention": re.compile("<@!?7>"),
    "bot.store.matching._patterns": [*_patterns("fox a 猫")],
    "bot.translation.english.loans": loans(),
    "bot.translation.glossary.orders._compiled": [
        *(said for all_of in _orders().values() for said, _ in all_of),
        *(said for name in ("pronouns", "conjunctions") for said in _table(name).values()),
    ],
    "bot.translation.protect._pattern": _pattern(),
    "bot.usecases.facts._naming": _naming(("red apple", "aa", "a")),
    "bot.usecases.habits._looked_at": re.compile(ADDRESS),
    "bot.usecases.habits.addresses": re.compile(ADDRESS),
    "bot.usecases.habits.compiled": [habit_value(each.value) for each in HABITS if each.value],
    "engine.api.finding._naming": _sought(("red", "hat")),
    "engine.models.conditioning._meant": _meant(("bad-hands", "aa", "a")),
}
"""Patterns that are made of words, by the function that makes them."""

PATTERNS = {
    (pattern.pattern, pattern.flags): pytest.param(pattern, id=name)
    for module in modules()
    for name, pattern in (*compiled(module), *inline(module))
} | {
    (p.pattern, p.flags): pytest.param(p, id=f"{name}:{i}")
    for name, made in BUILT.items()
    for i, p in enumerate(made if isinstance(made, list) else [made])
}


def test_no_builder_of_patterns_is_forgotten() -> None:
    assert {name for module in modules() for name in built(module)} == set(BUILT)


@pytest.mark.parametrize("careless", [r"\d+-x", r"(?i:É+)x"])
def test_a_careless_pattern_is_found(careless: str) -> None:
    with pytest.raises(AssertionError):
        test_patterns_are_linear(re.compile(careless))


@pytest.mark.parametrize("pattern", PATTERNS.values())
def test_patterns_are_linear(pattern: re.Pattern[str]) -> None:
    tried = [("", shape) for shape in SHAPES]
    for head, body in pumps(pattern):
        tried += [(head, body), ("", head + body), ("", f" {head}{body}")]
    seen = looks(pattern)
    texts = {(seen(head), seen(shape)): (head, shape) for head, shape in tried}.values()
    for work in (lambda text: deque(pattern.finditer(text), maxlen=0), pattern.fullmatch):
        for head, shape in texts:
            for end in ENDS:
                assert slowness(work, shape, end, head) <= MOST, (work, head, shape, end)


LOCALES = Locales.load()
FLAGS = LOCALES.flags()
GUIDE = Guide(LOCALES, LOCALES.command_names(COMMANDS))
DETECTOR = Detector(LANGUAGES)
REVIEW = Review(DETECTOR)


def _restored(text: str) -> None:
    """A prompt, and a translator that answers with the very same."""
    pieces = [*split(text), *split(" cat")]
    restore(pieces, whole(pieces))
    restore(split("a, b (c) {d}, e"), text)
    tidy(text, text)


def _answered(text: str) -> None:
    with suppress(NoTranslation):
        REVIEW.read("猫", readable("猫" * len(text), text), "ja")


def _refused(work: Callable[[str], object]) -> Callable[[str], None]:
    def attempt(text: str) -> None:
        with suppress(LukisError):
            work(text)

    return attempt


RULES = Rules({"block": ["fox", "red fox", "*x", "猫", "한", "กา", "كلب", "(a|b)+c"], "allow": ["a fox"]})
READERS: dict[str, Callable[[str], object]] = {
    "parse": _refused(lambda text: parse(text, FLAGS, models=["starter"], own=LOCALES.flags("ko"))),
    "parse values": _refused(lambda text: parse(f"fox --sampler {text} --ar {text}", FLAGS)),
    "parse habits": _refused(lambda text: parse(f"fox --sref {text} --stylize {text}", FLAGS)),
    "weights of others": weighed,
    "shorten": shortened,
    "links": links.split,
    "pasted": lambda text: pasted(f"{text} Steps: 20, S {text}"),
    "check_prompt": _refused(check_prompt),
    "payload": _refused(decode),
    "lists of words": RULES.find,
    "sampler": find_sampler,
    "language": lambda text: (LOCALES.match(text), LOCALES.find(text)),
    "infotext": lambda text: infotext.read(f"{text}\nSteps: 20, {text}"),
    "guide": lambda text: GUIDE.card(text, "en", (), ()),
    "cookie": lambda text: person_of(text, text),
    "split": split,
    "restore": _restored,
    "answer": _answered,
    "detect": lambda text: DETECTOR.judge([p.text for p in split(text) if p.kind == "text"], "id"),
    "emoji": emoji_names,
    "order": lambda text: ordered(text, "ja", lambda words: words),
    "change": lambda text: join(Scene("a red fox in the snow"), text),
    "changed": lambda text: join(Scene(text), "make it blue and at night, add a hat"),
    "telegram command": lambda text: read.command(f"/{text}"),
    "telegram": lambda text: telegram.cut(telegram.clean(text), telegram.TEXT),
    "discord mention": lambda text: without_mention(text, 7),
    "discord": lambda text: discord.clip(text, 900),
    "weights": prompts.parse,
    "choices": lambda text: changing.chosen([text], 1)[0],
    "schedules": _refused(lambda text: changing.by_call(text, 20)),
    **{
        f"glossary {name}": partial(word_for_word, language=name)
        for name in ("de", "id", "ja", "ko", "tr", "zh")
    },
}


@pytest.mark.parametrize("reader", READERS)
def test_readers_are_linear(reader: str) -> None:
    english()
    DETECTOR.load()
    for shape in (
        *SHAPES,
        "猫の",
        "的",
        "戴帽子的猫",
        "haus",
        "hausboot",
        "lar",
        "dan ",
        "rot ",
        "kucing merah ",
    ):
        for end in ENDS:
            assert slowness(READERS[reader], shape, end, short=LONGEST_PROMPT // 8) <= MOST, (shape, end)
