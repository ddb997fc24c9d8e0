"""Everything that can go wrong in words a person can act on.

LukisError
  x BadRequest            the person can fix it: shown in their language, never logged as a fault
    - EmptyPrompt         nothing to draw
    - PromptTooLong       more text than a prompt may have
    - UnknownFlag         a flag that no parameter has
    - OutOfRange          a value outside its parameter's range
    - UnknownChoice       a name (sampler, model, ...) that is not among the choices
    - NoImage             the mode needs a picture and none came
    - BadImage            the file is no picture that can be read
    - ImageNotFetched     the platform did not hand the file over
    - ImageTooLarge       more bytes or pixels than allowed
    - BadModel            a checkpoint file that cannot be used, and why
  x Refused               this person may not do this
    - NotAllowed          not on the allow-list
    - NotYours            someone else's job
    - NotFound            no such job, picture or button
  x Busy                  try again later
    - TooManyJobs         this person has enough waiting jobs
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


class EmptyPrompt(BadRequest):
    """Nothing to draw."""

    code = "empty-prompt"


class PromptTooLong(BadRequest):
    """Facts: `length`, `limit` in characters."""

    code = "prompt-too-long"


class UnknownFlag(BadRequest):
    """Facts: `flag` as typed, `nearest` known flag or an empty string."""

    code = "unknown-flag"


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


class ImageNotFetched(BadRequest):
    """The platform did not hand the file over; sending it again can help."""

    code = "image-not-fetched"


class ImageTooLarge(BadRequest):
    """Facts: `limit` in words such as "20 MB" or "50 megapixels"."""

    code = "image-too-large"


class BadModel(BadRequest):
    """Facts: `model`, its short name; `reason`, one clause in English for the log and the operator."""

    code = "bad-model"


class Refused(LukisError):
    """This person may not do this."""

    code = "refused"


class NotAllowed(Refused):
    """Facts: `id`, the person's id to give to the admin."""

    code = "not-allowed"


class NotYours(Refused):
    """Someone else's job."""

    code = "not-yours"


class NotFound(Refused):
    """No such job, picture or button."""

    code = "not-found"


class Busy(LukisError):
    """Try again later."""

    code = "busy"


class TooManyJobs(Busy):
    """Facts: `limit`, the most jobs one person may have waiting."""

    code = "too-many-jobs"


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


def _tree(kind: type[LukisError]) -> dict[str, type[LukisError]]:
    return {kind.code: kind} | {c: k for sub in kind.__subclasses__() for c, k in _tree(sub).items()}


ERRORS: dict[str, type[LukisError]] = _tree(LukisError)
"""Every error by its code."""
