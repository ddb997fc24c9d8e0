"""The lists of words that lie beside the code, in sections: `[name]` on a line of its own, then lines; `#` comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def sections(package: str, name: str) -> Mapping[str, Sequence[str]]:
    """The lines of a package's file by their sections; blank ones and comments are left out."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (files(package) / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found
