"""Folders that are looked through anew only where something may have changed. Needs no torch."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from engine.api.errors import BadModel
from engine.models.files.versions import Version, version

_SETTLED = 2.0
"""Seconds after which a time of change tells all changes: clocks of file systems tick slowly."""

_FRESH = 60.0
"""Seconds after its last change in which a file may still be on its way here."""

_MOST = 32
"""Files that are looked at, the doubtful ones first, then those that have changed last: however many there are, a
glance takes no longer."""


@dataclass(frozen=True)
class Glance:
    """What there was when folders were looked through.

    Attributes:
        began: when that was.
        folders: when something had last come into each, or gone; those that are not there may come.
        watched: files that may be others by now: those that could not be used, or may have been on their way here, and
            as many more as a glance has time for, which somebody may write over in their places.
        until: when none of these are on their way any more.
    """

    began: float = 0.0
    folders: Mapping[Path, int] = field(default_factory=dict)
    watched: Collection[Version] = ()
    until: float = math.inf

    @classmethod
    def at(
        cls, began: float, folders: Iterable[Path], there: Collection[Version], bad: Collection[Path] = ()
    ) -> Glance:
        """At all folders that were looked through since, and the files found there, as they were before anything was
        read of them; some can't be used."""
        fresh = {each for each in there if newest(each) > began - _FRESH}
        watched = sorted(there, key=lambda each: (each.path in bad or each in fresh, newest(each)))[-_MOST:]
        return cls(began, times(folders), tuple(watched), began + _FRESH if fresh else math.inf)

    def holds(self) -> bool:
        """Whether it would be the same now, as far as times tell."""
        latest = max([*(at / 1e9 for at in self.folders.values()), *map(newest, self.watched)], default=0.0)
        return (
            bool(self.folders)
            and time.time() < self.until
            and latest < self.began - _SETTLED
            and self.folders == times(self.folders)
            and self.same_files()
        )

    def same_files(self) -> bool:
        """Whether none of those that are watched has become another one."""
        return all(now(each.path) == each for each in self.watched)


def newest(file: Version) -> float:
    """When it, or something in it, last changed."""
    return max(file.stamp[::2], default=0) / 1e9


def times(folders: Iterable[Path]) -> dict[Path, int]:
    """When something last came into each or went, in nanoseconds; 0 where there is none."""
    found = dict.fromkeys(folders, 0)
    for folder in found:
        with suppress(OSError):
            found[folder] = folder.stat().st_mtime_ns
    return found


def now(path: Path) -> Version:
    """As it is now; a link to nowhere may lead somewhere later."""
    try:
        return version(path)
    except BadModel:
        return Version(path, ())
