"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

GPU_REASON = "needs an accelerator"


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
