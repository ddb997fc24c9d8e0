"""The commands: what each is called in every language and what it does."""

from __future__ import annotations

import unicodedata
from collections.abc import Awaitable, Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from bot.guide import Guide
from bot.locales import Locales, Say
from bot.messages import Button, Card, Incoming
from bot.payloads import encode

if TYPE_CHECKING:
    from bot.usecases.service import ImagineService

Run = Callable[[Incoming, Say], Awaitable[None]]

COMMANDS = ("imagine", "history", "cancel", "models", "language", "help", "start")
"""In the order of the menu; `start` is not in it."""


class Commands:
    """Finds and runs commands."""

    def __init__(self, service: ImagineService, locales: Locales) -> None:
        self._service = service
        self._locales = locales
        self._names = locales.command_names(COMMANDS) | {name: name for name in COMMANDS}
        self._guide = Guide(locales, self._names)

    def find(self, name: str) -> Run | None:
        """What the command that a person calls `name` does; a slip of the finger is forgiven."""
        name = unicodedata.normalize("NFKC", name).lower()
        close = get_close_matches(name, self._names, 1, 0.82) if name not in self._names else [name]
        return getattr(self, f"_{self._names[close[0]]}") if close else None

    def menu(self, language: str) -> list[tuple[str, str]]:
        """Name and description of every command but start."""
        say = self._locales.say(language)
        return [(name, say(f"command-{name}")) for name in COMMANDS if name != "start"]

    def help(self, words: str, language: str) -> Card:
        """The page of the guide that these words mean."""
        return self._guide.card(words, language, self._service.models(), self.menu(language))

    async def _imagine(self, incoming: Incoming, say: Say) -> None:
        if not incoming.text.strip():
            text = say("imagine-how", example=say("imagine-example"))
            await self._service.answer(incoming.address, Card(text=text))
            return
        await self._service.imagine_text(incoming)

    async def _history(self, incoming: Incoming, say: Say) -> None:
        number = int(incoming.text) if incoming.text.isdecimal() and len(incoming.text) < 7 else 1
        card = await self._service.history_card(incoming.person.key, number, say)
        await self._service.answer(incoming.address, card)

    async def _cancel(self, incoming: Incoming, say: Say) -> None:
        count = await self._service.cancel_all(incoming.person)
        text = say("cancel-done", count=count) if count else say("cancel-none")
        await self._service.answer(incoming.address, Card(text=text, private=True))

    async def _models(self, incoming: Incoming, say: Say) -> None:
        models = self._service.models()
        lines = [say("models-line", name=m.name, title=m.description or m.title or m.name) for m in models]
        text = "\n".join([say("models-title"), *lines, "", say("models-how", name=models[0].name)])
        await self._service.answer(incoming.address, Card(text=text, private=True))

    async def _language(self, incoming: Incoming, say: Say) -> None:
        if wanted := self._locales.find(incoming.text):
            say = await self._service.choose_language(incoming.person, wanted)
            await self._service.answer(incoming.address, Card(text=say("toast-language"), private=True))
            return
        buttons = [
            Button(self._locales.name(tag), encode("language", tag)) for tag in self._locales.languages
        ]
        rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
        rows += ((Button(say("language-auto"), encode("language")),),)
        await self._service.answer(
            incoming.address, Card(text=say("language-ask"), buttons=rows, private=True)
        )

    async def _help(self, incoming: Incoming, say: Say) -> None:
        language = await self._service.language(incoming.person)
        await self._service.answer(incoming.address, self.help(incoming.text, language))

    async def _start(self, incoming: Incoming, say: Say) -> None:
        text = say("welcome", example=say("imagine-example"))
        await self._service.answer(incoming.address, Card(text=text))
