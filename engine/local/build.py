"""Puts the engine of this machine together, here or in a process of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from engine.api.ports import Engine
from engine.lasting import lasting


def build(
    models: Path,
    default: str,
    budget: int,
    *devices: str,
    fetches: bool = True,
    watermark: bool = False,
    safety: str = "",
) -> Engine:
    """An engine on these devices.

    Args:
        models: where people put models.
        default: as in `ModelLibrary`.
        budget: bytes that all models' weights may take on each device; 0 for what it can spare.
        devices: as PyTorch calls them.
        fetches: whether a default model from a hub is downloaded, in the background.
        watermark: whether pictures get the invisible one.
        safety: the classifier that checks pictures: a folder, or its name on the hub; where empty, each model's own.
    """
    with lasting():  # here, so that a program that leaves this to another process does without them
        from torch import device

        from engine.local.engine import LocalEngine
        from engine.models.estimators import Estimators
        from engine.models.files.adapters import AdapterFolder
        from engine.models.files.catalogue import STARTER, Catalogue
        from engine.models.library import ModelLibrary
        from engine.models.placement import weight_budget
        from engine.models.safety import Unfit, classifier, own_check
        from engine.models.sight import Encoders

    here, one = Catalogue(models, STARTER), cache(classifier)
    host = weight_budget(device("cpu"))
    estimators = Estimators(
        models / "estimators",
        here.estimator,
        Encoders(AdapterFolder(models / "ipadapters")),
        most_bytes=(budget or host if "cpu" in devices else host) // 8,
    )
    libraries = [ModelLibrary(models, default, each, budget, sees=estimators) for each in devices]
    if fetches:
        libraries[0].prepare()

    def check(model: str) -> Unfit:
        return one(safety) if safety else own_check(here.find(model))

    return LocalEngine(*libraries, watermark=watermark, estimators=estimators, check=check)
