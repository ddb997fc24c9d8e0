"""What stands in the files that put Lukis somewhere, held against the code: its settings, its commands, its version."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.cli import _parser
from bot.environment import variables
from bot.programs.serve import BEYOND
from bot.settings import Settings
from tests.front import PROJECT

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "deploy"
VERSION = str(PROJECT["version"])
SETTINGS = {name.upper(): field.default for name, field in variables(Settings)}
OTHERS = {"PATH", "PYTHONUNBUFFERED", "HF_HOME", "RAY_AUTH_TOKEN"}
"""Variables of the environment that others than Lukis read."""

GRACE = Settings().shutdown_grace
LEAVING = GRACE + BEYOND
"""Seconds that Lukis may take to end; whoever stops it must wait for longer."""


def unknown(names: Iterable[str]) -> set[str]:
    """Those that are no setting, nor anything else that is known: misspelt ones."""
    return set(names) - SETTINGS.keys() - OTHERS


def understood(arguments: Iterable[str]) -> None:
    """Fails where the command line does not understand `lukis` with these arguments."""
    try:
        _parser().parse_args(list(arguments))
    except SystemExit:
        pytest.fail(f"there is no such command: lukis {shlex.join(arguments)}")
