"""Prompts that change: by the seed, and from one model call to the next."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.api.changing import MOST_TEXTS, by_call, chosen
from engine.api.errors import TooManyTexts
from engine.models.prompts import parse


def runs(text: str, calls: int = 10) -> list[tuple[int, str]]:
    """What is said, and for how many calls at a stretch."""
    return [(len(list(group)), said) for said, group in groupby(by_call(text, calls))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a cat", [(10, "a cat")]),
        ("a [cat:3]", [(3, "a "), (7, "a cat")]),
        ("a [cat::3] here", [(3, "a cat here"), (7, "a  here")]),
        ("a [cat:dog:0.5]", [(5, "a cat"), (5, "a dog")]),
        ("a [cat:dog:.5]", [(5, "a cat"), (5, "a dog")]),
        ("a [cat:dog:0,5]", [(5, "a cat"), (5, "a dog")]),
        ("a [ cat : dog : 1 ] x", [(1, "a  cat  x"), (9, "a  dog  x")]),
        ("[cat:dog:0]", [(10, "dog")]),
        ("[cat:dog:10]", [(10, "cat")]),
        ("[cat:dog:99]", [(10, "cat")]),
        ("[:dog:2]", [(2, ""), (8, "dog")]),
        ("[[cat]:2]", [(2, ""), (8, "[cat]")]),
        ("[(cat:1.2):3]", [(3, ""), (7, "(cat:1.2)")]),
        ("([cat:dog:2]:1.3)", [(2, "(cat:1.3)"), (8, "(dog:1.3)")]),
        ("a [b:[c:d:2]:1] e", [(1, "a b e"), (1, "a c e"), (8, "a d e")]),
        ("[a BREAK b:c:5]", [(5, "a BREAK b"), (5, "c")]),
        ("[10:30:0.5]", [(5, "10"), (5, "30")]),
        ("［猫：犬：０．５］（鳥：1.2）", [(5, "猫（鳥：1.2）"), (5, "犬（鳥：1.2）")]),
        ("[cat:dog:٠٫٥]", [(5, "cat"), (5, "dog")]),
    ],
)
def test_words_that_come_go_or_change_at_a_call(text: str, said: list[tuple[int, str]]) -> None:
    assert runs(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[cat|dog]", ["cat", "dog", "cat", "dog"]),
        ("a [cat|dog|fox] x", ["a cat x", "a dog x", "a fox x", "a cat x"]),
        ("［猫｜犬］", ["猫", "犬", "猫", "犬"]),
        ("[fe|]male", ["female", "male", "female", "male"]),
        ("[(cat:1.2)|[dog:2]]", ["(cat:1.2)", "", "(cat:1.2)", "dog"]),
        ("[10:30|noon]", ["10:30", "noon", "10:30", "noon"]),
        ("[<lora:a:1>|<lora:b:0.5>] cat", ["<lora:a:1> cat", "<lora:b:0.5> cat"] * 2),
    ],
)
def test_words_that_take_turns(text: str, said: list[str]) -> None:
    assert list(by_call(text, 4)) == said


@pytest.mark.parametrize(
    "text",
    [
        "[cat]",
        "a [cat:dog",
        "cat|dog",
        "[cat:dog:-1]",
        "[cat:dog:bird:0.5]",
        "[cat:dog:soon]",
        "(cat|dog)",
        "[(cat|dog]",
        r"\[cat|dog\]",
        r"[cat\|dog]",
        r"[cat\:3]",
        "[a {cat|dog] x",
        "10:30 :) :[ <3",
        "{cat|dog}",
        "a < b :3 > c",
    ],
)
def test_what_means_nothing_on_the_way_stays_text(text: str) -> None:
    assert runs(text) == [(10, text)]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("a {red|blue} car", {"a red car", "a blue car"}),
        ("{a|{b|c}} x", {"a x", "b x", "c x"}),
        ("{a|} x", {"a x", " x"}),
        ("(cat:{1.1|1.4})", {"(cat:1.1)", "(cat:1.4)"}),
        ("[cat:dog:{0.2|0.8}]", {"[cat:dog:0.2]", "[cat:dog:0.8]"}),
        ("{[a|b]|c}", {"[a|b]", "c"}),
        ("{a BREAK b|c}", {"a BREAK b", "c"}),
        ("{2$$a|b|c}", {"a, b", "a, c", "b, a", "b, c", "c, a", "c, b"}),
        ("{1-2$$a|b}", {"a", "b", "a, b", "b, a"}),
        ("{9$$a|b}", {"a, b", "b, a"}),
        ("{0::a|b}", {"b"}),
        ("｛赤｜青｝い", {"赤い", "青い"}),
        ("{<lora:a:1>|<lora:b|c:1>}", {"<lora:a:1>", "<lora:b|c:1>"}),
        ("{a}", {"{a}"}),
        ("{red,blue} car", {"{red,blue} car"}),
        ("{a|b", {"{a|b"}),
        ("a|b}", {"a|b}"}),
        ("{(a|b}", {"{(a|b}"}),
        ("({a)|b}", {"({a)|b}"}),
        (r"\{a|b\}", {r"\{a|b\}"}),
        (r"{a\|b}", {r"{a\|b}"}),
    ],
)
def test_choices_come_out_as_each_of_their_sides(text: str, outcomes: set[str]) -> None:
    assert {chosen([text], seed)[0] for seed in range(200)} == outcomes


def test_a_choice_is_the_seeds_and_as_often_one_side_as_the_other() -> None:
    assert [chosen(["{a|b}{c|d}"], 7)[0] for _ in range(9)] == ["ac"] * 9  # in every version
    counts = Counter(chosen(["{a|b|c}"], seed)[0] for seed in range(900))
    assert min(counts.values()) > 240
    shares = Counter(chosen(["{3::a|b}"], seed)[0] for seed in range(900))
    assert 600 < shares["a"] < 750


def test_escaped_signs_are_drawn_without_their_backslash() -> None:
    (section,) = parse(r"\{a\|b\} \[c\:d\]").sections
    assert [span.text for span in section] == ["{a|b} [c:d]"]


def test_no_prompt_becomes_more_texts_than_are_worth_it() -> None:
    sides = "|".join(map(str, range(10_000)))
    with pytest.raises(TooManyTexts) as refusal:
        by_call(f"[{sides}]", 150)
    assert refusal.value.facts == {"limit": MOST_TEXTS}
    assert len(set(by_call(f"[{sides}]", 20))) == 20
    assert chosen([f"{{{sides}}}"], 1)[0].isdecimal()
    assert by_call("[a|b]" * 400, 150)[1] == "b" * 400


@given(st.text(alphabet="()[]{}|:\\1.5a $<lora:>", max_size=200), st.integers(1, 9), st.integers(0, 9))
def test_nothing_is_too_odd(text: str, calls: int, seed: int) -> None:
    said = by_call(chosen([text], seed)[0], calls)
    assert len(said) == calls
    assert said == by_call(chosen([text], seed)[0], calls)
