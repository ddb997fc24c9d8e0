"""What models are called: by files, by hub repositories, and by people."""

from __future__ import annotations

import re
from pathlib import Path

from engine.api.errors import BadModel, Fault

_REPOSITORY = re.compile(r"^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*(@[\w./-]+)?$")


def short_name(stem: str) -> str:
    """The name that people type: "My Model v2" is `my-model-v2`."""
    return re.sub(r"[^a-z0-9._]+", "-", stem.lower()).strip("-._")[:60] or "model"


def bad_file(
    path: Path, reason: object = "it was made for another kind of model", fault: Fault = "unlike"
) -> BadModel:
    """The error for a file that can't be used."""
    return BadModel(model=short_name(path.stem), fault=fault, reason=str(reason))


def is_repository(name: str) -> bool:
    """Whether the name is a hub repository's: "org/name", or "org/name@revision"."""
    return bool(_REPOSITORY.match(name))


def local_name(repository: str) -> str:
    """The short name of a repository's model once it lies in the models folder."""
    return short_name(repository.partition("@")[0].partition("/")[2])
