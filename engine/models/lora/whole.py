"""LoRAs for a pipeline that draws one picture at a time: diffusers' own, all or none of a call."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import torch
from peft.tuners.lora import LoraLayer
from torch import Tensor, nn

from engine.api.events import LoraInPart, Notice
from engine.models.files.addons import AddonFolder, read_tensors
from engine.models.files.header import read_header
from engine.models.files.names import bad_file
from engine.models.files.versions import Version, version
from engine.models.lora.alphas import told_alphas
from engine.models.lora.names import flat_name
from engine.models.lora.parts import Part, layer_of, role_of, sort
from engine.models.lora.read import hundredths, is_known
from engine.models.lora.rows import FLAG, total
from engine.models.ports import Adapters


@dataclass(frozen=True)
class Loaded:
    """A file that is on the model: diffusers' name of it, and how much of it is, 0.01 to 1."""

    name: str
    share: float


class WholeLoras:
    """The LoRAs of one pipeline."""

    def __init__(self, pipe: Any, folder: AddonFolder, moving: threading.RLock) -> None:
        """Loads nothing yet."""
        self._pipe = pipe
        self._folder = folder
        self._moving = moving
        self._loaded: dict[Version, Loaded] = {}
        self._numbers = count()

    def use(self, adapters: Adapters) -> tuple[Notice, ...]:
        """Puts these, and no others, onto the model; what is to be said of them.

        Raises:
            UnknownChoice: there is no LoRA of that name.
            BadModel: the file can't be used with this model.
        """

        def find(name: str) -> Version:
            return version(self._folder.find(name, FLAG))

        weights, texts = (total(find, adapters, encoding) for encoding in (False, True))
        wanted: dict[Version, Loaded] = {}
        for file in {**weights, **texts}:
            with self._folder.calling(file.path):
                wanted[file] = self._load(file)
        if wanted:
            self._pipe.enable_lora()
            both = [self._by_part(weights.get(file, 0.0), texts.get(file, 0.0)) for file in wanted]
            self._pipe.set_adapters([each.name for each in wanted.values()], both)
        elif self._loaded:
            self._pipe.disable_lora()
        return tuple(
            LoraInPart(self._folder.name_of(file.path), loaded.share)
            for file, loaded in wanted.items()
            if loaded.share < 1
        )

    def _by_part(self, weight: float, encoder: float) -> float | dict[str, float]:
        """A weight as diffusers takes it: by the parts of the pipeline where they are not all the same."""
        if weight == encoder:
            return weight
        parts: list[str] = self._pipe._lora_loadable_modules
        return {part: encoder if part.startswith("text_encoder") else weight for part in parts}

    def _load(self, file: Version) -> Loaded:
        if file not in self._loaded:
            parts = sort(read_tensors(file.path), told_alphas(read_header(file.path).metadata))
            refused = {flat for flat, part in parts.items() if not _is_plain(part)}
            if refused == parts.keys():
                raise bad_file(
                    file.path, "it is no plain LoRA, which is all that this model takes", "strange"
                )
            name = f"lora{next(self._numbers)}"
            reached = self._put_on(file.path, name, refused)
            for old in [each for each in self._loaded if each.path == file.path]:
                self._pipe.delete_adapters(self._loaded.pop(old).name)
            self._loaded[file] = Loaded(
                name, hundredths(reached, len(parts)) if reached < len(parts) else 1.0
            )
        return self._loaded[file]

    def _put_on(self, path: Path, name: str, refused: Collection[str]) -> int:
        """Has diffusers load a file without the layers that it would misread; how many layers reach the model."""
        tensors = {key: tensor for key, tensor in _weighed(path).items() if layer_of(key) not in refused}
        failure, reached = None, 0
        try:
            with self._moving:
                marked = self._pipe.lora_state_dict(_marked(tensors))
                self._pipe.load_lora_weights(tensors, adapter_name=name)
            reached = _reached(marked, self._changed(name))
        except (ValueError, RuntimeError, KeyError, IndexError, AssertionError) as error:
            failure = error
        if not reached:
            raise bad_file(path) from failure
        return reached

    def _changed(self, name: str) -> set[str]:
        """The layers that a loaded file changes, by their flat names."""
        modules = {part: each for part, each in self._pipe.components.items() if isinstance(each, nn.Module)}
        return {
            flat_name(f"{part}.{path}")
            for part, module in modules.items()
            for path, layer in module.named_modules()
            if isinstance(layer, LoraLayer) and name in layer.lora_A
        }


def _is_plain(part: Part) -> bool:
    """Whether diffusers reads it as it is meant, as far as can be told: it leaves DoRA's lengths out in silence."""
    return not is_known(part) or (part.has("down", "up") and not part.has("dora_scale"))


def _marked(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """A file of the same names and shapes whose numbers say which layer each is of, and so what becomes of it."""
    numbers: dict[str, int] = {}
    ranks = {layer_of(key): len(tensor) for key, tensor in tensors.items() if role_of(key) == "down"}
    marked = {}
    for key, tensor in tensors.items():
        flat = layer_of(key)
        number = numbers.setdefault(flat, len(numbers) + 1)
        value = ranks.get(flat, 1) if role_of(key) == "alpha" else number
        marked[key] = torch.tensor(float(value)).expand(tensor.shape)
    return marked


def _reached(marked: Mapping[str, Tensor], changed: Collection[str]) -> int:
    """How many layers of a marked file, as diffusers has converted it, are changed with all that became of them."""
    numbers = {
        key: tensor.flatten()[0].item() for key, tensor in marked.items() if role_of(key) in ("down", "up")
    }
    lost = {number for key, number in numbers.items() if layer_of(key) not in changed}
    return len({*numbers.values()} - lost)


def _weighed(path: Path) -> dict[str, Tensor]:
    """A file's tensors, with the alpha that its metadata tells: diffusers reads that only from files of its own."""
    tensors, alphas = dict(read_tensors(path)), told_alphas(read_header(path).metadata)
    for name, up in tensors.items():
        layer, found, _ = name.partition(".lora_B.")
        if found and f"{layer}.alpha" not in tensors:
            tensors[name] = up * alphas.scale(layer, up.shape[1])
    return tensors
