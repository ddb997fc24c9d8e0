"""Files that prompts name, as they were read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from engine.models.files.shelf import MEANT, AddonFolder
from engine.models.files.versions import Version, version

T = TypeVar("T")


class NamedFiles(Generic[T]):
    """What has been read of a folder's files; the least recently used go first.

    A file that has changed is read anew for whoever begins, and what it was before is forgotten. Until somebody does,
    it is drawn with as it was read, whatever becomes of it on the disk.
    """

    def __init__(
        self,
        folder: AddonFolder,
        flag: str,
        read: Callable[[Path], T],
        bytes_of: Callable[[T], int],
        most_bytes: int,
    ) -> None:
        """Reads nothing yet.

        Args:
            folder: where the files lie.
            flag: by which prompts name them.
            read: what is kept of a file; raises BadModel where it can't be used.
            bytes_of: of the weights of one.
            most_bytes: of all of them.
        """
        self._folder = folder
        self._flag = flag
        self._read = read
        self._bytes_of = bytes_of
        self._most_bytes = most_bytes
        self._there: OrderedDict[Version, T] = OrderedDict()
        self._meant: dict[str, Path] = {}

    @property
    def bytes(self) -> int:
        """Of weights in memory; any thread may ask."""
        return sum(map(self._bytes_of, list(self._there.values())))

    def __iter__(self) -> Iterator[Version]:
        return iter(self._there)

    def __getitem__(self, file: Version) -> T:
        """What was read of a file."""
        return self._there[file]

    def now(self, name: str) -> Version:
        """The file that is meant, as it lies there now.

        Raises:
            UnknownChoice: there is none of that name.
            BadModel: it has just gone.
        """
        found = version(self._folder.find(name, self._flag))
        if len(self._meant) >= MEANT:
            self._meant.clear()
        self._meant[name] = found.path
        return found

    def as_read(self, name: str) -> Version:
        """The file that is meant, as it was read last; raises as `now` where it has to be read."""
        path = self._meant.get(name)
        return next((each for each in self._there if each.path == path), None) or self.now(name)

    def load(self, file: Version) -> bool:
        """Reads it, where that is not done; whether it had to be. Raises BadModel where it can't be used."""
        new = file not in self._there
        if new:
            with self._folder.calling(file.path):
                read = self._read(file.path)
            for old in [each for each in self._there if each.path == file.path]:
                del self._there[old]
            self._there[file] = read
        self._there.move_to_end(file)
        return new

    def shrink(self, used: Collection[Version]) -> None:
        """Forgets the least recently used ones above the limit, but none of `used`."""
        for file in [file for file in self._there if file not in used]:
            if self.bytes > self._most_bytes:
                del self._there[file]

    def name_of(self, file: Version) -> str:
        """What a file is called."""
        return self._folder.name_of(file.path)
