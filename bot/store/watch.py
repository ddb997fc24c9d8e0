"""Notices a data folder that is taken away while the program runs: SQLite itself goes on writing into nothing."""

from __future__ import annotations

import logging
from pathlib import Path

from bot.errors import NoStore

log = logging.getLogger(__name__)


class Watch:
    """Looks after the database's file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._gone = False

    def check(self) -> None:
        """Raises NoStore while the file is gone, of which the log tells once."""
        gone = not self._file.exists()
        if gone and not self._gone:
            log.error(
                "DATA_DIR: %s is gone: until it is back, or Lukis starts anew, nothing can be kept.",
                self._file.parent,
            )
        self._gone = gone
        if gone:
            raise NoStore()
