"""LoRA for each row of a batch: forward hooks on the model's own layers.

peft replaces layers and knows one adapter a row; hooks leave the model as it is, so a row without a LoRA is
computed exactly as if there were none, and a row may have several, each at its own weight.
"""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, linear

from engine.models.files.addons import AddonFolder, read_tensors
from engine.models.files.header import read_header
from engine.models.files.names import bad_file, short_name
from engine.models.lora.alphas import told_alphas
from engine.models.ports import Adapters

log = logging.getLogger(__name__)

FLAG = "<lora:…>"

_KEY = re.compile(r"^(.+?)[._](?:lora[._]?(A|B|down|up)(?:\.default)?\.weight|(alpha))$")
_OTHER = re.compile(r"hada_|lokr_|oft_|dora_scale|lora_mid|lora_magnitude|\.diff(_b)?$")


@dataclass
class Delta:
    """What one LoRA adds to one layer: `up @ down * scale`."""

    down: Tensor
    up: Tensor
    scale: float

    def __call__(self, layer: nn.Module, x: Tensor) -> Tensor:
        """The addition to the layer's output for input `x`."""
        if isinstance(layer, nn.Conv2d):
            small = conv2d(x, self.down, None, layer.stride, layer.padding, layer.dilation)
            return conv2d(small, self.up) * self.scale
        return linear(linear(x, self.down), self.up) * self.scale


@dataclass
class Plan:
    """Which rows a LoRA works on: their indices and weights; `indices` is None for all rows in order."""

    indices: Tensor | None
    weights: Tensor


@dataclass
class Lora:
    """A loaded file."""

    bytes: int
    layers: dict[str, Delta] = field(default_factory=dict)


