"""Which devices this machine has to draw on, as PyTorch calls them."""

from __future__ import annotations

from collections.abc import Collection


class NoDevice(Exception):
    """A device to draw on that this machine does not have; in one clause for the operator."""


def devices_here() -> tuple[str, ...]:
    """All of them, the CPU last. Imports torch, which takes seconds."""
    import torch

    found = [f"{kind}:{i}" for kind in ("cuda", "xpu") for i in range(getattr(torch, kind).device_count())]
    return (*found, *(["mps"] if torch.backends.mps.is_available() else []), "cpu")


def check_devices(chosen: Collection[str]) -> None:
    """Looks whether this machine has them; one without a number is the first of its kind.

    Imports torch, which takes seconds, where any is named that not every machine has.

    Raises:
        NoDevice: it lacks one.
    """
    there = devices_here() if {*chosen} - {"cpu"} else ("cpu",)
    for device in chosen:
        if not {device, f"{device}:0"} & {*there}:
            raise NoDevice(f"there is no {device} on this machine; there are: {', '.join(there)}")
