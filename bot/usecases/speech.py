"""In which language each person is spoken to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.errors import NoStore
from bot.locales import Locales, Say
from bot.messages import Person
from bot.store.people import PeopleStore


class Speech:
    """Words in everybody's own language.

    Attributes:
        choices: how often a language was chosen so far: who goes on speaking looks whether it is still the same one.
    """

    def __init__(self, people: PeopleStore, locales: Locales) -> None:
        self._people = people
        self.locales = locales
        self.choices = 0

    async def say(self, person: Person) -> Say:
        """Words in the language of a person who has written to us, or pressed something: from then on we know them."""
        return self.locales.say(await self._asked(self._people.meet, person))

    async def language(self, person: Person) -> str:
        """The language of ours in which the person is spoken to, who may be nobody whom we know."""
        return await self._asked(self._people.spoken, person)

    async def say_to(self, key: str) -> Say:
        """Words for somebody who is not here now, by their key."""
        return self.locales.say(await self._people.language(key))

    async def choose(self, person: Person, language: str | None) -> Say:
        """Remembers the language that a person wants to be spoken to, None for their platform's; words in it."""
        await self._people.choose_language(person.key, language)
        self.choices += 1
        return await self.say(person)

    async def _asked(self, tag: Callable[[Person], Awaitable[str | None]], person: Person) -> str:
        """What is chosen, else their platform's; that, too, where the store can't be asked."""
        try:
            return self.locales.match(await tag(person))
        except NoStore:
            return self.locales.match(person.language)
