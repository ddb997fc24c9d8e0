"""Brings files from a hub into a folder, each going on where it was broken off, and shows how far it is."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

import httpx2
from huggingface_hub import get_session
from huggingface_hub.errors import HfHubHTTPError
from huggingface_hub.utils import hf_raise_for_status
from tqdm import tqdm

from engine.models.files.hashes import sha256_of

log = logging.getLogger(__name__)

T = TypeVar("T")

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds between tries that bring nothing new."""

LONGEST_PAUSE = 60.0
"""Seconds that a hub may ask us to wait; with more, whoever waits here had better be told."""

_TIMEOUT = 20.0
_PART = ".part"
_TENTH, _MINUTE = 0.1, 60.0
_BUSY = 429
_BROKEN = 500


@dataclass(frozen=True)
class Remote:
    """A file on a hub.

    Attributes:
        path: in its repository.
        size: bytes; None where the hub does not say.
        sha256: of large files, as the hub tells it, else "".
    """

    path: str
    size: int | None
    sha256: str = ""


class Incomplete(OSError):
    """Fewer bytes, or others, came than were promised."""


class _Bar(tqdm):  # type: ignore[misc]
    """A bar of our own: libraries switch off all that the hub's library shows."""


_Bar.set_lock(threading.RLock())


class Progress:
    """How far a download is: a bar in a terminal, else a line in the log for each tenth, or each minute."""

    def __init__(self, name: str, total: int, done: int) -> None:
        """`total` and `done` are bytes."""
        self._name, self._total, self._done = name, total, done
        terminal = sys.stderr is not None and sys.stderr.isatty()
        screen = shutil.get_terminal_size()
        self._bar = _Bar(
            total=total or None,
            initial=done,
            desc=name,
            unit="B",
            unit_scale=True,
            ncols=screen.columns,
            nrows=screen.lines,
            file=sys.stderr,
            disable=not terminal,
        )
        self._told = done, time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._bar.close()

    def more(self, count: int) -> None:
        """Bytes came; fewer than none where some are asked for anew."""
        self._done += count
        self._bar.update(count)
        if self._bar.disable and self._worth_a_line():
            self._told = self._done, time.monotonic()
            log.info("%s: %s.", self._name, told(self._done, self._total))

    def _worth_a_line(self) -> bool:
        before, at = self._told
        tenth = self._done - before >= self._total * _TENTH
        return tenth or self._done == self._total or time.monotonic() - at >= _MINUTE


def told(done: int, total: int) -> str:
    """How far a download is, in words."""
    share = f" ({done / total:.0%})" if total else ""
    return f"{amount(done)} of {amount(total) if total else 'an unknown size'}{share}"


def amount(count: float) -> str:
    """Bytes in words: "4.27 GB"."""
    unit, name = next(
        (size, name) for size, name in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")) if count >= size or size == 1e3
    )
    return f"{count / unit:.3g} {name}"


def have(folder: Path, remote: Remote) -> int:
    """Bytes of a file that are in the folder already."""
    path = folder / remote.path
    for file in (path, _part(path)):
        if file.is_file():
            return file.stat().st_size
    return 0


def bring(url: str, remote: Remote, folder: Path, headers: dict[str, str], progress: Progress) -> None:
    """Downloads one file into the folder, unless it is there; what is there of it is not asked for again.

    Raises:
        HfHubHTTPError, httpx2.HTTPError, OSError: it can't be had now.
    """
    path = folder / remote.path
    if path.is_file():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _part(path)
    resumed = part.exists()
    if remote.size is None or (resumed and part.stat().st_size > remote.size):
        part.unlink(missing_ok=True)
    while True:
        patiently(lambda: _stream(url, part, remote, headers, progress), lambda: _size(part))
        if not resumed or not remote.sha256 or sha256_of(part) == remote.sha256:
            break
        log.warning("%s: what an earlier download left of %s is damaged; it comes anew.", url, remote.path)
        progress.more(-_size(part))
        part.unlink()
        resumed = False
    part.rename(path)


