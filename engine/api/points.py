"""What the pictures of a sweep differ in."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from engine.api import between
from engine.api.parameters import within
from engine.api.values import MOST_VARIATIONS, SEEDS, Variation

MOST_SWEPT = 16
"""Pictures in a sweep."""

MOST_POINTS = max(MOST_SWEPT, between.MOST)
"""Pictures in a sweep or a morph."""


class Point(BaseModel):
    """In what one picture of a sweep differs from the recipe that they share; None for nothing."""

    model_config = ConfigDict(frozen=True)

    steps: Annotated[int | None, within("steps")] = None
    cfg: Annotated[float | None, within("cfg")] = None
    sampler: str | None = None
    seed: Annotated[int | None, within("seed")] = None
    variations: Annotated[tuple[Variation, ...] | None, Field(max_length=MOST_VARIATIONS)] = None
    strength: Annotated[float | None, within("strength")] = None
    control_weight: Annotated[float | None, within("control_weight")] = None
    like_weight: Annotated[float | None, within("like_weight")] = None
    place: Annotated[float | None, within("place")] = None

    @property
    def given(self) -> dict[str, Any]:
        """What differs, by name."""
        return {name: value for name, value in self if value is not None}

    def shifted(self, seeds: int) -> Point:
        """The same with a seed so much higher, where it has one of its own; a frame's, with what is mixed into it."""
        other: dict[str, Any] = {} if self.seed is None else {"seed": (self.seed + seeds) % SEEDS}
        if self.place is not None and self.variations:
            mixed = tuple(Variation((seed + seeds) % SEEDS, weight) for seed, weight in self.variations)
            other["variations"] = mixed
        return self.model_copy(update=other)
