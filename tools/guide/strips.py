"""What the guide's pictures show: rows of three panels a topic, one thing at three values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from engine.models.files.catalogue import STARTER

EDITOR = STARTER / "starter-edit"
SNOW = "a fox in the snow"
FOX = f"{SNOW} --seed 7"
PAIR = "a fox and an owl --seed 7"
EDIT = f"--model {EDITOR.name} --seed 7"


@dataclass(frozen=True)
class Panel:
    """One of the three: what is written under it and what it is drawn from.

    Attributes:
        label: the same in every language: a flag, or words of the prompt.
        words: prompt and flags.
        source: prompt and flags of the picture that it starts from, or "".
        at: how far it is drawn, from 0 to 1.
        part: which picture of a job it is, counted from 0.
        across: how many copies of it lie side by side, and as many one above the other.
        verb: the command that it is typed after.
        close: whether only the middle of it is shown, a quarter as wide and high.
    """

    label: str
    words: str
    source: str = ""
    at: float = 1.0
    part: int = 0
    across: int = 1
    verb: str = "imagine"
    close: bool = False

    @property
    def command(self) -> str:
        """What a person types for it."""
        return f"/{self.verb} {self.words}"


Row = tuple[Panel, ...]


def _flags(words: str, *flags: str, source: str = "", across: int = 1) -> Row:
    """The same words with three flags."""
    return tuple(Panel(flag, f"{words} {flag}", source, across=across) for flag in flags)


def _words(*prompts: str, seed: int) -> Row:
    """Three prompts from the same seed."""
    return tuple(Panel(prompt, f"{prompt} --seed {seed}") for prompt in prompts)


STRIPS: Mapping[str, tuple[Row, ...]] = MappingProxyType(
    {
        "prompt": (_words("a fox", "a fox in the snow", "a fox at night", seed=7),),
        "negative": (
            (Panel("a fox", "a fox --seed 7"), *_flags("a fox --seed 7", "--no orange", "--no black")),
        ),
        "weights": (_words("a fox and an owl", "a (fox:0.5) and an owl", "a fox and an (owl:1.5)", seed=7),),
        "changing": (_words("[fox:cat:0.8]", "[fox:cat:0.3]", "[fox|cat]", seed=7),),
        "steps": (_flags("a rocket --seed 6", "--steps 1", "--steps 4", "--steps 30"),),
        "seed": (_flags("a cat", "--seed 1", "--seed 2", "--seed 3"),),
        "guidance": (
            _flags(FOX, "--cfg 1", "--cfg 3", "--cfg 12"),
            _flags(FOX, "--clip-skip 1", "--clip-skip 2", "--clip-skip 3"),
        ),
        "sampler": (_flags(FOX, "--sampler euler", "--sampler euler_a", "--sampler dpmpp_2m"),),
        "resolution": (
            _flags(FOX, "--ar 9:16", "--ar 1:1", "--ar 16:9"),
            _flags("a cat --seed 1", "--size 384x512", "--size 512x512", "--size 576x448"),
        ),
        "strength": (
            _flags(
                "an owl at night --seed 3", "--strength 0.3", "--strength 0.6", "--strength 0.9", source=FOX
            ),
        ),
        "editing": (
            tuple(
                Panel(order, f"{order} {EDIT}", FOX)
                for order in ("make it night", "make the fox blue", "put it at the beach")
            ),
            _flags(
                f"make the fox purple {EDIT}", "--image-cfg 1", "--image-cfg 2", "--image-cfg 5", source=FOX
            ),
        ),
        "variation": (_flags("a cat --seed 1", "--vary 0", "--vary 0.2", "--vary 0.6"),),
        "seamless": (
            (
                Panel("flowers", "flowers --seed 3", across=2),
                *_flags("flowers --seed 3", "--tile", "--tile x", across=2),
            ),
        ),
        "sweep": (
            tuple(
                Panel(colour, "a {red,blue,green} flower --seed 4", part=part)
                for part, colour in enumerate(("red", "blue", "green"))
            ),
        ),
        "inpainting": (
            _flags("an owl --seed 1", "--mask left", "--mask center", "--mask background", source=PAIR),
            _flags(
                "an owl", "--mask left --invert", "--mask center --invert", "--mask top --invert", source=PAIR
            ),
            _flags("", "--only the fox", "--only the owl", "--only the fox --invert", source=PAIR),
        ),
        "outpainting": (
            _flags(FOX, "--extend right=128", "--extend left=64,top=64", "--extend bottom=192", source=FOX),
            _flags(FOX, "--zoom 1.25", "--zoom 1.5", "--zoom 2", source=FOX),
        ),
        "interpolation": (
            tuple(
                Panel(f"--at {at}", f"a fox | an apple --seed 7 --frames 3 --at {at}", verb="morph")
                for at in ("0", "0.5", "1")
            ),
        ),
        "upscaling": (
            (
                Panel("512x512", FOX, close=True),
                Panel("--upscale 2", f"{SNOW} --upscale 2", FOX, close=True),
                Panel("--upscale 4", f"{SNOW} --upscale 4", FOX, close=True),
            ),
        ),
        "diffusion": (tuple(Panel(f"{at:.0%}", f"{FOX} --steps 40", at=at) for at in (0.1, 0.5, 1.0)),),
    }
)
"""What is drawn for each topic that has a picture."""


@cache
def _weights(model: Path) -> str:
    weights = sorted(model.glob("*/*.safetensors"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in weights)).hexdigest()[:16]


def recipe(topic: str) -> str:
    """All that a topic's picture depends on, as its file says it: what is no longer so is drawn again."""
    panels: Sequence[Sequence[dict[str, object]]] = [
        [asdict(panel) for panel in row] for row in STRIPS[topic]
    ]
    beside = {"editor": _weights(EDITOR)} if EDITOR.name in str(panels) else {}
    return json.dumps({"starter": _weights(STARTER), **beside, "panels": panels}, ensure_ascii=True)
