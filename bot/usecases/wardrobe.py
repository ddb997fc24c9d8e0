"""Styles as people ask for them: by name, in any language of the interface, several at once."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from difflib import get_close_matches
from functools import reduce
from typing import Any

from pydantic import ValidationError

from bot.locales import Locales, Say
from bot.store import Store
from bot.styles.file import StyleFile
from bot.styles.folder import StyleFolder, Styles, shipped
from bot.usecases.looks import called
from bot.usecases.parsing import check_words
from engine.api.cards import ModelCard
from engine.api.errors import BadRequest, UnknownChoice
from engine.api.names import alike, find, short_name
from engine.api.parameters import PARAMETERS, Parameters
from engine.api.ports import Engine
from engine.api.styles import HERE, NONE, Style

log = logging.getLogger(__name__)

MOST_AT_ONCE = 4
"""Styles that are worn together."""

ANOTHER_TONGUE = 0.8
"""How much what is written shares with a style's name in some language, 0 to 1, where that is what was meant."""

_SHAPE = {"ratio", "size"}


class Wardrobe:
    """What styles there are, and what each makes of a person's wish."""

    def __init__(self, folder: StyleFolder, store: Store, locales: Locales, engine: Engine) -> None:
        self._store = store
        self._folder = folder
        self._locales = locales
        self._engine = engine
        self._told: set[tuple[str, str]] = set()

    async def styles(self, person: str = "") -> Styles:
        """Those for everybody, by name, with a person's own before them."""
        there = await asyncio.to_thread(self._folder.styles)
        packed = self._packed()
        there = {**there, **{n: packed[n] for n in packed if there.get(n) is shipped().get(n)}}
        if not person:
            return there
        own = {each.name: each for each in await self._store.styles.own(person)}
        return {**own, **{name: each for name, each in there.items() if name not in own}}

    def _packed(self) -> Styles:
        """Those that come with models, and are drawn with them."""
        found = dict[str, StyleFile]()
        for card, said in ((each, said) for each in self._engine.models() for said in each.styles):
            try:
                style = StyleFile.model_validate({"model": card.name, **said})
                found[style.name] = style
            except ValidationError as error:
                if (card.name, str(said)) not in self._told:
                    log.warning(
                        "the model %s: a style is passed over: %s", card.name, error.errors()[0]["msg"]
                    )
                self._told.add((card.name, str(said)))
        return found

    async def meant(self, written: str, person: str) -> StyleFile:
        """The style that somebody means. Raises UnknownChoice."""
        return self._meant(await self.styles(person), short_name(written))

    def title(self, say: Say, style: StyleFile) -> str:
        """What people see of it: those that ship in their language, others as they are called."""
        ours = shipped().get(style.name) is style
        return say(f"style-{style.name}") if ours else style.title or style.name

    async def dressed(self, parameters: Parameters, person: str, usual: str | None = None) -> Parameters:
        """These parameters with the style that they name, and with what that brings along where nobody says otherwise.

        Args:
            usual: the model that draws where neither they nor the style name one; None for the first.

        Raises:
            UnknownChoice: no style is called so.
            BadRequest: it names what is not here.
        """
        asked = parameters.style
        if asked is None or asked.worn:
            return parameters
        names = _names(asked)
        if not names:
            return parameters
        there = await self.styles(person)
        worn = [self._meant(there, name) for name in names]
        model = parameters.model or next((each.model for each in worn if each.model), None)
        models, drawing = self._engine.models(), model or usual
        card = (find(models, drawing) if drawing else None) or models[0]
        style = reduce(lambda inner, outer: outer.over(inner), [each.style for each in worn])
        if not card.draws:
            check_words(style.prompt.replace(HERE, "x"), style.negative, self._engine.addons())
        brought = {n: getattr(each.parameters, n) for each in reversed(worn) for n in each.parameters.given}
        open_still = {n: v for n, v in brought.items() if _open(parameters, n) and _allows(card, n, v)}
        named = {"model": model} if model else {}
        return parameters.model_copy(update={**open_still, **named, "style": style})

    async def usually(
        self, parameters: Parameters, person: str, style: Style | None, usual: str | None = None
    ) -> Parameters:
        """As `dressed`, in a style that holds where nobody says one; as they are where that has gone since."""
        if style is None or parameters.style is not None:
            return parameters
        with suppress(BadRequest):
            return await self.dressed(parameters.model_copy(update={"style": style}), person, usual)
        return parameters

    async def known(self, style: Style, person: str = "") -> None:
        """Raises UnknownChoice where there is no such style for somebody, or for everybody."""
        there = await self.styles(person)
        for name in _names(style):
            self._meant(there, name)

    def _meant(self, there: Styles, written: str) -> StyleFile:
        titles = called(self._locales)
        name = titles.get(alike(written), written)
        if found := there.get(written) or there.get(name) or find(there.values(), written):
            return found
        # of what they are called in ten languages something is always a little like it, and says nothing to most
        close = get_close_matches(written, [short_name(title) for title in titles], 1, ANOTHER_TONGUE)
        choices, told = [*close, *there], list(there)[:30]
        raise UnknownChoice.among(choices, PARAMETERS["style"].flag, written, told=told)


def _names(style: Style) -> list[str]:
    """The styles that are worn together."""
    return [name for name in style.name.split(",") if name != NONE][:MOST_AT_ONCE]


def _open(parameters: Parameters, name: str) -> bool:
    """Whether nobody has said what the style says of it."""
    told = _SHAPE if name in _SHAPE else {name}
    return all(getattr(parameters, each) is None for each in told)


def _allows(card: ModelCard, name: str, value: Any) -> bool:
    """Whether a model takes such a value; where not, it is left to the model's card."""
    limit = card.limits.get(name)
    return (limit is None or value in limit) and not PARAMETERS[name].strange_to(card.family)
