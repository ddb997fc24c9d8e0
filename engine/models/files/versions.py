"""What lies at a place at a moment. Needs no torch."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from engine.api.errors import BadModel
from engine.models.files.names import short_name, stem


class Version(NamedTuple):
    """A file or folder as it is now: with any change on the disk it is another one."""

    path: Path
    stamp: tuple[int, ...]


def version(path: Path) -> Version:
    """As it is now, a folder with all that lies in it. Raises BadModel where it has gone."""
    try:
        inside = sorted(path.rglob("*")) if path.is_dir() else ()
        there = [each.stat() for each in (path, *inside)]
    except OSError as error:
        raise BadModel(model=short_name(stem(path)), reason="it is not there any more") from error
    return Version(path, tuple(n for each in there for n in (each.st_mtime_ns, each.st_size)))


def versions(files: Mapping[str, Path]) -> dict[str, Version]:
    """Those that are there, by the same names."""
    found = {}
    for name, path in files.items():
        with suppress(BadModel):
            found[name] = version(path)
    return found
