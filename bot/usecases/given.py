"""The pictures that come with a request, before and after they are fetched."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from bot.messages import Attachment
from bot.pictures.words import Plain
from bot.store.rows import ImageRow, JobRow
from bot.usecases.uploads import Intake
from engine.api.errors import SurplusImage
from engine.api.likes import LIKES
from engine.api.modes import CALLS, END, LIKE, MASK, MODES, OTHER, REPLIED, of_use
from engine.api.parameters import Parameters


class Given(NamedTuple):
    """A picture that came with a request: the name of the input that it is, or "", and how to get it; whether that is
    a guess."""

    purpose: str
    read: Callable[[], Awaitable[Plain]]
    guessed: bool = False


class Replied(NamedTuple):
    """A picture of ours that somebody replied to; `alone` where they sent none of their own along."""

    job: JobRow
    image: ImageRow
    alone: bool


Pictures = Mapping[str, bytes]
"""By the names of the inputs that they are."""

Seen = Callable[[JobRow, Pictures], Awaitable[tuple[JobRow, Pictures]]]
"""What becomes of a job and its pictures when they are here."""


async def as_it_is(row: JobRow, pictures: Pictures) -> tuple[JobRow, Pictures]:
    """Neither is looked at."""
    return row, pictures


async def nothing() -> Plain:
    """A picture that is yet to be made."""
    return Plain(b"")


def means_that_picture(job: JobRow, prompt: str, parameters: Parameters) -> bool:
    """Whether parameters are about the picture replied to, and it is no source of something else."""
    elsewhere = {name for mode in MODES.values() for name in mode.parameters} - MODES[job.mode].parameters
    elsewhere |= {*CALLS, "region"}
    return not parameters.given & elsewhere and (not prompt or parameters.vary is not None)


def sent(attachment: Attachment, intake: Intake) -> Given:
    """A picture of somebody's."""
    take = intake.still if attachment.purpose == MASK else intake.take
    return Given(attachment.purpose, partial(take, attachment))


def as_asked(given: Sequence[Given], parameters: Parameters) -> list[Given]:
    """The pictures that are of use, named as parameters want them; a mask that they describe is yet to be made."""
    useful = led(_likened(given, parameters), parameters)
    return [*useful, Given(MASK, nothing)] if parameters.region else useful


def _likened(given: Sequence[Given], parameters: Parameters) -> list[Given]:
    """The pictures; where a likeness is asked for, with the one named that is meant: the one that came with the words,
    or else the one replied to."""
    found = [*given]
    if parameters.given & LIKES and not any(each.purpose == LIKE for each in found):
        meant = [i for name in ("", REPLIED) for i, each in enumerate(found) if each.purpose == name]
        for i in meant[:1]:
            found[i] = found[i]._replace(purpose=LIKE)
    return found


def paired(given: Sequence[Given], second: str = END) -> list[Given]:
    """The two pictures that a morph lies between, or that lead another one: the one replied to, or the first, and the
    one that is meant to be the `second`, or the next."""
    own = [g for g in given if g.purpose in ("", MASK)]  # neither has a use for a mask
    replied, ends = ([g for g in given if g.purpose == name] for name in (REPLIED, second))
    first, *others = [*(replied if len(own) < 2 else ()), *own, None][:3]
    pair = zip((REPLIED, second), (first, *ends, *others), strict=False)
    return [each._replace(purpose=name) for name, each in pair if each]


def led(given: Sequence[Given], parameters: Parameters) -> list[Given]:
    """As `of_any_use`; several ControlNets may see two of them.

    Raises:
        SurplusImage: one came for them where there are not several.
    """
    purposes = [g.purpose for g in given]
    if len(parameters.control or ()) > 1 and MASK not in purposes:
        return paired(given, OTHER)
    if OTHER in purposes:
        raise SurplusImage()
    return of_any_use(given)


def room_beside(own: Sequence[Given]) -> bool:
    """Whether the picture replied to is of use beside those that came."""
    return len(of_any_use([*own, Given(REPLIED, nothing)])) > len(own)


def of_any_use(given: Sequence[Given]) -> list[Given]:
    """The pictures that are of use. One in reply to another may be a copy that was drawn on, where nothing takes both
    as they are."""
    kept = [given[i] for i in of_use([each.purpose for each in given])]
    if len(kept) == 1 and [each.purpose for each in given] == ["", REPLIED]:
        return [given[0]._replace(purpose=MASK, guessed=True), given[1]]
    return kept
