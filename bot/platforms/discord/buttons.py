"""Buttons that work for ever: Discord hands back what they carry, and a pattern finds ours; no view is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import discord
from discord import ui

from bot.messages import Button
from bot.payloads import PAYLOAD

ROWS, PER_ROW, LONGEST_LABEL = 5, 5, 80
"""What one message can hold."""

PREFIX = "lukis:"
_OURS = re.compile(rf"{PREFIX}(?P<payload>{PAYLOAD.pattern})")


def pressed(interaction: discord.Interaction) -> str | None:
    """The payload of the button that somebody pressed; None for all else, buttons of others included."""
    if interaction.type is not discord.InteractionType.component:
        return None
    match = _OURS.fullmatch(str(interaction.custom_id))
    return match["payload"] if match else None


def carried(message: discord.Message, action: str) -> str | None:
    """The payload of a message's first button that does this; None where it has none."""
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    ids = (str(getattr(button, "custom_id", "")) for row in rows for button in row.children)
    found = (match["payload"] for each in ids if (match := _OURS.fullmatch(each)))
    return next((payload for payload in found if payload.partition(":")[0] == action), None)


def view(rows: Sequence[Sequence[Button]]) -> ui.View | None:
    """The buttons for a message; None where there are none."""
    fitting = _fitting([row[i : i + PER_ROW] for row in rows for i in range(0, len(row), PER_ROW)])
    if not fitting:
        return None
    made = ui.View(timeout=None)
    seen: set[str] = set()  # Discord refuses a message with the same button twice
    for number, row in enumerate(fitting):
        for button in row:
            if button.payload not in seen:
                label, carries = button.label[:LONGEST_LABEL], PREFIX + button.payload
                made.add_item(ui.Button(label=label, custom_id=carries, row=number))
            seen.add(button.payload)
    made.stop()  # we hear the presses ourselves, so that discord.py need not remember this view
    return made


def _fitting(rows: Sequence[Sequence[Button]]) -> Sequence[Sequence[Button]]:
    """At most five rows: neighbours that fit into one row share it, the shortest first."""
    while len(rows) > ROWS:
        together = [len(a) + len(b) for a, b in pairwise(rows)]
        first = together.index(min(together))
        if together[first] > PER_ROW:
            every = [button for row in rows for button in row]
            return [every[i : i + PER_ROW] for i in range(0, len(every), PER_ROW)][:ROWS]
        rows = [*rows[:first], (*rows[first], *rows[first + 1]), *rows[first + 2 :]]
    return rows
