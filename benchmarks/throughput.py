"""Images per second and waits: this engine beside one pipeline call after the other, on this machine.

    python -m benchmarks.throughput                                   # the embedded model, on the CPU
    python -m benchmarks.throughput --device cuda --random sd1,sdxl   # full size, random weights
    python -m benchmarks.throughput --device cuda --random sd1,sdxl --compile

Each workload is run a few times, ours and theirs in turn, so that a noisy machine harms both alike; the
ratios are medians over the rounds.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from benchmarks import ours, random_models
from benchmarks.peer import Peer
from benchmarks.workloads import Arrival, equal, mixed, small_beside_big
from engine.api.cards import ModelCard
from engine.models.catalogue import STARTER
from engine.models.library import ModelLibrary

Serve = Callable[[Sequence[Arrival]], list[float]]


@dataclass(frozen=True)
class Run:
    """One workload served once."""

    images: int
    seconds: float
    waits: list[float]
    cpu: float

    @property
    def rate(self) -> float:
        """Images per second."""
        return self.images / self.seconds

    @property
    def mean(self) -> float:
        """Mean wait in seconds."""
        return statistics.fmean(self.waits)

    @property
    def p95(self) -> float:
        """95th-percentile wait in seconds."""
        return sorted(self.waits)[int(0.95 * (len(self.waits) - 1) + 0.5)]


def run(serve: Serve, arrivals: Sequence[Arrival]) -> Run:
    """Serves the arrivals and measures."""
    began = time.process_time()
    waits = serve(arrivals)
    cpu = time.process_time() - began
    seconds = max(a.at + w for a, w in zip(arrivals, waits, strict=True))
    return Run(len(arrivals), seconds, waits, cpu)


def main() -> None:
    """Runs all workloads over all models and prints the tables."""
    arguments = _arguments()
    print(f"{_machine(arguments.device)}, {torch.get_num_threads()} threads, torch {torch.__version__}")
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
    library = ModelLibrary(Path("none"), device=arguments.device, embedded=folder, compile=arguments.compile)
    card = library.cards()[0]
    peer = Peer.of_folder(str(folder), arguments.device)
    engine: Serve = lambda arrivals: ours.serve(library, arrivals)  # noqa: E731
    print(f"\n{card.title or card.name}, {card.native} pixels{', compiled' if arguments.compile else ''}")
    _warm_up(engine, peer.serve, card)
    span = run(peer.serve, mixed(card, 0.0)).seconds / arguments.overload if "b" in arguments.only else 0.0
    big = run(peer.serve, equal(card, 1, 50)).seconds if "c" in arguments.only else 0.0
    workloads = {
        "(a) 32 equal requests": equal(card),
        "(b) 64 mixed requests": mixed(card, span),
        "(c) 8 steps beside 50": small_beside_big(card, big / 10),
    }
    best = None
    for name, arrivals in workloads.items():
        if name[1] in arguments.only:
            rounds = [(run(engine, arrivals), run(peer.serve, arrivals)) for _ in range(arguments.rounds)]
            _print(name, rounds)
            best = best or max((own for own, _ in rounds), key=lambda r: r.rate)
    return best if "a" in arguments.only else None


def _warm_up(engine: Serve, peer: Serve, card: ModelCard) -> None:
    """Loads, compiles, picks algorithms and measures row limits: everything that happens once."""
    peer(equal(card, 2, 4))
    engine(equal(card, 32, 12))


def _machine(device: str) -> str:
    return torch.cuda.get_device_name() if device.startswith("cuda") else platform.processor() or "CPU"


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
    parser.add_argument("--only", default="abc", help="which workloads")
    parser.add_argument(
        "--overload",
        type=float,
        default=2.0,
        help="(b)'s requests come so many times faster than one call after the other can serve them",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
