"""Names the tests that stand nearest to what changed since `main`, for `make quick`.

A test file is near a module if it mirrors it, or if it imports it; where no test does, those that import what
imports it are, and so on outwards. A few tests are always among them: the rules of the house, and its middle.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import grimp

ROOT = Path(__file__).parents[1]
TESTS = PurePosixPath("tests")
ALWAYS = (
    "tests/test_architecture.py",
    "tests/bot/usecases/test_parsing.py",
    "tests/bot/usecases/test_service.py",
    "tests/bot/test_store.py",
)
DOCS, PACKAGING = "tests/bot/test_docs.py", "tests/test_packaging.py"
BESIDE = {
    "bot/platforms/web/page/": ["tests/browser/test_page.py"],
    "docs/": [DOCS],
    "README.md": [DOCS],
    "CONTRIBUTING.md": [DOCS],
    "CHANGELOG.md": [DOCS],
    "NOTICE": [DOCS, PACKAGING],
    "LICENSE": [PACKAGING],
    "Makefile": [DOCS],
    ".pre-commit-config.yaml": [DOCS],
    ".env.example": ["tests/bot/test_settings.py"],
    "pyproject.toml": [PACKAGING],
}
"""What no module imports, and the tests that look at it."""


def changed(base: str) -> list[str]:
    """Files that differ from where this branch left `base`, those that git does not know yet among them."""
    start = _git("merge-base", base, "HEAD")[0]
    return _git("diff", "--name-only", start) + _git("ls-files", "--others", "--exclude-standard")


def nearest(files: Iterable[str], graph: grimp.ImportGraph) -> set[str]:
    """The test files that stand nearest to these files, all by their path from the project's folder."""
    near = {test for file in files for test in _near(PurePosixPath(file), graph)}
    return {test for test in near | set(ALWAYS) if (ROOT / test).is_file()}


def _near(file: PurePosixPath, graph: grimp.ImportGraph) -> Iterator[str]:
    yield from (test for place, tests in BESIDE.items() if str(file).startswith(place) for test in tests)
    if file.name == "conftest.py" and file.parent != TESTS:
        yield from (path.relative_to(ROOT).as_posix() for path in (ROOT / file.parent).rglob("test_*.py"))
    elif _is_test(file.stem):
        yield str(file)
    elif modules := _modules(file, graph):
        yield f"{TESTS / file.parent}/test_{file.stem}.py"
        yield from (f"{test.replace('.', '/')}.py" for test in _importing(modules, graph))


def _modules(file: PurePosixPath, graph: grimp.ImportGraph) -> set[str]:
    """The module that a file is; for what is none, those of the innermost package that it lies in."""
    names = [".".join(path.parts) for path in (file.with_suffix(""), *file.parents)]
    found = next((name for name in names if name in graph.modules), None)
    if found is None:
        return set()
    return {found} if file.suffix == ".py" else {found} | graph.find_children(found)


def _importing(modules: set[str], graph: grimp.ImportGraph) -> set[str]:
    """The tests in the first ring of importers around modules that has any."""
    seen, ring = modules, modules
    while ring := {i for m in ring for i in graph.find_modules_that_directly_import(m)} - seen:
        if tests := set(filter(_is_test, ring)):
            return tests
        seen = seen | ring
    return set()


def _is_test(module: str) -> bool:
    return module.rpartition(".")[2].startswith("test_")


def _git(*arguments: str) -> list[str]:
    """The lines that git answers with."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def main(base: str = "main") -> None:
    """Prints them on one line."""
    graph = grimp.build_graph("bot", "engine", "tools", "tests", cache_dir=None)
    print(*sorted(nearest(changed(base), graph)))


if __name__ == "__main__":
    main(*sys.argv[1:])
