"""What `benchmarks.deaths` prints, in short."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from benchmarks import deaths
from tests.forking import FORKING


def write_down(into: Path) -> None:
    """Writes down what the benchmark prints, in a process of its own."""
    sys.argv = ["benchmarks.deaths", "--deaths", "1"]
    with into.open("w", encoding="utf-8") as file, redirect_stdout(file):
        deaths.main()


@pytest.mark.slow
def test_deaths_in_every_window_lose_and_double_nothing(tmp_path: Path) -> None:
    process = FORKING.Process(target=write_down, args=(tmp_path / "told",))
    process.start()
    process.join()
    assert process.exitcode == 0
    said = (tmp_path / "told").read_text("utf-8")
    processes, threads = said.split("threads:")
    killed, ended = rows(processes), rows(threads)
    assert len(killed) == 8
    assert len(ended) == 6
    assert all(row == [2, 2, 2, 0, 0, 0] for row in killed), said
    for accepted, drawn, same, told, lost, doubled in ended:
        assert (accepted, drawn + told, same, lost, doubled) == (2, 2, drawn, 0, 0), said


def rows(table: str) -> list[list[int]]:
    """Accepted, drawn, the same, told, lost and doubled of each window."""
    lines = [line.split() for line in table.splitlines()]
    return [[int(word) for word in words[-6:]] for words in lines if len(words) > 6 and words[-1].isdigit()]
