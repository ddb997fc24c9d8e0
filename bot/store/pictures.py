"""Picture files under the data folder, written whole or not at all."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from bot.errors import NotFound
from bot.store.trouble import Trouble

T = TypeVar("T")

_PART = ".part-"
"""What is half written, or set aside to be deleted, begins so, with its program's number: the next start deletes it."""

_GONE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
"""What the system says of a file that is not there."""

_FILE = re.compile(r"(pictures|sources)/[A-Za-z0-9_-]{1,2}/[A-Za-z0-9_-]{1,100}\.(png|webp)")
"""What we name files, and all that we read, show or delete: whatever a row says, no other file is touched."""


def is_ours(file: str) -> bool:
    """Whether a file relative to the data folder is one that pictures are kept in."""
    return bool(_FILE.fullmatch(file))


def sheet_of(job_id: str) -> str:
    """The file of a sweep's contact sheet."""
    return f"pictures/{job_id[:2]}/{job_id}-sheet.png"


def motion_of(job_id: str) -> str:
    """The file of a morph's animation."""
    return f"pictures/{job_id[:2]}/{job_id}-motion.webp"


def made_of(job_id: str) -> tuple[str, ...]:
    """The files that a job's pictures were put together to, where there are any: made anew when one of those goes."""
    return sheet_of(job_id), motion_of(job_id)


def part_of(target: Path) -> Path:
    """Where this program has a file that is half written or set aside; what a kill leaves goes at the next start."""
    return target.with_name(f"{_PART}{os.getpid()}-{target.name}")


class PictureFiles:
    """The folder of pictures. Names are made here from job ids, never from what people send.

    Where the disk is full, or out of reach in another way, what reads or writes raises NoStore.

    Attributes:
        grown: bytes that were written, less those that were deleted, by this program.
    """

    def __init__(self, root: Path, trouble: Trouble) -> None:
        """`root` is the data folder; files are named relative to it."""
        self._root = root
        self._trouble = trouble
        self.grown = 0

    def path(self, file: str) -> Path:
        """Where a kept file lies. Raises NotFound where that is no name of a picture."""
        if not is_ours(file):
            raise NotFound()
        return self._root / file

    def gone(self, file: str) -> bool:
        """Whether there is no such file any more; one that can't be looked at is there."""
        try:
            self.path(file).stat()
        except (*_GONE, NotFound):
            return True
        except OSError:
            return False
        return False

    async def keep(self, job_id: str, index: int, png: bytes) -> str:
        """Writes a result; its name relative to the root."""
        return await self._kept(f"pictures/{job_id[:2]}/{job_id}-{index}.png", png)

    async def keep_sheet(self, job_id: str, png: bytes) -> str:
        """Writes a contact sheet; its name relative to the root."""
        return await self._kept(sheet_of(job_id), png)

    async def keep_motion(self, job_id: str, webp: bytes) -> str:
        """Writes a morph's animation; its name relative to the root."""
        return await self._kept(motion_of(job_id), webp)

    async def keep_input(self, job_id: str, name: str, png: bytes) -> str:
        """Writes a picture that a job was given; its name relative to the root."""
        return await self._kept(f"sources/{job_id[:2]}/{job_id}-{name}.png", png)

    async def read(self, file: str) -> bytes:
        """A kept file's bytes. Raises NotFound where it is gone."""
        try:
            with self._trouble.said("pictures"):
                return await asyncio.to_thread(self.path(file).read_bytes)
        except _GONE:
            raise NotFound() from None

    async def set_aside(self, files: Iterable[str]) -> None:
        """Takes files out of sight, so that nothing but `bring_back` finds them, until `discard`."""
        await self._each(files, lambda path: path.replace(part_of(path)))

    async def bring_back(self, files: Iterable[str]) -> None:
        """Puts files that were set aside where they were; those that are gone stay gone."""
        await self._each(files, lambda path: part_of(path).replace(path))

    async def discard(self, files: Iterable[str]) -> None:
        """Deletes files that were set aside."""
        self.grown -= sum(await self._each(files, lambda path: _unlinked(part_of(path))))

    async def remove(self, files: Iterable[str]) -> list[int]:
        """Deletes files; those that are gone are no error. How many bytes each of the others had."""
        sizes = await self._each(files, _unlinked)
        self.grown -= sum(sizes)
        return sizes

    async def measure(self, files: Iterable[str]) -> list[int]:
        """How many bytes each of them has that is there."""
        return await self._each(files, _size)

    async def measure_all(self) -> int:
        """How many bytes all files take that are there, folder by folder: other threads get their turns."""
        folders = await asyncio.to_thread(
            lambda: [*self._root.glob("pictures/*"), *self._root.glob("sources/*")]
        )
        return sum([await asyncio.to_thread(_sizes, folder) for folder in folders])

    async def _each(self, files: Iterable[str], work: Callable[[Path], T]) -> list[T]:
        """Does something to every file that is one and is there; what comes of it."""
        done = list[T]()
        with self._trouble.said("pictures", OSError):
            for file in filter(is_ours, files):
                with suppress(*_GONE):
                    done.append(await asyncio.to_thread(work, self.path(file)))
        return done

    async def sweep(self) -> None:
        """Deletes what programs that were killed had half written or set aside."""
        await asyncio.to_thread(self._sweep)

    def _sweep(self) -> None:
        for folder in ("", "pictures/*/", "sources/*/"):
            for part in self._root.glob(f"{folder}{_PART}*"):
                if not _being_written(part):
                    with suppress(OSError):
                        part.unlink()

    async def _kept(self, file: str, data: bytes) -> str:
        """Writes a file, whatever the system may have against it now: that can be put right, a lost picture can't."""
        with self._trouble.said("pictures", OSError):
            await asyncio.to_thread(self._write, file, data)
        self._trouble.over("pictures")
        self.grown += len(data)
        return file

    def _write(self, file: str, data: bytes) -> None:
        target = self.path(file)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f"{_PART}{os.getpid()}-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def _size(path: Path) -> int:
    return path.stat().st_size


def _unlinked(path: Path) -> int:
    """Deletes a file; how large it was."""
    size = _size(path)
    path.unlink()
    return size


def _sizes(folder: Path) -> int:
    """Bytes that the files of a folder take."""
    try:
        with os.scandir(folder) as entries:
            return sum(entry.stat().st_size for entry in entries if entry.is_file())
    except OSError:
        return 0


def _being_written(part: Path) -> bool:
    """Whether another program, whose number the name has, is alive; we ourselves write nothing while sweeping."""
    number = part.name.removeprefix(_PART).partition("-")[0]
    if not number.isdecimal() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True
