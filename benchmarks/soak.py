"""Two thousand mixed requests with cancels and faults: none lost, none stuck, memory flat.

python -m benchmarks.soak [--requests 2000]
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import resource
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor

from benchmarks.workloads import mixed
from engine.api.cards import ModelCard
from engine.api.events import Done, Failed, Final, Started
from engine.api.jobs import Job
from engine.local.engine import LocalEngine
from engine.models.files.catalogue import STARTER
from engine.models.library import ModelLibrary
from engine.models.ports import Conditioning, Library

FATES = {"fine": 80, "cancelled": 8, "closed": 4, "raises": 4, "yields NaN": 4}
"""What becomes of a request, and how often of a hundred."""

AT_ONCE = 40


class Saboteur:
    """A model that raises or yields NaN on the prompts of that name."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._marked: dict[int, tuple[str, Conditioning]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def condition(self, prompts: Sequence[str], *rest: Any) -> list[Conditioning]:
        found: list[Conditioning] = self._model.condition(prompts, *rest)
        for prompt, conditioning in zip(prompts, found, strict=True):
            if prompt in FATES:
                self._marked[id(conditioning)] = (prompt, conditioning)
        return found

    def predict(
        self,
        latents: Tensor,
        timesteps: Tensor,
        conditionings: Sequence[Conditioning],
        *rest: Any,
        **named: Any,
    ) -> Tensor:
        marks = [self._marked.get(id(c), ("",))[0] for c in conditionings]
        if "raises" in marks:
            raise RuntimeError("sabotage")
        out: Tensor = self._model.predict(latents, timesteps, conditionings, *rest, **named)
        out[[mark == "yields NaN" for mark in marks]] = torch.nan
        return out


class SabotagedLibrary:
    """A library whose models are saboteurs."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._models: dict[str, Saboteur] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def load(self, name: str, beside: Any = ()) -> Any:
        if name not in self._models:
            self._models[name] = Saboteur(self._library.load(name, beside))
        return self._models[name]


async def soak(
    library: Any, requests: int, seed: int = 0, most_steps: int = 12
) -> list[tuple[int, Counter[str], int]]:
    """Runs the requests, `AT_ONCE` of them in the engine at a time.

    Returns:
        After each tenth: how many have ended, how each kind of them ended, and the resident megabytes.
    """
    random = Random(seed)
    card: ModelCard = library.listing().models[0]
    fates = random.choices(list(FATES), list(FATES.values()), k=requests)
    jobs = [
        _lighter(arrival.job, i, fate, most_steps)
        for i, (arrival, fate) in enumerate(zip(mixed(card, 0.0, requests, seed), fates, strict=True))
    ]
    ends: Counter[str] = Counter()
    marks: list[tuple[int, Counter[str], int]] = []
    async with LocalEngine(library) as engine:
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(job: Job, fate: str) -> None:
            async with gate:
                ends[f"{fate}: {await _outcome(engine, job, fate, random.randint(0, 6))}"] += 1
            if ends.total() % max(1, requests // 10) == 0:
                gc.collect()
                marks.append((ends.total(), Counter(ends), _megabytes()))

        await asyncio.gather(*(one(job, fate) for job, fate in zip(jobs, fates, strict=True)))
    return marks


def _lighter(job: Job, number: int, fate: str, most_steps: int) -> Job:
    recipe = job.recipe.model_copy(
        update={"steps": 1 + job.recipe.steps % most_steps, "scale": 1, "count": 1 + number % 2}
    )
    prompt = fate if fate in ("raises", "yields NaN") else f"{job.prompt} {number % 300}"
    return job.model_copy(update={"tenant": f"person{number % 25}", "prompt": prompt, "recipe": recipe})


async def _outcome(engine: LocalEngine, job: Job, fate: str, at: int) -> str:
    stream, seen = engine.submit(job), 0
    async for event in stream:
        if isinstance(event, Final):
            _check(fate, event)
            return type(event).__name__
        seen += isinstance(event, Started) or seen > 0
        if fate == "cancelled" and seen >= at:
            await engine.cancel(job.id)
        if fate == "closed" and seen >= at:
            await stream.aclose()
            return "left"
    raise SystemExit(f"{job.id} was lost")


def _check(fate: str, event: Final) -> None:
    expected = {"fine": Done, "raises": Failed, "yields NaN": Failed}.get(fate)
    if expected and not isinstance(event, expected):
        raise SystemExit(f"{fate}: {event}")


def _megabytes() -> int:
    line = next(
        line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")
    )
    return int(line.split()[1]) // 1024


def main() -> None:
    """Runs the soak and prints what became of everybody."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--model", default=str(STARTER), help="a diffusers folder (the embedded model)")
    arguments = parser.parse_args()
    logging.getLogger("engine.failures").setLevel(logging.CRITICAL)
    library = SabotagedLibrary(ModelLibrary(Path("none"), embedded=Path(arguments.model)))
    began = time.perf_counter()
    marks = asyncio.run(soak(library, arguments.requests))
    for ended, _, megabytes in marks:
        print(f"{ended:6} ended, {megabytes} MB resident")
    for outcome, count in sorted(marks[-1][1].items()):
        print(f"{outcome:24}{count:6}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{time.perf_counter() - began:.0f} s, peak {peak} MB; none lost, none stuck")


if __name__ == "__main__":
    main()
