"""Words on Discord: whatever people write is shown as they wrote it, and fits."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.messages import Card
from bot.platforms.discord.render import LONGEST, bar, clip, content, escape, size

HOSTILE = st.text(alphabet="ab1 \n*_~`|<>@#[]()/\\:.-+!&=^é한🦊", max_size=60)

LIVE = [
    re.compile(r"(?<!\\)" + pattern)
    for pattern in (
        r"<@[!&]?\d+>",
        r"<#\d+>",
        r"<a?:\w+:\d+>",
        r"<t:-?\d+",
        r"</\w+:\d+>",
        r"https?://",
        r"discord\.gg/",
    )
]
"""What Discord's client would turn into something else: mentions, emoji, times, commands, links, invitations."""


def shown(markdown: str) -> str:
    """What a Markdown reader that others wrote makes of it; styles and blocks show as their names."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    reader.disable(["entity", "code", "lheading", "reference", "html_block", "hr"])
    tokens = [t for block in reader.parse(markdown) for t in (block.children or [block])]
    return "".join(map(_shown, tokens))


def _shown(token: Token) -> str:
    if token.type in ("text", "text_special"):
        return token.content
    if token.type == "softbreak":
        return "\n"
    return "" if token.type.startswith("paragraph") else f"<{token.type}>"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(HOSTILE)
def test_escaped_text_shows_as_it_was_written(text: str) -> None:
    assert squeezed(shown(escape(text))) == squeezed(text)


@pytest.mark.parametrize(
    "text",
    [
        "@everyone @here <@123> <@!123> <@&456> <#789>",
        "<:fox:123> <a:fox:123> <t:1700000000:R> </imagine:42>",
        "https://example.org/x?y=z http://a.b discord.gg/lukis",
        "# big\n-# small\n> quote\n>>> quotes\n- list\n1. one\n* star",
        "[click](https://example.org) ||spoiler|| ```code``` `x` ~~s~~ __u__ ***b***",
    ],
)
def test_nothing_of_discords_own_comes_alive(text: str) -> None:
    escaped = escape(text)
    assert [p.pattern for p in LIVE if p.search(escaped)] == []
    assert squeezed(re.sub(r"\\(?=[^\w\s]|_)", "", escaped)) == squeezed(text)


def test_ordinary_prompts_stay_readable() -> None:
    prompt = "a cat's hat (blue:1.3), 16:9 – «très joli», 파란 배경에 빨간 사과"
    assert escape(prompt) == prompt


@given(st.text(max_size=300), st.integers(1, 80))
def test_clipped_text_fits(text: str, room: int) -> None:
    assert size(clip(text, room)) <= room


@given(
    st.text(max_size=4000),
    st.text(max_size=4000),
    st.lists(st.text(max_size=2500), max_size=5),
    st.none() | st.floats(0, 1),
)
def test_every_card_fits_a_message(prompt: str, text: str, notes: list[str], progress: float | None) -> None:
    card = Card(prompt=prompt, text=text, notes=tuple(notes), progress=progress)
    assert size(content(card, "<@1234567890123456789>")) <= LONGEST


def test_a_result_reads_well() -> None:
    card = Card(
        prompt="눈 속의 여우\n두 마리", notes=("In English: two foxes in the snow", "seed 7 · 512×512")
    )
    assert content(card) == (
        "> 눈 속의 여우\n> 두 마리\n-# In English: two foxes in the snow\n-# seed 7 · 512×512"
    )


def test_progress_is_a_bar_under_the_words() -> None:
    assert (
        content(Card(prompt="fox", text="Painting: 50%", progress=0.5))
        == "> fox\nPainting: 50%\n▰▰▰▰▰▰▱▱▱▱▱▱"
    )
    assert (bar(None), bar(0), bar(1)) == ("", "▱" * 12, "▰" * 12)


def test_a_long_prompt_gives_way_to_what_lukis_says() -> None:
    text = content(Card(prompt="a very long prompt " * 200, text="🎨 Painting: 3%", notes=("seed 7",)))
    assert "🎨 Painting: 3%" in text
    assert text.endswith("-# seed 7")
    assert "…" in text
