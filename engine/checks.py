"""What an engine looks at before it takes a job."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from engine.api import controls
from engine.api.cards import ModelCard, PassedOver
from engine.api.errors import Closing, UnknownChoice
from engine.api.fitting import likened
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.api.names import NO_ADDONS, Addons, IPAdapter, find
from engine.api.parameters import PARAMETERS
from engine.api.samplers import SAMPLER_CHOICES, unknown_sampler


def check_new(job: Job, ids: Container[str], open: bool) -> None:
    """Raises what there is to say against taking the job at all, whatever it asks for.

    Args:
        job: what came.
        ids: of the jobs that the engine has.
        open: whether it takes any.

    Raises:
        Closing: it does not.
        ValueError: it has one of that id.
    """
    if not open:
        raise Closing
    if job.id in ids:
        raise ValueError(f"there is a job {job.id} already")


def check(
    job: Job,
    models: Sequence[ModelCard],
    passed_over: Sequence[PassedOver] = (),
    addons: Addons = NO_ADDONS,
) -> None:
    """Raises a BadRequest where the job names what there is not, or asks of a model what it can't do."""
    mode = MODES[job.mode]
    for recipe in job.recipe.each():
        if recipe.sampler not in SAMPLER_CHOICES:
            raise unknown_sampler(PARAMETERS["sampler"].flag, recipe.sampler)
    card = _meant(job, models, passed_over)
    mode.check(job.inputs)
    mode.check_fit(card)
    for asked in job.recipe.control:
        controls.meant(addons.controls, asked, card)
    likened(job.recipe, mode, addons.adapters, card)


def as_called_now(job: Job, models: Sequence[ModelCard], adapters: Sequence[IPAdapter] = ()) -> Job:
    """The job with the present names of its model and its IP-Adapter: an old one may say a former name, or none.

    Raises:
        UnknownChoice, NoAdapter: there is no such thing.
    """
    card = _meant(job, models)
    called = job.recipe.model_copy(update={"model": card.name})
    recipe = likened(called, MODES[job.mode], adapters, card)
    return job if recipe == job.recipe else job.model_copy(update={"recipe": recipe})


def _meant(job: Job, models: Sequence[ModelCard], passed_over: Sequence[PassedOver] = ()) -> ModelCard:
    name = job.recipe.model
    if card := find(models, name, formerly=True):
        return card
    if bad := find(passed_over, name, formerly=True):
        raise bad.error(models)
    raise UnknownChoice.among([card.name for card in models], PARAMETERS["model"].flag, name)


def together(devices: Iterable[Sequence[PassedOver]]) -> tuple[PassedOver, ...]:
    """What can't draw on one of the devices or another: each finds out for itself what fails to load."""
    return tuple({each.name: each for device in devices for each in device}.values())


def usable(models: Sequence[ModelCard], passed_over: Sequence[PassedOver]) -> tuple[ModelCard, ...]:
    """The models but for those that another device can't load."""
    names = {each.name for each in passed_over}
    return tuple(card for card in models if card.name not in names)
