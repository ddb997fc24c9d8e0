"""`/style`: the styles that there are, a page at a time, each with a button that puts it into the next prompt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.errors import NotFound
from bot.locales import Say
from bot.messages import Button, Card, Entry, Incoming, Kind
from bot.payloads import encode
from bot.styles.file import StyleFile
from bot.usecases.actions import Action, Pressed
from bot.usecases.answers import Answers
from bot.usecases.buttons import in_rows
from bot.usecases.looks import around
from bot.usecases.own_styles import OwnStyles
from bot.usecases.samples import Samples
from bot.usecases.wardrobe import Wardrobe
from engine.api.names import mark
from engine.api.parameters import PARAMETERS

ON_A_PAGE = 8
"""Styles under one message: with the row for turning, what every platform carries."""

LONGEST_TITLE = 24
"""Characters of a button."""


class StyleCards:
    """Shows styles, how each looks, and how it is asked for."""

    def __init__(self, wardrobe: Wardrobe, samples: Samples, own: OwnStyles, answers: Answers) -> None:
        self._wardrobe = wardrobe
        self._samples = samples
        self._own = own
        self._answers = answers

    def actions(self) -> Iterable[Action]:
        """Its buttons."""
        on: frozenset[Kind] = frozenset({"models"})
        yield Action("styles", self._turn, on)
        yield Action("wear", self._wear, on)

    async def show(self, incoming: Incoming, say: Say) -> None:
        """Answers with the first page, or with the style that is named; or keeps or forgets one of the person's own.

        Raises:
            UnknownChoice: a style is named that there is not.
            NotFound: there is no picture to keep the look of.
        """
        if await self._own.do(incoming, say):
            return
        if name := incoming.text.strip():
            card = await self._one(say, await self._wardrobe.meant(name, incoming.person.key))
        else:
            card = await self.page(say, incoming.person.key, 1)
        await self._answers.answer(incoming.address, card)

    async def page(self, say: Say, person: str, number: int) -> Card:
        """One page of all styles that a person may wear."""
        pages = in_rows((await self._wardrobe.styles(person)).values(), ON_A_PAGE)
        number = min(max(number, 1), len(pages))
        shown, first = pages[number - 1], (number - 1) * ON_A_PAGE
        text = say("style-choose", number=number, total=len(pages), flag=PARAMETERS["style"].flag)
        rows = (*in_rows(self._names(say, shown), 2), _turns(say, number, len(pages)))
        sheet = await self._samples.sheet(self._samples.of_styles(shown), first)
        return Card(
            text=text,
            pictures=(sheet,) if sheet else (),
            buttons=tuple(filter(None, rows)),
            entries=tuple(self._entries(say, shown)),
            private=True,
            kind="models",
        )

    def _names(self, say: Say, styles: Sequence[StyleFile]) -> Iterable[Button]:
        for each in styles:
            title = self._wardrobe.title(say, each)[:LONGEST_TITLE]
            yield Button(title, encode("wear", mark(each.name)), asked(each.name))

    def _entries(self, say: Say, styles: Sequence[StyleFile]) -> Iterable[Entry]:
        for each in styles:
            use = Button(say("style-use"), encode("wear", mark(each.name)), asked(each.name))
            yield Entry(self._wardrobe.title(say, each), around(each.style.prompt), use)

    async def _turn(self, pressed: Pressed) -> None:
        card = await self.page(pressed.say, pressed.press.person.key, pressed.index or 1)
        await self._answers.turn(pressed.press.message, card, pressed.press.address)

    async def _wear(self, pressed: Pressed) -> None:
        """How one of them is asked for. Raises NotFound where it is not there any more, or somebody else's."""
        there = await self._wardrobe.styles(pressed.press.person.key)
        style = next((each for each in there.values() if mark(each.name) == pressed.target), None)
        if style is None:
            raise NotFound()
        await self._answers.answer(pressed.press.address, await self._one(pressed.say, style))

    async def _one(self, say: Say, style: StyleFile) -> Card:
        """A style by itself: what it looks like, what it says, and a text to copy."""
        samples, title = self._samples.of_styles([style]), self._wardrobe.title(say, style)
        picture = await self._samples.picture(samples[0]) if samples else None
        return Card(
            text=say("beside-ready"),
            prompt=f"/imagine {say('style-example')} {asked(style.name)}",
            notes=(say("settings-line", name=title, value=around(style.style.prompt)),),
            pictures=(picture,) if picture else (),
            private=True,
            kind="models",
        )


def _turns(say: Say, number: int, total: int) -> tuple[Button, ...]:
    newer = Button(say("button-newer"), encode("styles", "all", number - 1))
    older = Button(say("button-older"), encode("styles", "all", number + 1))
    return (*((newer,) if number > 1 else ()), *((older,) if number < total else ()))


def asked(name: str) -> str:
    """How a prompt asks for a style."""
    return f"{PARAMETERS['style'].flag} {name}"
