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
    "slow": "it takes too long",
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
        self._trouble = ""

    @property
    def empty(self) -> bool:
        """Whether there is no such folder, and never was."""
        return not self._sight and not self._root.is_dir()

    def rules(self) -> Rules:
        """The lists as the files are now. Takes time where they have changed: in a thread.

        Those of a folder that is gone or can't be read stay as they were: a disk that fails opens nothing.
        """
        with self._turn:
            if self.empty:
                return self._rules
            try:
                if (sight := self._look()) != self._sight:
                    self._rules, self._sight = self._read(), sight
                self._trouble = ""
            except OSError as error:
                self._say(f"{error.filename} can't be read: {error.strerror}; its lists stay as they were")
            return self._rules

    def _say(self, trouble: str) -> None:
        if trouble != self._trouble:
            log.error("MODERATION_DIR: %s.", trouble)
        self._trouble = trouble

    def _look(self) -> Sight:
        return tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f, _ in self._files())

    def _files(self) -> Iterator[tuple[Path, List]]:
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
