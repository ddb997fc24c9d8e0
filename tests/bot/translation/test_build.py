"""Settings become a translator, or one sentence that says what is wrong."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from bot.translation.build import build_translator
from bot.translation.options import TranslationOptions
from bot.translation.providers import PROVIDERS
from bot.translation.translator import PromptTranslator
from tests.bot.translation.stand_ins import MemoryCache

EVERYTHING = TranslationOptions(
    libretranslate_url="http://127.0.0.1:5000",
    apertium_url="http://translate.example.org:2737/",
    translation_model="Helsinki-NLP/opus-mt-mul-en",
    deepl_key=SecretStr("key:fx"),
    microsoft_key=SecretStr("key"),
    papago_id="id",
    papago_secret=SecretStr("secret"),
    yandex_key=SecretStr("key"),
)


def names(translator: PromptTranslator) -> list[str]:
    return [link.provider.name for link in translator._chain.links]


def test_providers_stand_in_the_order_of_the_setting() -> None:
    chosen = ["glossary", "google", "mymemory"]
    assert names(build_translator(chosen, cache=MemoryCache())) == chosen


def test_every_provider_can_be_had() -> None:
    assert names(build_translator(list(PROVIDERS), cache=MemoryCache(), options=EVERYTHING)) == list(
        PROVIDERS
    )


def test_local_only_leaves_out_whatever_sends_text_away() -> None:
    options = EVERYTHING.model_copy(update={"local_only": True})
    built = build_translator(list(PROVIDERS), cache=MemoryCache(), options=options)
    assert names(built) == ["libretranslate", "model", "glossary"]


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (["gogle"], "there is no translator called 'gogle'; there are google, mymemory, "),
        (["google", "google"], "the translator 'google' is named twice"),
        (["deepl"], "the translator 'deepl' needs DEEPL_API_KEY"),
        (["papago"], "the translator 'papago' needs PAPAGO_CLIENT_ID"),
        (["libretranslate"], "the translator 'libretranslate' needs LIBRETRANSLATE_URL"),
        (["model"], "the translator 'model' needs TRANSLATION_MODEL"),
    ],
)
def test_what_is_wrong_is_one_sentence(chosen: list[str], sentence: str) -> None:
    with pytest.raises(ValueError) as caught:
        build_translator(chosen, cache=MemoryCache())
    assert str(caught.value).startswith(sentence)


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="LIBRETRANSLATE_URL must be an address"):
        build_translator(
            ["libretranslate"],
            cache=MemoryCache(),
            options=TranslationOptions(libretranslate_url="localhost:5000"),
        )


def test_keys_do_not_show_in_the_options() -> None:
    assert "secret" not in repr(EVERYTHING).replace("papago_secret", "")
