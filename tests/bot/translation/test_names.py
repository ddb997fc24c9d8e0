"""Names of people, characters, places and brands stay as they are typed."""

from __future__ import annotations

import pytest

from bot.translation.options import TranslationOptions
from bot.translation.providers.glossary import Glossary
from tests.bot.translation.stand_ins import StandIn, translator

CHAIN = translator(StandIn())


@pytest.mark.parametrize("speaks", [None, "id", "es", "pt", "fr", "it", "tr", "ru", "ja"])
@pytest.mark.parametrize(
    "name",
    [
        "Sakura Haruno",
        "Luna Lovegood",
        "Rosa Parks",
        "hatsune miku",
        "nezuko kamado",
        "monkey d luffy",
        "Mar del Plata",
        "Sierra Nevada",
        "Porto Alegre",
        "Machu Picchu",
        "Malang",
        "Medan",
        "Porto",
        "Piedras Negras",
        "Notre-Dame de Paris",
        "Alba Longa",
        "Coca-Cola",
        "Ayrton Senna",
    ],
)
async def test_a_name_alone_is_no_word_of_any_language(name: str, speaks: str | None) -> None:
    assert (await CHAIN.plan(name, speaks)).translated == ()


@pytest.mark.parametrize(
    ("speaks", "prompt", "name"),
    [
        ("id", "foto Cristiano Ronaldo makan bakso", "Cristiano Ronaldo"),
        ("id", "hatsune miku memakai kebaya", "hatsune miku"),
        ("es", "retrato de Penélope Cruz", "Penélope Cruz"),
        ("es", "Juan Pérez comiendo tacos", "Juan Pérez"),
        ("es", "gato en Buenos Aires", "Buenos Aires"),
        ("pt", "gato em Foz do Iguaçu", "Foz do Iguaçu"),
        ("fr", "Marion Cotillard en robe rouge", "Marion Cotillard"),
        ("it", "Sofia Rossi con un cane", "Sofia Rossi"),
        ("it", "Lago di Como al tramonto", "Lago di Como"),
        ("de", "Angela Merkel im Garten", "Angela Merkel"),
        ("de", "Hermann Müller mit Hund", "Hermann Müller"),
        ("nl", "Anne Frank met een hoed", "Anne Frank"),
        ("tr", "kedi ve Galata Kulesi", "Galata Kulesi"),
        ("pl", "Robert Lewandowski z psem", "Robert Lewandowski"),
        ("ru", "Cristiano Ronaldo на пляже", "Cristiano Ronaldo"),
        ("zh", "Taylor Swift 在海滩", "Taylor Swift"),
        ("ja", "Naruto Uzumaki と犬", "Naruto Uzumaki"),
        ("ar", "Cristiano Ronaldo في الصحراء", "Cristiano Ronaldo"),
        ("hi", "Virat Kohli और कुत्ता", "Virat Kohli"),
    ],
)
async def test_a_name_among_words_stays_and_they_are_translated(speaks: str, prompt: str, name: str) -> None:
    plan = await CHAIN.plan(prompt, speaks)
    assert name in plan.kept
    assert plan.needed


@pytest.mark.parametrize(
    ("speaks", "prompt"),
    [
        (None, "Kucing Hitam"),
        (None, "Gadis Cantik di Pantai"),
        ("es", "El Perro Grande"),
        ("es", "piedras negras"),
        ("de", "Grüner Drache"),
        ("de", "Verschneite Berglandschaft"),
        ("id", "medan perang"),
        ("it", "rosa rossa"),
    ],
)
async def test_capitals_and_names_of_towns_make_no_names_of_plain_words(
    speaks: str | None, prompt: str
) -> None:
    assert (await CHAIN.plan(prompt, speaks)).translated == (prompt,)


@pytest.mark.parametrize("prompt", ["hikigaya hachiman", "kasumigaoka utaha", "Tegucigalpita"])
async def test_words_that_nobody_knows_pass_without_a_warning(prompt: str) -> None:
    offline = translator(Glossary(TranslationOptions()))
    translation = await offline.translate(prompt, "es")
    assert (translation.english, translation.outcome) == (prompt, "unchanged")
    await offline.close()
