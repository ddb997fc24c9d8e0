"""Looking for one's own pictures by their words, their model and their day, in any script."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.locales import Locales
from bot.store.lists import Sought
from bot.usecases.searching import sought
from tests.bot.usecases.test_favourites import labels, painted
from tests.chat import FakeTranslator, Message, Someone, Stage, stage

NOW = 1_795_737_600.0 + 3600  # 2026-11-27, an hour after midnight
LOCALES = Locales.load()


async def looked(who: Someone, on: Stage, words: str) -> Message:
    await who.send(f"/history {words}")
    page = list(on.platform.messages.values())[-1]
    on.platform.seen.add(page.id)
    return page


async def found(who: Someone, on: Stage, words: str) -> list[str]:
    """The prompts that somebody leafs through who looks for that."""
    page = await looked(who, on, words)
    seen = [page.card.prompt] if page.card.pictures else []
    while "▶️" in labels(page):
        await who.press(page, "▶️")
        seen.append(page.card.prompt)
    return seen


PROMPTS = {
    "a black Cat on a roof": ("cat", "CAT roof", "roof black"),
    "vacation by the sea": ("vacation", "sea"),
    "猫耳の少女": ("猫", "猫耳", "少女"),
    "一只黑猫在雪地里": ("黑猫", "雪地"),
    "แมวดำบนหลังคา": ("แมว", "หลังคา"),
    "고양이가 자는 집": ("고양이", "집"),
    "Чёрный кот": ("ЧЁРНЫЙ", "кот"),
    "القطة السوداء": ("قطة", "السوداء"),
    "काली बिल्ली": ("बिल्ली",),
    "un café à Paris": ("cafe", "CAFÉ"),
}


async def test_words_are_found_in_any_script(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        for prompt in PROMPTS:
            await painted(alice, prompt)
        for prompt, words in PROMPTS.items():
            for each in words:
                assert prompt in await found(alice, on, each), each
        assert await found(alice, on, "cat") == ["a black Cat on a roof"], "not within another word"
        assert await found(alice, on, "cat sea") == []
        assert await found(bob, on, "cat") == [], "nobody else's"


async def test_the_english_is_looked_through_too_and_the_newest_comes_first(tmp_path: Path) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox")) as on:
        alice = on.someone()
        for prompt in ("a fox", "a boat", "여우", "the fox again --n 3"):
            await painted(alice, prompt, 3 if "--n" in prompt else 1)
        assert await found(alice, on, "fox") == ["the fox again", "여우", "a fox"]
        page = await looked(alice, on, "fox again")
        assert [b for b in labels(page) if b in ("🖼 1", "🖼 2", "🖼 3")] == ["🖼 2", "🖼 3"]
        await alice.press(page, "Delete")
        await alice.press(await looked(alice, on, "여우"), "Delete")
        assert await found(alice, on, "fox") == ["the fox again", "a fox"]


@pytest.mark.parametrize(
    "hostile", ['"', "fox*", "NEAR(a b)", "fox OR boat", "' OR 1=1 --", "%", "_", "prompt:fox", "(((", "\\"]
)
async def test_signs_are_words_like_any_others(tmp_path: Path, hostile: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await painted(alice, "a fox")
        assert await found(alice, on, hostile) == []


async def test_in_a_group_only_what_was_made_there_is_found(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        home, room = on.someone(chat="home"), on.someone(group=True)
        await painted(home, "a secret fox")
        await painted(room, "a public fox")
        assert await found(room, on, "fox") == ["a public fox"]
        assert await found(home, on, "fox") == ["a public fox", "a secret fox"]
        await room.send("/history secret")
        await room.told("I found none of your pictures from this chat by that.")


async def test_a_model_and_a_day_narrow_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await painted(alice, "a fox")
        model = on.engine.jobs[0].recipe.model
        assert await found(alice, on, f"fox --model {model}") == ["a fox"]
        assert await found(alice, on, f"--modelo {model[:3].upper()}") == ["a fox"]
        assert await found(alice, on, "fox --model nosuch") == []
        assert await found(alice, on, "today") == ["a fox"] == await found(alice, on, "hoy")
        assert await found(alice, on, "fox yesterday") == []
        assert await found(alice, on, time.strftime("%Y-%m", time.gmtime())) == ["a fox"]
        assert await found(alice, on, "2019-01") == []


async def test_a_style_narrows_it_by_its_name_in_any_language(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await painted(alice, "a fox --style ink,neon")
        await painted(alice, "a boat --style watercolor")
        await painted(alice, "a cat")
        assert (
            await found(alice, on, "--style ink") == ["a fox"] == await found(alice, on, "fox --style neon")
        )
        assert await found(alice, on, "--style акварель") == ["a boat"]
        assert await found(alice, on, "—estilo acuarela") == ["a boat"]
        assert await found(alice, on, "cat --style ink") == []
        await painted(alice, 'a hill --style "pixel art"')
        for words in (
            '--style "pixel art"',
            "—style “Pixel Art”",
            "--estilo=«arte de píxeles» hill",
            "--style pixel",
        ):
            assert await found(alice, on, words) == ["a hill"], words
        assert (
            await found(alice, on, '--style "pixel art') == [] == await found(alice, on, 'boat --style ""x')
        )


async def test_a_style_of_ones_own_is_found_that_is_called_like_one_that_ships(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await painted(alice, "a fox")
        await alice.send("/style save tinta in blue")  # Portuguese for ink
        await painted(alice, "a boat --style tinta")
        await painted(alice, "a cat --style ink")
        assert await found(alice, on, "--style tinta") == ["a cat", "a boat"]
        assert await found(alice, on, "--style ink") == ["a cat"]


SPOILT = '{"model": "\\ud800", "style": ["\\ud800"], "english": "\\ud800"}'


@pytest.mark.parametrize(
    ("cell", "value"), [("recipe", SPOILT), ("translation", SPOILT), ("prompt", b"\xff\xfe")]
)
async def test_a_spoilt_cell_hides_no_other_picture(tmp_path: Path, cell: str, value: str | bytes) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await painted(alice, "a boat")
        await painted(alice, "a fox --style ink")
        with closing(sqlite3.connect(tmp_path / "lukis.sqlite")) as connection, connection:
            connection.execute(f"UPDATE jobs SET {cell} = CAST(? AS TEXT) WHERE number = 1", (value,))
        assert await found(alice, on, "fox --style ink") == ["a fox"]


async def test_a_year_is_no_page(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        for prompt in ("a fox", "a boat"):
            await painted(alice, prompt)
        assert await found(alice, on, time.strftime("%Y", time.gmtime())) == ["a boat", "a fox"]
        await alice.send("/history 2001")
        await alice.told("I found none of your pictures")
        await alice.send("/history 2")
        assert (await alice.told("2 of 2")).card.job == on.engine.jobs[0].id


@pytest.mark.parametrize(
    ("text", "begins", "days"),
    [
        ("2026-11", "2026-11-01", 30),
        ("2026-12", "2026-12-01", 31),
        ("2024-02-29", "2024-02-29", 1),
        ("fox 2026", "2026-01-01", 365),
        ("yesterday", "2026-11-26", 1),
        ("오늘", "2026-11-27", 1),
        ("昨日", "2026-11-26", 1),
    ],
)
def test_times_are_read(text: str, begins: str, days: int) -> None:
    read = sought(text, LOCALES, NOW)
    assert time.strftime("%Y-%m-%d", time.gmtime(read.since)) == begins
    assert read.until - read.since == days * 86_400


@pytest.mark.parametrize("text", ["2026-13", "2025-02-29", "2026-11-31", "20260"])
def test_what_is_no_time_is_a_word(text: str) -> None:
    assert sought(text, LOCALES, NOW) == Sought(words=text)
