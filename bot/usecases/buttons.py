"""The buttons of a finished job's cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.locales import Say
from bot.messages import Button
from bot.payloads import encode
from bot.store.rows import JobRow
from bot.usecases.sheets import MOTION, finds, numbered
from engine.api.canvas import GROWTHS, grows
from engine.api.cards import ModelCard
from engine.api.modes import MASK, called
from engine.api.parameters import Size
from engine.api.upscaling import fits

Rows = tuple[tuple[Button, ...], ...]
T = TypeVar("T")

SINGLE = (
    (
        ("reroll", "button-reroll"),
        ("subtle", "button-subtle"),
        ("strong", "button-strong"),
        ("remix", "button-remix"),
    ),
    (("double", "button-upscale"), ("quadruple", "button-upscale"), ("zoom", "button-zoom")),
    (("left", "button-left"), ("right", "button-right"), ("up", "button-up"), ("down", "button-down")),
    (
        ("square", "button-square"),
        ("original", "button-original"),
        ("star", "button-star"),
    ),
    (("delete", "button-delete"), ("report", "button-report")),
)
"""What can be done with a picture, in rows: actions, and what their buttons say."""

MASKED = (("invert", "button-invert"),)
"""And with one of which a part was painted anew."""

FOUND = (("use", "button-use"), ("invert", "button-invert"), ("delete", "button-cancel"))
"""And with a part of one that was looked for: to paint it anew, to mean all else, or to leave it."""

ASKING = ("edit",)
"""Those that ask for words: by a form, where a platform has some."""

TIMES = {"double": 2, "quadruple": 4}
"""Those that make it so many times as large."""


def find_buttons(say: Say, job: JobRow) -> Rows:
    """Below a part of a picture that was looked for."""
    return (tuple(Button(say(label), encode(word, job.id)) for word, label in FOUND),)


def picture_buttons(say: Say, job: JobRow, model: ModelCard | None) -> Rows:
    """Below a job's pictures; `model` drew them, None where it is not here any more."""
    if len(job.images) == 1:
        return single_buttons(say, job, None, model)
    numbers = numbered(job)
    if job.recipe.sweep:
        return _of_sheet(say, job, numbers)
    last = (
        Button(say("button-reroll"), encode("reroll", job.id)),
        Button(say("button-star"), encode("star", job.id)),
        Button(say("button-delete"), encode("delete", job.id)),
        Button(say("button-report"), encode("report", job.id)),
    )
    return (
        *_by_fours(Button(say("button-one", number=i + 1), encode("show", job.id, i)) for i in numbers),
        *_by_fours(
            Button(say("button-original-one", number=i + 1), encode("original", job.id, i)) for i in numbers
        ),
        last,
    )


def _of_sheet(say: Say, job: JobRow, numbers: Sequence[int]) -> Rows:
    """Below a contact sheet: each of its pictures by its number, and what is done with all of them."""
    whole, across = (MOTION, 4) if job.recipe.moving else (job.recipe.images, 5)
    last = (
        Button(say("button-reroll"), encode("reroll", job.id)),
        Button(say("button-star"), encode("star", job.id)),
        Button(say("button-original"), encode("original", job.id, whole)),
        Button(say("button-delete"), encode("delete", job.id)),
        Button(say("button-report"), encode("report", job.id)),
    )
    return (
        *in_rows(
            (Button(say("button-one", number=i + 1), encode("show", job.id, i)) for i in numbers), across
        ),
        last,
    )


def _by_fours(buttons: Iterable[Button]) -> Rows:
    return in_rows(buttons, 4)


def in_rows(things: Iterable[T], most: int) -> tuple[tuple[T, ...], ...]:
    """In their order, so many in each row and the rest in the last."""
    row = tuple(things)
    return tuple(row[i : i + most] for i in range(0, len(row), most))


def single_buttons(say: Say, job: JobRow, index: int | None, model: ModelCard | None) -> Rows:
    """Below one picture: what can be done with it."""
    if finds(job):
        return find_buttons(say, job)
    image = next(image for image in job.images if index in (None, image.index))
    size = Size(image.width, image.height)
    first, *others = SINGLE
    rows = ((*first, *MASKED), *others) if MASK in job.inputs else SINGLE
    able = ([(word, label) for word, label in row if _does(word, size, model)] for row in rows)
    return tuple(
        tuple(
            Button(say(label, times=TIMES.get(word, 1)), encode(word, job.id, index)) for word, label in row
        )
        for row in able
        if row
    )


def _does(word: str, size: Size, model: ModelCard | None) -> bool:
    """Whether an action does anything with a picture of that size."""
    if word in TIMES:
        return model is not None and fits(size, TIMES[word])
    if word not in GROWTHS:
        return True
    return model is not None and called("extend").fits(model) and grows(size, word)


def translation_buttons(say: Say, job: JobRow) -> Rows:
    """For another English than the translator's."""
    if job.translation is None or (job.translation.outcome == "unchanged" and not job.translation.joined):
        return ()
    row = [Button(say("button-edit"), encode("edit", job.id))]
    if job.translation.english != job.translation.original:
        row.insert(0, Button(say("button-raw"), encode("raw", job.id)))
    return (tuple(row),)
