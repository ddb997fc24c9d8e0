"""Actions: what buttons can do, each registered once; and the gate that every press passes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import get_args

from bot.errors import NotFound, NotYours
from bot.locales import Say
from bot.messages import Jobless, Kind, Press
from bot.payloads import decode
from bot.store.rows import ImageRow, JobRow
from bot.usecases.buttons import FOUND
from bot.usecases.reach import Reach
from bot.usecases.sheets import finds

ABOUT_NO_JOB: frozenset[Kind] = frozenset(get_args(Jobless))


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

    @property
    def image(self) -> ImageRow:
        """The one of its pictures that the button is about, the first where it names none. Raises NotFound."""
        for image in self.job.shown:
            if self.index in (None, image.index):
                return image
        raise NotFound()


@dataclass(frozen=True)
class Action:
    """What a button can do.

    Attributes:
        word: names it in payloads; buttons live for ever, so it never changes.
        run: does it; a short sentence for the person, or None.
        on: the kinds of message whose buttons may do it.
        owners: whether it is for the job's owner and admins alone.
        shown: whether it needs pictures of the job that nobody has deleted.
        begins: of one that asks for words, those that there are; a platform that has forms opens one with them.
        again: whether it draws the same once more, which its person, or the chat, may keep to its person.
        jobless: whether its payload names something else than a job, on a message that shows one.
    """

    word: str
    run: Callable[[Pressed], Awaitable[str | None]]
    on: frozenset[Kind]
    owners: bool = False
    shown: bool = False
    begins: Callable[[JobRow], str] | None = None
    again: bool = False
    jobless: bool = False

    @property
    def about_a_job(self) -> bool:
        """Whether its payload names a job."""
        return not self.jobless and not self.on & ABOUT_NO_JOB


class Actions:
    """All actions by their words."""

    def __init__(self, actions: Iterable[Action], reach: Reach) -> None:
        self._actions = {action.word: action for action in actions}
        self._reach = reach

    async def do(self, press: Press, say: Say) -> str | None:
        """Does what a button says; a short sentence for the person, or None.

        Raises:
            NotFound: there is no such action, the message is none that has such a button, or the job is out of reach
                or deleted.
            NotYours: it is for others.
            LukisError: whatever the action itself raises.
        """
        action, pressed = await self._passed(press, say)
        return await action.run(pressed)

    async def begins(self, press: Press, say: Say) -> str | None:
        """The words that a button's form begins with; None where it has none. Raises as `do`."""
        action, pressed = await self._passed(press, say)
        return action.begins(pressed.job) if action.begins else None

    async def _passed(self, press: Press, say: Say) -> tuple[Action, Pressed]:
        """A press that may be done, and what does it. Raises as `do`."""
        payload = decode(press.payload)
        action = self._actions.get(payload.action)
        if action is None:
            raise NotFound()
        job = await self._reach.pressed(press, action.on, payload.target if action.about_a_job else None)
        if action.shown and job and (await self._reach.taken_back(job) or not _has(job, action.word)):
            raise NotFound()
        if job:
            await self._check(action, press, job)
            press = replace(press, address=press.address.beside(job.address))
        return action, Pressed(press, say, payload.target, payload.index, job)

    async def _check(self, action: Action, press: Press, job: JobRow) -> None:
        """Raises NotYours where this person may not do it with a job that they see."""
        if action.owners and not await self._reach.owns(press, job):
            raise NotYours()
        if action.again:
            await self._reach.check_again(press, job)


def _has(job: JobRow, word: str) -> bool:
    """Whether such a job's pictures have that button: a part that was looked for has buttons of its own alone."""
    return not finds(job) or word in {each for each, _ in FOUND}
