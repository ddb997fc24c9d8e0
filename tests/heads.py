"""A real Ray on this machine: a head with a few devices that are none, ended by its processes' numbers."""

from __future__ import annotations

import atexit
import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from engine.api.ports import Engine
from engine.cluster.engine import ClusterEngine
from tests.engine.processes import Deadly, make
from tests.forking import FORKING
from tests.patience import PATIENCE


class Head:
    """One that runs.

    Attributes:
        address: of it, `host:port`.
        folder: where all of it lies, and nothing of any other.
    """

    def __init__(self, folder: Path, devices: int) -> None:
        """Starts it; its token goes into this process's environment."""
        self.folder = folder
        token = folder / "token"
        token.touch(0o600)
        token.write_text(secrets.token_hex(32))
        os.environ |= {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN_PATH": str(token)}
        port = _free_port()
        self.address = f"127.0.0.1:{port}"
        options = {
            "port": port,
            "node-ip-address": "127.0.0.1",
            "node-name": "here",
            "num-cpus": 0,
            "num-gpus": 0,
            "resources": f'{{"lukis_gpu": {devices}}}',
            "object-store-memory": 80 * 2**20,
            "include-dashboard": "false",
            "include-log-monitor": "false",
            "temp-dir": folder / "ray",
        }
        command = [sys.executable, "-m", "ray.scripts.scripts", "start", "--head", "--disable-usage-stats"]
        subprocess.run(
            [*command, *(f"--{name}={value}" for name, value in options.items())],
            check=True,
            timeout=PATIENCE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdout=subprocess.DEVNULL,
        )

    def processes(self, name: str = "") -> list[psutil.Process]:
        """Its processes whose command line says that name, those of workers included."""
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                said = " ".join(process.cmdline())
                if (
                    str(self.folder) in said + str(process.environ().get("RAY_AUTH_TOKEN_PATH"))
                    and name in said
                ):
                    found.append(process)
        return [process for process in found if process.pid != os.getpid()]

    def end(self) -> None:
        """Kills all of it."""
        ours = {child.pid for child in psutil.Process().children(recursive=True)}
        for process in self.processes():
            if process.pid not in ours:
                with suppress(psutil.Error):
                    process.kill()


@contextmanager
def head(folder: Path, devices: int = 2) -> Iterator[Head]:
    """A head, as long as it is needed."""
    running = Head(folder, devices)
    try:
        yield running
    finally:
        running.end()


@cache
def shared_head() -> Head:
    """One for all tests of this process."""
    folder = TemporaryDirectory(prefix="lukis-ray-")
    running = Head(Path(folder.name), 2)
    atexit.register(folder.cleanup)
    atexit.register(running.end)
    return running


def cluster_engine(
    address: str = "", maker: Callable[[], Engine] = make, patience: float = 60.0
) -> ClusterEngine:
    """One that draws with the tiny model; on the workers that all tests share, if no address is given."""
    return ClusterEngine(
        address or shared_head().address,
        maker,
        lambda: [Deadly().card],
        method=FORKING.get_start_method(),
        patience=patience,
    )


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
