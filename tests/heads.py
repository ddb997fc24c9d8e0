"""A real Ray on this machine: a head with a few devices that are none, ended by its processes' numbers."""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from engine.api.ports import Engine
from engine.cluster.engine import ClusterEngine
from engine.cluster.scaling import FIXED, Bounds
from tests.fakes import FAKE_CARD
from tests.forking import FORKING
from tests.patience import PATIENCE
from tests.ray_key import KEY
from tests.sleeping import GATE, Sleeping

HEAD, MACHINE = "LUKIS_TESTS_HEAD", "LUKIS_TESTS_MACHINE"
"""The variables in the environment of a head's processes, those of workers included, that say whose they are."""


class Head:
    """One that runs.

    Attributes:
        address: of it, `host:port`.
        folder: where all of it lies, and nothing of any other.
        gate: while it is there, engines that sleep get no further than `HELD` steps.
    """

    def __init__(self, folder: Path, devices: int, port: int = 0) -> None:
        """Starts it, at that port or any. The key to it is `tests.ray_key.KEY`.

        The folder's name is to be short: there are sockets in it.
        """
        self.folder, self.gate = folder, folder / "gate"
        self._again: list[subprocess.Popen[bytes]] = []
        port = port or _free_port()
        self.address = f"127.0.0.1:{port}"
        self._start("here", devices, {}, "--head", f"--port={port}", "--include-dashboard=false")

    def join(self, name: str, environment: Mapping[str, str]) -> None:
        """Another machine of one device joins, whose processes are told that."""
        self._start(name, 1, environment, f"--address={self.address}")

    def _start(self, name: str, devices: int, environment: Mapping[str, str], *flags: str) -> None:
        options = {
            "node-ip-address": "127.0.0.1",
            "node-name": name,
            "num-cpus": 0,
            "num-gpus": 0,
            "resources": f'{{"lukis_gpu": {devices}}}',
            "object-store-memory": 80 * 2**20,
            "include-log-monitor": "false",
            "temp-dir": self.folder / "ray",
        }
        told = {
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            HEAD: str(self.folder),
            MACHINE: name,
            GATE: str(self.gate),
            "RAY_AUTH_TOKEN_PATH": str(KEY),
            "RAY_gcs_storage": "rocksdb",  # what a head knows outlasts it
            "RAY_gcs_storage_path": str(self.folder / "store"),
        }
        command = [sys.executable, "-m", "ray.scripts.scripts", "start", "--disable-usage-stats", *flags]
        subprocess.run(
            [*command, *(f"--{option}={value}" for option, value in options.items())],
            check=True,
            timeout=PATIENCE,
            env={**os.environ, **told, **environment},
            stdout=subprocess.DEVNULL,
        )

    def processes(self, program: str = "", machine: str = "") -> list[psutil.Process]:
        """Those of it, or of one machine, whose command line says that name; those of workers are among them."""
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                told, said = process.environ(), " ".join(process.cmdline())
                ours = told.get(HEAD) == str(self.folder) and program in said
                if ours and machine in ("", told.get(MACHINE)):
                    found.append(process)
        return found

    def restart(self) -> None:
        """Kills the process that knows of all the others, and starts it again."""
        (old,) = self.processes("gcs_server")
        command, environment = old.cmdline(), old.environ()
        old.kill()
        old.wait(PATIENCE)
        nowhere = subprocess.DEVNULL
        self._again.append(subprocess.Popen(command, env=environment, stdout=nowhere, stderr=nowhere))

    def end(self) -> None:
        """Kills all of it, on all machines."""
        for started in self._again:
            started.kill()
            started.wait()
        for process in self.processes():
            with suppress(psutil.Error):
                process.kill()


@contextmanager
def head(devices: int = 2, port: int = 0) -> Iterator[Head]:
    """A head, as long as it is needed."""
    with TemporaryDirectory(prefix="lukis-ray-", ignore_cleanup_errors=True) as folder:
        running = Head(Path(folder), devices, port)
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
    address: str = "", maker: Callable[[], Engine] | None = None, patience: float = 60.0
) -> ClusterEngine:
    """One that draws with the tiny model; on the workers that all tests share, if no address is given."""
    from tests.engine.processes import Deadly, make  # torch

    return ClusterEngine(
        address or shared_head().address,
        maker or make,
        lambda: [Deadly().card],
        method=FORKING.get_start_method(),
        patience=patience,
    )


def sleeping_engine(address: str, patience: float = 60.0, bounds: Bounds = FIXED) -> ClusterEngine:
    """One whose workers sleep instead of computing."""
    return ClusterEngine(address, Sleeping, lambda: [FAKE_CARD], patience=patience, bounds=bounds)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
