"""The model families: what their files look like inside, and what a card says of them by default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from engine.api.cards import Prediction
from engine.api.errors import Fault
from engine.models.files.header import Tensors
from engine.models.files.others import by_tensors, of_another_family
from engine.models.files.shape import UNET as _UNET
from engine.models.files.shape import OddShape, context_of, unet_shape

_VAE = "first_stage_model."
CONV_IN = f"{_UNET}input_blocks.0.0.weight"
"""A single file's first convolution."""

_EDM = frozenset({"edm_mean", "edm_std", "edm_vpred.sigma_max", "edm_vpred.sigma_min"})


class NotACheckpoint(Exception):
    """The tensors are no model that Lukis can load; the message is one clause that says why."""

    def __init__(self, reason: str, fault: Fault = "strange") -> None:
        super().__init__(reason)
        self.fault = fault


Extra = Literal["", "inpainting", "editing", "depth"]
"""What a UNet takes besides the noisy latents: a mask and a masked picture, a picture to edit, its depth."""


def extra_of(takes: int, latents: int) -> Extra:
    """What a UNet's further input channels are for, told by how many there are beside so many latents.

    Raises:
        NotACheckpoint: there are as many as no model has that draws here.
    """
    known: dict[int, Extra] = {0: "", latents + 1: "inpainting", latents: "editing", 1: "depth"}
    if takes - latents not in known:
        raise NotACheckpoint(f"its UNet takes {takes} channels, as upscaling models do")
    return known[takes - latents]


@dataclass(frozen=True)
class Kind:
    """What a checkpoint is.

    Attributes:
        family: a key of `CARDS`.
        extra: what its UNet takes besides noisy latents.
        few: the few-step method it was distilled with, or "".
        prediction: what its UNet predicts, where that could be told.
        zero_snr: trained to a zero terminal signal-to-noise ratio.
        context: width of the texts that its UNet reads, or 0.
    """

    family: str
    extra: Extra = ""
    few: str = ""
    prediction: Prediction | None = None
    zero_snr: bool = False
    context: int = 0


CARDS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "sd1": {"native": (512, 512)},
        "sd2": {"native": (512, 512)},
        "sdxl": {"native": (1024, 1024), "defaults": {"cfg": 6.0}},
        "sdxl-refiner": {"native": (1024, 1024), "defaults": {"cfg": 6.0, "strength": 0.3, "change": 0.3}},
        "sd3": {"native": (1024, 1024), "defaults": {"cfg": 4.5, "sampler": "euler"}},
        "flux": {"native": (1024, 1024), "defaults": {"cfg": 3.5, "sampler": "euler"}},
        "qwen": {"native": (1024, 1024), "defaults": {"steps": 40, "cfg": 4.0, "sampler": "euler"}},
    }
)
"""Each family's own words for a card."""

FEW_STEPS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "turbo": {"steps": 4, "cfg": 1.0, "sampler": "euler_a"},
        "lightning": {"steps": 4, "cfg": 1.0, "sampler": "euler"},
        "hyper": {"steps": 8, "cfg": 1.0, "sampler": "tcd"},
        "dmd": {"steps": 4, "cfg": 1.0, "sampler": "lcm"},
        "pcm": {"steps": 4, "cfg": 1.0, "sampler": "ddim"},
        "tcd": {"steps": 4, "cfg": 1.0, "sampler": "tcd"},
        "tdd": {"steps": 4, "cfg": 1.7, "sampler": "tcd"},
        "sdxl-flash": {"steps": 8, "cfg": 3.0, "sampler": "dpmpp_sde"},
        "flash": {"steps": 4, "cfg": 1.0, "sampler": "lcm"},
        "nitro": {"steps": 4, "cfg": 1.0, "sampler": "lcm"},
        "yoso": {"steps": 2, "cfg": 1.0, "sampler": "lcm"},
        "lcm": {"steps": 6, "cfg": 1.0, "sampler": "lcm"},
    }
)
"""Defaults of the few-step methods: their makers' own settings."""

