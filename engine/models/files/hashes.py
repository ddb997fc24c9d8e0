"""What files are known by wherever they lie: the hashes of what is in them. Needs no torch."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from engine.api.errors import BadModel
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import weights_file
from engine.models.files.versions import Version, version

_PIECE = 1 << 20
"""Bytes that are read at a time."""


def sha256_of(path: Path, stopped: Callable[[], bool] = lambda: False) -> str:
    """A file's SHA-256 in hexadecimal digits; "" where it is `stopped` in the midst. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            if stopped():
                return ""
    return digest.hexdigest()


@lru_cache(64)
def hash_of(file: Version) -> str:
    """That of a file, or of a folder's weights; "" where it is another one by now."""
    try:
        digits = sha256_of(hashed_file(file.path))
        return digits if version(file.path) == file else ""
    except (OSError, NotACheckpoint, BadModel):
        return ""


def hashed_file(path: Path) -> Path:
    """What the ecosystem tells the hash of: a file, a folder's weights. Raises NotACheckpoint."""
    return weights_file(path) if path.is_dir() else path
