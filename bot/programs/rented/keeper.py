"""`python -m bot.programs.rented.keeper DATA [COPY]`: `lukis run`, and a copy of what it keeps every minute.

A process of its own: it outlives a notebook's kernel, and a stop reaches it and not the notebook.
"""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.programs.rented.drive import bring_back, copy_out
from bot.store import DATABASE
from bot.terminal import tell

EVERY = 60.0
"""Seconds between two copies."""

LUKIS = (sys.executable, "-m", "bot.cli", "run")


class Keeper:
    """Lukis, until it ends or is told to; what is told before it runs ends it too."""

    def __init__(self, data: Path, copy: Path | None) -> None:
        self._data = data
        self._copy = copy
        self._stopped = False
        self._lukis: subprocess.Popen[bytes] | None = None

    def stop(self, *_: object) -> None:
        """Lets Lukis end as it does: with a grace for what is being drawn."""
        self._stopped = True
        if self._lukis:
            self._lukis.terminate()

    def run(self, command: Sequence[str] = LUKIS, every: float = EVERY) -> int:
        """Its exit code.

        Raises:
            OSError: the copy can't be brought back, and so must not be written over.
        """
        if self._copy and bring_back(self._copy, self._data):
            tell(f"{self._copy}: what was kept there has been brought back.")
        if self._stopped:
            return 0
        self._lukis = subprocess.Popen(command)
        if self._stopped:  # in between
            self._lukis.terminate()
        while True:
            try:
                code = self._lukis.wait(every)
            except subprocess.TimeoutExpired:
                self._keep()
            else:
                self._keep()
                return code

    def _keep(self) -> None:
        """Copies what is new; what can't be copied now is tried again."""
        if not self._copy or not (self._data / DATABASE).exists():
            return
        try:
            copy_out(self._data, self._copy)
        except (OSError, sqlite3.Error) as error:
            tell(f"{self._copy}: nothing could be copied there just now: {error}.")


def main(arguments: Sequence[str]) -> int:
    """The program."""
    data, copy = Path(arguments[0]), Path(arguments[1]) if len(arguments) > 1 else None
    keeper = Keeper(data, copy)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, keeper.stop)
    return keeper.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
