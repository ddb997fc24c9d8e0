"""A picture from words alone."""

from __future__ import annotations

from engine.modes.base import Way


class FromText(Way):
    """Every default as it is."""
