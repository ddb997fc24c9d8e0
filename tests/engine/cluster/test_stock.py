"""What a cluster has to draw with, as its workers tell it."""

from __future__ import annotations

import asyncio

from engine.api.capacity import Capacity
from engine.api.cards import PassedOver
from engine.api.events import Done, Picture
from engine.cluster.messages import Batch, Happened, Joined, Stock, Told
from tests.engine.cluster.test_faults import run
from tests.fakes import FAKE_CARD
from tests.heads import sleeping_engine
from tests.patience import until
from tests.sleeping import job


async def test_a_worker_that_loses_its_last_model_loses_nobody_the_picture_that_it_has_drawn() -> None:
    async with sleeping_engine("127.0.0.1:9") as engine:  # nobody is there: it hears what we say
        room = Capacity(lanes=1, models=frozenset({FAKE_CARD.name}))
        engine._hear(Joined("w", 1, "box:0"))
        engine._hear(Told("w", Batch((), room, (), 1, Stock((FAKE_CARD,)))))
        drawing = asyncio.create_task(run(engine, job("one")))
        await until(lambda: bool(engine.workers[0].pieces))
        (handle,) = engine.workers[0].pieces
        drawn = Done((Picture(b"png", 64, 64, 1),), 1.0)
        nothing = Stock((), (PassedOver(FAKE_CARD.name, "a file", "it is broken"),))
        engine._hear(Told("w", Batch((Happened(1, handle, drawn),), room, (), 2, nothing)))
        assert isinstance((await drawing)[-1], Done)
        assert [card.name for card in engine.models()] == [FAKE_CARD.name]
