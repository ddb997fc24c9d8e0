"""Button <-> payload: an action and a job's id, at most 64 bytes; everything else is in the store."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from bot.errors import NotFound

Action = Literal["reroll", "original", "delete", "cancel", "show", "page", "raw", "edit", "help", "language"]

PAYLOAD = re.compile(r"(?P<action>[a-z]{1,10})(?::(?P<target>[A-Za-z0-9_-]{1,32}))?(?::(?P<index>\d{1,6}))?")
"""What every payload looks like; platforms that route buttons by pattern use it (Discord's dynamic items)."""


@dataclass(frozen=True)
class Pressed:
    """A decoded payload.

    Attributes:
        action: what to do.
        target: a job's id; for `help` a topic, for `language` a language tag.
        index: which picture of the job, or which page of the history; None where the payload names none.
    """

    action: Action
    target: str = ""
    index: int | None = None


def encode(action: Action, target: str = "", index: int | None = None) -> str:
    """The payload: "reroll:1f2e3d4c5b6a" or "original:1f2e3d4c5b6a:2"."""
    return action + (f":{target}" if target else "") + ("" if index is None else f":{index}")


def decode(payload: str) -> Pressed:
    """The action behind a payload.

    Raises:
        NotFound: it is none of ours.
    """
    match = PAYLOAD.fullmatch(payload)
    if not match or match["action"] not in get_args(Action):
        raise NotFound()
    index = int(match["index"]) if match["index"] else None
    return Pressed(match["action"], match["target"] or "", index)  # type: ignore[arg-type]