_FEW = {
    "turbo": re.compile(r"turbo|\bl?add\b(?! (detail|more))"),
    "lightning": re.compile(r"lightning"),
    "hyper": re.compile(r"\bhyper(sd(xl|\d+)?)?\b(?! ?(real|detail|photo|colou?r|sharp|surreal))"),
    "dmd": re.compile(r"dmd ?2|\bdmd\b"),
    "pcm": re.compile(r"\bpcm\b|phased.?consistency"),
    "tcd": re.compile(r"\btcd\b|trajectory.?consistency"),
    "tdd": re.compile(r"\btdd\b|target.?driven"),
    "sdxl-flash": re.compile(r"\bsd ?xl flash\b"),
    "flash": re.compile(r"\bflash (sd|diffusion|xl)|\b(sd|xl) ?\w* flash\b"),
    "nitro": re.compile(r"\bnitro ?(sd|fusion)"),
    "yoso": re.compile(r"\byoso\b"),
    "lcm": re.compile(r"\blcm\b|latent.?consistency"),
}
"""In a name in lower case; the more particular ones first: what was distilled by DMD is often merged with LCM."""

_STEPS = re.compile(r"(?<!\d)([1-9]\d?)[ _-]?steps?\b")
_V_WORDS = re.compile(r"\bv[ -]?pred|768[ -]?v\b|\b768\b")
_EPSILON_WORDS = re.compile(r"\bepsilon\b|\beps\b|\bbase\b|\b512\b|turbo|inpaint")


def few_steps(words: str) -> tuple[str, int | None]:
    """The few-step method that a name or metadata tells, and the steps it was made for if it says so."""
    plain = _plain(words)
    method = next((name for name, pattern in _FEW.items() if pattern.search(plain)), "")
    steps = _STEPS.search(plain)
    return method, int(steps[1]) if method and steps else None


def _plain(words: str) -> str:
    """In lower case, in words, which capitals and version numbers begin too: "ponyDMD2v1" is "pony dmd2 v1"."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z0-9])(?=[vV]\d)", " ", words)
    return re.sub(r"[^a-z0-9]+|(?<=\d)x(?=\d)", " ", apart.lower())


def detect(tensors: Tensors, words: str) -> Kind:
    """Tells the family of a single file by its tensors' names and shapes.

    Args:
        tensors: the file's header.
        words: its name and metadata, for what the weights can't tell.

    Raises:
        NotACheckpoint: with the reason.
    """
    if not tensors.starts(f"{_UNET}input_blocks."):
        raise NotACheckpoint(*by_tensors(tensors.shapes))
    if why := of_another_family(tensors.shapes):
        raise NotACheckpoint(*why)
    family = _family(tensors)
    if not tensors.starts(_VAE):
        raise NotACheckpoint("it has no VAE inside; only complete checkpoints can be loaded", "part")
    takes = tensors.shapes.get(CONV_IN, (0, 4))[1]
    if (extra := extra_of(takes, latents=4)) == "depth":
        raise NotACheckpoint("it is a depth model in one file; only its diffusers folder can be loaded")
    _check_shape(tensors)
    return Kind(
        family,
        extra=extra,
        few=few_steps(words)[0],
        prediction=_prediction(family, tensors, words, extra == "inpainting"),
        zero_snr="ztsnr" in tensors.shapes,
        context=context_of(tensors.shapes),
    )


def _check_shape(tensors: Tensors) -> None:
    """Refuses what has a known family's text encoders and a UNet or noise that this family's code can't draw with."""
    try:
        unet_shape(tensors.shapes)
    except OddShape as problem:
        raise NotACheckpoint(str(problem)) from problem
    if tensors.shapes.keys() & _EDM:
        raise NotACheckpoint(
            "it was trained on EDM's noise levels (Playground 2.5, CosXL), which Lukis does not draw"
        )


def _family(tensors: Tensors) -> str:
    if tensors.starts("conditioner.embedders.1."):
        return "sdxl"
    if tensors.starts("conditioner.embedders.0.model."):
        return "sdxl-refiner"
    if tensors.starts("cond_stage_model.model."):
        return "sd2"
    if tensors.starts("cond_stage_model.transformer."):
        return "sd1"
    raise NotACheckpoint("it has no text encoder inside; only complete checkpoints can be loaded", "part")


def _prediction(family: str, tensors: Tensors, words: str, inpainting: bool) -> Prediction | None:
    """Epsilon or v: fine-tunes mark it with an empty tensor or say it; SD 2 is v where nothing says otherwise."""
    plain = _plain(words)
    if "v_pred" in tensors.shapes or re.search(r"\bv ?pred", plain):
        return "v_prediction"
    if family != "sd2":
        return None
    if _V_WORDS.search(plain):
        return "v_prediction"
    return "epsilon" if inpainting or _EPSILON_WORDS.search(plain) else "v_prediction"
