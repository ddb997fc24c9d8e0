"""Strangers' pictures cost what honest ones cost, and whatever one of them does, the next one is read."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time

import psutil
import pytest

from bot.pictures.reader import Reader
from bot.usecases.uploads import Intake
from engine.api.errors import BadImage, ImageTooLarge
from tests.bot.pictures.bombs import BOMBS, HONEST, SMALL, encoded
from tests.patience import PATIENCE

AMPLE = int(PATIENCE)
"""Seconds for a picture, on however busy a machine."""

INTAKE = Intake(most_bytes=2_000_000, most_pixels=1_000_000, seconds=AMPLE)
PICTURE = encoded(SMALL, "PNG")


def processes() -> list[psutil.Process]:
    """Those that read pictures for this one."""
    alive = [p for p in psutil.Process().children() if p.status() != psutil.STATUS_ZOMBIE]
    return [p for p in alive if "bot.pictures.child" in p.cmdline()]


def process_of(intake: Intake | Reader) -> psutil.Process:
    """The process of a new intake, once it has read a picture."""
    before = {p.pid for p in processes()}
    intake.plain(PICTURE)
    (process,) = (p for p in processes() if p.pid not in before)
    return process


@pytest.mark.parametrize("name", BOMBS)
def test_small_files_that_are_dear_to_read_are_refused_before_they_are_decoded(name: str) -> None:
    data = BOMBS[name]()
    assert len(data) <= 2_000_000
    with pytest.raises(BadImage):
        INTAKE.plain(data)


@pytest.mark.parametrize("name", HONEST)
def test_what_cameras_and_editors_write_is_read(name: str) -> None:
    assert INTAKE.plain(HONEST[name]()).startswith(b"\x89PNG")


def test_all_pictures_are_read_by_one_process() -> None:
    intake = Intake(seconds=AMPLE)
    before = {p.pid for p in processes()}
    for _ in range(3):
        intake.plain(PICTURE)
    assert len({p.pid for p in processes()} - before) == 1
    intake.close()


def test_a_picture_that_is_not_read_in_time_is_refused_and_the_next_one_is_read() -> None:
    process = process_of(reader := Reader(1_000_000, 1_000_000, AMPLE))
    process.send_signal(signal.SIGSTOP)
    reader.seconds = 0
    with pytest.raises(BadImage):
        reader.plain(PICTURE)
    assert not process.is_running()
    reader.seconds = AMPLE
    assert reader.plain(PICTURE)
    reader.close()


def test_a_busy_machine_is_no_fault_of_a_picture() -> None:
    """It waits for its turn longer than a picture may take of a processor."""
    reader = Reader(1_000_000, 1_000_000, 1)
    process = process_of(reader)
    process.send_signal(signal.SIGSTOP)
    threading.Timer(2, process.send_signal, (signal.SIGCONT,)).start()
    assert reader.plain(PICTURE)
    assert process.is_running()
    reader.close()


def test_a_picture_that_keeps_a_processor_busy_is_refused() -> None:
    reader = Reader(100_000_000, 500_000_000, 1)
    with pytest.raises(BadImage):
        reader.plain(encoded(SMALL.resize((14_000, 14_000)), "WEBP", lossless=True, method=0))
    reader.close()


def test_a_process_that_died_idle_costs_nobody_a_picture() -> None:
    process = process_of(intake := Intake(seconds=AMPLE))
    process.kill()
    psutil.wait_procs([process], timeout=PATIENCE)
    assert intake.plain(PICTURE)
    intake.close()


@pytest.mark.skipif(sys.platform != "linux", reason="this limit is Linux's")
def test_memory_ends_where_the_limits_say() -> None:
    process = process_of(intake := Intake(most_bytes=1_000_000, most_pixels=1_000_000, seconds=AMPLE))
    with pytest.raises((BadImage, ImageTooLarge)):
        intake.plain(encoded(SMALL.resize((16_000, 16_000)), "WEBP", lossless=True, method=0))
    assert process.rlimit(psutil.RLIMIT_DATA)[1] < 300_000_000
    assert intake.plain(PICTURE)
    intake.close()


def test_it_ends_with_the_program_that_started_it_however_that_ends() -> None:
    program = (
        "import os, psutil; from bot.usecases.uploads import Intake; from tests.bot.pictures.bombs import *\n"
        "Intake().plain(encoded(SMALL, 'PNG'))\n"
        "print(psutil.Process().children()[0].pid, flush=True); os.kill(os.getpid(), 9)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=PATIENCE, check=False)
    until = time.monotonic() + PATIENCE
    while psutil.pid_exists(pid := int(run.stdout)) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_it_knows_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:secret")
    process = process_of(intake := Intake(seconds=AMPLE))
    assert "TELEGRAM_TOKEN" not in process.environ()
    intake.close()


def test_as_many_pixels_as_the_setting_says() -> None:
    """Pillow has a limit of its own, at 179 million."""
    intake = Intake(most_pixels=500_000_000, seconds=AMPLE)
    assert intake.plain(encoded(SMALL.convert("1").resize((14_000, 14_000)), "PNG"))
    intake.close()
