"""`lukis head`, `lukis worker` and `lukis drain`: the machines of a cluster. See `docs/cluster.md`."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot.engines import credentials_of, enter_cluster, look_for_devices
from bot.environment import variables
from bot.extras import lacking
from bot.locales import Locales, Say, terminal_language
from bot.settings import BadSetting, Settings
from bot.terminal import tell
from engine.cluster.board import Board, NoHead
from engine.cluster.here import SEEN, BadDevices, Machine, visible
from engine.cluster.network import BadNetwork, address_in, addresses_here
from engine.cluster.node import BadNode, Node, Running
from engine.cluster.versions import Versions

LOOK = 2.0
"""Seconds between two looks at whether this machine is to end."""

SLOW = 120.0
"""Seconds that a node may take to be there."""

GONE = 20.0
"""Seconds after which a machine that has lost its power is known to be gone."""


async def head(port: int, draws: bool, chosen: dict[str, Any]) -> int:
    """Runs a cluster's head until it is told to end; 0 then, 1 where it ends by itself.

    Raises:
        BadSetting: a setting or an argument can't be used.
    """
    settings, say = _read(chosen)
    credentials_of(settings).make_key()
    node = await _node(settings, draws)
    node = replace(node, port=port)
    key = settings.cluster.key(settings.data_dir)
    said = say("terminal-head", address=node.joins, key=str(key), command=f"lukis worker --join {node.joins}")
    return await _run(node, settings, say, said)


async def worker(join: str, draws: bool, chosen: dict[str, Any]) -> int:
    """Lets this machine draw for the cluster of a head, until it is told to end or drained; 0 then, else 1.

    Raises:
        BadSetting: a setting or an argument can't be used, or the head takes no machine like this.
    """
    settings, say = _read(chosen | {"engine": f"ray://{join.removeprefix('ray://')}"})
    node = await _node(settings, draws)
    node = replace(node, head=settings.cluster.head)
    await asyncio.to_thread(_let_in, node)
    said = say("terminal-worker", name=node.name, address=node.joins, devices=node.devices)
    return await _run(node, settings, say, said)


async def drain(name: str) -> int:
    """Lets a machine of the cluster draw what it has, and nothing more; 0 once it has, 1 where there is none.

    Raises:
        BadSetting: a setting can't be used, or the head gives no answer.
    """
    settings, say = _read({})
    if not settings.cluster.head:
        raise BadSetting("ENGINE: write which cluster, such as ENGINE=ray://10.0.0.5:6379.")
    board = Board(settings.cluster.head)
    try:
        nodes = await asyncio.to_thread(board.nodes)
        if name not in nodes:
            there = ", ".join(sorted(nodes))
            tell(f"lukis: {say('terminal-drain-none', name=name, names=there)}", sys.stderr)
            return 1
        await asyncio.to_thread(board.drain, name)
        tell(say("terminal-drain", name=name))
        await _until(lambda: board.drains().get(name, True) or name not in board.nodes(), LOOK)
    except NoHead as error:
        raise BadSetting(f"ENGINE: {error}.") from None
    tell(say("terminal-drained", name=name))
    return 0


def _read(chosen: dict[str, Any]) -> tuple[Settings, Say]:
    """The settings, arguments over those of the environment; and what the key of a cluster opens, opened."""
    if sentence := lacking("cluster"):
        raise BadSetting(f"A cluster {sentence}")
    settings = Settings.read(**chosen)
    if settings.cluster.head:
        enter_cluster(settings)
    return settings, Locales.load(settings.language).say(terminal_language())


async def _node(settings: Settings, draws: bool) -> Node:
    """This machine as a node. Raises BadSetting where it can't be one."""
    enter_cluster(settings)
    options, models = settings.cluster, settings.models
    try:
        address = address_in(options.network, options.firewalled, addresses_here())
        devices = await asyncio.to_thread(_devices, settings) if draws else ()
        device, gpus, seen = visible(devices, os.environ.get(SEEN, ""))
    except (BadNetwork, BadDevices) as error:
        raise BadSetting(f"{error}.") from None
    machine = Machine(str(models.folder.absolute()), device, int((models.memory_budget_gb or 0) * 2**30))
    told = {**machine.environment(), **seen}
    return Node(
        options.called, address, options.root(settings.data_dir), len(devices), gpus, environment=told
    )


