"""The image: what its Dockerfile makes, as far as that can be told without building it."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

from tests.deployed import FOLDER, ROOT, SETTINGS, understood, unknown
from tests.front import PROJECT
from tests.ports import free_port

STEPS = [
    (step, rest.strip())
    for line in re.sub(r"\\\n|^#.*\n", "", (ROOT / "Dockerfile").read_text("utf-8"), flags=re.M).splitlines()
    if line
    for step, _, rest in [line.partition(" ")]
]
LAST = STEPS[max(i for i, (step, _) in enumerate(STEPS) if step == "FROM") :]


def told(step: str) -> str:
    """What the last stage says after that word, the last time."""
    return [rest for name, rest in LAST if name == step][-1]


def test_the_linter_finds_nothing() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([linter, ROOT / "Dockerfile"], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_it_is_not_root_keeps_what_is_to_stay_in_volumes_and_hears_signals_itself() -> None:
    user = told("USER")
    assert re.fullmatch(r"([1-9]\d*):\1", user), "a number: Kubernetes can't tell who a name is"
    runs = " ".join(rest for step, rest in LAST if step == "RUN")
    assert all(f"{option} {user.partition(':')[0]} " in runs for option in ("--uid", "--gid"))
    env = dict(pair.split("=", 1) for pair in shlex.split(told("ENV")))
    assert unknown(env) == set()
    assert json.loads(told("VOLUME")) == [env["DATA_DIR"], env["MODELS_DIR"]]
    assert env["HF_HOME"].startswith(env["MODELS_DIR"])
    assert told("EXPOSE") == str(SETTINGS["WEB_PORT"])
    (program,), arguments = json.loads(told("ENTRYPOINT")), json.loads(told("CMD"))
    assert program in PROJECT["scripts"]
    understood(arguments)


def test_the_builder_is_sent_what_it_copies_and_nothing_else() -> None:
    copied = {
        name
        for step, rest in STEPS
        if step == "COPY" and "--from=" not in rest
        for name in shlex.split(rest)[:-1]
    }
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in ignored if line.startswith("!")} == copied
    assert ignored[1] == "*" and all((ROOT / name).exists() for name in copied)


def test_it_has_extras_that_there_are() -> None:
    (extras,) = (rest.removeprefix("EXTRAS=") for step, rest in STEPS if rest.startswith("EXTRAS="))
    assert set(extras.split(",")) <= PROJECT["optional-dependencies"].keys()


@contextmanager
def answering(status: int) -> Iterator[tuple[int, list[str]]]:
    """A server that says the same to whoever asks: its port, and what it was asked for."""
    asked = list[str]()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, asked
        server.shutdown()


def healthy(**settings: object) -> int:
    """What the check of the image ends with."""
    env = {"PATH": os.environ["PATH"], **{name.upper(): str(value) for name, value in settings.items()}}
    return subprocess.run(
        [sys.executable, "-S", FOLDER / "healthy.py"], env=env, capture_output=True
    ).returncode


def test_it_is_healthy_as_long_as_it_answers_at_its_metrics_port_or_else_its_page() -> None:
    checked = json.loads(told("HEALTHCHECK").partition("CMD ")[2])
    assert checked == ["python", "/opt/lukis/healthy.py"]
    assert ("COPY", f"deploy/healthy.py {checked[1]}") in LAST
    with answering(200) as (port, asked):
        assert healthy(metrics_port=port, web_port=1) == 0
        assert healthy(metrics_port="", web_port=port) == 0
        assert asked == ["/healthz", "/"]
    with answering(503) as (port, _):
        assert healthy(metrics_port=port) == 1
    assert healthy(metrics_port=free_port()) == 1
