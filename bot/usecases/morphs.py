"""Morphs as people ask for them: between words, from a picture to words in reply to it, or between two pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.messages import Incoming
from bot.store.rows import JobRow, new_id
from bot.usecases.booking import Booking
from bot.usecases.choosing import Choosing
from bot.usecases.defaults import Defaults
from bot.usecases.given import Given, Pictures, Replied
from bot.usecases.sources import looked_at
from engine.api.asking import asked_anew
from engine.api.between import joined, nearest
from engine.api.errors import NothingBetween
from engine.api.modes import MODES, REPLIED
from engine.api.morphing import check_frames, resolve_between
from engine.api.parameters import Parameters
from engine.api.sizes import narrowed
from engine.api.sweeping import Axes


class Morphs:
    """Accepts jobs whose pictures lie between others."""

    def __init__(self, choosing: Choosing, booking: Booking) -> None:
        self._choosing = choosing
        self._booking = booking

    async def accept(
        self,
        incoming: Incoming,
        prompt: str,
        parameters: Parameters,
        axes: Axes,
        given: Sequence[Given],
        replied: Replied | None,
        defaults: Defaults,
    ) -> JobRow:
        """Keeps and starts a morph, or one frame of it. In reply to one, flags alone change that.

        Raises:
            LukisError: it was not accepted, and why.
        """
        if replied and replied.alone and not prompt and replied.job.recipe.parted:
            return await self._anew(incoming, replied.job, parameters, axes)
        if replied and replied.alone and prompt and not replied.job.inputs:
            return await self._onward(incoming, replied, prompt, parameters, axes)
        return await self._between(
            incoming, prompt, defaults.before(parameters), axes, given, replied, defaults
        )

    async def _anew(self, incoming: Incoming, job: JobRow, parameters: Parameters, axes: Axes) -> JobRow:
        """The same morph with other parameters."""
        (card,) = self._choosing.cards(parameters.model or job.recipe.model)
        wanted = asked_anew(job.recipe, parameters, card)
        seeds = tuple(dict.fromkeys(one.seed for one in job.recipe.each()))
        axes = axes if axes or len(seeds) < 2 or "seed" in parameters.given else {"seed": seeds}
        check_frames(job.prompt, wanted, axes, [*job.inputs])
        recipe = resolve_between(wanted, axes, card, MODES[job.mode], [*job.inputs])
        row = self._row(incoming, replace(job, recipe=recipe, notices=()), parent=job.id)
        given = {name: self._booking.kept(name, file) for name, file in job.inputs.items()}
        return await self._booking.book(incoming.person, row, given)

    async def _onward(
        self, incoming: Incoming, replied: Replied, prompt: str, parameters: Parameters, axes: Axes
    ) -> JobRow:
        """From the words of a picture that was made of words alone to others, with the same noise."""
        job = replied.job.one(replied.image.index)
        mode = self._choosing.choice((), parameters, job.recipe.model).mode
        (card,) = self._choosing.cards(parameters.model or job.recipe.model)
        wanted = asked_anew(job.recipe, parameters, card)
        wanted = wanted.model_copy(update={"count": 1, "place": parameters.place})
        words = f"{joined([nearest(job.prompt, job.recipe.place)])} | {prompt}"
        check_frames(words, wanted, axes)
        recipe = resolve_between(wanted, axes, card, mode, ())
        told = replace(
            job, mode=mode.name, prompt=words, raw=parameters.raw, recipe=recipe, asked="", notices=()
        )
        return await self._booking.book(incoming.person, self._row(incoming, told, parent=job.id), {})

    async def _between(
        self,
        incoming: Incoming,
        prompt: str,
        parameters: Parameters,
        axes: Axes,
        given: Sequence[Given],
        replied: Replied | None,
        defaults: Defaults,
    ) -> JobRow:
        """Between words, and the pictures that came; two pictures may speak for themselves."""
        usual = self._choosing.usual(defaults, parameters)
        choice = self._choosing.choice([g.purpose for g in given], parameters, usual)
        parent = replied.job.one(replied.image.index) if replied and choice.names else None
        if not prompt and parent and len(given) > 1:
            prompt, parameters = parent.prompt, parameters.model_copy(update={"raw": parent.raw})
        if not prompt and len(given) < 2:
            raise NothingBetween()
        parameters = self._choosing.filled(defaults, parameters, choice, several=True)
        check_frames(prompt, parameters, axes, choice.names)
        recipe = resolve_between(parameters, axes, choice.card, choice.mode, choice.names)
        asked = narrowed(parameters, choice.card)
        kept = JobRow("", "", incoming.address, choice.mode.name, prompt, recipe, parameters.raw, asked=asked)
        kept = replace(kept, notices=self._choosing.instead(parameters))

        async def seen(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
            """The job once its pictures are here: the first has a shape, and both may have words."""
            looks = [looked_at(pictures[name]) for name in choice.names]
            words = [look.words.prompt for look in looks if look.words]
            if not row.prompt and len(words) == len(looks):
                row = replace(row, prompt=joined(words), raw=True)
            maker = parent.recipe.model if parent else None
            source = looks[choice.names.index(REPLIED)].source(maker, choice.card, row.raw)
            recipe = resolve_between(parameters, axes, choice.card, choice.mode, choice.names, source)
            return replace(row, recipe=recipe), pictures

        named = dict(zip(choice.names, given, strict=True))
        row = self._row(incoming, kept, parent=parent.id if parent else None)
        return await self._booking.book(incoming.person, row, named, seen)

    def _row(self, incoming: Incoming, job: JobRow, parent: str | None) -> JobRow:
        """A new job of that kind, in answer to what came in."""
        return JobRow(
            id=new_id(),
            person=incoming.person.key,
            address=incoming.address,
            mode=job.mode,
            prompt=job.prompt,
            recipe=job.recipe,
            raw=job.raw,
            parent=parent,
            asked=job.asked,
            notices=job.notices,
        )
