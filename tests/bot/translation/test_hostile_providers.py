"""Whatever a provider does to a text, no protected piece is lost, doubled or altered."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.translation.options import TranslationOptions
from bot.translation.protect import split
from bot.translation.providers.glossary import Glossary
from tests.bot.translation.stand_ins import HOPELESS, HOSTILE, WORDS, StandIn, obedient, translator

phrases = st.lists(st.sampled_from(sorted(WORDS)), min_size=1, max_size=4).map(" ".join)
weights = st.sampled_from(["1.3", "0.75", "1", "-0.5"])


CHANGING = {
    "choice": "{{{}|{}}}",
    "several": "{{2$$ {}|{}|anjing}}",
    "shares": "{{3::{}|1::{}}}",
    "turns": "[{}|{}]",
    "goes over": "[{}:{}:0.5]",
    "comes": "[{} {}: 3]",
    "goes": "[{} {}::0,4]",
}


def leaves(number: int) -> st.SearchStrategy[str]:
    """Protected pieces, each unlike any other of the prompt by its number."""
    return st.sampled_from(
        [
            f"<lora:style{number}:0.8>",
            f"“Selamat Datang {number}”",
            f'"Toko {number}"',
            f"https://example.com/{number}.png",
            f"by Greg Rutkowski{number}",
            f"{number}mm",
            f"__warna{number}__",
            f"embedding:bad{number}",
            f"ng_v{number}",
            f"`kode{number}`",
            f"https://example.com/x,{number}?a=1",
            f"@budi{number}",
            f"ani{number}@example.id",
            f"<{'3' * (number % 5 + 1)} <b{number}>",
        ]
    )


@st.composite
def prompts(draw: st.DrawFn) -> str:
    """Prompts of every syntax around Indonesian words."""
    numbers = iter(range(11, 99))

    def parts(depth: int) -> Iterator[str]:
        for _ in range(draw(st.integers(1, 3))):
            kind = draw(
                st.sampled_from(
                    ["words", "leaf", "weight", "sweep", "stars", *CHANGING] if depth else ["words", "leaf"]
                )
            )
            if kind == "words":
                yield draw(phrases)
            elif kind == "leaf":
                yield draw(leaves(next(numbers)))
            elif kind == "weight":
                yield f"({' '.join(parts(depth - 1))}:{draw(weights)})"
            elif kind == "stars":
                yield f"*{draw(phrases)}*"
            elif kind == "sweep":
                yield f"[{draw(phrases)}, {draw(phrases)}]"
            else:
                yield CHANGING[kind].format(*(" ".join(parts(depth - 1)) for _ in range(2)))

    separators = st.sampled_from([", ", " | ", " BREAK ", "，", "\n", " "])
    segments = ["seekor kucing", *(" ".join(parts(2)) for _ in range(draw(st.integers(1, 4))))]
    return (
        "".join(x for s in segments for x in (s, draw(separators))).rstrip(" ,，|\n").removesuffix(" BREAK")
    )


def structure(prompt: str) -> list[str]:
    """Brackets, weights, commas and the like, in order."""
    return [p.english.strip() for p in split(prompt) if p.kind in ("mark", "comma") and p.text.strip()]


def assert_whole(english: str, prompt: str) -> None:
    assert structure(english) == structure(prompt)
    for leaf in (p.text for p in split(prompt) if p.kind == "leaf"):
        assert english.count(leaf) == prompt.count(leaf)


@settings(deadline=None, max_examples=200)
@given(prompts(), st.sampled_from(sorted(HOSTILE)))
def test_no_protected_piece_is_lost_doubled_or_altered(prompt: str, kind: str) -> None:
    english = asyncio.run(translator(StandIn(HOSTILE[kind])).translate(prompt, "id")).english
    assert_whole(english, prompt)


@settings(deadline=None)
@given(st.text(max_size=60), prompts())
def test_no_answer_whatsoever_breaks_the_syntax(answer: str, prompt: str) -> None:
    english = asyncio.run(translator(StandIn(lambda _: answer)).translate(prompt, "id")).english
    assert_whole(english, prompt)


@pytest.mark.parametrize("kind", sorted(HOSTILE))
@pytest.mark.parametrize(
    "prompt",
    [
        "seekor (kucing merah:1.3) di salju, <lora:x:0.8>, memakai topi [biru, merah]",
        "{kucing merah|kucing biru} di salju, memakai topi {2$$biru|merah|rumah}",
        "seekor [kucing merah:anjing:0.5] di salju, memakai [topi::3] dan [rumah:0,4]",
        "[kucing|anjing] merah, memakai [topi (biru:1.2)|topi merah]",
    ],
)
async def test_the_words_are_translated_all_the_same(kind: str, prompt: str) -> None:
    english = (await translator(StandIn(HOSTILE[kind])).translate(prompt, "id")).english
    assert_whole(english, prompt)
    if kind not in HOPELESS:
        assert {"cat", "red", "wearing"} <= set(re.findall(r"\w+", english.lower()))


async def test_an_obedient_provider_is_asked_once() -> None:
    provider = StandIn()
    translation = await translator(provider).translate(
        "seekor (kucing:1.3) di salju, <lora:x:0.8>, topi merah", "id"
    )
    assert translation.english == "a (cat:1.3) in the snow, <lora:x:0.8>, hat red"
    assert len(provider.asked) == 1


async def test_a_leaf_may_move_among_its_words() -> None:
    provider = StandIn(lambda text: text.replace("papan {2} merah", "a red sign {2}"))
    translation = await translator(provider).translate('papan "Selamat Datang" merah', "id")
    assert translation.english == 'a red sign "Selamat Datang"'
    assert len(provider.asked) == 1


@settings(deadline=None, max_examples=200)
@given(prompts())
def test_the_glossary_moves_brackets_with_what_is_in_them_and_loses_none(prompt: str) -> None:
    english = asyncio.run(translator(Glossary(TranslationOptions())).translate(prompt, "id")).english
    assert Counter("".join(structure(english))) == Counter("".join(structure(prompt)))
    for leaf in (p.text for p in split(prompt) if p.kind == "leaf"):
        assert english.count(leaf) == prompt.count(leaf)


@pytest.mark.parametrize(
    ("prompt", "kept"),
    [
        ("kucing jam 10:30 di kota", "10:30"),
        ("kucing 16:9", "16:9"),
        ("kucing di kota: malam", ":"),
        ("kucing seharga $5 merah", "$5"),
    ],
)
@pytest.mark.parametrize("kind", ["obedient", "spaces placeholders", "shouts", "drops brackets"])
async def test_signs_that_somebody_typed_among_words_stay(kind: str, prompt: str, kept: str) -> None:
    answer = obedient if kind == "obedient" else HOSTILE[kind]
    english = (await translator(StandIn(answer)).translate(prompt, "id")).english
    assert_whole(english, prompt)
    assert kept in english


async def test_a_time_becomes_no_weight_where_an_answer_moves_it() -> None:
    provider = StandIn(lambda text: text.replace("pukul 10:30 malam", "night at 10:30"))
    translation = await translator(provider).translate("seekor kucing (pukul 10:30 malam), salju", "id")
    assert_whole(translation.english, "seekor kucing (pukul 10:30 malam), salju")


@pytest.mark.parametrize("prompt", ["kucing merah\nanjing biru", "kucing merah, rumah\n\nanjing biru"])
@pytest.mark.parametrize("kind", sorted(HOSTILE))
async def test_lines_stay_apart_and_in_order(kind: str, prompt: str) -> None:
    english = (await translator(StandIn(HOSTILE[kind])).translate(prompt, "id")).english
    first, second = re.split(r"\n+", english.lower())
    if kind not in ("turns around", "re-orders", "answers with an article", "cuts the end"):
        assert re.search("cat|kucing", first)
        assert re.search("dog|anjing", second)


async def test_what_is_cut_in_lines_is_not_taken_for_what_is_not() -> None:
    provider = StandIn(lambda text: text.replace("kucing merah", "red cat").replace("anjing", "dog"))
    chain = translator(provider)
    english = [(await chain.translate(f"kucing merah{end}anjing", "id")).english for end in (" ", "\n")]
    assert english == ["red cat dog", "red cat\ndog"]


@pytest.mark.parametrize(
    ("language", "prompt", "english"),
    [
        ("zh", "(红色:1.2)的猫", "(red:1.2) cat"),
        ("zh", "<lora:x:0.8>红色的猫，猫", "<lora:x:0.8> red cat, cat"),
        ("ja", "(赤い:1.2)猫", "(red:1.2) cat"),
        ("ko", "(빨간:1.2) 고양이", "(red:1.2) cat"),
        ("th", "แมว(แดง:1.2)", "cat (red:1.2)"),
    ],
)
async def test_english_has_the_spaces_that_the_script_has_not(
    language: str, prompt: str, english: str
) -> None:
    words = {
        "红色": "red", "的猫": "cat", "红色的猫": "red cat", "猫": "cat", "赤い": "red", "빨간": "red", "고양이": "cat",
        "แมว": "cat", "แดง": "red",
    }  # fmt: skip
    known = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    provider = StandIn(lambda text: known.sub(lambda m: words[m[0]], text))
    assert (await translator(provider).translate(prompt, language)).english == english
