"""Pictures that were sent together: Telegram hands each over as a message of its own, one of them with the words."""

from __future__ import annotations

import asyncio
import time

from bot.platforms.telegram.updates import Message

QUIET = 1.0
"""Seconds without another picture after which an album is whole. News are looked for twice in that time."""

LOOKS = 4
"""How many pauses that time is made of: where the whole machine stands still, that is no more than one of them."""

LATE = 60.0
"""Seconds for which an album's stragglers are known for what they are."""


class Albums:
    """Lets the first message of an album speak for all of it.

    Nothing has to be kept: none of an album's messages is confirmed to Telegram before what the first asks for is
    kept, and all of them come again after a kill.
    """

    def __init__(self) -> None:
        self._gathering: dict[str, list[Message]] = {}
        self._over: dict[str, float] = {}

    async def whole(self, message: Message) -> list[Message]:
        """All messages of this one's album, in order; none where another one speaks for it."""
        album = message.media_group_id
        if album is None:
            return [message]
        if album in self._gathering:
            self._gathering[album].append(message)
        if album in self._gathering or album in self._over:
            return []
        parts = self._gathering[album] = [message]
        known = 0
        try:
            while known < len(parts):
                known = len(parts)
                for _ in range(LOOKS):
                    await asyncio.sleep(QUIET / LOOKS)
        finally:
            del self._gathering[album]
        now = time.monotonic()
        self._over = {a: end for a, end in self._over.items() if end > now} | {album: now + LATE}
        return sorted(parts, key=lambda part: part.message_id)
