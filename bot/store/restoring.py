"""An archive of `bot.store.archive` put back into a data folder: all of it or nothing.

An archive may come from anywhere, so nothing in it is believed: it names no file but a picture's, holds no link, and
every byte has to fit its checksum before anything in the folder changes.
"""

from __future__ import annotations

import gzip
import lzma
import math
import os
import re
import shutil
import sqlite3
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from pydantic import TypeAdapter

from bot.store.archive import CHUNK, DATABASE, FORMAT, MANIFEST, SUMS, Manifest, Summed, settle
from bot.store.damage import Unusable
from bot.store.migrations import BUSY, look, newest
from bot.store.pictures import is_ours, part_of

MOST_MANIFEST = 10_000
"""Bytes of a manifest that are read."""

LONGEST_SUM = 200
"""Bytes of the line with a file's checksum."""

MOST_WHY = 100
"""Characters of what a library says of a broken file."""

_BROKEN = (
    tarfile.TarError,
    gzip.BadGzipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    ValueError,
    OverflowError,
)
_MAGIC = b"SQLite format 3\0"
"""How every database begins."""

_SUM = re.compile(r"([0-9a-f]{64})  ([\w./-]{1,130})", re.ASCII)
_MANIFEST = TypeAdapter(Manifest)


class BadBackup(Exception):
    """The archive can't be put back; the message says why, without the archive's name, in half a sentence."""


class Occupied(Exception):
    """There is a database in the data folder."""


@dataclass
class Restored:
    """What is back: the archive's manifest, how many pictures, and where what was there before is kept."""

    manifest: Manifest
    pictures: int = 0
    before: Path | None = None


@dataclass
class _Unpacked:
    """What lies beside its place, by where it is to go."""

    parts: dict[Path, Path] = field(default_factory=dict)
    sums: dict[str, str] = field(default_factory=dict)

    def discard(self) -> None:
        """Takes all of it away."""
        for part in self.parts.values():
            with suppress(OSError):
                part.unlink()


def restore(file: Path, root: Path, *, replace: bool) -> Restored:
    """Puts an archive back into the data folder `root`, which nobody uses meanwhile.

    Until all has been read and found whole, everything lies beside its place; the database comes last, so that a kill
    leaves the folder as it was, with files that the next start takes away.

    Args:
        file: the archive.
        root: the folder, which is made if need be.
        replace: whether a database that is there may give way; it is kept beside the new one.

    Raises:
        BadBackup: the archive is broken, of a newer Lukis, or none.
        Occupied: there is a database, and it is not to be replaced.
        OSError: something can't be read or written; the folder is as it was.
    """
    database = root / DATABASE
    if database.exists() and not replace:
        raise Occupied
    with _broken_told(), tarfile.open(file, "r:*") as archive:
        members = _members(archive)
        manifest = _manifest(archive, members)
        _room(root, members)
        unpacked = _Unpacked()
        try:
            for name, member in members.items():
                if name != SUMS:
                    _unpack(archive, member, root, unpacked)
            _compare(unpacked.sums, _sums(archive, members))
            _try(unpacked.parts[database])
            before = _in_place(unpacked, database)
        except BaseException:
            unpacked.discard()
            raise
    return Restored(manifest, len(unpacked.parts) - 1, before)


@contextmanager
def _broken_told() -> Iterator[None]:
    """Turns what reading a broken archive raises into a BadBackup."""
    try:
        yield
    except _BROKEN as error:
        raise BadBackup(f"it is broken, or no backup ({_brief(error)})") from error


def _members(archive: tarfile.TarFile) -> dict[str, tarfile.TarInfo]:
    """What is in it, by name. Raises BadBackup where anything is there that no backup has."""
    found = dict[str, tarfile.TarInfo]()
    for member in archive:
        known = member.name in (MANIFEST, DATABASE, SUMS) or is_ours(member.name)
        if not (known and member.isreg() and member.name not in found) or member.sparse:
            raise BadBackup("it holds what no backup does")
        found[member.name] = member
    if missing := {MANIFEST, DATABASE, SUMS} - found.keys():
        raise BadBackup(f"it is broken, or no backup (it has no {min(missing)})")
    return found


