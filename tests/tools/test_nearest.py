"""The fast loop runs what looks at a change, and always the rules of the house."""

from __future__ import annotations

import grimp
import pytest

from tools.nearest import ALWAYS, ROOT, nearest


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("bot", "engine", "tools", "tests", cache_dir=None)


@pytest.mark.parametrize(
    ("file", "test"),
    [
        ("bot/usecases/parsing.py", "tests/bot/usecases/test_parsing.py"),  # mirrors it
        ("bot/platforms/telegram/outbox.py", "tests/bot/platforms/telegram/test_send.py"),  # through another
        ("bot/store/__init__.py", "tests/bot/test_store.py"),
        ("bot/locales/ko.ftl", "tests/bot/test_locales.py"),
        ("bot/store/migrations/0001_start.sql", "tests/bot/test_store.py"),
        ("bot/platforms/web/page/main.js", "tests/browser/test_page.py"),
        ("engine/models/configs/sd1/unet/config.json", "tests/engine/models/test_library.py"),
        ("tests/wire/telegram.py", "tests/bot/platforms/telegram/test_wire.py"),
        ("tests/engine/models/conftest.py", "tests/engine/models/test_lora.py"),
        ("tests/engine/test_threads.py", "tests/engine/test_threads.py"),
        ("docs/samplers.md", "tests/bot/test_docs.py"),
        ("CHANGELOG.md", "tests/bot/test_docs.py"),
        ("Makefile", "tests/bot/test_docs.py"),
        (".pre-commit-config.yaml", "tests/bot/test_docs.py"),
        ("NOTICE", "tests/bot/test_docs.py"),
        ("NOTICE", "tests/test_packaging.py"),
        ("LICENSE", "tests/test_packaging.py"),
    ],
)
def test_what_looks_at_a_change_is_run(graph: grimp.ImportGraph, file: str, test: str) -> None:
    assert (ROOT / file).is_file()
    assert test in nearest([file], graph)


def test_nothing_else_is(graph: grimp.ImportGraph) -> None:
    assert nearest([".gitignore", "deleted.txt"], graph) == set(ALWAYS)
    assert all((ROOT / test).is_file() for test in ALWAYS)