def patiently(
    work: Callable[[], T], reached: Callable[[], int] = lambda: 0, unless: tuple[type[Exception], ...] = ()
) -> T:
    """Tries until it works, with pauses, while the network or the hub is in trouble.

    Args:
        work: raises what is in the way.
        reached: grows with every try that was not in vain.
        unless: what is not waited for.

    Raises:
        HfHubHTTPError, httpx2.HTTPError, OSError: it is still in the way, or waiting would not help.
    """
    best, vain = reached(), 0
    while True:
        try:
            return work()
        except (httpx2.TransportError, HfHubHTTPError, Incomplete) as error:
            now = reached()
            best, vain = max(best, now), 0 if now > best else vain
            pause = None if isinstance(error, unless) else _pause(error, vain)
            if pause is None:
                raise
            vain += 1
            time.sleep(pause)


def _pause(error: Exception, vain: int) -> float | None:
    """Seconds to wait before the next try, None where there is to be none."""
    if vain >= len(PAUSES) or isinstance(error, httpx2.ProxyError | httpx2.UnsupportedProtocol):
        return None
    if not isinstance(error, HfHubHTTPError):
        return PAUSES[vain]
    if error.response.status_code != _BUSY and error.response.status_code < _BROKEN:
        return None
    asked = wait_asked(error)
    return max(PAUSES[vain], asked) if asked <= LONGEST_PAUSE else None


def wait_asked(error: HfHubHTTPError) -> int:
    """Seconds that the hub asks us to wait, 0 where it does not say."""
    told = error.response.headers.get("Retry-After", "")
    return int(told) if told.isascii() and told.isdigit() else 0


def _stream(url: str, part: Path, remote: Remote, headers: dict[str, str], progress: Progress) -> None:
    """One try; what came stays in `part`."""
    start = _size(part)
    if start and start == remote.size:
        return
    headers = {**headers, "Accept-Encoding": "identity", **({"Range": f"bytes={start}-"} if start else {})}
    with get_session().stream("GET", url, headers=headers, timeout=_TIMEOUT) as response:
        if response.is_error:
            response.read()
        hf_raise_for_status(response)
        with part.open("ab", buffering=0) as file:
            if start and not _continues(response, start):
                file.truncate(0)
                progress.more(-start)
            for chunk in response.iter_bytes():
                file.write(chunk)
                progress.more(len(chunk))
            os.fsync(file.fileno())
    if remote.size is not None and (size := _size(part)) != remote.size:
        if size > remote.size:
            part.unlink()
            progress.more(-size)
        raise Incomplete(f"{remote.path} has {size} bytes, not {remote.size}")


def _continues(response: httpx2.Response, start: int) -> bool:
    """Whether what comes is the rest that was asked for, and not the whole file."""
    told = response.headers.get("Content-Range", f"bytes {start}-")
    return response.status_code == httpx2.codes.PARTIAL_CONTENT and told.startswith(f"bytes {start}-")


def _part(path: Path) -> Path:
    return path.with_name(path.name + _PART)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


@contextmanager
def alone(lock: Path, waits: Callable[[], object]) -> Iterator[None]:
    """Keeps other programs from the block; the file goes with it.

    Args:
        lock: a file of this name, for as long as somebody is inside.
        waits: called where another one is inside, before waiting for it.
    """
    while True:
        with lock.open("w") as file:
            _hold(file.fileno(), waits)
            if lock.exists() and os.fstat(file.fileno()).st_ino == lock.stat().st_ino:
                try:
                    yield
                finally:
                    lock.unlink(missing_ok=True)
                return


def _hold(number: int, waits: Callable[[], object]) -> None:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waits()
        fcntl.flock(number, fcntl.LOCK_EX)
    except OSError as error:  # a file system without locks: then everybody is alone
        log.debug("no lock: %s", error)
