"""Pictures in the form in which Telegram takes them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import PurePath

from PIL import Image

from bot.messages import Shown

PHOTO_BYTES = 10_000_000
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
"""What a photo may have at most: bytes, width + height in pixels, and the longer side by the shorter."""


@dataclass(frozen=True)
class Upload:
    """A file to send: as a photo where that is allowed, else as a document."""

    name: str
    data: bytes
    photo: bool


def fits(shown: Shown) -> bool:
    """Whether Telegram takes a picture of that shape as a photo."""
    longer, shorter = max(shown.width, shown.height), min(shown.width, shown.height)
    return longer + shorter <= PHOTO_SIDES and longer <= PHOTO_RATIO * shorter


def prepare(shown: Shown) -> Upload:
    """Reads a picture, and makes it a JPEG where its PNG is too heavy for a photo. Blocks: call it in a thread."""
    data, name = shown.file.read_bytes(), shown.name or shown.file.name
    if not fits(shown):
        return Upload(name, data, photo=False)
    if len(data) > PHOTO_BYTES:
        return Upload(f"{PurePath(name).stem}.jpg", _jpeg(data), photo=True)
    return Upload(name, data, photo=True)


def _jpeg(png: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue()
