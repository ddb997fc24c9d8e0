"""What can go wrong in the engine, in words a person can act on; `bot/errors.py` goes on with what the bot refuses.

LukisError
  x BadRequest            the person can fix it: shown in their language, never logged as a fault
    - PromptTooLong       more text than a prompt may have
    - OutOfRange          a value outside its parameter's range
    - UnknownChoice       a name (sampler, model, ...) that is not among the choices
    - NoImage             the mode needs a picture and none came
    - BadImage            the file is no picture that can be read
    - ImageTooLarge       more bytes or pixels than allowed
    - BadModel            a checkpoint file that cannot be used, and why
  x Busy                  try again later
    - Closing             the program is stopping
  x EngineError           ours; the person sees an id that the log shows
    - OutOfMemory         even one row alone does not fit
    - BrokenNumbers       the model yielded NaN
    - DeviceLost          the device or the remote engine went away
"""

from __future__ import annotations

from typing import Any, ClassVar


class LukisError(Exception):
    """The root: has a `code` that selects the sentence and `facts` that fill it.

    Attributes:
        code: names the message in the locale files, as `error-<code>`.
        facts: the message's placeholders (strings and numbers only).
    """

    code: ClassVar[str] = "unknown"

    def __init__(self, **facts: Any) -> None:
        super().__init__(f"{self.code} {facts}" if facts else self.code)
        self.facts = facts


class BadRequest(LukisError):
    """The person can fix it."""

    code = "bad-request"


class PromptTooLong(BadRequest):
    """Facts: `length`, `limit` in characters."""

    code = "prompt-too-long"


class OutOfRange(BadRequest):
    """Facts: `flag`, `value` as typed, `range` in words such as "1–150"."""

    code = "out-of-range"


class UnknownChoice(BadRequest):
    """Facts: `flag`, `value` as typed, `nearest`, `choices` joined by commas."""

    code = "unknown-choice"


class NoImage(BadRequest):
    """The mode needs a picture and none came."""

    code = "no-image"


class BadImage(BadRequest):
    """The file is no picture that can be read."""

    code = "bad-image"


class ImageTooLarge(BadRequest):
    """Facts: `limit` in words such as "20 MB" or "50 megapixels"."""

    code = "image-too-large"


class BadModel(BadRequest):
    """Facts: `model`, its short name; `reason`, one clause in English for the log and the operator."""

    code = "bad-model"


class Busy(LukisError):
    """Try again later."""

    code = "busy"


class Closing(Busy):
    """The program is stopping; what is queued goes on at its next start."""

    code = "closing"


class EngineError(LukisError):
    """Something of ours broke."""

    code = "engine"


class OutOfMemory(EngineError):
    """Even one row alone does not fit the device."""

    code = "out-of-memory"


class BrokenNumbers(EngineError):
    """The model yielded NaN or infinity."""

    code = "broken-numbers"


class DeviceLost(EngineError):
    """The device or the remote engine went away."""

    code = "device-lost"


def by_code(kind: type[LukisError] = LukisError) -> dict[str, type[LukisError]]:
    """An error and all its kinds that are known by now, by their codes."""
    return {kind.code: kind} | {c: k for sub in kind.__subclasses__() for c, k in by_code(sub).items()}
