"""Figures that anyone can reproduce: `python -m benchmarks.throughput`, `.fairness`, `.soak`."""
