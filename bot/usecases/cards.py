"""What people get to see, built from a job's row and the words of their language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.errors import ERRORS, Blocked
from bot.locales import Say
from bot.messages import Button, Card, Made, Otherwise, Shown
from bot.payloads import encode
from bot.store.history import Page
from bot.store.rows import ImageRow, JobRow
from bot.usecases.buttons import find_buttons, picture_buttons, single_buttons, translation_buttons
from bot.usecases.names import file_name
from bot.usecases.notes import notices, translation_notes
from bot.usecases.sheets import counted, finds, legend, motion, sheet, valued
from bot.usecases.waiting import larger, starting, state, until
from engine.api.cards import ModelCard
from engine.api.errors import LukisError
from engine.api.events import Event, Progress
from engine.api.modes import MODES
from engine.api.parameters import PARAMETERS
from engine.api.samplers import sampler_title


def status_card(say: Say, job: JobRow, event: Event | None = None) -> Card:
    """The status message while a job waits or runs."""
    progress = event.step / max(event.total, 1) if isinstance(event, Progress) else None
    return Card(
        text="\n".join(filter(None, (larger(say, job, event), state(say, event), starting(say, event)))),
        prompt=job.prompt,
        notes=counted(say, job),
        buttons=((Button(say("button-cancel"), encode("cancel", job.id)),),),
        progress=progress,
        preview=event.preview if isinstance(event, Progress) and not job.hidden else None,
        job=job.id,
        kind="status",
    )


def result_card(say: Say, job: JobRow, root: Path, model: ModelCard | None = None) -> Card:
    """The end of a job: its pictures with their buttons, or the sentence that says why there are none."""
    if job.state == "cancelled":
        return _wordy(job, say("status-cancelled"))
    if job.state == "failed":
        code, facts = job.error or ("unknown", {})
        if code == Blocked.code:  # nothing repeats its words
            return replace(_wordy(job, error_text(say, code, facts)), prompt="")
        return _wordy(job, error_text(say, code, {"words": job.recipe.only, **facts}))
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
            *_narrowed(say, job, job.shown),
            *_unheard(say, job, model),
            *notices(say, job),
            *((legend(say, job),) if swept else ()),
            *(_facts(say, job, job.shown, model) if not job.recipe.spread else ()),
            *_hint(say, job, model),
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
    """One picture of a job by itself, with its buttons."""
    image = next(image for image in job.images if image.index == index)
    job = job.one(index)
    return Card(
        prompt=job.prompt,
        notes=(*translation_notes(say, job), *notices(say, job), *_facts(say, job, (image,), model)),
        pictures=(shown(job, image, root),),
        buttons=single_buttons(say, job, index, model),
        job=job.id,
        kind="picture",
        otherwise=otherwise(say),
    )


def edit_card(say: Say, job: JobRow) -> Card:
    """The question for English of one's own."""
    english = job.translation.english if job.translation else job.prompt
    return Card(text=say("edit-ask", english=english), job=job.id, kind="edit", ask=True)


def history_card(say: Say, page: Page, root: Path, model: ModelCard | None, here: bool = False) -> Card:
    """One page of the history, or of what was made in this chat: one picture or a morph, and buttons to turn the
    page."""
    job, index = page.job, page.index
    if job.recipe.moving and job.shown:
        index = job.recipe.images
        card = replace(result_card(say, job, root, model), buttons=picture_buttons(say, job, model))
    else:
        card = one_card(say, job, root, index, model)
    turns = [
        Button(say("button-newer"), encode("page", job.id, page.number - 1)) if page.number > 1 else None,
        Button(say("button-older"), encode("page", job.id, page.number + 1))
        if page.number < page.total
        else None,
    ]
    show = Button(say("button-show"), encode("show", job.id, index))
    return replace(
        card,
        text=say("history-page-here" if here else "history-page", number=page.number, total=page.total),
        buttons=((*filter(None, turns), show), *card.buttons),
        private=True,
        kind="page",
    )


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


