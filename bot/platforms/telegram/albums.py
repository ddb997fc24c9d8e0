"""Pictures that were sent together: Telegram hands each over as a message of its own, one of them with the words."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from telegram import Message, Update

from engine.api.modes import most_inputs

COMES = 0.5
"""Seconds in which the rest of an album has come when its first picture is there."""

GATHER = 0.1
"""Seconds in which the messages of a batch have found each other."""


def incomplete(updates: Iterable[Update]) -> bool:
    """Whether more of an album may be on its way, and would be of use."""
    messages = (update.effective_message for update in updates)
    return most_inputs() > 1 and any(m and m.media_group_id for m in messages)


class Albums:
    """Lets one message speak for all of its album, where more than one picture can be of use."""

    def __init__(self) -> None:
        self._gathering: dict[str, list[Message]] = {}

    async def whole(self, message: Message) -> list[Message]:
        """All messages of this one's album, in order; none where another one speaks for it."""
        album = message.media_group_id
        if album is None or most_inputs() == 1:
            return [message]
        if album in self._gathering:
            self._gathering[album].append(message)
            return []
        parts = self._gathering[album] = [message]
        await asyncio.sleep(GATHER)
        del self._gathering[album]
        return sorted(parts, key=lambda part: part.message_id)
