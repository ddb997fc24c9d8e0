"""What the operator of a model wrote about it: its card, a JSON file, as it stands there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError


def card_path(path: Path) -> Path:
    """Where a checkpoint's card lies."""
    return path / "card.json" if path.is_dir() else path.with_suffix(".json")


def written(path: Path) -> dict[str, Any]:
    """What the operator wrote, or nothing; raises what reading JSON does."""
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    if not isinstance(card, dict):
        raise ValueError("it is not a table")
    return card


def over(known: dict[str, Any], written: dict[str, Any]) -> dict[str, Any]:
    """What was written over what is known; of the defaults each for itself."""
    card = known | written
    if isinstance(defaults := written.get("defaults"), dict):
        card["defaults"] = known.get("defaults", {}) | defaults
    return card


def reason(error: Exception) -> str:
    """What is wrong with a card, and where in it."""
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "[key]")
    return ": ".join(filter(None, (where, first["msg"].removeprefix("Value error, "))))
