"""Languages that share a script are told from each other."""

from __future__ import annotations

import pytest

from tests.bot.translation.stand_ins import StandIn, translator

CHAIN = translator(StandIn())


@pytest.mark.parametrize(
    ("language", "prompts"),
    [
        ("ur", ["نیلے سمندر پر کشتی", "پرانا گھر جنگل میں", "سفید گھوڑا دوڑ رہا ہے", "بلی", "خوبصورت لڑکی"]),
        ("fa", ["گربه", "کوه‌های برفی در غروب", "مردی با کلاه قرمز", "شهر آینده در شب"]),
        ("ar", ["قط أسود", "مدينة قديمة في الليل", "بيت صغير بجانب البحر", "كلب"]),
        ("ps", ["سور ګل په باغ کې", "یوه توره پیشو"]),
        ("mr", ["मांजर", "लाल साडी नेसलेली स्त्री", "पांढरा घोडा धावत आहे", "डोंगरावर मंदिर"]),
        ("ne", ["कालो घोडा", "हिमालमा सूर्योदय", "पुरानो घर जंगलमा", "बिरालो", "नदीको किनारमा मन्दिर"]),
        ("hi", ["बिल्ली", "काला घोड़ा", "पेड़ के नीचे लड़की", "समुद्र किनारे सूर्यास्त", "पुराना घर"]),
        ("sr", ["стара кућа у шуми", "пас са шеширом", "ноћни град", "мачка"]),
        ("mk", ["црна мачка на снегот", "стара куќа во шумата"]),
        ("bg", ["стара къща в гората", "бял кон тича", "куче с шапка на плажа", "червена ябълка"]),
        ("kk", ["ақ ат", "орманда ескі үй", "мысық", "көл жағасындағы киіз үй"]),
        ("ky", ["кызыл алма", "тоодогу үй"]),
        ("mn", ["улаан алим", "уулан дээрх гэр"]),
        ("uk", ["стара хата", "білий кінь", "червоне яблуко на столі"]),
        ("be", ["чорны кот у снезе"]),
        ("ru", ["белая лошадь", "старый дом", "кот", "девушка у окна"]),
        ("yue", ["一隻喺樹上嘅貓"]),
        ("as", ["ক'লা মেকুৰী"]),
    ],
)
async def test_a_language_is_told_from_those_that_share_its_script(language: str, prompts: list[str]) -> None:
    told = {prompt: (await CHAIN.plan(prompt)).verdict.language for prompt in prompts}
    assert told == dict.fromkeys(prompts, language)


@pytest.mark.parametrize(
    ("speaks", "prompt", "language"),
    [
        ("ru", "старий будинок у лісі", "uk"),
        ("fa", "ایک چھوٹی لڑکی", "ur"),
        ("hi", "हिउँमा एउटा कालो बिरालो", "ne"),
    ],
)
async def test_what_a_person_speaks_does_not_outweigh_letters_and_words_of_another_language(
    speaks: str, prompt: str, language: str
) -> None:
    assert (await CHAIN.plan(prompt, speaks)).verdict.language == language


@pytest.mark.parametrize("prompt", ["кот", "дом"])
async def test_it_decides_between_equals(prompt: str) -> None:
    assert (await CHAIN.plan(prompt, "mk")).verdict.language == "mk"
