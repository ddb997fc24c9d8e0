"""What all tests share."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Generator, Iterator

import pytest

GPU_REASON = "needs an accelerator"

SHARED = {
    "tests/browser": "browser",
    "tests/tools/starter": "starter",
    "tests/engine/models": "models",
    "tests/contract": "engines",
    "tests/test_kill": "forks",
    "tests/bot/test_cli": "forks",
}
"""Where tests share something dear (a browser, models in memory, what is forked): one process runs all of each."""


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lets Lukis know the mode of `tests/toy.py`: a picture painted beside the left half of a second one."""
    from bot.locales import Locales
    from tests.toy import BESIDE, Beside, register  # loads torch, which most tests do without

    register(monkeypatch, BESIDE, Beside)
    Locales.load.cache_clear()
    yield
    Locales.load.cache_clear()


if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ["OMP_NUM_THREADS"] = "1"  # as many processes as cores: their threads would wait for each other


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process runs all tests of a file, and all that share something; those that take long come first."""
    groups: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        place = item.nodeid.partition("::")[0]
        group = next((name for start, name in SHARED.items() if place.startswith(start)), place)
        item.add_marker(pytest.mark.xdist_group(group))
        groups[group].append(item)
    slow = {name for name, group in groups.items() if any(i.get_closest_marker("slow") for i in group)}
    items[:] = [i for name in sorted(groups, key=lambda n: n not in slow) for i in groups[name]]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With LUKIS_NO_SKIPS set, as in CI, only the GPU's tests may skip."""
    report = yield
    if report.skipped and os.environ.get("LUKIS_NO_SKIPS") and not item.get_closest_marker("gpu"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though every part should be installed: {report.longrepr}"
    return report
