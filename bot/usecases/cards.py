"""What people get to see, built from a job's row and the words of their language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.errors import Blocked, NotFound
from bot.locales import Say
from bot.messages import Button, Card, Made, Otherwise, Shown
from bot.payloads import encode
from bot.store.rows import ImageRow, JobRow
from bot.usecases.buttons import find_buttons, picture_buttons, single_buttons, translation_buttons
from bot.usecases.facts import facts, hint, narrowed, unheard
from bot.usecases.names import file_name
from bot.usecases.notes import notices, translation_notes
from bot.usecases.refusals import error_text
from bot.usecases.sheets import counted, finds, legend, motion, sheet
from bot.usecases.waiting import larger, starting, state
from engine.api.cards import ModelCard
from engine.api.events import Event, Progress


def status_card(say: Say, job: JobRow, event: Event | None = None, sees: bool = True) -> Card:
    """The status message while a job waits or runs; whether its person `sees` the picture on its way."""
    progress = event.step / max(event.total, 1) if isinstance(event, Progress) else None
    return Card(
        text="\n".join(filter(None, (larger(say, job, event), state(say, event), starting(say, event)))),
        prompt=job.prompt,
        notes=counted(say, job),
        buttons=((Button(say("button-cancel"), encode("cancel", job.id)),),),
        progress=progress,
        preview=event.preview if isinstance(event, Progress) and sees and not job.hidden else None,
        job=job.id,
        kind="status",
    )


def result_card(say: Say, job: JobRow, root: Path, model: ModelCard | None = None) -> Card:
    """The end of a job: its pictures with their buttons, or the sentence that says why there are none."""
    if job.state == "cancelled":
        return _wordy(job, say("status-cancelled"))
    if job.state == "failed":
        code, why = job.error or ("unknown", {})
        if code == Blocked.code:  # nothing repeats its words
            return replace(_wordy(job, error_text(say, code, why)), prompt="")
        return _wordy(job, error_text(say, code, {"words": job.recipe.only, **why}))
    if not job.shown:
        return _wordy(job, say("result-deleted"))
    pictures = tuple(shown(job, i, root) for i in job.shown)
    if finds(job):
        return _found(say, job, root, pictures)
    swept = (sheet(job, root) or pictures[0],) if job.recipe.sweep else ()
    return Card(
        prompt=job.prompt,
        notes=(
            *translation_notes(say, job),
            *narrowed(say, job, job.shown),
            *unheard(say, job, model),
            *notices(say, job),
            *((legend(say, job),) if swept else ()),
            *(facts(say, job, job.shown, model) if not job.recipe.spread else ()),
            *hint(say, job, model),
        ),
        pictures=swept or pictures,
        parts=pictures if swept else (),
        moving=None if job.hidden else motion(job, root),
        buttons=(*picture_buttons(say, job, model), *translation_buttons(say, job)),
        job=job.id,
        kind="picture",
        otherwise=otherwise(say),
    )


def _found(say: Say, job: JobRow, root: Path, mask: tuple[Shown, ...]) -> Card:
    """A part of a picture that was looked for, over the picture: a person says whether it is what they meant."""
    return Card(
        text=say("find-found", words=job.recipe.only),
        prompt=job.prompt,
        notes=(*translation_notes(say, job), *notices(say, job)),
        pictures=(sheet(job, root) or mask[0],),
        parts=mask,
        buttons=find_buttons(say, job),
        job=job.id,
        kind="picture",
        otherwise=otherwise(say),
    )


def _wordy(job: JobRow, text: str) -> Card:
    """A result without pictures."""
    return Card(text=text, prompt=job.prompt, job=job.id, kind="sentence")


def over_card(say: Say, job: JobRow) -> Card:
    """What a status message says that can't be taken away though the result has come."""
    return Card(text=say("status-over"), job=job.id, kind="sentence")


def deleted_card(say: Say, job: JobRow) -> Card:
    """What a message says that can't be taken away though its pictures are deleted."""
    return Card(text=say("result-deleted"), job=job.id, kind="sentence")


def undo_card(say: Say, job: JobRow, index: int | None, left: Card | None = None) -> Card:
    """In place of pictures just deleted: a button that brings them back, above what is left of the result, if any."""
    undo = (Button(say("button-undo"), encode("undo", job.id, index)),)
    left = left or Card(prompt=job.prompt, job=job.id, kind="picture", index=index or 0)
    return replace(left, text=say("result-deleted"), buttons=(undo, *left.buttons))


def one_card(say: Say, job: JobRow, root: Path, index: int, model: ModelCard | None) -> Card:
    """One picture of a job by itself, with its buttons. Raises NotFound where it can't be read."""
    image = next((image for image in job.images if image.index == index), None)
    if image is None:
        raise NotFound()
    job = job.one(index)
    return Card(
        prompt=job.prompt,
        notes=(*translation_notes(say, job), *notices(say, job), *facts(say, job, (image,), model)),
        pictures=(shown(job, image, root),),
        buttons=single_buttons(say, job, index, model),
        job=job.id,
        kind="picture",
        otherwise=otherwise(say),
    )


def english(job: JobRow) -> str:
    """What a job was drawn from, in English."""
    return job.translation.english if job.translation else job.prompt


def edit_card(say: Say, job: JobRow) -> Card:
    """The question for English of one's own."""
    return Card(text=say("edit-ask", english=english(job)), job=job.id, kind="edit", ask=True)


def original_card(say: Say, job: JobRow, original: Shown) -> Card:
    """A picture's own file, to be kept."""
    return Card(
        document=original.file,
        file_name=original.name,
        fit=original.fit,
        spoiler=original.spoiler,
        job=job.id,
        kind="original",
        index=original.index,
        otherwise=otherwise(say),
    )


def otherwise(say: Say) -> Otherwise:
    """What is said where a chat does not take a job's pictures."""
    return Otherwise(say("result-smaller"), say("result-not-taken"), say("result-held-back"))


def shown(job: JobRow, image: ImageRow, root: Path) -> Shown:
    """A kept picture as platforms show it."""
    file, name = root / image.file, file_name(job, image)
    place = image.width, image.height, image.seed, image.index
    return Shown(file, *place, name, job.number, image.fit, job.hidden)


def made(job: JobRow, root: Path) -> Made:
    """A finished job as galleries show it: of a morph the animation alone."""
    if whole := motion(job, root):
        return Made(job.id, job.prompt, job.created, (whole,))
    return Made(job.id, job.prompt, job.created, tuple(shown(job, i, root) for i in job.shown))
