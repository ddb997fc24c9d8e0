"""How often a chat may be edited: one budget per chat, shared by all that happens in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.ports import Unavailable

PRIVATE, GROUP = 1.0, 3.0
"""Seconds from one edit to the next: Telegram allows about 1 message a second, 20 a minute in groups."""

BURST = 30.0
"""Seconds of that budget that may be spent at once: 10 messages in a group."""

_MANY = 1000
_FORGET = 60.0
"""That many chats are kept in mind; more, and those quiet for a minute are forgotten."""


@dataclass
class _Chat:
    """Times on the clock: when the next edit may go, when all that was sent is paid for, when a hold ends."""

    free: float = 0.0
    paid: float = 0.0
    held: float = 0.0
    turns: dict[str, float] = field(default_factory=dict)


class Pace:
    """Gives turns to edits and makes a chat wait when Telegram says so.

    Messages are never held back, they only use up the budget; edits that come too early are told to come
    back at their own turn, with whatever is newest then.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._chats: dict[str, _Chat] = {}

    @staticmethod
    def gap(chat: str) -> float:
        """Seconds between two edits there. Groups and channels have negative ids."""
        return GROUP if chat.startswith(("-", "@")) else PRIVATE

    def check(self, chat: str) -> None:
        """Raises Unavailable while Telegram wants nothing for that chat."""
        left = self._chat(chat).held - self._clock()
        if left > 0:
            raise Unavailable("Telegram asked to wait for this chat", left)

    def hold(self, chat: str, seconds: float) -> None:
        """Telegram wants nothing for that chat for so long."""
        self._chat(chat).held = self._clock() + seconds

    def used(self, chat: str, messages: int = 1) -> None:
        """Counts messages that were sent."""
        state = self._chat(chat)
        state.paid = max(state.paid, self._clock()) + messages * self.gap(chat)

    def turn(self, chat: str, message: str) -> None:
        """Takes the turn to edit that message.

        Raises:
            Unavailable: it is not its turn yet; `after` says when it is.
        """
        state, now = self._chat(chat), self._clock()
        when = state.turns.pop(message, None)
        if when is None:
            when = max(state.free, state.paid - BURST, now)
            state.free = when + self.gap(chat)
            state.paid = max(state.paid, when) + self.gap(chat)
        if when > now:
            state.turns[message] = when
            raise Unavailable("other edits of this chat come first", when - now)

    def forget(self, chat: str, message: str) -> None:
        """That message will not be edited any more."""
        self._chat(chat).turns.pop(message, None)

    def _chat(self, chat: str) -> _Chat:
        if chat not in self._chats and len(self._chats) >= _MANY:
            self._sweep()
        return self._chats.setdefault(chat, _Chat())

    def _sweep(self) -> None:
        past = self._clock() - _FORGET
        self._chats = {c: s for c, s in self._chats.items() if max(s.free, s.paid, s.held) > past}
