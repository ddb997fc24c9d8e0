"""How Lukis speaks: the language it chooses, the words it understands, numbers, directions, and being asked at once."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.errors import UnknownFlag
from bot.locales import REFERENCE, RIGHT_TO_LEFT, Locales, terminal_language
from bot.locales.language import LONGEST_FACT
from bot.usecases.commands import COMMANDS
from bot.usecases.parsing import parse
from engine.api.parameters import FLAGS, PARAMETERS
from tests.bot.ftl import read
from tests.chat import stage

LOCALES = Locales.load()
ENGLISH = read(REFERENCE).entries
OTHERS = [tag for tag in LOCALES.languages if tag != REFERENCE]
SOURCES = Path(bot.__file__).parent

# words that people type


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_command_names_suit_discord(tag: str) -> None:
    first = [LOCALES.words(tag, f"command-{name}-names")[0] for name in COMMANDS if name != "start"]
    assert len(set(first)) == len(first), tag
    for name in first:
        assert re.fullmatch(r"[-_'\w\u0900-\u097f]{1,32}", name) and name == name.lower(), (tag, name)


def test_no_word_means_two_things() -> None:
    commands: dict[str, str] = {name: name for name in COMMANDS}
    flags = {flag: parameter.name for flag, parameter in FLAGS.items()}
    for tag in LOCALES.languages:
        for name in COMMANDS:
            for word in LOCALES.words(tag, f"command-{name}-names"):
                assert commands.setdefault(word, name) == name, (tag, word)
        for flag, parameter in LOCALES.flags(tag).items():
            assert flags.setdefault(flag, parameter.name) == parameter.name, (tag, flag)


def values() -> dict[str, str]:
    """A value that each parameter takes."""
    return {p.name: "" if p.words.kind == "switch" else p.words.example for p in PARAMETERS.values()}


OWN = [(tag, flag) for tag in OTHERS for flag in LOCALES.flags(tag) if flag not in FLAGS]


@given(
    st.sampled_from(OWN),
    st.sampled_from(["--", "—", "–", "――", "－－"]),
    st.sampled_from([" ", "=", ": ", "："]),
)
def test_flags_work_in_every_language(own: tuple[str, str], dashes: str, glue: str) -> None:
    tag, flag = own
    parameter = LOCALES.flags(tag)[flag]
    value = values()[parameter.name]
    typed = f"fox {dashes}{flag[2:].title()}{glue + value if value else ''} --seed 7"
    request = parse(typed, LOCALES.flags(), own=LOCALES.flags(tag))
    assert request.prompt == "fox"
    assert getattr(request.parameters, parameter.name) == getattr(
        parse(f"fox {parameter.flag} {value} --seed 7").parameters, parameter.name
    )


@pytest.mark.parametrize(
    ("tag", "typed", "nearest"),
    [
        ("id", "--langka 3", "--langkah"),
        ("id", "--stpes 3", "--steps"),
        ("ko", "--씨두 7", "--씨드"),
        ("ko", "--샘플러러 euler", "--샘플러"),
        ("es", "--semila 7", "--semilla"),
        ("pt", "--sement 7", "--semente"),
        ("hi", "--चरन 7", "--चरण"),
        ("ru", "--шагии 7", "--шаги"),
        ("en", "--langka 3", ""),
    ],
)
def test_slips_are_corrected_in_the_persons_own_language(tag: str, typed: str, nearest: str) -> None:
    with pytest.raises(UnknownFlag) as caught:
        parse(f"fox {typed}", LOCALES.flags(), own=LOCALES.flags(tag))
    assert caught.value.facts["nearest"] == nearest


# choosing a language


@pytest.mark.parametrize(
    ("tag", "ours"),
    [
        ("en-GB", "en"),
        ("pt-BR", "pt"),
        ("pt_PT", "pt"),
        ("es-419", "es"),
        ("zh-CN", "zh"),
        ("zh-Hans", "zh"),
        ("zh-TW", "zh"),
        ("zh-Hant-HK", "zh"),
        ("yue", "zh"),
        ("in", "id"),
        ("ms-MY", "id"),
        ("ca", "es"),
        ("AR", "ar"),
        ("de", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_nearest_language_is_spoken(tag: str | None, ours: str) -> None:
    assert LOCALES.match(tag) == ours


@given(st.text(max_size=40))
def test_any_tag_gets_a_language(tag: str) -> None:
    assert LOCALES.match(tag) in LOCALES.languages
    assert LOCALES.find(tag) in (*LOCALES.languages, None)


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("한국어", "ko"),
        ("Indonesian", "id"),
        (" ESPAÑOL ", "es"),
        ("zh-TW", "zh"),
        ("english", "en"),
        ("en", "en"),
    ],
)
def test_languages_are_found_by_what_people_call_them(words: str, tag: str) -> None:
    assert LOCALES.find(words) == tag


def test_what_is_no_language_is_none() -> None:
    assert LOCALES.find("klingon") is None and LOCALES.find("") is None


def test_a_default_language_is_spoken_to_strangers() -> None:
    locales = Locales.load("id")
    assert locales.match(None) == "id" and locales.match("de") == "en"
    assert locales.find("") is None


@pytest.mark.parametrize(
    ("environment", "tag"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko-KR"),
        ({"LC_ALL": "id_ID", "LANG": "ko_KR"}, "id-ID"),
        ({"LANG": "de_DE@euro"}, "de-DE"),
        ({"LANG": "C.UTF-8"}, None),
    ],
)
def test_a_terminals_language(
    environment: dict[str, str], tag: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal_language() == tag


# how it is said

MINUTE_AND_A_HALF = {"position": 3, "wait": timedelta(seconds=100)}


@pytest.mark.parametrize(
    ("tag", "percent", "wait"),
    [
        ("en", "46%", "2 minutes"),
        ("es", "46\xa0%", "2 minutos"),
        ("ru", "46\xa0%", "2 минуты"),
        ("ko", "46%", "2분"),
    ],
)
def test_numbers_and_durations_take_the_languages_form(tag: str, percent: str, wait: str) -> None:
    say = LOCALES.say(tag)
    assert percent in say("status-progress", share=0.456)
    assert wait in say("status-queued-wait", **MINUTE_AND_A_HALF)


def facts(**changed: Any) -> dict[str, Any]:
    recipe = {
        "seed": "4294967295",
        "size": "64×64",
        "steps": 21,
        "sampler": "Euler",
        "cfg": 7.5,
        "model": "starter",
    }
    return {**recipe, **changed}


def test_seeds_and_sizes_stay_plain_and_the_rest_is_the_languages() -> None:
    assert (
        LOCALES.say("en")("result-facts", **facts())
        == "seed 4294967295 · 64×64 · 21 steps · Euler · cfg 7.5 · starter"
    )
    assert LOCALES.say("en")("result-facts", **facts(steps=1)).count("1 step ·") == 1
    assert (
        LOCALES.say("ru")("result-facts", **facts())
        == "сид 4294967295 · 64×64 · 21 шаг · Euler · cfg 7,5 · starter"
    )
    assert [LOCALES.say("ru")("result-facts", **facts(steps=n)).split(" · ")[2] for n in (2, 5, 11)] == [
        "2 шага",
        "5 шагов",
        "11 шагов",
    ]


@pytest.mark.parametrize("tag", sorted(RIGHT_TO_LEFT & set(LOCALES.languages)))
def test_right_to_left_sentences_isolate_what_runs_the_other_way(tag: str) -> None:
    say = LOCALES.say(tag)
    assert "\u2068--size\u2069" in say("error-out-of-memory")
    assert "\u2068/imagine\u2069" in say("imagine-how", example=say("imagine-example"))
    assert "\u2068--ar 16:9\u2069" in say("imagine-example")
    assert "\u2068telegram:123\u2069" in say("error-not-allowed", id="telegram:123")
    assert say("terminal-ready").startswith("\u200fLukis")
    assert parse(say("imagine-example"), LOCALES.flags()).parameters.ratio == (16, 9)


def test_a_fact_of_any_length_can_be_said() -> None:
    text = LOCALES.say("en")("result-english", english="fox " * 5000)
    assert LONGEST_FACT <= len(text) <= LONGEST_FACT + 20 and text.endswith("…")


def test_what_a_language_lacks_or_broke_is_said_in_english() -> None:
    sources = {"en": "hello = Hello { $name }\nbye = Bye", "id": "hello = Halo { $name\nother = Lain"}
    say = Locales(sources).say("id")
    assert say("hello", name="Ani") == "Hello Ani" and say("bye") == "Bye" and say("other") == "Lain"
    with pytest.raises(KeyError):
        say("never-written")


def test_many_threads_may_speak_at_once() -> None:
    locales = Locales(
        {tag: SOURCES.joinpath("locales", f"{tag}.ftl").read_text("utf-8") for tag in LOCALES.languages}
    )
    asked = [(tag, name) for tag in locales.languages for name in read("id").entries if name in ENGLISH] * 2
    asked = [(tag, name) for tag, name in asked if not name.startswith(("parameter-", "input-"))]

    def told(one: tuple[str, str]) -> str:
        return locales.say(one[0])(one[1], **dict.fromkeys(ENGLISH[one[1]].blanks, 2))

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(told, asked)) == [told(one) for one in asked]


def test_asking_for_usage_loads_no_language() -> None:
    code = (
        "import sys, bot.cli\ntry: bot.cli.main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('fluent', 'babel', 'bot.locales') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


async def test_a_picture_under_way_goes_on_in_the_language_that_is_chosen_meanwhile(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        on.engine.hold(1)
        await alice.send("/imagine a boat")
        await alice.told("25%")
        await alice.send("/language id")
        await on.engine.release(until=3)
        await alice.told(on.lukis.service.locales.say("id")("status-progress", share=0.75))
