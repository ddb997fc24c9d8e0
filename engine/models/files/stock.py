"""The models and VAEs whose hashes pictures' files tell, found among the files that are here."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from engine.models.files.catalogue import STARTER, Catalogue
from engine.models.files.families import NotACheckpoint
from engine.models.files.hashes import hashed_file, sha256_of
from engine.models.files.vaes import VaeFolder

log = logging.getLogger(__name__)

_OLD_AT, _OLD_LENGTH, _OLD_DIGITS = 0x100000, 0x10000, 8
"""Where the part of a file lies that the web UIs' first hashes are of, and how many digits those have."""

PATIENCE = 15.0
"""Seconds that somebody waits for files to be read; that goes on for whoever asks next."""

Stamp = tuple[int, int]


class Stock:
    """Knows models and VAEs by the SHA-256 of their files, as the web UIs write it. A file is read once, until it
    changes."""

    def __init__(self, folder: Path, home: Path) -> None:
        """Reads nothing yet.

        Args:
            folder: where models lie.
            home: the folder in which what was computed is kept.
        """
        self._catalogue = Catalogue(folder, STARTER)
        self._vaes = VaeFolder(folder / "vae")
        self._memory = home / "hashes.json"
        self._known: dict[str, tuple[Stamp, str]] = {}
        self._closed = threading.Event()
        self._thread = ThreadPoolExecutor(1, "hashes")

    async def model(self, digits: str) -> str | None:
        """The short name of the model whose hash begins so; None where there is none, or finding out takes long."""
        return await self._among(self._models, digits)

    async def vae(self, digits: str) -> str | None:
        """The same of a VAE."""
        return await self._among(self._vaes.scan, digits)

    async def _among(self, there: Callable[[], Mapping[str, Path]], digits: str) -> str | None:
        if len(digits) < _OLD_DIGITS:
            return None
        loop = asyncio.get_running_loop()
        found = loop.run_in_executor(self._thread, self._find, there, digits.lower())
        try:
            return await asyncio.wait_for(asyncio.shield(found), PATIENCE)
        except TimeoutError:
            log.info(
                "Files are being read for their hashes; what a picture tells is looked for by name meanwhile."
            )
            return None

    def close(self) -> None:
        """Stops reading."""
        self._closed.set()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _models(self) -> Mapping[str, Path]:
        return {n: f.path for n, f in self._catalogue.scan().items() if not f.problem and f.path.is_file()}

    def _find(self, there: Callable[[], Mapping[str, Path]], digits: str) -> str | None:
        files = {}
        for name, path in there().items():
            with suppress(NotACheckpoint):
                files[name] = hashed_file(path)
        if len(digits) == _OLD_DIGITS:
            return next((name for name, path in files.items() if _old(path) == digits), None)
        self._remember()
        return next((name for name, path in files.items() if self._hash(path).startswith(digits)), None)

    def _hash(self, path: Path) -> str:
        """A file's SHA-256 in hexadecimal digits; "" where it can't be read, or nobody waits any more."""
        try:
            status = path.stat()
            stamp = status.st_mtime_ns, status.st_size
            if (known := self._known.get(str(path))) and known[0] == stamp:
                return known[1]
            digits = sha256_of(path, self._closed.is_set)
        except OSError as error:
            log.warning("%s can't be read for its hash: %s", path.name, error)
            return ""
        if digits:
            self._known[str(path)] = stamp, digits
            self._keep()
        return digits

    def _remember(self) -> None:
        """Takes what an earlier run has computed."""
        if self._known:
            return
        try:
            kept = json.loads(self._memory.read_text("utf-8"))
            self._known = {
                path: ((int(time), int(size)), str(told)) for path, (time, size, told) in kept.items()
            }
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, AttributeError) as error:
            log.warning("%s is begun anew: %s", self._memory, error)

    def _keep(self) -> None:
        kept = {path: (*stamp, told) for path, (stamp, told) in self._known.items()}
        part = self._memory.with_name(f".{self._memory.name}.{os.getpid()}")
        try:
            part.write_text(json.dumps(kept), "utf-8")
            part.replace(self._memory)
        except OSError as error:
            log.warning("Hashes of models are not kept: %s", error)


def _old(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(_OLD_AT)
            return hashlib.sha256(file.read(_OLD_LENGTH)).hexdigest()[:_OLD_DIGITS]
    except OSError:
        return ""
