"""`/settings`: what a person or a chat prefers, looked at and changed, by words and by buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import NoSetting, NotAdmin, NotFound, NotYours
from bot.locales import Say
from bot.messages import Card, Incoming, Person, Press
from bot.store.preferences import PreferenceStore, chat_owner
from bot.usecases.actions import Pressed
from bot.usecases.admins import Admins
from bot.usecases.answers import Answers
from bot.usecases.defaults import SETTABLE, SHAPES
from bot.usecases.eyes import Eyes
from bot.usecases.offered import offers
from bot.usecases.parsing import DASH, bounded, check_words, parse
from bot.usecases.preferences import CHOICES
from bot.usecases.settings_cards import Side, home_card, language_card, list_card, marked, value_card
from bot.usecases.speech import Speech
from bot.usecases.values import unquoted
from bot.usecases.views import Views
from bot.usecases.wardrobe import Wardrobe
from engine.api.errors import LONGEST_VALUE, OutOfRange, UnknownChoice
from engine.api.names import find, mark
from engine.api.parameters import PARAMETERS, Parameters

ME = "me"
"""In a payload: whoever presses it."""

_CHOICE = re.compile(
    rf"(?<!\S)[{DASH}]{{1,2}}(?P<name>{'|'.join(CHOICES)})[\s=:]\s*(?P<value>\S{{1,20}})", re.I
)


@dataclass(frozen=True)
class _Order:
    """What was typed after the command."""

    chat: bool
    reset: bool
    words: str


class Preferring:
    """Shows and changes what somebody prefers. Everybody has their own; a chat's are for its admins to change."""

    def __init__(
        self,
        store: PreferenceStore,
        answers: Answers,
        admins: Admins,
        speech: Speech,
        views: Views,
        eyes: Eyes,
        wardrobe: Wardrobe,
    ) -> None:
        self._store = store
        self._answers = answers
        self._admins = admins
        self._speech = speech
        self._views = views
        self._eyes = eyes
        self._wardrobe = wardrobe
        locales = speech.locales
        self._chat_words, self._reset_words = (
            {word for tag in locales.languages for word in locales.words(tag, which)}
            for which in ("settings-chat-names", "settings-reset-names")
        )

    async def command(self, incoming: Incoming, say: Say) -> None:
        """Shows what is preferred, or changes it as the words say.

        Raises:
            NotAdmin: it is a chat's.
            LukisError: something is asked for that can't be.
        """
        order = self._order(bounded(incoming.text).strip())
        side = await self._typed(incoming, order.chat)
        if order.reset:
            await self._reset(side, incoming.person, self._named(order.words))
        elif order.words:
            await self._put(side, await self._read(side, incoming.person, order.words))
        await self._answers.answer(incoming.address, await self._home(say, side))

    async def turn(self, pressed: Pressed) -> None:
        """Turns to another page."""
        side, name, _ = await self._pressed(pressed)
        await self._show(pressed, await self._page(pressed, side, name))

    async def choose(self, pressed: Pressed) -> None:
        """Chooses a value, or goes back to none; without a name, all."""
        side, name, value = await self._pressed(pressed)
        if name in CHOICES and value:
            await self._put(side, {name: _meant(value, {way: mark(way) for way in CHOICES[name].values})})
        elif name == "language":
            tags = {tag: mark(tag) for tag in self._speech.locales.languages}
            await self._speech.choose(pressed.press.person, _meant(value, tags) if value else None)
        elif name in SETTABLE and value:
            told = offers(pressed.say, PARAMETERS[name], self._views.models())
            await self._put(side, {name: _meant(value, {each.value: marked(each.value) for each in told})})
        else:
            await self._reset(side, pressed.press.person, (name,) if name else ())
        say = await self._speech.say(pressed.press.person)
        in_list = name in SETTABLE
        card = list_card(say, side, await self._values(side), 1) if in_list else await self._home(say, side)
        await self._show(pressed, card)

    def _order(self, text: str) -> _Order:
        first, _, rest = text.partition(" ")
        chat = first.lower() in self._chat_words
        first, _, rest = rest.strip().partition(" ") if chat else (first, _, rest)
        reset = first.lower() in self._reset_words
        return _Order(chat, reset, rest.strip() if reset else f"{first} {rest}".strip())

    async def _typed(self, incoming: Incoming, chat: bool) -> Side:
        side = await self._side(incoming)
        return await self._charged(side, incoming) if chat and incoming.group else side

    async def _pressed(self, pressed: Pressed) -> tuple[Side, str, str]:
        """Whose settings a button is about, and the name and the mark of a value that it names. Raises NotYours where
        they are somebody else's, and NotAdmin where they are the chat's and the person is not in charge of it."""
        press = pressed.press
        whose, _, rest = pressed.target.partition("-")
        name, _, value = rest.partition("-")
        side = await self._side(press)
        if whose in (ME, side.mark):
            return side, name, value
        if not press.group or whose != mark(side.chat):
            raise NotYours()
        return await self._charged(side, press), name, value

    async def _side(self, who: Incoming | Press) -> Side:
        place = who.address.place
        chat, checks = chat_owner(*place), await self._eyes.allowed(*place) != "off"
        alone = "" if who.group else await self._eyes.alone(who.address)
        return Side(who.person.key, chat, who.group, alone or chat, checks)

    async def _charged(self, side: Side, who: Incoming | Press) -> Side:
        """The chat's side, for those in charge of it. Raises NotAdmin."""
        if not await self._admins.may(who):
            raise NotAdmin(id=who.person.identity)
        return side.of_chat()

    def _named(self, words: str) -> tuple[str, ...]:
        """What is to be reset, by its flags or its names. Raises NoSetting."""
        flags = {flag.strip("-"): parameter.name for flag, parameter in self._speech.locales.flags().items()}
        flags |= {name: name for name in (*CHOICES, "language")}
        wanted = [word.lower().strip(DASH) for word in words.replace(",", " ").split()]
        if unknown := next((word for word in wanted if word not in flags), None):
            raise NoSetting(flag=unknown[:LONGEST_VALUE])
        return tuple(flags[word] for word in wanted)

    async def _reset(self, side: Side, person: Person, names: tuple[str, ...]) -> None:
        """Forgets what a side has chosen; what is a chat's alone only for whoever could choose it there."""
        if (not names or "language" in names) and not side.shared:
            await self._speech.choose(person, None)
        placed = {name for name, choice in CHOICES.items() if choice.placed}
        for name in placed - side.others if not names else placed & {*names} - side.others:
            for owner in {side.eyes, side.chat}:
                await self._store.forget(owner, name)
        await self._store.forget(side.owner, *names, but=side.others)

    async def _put(self, side: Side, values: Mapping[str, Any]) -> None:
        """Chooses these; one of the shapes takes the place of the other. Raises NoSetting where one of them is not for
        that side to choose."""
        for name in values.keys() & CHOICES.keys() - side.choices.keys():
            raise NoSetting(flag=CHOICES[name].flag)
        if len(SHAPES & values.keys()) == 1:
            await self._store.forget(side.owner, *SHAPES - values.keys())
        for name, value in values.items():
            await self._store.put(side.owner_of(name), {name: value})

    async def _read(self, side: Side, person: Person, words: str) -> dict[str, Any]:
        """What somebody types: flags of parameters, and of choices, with their values. Raises as `parse`."""
        chosen: dict[str, Any] = {}
        for match in _CHOICE.finditer(words):
            choice, value = CHOICES[match["name"].lower()], unquoted(match["value"]).lower()
            if value not in choice.values:
                raise UnknownChoice.among([*choice.values], choice.flag, value)
            chosen[choice.name] = value
        flags, models = self._speech.locales.flags(), self._views.models()
        own = self._speech.locales.flags(await self._speech.language(person))
        asked = parse(_CHOICE.sub(" ", words), flags, models=models, own=own, wordless=True)
        if asked.prompt:
            raise NoSetting(flag=asked.prompt[:LONGEST_VALUE])
        given = asked.parameters.model_fields_set
        for name in sorted(given - SETTABLE):
            raise NoSetting(flag=PARAMETERS[name].flag)
        for name, values in asked.axes.items():
            told = ",".join(map(str, values))
            raise OutOfRange.unlike(PARAMETERS[name].flag, told, PARAMETERS[name].words.example)
        await self._check(asked.parameters, "" if side.shared else person.key)
        return chosen | asked.parameters.model_dump(mode="json", include={*given})

    async def _check(self, parameters: Parameters, person: str) -> None:
        """Raises BadRequest where a default of a person, or of everybody, could never be followed."""
        if parameters.style:
            await self._wardrobe.known(parameters.style, person)
        addons = self._views.addons()
        check_words("", parameters.negative, addons)
        if parameters.vae and not find(addons.vaes, parameters.vae):
            flag = PARAMETERS["vae"].flag
            raise UnknownChoice.among([each.name for each in addons.vaes], flag, parameters.vae)

    async def _values(self, side: Side) -> dict[str, Any]:
        """All that holds on a side by its own choice."""
        own, chat, eyes = await self._store.of(side.owner, side.chat, side.eyes)
        placed = {name for name in side.choices if CHOICES[name].placed}
        return {n: v for n, v in own.items() if n not in CHOICES or not CHOICES[n].placed} | {
            n: v for n, v in {**chat, **eyes}.items() if n in placed
        }

    async def _home(self, say: Say, side: Side) -> Card:
        (chat,) = await self._store.of(side.chat)
        return home_card(say, side, await self._values(side), {} if side.shared else chat)

    async def _page(self, pressed: Pressed, side: Side, name: str) -> Card:
        say, values = pressed.say, await self._values(side)
        if name == "language":
            return language_card(say, side, self._speech.locales)
        if name in SETTABLE:
            return value_card(say, side, name, values, self._views.models(), pressed.index or 1)
        if pressed.index:
            return list_card(say, side, values, pressed.index)
        return await self._home(say, side)

    async def _show(self, pressed: Pressed, card: Card) -> None:
        await self._answers.turn(pressed.press.message, card, pressed.press.address)


def _meant(marked: str, there: Mapping[Any, str]) -> Any:
    """The one of some values that a mark in a payload stands for. Raises NotFound where it has gone since."""
    for value, each in there.items():
        if each == marked:
            return value
    raise NotFound()
