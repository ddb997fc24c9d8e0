"""A file's tensors, sorted by the layers that they are for and by what they are there."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import torch
from torch import Tensor

from engine.models.lora.alphas import Alphas
from engine.models.lora.names import flat_name

_ADAPTER = r"(?:\.(?!weight$|bias$)[\w-]+)?"
"""peft's name of the adapter, which files should not have and some do."""

_KEYS = tuple(
    re.compile(rf"^(?P<layer>.+?){ending}$")
    for ending in (
        rf"[._]lora(?:_linear_layer)?[._]?(?P<role>A|B|down|mid|up){_ADAPTER}(?:\.(?P<what>weight|bias))?",
        rf"\.lora_(?P<role>magnitude)_vector{_ADAPTER}(?:\.weight)?",
        rf"\.(?P<role>hada_(?:w[12]_[ab]|t[12])|lokr_(?:w[12](?:_[ab])?|t2)){_ADAPTER}",
        rf"\.(?P<role>oft_R){_ADAPTER}(?:\.weight)?",
        rf"\.(?P<role>boft_[Rs]|ia3_l){_ADAPTER}",
        r"\.(?P<role>dora_scale|diff|diff_b|w_norm|b_norm|oft_blocks|rescale|on_input|alpha|scale|scalar)",
        r"\.(?P<role>[ab][12]|bm)\.weight",
        r"\.(?P<role>weight)",
    )
)
_ROLES = {"A": "down", "B": "up"}


_SCALES = {"alpha", "scale", "scalar"}


class Misfit(Exception):
    """What a file has for a layer is of another shape than the layer."""


@contextmanager
def fitting() -> Iterator[None]:
    """Whatever fails inside for the tensors' shapes is a misfit: a stranger's tensors can fail in many ways.

    Raises:
        Misfit: it did.
    """
    try:
        yield
    except torch.OutOfMemoryError:
        raise
    except (RuntimeError, TypeError, LookupError, ValueError, ArithmeticError) as wrong:
        raise Misfit from wrong


@dataclass(frozen=True)
class Part:
    """What a file has for one layer.

    Attributes:
        name: the layer's name in the file.
        tensors: by what they are: `down`, `up`, `hada_w1_a`, `alpha`...
        alphas: what the file's metadata tells.
    """

    name: str
    tensors: Mapping[str, Tensor]
    alphas: Alphas = field(default_factory=Alphas)

    def has(self, *roles: str) -> bool:
        """Whether all of these are there."""
        return self.tensors.keys() >= {*roles}

    def __getitem__(self, role: str) -> Tensor:
        """A tensor, in fp32."""
        return self.tensors[role].float()

    def get(self, role: str) -> Tensor | None:
        """A tensor in fp32, or None."""
        return self[role] if role in self.tensors else None

    def number(self, role: str) -> float | None:
        """A tensor's one number; None where there is none."""
        tensor = self.tensors.get(role)
        value = float(tensor) if tensor is not None and tensor.numel() == 1 else math.nan
        return value if math.isfinite(value) else None

    def scale(self, rank: int) -> float:
        """What its product is multiplied by: alpha over rank, as trainers write it (where 0 is none), or as it is told.

        `scale` stands for the whole of it and `scalar` comes on top of it in files of early LyCORIS versions.
        """
        alpha = self.number("alpha")
        scale = self.number("scale")
        if scale is None:
            scale = alpha / rank if alpha else self.alphas.scale(self.name, rank)
        scalar = self.number("scalar")
        return scale if scalar is None else scale * scalar

    def to(self, device: torch.device) -> Part:
        """The same on a device."""
        return Part(
            self.name, {role: tensor.to(device) for role, tensor in self.tensors.items()}, self.alphas
        )


def sort(tensors: Mapping[str, Tensor], alphas: Alphas) -> dict[str, Part]:
    """The parts of a file by their layers' flat names; a tensor of no known kind is one of its own, without roles."""
    names: dict[str, str] = {}
    roles: dict[str, dict[str, Tensor]] = {}
    for key, tensor in tensors.items():
        name, role = _understood(key)
        flat = flat_name(name)
        names.setdefault(flat, name)
        roles.setdefault(flat, {}).update({role: tensor} if role else {})
    parts = {flat: Part(name, roles[flat], alphas) for flat, name in names.items()}
    return {flat: part for flat, part in parts.items() if not part.tensors or part.tensors.keys() - _SCALES}


def layer_of(key: str) -> str:
    """The flat name of the layer that a tensor is for; a tensor of no known kind is one of its own."""
    return flat_name(_understood(key)[0])


def role_of(key: str) -> str:
    """What a tensor is for its layer; nothing where that is not known."""
    return _understood(key)[1]


def _understood(key: str) -> tuple[str, str]:
    """A tensor's layer and what it is there; where that is not known, its whole name and nothing."""
    for pattern in _KEYS:
        if match := pattern.match(key):
            groups = match.groupdict()
            role = _ROLES.get(groups["role"], groups["role"])
            return groups["layer"], f"{role}_bias" if groups.get("what") == "bias" else role
    return key, ""
