"""Somebody's pictures as zip files, each no larger than a chat takes. All of it blocks: call it in a thread."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.pictures.saved import saved

TOLD = "pictures.json"
"""What a zip file says of the pictures in it."""

_ROOM = 2_000
"""Bytes that the names and the end of a zip file take, beside a picture and what is told of it."""


def streamed(files: Iterable[tuple[Path, str]]) -> Iterator[bytes]:
    """A zip file of pictures piece by piece, each by the name that it is to have; what is gone or broken is left out.

    One picture is in memory at a time.
    """
    pieces = _Pieces()
    with zipfile.ZipFile(pieces, "w") as archive:
        for file, name in files:
            with suppress(OSError):
                archive.writestr(zipfile.ZipInfo(name), saved(file, name))
            yield pieces.taken()
    yield pieces.taken()


class _Pieces:
    """A file that can only be written to; what was written is taken from it."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, data: bytes) -> int:
        self._written += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def close(self) -> None:
        """What was written can still be taken."""

    def taken(self) -> bytes:
        """What was written since."""
        taken = bytes(self._written)
        self._written.clear()
        return taken


class Packer:
    """Fills one file after the other.

    Attributes:
        parts: the files that are finished.
        count: the pictures in all of them.
        left: those that are in none: gone, broken, or larger than a file may be.
        full: whether no more fits into as many files as there may be.
    """

    def __init__(self, folder: Path, largest: int, most: int) -> None:
        """`largest` is how many bytes a file may have, `most` how many files there may be."""
        self.parts: list[Path] = []
        self.count = self.left = 0
        self.full = False
        self._folder = folder
        self._largest = largest
        self._most = most
        self._told: list[Mapping[str, Any]] = []
        self._size = 0
        self._open: zipfile.ZipFile | None = None

    def add(self, told: Mapping[str, Any], files: Sequence[tuple[Path, str]]) -> bool:
        """Packs a job: what is to be told of it, and its pictures, each by the name that it is to have. False where
        not all of it has found room."""
        there = list[str]()
        for file, name in files:
            try:
                data = saved(file, name)
            except OSError:
                data = b""
            about = len(json.dumps(told, ensure_ascii=False).encode()) + _ROOM
            if not data or len(data) + about > self._largest:
                self.left += 1
                continue
            if self._size + len(data) + about > self._largest:
                self._tell(told, there)
                there = []
                self.full = len(self.parts) + 1 >= self._most
                self.finish()
                if self.full:
                    return False
            self._into().writestr(zipfile.ZipInfo(f"pictures/{name}"), data)
            self._size += len(data) + about
            self.count += 1
            there.append(f"pictures/{name}")
        self._tell(told, there)
        return True

    def finish(self) -> None:
        """Ends the file that is being filled, where one is."""
        if self._open is None:
            return
        told = json.dumps(self._told, ensure_ascii=False, indent=1)
        self._open.writestr(zipfile.ZipInfo(TOLD), told, zipfile.ZIP_DEFLATED)
        self._open.close()
        self.parts.append(self._file)
        self._open, self._told, self._size = None, [], 0

    @property
    def _file(self) -> Path:
        return self._folder / f"{len(self.parts) + 1}.zip"

    def _into(self) -> zipfile.ZipFile:
        if self._open is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file.touch(0o600)
            self._open = zipfile.ZipFile(self._file, "w")
        return self._open

    def _tell(self, told: Mapping[str, Any], names: Sequence[str]) -> None:
        if names:
            self._told.append({**told, "files": list(names)})
