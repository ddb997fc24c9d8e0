"""What is loaded beside a model when somebody asks for it, and kept for the next one."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """As many as fit; the least recently used go first, but never the last. One thread loads, any may do all else."""

    def __init__(self, bytes_of: Callable[[T], int], most_bytes: int, on_growth: Callable[[], None]) -> None:
        """Nothing yet.

        Args:
            bytes_of: of the weights of one.
            most_bytes: of all of them.
            on_growth: called when one has been loaded, which takes memory beside the models.
        """
        self._bytes_of = bytes_of
        self._most_bytes = most_bytes
        self._on_growth = on_growth
        self._there: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def bytes(self) -> int:
        """Of weights in memory."""
        return sum(map(self._bytes_of, self.there))

    @property
    def there(self) -> Collection[T]:
        """Those in memory."""
        with self._lock:
            return list(self._there.values())

    def get(self, key: Hashable, load: Callable[[], T]) -> T:
        """The one of that key, loaded where it isn't there; what `load` raises leaves all as it was."""
        with self._lock:
            if key in self._there:
                self._there.move_to_end(key)
                return self._there[key]
        loaded = load()
        with self._lock:
            self._there[key] = loaded
            while sum(map(self._bytes_of, self._there.values())) > self._most_bytes and len(self._there) > 1:
                self._there.popitem(last=False)
        self._on_growth()
        return loaded

    def forget(self) -> None:
        """Lets go of all: memory is wanted."""
        with self._lock:
            self._there.clear()
