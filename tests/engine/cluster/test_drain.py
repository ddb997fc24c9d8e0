"""A machine that is to end: it draws what it has, gets nothing more, and whoever asked hears when that is so."""

from __future__ import annotations

import asyncio

from engine.api.events import Cancelled, Done, Event, Progress
from engine.cluster.board import Board
from tests.engine.bench import job
from tests.engine.cluster.test_faults import run
from tests.heads import cluster_engine, shared_head
from tests.patience import until


async def test_a_machine_that_is_drained_draws_what_it_has_and_gets_nothing_more() -> None:
    board = Board(shared_head().address)
    asked: list[asyncio.Task[None]] = []

    def drain(event: Event) -> None:
        if not asked and isinstance(event, Progress):
            asked.append(asyncio.create_task(asyncio.to_thread(board.drain, "here")))

    try:
        async with cluster_engine() as engine:
            await until(lambda: len(engine.workers) == 2)
            assert {device.device for device in engine.devices()} == {"here:0", "here:1"}
            assert isinstance((await run(engine, job("first", steps=60), drain))[-1], Done)
            await until(lambda: board.drains() == {"here": True})
            heard: list[Event] = []
            waiting = asyncio.create_task(run(engine, job("second"), heard.append))
            await until(lambda: bool(heard))
            assert not any(crew.pieces for crew in engine.workers)
            await engine.cancel("second")
            assert isinstance((await waiting)[-1], Cancelled)
    finally:
        board.forget("here")


async def test_of_machines_that_are_gone_for_good_nothing_is_kept() -> None:
    """Where machines have new names each time, as pods do, notes would else pile up, each looked at every second."""
    board = Board(shared_head().address)
    for name in ("pod-a", "pod-b"):
        board.drain(name)
    board.drained("pod-a")
    async with cluster_engine():
        await until(lambda: not board.drains())
