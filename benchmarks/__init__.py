"""Figures that anyone can reproduce: `python -m benchmarks.throughput`, `.fairness`, `.soak`."""

import engine  # noqa: F401 - it says how torch waits, before anybody imports torch
