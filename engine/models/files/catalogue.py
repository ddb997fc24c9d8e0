"""The models in a folder: found by content, named safely, described by cards."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from engine.api.cards import PICTURED, Listing, ModelCard, PassedOver
from engine.api.errors import Fault
from engine.api.names import Addon, Called, find
from engine.api.values import LANES
from engine.models.files.families import CARDS, FEW_STEPS, Kind, NotACheckpoint, detect, few_steps
from engine.models.files.folders import detect_folder
from engine.models.files.ggufs import header_of
from engine.models.files.header import BadHeader, Tensors, read_headers
from engine.models.files.loads import DEADLY, LOADS, Load
from engine.models.files.lying import CONFIG, is_model_folder, lying
from engine.models.files.names import (
    former_names,
    is_repository,
    local_name,
    names,
    own_name,
    printable,
    shared,
    stem,
)
from engine.models.files.origins import origin, there
from engine.models.files.others import BESIDE, by_folder, by_name
from engine.models.files.scaled import scales
from engine.models.files.size import parameter_count, weight_files
from engine.models.files.written import card_path, over, reason, written

log = logging.getLogger(__name__)

_LOADED = frozenset({".safetensors", ".json", ".txt", ".model"})
"""Suffixes of what loading a folder reads."""

STARTER = Path(__file__).parents[2] / "starter"
"""The model that ships with Lukis; those in its folder take from it what they lack."""


@dataclass(frozen=True)
class Found:
    """One entry of the models folder.

    Attributes:
        path: a diffusers folder or a .safetensors file.
        card: filled in from the family; for what can't be loaded only its name.
        kind: what it is, None if it can't be loaded.
        problem: why it can't be loaded, one clause, or "".
        fault: the same in one word, for people.
    """

    path: Path
    card: ModelCard
    kind: Kind | None = None
    problem: str = ""
    fault: Fault | None = None

    @cached_property
    def parameters(self) -> int:
        """How many numbers its weights are; the headers are read once, for as long as the entry is this one.

        Raises:
            NotACheckpoint, BadHeader: they can't be read, and why; the next time they are tried again.
        """
        return parameter_count(self.path)


class Catalogue:
    """What lies in the models folder now. Any thread may ask; unchanged entries are not read again."""

    def __init__(self, folder: Path, embedded: Path) -> None:
        """Watches `folder`; the model in the folder `embedded` always comes first."""
        self._folder = folder
        self._embedded = embedded
        self._seen: dict[Path, tuple[tuple[float, ...], Found]] = {}
        self._called: Mapping[Path, Addon] = {}
        self._paths_named: tuple[Path, ...] = ()
        self._lock = threading.Lock()

    def listing(self, default: str = "") -> Listing:
        """What there is now, the default model (a short name or a hub repository) first."""
        entries = self.scan()
        first = self._meant(entries, default)
        found = sorted(entries.values(), key=lambda each: each is not first)
        over = [_passed_over(each, each is first) for each in entries.values() if each.problem]
        if first is None and is_repository(default):
            away = "it is not downloaded yet, and the log says how far that is"
            over.append(PassedOver(default, default, away, "unfinished", default=True))
        return Listing(tuple(each.card for each in found if not each.problem), tuple(over))

    def cards(self, default: str = "") -> tuple[ModelCard, ...]:
        """The models that can be loaded, the default one first."""
        return self.listing(default).models

    def passed_over(self, default: str = "") -> tuple[PassedOver, ...]:
        """What lies there and can't be loaded, or is the default one and still to come; and why."""
        return self.listing(default).passed_over

    def scan(self) -> Mapping[str, Found]:
        """Every entry by its short name, those that can't be loaded included."""
        with self._lock:
            paths = tuple(self._paths())
            if paths != self._paths_named:
                self._called, self._paths_named = self._name(paths), paths
            entries = {called.name: self._look(path, called) for path, called in self._called.items()}
            self._seen = {found.path: self._seen[found.path] for found in entries.values()}
            return entries

    def estimator(self, name: str) -> Path | None:
        """Where the network lies that sees depth for a depth model; None for all others."""
        found = self.find(name)
        return found.path / "depth_estimator" if found and found.card.variant == "depth" else None

    def find(self, written: str) -> Found | None:
        """The entry that is meant: by its file's name, its short name, or one that earlier versions gave it."""
        return _find(self.scan(), written)

    def meant(self, default: str) -> Found | None:
        """The entry of the default model: a name as `find` takes it, or a hub repository's, wherever that lies."""
        return self._meant(self.scan(), default)

    def _meant(self, entries: Mapping[str, Found], default: str) -> Found | None:
        if not is_repository(default):
            return _find(entries, default)
        path = there(default, self._folder)
        if path is None and (like := _find(entries, local_name(default))):
            path = (
                like.path if not like.path.is_relative_to(self._embedded) and not origin(like.path) else None
            )
        return next((found for found in entries.values() if found.path == path), None)

    def _name(self, paths: Sequence[Path]) -> Mapping[Path, Addon]:
        """What each is called. Those that could not be called as their files are, are named in the log."""
        called = names(paths, self._folder)
        former = former_names(
            [path for path in paths if path.parent in (self._folder, self._embedded.parent)]
        )
        for name, other in shared(called).items():
            ours, theirs = (printable(called[each].name) for each in (name, other))
            log.warning("%s is called %s here, since %s is called %s.", ours, name, theirs, other)
        for path, was in former.items():
            if called.get(was, path) != path:  # whose it was can't be told from a name that is somebody's
                log.warning(
                    "%s was called %s by earlier versions: what was made with it then is drawn anew with %s.",
                    printable(path.name),
                    was,
                    printable(called[was].name),
                )
        return {
            path: Addon(
                name,
                own_name(path, self._folder),
                former[path] if former.get(path, name) not in called else "",
            )
            for name, path in called.items()
        }

    def strike(self, found: Found, load: Load, problem: str, fault: Fault) -> None:
        """Takes an entry off the list, with the reason, until it changes on the disk; nothing if it did since that load
        of it was begun."""
        with self._lock:
            _, known = self._seen.get(found.path, ((), None))
            if known is found and load == load_of(found):
                struck = Found(found.path, _nameless(found.card), problem=problem, fault=fault)
                self._seen[found.path] = load.stamp, struck
                log.warning("%s cannot be used: %s.", found.path.name, problem)

    def _paths(self) -> Iterator[Path]:
        if (self._embedded / "model_index.json").exists():
            yield self._embedded
            yield from sorted(index.parent for index in self._embedded.glob("*/model_index.json"))
        yield from lying(self._folder)

    def _look(self, path: Path, called: Called) -> Found:
        stamp, found = self._seen.get(path, ((), None))
        if found is None or stamp != _stamp(path, bool(found.problem)) or _apart(found.card, called):
            before = _stamp(path, False), _stamp(path, True)  # it may be written while it is read
            found = _alive(_read(path, _nameless(called)))
            self._seen[path] = before[bool(found.problem)], found
            if found.problem:
                log.warning("%s cannot be used: %s.", printable(path.name), found.problem)
        return found