def _manifest(archive: tarfile.TarFile, members: dict[str, tarfile.TarInfo]) -> Manifest:
    manifest = _MANIFEST.validate_json(_read(archive, members[MANIFEST], MOST_MANIFEST))
    if manifest.format != FORMAT or manifest.schema > newest():
        raise BadBackup(
            f"it is of a newer Lukis ({manifest.lukis[:20]}): its database has version {manifest.schema},"
            f" this one knows {newest()}"
        )
    return manifest


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo, most: int) -> bytes:
    """A small file of the archive. Raises BadBackup where it is not small."""
    if member.size > most:
        raise BadBackup(f"it is broken, or no backup ({member.name} is too long)")
    content = archive.extractfile(member)
    assert content is not None
    return content.read()


def _sums(archive: tarfile.TarFile, members: dict[str, tarfile.TarInfo]) -> dict[str, str]:
    text = _read(archive, members[SUMS], LONGEST_SUM * len(members)).decode("ascii")
    found = [_SUM.fullmatch(line) for line in text.splitlines()]
    return {match[2]: match[1] for match in found if match}


def _room(root: Path, members: dict[str, tarfile.TarInfo]) -> None:
    """Raises BadBackup where there is too little space for it."""
    root.mkdir(parents=True, exist_ok=True)
    free, size = shutil.disk_usage(root).free, sum(member.size for member in members.values())
    if size > free:
        raise BadBackup(f"it takes {size / 1e9:.1f} GB, and {free / 1e9:.1f} GB are free in {root}")


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, root: Path, unpacked: _Unpacked) -> None:
    """Writes a file of the archive beside its place; of its manifest only the sum is taken."""
    content = archive.extractfile(member)
    assert content is not None
    summed = Summed(content)
    if member.name == MANIFEST:
        summed.read()
    else:
        target = root / member.name
        target.parent.mkdir(parents=True, exist_ok=True)
        part = part_of(target)
        part.unlink(missing_ok=True)
        unpacked.parts[target] = part
        with part.open("xb") as out:
            shutil.copyfileobj(summed, out, CHUNK)
            out.flush()
            os.fsync(out.fileno())
    unpacked.sums[member.name] = summed.digest


def _compare(found: dict[str, str], told: dict[str, str]) -> None:
    if odd := sorted(name for name in found.keys() | told.keys() if found.get(name) != told.get(name)):
        raise BadBackup(f"it is broken: {odd[0]} is not what was written")


def _try(database: Path) -> None:
    """Raises BadBackup where a start could not use the database."""
    try:
        look(database, math.inf)
    except Unusable as error:
        why, _, _ = str(error).replace(str(database), "its database").partition(". ")
        raise BadBackup(why) from error


def _in_place(unpacked: _Unpacked, database: Path) -> Path | None:
    """Moves everything to its place, the database last; where the one that was there is kept."""
    there = database.exists()
    if there:
        _fold(database)
    for target, part in unpacked.parts.items():
        if target != database:
            part.replace(target)
    before = _set_aside(database) if there else None
    unpacked.parts[database].replace(database)
    settle(database.parent)
    return before


def _fold(database: Path) -> None:
    """Takes what a database's journal holds into it, unless it is damaged. Raises sqlite3.Error where it is in use."""
    with database.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:  # SQLite would throw the journal away
            return
    try:
        with closing(sqlite3.connect(database, timeout=BUSY)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise


def _set_aside(database: Path) -> Path:
    """Keeps a database under another name, too, with its journal where that is no part of it; that one leaves."""
    names = (database.with_suffix(f".replaced{number}.backup") for number in count(1))
    before = next(name for name in names if not name.exists())
    for ending in ("", "-wal"):
        with suppress(FileNotFoundError):
            _double(Path(f"{database}{ending}"), Path(f"{before}{ending}"))
    for ending in ("-wal", "-shm"):
        Path(f"{database}{ending}").unlink(missing_ok=True)
    return before


def _double(file: Path, other: Path) -> None:
    try:
        os.link(file, other)
    except FileNotFoundError:
        raise
    except OSError:  # not every file system can
        shutil.copyfile(file, other)


def _brief(error: Exception) -> str:
    """What is wrong, in few words of one line."""
    return "".join(filter(str.isprintable, " ".join(str(error).split())))[:MOST_WHY]