def _facts(say: Say, job: JobRow, images: tuple[ImageRow, ...], model: ModelCard | None) -> tuple[str, ...]:
    """Seed, size and the rest of the recipe, where that can be read; nothing that the model does not know."""
    if job.lost:
        return ()
    recipe, first = job.recipe, images[0]
    common = {
        "seed": "…".join(dict.fromkeys(str(image.seed) for image in (first, images[-1]))),
        "size": f"{first.width}×{first.height}",
        "steps": recipe.steps,
        "sampler": sampler_title(recipe.sampler),
        "cfg": recipe.cfg,
        "model": recipe.model,
    }
    own = {
        name: value
        for name, value in recipe.own(MODES[job.mode]).items()
        if name not in common and not (model and PARAMETERS[name].strange_to(model.family))
    }
    if not recipe.redrawn:
        own |= {name: value for name in ("clip_skip", "vae") if (value := getattr(recipe, name))}
    if recipe.invert:
        own |= {"invert": True}
    if recipe.tile is not None:
        own |= {"tile": {"both": "x+y"}.get(recipe.tile, recipe.tile)}
    if recipe.variations and not recipe.redrawn:
        own = {"vary": recipe.variations[-1].weight} | own
    own = {name: ", ".join(value) if type(value) is tuple else value for name, value in own.items()}
    if recipe.stretched:  # nothing else of the recipe has a say
        own = {"size": common["size"]} | own
    told = [valued(say, name, value) for name, value in own.items()]
    drawn = say("result-redrawn" if recipe.redrawn else "result-facts", **common)
    return (" · ".join(told if recipe.stretched else (drawn, *told)),)


def _narrowed(say: Say, job: JobRow, images: tuple[ImageRow, ...]) -> tuple[str, ...]:
    """That the model draws no such size or shape as was asked for."""
    if not job.asked or job.lost:
        return ()
    size, asked = f"{images[0].width}×{images[0].height}", job.asked.replace("x", "×")
    return (say("result-narrowed", asked=asked, size=size, model=job.recipe.model),)


def _unheard(say: Say, job: JobRow, model: ModelCard | None) -> tuple[str, ...]:
    """That it made no difference what was to be left out: without guidance a model is not told of it."""
    told = job.negative if not job.lost else ""
    if not told or (model and told == model.defaults.negative):
        return ()
    if job.recipe.stretched:
        return ()
    if (
        model and model.family == "flux" and not job.recipe.redrawn
    ):  # its guidance is no comparison of two texts
        return (say("result-unheard", model=model.name),)
    return (say("result-unheard", model="none"),) if job.recipe.cfg == 1 else ()


def _hint(say: Say, job: JobRow, model: ModelCard | None) -> tuple[str, ...]:
    """What a small model draws, where that drew and the prompt names none of it."""
    if model is None or not model.draws or job.translation is None or job.recipe.upscaler:
        return ()
    if _naming(model.draws).search(job.translation.english):
        return ()
    return (say("result-draws", examples="; ".join(model.examples[:3])),)


@lru_cache(maxsize=16)
def _naming(things: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the things, or their last words ("apple" of "red apple"), in one or several."""
    words = {word for thing in things for word in (thing, thing.split()[-1])}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?:s|es)?\b", re.IGNORECASE)


def error_text(say: Say, code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for an error's code."""
    kind = ERRORS.get(code, LukisError)
    filled = {
        "incident": "–",
        "fault": "none",
        **{name: "none" if value == "" else value for name, value in facts.items()},
    }
    if "least" in facts:
        filled["range"] = say("range", **facts)
    if "span" in facts:
        filled["kind"] = say("quota-kind", what=facts["what"], span=facts["span"])
    if "after" in facts:
        filled["wait"] = until(facts["after"])
    for ancestor in kind.__mro__:
        try:
            told = say(f"error-{getattr(ancestor, 'code', 'unknown')}", **filled)
        except KeyError:
            continue
        return "\n".join(
            [told, *([say("models-instead", name=facts["instead"])] if facts.get("instead") else [])]
        )
    return say("error-unknown", **filled)


def error_card(say: Say, error: LukisError) -> Card:
    """An error as an answer."""
    return Card(text=error_text(say, error.code, error.facts), private=True, refused=True)
