"""Pictures in the form in which Telegram takes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.jpeg import jpeg
from bot.messages import Card, Form, Shown
from bot.pictures import moving
from bot.pictures.saved import saved
from bot.ports import Declined

UPLOAD_TIMES = {"write_timeout": 120.0, "read_timeout": 120.0}
"""Seconds. A time-out may hide a picture that arrived, and a second one then follows: better wait."""

PHOTO_BYTES = 10_000_000
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
"""What a photo may have at most: bytes, width + height in pixels, and the longer side by the shorter."""


@dataclass(frozen=True)
class Upload:
    """A file to send: as a photo where that is allowed, else as a document. Only a photo can have a spoiler."""

    name: str
    data: bytes
    photo: bool
    spoiler: bool = False

    def __post_init__(self) -> None:
        """Raises Declined where Telegram can't hide what must be hidden."""
        if self.spoiler and not self.photo:
            raise Declined("a document can't be hidden", "picture")


def fits(shown: Shown) -> bool:
    """Whether Telegram takes a picture of that shape as a photo."""
    longer, shorter = max(shown.width, shown.height), min(shown.width, shown.height)
    return longer + shorter <= PHOTO_SIDES and longer <= PHOTO_RATIO * shorter


def prepare(shown: Shown, form: Form) -> Upload:
    """Reads a picture, and makes it a JPEG where its PNG is too heavy for a photo. Blocks: call it in a thread."""
    name, photo = Path(shown.name or shown.file.name), fits(shown) and not form.files
    if form.side or (photo and shown.file.stat().st_size > PHOTO_BYTES):
        return Upload(name.with_suffix(".jpg").name, jpeg(shown.file, form), photo, shown.spoiler)
    if photo:
        return Upload(name.with_suffix(".png").name, shown.file.read_bytes(), photo, shown.spoiler)
    return Upload(name.name, saved(shown.file, name.name), photo, shown.spoiler)


def animation(shown: Shown, form: Form) -> Upload:
    """Makes of a kept animation what Telegram plays. Blocks: call it in a thread."""
    name, data = moving.film(shown.file, shown.name or shown.file.name, form.side)
    return Upload(name, data, photo=False)


def document(card: Card) -> Upload:
    """Reads a card's document, as a smaller JPEG where its form says so. Blocks: call it in a thread."""
    assert card.document is not None
    name = Path(card.file_name or card.document.name)
    if card.form.side:
        return Upload(name.with_suffix(".jpg").name, jpeg(card.document, card.form), False, card.spoiler)
    return Upload(name.name, saved(card.document, name.name), False, card.spoiler)
