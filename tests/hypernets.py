"""Small random hypernetworks as A1111 keeps them, and what its code makes of their inputs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.models.unpickled import unpickled

Held = dict[Any, Any]


def held(
    widths: Sequence[int],
    structure: Sequence[float] = (1, 2, 1),
    seed: int = 0,
    normed: bool = False,
    dropped: bool = False,
    **told: Any,
) -> Held:
    """What A1111 would write for such layers: by width, the networks for keys and values."""
    torch.manual_seed(seed)
    activation = told.get("activation_func")
    file: Held = {}
    for width in widths:
        pair = []
        for _ in range(2):
            layers: list[nn.Module] = []
            last = len(structure) - 2
            for i, (before, after) in enumerate(pairwise(structure)):
                layers.append(nn.Linear(int(width * before), int(width * after)))
                if activation not in (None, "linear") and (i < last or told.get("activate_output", True)):
                    layers.append(nn.Hardswish())  # whatever it is: it has no weights, but a place
                if normed:
                    layers.append(nn.LayerNorm(int(width * after)))
                if dropped and i < last:
                    layers.append(nn.Dropout(0.3))
            pair.append(
                {f"linear.{name}": each * 3 for name, each in nn.Sequential(*layers).state_dict().items()}
            )
        file[width] = tuple(pair)
    return file | {
        "name": "taught",
        "step": 100,
        "layer_structure": list(structure),
        "is_layer_norm": normed,
        **told,
    }


def hypernet_file(folder: Path, name: str, file: Held) -> Path:
    """Writes it as people have it, and makes of that what is read here."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(file, folder / f"{name}.pt")
    made = unpickled(folder / f"{name}.pt")
    (folder / f"{name}.pt").unlink()
    return made


ACTIVATIONS = {
    "relu": torch.relu,
    "swish": nn.functional.hardswish,
    "tanh": torch.tanh,
    "leakyrelu": nn.functional.leaky_relu,
}


def changed(file: Held, side: int, x: Tensor, strength: float) -> Tensor:
    """A1111's formula, written out."""
    pair = file.get(x.shape[-1])
    if pair is None:
        return x
    state: dict[str, Tensor] = pair[side]
    places = sorted({int(name.split(".")[1]) for name in state})
    linears = [place for place in places if state[f"linear.{place}.weight"].ndim == 2]
    act = ACTIVATIONS.get(file.get("activation_func", ""), lambda y: y)
    y = x
    for place in places:
        weight, bias = state[f"linear.{place}.weight"], state[f"linear.{place}.bias"]
        if weight.ndim == 1:
            mean, spread = y.mean(-1, keepdim=True), y.var(-1, keepdim=True, unbiased=False)
            y = (y - mean) / (spread + 1e-5).sqrt() * weight + bias
            continue
        y = y @ weight.T + bias
        if place != linears[-1] or file.get("activate_output", True):
            y = act(y)
    return x + y * strength
