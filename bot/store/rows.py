"""A job and its pictures as they lie in the database."""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, get_args

from pydantic import TypeAdapter

from bot.messages import Address, Receipt
from bot.payloads import ID
from bot.store.cells import UNREADABLE, cell, maybe, number, text, unreadable, whole
from bot.store.pictures import is_ours
from bot.translating import Translation
from engine.api.events import Notice, Verdict
from engine.api.modes import MODES
from engine.api.recipe import Recipe
from engine.api.samplers import SAMPLER_CHOICES
from engine.api.spread import side

_ID = re.compile(ID)

LOST = Recipe(model="?", width=8, height=8, steps=1, cfg=1, sampler="euler", seed=0)
"""Stands where a recipe can't be read."""

_TRANSLATION = TypeAdapter(Translation)
_NOTICES = TypeAdapter(tuple[Notice, ...])

UNKNOWN: tuple[str, dict[str, Any]] | None = ("unknown", {})
"""Stands where it can't be read why a job failed."""

State = Literal["queued", "running", "done", "failed", "cancelled"]


@dataclass(frozen=True)
class ImageRow:
    """A kept picture; `file` is relative to the data folder, `verdict` the safety check's."""

    index: int
    seed: int
    width: int
    height: int
    file: str
    deleted: bool = False
    verdict: Verdict = ""

    @property
    def fit(self) -> bool:
        """Whether it is known to be for everybody's eyes."""
        return self.verdict == "fine"


@dataclass(frozen=True)
class JobRow:
    """A job. `recipe.negative` is as typed; `negative` is its English once translated.

    `inputs` are the files of the pictures that it was given, by their names in its mode. `number` says which of its
    person's jobs it is, from 1 on; 0 until it is kept. `asked` is the size or ratio that was asked for where the model
    draws nothing like it, else "". `notices` are what is to be said of how it was drawn. One that is `hidden` shows its
    pictures to who taps them. `rank` is the class of its person as they asked (`bot.quotas`). `person` is an account;
    `asker` is who of it asked, known as it is accepted.
    """

    id: str
    person: str
    address: Address
    mode: str
    prompt: str
    recipe: Recipe
    raw: bool = False
    inputs: Mapping[str, str] = field(default_factory=dict)
    parent: str | None = None
    state: State = "queued"
    status: Receipt | None = None
    translation: Translation | None = None
    negative: str = ""
    error: tuple[str, dict[str, Any]] | None = None
    created: float = 0.0
    finished: float | None = None
    seconds: float | None = None
    images: tuple[ImageRow, ...] = ()
    number: int = 0
    asked: str = ""
    notices: tuple[Notice, ...] = ()
    hidden: bool = False
    rank: str = ""
    asker: str = ""

    @property
    def shown(self) -> tuple[ImageRow, ...]:
        """The pictures that are still there."""
        return tuple(i for i in self.images if not i.deleted)

    def one(self, index: int) -> JobRow:
        """The job as if that picture were all of it, in its words too."""
        alone, images = replace(self, recipe=self.recipe.one(index)), self.recipe.images
        if not self.recipe.spread:
            return alone
        if told := self.translation:
            told = replace(
                told,
                original=side(told.original, index, images).text,
                english=side(told.english, index, images).text,
            )
        return replace(alone, prompt=side(self.prompt, index, images).text, translation=told)

    def meant(self, index: int) -> ImageRow | None:
        """The picture that a message with that index is about: of a morph, or of a mask over its
        picture, as a whole the last that is there."""
        whole = self.recipe.moving or bool(MODES[self.mode].leads)
        last = self.shown[-1] if self.shown and whole and index >= self.recipe.images else None
        return next((image for image in self.shown if image.index == index), last)

    @property
    def lost(self) -> bool:
        """Whether it can't be read well enough to be drawn."""
        return self.recipe is LOST or not self.address.chat

    @property
    def deleted(self) -> bool:
        """Whether it had pictures, and none is left."""
        return bool(self.images) and not self.shown


def translation_json(translation: Translation) -> str:
    """A translation as it is kept."""
    return json.dumps(asdict(translation), ensure_ascii=False)


def notices_json(notices: Sequence[Notice]) -> str:
    """Notices as they are kept."""
    return json.dumps([asdict(notice) for notice in notices], ensure_ascii=False) if notices else ""


