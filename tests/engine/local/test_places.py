"""Who hears when where they are in the line."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing

import pytest

from engine.api.events import Cancelled, Event, Queued
from engine.local import waits
from engine.local.engine import LocalEngine
from tests.engine.bench import Shelf, Touchy, job, tiny


async def test_a_newcomer_hears_its_place_at_once_and_those_it_overtakes_hear_theirs_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many come, those who wait are told once in a while: here, only when the test is long over."""
    monkeypatch.setattr(waits, "PLACES_SECONDS", 600)
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())}, capacity=0)) as engine, AsyncExitStack() as stack:
        big = engine.submit(job("big", "ann", steps=60))
        assert await anext(big) == Queued(1)
        later = asyncio.create_task(rest(big))
        for number in range(20):
            newcomer = engine.submit(job(f"small{number}", f"t{number}", steps=4))
            await stack.enter_async_context(aclosing(newcomer))
            assert await anext(newcomer) == Queued(number + 1)
            for _ in range(5):
                await asyncio.sleep(0)
        await engine.cancel("big")
        *heard, end = await later
    assert end == Cancelled()
    assert len(heard) <= 1


async def rest(events: AsyncIterator[Event]) -> list[Event]:
    return [event async for event in events]


async def test_who_is_overtaken_hears_of_it() -> None:
    async with (
        LocalEngine(Shelf({"tiny": Touchy(tiny())}, capacity=0)) as engine,
        aclosing(engine.submit(job("big", "ann", steps=60))) as big,
    ):
        assert await anext(big) == Queued(1)
        async with aclosing(engine.submit(job("small", "bob", steps=4))) as small:
            assert await anext(small) == Queued(1)
            assert await anext(big) == Queued(2)
        assert await anext(big) == Queued(1)


async def test_a_larger_share_brings_one_forward() -> None:
    async with LocalEngine(Shelf({"tiny": Touchy(tiny())}, capacity=0)) as engine, AsyncExitStack() as stack:
        for number, (tenant, share, place) in enumerate([("ann", 1, 1), ("bob", 1, 2), ("cas", 3, 1)]):
            asked = job(f"job{number}", tenant, steps=30).model_copy(update={"share": share})
            events = await stack.enter_async_context(aclosing(engine.submit(asked)))
            assert await anext(events) == Queued(place)
