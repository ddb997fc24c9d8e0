"""The models one by one: what each draws, in pictures of its own, and a button that puts it into the next prompt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.locales import Say
from bot.messages import Button, Card
from bot.payloads import encode
from bot.usecases.samples import Samples
from engine.api.cards import ModelCard
from engine.api.names import mark
from engine.api.parameters import PARAMETERS
from engine.api.ports import Engine

KIND = "models"
"""Of what there is to draw with (`bot.usecases.beside`)."""

LONGEST = 400
"""Characters of a description, of a licence, and of what a list has."""


class ModelCards:
    """A page a model."""

    def __init__(self, engine: Engine, samples: Samples) -> None:
        self._engine = engine
        self._samples = samples

    async def page(self, say: Say, number: int) -> Card:
        """The model with that number, or the nearest; the default one is 1."""
        models = self._engine.models()
        number = min(max(number, 1), len(models))
        card = models[number - 1]
        sheet = await self._samples.sheet(self._samples.of_model(card))
        return Card(
            text="\n".join(
                filter(None, (_title(say, card, number, len(models)), card.description[:LONGEST]))
            ),
            notes=_notes(say, card),
            pictures=(sheet,) if sheet else (),
            buttons=(_turns(say, card, number, len(models)), (Button(say("beside-back"), encode("beside")),)),
            private=True,
            kind="models",
        )


def _title(say: Say, card: ModelCard, number: int, total: int) -> str:
    return say("models-one", name=card.title or card.name, number=number, total=total)


def _notes(say: Say, card: ModelCard) -> tuple[str, ...]:
    """What its pack has: prompts that come out well, words that call it up, its styles; and its licence."""
    told = (
        say("models-examples", words=words) if (words := _listed("; ", card.examples[:4])) else "",
        say("beside-triggers", words=words) if (words := _listed(", ", card.triggers)) else "",
        say("models-styles", words=words) if (words := _listed(", ", map(_name, card.styles))) else "",
        say("models-licence", name=card.licence[:LONGEST]) if card.licence else "",
    )
    return tuple(filter(None, told))


def _turns(say: Say, card: ModelCard, number: int, total: int) -> tuple[Button, ...]:
    use = f"{PARAMETERS['model'].flag} {card.name}"
    newer = Button(say("button-newer"), encode("beside", KIND, number - 1))
    older = Button(say("button-older"), encode("beside", KIND, number + 1))
    return (
        *((newer,) if number > 1 else ()),
        Button(say("models-use"), encode("put", f"{KIND}-{mark(card.name)}"), use),
        *((older,) if number < total else ()),
    )


def _name(style: Mapping[str, Any]) -> str:
    return str(style.get("name", ""))


def _listed(between: str, words: Iterable[str]) -> str:
    return between.join(filter(None, words))[:LONGEST]
