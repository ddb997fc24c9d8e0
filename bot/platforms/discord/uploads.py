"""Cards as messages to be: content, files and buttons, made anew for every attempt to send them."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import discord
from PIL import Image

from bot.messages import Button, Card
from bot.platforms.discord import buttons, render

MOST_FILES = 10
"""In one message."""

SMALLER = ((2048, 90), (1280, 85), (640, 80), (320, 70))
"""Longest side in pixels and JPEG quality, tried in this order where files are too large for a channel."""


@dataclass(frozen=True)
class Upload:
    """A file to send; `alt` is read aloud to who can't see it."""

    name: str
    source: Path | bytes
    alt: str = ""

    def file(self) -> discord.File:
        """A fresh one: sending uses it up."""
        source = io.BytesIO(self.source) if isinstance(self.source, bytes) else self.source
        return discord.File(source, filename=self.name, description=self.alt[:1000] or None)


@dataclass(frozen=True)
class Draft:
    """A message to be."""

    card: Card
    uploads: tuple[Upload, ...] = ()
    buttons: Sequence[Sequence[Button]] = ()

    def changes(self, mention: str = "") -> dict[str, Any]:
        """For editing a message: all of it is replaced, but a preview stays until there is a better one."""
        changes: dict[str, Any] = {
            "content": render.content(self.card, mention) or None,
            "view": buttons.view(self.buttons),
        }
        if self.uploads or self.card.progress is None:
            changes["attachments"] = self._files()
        return changes

    def parts(self, mention: str = "") -> dict[str, Any]:
        """For sending a new message."""
        parts = {
            "content": render.content(self.card, mention),
            "view": buttons.view(self.buttons),
            "files": self._files(),
        }
        return {name: part for name, part in parts.items() if part}

    def _files(self) -> list[discord.File]:
        return [upload.file() for upload in self.uploads]


def draft(card: Card) -> Draft:
    """The message that shows a card."""
    alt = card.prompt or card.text.partition("\n")[0]
    uploads = [Upload(f"lukis-{p.seed}.png", p.file, alt) for p in card.pictures[:MOST_FILES]]
    if card.document:
        uploads.append(Upload(card.file_name or card.document.name, card.document, alt))
    elif card.preview and not uploads:
        uploads.append(Upload("preview.jpg", card.preview, alt))
    return Draft(card, tuple(uploads), card.buttons)


async def smaller(draft: Draft, attempt: int, note: str) -> Draft:
    """The same with its files as ever smaller JPEGs, and a note that says so."""
    side, quality = SMALLER[attempt]
    uploads = [await asyncio.to_thread(_jpeg, upload, side, quality) for upload in draft.uploads]
    card = draft.card if note in draft.card.notes else replace(draft.card, notes=(*draft.card.notes, note))
    return replace(draft, card=card, uploads=tuple(uploads))


def _jpeg(upload: Upload, side: int, quality: int) -> Upload:
    source = io.BytesIO(upload.source) if isinstance(upload.source, bytes) else upload.source
    out = io.BytesIO()
    with Image.open(source) as image:
        plain = image.convert("RGB")
        plain.thumbnail((side, side), Image.Resampling.LANCZOS)
        plain.save(out, "JPEG", quality=quality)
    return replace(upload, name=f"{Path(upload.name).stem}.jpg", source=out.getvalue())
