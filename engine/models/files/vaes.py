"""A folder of VAEs, files and diffusers folders: which of them can be used, and for whom, told from headers. Needs no
torch."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.api.errors import Fault
from engine.api.names import Addon
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import read_json, weights_file
from engine.models.files.header import BadHeader, Tensors, read_headers
from engine.models.files.names import printable
from engine.models.files.others import PICKLES, by_tensors
from engine.models.files.pickles import PICKLE, with_pickles
from engine.models.files.shelf import AddonFolder
from engine.models.files.size import shards

log = logging.getLogger(__name__)

CONFIG = "config.json"
PREFIXES = ("first_stage_model.", "vae.")
"""Before the names of tensors in files that were cut out of a checkpoint."""

SCALES = {"sd1": 0.18215, "sdxl": 0.13025}
"""By how much latents are scaled, by the family of the models."""

_XL = re.compile(r"(?:\A|[^a-z0-9])(?:sd)?xl(?:\Z|[^a-z])|sdxl")
_ORIGINAL = re.compile(r"encoder\.down\.(\d)\.block\.(\d)\.conv1\.weight")
_DIFFUSERS = re.compile(r"encoder\.down_blocks\.(\d)\.resnets\.(\d)\.conv1\.weight")


class NotAVae(Exception):
    """It is something else; the message is one clause that says so, and the `fault` the same in one word."""

    def __init__(self, reason: str, fault: Fault = "strange") -> None:
        super().__init__(reason)
        self.fault = fault


@dataclass(frozen=True)
class Layout:
    """What a VAE's tensors tell.

    Attributes:
        channels: of its latents.
        widths: of its levels, from the finest.
        layers: of each level.
        original: whether its tensors have the names of the original code.
        quantized: whether it has convolutions between encoder, latents and decoder.
    """

    channels: int
    widths: tuple[int, ...]
    layers: int
    original: bool
    quantized: bool


def layout_of(shapes: Mapping[str, tuple[int, ...]]) -> Layout:
    """What they are. Raises NotAVae where they are no VAE that can be read."""
    named = {bare(name): shape for name, shape in shapes.items() if shape}
    for pattern in (_ORIGINAL, _DIFFUSERS):
        blocks = {(int(m[1]), int(m[2])): named[name] for name in named if (m := pattern.fullmatch(name))}
        first = named.get("decoder.conv_in.weight", ())
        if blocks and len(first) == 4:
            levels, layers = (max(place[i] for place in blocks) + 1 for i in (0, 1))
            widths = [blocks.get((level, 0), (0,))[0] for level in range(levels)]
            original = pattern is _ORIGINAL
            return Layout(first[1], tuple(widths), layers, original, "quant_conv.weight" in named)
    raise NotAVae(*by_tensors(shapes))


def bare(name: str) -> str:
    """A tensor's name without what stands before it in a checkpoint."""
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    return name


def headers(path: Path) -> Tensors:
    """Of a file, or of a folder's weights. Raises BadHeader, NotACheckpoint."""
    return read_headers(shards(weights_file(path)) if path.is_dir() else [path])


class VaeFolder(AddonFolder):
    """The VAEs of a folder; those that can't be used say why, pickles too."""

    def _counted(self, files: Sequence[Path]) -> list[Path]:
        """Files, and in place of files their folder where that has a config."""
        found = with_pickles(files, super()._counted(files))
        folders = {file.parent for file in files if file.name == CONFIG and file.parent != self._folder}
        return list(dict.fromkeys(file.parent if file.parent in folders else file for file in found))

    def _describe(self, called: Mapping[str, Path]) -> tuple[Addon, ...]:
        return tuple(_looked_at(each, called[each.name]) for each in super()._describe(called))


def _looked_at(addon: Addon, path: Path) -> Addon:
    if path.suffix.lower() in PICKLES and not path.is_dir():
        return replace(addon, reason=PICKLE, fault="pickle")
    try:
        layout = layout_of(headers(path).shapes)
        return replace(addon, widths=(layout.channels,), family=_family(path) or addon.family)
    except (NotAVae, BadHeader, NotACheckpoint) as problem:
        log.warning("%s is ignored: %s.", printable(path.name), problem)
        return replace(addon, reason=str(problem), fault=problem.fault)


def _family(path: Path) -> str:
    """Whose latents it reads, as a folder's config or a file's name tells; "" where neither does."""
    if path.is_dir():
        told = read_json(path / CONFIG).get("scaling_factor")
        return next((family for family, scale in SCALES.items() if told == scale), "")
    return "sdxl" if _XL.search(path.stem.lower()) else ""
