"""The prompt language: weights, escapes, nesting, BREAK and LoRA tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.api.errors import OutOfRange
from engine.api.tags import check_tags
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
        ("(cat:1,3)", [("cat", 1.3)]),
        ("(cat: 1,3 )", [("cat", 1.3)]),
        ("（猫：１．３）", [("猫", 1.3)]),
        ("(猫：1。3) and ［dog］", [("猫", 1.3), ("and", 1), ("dog", 0.909)]),
        ("(قطة:١٫٣)", [("قطة", 1.3)]),
        ("(बिल्ली:१.३)", [("बिल्ली", 1.3)]),
        ("(cat:−0.5)", [("cat", -0.5)]),
        ("（猫）", [("猫", 1.1)]),
        ("two, (cat: 1, 3)", [("two,", 1), ("cat: 1, 3", 1.1)]),
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
    assert prompt.adapters == (("Add Detail", 0.7), ("ink", 1.0), ("x", 0.5, -1.0))


@pytest.mark.parametrize(
    ("tag", "name", "weight"),
    [
        ("<lora:x:0,8>", "x", 0.8),
        ("<lora:x: 0.8>", "x", 0.8),
        ("< lora : x : 0.8 >", "x", 0.8),
        ("<lora:x:０.８>", "x", 0.8),
        ("＜lora：水墨：０．８＞", "水墨", 0.8),
        ("<lora:水墨：0。8>", "水墨", 0.8),
        ("<lora:حبر:٠٫٨>", "حبر", 0.8),
        ("<lora:स्याही:०.८>", "स्याही", 0.8),
        ("<lora:x:−0.5>", "x", -0.5),
        ("<lora:x:+.5>", "x", 0.5),
        ("<lora:x:>", "x", 1.0),
        ("<LoRA:My File, v2 (final).safetensors:1,25>", "My File, v2 (final).safetensors", 1.25),
        ("<lyco:x:0.8>", "x", 0.8),
    ],
)
def test_a_tag_counts_as_written_on_any_keyboard(tag: str, name: str, weight: float) -> None:
    check_tags(f"a cat {tag}")
    assert parse(f"a cat {tag}").adapters == ((name, weight),)
    assert weights(f"a cat {tag}") == [("a cat", 1)]


@pytest.mark.parametrize(
    ("tag", "weight", "encoder"),
    [
        ("<lora:x:0.2:0.8>", 0.8, 0.2),
        ("<lora:x:0,2：0,8>", 0.8, 0.2),
        ("<lora:x:0:1>", 1.0, 0.0),
        ("<lora:x:1:unet=0.5>", 0.5, 1.0),
        ("<lora:x:unet=0.5:te=1>", 0.5, 1.0),
        ("<lora:x:unet=0>", 0.0, 1.0),
        ("<lora:x:te=0.5>", 0.5, 0.5),
        ("<lora:x:0.8:0.8>", 0.8, 0.8),
    ],
)
def test_a_lora_may_have_a_weight_of_its_own_on_texts(tag: str, weight: float, encoder: float) -> None:
    """In the order of the web UIs: the text encoders' weight first, then the UNet's."""
    check_tags(f"a cat {tag}")
    (adapter,) = parse(f"a cat {tag}").adapters
    assert adapter == (("x", weight) if weight == encoder else ("x", weight, encoder))


@pytest.mark.parametrize(
    "tag",
    [
        "<lora:x:abc>",
        "<lora:x:0.8.1>",
        "<lora:x:0,8,1>",
        "<lora:>",
        "<lora:  :1>",
        "<lora:x:0.8",
        "<lora:x:0.8:lbw=MIDDLE>",
        "<lora:x:0.8:0.2:0.5>",
        "<lora:x:0.8:dyn=1>",
        "<lora:x:te=strong>",
        "<emb:x:0.8:0.2>",
        "<emb:x:te=1>",
        "<loar:x:1>",
        "<hypernett:x:1>",
        "<emb:>",
        "<embeding:x>",
        "＜lora：x：弱＞",
    ],
)
def test_a_tag_that_can_not_be_read_is_said_and_never_taken_for_1(tag: str) -> None:
    with pytest.raises(OutOfRange) as refusal:
        check_tags(f"a cat {tag}")
    assert refusal.value.facts["value"] == tag
    assert "<lora:name:0.8>" in refusal.value.facts["range"] or "<emb:name>" in refusal.value.facts["range"]


@pytest.mark.parametrize(
    "text",
    [
        "a <3 b",
        "x < y: 3 > z",
        "<b>bold</b>",
        "<a:dance:123>",
        "<t:99:R>",
        "<https://a.b>",
        "<lora",
        "lora:x:1",
    ],
)
def test_what_is_no_tag_stays_text(text: str) -> None:
    check_tags(text)
    assert weights(text) == [(text, 1)]


def test_an_embedding_tag_keeps_its_place_and_its_weight() -> None:
    text = "a <emb:Bad Hands (v2)> cat, (＜embedding：雪女：1,2＞:0.5) [b]"
    assert weights(text) == [
        ("a <emb:Bad Hands (v2)> cat,", 1),
        ("<emb:雪女>", 0.6),
        ("b", 0.909),
    ]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("(a BREAK b:1.3) c", [[("a", 1.3)], [("b", 1.3), ("c", 1)]]),
        ("((a) BREAK [b])", [[("a", 1.21)], [("b", 1.0)]]),
        ("(a BREAK b BREAK (c:2))", [[("a", 1.1)], [("b", 1.1)], [("c", 2.2)]]),
        ("[a BREAK b", [[("[a", 1)], [("b", 1)]]),
        ("a) BREAK (b", [[("a)", 1)], [("(b", 1)]]),
        ("(BREAK a BREAK :1.5)", [[], [("a", 1.5)], []]),
    ],
)
def test_a_bracket_that_spans_break_weighs_all_that_is_in_it(
    text: str, sections: list[list[tuple[str, float]]]
) -> None:
    found = [[(span.text, round(span.weight, 3)) for span in section] for section in parse(text).sections]
    assert found == sections


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
