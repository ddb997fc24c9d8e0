"""Looks whether anything new can be kept: the data folder must be there, and some space on its disk."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from bot.errors import NoStore

log = logging.getLogger(__name__)


class Watch:
    """Looks after the database's file, which SQLite itself does not miss, and the space around it."""

    def __init__(self, file: Path, least_free: int = 0) -> None:
        """`least_free` is in bytes: what is accepted before it is reached can still be drawn and kept."""
        self._file = file
        self._least_free = least_free
        self._told = ""

    def check(self) -> None:
        """Raises NoStore where nothing new should be taken, of which the log tells once."""
        why = self._why()
        if why and not self._told:
            log.error("DATA_DIR: %s %s", self._file.parent, why)
        elif self._told and not why:
            log.warning("DATA_DIR: %s can be used again.", self._file.parent)
        self._told = why
        if why:
            raise NoStore()

    def _why(self) -> str:
        if not self._file.exists():
            return "is gone: until it is back, or Lukis starts anew, nothing can be kept."
        if shutil.disk_usage(self._file.parent).free < self._least_free:
            return (
                f"has less than {self._least_free // 1_000_000} MB free (MIN_FREE_MB): nothing new is taken."
            )
        return ""
