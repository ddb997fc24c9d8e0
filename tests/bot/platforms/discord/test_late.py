"""What can go wrong between asking and answering: files that are gone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import painting, running


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        yield server


GONE: list[dict[str, Any]] = [{"status": 404}, {"status": 403}, {"status": 503}, {"status": 0, "drop": True}]


@pytest.mark.parametrize("gone", GONE, ids=str)
@pytest.mark.parametrize("way", ["option", "menu", "reply"])
async def test_a_picture_that_can_not_be_fetched_is_said(
    discord: DiscordServer, tmp_path: Path, caplog: pytest.LogCaptureFixture, gone: dict[str, Any], way: str
) -> None:
    channel, (alice,) = town(discord, "alice")
    room, mine, engine = alice.private(), ("mine.png", painting("red")), FakeEngine()
    async with running(discord, tmp_path, engine):
        with discord.broken("GET", "/cdn/*", **gone):
            match way:
                case "option":
                    room = channel
                    await alice.slash(channel, "imagine", prompt="in snow", image=mine)
                case "menu":
                    room = channel
                    photo = await alice.send(channel, "me", files=[mine])
                    shown = await alice.menu(channel, "Imagine from this image", photo)
                    await alice.submit(channel, shown, "in snow")
                case _:
                    await alice.send(room, "/imagine in snow", files=[mine])
            await room.until(lambda: [m for m in room.said if "couldn't fetch that picture" in m.content])
    assert engine.jobs == []
    assert "Traceback" not in caplog.text
