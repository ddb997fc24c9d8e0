"""LoRA and embedding files: found by name in a folder, read only when their header is sound."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

from engine.api.errors import BadModel, UnknownChoice
from engine.models.files.header import BadHeader, read_header
from engine.models.files.names import bad_file, short_name
from engine.models.files.others import PICKLES

log = logging.getLogger(__name__)


class AddonFolder:
    """The .safetensors files of a folder, by short name; any thread may ask, and files may come and go."""

    def __init__(self, folder: Path) -> None:
        """The folder need not exist."""
        self._folder = folder
        self._named: set[Path] = set()

    def scan(self) -> dict[str, Path]:
        """What there is now. Pickles are named in the log, once."""
        files = sorted(self._folder.iterdir()) if self._folder.is_dir() else []
        for pickle in {file for file in files if file.suffix.lower() in PICKLES} - self._named:
            log.warning("%s is ignored: it is a pickle; only .safetensors files are read.", pickle.name)
            self._named.add(pickle)
        return {short_name(file.stem): file for file in files if file.suffix.lower() == ".safetensors"}

    def find(self, name: str, flag: str) -> Path:
        """The file that a person means.

        Raises:
            UnknownChoice: there is none of that name.
        """
        files = self.scan()
        wanted = short_name(name)
        if wanted not in files:
            raise UnknownChoice.among(list(files), flag, name, alike=0.0)
        return files[wanted]


def read_tensors(path: Path) -> dict[str, Tensor]:
    """All tensors of a file, on the CPU.

    Raises:
        BadModel: its header is not sound.
    """
    try:
        read_header(path)
    except BadHeader as problem:
        raise bad_file(path, problem, problem.fault) from problem
    tensors: dict[str, Tensor] = load_file(path)
    return tensors


class Embeddings:
    """The embedding files that fit one model's text encoders."""

    def __init__(self, folder: AddonFolder, widths: Sequence[int]) -> None:
        """Reads nothing yet; `widths` are the encoders'."""
        self._folder = folder
        self._widths = tuple(widths)
        self._stamps: dict[str, tuple[str, float]] = {}
        self._vectors: Mapping[str, tuple[Tensor, ...]] = {}
        self._lock = threading.Lock()

    def __call__(self) -> Mapping[str, tuple[Tensor, ...]]:
        """Vectors `[n, width]` for each encoder by short name; the same object while no file changes."""
        with self._lock:
            files = self._folder.scan()
            stamps = {name: (str(file), file.stat().st_mtime) for name, file in files.items()}
            if stamps != self._stamps:
                read = {name: self._read(file) for name, file in files.items()}
                self._vectors = {name: vectors for name, vectors in read.items() if vectors}
                self._stamps = stamps
            return self._vectors

    def _read(self, file: Path) -> tuple[Tensor, ...]:
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
