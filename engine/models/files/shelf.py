"""A folder of LoRAs or embeddings: its files by short name, found again as people write them. Needs no torch."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from engine.api.errors import BadModel, UnknownChoice
from engine.api.names import Addon, find
from engine.models.files.glance import Glance, now, times
from engine.models.files.names import former_name, names, own_name, printable, shared, short_name, stem
from engine.models.files.others import PICKLES
from engine.models.files.triggers import Told, told_by
from engine.models.files.words import is_word

log = logging.getLogger(__name__)

WEIGHTS = ".safetensors"
"""What files end with that are read."""

TOLD = 100
"""Files whose metadata is read: no list that people see is longer, and each costs milliseconds."""

MEANT = 1000
"""Spellings of names whose files are remembered: strangers think of them."""


class AddonFolder:
    """The .safetensors files of a folder and those below, by short name; any thread may ask, and files come and go."""

    def __init__(self, folder: Path) -> None:
        """The folder need not exist."""
        self._folder = folder
        self._lock = threading.Lock()
        self._paths: tuple[Path, ...] = ()
        self._called: Mapping[str, Path] = {}
        self._addons: tuple[Addon, ...] = ()
        self._meant: dict[str, Path] = {}
        self._glance = Glance()
        self._named: set[Path] = set()
        self._told: dict[tuple[Path, int], Told] = {}

    def scan(self) -> Mapping[str, Path]:
        """What there is now; the same object while nothing comes or goes."""
        with self._lock:
            self._look()
            return self._called

    def addons(self) -> tuple[Addon, ...]:
        """The same as the other half of the program knows them."""
        with self._lock:
            self._look()
            return self._addons

    def find(self, name: str, flag: str) -> Path:
        """The file that a person means.

        Raises:
            UnknownChoice: there is none of that name.
        """
        with self._lock:
            self._look()
            if name not in self._meant:
                addon = find(self._addons, name, formerly=True)
                if addon is None:
                    raise UnknownChoice.among(list(self._called), flag, name)
                if len(self._meant) >= MEANT:
                    self._meant.clear()
                self._meant[name] = self._called[addon.name]
            return self._meant[name]

    @contextmanager
    def calling(self, file: Path) -> Iterator[None]:
        """What is raised of a file inside calls it as it is called here."""
        try:
            yield
        except BadModel as problem:
            raise BadModel(**problem.facts | {"model": self.name_of(file)}) from problem

    def name_of(self, file: Path) -> str:
        """What a file is called; one that has gone, as it would be alone."""
        with self._lock:
            return next((name for name, path in self._called.items() if path == file), short_name(stem(file)))

    def _look(self) -> None:
        """Looks at the folder, unless times say that nothing has come, gone or become another."""
        if self._glance.holds():
            return
        began = time.time()
        walked = [(Path(at), sorted(files)) for at, below, files in os.walk(self._folder) if _visible(below)]
        files = [at / name for at, names in sorted(walked) for name in names if not name.startswith(".")]
        for pickle in {file for file in files if file.suffix.lower() in PICKLES} - self._named:
            log.warning(
                "%s is ignored: it is a pickle; only .safetensors files are read.", printable(pickle.name)
            )
            self._named.add(pickle)
        paths, folders = tuple(self._counted(files)), [self._folder, *(at for at, _ in walked)]
        there = list(map(now, paths))
        if paths != self._paths:
            self._paths, self._called, self._meant = paths, names(paths, self._folder), {}
            self._addons = self._describe(self._called)
        elif not self._glance.same_files():
            self._addons = self._describe(self._called)
        bad = {self._called[each.name] for each in self._addons if each.reason}
        self._glance = Glance.at(began, folders, there, bad)

    def _counted(self, files: Sequence[Path]) -> list[Path]:
        """What of them counts."""
        return [file for file in files if file.suffix.lower() == WEIGHTS]

    def _describe(self, called: Mapping[str, Path]) -> tuple[Addon, ...]:
        """What other files' names made of a name is said in the log."""
        for name, other in shared(called).items():
            ours, theirs = (printable(called[each].name) for each in (name, other))
            log.warning("%s is called %s here, since %s is called %s.", ours, name, theirs, other)
        former = {name: former_name(stem(path)) for name, path in called.items()}
        had = Counter(former.values())
        return tuple(
            Addon(
                name,
                own_name(path, self._folder),
                former[name] if had[former[name]] == 1 and former[name] not in {*called, "model"} else "",
                bare=not is_word(name),
                **(self._told_by(path) if number < TOLD else Told())._asdict(),
            )
            for number, (name, path) in enumerate(called.items())
        )

    def _told_by(self, path: Path) -> Told:
        """What the file tells, read anew only where it has changed."""
        stamp = path, times([path])[path]
        if stamp not in self._told:
            self._told[stamp] = told_by(path)
        return self._told[stamp]


def _visible(below: list[str]) -> bool:
    """Takes hidden folders out of those that are still to be walked through."""
    below[:] = [name for name in below if not name.startswith(".")]
    return True
