"""Drawings of lines to start from: followed by a ControlNet where there is one for that."""

from __future__ import annotations

from collections.abc import Mapping

from bot.usecases.uploads import Intake
from engine.api.choices import Choice
from engine.api.controls import follower
from engine.api.modes import MODES, REPLIED
from engine.api.parameters import Parameters
from engine.api.ports import Engine

_OTHERWISE = frozenset(name for mode in MODES.values() for name in mode.parameters)
"""Whoever sets one of these has said what a picture is for."""


class Sketches:
    """Tells drawings from other pictures."""

    def __init__(self, engine: Engine, intake: Intake) -> None:
        self._engine = engine
        self._intake = intake

    async def found(
        self, pictures: Mapping[str, bytes], parameters: Parameters, choice: Choice | None
    ) -> tuple[Mapping[str, bytes], Parameters]:
        """The pictures and what is asked; of a drawing its lines, and that these be followed.

        Args:
            pictures: those that came, by the inputs that they are.
            parameters: as they were set.
            choice: what they mean of any picture; None where this one is sent for something else.
        """
        kind = choice and follower(self._engine.addons().controls, choice.card)
        if (
            not choice
            or not kind
            or choice.mode.asks
            or {*pictures} != {REPLIED}
            or parameters.given & _OTHERWISE
        ):
            return pictures, parameters
        if not (lines := await self._intake.sketch(pictures[REPLIED])):
            return pictures, parameters
        return {REPLIED: lines}, parameters.model_copy(update={"control": (kind,)})
