"""Deleting pictures, and bringing them back for as long as that can be done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from bot.errors import NoStore, NotFound
from bot.locales import Say
from bot.messages import Receipt, Undoable
from bot.payloads import encode
from bot.ports import Platform
from bot.store import Store
from bot.store.pictures import made_of
from bot.store.rows import JobRow
from bot.usecases import cards
from bot.usecases.actions import Pressed
from bot.usecases.answers import Answers
from bot.usecases.views import Views

log = logging.getLogger(__name__)

GRACE = 10.0
"""Seconds for which deleted pictures can be brought back; then their files are gone for good."""

Key = tuple[str, int | None]
"""What was deleted: a job's id and one of its pictures, or None for all that were left."""


@dataclass(frozen=True)
class Deletion:
    """Pictures of a job that can still be brought back.

    Attributes:
        indexes: which of the job's pictures they are.
        files: their files, and those of pictures that the job was given, by name.
        page: a message besides the job's result that showed one of them, or None.
        timer: ends it, once what shows them says that they are deleted.
    """

    indexes: tuple[int, ...]
    files: tuple[str, ...]
    page: Receipt | None
    timer: asyncio.Task[None] | None = None

    def end(self) -> None:
        """Lets the time run no longer."""
        if self.timer:
            self.timer.cancel()


