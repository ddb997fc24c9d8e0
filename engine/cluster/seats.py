"""The workers of a cluster's nodes: one for each device, found or made."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import ray
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from engine.api.ports import Engine
from engine.cluster.board import Node
from engine.cluster.messages import DEVICE
from engine.cluster.worker import Worker
from engine.process.inside import EXIT_DEVICE_LOST

NAMESPACE = "lukis"


@dataclass(frozen=True)
class Seat:
    """A device of a node.

    Attributes:
        name: its worker's.
        node: the node's, as Ray knows it; no two ever have the same.
        machine: the node's, as people know it.
        number: among the node's devices.
        gpus: how much of one it is.
    """

    name: str
    node: str
    machine: str
    number: int
    gpus: float

    @property
    def title(self) -> str:
        """What people know its worker by."""
        return f"{self.machine}:{self.number}"


def seats_of(node: Node) -> list[Seat]:
    """One for each of a node's devices."""
    gpus = min(1.0, node.gpus / node.devices) if node.devices else 0.0
    return [
        Seat(f"{node.name}-{node.id[:6]}-{number}", node.id, node.name, number, gpus)
        for number in range(node.devices)
    ]


def digest(make: Callable[[], Engine]) -> str:
    """Tells engines apart that are made in other ways."""
    return hashlib.sha256(pickle.dumps(make)).hexdigest()


def worker_of(seat: Seat, make: Callable[[], Engine]) -> Any:
    """The worker's actor, made where there is none yet. It outlives this process, and keeps its models."""
    try:
        return ray.get_actor(seat.name, NAMESPACE)
    except ValueError:
        options = {
            "name": seat.name,
            "namespace": NAMESPACE,
            "lifetime": "detached",
            "max_restarts": -1,
            "max_task_retries": 0,
            "max_concurrency": 1000,
            "num_cpus": 0,
            "num_gpus": seat.gpus,
            "resources": {DEVICE: 1},
            "scheduling_strategy": NodeAffinitySchedulingStrategy(seat.node, soft=False),
            "get_if_exists": True,
        }
        end = partial(os._exit, EXIT_DEVICE_LOST)
        return ray.remote(Worker).options(**options).remote(make, end, digest(make))


def let_go(seat: str) -> None:
    """Ends a worker's actor, if there is one: its node has one device less in use, and may end."""
    with suppress(ValueError):
        ray.kill(ray.get_actor(seat, NAMESPACE), no_restart=True)
