"""A folder of ControlNets: folders and single files, told by their headers. Needs no torch."""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.api.controls import kind_of
from engine.api.errors import BadModel, Fault
from engine.api.names import ControlNet
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import read_json, weights_file
from engine.models.files.glance import Glance, now
from engine.models.files.header import BadHeader, Tensors, read_headers
from engine.models.files.names import names, own_name, printable, stem
from engine.models.files.others import PICKLES, Why, by_tensors
from engine.models.files.shape import context_of
from engine.models.files.size import shards

log = logging.getLogger(__name__)

PREFIX = "control_model."
"""Before all names in the original code's files."""

_CLASS = "ControlNetModel"
_PICKLE: Why = (
    "it is a pickle, which could run code when loaded; only .safetensors files are read",
    "pickle",
)
_OTHERS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"\A(?:lora_controlnet\Z|.*\.(?:up|down)\Z)"), "it is a Control-LoRA, which is not read"),
    (re.compile(r"\Alllite_"), "it is a ControlNet-LLLite, which is not read"),
    (
        re.compile(r"\A(?:control_type|task_embedding|control_add_embedding|transformer_layes)\b"),
        "it is a union of several ControlNets, which is not read",
    ),
    (re.compile(r"\Adifference\Z"), "it is the difference of a ControlNet to its model, which is not read"),
    (
        re.compile(r"\A(?:transformer_blocks|single_transformer_blocks|controlnet_blocks|double_blocks)\."),
        "it is a ControlNet for SD 3 or FLUX, which have no lanes",
    ),
)
"""What else is called a ControlNet, by tensors' names, and why it can't be used."""


class ControlFolder:
    """The ControlNets of folders and those below, by short name; any thread may ask, and files come and go."""

    def __init__(self, *folders: Path) -> None:
        """People's own folder, which need not exist, and others."""
        self._folders = folders
        self._lock = threading.Lock()
        self._known: dict[Path, tuple[tuple[float, ...], ControlNet]] = {}
        self._paths: Mapping[str, Path] = {}
        self._nets: tuple[ControlNet, ...] = ()
        self._glance = Glance()

    def nets(self) -> tuple[ControlNet, ...]:
        """What lies there now, what can't be used included."""
        with self._lock:
            if not self._glance.holds():
                self._look_through()
            return self._nets

    def _look_through(self) -> None:
        began, lying = time.time(), [_lying(folder) for folder in self._folders]
        paths = [path for found, _ in lying for path in sorted(found)]
        there = list(map(now, paths))
        self._paths = names(paths, self._folders[0])
        looked = {path: self._look(path, name) for name, path in self._paths.items()}
        self._known = {path: self._known[path] for path in looked}
        self._nets = tuple(looked.values())
        bad = {path for path, net in looked.items() if net.reason}
        walked = [at for _, below in lying for at in below]
        self._glance = Glance.at(began, [*self._folders, *walked], there, bad)

    def path(self, net: ControlNet) -> Path:
        """Where a network lies. Raises BadModel where it has gone meanwhile."""
        if path := self._paths.get(net.name):
            return path
        raise BadModel(model=net.name, reason="it is not there any more")

    def _look(self, path: Path, name: str) -> ControlNet:
        """One network, whose header is read anew only where it has changed."""
        stamp, net = _stamp(path), None
        if path in self._known and self._known[path][0] == stamp and self._known[path][1].name == name:
            return self._known[path][1]
        net = _read(path, ControlNet(name, own_name(path, self._folders[0]), kind=kind_of(stem(path))))
        if net.reason:
            log.warning("%s cannot be used: %s.", printable(path.name), net.reason)
        self._known[path] = stamp, net
        return net


def weights_of(path: Path) -> list[Path]:
    """The files that a network's weights lie in.

    Raises:
        NotACheckpoint: there are none that may be read.
    """
    return shards(weights_file(path)) if path.is_dir() else [path]


def original(tensors: Mapping[str, object]) -> bool:
    """Whether tensors are called as the original code calls them, with its prefix or without."""
    return any(name.removeprefix(PREFIX).startswith("input_hint_block.") for name in tensors)


def _lying(folder: Path) -> tuple[list[Path], list[Path]]:
    """Networks, which are folders with a config, and files; and the folders that were looked through."""
    found, walked = list[Path](), list[Path]()
    for at, below, files in os.walk(folder):
        below[:] = [name for name in below if not name.startswith((".", "__"))]
        here = Path(at)
        walked.append(here)
        if here != folder and "config.json" in files:
            below.clear()
            found.append(here)
            continue
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in {".safetensors", *PICKLES}:
                found.append(here / name)
    return found, walked


def _stamp(path: Path) -> tuple[float, ...]:
    parts = sorted(path.iterdir()) if path.is_dir() else [path]
    return tuple(n for part in parts if part.exists() for n in (part.stat().st_mtime, part.stat().st_size))


def _read(path: Path, called: ControlNet) -> ControlNet:
    """The network with what its header tells."""
    try:
        _check_kind(path)
        tensors = read_headers(weights_of(path))
        reason, fault = _strange(tensors)
    except (BadHeader, NotACheckpoint) as problem:
        reason, fault = str(problem), problem.fault
    if reason:
        return ControlNet(called.name, called.file, kind=called.kind, reason=reason, fault=fault)
    return ControlNet(called.name, called.file, kind=called.kind, context=context_of(tensors.shapes))


def _check_kind(path: Path) -> None:
    """Raises NotACheckpoint for what its name or config tells to be something else."""
    if path.suffix.lower() in PICKLES and not path.is_dir():
        raise NotACheckpoint(*_PICKLE)
    if path.is_dir() and (told := str(read_json(path / "config.json").get("_class_name", ""))) != _CLASS:
        raise NotACheckpoint(
            f"it is for {printable(told)[:60] or 'something else'}, which is not read", "strange"
        )


def _strange(tensors: Tensors) -> tuple[str, Fault | None]:
    """Why these are no ControlNet's tensors; nothing where they are."""
    for pattern, reason in _OTHERS:
        if any(map(pattern.search, tensors.shapes)):
            return reason, "strange"
    if original(tensors.shapes) or tensors.starts("controlnet_cond_embedding."):
        return "", None
    return by_tensors(tensors.shapes)
