"""Which network a file of an upscaler holds, told from its header. Needs no torch."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from engine.api.names import Addon, Drawn
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import read_json, weights_file
from engine.models.files.header import BadHeader, read_header
from engine.models.files.names import printable
from engine.models.files.shelf import AddonFolder
from engine.models.files.size import shards
from engine.models.files.triggers import Told

log = logging.getLogger(__name__)

Shapes = Mapping[str, tuple[int, ...]]

READABLE = "it is neither an ESRGAN nor a compact Real-ESRGAN network"

_SPELLINGS = (
    (re.compile(r"^(?:params_ema|params|module)\."), ""),
    (
        re.compile(r"^(?:model\.1\.sub|RRDB_trunk)\.(\d{1,3})\.RDB([123])\.conv([1-5])(?:\.0)?\."),
        r"body.\1.rdb\2.conv\3.",
    ),
    (re.compile(r"^model\.1\.sub\.\d{1,3}\."), "conv_body."),
    (re.compile(r"^model\.0\."), "conv_first."),
    (re.compile(r"^trunk_conv\."), "conv_body."),
    (re.compile(r"^upconv(\d)\."), r"conv_up\1."),
    (re.compile(r"^HRconv\."), "conv_hr."),
)
"""What ESRGAN's first two releases called what Real-ESRGAN calls otherwise."""


@dataclass(frozen=True)
class Layout:
    """A network that can be read.

    Attributes:
        kind: "rrdb" is ESRGAN's residual in residual dense blocks, "compact" Real-ESRGAN's plain convolutions.
        scale: how many times larger it makes a picture.
        names: the file's names of its tensors, by those that Real-ESRGAN has for them.
        depth: blocks, or layers.
        ups: how often an RRDB network doubles the sides.
        folded: how many times smaller it makes a picture at first, with more channels.
    """

    kind: Literal["rrdb", "compact"]
    scale: int
    names: Mapping[str, str]
    depth: int
    ups: int = 0
    folded: int = 1


class NotAnUpscaler(Exception):
    """It is something else; the message is one clause that says so."""


def layout_of(shapes: Shapes) -> Layout:
    """What network these tensors are. Raises NotAnUpscaler where they are none that can be read."""
    names = {_spelt(name): name for name in shapes}
    numbered = {int(name.split(".")[1]) for name in names if re.fullmatch(r"model\.\d{1,3}\.\w+", name)}
    *ups, hr, last = sorted(numbered) if len(numbered) > 1 else (0, 0)
    places = {u: f"conv_up{i}" for i, u in enumerate(ups, 1)} | {hr: "conv_hr", last: "conv_last"}
    if numbered:
        found = ((re.match(r"model\.(\d+)\.", name), name) for name in [*names])
        names = {
            name if not m else name.replace(m[0], f"{places[int(m[1])]}.", 1): names[name]
            for m, name in found
        }
    shapes = {name: shapes[old] for name, old in names.items()}
    if "conv_first.weight" in shapes:
        return _rrdb(shapes, names)
    if "body.0.weight" in shapes:
        return _compact(shapes, names)
    raise NotAnUpscaler(READABLE)


def _spelt(name: str) -> str:
    for old, new in _SPELLINGS:
        name = old.sub(new, name)
    return name


