"""Lukis where the engine is not installed: the front end works, and says what to install to draw."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import ROOT, environment

EVERY_MODULE = """
import importlib, pkgutil, sys
from tests import front
front.hide()
import bot
names = [module.name for module in pkgutil.walk_packages(bot.__path__, "bot.")]
for name in names:
    importlib.import_module(name)
assert "bot.usecases.service" in names and not front.GONE & set(sys.modules)
"""


def python(folder: Path, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """What a Python process did and said."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(folder / "data", web="true", web_port=0, PYTHONPATH=ROOT, **settings),
        capture_output=True,
        text=True,
        check=False,
    )


def test_all_of_it_can_be_imported(tmp_path: Path) -> None:
    done = python(tmp_path, "-c", EVERY_MODULE)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", [("run",), ("imagine", "a red fox")], ids=" ".join)
def test_what_draws_says_what_to_install(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = python(tmp_path, "-m", "tests.front", *command)
    assert done.returncode == 2
    assert done.stderr.startswith("lukis: The engine needs torch, diffusers, ")
    assert done.stderr.endswith("This brings it: pip install 'lukis[engine]'\n")
    assert done.stderr.count("\n") == 1


def test_the_doctor_says_it_too(tmp_path: Path) -> None:
    done = python(tmp_path, "-m", "tests.front", "doctor")
    assert done.returncode == 1
    assert "✗ PyTorch: The engine needs torch, diffusers, " in done.stdout
    assert done.stdout.count("✗") == 1
    assert done.stderr == ""


def test_prompts_are_translated(tmp_path: Path) -> None:
    done = python(tmp_path, "-m", "tests.front", "translate", "여우")
    assert done.returncode == 0, done.stderr
    assert "a fox" in done.stdout


def test_a_translator_that_needs_torch_says_what_to_install(tmp_path: Path) -> None:
    chosen = {"translators": "model", "translation_model": "some/model"}
    done = python(tmp_path, "-m", "tests.front", "translate", "여우", **chosen)
    assert done.returncode == 2
    assert "TRANSLATORS: the translator 'model' needs torch, transformers, sentencepiece" in done.stderr
    assert "pip install 'lukis[model]'" in done.stderr
