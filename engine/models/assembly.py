"""Puts a checkpoint together into a model that draws."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import torch

from engine.models.conditioning import Conditioner
from engine.models.control import Controls
from engine.models.files.addons import Embeddings
from engine.models.files.beside import Beside
from engine.models.files.catalogue import Found
from engine.models.hypernets import Hypernets
from engine.models.likes import Likes
from engine.models.loading import Checkpoint, load_checkpoint
from engine.models.lora import Loras
from engine.models.placement import (
    Precision,
    Stage,
    attend_without_plans,
    module_bytes,
    place_unet,
    precision,
    take_home,
    where,
)
from engine.models.preview import Previews
from engine.models.unet import TILED_ABOVE, Parts, UNetFamily
from engine.models.vaes import Vaes

SMALL_TILED_ABOVE = 768 * 768
"""Like `TILED_ABOVE`, where memory is short."""


@dataclass(frozen=True)
class Workshop:
    """What every model of a library is built with.

    Attributes:
        beside: what models draw with besides themselves.
        precision: overrides the device's own.
        compile: whether UNets are compiled with `torch.compile`.
        previews: of all their VAEs.
        on_growth: called when a model takes more memory than before, by LoRAs, hypernetworks or networks that see.
    """

    device: torch.device
    budget: int
    moving: threading.RLock
    beside: Beside
    precision: Precision | None = None
    compile: bool = False
    previews: Previews = field(default_factory=Previews)
    on_growth: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        if self.device.type == "cuda":
            attend_without_plans()


def assemble(found: Found, shop: Workshop) -> UNetFamily:
    """Reads a UNet family model and brings it to the device; the caller holds `shop.moving`.

    Raises:
        NotACheckpoint, BadHeader: it can't be loaded, and why.
    """
    choice = shop.precision or precision(shop.device, found.card.family)
    checkpoint = load_checkpoint(found, choice.unet, choice.vae)
    others = sum(map(module_bytes, checkpoint.modules()[1:]))
    life = where(module_bytes(checkpoint.unet), others, shop.budget)
    if shop.device.type == "cpu" or life != "resident":
        for module in checkpoint.modules():
            take_home(module)
    vae = _stage(checkpoint, shop, resident=life == "resident")
    fused = shop.device.type == "cuda" and life != "streamed"
    if fused:
        checkpoint.unet.fuse_qkv_projections()
    compiled = shop.compile and life != "streamed"
    place_unet(checkpoint.unet, shop.device, streamed=life == "streamed", compiled=compiled)
    if compiled:
        checkpoint.unet.compile(dynamic=False)
    unfuse = checkpoint.unet.unfuse_qkv_projections if fused else lambda: None
    loras = _loras(checkpoint, found, shop, unfuse)
    conditioner = Conditioner(
        checkpoint.encoders,
        Embeddings(shop.beside.embeddings, [encoder.width for encoder in checkpoint.encoders]),
        partial(loras.under, encoding=True),
        checkpoint.zeros_when_empty,
        loras.notices,
        loras.lying,
    )
    parts = Parts(
        checkpoint.unet,
        vae,
        conditioner,
        loras,
        _hypernets(checkpoint, shop, unfuse),
        _controls(checkpoint, found, shop, choice.unet),
        _likes(checkpoint, found, shop),
        _vaes(vae, found, shop, resident=life == "resident"),
        shop.previews,
        checkpoint.scheduler_config,
        shop.device,
        compiled=compiled,
        tiled_above=TILED_ABOVE if life == "resident" else SMALL_TILED_ABOVE,
    )
    return UNetFamily(found.card, parts)


def _loras(checkpoint: Checkpoint, found: Found, shop: Workshop, unfuse: Callable[[], None]) -> Loras:
    return Loras(
        shop.beside.loras,
        _lora_parts(checkpoint),
        shop.device,
        most_bytes=shop.budget // 8,
        before_first=unfuse,
        on_growth=shop.on_growth,
        family=found.card.family,
    )


def _hypernets(checkpoint: Checkpoint, shop: Workshop, unfuse: Callable[[], None]) -> Hypernets:
    return Hypernets(
        shop.beside.hypernets,
        checkpoint.unet,
        shop.device,
        most_bytes=shop.budget // 16,
        before_first=unfuse,
        on_growth=shop.on_growth,
    )


def _controls(checkpoint: Checkpoint, found: Found, shop: Workshop, dtype: torch.dtype) -> Controls:
    return Controls(
        shop.beside.controls,
        found.card,
        checkpoint.unet.config,
        shop.device,
        dtype,
        most_bytes=shop.budget // 3,
        on_growth=shop.on_growth,
    )


def _likes(checkpoint: Checkpoint, found: Found, shop: Workshop) -> Likes:
    return Likes(
        shop.beside.adapters,
        found.card,
        checkpoint.unet,
        shop.device,
        most_bytes=shop.budget // 6,
        on_growth=shop.on_growth,
    )


def _vaes(own: Stage, found: Found, shop: Workshop, resident: bool) -> Vaes:
    return Vaes(
        shop.beside.vaes,
        found.card,
        own,
        partial(Stage, device=shop.device, resident=resident, moving=shop.moving),
        most_bytes=shop.budget // 8,
        on_growth=shop.on_growth,
    )


def _stage(checkpoint: Checkpoint, shop: Workshop, resident: bool) -> Stage:
    """Places the VAE, which is returned, and the text encoders."""
    for encoder in checkpoint.encoders:
        encoder.stage = Stage(encoder.module, shop.device, resident, shop.moving)
    return Stage(checkpoint.vae, shop.device, resident, shop.moving)


def _lora_parts(checkpoint: Checkpoint) -> dict[str, torch.nn.Module]:
    """The modules by the names that LoRA files give them; a lone encoder with a projection is the second."""
    named = {"unet": checkpoint.unet}
    for encoder in checkpoint.encoders:
        second = hasattr(encoder.module, "text_projection")
        named["text_encoder_2" if second else "text_encoder"] = encoder.module
    return named
