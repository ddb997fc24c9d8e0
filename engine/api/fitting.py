"""What a model can't do of a job, told before that is queued."""

from __future__ import annotations

from collections.abc import Sequence

from engine.api import likes
from engine.api.blocks import factors
from engine.api.cards import ModelCard
from engine.api.decoding import TEXTS, meant
from engine.api.errors import BadModel, Noiseless, UnfitModel
from engine.api.modes import Mode
from engine.api.names import Addon, Addons, IPAdapter, find
from engine.api.recipe import Recipe
from engine.api.tags import find_tags, names_embedding
from engine.api.upscaling import DRAWN, NOISE_LEVEL, PLAIN, REDRAWN


def check_fits(prompt: str, mode: Mode, recipe: Recipe, card: ModelCard, addons: Addons) -> None:
    """Raises what there is to say against a job for a model.

    Raises:
        UnfitModel: it can't draw in such a mode, or can't be told what the job says.
        OutOfRange: a LoRA has weights for other blocks than the model has.
        UnknownChoice: there is no such VAE.
        Noiseless: noise is to be put on a picture, and what makes that larger puts none on it.
        BadModel: a LoRA or a hypernetwork in the prompt, or a VAE, was made for another kind of model, as its
            file tells.
    """
    if not mode.fits(card):
        raise UnfitModel(model=card.name)
    texts = prompt, recipe.negative
    if card.one_call and (any(map(_names_embedding, texts)) or (recipe.variations and mode.inputs)):
        raise UnfitModel(model=card.name)
    _check_noise(recipe, addons.upscalers)
    if recipe.vae:
        meant(addons.vaes, recipe.vae, card)
    for tag in find_tags(prompt):
        if tag.blocks is not None and card.one_call:
            raise UnfitModel(model=card.name)
        if tag.blocks is not None:
            factors(tag.blocks, card.family)
        if tag.kind == "hypernet":
            _check_hypernet(find(addons.hypernets, tag.name, formerly=True), card)
        lora = find(addons.loras, tag.name, formerly=True) if tag.kind == "lora" else None
        if lora and lora.family and lora.family != card.family:
            reason = f"it was made for {lora.family}, and {card.name} is {card.family}"
            raise BadModel(model=lora.name, fault="unlike", reason=reason)


def _check_hypernet(hypernet: Addon | None, card: ModelCard) -> None:
    """Raises where it changes what texts of another width say."""
    if card.one_call:
        raise UnfitModel(model=card.name)
    if hypernet and card.context and card.context not in hypernet.widths and TEXTS & {*hypernet.widths}:
        reason = f"it changes texts of the widths {hypernet.widths}, and {card.name} reads {card.context}"
        raise BadModel(model=hypernet.name, fault="unlike", reason=reason)


def _check_noise(recipe: Recipe, upscalers: Sequence[Addon]) -> None:
    """Raises where there is a noise level for what knows none: all but one upscaler, or at all."""
    name = recipe.upscaler or REDRAWN
    upscaler = find(upscalers, name)
    kind = upscaler.kind if upscaler else ""
    known = upscaler or name in (PLAIN, REDRAWN)
    if known and kind != "x4" and recipe.noise_level != (DRAWN[kind]["noise_level"] if kind else None):
        raise Noiseless(flag=NOISE_LEVEL.flags[0], upscaler=name)


def _names_embedding(text: str) -> bool:
    return names_embedding(text) or any(tag.kind == "emb" for tag in find_tags(text))


def likened(recipe: Recipe, mode: Mode, adapters: Sequence[IPAdapter], card: ModelCard) -> Recipe:
    """The recipe with the name of the IP-Adapter that it means, in a mode that takes one.

    Raises:
        NoAdapter, UnknownChoice, BadModel: see `likes.meant`.
    """
    if not mode.parameters & likes.LIKES:
        return recipe
    return recipe.model_copy(update={"like_by": likes.meant(adapters, recipe.like_by, card).name})
