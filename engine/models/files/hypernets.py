"""Which networks a hypernetwork's file holds, told from its header. Needs no torch.

Hypernetworks are small networks that change what a UNet's attention takes its keys and values from. A1111 keeps them in
pickles, by the width of what they change; `engine.models.unpickled` makes of those what is read here.
"""

from __future__ import annotations

import json
import logging
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.api.errors import Fault
from engine.api.names import Addon
from engine.models.files.header import BadHeader, Tensors, read_header
from engine.models.files.names import printable
from engine.models.files.others import PICKLES, by_tensors
from engine.models.files.pickles import PICKLE, with_pickles
from engine.models.files.shelf import AddonFolder

log = logging.getLogger(__name__)

ACTIVATIONS: Mapping[str, str] = {
    "": "Identity",
    "linear": "Identity",
    "swish": "Hardswish",
    **{
        name.lower(): name
        for name in (
            "CELU ELU GELU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid Mish ReLU ReLU6 SELU SiLU "
            "Sigmoid Softplus Softshrink Softsign Tanh Tanhshrink"
        ).split()
    },
}
"""What torch calls the functions between the layers, by A1111's names; "swish" is none but is called so there."""

_NAME = re.compile(
    r"(?P<width>\d{1,5})\.(?P<side>[01])\.(?:linear\.(?P<place>\d{1,3})|linear(?P<old>[12]))\.(?P<role>weight|bias)"
)


@dataclass(frozen=True)
class Layer:
    """One layer of a network, by the names of its tensors; `linear` or a normalization."""

    weight: str
    bias: str
    linear: bool


@dataclass(frozen=True)
class Layout:
    """What a file holds.

    Attributes:
        nets: the layers of each network in order, by the width of what it changes and whether that is for keys (0) or
            values (1).
        activation: torch's name of the function behind each linear layer.
        activates_last: whether it stands behind the last one too.
    """

    nets: Mapping[tuple[int, int], tuple[Layer, ...]]
    activation: str
    activates_last: bool

    @property
    def widths(self) -> tuple[int, ...]:
        """Of what it changes."""
        return tuple(sorted({width for width, _ in self.nets}))


class NotAHypernet(Exception):
    """It is something else; the message is one clause that says so, and the `fault` the same in one word."""

    def __init__(self, reason: str, fault: Fault = "strange") -> None:
        super().__init__(reason)
        self.fault = fault


def layout_of(tensors: Tensors) -> Layout:
    """What a file's header tells. Raises NotAHypernet where it is none that can be read."""
    found: dict[tuple[int, int], dict[int, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for name in tensors.shapes:
        match = _NAME.fullmatch(name)
        if not match:
            raise NotAHypernet(*by_tensors(tensors.shapes))
        place = int(match["place"] or int(match["old"]) - 1)
        found[int(match["width"]), int(match["side"])][place][match["role"]] = name
    nets = {key: _layers(key[0], parts, tensors.shapes) for key, parts in found.items()}
    if not nets or {width for width, _ in nets} != {
        width for width, side in nets if (width, 1 - side) in nets
    }:
        raise NotAHypernet("it lacks networks for keys or for values")
    activation = _told(tensors.metadata, "activation_func") or "linear"
    if str(activation).lower() not in ACTIVATIONS:
        raise NotAHypernet(f"its activation {str(activation)[:40]!r} is not known here")
    last = _told(tensors.metadata, "activate_output")
    return Layout(nets, ACTIVATIONS[str(activation).lower()], last is not False)


def _layers(
    width: int, parts: Mapping[int, Mapping[str, str]], shapes: Mapping[str, tuple[int, ...]]
) -> tuple[Layer, ...]:
    """The layers of one network, which takes and gives as many numbers."""
    layers, wide = [], width
    for _, names in sorted(parts.items()):
        if names.keys() != {"weight", "bias"}:
            raise NotAHypernet("it lacks tensors")
        shape = shapes[names["weight"]]
        if shapes[names["bias"]] != shape[:1] or len(shape) not in (1, 2) or shape[-1] != wide:
            raise NotAHypernet("its layers do not fit each other")
        wide = shape[0]
        layers.append(Layer(names["weight"], names["bias"], len(shape) == 2))
    if wide != width or not any(layer.linear for layer in layers):
        raise NotAHypernet("its layers do not fit each other")
    return tuple(layers)


def _told(metadata: Mapping[str, str], name: str) -> object:
    """A value of the metadata: JSON, or the plain word."""
    text = metadata.get(name, "null")
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return {"True": True, "False": False, "None": None}.get(text, text)
    return value


class HypernetFolder(AddonFolder):
    """The hypernetworks of a folder; those that can't be used say why, pickles too."""

    def _counted(self, files: Sequence[Path]) -> list[Path]:
        """Pickles too, where nothing has been made of them yet."""
        return with_pickles(files, super()._counted(files))

    def _describe(self, called: Mapping[str, Path]) -> tuple[Addon, ...]:
        return tuple(_looked_at(each, called[each.name]) for each in super()._describe(called))


def _looked_at(addon: Addon, path: Path) -> Addon:
    if path.suffix.lower() in PICKLES:
        return replace(addon, reason=PICKLE, fault="pickle")
    try:
        return replace(addon, widths=layout_of(read_header(path)).widths)
    except (NotAHypernet, BadHeader) as problem:
        log.warning("%s is ignored: %s.", printable(path.name), problem)
        return replace(addon, reason=str(problem), fault=problem.fault)
