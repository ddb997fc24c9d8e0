"""How long a model takes to load and what memory that takes: this engine beside diffusers, on this machine.

    python -m benchmarks.loading                     # SD 1.5 at full size, random weights, one file in half precision
    python -m benchmarks.loading --family sdxl
    python -m benchmarks.loading --file model.safetensors

Both read the same file with the same precision, each in a process of its own, new in each round, that has imported its
libraries; ours and theirs in turn. Ratios are medians over the rounds. The file is read once before, so that no disk
is measured. "Again" is the same load after the model was let go: what people wait for where models take turns.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import torch

from benchmarks import random_models


class Side(NamedTuple):
    """One of the two: how it loads a model, and lets go of it."""

    load: Callable[[], Any]
    let_go: Callable[[], Any] = gc.collect


class Load(NamedTuple):
    """One process's two loads: seconds, seconds of all its cores, bytes above those before."""

    seconds: float
    cpu: float
    peak: float
    again: float
    kept: float


def main() -> None:
    """Measures and prints the table."""
    arguments = _arguments()
    print(f"torch {torch.__version__}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(dir=arguments.temporary) as temporary:
        file = arguments.file or random_models.write_file(
            Path(temporary) / f"{arguments.family}.safetensors", arguments.family
        )
        print(f"{file.name}, {file.stat().st_size / 1e9:.1f} GB: median of {arguments.rounds} rounds")
        _read(file)
        rounds = [
            (_apart(_ours, file, arguments.family), _apart(_theirs, file, arguments.family))
            for _ in range(arguments.rounds)
        ]
    _print(rounds)


def _read(file: Path) -> None:
    with file.open("rb") as opened:
        while opened.read(2**24):
            pass


def _apart(load: Callable[[Path, str], Side], file: Path, family: str) -> Load:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measured, load, file, family).result()


def _measured(prepare: Callable[[Path, str], Side], file: Path, family: str) -> Load:
    """Two loads one after the other, the first one's model let go between them."""
    side = prepare(file, family)
    gc.collect()
    process = psutil.Process()
    before = process.memory_info().rss
    Path("/proc/self/clear_refs").write_text("5")
    began, worked = time.perf_counter(), time.process_time()
    model = side.load()
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    peak = _peak() - before
    del model
    side.let_go()
    kept = process.memory_info().rss - before
    began = time.perf_counter()
    side.load()
    return Load(seconds, cpu, peak, time.perf_counter() - began, kept)


def _peak() -> int:
    """The most that has been resident, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024


def _ours(file: Path, family: str) -> Side:
    from engine.models.library import ModelLibrary

    folder = Path(tempfile.mkdtemp())
    (folder / file.name).symlink_to(file)
    library = ModelLibrary(folder)
    (name,) = [card.name for card in library.cards() if not card.name.startswith("starter")]
    library.load("starter")  # imports what is imported late
    return Side(lambda: library.load(name), library.evict)


def _theirs(file: Path, family: str) -> Side:
    import diffusers
    import transformers

    from engine.models.tokens import CONFIGS, clip_tokenizer

    for late in (transformers.CLIPTextModel, transformers.CLIPTextModelWithProjection):
        assert late  # imported when first named
    diffusers.utils.logging.disable_progress_bar()
    pipeline = diffusers.StableDiffusionXLPipeline if family == "sdxl" else diffusers.StableDiffusionPipeline
    given: dict[str, Any] = {"tokenizer": clip_tokenizer()}
    if family == "sdxl":
        given["tokenizer_2"] = clip_tokenizer("!")

    def load() -> Any:
        return pipeline.from_single_file(
            str(file),
            config=str(CONFIGS / family),
            dtype=torch.float32,
            local_files_only=True,
            safety_checker=None,
            feature_extractor=None,
            **given,
        )

    return Side(load)


def _print(rounds: list[tuple[Load, Load]]) -> None:
    print(f"{'':24}{'diffusers':>12}{'ours':>12}{'ratio':>9}")
    rows: dict[str, Callable[[Load], float]] = {
        "load, s": lambda r: r.seconds,
        "load, CPU-s": lambda r: r.cpu,
        "load again, s": lambda r: r.again,
        "peak, GB": lambda r: r.peak / 1e9,
        "kept when let go, GB": lambda r: r.kept / 1e9,
    }
    for label, value in rows.items():
        theirs = statistics.median(value(t) for _, t in rounds)
        own = statistics.median(value(o) for o, _ in rounds)
        ratio = statistics.median(value(o) / value(t) for o, t in rounds)
        print(f"{label:24}{theirs:12.2f}{own:12.2f}{ratio:8.2f}x")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--family", default="sd1", choices=sorted(random_models.SIDES))
    parser.add_argument("--file", type=Path, help="one of your own, of that family, instead of a random one")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--temporary", type=Path, help="where the random file is written")
    return parser.parse_args()


if __name__ == "__main__":
    main()
