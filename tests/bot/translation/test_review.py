"""A service's answer is read: another language, half of one, or half of what was asked is no translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.translation.answers import NoTranslation
from bot.translation.review import Review
from tests.bot.translation.stand_ins import DETECTOR, MemoryCache, StandIn, translator

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "corpus" / "glossary.tsv").read_text("utf-8").splitlines()
]
REVIEW = Review(DETECTOR)


def refused(source: str, answer: str, language: str) -> str:
    """Why an answer is no translation, "" where it is one."""
    DETECTOR.load()
    try:
        REVIEW.read(source, answer, language)
    except NoTranslation as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("source", "answer", "language"),
    [("kucing merah", "Kucing merah.", "id"), ("красная лиса", "червона лисиця", "ru"), ("猫", "ねこ", "zh")],
)
def test_an_echo_or_another_script_is_refused(source: str, answer: str, language: str) -> None:
    assert refused(source, answer, language)


def test_a_name_in_its_own_script_among_english_words_passes() -> None:
    assert not refused("경복궁의 밤", "a night in 경복궁", "ko")


@pytest.mark.parametrize("manner", [str, str.capitalize, str.title, str.upper])
def test_good_translations_are_taken_in_any_manner(manner: type[str]) -> None:
    why = {prompt: refused(prompt, manner(english), language) for language, prompt, english in ROWS}
    assert not {prompt: reason for prompt, reason in why.items() if reason}


def test_a_translation_into_any_other_language_is_refused() -> None:
    wrong = [
        (source, answer)
        for n, (language, source, _) in enumerate(ROWS)
        for other, answer, _ in (ROWS[(n * 37) % len(ROWS)],)
        if other != language and not refused(source, answer, language)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("source", "answer", "language"),
    [
        ("seekor kucing hitam di atas meja", "a black kucing on the meja", "id"),
        ("un perro blanco en la nieve", "a white dog in the nieve", "es"),
        ("eine schwarze Katze im Schnee", "a black Katze in the snow", "de"),
        ("белая собака в лесу", "a white собака in the forest", "ru"),
        ("桌子上的黑猫", "a black 猫 on the table", "zh"),
        ("कुर्सी पर काली बिल्ली", "a black बिल्ली on the chair", "hi"),
        ("눈 속의 하얀 개", "a white 개 in the snow", "ko"),
    ],
)
def test_a_half_translated_answer_is_refused(source: str, answer: str, language: str) -> None:
    assert refused(source, answer, language) == "half translated"


@pytest.mark.parametrize(
    ("source", "answer", "language"),
    [
        ("seekor kucing hitam tidur di atas kursi kayu di pantai", "a black cat", "id"),
        ("un perro pequeño en la playa", "a small dog on the", "es"),
        ("un gato negro con un sombrero rojo", "a black cat with a red h", "es"),
        ("белая собака и чёрный кот в лесу", "a white dog and", "ru"),
        ("雪の中の黒い猫", "the", "ja"),
        ("桌子上的黑猫和白色的狗", "a cat", "zh"),
        ("seekor kucing hitam di pantai", "a black cat on", "id"),
        ("un gato negro en la playa", "a black cat on a...", "es"),
    ],
)
def test_an_answer_cut_short_is_refused(source: str, answer: str, language: str) -> None:
    assert refused(source, answer, language) in ("cut short", "nothing but small words")


@pytest.mark.parametrize(
    ("source", "answer", "language"),
    [
        ("чёрный кот на столе", "a black cat auf dem Tisch", "ru"),
        ("kucing hitam, rumah merah, pohon", "a black cat, maison rouge, a tree", "id"),
        ("雪の中の黒い猫", "a kucing hitam in the snow", "ja"),
        ("桌子上的黑猫", "a gato negro on the table", "zh"),
    ],
)
def test_an_answer_partly_in_another_language_is_refused(source: str, answer: str, language: str) -> None:
    assert refused(source, answer, language) == "not in English"


@pytest.mark.parametrize(
    ("source", "answer", "language"),
    [
        ("wanita memakai kebaya dan batik", "a woman wearing a kebaya and batik", "id"),
        ("pantai Lombok", "Lombok beach", "id"),
        ("plato de gazpacho", "a plate of gazpacho", "es"),
        ("着物を着た女の子", "a girl in a kimono", "ja"),
        ("retrato de Lara Croft", "portrait of Lara Croft", "es"),
        ("ирландский танцор на улице Дублина", "an Irish dancer in a street of Dublin", "ru"),
        ("borscht и пельмени", "borscht and pelmeni", "ru"),
        ("एक साड़ी पहने औरत", "a woman in a saree", "hi"),
        ("kucing", "cat", "id"),
        ("天使", "an angel", "zh"),
        ("一个乡村夏日", "countryside in summer", "zh"),
    ],
)
def test_names_and_words_without_english_pass(source: str, answer: str, language: str) -> None:
    assert not refused(source, answer, language)


async def test_a_sentence_for_every_piece_is_refused() -> None:
    service = StandIn(lambda _: "please try something else today", name="service")
    translation = await translator(service, StandIn(name="second")).translate(
        "kucing merah, rumah biru", "id"
    )
    assert translation.provider == "second"


async def test_what_is_no_better_than_the_glossarys_is_used_but_not_kept() -> None:
    provider, cache = StandIn(lambda _: "a qwrtz on the mountain"), MemoryCache()
    chain = translator(provider, cache=cache)
    translation = await chain.translate("seekor qwrtz di gunung", "id")
    assert (translation.english, translation.outcome) == ("a qwrtz on the mountain", "translated")
    assert cache.rows == {}


async def test_bad_words_are_not_kept() -> None:
    cache = MemoryCache()
    chain = translator(StandIn(lambda _: "eine schwarze Katze"), StandIn(name="second"), cache=cache)
    await chain.translate("kucing merah", "id")
    assert list(cache.rows.values()) == ["cat red"]