def job_row(row: sqlite3.Row, inputs: Mapping[str, str], images: tuple[ImageRow, ...]) -> JobRow:
    """A row of `jobs` with the pictures that it was given and those that it became.

    One cell that can't be read costs no more than what it says: the log tells once, and something stands in for it.
    """
    mode, known = cell(row, "mode", _mode, ""), cell(row, "id", _id, "")
    return JobRow(
        id=row["id"],
        person=cell(row, "person", text, ""),
        address=cell(row, "address", lambda kept: _address(kept, row["platform"]), _nowhere(row["platform"])),
        mode=mode or next(iter(MODES)),
        prompt=cell(row, "prompt", text, ""),
        recipe=cell(row, "recipe", _recipe, LOST) if mode and known else LOST,
        raw=bool(row["raw"]),
        inputs=inputs,
        parent=cell(row, "parent", maybe(text), None),
        state=cell(row, "state", _state, "failed"),
        status=cell(row, "status", maybe(lambda kept: _status(kept, row["platform"])), None),
        translation=cell(row, "translation", maybe(_TRANSLATION.validate_json), None),
        negative=cell(row, "negative", text, ""),
        error=cell(row, "error", maybe(_error), UNKNOWN),
        created=cell(row, "created", number, 0.0),
        finished=cell(row, "finished", maybe(number), None),
        seconds=cell(row, "seconds", maybe(number), None),
        images=images,
        number=cell(row, "number", whole, 0),
        asked=cell(row, "asked", text, ""),
        notices=cell(row, "notices", _notices, ()),
        hidden=bool(row["hidden"]),
        rank=cell(row, "rank", text, ""),
    )


def image_row(row: sqlite3.Row) -> ImageRow | None:
    """A row of `images`, None where it can't be read."""
    try:
        index, seed, width, height = (whole(row[name]) for name in ("idx", "seed", "width", "height"))
        if not width * height:
            raise ValueError(width, height)
        verdict: Verdict = cell(row, "verdict", _verdict, "unchecked", "images", "job")
        return ImageRow(index, seed, width, height, _file(row["file"]), bool(row["deleted"]), verdict)
    except UNREADABLE:
        unreadable("images", row["job"], f"picture {row['idx']}")
        return None


def input_file(row: sqlite3.Row) -> str:
    """The file that a row of `inputs` names; none, which is gone, where it can't be read."""
    return cell(row, "file", _file, "", "inputs", "job")


def _id(value: Any) -> str:
    if not _ID.fullmatch(text(value)):
        raise ValueError(value)
    return text(value)


def _file(value: Any) -> str:
    if not is_ours(text(value)):
        raise ValueError(value)
    return text(value)


def _mode(value: Any) -> str:
    return MODES[value].name


def _verdict(value: Any) -> Verdict:
    if value not in get_args(Verdict):
        raise ValueError(value)
    return value  # type: ignore[no-any-return]


def _state(value: Any) -> State:
    if value not in get_args(State):
        raise ValueError(value)
    return value  # type: ignore[no-any-return]


def _recipe(kept: Any) -> Recipe:
    recipe = Recipe.model_validate_json(kept)
    if recipe.sampler not in SAMPLER_CHOICES:
        raise ValueError(recipe.sampler)
    return recipe


def _address(kept: Any, platform: str) -> Address:
    address = Address.model_validate_json(kept)
    if address.platform != platform:
        raise ValueError(platform)
    return address


def _status(kept: Any, platform: str) -> Receipt | None:
    """A terminal's has no messages: nothing of it is left."""
    status = Receipt.model_validate_json(kept)
    if status.platform != platform:
        raise ValueError(platform)
    return status if status.messages else None


def _nowhere(platform: Any) -> Address:
    return Address(platform=str(platform), chat="")


def _error(kept: Any) -> tuple[str, dict[str, Any]]:
    error = json.loads(kept)
    return text(error["code"]), {name: _fact(value) for name, value in error["facts"].items()}


def _notices(kept: Any) -> tuple[Notice, ...]:
    return _NOTICES.validate_json(text(kept)) if kept else ()


def _fact(value: Any) -> str | float:
    """What fills a blank of a sentence."""
    if isinstance(value, str):
        return value
    number(value)
    return value  # type: ignore[no-any-return]


def new_id() -> str:
    """An id for a job: 16 hexadecimal digits that nobody can guess."""
    return secrets.token_hex(8)
