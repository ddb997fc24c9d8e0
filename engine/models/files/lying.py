"""What lies in the models folder and the folders in it that is, or may be meant as, a model."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from engine.models.files.others import BESIDE, BUNDLES, ENDINGS, LARGE, PARTS, SILENT, WEIGHTS

ASIDE = frozenset(
    {"controlnets", "embeddings", "estimators", "hypernetworks", "ipadapters", "loras", "upscalers", "vae"}
)
"""Folders in the models folder that hold something else."""
CONFIG = ".config"
"""Ending of a folder with the configs of the single file of that name."""
DEEPEST = 5
"""Folders in folders that are looked into: a hub's cache has a model three deep."""


def lying(folder: Path) -> list[Path]:
    """Files and diffusers folders, what may be used before what can't, and each in the order of its name.

    Every folder is looked into once, however many links lead there.
    """
    found = list(_below(folder, 0, set()))
    return sorted(found, key=lambda path: (not _usable(path), path))


def is_model_folder(path: Path) -> bool:
    """Whether it is a diffusers folder."""
    return (path / "model_index.json").exists()


def _usable(path: Path) -> bool:
    return path.suffix.lower() in WEIGHTS or is_model_folder(path)


def _below(folder: Path, deep: int, seen: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        status = folder.stat()
        entries = list(os.scandir(folder))
    except OSError:
        if deep:
            yield folder
        return
    if (here := (status.st_dev, status.st_ino)) in seen:
        return
    seen.add(here)
    for entry in sorted(entries, key=lambda entry: entry.name):
        path = folder / entry.name
        if entry.name.startswith((".", "__")) or path.suffix == CONFIG or (not deep and entry.name in ASIDE):
            continue
        if not _is_dir(entry):
            if _meant(path):
                yield path
        elif is_model_folder(path) or _half(path) or path.suffix.lower() in BUNDLES or deep == DEEPEST:
            yield path
        else:
            yield from _below(path, deep + 1, seen)


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _half(path: Path) -> bool:
    """Whether it has parts of a diffusers folder and lacks what says how they belong together."""
    return any((path / part / "config.json").exists() for part in PARTS)


def _meant(path: Path) -> bool:
    """Whether a file may be meant as a model: by its ending, or by its size where that says nothing."""
    ending = path.suffix.lower()
    if ending in SILENT or (ending in BESIDE and path.with_suffix("").exists()):
        return False
    if ending in WEIGHTS or ending in ENDINGS:
        return True
    try:
        status = path.stat()
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size >= LARGE