class Loras:
    """The LoRAs of one model. Only the denoise thread may use it."""

    def __init__(
        self,
        folder: AddonFolder,
        parts: Mapping[str, nn.Module],
        device: torch.device,
        most_bytes: int = 2**30,
        before_first: Callable[[], None] = lambda: None,
    ) -> None:
        """Loads nothing yet.

        Args:
            folder: where the files lie.
            parts: the modules they may change: `unet`, `text_encoder`, `text_encoder_2`.
            device: where the layers compute, wherever they lie now.
            most_bytes: of weights kept on the device; the least recently used go first.
            before_first: called before the first LoRA is loaded.
        """
        self._folder = folder
        self._layers = layer_names(parts)
        self._device = device
        self._most_bytes = most_bytes
        self._before_first = before_first
        self._loras: OrderedDict[str, Lora] = OrderedDict()
        self._hooks: dict[str, Any] = {}
        self._plans: dict[str, Plan] = {}

    @property
    def bytes(self) -> int:
        """Of weights on the device."""
        return sum(lora.bytes for lora in self._loras.values())

    @contextmanager
    def under(self, rows: Sequence[Adapters]) -> Iterator[None]:
        """While inside, row i of whatever passes the layers is computed under the LoRAs of `rows[i]`.

        Raises:
            UnknownChoice: there is no LoRA of that name.
            BadModel: the file can't be used with this model.
        """
        sets = [_total(adapters) for adapters in rows]
        names = {name for adapters in sets for name in adapters}
        for name in names:
            self._load(name)
        self._plans = {name: self._plan(name, sets) for name in names}
        try:
            yield
        finally:
            self._plans = {}
            self._shrink(names)

    def _plan(self, name: str, sets: Sequence[Mapping[str, float]]) -> Plan:
        rows = [i for i, adapters in enumerate(sets) if name in adapters]
        delta = next(iter(self._loras[name].layers.values()))
        weights = torch.tensor([sets[i][name] for i in rows]).to(delta.down)
        return Plan(None if len(rows) == len(sets) else torch.tensor(rows, device=weights.device), weights)

    def _load(self, name: str) -> None:
        if name not in self._loras:
            path = self._folder.find(name, FLAG)
            if not self._hooks:
                self._before_first()
            self._loras[name] = self._read(path)
            for layer_name in self._loras[name].layers.keys() - self._hooks.keys():
                layer = self._layers[layer_name]
                self._hooks[layer_name] = layer.register_forward_hook(self._hook(layer_name))
        self._loras.move_to_end(name)

    def _shrink(self, used: set[str]) -> None:
        """Forgets the least recently used ones above the limit."""
        for name in [name for name in self._loras if name not in used]:
            if self.bytes > self._most_bytes:
                del self._loras[name]

    def _read(self, path: Path) -> Lora:
        tensors = read_tensors(path)
        if other := next((key for key in tensors if _OTHER.search(key)), ""):
            raise bad_file(path, f"it is no plain LoRA ({other[-60:]})", "strange")
        alphas = told_alphas(read_header(path).metadata)
        parts: dict[str, dict[str, Tensor]] = {}
        told: dict[str, str] = {}
        for key, tensor in tensors.items():
            if match := _KEY.match(key):
                role = {"A": "down", "B": "up"}.get(match[2], match[2] or match[3])
                parts.setdefault(flat_name(match[1]), {})[role] = tensor
                told[flat_name(match[1])] = match[1]
        lora = Lora(0)
        for name, part in parts.items():
            if name in self._layers and {"down", "up"} <= part.keys():
                rank = len(part["down"])
                scale = float(part["alpha"]) / rank if "alpha" in part else alphas.scale(told[name], rank)
                lora.layers[name] = _delta(self._layers[name], part, scale, path, self._device)
        if not lora.layers:
            raise bad_file(path)
        if left_out := len(parts) - len(lora.layers):
            log.info("%s: %d of its %d layers do not exist here.", path.name, left_out, len(parts))
        lora.bytes = sum(d.down.nbytes + d.up.nbytes for d in lora.layers.values())
        return lora

    def _hook(self, layer_name: str) -> Callable[[nn.Module, tuple[Tensor, ...], Tensor], Tensor | None]:
        def add(layer: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> Tensor | None:
            changed = None
            for name, plan in self._plans.items():
                delta = self._loras[name].layers.get(layer_name)
                if delta is None:
                    continue
                x = inputs[0] if plan.indices is None else inputs[0][plan.indices]
                added = delta(layer, x) * plan.weights.view(-1, *[1] * (output.ndim - 1))
                changed = output if changed is None else changed
                if plan.indices is None:
                    changed = changed + added
                else:
                    changed = changed.index_add(0, plan.indices, added.to(changed.dtype))
            return changed

        return add


def _total(adapters: Adapters) -> dict[str, float]:
    """A row's weights by short name; a LoRA named twice counts twice, weight 0 not at all."""
    total: dict[str, float] = {}
    for name, weight in adapters:
        key = short_name(name)
        total[key] = total.get(key, 0.0) + weight
    return {name: weight for name, weight in total.items() if weight}


def _delta(
    layer: nn.Module, part: Mapping[str, Tensor], scale: float, path: Path, device: torch.device
) -> Delta:
    """Fits a file's two matrices to the layer; linear layers and 1x1 convolutions are stored as either."""
    down, up = part["down"], part["up"]
    weight: Any = layer.weight
    if weight.ndim == 2:
        down, up = down.flatten(1), up.flatten(1)
    elif down.ndim == 2:
        down, up = down[:, :, None, None], up[:, :, None, None]
    if down.shape[1:] != weight.shape[1:] or up.shape[:2] != (weight.shape[0], down.shape[0]):
        raise bad_file(path)
    return Delta(down.to(device, weight.dtype), up.to(device, weight.dtype), scale)


def flat_name(key: str) -> str:
    """A layer's name in any of the formats (kohya, peft, old diffusers), in one spelling."""
    key = key.removeprefix("base_model.model.").replace(".processor.", ".")
    key = re.sub(r"(to_[qkv])_lora$|(to_[qkv])$", lambda m: m[1] or m[2], key)
    key = re.sub(r"to_out_lora$|to_out$", "to_out.0", key)
    key = re.sub(r"^lora_te2_|^text_encoder_2\.", "te2_", key)
    key = re.sub(r"^lora_te1?_|^text_encoder\.", "te1_", key)
    key = re.sub(r"^lora_unet_|^unet\.", "unet_", key)
    key = key if key.startswith(("te1_", "te2_", "unet_")) else f"unet_{key}"
    return key.replace(".", "_").replace("_text_model_", "_")


def layer_names(parts: Mapping[str, nn.Module]) -> dict[str, nn.Module]:
    """Every linear and convolution layer by its names in LoRA files; the UNet's by the original names too."""
    layers: dict[str, nn.Module] = {}
    for part, module in parts.items():
        for path, layer in module.named_modules():
            if isinstance(layer, nn.Linear | nn.Conv2d):
                layers[flat_name(f"{part}.{path}")] = layer
                if part == "unet" and (original := original_name(path, module)):
                    layers[flat_name(f"unet.{original}")] = layer
    return layers


def original_name(path: str, unet: Any) -> str:
    """A UNet layer's name in the original code ("input_blocks.4.1…"), which SDXL's LoRAs use; or ""."""
    match = re.match(r"(down|up)_blocks\.(\d+)\.(attentions|resnets)\.(\d+)\.(.*)", path)
    if match:
        side, level, kind, index, rest = match[1], int(match[2]), match[3], int(match[4]), match[5]
        number = (unet.config.layers_per_block + 1) * level + index
        block = f"input_blocks.{number + 1}" if side == "down" else f"output_blocks.{number}"
        return f"{block}.{int(kind == 'attentions')}.{_original_part(rest)}"
    if match := re.match(r"mid_block\.(attentions|resnets)\.(\d)\.(.*)", path):
        number = 1 if match[1] == "attentions" else 2 * int(match[2])
        return f"middle_block.{number}.{_original_part(match[3])}"
    return ""


_RESNET = {
    "conv1": "in_layers.2",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}


def _original_part(rest: str) -> str:
    return _RESNET.get(rest, rest)
