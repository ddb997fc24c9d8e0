"""What pictures' files tell of how they were made, whichever program made them: one file each, one layout out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PIL import Image

from bot.pictures.told import comfy, forms, stealth
from bot.pictures.told.texts import texts_of
from engine.api.infotext import LONGEST, Infotext, read

Reader = Callable[[Mapping[str, str]], Infotext | None]

READERS: Sequence[Reader] = (
    lambda texts: next(filter(None, map(read, texts.values())), None),
    forms.read,
    comfy.read,
)
"""Each takes the texts in a file by their names; the first that understands them is right."""


def told(image: Image.Image) -> Infotext | None:
    """What the file of a picture that has been loaded says of how it was made; None where it says nothing.

    Strangers write such texts: they are bounded in length and depth, and what can't be read is no text.
    """
    return _understood(texts_of(image)) or _understood(stealth.texts_of(image))


def _understood(texts: Mapping[str, str]) -> Infotext | None:
    for reader in READERS:
        try:
            found = reader(texts)
        except (ValueError, TypeError, LookupError, RecursionError, ArithmeticError, AttributeError):
            continue  # made to look like what it is not
        if found and len(str(found)) <= LONGEST:
            return found
    return None
