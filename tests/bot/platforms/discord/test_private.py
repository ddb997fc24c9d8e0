"""Pictures for one person's eyes alone, and places where nothing but a person's own interaction lets the bot in."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.discord import read
from bot.usecases import status
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, Someone, buttons_of, town
from tests.wire.discord_stage import running


def carries(message: Any, label: str) -> str:
    return next(str(b["custom_id"]) for b in buttons_of(message) if label in b["label"])


async def test_what_is_private_is_seen_by_its_person_alone(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        await alice.slash(channel, "imagine", prompt="a red fox", private=True)
        assert (await channel.status("Painting")).is_ephemeral
        await engine.release()
        fox = await channel.result()
        last = fox
        for label in ("Reroll", "Vary (subtle)", "Upscale ×2", "Original file"):
            await alice.press(channel, fox, label)
            last = await channel.result(after=last.id)
        await alice.slash(channel, "history")
        page = await channel.result(after=last.id)
        await alice.press(channel, page, "Reroll")
        await channel.result(after=page.id)
        assert len(engine.jobs) == 5
        assert all(m.is_ephemeral for m in channel.said), "nothing of it was ever public"
        assert not discord.asked("POST", f"/channels/{channel.id}/messages")


async def test_a_private_picture_late_comes_privately(
    discord: DiscordServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    monkeypatch.setattr(read, "TOKEN_SECONDS", -1)
    async with running(discord, tmp_path, engine):
        await alice.slash(channel, "imagine", prompt="a red fox", private=True)
        await alice.private().result()
        assert not [m for m in channel.said if m.attachments]


async def test_a_private_job_goes_on_privately_after_a_restart(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        engine.hold(1)
        await alice.slash(channel, "imagine", prompt="a red fox", private=True)
        await channel.status("Painting")
    await discord.gateway.drop()
    async with running(discord, tmp_path):
        fox = await channel.result()
        await alice.press(channel, fox, "Reroll")
        await channel.result(after=fox.id)
        assert all(m.is_ephemeral for m in channel.said)


async def test_a_private_picture_is_reached_by_nobody_else(discord: DiscordServer, tmp_path: Path) -> None:
    """Whatever the message: one that nobody noted, or another of Alice's in the same channel."""
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine) as lukis:
        await alice.slash(channel, "imagine", prompt="a red fox")
        open_one = await channel.result()
        await alice.slash(channel, "imagine", prompt="a secret fox", private=True)
        secret = await channel.result(after=open_one.id)
        (button,) = [b["custom_id"] for b in buttons_of(secret) if "Reroll" in b["label"]]
        job = button.rpartition(":")[2]
        unknown = await bob.send(channel, "a message")
        for word in ("reroll", "show", "original", "double", "report"):
            for on in (open_one, unknown):
                kept, on.components = on.components, [_row(f"lukis:{word}:{job}")]
                await bob.press_payload(channel, on, f"lukis:{word}:{job}")
                on.components = kept
        await channel.until(
            lambda: len([m for m in channel.said if "not here any more" in m.content]) == 10 or None
        )
        assert [j.prompt for j in engine.jobs] == ["a red fox", "a secret fox"]
        assert not await lukis.store.db.rows("SELECT * FROM reports")


async def test_a_private_picture_called_up_among_others_stays_private(
    discord: DiscordServer, tmp_path: Path
) -> None:
    """By its number, its id, a reply or a menu: all of it, with what comes of it, is for Alice; what she had asked for
    in the open, or in her private chat, she may show."""
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine) as lukis:
        await alice.slash(alice.private(), "imagine", prompt="a plain cat")
        await alice.private().result()
        await alice.slash(channel, "imagine", prompt="a secret fox", private=True)
        last = fox = await channel.result()
        (button,) = [b["custom_id"] for b in buttons_of(fox) if "Reroll" in b["label"]]
        public = list[Any]()
        discord.world.subscribers.append(lambda _, payload: public.append(payload))
        for name, asked in (("again", "2"), ("show", "#2"), ("again", button.rpartition(":")[2])):
            await alice.slash(channel, name, job=asked)
            last = await channel.result(after=last.id)
        for menu in ("Upscale", "Draw again"):
            await alice.menu(channel, menu, fox)
            last = await channel.result(after=last.id)
        opened = await alice.menu(channel, "Imagine from this image", fox)
        await channel.until(lambda: opened.modal)
        await alice.submit(channel, opened, "now in snow")
        last = await channel.result(after=last.id)
        await alice.menu(channel, "How was this made?", fox)
        told = await channel.until(
            lambda: next((m for m in channel.said if "/imagine a sec" in m.content), None)
        )
        assert all(m.is_ephemeral for m in channel.said), "nothing of it stands there for others"
        told_to_all = [p for p in public if p.get("author") and p.get("flags", 0) & 64 == 0]
        assert {p["content"] for p in told_to_all} <= {"", "…"}, "nor did for a moment"
        assert not any(p["attachments"] or p["components"] for p in told_to_all)
        await alice.press(channel, told, "Paint it again")
        last = await channel.result(after=last.id)
        assert last.is_ephemeral
        assert len(engine.jobs) == 8
        rows = await lukis.store.db.rows("SELECT address FROM jobs WHERE chat = ?", str(channel.id))
        assert len(rows) == 7 and all('"private"' in row["address"] for row in rows)
        await alice.slash(channel, "show", job="1")
        shown = await channel.result(after=last.id)
        assert "a plain cat" in shown.content and not shown.is_ephemeral


def _row(payload: str) -> dict[str, Any]:
    return {"type": 1, "components": [{"type": 2, "style": 2, "label": "x", "custom_id": payload}]}


async def asks_away(alice: Someone, channel: Channel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alice asks where the bot is by way of her account alone, and has few seconds to answer."""
    alice.brings = True
    monkeypatch.setattr(read, "TOKEN_SECONDS", 4)
    monkeypatch.setattr(status, "LAST_WORD", 2.0)
    await alice.slash(channel, "imagine", prompt="a red fox")


@pytest.mark.parametrize("reachable", [True, False])
async def test_where_the_bot_is_no_member_it_says_so_before_its_time_is_over(
    discord: DiscordServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reachable: bool
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    engine.hold(1)
    private = alice.private()
    async with running(discord, tmp_path, engine) as lukis:
        with discord.broken("*", f"/channels/{channel.id}/*", status=403, code=50001):
            await asks_away(alice, channel, monkeypatch)
            said = await channel.status("longer than I may answer here")
            assert "/history" in said.content
            assert buttons_of(said), "it can still be cancelled"
            await asyncio.sleep(3)  # until the interaction is over
            if reachable:
                await engine.release()
                await private.result()
                return
            with discord.broken("POST", f"/channels/{private.id}/messages", status=403, code=50007):
                await engine.release()
                (job,) = await lukis.store.db.rows("SELECT id FROM jobs")
                await lukis.service.runner.finished(job["id"])
            monkeypatch.setattr(read, "TOKEN_SECONDS", 800)
            await alice.slash(channel, "history")
            page = await channel.result()
            assert page.is_ephemeral and "a red fox" in page.content
