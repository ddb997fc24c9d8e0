"""Stable Diffusion's own upscalers: they draw a picture larger, by words and in steps, through diffusers' pipelines."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import torch
from diffusers.models.unets.unet_2d_condition import UNet2DConditionOutput
from PIL import Image
from torch import Tensor
from torch.nn.functional import pad

from engine.api.changing import by_call, chosen
from engine.api.errors import BadModel, BrokenNumbers
from engine.api.jobs import Job
from engine.api.names import Drawn
from engine.api.parameters import Size
from engine.api.tiles import STEP, Box, boxes
from engine.models.faults import is_the_machines, problem_of
from engine.models.files.folders import variant, weights_file
from engine.models.files.names import short_name
from engine.models.pipelines import plain
from engine.models.placement import module_bytes, precision, take_home
from engine.models.prompts import parse
from engine.models.vae import Scaling, decode_latents, encode_pixels
from engine.pictures.join import joined
from engine.pictures.read import to_pixels

TILE = 128
"""Latents of a side that the UNet and the decoder see at once: what both were taught with."""

WHOLE = 1024 * 1024
"""Pixels of a picture that is encoded at once."""

_PIPELINES = {
    "x4": diffusers.StableDiffusionUpscalePipeline,
    "latent": diffusers.StableDiffusionLatentUpscalePipeline,
}
_TIMES = {"x4": 4, "latent": 2}
_UNUSED = {"x4": ("safety_checker", "feature_extractor", "watermarker"), "latent": ()}


class Redrawer:
    """One of them. A picture that is larger than a tile is denoised as a whole all the same: in every step the UNet
    sees one tile after the other, and where they overlap its answers are mixed. No seam can begin there.

    Attributes:
        scale: how many times larger it makes a picture.
        bytes: of its weights.
    """

    def __init__(self, kind: Drawn, pipe: Any) -> None:
        """Takes over a pipeline that is in its place."""
        self._kind = kind
        self._pipe = pipe
        pipe.set_progress_bar_config(disable=True)
        self.scale = _TIMES[kind]
        self._factor: int = 2 ** (len(pipe.vae.config.block_out_channels) - 1)
        self._fold = max(STEP, 2 ** (len(pipe.unet.config.block_out_channels) - 1))
        self.bytes = parts_bytes(pipe)

    def enlarged(
        self, picture: Image.Image, size: tuple[int, int], on_tile: Callable[[int], object], job: Job
    ) -> Image.Image:
        """An RGB picture of that size, run through as often as it takes; `on_tile` is told how many times the UNet
        will be called.

        Raises:
            BrokenNumbers: the model yielded NaN.
        """
        rounds = runs(Size(*picture.size), size, self.scale)
        self._pipe.scheduler.set_timesteps(job.recipe.steps)
        steps = len(self._pipe.scheduler.timesteps)
        total = steps * sum(len(_tiles(self._cells(given))) for given, _ in rounds)
        for _, shrunk in rounds:
            picture = self._once(picture, shrunk, job, lambda: on_tile(total))
        return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)

    def _cells(self, given: Size) -> Size:
        """Latents of what is made of a picture of that size: as many as the UNet can halve, and halve again."""
        folds = (max(2, -(-side * self.scale // (self._factor * self._fold))) for side in given)
        return Size(*(each * self._fold for each in folds))

    def _once(
        self, picture: Image.Image, shrunk: int, job: Job, on_tile: Callable[[], object]
    ) -> Image.Image:
        """As much larger as it makes it, and then so many times smaller."""
        cells = self._cells(Size(*picture.size))
        filled = Size(*(side * self._factor // self.scale for side in cells))
        beyond = 0, filled.width - picture.width, 0, filled.height - picture.height
        pixels = pad(to_pixels(picture)[None], beyond, mode="replicate")
        with torch.no_grad(), _in_tiles(self._pipe.unet, on_tile):
            latents: Tensor = self._pipe(**self._asked(job, pixels)).images.float()
        if not latents.isfinite().all():
            raise BrokenNumbers()
        width, height = (side * self.scale // shrunk for side in picture.size)
        return self._decoded(latents, cells, shrunk).crop((0, 0, width, height))

    def _asked(self, job: Job, pixels: Tensor) -> dict[str, Any]:
        """What the pipeline is called with. These know no weights and no tags: the words are told as they are."""
        recipe, generator = job.recipe, torch.Generator().manual_seed(job.recipe.seed)
        texts = chosen((job.prompt, recipe.negative), recipe.seed)
        prompt, negative = (plain(parse(by_call(text, recipe.steps)[-1])) for text in texts)
        asked = {
            "prompt": prompt,
            "negative_prompt": negative,
            "num_inference_steps": recipe.steps,
            "guidance_scale": recipe.cfg,
            "generator": generator,
            "output_type": "latent",
        }
        if self._kind == "x4":
            return asked | {"image": pixels, "noise_level": recipe.noise_level or 0}
        vae = self._pipe.vae
        vae.use_tiling = pixels.shape[-1] * pixels.shape[-2] > WHOLE
        latents = encode_pixels(vae, pixels, Scaling.of(vae), generator)
        vae.use_tiling = False
        return asked | {"image": latents}

    def _decoded(self, latents: Tensor, cells: Size, shrunk: int) -> Image.Image:
        """The picture, so many times smaller than it is decoded, tile by tile."""
        vae, places, parts = self._pipe.vae, _tiles(cells), []
        for left, top, right, bottom in places:
            tile = decode_latents(vae, latents[..., top:bottom, left:right], Scaling.of(vae))[0].cpu()
            seen = Image.fromarray((tile * 255).round().byte().movedim(0, -1).numpy())
            parts.append(np.asarray(seen.reduce(shrunk)))
        factor = self._factor // shrunk
        return joined(
            Size(*(side * factor for side in cells)), [Box(*(n * factor for n in p)) for p in places], parts
        )


def runs(given: Size, size: tuple[int, int], scale: int) -> list[tuple[Size, int]]:
    """How often a network that makes pictures `scale` times larger is run for one of that size: on pictures of which
    sizes, and how many times smaller what it makes of each is then made."""
    sides = [given]
    while scale > 1 and sides[-1].width * scale < size[0]:
        sides.append(Size(*(side * scale for side in sides[-1])))
    over = sides[-1].width * scale / size[0]
    shrunk = int(over) if over == int(over) and scale % over == 0 else 1
    return [*((each, 1) for each in sides[:-1]), (sides[-1], max(1, shrunk))]


def _tiles(cells: Size) -> tuple[Box, ...]:
    return boxes(cells, Size(*(min(TILE, side) for side in cells)))


@contextmanager
def _in_tiles(unet: Any, on_tile: Callable[[], object]) -> Iterator[None]:
    """The UNet answers for a whole picture by what it answers for its tiles."""
    forward = unet.forward

    def tiled(sample: Tensor, *told: Any, return_dict: bool = True, **named: Any) -> Any:
        places = _tiles(Size(sample.shape[-1], sample.shape[-2]))
        whole, weights = torch.zeros_like(sample[:, :1]), torch.zeros_like(sample[:1, :1])
        for left, top, right, bottom in places:
            here = ..., slice(top, bottom), slice(left, right)
            made = forward(sample[here], *told, return_dict=False, **named)[0]
            if len(places) == 1:
                whole = made
            else:
                whole = whole.expand(-1, made.shape[1], -1, -1).clone() if whole.shape[1] == 1 else whole
                window = _window(bottom - top, right - left).to(made)
                whole[here] += made * window
                weights[here] += window
            on_tile()
        if len(places) > 1:
            whole = whole / weights
        return UNet2DConditionOutput(whole) if return_dict else (whole,)

    unet.forward = tiled
    try:
        yield
    finally:
        unet.forward = forward


def _window(height: int, width: int) -> Tensor:
    """How much each answer in a tile counts: the middle most, where most is seen around it."""
    rows, columns = (torch.sin((torch.arange(n) + 0.5) * math.pi / n) ** 2 + 1e-3 for n in (height, width))
    return rows[:, None] * columns


def load_redrawer(
    path: Path, kind: Drawn, device: torch.device, budget: int, moving: threading.RLock
) -> Redrawer:
    """Reads a folder; what does not fit the budget waits beside the device.

    Raises:
        BadModel: it can't be loaded, and why.
    """
    choice = precision(device, "sdxl")  # decoders of the one overflow in half precision
    try:
        found = variant(weights_file(path / "unet")) or None
        with moving:
            pipe = _PIPELINES[kind].from_pretrained(
                path,
                dtype=choice.unet,
                variant=found,
                local_files_only=True,
                use_safetensors=True,
                **dict.fromkeys(_UNUSED[kind]),
            )
            pipe.vae.to(choice.vae)
            for part in parts_of(pipe) if device.type == "cpu" or parts_bytes(pipe) > budget else ():
                take_home(part)
            if parts_bytes(pipe) > budget:
                pipe.enable_model_cpu_offload(device=device)
            else:
                pipe.to(device)
    except BaseException as error:
        if is_the_machines(error):
            raise
        problem = problem_of(error)
        raise BadModel(model=short_name(path.name), fault=problem.fault, reason=str(problem)) from error
    return Redrawer(kind, pipe)


def parts_of(pipe: Any) -> list[torch.nn.Module]:
    """The parts of a pipeline that have weights."""
    return [part for part in pipe.components.values() if isinstance(part, torch.nn.Module)]


def parts_bytes(pipe: Any) -> int:
    """Of the weights of all parts of a pipeline."""
    return sum(map(module_bytes, parts_of(pipe)))
