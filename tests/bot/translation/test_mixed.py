"""Prompts in two languages at once: foreign words are translated, English ones stay, word by word."""

from __future__ import annotations

import pytest

from bot.translation.options import TranslationOptions
from bot.translation.providers.glossary import Glossary
from tests.bot.translation.stand_ins import StandIn, translator

CHAIN = translator(StandIn())


@pytest.mark.parametrize(
    ("speaks", "prompt", "translated"),
    [
        ("id", "cewek cantik wearing a school uniform", "cewek cantik"),
        ("id", "kuda terbang over the city", "kuda terbang"),
        ("id", "robot giant di tengah city", "di tengah city"),
        ("ms", "rumah hantu in a dark forest", "rumah hantu"),
        ("es", "perro astronauta floating in space", "perro astronauta"),
        ("es", "una casa on a hill", "una casa"),
        ("pt", "floresta magical com glowing mushrooms", "floresta magical com"),
        ("pt", "cavalo branco running on the beach", "cavalo branco"),
        ("fr", "forêt enchantée with glowing mushrooms", "forêt enchantée"),
        ("de", "kleine Hexe with a broom", "kleine Hexe"),
        ("it", "drago rosso flying over a castle", "drago rosso"),
        ("it", "ragazza cyberpunk con neon lights", "ragazza cyberpunk con"),
        ("nl", "oude molen in the fog", "oude molen"),
        ("pl", "czarny kot on the roof", "czarny kot"),
        ("tr", "beyaz at running in a field", "beyaz at"),
        ("vi", "con mèo wearing a hat", "con mèo"),
        ("tl", "pusa wearing a hat", "pusa"),
        ("sv", "röd stuga by the lake", "röd stuga"),
        ("cs", "bílý kůň in the snow", "bílý kůň"),
        ("fi", "punainen talo in the forest", "punainen talo"),
        ("ru", "рыжая лиса in the snow", "рыжая лиса"),
        ("ja", "桜の木 under the moonlight", "桜の木"),
        ("zh", "一只猫 wearing a hat", "一只猫"),
        ("ko", "빨간 용 flying over a castle", "빨간 용"),
        ("ar", "قطة wearing a hat", "قطة"),
        ("hi", "लाल घोड़ा running on the beach", "लाल घोड़ा"),
        ("th", "แมว wearing a hat", "แมว"),
        (None, "kucing oren wearing sunglasses", "kucing oren"),
        (None, "mariposa gigante in the forest", "mariposa gigante"),
    ],
)
async def test_of_a_mixed_prompt_the_foreign_words_are_translated(
    speaks: str | None, prompt: str, translated: str
) -> None:
    plan = await CHAIN.plan(prompt, speaks)
    assert plan.translated == (translated,)
    assert "".join(p.text for p in plan.pieces) == prompt


@pytest.mark.parametrize(
    ("speaks", "prompt"),
    [
        ("id", "naga epic di atas gunung"),
        ("es", "una mujer warrior con armadura"),
        ("pt", "menina steampunk de chapéu"),
        ("fr", "dark château sous la lune"),
        ("de", "haunted Schloss im Nebel"),
        ("tr", "uzayda cute kedi"),
    ],
)
async def test_one_word_of_english_goes_with_those_beside_it_since_it_may_change_places(
    speaks: str, prompt: str
) -> None:
    assert (await CHAIN.plan(prompt, speaks)).translated == (prompt,)


@pytest.mark.parametrize(
    ("speaks", "prompt", "translated"),
    [
        ("de", "eine Katze in der Küche", ("eine Katze in der Küche",)),
        ("de", "eine Katze in (der Küche:1.2)", ("eine Katze in", "der Küche")),
        ("de", "eine Frau, die nicht in die Kamera schaut", ("eine Frau", "die nicht in die Kamera schaut")),
        ("nl", "een kat in de keuken", ("een kat in de keuken",)),
        ("it", "un gatto in giardino", ("un gatto in giardino",)),
        ("sv", "en katt under ett träd", ("en katt under ett träd",)),
        ("de", "eine Katze in a garden", ("eine Katze",)),
        ("de", "eine kleine Hexe in Berlin", ("eine kleine Hexe",)),
    ],
)
async def test_a_small_word_that_both_languages_have_goes_with_what_it_opens(
    speaks: str, prompt: str, translated: tuple[str, ...]
) -> None:
    assert (await CHAIN.plan(prompt, speaks)).translated == translated


async def test_english_that_says_more_of_a_thing_stays_behind_it() -> None:
    offline = translator(Glossary(TranslationOptions()))
    english = (await offline.translate("桜の木 under the moonlight", "ja")).english
    await offline.close()
    assert english.endswith(" under the moonlight")


@pytest.mark.parametrize(
    ("speaks", "prompt", "kept"),
    [
        ("es", "mujer con red eyes", "red eyes"),
        ("pt", "gato com anime girl", "anime girl"),
    ],
)
async def test_english_that_means_something_else_over_there_stays(
    speaks: str, prompt: str, kept: str
) -> None:
    assert kept in (await CHAIN.plan(prompt, speaks)).kept


@pytest.mark.parametrize(
    "speaks", [None, "id", "es", "fr", "de", "it", "pt", "vi", "tr", "ja", "ko", "hi", "ar"]
)
@pytest.mark.parametrize(
    "prompt",
    [
        "a girl in a red kebaya standing in front of a warung",
        "im so tired, sad anime boy",
        "u and me on the beach",
        "pad thai with shrimp",
        "nasi goreng on a plate",
        "chibi neko girl",
        "yuki onna in the snow",
        "kimchi jjigae",
        "masala chai",
        "ao dai dress",
        "a matador and a toro",
        "tiefling bard, kobold miner",
        "shih tzu puppy in a teacup",
        "lehenga choli, diya lamps for diwali",
        "burj khalifa at night, shawarma stand",
    ],
)
async def test_english_with_words_from_everywhere_is_left_alone(prompt: str, speaks: str | None) -> None:
    assert (await CHAIN.plan(prompt, speaks)).translated == ()
