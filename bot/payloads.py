"""Button <-> payload: an action and a job's id, at most 64 bytes; everything else is in the store."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.errors import NotFound

ID = r"[A-Za-z0-9_-]{1,32}"
"""What a job's id looks like."""

PAYLOAD = re.compile(rf"(?P<action>[a-z]{{1,10}})(?::(?P<target>{ID}))?(?::(?P<index>\d{{1,6}}))?")
"""What every payload looks like; platforms that route buttons by pattern use it (Discord's dynamic items)."""

LONGEST = 64
"""Bytes of a payload that every platform carries."""


@dataclass(frozen=True)
class Payload:
    """A decoded payload.

    Attributes:
        action: what to do; `bot.usecases.presses` has the actions there are.
        target: a job's id; for `help` a topic, for `language` a language tag.
        index: which picture of the job, or which page of the history; None where the payload names none.
    """

    action: str
    target: str = ""
    index: int | None = None


def encode(action: str, target: str = "", index: int | None = None) -> str:
    """The payload: "reroll:1f2e3d4c5b6a" or "original:1f2e3d4c5b6a:2"."""
    return action + (f":{target}" if target else "") + ("" if index is None else f":{index}")


def decode(payload: str) -> Payload:
    """The action behind a payload.

    Raises:
        NotFound: no payload looks like that.
    """
    match = PAYLOAD.fullmatch(payload) if len(payload) <= LONGEST else None
    if not match:
        raise NotFound()
    index = int(match["index"]) if match["index"] else None
    return Payload(match["action"], match["target"] or "", index)
