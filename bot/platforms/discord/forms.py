"""The form that asks for words: known by what it carries, as buttons are, so that one may be open over a restart."""

from __future__ import annotations

import re

import discord
from discord import ui
from pydantic import BaseModel

from bot.locales import Say

LONGEST_WORDS = 4000
"""That a form takes."""

PREFIX = "lukis-form:"
_OURS = re.compile(rf"{PREFIX}(?P<event>\d{{1,20}})")


class _Field(BaseModel):
    value: str


class _Label(BaseModel):
    component: _Field


class _Filled(BaseModel):
    components: tuple[_Label]


def form(say: Say, event: str) -> ui.Modal:
    """Asks what the picture should become that was chosen in an event."""
    made = ui.Modal(title=say("discord-menu")[:45], custom_id=PREFIX + event)
    field: ui.TextInput[ui.Modal] = ui.TextInput(
        custom_id="words",
        style=discord.TextStyle.paragraph,
        placeholder=say("imagine-example")[:100],
        max_length=LONGEST_WORDS,
    )
    made.add_item(ui.Label(text=say("discord-prompt-help")[:45], component=field))
    made.stop()  # we hear of it ourselves, so that discord.py need not remember it
    return made


def filled(interaction: discord.Interaction) -> tuple[str, str] | None:
    """The event that a form was shown in, and the words that somebody wrote; None for all else.

    Raises ValidationError where these can't be read.
    """
    if interaction.type is not discord.InteractionType.modal_submit:
        return None
    match = _OURS.fullmatch(str(interaction.custom_id))
    if match is None:
        return None
    (label,) = _Filled.model_validate(interaction.data).components
    return match["event"], label.component.value
