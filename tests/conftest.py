"""What all tests share."""

from __future__ import annotations

import os

import pytest

GPU_REASON = "needs an accelerator"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """With LUKIS_NO_SKIPS set, as in CI, only the GPU's tests may skip."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("LUKIS_NO_SKIPS") and not item.get_closest_marker("gpu"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though every part should be installed: {report.longrepr}"
