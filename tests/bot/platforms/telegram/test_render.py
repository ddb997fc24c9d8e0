"""Cards as Telegram messages: within its limits whatever people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import ForceReply, InlineKeyboardMarkup

from bot.messages import Button, Card
from bot.platforms.telegram.render import CAPTION, TEXT, clean, cut, keyboard, render, units

WORDS = st.text(max_size=3000) | st.text(
    st.sampled_from("👩‍🎨👍🏽🇮🇩é<b>&*_`[]\n\u202eשלום한국"), max_size=3000
)


@given(
    WORDS, WORDS, st.lists(WORDS, max_size=4), st.none() | st.floats(0, 1), st.sampled_from([TEXT, CAPTION])
)
def test_every_card_fits(text: str, prompt: str, notes: list[str], progress: float | None, most: int) -> None:
    shown = render(Card(text=text, prompt=prompt, notes=tuple(notes), progress=progress), most)
    assert units(shown.text) <= most
    for entity in shown.entities:
        assert entity.offset >= 0
        assert entity.length > 0
        assert entity.offset + entity.length <= units(shown.text)


@given(WORDS, st.integers(0, 100))
def test_cutting_breaks_no_character(text: str, most: int) -> None:
    kept = cut(clean(text), most)
    assert units(kept) <= most
    kept.encode("utf-8")
    assert kept in clean(text) or (kept.endswith("…") and clean(text).startswith(kept[:-1]))


def test_a_long_prompt_gives_way_to_the_facts() -> None:
    shown = render(Card(prompt="kucing " * 2000, notes=("In English: cat", "seed 7")), CAPTION)
    assert shown.text.endswith("…\nIn English: cat\nseed 7")
    assert [e.type for e in shown.entities] == ["expandable_blockquote", "italic", "italic"]


def test_a_long_prompt_and_a_long_translation_share_the_room() -> None:
    shown = render(Card(prompt="ㄱ" * 5000, notes=("In English: " + "g" * 5000, "seed 7")), CAPTION)
    assert shown.text.count("ㄱ") > 450
    assert shown.text.count("g") > 450
    assert shown.text.endswith("\nseed 7")


def test_entities_are_counted_as_telegram_counts() -> None:
    shown = render(Card(text="🎨 Painting", prompt="🦊🦊", notes=("seed 7",)), TEXT)
    assert [(e.type, e.offset, e.length) for e in shown.entities] == [
        ("blockquote", 12, 4),
        ("italic", 17, 6),
    ]


def test_markup_in_a_prompt_stays_what_was_typed() -> None:
    prompt = "<b>bold</b> *stars* [link](tg://user?id=1) &amp; `code`"
    assert render(Card(prompt=prompt), TEXT).text == prompt


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("a\0b\x07c\x9f", "abc"),
        ("tab\there", "tab here"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\n\n\nfar\n\n\n\n\napart\n\n", "far\n\napart"),
        ("half \ud83d of it", "half \ufffd of it"),
        ("back\u202ewards", "backwards"),
        ("مرحبا \u200fabc", "مرحبا \u200fabc"),
        ("👩‍🎨", "👩‍🎨"),
    ],
)
def test_what_telegram_refuses_or_what_garbles_a_line_goes(typed: str, sent: str) -> None:
    assert clean(typed) == sent


def test_progress_is_a_bar() -> None:
    assert render(Card(text="🎨 50%", progress=0.5), TEXT).text == "🎨 50%\n▰▰▰▰▰▰▱▱▱▱▱▱"
    assert "▰" not in render(Card(text="x", progress=0.0), TEXT).text
    assert "▱" not in render(Card(text="x", progress=7.0), TEXT).text


def test_buttons_win_over_an_open_reply_box() -> None:
    button = Button("Cancel", "cancel:1")
    assert isinstance(keyboard(Card(buttons=((button,),), ask=True)), InlineKeyboardMarkup)
    assert isinstance(keyboard(Card(ask=True)), ForceReply)
    assert keyboard(Card()) is None
