"""The ports of a node, written once: what is fixed can be let through a firewall, and closed to everybody else."""

from __future__ import annotations

import socket
from types import MappingProxyType

HEAD = 6379
"""Where the head of a cluster is found, if nothing else is said."""

NODE = MappingProxyType(
    {
        "node-manager-port": 6380,
        "object-manager-port": 6381,
        "metrics-export-port": 6382,
        "dashboard-agent-listen-port": 6383,
        "dashboard-agent-grpc-port": 6384,
        "min-worker-port": 6400,
        "max-worker-port": 6499,
    }
)
"""Those of every node, the head among them, by Ray's own names for them.

One more answers each machine itself alone; it is any, since it outlives a node that was killed by a minute.
"""

UNASKED = (NODE["metrics-export-port"], 8265, 10001, 44217)
"""Those that answer without a key: what Ray counts, its dashboard, its client's door and its own scaling. None of them
is on here, but Ray may have been started otherwise."""


def is_port(text: str) -> bool:
    """Whether that is the number of a port at which somebody can be found."""
    return text.isdecimal() and 0 < int(text) < 2**16


def answers(host: str, port: int, seconds: float = 3.0) -> bool:
    """Whether anybody listens there. Blocks so long at most."""
    try:
        with socket.create_connection((host, port), seconds):
            return True
    except OSError:
        return False


def taken(ports: tuple[int, ...]) -> list[int]:
    """Those of the ports that another program on this machine has."""
    return [port for port in ports if not _free(port)]


def _free(port: int) -> bool:
    try:
        with socket.create_server(("", port)):
            return True
    except OSError:
        return False
