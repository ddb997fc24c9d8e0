"""Puts a translator together from the operator's settings."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.translation.cache import Cache
from bot.translation.chain import Chain
from bot.translation.detect import Detector
from bot.translation.options import TranslationOptions
from bot.translation.providers import make_provider
from bot.translation.translator import PromptTranslator

log = logging.getLogger(__name__)


def build_translator(
    names: Sequence[str], *, cache: Cache, options: TranslationOptions | None = None
) -> PromptTranslator:
    """A translator that asks these providers in this order.

    Args:
        names: of `bot.translation.providers.PROVIDERS`; none at all leaves every prompt as it is typed.
        cache: remembers answers and corrections.
        options: everything else that can be set.

    Raises:
        ValueError: an unknown provider, one named twice, or one that lacks a setting; says which.
    """
    options = options or TranslationOptions()
    if doubled := sorted({n for n in names if list(names).count(n) > 1}):
        raise ValueError(f"the translator {doubled[0]!r} is named twice")
    providers = [make_provider(name, options) for name in names]
    if options.local_only:
        for provider in providers:
            if not provider.local:
                log.info("translator %s is left out: only local ones are allowed", provider.name)
        providers = [p for p in providers if p.local]
    detector = Detector(options.languages)
    return PromptTranslator(Chain(providers, options.timeout, detector), cache=cache, detector=detector)
