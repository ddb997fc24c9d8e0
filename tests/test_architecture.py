"""The rules of the house that code can check."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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
def test_no_torch_is_loaded_before_the_engine_is(module: str) -> None:
    code = f"import sys, {module}; assert not {{'torch', 'diffusers', 'transformers'}} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


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
