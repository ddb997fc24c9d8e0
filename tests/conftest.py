"""What all tests share."""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterator
from pathlib import Path
from platform import release
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, settings

from engine.lasting import lasting
from tests import ray_key  # noqa: F401  # before all that is forked

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # how long a test takes says nothing on a busy machine

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

APART = ("tests/bot/test_cells.py", "tests/test_linear.py")
"""Many tests that take long together and share nothing: each goes to whichever process is free, and they come last."""

TOKENS = ("4242:AAF-this_is_the_token_of_a_test_bot", "MTA.token.for-tests")
"""Of the bots on the servers in `tests/wire`, which the log of no test holds."""

LOGS = ("Captured log", "Captured stderr")
"""What pytest calls the logs of a test, and of programs that it starts."""

MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""

ROOM = 6 * 2**30
"""Bytes that are to be free there before tests use it."""

KNOWS_ALL = (6, 6)
"""The Linux since which files in memory can be all that files on a disk can, for instance immutable."""


def _linux() -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", release())[:2]))


def roomy(folder: Path) -> bool:
    """Whether tests can keep their files there, which then take up memory."""
    if not (folder.is_dir() and os.access(folder, os.W_OK) and _linux() >= KNOWS_ALL):
        return False
    return bool(min(psutil.disk_usage(str(folder)).free, psutil.virtual_memory().available) >= ROOM)


if roomy(MEMORY):  # every commit of a store waits for the disk: for thousands of tests that is minutes
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


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


def sharing(nodeid: str) -> str:
    """What a test shares with others, which one process then runs: by default all that stands in its file."""
    place = nodeid.partition("::")[0]
    if place in APART:
        return nodeid
    return next((name for start, name in SHARED.items() if place.startswith(start)), place)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What tests import stays as long as they run."""
    with lasting():
        return (yield)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long, or is much for one process, comes first, and what can be shared out last: all end together."""
    slow = {sharing(item.nodeid) for item in items if item.get_closest_marker("slow")}
    early = slow | set(SHARED.values())
    items.sort(key=lambda item: (item.nodeid.startswith(APART), sharing(item.nodeid) not in early))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hands out tests by what they share."""
    from xdist.scheduler import LoadScopeScheduling

    config.option.loadscopereorder = False
    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = sharing
    return scheduler


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With LUKIS_NO_SKIPS set, as in CI, only the GPU's tests may skip. No test's log holds a token."""
    report = yield
    if report.skipped and os.environ.get("LUKIS_NO_SKIPS") and not item.get_closest_marker("gpu"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though every part should be installed: {report.longrepr}"
    if any(token in text for kind, text in report.sections if kind.startswith(LOGS) for token in TOKENS):
        report.outcome = "failed"
        report.longrepr = f"a token of the bot's stands in its log: {report.longrepr or item.nodeid}"
    return report
