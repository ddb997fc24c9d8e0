"""All that is kept as one file, and back: the database as it is at one moment, and its pictures.

The file is a tar archive: `manifest.json` says which Lukis wrote it, then come the database and the pictures, and
`SHA256SUMS` has the checksum of each of them, as `sha256sum -c` reads it. What reads one trusts nothing in it.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sqlite3
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from bot.store.pictures import is_ours, made_of

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
DATABASE = "lukis.sqlite"
"""What it is called in an archive, and in the data folder."""

FORMAT = 1
"""What an archive is made of; another one is not read."""

CHUNK = 1 << 20
"""Bytes of a file that are in memory at a time."""

_FILES = "SELECT file FROM images WHERE NOT deleted UNION SELECT file FROM inputs ORDER BY file"


@dataclass(frozen=True)
class Manifest:
    """What an archive says of itself.

    Attributes:
        schema: the version of its database.
        created: when it was begun, in seconds since 1970.
        pictures: whether pictures came along.
        lukis: the version of the program that wrote it.
        format: see `FORMAT`.
    """

    schema: int
    created: float
    pictures: bool
    lukis: str
    format: int = FORMAT


@dataclass(frozen=True)
class Backup:
    """What has been written: how many pictures, and how large the file is, in bytes."""

    pictures: int
    size: int


def back_up(root: Path, target: Path, *, pictures: bool, lukis: str) -> Backup:
    """Writes an archive of the data folder `root`, whole or not at all, also while a program works on it.

    Pictures that are deleted meanwhile are left out, as are those whose files are gone.

    Args:
        root: the data folder.
        target: the file to write; one that is there is replaced. Only its owner may read it.
        pictures: whether they come along.
        lukis: the version of this program.

    Raises:
        OSError, sqlite3.Error: something can't be read or written.
    """
    with tempfile.TemporaryDirectory(prefix=".lukis-backup-", dir=target.parent) as folder:
        part, database = Path(folder) / "part", Path(folder) / DATABASE
        schema = copy_database(root / DATABASE, database)
        manifest = Manifest(schema, time.time(), pictures, lukis)
        written = _Writer(part, compressed=target.name.endswith((".gz", ".tgz")))
        with closing(written):
            written.add(MANIFEST, io.BytesIO(json.dumps(asdict(manifest), indent=2).encode() + b"\n"))
            with database.open("rb") as file:
                written.add(DATABASE, file)
            count = _add_pictures(written, root, database) if pictures else 0
            written.add(SUMS, io.BytesIO("".join(written.sums).encode()))
        size = part.stat().st_size
        part.replace(target)
    settle(target.parent)
    return Backup(count, size)


def copy_database(source: Path, copy: Path) -> int:
    """A copy of what is committed now, in one file; its version."""
    from_there = f"{source.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(from_there, uri=True)) as there, closing(sqlite3.connect(copy)) as here:
        there.backup(here)
        here.execute("PRAGMA journal_mode=DELETE")
        return int(here.execute("PRAGMA user_version").fetchone()[0])


def _add_pictures(written: _Writer, root: Path, database: Path) -> int:
    """Adds what the database names; how many files that are."""
    count = 0
    for name in _named(database):
        try:
            file = (root / name).open("rb")
        except OSError:
            continue
        with file:
            written.add(name, file)
        count += 1
    return count


def _named(database: Path) -> Iterator[str]:
    """The files that a database names, each once, and what was put together of them."""
    with closing(sqlite3.connect(database)) as connection:
        job = ""
        for (name,) in connection.execute(_FILES):
            if isinstance(name, str) and is_ours(name):
                if name.startswith("pictures/") and (of := Path(name).stem.rpartition("-")[0]) != job:
                    job = of
                    yield from made_of(job)
                yield name


class _Writer:
    """Writes an archive, and the checksums of what goes into it."""

    def __init__(self, file: Path, compressed: bool) -> None:
        self.sums: list[str] = []
        self._file = open(file, "xb", opener=_private)  # noqa: SIM115
        self._tar = tarfile.open(fileobj=self._file, mode="w:gz" if compressed else "w")  # noqa: SIM115

    def add(self, name: str, content: IO[bytes]) -> None:
        """Adds a file, as long as it is now. One that is cut short meanwhile ends the backup with an OSError."""
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = _length(content), 0o600, int(time.time())
        summed = Summed(content)
        self._tar.addfile(info, summed)
        self.sums.append(f"{summed.digest}  {name}\n")

    def close(self) -> None:
        """Ends the archive; it is on the disk then."""
        self._tar.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


class Summed:
    """A file that is read through, and its checksum up to there."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._file.read(size)
        self._sum.update(data)
        return data

    @property
    def digest(self) -> str:
        """In hexadecimal digits."""
        return self._sum.hexdigest()


def _length(file: IO[bytes]) -> int:
    length = file.seek(0, os.SEEK_END)
    file.seek(0)
    return length


def _private(path: str, flags: int) -> int:
    """What people asked for is theirs: nobody else on the machine reads it."""
    return os.open(path, flags, 0o600)


def settle(folder: Path) -> None:
    """Makes sure that a new name in the folder outlives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
