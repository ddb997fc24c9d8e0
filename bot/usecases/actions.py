"""Actions: what buttons can do, each registered once; and the gate that every press passes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from bot.access import Access
from bot.errors import NotFound, NotYours
from bot.locales import Say
from bot.messages import Kind, Press, Receipt
from bot.payloads import decode
from bot.store import Store
from bot.store.messages import Note
from bot.store.rows import JobRow

ABOUT_NO_JOB: frozenset[Kind] = frozenset({"words", "help", "language"})


@dataclass(frozen=True)
class Pressed:
    """A press that has passed the gate, with what its payload says; for actions on jobs, with its job."""

    press: Press
    say: Say
    target: str
    index: int | None
    about: JobRow | None

    @property
    def job(self) -> JobRow:
        """The job that the button is about."""
        assert self.about is not None
        return self.about


@dataclass(frozen=True)
class Action:
    """What a button can do.

    Attributes:
        word: names it in payloads; buttons live for ever, so it never changes.
        run: does it; a short sentence for the person, or None.
        on: the kinds of message whose buttons may do it.
        owners: whether it is for the job's owner and admins alone.
    """

    word: str
    run: Callable[[Pressed], Awaitable[str | None]]
    on: frozenset[Kind]
    owners: bool = False

    @property
    def about_a_job(self) -> bool:
        """Whether its payload names a job."""
        return not self.on & ABOUT_NO_JOB


class Actions:
    """All actions by their words."""

    def __init__(self, actions: Iterable[Action], store: Store, access: Access) -> None:
        self._actions = {action.word: action for action in actions}
        self._store = store
        self._access = access

    async def do(self, press: Press, say: Say) -> str | None:
        """Does what a button says; a short sentence for the person, or None.

        Raises:
            NotFound: there is no such action or job, or the message is none that has such a button.
            NotYours: it is for others.
            LukisError: whatever the action itself raises.
        """
        payload = decode(press.payload)
        action = self._actions.get(payload.action)
        if action is None:
            raise NotFound()
        job = await self._store.jobs.get(payload.target) if action.about_a_job else None
        await self._check(action, press, job)
        return await action.run(Pressed(press, say, payload.target, payload.index, job))

    async def _check(self, action: Action, press: Press, job: JobRow | None) -> None:
        """Who may do what, and where: every press on every platform passes here."""
        if not await self._belongs(action, press.message, job):
            raise NotFound()
        if action.owners and job and not await self._may(press, job):
            raise NotYours()

    async def _belongs(self, action: Action, message: Receipt, job: JobRow | None) -> bool:
        """Whether the message may have such a button. One that is just turning into another is waited for."""
        if not message.messages:
            return True  # the page's gallery: nothing there that could be changed
        if _suits(action, await self._note(message), job):
            return True
        await self._store.messages.settled(message.platform, message.chat)
        return _suits(action, await self._note(message), job)

    async def _note(self, message: Receipt) -> Note | None:
        return await self._store.messages.noted(message.platform, message.chat, message.messages[-1])

    async def _may(self, press: Press, job: JobRow) -> bool:
        return job.person == press.person.key or self._access.is_admin(press.person) or await press.admin()


def _suits(action: Action, note: Note | None, job: JobRow | None) -> bool:
    """Whether a message is of a kind for the action, and about that job.

    Messages of earlier versions may be unknown, and so is one that we were killed before noting: their buttons
    go on working. A page of the history shows another job each time it is turned, all of one person.
    """
    if note is None:
        return True
    same = job is None or job.id == note.job or (note.kind == "page" and job.person == note.person)
    return note.kind in action.on and same
