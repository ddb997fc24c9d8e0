"""What a prompt says is missing becomes a negative prompt, whoever translated it and from whichever language."""

from __future__ import annotations

import pytest

from bot.translation.missing import take_out
from bot.translation.options import TranslationOptions
from bot.translation.providers.glossary import Glossary
from tests.bot.translation.stand_ins import MemoryCache, StandIn, translator


@pytest.mark.parametrize(
    ("english", "rest", "missing"),
    [
        ("a cat without a hat", "a cat", "hat"),
        ("a cat, without any hat, in the snow", "a cat, in the snow", "hat"),
        ("a cat not wearing a hat", "a cat", "hat"),
        ("a dog that does not wear a red hat", "a dog", "red hat"),
        ("a cat that isn't sleeping", "a cat", "sleeping"),
        ("a woman who is not looking at the camera", "a woman", "looking at the camera"),
        ("a woman not looking at the camera in the rain", "a woman in the rain", "looking at the camera"),
        ("a cat not sitting on a chair", "a cat", "sitting on a chair"),
        ("a girl that isn't smiling in the rain", "a girl in the rain", "smiling"),
        ("a man not eating an apple at night", "a man at night", "eating an apple"),
        ("a man not working at night", "a man at night", "working"),
        ("a dog not barking at a cat", "a dog", "barking at a cat"),
        ("a boy not walking to school", "a boy", "walking to school"),
        ("a girl not looking for her cat in a park", "a girl in a park", "looking for her cat"),
        ("a cat who has no tail, a dog", "a cat, a dog", "tail"),
        ("a street with no cars on the left", "a street on the left", "cars"),
        ("a street without cars and people", "a street", "cars, people"),
        ("a house without windows or doors", "a house", "windows, doors"),
        ("a cat without a hat and a scarf", "a cat", "hat, scarf"),
        ("a cat without a hat and a small dog", "a cat and a small dog", "hat"),
        ("a street without cars and a big tree", "a street and a big tree", "cars"),
        ("a garden without flowers and a dog", "a garden and a dog", "flowers"),
        ("a girl without shoes sitting on a chair", "a girl sitting on a chair", "shoes"),
        ("a man without a cup of coffee", "a man", "cup of coffee"),
        ("a cat (without a hat:1.2) in the snow", "a cat in the snow", "(hat:1.2)"),
        ("a cat without a (hat:1.2) on a table", "a cat on a table", "(hat:1.2)"),
        ('a sign without "text", rain', "a sign, rain", '"text"'),
        ("a beach with nobody", "a beach", "people"),
        ("a photo with no one else around", "a photo", "people"),
        ("a cat, nobody around, rain", "a cat, rain", "people"),
        ("a road with nobody around in the rain", "a road in the rain", "people"),
        ("nobody around the house, a cat", "around the house, a cat", "people"),
        ("(no cars:1.2), street", "street", "(cars:1.2)"),
        ("a road without cars\na sky without clouds", "a road\na sky", "cars, clouds"),
        ("A cat without a hat.", "A cat.", "hat"),
        ("without text, without watermark", "without text, without watermark", ""),
        ("not only a cat, no longer a dog", "not only a cat, no longer a dog", ""),
        ("a knot, a nook, a note", "a knot, a nook, a note", ""),
    ],
)
def test_what_is_missing_is_taken_out_with_its_brackets(english: str, rest: str, missing: str) -> None:
    assert take_out(english) == (rest, missing)


