"""What `lukis doctor` asks of a cluster: does it let us in, run what we run, and answer nobody without a key?"""

from __future__ import annotations

import asyncio

from bot.engines import enter_cluster
from bot.locales import Say
from bot.programs.checks import Wrong
from bot.settings import Settings
from engine.cluster.board import Board, Node, NoHead
from engine.cluster.network import BadNetwork, address_in, addresses_here
from engine.cluster.ports import UNASKED, answers
from engine.cluster.versions import Versions


async def cluster(settings: Settings, say: Say) -> str:
    """Which machines there are, and how many devices each has.

    Raises:
        BadSetting: the key or a certificate can't be used, or others may read it.
        Wrong: the head can't be reached or runs another version; this machine can be reached from the internet; a
            port of some machine answers whoever asks.
    """
    enter_cluster(settings)
    try:
        nodes, theirs = await asyncio.to_thread(_asked, settings.cluster.head)
        address_in(settings.cluster.network or "0.0.0.0/0", settings.cluster.firewalled, addresses_here())
    except (NoHead, BadNetwork) as error:
        raise Wrong(f"{error}.") from error
    if theirs and (differs := Versions.here().unlike(theirs)):
        raise Wrong(say("doctor-cluster-other", differs=differs))
    unasked = await asyncio.gather(*(asyncio.to_thread(_unasked, node) for node in nodes))
    if found := ", ".join(port for ports in unasked for port in ports):
        raise Wrong(say("doctor-cluster-open", ports=found, file="docs/cluster.md"))
    return " · ".join(
        say("doctor-cluster-machine", name=node.name, address=node.address, devices=node.devices)
        for node in nodes
    )


def _asked(head: str) -> tuple[list[Node], Versions | None]:
    board = Board(head)
    return sorted(board.nodes().values(), key=lambda node: node.name), board.versions()


def _unasked(node: Node) -> list[str]:
    """The ports of a node that answer without a key."""
    return [f"{node.address}:{port}" for port in UNASKED if answers(node.address, port)]
