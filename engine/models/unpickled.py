"""`python -m engine.models.unpickled FILE...`: makes .safetensors files of pickles, which Lukis never reads.

Torch reads them here as numbers and plain values alone, so that no code in them runs. What lies in tables and lists
gets their names before its own (`768.0.linear.0.weight`), and plain values go into the file's metadata.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

_WHOLE = ("state_dict", "params_ema", "params")
"""Tables that are all that matters of a file which has one."""


def unpickled(path: Path) -> Path:
    """Writes the file beside it, and says where.

    Raises:
        ValueError: it holds no numbers, or something that could run code.
        FileExistsError: there is such a file.
    """
    target = path.with_suffix(".safetensors")
    if target.exists():
        raise FileExistsError(f"{target} is there already")
    try:
        held: Any = torch.load(path, map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, RuntimeError, EOFError) as error:
        raise ValueError(f"{path} holds more than numbers, or is damaged, and stays as it is") from error
    whole = next((held[name] for name in _WHOLE if isinstance(held, Mapping) and name in held), held)
    found = dict(_flat("", whole))
    tensors = {name: each.clone().contiguous() for name, each in found.items() if isinstance(each, Tensor)}
    if not tensors:
        raise ValueError(f"{path} holds no numbers")
    told = {
        name: json.dumps(each) for name, each in found.items() if isinstance(each, str | int | float | bool)
    }
    lists = {name: json.dumps(each) for name, each in _plain_lists(whole)}
    save_file(tensors, target, told | lists)
    return target


def _flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        inside = [(str(key), each) for key, each in value.items()]
    elif isinstance(value, list | tuple):
        inside = [(str(i), each) for i, each in enumerate(value)]
    else:
        yield name, value
        return
    for key, each in inside:
        yield from _flat(f"{name}.{key}" if name else key, each)


def _plain_lists(held: Any) -> Iterator[tuple[str, Sequence[Any]]]:
    for name, value in held.items() if isinstance(held, Mapping) else ():
        if isinstance(value, list | tuple) and all(isinstance(each, str | int | float) for each in value):
            yield str(name), value


def main(files: Sequence[str]) -> int:
    """Converts each; how it went, as an exit code."""
    failed = 0
    for file in files:
        try:
            sys.stdout.write(f"{unpickled(Path(file))}\n")
        except (ValueError, OSError) as error:
            sys.stderr.write(f"{error}\n")
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
