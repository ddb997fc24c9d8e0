"""Buttons that work for ever: Discord hands back what they carry, and a pattern finds ours; no view is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

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
    fitting = fitted(rows)
    if not fitting:
        return None
    made = ui.View(timeout=None)
    for number, row in enumerate(fitting):
        for each in row:
            made.add_item(button(each, row=number))
    made.stop()  # we hear the presses ourselves, so that discord.py need not remember this view
    return made


def button(of: Button, row: int | None = None) -> ui.Button[Any]:
    """One as Discord has it."""
    return ui.Button(label=of.label[:LONGEST_LABEL], custom_id=PREFIX + of.payload, row=row)


def fitted(rows: Sequence[Sequence[Button]], seen: Iterable[str] = ()) -> list[list[Button]]:
    """Rows as one message can hold them, without those whose payloads are `seen` already: Discord refuses a message
    with the same button twice."""
    split = [row[i : i + PER_ROW] for row in rows for i in range(0, len(row), PER_ROW)]
    taken, fresh = {*seen}, list[list[Button]]()
    for row in _fitting(split):
        new = {each.payload: each for each in row if each.payload not in taken}
        taken |= new.keys()
        fresh.append([*new.values()])
    return [row for row in fresh if row]


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
