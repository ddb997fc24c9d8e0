"""The model that draws where none is asked for: whether it can, and what it may have been meant to be."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path

from engine.models.files.catalogue import STARTER, Catalogue
from engine.models.files.names import is_repository

_ADDRESS = re.compile(
    r"\A(?:https?://)?[\w-]++(?:\.[\w-]++)++(?::\d+)?/([\w.-]+/[\w.-]+?)(?:/(?:tree|blob|resolve)/([^/?#]+))?(?:[/?#].*)?$"
)


def unfit(default: str, folder: Path) -> str:
    """Why the default model can't be drawn with, as a sentence; "" where it can, or where it may come from a hub.

    Args:
        default: a short name, or a hub repository.
        folder: where people put models.
    """
    catalogue = Catalogue(folder, STARTER)
    found = catalogue.meant(default)
    names = [card.name for card in catalogue.cards()]
    if found and not found.problem:
        return ""
    if found:
        return f"“{default}” can't be used: {found.problem}."
    if _is_path(default, folder):
        told = f"there is no “{default}”: that is a path, and a model in {folder} goes by its name."
        return f"{told} There are: {', '.join(names)}."
    if is_repository(default):
        return ""
    if address := _ADDRESS.match(default):
        return f"“{default}” is an address; write {'@'.join(filter(None, address.groups()))}."
    nearest = get_close_matches(default.lower(), names, 1, 0.6)
    meant = f" Did you mean {nearest[0]}?" if nearest else ""
    return f"there is no “{default}” in {folder}.{meant} There are: {', '.join(names)}."


def _is_path(default: str, folder: Path) -> bool:
    """Whether a file or folder of the machine is meant: one that there is, or that is written as such."""
    written = default.startswith(("/", "./", "../", "~", "\\")) or (
        default.endswith(".safetensors") and "/" in default
    )
    try:
        return written or ("/" in default and (Path(default).exists() or (folder / default).exists()))
    except OSError:  # too long for a name
        return False
