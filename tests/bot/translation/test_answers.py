"""What services send instead of a translation is refused; what is one is not."""

from __future__ import annotations

import pytest

from bot.translation.answers import NoTranslation, check, readable


@pytest.mark.parametrize(
    "answer",
    [
        None,
        42,
        "",
        "  \n ",
        "...",
        "Error 500 (Server Error)!!1500.That’s an error.There was an error. Please try again later.",
        "Error 429 (Too Many Requests)",
        "<html><body>Sorry</body></html>",
        "502 Bad Gateway",
        "Our systems have detected unusual traffic from your computer network.",
        "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN 13 HOURS",
        "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS",
        "'AUTO' IS AN INVALID SOURCE LANGUAGE . EXAMPLE: LANGPAIR=EN|IT",
        "INVALID LANGUAGE PAIR SPECIFIED. EXAMPLE: LANGPAIR=EN|IT",
        "the the the the the the the the",
        "cat " + "very long " * 100,
        "a red cat &#" + "9" * 5000,
        "a red cat " + "&quot;" * 100_000,
    ],
)
def test_what_is_no_translation_is_refused(answer: object) -> None:
    with pytest.raises(NoTranslation):
        readable("kucing merah", answer)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("a red cat", "a red cat"),
        ("a cat &amp; a dog&#39;s hat", "a cat & a dog's hat"),
        ("ａ　ｒｅｄ，ｃａｔ", "a red,cat"),
        ("a red cat\u200b\u202e", "a red cat"),
        ("a cat with an error message", "a cat with an error message"),
    ],
)
def test_a_translation_becomes_plain_text(answer: str, expected: str) -> None:
    assert readable("seekor kucing merah", answer) == expected


@pytest.mark.parametrize(
    ("source", "answer"),
    [("kucing merah", "Kucing merah."), ("красная лиса", "червона лисиця"), ("猫", "ねこ")],
)
def test_an_echo_or_another_language_is_refused(source: str, answer: str) -> None:
    with pytest.raises(NoTranslation):
        check(source, answer)


def test_a_name_in_its_own_script_among_english_words_passes() -> None:
    check("서울의 밤", "a night in 서울")
