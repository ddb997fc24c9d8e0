"""A job's life after it was accepted: translated, drawn, kept, delivered; resumed after a restart."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Coroutine, Mapping
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from bot.about import work_for
from bot.locales import Say
from bot.ports import Platform
from bot.safety import Policy, kept
from bot.store import Store
from bot.store.moderation import EVERYWHERE, Place
from bot.store.rows import ImageRow, JobRow, State
from bot.store.trouble import until_kept
from bot.translating import Translator
from bot.usecases.answers import Answers
from bot.usecases.cards import status_card
from bot.usecases.courier import Courier
from bot.usecases.endings import Endings
from bot.usecases.eyes import Eyes, withheld
from bot.usecases.finds import asked_of_the_engine
from bot.usecases.moderation import Moderation
from bot.usecases.preferences import Preferences
from bot.usecases.quotas import Quotas
from bot.usecases.speech import Speech
from bot.usecases.status import StatusMessage
from bot.usecases.underway import Underway
from bot.usecases.views import Views
from bot.usecases.wording import Wording
from engine.api.errors import LukisError
from engine.api.events import Cancelled, Done, Event, Failed, HeldBack, Picture, Started
from engine.api.jobs import Job
from engine.api.ports import Engine

log = logging.getLogger(__name__)

LEFT_OVER = "left over"
"""Names, among the results on their way, the work of ending what earlier runs left."""

TERMINAL = "console"
"""Whose jobs wait for nobody: they end with the command (`bot/programs/once.py`)."""

HAND_OVER = 1.5
"""Seconds that a result on its way to the platform gets beyond the grace of a stop. One that takes longer goes out
again at the next start, as after a kill: whoever stops us kills us a moment later."""


class JobRunner:
    """Runs every accepted job to its delivery, one task each.

    Attributes:
        underway: what it is at, to look at.
    """

    def __init__(
        self,
        engine: Engine,
        translator: Translator,
        store: Store,
        platforms: Mapping[str, Platform],
        answers: Answers,
        speech: Speech,
        views: Views,
        eyes: Eyes,
        moderation: Moderation,
        quotas: Quotas,
    ) -> None:
        self._engine = engine
        self._wording = Wording(translator, store)
        self._store = store
        self._preferences = Preferences(store.preferences)
        self._platforms = platforms
        self._answers = answers
        self._speech = speech
        self._eyes = eyes
        self._moderation = moderation
        self._quotas = quotas
        self._courier = Courier(store, views.result, eyes)
        self._endings = Endings(store, platforms, views.result, views.over)
        self.underway = Underway()
        self._running: dict[str, asyncio.Task[None]] = {}
        self._delivering: dict[str, asyncio.Task[None]] = {}

    def start(self, job: JobRow) -> None:
        """Runs an accepted job in the background; one that runs already, as `resume` may have found it, once."""
        if job.id in self._running:
            return
        task = asyncio.create_task(self._guarded(job), name=f"job {job.id}")
        self._running[job.id] = task
        self.underway.begin(job)
        task.add_done_callback(lambda _: self._over(job.id))

    def _over(self, job_id: str) -> None:
        self._running.pop(job_id, None)
        self.underway.end(job_id)

    async def resume(self) -> None:
        """Goes on with what an earlier run left: unfinished jobs, undelivered results, status messages."""
        for job_id in await self._store.deliveries.due(self._platforms):
            if (job := await self._store.jobs.get(job_id)).address.platform in self._platforms:
                self._deliver(job)
        for job in await self._store.jobs.unfinished(self._platforms):
            self.start(job)
        self._background(LEFT_OVER, self._endings.sweep())
        for name, count in (await self._store.jobs.elsewhere((*self._platforms, TERMINAL))).items():
            log.warning("Asked for on %s: %d. They wait until it is on again.", name.capitalize(), count)

    async def cancel(self, job: JobRow) -> bool:
        """Stops a waiting or running job; False if it is finished already."""
        if not await self._store.jobs.finish(job.id, "cancelled"):
            return False
        await self._engine.cancel(job.id)
        if task := self._running.get(job.id):
            task.cancel()
            await asyncio.wait([task])
        self._deliver(job)
        return True

    @property
    def busy(self) -> int:
        """How many jobs wait or run."""
        return len(self._running)

    async def cancel_all(self, person: str, place: Place = EVERYWHERE) -> int:
        """Stops all of a person's waiting and running jobs, those of one chat or all; how many there were."""
        ids = await self._store.jobs.unfinished_of(person, place)
        return sum([await self.cancel(await self._store.jobs.get(i)) for i in ids])

    async def let_go(self, person: str) -> None:
        """Stops all of a person's jobs and results. What a platform has in its hands already goes out, and is taken
        away once it has, if its job is forgotten by then."""
        await self.cancel_all(person)
        tasks = {**self._running, **self._delivering}
        theirs = await self._store.jobs.among(person, tasks)
        for job_id in theirs:
            if not self._courier.sending(job_id):  # stopped half-way, nobody knew which messages to take away
                tasks[job_id].cancel()
        if theirs:
            await asyncio.wait([tasks[job_id] for job_id in theirs], timeout=HAND_OVER)

    async def settle(self, grace: float) -> None:
        """Waits up to `grace` seconds for what runs, then stops it; what is unfinished resumes at the next start.

        A result that is being handed over gets longer, since stopping half-way would deliver it twice.
        """
        self._courier.close()
        if sweep := self._delivering.get(LEFT_OVER):
            sweep.cancel()
        await self._wait(grace)
        tasks = {**self._running, **self._delivering}
        for task in (task for job_id, task in tasks.items() if not self._courier.sending(job_id)):
            task.cancel()
        await self._wait(HAND_OVER)
        for task in tasks.values():
            task.cancel()
        await self._wait(None)

    async def _wait(self, seconds: float | None) -> None:
        if tasks := [*self._running.values(), *self._delivering.values()]:
            await asyncio.wait(tasks, timeout=seconds)

    async def finished(self, job_id: str) -> JobRow:
        """The job once its run and delivery are over."""
        if task := self._running.get(job_id):
            await asyncio.wait([task])
        return await self._store.jobs.get(job_id)

    def _deliver(self, job: JobRow) -> None:
        """Delivers a result in the background, where nothing here is at it yet."""
        if job.id not in self._running and job.id not in self._delivering:
            self.underway.begin(job)
            self.underway.deliver(job.id)
            self._background(job.id, self._delivered(job.address.platform, job.id))

    async def _delivered(self, platform: str, job_id: str) -> None:
        """Delivers a result, and ends the status message once that has been noted."""
        if platform not in self._platforms:
            log.warning("job %s is delivered once %s is on again", job_id, platform)
            return
        with work_for(platform, "", job_id):
            await self._courier.deliver(self._platforms[platform], job_id)
            await self._store.db.kept()
            await self._endings.end(job_id)

    def _background(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._delivering[name] = task = asyncio.create_task(work, name=f"delivery {name}")
        task.add_done_callback(lambda _: self._handed_over(name))

    def _handed_over(self, name: str) -> None:
        self._delivering.pop(name, None)
        self.underway.end(name)

    async def _guarded(self, job: JobRow) -> None:
        with work_for(job.address.platform, job.person, job.id):
            try:
                await self._run(job)
            except LukisError as error:
                await self._finish(job, "failed", error=(error.code, error.facts))
            except Exception:
                incident = secrets.token_hex(4)
                log.exception("job %s broke: incident %s", job.id, incident)
                await self._finish(job, "failed", error=("unknown", {"incident": incident}))
            self._moderation.news.set()
            self.underway.deliver(job.id)
            await self._delivered(job.address.platform, job.id)

    async def _run(self, job: JobRow) -> None:
        if job.lost:
            raise LukisError(incident=str(job.id))
        choices, say = self._speech.choices, await until_kept(self._speech.say_to, job.person)
        async with StatusMessage(
            self._answers,
            job.address,
            job.status,
            lambda receipt: self._store.jobs.set_status(job.id, receipt),
            parting=replace(status_card(say, job), text=say("status-parting")),
        ) as status:
            sees = await until_kept(self._preferences.chosen, "previews", job.person, job.address) == "on"
            status.show(status_card(say, job))
            job = await self._wording.english(job)
            policy = await until_kept(self._eyes.policy, job.address)
            asked = await self._asked(job, checked=policy != "off")
            job = await self._moderation.heard(job, asked.prompt, asked.recipe)
            final = await self._draw(job, asked, status, say, choices, sees)
        await self._keep(job, policy, final)

    async def _draw(
        self, job: JobRow, asked: Job, status: StatusMessage, say: Say, choices: int, sees: bool
    ) -> Event | None:
        """Lets the engine draw; its final event. `say` is that of so many `choices` of a language; one who `sees` has
        the picture shown on its way."""
        event: Event | None = None
        async with aclosing(self._engine.submit(asked)) as events:
            async for event in events:
                self.underway.hear(job.id, event)
                if isinstance(event, Started):
                    await until_kept(self._store.jobs.set_running, job.id)
                if choices != self._speech.choices:  # perhaps by them
                    choices, say = self._speech.choices, await until_kept(self._speech.say_to, job.person)
                if not isinstance(event, Done | Failed | Cancelled):
                    status.show(status_card(say, job, event, sees))
        return event

    async def _asked(self, job: JobRow, checked: bool) -> Job:
        """What the engine is to draw."""
        assert job.translation is not None
        read = self._store.files.read
        inputs = {name: await until_kept(read, file) for name, file in job.inputs.items()}
        prompt, recipe = asked_of_the_engine(job, job.translation.english, inputs)
        return Job(
            id=job.id,
            tenant=job.person,
            share=self._quotas.share(job.rank),
            mode=job.mode,
            prompt=prompt,
            recipe=recipe,
            checked=checked,
            inputs=inputs,
        )

    async def _keep(self, job: JobRow, policy: Policy, final: Event | None) -> None:
        """Writes the pictures that may be seen there, then gives the job its final state."""
        match final:
            case Done(pictures, seconds, told):
                fit = [i for i, picture in enumerate(pictures) if kept(policy, picture.verdict)]
                if not fit:
                    raise withheld(pictures)
                held = (HeldBack(len(pictures) - len(fit)),) if len(fit) < len(pictures) else ()
                notices = (*job.notices, *told, *held)
                images = [await until_kept(self._image, job, i, pictures[i]) for i in fit]
                if not await self._finish(job, "done", images=images, seconds=seconds, notices=notices):
                    await until_kept(self._store.files.remove, [i.file for i in images])
            case Failed(code, facts):
                if reason := facts.get("reason"):
                    log.info("job %s failed: %s: %s", job.id, code, reason)
                await self._finish(job, "failed", error=(code, facts))
            case Cancelled():
                await self._finish(job, "cancelled")
            case _:
                raise RuntimeError(f"the engine ended job {job.id} with {final!r}")

    async def _finish(self, job: JobRow, state: State, **about: Any) -> bool:
        """Gives the job its final state, however long the store takes to take it; False if it had one already."""
        return await until_kept(self._store.jobs.finish, job.id, state, **about)

    async def _image(self, job: JobRow, index: int, picture: Picture) -> ImageRow:
        file = await self._store.files.keep(job.id, index, picture.png)
        shape = picture.width, picture.height
        return ImageRow(index, picture.seed, *shape, file, verdict=picture.verdict)
