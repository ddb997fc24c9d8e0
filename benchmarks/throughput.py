"""Images per second and waits: this engine beside one pipeline call after the other, on this machine.

    python -m benchmarks.throughput                     # the embedded model, on the CPU

Each workload is run a few times, ours and theirs in turn, so that a noisy machine harms both alike; the
ratios are medians over the rounds.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from benchmarks import ours
from benchmarks.peer import Peer
from benchmarks.workloads import Arrival, equal, mixed, small_beside_big
from engine.models.library import STARTER, ModelLibrary

Serve = Callable[[Sequence[Arrival]], list[float]]

OVERLOAD = 2.0
"""Requests of the mixed workload come this many times faster than one call after the other can serve them."""


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
    """Runs all workloads and prints the tables."""
    arguments = _arguments()
    folder = Path(arguments.model)
    library = ModelLibrary(Path("none"), device=arguments.device, embedded=folder)
    card = library.cards()[0]
    peer = Peer.of_folder(str(folder), arguments.device)
    engine: Serve = lambda arrivals: ours.serve(library, arrivals)  # noqa: E731
    for serve in (engine, peer.serve):
        serve(equal(card, 4, 4))  # warm up
    print(f"{torch.get_num_threads()} threads, torch {torch.__version__}, {card.name} at {card.native}")
    span = run(peer.serve, mixed(card, 0.0)).seconds / OVERLOAD
    big = run(peer.serve, equal(card, 1, 50)).seconds
    workloads = {
        "(a) 32 equal requests": equal(card),
        "(b) 64 mixed requests": mixed(card, span),
        "(c) 8 steps beside 50": small_beside_big(card, big / 10),
    }
    for name, arrivals in workloads.items():
        if name[1] not in arguments.only:
            continue
        rounds = [(run(engine, arrivals), run(peer.serve, arrivals)) for _ in range(arguments.rounds)]
        _print(name, rounds)


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
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="abc", help="which workloads")
    return parser.parse_args()


if __name__ == "__main__":
    main()
