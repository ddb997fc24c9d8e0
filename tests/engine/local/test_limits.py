"""Row limits over simulated devices."""

from __future__ import annotations

from random import Random

import pytest
import torch

from engine.local.limits import FIRST_ROWS, LEAST_ROWS, MOST_ROWS, RowLimits
from engine.local.memory import HostMemory


def settled(fixed: float, per_row: float, bytes_per_row: int, free: int | None, noise: float = 0.0) -> int:
    """The limit after some time on a device whose steps take `fixed + per_row * rows` seconds."""
    limits, random = RowLimits(lambda: free), Random(0)
    for _ in range(200):
        rows = random.randint(1, limits.most_rows())
        seconds = (fixed + per_row * rows) * random.uniform(1 - noise, 1 + noise)
        limits.record(rows, seconds, bytes_per_row * rows if limits.is_new(rows) else None)
    return limits.most_rows()


def test_it_starts_small_and_at_most_doubles() -> None:
    limits = RowLimits(lambda: None)
    grown = [limits.most_rows()]
    for _ in range(4):
        limits.record(grown[-1], 1.0)
        grown.append(limits.most_rows())
    assert grown == [FIRST_ROWS, 8, 16, 32, 64]


def test_where_a_forward_costs_the_same_whatever_its_rows_it_takes_many() -> None:
    assert settled(fixed=0.02, per_row=0.0001, bytes_per_row=1, free=1 << 40) == MOST_ROWS


def test_where_every_row_costs_its_own_time_it_takes_few() -> None:
    assert settled(fixed=0.001, per_row=0.1, bytes_per_row=1, free=1 << 40) == LEAST_ROWS


@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_between_them_it_stops_where_nine_tenths_of_the_speed_are_reached(noise: float) -> None:
    assert settled(fixed=0.02, per_row=0.006, bytes_per_row=1, free=None, noise=noise) == pytest.approx(
        30, abs=8
    )


def test_memory_bounds_it() -> None:
    limit = settled(fixed=0.02, per_row=0.0001, bytes_per_row=100 << 20, free=2 << 30)
    assert limit == int(0.85 * 2048 / 100)


def test_two_rows_are_always_tried_the_ladder_does_the_rest() -> None:
    assert settled(fixed=0.02, per_row=0.0001, bytes_per_row=1 << 40, free=1 << 30) == 2


def test_the_hosts_memory_shows_what_a_forward_takes() -> None:
    memory = HostMemory()
    with memory.measured() as peak:
        torch.ones(64 << 20, dtype=torch.uint8).max()
    if peak.bytes is None:
        pytest.skip("this system has no /proc/self/clear_refs")
    assert 32 << 20 < peak.bytes < 256 << 20
    free = memory.free()
    assert free is not None
    assert free > 0
