"""What families that draw one picture a call have of their own: a row each. Nothing else asks which of them it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import diffusers
from PIL import Image
from torch import Tensor


def _with_negative(cfg: float, negative: str) -> dict[str, Any]:
    return {"guidance_scale": cfg, "negative_prompt": negative}


def _as_pixels(image: Tensor) -> Tensor:
    return image[None] / 2 + 0.5


@dataclass(frozen=True)
class Flow:
    """A family.

    Attributes:
        pipelines: diffusers' for words alone, and for words and a picture to begin from; none for one that edits, which
            its folder names.
        optional: parts that it works without; those that a folder lacks are left out.
        own: parts that are not read as diffusers does it, from a folder.
        guidance: how far to go from what is not wanted, as its pipeline is told; one without such a word ignores it.
        shown: a picture, `[3, height, width]` in -1..1, as its pipeline takes it.
    """

    pipelines: tuple[Any, Any] | None = None
    optional: tuple[str, ...] = ()
    own: Callable[[Path], dict[str, Any]] = lambda folder: {}
    guidance: Callable[[float, str], dict[str, Any]] = _with_negative
    shown: Callable[[Tensor], Any] = _as_pixels


def _eyes(folder: Path) -> dict[str, Any]:
    from engine.models.qwen import eyes  # much to import for what few have

    return {"processor": eyes(folder)}


def _true_cfg(cfg: float, negative: str) -> dict[str, Any]:
    return {"true_cfg_scale": cfg, "negative_prompt": negative or " "}


def _as_picture(image: Tensor) -> Image.Image:
    """Its text encoder looks at it, too."""
    colours = ((image + 1) * 127.5).round().clamp(0, 255).byte().movedim(0, -1)
    return Image.fromarray(colours.contiguous().cpu().numpy())


FLOWS: Mapping[str, Flow] = {
    "sd3": Flow(
        (diffusers.StableDiffusion3Pipeline, diffusers.StableDiffusion3Img2ImgPipeline),
        # SD 3.5 works without its T5, which is larger than the rest
        optional=("text_encoder_3", "tokenizer_3", "image_encoder", "feature_extractor"),
    ),
    "flux": Flow((diffusers.FluxPipeline, diffusers.FluxImg2ImgPipeline)),
    "qwen": Flow(own=_eyes, guidance=_true_cfg, shown=_as_picture),
}
"""By the family's name."""
