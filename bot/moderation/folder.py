"""The lists of the whole bot: text files in a folder, read anew when they change."""

from __future__ import annotations

import logging
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import regex

from bot.moderation.rules import BadLine, Lines, List, Rules

log = logging.getLogger(__name__)

_NAME = regex.compile(r"(?P<list>allow|block|spoiler|report)(?:[-_. ].{0,80})?\.txt")

WHY = {
    "empty": "there is no letter in it",
    "pattern": "it is no regular expression",
    "all": "it would find everything",
}
"""Why a line of a file is passed over."""

Sight = tuple[tuple[str, int, int], ...]
"""The files of the folder, each with the time of its last change and its size."""


class RuleFolder:
    """`block.txt`, `spoiler.txt`, `report.txt` and `allow.txt`, or several of each, such as `block-id.txt`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._turn = threading.Lock()
        self._sight: Sight = ()
        self._rules = Rules({})

    @property
    def empty(self) -> bool:
        """Whether there is no such folder."""
        return not self._root.is_dir()

    def rules(self) -> Rules:
        """The lists as the files are now. Takes time where they have changed: in a thread."""
        with self._turn:
            try:
                if (sight := self._look()) != self._sight:
                    self._rules, self._sight = self._read(), sight
            except OSError as error:
                log.error("MODERATION_DIR: %s can't be read: %s.", error.filename, error.strerror)
            return self._rules

    def _look(self) -> Sight:
        return tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f, _ in self._files())

    def _files(self) -> Iterator[tuple[Path, List]]:
        if self.empty:
            return
        for file in sorted(self._root.iterdir()):
            if named := _NAME.fullmatch(file.name):
                yield file, cast(List, named["list"])

    def _read(self) -> Rules:
        lists = defaultdict[List, list[str]](list)
        for file, name in self._files():
            lists[name] += _lines(file)
        return Rules(lists)


def _lines(file: Path) -> Iterator[str]:
    """The lines of a file that can be used; the log names those that can't."""
    text = file.read_bytes().decode("utf-8-sig", "replace")
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if not line or line.startswith("#"):
            continue
        try:
            Lines([line])
        except BadLine as error:
            log.warning("MODERATION_DIR: %s, line %d is passed over: %s.", file, number, WHY[error.args[0]])
        else:
            yield line
