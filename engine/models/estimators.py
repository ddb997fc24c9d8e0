"""Networks that see in a picture what a ControlNet takes: its depth. They work on the CPU, beside the drawing."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

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
from engine.models.files.versions import Version, version
from engine.models.kept import Kept
from engine.models.networks import Looking, read_network
from engine.models.sight import NO_ENCODERS, Encoders, Seen

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
        most_bytes: int = 0,
    ) -> None:
        """Loads nothing yet.

        Args:
            folder: need not exist.
            of_model: tells where the one of a depth model lies.
            encoders: see what a picture shows, for IP-Adapters.
            most_bytes: of all networks that are kept, encoders too; the one used last stays.
        """
        self._encoders = encoders
        self._folder = folder
        self.of_model = of_model
        self._seen: OrderedDict[tuple[Version, bytes], Tensor] = OrderedDict()
        self._lock = threading.Lock()
        self._growing: list[Callable[[], None]] = []
        self._kept: Kept[Looking] = Kept(lambda each: each.bytes, most_bytes, self._grown)

    @property
    def bytes(self) -> int:
        """Of all weights in memory, those of encoders too; any thread may ask."""
        return self._kept.bytes

    def on_growth(self, tell: Callable[[], None]) -> None:
        """`tell` is called whenever one has been loaded, which takes memory beside the models."""
        self._growing.append(tell)

    def forget(self) -> None:
        """Lets go of all networks: memory is wanted. Any thread may ask; who looks with one goes on."""
        self._kept.forget()

    def shown(self, picture: Image.Image, adapter: str) -> Seen:
        """What an image encoder says of a picture: see `Encoders.seen`."""
        with self._lock:
            return self._encoders.seen(picture, adapter, self._kept)

    def _grown(self) -> None:
        for tell in self._growing:
            tell()

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
        digest = blake2b(repr(rgb.size).encode() + rgb.tobytes()).digest()
        with self._lock:
            key = version(path), digest
            if key not in self._seen:
                looking = self._kept.get(key[0], lambda: _load(path))
                given = looking.processor(images=rgb, return_tensors="pt")
                with torch.inference_mode():
                    self._seen[key] = looking.network(**given).predicted_depth[:, None].float()
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


def _load(path: Path) -> Looking:
    """The network's way to look at a picture, and the network."""
    try:
        own = (path / _PROCESSOR).is_file()
        processor = transformers.AutoImageProcessor.from_pretrained(
            path if own else path.with_name("feature_extractor"),
            local_files_only=True,
            trust_remote_code=False,
        )
        network = read_network(transformers.AutoModelForDepthEstimation, path)
    except BaseException as error:
        if is_the_machines(error):
            raise
        problem = problem_of(error)
        raise BadModel(model=short_name(path.name), fault=problem.fault, reason=str(problem)) from error
    return Looking(processor, network)


def as_map(seen: Tensor) -> Image.Image:
    """What was seen, `[1, 1, h, w]`, as a picture: white for the nearest, black for the farthest."""
    return Image.fromarray((stretched(seen)[0, 0] * 255).round().byte().numpy())


def stretched(seen: Tensor) -> Tensor:
    """From 0 for the least to 1 for the most; what is flat is all 0."""
    least, most = seen.amin(), seen.amax()
    return (seen - least) / (most - least).clamp_min(torch.finfo(seen.dtype).tiny)
