"""How large a checkpoint is, without reading it."""

from __future__ import annotations

import math
from pathlib import Path

from engine.models.files.folders import part_of, weights_file
from engine.models.files.ggufs import header_of

_PARTS = ("unet", "transformer", "vae", "text_encoder", "text_encoder_2", "text_encoder_3")


def parameter_count(path: Path) -> int:
    """Of a single file, or of a diffusers folder's parts, each in the variant that is loaded.

    Raises:
        NotACheckpoint, BadHeader: with the reason.
    """
    return sum(math.prod(shape) for file in weight_files(path) for shape in header_of(file).shapes.values())


def weight_files(path: Path) -> list[Path]:
    """The files that loading reads."""
    if not path.is_dir():
        return [path]
    parts = [part_of(path, name) for name in _PARTS]
    return [file for part in parts if part.is_dir() for file in shards(weights_file(part))]


def shards(first: Path) -> list[Path]:
    """All files of a part, given its first."""
    if "-00001-of-" not in first.name:
        return [first]
    before, after = first.name.split("-00001-of-")
    return sorted(first.parent.glob(f"{before}-*-of-{after}"))
