"""Which part of a picture is meant: whatever says so, as a mask."""

from __future__ import annotations

from collections.abc import Mapping

from bot.pictures.words import How
from bot.usecases.uploads import Intake
from engine.api.errors import BadMask
from engine.api.modes import CALLS, MASK, REPLIED
from engine.api.parameters import Parameters


class Masks:
    """Makes masks of what people send and say."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    async def found(
        self, pictures: Mapping[str, bytes], parameters: Parameters, guessed: bool
    ) -> Mapping[str, bytes]:
        """The pictures that came, with the mask that is meant; without one where nothing says what it is.

        Args:
            pictures: plain, by the inputs that they seem to be.
            parameters: may name a region, and turn any mask into its opposite.
            guessed: whether nobody said that what seems to be the mask is one. If it is neither a mask nor a copy of
                the picture, it is a picture of its own.

        Raises:
            BadMask: it can't be used.
        """
        picture, marked = pictures.get(REPLIED), pictures.get(MASK)
        if picture is None or {*pictures} - {REPLIED, MASK} or parameters.given & CALLS:
            return pictures
        mask = await self._made(picture, marked, parameters.region, guessed)
        if mask is None and parameters.invert:
            raise BadMask(fault="empty")
        if mask is None:
            return pictures if marked is None else {REPLIED: marked}
        return {REPLIED: picture, MASK: await self.opposite(mask) if parameters.invert else mask}

    async def opposite(self, mask: bytes | None) -> bytes:
        """The mask of all else. Raises BadMask where that can't be used, or there is no mask."""
        opposite = mask and await self._intake.mask(How.INVERTED, mask)
        if not opposite:
            raise BadMask(fault="empty")
        return opposite

    async def _made(
        self, picture: bytes, marked: bytes | None, region: str | None, guessed: bool
    ) -> bytes | None:
        if region:
            return await self._intake.mask(region, picture)
        if marked is not None:
            return await self._intake.mask(How.GUESSED if guessed else How.NAMED, picture, marked)
        return await self._intake.mask(How.HOLES, picture)
