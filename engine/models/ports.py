"""A loaded model as the denoise loop sees it: what every UNet family has in common."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PIL.Image import Image
from torch import Tensor, device, dtype

from engine.api.cards import Listing, ModelCard
from engine.api.events import Notice
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.models.files.versions import Version
from engine.models.hints import Hints, Like
from engine.models.prompts import Adapter
from engine.models.seamless import NO_WRAP, Wrap

Adapters = tuple[Adapter, ...]
"""LoRAs and hypernetworks, in the order in which a prompt names them."""

SCHEDULE = (
    "num_train_timesteps",
    "beta_start",
    "beta_end",
    "beta_schedule",
    "trained_betas",
    "prediction_type",
    "timestep_spacing",
    "steps_offset",
)
"""What a saved scheduler config says of the model. All else in it is about the scheduler that it was saved
with, and leaks: DDIM's `clip_sample` in a config of DPM++ ruins every colour."""


@dataclass(frozen=True)
class Conditioning:
    """A prompt as the UNet takes it.

    Attributes:
        embeds: `[tokens, dim]`, tokens a multiple of 77.
        pooled: `[dim]` for families with a pooled text (SDXL), else None.
        adapters: the LoRAs it was encoded under, for `predict` to draw its row under.
        notices: what is to be said of them.
    """

    embeds: Tensor
    pooled: Tensor | None = None
    adapters: Adapters = ()
    notices: tuple[Notice, ...] = ()


class UNetModel(Protocol):
    """Weights on a device with all that one forward needs. Only the device's denoise thread may call it.

    Attributes:
        card: the model's card, filled in from its family.
        device, dtype: where the UNet lies and what it computes in.
        latent_channels: of the VAE (4, 16, ...); the UNet may take more (inpainting: 9, editing: 8, depth: 5).
        latent_factor: pixels per latent along a side (8 for the large families).
        scheduler_config: the model's own scheduler config, cleaned of what leaks into other samplers.
        vae_file: of a VAE that is not the model's own.
    """

    card: ModelCard
    device: device
    dtype: dtype
    latent_channels: int
    latent_factor: int
    scheduler_config: Mapping[str, Any]
    vae_file: Version | None

    @property
    def preview_matrix(self) -> Tensor:
        """`[latent_channels + 1, 3]`, latents and a one to RGB in -1..1, fitted to this VAE when first asked for."""
        ...

    @property
    def bytes(self) -> int:
        """Of all weights, those of LoRAs, hypernetworks, ControlNets and IP-Adapters included."""
        ...

    def condition(
        self,
        prompts: Sequence[str],
        adapters: Sequence[Adapters | None] | None = None,
        skip: int | None = None,
    ) -> list[Conditioning]:
        """Prompts to embeddings, cached; weights, long prompts and embedding files are understood.

        Args:
            prompts: any text; `<lora:name:weight>` is taken out of it.
            adapters: what to encode each prompt under, None for the LoRAs that it names itself. A negative
                prompt takes its prompt's: `condition([negative], [conditioning.adapters])`.
            skip: which layer of the text encoders to take, counted from the last as people do; None for its own.

        Raises:
            OutOfRange: its encoders have no such layer.
            UnknownChoice: a LoRA or a hypernetwork of that name does not exist.
            PromptTooLong: more tokens than `MOST_CHUNKS` chunks hold.
        """
        ...

    def through(self, vae: str) -> UNetModel:
        """The same model with another VAE, which encodes and decodes; loaded if need be.

        Raises:
            UnknownChoice: there is none of that name.
            BadModel: it can't be used with this model.
        """
        ...

    def net(self, asked: str) -> Any:
        """The ControlNet of that name or kind, for `Lead`; loaded if need be.

        Raises:
            UnknownChoice: there is none.
            BadModel: it can't be used with this model.
        """
        ...

    def like(self, asked: str, seen: Tensor, scale: float) -> Like:
        """What a row is to look at, by the IP-Adapter of that name; the model's first where it is empty.

        Args:
            asked: its name.
            seen: what its image encoder says of a picture, `[1, width]` or `[1, parts, width]`.
            scale: as `Like` has it.

        Raises:
            NoAdapter, UnknownChoice: there is none for this model.
            BadModel: it can't be used with this model.
        """
        ...

    def predict(
        self,
        latents: Tensor,
        timesteps: Tensor,
        conditionings: Sequence[Conditioning],
        sizes: Sequence[tuple[int, int]],
        hints: Sequence[Hints] = (),
    ) -> Tensor:
        """One UNet forward over rows that share nothing but the latent shape.

        Args:
            latents: `[rows, channels, h, w]`, scaled for their timestep.
            timesteps: `[rows]`.
            conditionings: one a row, which is drawn under its LoRAs; shorter ones are repeated to the longest,
                which leaves cross-attention unchanged.
            sizes: width and height in pixels, one a row (SDXL's time ids).
            hints: one a row; by default none.

        Returns:
            `[rows, channels, h, w]`, the prediction of the scheduler's `prediction_type`.
        """
        ...

    def encode(self, pixels: Tensor, generator: Any = None, scaled: bool = True) -> Tensor:
        """Pixels `[n, 3, H, W]` in -1..1 to latents: scaled as those that are denoised, or as the VAE gives them."""
        ...

    def decode(self, latents: Tensor, tiled: bool | None = None, wrap: Wrap = NO_WRAP) -> Tensor:
        """Scaled latents to pixels `[n, 3, H, W]` in 0..1, on the model's device in fp32.

        Args:
            latents: `[n, latent_channels, h, w]`.
            tiled: whether to work in tiles, which takes less memory; None chooses by size.
            wrap: which edges go on at the opposite ones; such pictures are never decoded in tiles.
        """
        ...


