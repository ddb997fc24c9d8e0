"""Other decoders: which of the VAEs that turn what a model has drawn into pixels is meant."""

from __future__ import annotations

from engine.api.cards import ModelCard
from engine.api.errors import BadModel, UnknownChoice
from engine.api.lanes import VAE
from engine.api.names import Addon, find

CHANNELS = 4
"""Of the latents of SD 1, SD 2 and SDXL."""

TEXTS = {768, 1024, 2048}
"""How wide the texts of SD 1, SD 2 and SDXL are."""

_SPACES = {"sd1": "sd", "sd2": "sd", "sdxl": "sdxl", "sdxl-refiner": "sdxl"}
"""Families whose latents mean the same."""


def meant(vaes: tuple[Addon, ...], name: str, card: ModelCard) -> Addon:
    """The VAE that somebody means by its name.

    Raises:
        UnknownChoice: there is none of that name.
        BadModel: it can't be used, or was made for models of another family, as far as that is told.
    """
    vae = find(vaes, name, formerly=True)
    if vae is None:
        raise UnknownChoice.among([each.name for each in vaes if not each.reason], VAE.flags[0], name)
    if vae.reason:
        raise BadModel(model=vae.name, fault=vae.fault, reason=vae.reason)
    space, own = _SPACES.get(vae.family, vae.family), _SPACES.get(card.family)
    if space and space != own:
        reason = f"it was made for {vae.family}, and {card.name} is {card.family}"
        raise BadModel(model=vae.name, fault="unlike", reason=reason)
    if card.context in TEXTS and vae.widths != (CHANNELS,):
        reason = f"its latents have {vae.widths[0]} channels, and those of {card.name} have {CHANNELS}"
        raise BadModel(model=vae.name, fault="unlike", reason=reason)
    return vae
