"""What the page asks where somebody shows a picture to whoever has its link."""

from __future__ import annotations

from typing import Protocol

from bot.messages import Made, Person

GOOD_FOR = 7 * 24 * 3600.0
"""Seconds for which a link shows a picture."""

MOST_LINKS = 10
"""That show one picture; the oldest end where there are more."""


class Sharing(Protocol):
    """Pictures that are shown by links, for a while."""

    async def share(self, person: Person, number: int, index: int) -> str:
        """What a link has to say that shows a picture of the person's job with that number.

        Raises:
            NotFound: there is no such picture of theirs.
            NotForAll: it is not fit for everybody, or nobody knows whether it is.
            NoStore: nothing can be kept now.
        """
        ...

    async def end(self, person: Person, number: int, index: int) -> None:
        """Lets no link show that picture any more. Raises NotFound."""
        ...

    async def shared(self, secret: str) -> Made:
        """What a link shows: one picture, with its words. Raises NotFound where it shows none, or none any more."""
        ...
