"""What one gets from `pip install lukis`: the two halves with all their files, and no more packages than it uses."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from PIL import Image

from bot.extras import EXTRAS
from tests.front import ENGINE, PROJECT, modules
from tests.process import environment

ROOT = Path(__file__).parents[1]
HALVES = ("bot", "engine")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a source archive of the project, and the wheel that was built from what is in that."""
    copy, made = (tmp_path_factory.mktemp(name) for name in ("copy", "made"))
    for path in (*(ROOT / half for half in HALVES), ROOT / "tools", ROOT / "tests"):
        shutil.copytree(path, copy / path.name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "MANIFEST.in", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, copy)
    build("sdist", copy, made)
    (archive,) = made.glob("*.tar.gz")
    with tarfile.open(archive) as members:
        members.extractall(made, filter="data")
    build("wheel", made / archive.name.removesuffix(".tar.gz"), made)
    return made


def build(what: str, project: Path, into: Path) -> None:
    """Builds it as pip does."""
    code = f"from setuptools.build_meta import build_{what}; build_{what}({str(into)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=project, check=True, capture_output=True)


@pytest.fixture(scope="module")
def wheel(built: Path) -> set[str]:
    """The names of the files in the wheel."""
    (file,) = built.glob("*.whl")
    return set(zipfile.ZipFile(file).namelist())


def test_the_source_archive_has_no_tests_and_no_tools(built: Path) -> None:
    (file,) = built.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        names = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    ours = {*HALVES, "pyproject.toml", "MANIFEST.in", "README.md", "LICENSE", "NOTICE"}
    assert names == ours | {"PKG-INFO", "setup.cfg", "lukis.egg-info"}


@pytest.mark.slow
def test_it_draws_where_the_wheel_alone_was_installed(built: Path, tmp_path: Path) -> None:
    (file,) = built.glob("*.whl")
    there = tmp_path / "there"
    venv.create(there, symlinks=True)
    python, program = str(there / "bin/python"), str(there / "bin/lukis")
    options = "--no-index --no-deps --no-compile".split()
    pip = [sys.executable, "-m", "pip", "--python", python, "install", *options, str(file)]
    subprocess.run(pip, check=True, capture_output=True)
    (packages,) = there.glob("lib/*/site-packages")
    (packages / "what-it-needs.pth").write_text(sysconfig.get_path("purelib"))
    drawn = subprocess.run(
        [program, "imagine", "a red fox", "--steps", "1", "-o", "fox.png"],
        cwd=tmp_path,
        env=environment(tmp_path / "data"),
        capture_output=True,
        text=True,
    )
    assert drawn.returncode == 0, drawn.stderr
    with Image.open(tmp_path / "fox.png") as picture:
        assert picture.size == (512, 512)


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
        name
        for extra in ("cluster", "socks", "tracing")
        for name in modules(PROJECT["optional-dependencies"][extra])
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
