"""Images per second and waits: this engine beside one pipeline call after the other, on this machine.

    python -m benchmarks.throughput                                   # the embedded model, on the CPU
    python -m benchmarks.throughput --device cuda --random sd1,sdxl   # full size, random weights
    python -m benchmarks.throughput --device cuda --random sd1,sdxl --compile

A round of all four is meant to take two minutes: a slow or busy machine gets fewer requests, and the first lines say
that it is busy. Each workload is run a few times, ours and theirs in turn, so that a noisy machine harms both alike;
the ratios are medians over the rounds.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import torch

from benchmarks import ours, peer, random_models
from benchmarks.apart import Apart, Run
from benchmarks.workloads import CONTROL, Arrival, all_modes, equal, mixed, small_beside_big
from engine.api.cards import ModelCard
from engine.models.files.catalogue import STARTER

FEWEST = 4
"""Requests at least, however slow the machine is."""

FEWEST_MODES = 12
"""Requests at least of (d), in which all modes are."""

SAMPLE = 4
"""One of so many mixed requests tells how fast one call after the other serves them."""

DEFAULT_SPIN = "300000"
"""How long libgomp spins where nobody tells it otherwise, as nobody does in other bots."""


def main() -> None:
    """Runs all workloads over all models and prints the tables."""
    arguments = _arguments()
    print(f"{_machine(arguments.device)}, {torch.get_num_threads()} threads, torch {torch.__version__}")
    print(
        f"{datetime.now():%Y-%m-%d %H:%M}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores{_busy()}"
    )
    if not arguments.random:
        _compare(Path(arguments.model), arguments)
    for family in filter(None, arguments.random.split(",")):
        with tempfile.TemporaryDirectory() as temporary:
            folder = random_models.write(Path(temporary) / family, family, arguments.device)
            equal_run = _compare(folder, arguments)
            if equal_run and arguments.device.startswith("cuda"):
                _print_share(family, equal_run)


def _compare(folder: Path, arguments: argparse.Namespace) -> Run | None:
    """All workloads over one model; returns our best run of the first."""
    card = ours.library(folder, arguments.device).cards()[0]
    print(f"\n{card.title or card.name}, {card.native} pixels{', compiled' if arguments.compile else ''}")
    with (
        tempfile.TemporaryDirectory() as place,
        Apart(ours.of_folder, folder, arguments.device, arguments.compile, Path(place)) as together,
        Apart(
            peer.of_folder,
            folder,
            arguments.device,
            _control(Path(place), folder),
            GOMP_SPINCOUNT=DEFAULT_SPIN,
        ) as one_by_one,
    ):
        _warm_up(together, one_by_one, card)
        best = None
        for name, arrivals in _workloads(card, one_by_one, arguments).items():
            rounds = [(together(arrivals), one_by_one(arrivals)) for _ in range(arguments.rounds)]
            _print(name, rounds)
            best = best or max((own for own, _ in rounds), key=lambda r: r.rate)
    return best if "a" in arguments.only else None


def _control(home: Path, model: Path) -> Path:
    """A ControlNet in a folder of models, for what is led by a picture."""
    folder = home / "controlnets" / CONTROL
    random_models.write_control(folder, model)
    return folder


def _workloads(card: ModelCard, one_by_one: Apart, arguments: argparse.Namespace) -> dict[str, list[Arrival]]:
    """What was asked for; how many come, and when, depends on how fast one call after the other serves them."""
    most = int(arguments.seconds / one_by_one(equal(card, 1)).seconds)
    chosen = {}
    if "a" in arguments.only:
        count = min(max(most, FEWEST), 32)
        chosen[f"(a) {count} equal requests"] = equal(card, count)
    if "b" in arguments.only:
        count = min(max(most, FEWEST), 64)
        some = mixed(card, 0.0, count)[::SAMPLE]
        span = one_by_one(some).seconds / len(some) * count / arguments.overload
        chosen[f"(b) {count} mixed requests"] = mixed(card, span, count)
    if "c" in arguments.only:
        chosen["(c) 8 steps beside 50"] = small_beside_big(card)
    if "d" in arguments.only:
        count = min(max(most, FEWEST_MODES), 27)
        chosen[f"(d) all modes mixed, {count} requests"] = all_modes(card, count)
    return chosen


def _warm_up(together: Apart, one_by_one: Apart, card: ModelCard) -> None:
    """Loads, compiles, picks algorithms and measures row limits: everything that happens once."""
    one_by_one(equal(card, 2, 4))
    together(equal(card, 32, 12))


def _machine(device: str) -> str:
    return torch.cuda.get_device_name() if device.startswith("cuda") else platform.processor() or "CPU"


def _busy() -> str:
    """What to think of the figures where something else takes the processors."""
    return ": busy with other things" if os.getloadavg()[0] > 0.25 * (os.cpu_count() or 1) else ""


def _print_share(family: str, best: Run) -> None:
    """What our best run of (a) made of the rate that the device reaches in plain matrix products."""
    call, decode = random_models.teraflops(family)
    done = best.rate * (2 * 20 * call + decode)
    rate = _matrix_rate()
    print(f"{done:.0f} of {rate:.0f} TFLOP/s in bf16 matrix products: {done / rate:.0%}")


def _matrix_rate(side: int = 8192, times: int = 50) -> float:
    """TFLOP/s of bf16 matrix products on the accelerator."""
    a, b = (torch.randn(side, side, device="cuda", dtype=torch.bfloat16) for _ in range(2))
    for _ in range(5):
        a @ b
    torch.cuda.synchronize()
    began = time.perf_counter()
    for _ in range(times):
        a @ b
    torch.cuda.synchronize()
    return 2 * side**3 * times / (time.perf_counter() - began) / 1e12


def _print(name: str, rounds: Sequence[tuple[Run, Run]]) -> None:
    print(f"\n{name}: median of {len(rounds)} rounds")
    print(f"{'':14}{'one by one':>12}{'together':>12}{'ratio':>9}")
    rows: dict[str, Callable[[Run], float]] = {
        "images/s": lambda r: r.rate,
        "mean wait, s": lambda r: r.mean,
        "95 % wait, s": lambda r: r.p95,
        "last wait, s": lambda r: r.waits[-1],
        "CPU-s/image": lambda r: r.cpu / r.images,
    }
    for label, value in rows.items():
        both = [(value(theirs), value(own)) for own, theirs in rounds]
        theirs, own = (statistics.median(column) for column in zip(*both, strict=True))
        ratio = statistics.median(o / t for t, o in both)
        print(f"{label:14}{theirs:12.3f}{own:12.3f}{ratio:8.2f}x")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--model", default=str(STARTER), help="a diffusers folder (the embedded model)")
    parser.add_argument("--device", default="cpu")
    parser.add_argument(
        "--random", default="", help="sd1, sdxl: full-size models with random weights instead"
    )
    parser.add_argument("--compile", action="store_true", help="compile the UNet")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="abcd", help="which workloads")
    parser.add_argument(
        "--seconds",
        type=float,
        default=40.0,
        help="fewer requests where one call after the other would take longer for (a) or (b)",
    )
    parser.add_argument(
        "--overload",
        type=float,
        default=2.0,
        help="(b)'s requests come so many times faster than one call after the other can serve them",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
