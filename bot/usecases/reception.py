"""Accepts jobs: once a method here returns, what it accepted survives anything."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from weakref import WeakValueDictionary

from bot.errors import EmptyPrompt
from bot.messages import Address, Incoming, Person
from bot.ports import Translator
from bot.store import Store
from bot.store.rows import ImageRow, JobRow, new_id
from bot.usecases.given import (
    Given,
    Pictures,
    Replied,
    Seen,
    as_it_is,
    means_that_picture,
    nothing,
    of_any_use,
    room_beside,
    sent,
)
from bot.usecases.masks import Masks
from bot.usecases.parsing import parse
from bot.usecases.reach import Reach
from bot.usecases.runner import JobRunner
from bot.usecases.sources import looked_at
from bot.usecases.speech import Speech
from bot.usecases.uploads import Intake
from engine.api.cards import ModelCard
from engine.api.errors import Closing, UnfitModel, UnknownChoice
from engine.api.modes import CALLS, MASK, MODES, REPLIED, Choice, Mode, choose
from engine.api.names import find
from engine.api.parameters import PARAMETERS, Parameters, Size
from engine.api.ports import Engine
from engine.api.recipe import Recipe, asked_anew, made_of, resolve
from engine.api.sizes import Source, narrowed
from engine.api.sweeping import NO_AXES, Axes, check_pictures, resolve_all
from engine.api.tags import check_names, check_negative, check_tags


class Reception:
    """Turns what people ask for into jobs that are kept and running."""

    def __init__(
        self,
        engine: Engine,
        translator: Translator,
        store: Store,
        reach: Reach,
        speech: Speech,
        intake: Intake,
        max_waiting: int,
        runner: JobRunner,
    ) -> None:
        self._engine = engine
        self._translator = translator
        self._speech = speech
        self._store = store
        self._reach = reach
        self._intake = intake
        self._masks = Masks(intake)
        self._max_waiting = max_waiting
        self._runner = runner
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.closed = False

    async def accept_text(self, incoming: Incoming) -> JobRow:
        """Accepts a prompt with flags.

        Raises:
            LukisError: it was not accepted, and why.
        """
        locales = self._speech.locales
        own = locales.flags(await self._speech.language(incoming.person))
        try:
            request = parse(
                incoming.text, locales.flags(), models=self._engine.models(), own=own, wordless=True
            )
        except UnknownChoice as unknown:
            if locales.flags().get(unknown.facts["flag"]) == PARAMETERS["model"]:
                self._check_usable(unknown.facts["value"])
            raise
        return await self.accept(incoming, request.prompt, request.parameters, request.axes)

    async def accept(
        self, incoming: Incoming, prompt: str, parameters: Parameters, axes: Axes = NO_AXES
    ) -> JobRow:
        """Checks, keeps and starts a job. A parameter in `axes` is tried with each of its values.

        Raises:
            LukisError: it was not accepted, and why.
        """
        for words in filter(None, (prompt, parameters.negative)):
            check_tags(words)
            check_names(words, self._engine.addons())
        check_negative(parameters.negative or "", PARAMETERS["negative"].flag)
        given, replied = await self._given(incoming)
        if replied and replied.alone and means_that_picture(replied.job, prompt, parameters):
            return await self._anew(incoming, replied, prompt, parameters, axes)
        if replied and replied.alone and not prompt and parameters.given & CALLS:
            job, maker = replied.job, parameters.model or replied.job.recipe.model
            mode = choose([REPLIED], parameters.given, self._cards(maker), maker).mode
            return await self.derived(job, replied.image, mode, parameters, incoming.person, incoming.address)
        parent = replied.job.one(replied.image.index) if replied else None
        if not prompt and parent:
            prompt, parameters = parent.prompt, parameters.model_copy(update={"raw": parent.raw})
        if not prompt:
            raise EmptyPrompt()
        check_pictures(prompt, parameters, axes)
        if parameters.region:
            given = [*given, Given(MASK, nothing)]
        choice = self._choice([g.purpose for g in given], parameters)
        row = JobRow(
            id=new_id(),
            person=incoming.person.key,
            address=incoming.address,
            mode=choice.mode.name,
            prompt=prompt,
            recipe=resolve_all(prompt, parameters, axes, choice.card, choice.mode),
            raw=parameters.raw,
            parent=parent.id if parent else None,
            asked=narrowed(parameters, choice.card),
        )

        named = dict(zip(choice.names, given, strict=True))

        async def seen(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
            """The job once its pictures are here: one to start from has a shape, and maybe words and a mask."""
            guessed = MASK in named and named[MASK].guessed
            found = await self._masks.found(pictures, parameters, guessed)
            meant = choice if {*found} == {*pictures} else self._choice([*found], parameters)
            if REPLIED not in found:
                return row, found
            if found[REPLIED] != pictures[REPLIED]:  # another picture than the one that was replied to
                row = replace(row, parent=None)
            maker = parent.recipe.model if parent and row.parent else None
            source = looked_at(found[REPLIED]).source(maker, meant.card, row.raw)
            recipe = resolve_all(prompt, parameters, axes, meant.card, meant.mode, source)
            return replace(row, mode=meant.mode.name, recipe=recipe), found

        return await self._fetch(row, named, seen)

    def _choice(self, inputs: Sequence[str], parameters: Parameters) -> Choice:
        """What is meant by these pictures. Raises as `choose`."""
        return choose(inputs, parameters.given, self._cards(parameters.model), parameters.model)

    async def _anew(
        self, incoming: Incoming, replied: Replied, prompt: str, parameters: Parameters, axes: Axes
    ) -> JobRow:
        """A picture of ours once more, with other words or parameters where some are given."""
        job = replied.job.one(replied.image.index)
        (card,) = self._cards(parameters.model or job.recipe.model)
        wanted = asked_anew(job.recipe, parameters, card)
        again = replace(job, prompt=prompt or job.prompt, raw=job.raw if not prompt else parameters.raw)
        check_pictures(again.prompt, wanted, axes)
        recipe = resolve_all(again.prompt, wanted, axes, card, MODES[job.mode])
        do = self.opposite if parameters.invert else self.again
        return await do(again, incoming.person, incoming.address, recipe)

    async def derived(
        self,
        job: JobRow,
        image: ImageRow,
        mode: Mode,
        parameters: Parameters,
        person: Person,
        address: Address,
    ) -> JobRow:
        """Another picture made of one of a job's, in another mode, with the same words and a seed of its own.

        Raises:
            NotFound: the picture has been deleted.
            LukisError: it was not accepted, and why.
        """
        (card,) = self._cards(parameters.model or job.recipe.model)
        if not mode.fits(card):
            raise UnfitModel(model=card.name)
        job, size = job.one(image.index), Size(image.width, image.height)
        wanted, source = made_of(job.recipe, parameters, card), Source(size, size=size)
        recipe = resolve(wanted, card, mode, source=source)
        again = replace(job, mode=mode.name, inputs={REPLIED: image.file}, asked="")
        return await self.again(again, person, address, recipe)

    async def opposite(self, job: JobRow, person: Person, address: Address, recipe: Recipe) -> JobRow:
        """The same once more with what was kept painted anew, and what was painted anew kept.

        Raises:
            NotFound: one of the pictures has been deleted.
            BadMask: it has no mask.
            LukisError: it was not accepted, and why.
        """

        async def seen(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
            return row, {**pictures, MASK: await self._masks.opposite(pictures.get(MASK))}

        return await self.again(job, person, address, recipe, seen)

    async def again(
        self, job: JobRow, person: Person, address: Address, recipe: Recipe, seen: Seen = as_it_is
    ) -> JobRow:
        """The same words and pictures once more, as a job of this person's; `seen` looks at the pictures.

        Raises:
            NotFound: one of the pictures has been deleted.
            LukisError: it was not accepted, and why.
        """
        if not find(self._engine.models(), recipe.model, formerly=True):
            self._check_usable(recipe.model, formerly=True)
        row = JobRow(
            id=new_id(),
            person=person.key,
            address=address,
            mode=job.mode,
            prompt=job.prompt,
            raw=job.raw,
            parent=job.id,
            recipe=recipe,
            asked=job.asked,
        )
        kept = {name: self._kept(name, file) for name, file in job.inputs.items()}
        return await self._fetch(row, kept, seen)

    async def corrected(self, job: JobRow, english: str, person: Person, address: Address) -> None:
        """The same once more with a person's own English, which counts for them from now on. Raises as `again`.

        A change joined to a picture's words is theirs for this picture alone: elsewhere it would show that picture.
        So are the words of a sweep, each way of which was translated by itself.
        """
        if job.recipe.sweep or (job.translation and job.translation.joined):
            await self.again(replace(job, prompt=english, raw=True), person, address, job.recipe)
            return
        await self._translator.correct(job.prompt, english, person=person.key)
        await self.again(job, person, address, job.recipe)

    def _cards(self, name: str | None) -> Sequence[ModelCard]:
        """The models to choose from: the one that was named, or all."""
        models = self._engine.models()
        if name is None:
            return models
        if chosen := find(models, name):
            return [chosen]
        self._check_usable(name)
        raise UnknownChoice.among([m.name for m in models], PARAMETERS["model"].flag, name)

    def _check_usable(self, name: str, formerly: bool = False) -> None:
        """Raises BadModel, with its reason, where the name is of a model that is there and can't draw."""
        if bad := find(self._engine.passed_over(), name, formerly):
            raise bad.error(self._engine.models())

    async def _given(self, incoming: Incoming) -> tuple[list[Given], Replied | None]:
        """The pictures that can be of use, one's own before the one replied to; the latter where it is ours."""
        given, replied = [sent(a, self._intake) for a in incoming.attachments], None
        own = [g for g in given if g.purpose != REPLIED]
        if room_beside(own) and (note := await self._reach.replied_to(incoming)) and note.job:
            job = await self._reach.shown(note)
            if image := next((i for i in job.shown if i.index == note.index), None):
                given, replied = [*own, self._kept(REPLIED, image.file)], Replied(job, image, alone=not own)
        return of_any_use(given), replied

    def _kept(self, purpose: str, file: str) -> Given:
        """A picture of ours."""
        return Given(purpose, partial(self._store.files.read, file))

    async def _fetch(self, row: JobRow, given: Mapping[str, Given], seen: Seen = as_it_is) -> JobRow:
        """Starts the job with its pictures, which are fetched only where it has a place; `seen` looks at them.

        One job of a person's after the other: so their pictures don't pile up, and wait for no more than one of
        anybody else's.
        """
        if not given:
            return await self._start(row, {})
        async with self._turns.setdefault(row.person, asyncio.Lock()):
            if self.closed:
                raise Closing()
            if not await self._store.jobs.admits(row, self._max_waiting):
                return row
            pictures = {name: await g.read() for name, g in given.items()}
            return await self._start(*await seen(row, pictures))

    async def _start(self, row: JobRow, pictures: Mapping[str, bytes]) -> JobRow:
        if self.closed:
            raise Closing()
        self._store.watch.check()
        files = {n: await self._store.files.keep_input(row.id, n, png) for n, png in pictures.items()}
        row, new = replace(row, inputs=files), False
        try:
            new = await self._store.jobs.add(row, self._max_waiting)
        finally:
            if not new:
                await self._store.files.remove(files.values())
        if new:
            self._runner.start(row)
        return row
