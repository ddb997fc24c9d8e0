"""A job and its pictures as they lie in the database."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, TypeVar, get_args

import aiosqlite

from bot.messages import Address, Receipt
from bot.payloads import ID
from bot.ports import Translation
from bot.store.pictures import is_picture
from engine.api.modes import MODES
from engine.api.recipe import Recipe
from engine.api.samplers import SAMPLER_CHOICES

log = logging.getLogger(__name__)

_ID = re.compile(ID)

T = TypeVar("T")

LOST = Recipe(model="?", width=8, height=8, steps=1, cfg=1, sampler="euler", seed=0)
"""Stands where a recipe can't be read."""

UNKNOWN: tuple[str, dict[str, Any]] | None = ("unknown", {})
"""Stands where it can't be read why a job failed."""

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
    person's jobs it is, from 1 on; 0 until it is kept. `asked` is the size or ratio that was asked for where the model
    draws nothing like it, else "".
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

    @property
    def shown(self) -> tuple[ImageRow, ...]:
        """The pictures that are still there."""
        return tuple(i for i in self.images if not i.deleted)

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


def job_row(row: aiosqlite.Row, inputs: Mapping[str, str], images: tuple[ImageRow, ...]) -> JobRow:
    """A row of `jobs` with the pictures that it was given and those that it became.

    One cell that can't be read costs no more than what it says: the log tells once, and something stands in for it.
    """
    mode, known = cell(row, "mode", _mode, ""), cell(row, "id", _id, "")
    return JobRow(
        id=row["id"],
        person=cell(row, "person", _text, ""),
        address=cell(row, "address", lambda text: _address(text, row["platform"]), _nowhere(row["platform"])),
        mode=mode or next(iter(MODES)),
        prompt=cell(row, "prompt", _text, ""),
        recipe=cell(row, "recipe", _recipe, LOST) if mode and known else LOST,
        raw=bool(row["raw"]),
        inputs=inputs,
        parent=row["parent"],
        state=cell(row, "state", _state, "failed"),
        status=cell(row, "status", _receipt, None),
        translation=cell(row, "translation", _translation, None),
        negative=cell(row, "negative", _text, ""),
        error=cell(row, "error", _error, UNKNOWN),
        created=cell(row, "created", float, 0.0),
        finished=cell(row, "finished", _maybe_number, None),
        seconds=cell(row, "seconds", _maybe_number, None),
        images=images,
        number=cell(row, "number", int, 0),
        asked=cell(row, "asked", _text, ""),
    )


def image_row(row: aiosqlite.Row) -> ImageRow:
    """A row of `images`. Raises ValueError and TypeError where it can't be read."""
    index, seed, width, height = (int(row[name]) for name in ("idx", "seed", "width", "height"))
    return ImageRow(index, seed, width, height, _file(row["file"]), bool(row["deleted"]))


def cell(row: aiosqlite.Row, name: str, read: Callable[[Any], T], otherwise: T) -> T:
    """What a cell of a job's row says, or what stands in for it."""
    try:
        return read(row[name])
    except (ValueError, TypeError, LookupError, AttributeError):
        unreadable("jobs", row["id"], name)
        return otherwise


def input_file(row: aiosqlite.Row) -> str:
    """The file that a row of `inputs` names; none, which is gone, where it can't be read."""
    try:
        return _file(row["file"])
    except (ValueError, TypeError):
        unreadable("inputs", row["job"], str(row["name"]))
        return ""


_told: set[tuple[str, object]] = set()


def unreadable(table: str, key: object, what: str) -> None:
    """Says in the log, once for a row, that it can't be read."""
    if (table, key) not in _told:
        log.error(
            "DATA_DIR: in the table %s, of %s, “%s” can't be read; it is passed over.", table, key, what
        )
    _told.add((table, key))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _id(value: Any) -> str:
    if not _ID.fullmatch(_text(value)):
        raise ValueError(value)
    return value  # type: ignore[no-any-return]


def _file(value: Any) -> str:
    if not is_picture(_text(value)):
        raise ValueError(value)
    return value  # type: ignore[no-any-return]


def _maybe_number(value: Any) -> float | None:
    return None if value is None else float(value)


def _mode(value: Any) -> str:
    return MODES[value].name


def _state(value: Any) -> State:
    if value not in get_args(State):
        raise ValueError(value)
    return value  # type: ignore[no-any-return]


def _recipe(text: Any) -> Recipe:
    recipe = Recipe.model_validate_json(text)
    if recipe.sampler not in SAMPLER_CHOICES:
        raise ValueError(recipe.sampler)
    return recipe


def _address(text: Any, platform: str) -> Address:
    address = Address.model_validate_json(text)
    if address.platform != platform:
        raise ValueError(platform)
    return address


def _nowhere(platform: Any) -> Address:
    return Address(platform=str(platform), chat="")


def _receipt(text: Any) -> Receipt | None:
    return None if text is None else Receipt.model_validate_json(text)


def _error(text: Any) -> tuple[str, dict[str, Any]] | None:
    if text is None:
        return None
    error = json.loads(text)
    return _text(error["code"]), dict(error["facts"])


def _translation(text: Any) -> Translation | None:
    if text is None:
        return None
    known = {f.name for f in fields(Translation)}
    kept: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in json.loads(text).items() if k in known
    }
    return Translation(**kept)
