"""Who may draw, and how much at once. Pure: it knows ids and numbers only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.errors import NotAllowed, TooManyJobs
from bot.messages import Address, Person


@dataclass(frozen=True)
class Access:
    """The allow-list. Ids are written with their platform, "telegram:123"; on the local page all are let in.

    Attributes:
        open: whether anybody may draw.
        allowed: people, chats and servers that may.
        admins: people who may act on others' jobs where those are shown; they are let in, too.
        public: whether people elsewhere reach the page: then only who is listed is let in there as well.
    """

    open: bool = True
    allowed: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()
    public: bool = False

    def check(self, person: Person, address: Address, server: str = "") -> None:
        """Raises NotAllowed with the id to give to the admin."""
        places = (f"{address.platform}:{chat}" for chat in (address.chat, address.place[1], server) if chat)
        if not (self.open or self._local(person) or self._any((person.identity, *places))):
            raise NotAllowed(id=person.identity)

    def lists(self, platform: str, chat: str) -> bool:
        """Whether it is the allow-list that lets a chat in."""
        return not self.open and self._any((f"{platform}:{chat}",))

    def is_admin(self, person: Person) -> bool:
        """Whether the person may act on anybody's jobs."""
        return person.identity in self.admins

    def _any(self, ids: Iterable[str]) -> bool:
        return any(i in self.allowed or i in self.admins for i in ids)

    def _local(self, person: Person) -> bool:
        """Whoever is at the machine that draws, as far as one can tell."""
        return person.platform == "console" or (person.platform == "web" and not self.public)


def check_waiting(waiting: int, limit: int) -> None:
    """Raises TooManyJobs once a person has `limit` jobs waiting or running."""
    if waiting >= limit:
        raise TooManyJobs(limit=limit)
