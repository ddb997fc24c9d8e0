"""The prompt language: weights, escapes, nesting, BREAK and LoRA tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.models.prompts import MOST_WEIGHT, parse


def weights(text: str) -> list[tuple[str, float]]:
    """The first section's spans, weights to three digits."""
    return [(span.text, round(span.weight, 3)) for span in parse(text).sections[0]]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a cat", [("a cat", 1)]),
        ("", []),
        ("   ", []),
        ("(cat)", [("cat", 1.1)]),
        ("((cat))", [("cat", 1.21)]),
        ("[cat]", [("cat", 0.909)]),
        ("[(cat)]", [("cat", 1.0)]),
        ("(cat:1.3)", [("cat", 1.3)]),
        ("(cat: 1.3 )", [("cat", 1.3)]),
        ("(cat:-0.5)", [("cat", -0.5)]),
        ("(cat:99)", [("cat", MOST_WEIGHT)]),
        ("a (red:1.3) cat", [("a", 1), ("red", 1.3), ("cat", 1)]),
        ("((a:1.2) b)", [("a", 1.32), ("b", 1.1)]),
        ("(a:b:1.2)", [("a:b", 1.2)]),
        (r"\(a\) \[b\] \\", [(r"(a) [b] \ ".strip(), 1)]),
        ("a cat :) and :( too", [("a cat :) and :( too", 1)]),
        ("(a:1.2", [("(a:1.2", 1)]),
        ("a) b]", [("a) b]", 1)]),
        ("([a)]", [("(", 1), ("a)", 0.909)]),
        ("10:30, ratio 1:2", [("10:30, ratio 1:2", 1)]),
        ("()", []),
        ("(:1.5)", []),
    ],
)
def test_weights(text: str, spans: list[tuple[str, float]]) -> None:
    assert weights(text) == spans


def test_break_divides_and_lora_tags_are_taken_out() -> None:
    prompt = parse("a cat <lora:Add Detail:0.7> BREAK <lora:ink> (snow:1.2) <LORA:x:-1:0.5> BREAKFAST")
    assert [[span.text for span in section] for section in prompt.sections] == [
        ["a cat"],
        ["snow", "BREAKFAST"],
    ]
    assert prompt.adapters == (("Add Detail", 0.7), ("ink", 1.0), ("x", -1.0))


@given(st.text(alphabet="ab ,:.0123456789BREAK é猫\n", max_size=60).filter(lambda t: "BREAK" not in t))
def test_text_without_brackets_is_plain(text: str) -> None:
    assert weights(text) == ([(text.strip(), 1.0)] if text.strip() else [])


@given(st.text(alphabet="()[]\\:1.5a <lora:>", max_size=200))
def test_nothing_is_too_odd(text: str) -> None:
    for section in parse(text).sections:
        for span in section:
            assert -MOST_WEIGHT <= span.weight <= MOST_WEIGHT
            assert span.text.strip()


def test_ten_thousand_brackets_take_no_time() -> None:
    assert parse("(" * 5000 + "cat" + ")" * 5000).sections
