"""What is told to somebody who asks in passing, from within another chat."""

from __future__ import annotations

from typing import NamedTuple

from bot.messages import Made, Receipt


class Aside(NamedTuple):
    """Jobs of theirs with the messages that hold their pictures, where the next ones begin ("" for no more), and what
    opens a chat with us: its label, and what that then starts with."""

    shown: tuple[tuple[Made, Receipt], ...]
    more: str
    label: str
    start: str
