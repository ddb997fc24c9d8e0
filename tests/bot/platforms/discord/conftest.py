"""What the Discord tests share: Discord's servers, on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.wire.discord import DiscordServer


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        yield server
