"""The guide: `/help` and its topics, as cards that people leaf through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.guide.index import LONGEST_WORD, Index
from bot.guide.topics import CHAPTERS, TOPICS, Topic
from bot.locales import RIGHT_TO_LEFT, Locales, Say
from bot.messages import Button, Card
from bot.payloads import encode
from engine.api.cards import ModelCard
from engine.api.parameters import PARAMETERS, Parameter, usual
from engine.api.samplers import SAMPLERS

EXAMPLES = 3
"""How many of the model's own example prompts the first page shows."""

LONGEST_CAPTION = 1024
"""UTF-16 units under a picture, which is all that Telegram takes; longer pages go without one."""

Rows = tuple[tuple[Button, ...], ...]


class Guide:
    """Pages of the guide, in any language of the interface."""

    def __init__(self, locales: Locales, commands: Mapping[str, str]) -> None:
        """`commands` maps everything that commands are called to their names."""
        self._locales = locales
        self._index = Index(locales, commands)

    def card(
        self, words: str, language: str, models: Sequence[ModelCard], menu: Iterable[tuple[str, str]]
    ) -> Card:
        """The page that a person means by these words; the first one for no words.

        Args:
            words: a topic's name, or whatever the person typed after /help.
            language: one of the interface's.
            models: the models there are; the first one's examples are shown.
            menu: name and description of every command.
        """
        say = self._locales.say(language)
        if not words.strip():
            return _card(_welcome(say, models, menu), _chapters(say))
        page = self._index.find(words, language)
        if page is None:
            return self._unknown(words.strip()[:LONGEST_WORD], language, say)
        if topic := TOPICS.get(page):
            return self._topic(topic, language, say)
        if page in CHAPTERS:
            return self._chapter(page, language, say)
        return _card(_welcome(say, models, menu), _chapters(say))

    def _unknown(self, word: str, language: str, say: Say) -> Card:
        near = (TOPICS[name] for name in self._index.nearest(word, language))
        return _card(say("help-unknown", word=word), (*_rows(_topics(say, near)), *_chapters(say)))

    def _chapter(self, name: str, language: str, say: Say) -> Card:
        text = f"{say(f'guide-{name}-title')}\n\n{say(f'guide-{name}')}"
        if name == "flags":
            rare = (self._flags(p, language).split(", ")[-1] for p in PARAMETERS.values() if p.words.rare)
            text += "\n" + "\n".join([self.options(usual(), language, say), ", ".join(rare)])
        return _card(text, (*_rows(_topics(say, CHAPTERS[name])), _back(say)))

    def _topic(self, topic: Topic, language: str, say: Say) -> Card:
        parts = [say(f"guide-{topic.name}-title"), say(f"guide-{topic.name}")]
        if topic.missing:
            parts.append(say("help-not-yet"))
        if topic.name == "sampler":
            parts.append(_sampler_groups(say))
        parts.append(self.options((PARAMETERS[name] for name in topic.parameters), language, say))
        siblings = next(topics for topics in CHAPTERS.values() if topic in topics)
        others = (other for other in siblings if other != topic)
        return _card("\n\n".join(filter(None, parts)), (*_rows(_topics(say, others)), _back(say)), topic)

    def options(self, parameters: Iterable[Parameter], language: str, say: Say) -> str:
        """Parameters in their own words, one a line."""
        return "\n".join(
            say(
                "help-flag",
                flag=self._flags(parameter, language),
                help=say(f"parameter-{parameter.name}-help"),
                range=_range(say, parameter),
            )
            for parameter in parameters
        )

    def _flags(self, parameter: Parameter, language: str) -> str:
        """The flag, and what the language calls it: "--steps, --langkah"."""
        own = (f"--{word}" for word in self._locales.words(language, f"parameter-{parameter.name}-flags"))
        flags = dict.fromkeys((parameter.flag, *list(own)[:1]))
        isolated = (f"\u2068{flag}\u2069" for flag in flags)
        return ", ".join(isolated if language in RIGHT_TO_LEFT else flags)


def _range(say: Say, parameter: Parameter) -> str:
    if parameter.least is None or parameter.most is None:
        return "none"
    return say("range", least=parameter.least, most=parameter.most, unit="")


def _card(text: str, buttons: Rows, topic: Topic | None = None) -> Card:
    fits = len(text.encode("utf-16-le")) // 2 <= LONGEST_CAPTION
    pictures = topic.shown if topic and fits else ()
    return Card(text=text, pictures=pictures, buttons=buttons, private=True, kind="help")


def _welcome(say: Say, models: Sequence[ModelCard], menu: Iterable[tuple[str, str]]) -> str:
    parts = [say("help-text", example=say("imagine-example"))]
    if examples := models[0].examples[:EXAMPLES] if models else ():
        parts.append("\n".join([say("help-examples"), *(say("help-example", prompt=e) for e in examples)]))
    commands = (say("help-command", command=f"/{name}", help=description) for name, description in menu)
    parts.append("\n".join([say("help-commands"), *commands]))
    parts.append(say("help-more", word=say("guide-steps-title").lower()))
    return "\n\n".join(parts)


def _sampler_groups(say: Say) -> str:
    """The three groups of samplers, one a line."""
    return "\n".join(
        say(
            "help-group",
            group=say(f"page-sampler-{group}"),
            names=", ".join(s.title for s in SAMPLERS if s.group == group),
        )
        for group in dict.fromkeys(s.group for s in SAMPLERS)
    )


def _chapters(say: Say) -> Rows:
    return _rows(Button(say(f"guide-{name}-title"), encode("help", name)) for name in CHAPTERS)


def _topics(say: Say, topics: Iterable[Topic]) -> Iterable[Button]:
    return (Button(say(f"guide-{topic.name}-title"), encode("help", topic.name)) for topic in topics)


def _rows(buttons: Iterable[Button]) -> Rows:
    """Two beside each other, as phones can show them."""
    row = tuple(buttons)
    return tuple(row[i : i + 2] for i in range(0, len(row), 2))


def _back(say: Say) -> tuple[Button, ...]:
    return (Button(say("help-back"), encode("help")),)
