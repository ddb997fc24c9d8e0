"""What can go wrong in the engine, in words a person can act on; `bot/errors.py` goes on with what the bot refuses.

LukisError
  x BadRequest            the person can fix it: shown in their language, never logged as a fault
    - PromptTooLong       more text than a prompt may have
    - TooManyTexts        a prompt that changes too often on its way to the picture
    - TooManyPictures     a sweep of more pictures than one may have at once
    - NothingBetween      a morph of one thing alone
    - OutOfRange          a value outside its parameter's range
    - UnknownChoice       a name (sampler, model, ...) that is not among the choices
    - NoChoices           the same where there are none at all
    - MisplacedLora       a LoRA's tag where it would mean nothing
    - NoImage             the mode needs a picture and none came
    - SurplusImage        more pictures came than the mode takes
    - BadImage            the file is no picture that can be read
    - ImageTooLarge       more bytes or pixels than allowed
    - BadMask             a mask that doesn't say what to paint anew, and why
    - NotInPicture        what is looked for in a picture shows nowhere in it
    - TooLarge            a picture that would have more pixels than allowed
    - CanvasTooLarge      a picture that would go on too far beyond its edges
    - NoEstimator         nothing here sees in a picture what is to be kept of it
    - NoAdapter           nothing here lets a model see a picture as a prompt
    - BadModel            a checkpoint file that cannot be used, and why
    - Noiseless           noise asked for of an upscaler that takes none
    - UnfitModel          no model can do what is asked, or not the one that was named
    - PictureNeeded       the model that was named does nothing without a picture
  x Busy                  try again later
    - Closing             the program is stopping
  x EngineError           ours; the person sees an id that the log shows
    - OutOfMemory         even one row alone does not fit
    - BrokenNumbers       the model yielded NaN
    - DeviceLost          the device or the remote engine went away
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, ClassVar, Literal, Self

from engine.api.names import Fault as Fault
from engine.api.names import spellings

LONGEST_VALUE = 40
"""Characters of what a person typed that an error repeats."""

MOST_TOLD = 30
"""Choices that an error names."""

MOST_NEAR = 5
"""Where there are more, those that look most like what was typed come first."""


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


class TooManyTexts(BadRequest):
    """Facts: `limit`, how many different texts a prompt may become for one picture."""

    code = "too-many-texts"


class TooManyPictures(BadRequest):
    """Facts: `count`, how many pictures a sweep would have, and `limit`."""

    code = "too-many-pictures"


class NothingBetween(BadRequest):
    """A morph of one description, seed and picture alone."""

    code = "nothing-between"


class OutOfRange(BadRequest):
    """Facts: `flag`, `value` as typed, and the numbers `least` and `most` in `unit`: "pixels", or empty for none.

    A parameter without a range has an example of its values in their place: `range`, such as "16:9".
    """

    code = "out-of-range"

    @classmethod
    def beyond(cls, flag: str, value: str, least: float, most: float, unit: str = "") -> Self:
        """A value that is not between two numbers."""
        return cls(flag=flag, value=value[:LONGEST_VALUE], least=least, most=most, unit=unit)

    @classmethod
    def unlike(cls, flag: str, value: str, example: str) -> Self:
        """A value that does not have the form of the example."""
        return cls(flag=flag, value=value[:LONGEST_VALUE], range=example)


class UnknownChoice(BadRequest):
    """Facts: `flag`, `value` as typed, `nearest` choice or an empty string, `choices` joined by commas."""

    code = "unknown-choice"

    @classmethod
    def among(
        cls, choices: Sequence[str], flag: str, value: str, *, alike: float = 0.5, told: Sequence[str] = ()
    ) -> BadRequest:
        """A value that is none of the choices, of which there may be none at all.

        Args:
            choices: all that it could have been.
            flag, value: what it was given for, and as typed.
            alike: how much of the nearest choice it must share to mean it, 0 to 1.
            told: the choices to name where not all are worth it.
        """
        near = [n for way in spellings(value) for n in get_close_matches(way, choices, MOST_NEAR, alike)]
        all_told = told or (choices if len(choices) <= MOST_TOLD else [*near, *choices])
        named = ", ".join(list(dict.fromkeys(all_told))[:MOST_TOLD])
        if not choices:
            return NoChoices(flag=flag, value=value[:LONGEST_VALUE], nearest="", choices="")
        return cls(flag=flag, value=value[:LONGEST_VALUE], nearest="".join(near[:1]), choices=named)


class NoChoices(BadRequest):
    """A name where there is nothing to choose from. Facts: as those of `UnknownChoice`."""

    code = "no-choices"


class MisplacedLora(BadRequest):
    """A LoRA's tag among what is to be missing, where it would mean nothing. Facts: `tag` as typed, `flag`."""

    code = "misplaced-lora"