def _devices(settings: Settings) -> tuple[str, ...]:
    """Those that are named, else all GPUs, else the CPU. Imports torch. Raises BadSetting where there is none such."""
    from engine.local.devices import devices_here

    look_for_devices(settings.models)
    gpus = tuple(device for device in devices_here() if device.startswith("cuda"))
    return settings.models.devices or gpus or ("cpu",)


def _let_in(node: Node) -> None:
    """Raises BadSetting where the head runs another version, or has a machine of that name."""
    board = Board(node.head)
    try:
        theirs = board.versions()
        if theirs and (differs := Versions.here().unlike(theirs)):
            raise BadSetting(
                f"The head at {node.head} runs another version than this machine: {differs}. Install the same on both."
            )
        started = time.monotonic()
        while (other := board.nodes().get(node.name)) and time.monotonic() - started < GONE:
            time.sleep(1)  # it may have been this very machine, before it was started again
        if other:
            raise BadSetting(
                f"CLUSTER_NAME: the cluster has a machine called {node.name} ({other.address}): give this one another."
            )
        board.forget(node.name)
    except NoHead as error:
        raise BadSetting(f"--join: {error}.") from None


async def _run(node: Node, settings: Settings, say: Say, said: str) -> int:
    """Starts a node, says so once it is there, and ends it when asked to."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    _keep_to_ourselves()
    tell(say("terminal-starting"))
    try:
        running = await Running.start(node)
    except BadNode as error:
        raise BadSetting(f"{error}.") from None
    staying = asyncio.create_task(_stay(node, said))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([running.ended, staying, stopping], return_when=asyncio.FIRST_COMPLETED)
        if running.ended.done():
            tell(f"lukis: {running.why()}", sys.stderr)
            return 1
        if staying.done():
            staying.result()
            tell(say("terminal-drained", name=node.name))
        elif node.head and node.devices:
            await _part(node, settings.shutdown_grace)
        return 0
    except BadNode as error:
        tell(f"lukis: {error}", sys.stderr)
        return 1
    finally:
        staying.cancel()
        stopping.cancel()
        await running.end()


async def _stay(node: Node, said: str) -> None:
    """Waits until a node is there, says so, and returns once it is drained; a head stays even so.

    Raises:
        BadNode: nobody knows of it for too long.
    """
    board = Board(node.joins)
    try:
        async with asyncio.timeout(SLOW):
            await _until(lambda: _there(node, board), 0.5)
    except TimeoutError:
        why = f"Ray has been started, but after {SLOW:.0f} s the head at {node.joins} knows of no {node.name}"
        raise BadNode(f"{why}; docs/cluster.md says which ports a firewall must let through") from None
    tell(said)
    while True:
        with suppress(NoHead):  # it is away: the pictures go on
            if node.head and (await asyncio.to_thread(board.drains)).get(node.name):
                return
        await asyncio.sleep(LOOK)


def _there(node: Node, board: Board) -> bool:
    """Whether the head knows of a node; a new head is told then what it runs."""
    with suppress(NoHead):  # tried again
        if node.name in board.nodes():
            if not node.head:
                board.tell_versions(Versions.here())
                board.forget(node.name)
            return True
    return False


async def _part(node: Node, grace: float) -> None:
    """Gives what is drawn here so many seconds."""
    board = Board(node.joins)
    with suppress(NoHead, TimeoutError):
        async with asyncio.timeout(grace):
            await asyncio.to_thread(board.drain, node.name)
            await _until(lambda: board.drains().get(node.name, False), 0.2)


async def _until(there: Callable[[], bool], pause: float) -> None:
    """Asks again and again."""
    while True:
        if await asyncio.to_thread(there):
            return
        await asyncio.sleep(pause)


def _keep_to_ourselves() -> None:
    """Takes the secrets out of the environment that a node has no use for: it runs what its cluster sends."""
    for name, field in variables(Settings):
        if "SecretStr" in str(field.annotation) and name != "hf_token":
            os.environ.pop(name.upper(), None)
