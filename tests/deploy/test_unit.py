"""The service of systemd: judged by systemd itself, and held against the code."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deployed import FOLDER, LEAVING, understood, unknown

UNIT = FOLDER / "lukis.service"
SET = re.findall(r"^(\w+)=(.*)$", UNIT.read_text("utf-8"), re.MULTILINE)
ONE = dict(SET)
MOST_EXPOSED = 2.0
"""Of 10, which systemd gives to what could do everything."""


def systemd(*arguments: object) -> tuple[int, str]:
    """What `systemd-analyze` ends with, and all that it says."""
    done = subprocess.run(
        ["systemd-analyze", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.returncode, done.stdout


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_takes_it_and_thinks_that_it_is_well_locked_in(tmp_path: Path) -> None:
    there = tmp_path / UNIT.name
    there.write_text(UNIT.read_text("utf-8").replace("/opt/lukis/bin/lukis", sys.executable), "utf-8")
    assert systemd("verify", there) == (0, "")
    code, said = systemd("security", "--offline=true", f"--threshold={MOST_EXPOSED * 10:.0f}", UNIT)
    assert code == 0, said


def test_it_runs_what_there_is_and_is_waited_for() -> None:
    program, *arguments = ONE["ExecStart"].split()
    assert program == "/opt/lukis/bin/lukis"
    understood(arguments)
    assert ONE["User"] not in ("root", "0")
    env = dict(pair.split("=", 1) for pair in ONE["Environment"].split())
    assert unknown(env) == set()
    states = {f"/var/lib/{name}" for name in ONE["StateDirectory"].split()}
    assert {env["DATA_DIR"], env["MODELS_DIR"], ONE["WorkingDirectory"]} == states
    assert env["HF_HOME"] == f"/var/cache/{ONE['CacheDirectory']}"
    assert int(ONE["TimeoutStopSec"].removesuffix("s")) > LEAVING
    assert (ONE["Restart"], ONE["RestartPreventExitStatus"]) == ("on-failure", "2")
