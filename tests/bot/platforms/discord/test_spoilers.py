"""What is not fit for everybody hides on Discord until it is clicked."""

from __future__ import annotations

from pathlib import Path

from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running


async def test_pictures_hide_and_so_do_their_files(discord: DiscordServer, tmp_path: Path) -> None:
    _, (alice,) = town(discord, "alice")
    room = alice.private()
    engine = FakeEngine()
    engine.verdict = lambda job, image: "fine" if image else "unchecked"
    async with running(discord, tmp_path, engine, safety="spoiler"):
        await alice.send(room, "/imagine foxes --n 2")
        result = await room.result(2)
        names = [attachment["filename"] for attachment in result.attachments]
        assert [name.startswith("SPOILER_") for name in names] == [True, False]
        await alice.press(room, result, "🖼 1")
        await room.until(
            lambda: [m for m in room.said if [a["filename"][:8] for a in m.attachments] == ["SPOILER_"]]
        )
