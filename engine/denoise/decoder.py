"""From the latents of finished requests to pixels, a few at a time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from engine.api.errors import BrokenNumbers
from engine.denoise.forward import Relieve, blame
from engine.denoise.request import Request
from engine.models.faults import is_out_of_memory
from engine.models.ports import UNetModel
from engine.models.seamless import Wrap

MOST_PIXELS = 2 << 20
"""Decoded in one call: eight pictures of 512 x 512. A decoder takes more memory for each than a UNet does."""


class Decoded(NamedTuple):
    """A request's pixels `[height, width, 3]` as bytes on the CPU, or why there are none."""

    request: Request
    pixels: Tensor | Exception


class Decoder:
    """Finished requests that wait for the VAE. Belongs to the device's denoise thread."""

    def __init__(self, relieve: Relieve) -> None:
        """`relieve` frees memory on the device."""
        self._relieve = relieve
        self._waiting: deque[tuple[UNetModel, Request]] = deque()
        self._seconds: dict[tuple[int, torch.Size, Wrap], float] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, model: UNetModel, request: Request) -> None:
        """Puts a finished request in line."""
        self._waiting.append((model, request))

    def discard(self, requests: Sequence[Request]) -> None:
        """Forgets requests that nobody wants any more."""
        self._waiting = deque(entry for entry in self._waiting if entry[1] not in requests)

    def decode(self, within: float | None) -> list[Decoded]:
        """Decodes the first in line together with others of its kind.

        Args:
            within: seconds that it should not take longer than, if it can be helped; None if nobody waits.
        """
        model, first = self._waiting[0]
        wrap, shape = first.way.wrap, first.latents.shape
        kind = (id(model), shape, wrap)
        most = MOST_PIXELS // (first.latents[0, 0].numel() * model.latent_factor**2)
        if within is not None:
            most = min(most, int(within / self._seconds.get(kind, within)))
        alike = [r for m, r in self._waiting if (id(m), r.latents.shape, r.way.wrap) == kind]
        together = alike[: max(1, most)]
        self.discard(together)
        started = time.perf_counter()
        decoded = self._halving(model, together)
        self._seconds[kind] = (time.perf_counter() - started) / len(together)
        return decoded

    def _halving(
        self, model: UNetModel, requests: Sequence[Request], tiled: bool | None = None
    ) -> list[Decoded]:
        """Together or, when that fails, in halves and at last in tiles."""
        try:
            return self._together(model, requests, tiled)
        except BaseException as error:
            failure = error
        failure.__traceback__ = failure.__traceback__ if not is_out_of_memory(failure) else None
        if len(requests) > 1:
            middle = len(requests) // 2
            return self._halving(model, requests[:middle]) + self._halving(model, requests[middle:])
        if is_out_of_memory(failure) and not tiled:
            self._relieve()
            return self._halving(model, requests, tiled=True)
        return [Decoded(requests[0], blame(failure))]

    def _together(self, model: UNetModel, requests: Sequence[Request], tiled: bool | None) -> list[Decoded]:
        pixels = model.decode(
            torch.cat([request.latents for request in requests]), tiled, requests[0].way.wrap
        )
        finite = pixels.isfinite().flatten(1).all(1).tolist()
        images = (pixels.movedim(1, -1) * 255).round().clamp(0, 255).nan_to_num().byte().cpu()
        return [
            Decoded(request, image if ok else BrokenNumbers())
            for request, image, ok in zip(requests, images, finite, strict=True)
        ]
