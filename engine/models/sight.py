"""Image encoders: what a picture shows, as IP-Adapters read it. They work on the CPU, beside the drawing."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import torch
from PIL import Image
from torch import Tensor
from transformers import CLIPImageProcessorPil, CLIPVisionModelWithProjection

from engine.api.errors import BadModel, UnknownChoice
from engine.api.likes import BY
from engine.api.names import IPAdapter, find
from engine.models.faults import is_the_machines, problem_of
from engine.models.files.adapters import AdapterFolder
from engine.models.files.versions import Version, version
from engine.models.kept import Kept
from engine.models.networks import Looking, read_network

_MOST_KEPT = 8
"""Pictures that are not looked at again."""


class Seen(NamedTuple):
    """What an encoder says of a picture, and what it says where nothing is to be seen: `[1, width]` or
    `[1, parts, width]`, in fp32 on the CPU."""

    picture: Tensor
    nothing: Tensor


class Encoders:
    """The image encoders of a folder of IP-Adapters. One thread asks at a time."""

    def __init__(self, folder: AdapterFolder) -> None:
        """Loads nothing yet."""
        self._folder = folder
        self._seen: OrderedDict[tuple[Version, bool, bytes], Seen] = OrderedDict()

    def seen(self, picture: Image.Image, adapter: str, kept: Kept[Looking]) -> Seen:
        """What the adapter of that name is to read of a picture of any size; the latest are kept, and of encoders
        those of `kept`.

        Raises:
            UnknownChoice: there is no such adapter.
            BadModel: its encoder can't be loaded.
        """
        found = find(self._folder.adapters(), adapter)
        if found is None:
            raise UnknownChoice.among([], BY.flags[0], adapter)
        rgb = picture.convert("RGB")
        digest = blake2b(repr(rgb.size).encode() + rgb.tobytes()).digest()
        encoder = version(self._folder.encoder(found))
        key = encoder, found.whole, digest
        if key not in self._seen:
            self._seen[key] = _look(rgb, found, kept.get(encoder, lambda: _load(encoder.path, found)))
        self._seen.move_to_end(key)
        while len(self._seen) > _MOST_KEPT:
            self._seen.popitem(last=False)
        return self._seen[key]


NO_ENCODERS = Encoders(AdapterFolder(Path("none")))


def _look(rgb: Image.Image, adapter: IPAdapter, looking: Looking) -> Seen:
    pixels = looking.processor(images=rgb, return_tensors="pt").pixel_values
    with torch.inference_mode():
        if adapter.whole:
            picture = looking.network(pixels).image_embeds
            return Seen(picture, torch.zeros_like(picture))
        both = looking.network(torch.cat([pixels, torch.zeros_like(pixels)]), output_hidden_states=True)
        return Seen(*both.hidden_states[-2].split(1))


def _load(path: Path, adapter: IPAdapter) -> Looking:
    """An encoder's way to look at a picture, and the encoder."""
    try:
        encoder = read_network(CLIPVisionModelWithProjection, path)
    except BaseException as error:
        if is_the_machines(error):
            raise
        problem = problem_of(error)
        reason = f"its image encoder: {problem}"
        raise BadModel(model=adapter.name, fault=problem.fault, reason=reason) from error
    size = encoder.config.image_size
    return Looking(CLIPImageProcessorPil(size=size, crop_size=size), encoder)
