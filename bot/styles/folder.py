"""All styles that there are: a folder of files, read anew when one of them changes, over those that ship with Lukis."""

from __future__ import annotations

import csv
import io
import json
import logging
import threading
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from bot.reading import TooLong, read_file
from bot.styles.file import StyleFile

log = logging.getLogger(__name__)

LONGEST_FILE = 4_000_000
"""Bytes of a file of styles."""

MOST_STYLES = 1000
"""That a folder's files have together."""

Styles = Mapping[str, StyleFile]
"""By their names, in the order in which they are shown."""

Sight = tuple[tuple[Path, int, int], ...]


@cache
def shipped() -> Styles:
    """Those that ship with Lukis."""
    text = files(__package__).joinpath("shipped.json").read_text("utf-8")
    return MappingProxyType({each.name: each for each in map(StyleFile.model_validate, json.loads(text))})


class StyleFolder:
    """`*.json`, with one style or a list of them each, and `*.csv` as the web UIs write them.

    A style of the same name as one that ships takes its place. What can't be used is passed over, and the log says so
    once.
    """

    def __init__(self, *roots: Path) -> None:
        """A file in a later folder wins."""
        self._roots = roots
        self._turn = threading.Lock()
        self._sight: Sight = ()
        self._styles = shipped()

    def styles(self) -> Styles:
        """Those that there are now. Takes time where files have changed: in a thread. Those of a folder that can't be
        read stay as they were."""
        with self._turn:
            try:
                if (sight := self._look()) != self._sight:
                    self._styles, self._sight = self._read(sight), sight
            except OSError as error:
                log.error("STYLES_DIR: %s can't be read: %s.", error.filename, error.strerror)
            return self._styles

    def _look(self) -> Sight:
        found = (f for root in self._roots if root.is_dir() for f in sorted(root.iterdir()))
        told = ((f, f.stat()) for f in found if f.suffix.lower() in (".json", ".csv"))
        return tuple((f, s.st_mtime_ns, s.st_size) for f, s in told)

    def _read(self, sight: Sight) -> Styles:
        own: dict[str, StyleFile] = {}
        for file, _, _ in sight:
            for each in _styles(file):
                if len(own) >= MOST_STYLES:
                    log.warning(
                        "STYLES_DIR: %s: more than %d styles; the rest is passed over.", file, MOST_STYLES
                    )
                    break
                own[each.name] = each
        return MappingProxyType({**shipped(), **own})


def _styles(file: Path) -> Iterator[StyleFile]:
    """The styles of a file that can be used; the log names what can't."""
    try:
        text = read_file(file, LONGEST_FILE).decode("utf-8-sig")
        said = list(_rows(text) if file.suffix.lower() == ".csv" else _told(json.loads(text)))
    except (ValueError, RecursionError, csv.Error, TooLong) as error:
        log.warning("STYLES_DIR: %s is passed over: %s.", file, str(error)[:200])
        return
    for number, each in enumerate(said, 1):
        try:
            yield StyleFile.model_validate(each)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"])) or "it"
            log.warning("STYLES_DIR: %s, style %d is passed over: %s: %s.", file, number, place, first["msg"])


def _told(said: Any) -> list[Any]:
    return said if isinstance(said, list) else [said]


def _rows(text: str) -> Iterator[dict[str, str]]:
    """The lines of a `styles.csv`: name, prompt, negative_prompt. A name alone is a heading."""
    for row in csv.DictReader(io.StringIO(text, newline="")):
        told = {(name or "").strip().lower(): value for name, value in row.items() if isinstance(value, str)}
        if told.get("prompt") or told.get("negative_prompt"):
            yield told
