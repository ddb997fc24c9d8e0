"""What a model can't do of a job, told before that is queued."""

from __future__ import annotations

from collections.abc import Sequence

from engine.api.blocks import factors
from engine.api.cards import ModelCard
from engine.api.errors import BadModel, UnfitModel
from engine.api.modes import Mode
from engine.api.names import Addon, find
from engine.api.recipe import Recipe
from engine.api.tags import find_tags, names_embedding


def check_fits(prompt: str, mode: Mode, recipe: Recipe, card: ModelCard, loras: Sequence[Addon]) -> None:
    """Raises what there is to say against a job for a model.

    Raises:
        UnfitModel: it can't draw in such a mode, or can't be told what the job says.
        OutOfRange: a LoRA has weights for other blocks than the model has.
        BadModel: a LoRA in the prompt was made for another kind of model, as its file tells.
    """
    if not mode.fits(card):
        raise UnfitModel(model=card.name)
    texts = prompt, recipe.negative
    if card.one_call and (any(map(_names_embedding, texts)) or (recipe.variations and mode.inputs)):
        raise UnfitModel(model=card.name)
    for tag in find_tags(prompt):
        if tag.blocks is not None and card.one_call:
            raise UnfitModel(model=card.name)
        if tag.blocks is not None:
            factors(tag.blocks, card.family)
        lora = find(loras, tag.name, formerly=True) if tag.kind == "lora" else None
        if lora and lora.family and lora.family != card.family:
            reason = f"it was made for {lora.family}, and {card.name} is {card.family}"
            raise BadModel(model=lora.name, fault="unlike", reason=reason)


def _names_embedding(text: str) -> bool:
    return names_embedding(text) or any(tag.kind == "emb" for tag in find_tags(text))
