"""The default model where it is a hub repository's that is not here yet: how large it is, and getting it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from bot.extras import lacking
from bot.locales import Say
from bot.settings import BadSetting, ModelSettings
from bot.usecases.parsing import parse
from engine.api.errors import BadModel, LukisError
from engine.api.names import Addon, find
from engine.api.parameters import Parameter
from engine.models.files.names import is_repository, local_name


def coming(models: ModelSettings, say: Say) -> list[str]:
    """A line on how far the default model is, where it is not here. Asks the hub.

    Raises:
        BadSetting: it can't be had, or not all of it; and why.
    """
    if not _away(models):
        return []
    from engine.models.files.hub import look

    try:
        plan = look(str(models.default), models.folder)
    except BadModel as problem:
        raise _said(problem) from None
    return [
        say(
            "doctor-model-coming",
            model=models.default,
            command="lukis run",
            done=plan.done / 1e9,
            size=plan.size / 1e9,
        )
    ]


async def fetch_default(models: ModelSettings, words: str, flags: Mapping[str, Parameter]) -> ModelSettings:
    """Gets the default model from its hub, unless it is here or the words ask for another one; shows how far it is.

    `flags` are those that the words may have, in every language. Words that will be refused wait for nothing.

    Returns the settings to draw with: without a default that nobody waits for.

    Raises:
        BadSetting: it can't be had, and why.
    """
    if lacking("engine") or not _away(models):
        return models
    if not _wanted(str(models.default), words, flags):
        return models.model_copy(update={"default": None})
    from engine.models.files.hub import fetch

    logging.getLogger("engine.models.files").setLevel(logging.INFO)
    try:
        await asyncio.to_thread(fetch, str(models.default), models.folder)
    except BadModel as problem:
        raise _said(problem) from None
    return models


def _away(models: ModelSettings) -> bool:
    """Whether the default model is a hub's, and not here."""
    if not models.default or not is_repository(models.default):
        return False
    from engine.models.files.origins import there

    return there(models.default, models.folder) is None


def _wanted(default: str, words: str, flags: Mapping[str, Parameter]) -> bool:
    """Whether these words would be drawn by the default model."""
    try:
        named = parse(words, flags, wordless=True).parameters.model
    except LukisError:
        return False
    return named is None or find([Addon(local_name(default))], named) is not None


def _said(problem: BadModel) -> BadSetting:
    return BadSetting(f"MODEL: {problem.facts['model']}: {problem.facts['reason']}.")
