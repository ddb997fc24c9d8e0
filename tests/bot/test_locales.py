"""What Lukis says: nothing missing, nothing unused, nothing broken, in every language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from babel import Locale

import bot
from bot.errors import ERRORS
from bot.guide.topics import CHAPTERS, TOPICS
from bot.locales import REFERENCE, Locales
from bot.locales.language import Language
from bot.platforms.discord.words import OWN
from bot.styles.folder import shipped
from bot.usecases.beside import KINDS
from bot.usecases.commands import COMMANDS
from bot.usecases.preferences import CHOICES
from bot.usecases.reports import DEEDS
from engine.api.events import Notice
from engine.api.modes import all_inputs
from engine.api.parameters import PARAMETERS
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
    "beside-": {f"beside-{kind}" for kind in KINDS},
    "button-": {"button-show", "button-reroll"} | {f"button-{deed}" for deed in DEEDS},
    "command-": {f"command-{name}" for name in COMMANDS} | {f"command-{name}-names" for name in COMMANDS},
    "discord-": {f"discord-{name}{end}" for name in OWN for end in ("", "-help")},
    "input-": {f"input-{name}{end}" for name in all_inputs() for end in ("", "-help")},
    "error-": {f"error-{code}" for code, kind in ERRORS.items() if not kind.__subclasses__()}
    | {"error-unknown", "error-engine"},
    "guide-": {f"guide-{name}{end}" for name in CHAPTERS for end in ("", "-title")}
    | {f"guide-{name}{end}" for name in TOPICS for end in ("", "-title", "-names")},
    "notice-": {
        f"notice-{code}" for kind in get_args(Notice) for code in get_args(get_type_hints(kind)["code"])
    },
    "setting-": {f"setting-{name}" for name in CHOICES},
    "page-sampler-": {f"page-sampler-{sampler.group}" for sampler in SAMPLERS},
    "style-": {"style-choose", "style-example", "style-how", "style-save-names", "style-delete-names"}
    | {f"style-{name}" for name in shipped()},
    "parameter-": {f"parameter-{name}{end}" for name in PARAMETERS for end in ("", "-help", "-flags")},
}
"""Messages whose names are put together, by how they begin: all that can come of it."""

TRADE = set(
    """
    lukis telegram discord python pytorch cpu gpu gb mb json gif jpeg png webp avif id cookie env allowed data docs api
    prompt seed cfg sampler lora loras controlnet dreambooth safetensors checkpoint ckpt embedding hypernetwork vae vaes
    inpainting outpainting upscaling latent render noise diffusion stable img2img imagine models help history
    shift cancel language model steps size ar no raw strength aspect euler ddim dpm unipc heun sde karras name step
    textual inversion guidance lang stopped classifier free telegram_token discord_token markdown zh hans
    left right top bottom center background plain canny lineart softedge scribble depth pose ip adapter image encoder
    ffmpeg mp moderate test lists allow block spoiler report drop ban unban pause resume say stats log broadcast stop
    limit unlimit hour day here admin admins reports settings reset
    http https
    style none save delete chat
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
        p.read_text("utf-8")
        for s in ("*.js", "*.html")
        for p in (SOURCES / "platforms" / "web" / "page").glob(s)
    )
    said |= set(re.findall(r"\bpage-[a-z-]+[a-z]\b", page))
    assert sorted(set(ENGLISH) - said) == []


def test_the_page_says_only_what_there_is() -> None:
    for file in (SOURCES / "platforms" / "web" / "page").glob("*.[jh]*"):
        for name in re.findall(r"say\(\s*[\"'](page-[a-z-]+)[\"']", file.read_text("utf-8")):
            assert name in ENGLISH, f"{file.name}: {name}"


def test_every_blank_is_filled_by_the_code() -> None:
    for place, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if None in given or name_of(call) is None:
            continue
        assert given == ENGLISH[name_of(call) or ""].blanks, f"{place}: {name_of(call)}"


def name_of(call: ast.Call) -> str | None:
    return str(call.args[0].value) if isinstance(call.args[0], ast.Constant) else None


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


NEXT = {
    "ar": "التالي", "en": "next", "es": "siguiente", "hi": "अगली", "id": "berikutnya", "ja": "次", "ko": "다음",
    "pt": "próximo", "ru": "следующий", "zh": "下一个",
}  # fmt: skip


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_the_first_in_line_is_next_and_not_at_work(tag: str) -> None:
    say = LOCALES.say(tag)
    assert NEXT[tag] in say("status-queued", position=1)
    assert NEXT[tag] in say("status-queued-wait", position=1, wait="2 min")
    assert NEXT[tag] not in say("status-queued", position=2)


BESIDE_A_PICTURE = (
    *(f"button-{name}" for name in ("reroll", "subtle", "strong", "remix", "left", "right", "up", "down")),
    *(f"button-{name}" for name in ("zoom", "square", "original", "delete", "star", "raw", "edit", "report")),
    *("page-change", "page-part", "page-take", "page-retry"),
)
"""What one may press there, on the page as well."""


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_no_two_buttons_of_a_picture_are_called_the_same(tag: str) -> None:
    say = LOCALES.say(tag)
    called = [re.sub(r"^\W+", "", say(key)).casefold() for key in BESIDE_A_PICTURE]
    assert [each for each in called if called.count(each) > 1] == []


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_lukis_has_one_spelling(tag: str) -> None:
    assert "Lukis" in LOCALES.say(tag)("welcome", example="")
    assert not re.search("루키스|ルキス|लुकिस|لوكيس|Лукис", str(read(tag).entries))


@pytest.mark.parametrize(
    ("tag", "signs"), [("hi", r"[^\s.…]\.(?=\s|$)"), ("ja", r":(?=\s|$)"), ("zh", r":(?=\s|$)")]
)
def test_stops_are_those_of_the_language(tag: str, signs: str) -> None:
    texts = {
        name: entry.text for name, entry in read(tag).entries.items() if not CHECKED_BY_WORD.search(name)
    }
    assert not {name: text for name, text in texts.items() if re.search(signs, text)}


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
        text = re.sub(r"(?<![\w/])(?:--?|/)[a-z-]+|\S+\.\w+|<[^>]*>|\b[a-z]+=\d+", " ", entry.text.lower())
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
