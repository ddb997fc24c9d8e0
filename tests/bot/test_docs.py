"""What the documentation says is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from bot.environment import variables
from bot.settings import Settings
from tools.docs.reference import flags_table, modes_table, samplers_table

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_the_readme_has_the_table_of_flags() -> None:
    assert flags_table() in (ROOT / "README.md").read_text("utf-8")


def test_the_readme_has_the_table_of_modes() -> None:
    assert modes_table() in (ROOT / "README.md").read_text("utf-8")


def test_the_samplers_are_listed() -> None:
    assert samplers_table() in (ROOT / "docs/samplers.md").read_text("utf-8")


def test_links_lead_somewhere() -> None:
    dead = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in PAGES
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]
    assert dead == []


def test_links_into_pages_lead_to_a_heading() -> None:
    dead = [
        f"{page.relative_to(ROOT)}: {link}#{heading}"
        for page in PAGES
        for link, heading in re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", page.read_text("utf-8"))
        if heading not in headings(page.parent / link if link else page)
    ]
    assert dead == []


def headings(page: Path) -> set[str]:
    """What its headings are called in links, as on GitHub."""
    lines = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in lines}


def test_files_that_the_docs_name_exist() -> None:
    name = r"\b(?:bot|engine|tools|tests|benchmarks|docs)/[\w./-]*\w"
    gone = [
        f"{page.relative_to(ROOT)}: {path}"
        for page in [*PAGES, ROOT / "NOTICE"]
        for path in re.findall(name, page.read_text("utf-8"))
        if not (ROOT / path).exists()
    ]
    assert gone == []


def test_commands_that_the_docs_and_hooks_name_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    text = "\n".join(page.read_text("utf-8") for page in [*PAGES, ROOT / ".pre-commit-config.yaml"])
    targets = set(re.findall(r"(?:`|^|entry: )make (\w+)", text, re.MULTILINE))
    assert {"run", "test", "lint", "quick"} <= targets
    assert [target for target in targets if f"\n{target}:" not in makefile] == []
    modules = set(re.findall(r"python -m ((?:tools|benchmarks|tests)[\w.]*)", text))
    assert [m for m in modules if not (ROOT / f"{m.replace('.', '/')}.py").is_file()] == []


def test_settings_that_the_docs_name_exist() -> None:
    known = {name.upper() for name, _ in variables(Settings)}
    named = {
        n for page in PAGES for n in re.findall(r"`([A-Z][A-Z_]{4,})(?:=[^`]*)?`", page.read_text("utf-8"))
    }
    assert {n for n in named if "_" in n} - known - {
        "LUKIS_NO_SKIPS",
        "OMP_NUM_THREADS",
        "RAY_AUTH_TOKEN",
        "HF_HUB_OFFLINE",
        "HTTPS_PROXY",
        "NO_PROXY",
    } == set()


def test_the_walks_are_short_and_name_files_that_there_are() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    walks = text[text.index("## A prompt") : text.index("## What survives")]
    assert len([line for line in walks.splitlines() if line.strip()]) <= 40
    files = {
        f"/{file.relative_to(ROOT)}"
        for top in ("bot", "engine", "tests", "tools")
        for file in (ROOT / top).rglob("*.py")
    }
    named = re.findall(r"`([\w/]+\.py)`", text)
    assert [name for name in named if not any(file.endswith(f"/{name}") for file in files)] == []
