"""A node of a cluster: Ray's processes on this machine, started with our settings, and ended with us."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGTERM

from engine.cluster.messages import DEVICE
from engine.cluster.ports import HEAD, NODE, taken
from engine.process.inside import end_with_parent

LONGEST_FOLDER = 40
"""Bytes of the name of Ray's folder: the sockets in it must have names that the system takes."""

STORE = 80 * 2**20
"""Bytes of shared memory for pictures on their way, nearly the least that Ray takes."""

LOOKS = 40
"""In vain, three seconds apart, after which a head takes a machine for dead for good; one that was out of reach for a
minute goes on by itself. Who gets no work meanwhile is decided by how long its workers say nothing."""

FREED = 10
"""Seconds that a port may take to become free."""

END_SECONDS = 15.0
"""That Ray gets to end its processes."""


class BadNode(Exception):
    """Ray can't be started, or has ended; a few lines say why."""


@dataclass(frozen=True)
class Node:
    """What a node is.

    Attributes:
        name: as others know it.
        address: where they reach it.
        root: what it keeps lies there.
        devices: how many workers it has.
        gpus: how many GPUs these share.
        head: the head that it joins, `host:port`; empty where it is one.
        port: where it listens as a head.
        environment: what its processes are told.
    """

    name: str
    address: str
    root: Path
    devices: int
    gpus: int
    head: str = ""
    port: int = HEAD
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def joins(self) -> str:
        """The head's address, whoever that is."""
        return self.head or f"{self.address}:{self.port}"

    @property
    def temporary(self) -> Path:
        """Where Ray has its sockets and its logs."""
        inside = self.root.absolute() / "ray"
        if len(os.fsencode(inside)) <= LONGEST_FOLDER:
            return inside
        digest = hashlib.sha256(os.fsencode(inside)).hexdigest()[:8]
        return Path(tempfile.gettempdir()) / f"lukis-{os.getuid()}-{digest}" / "ray"

    def command(self) -> list[str]:
        """What starts it, and stays as long as it does."""
        options: dict[str, object] = {
            "node-ip-address": self.address,
            "node-name": self.name,
            "num-cpus": 0,
            "num-gpus": self.gpus,
            "resources": json.dumps({DEVICE: self.devices} if self.devices else {}),
            "object-store-memory": STORE,
            "include-log-monitor": "false",
            "temp-dir": self.temporary,
            **NODE,
        }
        flags = ["--block", "--disable-usage-stats"]
        if self.head:
            options["address"] = self.head
        else:
            options |= {"port": self.port, "include-dashboard": "false"}
            flags += ["--head", "--no-monitor"]
        told = [f"--{name}={value}" for name, value in options.items()]
        return [sys.executable, "-m", "ray.scripts.scripts", "start", *flags, *told]

    def variables(self) -> dict[str, str]:
        """The environment of its processes."""
        ours = {
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "RAY_GRACEFUL_SHUTDOWN_DRAIN_TIMEOUT_S": "0",  # what was to be drawn here is, or is drawn elsewhere
        }
        if not self.head:  # what it knows outlasts it
            ours |= {
                "RAY_gcs_storage": "rocksdb",
                "RAY_health_check_failure_threshold": str(LOOKS),
                "RAY_gcs_storage_path": str(self.root.absolute() / "store"),
            }
        return ours | dict(self.environment)


class Running:
    """A node that was started."""

    def __init__(self, node: Node, process: asyncio.subprocess.Process, log: Path) -> None:
        self._node, self._process, self._log = node, process, log
        self.ended = asyncio.create_task(process.wait())

    @classmethod
    async def start(cls, node: Node) -> Running:
        """Starts it, and does not wait until it is there.

        Raises:
            BadNode: it can't be here.
            OSError: its folders can't be made.
        """
        ports = (*NODE.values(), *([] if node.head else [node.port]))
        if busy := await _busy(ports):
            raise BadNode(
                f"another program has port {busy[0]} on this machine. Is it a head or a worker of Lukis? "
                "One a machine is enough: it has all devices"
            )
        for folder in (node.root, node.temporary.parent, node.temporary):
            _own(folder)
        (node.temporary / "ray_current_cluster").unlink(missing_ok=True)  # of one that was killed
        log = node.root / "ray.log"
        with log.open("wb") as out:
            process = await asyncio.create_subprocess_exec(
                *node.command(),
                env=os.environ | node.variables(),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,  # Ctrl-C is ours to hear
                preexec_fn=end_with_parent,
            )
        return cls(node, process, log)

    def why(self) -> BadNode:
        """Once it has ended by itself: what it said last."""
        said = [line for line in self._log.read_text(errors="replace").splitlines() if line.strip()]
        lines = "\n  ".join(said[-6:])
        return BadNode(f"Ray has ended ({self._process.returncode}); {self._log} says:\n  {lines}")

    async def end(self) -> None:
        """Ends it and all its processes."""
        with suppress(ProcessLookupError):
            self._process.send_signal(SIGTERM)
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(self.ended), END_SECONDS)
            return
        with suppress(ProcessLookupError):
            self._process.kill()  # what it started ends with it
        await self.ended


async def _busy(ports: tuple[int, ...]) -> list[int]:
    """Those that another program has, and does not give back soon: a node that was just killed takes seconds to end."""
    for _ in range(FREED):
        if not (busy := await asyncio.to_thread(taken, ports)):
            break
        await asyncio.sleep(1)
    return busy


def _own(folder: Path) -> None:
    """A folder for its owner alone. Raises PermissionError where it is somebody else's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.lstat().st_uid != os.getuid():
        raise PermissionError(1, "it belongs to somebody else", str(folder))
    folder.chmod(0o700)
