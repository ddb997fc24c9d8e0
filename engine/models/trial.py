"""Puts every model together once, to see whether what is listed can be loaded; nothing is drawn."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

import torch

from engine.models.faults import is_the_machines, problem_of
from engine.models.files.catalogue import STARTER, Catalogue, Found, load_of
from engine.models.files.ggufs import header_of
from engine.models.files.size import weight_files
from engine.models.loading import load_checkpoint

_KEPT = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def tried(folder: Path, embedded: Path = STARTER) -> Catalogue:
    """The models of a folder without those that fail to load. Blocking, for seconds a model.

    Each is read as it is kept, one after the other: what need not be converted takes no memory. SD 3.5 and FLUX are
    taken as they are listed.
    """
    catalogue = Catalogue(folder, embedded)
    for found in catalogue.scan().values():
        if not found.problem and not found.card.one_call:
            _try(catalogue, found)
            gc.collect()
    return catalogue


def _try(catalogue: Catalogue, found: Found) -> None:
    load = load_of(found)
    try:
        kept = _kept(found)
        load_checkpoint(found, kept, kept)
    except BaseException as error:
        if is_the_machines(error):
            raise
        problem = problem_of(error)
        catalogue.strike(found, load, str(problem), problem.fault)


def _kept(found: Found) -> torch.dtype:
    """The kind of numbers that most of its weights are."""
    kinds = Counter(kind for file in weight_files(found.path) for kind in header_of(file).dtypes.values())
    return _KEPT.get(kinds.most_common(1)[0][0] if kinds else "", torch.float16)
