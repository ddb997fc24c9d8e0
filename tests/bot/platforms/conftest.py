"""What the Telegram tests share: the Bot API server, two people, their group, and Lukis."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_stage import OnTelegram, lukis_on


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
def alice(telegram: TelegramServer) -> Person:
    return telegram.person("Alice")


@pytest.fixture
def bob(telegram: TelegramServer) -> Person:
    return telegram.person("Bob")


@pytest.fixture
def group(telegram: TelegramServer, alice: Person, bob: Person) -> Group:
    return telegram.group("Painters", alice, bob)


@pytest.fixture
async def on(telegram: TelegramServer, tmp_path: Path) -> AsyncIterator[OnTelegram]:
    async with lukis_on(telegram, tmp_path) as on:
        yield on
