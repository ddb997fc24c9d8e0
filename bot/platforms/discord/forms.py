"""Forms that ask for words: known by what they carry, as buttons are, so that one may be open over a restart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui
from pydantic import BaseModel

from bot.locales import Say
from bot.payloads import PAYLOAD
from bot.platforms.discord.words import described
from bot.usecases.offered import offers
from engine.api.cards import ModelCard
from engine.api.parameters import PARAMETERS, Parameter

LONGEST_WORDS = 4000
"""That a form takes."""

PREFIX = "lukis-form:"
_OURS = re.compile(rf"{PREFIX}(?P<event>\d{{1,20}})")
WRITTEN = "lukis-words:"
_WRITTEN = re.compile(rf"{WRITTEN}(?P<payload>{PAYLOAD.pattern})")


WORDS = "words"
"""The field that asks for them."""

ASKED = ("negative", "ratio", "style", "model")
"""Parameters that a form asks for besides words: Discord takes five fields."""

LONGEST_LABEL, MOST_WAYS = 45, 25
"""Of a field; of a field that chooses."""


class _Field(BaseModel):
    custom_id: str
    value: str = ""
    values: tuple[str, ...] = ()


class _Label(BaseModel):
    component: _Field


class _Filled(BaseModel):
    components: tuple[_Label, ...]


def form(say: Say, event: str, models: Sequence[ModelCard] | None = None) -> ui.Modal:
    """Asks what the picture should become that was chosen in an event; with `models`, all that a new one is made of."""
    about = say("discord-menu" if models is None else "command-imagine"), say("discord-prompt-help")
    made = _modal(PREFIX + event, *about, placeholder=say("imagine-example")[:100])
    for parameter in () if models is None else map(PARAMETERS.__getitem__, ASKED):
        made.add_item(_label(say, parameter, models or ()))
    return made


def question(say: Say, payload: str, begins: str) -> ui.Modal:
    """Asks for other English than that with which it begins, as the button of that payload does."""
    about = say("button-edit"), say("discord-english")
    return _modal(WRITTEN + payload, *about, default=begins[:LONGEST_WORDS])


def _modal(carries: str, title: str, label: str, **field: Any) -> ui.Modal:
    made = ui.Modal(title=title[:LONGEST_LABEL], custom_id=carries)
    style = discord.TextStyle.paragraph
    words: ui.TextInput[ui.Modal] = ui.TextInput(
        custom_id=WORDS, style=style, max_length=LONGEST_WORDS, **field
    )
    made.add_item(ui.Label(text=label[:LONGEST_LABEL], component=words))
    made.stop()  # we hear of it ourselves, so that discord.py need not remember it
    return made


def _label(say: Say, parameter: Parameter, models: Sequence[ModelCard]) -> ui.Label[ui.Modal]:
    """A field for a parameter, which may be left as it is: one that chooses where there are values to choose from, no
    more of them than it can show."""
    component: ui.Select[ui.Modal] | ui.TextInput[ui.Modal]
    if 0 < len(ways := offers(say, parameter, models)) <= MOST_WAYS:
        options = [discord.SelectOption(label=way.label[:100], value=str(way.value)[:100]) for way in ways]
        component = ui.Select(custom_id=parameter.name, options=options, required=False, min_values=0)
    else:
        component = ui.TextInput(
            custom_id=parameter.name,
            required=False,
            max_length=1000,
            placeholder=parameter.words.example[:100] or None,
        )
    help = described(say(f"parameter-{parameter.name}-help"))
    return ui.Label(
        text=say(f"parameter-{parameter.name}")[:LONGEST_LABEL], description=help, component=component
    )


def filled(interaction: discord.Interaction) -> tuple[str, str, dict[str, str]] | None:
    """The event that a form was shown in, the words that somebody wrote, and what else they chose, by parameter; None
    for all else.

    Raises ValidationError where these can't be read.
    """
    return _sent(interaction, _OURS)


def written(interaction: discord.Interaction) -> tuple[str, str] | None:
    """The payload of the button whose form that is, and the words; None for all else. Raises as `filled`."""
    sent = _sent(interaction, _WRITTEN)
    return sent[:2] if sent else None


def _sent(
    interaction: discord.Interaction, carries: re.Pattern[str]
) -> tuple[str, str, dict[str, str]] | None:
    if interaction.type is not discord.InteractionType.modal_submit:
        return None
    match = carries.fullmatch(str(interaction.custom_id))
    if match is None:
        return None
    fields = [label.component for label in _Filled.model_validate(interaction.data).components]
    told = {field.custom_id: field.value.strip() or next(iter(field.values), "") for field in fields}
    chosen = {name: value for name in ASKED if (value := told.get(name, ""))}
    return match[1], told.get(WORDS, ""), chosen
