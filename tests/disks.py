"""A disk that fills up: real files, a real SQLite, real errors."""

from __future__ import annotations

import logging
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEGABYTE = 2**20
_FILLER = "filler"
_NOT_KEPT = "PYTHONDONTWRITEBYTECODE"
_TINY = 256
"""Bytes; a file of a full disk may have no more where there is no disk of our own."""


class Disk:
    """A folder on a disk with an end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        """Leaves no byte free."""
        with (self.folder / _FILLER).open("ab", buffering=0) as filler:
            for piece in (MEGABYTE, 4096, 1):
                try:
                    while filler.write(bytes(piece)):
                        pass
                except OSError:
                    continue

    def clear(self) -> None:
        """Makes room again."""
        (self.folder / _FILLER).unlink()


class Limit(Disk):
    """A limit of this process to how large its files may grow: every write ends with "File too large".

    Whatever is imported meanwhile, by this process or a child, is compiled for itself: a half of it, kept beside the
    source, would be read by all that come after.
    """

    _before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._kept = os.environ.get(_NOT_KEPT), sys.dont_write_bytecode

    def fill(self) -> None:
        os.environ[_NOT_KEPT], sys.dont_write_bytecode = "1", True
        resource.setrlimit(resource.RLIMIT_FSIZE, (_TINY, self._before[1]))

    def clear(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)
        kept, sys.dont_write_bytecode = self._kept
        if kept is None:
            os.environ.pop(_NOT_KEPT, None)
        else:
            os.environ[_NOT_KEPT] = kept


@contextmanager
def small_disk(folder: Path, megabytes: int = 16) -> Iterator[Disk]:
    """A disk of so many megabytes at the folder; where none may be mounted, the test is skipped.

    Root may mount one, unless a container was started without that right. CI runs as root and takes no skip.
    """
    folder.mkdir(parents=True)
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if not _done(mounting):
        pytest.skip("a disk that fills up needs the right to mount one")
    try:
        yield Disk(folder)
    finally:
        _done(["umount", "--lazy", str(folder)])


@contextmanager
def limited(folder: Path) -> Iterator[Disk]:
    """A folder in which writing fails as on a broken disk: SQLite says "disk I/O error"."""
    folder.mkdir(parents=True, exist_ok=True)
    limit = Limit(folder)
    try:
        yield limit
    finally:
        limit.clear()


@contextmanager
def no_more_files() -> Iterator[None]:
    """This process can open no file: the system says "Too many open files"."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the log says of it, line by line: nothing before somebody has met the trouble."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


def _done(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False
