"""What the guide is about: its chapters and their topics. Every word of it is in the locale files, by these names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from PIL import Image

from bot.messages import Shown
from engine.api.modes import MODES, Mode
from engine.api.parameters import PARAMETERS

PICTURES = Path(__file__).with_name("pictures")
"""One PNG a topic where seeing says more, drawn by `python -m tools.guide.draw`."""

STRIP = (640, 240)
"""Width of every picture of the guide, and height of one of its rows, in pixels."""


@dataclass(frozen=True)
class Topic:
    """One page of the guide.

    Attributes:
        name: names its messages (`guide-steps`, `guide-steps-title`, `guide-steps-names`) and its picture.
        about: parameters that it is about.
        ability: whether it is about something that takes a mode of its own. Until a row of `engine.api.modes`
            has it as its topic, the page says that Lukis can't do it yet.
    """

    name: str
    about: tuple[str, ...] = ()
    ability: bool = False

    @property
    def parameters(self) -> tuple[str, ...]:
        """Those whose own words come along: what it is about, and what its modes have of their own."""
        own = {name for mode in self.modes for name in mode.parameters}
        return tuple(name for name in PARAMETERS if name in {*self.about, *own})

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The modes that have it as their topic."""
        return tuple(mode for mode in MODES.values() if mode.topic == self.name)

    @property
    def missing(self) -> bool:
        """Whether Lukis can't do it yet."""
        return self.ability and not self.modes

    @property
    def picture(self) -> Path | None:
        """Its picture, if it has one."""
        file = PICTURES / f"{self.name}.png"
        return file if file.exists() else None

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Its picture as a card shows it, if it has one."""
        return (Shown(self.picture, *_size(self.picture), seed=0),) if self.picture else ()


@cache
def _size(picture: Path) -> tuple[int, int]:
    """Width and height in pixels."""
    with Image.open(picture) as image:
        return image.size


CHAPTERS: Mapping[str, tuple[Topic, ...]] = MappingProxyType(
    {
        "prompts": (
            Topic("prompt", ("raw",)),
            Topic("negative", ("negative",)),
            Topic("weights"),
            Topic("changing"),
            Topic("sweep"),
        ),
        "settings": (
            Topic("steps", ("steps",)),
            Topic("seed", ("seed",)),
            Topic("guidance", ("cfg", "clip_skip")),
            Topic("sampler", ("sampler",)),
            Topic("resolution", ("ratio", "size", "format")),
            Topic("strength"),
            Topic("depth", ability=True),
            Topic("seamless", ("tile",)),
        ),
        "pictures": (
            Topic("variation", ("vary", "count")),
            Topic("interpolation", ability=True),
            Topic("editing", ability=True),
            Topic("inpainting", ability=True),
            Topic("outpainting", ability=True),
            Topic("upscaling", ("upscale",), ability=True),
            Topic("controlnet", ability=True),
            Topic("like", ability=True),
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
