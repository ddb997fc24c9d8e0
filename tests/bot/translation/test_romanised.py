"""Languages of other scripts typed in Latin letters, and Vietnamese without accents."""

from __future__ import annotations

import pytest

from bot.translation.options import TranslationOptions
from bot.translation.providers.glossary import Glossary
from tests.bot.translation.stand_ins import StandIn, translator

CHAIN = translator(StandIn())


@pytest.mark.parametrize(
    ("language", "prompt", "written"),
    [
        ("hi", "neele aasman mein udta hua pakshi", "नीले आसमान में उडता हुआ पक्षी"),
        ("hi", "ek bada hathi nadi ke paas", "एक बड़ा हाथी नदी के पास"),
        ("hi", "safed ghoda daud raha hai", "सफेद घोड़ा दौड़ रहा है"),
        ("hi", "gulab ka phool", "गुलाब का फूल"),
        ("ur", "badshah ka mahal raat mein", "राजा का महल रात में"),
        ("ur", "ek larki darakht ke neeche", "एक लड़की पेड़ के नीचे"),
        ("ar", "bayt saghir fi al ghaba", "بيت صغير في الغابة"),
        ("ar", "madina qadima fi al layl", "مدينة قديمة في الليل"),
        ("ar", "fatat tal3ab ma3a qitta", "فتاة تلعب مع قطة"),
        ("ar", "samaa zarqa wa nujum", "سماء زرقاء ونجوم"),
        ("ja", "shiroi inu to kuroi neko", "白い犬と黒い猫"),
        ("ja", "yama no ue no shiro", "山の上の城"),
        ("ja", "kimono wo kita josei", "着物を着た女性"),
        ("ja", "sora wo tobu ryuu", "空を飛ぶ竜"),
        ("ko", "hayan goyangi", "하얀 고양이"),
        ("ko", "hanbok eul ibeun yeoja", "한복을 입은 여자"),
        ("ko", "ujureul yeohaenghaneun gorae", "우주를 여행하는 고래"),
        ("ko", "bam haneul ui byeol", "밤 하늘의 별"),
        ("vi", "con cho mau trang chay tren bai bien", "con chó màu trắng chạy trên bãi biển"),
        ("vi", "mot ngoi nha nho trong rung", "một ngôi nhà nhỏ trong rừng"),
        ("vi", "thanh pho ve dem", "thành phố về đêm"),
        ("vi", "con rong bay tren bau troi", "con rồng bay trên bầu trời"),
    ],
)
async def test_a_language_typed_in_latin_letters_is_told_and_written_in_its_own(
    language: str, prompt: str, written: str
) -> None:
    plan = await CHAIN.plan(prompt)
    assert (plan.verdict.language, plan.translated) == (language, (written,))


@pytest.mark.parametrize(
    ("prompt", "parts"),
    [
        ("yoru no machi, ame, cinematic lighting", ("夜の町", "雨")),
        ("Rei Ayanami to kuroi neko", ("と黒い猫",)),
        ("(laal phool:1.3), 85mm", ("लाल फूल",)),
    ],
)
async def test_syntax_names_and_english_stay(prompt: str, parts: tuple[str, ...]) -> None:
    assert (await CHAIN.plan(prompt)).translated == parts


@pytest.mark.parametrize(
    ("speaks", "prompt", "language"),
    [("hi", "billi", "hi"), ("ur", "billi", "ur"), ("ko", "goyangi", "ko"), ("vi", "bau troi", "vi")],
)
async def test_a_single_word_is_told_by_what_the_person_speaks(
    speaks: str, prompt: str, language: str
) -> None:
    assert (await CHAIN.plan(prompt, speaks)).verdict.language == language


@pytest.mark.parametrize(
    ("speaks", "prompt", "translated"),
    [
        ("hi", "cute billi", ("cute बिल्ली",)),
        ("ja", "onna no ko with cat ears", ("女の子",)),
        ("ko", "yeppeun girl", ("예쁜 girl",)),
        ("ar", "qitta with blue eyes", ("قطة",)),
        ("vi", "con buom wearing a hat", ("con bướm",)),
    ],
)
async def test_among_english_its_words_are_told_by_what_the_person_speaks(
    speaks: str, prompt: str, translated: tuple[str, ...]
) -> None:
    assert (await CHAIN.plan(prompt, speaks)).translated == translated


@pytest.mark.parametrize(
    ("prompt", "english"),
    [
        ("safed ghoda", ("white", "horse")),
        ("ek larki darakht ke neeche", ("girl", "tree")),
        ("qitta sawda", ("black", "cat")),
        ("shiroi inu", ("white", "dog")),
        ("hayan goyangi", ("white", "cat")),
        ("con meo den", ("black", "cat")),
    ],
)
async def test_the_glossary_reads_it_too(prompt: str, english: tuple[str, ...]) -> None:
    offline = translator(Glossary(TranslationOptions()))
    translation = await offline.translate(prompt)
    await offline.close()
    assert translation.outcome == "word-for-word"
    assert all(word in translation.english for word in english), translation.english


@pytest.mark.parametrize("speaks", [None, "ja", "ko", "hi", "ar", "vi", "id", "es"])
@pytest.mark.parametrize(
    "prompt",
    [
        "chibi neko girl",
        "yuki onna in the snow",
        "masala chai",
        "kimchi jjigae",
        "a jinn in a bottle",
        "pho bo",
    ],
)
async def test_loans_of_these_languages_leave_english_alone(prompt: str, speaks: str | None) -> None:
    assert (await CHAIN.plan(prompt, speaks)).translated == ()


@pytest.mark.parametrize(
    ("speaks", "prompt"),
    [("pl", "kot i pies"), ("id", "kota tua di malam hari"), ("es", "no hay nada en la mesa")],
)
async def test_other_languages_in_latin_letters_are_not_taken_for_these(speaks: str, prompt: str) -> None:
    for hint in (speaks, None):
        assert not (await CHAIN.plan(prompt, hint)).verdict.romanised


@pytest.mark.parametrize("prompt", ["mèo đen\nchó trắng", "một con chó nhỏ trong rừng", "cô gái đội nón lá"])
async def test_vietnamese_with_its_accents_is_left_as_it_is_written(prompt: str) -> None:
    plan = await CHAIN.plan(prompt, "vi")
    assert not plan.verdict.romanised
    assert "\n".join(plan.translated) == prompt


@pytest.mark.parametrize(
    "prompt", ["kaali billi\nsafed ghoda", "kuroi neko\nshiroi inu", "meo den\nga trang"]
)
async def test_lines_that_are_typed_in_latin_letters_stay_apart(prompt: str) -> None:
    plan = await CHAIN.plan(prompt)
    assert len(plan.translated) == 2
