"""Every sampler, once: the name people know, its diffusers scheduler, its group and its noise spacings.

A sampler is written `name` or `name_spacing` (`dpmpp_2m_karras`); people may type it as they know it
("DPM++ 2M Karras"). This is data only: `engine.sampling.samplers` builds the schedulers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from engine.api.errors import BadRequest, UnknownChoice

Spacing = Literal["", "karras", "exponential", "beta"]
Group = Literal["soft", "varied", "crisp"]

_SIGMAS: tuple[Spacing, ...] = ("", "karras", "exponential", "beta")


@dataclass(frozen=True)
class Sampler:
    """One row of the table.

    Attributes:
        name: what the flag takes and the metadata show.
        title: the name people know.
        scheduler: the class of that name in `diffusers`.
        group: how its pictures are described: `soft` (soft and artistic), `varied` (changes with every
            step count; ancestral and stochastic ones) or `crisp` (crisp and realistic).
        options: keyword arguments over the model's own scheduler config.
        spacings: the noise spacings it can take; "" is the model's own.
        order: how many model calls a step takes; only the last step of a second-order one takes one.
        extra: model calls above that, from three steps on.
        note: what people should know, in English, or "".
    """

    name: str
    title: str
    scheduler: str
    group: Group
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    spacings: tuple[Spacing, ...] = ("",)
    order: int = 1
    extra: int = 0
    note: str = ""

    def calls(self, steps: int) -> int:
        """How many times it asks the model for a picture of that many steps."""
        return self.order * (steps - 1) + 1 + (self.extra if steps > 2 else 0)


SAMPLERS: tuple[Sampler, ...] = (
    Sampler("euler", "Euler", "EulerDiscreteScheduler", "soft", spacings=_SIGMAS),
    Sampler("euler_a", "Euler a", "EulerAncestralDiscreteScheduler", "varied"),
    Sampler("heun", "Heun", "HeunDiscreteScheduler", "crisp", spacings=_SIGMAS, order=2),
    Sampler("lms", "LMS", "LMSDiscreteScheduler", "soft", spacings=_SIGMAS),
    Sampler("ddim", "DDIM", "DDIMScheduler", "soft"),
    Sampler("ddpm", "DDPM", "DDPMScheduler", "varied"),
    Sampler("plms", "PLMS", "PNDMScheduler", "soft", {"skip_prk_steps": True}, extra=1),
    Sampler("dpm2", "DPM2", "KDPM2DiscreteScheduler", "crisp", spacings=_SIGMAS, order=2),
    Sampler("dpm2_a", "DPM2 a", "KDPM2AncestralDiscreteScheduler", "varied", spacings=_SIGMAS, order=2),
    Sampler(
        "dpmpp_2m",
        "DPM++ 2M",
        "DPMSolverMultistepScheduler",
        "crisp",
        {"algorithm_type": "dpmsolver++", "solver_order": 2},
        _SIGMAS,
    ),
    Sampler(
        "dpmpp_2m_sde",
        "DPM++ 2M SDE",
        "DPMSolverMultistepScheduler",
        "varied",
        {"algorithm_type": "sde-dpmsolver++", "solver_order": 2},
        _SIGMAS,
    ),
    Sampler(
        "dpmpp_3m_sde",
        "DPM++ 3M SDE",
        "DPMSolverMultistepScheduler",
        "varied",
        {"algorithm_type": "sde-dpmsolver++", "solver_order": 3},
        _SIGMAS,
    ),
    Sampler("dpmpp_sde", "DPM++ SDE", "DPMSolverSDEScheduler", "varied", spacings=_SIGMAS, order=2),
    Sampler(
        "dpmpp_2s_a",
        "DPM++ 2S a",
        "DPMSolverSinglestepScheduler",
        "varied",
        {"algorithm_type": "dpmsolver++", "solver_order": 2, "lower_order_final": True},
        _SIGMAS,
        note="diffusers has no ancestral 2S: this is its single-step DPM++ 2S.",
    ),
    Sampler("unipc", "UniPC", "UniPCMultistepScheduler", "crisp", spacings=_SIGMAS),
    Sampler("deis", "DEIS", "DEISMultistepScheduler", "crisp", spacings=_SIGMAS),
    Sampler("lcm", "LCM", "LCMScheduler", "soft"),
    Sampler("tcd", "TCD", "TCDScheduler", "soft"),
    Sampler(
        "dpm_fast",
        "DPM fast",
        "DPMSolverSinglestepScheduler",
        "crisp",
        {"algorithm_type": "dpmsolver++", "solver_order": 3, "lower_order_final": True},
        note="diffusers has no DPM fast: this is its single-step DPM++ of third order, the nearest.",
    ),
    Sampler(
        "dpm_adaptive",
        "DPM adaptive",
        "DPMSolverMultistepScheduler",
        "crisp",
        {"algorithm_type": "dpmsolver++", "solver_order": 3},
        note="diffusers has no adaptive steps: this is its multi-step DPM++ of third order, the nearest.",
    ),
)
"""In the order in which they are offered."""


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("+", "p").replace("ancestral", "a"))


SAMPLER_CHOICES: Mapping[str, tuple[Sampler, Spacing]] = MappingProxyType(
    {"_".join(filter(None, (s.name, spacing))): (s, spacing) for s in SAMPLERS for spacing in s.spacings}
)
"""Every name that `--sampler` takes, spacing included, with what it means."""

_BY_KEY = {_key(name): name for name in SAMPLER_CHOICES} | {
    _key(f"{s.title} {spacing}"): "_".join(filter(None, (s.name, spacing)))
    for s in SAMPLERS
    for spacing in s.spacings
}


_ELSEWHERE = re.compile(r"\Ak_(?=[a-z])|ancestral")
"""What k-diffusion's own names have that ours lack: `k_euler_ancestral`."""


def find_sampler(text: str) -> str | None:
    """The name in `SAMPLER_CHOICES` that a person means by `text` ("DPM++ 2M Karras"), or None."""
    key = _key(text)
    return _BY_KEY.get(key) or _BY_KEY.get(
        _key(_ELSEWHERE.sub(lambda m: "a" if m[0] != "k_" else "", text.lower()))
    )


def unknown_sampler(flag: str, value: str) -> BadRequest:
    """The error for a name that is no sampler's; it names them without their spacings."""
    return UnknownChoice.among(list(SAMPLER_CHOICES), flag, value, told=[s.name for s in SAMPLERS])


def sampler_title(name: str) -> str:
    """The name people know, with its spacing: "DPM++ 2M Karras"."""
    sampler, spacing = SAMPLER_CHOICES[name]
    return f"{sampler.title} {spacing.capitalize()}".strip()
