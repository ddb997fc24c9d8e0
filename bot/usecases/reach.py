"""Who may see which job: the one way from what people send (a payload, a reply, an address) to a job."""

from __future__ import annotations

from collections.abc import Collection

from bot.access import Access
from bot.errors import NotFound, NotYours
from bot.messages import Incoming, Kind, Person, Press
from bot.store import Store
from bot.store.messages import Note
from bot.store.rows import JobRow
from bot.usecases.preferences import Preferences

ANSWERABLE: tuple[Kind, ...] = ("picture", "page", "list", "original", "edit", "form")
"""Kinds of message that people reply to: words change a picture, or are the English that was asked for."""


class Reach:
    """Finds jobs for whoever may see them; anything else is "not here", whether it exists or not.

    A job is its person's, wherever they are. Others reach it where it was shown: on a message that shows it, or in
    the chat in which it was asked for, unless it was asked for privately.
    """

    def __init__(self, store: Store, access: Access) -> None:
        self._store = store
        self._access = access
        self._preferences = Preferences(store.preferences)

    async def own(self, person: Person, number: int) -> JobRow:
        """The person's own job with that number. Raises NotFound."""
        return await self._store.jobs.numbered(await self._store.accounts.key(person), number)

    async def own_of(self, person: Person, job_id: str) -> JobRow:
        """The person's own job with that id. Raises NotFound."""
        job = await self._store.jobs.get(job_id)
        if job.person != person.key:
            raise NotFound()
        return job

    async def pressed(self, press: Press, on: Collection[Kind], job_id: str | None) -> JobRow | None:
        """The job that a button is about, None where it is about none.

        Args:
            press: who pressed it, and where.
            on: the kinds of message that have such a button.
            job_id: as the payload names it.

        Raises:
            NotFound: the message is of another kind or shows another job, or the person may not see that one.
        """
        job = None if job_id is None else await self._store.jobs.get(job_id)
        message = press.message
        if not await self._fits(press, on, job):
            await self._store.messages.settled(
                message.platform, message.chat
            )  # it may be turning into another
            if not await self._fits(press, on, job):
                raise NotFound()
        return job

    async def replied_to(self, incoming: Incoming, whole: bool = False) -> Note | None:
        """What the message replied to is, where words in reply to it mean something; also where it shows what is put
        together of all of a job's pictures, if the `whole` of those can be meant."""
        if incoming.reply_to is None:
            return None
        message = incoming.address.platform, incoming.address.chat, incoming.reply_to
        if note := await self._answerable(*message, whole):
            return note
        await self._store.messages.settled(*message[:2])  # it may be turning into something that is
        return await self._answerable(*message, whole)

    async def _answerable(self, platform: str, chat: str, message: str, whole: bool) -> Note | None:
        note = await self._store.messages.noted(platform, chat, message)
        return note if note and note.kind in ANSWERABLE and await self._there(note, whole) else None

    async def _there(self, note: Note, whole: bool) -> bool:
        """Whether what a message shows was not taken back. Earlier versions noted sentences as pictures, too.

        What went by itself, in the course of time, is still shown there, and whoever asks for it is told.
        """
        if note.kind == "form":
            return True
        job = await self.shown(note)
        if note.kind == "edit" or job.deleted:
            return not await self.taken_back(job)
        return job.meant(note.index) is not None or (whole and bool(job.recipe.sweep and job.shown))

    async def owns(self, who: Incoming | Press, job: JobRow) -> bool:
        """Whether what is its person's alone is theirs: they are that person, or in charge where they ask."""
        return job.person == who.person.key or self._access.is_admin(who.person) or await who.admin()

    async def check_again(self, who: Incoming | Press, job: JobRow) -> None:
        """Raises NotYours where a picture is drawn once more in its own words, and its person, or the chat, keeps that
        to its person."""
        way = await self._preferences.chosen("rerolls", job.person, who.address)
        if way != "all" and not await self.owns(who, job):
            raise NotYours()

    async def taken_back(self, job: JobRow) -> bool:
        """Whether somebody has deleted its pictures; where they went by themselves, more can be asked for."""
        return job.deleted and not await self._store.age.cleared(job.id)

    async def shown(self, note: Note) -> JobRow:
        """The job that a message shows, for those to whom it shows it. Raises NotFound where it shows none."""
        return await self._store.jobs.get(note.job or "")

    async def _fits(self, press: Press, on: Collection[Kind], job: JobRow | None) -> bool:
        message, note = press.message, None
        if message.messages:
            note = await self._store.messages.noted(message.platform, message.chat, message.messages[-1])
        if note and note.kind not in on:
            return False
        return job is None or (_is_of(note, job) and _sees(press, note, job))


def _is_of(note: Note | None, job: JobRow) -> bool:
    """Whether a message may be about that job.

    Messages of earlier versions may be unknown, and so is one that we were killed before noting: their buttons
    go on working. A page of the history shows another job each time it is turned, all of one person.
    """
    return note is None or note.job == job.id or (note.kind == "page" and note.person == job.person)


def _sees(press: Press, note: Note | None, job: JobRow) -> bool:
    """Whether the person may see the job there. Buttons that no message carries are for its person alone."""
    here = press.message.platform, press.message.chat
    made_here = bool(press.message.messages) and here == (job.address.platform, job.address.chat)
    made_here = made_here and not job.address.private
    return job.person == press.person.key or made_here or (note is not None and note.job == job.id)
