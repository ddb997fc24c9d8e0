"""What platforms ask of the store so that nothing that they have said they would answer is lost by a kill."""

from __future__ import annotations

from typing import Protocol


class Promises(Protocol):
    """Notes of what a platform has said that it will answer, for the start after a kill."""

    async def make(self, platform: str, event: str, asked: str) -> None:
        """Notes one; `asked` is all that answering takes, in the platform's own form."""
        ...

    async def made(self, platform: str, event: str) -> str | None:
        """What was asked in an event; None where there is no note of it."""
        ...

    async def kept(self, platform: str, event: str) -> None:
        """Forgets one."""
        ...

    async def oldest(self, platform: str) -> list[tuple[str, str]]:
        """Event and what was asked of the first that are noted now, by the events' ids."""
        ...

    async def left(self, platform: str) -> list[tuple[str, str]]:
        """Event and what was asked of those that an earlier run did not keep, oldest first; told once."""
        ...