Step = Callable[[int, int, Tensor | None], None]
"""Called after each step with its number (1 to total), the total and a preview `[3, h, w]` in 0..1 or None.
What it raises ends the picture: that is how a job is cancelled."""


@runtime_checkable
class PipelineModel(Protocol):
    """A model that draws one picture a call, from noise to pixels: families that lanes can't batch.

    Only the device's denoise thread may call it.

    Attributes:
        card: the model's card, filled in from its family.
        bytes: of all weights.
    """

    card: ModelCard
    bytes: int

    def draw(self, job: Job, inputs: Mapping[str, Tensor], step: Step) -> Tensor:
        """One picture of the job.

        Args:
            job: its prompt and recipe, as if this picture were all of it.
            inputs: the pictures it is given by name, `[3, height, width]` in -1..1, of the recipe's size.
            step: progress, preview and cancel.

        Returns:
            Pixels `[3, height, width]` in 0..1, on the CPU in fp32.

        Raises:
            UnfitModel: it can do nothing with just these pictures.
            BrokenNumbers: the model yielded NaN.
        """
        ...


@runtime_checkable
class Telling(Protocol):
    """A model that draws one picture a call, and may have something to say of the last one.

    Attributes:
        notices: what that is.
    """

    notices: tuple[Notice, ...]


class Enlarger(Protocol):
    """What makes pictures larger without a lane; one thread works with it."""

    def enlarged(
        self, picture: Image, size: tuple[int, int], on_tile: Callable[[int], object], job: Job
    ) -> Image:
        """An RGB picture of that size. `on_tile` is called as it goes on, with how often it will be in all; what that
        raises ends the work."""
        ...


class Library(Protocol):
    """The models of one device: what there is to load, and what is loaded.

    All may be called from any thread; `load` blocks, so the denoise thread leaves it to others.

    Attributes:
        device: where models are loaded to.
    """

    device: device

    def listing(self) -> Listing:
        """What there is now, the default model first: one look at every file, and all of it of one moment."""
        ...

    def addons(self) -> Addons:
        """The LoRAs and embeddings there are."""
        ...

    def upscaler(self, name: str) -> Enlarger:
        """What makes pictures larger by that name, read if need be. One thread asks.

        Raises:
            UnknownChoice: there is none.
            BadModel: its file can't be used.
        """
        ...

    @property
    def loaded(self) -> Collection[str]:
        """The models for which `load` would return at once."""
        ...

    @property
    def coming(self) -> int:
        """Bytes that the load under way will take; 0 without one."""
        ...

    def room(self, name: str, beside: Collection[str]) -> bool:
        """Whether the model fits the budget beside those that are in use or on their way, all others evicted."""
        ...

    def load(self, name: str, beside: Collection[str] = ()) -> UNetModel | PipelineModel:
        """The model, loaded if need be; evicts the least recently used others, but none of `beside`.

        Raises:
            UnknownChoice: there is no such model.
            BadModel: its files can't be used.
            OutOfMemory: it does not fit the device.
        """
        ...

    def evict(self, keep: Collection[str]) -> None:
        """Drops every loaded model but `keep`: memory is short."""
        ...
