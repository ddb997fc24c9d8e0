"""A download from a hub: seen while it goes on, going on where it was broken off, and what is wrong in plain words."""

from __future__ import annotations

import hashlib
import logging
import os
import pty
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from huggingface_hub import close_session

from engine.api.errors import BadModel
from engine.models.files.download import Progress, Remote, bring
from engine.models.files.hub import fetch, look
from tests.checkpoints import single_file
from tests.patience import PATIENCE
from tests.wire_hub import Hub

ROOT = Path(__file__).parents[4]
FETCH = """
import sys
from pathlib import Path
from engine.models.files.hub import fetch
fetch(sys.argv[1], Path(sys.argv[2]))
"""


def command(
    server: Hub, repository: str, models: Path, before: str = "", **more: str
) -> tuple[list[str], dict[str, str]]:
    """What another program does that downloads a model, and its environment."""
    variables = {**os.environ, "HF_ENDPOINT": server.endpoint, "PYTHONPATH": str(ROOT), **more}
    return [sys.executable, "-c", before + FETCH, repository, str(models)], variables


@contextmanager
def program(server: Hub, repository: str, models: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another program that downloads a model; killed at the end of the block."""
    words, variables = command(server, repository, models)
    process = subprocess.Popen(words, env=variables, stderr=subprocess.PIPE)
    with process:
        try:
            yield process
        finally:
            process.kill()


def part(models: Path) -> int:
    """Bytes of half a file."""
    return sum(path.stat().st_size for path in models.rglob("*.part"))


def until(true: object) -> None:
    """Returns once a function says yes."""
    assert callable(true)
    for _ in range(int(PATIENCE * 50)):
        if true():
            return
        time.sleep(0.02)
    raise AssertionError("it never came to that")


@pytest.fixture(name="weights")
def _weights(server: Hub) -> bytes:
    return (server.root / "org" / "single" / "weights-v1.safetensors").read_bytes()


def test_a_killed_download_goes_on_where_it_stopped_and_leaves_nothing_behind(
    server: Hub, tmp_path: Path, weights: bytes
) -> None:
    models = tmp_path / "models"
    server.halts = threading.Event()
    half = len(weights) // 2
    with program(server, "org/single", models) as process:
        until(lambda: part(models) == half)
        process.send_signal(signal.SIGKILL)
        process.wait()
    server.halts.set()
    server.halts = None
    assert fetch("org/single", models, server.endpoint).read_bytes() == weights
    assert server.starts == [0, half]
    assert sorted(path.name for path in models.iterdir()) == ["single.json", "single.safetensors"]


def test_a_cut_connection_is_taken_up_again(server: Hub, tmp_path: Path, weights: bytes) -> None:
    server.broken = 3
    assert fetch("org/single", tmp_path / "models", server.endpoint).read_bytes() == weights
    assert server.starts[0] == 0
    assert sorted(set(server.starts)) == server.starts  # each goes on behind the one before


def test_what_an_earlier_commit_left_is_not_mixed_in(server: Hub, tmp_path: Path, weights: bytes) -> None:
    models = tmp_path / "models"
    for name in (".incoming-single@0ld", ".incoming-single"):
        (models / name).mkdir(parents=True)
        (models / name / "weights-v1.safetensors").write_bytes(b"old")
    kept = models / ".incoming-single-xl@0ld"
    kept.mkdir()
    assert fetch("org/single", models, server.endpoint).read_bytes() == weights
    assert sorted(p.name for p in models.iterdir()) == [kept.name, "single.json", "single.safetensors"]


def test_what_an_earlier_download_left_damaged_comes_anew(
    server: Hub, tmp_path: Path, weights: bytes
) -> None:
    remote = Remote("w.safetensors", len(weights), hashlib.sha256(weights).hexdigest())
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "w.safetensors.part").write_bytes(bytes(100))
    url = f"{server.endpoint}/org/single/resolve/main/weights-v1.safetensors"
    with Progress("w", len(weights), 100) as progress:
        bring(url, remote, tmp_path / "in", {}, progress)
    assert (tmp_path / "in" / "w.safetensors").read_bytes() == weights


def test_two_programs_download_once(server: Hub, tmp_path: Path) -> None:
    models = tmp_path / "models"
    server.halts = threading.Event()
    with program(server, "org/single", models) as one, program(server, "org/single", models) as two:
        until(lambda: part(models))
        time.sleep(0.5)  # for the second one to come to it
        server.halts.set()
        assert (one.wait(PATIENCE), two.wait(PATIENCE)) == (0, 0)
    assert server.asked.count("weights-v1.safetensors") == 1
    assert sorted(path.name for path in models.iterdir()) == ["single.json", "single.safetensors"]


def test_a_bar_shows_in_a_terminal_though_libraries_switch_theirs_off(server: Hub, tmp_path: Path) -> None:
    """As in the program, where the libraries that load models have been told to show nothing."""
    quiet = "import engine.models.loading"
    words, variables = command(server, "org/single", tmp_path / "models", quiet, TERM="xterm", COLUMNS="100")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(words, env=variables, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # how a terminal ends
        while more := os.read(ours, 4096):
            shown += more
    os.close(ours)
    assert process.wait(PATIENCE) == 0, shown.decode()
    assert "org/single: 100%|" in shown.decode()


def test_without_a_terminal_the_log_tells_how_far_it_is(
    server: Hub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        fetch("org/single", tmp_path / "models", server.endpoint)
    assert "Downloading org/single: " in caplog.text
    assert "(100%)" in caplog.text


@pytest.mark.parametrize("told", [True, False])
def test_how_large_it_is_and_what_is_here(server: Hub, tmp_path: Path, weights: bytes, told: bool) -> None:
    server.told = told
    plan = look("org/single", tmp_path / "models", server.endpoint)
    assert (plan.size, plan.done) == (len(weights), 0)
    plan.incoming.mkdir(parents=True)
    (plan.incoming / "weights-v1.safetensors.part").write_bytes(weights[:1000])
    assert plan.done == 1000
    assert not server.asked


def test_a_full_disk_is_told_before_anything_comes(
    server: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1_234_000)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    with pytest.raises(
        BadModel, match=r"the disk is full: it needs [\d.]+ MB, and .*models has 1.23 MB left"
    ):
        fetch("org/single", tmp_path / "models", server.endpoint)
    assert not server.asked


def reason(server: Hub, models: Path, name: str = "org/single", endpoint: str = "") -> str:
    """Why it can't be had: one line, without a class's name."""
    with pytest.raises(BadModel) as refusal:
        fetch(name, models, endpoint or server.endpoint)
    said = str(refusal.value.facts["reason"])
    assert "\n" not in said and "Error" not in said
    return said


def test_what_is_gated_says_where_its_terms_are(
    server: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.gated.add("org/single")
    said = reason(server, tmp_path / "models")
    assert said == f"it is gated: accept its terms at {server.endpoint}/org/single and set HF_TOKEN"
    monkeypatch.setenv("HF_TOKEN", "hf_wrong")
    assert "HF_TOKEN is not valid" in reason(server, tmp_path / "models")
    monkeypatch.setenv("HF_TOKEN", "hf_right")
    assert fetch("org/single", tmp_path / "models", server.endpoint).exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("org/none", "there is no such repository at {hub}/org/none, or it is private: then set HF_TOKEN"),
        ("org/single@v9", "it has no revision “v9”; {hub}/org/single tells which there are"),
        ("org/na--me", "that is no name of a repository; they are written org/name, or org/name@revision"),
    ],
)
def test_what_is_not_there_is_told(server: Hub, tmp_path: Path, name: str, said: str) -> None:
    assert reason(server, tmp_path / "models", name) == said.format(hub=server.endpoint)


def test_a_revision_that_is_there_comes(server: Hub, tmp_path: Path) -> None:
    assert fetch("org/single@v1", tmp_path / "models", server.endpoint).exists()


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (403, {}, "it wants HF_TOKEN"),
        (
            403,
            {"X-Error-Code": "GatedRepo", "X-Error-Message": "Your request is awaiting a review"},
            "not let you in yet",
        ),
        (403, {"X-Error-Message": "Access to this resource is disabled."}, "withdrawn it"),
        (429, {"Retry-After": "300"}, "too many requests from here; try again in 300 s"),
        (429, {}, "too many requests from here; try again later"),
        (503, {}, "the hub is out of order (503)"),
        (418, {}, "the hub refuses it (418)"),
    ],
)
def test_what_the_hub_answers_is_put_into_words(
    server: Hub, tmp_path: Path, status: int, headers: dict[str, str], said: str
) -> None:
    server.troubles = [(status, headers)] * 20
    assert said in reason(server, tmp_path / "models")


def test_a_hub_in_trouble_for_a_moment_is_asked_again(server: Hub, tmp_path: Path) -> None:
    server.troubles = [(503, {}), (429, {"Retry-After": "0"}), (500, {})]
    assert fetch("org/single", tmp_path / "models", server.endpoint).exists()


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        (
            "",
            "http://127.0.0.1:9",
            "http://127.0.0.1:9 can't be reached from here; behind a proxy, set HTTPS_PROXY",
        ),
        ("", "ftp://hub", "ftp://hub is no address of a hub (HF_ENDPOINT)"),
        ("ALL_PROXY", "http://127.0.0.1:9", "can't be reached from here, through the proxy in ALL_PROXY"),
    ],
)
def test_no_network_is_told(
    server: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setattr("engine.models.files.download.PAUSES", (86_400.0,))  # nobody waits for a network
    if variable:
        monkeypatch.setenv(variable, value)
    close_session()
    try:
        assert said in reason(
            server, tmp_path / "models", endpoint="http://hub.invalid" if variable else value
        )
    finally:
        close_session()


def test_offline_is_told(server: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    assert "HF_HUB_OFFLINE forbids" in reason(server, tmp_path / "models")


def test_a_folder_that_cannot_be_written_is_told_before_the_hub_is_asked(server: Hub, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = reason(server, tmp_path / "file" / "models", endpoint="http://127.0.0.1:9")
    assert said == f"{tmp_path}/file/models can't be written: Not a directory"


def test_a_pipeline_of_none_of_our_kinds_is_told_before_its_weights_come(server: Hub, tmp_path: Path) -> None:
    video = server.root / "org" / "video"
    single_file(video / "transformer" / "model.safetensors", "sd1")
    (video / "model_index.json").write_text('{"_class_name": "WanPipeline"}')
    assert "no pipeline for WanPipeline" in reason(server, tmp_path / "models", "org/video")
    assert server.asked == ["model_index.json"]


def test_a_page_in_place_of_a_hub_is_told(server: Hub, tmp_path: Path) -> None:
    server.page = True
    assert "is no model hub" in reason(server, tmp_path / "models")


@pytest.mark.parametrize(
    "odd", [b"[]", b"1", b'"x"', b'{"siblings": [{}]}', b'{"siblings": [1]}', b'{"id": "x']
)
def test_an_answer_that_tells_of_no_repository_is_told(server: Hub, tmp_path: Path, odd: bytes) -> None:
    server.odd = odd
    assert "is no model hub" in reason(server, tmp_path / "models")
