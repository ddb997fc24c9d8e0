"""Networks that make pictures larger: read from a file, and run tile by tile so that memory stays bounded."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from weakref import WeakSet

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

from engine.api.jobs import Job
from engine.api.parameters import PARAMETERS, Size
from engine.models.files.addons import read_tensors
from engine.models.files.families import NotACheckpoint
from engine.models.files.header import BadHeader
from engine.models.files.names import bad_file
from engine.models.files.size import parameter_count as need
from engine.models.files.upscalers import Layout, NotAnUpscaler, UpscalerFolder, kind_of, layout_of
from engine.models.files.versions import Version, version
from engine.models.placement import precision
from engine.models.redrawing import Redrawer, load_redrawer, runs

TILE, MARGIN = 192, 32
"""Pixels of a side that are kept of what is made at once, and of what is seen around them: hardly more has a say."""

_SLOPE = 0.2


class Upscaler:
    """A network, in 32 bits."""

    def __init__(self, layout: Layout, tensors: Mapping[str, Tensor]) -> None:
        """`tensors` are the network's by Real-ESRGAN's names, on the device that it runs on."""
        self._layout = layout
        self._tensors = tensors
        self.scale = layout.scale

    @torch.inference_mode()
    def __call__(self, pixels: Tensor) -> Tensor:
        """`[1, 3, h, w]` in 0..1, as large as it makes them; sides are multiples of how far it folds them."""
        made = self._rrdb(pixels) if self._layout.kind == "rrdb" else self._compact(pixels)
        return made.clamp(0, 1)

    @property
    def bytes(self) -> int:
        """Of its weights."""
        return sum(tensor.nbytes for tensor in self._tensors.values())

    def enlarged(
        self,
        picture: Image.Image,
        size: tuple[int, int],
        on_tile: Callable[[int], object],
        job: Job | None = None,
    ) -> Image.Image:
        """An RGB picture of that size, run through as often as it takes; `on_tile` is told how many tiles there are.

        Nothing that a job says besides has a say.
        """
        rounds = runs(Size(*picture.size), size, self.scale)
        total = sum(math.ceil(width / TILE) * math.ceil(height / TILE) for (width, height), _ in rounds)
        for _, shrunk in rounds:
            picture = self._once(picture, shrunk, lambda: on_tile(total))
        return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)

    def _once(self, picture: Image.Image, shrunk: int, on_tile: Callable[[], object]) -> Image.Image:
        """As much larger as it makes it, and then so many times smaller."""
        scale = self.scale // shrunk
        large = Image.new("RGB", (picture.width * scale, picture.height * scale))
        for top in range(0, picture.height, TILE):
            for left in range(0, picture.width, TILE):
                right, bottom = min(left + TILE, picture.width), min(top + TILE, picture.height)
                around = (
                    max(0, left - MARGIN),
                    max(0, top - MARGIN),
                    min(picture.width, right + MARGIN),
                    min(picture.height, bottom + MARGIN),
                )
                made = self._tile(picture.crop(around))
                x, y = (left - around[0]) * self.scale, (top - around[1]) * self.scale
                box = (x, y, x + (right - left) * self.scale, y + (bottom - top) * self.scale)
                large.paste(made.crop(box).reduce(shrunk), (left * scale, top * scale))
                on_tile()
        return large

    def _tile(self, picture: Image.Image) -> Image.Image:
        fold, device = self._layout.folded, next(iter(self._tensors.values())).device
        pixels = torch.from_numpy(np.array(picture)).to(device).permute(2, 0, 1)[None].float() / 255
        filled = F.pad(pixels, (0, -picture.width % fold, 0, -picture.height % fold), mode="replicate")
        made = self(filled)[0, :, : picture.height * self.scale, : picture.width * self.scale]
        return Image.fromarray((made * 255).round().byte().permute(1, 2, 0).cpu().numpy())

    def _conv(self, name: str, x: Tensor) -> Tensor:
        return F.conv2d(x, self._tensors[f"{name}.weight"], self._tensors[f"{name}.bias"], padding=1)

    def _bent(self, name: str, x: Tensor) -> Tensor:
        return F.leaky_relu(self._conv(name, x), _SLOPE)

    def _rrdb(self, x: Tensor) -> Tensor:
        """ESRGAN: Wang et al., "Enhanced super-resolution generative adversarial networks", 2018."""
        first = made = self._conv("conv_first", F.pixel_unshuffle(x, self._layout.folded))
        for block in range(self._layout.depth):
            before = made
            for dense in (1, 2, 3):
                made = self._dense(f"body.{block}.rdb{dense}", made)
            made = made * 0.2 + before
        made = first + self._conv("conv_body", made)
        for up in range(1, self._layout.ups + 1):
            made = self._bent(f"conv_up{up}", F.interpolate(made, scale_factor=2, mode="nearest"))
        return self._conv("conv_last", self._bent("conv_hr", made))

    def _dense(self, name: str, x: Tensor) -> Tensor:
        seen = x
        for layer in range(1, 5):
            seen = torch.cat((seen, self._bent(f"{name}.conv{layer}", seen)), 1)
        return self._conv(f"{name}.conv5", seen) * 0.2 + x

    def _compact(self, x: Tensor) -> Tensor:
        """Real-ESRGAN's small networks: convolutions that add to the picture with its pixels repeated."""
        made = x
        for layer in range(self._layout.depth):
            weight = self._tensors[f"body.{layer}.weight"]
            made = F.prelu(made, weight) if weight.ndim == 1 else self._conv(f"body.{layer}", made)
        return F.pixel_shuffle(made, self.scale) + F.interpolate(x, scale_factor=self.scale, mode="nearest")


