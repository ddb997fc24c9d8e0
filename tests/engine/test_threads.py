"""How the threads of a product wait for each other, as the OpenMP library itself tells it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def spins(**variables: str) -> str:
    """What libgomp says of its spinning as the program starts and loads torch."""
    unset = {name: value for name, value in os.environ.items() if name != "GOMP_SPINCOUNT"}
    told = subprocess.run(
        [sys.executable, "-c", "import bot.cli, torch"],
        env={**unset, "OMP_DISPLAY_ENV": "VERBOSE", **variables},
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    lines = [line for line in told.splitlines() if "GOMP_SPINCOUNT" in line]
    if not lines:
        pytest.skip("this torch has no libgomp: nothing to bound")
    return lines[0].split("'")[1]


def test_they_spin_for_a_moment_only() -> None:
    assert spins() == "1000"


def test_whoever_runs_it_may_choose() -> None:
    assert spins(GOMP_SPINCOUNT="70") == "70"
