"""What Lukis says: nothing missing, nothing unused, nothing broken, in every language."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.commands import COMMANDS
from bot.guide.topics import CHAPTERS, TOPICS
from bot.locales import REFERENCE, RIGHT_TO_LEFT, Locales, terminal_language
from bot.locales.language import LONGEST_FACT, Language
from bot.parsing import parse
from bot.platforms.discord_words import OPTIONS
from engine.api.errors import ERRORS, UnknownFlag
from engine.api.parameters import FLAGS, PARAMETERS
from engine.api.samplers import SAMPLERS
from tests.bot.ftl import Entry, read

LOCALES = Locales.load()
ENGLISH = read(REFERENCE).entries
OTHERS = [tag for tag in LOCALES.languages if tag != REFERENCE]
SOURCES = Path(bot.__file__).parent
PLURALS = {"zero", "one", "two", "few", "many", "other"}

CHECKED_BY_WORD = re.compile(r"-(names|flags)$")
"""Lists of words, which each language fills as it likes."""

FAMILIES = {
    "button-": {"button-show", "button-reroll"},
    "command-": {f"command-{name}" for name in COMMANDS} | {f"command-{name}-names" for name in COMMANDS},
    "discord-": {*OPTIONS.values(), *(f"{key}-help" for key in OPTIONS.values())},
    "error-": {f"error-{code}" for code, kind in ERRORS.items() if not kind.__subclasses__()}
    | {"error-unknown", "error-engine"},
    "guide-": {f"guide-{name}{end}" for name in CHAPTERS for end in ("", "-title")}
    | {f"guide-{name}{end}" for name in TOPICS for end in ("", "-title", "-names")},
    "page-sampler-": {f"page-sampler-{sampler.group}" for sampler in SAMPLERS},
    "parameter-": {f"parameter-{name}{end}" for name in PARAMETERS for end in ("", "-help", "-flags")},
}
"""Messages whose names are put together, by how they begin: all that can come of it."""

TRADE = set(
    """
    lukis telegram discord python pytorch cpu gpu gb json jpeg png webp id cookie env allowed data docs api
    prompt seed cfg sampler lora loras controlnet dreambooth safetensors checkpoint ckpt embedding hypernetwork
    inpainting outpainting upscaling latent render noise diffusion stable img2img imagine models help history
    cancel language model steps size ar no raw strength aspect euler ddim dpm unipc heun sde karras name step
    textual inversion guidance lang stopped classifier free telegram_token discord_token markdown zh hans
    """.split()
)
"""Latin words that belong into any language: names, flags, and terms that the trade leaves in English."""


def test_no_file_is_broken() -> None:
    for tag in LOCALES.languages:
        file = read(tag)
        assert file.junk == [] and file.twice == [], tag
        assert not [name for name, entry in file.entries.items() if entry.references], tag
        text = SOURCES.joinpath("locales", f"{tag}.ftl").read_text("utf-8")
        assert set(Language(tag, text)) == {n for n in file.entries if n in text}, tag


def test_every_language_has_every_message() -> None:
    wanted = set(ENGLISH) | {name for name in FAMILIES["parameter-"] if name.endswith("-flags")}
    lacking = {tag: sorted(wanted - set(read(tag).entries)) for tag in OTHERS}
    assert not any(lacking.values()), lacking
    needless = {tag: sorted(set(read(tag).entries) - wanted) for tag in OTHERS}
    assert not any(needless.values()), needless


# messages and the code that says them


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every `say(...)` in the code of bot/, with its place."""
    for file in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("say", "said")
            ):
                yield f"{file.relative_to(SOURCES.parent)}:{node.lineno}", node


