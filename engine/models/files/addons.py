"""LoRA and embedding files, read only when their header is sound; embeddings as one model takes them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from engine.api.errors import BadModel, UnknownChoice
from engine.api.names import Addon, alike, find
from engine.api.tags import FLAGS
from engine.models.files.families import NotACheckpoint
from engine.models.files.header import BadHeader, read_header
from engine.models.files.names import bad_file
from engine.models.files.scaled import ASIDE, SCALE, scales
from engine.models.files.shelf import AddonFolder
from engine.models.files.unscaled import unscaled
from engine.models.files.versions import Version, versions

log = logging.getLogger(__name__)


def read_tensors(path: Path) -> dict[str, Tensor]:
    """All tensors of a file, on the CPU; those in 8 bits with a scale are multiplied by it.

    They are copies: what still lies in a file ends the process when somebody cuts that short.

    Raises:
        BadModel: its header is not sound, or its numbers are packed in a way that is not known here.
    """
    try:
        header = read_header(path)
        scaled = any(SCALE.search(name) or ASIDE.search(name) for name in header.shapes)
        scale_of = scales(header) if scaled else {}
        tensors: dict[str, Tensor] = {name: tensor.clone() for name, tensor in load_file(path).items()}
        return unscaled(tensors, scale_of, lambda name: torch.float32) if scaled else tensors
    except (BadHeader, NotACheckpoint) as problem:
        raise bad_file(path, problem, problem.fault) from problem


Vectors = tuple[Tensor, ...]
"""One embedding file: `[n, width]` for each encoder, in their order; empty where it does not fit them."""


@dataclass(frozen=True, eq=False)
class Known:
    """The embedding files there are, as one model takes them.

    Attributes:
        vectors: by short name; those of files that do not fit are empty.
        bare: the names that mean their file without a tag, and fit.
    """

    vectors: Mapping[str, Vectors]
    bare: tuple[str, ...]
    addons: tuple[Addon, ...]

    def find(self, written: str) -> str:
        """The short name of the file that a tag means.

        Raises:
            UnknownChoice: there is none of that name.
            BadModel: it does not fit the model.
        """
        addon = find(self.addons, written, formerly=True)
        if addon is None:
            raise UnknownChoice.among([addon.name for addon in self.addons], FLAGS["emb"], written)
        if not self.vectors[addon.name]:
            raise BadModel(model=addon.name, fault="unlike", reason="it was made for another kind of model")
        return addon.name

    def stood_for(self, bare: str) -> str | None:
        """The short name that is meant by a word without a tag; None for one that only looks like a name."""
        return next((name for name in self.bare if alike(name) == alike(bare)), None)


NOTHING = Known({}, (), ())


class Embeddings:
    """The embedding files of a folder for one model's text encoders."""

    def __init__(self, folder: AddonFolder, widths: Sequence[int]) -> None:
        """Reads nothing yet; `widths` are the encoders'."""
        self._folder = folder
        self._widths = tuple(widths)
        self._stamps: dict[str, Version] = {}
        self._known = NOTHING
        self._lock = threading.Lock()

    def __call__(self) -> Known:
        """What there is; the same object while no file changes."""
        with self._lock:
            files = self._folder.scan()
            stamps = versions(files)
            if stamps != self._stamps:
                vectors = {name: self._read(files[name]) for name in stamps}
                addons = tuple(addon for addon in self._folder.addons() if addon.name in vectors)
                bare = tuple(addon.name for addon in addons if addon.bare and vectors[addon.name])
                self._known, self._stamps = Known(vectors, bare, addons), stamps
            return self._known

    def _read(self, file: Path) -> Vectors:
        """One tensor an encoder, told apart by width; empty where the file does not fit them."""
        try:
            tensors = [t if t.ndim == 2 else t[None] for t in read_tensors(file).values() if t.ndim in (1, 2)]
        except BadModel as problem:
            log.warning("%s is ignored: %s.", file.name, problem.facts["reason"])
            return ()
        by_width = {tensor.shape[1]: tensor for tensor in tensors}
        vectors = tuple(by_width[width] for width in self._widths if width in by_width)
        fits = len(vectors) == len(self._widths) and len({len(v) for v in vectors}) == 1 and len(vectors[0])
        return vectors if fits else ()


__all__ = ["NOTHING", "AddonFolder", "Embeddings", "Known", "Vectors", "read_tensors"]
