"""The engine of a worker: made on its own machine, from that machine's own settings."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from engine.api.ports import Engine

_VARIABLE = "LUKIS_WORKER"

SEEN = "CUDA_VISIBLE_DEVICES"
"""The variable that says which of a machine's GPUs a process may see, and in which order it numbers them."""


@dataclass(frozen=True)
class Machine:
    """What a machine draws with.

    Attributes:
        models: its folder of models.
        device: a device as PyTorch calls it, in a process that sees no other of its kind.
        budget: bytes that models may take on it; 0 for what it can spare.
    """

    models: str = "models"
    device: str = "cpu"
    budget: int = 0

    def environment(self) -> Mapping[str, str]:
        """How the processes of a node are told."""
        return {_VARIABLE: json.dumps(asdict(self))}

    @classmethod
    def here(cls) -> Machine:
        """As this process was told."""
        return cls(**json.loads(os.environ.get(_VARIABLE, "{}")))


class BadDevices(Exception):
    """A node can't have these together; one sentence says why."""


def visible(devices: Sequence[str], seen: str = "") -> tuple[str, int, Mapping[str, str]]:
    """How a node shares its devices out: what its workers call theirs, how many GPUs Ray counts, which it may see.

    Args:
        devices: as this process calls them.
        seen: the GPUs that this process may see itself, by their names in the machine: `2,3`. Empty: all.

    Raises:
        BadDevices: they are of several kinds, or two of a kind that can't be shared out.
    """
    kinds = {device.partition(":")[0] for device in devices}
    if len(kinds) > 1:
        raise BadDevices(f"DEVICES: a worker has one kind of device, not {', '.join(sorted(kinds))}")
    kind = kinds.pop() if kinds else "cpu"
    if kind == "cuda":
        numbers = [device.partition(":")[2] or "0" for device in devices]
        if names := [name.strip() for name in seen.split(",") if name]:
            numbers = [names[int(number)] for number in numbers]
        return "cuda:0", len(devices), {SEEN: ",".join(numbers)}
    if len(devices) > 1:
        raise BadDevices(f"DEVICES: a worker has one {kind} at most")
    return (devices[0] if devices else "cpu"), 0, {}


def maker(default: str, watermark: bool, safety: str) -> partial[Engine]:
    """Makes a worker's engine, there; what decides how pictures come out is the bot's to say. See `build`."""
    return partial(_make, default, watermark, safety)


def _make(default: str, watermark: bool, safety: str) -> Engine:
    from engine.local.build import build

    own = Machine.here()
    return build(Path(own.models), default, own.budget, own.device, watermark=watermark, safety=safety)
