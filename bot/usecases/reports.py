"""Reports: what people and lists tell admins of, and what admins do about it, once."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.errors import NotFound, NotYours
from bot.locales import Say
from bot.messages import Address, Button, Card, Receipt
from bot.payloads import encode
from bot.store import Store
from bot.store.moderation import EVERYWHERE, Act, Place, What, banning
from bot.store.reports import Report
from bot.store.rows import JobRow
from bot.store.trouble import until_kept
from bot.usecases.actions import Pressed
from bot.usecases.admins import Admins
from bot.usecases.answers import Answers
from bot.usecases.deletions import Deletions
from bot.usecases.moderation import Moderation
from bot.usecases.runner import JobRunner
from bot.usecases.speech import Speech

log = logging.getLogger(__name__)

DEEDS: tuple[What, ...] = ("remove", "warn", "ban", "dismiss")
"""What admins can do about a report, in the order of the buttons."""

MOST = 5
"""Reports that are sent at a time to somebody who asks for them."""

MOST_OPEN = 10
"""Reports of one person that wait, and those by lists of one person's words that are told: nobody in charge is to be
flooded."""

TAKING = ("remove", "ban")
"""Those that take the pictures away."""


class Reports:
    """Passes reports on to admins, and does what they say."""

    def __init__(
        self,
        store: Store,
        answers: Answers,
        speech: Speech,
        admins: Admins,
        deletions: Deletions,
        runner: JobRunner,
        moderation: Moderation,
    ) -> None:
        self._store = store
        self._answers = answers
        self._speech = speech
        self._admins = admins
        self._deletions = deletions
        self._runner = runner
        self._moderation = moderation

    async def report(self, pressed: Pressed) -> str:
        """Tells admins of a picture; what to say to who pressed."""
        job, say = pressed.job, pressed.say
        if not await self._admins.told(job.address):
            return say("report-nobody")
        known = await self._store.reports.get(job.id)
        if known and known.state != "open":
            return say("report-seen")
        person = pressed.press.person.identity
        if not known and await self._store.reports.open_of(person) >= MOST_OPEN:
            return say("report-many")
        index = pressed.index if pressed.index is not None else job.shown[0].index
        await self._store.reports.make(Report(job.id, index, person, ""))
        self._moderation.news.set()
        return say("report-thanks")

    def deed(self, what: What) -> Callable[[Pressed], Awaitable[str]]:
        """What a button under a report does, for who is in charge of the chat that the job is of."""

        async def do(pressed: Pressed) -> str:
            job, person = pressed.job, pressed.press.person
            if not await self._admins.may_in(pressed.press, job.address):
                raise NotYours()
            report = await self._store.reports.get(job.id)
            if report is None:
                raise NotFound()
            act = self._act(pressed, what)
            with_it = [banning(job.person, act.place)] if what == "ban" else []
            if await self._store.reports.close(job.id, act, *with_it):
                report = replace(report, state=what)
            elif not (job.shown and report.state in TAKING):  # else a kill came between
                return pressed.say("report-done-already")
            await self._do(pressed, act.place, report.state)
            await self._show(job, report, person.name or person.identity)
            await self._tell_reporter(report)
            return pressed.say("report-done", deed=report.state)

        return do

    def _act(self, pressed: Pressed, what: What) -> Act:
        job, person = pressed.job, pressed.press.person
        here = job.address.place
        place = EVERYWHERE if what == "ban" and self._admins.operates(person) else here
        return Act(person, place, what, job.person)

    async def _do(self, pressed: Pressed, place: Place, what: str) -> None:
        job = pressed.job
        if what == "ban":
            await self._runner.cancel_all(job.person, place)
        if what in TAKING:
            await self._remove(pressed)
        if what == "warn":
            say = await self._speech.say_to(job.person)
            await self._answers.answer(job.address.alone, Card(text=say("report-warning")))

    async def _remove(self, pressed: Pressed) -> None:
        """Deletes all of a job's pictures, wherever they are shown; its person may have been quicker."""
        where, job = pressed.press.message, pressed.job
        await self._runner.cancel(job)
        nowhere = Receipt(platform=where.platform, chat=where.chat)
        press = replace(pressed.press, message=nowhere)
        try:
            await self._deletions.delete(replace(pressed, press=press, index=None))
        except NotFound:
            log.info("what was reported is gone already: %s", job.id)

    async def run(self) -> None:
        """Tells admins of what there is, until cancelled."""
        while True:
            self._moderation.news.clear()
            for job_id in await until_kept(self._store.reports.untold):
                try:
                    await self._tell(job_id)
                except Exception:
                    log.exception("a report can't be passed on")
                await until_kept(self._store.reports.told, job_id)
            await self._moderation.news.wait()

    async def _tell(self, job_id: str) -> None:
        """Writes to everybody who is in charge; one who can't be written to costs no other."""
        for address, card in await until_kept(self._letters, job_id):
            try:
                await until_kept(self._answers.answer, address, card)
            except Exception:
                log.exception("one in charge can't be told of a report")

    async def _letters(self, job_id: str) -> list[tuple[Address, Card]]:
        """What they are written, each in their own language, and where."""
        job, report = await self._store.jobs.get(job_id), await self._store.reports.get(job_id)
        if report is None:
            return []
        if not report.person and await self._store.reports.open_about(job.person) > MOST_OPEN:
            return []  # /moderate reports has it
        doors = [(key, await self._admins.door(key)) for key in await self._admins.told(job.address)]
        return [
            (door, report_card(await self._speech.say_to(key), job, report)) for key, door in doors if door
        ]

    async def again(self, key: str, place: Place) -> int:
        """Sends what nobody has settled, of a chat or of all, to one who is in charge; how many there are of it."""
        address, say = await self._admins.door(key), await self._speech.say_to(key)
        if address is None:
            return 0
        waiting = await self._store.reports.open(place, MOST)
        for report in waiting:
            job = await self._store.jobs.get(report.job)
            await self._answers.answer(address, report_card(say, job, report))
        return len(waiting)

    async def _show(self, job: JobRow, report: Report, by: str) -> None:
        """Lets all messages about a report say what was done, each in its reader's language."""
        doors = {key: await self._admins.door(key) for key in await self._admins.told(job.address)}
        readers = {door.chat: key for key, door in doors.items() if door}
        for message in await self._store.messages.reports(job.id):
            say = await self._speech.say_to(readers.get(message.chat, ""))
            there = Address(platform=message.platform, chat=message.chat)
            await self._answers.turn(message, report_card(say, job, report, by), there)

    async def _tell_reporter(self, report: Report) -> None:
        """A word to who told, alone."""
        if report.person and (address := await self._admins.door(report.person)):
            say = await self._speech.say_to(report.person)
            await self._answers.answer(
                address, Card(text=say("report-outcome", deed=report.state), private=True)
            )


def report_card(say: Say, job: JobRow, report: Report, by: str = "") -> Card:
    """A report as admins see it: with what can be done, or what was."""
    who = {"person": job.person, "chat": f"{job.address.platform}:{job.address.chat}"}
    text = say("report-listed", line=report.line, **who) if report.line else say("report-told", **who)
    if report.state != "open":
        text = f"{text}\n{say('report-closed', deed=report.state, name=by)}"
    look = Button(say("button-show"), encode("show", job.id, report.index))
    deeds = tuple(Button(say(f"button-{what}"), encode(what, job.id)) for what in DEEDS)
    return Card(
        text=text,
        prompt=job.prompt,
        buttons=((look,), deeds[:2], deeds[2:]) if report.state == "open" else (),
        private=True,
        job=job.id,
        kind="report",
        index=report.index,
    )
