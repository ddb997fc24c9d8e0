"""Which hub repository a model came from: what its card says, so that two of one name are told apart."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from engine.api.names import short_name
from engine.models.files.names import local_name
from engine.models.files.written import card_path, written

log = logging.getLogger(__name__)

_KEY = "repository"


def there(repository: str, models_dir: Path) -> Path | None:
    """Where a repository's model lies in the models folder, None where it does not.

    One of its name that does not say where it is from counts as this one: earlier versions noted nothing.
    """
    for path in (*_whole(repository, models_dir), *_plain(repository, models_dir)):
        if path.exists() and origin(path) in ("", _known(repository)):
            return path
    return None


def places(repository: str, models_dir: Path) -> tuple[Path, Path]:
    """Where it is to lie, as a folder or as a file: under its last part, or under all of it where that is taken."""
    plain = _plain(repository, models_dir)
    return _whole(repository, models_dir) if any(path.exists() for path in plain) else plain


def origin(path: Path) -> str:
    """The repository that a model's card says it came from, as `there` compares it; "" where it says none."""
    try:
        return _known(str(written(card_path(path)).get(_KEY, "")))
    except (OSError, ValueError, RecursionError):
        return ""


def note(path: Path, repository: str) -> None:
    """Writes into a model's card where it came from, beside what stands there."""
    card = card_path(path)
    try:
        said = written(card) | {_KEY: repository}
        card.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except (OSError, ValueError, RecursionError) as error:
        log.warning("The card of %s can't say that it came from %s: %s.", path.name, repository, error)


def _known(repository: str) -> str:
    """A repository in one spelling: hubs tell no case in it, and "main" is what comes where none is asked for."""
    name, _, revision = repository.partition("@")
    return name.lower() + (f"@{revision}" if revision not in ("", "main") else "")


def _plain(repository: str, models_dir: Path) -> tuple[Path, Path]:
    return _at(models_dir, local_name(repository))


def _whole(repository: str, models_dir: Path) -> tuple[Path, Path]:
    return _at(models_dir, short_name(_known(repository)))


def _at(models_dir: Path, name: str) -> tuple[Path, Path]:
    return models_dir / name, models_dir / f"{name}.safetensors"
