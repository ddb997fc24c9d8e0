"""What files are known by wherever they lie: the hashes of what is in them. Needs no torch."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from engine.api.errors import BadModel
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import weights_file
from engine.models.files.versions import Version, version


@lru_cache(64)
def hash_of(file: Version) -> str:
    """A file's SHA-256 in hexadecimal digits, of a folder that of its weights; "" where it is another one by now."""
    try:
        with hashed_file(file.path).open("rb") as data:
            digits = hashlib.file_digest(data, "sha256").hexdigest()
        return digits if version(file.path) == file else ""
    except (OSError, NotACheckpoint, BadModel):
        return ""


def hashed_file(path: Path) -> Path:
    """What the ecosystem tells the hash of: a file, a folder's weights. Raises NotACheckpoint."""
    return weights_file(path) if path.is_dir() else path
