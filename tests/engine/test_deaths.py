"""What `benchmarks.deaths` prints, in short."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_deaths_in_every_window_lose_and_double_nothing() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.deaths", "--deaths", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    processes, threads = said.split("threads:")
    killed, ended = rows(processes), rows(threads)
    assert len(killed) == 8
    assert len(ended) == 6
    assert all(row == [2, 2, 2, 0, 0, 0] for row in killed), said
    for accepted, drawn, same, told, lost, doubled in ended:
        assert (accepted, drawn + told, same, lost, doubled) == (2, 2, drawn, 0, 0), said


def rows(table: str) -> list[list[int]]:
    """Accepted, drawn, the same, told, lost and doubled of each window."""
    lines = [line.split() for line in table.splitlines()]
    return [[int(word) for word in words[-6:]] for words in lines if len(words) > 6 and words[-1].isdigit()]
