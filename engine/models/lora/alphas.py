"""The alpha that a LoRA file's metadata tells, where peft wrote it and not a tensor beside each layer."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

ADAPTER = "lora_adapter_metadata"
"""Where diffusers keeps peft's config: a JSON table, its keys behind the part's name ("unet.lora_alpha")."""

_MOST = 1e6
"""Alphas above this are no alphas."""


@dataclass(frozen=True)
class Alphas:
    """peft's configs of a file.

    Attributes:
        told: what the metadata says, by peft's own keys, with or without a part's name before them.
    """

    told: Mapping[str, Any] = field(default_factory=dict)

    def scale(self, layer: str, rank: int) -> float:
        """What the product of a layer's two matrices is multiplied by; 1 where nothing is told.

        Args:
            layer: by its name in the file, such as "unet.mid_block.attentions.0.proj_in".
            rank: of the matrices, which a rank pattern may have made another than the rest's.
        """
        part, _, path = layer.partition(".")
        part, path = (f"{part}.", path) if self._knows(f"{part}.") else ("", layer)
        patterns = self.told.get(f"{part}alpha_pattern")
        patterns = patterns if isinstance(patterns, dict) else {}
        own = next((alpha for pattern, alpha in patterns.items() if _names(pattern, path)), None)
        alpha = own if _is_number(own) else self.told.get(f"{part}lora_alpha")
        if not _is_number(alpha):
            return 1.0
        stable = self.told.get(f"{part}use_rslora") is True
        return float(alpha) / (math.sqrt(rank) if stable else rank)

    def _knows(self, part: str) -> bool:
        return any(key.startswith(part) for key in self.told)


def told_alphas(metadata: Mapping[str, str]) -> Alphas:
    """What a file's metadata tells; nothing where it is no table."""
    try:
        told = json.loads(metadata.get(ADAPTER, "{}"))
    except (ValueError, RecursionError):
        return Alphas()
    return Alphas(told if isinstance(told, dict) else {})


def _names(pattern: str, path: str) -> bool:
    """Whether a pattern means the layer: its name or the end of it. A stranger's pattern is run as no regex."""
    plain = pattern.removeprefix("^").removesuffix("$").replace("\\.", ".")
    return path == plain or path.endswith(f".{plain}")


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _MOST
