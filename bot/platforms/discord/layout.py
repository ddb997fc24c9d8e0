"""Lists to choose from, in Discord's components v2: pictures, then each entry with its button beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.messages import Button, Card, Kind
from bot.platforms.discord import buttons, render

LAID_OUT: frozenset[Kind] = frozenset({"models"})
"""Kinds of message that are: Discord makes none of the other sort of one that was, so all of a kind are, whatever a
press turns them to."""

_MOST, _MOST_ENTRIES = 40, 8
"""Components in one message, and entries, of which each is three."""

_LONGEST_TITLE, _LONGEST_NOTE = 80, 150
"""In UTF-16 units: with those of the text above, fewer than the 4000 that one message may have."""


def layout(
    card: Card, rows: Sequence[Sequence[Button]], files: Sequence[discord.File], mention: str = ""
) -> ui.LayoutView:
    """The message that shows a card: its words, its pictures, what there is to choose, and the other buttons."""
    entries = card.entries[:_MOST_ENTRIES]
    parts: list[ui.Item[Any]] = [ui.TextDisplay(render.content(card, mention) or "…")]
    if files:
        items = [discord.MediaGalleryItem(f, description=f.description, spoiler=f.spoiler) for f in files]
        parts.append(ui.MediaGallery(*items))
    for each in entries:
        title, note = render.clip(each.title, _LONGEST_TITLE), render.clip(each.note, _LONGEST_NOTE)
        said = f"**{title}**\n-# {note}" if note else f"**{title}**"
        parts.append(ui.Section(said, accessory=buttons.button(each.button)))
    chosen = {each.button.payload for each in entries}
    laid, made = ui.Container(*parts), ui.LayoutView(timeout=None)
    for row in buttons.fitted(rows, chosen):
        if len([*laid.walk_children()]) + len(row) + 2 <= _MOST:  # the row and what holds it all count, too
            laid.add_item(ui.ActionRow(*map(buttons.button, row)))
    made.add_item(laid)
    made.stop()  # as with other buttons, we hear the presses ourselves
    return made
