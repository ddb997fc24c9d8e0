"""A UNet family model: one forward for rows that share nothing but the latent shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

from engine.api.cards import ModelCard
from engine.models.conditioning import Conditioner
from engine.models.control import Asked, Controls
from engine.models.files.versions import Version
from engine.models.hearing import heard
from engine.models.hints import NO_HINTS, Hints, Like
from engine.models.hypernets import Hypernets
from engine.models.likes import Likes
from engine.models.lora import Loras
from engine.models.placement import Stage, module_bytes
from engine.models.pooling import lengths_of, own_length_pooling
from engine.models.ports import Adapters, Conditioning
from engine.models.preview import Previews
from engine.models.seamless import NO_WRAP, Wrap, wrapped
from engine.models.vae import UNSCALED, Scaling, decode_latents, encode_pixels
from engine.models.vaes import Vaes

TILED_ABOVE = 1536 * 1536
"""Pixels of one picture above which the decoder works in tiles."""

AESTHETIC_SCORE = 6.0
"""What the SDXL refiner is told of every row; diffusers' default for prompts."""

EMBEDDED_GUIDANCE = 8.0
"""For UNets with the guidance distilled into an embedding (LCM): diffusers' default."""


ROWS = (1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64)
"""Batch sizes of a compiled UNet: others are filled up, so that few shapes are compiled."""


@dataclass(frozen=True)
class Parts:
    """What a UNet family model is made of.

    Attributes:
        unet: on its device, or streamed to it.
        compiled: whether the UNet was compiled; its batches are filled up to `ROWS`.
    """

    unet: Any
    vae: Stage
    conditioner: Conditioner
    loras: Loras
    hypernets: Hypernets
    controls: Controls
    likes: Likes
    vaes: Vaes
    previews: Previews
    scheduler_config: Mapping[str, Any]
    device: torch.device
    compiled: bool = False
    tiled_above: int = TILED_ABOVE


