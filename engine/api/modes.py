"""Every mode of making a picture, once: what it needs and which parameters only it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Mode:
    """A way of making a picture.

    Attributes:
        name: names the file in `engine.modes` and the message in the locale files.
        needs_image: whether it starts from a picture.
        parameters: parameters that mean something in this mode alone.
    """

    name: str
    needs_image: bool = False
    parameters: frozenset[str] = frozenset()


MODES: Mapping[str, Mode] = MappingProxyType(
    {
        m.name: m
        for m in (
            Mode("text"),
            Mode("image", needs_image=True, parameters=frozenset({"strength"})),
        )
    }
)
"""Every mode by name: `text` draws from words, `image` changes a picture by words."""