@pytest.mark.parametrize(
    ("language", "prompt", "english", "negative"),
    [
        ("id", "kucing tidak memakai topi", "a cat", "hat"),
        ("id", "kucing tidak duduk di kursi", "a cat", "sitting on a chair"),
        ("id", "wanita tidak melihat ke kamera", "a woman", "looking at a camera"),
        ("id", "gadis tidak mendengar musik", "a girl", "listening to music"),
        ("id", "jalan tanpa mobil, hujan", "a street, rain", "car"),
        ("id", "gadis tidak berkacamata", "a girl", "glasses"),
        ("id", "kucing tanpa ekor dan telinga di taman", "a cat in a garden", "tail, ear"),
        ("id", "kucing tanpa topi dan anjing", "a cat and a dog", "hat"),
        ("id", "wanita tanpa memakai sepatu", "a woman", "shoes"),
        ("ms", "kucing tidak memakai topi", "a cat", "hat"),
        ("es", "un perro que no lleva sombrero", "a dog", "hat"),
        ("pt", "um gato sem chapéu na neve", "a cat in the snow", "hat"),
        ("fr", "un chien qui ne porte pas de chapeau", "a dog", "hat"),
        ("it", "un gatto senza cappello", "a cat", "hat"),
        ("de", "eine Katze ohne Hut im Schnee", "a cat in the snow", "hat"),
        ("de", "ein Hund, der keinen Hut trägt", "a dog", "hat"),
        ("nl", "een kat zonder hoed", "a cat", "hat"),
        ("sv", "en katt utan hatt", "a cat", "hat"),
        ("da", "en kat uden hat", "a cat", "hat"),
        ("no", "en katt uten hatt", "a cat", "hat"),
        ("pl", "kot bez kapelusza", "a cat", "hat"),
        ("cs", "kočka bez klobouku", "a cat", "hat"),
        ("ro", "o pisică fără pălărie", "a cat", "hat"),
        ("ru", "дом без окон и дверей", "a house", "window, door"),
        ("ru", "кот без шляпы на столе", "a cat on a table", "hat"),
        ("uk", "кіт без капелюха", "a cat", "hat"),
        ("el", "μια γάτα χωρίς καπέλο", "a cat", "hat"),
        ("hu", "kalap nélküli macska", "a cat", "hat"),
        ("fi", "kissa ilman hattua", "a cat", "hat"),
        ("tr", "şapkasız kedi", "a cat", "hat"),
        ("tr", "şapka takmayan kedi", "a cat", "hat"),
        ("ar", "قطة بدون قبعة", "a cat", "hat"),
        ("fa", "گربه بدون کلاه", "a cat", "hat"),
        ("he", "חתול בלי כובע", "a cat", "hat"),
        ("hi", "लड़की जिसने टोपी नहीं पहनी", "a girl", "hat"),
        ("hi", "बिना टोपी की बिल्ली", "a cat", "hat"),
        ("bn", "টুপি ছাড়া বিড়াল", "a cat", "hat"),
        ("zh", "没有戴帽子的猫", "a cat", "hat"),
        ("zh", "没有树的山", "a mountain", "tree"),
        ("zh", "没有窗户和门的房子", "a house", "window, door"),
        ("ja", "帽子をかぶっていない猫", "a cat", "hat"),
        ("ja", "木のない山", "a mountain", "tree"),
        ("ko", "모자를 쓰지 않은 고양이", "a cat", "hat"),
        ("ko", "나무가 없는 산", "a mountain", "tree"),
        ("th", "แมวไม่ใส่หมวก", "a cat", "hat"),
        ("vi", "mèo không đội mũ", "a cat", "hat"),
        ("tl", "pusa na walang sumbrero", "a cat", "hat"),
        ("id", "kucing tanpa (topi:1.3) di salju", "a cat in the snow", "(hat:1.3)"),
        ("zh", "没有(帽子:1.3)的猫", "a cat", "(hat:1.3)"),
    ],
)
async def test_every_language_says_by_the_glossary_what_is_missing(
    language: str, prompt: str, english: str, negative: str
) -> None:
    chain = translator(Glossary(TranslationOptions()))
    translation = await chain.translate(prompt, language)
    assert (translation.english, translation.negative) == (english, negative)
    await chain.close()


async def test_every_translator_is_read_for_it_and_what_is_remembered_too() -> None:
    cache = MemoryCache()
    for provider in (StandIn(lambda _: "a cat not wearing a hat"), StandIn(lambda _: "never asked")):
        translation = await translator(provider, cache=cache).translate("kucing tidak memakai topi", "id")
        assert (translation.english, translation.negative) == ("a cat", "hat")


async def test_english_beside_what_is_translated_stays_too() -> None:
    chain = translator(Glossary(TranslationOptions()))
    translation = await chain.translate("kucing tanpa topi, no humans, masterpiece", "id")
    assert (translation.english, translation.negative) == ("a cat, no humans, masterpiece", "hat")
    await chain.close()
    assert take_out("a cat and No Face") == ("a cat and No Face", "")


async def test_a_part_in_two_languages_is_read_as_a_whole() -> None:
    chain = translator(Glossary(TranslationOptions()))
    translation = await chain.translate("kucing hitam with no hat, no humans", "id")
    assert (translation.english, translation.negative) == ("a black cat, no humans", "hat")
    await chain.close()


async def test_english_that_somebody_typed_stays_as_it_is() -> None:
    for prompt in ("a cat without a hat", "no people, empty street, masterpiece"):
        translation = await translator(StandIn()).translate(prompt, "id")
        assert (translation.english, translation.negative) == (prompt, "")
    chain = translator(StandIn(lambda _: "a cat"))
    await chain.correct("kucing tanpa topi", "a cat without a hat", person="ani")
    assert (await chain.translate("kucing tanpa topi", "id", person="ani")).english == "a cat without a hat"


async def test_in_a_negative_prompt_what_is_missing_is_what_shall_be_missing() -> None:
    chain = translator(Glossary(TranslationOptions()))
    translation = await chain.translate("buram, tanpa topi", "id")
    assert translation.all_of_it == "blurry, hat"
    await chain.close()
