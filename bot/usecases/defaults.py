"""What pictures are drawn with where nobody says: the person's own defaults, else the chat's, else the model's card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bot.store.preferences import Preferred
from engine.api.cards import ModelCard
from engine.api.choices import Choice
from engine.api.modes import CALLS, MODES, Mode
from engine.api.names import Addons, find
from engine.api.parameters import PARAMETERS, Parameter, Parameters
from engine.api.styles import Style

AT_HAND = frozenset({"vary", "variations", "region", "invert", "loop"})
"""Parameters that say something of the very picture at hand."""

SHAPES = frozenset({"ratio", "size"})
"""Two ways to say one thing: whoever says one of them means neither of those that others have said."""

WORDS = frozenset({"raw"})
"""What is to be known before it is known which model draws."""

_MODES_OWN = frozenset(name for mode in MODES.values() for name in mode.parameters)
_QUIET = frozenset(name for mode in MODES.values() if not mode.calls for name in mode.parameters)


def settable() -> tuple[Parameter, ...]:
    """Parameters that one may have by default: those that mean something of any picture, the usual ones first."""
    any_picture = (
        p
        for name, p in PARAMETERS.items()
        if name not in CALLS | AT_HAND and (name not in _MODES_OWN or name in _QUIET)
    )
    return tuple(sorted(any_picture, key=lambda p: p.words.rare))


SETTABLE = frozenset(p.name for p in settable())


def checked(values: Preferred) -> dict[str, Any]:
    """Those of the values that parameters can have, as parameters have them; what can't be is passed over."""
    told = {}
    for name, value in values.items():
        if name in SETTABLE:
            try:
                told[name] = getattr(Parameters.model_validate({name: value}), name)
            except ValidationError:
                continue
    return told


def over(values: Preferred, later: Preferred) -> dict[str, Any]:
    """These values with later ones over them; a shape among those is the only one."""
    gone = SHAPES if SHAPES & later.keys() else frozenset[str]()
    return {**{n: v for n, v in values.items() if n not in gone}, **later}


@dataclass(frozen=True)
class Defaults:
    """Values of parameters by name, already in their order of precedence."""

    values: Mapping[str, Any]

    @classmethod
    def of(cls, *owners: Preferred) -> Defaults:
        """The defaults of several owners, of whom the first goes before the others."""
        values: dict[str, Any] = {}
        for each in map(checked, owners):
            values = over(each, values)
        return cls(values)

    def before(self, parameters: Parameters) -> Parameters:
        """These parameters with what is to be known before a model is chosen."""
        return self._over(parameters, {n: v for n, v in self.values.items() if n in WORDS})

    def model(self, parameters: Parameters, models: Sequence[ModelCard]) -> str | None:
        """The model that draws where these parameters name none; None where that is not here now."""
        named = None if "model" in parameters.model_fields_set else self.values.get("model")
        card = find(models, named, formerly=True) if named else None
        return card.name if card else None

    @property
    def style(self) -> Style | None:
        """What new pictures look like where nobody says."""
        return self.values.get("style")

    def filled(self, parameters: Parameters, choice: Choice, several: bool, addons: Addons) -> Parameters:
        """These parameters with whatever the chosen model can do in the chosen mode.

        A default that this model can't follow gives way to its card. So does a shape where there are pictures, which
        have their own, and a number of pictures where `several` come anyway or the mode was asked for by a parameter.
        """
        mode, card, names = choice
        passed = {"model", "style", *WORDS}
        passed |= SHAPES if names or SHAPES & parameters.model_fields_set else set()
        passed |= {"count"} if several or mode.calls else set()
        values = {
            n: v for n, v in self.values.items() if n not in passed and _suits(n, v, card, mode, addons)
        }
        return self._over(parameters, values)

    @staticmethod
    def _over(parameters: Parameters, values: Mapping[str, Any]) -> Parameters:
        unsaid = {n: v for n, v in values.items() if n not in parameters.model_fields_set}
        return parameters.model_copy(update=unsaid) if unsaid else parameters


def _suits(name: str, value: Any, card: ModelCard, mode: Mode, addons: Addons) -> bool:
    """Whether a model can do that, in a mode in which it means something."""
    if PARAMETERS[name].strange_to(card.family) or (name in card.limits and value not in card.limits[name]):
        return False
    if name == "vae":
        return find(addons.vaes, value, formerly=True) is not None
    return name not in _MODES_OWN or (name in mode.parameters and mode.strength is None and not mode.enlarges)
