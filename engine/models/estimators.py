"""Networks that see in a picture what a ControlNet takes: its depth. They work on the CPU, beside the drawing."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
import torch
import transformers
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn.functional import interpolate

from engine.api.errors import BadModel
from engine.models.faults import is_the_machines, problem_of
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import read_json, weights_file
from engine.models.files.header import read_header
from engine.models.files.names import short_name
from engine.models.files.size import shards

KIND = "depth"
_ENDING = "ForDepthEstimation"


class Estimators:
    """The folders of transformers' depth models in a folder; any thread may ask, one of them works at a time."""

    def __init__(self, folder: Path | None = None) -> None:
        """The folder need not exist; nothing is loaded yet."""
        self._folder = folder
        self._lock = threading.Lock()
        self._loaded: tuple[Path, Any, Any] | None = None

    def find(self, kind: str) -> Path | None:
        """The folder of the first that sees such a thing, by its config."""
        if kind != KIND or self._folder is None or not self._folder.is_dir():
            return None
        return next((path for path in sorted(self._folder.iterdir()) if _sees_depth(path)), None)

    def depth(self, picture: Image.Image, path: Path) -> Image.Image:
        """How near each pixel is, white for the nearest and black for the farthest, of the picture's size.

        Raises:
            BadModel: the network can't be loaded.
        """
        with self._lock:
            if self._loaded is None or self._loaded[0] != path:
                self._loaded = None
                self._loaded = path, *_load(path)
            _, processor, network = self._loaded
            given = processor(images=picture.convert("RGB"), return_tensors="pt")
            with torch.inference_mode():
                seen = network(**given).predicted_depth[:, None].float()
        size = picture.height, picture.width
        return Image.fromarray(_stretched(interpolate(seen, size, mode="bicubic")[0, 0]))


NO_ESTIMATORS = Estimators()


def _sees_depth(path: Path) -> bool:
    """Whether it is a folder of such a network."""
    try:
        told = read_json(path / "config.json").get("architectures")
    except NotACheckpoint:
        return False
    return isinstance(told, list) and any(str(name).endswith(_ENDING) for name in told)


def _load(path: Path) -> tuple[Any, Any]:
    """The network's way to look at a picture, and the network, in single precision: some yield nothing in half."""
    try:
        for file in shards(weights_file(path)):
            read_header(file)
        processor = transformers.AutoImageProcessor.from_pretrained(path, local_files_only=True)
        network = transformers.AutoModelForDepthEstimation.from_pretrained(
            path, local_files_only=True, use_safetensors=True, dtype=torch.float32
        )
    except BaseException as error:
        if is_the_machines(error):
            raise
        problem = problem_of(error)
        raise BadModel(model=short_name(path.name), fault=problem.fault, reason=str(problem)) from error
    return processor, network.eval()


def _stretched(seen: Tensor) -> NDArray[np.uint8]:
    """From 0 for the least to 255 for the most; a flat picture is all 0."""
    least, most = float(seen.min()), float(seen.max())
    share = (seen - least) / max(most - least, 1e-6)
    return (share * 255).round().byte().numpy()
