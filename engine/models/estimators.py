"""Networks that see in a picture what a ControlNet takes: its depth. They work on the CPU, beside the drawing."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import torch
import transformers
from PIL import Image
from torch import Tensor
from torch.nn.functional import interpolate

from engine.api.errors import BadModel
from engine.models.faults import is_the_machines, problem_of
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import read_json
from engine.models.files.names import short_name
from engine.models.networks import read_network
from engine.models.sight import NO_ENCODERS, Encoders

KIND = "depth"
_ENDING = "ForDepthEstimation"
_PROCESSOR = "preprocessor_config.json"
_MOST_KEPT = 8
"""Pictures that are not looked at again."""


class Estimators:
    """The folders of transformers' depth models in a folder; any thread may ask, one of them works at a time."""

    def __init__(
        self,
        folder: Path | None = None,
        of_model: Callable[[str], Path | None] = lambda name: None,
        encoders: Encoders = NO_ENCODERS,
    ) -> None:
        """The folder need not exist; nothing is loaded yet. `of_model` tells where the one of a depth model lies;
        `encoders` see what a picture shows, for IP-Adapters."""
        self.encoders = encoders
        self._folder = folder
        self.of_model = of_model
        self._seen: OrderedDict[tuple[Path, bytes], Tensor] = OrderedDict()
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
        size = picture.height, picture.width
        return as_map(interpolate(self.seen(picture, path), size, mode="bicubic"))

    def seen(self, picture: Image.Image, path: Path) -> Tensor:
        """What the network itself says of a picture, `[1, 1, h, w]`; the latest are kept.

        Raises:
            BadModel: the network can't be loaded.
        """
        rgb = picture.convert("RGB")
        key = path, blake2b(repr(rgb.size).encode() + rgb.tobytes()).digest()
        with self._lock:
            if key not in self._seen:
                if self._loaded is None or self._loaded[0] != path:
                    self._loaded = None
                    self._loaded = path, *_load(path)
                _, processor, network = self._loaded
                given = processor(images=rgb, return_tensors="pt")
                with torch.inference_mode():
                    self._seen[key] = network(**given).predicted_depth[:, None].float()
            self._seen.move_to_end(key)
            while len(self._seen) > _MOST_KEPT:
                self._seen.popitem(last=False)
            return self._seen[key]


NO_ESTIMATORS = Estimators()


def _sees_depth(path: Path) -> bool:
    """Whether it is a folder of such a network."""
    try:
        told = read_json(path / "config.json").get("architectures")
    except NotACheckpoint:
        return False
    return isinstance(told, list) and any(str(name).endswith(_ENDING) for name in told)


def _load(path: Path) -> tuple[Any, Any]:
    """The network's way to look at a picture, and the network."""
    try:
        own = (path / _PROCESSOR).is_file()
        processor = transformers.AutoImageProcessor.from_pretrained(
            path if own else path.with_name("feature_extractor"), local_files_only=True
        )
        network = read_network(transformers.AutoModelForDepthEstimation, path)
    except BaseException as error:
        if is_the_machines(error):
            raise
        problem = problem_of(error)
        raise BadModel(model=short_name(path.name), fault=problem.fault, reason=str(problem)) from error
    return processor, network


def as_map(seen: Tensor) -> Image.Image:
    """What was seen, `[1, 1, h, w]`, as a picture: white for the nearest, black for the farthest."""
    return Image.fromarray((stretched(seen)[0, 0] * 255).round().byte().numpy())


def stretched(seen: Tensor) -> Tensor:
    """From 0 for the least to 1 for the most; what is flat is all 0."""
    least, most = seen.amin(), seen.amax()
    return (seen - least) / (most - least).clamp_min(torch.finfo(seen.dtype).tiny)
