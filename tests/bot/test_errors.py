"""Errors: one tree in two halves, each drawn in its docstring, all of it found by code."""

from __future__ import annotations

import re
import subprocess
import sys
from types import ModuleType

import pytest

import bot.errors
import engine.api.errors
from bot.errors import ERRORS
from engine.api.errors import LukisError


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
