"""Every family as a folder and as a file, written once; and no network."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from engine.models.library import ModelLibrary
from tests.checkpoints import FAMILIES, SINGLE_FILES, folder, single_file


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything that would leave this machine fails."""
    connect = socket.socket.connect

    def local(self: socket.socket, address: object) -> None:
        assert self.family == socket.AF_UNIX or address[0] in ("127.0.0.1", "::1"), address  # type: ignore[index]
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", local)


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A models folder with everything in it. Tests that change it use one of their own."""
    path = tmp_path_factory.mktemp("models")
    for family in FAMILIES:
        folder(path / family, family)
    for family in SINGLE_FILES:
        single_file(path / f"{family}-file.safetensors", family)
    return path


@pytest.fixture(scope="session")
def shelf(models: Path) -> ModelLibrary:
    """A library of them, without the embedded model."""
    return ModelLibrary(models, embedded=models / "none")
