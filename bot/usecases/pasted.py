"""What people write after a command: a prompt with flags, or settings as the web UIs show them, pasted whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.usecases.parsing import Request, bounded, check_prompt, parse
from bot.usecases.retold import Retold, retold
from engine.api.cards import ModelCard
from engine.api.events import NotHere, Notice
from engine.api.infotext import Infotext, read
from engine.api.names import Addons
from engine.api.parameters import Parameter

_BREAKS = re.compile(r"(?<!\s)\s++(?=Negative prompt: |Steps: \d{1,4}, )")
"""Where lines end that a chat has joined."""

_SETTINGS = re.compile(r"Steps: \d{1,4}, [A-Z]")


class Stock(Protocol):
    """What there is to draw with."""

    def models(self) -> Sequence[ModelCard]:
        """The models, the default first."""
        ...

    def addons(self) -> Addons:
        """What there is beside them."""
        ...


def understood(text: str, flags: Mapping[str, Parameter], stock: Stock, own: Collection[str] = ()) -> Request:
    """What these words ask for; settings that can't be had here are left out, and said. Raises as `parse`."""
    if said := pasted(bounded(text)):
        told = retold(said, stock.models(), stock.addons())
        return Request(check_prompt(told.prompt), told.parameters, notices=_missing(told))
    looks = any(not adapter.reason for adapter in stock.addons().adapters)
    return parse(text, flags, models=stock.models(), own=own, wordless=True, looks=looks)


def pasted(text: str) -> Infotext | None:
    """The settings that a text is; None where it is none.

    >>> pasted("a fox Negative prompt: text Steps: 20, Sampler: Euler").negative
    'text'
    """
    said = read(_BREAKS.sub("\n", text)) if _SETTINGS.search(text) else None
    return said if said and said.prompt else None


def _missing(told: Retold) -> tuple[Notice, ...]:
    """What of the settings there is nothing of here."""
    things = [*([told.model] if told.model else []), *told.loras, *told.beyond]
    return (NotHere(", ".join(things)),) if things else ()
