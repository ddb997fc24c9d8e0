"""The engine's process dies; people get their pictures or a sentence, once, and are answered meanwhile."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tests.chat import stage
from tests.engine.processes import DEADLY, process_engine


async def test_a_killed_process_costs_nobody_a_picture_and_the_bot_goes_on(tmp_path: Path) -> None:
    engine = process_engine(side=64)
    async with stage(tmp_path, engine=engine) as on:
        alice, bob = on.someone(), on.someone("bob")
        await alice.send("/imagine a cat --steps 40 --n 4")
        await alice.told("%")
        os.kill(engine.pid, signal.SIGKILL)
        await bob.send("/help")
        await bob.told("/imagine")
        await bob.send("/imagine a dog")
        photos = [await alice.pictures(4), await bob.pictures()]
        assert [photo.card.prompt for photo in photos] == ["a cat", "a dog"]
        assert len(on.platform.delivered) == 2
        assert not [m for m in on.platform.messages.values() if m.card.progress is not None]


async def test_a_job_that_kills_it_twice_ends_in_a_sentence(tmp_path: Path) -> None:
    async with stage(tmp_path, engine=process_engine(side=64)) as on:
        alice = on.someone()
        await alice.send(f"/imagine {DEADLY}")
        await alice.told("The painter went away for a moment. Please try again.")
        await alice.send("/imagine a dog")
        assert (await alice.pictures()).card.prompt == "a dog"