class Deletions:
    """Nobody finds pictures once they are deleted. For `GRACE` seconds they lie aside; a stop or a kill ends that."""

    def __init__(
        self, store: Store, platforms: Mapping[str, Platform], answers: Answers, views: Views
    ) -> None:
        self._store = store
        self._platforms = platforms
        self._answers = answers
        self._views = views
        self._open: dict[Key, Deletion] = {}
        self._timers: set[asyncio.Task[None]] = set()

    async def delete(self, pressed: Pressed) -> str:
        """Deletes one picture of a job, or all of them where the payload names none.

        Raises:
            NotFound: they are deleted already.
        """
        job, key = pressed.job, (pressed.job.id, pressed.index)
        page = await self._page(pressed)
        gone = tuple(i for i in job.shown if pressed.index in (None, i.index))
        if key in self._open or not gone:  # a finger that slips presses twice
            raise NotFound()
        given = tuple(job.inputs.values()) if len(gone) == len(job.shown) else ()
        files = (*(i.file for i in gone), *given)
        self._open[key] = done = Deletion(tuple(i.index for i in gone), files, page)
        try:
            await self._store.files.set_aside(files)
            await self._store.files.remove(made_of(job.id))  # it is made anew of what is left
            await self._store.history.delete(
                job.id, None if pressed.index is None else [i.index for i in gone]
            )
            await self._store.files.remove(made_of(job.id))  # one that was being made
        except NoStore:
            self._open.pop(key, None)
            await self._store.files.bring_back(files)
            raise
        try:
            await self._show(pressed.say, job.id, pressed.index)
            if page:
                await self._show_page(pressed.say, page, job.id, pressed.index)
        finally:
            if self._open.get(key) is done:  # nobody was quicker than the store
                self._open[key] = replace(done, timer=self._timer(key))
        await self._take_copies(job, [i.index for i in gone], page)
        return Undoable(pressed.say("toast-deleted"), encode("undo", job.id, pressed.index))

    async def undo(self, pressed: Pressed) -> str:
        """Brings back what was deleted a moment ago; what is there stays.

        Raises:
            NotFound: it is gone for good.
        """
        job, key = pressed.job, (pressed.job.id, pressed.index)
        if done := self._open.pop(key, None):
            done.end()
            await self._bring_back(job, key, done)
            await self._show(pressed.say, job.id, pressed.index)
            if done.page:
                job = await self._store.jobs.get(job.id)
                whole = job.recipe.moving and pressed.index is None
                card = self._views.one(pressed.say, job, job.recipe.images if whole else done.indexes[0])
                await self._answers.turn(done.page, card, pressed.press.address)
        elif not [i for i in job.shown if pressed.index in (None, i.index)]:
            raise NotFound()
        return pressed.say("toast-undone")

    async def _bring_back(self, job: JobRow, key: Key, done: Deletion) -> None:
        """With what the job was given, which may have gone with its last picture; a store that can't be used costs
        no second attempt."""
        try:
            await self._store.files.bring_back((*done.files, *job.inputs.values()))
            await self._store.files.remove(made_of(job.id))
            await self._store.history.restore(job.id, done.indexes)
        except NoStore:
            self._open[key] = replace(done, timer=self._timer(key))
            raise

    async def close(self, grace: float = 0.0) -> None:
        """Ends what could still be undone; messages about what just can't be any more have `grace` seconds."""
        while self._open:
            _, done = self._open.popitem()
            done.end()
            await self._discard(done)
        if ending := list(self._timers):
            await asyncio.wait(ending, timeout=grace)
        for timer in ending:
            timer.cancel()
        await asyncio.gather(*ending, return_exceptions=True)

    def _timer(self, key: Key) -> asyncio.Task[None]:
        timer = asyncio.create_task(self._expire(key), name=f"deletion {key[0]}")
        self._timers.add(timer)
        timer.add_done_callback(self._timers.discard)
        return timer

    async def _expire(self, key: Key) -> None:
        await asyncio.sleep(GRACE)
        done = self._open.pop(key)
        await self._discard(done)
        try:
            job = await self._store.jobs.get(key[0])
            await self._settle(job, done.page)
        except Exception:
            log.exception("what showed a deleted picture could not be taken away")

    async def _discard(self, done: Deletion) -> None:
        try:
            await self._store.files.discard(done.files)
        except NoStore as error:
            log.warning("deleted pictures go at the next start: %s", error)

    async def _page(self, pressed: Pressed) -> Receipt | None:
        """The message whose button was pressed, where that is not the job's result."""
        result, message = await self._store.deliveries.receipt(pressed.job.id), pressed.press.message
        return message if message.messages and not (result and result.covers(message)) else None

    async def _show(self, say: Say, job_id: str, index: int | None) -> None:
        """Lets the job's result show what is left of it, and how that can be undone."""
        job = await self._left(job_id)
        receipt = await self._store.deliveries.receipt(job_id)
        if receipt is None:
            return
        if self._undoable(receipt) and (key := self._last(job_id)):
            left = await self._views.result(job) if job.shown else None
            await self._answers.turn(receipt, cards.undo_card(say, job, key[1], left), job.address)
        elif job.shown:
            await self._leave(receipt, job, index)
        else:
            await self._take_away(receipt, job)

    async def _left(self, job_id: str) -> JobRow:
        """The job without what was deleted just now, also where the store can't take that yet."""
        gone = {i for key, deletion in self._open.items() if key[0] == job_id for i in deletion.indexes}
        job = await self._store.jobs.get(job_id)
        images = (replace(i, deleted=i.deleted or i.index in gone) for i in job.images)
        return replace(job, images=tuple(images))

    async def _leave(self, receipt: Receipt, job: JobRow, index: int | None) -> None:
        """What is left of a result: of an album that is a message a picture, one goes; others are drawn anew."""
        if len(receipt.messages) > len(job.images) and index is not None and not self._undoable(receipt):
            place = [i.index for i in job.images].index(index)
            one = receipt.model_copy(update={"messages": (receipt.messages[place],)})
            await self._take_away(one, job)
        else:
            await self._answers.turn(receipt, await self._views.result(job), job.address)

    async def _show_page(self, say: Say, page: Receipt, job_id: str, index: int | None) -> None:
        job = await self._store.jobs.get(job_id)
        if self._undoable(page):
            await self._answers.turn(page, cards.undo_card(say, job, index), job.address)
        else:
            await self._take_away(page, job)

    async def _take_copies(self, job: JobRow, indexes: Collection[int], page: Receipt | None) -> None:
        """Takes away what else shows the pictures: pages of the history, copies, files; these don't come back."""
        result = await self._store.deliveries.receipt(job.id)
        kept = {(r.chat, message) for r in (result, page) if r for message in r.messages}
        for copies in await self._store.messages.showing_any(job.id, indexes, job.recipe.images):
            left = tuple(message for message in copies.messages if (copies.chat, message) not in kept)
            if left and copies.platform in self._platforms:
                await self._take_away(copies.model_copy(update={"messages": left}), job)

    async def _take_away(self, messages: Receipt, job: JobRow) -> None:
        await self._answers.remove(messages, await self._views.deleted(job))

    async def _settle(self, job: JobRow, page: Receipt | None) -> None:
        """Once nothing can be undone any more: no message says so."""
        receipt = await self._store.deliveries.receipt(job.id)
        if page and self._undoable(page):
            await self._take_away(page, job)
        if receipt and self._undoable(receipt) and not self._last(job.id):
            if job.shown:
                await self._answers.turn(receipt, await self._views.result(job), job.address)
            else:
                await self._take_away(receipt, job)

    def _undoable(self, receipt: Receipt) -> bool:
        return self._platforms[receipt.platform].undoes

    def _last(self, job_id: str) -> Key | None:
        """The newest deletion of the job's pictures that can be undone."""
        return next((key for key in reversed(self._open) if key[0] == job_id), None)
