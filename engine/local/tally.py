"""What a device has done, counted as it goes: its own thread and that of its loader write, anybody may read."""

from __future__ import annotations

from engine.api.devices import ROWS, DeviceState, bound_of


class Tally:
    """Counts since the engine started. Each is written by one thread at a time."""

    def __init__(self) -> None:
        """Nothing has been done."""
        self._forwards = [0] * (len(ROWS) + 1)
        self._forwarded = 0
        self._seconds = 0.0
        self._loads = 0
        self._bad_loads = 0
        self._load_seconds = 0.0

    def forwarded(self, rows: int, seconds: float) -> None:
        """The device has called a model for so many rows."""
        self._forwards[bound_of(rows)] += 1
        self._forwarded += rows
        self._seconds += seconds

    def loaded(self, seconds: float, bad: bool) -> None:
        """A model has been read from the disk, or could not be."""
        self._loads += not bad
        self._bad_loads += bad
        self._load_seconds += seconds

    def state(self, device: str, lanes: int, rows: int, free: int | None) -> DeviceState:
        """What there is to tell of the device, with how it is now."""
        return DeviceState(
            device,
            lanes=lanes,
            rows=rows,
            free=free,
            forwards=tuple(self._forwards),
            forwarded=self._forwarded,
            seconds=self._seconds,
            loads=self._loads,
            bad_loads=self._bad_loads,
            load_seconds=self._load_seconds,
        )