class UNetFamily:
    """SD 1, SD 2, SDXL, its refiner, their variants (inpainting, editing, depth, few steps). Implements `UNetModel`."""

    def __init__(self, card: ModelCard, parts: Parts) -> None:
        """Takes over the parts."""
        self.card = card
        self.device = parts.device
        self.dtype: torch.dtype = parts.unet.dtype
        self.vae_file: Version | None = None
        self.scheduler_config = parts.scheduler_config
        self._parts = parts
        self._unet = parts.unet
        self._scaling = Scaling.of(parts.vae.module)
        self.latent_channels: int = parts.vae.module.config.latent_channels
        self.latent_factor: int = 2 ** (len(parts.vae.module.config.block_out_channels) - 1)
        own_length_pooling(self._unet)
        self._blanks: dict[tuple[int, int], Tensor] = {}
        self._views: dict[Stage, UNetFamily] = {}

    @cached_property
    def preview_matrix(self) -> Tensor:
        """See `UNetModel.preview_matrix`."""
        vae = self._parts.vae.module
        return self._parts.previews.of(vae, self._scaling, self.latent_factor, self.encode, self.decode)

    @property
    def bytes(self) -> int:
        """Of all weights, those of LoRAs, hypernetworks, ControlNets, IP-Adapters and other VAEs included."""
        parts = self._parts
        modules = (parts.unet, parts.vae.module, *parts.conditioner.modules)
        beside = parts.loras, parts.hypernets, parts.controls, parts.likes, parts.vaes
        return sum(map(module_bytes, modules)) + sum(each.bytes for each in beside)

    def net(self, asked: str) -> Any:
        """See `UNetModel.net`."""
        return self._parts.controls.net(asked)

    def like(self, asked: str, seen: Tensor, scale: float) -> Like:
        """See `UNetModel.like`."""
        return self._parts.likes.like(asked, seen, scale)

    def through(self, vae: str) -> UNetFamily:
        """See `UNetModel.through`."""
        file, stage = self._parts.vaes.get(vae)
        self._views = {each: view for each, view in self._views.items() if each in self._parts.vaes.there}
        if stage not in self._views:
            view = copy(self)
            view._parts, view._blanks = replace(self._parts, vae=stage), {}
            view._scaling = Scaling.of(stage.module)
            view.vae_file = file
            self._views[stage] = view
        return self._views[stage]

    def condition(
        self,
        prompts: Sequence[str],
        adapters: Sequence[Adapters | None] | None = None,
        skip: int | None = None,
    ) -> list[Conditioning]:
        """See `UNetModel.condition`."""
        told = self._parts.conditioner.condition(prompts, adapters, skip)
        for each in told:
            self._parts.hypernets.check(each.adapters)
        return told

    def predict(
        self,
        latents: Tensor,
        timesteps: Tensor,
        conditionings: Sequence[Conditioning],
        sizes: Sequence[tuple[int, int]],
        hints: Sequence[Hints] = (),
    ) -> Tensor:
        """See `UNetModel.predict`; the answer is in fp32."""
        filling = _filling(len(latents)) if self._parts.compiled else 0
        rows = [*range(len(latents)), *[0] * filling]
        texts = [conditionings[i] for i in rows]
        longest = max(len(text.embeds) for text in texts)
        embeds = torch.stack([text.embeds.repeat(longest // len(text.embeds), 1) for text in texts])
        asked = Asked(
            latents[rows].to(self.device, self.dtype),
            timesteps[rows].to(self.device),
            embeds.to(self.device, self.dtype),
            [len(text.embeds) for text in texts],
            self._added(texts, [sizes[i] for i in rows]),
            [hints[i] if hints else NO_HINTS for i in rows],
        )
        wraps = [hint.wrap for hint in asked.hints]
        # a compiled UNet would be compiled anew for each set of LoRAs, of wraps, of ControlNets and of pictures
        hinted = any(hint.leads or hint.likes or hint.ear for hint in asked.hints)
        special = any(text.adapters for text in texts) or any(map(any, wraps)) or hinted
        run = self._unet.forward if special else self._unet
        with torch.no_grad():
            residuals = self._parts.controls.residuals(asked)
            with (
                self._parts.loras.under([text.adapters for text in texts]),
                self._parts.hypernets.under([text.adapters for text in texts]),
                lengths_of(self._unet, asked.lengths),
                wrapped(self._unet, wraps),
                self._parts.likes.looking(asked.hints),
                heard(self._unet, [hint.ear for hint in asked.hints[: len(latents)]]),
            ):
                out: Tensor = run(
                    self._channels(asked.latents, asked.hints),
                    asked.timesteps,
                    encoder_hidden_states=asked.embeds,
                    timestep_cond=self._guidance(len(rows)),
                    added_cond_kwargs=asked.added,
                    **residuals,
                ).sample
        return out[: len(latents)].float()

    def encode(self, pixels: Tensor, generator: Any = None, scaled: bool = True) -> Tensor:
        """See `UNetModel.encode`: a sample with the generator, or the mean without one."""
        with self._parts.vae() as vae:
            scaling = self._scaling if scaled else UNSCALED
            return encode_pixels(vae, pixels, scaling, generator).to(self.device)

    def decode(self, latents: Tensor, tiled: bool | None = None, wrap: Wrap = NO_WRAP) -> Tensor:
        """See `UNetModel.decode`; `tiled` overrides the choice by size."""
        pixels = latents.shape[-1] * latents.shape[-2] * self.latent_factor**2
        with self._parts.vae() as vae, wrapped(vae, [wrap] * len(latents)):
            large = pixels > self._parts.tiled_above if tiled is None else tiled
            vae.use_tiling = large and not any(wrap)
            return decode_latents(vae, latents, self._scaling)

    def _channels(self, latents: Tensor, hints: Sequence[Hints]) -> Tensor:
        """The rows with what else the UNet takes: their hints, or blanks where they bring none."""
        if self._unet.config.in_channels == self.latent_channels:
            return latents
        rows = [
            self._blank(latents.shape[-2], latents.shape[-1]) if hint.extra is None else hint.extra
            for hint in hints
        ]
        return torch.cat([latents, torch.cat(rows).to(latents)], dim=1)

    def _blank(self, height: int, width: int) -> Tensor:
        """What an inpainting UNet is to see where it may paint everywhere: a full mask, and grey under it."""
        if (height, width) not in self._blanks:
            factor = self.latent_factor
            grey = self.encode(torch.zeros(1, 3, height * factor, width * factor))
            self._blanks[height, width] = torch.cat([torch.ones_like(grey[:, :1]), grey], dim=1)
        return self._blanks[height, width]

    def _added(self, texts: Sequence[Conditioning], sizes: Sequence[tuple[int, int]]) -> dict[str, Tensor]:
        """SDXL's pooled text and time ids: the size as drawn, uncropped."""
        pooled = [text.pooled for text in texts if text.pooled is not None]
        if self._unet.config.addition_embed_type != "text_time":
            return {}
        refiner = self.card.family == "sdxl-refiner"
        ids = [(h, w, 0, 0, AESTHETIC_SCORE) if refiner else (h, w, 0, 0, h, w) for w, h in sizes]
        added = {"text_embeds": torch.stack(pooled), "time_ids": torch.tensor(ids)}
        return {name: tensor.to(self.device, self.dtype) for name, tensor in added.items()}

    def _guidance(self, rows: int) -> Tensor | None:
        """The embedded guidance of distilled UNets (the formula of `get_guidance_scale_embedding`)."""
        width = self._unet.config.time_cond_proj_dim
        if width is None:
            return None
        half = width // 2
        steps = torch.arange(half) * -(torch.log(torch.tensor(10000.0)) / (half - 1))
        angles = (EMBEDDED_GUIDANCE - 1) * 1000 * steps.exp()
        row = torch.cat([angles.sin(), angles.cos(), torch.zeros(width % 2)])
        return row.expand(rows, -1).to(self.device, self.dtype)


def _filling(rows: int) -> int:
    """How many rows a compiled UNet's batch lacks."""
    return next((size for size in ROWS if size >= rows), rows) - rows
