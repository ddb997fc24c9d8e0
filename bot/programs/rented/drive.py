"""What is kept, copied to a mounted drive and brought back from there.

A drive over the network holds no database: SQLite's log needs memory that programs share, and a runtime that is taken
away leaves it half written. So Lukis works on the machine's own disk, and the drive has a whole copy.
"""

from __future__ import annotations

import filecmp
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.store import DATABASE
from bot.store.archive import copy_database
from bot.store.pictures import is_ours

_NAME = "copy-of"
"""The file that names a copy: what is brought back from one is never copied over another."""

_PART = ".part"


def named(copy: Path) -> str:
    """The name of the copy in a folder, which gets one if it has none."""
    copy.mkdir(parents=True, exist_ok=True)
    file = copy / _NAME
    if not file.exists():
        _write(file, secrets.token_hex(4).encode())
    return file.read_text().strip()


def copy_out(data: Path, copy: Path) -> None:
    """Makes the copy like what is kept: pictures first, then the database that tells of them, whole or not at all.

    Raises:
        OSError, sqlite3.Error: the drive is full or gone; the copy of before is still good.
    """
    with tempfile.TemporaryDirectory() as scratch:
        snapshot = Path(scratch) / DATABASE
        copy_database(data / DATABASE, snapshot)
        _copy_files(data, copy)
        if not _same(snapshot, copy / DATABASE):
            _copy(snapshot, copy / DATABASE)
    for file in set(_files(copy)) - set(_files(data)):
        (copy / file).unlink(missing_ok=True)


def bring_back(copy: Path, data: Path) -> bool:
    """Puts the copy where nothing is kept yet; whether there was anything to bring.

    Raises:
        OSError: not all of it could be read; nothing counts as kept then.
    """
    data.mkdir(parents=True, exist_ok=True)
    if (data / DATABASE).exists() or not (copy / DATABASE).exists():
        return False
    _copy_files(copy, data)
    for file in _files(data):  # as old as there, so that nothing counts as new
        times = (copy / file).stat()
        os.utime(data / file, ns=(times.st_atime_ns, times.st_mtime_ns))
    _copy(copy / DATABASE, data / DATABASE)
    return True


def _copy_files(source: Path, target: Path) -> None:
    for file in _files(source):
        try:
            if _outdated(source / file, target / file):
                _copy(source / file, target / file)
        except FileNotFoundError:
            if (source / file).exists():
                raise  # else it was deleted meanwhile


def _outdated(source: Path, target: Path) -> bool:
    new = source.stat()
    return not target.exists() or (old := target.stat()).st_size != new.st_size or old.st_mtime < new.st_mtime


def _files(root: Path) -> Iterator[str]:
    """Pictures by their names in the data folder."""
    for folder in ("pictures", "sources"):
        for file in (root / folder).glob("*/*"):
            name = file.relative_to(root).as_posix()
            if is_ours(name):
                yield name


def _same(one: Path, other: Path) -> bool:
    return other.exists() and filecmp.cmp(one, other, shallow=False)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + _PART)
    shutil.copyfile(source, part)
    os.replace(part, target)


def _write(file: Path, text: bytes) -> None:
    part = file.with_name(file.name + _PART)
    part.write_bytes(text)
    os.replace(part, file)
