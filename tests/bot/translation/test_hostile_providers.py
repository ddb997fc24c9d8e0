"""Whatever a provider does to a text, no protected piece is lost, doubled or altered."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.translation.protect import split
from tests.bot.translation.stand_ins import HOSTILE, WORDS, StandIn, translator

phrases = st.lists(st.sampled_from(sorted(WORDS)), min_size=1, max_size=4).map(" ".join)
weights = st.sampled_from(["1.3", "0.75", "1", "-0.5"])


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
                    ["words", "leaf", "weight", "sweep", "choice"] if depth else ["words", "leaf"]
                )
            )
            if kind == "words":
                yield draw(phrases)
            elif kind == "leaf":
                yield draw(leaves(next(numbers)))
            elif kind == "weight":
                yield f"({' '.join(parts(depth - 1))}:{draw(weights)})"
            elif kind == "sweep":
                yield f"[{draw(phrases)}, {draw(phrases)}]"
            else:
                yield f"{{{draw(phrases)}|{draw(phrases)}}}"

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
async def test_the_words_are_translated_all_the_same(kind: str) -> None:
    prompt = "seekor (kucing merah:1.3) di salju, <lora:x:0.8>, memakai topi [biru, merah]"
    english = (await translator(StandIn(HOSTILE[kind])).translate(prompt, "id")).english
    assert_whole(english, prompt)
    if kind not in ("turns around", "answers with an article", "cuts the end"):
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
