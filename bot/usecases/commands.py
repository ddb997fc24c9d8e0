"""The commands: what each is called in every language and what it does."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from bot.access import Access
from bot.guide import Guide
from bot.locales import Say
from bot.messages import Button, Card, Incoming, Person
from bot.payloads import encode
from bot.usecases.again import Again
from bot.usecases.answers import Answers
from bot.usecases.beside import kind_buttons, things
from bot.usecases.models import models_text, passed_over_text, unusable
from bot.usecases.orders import Orders
from bot.usecases.reception import Reception
from bot.usecases.runner import JobRunner
from bot.usecases.searching import a_year, sought
from bot.usecases.selves import Selves
from bot.usecases.speech import Speech
from bot.usecases.views import Views
from bot.usecases.workshop import Workshop
from engine.api import between, upscaling
from engine.api.errors import NoImage
from engine.api.parameters import PARAMETERS

Run = Callable[[Incoming, Say], Awaitable[None]]

COMMANDS = (
    "imagine",
    "morph",
    "history",
    "favourites",
    "info",
    "upscale",
    "blend",
    "describe",
    "shorten",
    "expand",
    "show",
    "again",
    "cancel",
    "models",
    "style",
    "settings",
    "language",
    "link",
    "unlink",
    "export",
    "forget",
    "help",
    "start",
    "moderate",
)
"""In the order of the menu; the last ones are not in it."""

NO_MENU = ("start", "moderate")
"""What nobody, or hardly anybody, looks for there."""

LONGEST_NAME = 40
"""Characters of a command's name that are looked at."""


class Commands:
    """Finds and runs commands."""

    def __init__(
        self,
        answers: Answers,
        views: Views,
        speech: Speech,
        reception: Reception,
        runner: JobRunner,
        access: Access,
        again: Again,
        orders: Orders,
        shop: Workshop,
        selves: Selves,
        more: Mapping[str, Run],
    ) -> None:
        """`more` are what commands do that have files of their own, by their names."""
        self._answers = answers
        self._views = views
        self._speech = speech
        self._reception = reception
        self._runner = runner
        self._access = access
        self._again = again
        self._orders = orders
        self._link, self._unlink = selves.accounts.link, selves.accounts.unlink
        self._forget, self._export = selves.forgetting.ask, selves.exports.send
        self._style = shop.room.styles.show
        self._settings = shop.preferring.command
        self._drafting = shop.drafting
        self._more = more
        self._stars = shop.stars
        self._names = speech.locales.command_names(COMMANDS) | {name: name for name in COMMANDS}
        self._guide = Guide(speech.locales, self._names)

    def find(self, name: str) -> Run | None:
        """What the command that a person calls `name` does; a slip of the finger is forgiven."""
        if known := self.means(name):
            return self._more[known] if known in self._more else getattr(self, f"_{known}")
        return None

    def means(self, name: str) -> str:
        """The command that a person calls `name`; "" where there is none."""
        name = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).lower()
        close = get_close_matches(name, self._names, 1, 0.82) if name not in self._names else [name]
        return self._names[close[0]] if close else ""

    def menu(self, language: str) -> list[tuple[str, str]]:
        """Name and description of every command that people look for."""
        say = self._speech.locales.say(language)
        return [(name, say(f"command-{name}")) for name in COMMANDS if name not in NO_MENU]

    def help(self, words: str, language: str) -> Card:
        """The page of the guide that these words mean."""
        return self._guide.card(words, language, self._views.models(), self.menu(language))

    async def _imagine(self, incoming: Incoming, say: Say) -> None:
        if not incoming.text.strip():
            if incoming.attachments:  # a form would lose them
                text = say("imagine-how", example=say("imagine-example"))
                await self._answers.answer(incoming.address, Card(text=text, refused=True))
            else:
                await self._drafting.open(incoming, say)
            return
        draft = await self._drafting.waiting(incoming)
        if draft and draft.job is None:  # a picture that is edited is none that they ask for
            await self._drafting.draw(draft, incoming)
            return
        await self._reception.accept_text(incoming)

    async def _morph(self, incoming: Incoming, say: Say) -> None:
        """Frames from one thing to another; how many may be said by a flag that comes later."""
        text = f"{PARAMETERS['frames'].flag} {between.USUAL} {incoming.text}"
        await self._reception.accept_text(replace(incoming, text=text))

    async def _history(self, incoming: Incoming, say: Say) -> None:
        page = incoming.text.isdecimal() and len(incoming.text) < 7 and not a_year(incoming.text)
        if incoming.text.strip() and not page:
            looked_for = sought(incoming.text, self._speech.locales, time.time())
            await self._stars.find(incoming, say, looked_for)
            return
        number = int(incoming.text) if page else 1
        chat = incoming.address.chat if incoming.group else None
        card = await self._views.page(say, incoming.person.key, number, chat)
        await self._answers.answer(incoming.address, card)

    async def _favourites(self, incoming: Incoming, say: Say) -> None:
        await self._stars.show(incoming, say)

    async def _info(self, incoming: Incoming, say: Say) -> None:
        await self._again.tell(incoming, say)

    async def _upscale(self, incoming: Incoming, say: Say) -> None:
        """Makes a picture larger: "4", "x4" and nothing at all are how many times, flags may follow."""
        first, _, rest = incoming.text.strip().partition(" ")
        times = first.strip("x×хXХ")
        if not times.isdecimal():
            times, rest = "", incoming.text
        asked = f"{PARAMETERS['upscale'].flag} {times or upscaling.USUAL} {rest}"
        try:
            await self._reception.accept_text(replace(incoming, text=asked))
        except NoImage:
            text = say("upscale-how", command="/upscale")
            await self._answers.answer(incoming.address, Card(text=text, refused=True))

    async def _cancel(self, incoming: Incoming, say: Say) -> None:
        count = await self._runner.cancel_all(incoming.person.key)
        text = say("cancel-done", count=count) if count else say("cancel-none")
        await self._answers.answer(incoming.address, Card(text=text, private=True))

    async def _models(self, incoming: Incoming, say: Say) -> None:
        await self._answers.answer(incoming.address, self.models(say, incoming.person))

    def models(self, say: Say, person: Person) -> Card:
        """What there is to draw with, all kinds of it."""
        models, addons = self._views.models(), self._views.addons()
        text = models_text(say, models, addons, self._views.passed_over())
        if self._access.is_admin(person) and (others := [*self._views.passed_over(), *unusable(addons)]):
            text = f"{text}\n\n{passed_over_text(say, others)}"
        buttons = kind_buttons(say, things(models, addons))
        return Card(text=text, buttons=buttons, private=True, kind="models")

    async def _language(self, incoming: Incoming, say: Say) -> None:
        if wanted := self._speech.locales.find(incoming.text):
            say = await self._speech.choose(incoming.person, wanted)
            await self._answers.answer(incoming.address, Card(text=say("toast-language"), private=True))
            return
        buttons = [
            Button(self._speech.locales.name(tag), encode("language", tag))
            for tag in self._speech.locales.languages
        ]
        rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
        rows += ((Button(say("language-auto"), encode("language")),),)
        await self._answers.answer(
            incoming.address, Card(text=say("language-ask"), buttons=rows, private=True, kind="language")
        )

    async def _help(self, incoming: Incoming, say: Say) -> None:
        language = await self._speech.language(incoming.person)
        await self._answers.answer(incoming.address, self.help(incoming.text, language))

    async def _moderate(self, incoming: Incoming, say: Say) -> None:
        await self._orders.do(incoming, say)
