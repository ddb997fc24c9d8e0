"""What comes out of the engine: Queued, Started and Progress while a job waits and is drawn, or drawn anew.

Then exactly one of the last three, and nothing after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Queued:
    """Waiting. `position` counts jobs before this one, plus one; `wait` is in seconds, None while unknown."""

    position: int
    wait: float | None = None


@dataclass(frozen=True)
class Started:
    """On the device, or its model is being loaded for it."""


@dataclass(frozen=True)
class Progress:
    """After a step. `step` is 1 to `total` over all its images; `preview` a small JPEG or None."""

    step: int
    total: int
    preview: bytes | None = None


@dataclass(frozen=True)
class Picture:
    """A finished picture.

    `png` is lossless, `width` x `height` pixels as delivered, with its parameters in the `parameters` text
    chunk; `seed` gives this very picture with a count of 1.
    """

    png: bytes
    width: int
    height: int
    seed: int


NoticeCode = Literal["lora-in-part"]


@dataclass(frozen=True)
class Notice:
    """One sentence about how a job was drawn, for the person: `notice-<code>` in their language, filled by `facts`.

    `lora-in-part`: of the file of `lora`, only the percentage `share` could be used with the model.
    """

    code: NoticeCode
    facts: Mapping[str, str | int]


@dataclass(frozen=True)
class Done:
    """All pictures, in the order of their seeds. `seconds` is from Started to the last picture."""

    pictures: tuple[Picture, ...]
    seconds: float
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Failed:
    """`code` is of `engine.api.errors`; `facts` fill its sentence."""

    code: str
    facts: dict[str, str | int | float]


@dataclass(frozen=True)
class Cancelled:
    """Stopped by request; nothing was made."""


Event = Queued | Started | Progress | Done | Failed | Cancelled
Final = Done | Failed | Cancelled
