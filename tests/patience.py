"""How long tests wait for what must come."""

PATIENCE = 240.0
"""Seconds. A machine that is busy with other things may need minutes for what takes a moment else."""
