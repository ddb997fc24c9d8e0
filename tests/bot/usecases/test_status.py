"""The status message of a job."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.messages import Card, Receipt
from tests.chat import FakePlatform, stage
from tests.patience import PATIENCE


async def test_a_stop_leaves_no_edit_of_a_status_message_under_way(tmp_path: Path) -> None:
    class Hanging(FakePlatform):
        """Never answers an edit."""

        editing = asyncio.Event()

        async def edit(self, receipt: Receipt, card: Card) -> None:
            self.editing.set()
            try:
                await asyncio.Event().wait()
            finally:
                self.editing.clear()

    platform = Hanging()
    async with stage(tmp_path, platform=platform) as on:
        on.engine.hold(1)
        await on.someone().send("/imagine a fox")
        await asyncio.wait_for(platform.editing.wait(), PATIENCE)
    assert not platform.editing.is_set()
