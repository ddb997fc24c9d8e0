"""Errors: one tree in two halves, each drawn in its docstring, all of it found by code and told with its units."""

from __future__ import annotations

import re
import subprocess
import sys
from types import ModuleType
from typing import get_args

import pytest

import bot.errors
import engine.api.errors
from bot.errors import ERRORS
from bot.locales import Locales
from bot.usecases.refusals import error_text
from engine.api.errors import EngineError, Fault, ImageTooLarge, LukisError, OutOfRange, by_code

LOCALES = Locales.load()


def own(half: ModuleType) -> set[type[LukisError]]:
    """The errors that a module defines."""
    kinds = (kind for kind in vars(half).values() if isinstance(kind, type) and issubclass(kind, LukisError))
    return {kind for kind in kinds if kind.__module__ == half.__name__}


@pytest.mark.parametrize("half", [bot.errors, engine.api.errors])
def test_the_drawn_tree_is_the_real_one(half: ModuleType) -> None:
    drawn = set(re.findall(r"^ *(?:x |- |)([A-Z][A-Za-z]+)(?:  |$)", half.__doc__ or "", re.M))
    shared = {"LukisError", "BadRequest", "Busy"}
    assert drawn | shared == {kind.__name__ for kind in own(half)} | shared


def test_every_error_is_found_by_its_code() -> None:
    kinds = own(bot.errors) | own(engine.api.errors)
    assert {kind.code: kind for kind in kinds} == ERRORS
    assert len(ERRORS) == len(kinds)


@pytest.mark.parametrize("first", ["engine.api.errors", "bot.errors", "bot.usecases.cards"])
def test_both_halves_are_found_whatever_is_imported_first(first: str) -> None:
    code = f"import {first}; from bot.errors import ERRORS; print(*ERRORS)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) == set(ERRORS)


@pytest.mark.parametrize(
    ("tag", "error", "sentence"),
    [
        ("en", ImageTooLarge.over_bytes(20_000_000), "That picture is too large: 20 MB at most."),
        ("en", ImageTooLarge.over_pixels(1_000_000), "That picture is too large: 1 megapixel at most."),
        ("ru", ImageTooLarge.over_bytes(20_000_000), "Картинка слишком большая: не больше 20 МБ."),
        ("ru", ImageTooLarge.over_pixels(2_000_000), "Картинка слишком большая: не больше 2 мегапикселей."),
        (
            "es",
            ImageTooLarge.over_pixels(50_000_000),
            "Esa imagen es demasiado grande: 50 megapíxeles como máximo.",
        ),
        ("ja", ImageTooLarge.over_pixels(50_000_000), "その絵は大きすぎます。50 メガピクセルまでです。"),
        ("en", OutOfRange.beyond("--ar", "9:1", 64, 2048, "pixels"), "--ar can't be 9:1. Try 64–2048 px."),
        (
            "ko",
            OutOfRange.beyond("--ar", "9:1", 64, 2048, "pixels"),
            "--ar 에 9:1 값은 쓸 수 없어요. 쓸 수 있는 값: 64–2048픽셀.",
        ),
        ("id", OutOfRange.beyond("--strength", "2", 0.05, 1), "Nilai --strength tidak bisa 2. Coba 0,05–1."),
        ("en", OutOfRange.beyond("--seed", "", 0, 2**32 - 1), "--seed needs a value: 0–4294967295."),
        ("en", OutOfRange.unlike("--ar", "wide", "16:9"), "--ar can't be wide. Try 16:9."),
    ],
)
def test_units_and_numbers_are_the_languages_own(tag: str, error: LukisError, sentence: str) -> None:
    assert error_text(LOCALES.say(tag), error.code, error.facts) == sentence


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_what_is_wrong_with_a_model_is_said_in_every_language(tag: str) -> None:
    reason = "its tensors overlap"
    faults = [{"fault": fault} for fault in get_args(Fault)] + [{"fault": None}, {}]
    told = [
        error_text(LOCALES.say(tag), "bad-model", {"model": "fox", "reason": reason, **each})
        for each in faults
    ]
    assert all("fox" in sentence and reason not in sentence for sentence in told)
    assert len({*told}) == len(get_args(Fault)) + 1, "jobs of earlier versions have no such word"


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_units_are_words_of_every_language(tag: str) -> None:
    for error in (
        ImageTooLarge.over_bytes(20_000_000),
        ImageTooLarge.over_pixels(50_000_000),
        OutOfRange.beyond("--ar", "9:1", 64, 2048, "pixels"),
    ):
        text = error_text(LOCALES.say(tag), error.code, error.facts)
        assert not re.search(r"megabytes|pixels|unit|\$", text) or tag in ("en", "pt"), text
        assert re.search(r"20|50|64.*2048", text), text


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_what_an_earlier_version_kept_is_still_told(tag: str) -> None:
    say = LOCALES.say(tag)
    kept = {
        "image-too-large": {"limit": "20 MB"},
        "out-of-range": {"flag": "--size", "value": "9x9", "range": "64–2048 px"},
    }
    for code, facts in kept.items():
        text = error_text(say, code, facts)
        assert list(facts.values())[-1] in text and "$" not in text and "unit" not in text, text


@pytest.mark.parametrize("tag", LOCALES.languages)
def test_whatever_is_our_fault_has_a_number_that_the_log_knows(tag: str) -> None:
    for code in ("unknown", *by_code(EngineError)):
        assert "1a2b3c4d" in error_text(LOCALES.say(tag), code, {"incident": "1a2b3c4d"}), code
