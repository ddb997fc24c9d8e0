"""Which loads a device's processes died of: one that was the last of two of them is not tried by a third."""

from __future__ import annotations

from collections import Counter

from engine.models.files.loads import Load

MOST_DEATHS = 2
"""With a load under way, after which that is not tried again: one may have been killed by whoever likes."""


class Killers:
    """Hears what a process loads, and counts those loads that it did not survive."""

    def __init__(self) -> None:
        self._under_way: Load | None = None
        self._deaths: Counter[Load] = Counter()

    def hear(self, load: Load | None) -> None:
        """A load begins, or the one that began is over and has killed nobody."""
        if load is None and self._under_way:
            del self._deaths[self._under_way]
        self._under_way = load

    def died(self) -> bool:
        """The process has died; says whether of a load that is not tried again."""
        load, self._under_way = self._under_way, None
        if load is None:
            return False
        self._deaths[load] += 1
        return load in self.deadly

    @property
    def deadly(self) -> frozenset[Load]:
        """What is not to be tried again, until it is another file."""
        return frozenset(load for load, deaths in self._deaths.items() if deaths >= MOST_DEATHS)
