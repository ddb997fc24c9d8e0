"""Prompts of each kind that went wrong for somebody: how many come out right.

Nobody tunes for a single line of these files; a share that falls is a kind that broke.
"""

from __future__ import annotations

import pytest

from tests.bot.translation.kinds import KINDS, Case, amiss, cases, outcomes

RIGHT = dict.fromkeys(KINDS, 0.97) | {"apart": 0.95, "negation": 0.95}
"""The least share of each kind's cases that come out right."""
OVERALL = 0.98


async def test_prompts_of_each_kind_come_out_right() -> None:
    found = {kind: [outcome async for outcome in outcomes(kind)] for kind in KINDS}
    wrong = {kind: [str(o) for o in every if o.amiss] for kind, every in found.items()}
    fallen = {k: w for k, w in wrong.items() if 1 - len(w) / len(found[k]) < RIGHT[k]}
    assert not fallen
    share = 1 - sum(map(len, wrong.values())) / sum(map(len, found.values()))
    assert share >= OVERALL, wrong


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_cases_enough_in_languages_enough(kind: str) -> None:
    assert len(cases(kind)) >= 20
    assert len({case.language for case in cases(kind)}) >= 8


@pytest.mark.parametrize(
    ("holds", "english", "wrong"),
    [
        ("black cat ; white dog", "a black cat\na white dog", ""),
        ("black cat ; white dog", "a white dog, a black cat", "; white dog"),
        ("cats", "three cat", "cats"),
        ("cat|kitten", "three kittens", ""),
        ("~hat", "a cat without a hat", "~hat"),
        ("~hat", "a cat in a hat", "~hat"),
        ("!gato", "a cat, “gato”", ""),
        ("!gato", "a gato", "!gato"),
        ("+Lara␣Croft +cat", "a cat and Lara Croft", ""),
        ("$", "a sign that says “Привет”", ""),
        ("$", "a кот", "$"),
        ("×1", "a black cat, a black cat", "×1"),
    ],
)
def test_what_must_hold_is_seen_to_hold_or_not(holds: str, english: str, wrong: str) -> None:
    assert " ".join(amiss(Case("id", "", tuple(holds.split())), english)) == wrong


def test_what_is_missing_is_seen_in_the_negative_prompt() -> None:
    case = Case("id", "", ("cat", "~hat"))
    assert list(amiss(case, "a cat", "a hat")) == []
    assert list(amiss(case, "a cat", "")) == ["~hat"]
