"""Where a model's parts lie and in which precision: by what the device can do and how much fits on it."""

from __future__ import annotations

import ctypes
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import torch

GIB = 2**30

WORKING_BYTES = 2 * GIB
"""Of device memory left for activations: a batch of latents, the decoder's tiles."""

MOVING = threading.RLock()
"""Held while weights are built or moved, one for all: what building a module patches is the process's."""

_trim: Any = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None
"""glibc's, which keeps of freed weights what lies below 32 MB a piece; other allocators can't be asked."""

Where = Literal["resident", "visiting", "streamed"]


@dataclass(frozen=True)
class Precision:
    """What the UNet with its text encoders, and the VAE, compute in."""

    unet: torch.dtype
    vae: torch.dtype


def precision(device: torch.device, family: str, capability: tuple[int, int] | None = None) -> Precision:
    """Full precision on the CPU; on a GPU bf16 from Ampere on, else fp16.

    SDXL's VAE overflows in fp16; those of SD 1 and 2 do not, and are more exact in it than in bf16.

    Args:
        device: what the model runs on.
        family: as in `ModelCard.family`.
        capability: the CUDA compute capability; asked of the device if None.
    """
    if device.type == "cpu":
        return Precision(torch.float32, torch.float32)
    if device.type == "cuda":
        capability = capability or torch.cuda.get_device_capability(device)
    half = torch.bfloat16 if capability and capability >= (8, 0) else torch.float16
    if family in ("sd1", "sd2"):
        return Precision(half, torch.float16)
    return Precision(half, half if half == torch.bfloat16 else torch.float32)


def weight_budget(device: torch.device) -> int:
    """Bytes that the weights of all models together may take by default."""
    if device.type == "cuda":
        total = torch.cuda.get_device_properties(device).total_memory
        return max(total - WORKING_BYTES - total // 20, total // 2)
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2


def give_back(device: torch.device) -> None:
    """Gives to the system, and to other programs, what was freed and allocators keep for later."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif _trim:
        _trim(0)


def where(unet_bytes: int, other_bytes: int, budget: int) -> Where:
    """How a model of that size lives within the budget.

    `resident`: everything stays on the device. `visiting`: the UNet stays, text encoders and VAE come while
    they work (SDXL on 8 GB). `streamed`: the UNet's layers come one after the other too (SDXL on 6 GB).
    """
    if unet_bytes + other_bytes <= budget:
        return "resident"
    return "visiting" if unet_bytes <= budget else "streamed"


def module_bytes(module: Any) -> int:
    """Of a module's weights."""
    return sum(p.numel() * p.element_size() for p in module.parameters())


def take_home(module: Any) -> None:
    """Copies what a module has on the CPU: what still lies in a file ends the process when somebody cuts that short."""
    for weights in chain(module.parameters(), module.buffers()):
        if weights.device.type == "cpu":
            weights.data = weights.data.clone()


class Stage:
    """A module that is on its device while it works; one that only visits goes home to the CPU after."""

    def __init__(self, module: Any, device: torch.device, resident: bool, moving: threading.RLock) -> None:
        """Moves a resident module to the device at once; the caller holds `moving`."""
        self.module = module.to(device if resident else "cpu")
        self._device = device
        self._resident = resident
        self._moving = moving

    @contextmanager
    def __call__(self) -> Iterator[Any]:
        """Yields the module, on its device."""
        if self._resident:
            yield self.module
            return
        with self._moving:
            self.module.to(self._device)
        try:
            yield self.module
        finally:
            with self._moving:
                self.module.to("cpu")


def attend_without_plans() -> None:
    """Has accelerators attend by kernels that take any shape as it comes.

    cuDNN's, which PyTorch prefers on Hopper cards, are planned for each shape anew: on an H200 half a second whenever
    one more person is in a forward.
    """
    torch.backends.cuda.enable_cudnn_sdp(False)


def place_unet(unet: Any, device: torch.device, streamed: bool, compiled: bool = False) -> None:
    """Brings the UNet to the device, or has its layers streamed there for each forward.

    A compiled one keeps its channels last. Otherwise each group norm would turn them back: 32 rows of SD 1.5 take
    92 ms on an H200 as they are, 102 with channels last.
    """
    if device.type == "cuda" and compiled:
        unet.to(memory_format=torch.channels_last)
    if not streamed:
        unet.to(device)
        return
    unet.enable_group_offload(
        onload_device=device,
        offload_device=torch.device("cpu"),
        offload_type="leaf_level",
        use_stream=device.type == "cuda",
    )