class NoImage(BadRequest):
    """The mode needs a picture and none came."""

    code = "no-image"


class SurplusImage(BadRequest):
    """More pictures came than the mode takes."""

    code = "surplus-image"


class BadImage(BadRequest):
    """The file is no picture that can be read."""

    code = "bad-image"


class ImageTooLarge(BadRequest):
    """Facts: the whole number `limit` in `unit`: "megabytes" or "megapixels"."""

    code = "image-too-large"

    @classmethod
    def over_bytes(cls, most: int) -> Self:
        """More than `most` bytes."""
        return cls(limit=most // 1_000_000, unit="megabytes")

    @classmethod
    def over_pixels(cls, most: int) -> Self:
        """More than `most` pixels."""
        return cls(limit=most // 1_000_000, unit="megapixels")


class TooLarge(BadRequest):
    """A picture can't become so large. Facts: `width`, `height` in pixels, the whole number `limit` in megapixels."""

    code = "too-large"


MaskFault = Literal["empty", "full", "shape", "unmarked", "moving", "pages", "double", "part"]
"""What is wrong with a mask: nothing is marked; all of the picture is; it is of another shape than the picture; it is
a copy of the picture in which nothing is drawn; an animated picture; a file of several pages; two things that say which
part is meant; nothing, but what is asked of a part is done to whole pictures."""


class BadMask(BadRequest):
    """What came to say what of a picture is painted anew does not. Facts: `fault`, a `MaskFault`."""

    code = "bad-mask"


class NotInPicture(BadRequest):
    """What is looked for shows nowhere in the picture. Facts: none; the words are those of the job."""

    code = "not-in-picture"


class CanvasTooLarge(BadRequest):
    """Facts: `width` and `height` that it would have, and `limit`, the most that either can be, in pixels."""

    code = "canvas-too-large"


class NoEstimator(BadRequest):
    """Nothing here sees in a picture what is to be kept of it: a finished map has to come. Facts: `kind`, such as
    "depth", and `flag`, which says that a picture is one."""

    code = "no-estimator"


class NoAdapter(BadRequest):
    """Nothing here lets a model see a picture as a prompt. Facts: `lacks`, "adapter" or "encoder", and `model`, which
    has no IP-Adapter, or the IP-Adapter that has no image encoder."""

    code = "no-adapter"


class BadModel(BadRequest):
    """A file that can't be drawn with, for people in one word and for the log in a clause.

    Facts: `model`, its short name; `fault`, a `Fault`, left out where it is another; `reason`, one clause in English;
    `instead`, the model that draws where none is asked for, left out where what can't be used is no model.
    """

    code = "bad-model"


class UnfitModel(BadRequest):
    """The mode asks more of a model than it can do. Facts: `model`, or "" where none can."""

    code = "unfit-model"


class Noiseless(BadRequest):
    """Noise was asked for on what is made larger without any. Facts: `flag`, and `upscaler`, which makes it larger."""

    code = "noiseless"


class PictureNeeded(BadRequest):
    """A model that draws from words alone was asked for, and one that needs a picture was named. Facts: `model`."""

    code = "picture-needed"


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
