"""Lukis in a notebook on a rented GPU: what its cells call. The notebook's own process loads no torch."""

from bot.programs.rented.running import Rented, choose

__all__ = ["Rented", "choose"]
