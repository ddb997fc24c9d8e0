"""`/style`: the styles that there are, a page at a time, each with a button that puts it into the next prompt."""

from __future__ import annotations

from collections.abc import Iterable

from bot.errors import NotFound
from bot.locales import Say
from bot.messages import Button, Card, Incoming, Kind
from bot.payloads import encode
from bot.usecases.actions import Action, Pressed
from bot.usecases.answers import Answers
from bot.usecases.buttons import in_rows
from bot.usecases.wardrobe import Wardrobe
from engine.api.names import mark
from engine.api.parameters import PARAMETERS

ON_A_PAGE = 8
"""Styles under one message: with the row for turning, what every platform carries."""


class StyleCards:
    """Shows styles, and how each is asked for."""

    def __init__(self, wardrobe: Wardrobe, answers: Answers) -> None:
        self._wardrobe = wardrobe
        self._answers = answers

    def actions(self) -> Iterable[Action]:
        """Its buttons."""
        on: frozenset[Kind] = frozenset({"models"})
        yield Action("styles", self._turn, on)
        yield Action("wear", self._wear, on)

    async def show(self, incoming: Incoming, say: Say) -> None:
        """Answers with the first page, or, where a style is named, with how that is asked for."""
        await self._answers.answer(incoming.address, await self.page(say, 1))

    async def page(self, say: Say, number: int) -> Card:
        """One page of all styles."""
        pages = in_rows((await self._wardrobe.styles()).values(), ON_A_PAGE)
        number = min(max(number, 1), len(pages))
        names = (
            Button(self._wardrobe.title(say, each), encode("wear", mark(each.name)), asked(each.name))
            for each in pages[number - 1]
        )
        turns = (
            *((Button(say("button-newer"), encode("styles", "all", number - 1)),) if number > 1 else ()),
            *(
                (Button(say("button-older"), encode("styles", "all", number + 1)),)
                if number < len(pages)
                else ()
            ),
        )
        text = say("style-choose", number=number, total=len(pages), flag=PARAMETERS["style"].flag)
        rows = (*in_rows(names, 2), *((turns,) if turns else ()))
        return Card(text=text, buttons=rows, private=True, kind="models")

    async def _turn(self, pressed: Pressed) -> None:
        card = await self.page(pressed.say, pressed.index or 1)
        await self._answers.turn(pressed.press.message, card, pressed.press.address)

    async def _wear(self, pressed: Pressed) -> None:
        """The text to copy for one of them. Raises NotFound where it is not there any more."""
        there, say = await self._wardrobe.styles(), pressed.say
        style = next((each for each in there.values() if mark(each.name) == pressed.target), None)
        if style is None:
            raise NotFound()
        text = say("beside-ready")
        prompt = f"/imagine {say('style-example')} {asked(style.name)}"
        await self._answers.answer(
            pressed.press.address, Card(text=text, prompt=prompt, notes=(style.style.prompt,), private=True)
        )


def asked(name: str) -> str:
    """How a prompt asks for a style."""
    return f"{PARAMETERS['style'].flag} {name}"
