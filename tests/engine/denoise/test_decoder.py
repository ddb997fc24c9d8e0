"""From latents to pixels when things go wrong."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from engine.api.errors import BrokenNumbers, OutOfMemory
from engine.denoise.decoder import Decoder
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.models.seamless import NO_WRAP, Wrap
from engine.modes import way
from tests.engine.bench import job, tiny

SIZE = (16, 16)


class Narrow:
    """A decoder with room for so many pictures; in tiles it takes one where none fits."""

    def __init__(self, most: int = 99, tiles: bool = True) -> None:
        self.calls: list[tuple[int, bool | None]] = []
        self._most = most
        self._tiles = tiles

    def __getattr__(self, name: str) -> Any:
        return getattr(tiny(), name)

    def decode(self, latents: Tensor, tiled: bool | None = None, wrap: Wrap = NO_WRAP) -> Tensor:
        self.calls.append((len(latents), tiled))
        if len(latents) > self._most and not (tiled and self._tiles):
            raise torch.OutOfMemoryError("no room")
        return tiny().decode(latents, wrap=wrap)


@torch.inference_mode()
def finished(count: int) -> list[Request]:
    lane = Lane(tiny(), SIZE)
    requests = [lane.admit(way(job(f"j{i}", seed=i, steps=1))) for i in range(count)]
    lane.step()
    return requests


@torch.inference_mode()
def decoded(model: Narrow, requests: list[Request], within: float | None = None) -> dict[Request, Any]:
    freed: list[bool] = []
    decoder = Decoder(lambda: freed.append(True))
    for request in requests:
        decoder.add(model, request)
    pixels: dict[Request, Any] = {}
    while decoder:
        pixels |= dict(decoder.decode(within))
    return pixels


def test_pictures_are_decoded_together_as_bytes() -> None:
    model, requests = Narrow(), finished(4)
    pixels = decoded(model, requests)
    assert model.calls == [(4, None)]
    assert all(pixels[r].shape == (16, 16, 3) and pixels[r].dtype == torch.uint8 for r in requests)


def test_those_that_do_not_fit_together_are_decoded_apart() -> None:
    model, requests = Narrow(most=1), finished(3)
    pixels = decoded(model, requests)
    assert all(isinstance(pixels[r], Tensor) for r in requests)


def test_one_that_does_not_fit_is_decoded_in_tiles_and_fails_only_then() -> None:
    tiled = decoded(Narrow(most=0), one := finished(1))
    assert isinstance(tiled[one[0]], Tensor)
    refused = decoded(Narrow(most=0, tiles=False), one)
    assert isinstance(refused[one[0]], OutOfMemory)


def test_a_picture_of_broken_numbers_fails_alone() -> None:
    good, bad = finished(2)
    bad.latents = torch.full_like(bad.latents, torch.nan)
    pixels = decoded(Narrow(), [good, bad])
    assert isinstance(pixels[good], Tensor)
    assert isinstance(pixels[bad], BrokenNumbers)


def test_while_a_step_waits_it_takes_few_at_a_time() -> None:
    model, requests = Narrow(), finished(5)
    decoded(model, requests, within=1e-9)
    assert [count for count, _ in model.calls[1:]] == [1, 1, 1, 1]
