"""What is loaded beside a model when somebody asks for it, and kept for the next one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """As many as fit; the least recently used go first, but never the last."""

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

    @property
    def bytes(self) -> int:
        """Of weights in memory; any thread may ask."""
        return sum(map(self._bytes_of, list(self._there.values())))

    @property
    def there(self) -> Collection[T]:
        """Those in memory."""
        return self._there.values()

    def get(self, key: Hashable, load: Callable[[], T]) -> T:
        """The one of that key, loaded where it isn't there; what `load` raises leaves all as it was."""
        if key not in self._there:
            self._there[key] = load()
            while self.bytes > self._most_bytes and len(self._there) > 1:
                self._there.popitem(last=False)
            self._on_growth()
        self._there.move_to_end(key)
        return self._there[key]