def constants(node: ast.AST) -> Iterator[str]:
    """Every whole string in it; the pieces of an f-string are none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)):
            yield from constants(child)


def prefixes(node: ast.AST) -> Iterator[str]:
    """How every f-string in it begins."""
    for child in ast.walk(node):
        if isinstance(child, ast.JoinedStr):
            yield str(getattr(child.values[0], "value", ""))


def test_whatever_is_said_exists() -> None:
    for place, call in calls():
        pieces = isinstance(call.args[0], ast.JoinedStr)
        for name in () if pieces else constants(call.args[0]):
            assert name in ENGLISH, f"{place}: no message {name}"
        for start in prefixes(call.args[0]):
            assert any(start.startswith(family) for family in FAMILIES), f"{place}: what is {start}…?"
    for family, names in FAMILIES.items():
        lists = {n for n in names if n.endswith("-flags")}
        assert names - lists - set(ENGLISH) == set(), family


def test_every_message_is_said_somewhere() -> None:
    said = {name for names in FAMILIES.values() for name in names}
    for file in SOURCES.rglob("*.py"):
        said |= set(constants(ast.parse(file.read_text("utf-8"))))
    page = "".join(
        p.read_text("utf-8") for s in ("*.js", "*.html") for p in (SOURCES / "platforms" / "page").glob(s)
    )
    said |= set(re.findall(r"\bpage-[a-z-]+[a-z]\b", page))
    assert sorted(set(ENGLISH) - said) == []


def test_the_page_says_only_what_there_is() -> None:
    for file in (SOURCES / "platforms" / "page").glob("*.[jh]*"):
        for name in re.findall(r"say\(\s*[\"'](page-[a-z-]+)[\"']", file.read_text("utf-8")):
            assert name in ENGLISH, f"{file.name}: {name}"


def test_every_blank_is_filled_by_the_code() -> None:
    for place, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if None in given or name_of(call) is None:
            continue
        assert given == ENGLISH[name_of(call) or ""].blanks, f"{place}: {name_of(call)}"


def name_of(call: ast.Call) -> str | None:
    return call.args[0].value if isinstance(call.args[0], ast.Constant) else None


# what translators must keep


@pytest.mark.parametrize("tag", OTHERS)
def test_blanks_and_choices_survive(tag: str) -> None:
    for name, entry in read(tag).entries.items():
        english = ENGLISH.get(name, Entry())
        assert entry.blanks == english.blanks, (tag, name)
        assert entry.numbers == english.numbers, (tag, name)
        for variable, keys in english.keys.items():
            named = keys - PLURALS
            assert named <= entry.keys.get(variable, set()), (tag, name, variable)


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_plurals_cover_what_the_language_has(tag: str) -> None:
    rule = Locale.parse(tag).plural_form
    wanted = {rule(number) for number in range(1001)}
    for name, english in ENGLISH.items():
        counted = {v for v, keys in english.keys.items() if keys & (PLURALS - {"other"})}
        entry = read(tag).entries[name]
        counted |= {v for v, keys in entry.keys.items() if keys & (PLURALS - {"other"})}
        for variable in counted if len(wanted) > 1 else ():
            assert wanted <= entry.keys.get(variable, set()) | {"other"}, (tag, name, variable)


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_texts_fit_their_places(tag: str) -> None:
    say = LOCALES.say(tag)
    for name, entry in ENGLISH.items():
        text = say(name, **dict.fromkeys(entry.blanks, 8))
        button = name.startswith("button-") or name in ("help-back", "language-auto", "language-name")
        if button or (name.startswith("guide-") and name.endswith("-title")):
            assert len(text) <= 24, (tag, name, text)
        if name.startswith("toast-") or name in ("error-not-yours", "error-not-found", "error-unknown"):
            assert len(text) <= 200, (tag, name, text)
        if name.startswith("command-") and not name.endswith("-names"):
            assert len(text) <= 100 and "\n" not in text, (tag, name, text)
        if name == "discord-menu":
            assert len(text) <= 32, (tag, text)


@pytest.mark.parametrize("tag", OTHERS)
def test_no_english_is_left_by_accident(tag: str) -> None:
    latin = tag in ("id", "es", "pt")
    for name, entry in read(tag).entries.items():
        if CHECKED_BY_WORD.search(name) or name == "language-names":
            continue
        text = re.sub(r"(?<![\w/])(?:--?|/)[a-z-]+|\S+\.\w+|<[^>]*>", " ", entry.text.lower())
        words = {word for word in re.findall(r"[^\W\d_]{2,}", text) if word.isascii()} - TRADE
        english = set(re.findall(r"[a-z]{2,}", ENGLISH[name].text.lower()))
        left = words & english & set(COMMON) if latin else words
        assert not left, (tag, name, left)
        longer = len(re.findall(r"[a-z]{3,}", entry.text.lower())) > 3
        assert not (longer and entry.text == ENGLISH[name].text), (tag, name)


COMMON = """
    the and with for you your that this from what which will not are have has was were they there here
    picture pictures word words image images only when where how it is of to in on by be an
""".split()


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
        ("en", "--langka 3", "--langkah"),
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
    asked = [(tag, name) for tag, name in asked if not name.startswith("parameter-")]

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
