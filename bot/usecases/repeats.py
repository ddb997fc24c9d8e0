"""Jobs that are made of jobs: the same once more, and what differs from it."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import NotFound
from bot.messages import Address, Incoming, Person
from bot.store.rows import ImageRow, JobRow, new_id
from bot.translating import Translator
from bot.usecases.booking import Booking
from bot.usecases.choosing import Choosing
from bot.usecases.finds import as_typed, in_english
from bot.usecases.given import Pictures, Replied, Seen, as_it_is
from bot.usecases.masks import Masks
from bot.usecases.reach import Reach
from bot.usecases.sources import looked_at
from engine.api.asking import asked_anew, made_of
from engine.api.between import nearest
from engine.api.errors import BadMask
from engine.api.likes import LIKES
from engine.api.modes import CALLS, LIKE, MASK, MODES, REPLIED, Mode
from engine.api.parameters import Parameters, Size
from engine.api.recipe import Recipe, resolve
from engine.api.sizes import Source
from engine.api.sweeping import NO_AXES, Axes, check_pictures, resolve_all


class Repeats:
    """Turns jobs into other jobs, which are whoever's that asks."""

    def __init__(
        self, translator: Translator, reach: Reach, choosing: Choosing, masks: Masks, booking: Booking
    ) -> None:
        self._translator = translator
        self._reach = reach
        self._choosing = choosing
        self._masks = masks
        self._booking = booking

    async def again(
        self, job: JobRow, person: Person, address: Address, recipe: Recipe, seen: Seen = as_it_is
    ) -> JobRow:
        """The same words and pictures once more, as a job of this person's; `seen` looks at the pictures.

        Raises:
            NotFound: one of the pictures has been deleted.
            LukisError: it was not accepted, and why.
        """
        self._choosing.check_there(recipe.model)
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
        given = {name: self._booking.kept(name, file) for name, file in job.inputs.items()}
        return await self._booking.book(person, row, given, seen)

    async def anew(
        self, incoming: Incoming, replied: Replied, prompt: str, parameters: Parameters, axes: Axes
    ) -> JobRow:
        """A picture of ours once more, with other words or parameters where some are given. Raises as `again`, and
        NotYours."""
        if not prompt or parameters.vary is not None:
            await self._reach.check_again(incoming, replied.job)
        job, mode = replied.job.one(replied.image.index), MODES[replied.job.mode]
        if parameters.invert:
            _check_masked(job)
        again, recipe, seen = self._otherwise(job, mode, prompt, parameters, axes)
        return await self.again(again, incoming.person, incoming.address, recipe, seen)

    def _otherwise(
        self, job: JobRow, mode: Mode, prompt: str, parameters: Parameters, axes: Axes
    ) -> tuple[JobRow, Recipe, Seen]:
        """A job in other words, where there are some; its recipe with these parameters; and what is to be done with its
        pictures. Raises as `again`."""
        card = self._choosing.able(parameters.model or job.recipe.model, mode)
        wanted = asked_anew(job.recipe, self._choosing.named(parameters), card)
        again = replace(job, prompt=prompt or job.prompt, raw=job.raw if not prompt else parameters.raw)
        check_pictures(again.prompt, wanted, axes)
        given = job.recipe.given
        source = Source(given, size=given) if given else None
        recipe = resolve_all(again.prompt, wanted, axes, card, mode, source)
        masked = MASK in job.inputs

        async def seen(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
            """Another model draws at a size of its own: of the shape of the picture that it starts from."""
            if REPLIED in pictures and not source:
                shown = looked_at(pictures[REPLIED]).source(None, card, row.raw)
                row = replace(row, recipe=resolve_all(row.prompt, wanted, axes, card, mode, shown))
            if masked:
                row = replace(row, recipe=row.recipe.turned(job.recipe.invert != parameters.invert))
            return row, await self._inverted(pictures) if parameters.invert and masked else pictures

        return again, recipe, seen

    async def called(self, incoming: Incoming, replied: Replied, parameters: Parameters) -> JobRow:
        """A picture of ours in the mode that a parameter asks for. Raises as `derived` and `choose`."""
        job, image = replied.job, replied.image
        purpose = LIKE if parameters.given & LIKES else REPLIED
        choice = self._choosing.choice([purpose], parameters, job.recipe.model)
        parameters = parameters.model_copy(update={"model": choice.card.name})
        return await self.derived(job, image, choice.mode, parameters, incoming.person, incoming.address)

    async def derived(
        self,
        job: JobRow,
        image: ImageRow,
        mode: Mode,
        parameters: Parameters,
        person: Person,
        address: Address,
    ) -> JobRow:
        """Another picture made of one of a job's, in another mode, with the same words.

        Raises:
            NotFound: the picture has been deleted.
            LukisError: it was not accepted, and why.
        """
        parameters = self._choosing.named(parameters)
        card = self._choosing.able(parameters.model or job.recipe.model, mode)
        job, size = job.one(image.index), Size(image.width, image.height)
        wanted, source = made_of(job.recipe, parameters, card, mode), Source(size, size=size)
        recipe = resolve(wanted, card, mode, source=source)
        words = nearest(job.prompt, job.recipe.place)
        again = replace(job, mode=mode.name, prompt=words, inputs={mode.inputs[0].name: image.file}, asked="")
        return await self.again(again, person, address, recipe, _as_typed if parameters.raw else as_it_is)

    async def used(
        self,
        job: JobRow,
        person: Person,
        address: Address,
        prompt: str = "",
        parameters: Parameters | None = None,
        axes: Axes = NO_AXES,
    ) -> JobRow:
        """What was found in a picture painted anew, with other words or parameters where some are given; or, where they
        name another part, that looked for.

        Raises:
            NotFound: the mask has been deleted.
            BadMask, SurplusImage: something is asked for that is not done to a part that was found.
            LukisError: it was not accepted, and why.
        """
        mode = MODES[job.mode]
        then = mode if parameters and parameters.only else MODES[mode.leads]
        if not job.shown:
            raise NotFound()
        if parameters:
            self._check_of_a_part(job, then, parameters)
        inputs = {name: file for name, file in job.inputs.items() if name == REPLIED}
        if then is not mode:
            inputs[MASK] = job.shown[0].file
        recipe = job.recipe if then is mode else in_english(job)
        again, seen = replace(job, mode=then.name, inputs=inputs, recipe=recipe), _of_parent_of(job)
        if parameters and (prompt or parameters.given):
            again, recipe, seen = self._otherwise(again, then, prompt, parameters, axes)
            seen = _of_parent_of(job, _as_typed if then is mode and parameters.raw else seen)
        return await self.again(again, person, address, recipe, seen)

    def _check_of_a_part(self, job: JobRow, then: Mode, parameters: Parameters) -> None:
        """Raises BadMask where another part is named or something is done to whole pictures, and SurplusImage where
        something else is asked for."""
        if parameters.region:
            raise BadMask(fault="double")
        if parameters.given & CALLS - then.calls:
            raise BadMask(fault="part")
        self._choosing.choice([each.name for each in then.inputs], parameters, job.recipe.model)

    async def found_opposite(self, job: JobRow, person: Person, address: Address) -> JobRow:
        """What was found shown the other way round: all else. Raises as `again`."""
        recipe = job.recipe.model_copy(update={"invert": not job.recipe.invert})

        async def seen(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
            return replace(row, translation=job.translation), pictures

        return await self.again(job, person, address, recipe, _of_parent_of(job, seen))

    async def opposite(self, job: JobRow, person: Person, address: Address, recipe: Recipe) -> JobRow:
        """The same once more with what was kept painted anew, and what was painted anew kept.

        Raises:
            NotFound: one of the pictures has been deleted.
            BadMask: it has no mask.
            LukisError: it was not accepted, and why.
        """

        _check_masked(job)

        async def seen(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
            recipe = row.recipe.turned(not row.recipe.invert)
            return replace(row, recipe=recipe), await self._inverted(pictures)

        return await self.again(job, person, address, recipe, seen)

    async def _inverted(self, pictures: Pictures) -> Pictures:
        return {**pictures, MASK: await self._masks.opposite(pictures.get(MASK))}

    async def corrected(self, job: JobRow, english: str, person: Person, address: Address) -> None:
        """The same once more with a person's own English, which counts for them from now on. Raises as `again`.

        A change joined to a picture's words is theirs for this picture alone: elsewhere it would show that picture.
        So are the words of a sweep, each way of which was translated by itself.
        """
        if job.recipe.sweep or job.recipe.parted or (job.translation and job.translation.joined):
            await self.again(replace(job, prompt=english, raw=True), person, address, job.recipe)
            return
        await self._booking.check(address, english)
        await self._translator.correct(job.prompt, english, person=person.key)
        await self.again(job, person, address, job.recipe)


async def _as_typed(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
    """What is to be looked for is looked for as it is."""
    return as_typed(row), pictures


def _of_parent_of(job: JobRow, seen: Seen = as_it_is) -> Seen:
    """A job that comes from what another one comes from: a mask has no words of its own. `seen` looks first."""

    async def all_seen(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
        row, pictures = await seen(row, pictures)
        return replace(row, parent=job.parent), pictures

    return all_seen


def _check_masked(job: JobRow) -> None:
    """Raises BadMask where no part of it was painted anew."""
    if MASK not in job.inputs:
        raise BadMask(fault="empty")
