"""A folder of IP-Adapters and the image encoders that they share, as the hub has them. Needs no torch."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from engine.api.errors import BadModel, Fault, NoAdapter
from engine.api.likes import NO_ENCODER
from engine.api.names import IPAdapter
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import read_json, weights_file
from engine.models.files.glance import Glance, now
from engine.models.files.header import BadHeader, Tensors, read_header
from engine.models.files.names import names, own_name, printable
from engine.models.files.others import PICKLES, by_tensors
from engine.models.files.pickles import PICKLE
from engine.models.files.size import shards

log = logging.getLogger(__name__)

PICTURE, TEXT = "image_proj.", "ip_adapter."
"""Before the names of what reads pictures, and of what it tells the model."""

_FACES = "it knows people by their faces (FaceID), which needs another network, and is not read"
_UNKNOWN: tuple[str, Fault] = ("it is of a kind of IP-Adapter that is not read", "strange")


class Encoder(NamedTuple):
    """A folder of an image encoder: the widths of what it says of a picture as a whole, and of its parts."""

    path: Path
    whole: int
    parts: int

    def suits(self, adapter: IPAdapter) -> bool:
        """Whether the adapter reads what it says."""
        return adapter.sees == (self.whole if adapter.whole else self.parts)


class AdapterFolder:
    """The IP-Adapters of a folder and those below, by short name; any thread may ask, and files come and go."""

    def __init__(self, folder: Path) -> None:
        """The folder need not exist."""
        self._folder = folder
        self._lock = threading.Lock()
        self._known: dict[Path, tuple[tuple[float, int], IPAdapter]] = {}
        self._paths: Mapping[str, Path] = {}
        self._encoders: list[Encoder] = []
        self._named: set[str] = set()
        self._adapters: tuple[IPAdapter, ...] = ()
        self._glance = Glance()

    def adapters(self) -> tuple[IPAdapter, ...]:
        """What lies there now, what can't be used included."""
        with self._lock:
            if not self._glance.holds():
                self._look_through()
            return self._adapters

    def _look_through(self) -> None:
        began = time.time()
        files, encoders, walked = _lying(self._folder)
        there = list(map(now, [*files, *encoders]))
        self._encoders = [each for each in map(self._encoder, encoders) if each]
        self._paths = names(files, self._folder)
        looked = {path: self._look(path, name) for name, path in self._paths.items()}
        self._known = {path: self._known[path] for path in looked}
        self._adapters = tuple(
            replace(each, reason=NO_ENCODER, fault="part")
            if not each.reason and _nearest(path, each, self._encoders) is None
            else each
            for path, each in looked.items()
        )
        bad = {path for path, each in looked.items() if each.reason} | (
            {*encoders} - {e.path for e in self._encoders}
        )
        self._glance = Glance.at(began, [self._folder, *walked], there, bad)

    def path(self, adapter: IPAdapter) -> Path:
        """Where it lies. Raises BadModel where it has gone meanwhile."""
        with self._lock:
            if adapter.name not in self._paths:
                raise BadModel(model=adapter.name, reason="it is not there any more")
            return self._paths[adapter.name]

    def encoder(self, adapter: IPAdapter) -> Path:
        """The folder of the image encoder that it reads, the nearest of those that suit it. Raises as `path`, and
        NoAdapter where there is none any more."""
        found = _nearest(self.path(adapter), adapter, self._encoders)
        if found is None:
            raise NoAdapter(model=adapter.name, lacks="encoder")
        return found.path

    def _look(self, path: Path, name: str) -> IPAdapter:
        """One of them, whose header is read anew only where it has changed."""
        stamp = _stamp(path)
        if path in self._known and self._known[path][0] == stamp and self._known[path][1].name == name:
            return self._known[path][1]
        adapter = _read(path, IPAdapter(name, own_name(path, self._folder)))
        if adapter.reason:
            log.warning("%s cannot be used: %s.", printable(path.name), adapter.reason)
        self._known[path] = stamp, adapter
        return adapter

    def _encoder(self, folder: Path) -> Encoder | None:
        """The encoder in a folder, where it is one that can be read; what it is else is said in the log once."""
        try:
            config = read_json(folder / "config.json")
            widths = [config.get(name) for name in ("projection_dim", "hidden_size")]
            if config.get("model_type") == "clip_vision_model" and shards(weights_file(folder)):
                return Encoder(folder, *(each if isinstance(each, int) else 0 for each in widths))
        except NotACheckpoint as problem:
            told = f"{printable(folder.name)} cannot be used: {problem}."
            if told not in self._named:
                log.warning("%s", told)
                self._named.add(told)
        return None


def _stamp(path: Path) -> tuple[float, int]:
    """When it changed and how large it is; nothing of what has gone, or is a link to what is not there."""
    try:
        found = path.stat()
    except OSError:
        return 0.0, 0
    return found.st_mtime, found.st_size


def _lying(folder: Path) -> tuple[list[Path], list[Path], list[Path]]:
    """Files meant as adapters, but no pickle whose twin can be read; folders with a config, maybe of encoders; and all
    folders that were looked through."""
    files, encoders, walked = list[Path](), list[Path](), list[Path]()
    for at, below, found in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith((".", "__")))
        here = Path(at)
        walked.append(here)
        if here != folder and "config.json" in found:
            below.clear()
            encoders.append(here)
            continue
        sound = {Path(name).stem for name in found if name.lower().endswith(".safetensors")}
        files += [here / name for name in sorted(found) if _meant(Path(name), sound)]
    return files, encoders, walked


def _meant(name: Path, sound: Collection[str]) -> bool:
    kind = name.suffix.lower()
    return not name.name.startswith(".") and (
        kind == ".safetensors" or (kind in PICKLES and name.stem not in sound)
    )


def _nearest(path: Path, adapter: IPAdapter, encoders: Collection[Encoder]) -> Encoder | None:
    """The one that lies in the same folder as the adapter, or else in the fewest folders above."""
    suitable = [each for each in encoders if each.suits(adapter)]
    return max(
        suitable, key=lambda each: len(os.path.commonpath([path.parent, each.path.parent])), default=None
    )


def _read(path: Path, called: IPAdapter) -> IPAdapter:
    """The adapter with what its header tells."""
    if path.suffix.lower() in PICKLES:
        return replace(called, reason=PICKLE, fault="pickle")
    try:
        return _told(read_header(path), called)
    except BadHeader as problem:
        return replace(called, reason=str(problem), fault=problem.fault)


def _told(tensors: Tensors, called: IPAdapter) -> IPAdapter:
    shapes = {name.removeprefix(PICTURE): shape for name, shape in tensors.shapes.items() if shape}
    key = next((name for name in shapes if name.startswith(TEXT) and name.endswith(".to_k_ip.weight")), "")
    reads = next((name for name in ("proj.weight", "proj.0.weight", "proj_in.weight") if name in shapes), "")
    faces = {"norm.weight", "perceiver_resampler.proj_in.weight"} & shapes.keys()
    if (faces and "proj.3.weight" not in shapes and "proj.weight" not in shapes) or any(
        "lora" in name for name in shapes if name.startswith(TEXT)
    ):
        return replace(called, reason=_FACES, fault="strange")
    if not key or not reads:
        reason, fault = by_tensors(tensors.shapes) if not key else _UNKNOWN
        return replace(called, reason=reason, fault=fault)
    return replace(called, whole=reads == "proj.weight", sees=shapes[reads][-1], context=shapes[key][-1])