def _passed_over(found: Found, default: bool) -> PassedOver:
    card = found.card
    return PassedOver(card.name, card.file, found.problem, found.fault, card.former, default)


def _find(entries: Mapping[str, Found], written: str) -> Found | None:
    card = find((found.card for found in entries.values()), written, formerly=True)
    return entries[card.name] if card else None


def load_of(found: Found) -> Load:
    """What loading an entry is, for whoever hears of it."""
    return Load(str(found.path), _stamp(found.path, True))


def _alive(found: Found) -> Found:
    """The entry; as one that can't be loaded where that has ended the process."""
    if found.problem or load_of(found) not in LOADS.deadly:
        return found
    return Found(found.path, _nameless(found.card), problem=DEADLY, fault="damaged")


def _nameless(called: Called) -> ModelCard:
    """A card that says nothing but names."""
    return ModelCard(name=called.name, file=called.file, former=called.former)


def _apart(one: Called, other: Called) -> bool:
    return (one.name, one.file, one.former) != (other.name, other.file, other.former)


def _stamp(path: Path, whole: bool) -> tuple[float, ...]:
    """Changes when the entry or its card does; `whole`, when anything does that loading reads and may be mended."""
    stamp: list[float] = []
    parts = path if path.is_dir() else path.with_suffix(CONFIG)
    inside = sorted(file for file in parts.glob("*/*") if file.suffix in _LOADED) if whole else []
    beside = [] if path.is_dir() else [path.with_name(path.name + ending) for ending in BESIDE]
    for part in (path, path / "model_index.json", card_path(path), *inside, *beside):
        try:
            status = part.stat()
            stamp += (status.st_mtime, status.st_size)
        except OSError:
            stamp.append(0)
    return tuple(stamp)


def _read(path: Path, card: ModelCard) -> Found:
    try:
        kind, words = _detect_folder(path) if path.is_dir() else _detect_file(path)
    except (BadHeader, NotACheckpoint) as problem:
        return Found(path, card, problem=str(problem), fault=problem.fault)
    return Found(path, _card(path, card, kind, words), kind)


def _detect_folder(path: Path) -> tuple[Kind, str]:
    if not is_model_folder(path):
        raise NotACheckpoint(*by_folder(path))
    kind = detect_folder(path, path.name)
    for part, files in groupby(weight_files(path), lambda file: file.parent.name):
        if scales(read_headers(files)) and kind.family not in LANES:
            raise NotACheckpoint(
                f"its {part} is in 8 bits with scales, which SD 3.5, FLUX and Qwen are not read with"
            )
    return kind, path.name


def _detect_file(path: Path) -> tuple[Kind, str]:
    if why := by_name(path):
        raise NotACheckpoint(*why)
    tensors = header_of(path)
    words = f"{path.stem} {_metadata_words(tensors)}"
    kind = detect(tensors, words)
    scales(tensors)
    return kind, words


def _metadata_words(tensors: Tensors) -> str:
    """What a file's metadata says of its kind; the training log in it is of no use here."""
    told = tensors.metadata
    keys = ("modelspec.title", "modelspec.architecture", "modelspec.resolution", "ss_base_model_version")
    v = "v-pred" if told.get("modelspec.prediction_type", "").lower() in ("v", "v_prediction") else ""
    return " ".join([*(told.get(key, "") for key in keys), v])


def _card(path: Path, called: ModelCard, kind: Kind, words: str) -> ModelCard:
    """The operator's card over the family's words."""
    known: dict[str, Any] = {"title": printable(stem(path)), "family": kind.family}
    known |= CARDS[kind.family]
    if kind.family == "sd2" and kind.prediction == "v_prediction":
        known["native"] = (768, 768)
    if kind.few:
        steps = few_steps(words)[1]
        known["defaults"] = {
            **known.get("defaults", {}),
            **FEW_STEPS[kind.few],
            **({"steps": steps} if steps else {}),
        }
    known["variant"] = kind.extra or kind.few
    known["context"] = kind.context
    own = called.model_dump(include={"name", "file", "former"}) | {"family": kind.family}
    if kind.extra in PICTURED:
        own["variant"] = kind.extra
    try:
        return ModelCard.model_validate(over(known, written(card_path(path))) | own)
    except (OSError, ValueError, RecursionError) as error:
        log.warning("The card of %s is ignored: %s.", path.name, reason(error))
        return ModelCard.model_validate(known | own)
