"""The guide as documents, one a language, from the same words as `/help`: `python -m tools.docs.guide` writes them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from bot.guide import Guide
from bot.guide.topics import CHAPTERS, Topic
from bot.locales import REFERENCE, RIGHT_TO_LEFT, Locales, Say
from engine.api.parameters import PARAMETERS
from tools.guide.strips import STRIPS, Row

ROOT = Path(__file__).parents[2]
LOCALES = Locales.load()
GUIDE = Guide(LOCALES, {})


def place(language: str) -> Path:
    """Where the guide in a language lies."""
    docs = ROOT / "docs"
    return docs / "guide.md" if language == REFERENCE else docs / "guide" / f"{language}.md"


def written(language: str) -> str:
    """The whole guide as Markdown."""
    return "\n\n".join(_parts(language)) + "\n"


def _parts(language: str) -> Iterator[str]:
    say = LOCALES.say(language)
    yield "<!-- Written by `python -m tools.docs.guide`, its pictures by `python -m tools.guide.draw`. -->"
    if language in RIGHT_TO_LEFT:
        yield '<div dir="rtl">'
    yield f"# Lukis: {say('command-help')}"
    yield " · ".join(_link(language, other) for other in LOCALES.languages)
    for chapter, topics in CHAPTERS.items():
        yield f"## {say(f'guide-{chapter}-title')}"
        yield _escaped(say(f"guide-{chapter}"))
        for topic in topics:
            yield from _topic(topic, language, say)
        if not topics:
            yield _options(tuple(PARAMETERS), language, say)
    if language in RIGHT_TO_LEFT:
        yield "</div>"


def _topic(topic: Topic, language: str, say: Say) -> Iterator[str]:
    title = say(f"guide-{topic.name}-title")
    yield f"### {_escaped(title)}"
    yield _escaped(say(f"guide-{topic.name}"))
    if topic.missing:
        yield _escaped(say("help-not-yet"))
    if topic.picture:
        way = os.path.relpath(topic.picture, place(language).parent)
        yield f"![{_escaped(title)}]({Path(way).as_posix()})"
    for row in STRIPS.get(topic.name, ()):
        yield "```\n" + "\n".join(_commands(row)) + "\n```"
    if topic.parameters:
        yield _options(topic.parameters, language, say)


def _commands(row: Row) -> Iterator[str]:
    """What was typed for a row: what follows an arrow answers the picture of the first line."""
    if source := row[-1].source:
        yield f"/imagine {source}"
    for panel in {panel.command: panel for panel in row if panel.words != source}.values():
        yield f"{'↩ ' if panel.source else ''}{panel.command}"


def _options(names: tuple[str, ...], language: str, say: Say) -> str:
    lines = GUIDE.options((PARAMETERS[name] for name in names), language, say).splitlines()
    return "\n".join(f"- {_escaped(line)}" for line in lines)


def _link(here: str, language: str) -> str:
    name = LOCALES.say(language)("language-name")
    if here == language:
        return f"**{name}**"
    way = os.path.relpath(place(language), place(here).parent)
    return f"[{name}]({Path(way).as_posix()})"


def _escaped(text: str) -> str:
    """Words of people's as Markdown shows them; what is isolated for a chat is so here anyway."""
    return re.sub(r"([\\`*_<>\[\]|#])", r"\\\1", text).replace("\n", "  \n")


if __name__ == "__main__":
    for each in LOCALES.languages:
        place(each).parent.mkdir(exist_ok=True)
        place(each).write_text(written(each), "utf-8")
        print(place(each))
