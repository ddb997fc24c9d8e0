"""What the machines of a cluster tell each other by way of its head: small, and kept over the head's own restarts."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from engine.cluster.messages import DEVICE
from engine.cluster.versions import Versions

T = TypeVar("T")

SECONDS = 5.0
"""That an answer may take."""

_OURS = b"lukis"
_VERSIONS, _DRAIN = b"versions", b"drain/"
_ASKED, _DONE = b"asked", b"done"
_ALIVE = 0


class NoHead(Exception):
    """The head can't be asked; one sentence says why."""


class OtherHead(NoHead):
    """One that knows nothing of what was begun with the head that was there before."""


@dataclass(frozen=True)
class Node:
    """A machine of the cluster.

    Attributes:
        id: Ray's own; no two ever have the same.
        name: as people know it.
        devices: how many it has to draw on.
        gpus: how many GPUs these share.
    """

    id: str
    name: str
    address: str
    devices: int
    gpus: float


class Board:
    """The notes at a head. Every call blocks for some seconds at most, and raises NoHead where there is no answer."""

    def __init__(self, address: str) -> None:
        """Asks nothing yet. `address` is the head's, `host:port`."""
        self._address = address
        self._client: Any = None

    def versions(self) -> Versions | None:
        """The head's; None where it has not told yet."""
        told = self._ask(lambda client: client.internal_kv_get(_VERSIONS, _OURS, timeout=SECONDS))
        return told and Versions.read(told)

    def tell_versions(self, versions: Versions) -> None:
        """Notes what the head runs."""
        self._put(_VERSIONS, versions.written())

    def nodes(self) -> Mapping[str, Node]:
        """Those that are there, by name."""
        found = self._ask(lambda client: client.get_all_node_info(timeout=SECONDS)).values()
        return {each.node_name: _node(each) for each in found if each.state == _ALIVE}

    def drains(self) -> Mapping[str, bool]:
        """The nodes that are to get nothing more, by name, and whether they have nothing left."""
        keys = self._ask(lambda client: client.internal_kv_keys(_DRAIN, _OURS, timeout=SECONDS))
        return {key.removeprefix(_DRAIN).decode(): self._get(key) == _DONE for key in keys}

    def look(self) -> tuple[Mapping[str, Node], Mapping[str, bool]]:
        """Both at once; forgets what was asked of nodes that are gone, since each may have had a name of its own."""
        drains = self.drains()
        nodes = (
            self.nodes()
        )  # afterwards: whoever had been asked was there, and is gone if it is there no more
        for gone in drains.keys() - nodes.keys():
            self.forget(gone)
        return nodes, {name: done for name, done in drains.items() if name in nodes}

    def drain(self, name: str) -> None:
        """Asks that a node get nothing more."""
        self._put(_DRAIN + name.encode(), _ASKED)

    def drained(self, name: str) -> None:
        """Notes that it has nothing left."""
        self._put(_DRAIN + name.encode(), _DONE)

    def forget(self, name: str) -> None:
        """Takes that back: it may have work."""
        key = _DRAIN + name.encode()
        self._ask(lambda client: client.internal_kv_del(key, False, _OURS, timeout=SECONDS))

    def want(self, devices: int) -> None:
        """Asks Ray's autoscaler, if there is one, that there be so many devices; the head forgets as it ends."""
        bundles: list[dict[str, float]] = [{DEVICE: 1}] if devices else []
        labels: list[dict[str, str]] = [{} for _ in bundles]
        self._ask(
            lambda client: client.request_cluster_resource_constraint(
                bundles, labels, [devices] * len(bundles), timeout_s=SECONDS
            )
        )

    def _get(self, key: bytes) -> bytes | None:
        value: bytes | None = self._ask(lambda client: client.internal_kv_get(key, _OURS, timeout=SECONDS))
        return value

    def _put(self, key: bytes, value: bytes) -> None:
        self._ask(lambda client: client.internal_kv_put(key, value, True, _OURS, timeout=SECONDS))

    def _ask(self, question: Callable[[Any], T]) -> T:
        # Ray reads its environment as it is imported
        from ray._raylet import GcsClient  # type: ignore[attr-defined]
        from ray.exceptions import AuthenticationError, RpcError

        try:
            if self._client is None:
                self._reach()
                self._client = GcsClient(address=self._address)
            return question(self._client)
        except AuthenticationError as error:
            if "WrongClusterID" in str(error):
                raise OtherHead(f"another head is at {self._address} now") from None
            raise NoHead(
                f"the head at {self._address} has another key: copy CLUSTER_KEY's file from there"
            ) from None
        except RpcError as error:
            raise NoHead(f"the head at {self._address} gives no answer: {_line(error)}") from error

    def _reach(self) -> None:
        """Ray itself would try for 40 s."""
        host, _, port = self._address.rpartition(":")
        try:
            socket.create_connection((host, int(port)), SECONDS).close()
        except (OSError, UnicodeError) as error:  # the latter of a name that can't be one
            why = getattr(error, "strerror", None) or "no answer"
            raise NoHead(
                f"nobody listens at {self._address} ({why}); look whether `lukis head` runs "
                "there, and whether a firewall lets this machine through"
            ) from error


def _node(told: Any) -> Node:
    resources = told.resources_total
    return Node(
        told.node_id.hex(),
        told.node_name,
        told.node_manager_address,
        int(resources.get(DEVICE, 0)),
        resources.get("GPU", 0.0),
    )


def _line(error: Exception) -> str:
    return str(error).partition("\n")[0]
