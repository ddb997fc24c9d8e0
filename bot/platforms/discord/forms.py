"""Forms that ask for words: known by what they carry, as buttons are, so that one may be open over a restart."""

from __future__ import annotations

import re
from typing import Any

import discord
from discord import ui
from pydantic import BaseModel

from bot.locales import Say
from bot.payloads import PAYLOAD

LONGEST_WORDS = 4000
"""That a form takes."""

PREFIX = "lukis-form:"
_OURS = re.compile(rf"{PREFIX}(?P<event>\d{{1,20}})")
WRITTEN = "lukis-words:"
_WRITTEN = re.compile(rf"{WRITTEN}(?P<payload>{PAYLOAD.pattern})")


class _Field(BaseModel):
    value: str


class _Label(BaseModel):
    component: _Field


class _Filled(BaseModel):
    components: tuple[_Label]


def form(say: Say, event: str) -> ui.Modal:
    """Asks what the picture should become that was chosen in an event."""
    about = say("discord-menu"), say("discord-prompt-help")
    return _modal(PREFIX + event, *about, placeholder=say("imagine-example")[:100])


def question(say: Say, payload: str, begins: str) -> ui.Modal:
    """Asks for other English than that with which it begins, as the button of that payload does."""
    about = say("button-edit"), say("discord-english")
    return _modal(WRITTEN + payload, *about, default=begins[:LONGEST_WORDS])


def _modal(carries: str, title: str, label: str, **field: Any) -> ui.Modal:
    made = ui.Modal(title=title[:45], custom_id=carries)
    style = discord.TextStyle.paragraph
    words: ui.TextInput[ui.Modal] = ui.TextInput(
        custom_id="words", style=style, max_length=LONGEST_WORDS, **field
    )
    made.add_item(ui.Label(text=label[:45], component=words))
    made.stop()  # we hear of it ourselves, so that discord.py need not remember it
    return made


def filled(interaction: discord.Interaction) -> tuple[str, str] | None:
    """The event that a form was shown in, and the words that somebody wrote; None for all else.

    Raises ValidationError where these can't be read.
    """
    return _sent(interaction, _OURS)


def written(interaction: discord.Interaction) -> tuple[str, str] | None:
    """The payload of the button whose form that is, and the words; None for all else. Raises as `filled`."""
    return _sent(interaction, _WRITTEN)


def _sent(interaction: discord.Interaction, carries: re.Pattern[str]) -> tuple[str, str] | None:
    if interaction.type is not discord.InteractionType.modal_submit:
        return None
    match = carries.fullmatch(str(interaction.custom_id))
    if match is None:
        return None
    (label,) = _Filled.model_validate(interaction.data).components
    return match[1], label.component.value
