"""What each button does."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from bot.access import Access
from bot.errors import NotFound, NotYours
from bot.locales import Say
from bot.messages import Card, Press
from bot.payloads import Pressed
from bot.ports import Platform, Translator
from bot.store import Store
from bot.store.rows import ImageRow, JobRow
from bot.usecases import cards

if TYPE_CHECKING:
    from bot.usecases.service import ImagineService


class Presses:
    """Buttons of results, status messages and the history."""

    def __init__(
        self,
        service: ImagineService,
        translator: Translator,
        store: Store,
        platforms: Mapping[str, Platform],
        access: Access,
    ) -> None:
        self._service = service
        self._translator = translator
        self._store = store
        self._platforms = platforms
        self._access = access

    async def do(self, press: Press, pressed: Pressed, say: Say) -> str | None:
        """Does it; a short sentence for the person, or None.

        Raises:
            NotFound, NotYours, and whatever accepting a new job raises.
        """
        match pressed.action:
            case "help":
                await self._service.help_pressed(press, pressed.target)
                return None
            case "language":
                language = self._service.locales.find(pressed.target)
                said = await self._service.choose_language(press.person, language)
                return said("toast-language")
        job = await self._store.jobs.get(pressed.target)
        match pressed.action:
            case "reroll":
                await self._reroll(press, job, pressed.index)
            case "raw":
                await self._raw(press, job)
            case "edit":
                await self._edit(press, job, say)
            case "original":
                await self._original(press, job, pressed.index or 0)
            case "show":
                await self._show(press, job, pressed.index or 0, say)
            case "page":
                await self._page(press, job, pressed.index or 1, say)
            case "cancel":
                return await self._cancel(press, job, say)
            case "delete":
                return await self._delete(press, job, say)
        return None

    def _own(self, press: Press, job: JobRow) -> None:
        if job.person != press.person.key and not press.admin and not self._access.is_admin(press.person):
            raise NotYours()

    def _platform(self, press: Press) -> Platform:
        return self._platforms[press.address.platform]

    def _showing(self, press: Press) -> AbstractAsyncContextManager[None]:
        return self._store.deliveries.showing(press.address.platform, press.address.chat)

    async def _reroll(self, press: Press, job: JobRow, index: int | None) -> None:
        """Same everything, new seed; of an album's single picture, one."""
        count = job.recipe.count if index is None else 1
        recipe = job.recipe.model_copy(update={"seed": secrets.randbelow(2**32), "count": count})
        await self._service.reception.again(job, press.person, press.address, recipe)

    async def _raw(self, press: Press, job: JobRow) -> None:
        """The person's own words as they are, now and whenever they come again."""
        await self._translator.correct(job.prompt, job.prompt, person=press.person.key)
        await self._service.reception.again(job, press.person, press.address, job.recipe)

    async def _edit(self, press: Press, job: JobRow, say: Say) -> None:
        english = job.translation.english if job.translation else job.prompt
        card = Card(text=say("edit-ask", english=english), ask=True, job=job.id)
        async with self._showing(press):
            receipt = await self._platform(press).send(press.address, card)
            await self._store.deliveries.shows(job.id, receipt, (), "edit")

    async def _original(self, press: Press, job: JobRow, index: int) -> None:
        file = self._store.files.path(_image(job, index).file)
        name = f"lukis-{job.id}-{index + 1}.png"
        await self._platform(press).send(press.address, Card(document=file, file_name=name, job=job.id))

    async def _show(self, press: Press, job: JobRow, index: int, say: Say) -> None:
        _image(job, index)
        card = cards.one_card(say, job, self._store.root, index)
        async with self._showing(press):
            receipt = await self._platform(press).send(press.address, card)
            await self._store.deliveries.shows(job.id, receipt, (index,))

    async def _page(self, press: Press, job: JobRow, number: int, say: Say) -> None:
        self._own(press, job)
        card = await self._service.history_card(job.person, number, say)
        async with self._showing(press):
            await self._platform(press).edit(press.message, card)
            if card.job:
                await self._store.deliveries.shows(card.job, press.message, [p.index for p in card.pictures])

    async def _cancel(self, press: Press, job: JobRow, say: Say) -> str:
        self._own(press, job)
        if await self._service.runner.cancel(job):
            return say("toast-cancelled")
        await self._clear_left_over(press, job)
        return say("toast-too-late")

    async def _clear_left_over(self, press: Press, job: JobRow) -> None:
        """Takes a status message away that we were killed before noting: it outlived its job."""
        receipt = await self._store.deliveries.receipt(job.id)
        if receipt and not set(press.message.messages) <= set(receipt.messages):
            await self._platform(press).remove(press.message)

    async def _delete(self, press: Press, job: JobRow, say: Say) -> str:
        self._own(press, job)
        await self._store.history.delete(job.id)
        await self._store.files.remove([*(i.file for i in job.images), *filter(None, [job.source])])
        for receipt in filter(None, (await self._store.deliveries.receipt(job.id), press.message)):
            await self._platform(press).remove(receipt)
        return say("toast-deleted")


def _image(job: JobRow, index: int) -> ImageRow:
    """The job's picture with that index. Raises NotFound where it is deleted or never was."""
    for image in job.shown:
        if image.index == index:
            return image
    raise NotFound()