def load_upscaler(path: Path, device: torch.device) -> Upscaler:
    """Reads a file.

    Raises:
        BadModel: it is no upscaler that can be read.
    """
    tensors = read_tensors(path)
    try:
        layout = layout_of({name: tuple(tensor.shape) for name, tensor in tensors.items()})
    except NotAnUpscaler as problem:
        raise bad_file(path, problem, "unlike") from problem
    return Upscaler(layout, {n: tensors[old].to(device, torch.float32) for n, old in layout.names.items()})


class Upscalers(UpscalerFolder):
    """The upscalers of a folder; the one that was used last stays in memory. One thread loads."""

    def __init__(
        self,
        folder: Path,
        device: torch.device,
        budget: int = 0,
        moving: threading.RLock | None = None,
        on_growth: Callable[[], None] = lambda: None,
    ) -> None:
        """The folder need not exist; they run on the device, in so many bytes of it, or beside it. `moving` and
        `on_growth` as in `Workshop`; the latter is called when it is known how much one will take."""
        super().__init__(folder)
        self._device = device
        self._budget = budget
        self._moving = moving or threading.RLock()
        self._on_growth = on_growth
        self._last: tuple[Version, Upscaler | Redrawer] | None = None
        self._living: WeakSet[Upscaler | Redrawer] = WeakSet()
        self._coming = 0

    @property
    def bytes(self) -> int:
        """Of the weights of those in memory, or on their way there."""
        return self._coming + sum(each.bytes for each in list(self._living))

    def load(self, name: str) -> Upscaler | Redrawer:
        """The one that is meant.

        Raises:
            UnknownChoice: there is none of that name.
            BadModel: its file can't be used.
        """
        file = version(self.find(name, PARAMETERS["upscaler"].flag))
        last = self._last
        if last is None or last[0] != file:
            del last
            self.forget()
            with self.calling(file.path):
                loaded = self._read(file.path)
            self._living.add(loaded)
            self._last = last = file, loaded
        return last[1]

    def forget(self) -> None:
        """Lets go of the last one: memory is wanted."""
        self._last = None

    def _read(self, path: Path) -> Upscaler | Redrawer:
        try:
            kind = kind_of(path)
            self._coming = need(path) * precision(self._device, "sdxl").unet.itemsize if kind else 0
            self._on_growth()
            if kind:
                return load_redrawer(path, kind, self._device, self._budget, self._moving)
            return load_upscaler(path, self._device)
        except (NotAnUpscaler, NotACheckpoint, BadHeader) as problem:
            raise bad_file(path, problem, "unlike") from problem
        finally:
            self._coming = 0
