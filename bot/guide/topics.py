"""What the guide is about: its chapters and their topics. Every word of it is in the locale files, by these names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

PICTURES = Path(__file__).with_name("pictures")
"""One PNG a topic where seeing says more, drawn by `python -m tools.guide.draw`."""

STRIP = (640, 240)
"""Width and height of every picture of the guide, in pixels."""


@dataclass(frozen=True)
class Topic:
    """One page of the guide.

    Attributes:
        name: names its messages (`guide-steps`, `guide-steps-title`, `guide-steps-names`) and its picture.
        parameters: whose own words come along, from their one definition.
        mode: the mode of `engine.api.modes` that it is about, or "". Without that mode the page says that
            Lukis can't do it yet.
    """

    name: str
    parameters: tuple[str, ...] = ()
    mode: str = ""

    @property
    def picture(self) -> Path | None:
        """Its picture, if it has one."""
        file = PICTURES / f"{self.name}.png"
        return file if file.exists() else None


CHAPTERS: Mapping[str, tuple[Topic, ...]] = MappingProxyType(
    {
        "prompts": (Topic("prompt", ("raw",)), Topic("negative", ("negative",)), Topic("weights")),
        "settings": (
            Topic("steps", ("steps",)),
            Topic("seed", ("seed",)),
            Topic("guidance", ("cfg",)),
            Topic("sampler", ("sampler",)),
            Topic("resolution", ("ratio", "size")),
            Topic("strength", ("strength",)),
        ),
        "pictures": (
            Topic("variation", ("count",)),
            Topic("interpolation", mode="morph"),
            Topic("inpainting", mode="inpaint"),
            Topic("outpainting", mode="outpaint"),
            Topic("upscaling", mode="upscale"),
            Topic("controlnet", mode="control"),
        ),
        "models": (
            Topic("model", ("model",)),
            Topic("checkpoint"),
            Topic("safetensors"),
            Topic("lora"),
            Topic("embedding"),
            Topic("hypernetwork"),
            Topic("dreambooth"),
        ),
        "inside": (
            Topic("diffusion"),
            Topic("noise"),
            Topic("latent"),
            Topic("render"),
            Topic("watermark"),
        ),
        "flags": (),
    }
)
"""Every chapter with its topics, in the order of their buttons; `flags` lists all parameters."""

TOPICS: Mapping[str, Topic] = MappingProxyType({t.name: t for topics in CHAPTERS.values() for t in topics})
"""Every topic by name."""
