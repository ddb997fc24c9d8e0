"""Words that change, `{a|b}` and `[a:b:0.5]`, in every language: translated inside, kept outside."""

from __future__ import annotations

import pytest

from bot.translation.options import TranslationOptions
from bot.translation.providers.glossary import Glossary
from bot.translation.translator import PromptTranslator
from engine.api.changing import by_call, chosen
from tests.bot.translation.stand_ins import translator

WORDS = {
    "id": "rubah kucing anjing merah biru mobil",
    "es": "zorro gato perro rojo azul coche",
    "pt": "raposa gato cachorro vermelho azul carro",
    "ru": "лиса кошка собака красная синяя машина",
    "ar": "ثعلب قطة كلب حمراء زرقاء سيارة",
    "hi": "लोमड़ी बिल्ली कुत्ता लाल नीली गाड़ी",
    "ja": "キツネ 猫 犬 赤い 青い 車",
    "ko": "여우 고양이 개 빨간 파란 자동차",
    "zh": "狐狸 猫 狗 红色 蓝色 汽车",
}
"""A fox, a cat, a dog, red, blue and a car."""

NAMES = ("fox", "cat", "dog", "red", "blue", "car")
FULL_WIDTH = str.maketrans("[]{}|:", "［］｛｝｜：")


def offline() -> PromptTranslator:
    return translator(Glossary(TranslationOptions()))


async def english(language: str, prompt: str, wide: bool = False) -> str:
    words = dict(zip(NAMES, WORDS[language].split(), strict=True))
    typed = prompt.translate(FULL_WIDTH) if wide else prompt
    for name, word in words.items():
        typed = typed.replace(name, word)
    translation = await offline().translate(typed, language)
    assert translation.outcome == "word-for-word"
    return translation.english


def bare(text: str) -> str:
    """Without articles and doubled spaces."""
    return " ".join(word for word in text.split() if word not in ("a", "an", "the"))


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("wide", [False, True])
async def test_words_on_the_way_are_translated_and_their_brackets_kept(language: str, wide: bool) -> None:
    told = {
        "[fox|cat]": ["fox", "cat", "fox", "cat"],
        "[dog:cat:0.5]": ["dog", "dog", "cat", "cat"],
        "[dog:cat:0,5]": ["dog", "dog", "cat", "cat"],
        "fox, [cat:3]": ["fox,", "fox,", "fox,", "fox, cat"],
        "fox, [cat::1]": ["fox, cat", "fox,", "fox,", "fox,"],
        "[fox:[dog:cat:2]:1], car": ["fox, car", "dog, car", "cat, car", "cat, car"],
        "[(fox:1.2)|dog], cat": ["(fox:1.2), cat", "dog, cat"] * 2,
        "[<lora:x:1>:<lora:y:0.5>:2] cat": ["<lora:x:1> cat"] * 2 + ["<lora:y:0.5> cat"] * 2,
    }
    for prompt, calls in told.items():
        said = await english(language, prompt, wide and "<" not in prompt and "(" not in prompt)
        assert [bare(each) for each in by_call(said, 4)] == calls, said


@pytest.mark.parametrize("language", WORDS)
async def test_choices_are_translated_and_their_braces_kept(language: str) -> None:
    told = {
        "{fox|cat}": {"fox", "cat"},
        "{fox|cat|dog}, car": {"fox, car", "cat, car", "dog, car"},
        "{fox|{cat|dog}}": {"fox", "cat", "dog"},
        "{2$$fox|cat}": {"fox, cat", "cat, fox"},
        "{3::fox|1::cat}": {"fox", "cat"},
        "{0::fox|cat}": {"cat"},
        "{|fox} , car": {", car", "fox, car"},
        "{fox:cat|dog}": {"fox:cat", "dog"},
    }
    for prompt, outcomes in told.items():
        said = await english(language, prompt)
        found = {bare(chosen([said], seed)[0]).replace(" ,", ",") for seed in range(40)}
        found = {each.replace(": ", ":") for each in found}
        assert found == outcomes, said


@pytest.mark.parametrize("language", WORDS)
async def test_a_choice_among_words_moves_with_them(language: str) -> None:
    noun_first = language in ("id", "es", "pt", "ar")
    said = await english(language, "car {red|blue}" if noun_first else "{red|blue} car")
    found = {bare(chosen([said], seed)[0]) for seed in range(20)}
    assert found == {"red car", "blue car"}, said


@pytest.mark.parametrize(
    "prompt",
    [
        "[fox|cat]",
        "{red|blue} car",
        "a [dog:cat:0.5] in the snow",
        "{2$$red|green|blue} balls, [night:3]",
        "{3::a cat|a dog}, [watercolour::0.4]",
        "[(a:1.2)|b BREAK c]",
        "{a red {car|bus}|a boat} [at night:at noon:0,5]",
    ],
)
async def test_english_stays_as_it_is(prompt: str) -> None:
    for language in (None, "en", *WORDS):
        translation = await offline().translate(prompt, language)
        assert (translation.english, translation.outcome) == (prompt, "unchanged")


@pytest.mark.parametrize(
    ("language", "prompt", "told"),
    [
        ("id", "[fox|kucing]", ["fox", "cat"]),
        ("id", "a car, [red fox:anjing merah:0.5]", ["car, red fox", "car, red dog"]),
        ("ja", "[fox|猫]", ["fox", "cat"]),
        ("ru", "[fox:кошка:0.5]", ["fox", "cat"]),
    ],
)
async def test_sides_in_english_stay_and_the_others_are_translated(
    language: str, prompt: str, told: list[str]
) -> None:
    said = (await offline().translate(prompt, language)).english
    assert [bare(each) for each in by_call(said, 2)] == told
