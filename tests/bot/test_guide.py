"""The guide: whatever people ask about, they get a page that they can read, in every language."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.guide import LONGEST_CAPTION, Guide
from bot.guide.topics import CHAPTERS, PICTURES, STRIP, TOPICS
from bot.locales import Locales
from bot.messages import Card
from bot.payloads import decode
from bot.usecases.commands import COMMANDS
from engine.api.cards import ModelCard
from engine.api.modes import MODES, Mode
from engine.api.parameters import PARAMETERS

LOCALES = Locales.load()
GUIDE = Guide(LOCALES, LOCALES.command_names(COMMANDS) | {name: name for name in COMMANDS})
MODEL = ModelCard(
    name="starter", examples=("a red fox in the snow", "a blue cat", "two apples", "a fourth one")
)
DISCORD = 2000
"""Characters of a message."""


def page(words: str, language: str = "en") -> Card:
    say = LOCALES.say(language)
    menu = [(name, say(f"command-{name}")) for name in COMMANDS if name != "start"]
    return GUIDE.card(words, language, [MODEL], menu)


def title(name: str, language: str = "en") -> str:
    return LOCALES.say(language)(f"guide-{name}-title")


def payloads(card: Card) -> list[str]:
    return [button.payload for row in card.buttons for button in row]


def test_the_first_page_welcomes_with_examples_commands_and_chapters() -> None:
    card = page("")
    assert "/imagine a red fox in the snow --ar 16:9" in card.text
    assert "• a blue cat" in card.text and "a fourth one" not in card.text
    assert "/history – Look through your pictures" in card.text
    assert payloads(card) == [f"help:{chapter}" for chapter in CHAPTERS]


@pytest.mark.parametrize(
    ("words", "language", "topic"),
    [
        ("steps", "en", "steps"),
        ("langkah", "id", "steps"),
        ("스텝", "ko", "steps"),
        ("단계", "ko", "steps"),
        ("pasos", "es", "steps"),
        ("ステップ", "ja", "steps"),
        ("步数", "zh", "steps"),
        ("passos", "pt", "steps"),
        ("шаги", "ru", "steps"),
        ("الخطوات", "ar", "steps"),
        ("चरण", "hi", "steps"),
        ("cgf", "en", "guidance"),
        ("cgf", "ko", "guidance"),
        ("CFG scale", "en", "guidance"),
        ("--cfg", "es", "guidance"),
        ("DPM++ 2M Karras", "id", "sampler"),
        ("euler a", "ja", "sampler"),
        ("negatif prompt", "id", "negative"),
        ("LORA", "en", "lora"),
        ("latent space", "ru", "latent"),
        ("inpanting", "en", "inpainting"),
        ("semila", "es", "seed"),
        ("langkah", "ko", "steps"),
        ("  Seed?! ", "en", "seed"),
    ],
)
def test_whatever_people_call_it(words: str, language: str, topic: str) -> None:
    assert page(words, language).text.startswith(title(topic, language))


def test_a_word_that_means_two_things_is_read_in_the_persons_language() -> None:
    assert page("ukuran", "id").text == page("resolution", "id").text


@pytest.mark.parametrize("command", ["imagine", "gambar", "/history", "그려줘"])
def test_help_on_a_command_is_the_first_page(command: str) -> None:
    assert page(command).text == page("").text


def test_an_unknown_word_gets_suggestions_and_all_chapters() -> None:
    card = page("stepladder engineering", "en")
    assert "“stepladder engineering”" in card.text
    assert payloads(card)[-len(CHAPTERS) :] == [f"help:{chapter}" for chapter in CHAPTERS]
    assert all(decode(payload).action == "help" for payload in payloads(card))


def test_a_parameters_topic_has_its_own_words_range_and_flags() -> None:
    assert f"--steps – {PARAMETERS['steps'].words.help} (1–150)" in page("steps").text
    assert "--steps, --langkah – " in page("steps", "id").text


def test_samplers_come_in_their_three_groups() -> None:
    lines = page("sampler").text.splitlines()
    assert [line.partition(":")[0] for line in lines if line.startswith("•")] == [
        "• Soft and artistic",
        "• Varied",
        "• Crisp and realistic",
    ]


@pytest.mark.parametrize("topic", TOPICS.values(), ids=lambda topic: topic.name)
def test_a_mode_that_is_not_there_is_not_promised(topic: object) -> None:
    says_no = LOCALES.say("en")("help-not-yet") in page(topic.name).text  # type: ignore[attr-defined]
    named = {mode.topic for mode in MODES.values()}
    assert says_no == (topic.ability and topic.name not in named)  # type: ignore[attr-defined]


def test_a_modes_page_has_the_parameters_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--strength" in page("strength").text
    assert "--strength" not in page("noise").text
    patch = Mode("patch", parameters=frozenset({"strength"}), topic="noise")
    monkeypatch.setitem(cast(dict[str, Mode], MODES), patch.name, patch)
    assert "--strength" in page("noise").text
    assert LOCALES.say("en")("help-not-yet") not in page("noise").text


@pytest.mark.parametrize("language", LOCALES.languages)
def test_every_page_fits_and_leads_on(language: str) -> None:
    for name in ("", *CHAPTERS, *TOPICS):
        card = page(name, language)
        drawn = TOPICS[name].shown if name in TOPICS else ()
        assert card.pictures == drawn, f"{name} is too long in {language} to stand under its picture"
        limit = LONGEST_CAPTION if drawn else DISCORD
        assert len(card.text.encode("utf-16-le")) // 2 <= limit, (language, name, len(card.text))
        assert len(card.buttons) <= 5 and all(len(row) <= 5 for row in card.buttons), name
        assert all(page(decode(p).target, language).text for p in payloads(card))
        assert name == "" or payloads(card)[-1] == "help"


def test_every_topic_is_reached_by_buttons() -> None:
    seen, todo = set(), [""]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += [decode(payload).target for payload in payloads(page(name))]
    assert seen == {"", *CHAPTERS, *TOPICS}


@given(st.text(max_size=200), st.sampled_from(LOCALES.languages))
def test_nothing_that_people_ask_breaks_it(words: str, language: str) -> None:
    card = page(words, language)
    assert card.text and card.buttons and len(card.text) <= DISCORD


def test_pictures_belong_to_topics_and_are_small() -> None:
    files = sorted(PICTURES.glob("*.png"))
    assert {file.stem for file in files} <= set(TOPICS)
    assert sum(file.stat().st_size for file in files) < 1_000_000
    for file in files:
        with Image.open(file) as image:
            rows = image.height // STRIP[1]
            assert image.size == (STRIP[0], rows * STRIP[1]) and rows in (1, 2, 3), file.name
        assert file.stat().st_size < 50_000 * rows, file.name
        (shown,) = TOPICS[file.stem].shown
        assert (shown.file, shown.width, shown.height) == (file, *image.size)
    assert page("steps").pictures == TOPICS["steps"].shown and page("outpainting").pictures
