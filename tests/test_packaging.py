"""What one gets from `pip install lukis`: the two halves with all their files, and no more packages than it uses."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from bot.extras import EXTRAS
from tests.front import ENGINE, PROJECT, modules

ROOT = Path(__file__).parents[1]
HALVES = ("bot", "engine")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel, built from a copy of the project."""
    copy, made = (tmp_path_factory.mktemp(name) for name in ("copy", "wheel"))
    for path in (*(ROOT / half for half in HALVES), ROOT / "tools", ROOT / "tests"):
        shutil.copytree(path, copy / path.name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, copy)
    code = f"from setuptools.build_meta import build_wheel; build_wheel({str(made)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=copy, check=True, capture_output=True)
    (file,) = made.glob("*.whl")
    return set(zipfile.ZipFile(file).namelist())


def test_the_wheel_has_both_halves_with_all_their_files(wheel: set[str]) -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for half in HALVES
        for path in (ROOT / half).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel if ".dist-info/" not in name} == files
    assert {
        "engine/starter/unet/diffusion_pytorch_model.safetensors",
        "bot/locales/ko.ftl",
        "bot/platforms/web/page/young-serif.woff2",
        "bot/store/migrations/0001_start.sql",
        "bot/translation/glossary/glossary.zip",
        "bot/translation/names/famous.txt",
        "bot/translation/names/names.gz",
        "bot/translation/romanised/ja.txt",
    } <= files


def test_the_licences_go_with_it(wheel: set[str]) -> None:
    assert {name.rpartition("/")[2] for name in wheel if "/licenses/" in name} == {"LICENSE", "NOTICE"}


def test_it_asks_for_all_that_it_imports() -> None:
    extras = {
        name for extra in ("cluster", "tracing") for name in modules(PROJECT["optional-dependencies"][extra])
    }
    asked, brings = modules(PROJECT["dependencies"]) | ENGINE | extras, packages_distributions()
    used = {name for half in HALVES for file in (ROOT / half).rglob("*.py") for name in imported(file)}
    foreign = used - set(HALVES) - set(sys.stdlib_module_names)
    assert {name for name in foreign if not asked & modules(brings.get(name, [name]))} == set()


def test_what_an_extra_is_known_by_belongs_to_it() -> None:
    for name, needed in EXTRAS.items():
        asked = modules(PROJECT["optional-dependencies"][name])
        assert [module for module in needed if not any(_brings(each, module) for each in asked)] == []


def _brings(package: str, module: str) -> bool:
    """Whether a module is called after the package, as all of these are, or after a part of its name."""
    return package.endswith(module.replace(".", "_"))


def imported(file: Path) -> Iterator[str]:
    """Top names of all that a file imports."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
