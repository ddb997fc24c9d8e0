"""Cards as messages to be: content, files and buttons, made anew for every attempt to send them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import discord
from discord import ui

from bot.jpeg import jpeg
from bot.messages import Button, Card, Form
from bot.pictures import moving
from bot.pictures.saved import is_kept_so, saved
from bot.platforms.discord import buttons, render
from bot.platforms.discord.layout import LAID_OUT, layout

MOST_FILES = 10
"""In one message."""


@dataclass(frozen=True)
class Upload:
    """A file to send; `alt` is read aloud to who can't see it, and one with a `spoiler` hides until it is tapped."""

    name: str
    source: Path | bytes
    alt: str = ""
    spoiler: bool = False

    def file(self) -> discord.File:
        """A fresh one: sending uses it up."""
        source = io.BytesIO(self.source) if isinstance(self.source, bytes) else self.source
        about = self.alt[:1000] or None
        return discord.File(source, filename=self.name, description=about, spoiler=self.spoiler)


@dataclass(frozen=True)
class Draft:
    """A message to be."""

    card: Card
    uploads: tuple[Upload, ...] = ()
    buttons: Sequence[Sequence[Button]] = ()

    def changes(self, mention: str = "") -> dict[str, Any]:
        """For editing a message: all of it is replaced, but a preview stays until there is a better one."""
        files = self._files()
        content, view = self._shown(files, mention)
        changes: dict[str, Any] = {"content": content or None, "view": view}
        if self.uploads or self.card.progress is None:
            changes["attachments"] = files
        return changes

    def parts(self, mention: str = "") -> dict[str, Any]:
        """For sending a new message."""
        files = self._files()
        content, view = self._shown(files, mention)
        parts = {"content": content, "view": view, "files": files}
        return {name: part for name, part in parts.items() if part}

    def _shown(
        self, files: Sequence[discord.File], mention: str
    ) -> tuple[str, ui.View | ui.LayoutView | None]:
        """Its content, and what stands below it; all of it in the latter where it is laid out."""
        if self.card.kind in LAID_OUT:
            return "", layout(self.card, self.buttons, files, mention)
        return render.content(self.card, mention), buttons.view(self.buttons)

    def _files(self) -> list[discord.File]:
        return [upload.file() for upload in self.uploads]


def draft(card: Card) -> Draft:
    """The message that shows a card. Blocks where that is heavy: call it in a thread then."""
    alt = card.prompt or card.text.partition("\n")[0]
    shown = [card.moving, *card.pictures] if card.moving else card.pictures
    files = [Upload(p.name or p.file.name, p.file, alt, p.spoiler) for p in shown[:MOST_FILES]]
    if card.document:
        files.append(Upload(card.file_name or card.document.name, card.document, alt, card.spoiler))
    uploads = [_lighter(file, card.form) if card.form.side else _as_named(file) for file in files]
    if card.preview and not uploads:
        preview = Upload("preview.jpg", card.preview, alt)
        uploads = [_lighter(preview, card.form) if card.form.side else preview]
    return Draft(card, tuple(uploads), card.buttons)


def heavy(card: Card) -> bool:
    """Whether drafting a card takes a while: its files are made smaller, or are in another format than is kept."""
    names = [picture.name for picture in card.pictures]
    documents = is_kept_so(card.file_name, card.document.suffix) if card.document else True
    return bool(card.form.side or card.moving) or not (documents and all(map(is_kept_so, names)))


def _as_named(upload: Upload) -> Upload:
    file = upload.source
    if isinstance(file, bytes) or is_kept_so(upload.name, file.suffix):
        return upload
    return replace(upload, source=saved(file, upload.name))


def _lighter(upload: Upload, form: Form) -> Upload:
    if isinstance(upload.source, Path) and upload.source.suffix == moving.SUFFIX and form.side:
        name, data = moving.gif(upload.source, upload.name, form.side // 4)
        return replace(upload, name=name, source=data)
    return replace(upload, name=f"{Path(upload.name).stem}.jpg", source=jpeg(upload.source, form))
