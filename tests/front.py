"""`lukis` as `pip install lukis` leaves it: a process in which the engine's packages can't be found."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]


def modules(requirements: Sequence[str]) -> set[str]:
    """The names under which one imports what is required."""
    return {re.split(r"[\[<>=~! ]", r)[0].replace("-", "_") for r in requirements}


ENGINE = modules(PROJECT["optional-dependencies"]["engine"])
GONE = ENGINE - {"numpy"}
"""What is missing there; numpy comes with the language detector."""


class Without(PathFinder):
    """Finds all that is installed, but for the engine's packages."""

    @classmethod
    def find_spec(
        cls, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """See `PathFinder`."""
        gone = fullname.partition(".")[0] in GONE
        return None if gone else super().find_spec(fullname, path, target)


def hide() -> None:
    """From now on, this process finds no package of the engine."""
    sys.meta_path[:] = [Without if finder is PathFinder else finder for finder in sys.meta_path]


if __name__ == "__main__":
    hide()
    from bot.cli import main

    main()
