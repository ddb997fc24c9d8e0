"""What a forward takes of a device's memory, measured."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch

from engine.models.placement import give_back


@dataclass
class Peak:
    """Bytes at the highest point above the start; None if this machine does not tell."""

    bytes: int | None = None


class Memory(Protocol):
    """A device's memory."""

    def free(self) -> int | None:
        """Bytes that a forward could take now."""
        ...

    @contextmanager
    def measured(self) -> Iterator[Peak]:
        """Fills in the peak of what runs inside."""
        ...

    def release(self) -> None:
        """Gives back what the allocator keeps for later."""
        ...


class CudaMemory:
    """An accelerator's, as PyTorch's allocator counts it."""

    def __init__(self, device: torch.device) -> None:
        self._device = device

    def free(self) -> int | None:
        """What the driver has, and what the allocator holds without using it."""
        free, _ = torch.cuda.mem_get_info(self._device)
        cached = torch.cuda.memory_reserved(self._device) - torch.cuda.memory_allocated(self._device)
        return free + cached

    @contextmanager
    def measured(self) -> Iterator[Peak]:
        """See `Memory`."""
        peak = Peak()
        torch.cuda.reset_peak_memory_stats(self._device)
        before = torch.cuda.memory_allocated(self._device)
        yield peak
        peak.bytes = torch.cuda.max_memory_allocated(self._device) - before

    def release(self) -> None:
        """See `Memory`."""
        give_back(self._device)


class HostMemory:
    """The machine's own: the process's high-water mark, which Linux lets one reset."""

    _reset = Path("/proc/self/clear_refs")

    def free(self) -> int | None:
        """What the system could give without swapping."""
        try:
            return _kilobytes(Path("/proc/meminfo"), "MemAvailable")
        except OSError:
            return None

    @contextmanager
    def measured(self) -> Iterator[Peak]:
        """See `Memory`."""
        peak = Peak()
        try:
            self._reset.write_text("5")
            before = _kilobytes(Path("/proc/self/status"), "VmHWM")
        except OSError:
            yield peak
            return
        yield peak
        peak.bytes = max(0, _kilobytes(Path("/proc/self/status"), "VmHWM") - before)

    def release(self) -> None:
        """See `Memory`."""
        give_back(torch.device("cpu"))


def _kilobytes(file: Path, name: str) -> int:
    """A line such as `VmHWM:  1234 kB`, in bytes."""
    line = next(line for line in file.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024


def memory_of(device: torch.device) -> Memory:
    """The memory that models on the device work in."""
    return CudaMemory(device) if device.type == "cuda" else HostMemory()
