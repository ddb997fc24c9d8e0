"""What fits where: buttons in rows, helps in options, and every page of the guide in a message."""

from __future__ import annotations

import pytest
from discord import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.guide import Guide
from bot.guide.topics import CHAPTERS, TOPICS
from bot.locales import Locales
from bot.messages import Button
from bot.platforms.discord.buttons import PREFIX, view
from bot.platforms.discord.render import content, escape
from bot.platforms.discord.words import LONGEST_DESCRIPTION, described, option_names, options
from bot.usecases.commands import COMMANDS
from tests.fakes import FAKE_CARD

LANGUAGES = Locales.load().languages


@given(st.lists(st.integers(1, 8), max_size=9))
async def test_all_buttons_that_a_message_can_hold_are_there(lengths: list[int]) -> None:
    numbers = iter(range(99))
    rows = [
        [Button(f"b{n}", f"reroll:{n}") for n, _ in zip(numbers, range(length), strict=False)]
        for length in lengths
    ]
    made = view(rows)
    shown = [c for row in made.to_components() for c in row["components"]] if made else []
    wanted = [PREFIX + b.payload for row in rows for b in row]
    assert [c["custom_id"] for c in shown] == wanted[:25]
    assert all(len(row["components"]) <= 5 for row in (made.to_components() if made else []))


async def test_rows_stay_as_they_are_where_they_fit() -> None:
    rows = [[Button(f"{r}{c}", f"reroll:{r}{c}") for c in range(4)] for r in range(4)] + [
        [Button("x", "delete:1")]
    ]
    made = view(rows)
    assert made is not None
    assert [len(row["components"]) for row in made.to_components()] == [4, 4, 4, 4, 1]


async def test_the_same_button_twice_is_there_once() -> None:
    made = view([[Button("a", "help"), Button("b", "help")]])
    assert made is not None
    assert len(made.children) == 1


@given(st.text(max_size=400))
def test_helps_are_cut_to_what_discord_takes(text: str) -> None:
    assert len(described(text)) <= LONGEST_DESCRIPTION


def test_helps_end_with_a_whole_sentence_where_one_fits() -> None:
    text = "The method that removes the noise. Soft and artistic: Euler, DDIM. " + "And so on and on. " * 9
    assert (
        described(text)
        == "The method that removes the noise. Soft and artistic: Euler, DDIM. And so on and on."
    )


def test_a_decimal_point_ends_no_sentence() -> None:
    text = "Если начинать с картинки: насколько далеко от неё уйти. 0.3 – подправить, 0.9 – оставить мало чего от неё."
    assert described(text) == "Если начинать с картинки: насколько далеко от неё уйти."


def test_scripts_with_vowel_signs_name_options_too() -> None:
    assert option_names(Locales.load(), "hi")["input-image"] == "चित्र"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_options_have_one_name(language: str) -> None:
    translated = option_names(Locales.load(), language)
    names = [translated.get(key, name) for name, key in options().items()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "ar"])
def test_discord_has_every_language_of_ours_but_arabic(language: str) -> None:
    assert any(Locales.load().match(locale.value) == language for locale in Locale)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["", *CHAPTERS, *TOPICS])
async def test_every_page_of_the_guide_fits_a_message(language: str, page: str) -> None:
    locales = Locales.load()
    say = locales.say(language)
    menu = [(name, say(f"command-{name}")) for name in COMMANDS]
    card = Guide(locales, locales.command_names(COMMANDS)).card(page, language, [FAKE_CARD], menu)
    assert content(card) == escape(card.text)
    made = view(card.buttons)
    assert made is not None
    assert len(made.children) == len({b.payload for row in card.buttons for b in row})
