"""What comes out of the engine: Queued, Started and Progress while a job waits and is drawn, or drawn anew.

Then exactly one of the last three, and nothing after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field


@dataclass(frozen=True)
class Queued:
    """Waiting. `position` counts jobs before this one, plus one; `wait` is in seconds, None while unknown.

    So is `takes`: how long it will be drawn, where that is long enough to be said. `start` is how long a machine takes
    to start that is being started for it; None where there is one already.
    """

    position: int
    wait: float | None = None
    takes: float | None = None
    start: float | None = None


@dataclass(frozen=True)
class Started:
    """On the device, or its model is being loaded for it. `takes` as in `Queued`."""

    takes: float | None = None


@dataclass(frozen=True)
class Progress:
    """After a step. `step` is 1 to `total` over all its images; `preview` a small JPEG or None."""

    step: int
    total: int
    preview: bytes | None = None


Verdict = Literal["", "fine", "unfit", "unchecked"]
"""What the safety check says of a picture: nothing, since nobody asked; that it is fit for everybody, or not; that it
can't tell, which counts as not."""


@dataclass(frozen=True)
class Picture:
    """A finished picture.

    `png` is lossless, `width` x `height` pixels as delivered, with its parameters in the `parameters` text
    chunk; `seed` gives this very picture with a count of 1. `verdict` is the safety check's.
    """

    png: bytes
    width: int
    height: int
    seed: int
    verdict: Verdict = ""


@dataclass(frozen=True)
class LoraInPart:
    """Of the file of a LoRA only that share, 0 to 1, could be used with the model."""

    lora: str
    share: Annotated[float, Field(gt=0, le=1)]
    code: Literal["lora-in-part"] = "lora-in-part"


@dataclass(frozen=True)
class DefaultAway:
    """The model that draws where none is asked for, `wanted`, can't: another one drew."""

    wanted: str
    code: Literal["default-away"] = "default-away"


@dataclass(frozen=True)
class HeldBack:
    """So many of a job's pictures are not shown, since they are not known to be fit for everybody."""

    count: Annotated[int, Field(ge=1)]
    code: Literal["held-back"] = "held-back"


@dataclass(frozen=True)
class GuessedMask:
    """A picture in reply to another one was taken for what says which part of that is painted anew."""

    code: Literal["guessed-mask"] = "guessed-mask"


@dataclass(frozen=True)
class FirstFrame:
    """Of a picture given that moves, nothing but the first frame was taken."""

    code: Literal["first-frame"] = "first-frame"


@dataclass(frozen=True)
class FirstPage:
    """Of a file given that has several pages, nothing but the first was taken."""

    code: Literal["first-page"] = "first-page"


@dataclass(frozen=True)
class ReadAs:
    """What was asked for in another program's words, and which of ours that came to: "--quality 2 → --steps 60"."""

    told: str
    code: Literal["read-as"] = "read-as"


@dataclass(frozen=True)
class NoMeaning:
    """Flags of other programs that were passed over, since nothing here does the like."""

    flags: str
    code: Literal["no-meaning"] = "no-meaning"


@dataclass(frozen=True)
class NotHere:
    """What settings that were pasted ask for and can't be had here."""

    things: str
    code: Literal["not-here"] = "not-here"


Notice = (
    LoraInPart | DefaultAway | HeldBack | GuessedMask | FirstFrame | FirstPage | ReadAs | NoMeaning | NotHere
)
"""What is to be said of how a job was drawn: `notice-<code>` in the person's language, filled by the other fields."""


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