def _rrdb(shapes: Shapes, names: Mapping[str, str]) -> Layout:
    depth = len({name.split(".")[1] for name in names if name.startswith("body.")})
    ups = len({name for name in names if re.fullmatch(r"conv_up\d\.weight", name)})
    parts = [f"body.{i}.rdb{j}.conv{k}" for i in range(depth) for j in (1, 2, 3) for k in range(1, 6)]
    parts += ["conv_first", "conv_body", "conv_hr", "conv_last", *(f"conv_up{i}" for i in range(1, ups + 1))]
    if names.keys() != {f"{part}.{end}" for part in parts for end in ("weight", "bias")} or any(
        len(shapes[f"{part}.weight"]) != 4 for part in parts
    ):
        raise NotAnUpscaler("it is an ESRGAN network of a kind that is not known here")
    folded = math.isqrt(shapes["conv_first.weight"][1] // 3)
    scale = 2**ups // max(1, folded)
    channels = shapes["conv_first.weight"][1], shapes["conv_last.weight"][0]
    if channels != (3 * folded**2, 3) or scale not in (1, 2, 4, 8):
        raise NotAnUpscaler("it makes no pictures of red, green and blue of such pictures")
    return Layout("rrdb", scale, names, depth, ups, folded)


def _compact(shapes: Shapes, names: Mapping[str, str]) -> Layout:
    layers = sorted(int(name.split(".")[1]) for name in names if re.fullmatch(r"body\.\d{1,3}\.weight", name))
    if layers != list(range(len(layers))) or len(shapes[f"body.{layers[-1]}.weight"]) != 4:
        raise NotAnUpscaler(READABLE)
    scale = math.isqrt(shapes[f"body.{layers[-1]}.weight"][0] // 3)
    wanted = {f"body.{i}.weight" for i in layers} | {f"body.{i}.bias" for i in layers[::2]}
    first = shapes["body.0.weight"]
    if names.keys() != wanted or len(first) != 4 or first[1] != 3 or scale not in (1, 2, 4, 8):
        raise NotAnUpscaler(READABLE)
    return Layout("compact", scale, names, len(layers))


INDEX = "model_index.json"
"""What a folder of diffusers' begins with."""

_DRAWN: Mapping[str, tuple[Drawn, int]] = {
    "StableDiffusionUpscalePipeline": ("x4", 7),
    "StableDiffusionLatentUpscalePipeline": ("latent", 8),
}
"""Kinds of folders by their pipeline, with the channels that the UNet of each takes."""

_PARTS = ("unet", "vae", "text_encoder")


def kind_of(path: Path) -> Drawn | None:
    """Which of Stable Diffusion's upscalers a folder holds; None for a file.

    Raises:
        NotAnUpscaler, NotACheckpoint, BadHeader: it holds none that can be read.
    """
    if not path.is_dir():
        return None
    name = str(read_json(path / INDEX).get("_class_name", ""))
    if name not in _DRAWN:
        raise NotAnUpscaler(
            f"it is for {printable(name)[:60] or 'something else'}, which makes no picture larger"
        )
    kind, channels = _DRAWN[name]
    for file in (file for part in _PARTS for file in shards(weights_file(path / part))):
        read_header(file)
    if (takes := read_json(path / "unet" / "config.json").get("in_channels")) != channels:
        raise NotAnUpscaler(f"its UNet takes {takes} channels where such an upscaler has {channels}")
    return kind


class UpscalerFolder(AddonFolder):
    """The upscalers of a folder, files and diffusers' folders; those that can't be used say why."""

    def _counted(self, files: Sequence[Path]) -> list[Path]:
        folders = {file.parent for file in files if file.name == INDEX} - {self._folder}
        alone = (file for file in super()._counted(files) if not folders & {*file.parents})
        return sorted([*alone, *folders])

    def _describe(self, called: Mapping[str, Path]) -> tuple[Addon, ...]:
        return tuple(_looked_at(each, called[each.name]) for each in super()._describe(called))

    def _told_by(self, path: Path) -> Told:
        return Told() if path.is_dir() else super()._told_by(path)


def _looked_at(called: Addon, path: Path) -> Addon:
    """What it is, or why it can't be used as an upscaler."""
    try:
        if kind := kind_of(path):
            return replace(called, kind=kind)
        layout_of(read_header(path).shapes)
    except (NotAnUpscaler, NotACheckpoint, BadHeader) as problem:
        log.warning("%s is ignored: %s.", printable(path.name), problem)
        fault = "unlike" if isinstance(problem, NotAnUpscaler) else problem.fault
        return replace(called, reason=str(problem), fault=fault)
    return called
