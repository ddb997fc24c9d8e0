"""`lukis doctor` in a cluster: does it let us in, and does anything answer without a key?"""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from bot.cli import main
from bot.locales import Locales
from bot.programs import cluster_checks, nodes
from bot.programs.checks import Wrong
from bot.settings import BadSetting, Settings
from engine.cluster.board import Board, NoHead
from engine.cluster.node import BadNode, Node
from tests.heads import shared_head

SAY = Locales.load().say("en")


async def test_a_key_that_others_may_read_and_a_head_that_is_not_there_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RAY_AUTH_MODE", "RAY_AUTH_TOKEN_PATH"):
        monkeypatch.setenv(name, os.environ.get(name, ""))  # what the others here have comes back
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    settings = Settings.read(None, engine=f"ray://127.0.0.1:{port}", data_dir=tmp_path)
    with pytest.raises(BadSetting, match="`lukis head` makes it; copy it from there"):
        await cluster_checks.cluster(settings, SAY)
    key = tmp_path / "cluster" / "key"
    key.parent.mkdir()
    key.write_text("a" * 64)
    key.chmod(0o644)
    with pytest.raises(BadSetting, match=r"others may read .*\(644\)"):
        await cluster_checks.cluster(settings, SAY)
    key.chmod(0o600)
    with pytest.raises(Wrong, match=rf"nobody listens at 127\.0\.0\.1:{port} \(Connection refused\)"):
        await cluster_checks.cluster(settings, SAY)


async def test_an_address_that_can_not_be_one_is_refused_or_told_as_nobody() -> None:
    for odd in ("ray://box1:0", "ray://box1:65536", "ray://box1:99999"):
        with pytest.raises(BadSetting, match="is no engine"):
            Settings.read(None, engine=odd)
    with pytest.raises(NoHead, match=r"nobody listens at box\.\.1:6379"):
        Board("box..1:6379").nodes()


@pytest.mark.parametrize("port", ["0", "-1", "65536", "6379.0", "²"])
def test_a_head_listens_at_no_port_that_is_none(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["head", f"--port={port}"])
    assert f"{port} is no port: 1 to 65535" in capsys.readouterr().err


async def test_a_machine_of_which_no_head_knows_is_told_so_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nodes, "SLOW", 1.0)
    with pytest.raises(BadNode, match=r"after 1 s the head at .* knows of no box2"):
        await nodes._stay(Node("box2", "127.0.0.1", tmp_path, 1, 0, head="127.0.0.1:9"), "it is there")


async def test_machines_are_listed_and_a_port_that_answers_whoever_asks_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = shared_head()
    settings = Settings.read(
        None,
        engine=f"ray://{head.address}",
        data_dir=tmp_path,
        cluster_key=os.environ["RAY_AUTH_TOKEN_PATH"],
        cluster_firewalled=True,
    )
    with socket.create_server(("", 0)) as server:
        monkeypatch.setattr(cluster_checks, "UNASKED", (port := server.getsockname()[1],))
        with pytest.raises(Wrong, match=rf":{port}: they answer whoever asks, without a key"):
            await cluster_checks.cluster(settings, SAY)
    told = await cluster_checks.cluster(settings, SAY)
    assert told.startswith("here (") and told.endswith("devices: 2")
