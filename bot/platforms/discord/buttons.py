"""Buttons that work for ever: Discord hands back their payload, and a pattern finds them; no view is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import discord
from discord import ui

from bot.messages import Button
from bot.payloads import PAYLOAD

ROWS, PER_ROW, LONGEST_LABEL = 5, 5, 80
"""What one message can hold."""

PREFIX = "lukis:"


class Hears(discord.Client):
    """A client that hears our buttons."""

    async def pressed(self, interaction: discord.Interaction, payload: str) -> None:
        """Somebody pressed the button with that payload."""
        raise NotImplementedError


class PressedButton(
    ui.DynamicItem[ui.Button[ui.View]], template=re.compile(rf"{PREFIX}(?P<payload>{PAYLOAD.pattern})")
):
    """One of our buttons, whenever and by whomever it was sent."""

    def __init__(self, payload: str, label: str = "", row: int | None = None) -> None:
        super().__init__(ui.Button(label=label[:LONGEST_LABEL], custom_id=PREFIX + payload), row=row)
        self.payload = payload

    @classmethod
    async def from_custom_id(  # type: ignore[override]
        cls, interaction: discord.Interaction[Hears], item: ui.Item[Any], match: re.Match[str], /
    ) -> PressedButton:
        return cls(match["payload"])

    async def callback(self, interaction: discord.Interaction[Hears]) -> None:  # type: ignore[override]
        await interaction.client.pressed(interaction, self.payload)


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
                made.add_item(PressedButton(button.payload, button.label, number))
            seen.add(button.payload)
    made.stop()  # the pattern hears the presses, so that discord.py need not remember this view
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
