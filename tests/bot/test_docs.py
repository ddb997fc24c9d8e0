"""What the documentation says is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from bot.environment import variables
from bot.settings import Settings
from tools.docs.reference import flags_table, samplers_table

ROOT = Path(__file__).parents[2]


def test_the_readme_has_the_table_of_flags() -> None:
    assert flags_table() in (ROOT / "README.md").read_text("utf-8")


def test_the_samplers_are_listed() -> None:
    assert samplers_table() in (ROOT / "docs/samplers.md").read_text("utf-8")


def test_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    dead = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]
    assert dead == []


def test_settings_that_the_docs_name_exist() -> None:
    known = {name.upper() for name, _ in variables(Settings)}
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    named = {
        n for page in pages for n in re.findall(r"`([A-Z][A-Z_]{4,})(?:=[^`]*)?`", page.read_text("utf-8"))
    }
    assert {n for n in named if "_" in n} - known - {
        "LUKIS_NO_SKIPS",
        "OMP_NUM_THREADS",
        "HF_HUB_OFFLINE",
        "HF_TOKEN",
    } == set()
