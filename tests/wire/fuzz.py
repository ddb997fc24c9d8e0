"""What servers of other versions, or gone wrong, might send: fields left out, put in, and of another type."""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from random import Random
from typing import Any

MANY = int(os.environ.get("LUKIS_FUZZ", "300"))
"""How many updates a test sends; with LUKIS_FUZZ=20000 it is a thorough one of some minutes."""

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**70, 1.5, "", "x", "0", "/imagine", "\0", "x" * 5000, "ö" * 300,
    [], {}, [[]], [None], {"id": {}}, {"": ""}, [{"id": 1}],
)  # fmt: skip
"""Values that stand where something else is expected."""


def spoilt(random: Random, body: Any, changes: int) -> Any:
    """A copy with so many fields left out, put in, or of another type."""
    body = copy.deepcopy(body)
    for _ in range(changes):
        if not (places := list(_places(body))):
            return body
        holder, key = random.choice(places)
        match random.choice(("drop", "add", "retype", "retype")):
            case "drop" if isinstance(holder, dict):
                del holder[key]
            case "add" if isinstance(holder, dict):
                _, like = random.choice(places)
                holder[str(like)] = copy.deepcopy(random.choice(ODD))
            case _:
                holder[key] = copy.deepcopy(random.choice(ODD))
    return body


def _places(body: Any) -> Iterator[tuple[Any, Any]]:
    """Every field and element in it, as what holds it and its name or index there."""
    if isinstance(body, dict | list):
        for key, value in body.items() if isinstance(body, dict) else enumerate(body):
            yield body, key
            yield from _places(value)
