"""Favourites, and the lists that people leaf through."""

from __future__ import annotations

from bot.errors import NotFound, NotYours
from bot.locales import Say
from bot.messages import Card, Incoming, Starred
from bot.store import Store
from bot.store.lists import WHOLE, Listing, Sought
from bot.store.rows import JobRow
from bot.usecases.actions import Pressed
from bot.usecases.answers import Answers
from bot.usecases.views import Views


class Favourites:
    """Pictures that people choose for themselves: nobody else is told, and whose they are stays as it is."""

    def __init__(self, store: Store, answers: Answers, views: Views) -> None:
        self._store = store
        self._answers = answers
        self._views = views

    async def star(self, pressed: Pressed) -> str:
        """Makes what is shown there a favourite of whoever pressed, or none any more.

        Raises:
            NotFound: there is no such picture.
        """
        on = await self._store.favourites.toggle(
            pressed.press.person.key, pressed.job.id, _meant(pressed.job, pressed.index)
        )
        return Starred(pressed.say("toast-starred" if on else "toast-unstarred"), on)

    async def show(self, incoming: Incoming, say: Say) -> None:
        """The last favourite; in a group, of what was made there."""
        await self.find(incoming, say, Sought(stars=True))

    async def find(self, incoming: Incoming, say: Say, sought: Sought) -> None:
        """The newest of what is looked for; in a group, of what was made there."""
        address = incoming.address
        listing = Listing(incoming.person.key, address.platform, address.chat, sought)
        card = await self._card(say, listing, None, incoming.group)
        await self._answers.answer(address, card)

    async def turn(self, pressed: Pressed) -> None:
        """Another page of a list.

        Raises:
            NotFound: there is no such list there.
            NotYours: it is somebody else's.
        """
        press, listing = pressed.press, await self._store.lists.made(pressed.target)
        if listing is None or (listing.platform, listing.chat) != (
            press.message.platform,
            press.message.chat,
        ):
            raise NotFound()
        if listing.person != press.person.key:
            raise NotYours()
        card = await self._card(pressed.say, listing, pressed.index, press.group)
        await self._answers.turn(press.message, card, press.address)

    async def _card(self, say: Say, listing: Listing, number: int | None, here: bool) -> Card:
        sought, chat = listing.sought, (listing.platform, listing.chat) if here else None
        if sought.stars:
            leaf = await self._store.favourites.leaf(listing.person, number, chat)
        else:
            leaf = await self._store.search.leaf(listing.person, sought, number, chat)
        if leaf is None:
            return Card(text=_none(say, sought, here), private=True)
        await self._store.lists.make(listing)
        return self._views.leaf(say, leaf, listing.id, _title(say, sought, here))


def _title(say: Say, sought: Sought, here: bool) -> str:
    if sought.stars:
        return say("favourites-page-here" if here else "favourites-page")
    return say("found-page-here" if here else "found-page")


def _none(say: Say, sought: Sought, here: bool) -> str:
    if sought.stars:
        return say("favourites-empty-here" if here else "favourites-empty")
    return say("found-empty-here" if here else "found-empty")


def _meant(job: JobRow, index: int | None) -> list[int]:
    """Which pictures a star is for: one, all of an album, or what is put together of all of them."""
    there = [image.index for image in job.shown]
    if index in there:
        return [index]
    if job.recipe.sweep and there and (index is None or index >= job.recipe.images):
        return [WHOLE]
    if index is not None or not there:
        raise NotFound()
    return there
