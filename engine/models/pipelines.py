"""Families that lanes can't batch (SD 3.5, FLUX, FLUX Kontext, Qwen-Image-Edit): one diffusers call a picture, the same
events."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import diffusers
import torch
from torch import Tensor
from torch.nn.functional import pad

from engine.api.cards import ModelCard
from engine.api.changing import by_call, chosen
from engine.api.errors import BrokenNumbers, UnfitModel
from engine.api.events import Notice
from engine.api.jobs import Job
from engine.api.parameters import Variation
from engine.api.tags import names_embedding
from engine.models.assembly import Workshop
from engine.models.files.catalogue import Found
from engine.models.files.folders import EDITING, known_pipeline
from engine.models.flows import FLOWS
from engine.models.lora.whole import WholeLoras
from engine.models.noise import varied
from engine.models.placement import module_bytes, precision, take_home
from engine.models.ports import Step
from engine.models.preview import Previews, to_colours
from engine.models.prompts import Prompt, parse
from engine.models.vae import UNSCALED, Scaling, decode_latents, encode_pixels

log = logging.getLogger(__name__)

_MULTIPLE = 2
"""Latents a side that a patch of the transformer covers."""


def load_pipeline(found: Found, shop: Workshop) -> PipelineCall:
    """Reads a diffusers folder; the caller holds `shop.moving`. Whatever diffusers raises comes as it is."""
    flow = FLOWS[found.card.family]
    choice = shop.precision or precision(shop.device, found.card.family)
    left_out = {name: None for name in flow.optional if not (found.path / name).is_dir()}
    name = known_pipeline(found.path)
    kind: Any = getattr(diffusers, name) if name in EDITING or not flow.pipelines else flow.pipelines[0]
    pipe = kind.from_pretrained(
        found.path,
        dtype=choice.unet,
        local_files_only=True,
        use_safetensors=True,
        **left_out,
        **flow.own(found.path),
    )
    parts = [part for part in pipe.components.values() if isinstance(part, torch.nn.Module)]
    needs = sum(map(module_bytes, parts))
    for part in parts if shop.device.type == "cpu" or needs > shop.budget else ():
        take_home(part)
    if needs > shop.budget:
        _preview_matrix(
            pipe, shop.previews
        )  # now, since later its VAE would drive the transformer from the device
        pipe.enable_model_cpu_offload(device=shop.device)
    else:
        pipe.to(shop.device)
    return PipelineCall(
        found.card, pipe, WholeLoras(pipe, shop.beside.loras, shop.moving), needs, shop.previews
    )


def _preview_matrix(pipe: Any, previews: Previews) -> Tensor:
    vae, factor = pipe.vae, pipe.vae_scale_factor
    if "z_dim" in vae.config:
        from engine.models.qwen import Frames

        frames = Frames(vae)
        return previews.of(vae, UNSCALED, factor, frames.encode, frames.decode)
    scaling = Scaling.of(vae)
    return previews.of(
        vae,
        scaling,
        factor,
        lambda pixels: encode_pixels(vae, pixels, scaling),
        lambda latents: decode_latents(vae, latents, scaling),
    )


class PipelineCall:
    """SD 3.5, FLUX or Qwen-Image-Edit. Implements `PipelineModel`.

    The scheduler is the model's own (flow matching); prompt weights mean nothing here and are taken out. Of what
    changes on the way, one text is drawn: the last.
    """

    def __init__(self, card: ModelCard, pipe: Any, loras: WholeLoras, size: int, previews: Previews) -> None:
        """Takes over the pipeline; `size` is of its weights, in bytes."""
        self.card = card
        self.bytes = size
        self.notices: tuple[Notice, ...] = ()
        self._loras = loras
        self._flow = FLOWS[card.family]
        self._pipe, self._pipes = pipe, {frozenset({"image"}): pipe}
        if card.variant != "editing" and self._flow.pipelines:
            from_image = self._flow.pipelines[1].from_pipe(pipe)
            self._pipes = {frozenset[str](): pipe, frozenset({"image"}): from_image}
        for either in self._pipes.values():
            either.set_progress_bar_config(disable=True)
        self._factor: int = pipe.vae_scale_factor
        self._previews = previews
        self._blind = False  # whether its previews can't be made

    @cached_property
    def _matrix(self) -> Tensor:
        return _preview_matrix(self._pipe, self._previews)

    def draw(self, job: Job, inputs: Mapping[str, Tensor], step: Step) -> Tensor:
        """See `PipelineModel.draw`."""
        pipe = self._pipes.get(frozenset(inputs))
        if pipe is None:
            raise UnfitModel(model=self.card.name)
        recipe = job.recipe
        texts = chosen((job.prompt, recipe.negative), recipe.seed)
        # the call takes one text: as it stands at the last step
        prompt, negative = (parse(by_call(text, recipe.steps)[-1]) for text in texts)
        if any(names_embedding(plain(each)) for each in (prompt, negative)):
            raise UnfitModel(model=self.card.name)  # it would read the tag aloud
        self.notices = self._loras.use(prompt.adapters)
        width, height = (_up(side, self._factor * _MULTIPLE) for side in (recipe.width, recipe.height))
        generator = torch.Generator().manual_seed(recipe.seed)
        asked = {
            "prompt": plain(prompt),
            "width": width,
            "height": height,
            "num_inference_steps": recipe.steps,
            **self._flow.guidance(recipe.cfg, plain(negative)),
            "generator": generator,
            "output_type": "pt",
            "max_area": width * height,  # of Kontext, which else takes a size that it likes better
            "_auto_resize": False,
            "callback_on_step_end": self._watch(pipe, (height, width), step),
        }
        if recipe.variations:
            if inputs:  # these pipelines take no noise beside a picture
                raise UnfitModel(model=self.card.name)
            asked["latents"] = self._noise(pipe, (height, width), generator, recipe.variations)
        if inputs:
            asked |= {name: self._flow.shown(_grown(each, width, height)) for name, each in inputs.items()}
            asked["strength"] = recipe.strength
        with torch.no_grad():
            pixels: Tensor = pipe(**_taken(pipe, asked)).images[0].float().cpu()
        if not pixels.isfinite().all():
            raise BrokenNumbers()
        return pixels[:, : recipe.height, : recipe.width].clamp(0, 1)

    def _watch(self, pipe: Any, size: tuple[int, int], step: Step) -> Callable[..., dict[str, Any]]:
        """A callback that tells of progress and shows what the picture is heading for.

        Two neighbouring states of a flow lie on the line to its end, where sigma is 0.
        """
        before: list[Tensor] = []

        def after_step(_: Any, index: int, __: Any, state: dict[str, Any]) -> dict[str, Any]:
            latents = self._unpacked(pipe, state["latents"], size).float()
            sigmas = pipe.scheduler.sigmas
            at = pipe.scheduler.step_index
            preview = None
            if before:
                slope = (latents - before[0]) / (sigmas[at] - sigmas[at - 1])
                preview = self._seen(latents[0] - sigmas[at] * slope[0])
            before[:] = [latents]
            step(index + 1, pipe.num_timesteps, preview)
            return {}

        return after_step

    def _seen(self, latents: Tensor) -> Tensor | None:
        """The picture in small; one that can't be made costs nobody a picture, and is not tried again."""
        if self._blind:
            return None
        try:
            return to_colours(latents, self._matrix)
        except Exception as error:
            self._blind = True
            log.warning("%s has no preview: %r", self.card.name, error)
            return None

    def _noise(
        self, pipe: Any, size: tuple[int, int], generator: torch.Generator, variations: Sequence[Variation]
    ) -> Tensor:
        """What the pipeline itself would start from, with the variations in it; FLUX takes it as a row of patches."""
        channels = pipe.vae.config.latent_channels
        shape = 1, channels, *(side // self._factor for side in size)
        noise = varied(torch.randn(shape, generator=generator, dtype=pipe.dtype), variations)
        if not hasattr(pipe, "_pack_latents"):
            return noise
        packed: Tensor = pipe._pack_latents(noise, *shape)
        return packed

    def _unpacked(self, pipe: Any, latents: Tensor, size: tuple[int, int]) -> Tensor:
        """Latents as a picture `[1, channels, h, w]`; FLUX keeps them as a row of patches."""
        if latents.ndim == 4:
            return latents
        unpacked: Tensor = pipe._unpack_latents(latents, *size, pipe.vae_scale_factor)
        return unpacked if unpacked.ndim == 4 else unpacked[:, :, 0]  # of a film, its only frame


def plain(prompt: Prompt) -> str:
    """The prompt's words without weights and tags."""
    return " ".join(span.text for section in prompt.sections for span in section)


def _up(side: int, multiple: int) -> int:
    return -(-side // multiple) * multiple


def _grown(image: Tensor, width: int, height: int) -> Tensor:
    """The picture with its edge repeated to the right and below up to that size."""
    return pad(image, (0, width - image.shape[-1], 0, height - image.shape[-2]), mode="replicate")


def _taken(pipe: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """What this pipeline's call takes of it."""
    takes = inspect.signature(pipe.__call__).parameters
    return {name: value for name, value in asked.items() if name in takes}
