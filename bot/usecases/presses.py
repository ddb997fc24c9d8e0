"""What each button does, and on which messages."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterable

from bot.errors import NotFound
from bot.locales import Say
from bot.messages import LEAFED, Card, Kind, Person, Press
from bot.store import Store
from bot.store.rows import JobRow
from bot.usecases import cards
from bot.usecases.actions import Action, Pressed
from bot.usecases.again import Again
from bot.usecases.answers import Answers
from bot.usecases.beside import list_card, ready_card, things
from bot.usecases.buttons import TIMES
from bot.usecases.deletions import Deletions
from bot.usecases.ladder import words
from bot.usecases.model_cards import KIND
from bot.usecases.parsing import check_prompt
from bot.usecases.repeats import Repeats
from bot.usecases.reports import DEEDS, Reports
from bot.usecases.runner import JobRunner
from bot.usecases.sheets import finds
from bot.usecases.speech import Speech
from bot.usecases.views import Views
from bot.usecases.workshop import Workshop
from engine.api.canvas import GROWTHS
from engine.api.modes import called
from engine.api.parameters import Parameters, Size
from engine.api.values import SEEDS

SUBTLE, STRONG = 0.2, 0.6
"""How much of a picture's noise is new in a variation of it."""


class Presses:
    """Buttons of results, status messages, the history, offers, the guide and the question for a language."""

    def __init__(
        self,
        store: Store,
        answers: Answers,
        views: Views,
        speech: Speech,
        repeats: Repeats,
        runner: JobRunner,
        deletions: Deletions,
        again: Again,
        guide: Callable[[str, str], Card],
        models: Callable[[Say, Person], Card],
        reports: Reports,
        shop: Workshop,
    ) -> None:
        """`guide` draws the page of the guide that some words mean, in a language; `models` what there is to draw with,
        for somebody."""
        self._store = store
        self._answers = answers
        self._views = views
        self._speech = speech
        self._repeats = repeats
        self._runner = runner
        self._deletions = deletions
        self._again = again
        self._guide = guide
        self._models = models
        self._reports = reports
        self._room = shop.room
        self._preferring = shop.preferring
        self._drafting = shop.drafting
        self._favourites = shop.stars

    def actions(self) -> Iterable[Action]:
        """All of them, each with the kinds of message that have such a button.

        A status message turns into the result where the platform can do that, so a late Cancel may meet that.
        """
        result, pictures = _kinds("picture"), _kinds("picture", *LEAFED)
        yield Action("reroll", self._reroll, pictures, shown=True, again=True)
        yield Action("subtle", self._vary(SUBTLE), pictures, shown=True, again=True)
        yield Action("strong", self._vary(STRONG), pictures, shown=True, again=True)
        for growth in GROWTHS:
            yield Action(growth, self._grow(growth), pictures, shown=True)
        yield Action("use", self._use, result, shown=True)
        yield Action("invert", self._invert, pictures, shown=True)
        for word, times in TIMES.items():
            yield Action(word, self._upscale(times), pictures, shown=True)
        yield Action("original", self._original, pictures, shown=True)
        yield Action("delete", self._deletions.delete, pictures, owners=True)
        yield Action("undo", self._deletions.undo, pictures, owners=True)
        yield Action("raw", self._raw, result, shown=True)
        yield Action("edit", self._edit, result, shown=True, begins=cards.english)
        yield Action("show", self._show, _kinds("picture", *LEAFED, "report"), shown=True)
        yield Action("star", self._favourites.star, pictures, shown=True)
        yield Action("turn", self._favourites.turn, _kinds("list"), jobless=True)
        yield Action("report", self._reports.report, pictures, shown=True)
        for deed in DEEDS:
            yield Action(deed, self._reports.deed(deed), _kinds("report"))
        yield Action("page", self._page, _kinds("page"), owners=True)
        yield Action("cancel", self._cancel, _kinds("status", "picture", "sentence"), owners=True)
        yield Action("draw", self._again.draw, _kinds("offer"))
        yield Action("beside", self._beside, _kinds("models"))
        yield Action("put", self._put, _kinds("models"))
        yield from self._room.styles.actions()
        yield Action("help", self._help, _kinds("help"))
        yield from self._drafting.actions()
        yield Action("settings", self._preferring.turn, _kinds("settings"))
        yield Action("prefer", self._preferring.choose, _kinds("settings"))
        yield Action("language", self._language, _kinds("language"))

    async def _reroll(self, pressed: Pressed) -> None:
        """Same everything, new seed; of an album's single picture, one."""
        press = pressed.press
        job = pressed.job if pressed.index is None else pressed.job.one(pressed.index)
        recipe = job.recipe.reseeded(secrets.randbelow(SEEDS))
        await self._repeats.again(job, press.person, press.address, recipe)

    def _vary(self, weight: float) -> Callable[[Pressed], Awaitable[None]]:
        """A close or a far relative of a picture."""

        async def vary(pressed: Pressed) -> None:
            job, press = pressed.job.one(pressed.image.index), pressed.press
            varied = job.recipe.varied(weight, secrets.randbelow(SEEDS))
            await self._repeats.again(job, press.person, press.address, varied)

        return vary

    def _grow(self, growth: str) -> Callable[[Pressed], Awaitable[None]]:
        """A picture that goes on beyond its edges."""

        async def grow(pressed: Pressed) -> None:
            press, image = pressed.press, pressed.image
            beyond = Parameters(extend=GROWTHS[growth](Size(image.width, image.height)))
            mode = called("extend")
            await self._repeats.derived(pressed.job, image, mode, beyond, press.person, press.address)

        return grow

    async def _use(self, pressed: Pressed) -> None:
        """What was found in a picture painted anew."""
        if not finds(pressed.job):
            raise NotFound()
        await self._repeats.used(pressed.job, pressed.press.person, pressed.press.address)

    async def _invert(self, pressed: Pressed) -> None:
        """What a picture's mask left painted anew, and the rest kept; of one that is only shown, its opposite shown."""
        press = pressed.press
        if finds(pressed.job):
            await self._repeats.found_opposite(pressed.job, press.person, press.address)
            return
        job = pressed.job.one(pressed.image.index)
        await self._repeats.opposite(job, press.person, press.address, job.recipe)

    def _upscale(self, times: int) -> Callable[[Pressed], Awaitable[None]]:
        """A picture so many times as wide and high."""

        async def upscale(pressed: Pressed) -> None:
            press, image, mode = pressed.press, pressed.image, called("upscale")
            larger = Parameters(upscale=times)
            await self._repeats.derived(pressed.job, image, mode, larger, press.person, press.address)

        return upscale

    async def _raw(self, pressed: Pressed) -> None:
        """The person's own words as they are, now and whenever they come again."""
        job, press = pressed.job, pressed.press
        await self._repeats.corrected(job, job.prompt, press.person, press.address)

    async def _edit(self, pressed: Pressed) -> None:
        """Asks for other English, or takes what was written in a form."""
        if pressed.press.text is not None:
            english, press = check_prompt(pressed.press.text), pressed.press
            await self._repeats.corrected(pressed.job, english, press.person, press.address)
            return
        await self._answers.answer(pressed.press.address, cards.edit_card(pressed.say, pressed.job))

    async def _original(self, pressed: Pressed) -> None:
        job, index = pressed.job, pressed.index or 0
        original = self._views.original(job, index)
        await self._answers.answer(pressed.press.address, cards.original_card(pressed.say, job, original))

    async def _show(self, pressed: Pressed) -> None:
        card = self._views.one(pressed.say, pressed.job, pressed.index or 0)
        await self._answers.answer(pressed.press.address, card)

    async def _page(self, pressed: Pressed) -> None:
        press = pressed.press
        chat = press.address.chat if press.group else None
        card = await self._views.page(pressed.say, pressed.job.person, pressed.index or 1, chat)
        await self._answers.turn(press.message, card, press.address)

    async def _cancel(self, pressed: Pressed) -> str:
        if await self._runner.cancel(pressed.job):
            return pressed.say("toast-cancelled")
        await self._clear_left_over(pressed.press, pressed.job)
        return pressed.say("toast-too-late")

    async def _clear_left_over(self, press: Press, job: JobRow) -> None:
        """Ends a status message that outlived its job: out of reach then, or posted right before a kill."""
        receipt = await self._store.deliveries.receipt(job.id)
        if receipt and not receipt.covers(press.message):
            await self._answers.remove(press.message, await self._views.over(job))
        elif not receipt and await self._store.deliveries.over(job.id):
            await self._answers.turn(press.message, words(await self._views.result(job)), press.address)

    async def _beside(self, pressed: Pressed) -> None:
        """The names of one kind of what there is to draw with, or all kinds."""
        press, say = pressed.press, pressed.say
        if pressed.target == KIND:
            card = await self._room.models.page(say, pressed.index or 1)
        elif pressed.target:
            there = things(self._views.models(), self._views.addons())
            card = list_card(say, there, pressed.target, pressed.index or 1)
        else:
            card = self._models(say, press.person)
        await self._answers.turn(press.message, card, press.address)

    async def _put(self, pressed: Pressed) -> None:
        there = things(self._views.models(), self._views.addons())
        card = ready_card(pressed.say, there, pressed.target)
        await self._answers.answer(pressed.press.address, card)

    async def _help(self, pressed: Pressed) -> None:
        language = await self._speech.language(pressed.press.person)
        card, press = self._guide(pressed.target, language), pressed.press
        await self._answers.turn(press.message, card, press.address)

    async def _language(self, pressed: Pressed) -> str:
        language = self._speech.locales.find(pressed.target)
        said = await self._speech.choose(pressed.press.person, language)
        return said("toast-language")


def _kinds(*kinds: Kind) -> frozenset[Kind]:
    return frozenset(kinds)
