"""The operator's file, read anew when it changes."""

from __future__ import annotations

import logging
from pathlib import Path

from bot.quotas.rules import BadQuotas, Rules

log = logging.getLogger(__name__)

NONE = Rules.model_validate({})
"""Nobody has a limit."""


class QuotaFile:
    """A file that whoever runs Lukis writes; where there is none, nobody has a limit."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sight: tuple[int, int] | None = None
        self._rules = NONE
        self._trouble = ""

    def rules(self) -> Rules:
        """What is in it now. As long as it can't be used, or is gone, what was in it before counts."""
        try:
            if (sight := self._look()) != self._sight and sight:
                self._rules = self.read()
            elif self._sight and not sight:
                raise FileNotFoundError(2, "it is gone", str(self._path))
            self._sight, self._trouble = sight, ""
        except OSError as error:
            self._say(f"it can't be read: {error.strerror}")
        except BadQuotas as bad:
            self._say(str(bad))
        return self._rules

    def read(self) -> Rules:
        """Raises BadQuotas where something in it can't be used, and OSError where it can't be read."""
        try:
            return Rules.read(self._path.read_bytes().decode("utf-8-sig"))
        except UnicodeError:
            raise BadQuotas("it is not UTF-8 text") from None

    def _look(self) -> tuple[int, int] | None:
        try:
            told = self._path.stat()
        except FileNotFoundError:
            return None
        return told.st_mtime_ns, told.st_size

    def _say(self, trouble: str) -> None:
        if trouble != self._trouble:
            log.error("QUOTAS: %s: %s. What was in it before still counts.", self._path, trouble)
        self._trouble = trouble
