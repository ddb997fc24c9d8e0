"""A job and its pictures as they lie in the database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

import aiosqlite

from bot.messages import Address, Receipt
from bot.ports import Translation
from engine.api.recipe import Recipe

State = Literal["queued", "running", "done", "failed", "cancelled"]


@dataclass(frozen=True)
class ImageRow:
    """A kept picture; `file` is relative to the data folder."""

    index: int
    seed: int
    width: int
    height: int
    file: str
    deleted: bool = False


@dataclass(frozen=True)
class JobRow:
    """A job. `recipe.negative` is as typed; `negative` is its English once translated.

    `inputs` are the files of the pictures that it was given, by their names in its mode. `number` says which of its
    person's jobs it is, from 1 on; 0 until it is kept.
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

    @property
    def shown(self) -> tuple[ImageRow, ...]:
        """The pictures that are still there."""
        return tuple(i for i in self.images if not i.deleted)

    @property
    def deleted(self) -> bool:
        """Whether it had pictures, and none is left."""
        return bool(self.images) and not self.shown


def translation_json(translation: Translation) -> str:
    """A translation as it is kept."""
    return json.dumps(asdict(translation), ensure_ascii=False)


def _translation(text: str | None) -> Translation | None:
    if text is None:
        return None
    known = {f.name for f in fields(Translation)}
    kept: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in json.loads(text).items() if k in known
    }
    return Translation(**kept)


def job_row(row: aiosqlite.Row, inputs: Mapping[str, str], images: tuple[ImageRow, ...]) -> JobRow:
    """A row of `jobs` with the pictures that it was given and those that it became."""
    error = json.loads(row["error"]) if row["error"] else None
    return JobRow(
        id=row["id"],
        person=row["person"],
        address=Address.model_validate_json(row["address"]),
        mode=row["mode"],
        prompt=row["prompt"],
        recipe=Recipe.model_validate_json(row["recipe"]),
        raw=bool(row["raw"]),
        inputs=inputs,
        parent=row["parent"],
        state=row["state"],
        status=Receipt.model_validate_json(row["status"]) if row["status"] else None,
        translation=_translation(row["translation"]),
        negative=row["negative"],
        error=(error["code"], error["facts"]) if error else None,
        created=row["created"],
        finished=row["finished"],
        seconds=row["seconds"],
        images=images,
        number=row["number"],
    )


def image_row(row: aiosqlite.Row) -> ImageRow:
    """A row of `images`."""
    return ImageRow(row["idx"], row["seed"], row["width"], row["height"], row["file"], bool(row["deleted"]))
