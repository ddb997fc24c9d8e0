"""Accepts jobs: once a method here returns, what it accepted survives anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.errors import EmptyPrompt, NotFound
from bot.messages import Address, Incoming, Person
from bot.store.rows import JobRow, new_id
from bot.usecases.booking import Booking
from bot.usecases.choosing import Choosing
from bot.usecases.finds import as_typed
from bot.usecases.given import (
    Given,
    Pictures,
    Replied,
    as_asked,
    means_that_picture,
    paired,
    room_beside,
    sent,
)
from bot.usecases.larger import of_its_file
from bot.usecases.links import Links
from bot.usecases.masks import Masks
from bot.usecases.morphs import Morphs
from bot.usecases.parsing import Request, check_words
from bot.usecases.pasted import understood
from bot.usecases.preferences import Preferences
from bot.usecases.reach import Reach
from bot.usecases.repeats import Repeats
from bot.usecases.sheets import finds
from bot.usecases.sketches import Sketches
from bot.usecases.sources import looked_at
from bot.usecases.speech import Speech
from bot.usecases.uploads import Intake
from bot.usecases.wardrobe import Wardrobe
from engine.api.between import nearest
from engine.api.choices import Choice
from engine.api.errors import BadMask, SurplusImage, UnknownChoice
from engine.api.events import GuessedMask
from engine.api.modes import CALLS, MASK, MORPHS, REPLIED
from engine.api.parameters import PARAMETERS, Parameters
from engine.api.ports import Engine
from engine.api.recipe import Recipe
from engine.api.sizes import narrowed
from engine.api.styles import Style
from engine.api.sweeping import NO_AXES, Axes, check_pictures, resolve_all, swept


class Reception:
    """Turns what people ask for into jobs."""

    def __init__(
        self,
        engine: Engine,
        reach: Reach,
        speech: Speech,
        intake: Intake,
        links: Links,
        masks: Masks,
        sketches: Sketches,
        choosing: Choosing,
        wardrobe: Wardrobe,
        repeats: Repeats,
        morphs: Morphs,
        booking: Booking,
        preferences: Preferences,
    ) -> None:
        self._engine = engine
        self._reach = reach
        self._speech = speech
        self._intake = intake
        self._links = links
        self._masks = masks
        self._sketches = sketches
        self._choosing = choosing
        self._wardrobe = wardrobe
        self._repeats = repeats
        self._morphs = morphs
        self._booking = booking
        self._preferences = preferences

    async def accept_text(self, incoming: Incoming) -> JobRow:
        """Accepts a prompt with flags.

        Raises:
            LukisError: it was not accepted, and why.
        """
        return await self.accept_request(incoming, await self.understood(incoming))

    async def understood(self, incoming: Incoming) -> Request:
        """What somebody's words ask for. Raises as `understood`, and BadModel."""
        locales = self._speech.locales
        own = locales.flags(await self._speech.language(incoming.person))
        try:
            return understood(incoming.text, locales.flags(), self._engine, own)
        except UnknownChoice as unknown:
            if locales.flags().get(unknown.facts["flag"]) == PARAMETERS["model"]:
                self._choosing.check_usable(unknown.facts["value"])
            raise

    async def accept_request(self, incoming: Incoming, asked: Request) -> JobRow:
        """Accepts what was understood, and says what there is to say of it. Raises as `accept`."""
        with self._booking.saying(asked.notices):
            return await self.accept(incoming, asked.prompt, asked.parameters, asked.axes)

    async def accept_anew(self, incoming: Incoming, replied: Replied, asked: Request) -> JobRow:
        """Accepts a picture of ours once more, otherwise as far as something is asked for. Raises as `accept`, and
        SurplusImage where pictures come with that."""
        incoming, words = self._links.taken(incoming, asked.prompt)
        if incoming.attachments:
            raise SurplusImage()
        check_words(words, asked.parameters.negative, self._engine.addons())
        job = replied.job.one(replied.image.index)
        dressed = await self._wardrobe.dressed(asked.parameters, incoming.person.key, job.recipe.model)
        with self._booking.saying(asked.notices):
            return await self._repeats.anew(
                incoming, replied, words if words != job.prompt else "", dressed, asked.axes
            )

    async def accept(
        self, incoming: Incoming, prompt: str, parameters: Parameters, axes: Axes = NO_AXES
    ) -> JobRow:
        """Checks, keeps and starts a job. A parameter in `axes` is tried with each of its values.

        Raises:
            LukisError: it was not accepted, and why.
        """
        incoming, prompt = self._links.taken(incoming, prompt)
        check_words(prompt, parameters.negative, self._engine.addons())
        defaults = await self._preferences.defaults(incoming.person.key, incoming.address)
        usual = self._choosing.usual(defaults, parameters)
        parameters = self._choosing.named(
            await self._wardrobe.dressed(parameters, incoming.person.key, usual)
        )
        given, replied = await self._given(incoming)
        style = None if replied else defaults.style
        if parameters.given & MORPHS and not _is_a_part(replied):
            wanted = await self._as_usual(incoming, parameters, style, usual)
            return await self._morphs.accept(incoming, prompt, wanted, axes, paired(given), replied, defaults)
        given = as_asked(given, parameters)
        _check_one_part(parameters, given)
        if made := await self._of_that(incoming, replied, prompt, parameters, axes):
            return made
        parameters = defaults.before(_still_dressed(parameters, replied))
        parent, typed = replied.job.one(replied.image.index) if replied else None, parameters.raw
        if not prompt and parent:
            prompt = nearest(parent.prompt, parent.recipe.place)
            parameters = parameters.model_copy(update={"raw": parent.raw})
        _check_wish(prompt, parameters, axes, given)
        parameters = await self._as_usual(incoming, parameters, style if prompt else None, usual)
        several = swept(prompt, parameters, axes)
        choice = self._choosing.going_on([g.purpose for g in given], parameters, replied, usual)
        full = self._choosing.filled(defaults, parameters, choice, several)
        recipe = resolve_all(prompt, full, axes, choice.card, choice.mode)
        row = self._row(incoming, prompt, full, choice, recipe, parent)
        named = dict(zip(choice.names, given, strict=True))

        async def seen(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
            """The job once its pictures are here: one to start from has a shape, and maybe words and a mask."""
            found = await self._masks.found(pictures, parameters, MASK in named and named[MASK].guessed)
            if REPLIED not in found:
                return row, found
            row, wanted, told = self._as_told(_guessing(row, named, found), found[REPLIED], parameters)
            if MASK not in pictures and not self._choosing.can([*found], wanted, usual):
                found = pictures  # what is transparent in it is no wish
            found, wanted = await self._sketches.found(
                found, wanted, choice if prompt and not replied else None
            )
            same = wanted is parameters and {*found} == {*pictures}
            meant = choice if same else self._choosing.choice([*found], wanted, usual)
            if found[REPLIED] != pictures[REPLIED]:  # another picture than the one that was replied to
                row = replace(row, parent=None)
            maker = parent.recipe.model if parent and row.parent else told
            source = looked_at(found[REPLIED]).source(maker, meant.card, row.raw)
            full = self._choosing.filled(defaults, wanted, meant, several)
            recipe = resolve_all(row.prompt, full, axes, meant.card, meant.mode, source)
            row = replace(row, mode=meant.mode.name, recipe=recipe)
            return as_typed(row) if typed else row, found

        return await self._booking.book(incoming.person, row, named, seen)

    async def _as_usual(
        self, incoming: Incoming, parameters: Parameters, style: Style | None, model: str | None
    ) -> Parameters:
        """These parameters in the style that somebody usually wants."""
        return self._choosing.named(
            await self._wardrobe.usually(parameters, incoming.person.key, style, model)
        )

    def _row(
        self,
        incoming: Incoming,
        prompt: str,
        parameters: Parameters,
        choice: Choice,
        recipe: Recipe,
        parent: JobRow | None,
    ) -> JobRow:
        """A new job, as far as it is known before its pictures are."""
        return JobRow(
            id=new_id(),
            person=incoming.person.key,
            address=incoming.address,
            mode=choice.mode.name,
            prompt=prompt,
            recipe=recipe,
            raw=parameters.raw,
            parent=parent.id if parent else None,
            asked=narrowed(parameters, choice.card),
            notices=self._choosing.instead(parameters),
        )

    async def _of_that(
        self, incoming: Incoming, replied: Replied | None, prompt: str, parameters: Parameters, axes: Axes
    ) -> JobRow | None:
        """A job that is made of the one replied to; None where that is a picture like any other. Raises as `accept`."""
        if not replied or not replied.alone:
            return None
        if _is_a_part(replied):
            person, address = incoming.person, incoming.address
            return await self._repeats.used(replied.job, person, address, prompt, parameters, axes)
        if means_that_picture(replied.job, prompt, parameters):
            return await self._repeats.anew(incoming, replied, prompt, parameters, axes)
        if not prompt and parameters.given & CALLS:
            return await self._repeats.called(incoming, replied, parameters)
        return None

    def _as_told(
        self, row: JobRow, picture: bytes, asked: Parameters
    ) -> tuple[JobRow, Parameters, str | None]:
        """A job without words: in those of the picture's file, with what else that says; and the model that drew it."""
        if row.prompt:
            return row, asked, None
        words, wanted, maker = of_its_file(picture, asked, self._engine.models(), self._engine.addons())
        return replace(row, prompt=words, raw=True), wanted, maker

    async def use(self, job: JobRow, person: Person, address: Address) -> JobRow:
        """Paints what a job has found in a picture. Raises as `Repeats.used`."""
        return await self._repeats.used(job, person, address)

    async def _given(self, incoming: Incoming) -> tuple[list[Given], Replied | None]:
        """The pictures that came, one's own before the one replied to; the latter where it is ours."""
        given, replied = [sent(a, self._intake) for a in incoming.attachments], None
        own = [g for g in given if g.purpose != REPLIED]
        if room_beside(own) and (note := await self._reach.replied_to(incoming)) and note.job:
            job = await self._reach.shown(note)
            if image := job.meant(note.index):
                given, replied = (
                    [*own, self._booking.kept(REPLIED, image.file)],
                    Replied(job, image, alone=not own),
                )
            elif not given:
                raise NotFound()
        return given, replied


def _is_a_part(replied: Replied | None) -> bool:
    """Whether somebody replies to a part of a picture that was looked for, and means that."""
    return replied is not None and replied.alone and finds(replied.job)


def _guessing(row: JobRow, named: Mapping[str, Given], found: Pictures) -> JobRow:
    """The job, which says that a picture was taken for a mask where nobody had said that it is one."""
    guessed = MASK in found and MASK in named and named[MASK].guessed
    return replace(row, notices=(*row.notices, GuessedMask())) if guessed else row


def _still_dressed(parameters: Parameters, replied: Replied | None) -> Parameters:
    """These parameters with the style of the picture replied to, where nobody wants another."""
    if not replied or not replied.alone or parameters.style is not None:
        return parameters
    return parameters.model_copy(update={"style": replied.job.recipe.style})


def _check_wish(prompt: str, parameters: Parameters, axes: Axes, given: Sequence[Given]) -> None:
    """Raises EmptyPrompt where nothing is wished for, and as `check_pictures`."""
    if not prompt and not parameters.given & {*CALLS, "region"} and not (given and parameters.style):
        raise EmptyPrompt()
    check_pictures(prompt, parameters, axes)


def _check_one_part(parameters: Parameters, given: Sequence[Given]) -> None:
    """Raises BadMask where the part to be painted anew is said in words and in another way besides."""
    if parameters.only and any(each.purpose == MASK for each in given):
        raise BadMask(fault="double")
