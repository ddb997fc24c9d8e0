"""Networks that look at pictures, as transformers has them: read from a folder, whole or not at all."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import torch

from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import variant, weights_file
from engine.models.files.header import read_header
from engine.models.files.size import shards
from engine.models.placement import MOVING, module_bytes, take_home

_UNUSED = re.compile(r"\bfusion_stage\.layers\.0\.residual_layer1\.")
"""Weights that all files of DPT lack, since nothing ever passes them."""


class Looking(NamedTuple):
    """A network with its way to look at a picture."""

    processor: Any
    network: Any

    @property
    def bytes(self) -> int:
        """Of its weights."""
        return module_bytes(self.network)


def read_network(kind: Any, path: Path) -> Any:
    """A network of that kind on the CPU, in single precision: some yield nothing in half.

    Weights that its files lack would be made up, and it would see whatever they happen to be. Programs that lie beside
    them are not run.

    Raises:
        NotACheckpoint, BadHeader: its weights are not all there. Whatever transformers raises comes as it is.
    """
    first = weights_file(path)
    for file in shards(first):
        read_header(file)
    with MOVING:
        network, told = kind.from_pretrained(
            path,
            dtype=torch.float32,
            variant=variant(first) or None,
            local_files_only=True,
            use_safetensors=True,
            trust_remote_code=False,
            output_loading_info=True,
        )
    if missing := sorted(name for name in told["missing_keys"] if not _UNUSED.search(name)):
        raise NotACheckpoint(f"it lacks weights, {missing[0][:80]} among them", "damaged")
    weights = [
        p for n, p in chain(network.named_parameters(), network.named_buffers()) if not _UNUSED.search(n)
    ]
    if not all(bool(each.isfinite().all()) for each in weights):
        raise NotACheckpoint("it holds what are no numbers", "damaged")
    take_home(network)
    return network.eval().requires_grad_(False)
