"""Pictures that people send: how much of them is let in, and one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from bot.errors import ImageNotFetched
from bot.messages import Attachment
from bot.pictures.reader import Reader
from bot.pictures.words import Plain, Told
from bot.ports import Unavailable, Unreachable
from bot.reading import TooLong
from engine.api.errors import ImageTooLarge

T = TypeVar("T")


@dataclass(frozen=True)
class Intake:
    """What is let in. Both limits hold before anything is decoded, and one picture is decoded at a time.

    That is done in a process of its own, which has 16 bytes a pixel and some seconds for it: 800 MB for 50 megapixels
    at most. WebP, whose decoder keeps copies, needs nearly as much, AVIF 13, the others 7.
    """

    most_bytes: int = 20_000_000
    most_pixels: int = 50_000_000
    seconds: int = 20
    _reader: Reader = field(init=False, repr=False, compare=False)
    _turns: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "upload"), repr=False, compare=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_reader", Reader(self.most_bytes, self.most_pixels, self.seconds))

    async def take(self, attachment: Attachment) -> Plain:
        """The attachment as an upright PNG of at most 2048 pixels a side, RGB or, where it has holes, RGBA; of one that
        moves the first frame.

        Raises:
            BadImage: it is none, a broken one, or one that takes more time or memory than honest ones do.
            ImageTooLarge: more bytes or pixels than allowed.
            ImageNotFetched: its platform did not hand it over.
        """
        return await self._read(attachment, self._reader.frame)

    async def still(self, attachment: Attachment) -> Plain:
        """The same of one that must not move. Raises as `take`, and BadMask where it does."""
        return await self._read(attachment, partial(self._reader.frame, still=True))

    async def mask(self, how: str, picture: bytes, marked: bytes = b"") -> bytes | None:
        """A mask for a picture that was taken in or made by us (`bot.pictures.marks.mask_by`).

        Raises:
            BadMask: it can't be used.
        """
        make = partial(self._reader.mask, how, picture, marked)
        return await asyncio.get_running_loop().run_in_executor(self._turns, make)

    async def sketch(self, picture: bytes) -> bytes | None:
        """The lines of a picture that was taken in, where it is a drawing of lines; else None."""
        return await asyncio.get_running_loop().run_in_executor(self._turns, self._reader.sketch, picture)

    async def told(self, attachment: Attachment) -> Told:
        """What the attachment's file tells of it. Raises as `take`."""
        return await self._read(attachment, self._reader.told)

    async def _read(self, attachment: Attachment, how: Callable[[bytes], T]) -> T:
        if attachment.size is not None and attachment.size > self.most_bytes:
            raise ImageTooLarge.over_bytes(self.most_bytes)
        try:
            data = await attachment.read(self.most_bytes)
        except TooLong as error:
            raise ImageTooLarge.over_bytes(error.most) from None
        except (Unavailable, Unreachable) as error:
            raise ImageNotFetched() from error
        if len(data) > self.most_bytes:
            raise ImageTooLarge.over_bytes(self.most_bytes)
        return await asyncio.get_running_loop().run_in_executor(self._turns, how, data)

    def plain(self, data: bytes) -> bytes:
        """The blocking part of `take`: first frame, right way up, plain colours, PNG."""
        return self._reader.plain(data)

    def close(self) -> None:
        """Lets nothing more in, and ends what is being read."""
        self._reader.close()
