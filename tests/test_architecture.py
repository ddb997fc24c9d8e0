"""The rules of the house that code can check."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.api.modes import MODES

ROOT = Path(__file__).parent.parent
SOURCES = sorted(p for top in ("bot", "engine", "tools") for p in (ROOT / top).rglob("*.py"))


def named_at_run_time(file: Path) -> Iterator[str]:
    """Modules that the file imports by a call, which the import contracts in pyproject.toml do not see."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from (str(a.value) for a in node.args if isinstance(a, ast.Constant))


def test_our_own_modules_are_imported_where_the_contracts_see_it() -> None:
    ours = ("bot", "engine", "tools", "tests")
    hidden = [
        f"{f.relative_to(ROOT)}: {m}"
        for f in SOURCES
        for m in named_at_run_time(f)
        if m.split(".")[0] in ours
    ]
    assert hidden == []


@pytest.mark.parametrize(
    "module", ["engine.api.ports", "engine.starter", "bot.usecases.service", "bot.cli", "bot.bootstrap"]
)
def test_nothing_is_loaded_before_it_is_asked_for(module: str) -> None:
    late = {"torch", "diffusers", "transformers", "prometheus_client", "opentelemetry"}
    code = f"import sys, {module}; assert not {late} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def modes_named_in(file: Path) -> Iterator[int]:
    """Lines that ask which mode it is, or name one: by comparing, by matching, by subscript or as an argument."""
    named = set(MODES)

    def is_mode(node: ast.AST) -> bool:
        return getattr(node, "attr", getattr(node, "id", "")).lower() == "mode" or (
            isinstance(node, ast.Attribute) and node.attr == "name" and is_mode(node.value)
        )

    def names_one(node: ast.AST) -> bool:
        return any(isinstance(n, ast.Constant) and n.value in named for n in ast.walk(node))

    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Compare(left=left, comparators=others):
                asks = any(map(is_mode, (left, *others))) and any(map(names_one, (left, *others)))
            case ast.Match(subject=subject, cases=cases):
                asks = is_mode(subject) and any(names_one(case.pattern) for case in cases)
            case ast.Subscript(value=ast.Name(id="MODES" | "WAYS"), slice=key):
                asks = names_one(key)
            case ast.keyword(arg="mode", value=value):
                asks = names_one(value)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="MODES" | "WAYS"), attr="get"), args=args):
                asks = any(map(names_one, args))
            case _:
                continue
        if asks:
            yield getattr(node, "lineno", 0)


def test_nobody_asks_which_mode_it_is() -> None:
    own = ROOT / "engine" / "modes"
    elsewhere = [f for f in SOURCES if own not in f.parents and f != ROOT / "engine" / "api" / "modes.py"]
    asking = [f"{f.relative_to(ROOT)}:{line}" for f in elsewhere for line in modes_named_in(f)]
    assert asking == []


@pytest.mark.parametrize(
    "line",
    [
        'x = job.mode == "text"',
        'if mode in ("image", "text"): pass',
        'x = "image" != self.job.mode.name',
        'x = MODES["image"]',
        'x = WAYS.get("image")',
        'x = Job(id="1", mode="image")',
        'match job.mode:\n    case "text": pass',
    ],
)
def test_asking_which_mode_it_is_would_be_found(line: str, tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text(line)
    assert list(modes_named_in(tmp_path / "x.py"))


def test_files_and_functions_stay_small() -> None:
    long_files = [str(f.relative_to(ROOT)) for f in SOURCES if len(f.read_text("utf-8").splitlines()) > 300]
    long_functions = [
        f"{f.relative_to(ROOT)}:{n.name}"
        for f in SOURCES
        for n in ast.walk(ast.parse(f.read_text("utf-8")))
        if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) and (n.end_lineno or 0) - n.lineno > 60
    ]
    assert (long_files, long_functions) == ([], [])


def test_public_names_have_docstrings() -> None:
    bare = [
        f"{f.relative_to(ROOT)}:{n.name}"
        for f in SOURCES
        for n in ast.parse(f.read_text("utf-8")).body
        if isinstance(n, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not n.name.startswith("_")
        and not ast.get_docstring(n)
    ]
    assert bare == []
