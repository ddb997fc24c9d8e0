"""What services send instead of a translation is refused; what is one is not."""

from __future__ import annotations

import pytest

from bot.translation.answers import NoTranslation, readable


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
    "answer",
    [
        "I'm sorry, but I can't help with that.",
        "As an AI language model, I do not translate this.",
        "I cannot translate this text.",
        "Sorry, I am unable to assist with this request.",
        "I apologize, but this request violates our content policy.",
        "Translation not available",
        "Language not supported",
        "Unable to translate the given text.",
        "Your request was blocked by our content filter.",
        "I must decline: this is against our guidelines.",
    ],
)
def test_a_refusal_is_no_translation(answer: str) -> None:
    with pytest.raises(NoTranslation, match="refusal"):
        readable("kucing merah", answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Here is the translation: a red cat",
        'Sure! Here\'s the English translation of your prompt: "a red cat". I hope this helps!',
        "Certainly! The translated text is: a red cat",
        "Translation: a red cat",
        "English: “a red cat”",
        "In English: a red cat\nNote: kucing is a cat.",
        "The translation is “a red cat”.",
        "<b>a red cat</b>",
        "<s>a red cat</s>",
        "&lt;i&gt;a red cat&lt;/i&gt;",
        "a red cat<|im_end|>",
        "[INST]a red cat[/INST]",
        "<think>kucing is a cat: merah is red</think>\n**a red cat**",
        "a red cat a red cat",
        "a red cat. A red cat.",
        "a red cat, a red cat, a red cat",
        '"a red cat"',
        "__en__ a red cat",
        ">>en<< a red cat",
        "eng_Latn a red cat",
        "[EN] a red cat",
        "EN: a red cat",
        "a red cat (translated from Indonesian)",
        '{"translation": "a red cat"}',
        '```json\n{"text": "a red cat"}\n```',
        "<source_text>a red cat</source_text>",
        "a red\ud83d cat",
    ],
)
def test_what_a_translation_is_wrapped_in_is_taken_off(answer: str) -> None:
    assert readable("kucing merah", answer).rstrip(".").lower() == "a red cat"


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("taman Inggris dengan mawar", "an English garden with roses"),
        ("petugas menolak permintaan", "a clerk who declines a request"),
        ("teks yang diterjemahkan", "translated text"),
        ("seekor kucing di sini", "here is a cat"),
        ("anak yang minta maaf", "a child that is sorry"),
        ("kucing kucing", "cat cat"),
        ("bola bulu", "pom pom"),
        ("robot: kucing besi", "robot: an iron cat"),
        ("surat yang bilang aku tidak bisa tidur", "a letter that says I can't sleep"),
    ],
)
def test_what_only_looks_like_a_wrapping_stays(source: str, answer: str) -> None:
    assert readable(source, answer) == answer
