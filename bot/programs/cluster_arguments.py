"""The commands for the machines of a cluster, and their arguments; each is a setting, said at the start."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.cluster.ports import HEAD, is_port

Guarded = Callable[..., int]
"""Runs a coroutine function with what follows; what is wrong with the settings is one sentence and exit code 2."""

_SETTINGS = ("cluster_network", "cluster_firewalled", "cluster_tls", "cluster_name", "devices")


def add_cluster(commands: Any, guarded: Guarded) -> None:
    """Adds them to the parser's commands."""
    _add_head(commands, guarded)
    _add_worker(commands, guarded)
    _add_drain(commands, guarded)


def _add_head(commands: Any, guarded: Guarded) -> None:
    head = commands.add_parser("head", help="run a cluster's head: other machines join it, and draw along")
    head.add_argument("--port", type=_port, default=HEAD, help=f"where they find it ({HEAD})")
    _add_machine(head)

    def run(arguments: argparse.Namespace) -> int:
        from bot.programs.nodes import head

        return guarded(arguments, head, arguments.port, arguments.draws, _chosen(arguments))

    head.set_defaults(run=run)


def _add_worker(commands: Any, guarded: Guarded) -> None:
    worker = commands.add_parser("worker", help="let this machine draw for a cluster")
    worker.add_argument("--join", required=True, metavar="HOST[:PORT]", help="the cluster's head")
    worker.add_argument(
        "--name", dest="cluster_name", help="what this machine is called there (its host name)"
    )
    _add_machine(worker)

    def run(arguments: argparse.Namespace) -> int:
        from bot.programs.nodes import worker

        return guarded(arguments, worker, arguments.join, arguments.draws, _chosen(arguments))

    worker.set_defaults(run=run)


def _add_machine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--network",
        dest="cluster_network",
        metavar="NAME",
        help="the private network of the cluster: an interface (tailscale0) or a range (10.0.0.0/8)",
    )
    parser.add_argument(
        "--firewalled",
        dest="cluster_firewalled",
        action="store_true",
        default=None,
        help="a firewall keeps strangers from this machine, though it has a public address",
    )
    parser.add_argument(
        "--tls",
        dest="cluster_tls",
        type=Path,
        metavar="FOLDER",
        help="encrypt what the machines say: a folder with tls.crt, tls.key and ca.crt",
    )
    drawing = parser.add_mutually_exclusive_group()
    drawing.add_argument("--devices", help="what to draw on, such as cuda:0,cuda:1 (all GPUs, else the CPU)")
    drawing.add_argument("--no-devices", dest="draws", action="store_false", help="draw nothing here")


def _add_drain(commands: Any, guarded: Guarded) -> None:
    drain = commands.add_parser("drain", help="let a machine of a cluster end once it has drawn what it has")
    drain.add_argument("name", metavar="NAME", help="as `lukis status` shows it")

    def run(arguments: argparse.Namespace) -> int:
        from bot.programs.nodes import drain

        return guarded(arguments, drain, arguments.name)

    drain.set_defaults(run=run)


def _port(value: str) -> int:
    if is_port(value):
        return int(value)
    raise argparse.ArgumentTypeError(f"{value} is no port: 1 to 65535")


def _chosen(arguments: argparse.Namespace) -> dict[str, Any]:
    """What was said, as settings."""
    said = {name: getattr(arguments, name, None) for name in _SETTINGS}
    return {name: value for name, value in said.items() if value is not None}
