"""A picture says that no service answered where one was asked in vain, and not where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.translation.answers import NoTranslation
from bot.translation.options import TranslationOptions
from bot.translation.providers.base import Unavailable
from bot.translation.providers.glossary import Glossary
from tests.bot.translation.stand_ins import translator
from tests.bot.translation.test_translator import refusing
from tests.chat import stage

FOX = "seekor rubah merah di salju"


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ((), "result-dictionary"),
        ((NoTranslation("none"),), "result-dictionary"),
        ((Unavailable("down"),), "result-word-for-word"),
    ],
)
async def test_a_picture_says_that_no_service_answered_only_where_one_was_asked(
    tmp_path: Path, before: tuple[Exception, ...], told: str
) -> None:
    chain = translator(*map(refusing, before), Glossary(TranslationOptions()))
    async with stage(tmp_path, translator=chain) as on:  # type: ignore[arg-type]
        await on.someone(language="id").send(f"/imagine {FOX}")
        picture = await on.someone().pictures()
        say = on.lukis.service.locales.say("id")
        assert say(told) in picture.card.notes
    await chain.close()
