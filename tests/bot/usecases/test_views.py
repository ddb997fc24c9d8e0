"""What people look at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.messages import Address
from engine.api.cards import ModelCard
from tests.chat import stage
from tests.fakes import FakeEngine

ROOM = Address(platform="fake", chat="room")


async def test_a_chat_of_any_length_asks_for_the_models_once(tmp_path: Path) -> None:
    class Counting(FakeEngine):
        """Counts how often it is asked for its models."""

        asked = 0

        def models(self) -> Sequence[ModelCard]:
            self.asked += 1
            return super().models()

    engine = Counting()
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone()
        for _ in range(3):
            await alice.send("/imagine a fox")
            await alice.pictures()
        engine.asked = 0
        assert [len(a.card.pictures) for a in await on.lukis.service.chat(alice.person, at=ROOM)] == [1, 1, 1]
        assert engine.asked == 1
