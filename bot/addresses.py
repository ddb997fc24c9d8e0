"""Where answers go, and which messages they became: data that survives a restart."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from bot.people import Name


class Address(BaseModel):
    """Where answers go. It lies as JSON in the job's row, so that it survives a restart.

    Attributes:
        platform: names the adapter.
        chat, message: the chat, channel or page; the message that is answered, or None.
        data: what else the adapter needs to answer (a topic, an interaction's token and its end). An
            `event` in it is the platform's own id of what came in: a repeat of it is accepted once.
            `thread` is the topic of the chat, where it has some. What is `private` is for the person's eyes alone. It
            is their `own` chat where nobody else is in it, as far as its id does not say so. `closes` is when nothing
            can be said there any more, in seconds since 1970, where that is known. `within` is the chat that a thread
            belongs to.
    """

    model_config = ConfigDict(frozen=True)

    platform: Name
    chat: Name
    message: Name | None = None
    data: dict[Name, Name | int | float] = {}

    @property
    def origin(self) -> str | None:
        """What tells a repeated event from a new one, or None where the platform repeats nothing."""
        event = self.data.get("event")
        return None if event is None else str(event)

    @property
    def place(self) -> tuple[str, str]:
        """The platform and the chat whose rules hold there: a thread has those of the channel that it is in."""
        return self.platform, str(self.data.get("within", self.chat))

    @property
    def whose(self) -> str:
        """The identity of the one person who can have such a chat to themselves, if anybody has: the chat is called by
        their id, or says that it is `own`. On the page, where somebody of another platform may have signed in, it may
        be called by all of their identity."""
        who = str(self.data.get("person", self.chat) if self.data.get("own") else self.chat)
        return who if ":" in who else f"{self.platform}:{who}"

    @property
    def private(self) -> bool:
        """Whether what is said there is for the person's eyes alone."""
        return bool(self.data.get("private"))

    def privately(self) -> Address:
        """The same place, for the person's eyes alone."""
        return self.model_copy(update={"data": self.data | {"private": 1}})

    def beside(self, other: Address) -> Address:
        """This place, for the person's eyes alone where that is so of the other, from which comes what is said here."""
        return self.privately() if other.private else self

    @property
    def closes(self) -> float | None:
        """When nothing can be said there any more, in seconds since 1970; None where it stays open."""
        at = self.data.get("closes")
        return float(at) if isinstance(at, int | float) else None

    @property
    def alone(self) -> Address:
        """The same chat, in reply to nothing and in none of its topics."""
        data = {name: value for name, value in self.data.items() if name != "thread"}
        return self.model_copy(update={"message": None, "data": data})


class Receipt(BaseModel):
    """The messages that a card became, in the order of its pictures; buttons are on the last."""

    model_config = ConfigDict(frozen=True)

    platform: Name
    chat: Name
    messages: tuple[Name, ...] = ()
    data: dict[Name, Name | int | float] = {}

    def covers(self, other: Receipt) -> bool:
        """Whether all of the other's messages are among these."""
        same_chat = (self.platform, self.chat) == (other.platform, other.chat)
        return not other.messages or (same_chat and set(other.messages) <= set(self.messages))
