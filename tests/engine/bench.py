"""Tiny models and a library of them, for tests of the denoise half of the engine."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import torch
from diffusers import UNet2DConditionModel
from torch import Tensor

from engine.api.cards import Listing
from engine.api.errors import UnknownChoice
from engine.api.jobs import Job
from engine.api.names import Addons
from engine.api.parameters import Size
from engine.api.recipe import Recipe
from engine.models.library import ModelLibrary
from engine.models.ports import Conditioning, Enlarger, PipelineModel, UNetModel
from tests.checkpoints import pipeline
from tests.patience import PATIENCE

FAULT = "sabotage"
"""The prompt on which `Touchy` models raise in the middle of a forward."""

NAN = "poison"
"""The prompt for which they yield NaN."""

RECIPE = Recipe(model="tiny", width=16, height=16, steps=4, cfg=3, sampler="euler", seed=7)


@cache
def tiny() -> UNetModel:
    """SD 1 in small, loaded from disk as any other model; 2 pixels a latent."""
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "tiny"
        made = pipeline("sd1")
        small = dict(made.unet.config) | {"block_out_channels": (32, 32), "layers_per_block": 1}
        made.unet = UNet2DConditionModel.from_config(small)
        made.save_pretrained(home)
        model = ModelLibrary(Path(folder) / "none", embedded=home).load("tiny")
        assert not isinstance(model, PipelineModel)
        return model


def job(id: str = "job", tenant: str = "ann", prompt: str = "a red circle", **changes: Any) -> Job:
    """A job for the tiny model; anything that a recipe holds may be given by name."""
    recipe = RECIPE.model_copy(update={k: changes.pop(k) for k in list(changes) if k in Recipe.model_fields})
    return Job(id=id, tenant=tenant, prompt=prompt, recipe=recipe, **({"mode": "text"} | changes))


class Touchy:
    """A model that breaks on some prompts, and otherwise draws as the one that it wraps.

    Attributes:
        calls: rows of every forward so far.
        most_rows: rows that fit; with more the device is out of memory.
    """

    def __init__(self, model: UNetModel, name: str = "tiny", most_rows: int = 1 << 30) -> None:
        self._model = model
        self._spoilt: dict[int, tuple[str, Conditioning]] = {}
        sizes = (Size(16, 16), Size(24, 16))
        self.card = model.card.model_copy(update={"name": name, "native": sizes[0], "sizes": sizes})
        self.calls: list[int] = []
        self.most_rows = most_rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def condition(self, prompts: Sequence[str], adapters: Any = None, skip: Any = None) -> list[Conditioning]:
        found = self._model.condition(prompts, adapters, skip)
        for prompt, conditioning in zip(prompts, found, strict=True):
            if prompt in (FAULT, NAN):
                self._spoilt[id(conditioning)] = (prompt, conditioning)
        return found

    def predict(
        self, latents: Tensor, timesteps: Tensor, conditionings: Any, *rest: Any, **named: Any
    ) -> Tensor:
        self.calls.append(len(latents))
        if len(latents) > self.most_rows:
            raise torch.OutOfMemoryError("tried to allocate more than there is")
        what = [self._spoilt.get(id(c), ("",))[0] for c in conditionings]
        if FAULT in what:
            raise RuntimeError("a layer fell over")
        out = self._model.predict(latents, timesteps, conditionings, *rest, **named)
        out[[word == NAN for word in what]] = torch.nan
        return out


class Stuck(Touchy):
    """Its forward ends when it is told to."""

    def __init__(self) -> None:
        super().__init__(tiny())
        self.at_it, self.go = threading.Event(), threading.Event()

    def predict(self, *what: Any, **more: Any) -> Tensor:
        self.at_it.set()
        self.go.wait(PATIENCE)
        return super().predict(*what, **more)


class Shelf:
    """An `engine.models.ports.Library` of models that are in memory already.

    Attributes:
        capacity: how many models fit at a time.
        loads: names in the order in which they were loaded.
    """

    def __init__(self, models: Mapping[str, Any], capacity: int = 99) -> None:
        self._all = dict(models)
        self._loaded: list[str] = []
        self.device = torch.device("cpu")
        self.coming = 0
        self.capacity = capacity
        self.loads: list[str] = []

    def listing(self) -> Listing:
        return Listing(tuple(model.card for model in self._all.values()), ())

    def addons(self) -> Addons:
        return Addons()

    def upscaler(self, name: str) -> Enlarger:
        raise UnknownChoice.among([], "--upscaler", name)

    @property
    def loaded(self) -> Collection[str]:
        return [*self._loaded]

    def room(self, name: str, beside: Collection[str]) -> bool:
        return len({name, *beside}) <= self.capacity

    def load(self, name: str, beside: Collection[str] = ()) -> Any:
        if name not in self._all:
            raise UnknownChoice.among(list(self._all), "--model", name)
        if name not in self._loaded:
            self.loads.append(name)
            kept = [n for n in self._loaded if n in beside]
            spare = [n for n in self._loaded if n not in beside]
            self._loaded = [*spare, *kept, name][-self.capacity :]
        return self._all[name]

    def evict(self, keep: Collection[str]) -> None:
        self._loaded = [name for name in self._loaded if name in keep]
