"""What models are called: by files, by hub repositories, and by people."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from engine.api.errors import BadModel, Fault
from engine.api.names import alike, mark, short_name

_REPOSITORY = re.compile(r"^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*(@[\w./-]+)?$")

_SUFFIXES = (".safetensors", ".sft", ".ckpt", ".pt", ".pth", ".bin", ".gguf")


def stem(path: Path) -> str:
    """A model's own name: a file's without its suffix, a folder's as it is; in a hub's cache the repository's."""
    if path.parent.name == "snapshots" and path.parents[1].name.startswith("models--"):
        return path.parents[1].name.rpartition("--")[2]
    return path.stem if path.suffix.lower() in _SUFFIXES and not path.is_dir() else path.name


def own_name(path: Path, root: Path) -> str:
    """What people may write for the file itself: its name, after the folders between it and the root."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return unicodedata.normalize("NFC", printable(name))


def printable(name: str) -> str:
    """A file's name as text on one line: bytes that are none become a sign, what turns or ends lines is left out."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    spaced = (" " if c.isspace() or unicodedata.category(c) == "Cc" else c for c in text)
    return "".join(c for c in spaced if c in "\u200c\u200d" or unicodedata.category(c) != "Cf")


def former_name(stem: str) -> str:
    """The short name that earlier versions gave a file: ASCII alone, cut at 60."""
    return re.sub(r"[^a-z0-9._]+", "-", stem.lower()).strip("-._")[:60] or "model"


def former_names(paths: Sequence[Path]) -> dict[Path, str]:
    """The short names that earlier versions gave models, in their order: equal ones were numbered."""
    taken: dict[str, Path] = {}
    for path in paths:
        name = former_name(stem(path))
        numbered = (name if n == 1 else f"{name}-{n}" for n in count(1))
        taken[next(each for each in numbered if each not in taken)] = path
    return {path: name for name, path in taken.items()}


def names(paths: Sequence[Path], root: Path) -> dict[str, Path]:
    """Files and folders by short names that no two share, in their order; each depends on the file's name alone.

    Where several would be called the same, the one whose file is called exactly so keeps the name, or else the
    first; pickles come last. The others get the folder they lie in before it, or a mark of their own after it.
    """
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        groups[alike(short_name(stem(path)))].append(path)
    taken = {short_name(stem(keeper)): keeper for keeper in map(_keeper, groups.values())}
    keepers = set(taken.values())
    for path in paths:
        if path not in keepers:
            taken[next(name for name in _others(path, root) if name not in taken)] = path
    by_path = {path: name for name, path in taken.items()}
    return {by_path[path]: path for path in paths}


def _keeper(group: Sequence[Path]) -> Path:
    return min(group, key=lambda path: (_odd(path), stem(path) != short_name(stem(path))))


def _odd(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES[1:] and not path.is_dir()


def _others(path: Path, root: Path) -> Iterator[str]:
    own, plain = own_name(path, root), short_name(stem(path))
    if "/" in own:
        yield short_name(f"{own.rpartition('/')[0]}-{stem(path)}")
    yield short_name(f"{plain}-{mark(path.name)[:4]}")
    yield from (short_name(f"{plain}-{mark(own)}{n or ''}") for n in count())


def shared(called: Mapping[str, Path]) -> dict[str, str]:
    """The files that had to be called otherwise, since others have their names: short name to the other's."""
    plain = {name: short_name(stem(path)) for name, path in called.items()}
    keepers = {alike(name): name for name in called if name == plain[name]}
    return {
        name: keepers[alike(plain[name])]
        for name, path in called.items()
        if name != plain[name] and not _odd(path)
    }


def bad_file(
    path: Path, reason: object = "it was made for another kind of model", fault: Fault = "unlike"
) -> BadModel:
    """The error for a file that can't be used."""
    return BadModel(model=short_name(path.stem), fault=fault, reason=str(reason))


def is_repository(name: str) -> bool:
    """Whether the name is a hub repository's: "org/name", or "org/name@revision"."""
    return bool(_REPOSITORY.match(name))


def local_name(repository: str) -> str:
    """The short name of a repository's model once it lies in the models folder."""
    return short_name(repository.partition("@")[0].partition("/")[2])


__all__ = ["short_name"]
