"""Another program holds the database: who only wants to look at something has the answer, and waits for no note."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import DATABASE
from tests.chat import stage
from tests.patience import PATIENCE, until


@pytest.mark.parametrize("command", ["/help", "/history", "/models", "/language"])
async def test_what_is_looked_at_is_answered_before_it_is_noted_who_asked(
    tmp_path: Path, command: str
) -> None:
    async with stage(tmp_path) as on:
        await on.lukis.store.db.connection.execute(f"PRAGMA busy_timeout={int(PATIENCE * 1000)}")
        alice = on.someone()
        with closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None, timeout=PATIENCE)) as other:
            other.execute("BEGIN IMMEDIATE")
            asking = asyncio.create_task(alice.send(command))
            async with asyncio.timeout(PATIENCE / 2):
                await until(lambda: on.platform.messages)
            other.execute("ROLLBACK")
        await asking
        await asyncio.wait_for(on.lukis.store.db.kept(), PATIENCE)
        (row,) = await on.lukis.store.db.rows("SELECT count(*) AS n FROM people")
        assert row["n"] == 1
