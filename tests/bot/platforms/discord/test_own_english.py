"""English of one's own for a translation: Discord opens a form with the one that there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.platforms.discord import inbox
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, Someone, buttons_of, town
from tests.wire.discord_stage import running


def field_of(shown: Any) -> dict[str, Any]:
    assert shown.modal is not None
    (label,) = shown.modal["components"]
    found: dict[str, Any] = label["component"]
    return found


async def drawn(alice: Someone, channel: Channel, **more: Any) -> Any:
    await alice.slash(channel, "imagine", prompt="여우", **more)
    return await channel.result()


def running_with(discord: DiscordServer, folder: Path, engine: FakeEngine) -> Any:
    return running(discord, folder, engine, translator=FakeTranslator(여우="a fox"))


async def test_a_form_shows_the_english_and_takes_another(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running_with(discord, tmp_path, engine):
        fox = await drawn(alice, channel)
        shown = await bob.press(channel, fox, "Edit translation")
        assert field_of(shown)["value"] == "a fox"
        await bob.submit(channel, shown, "a vixen", on=fox)
        vixen = await channel.result(after=fox.id)
        assert [j.prompt for j in engine.jobs] == ["a fox", "a vixen"]
        assert engine.jobs[1].tenant == f"discord:{bob.id}"
        assert channel.said == [fox, vixen], "nothing else is left"


async def test_a_form_may_be_open_over_a_restart(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running_with(discord, tmp_path, FakeEngine()):
        fox = await drawn(alice, channel)
        shown = await alice.press(channel, fox, "Edit translation")
    await discord.gateway.drop()
    engine = FakeEngine()
    async with running_with(discord, tmp_path, engine):
        await alice.submit(channel, shown, "a vixen", on=fox)
        await channel.result(after=fox.id)
        assert [j.prompt for j in engine.jobs] == ["a vixen"]


@pytest.mark.parametrize("words", ["   ", "x" * 4000])
async def test_what_can_not_be_drawn_is_said_to_who_wrote_it(
    discord: DiscordServer, tmp_path: Path, words: str
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running_with(discord, tmp_path, engine):
        fox = await drawn(alice, channel)
        shown = await alice.press(channel, fox, "Edit translation")
        await alice.submit(channel, shown, words, on=fox)
        said = await channel.until(lambda: next((m for m in channel.said if m.is_ephemeral), None))
        assert said.content
        assert len(engine.jobs) == 1
        assert [m for m in channel.said if not m.is_ephemeral] == [fox]


async def test_a_private_picture_s_form_answers_privately(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running_with(discord, tmp_path, engine):
        fox = await drawn(alice, channel, private=True)
        shown = await alice.press(channel, fox, "Edit translation")
        await alice.submit(channel, shown, "a vixen", on=fox)
        await channel.result(after=fox.id)
        assert all(m.is_ephemeral for m in channel.said)


async def test_a_forged_form_draws_nothing_of_others(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running_with(discord, tmp_path, engine) as lukis:
        secret = await drawn(alice, alice.private())
        (job,) = await lukis.store.db.rows("SELECT id FROM jobs")
        (edit,) = [b["custom_id"] for b in buttons_of(secret) if "Edit translation" in b["label"]]
        on = await bob.send(channel, "hello")
        shown = await bob.press_payload(channel, on, edit)
        assert shown.modal is None, "it tells nobody else the words"
        for name in (f"edit:{job['id']}", "edit:AAAAAAAAAAAAAAAA", "edit", "delete:" + job["id"]):
            forged = await alice.press(alice.private(), secret, "Edit translation")
            assert forged.modal
            forged.modal["custom_id"] = f"lukis-words:{name}"
            await bob.submit(channel, forged, "mine", on=on)
        await channel.until(
            lambda: len([m for m in channel.said if "not here any more" in m.content]) >= 5 or None
        )
        assert len(engine.jobs) == 1
        assert secret in alice.private().messages


async def test_where_no_form_opens_in_time_the_question_is_asked(
    discord: DiscordServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running_with(discord, tmp_path, engine):
        fox = await drawn(alice, channel)
        monkeypatch.setattr(inbox, "LONGEST_OPENING", 0.0)
        await alice.press(channel, fox, "Edit translation")
        asked = await channel.until(lambda: next((m for m in channel.said if m.id > fox.id), None))
        assert "a fox" in asked.content
