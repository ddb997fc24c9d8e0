"""Quotas on Discord: whoever has a role has more."""

from __future__ import annotations

from pathlib import Path

from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running


async def test_who_has_a_role_has_more_and_others_hear_when_there_is_more(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice, sue) = town(discord, "alice", "sue")
    assert channel.guild
    role, engine = discord.world.create_role(channel.guild, "Supporters"), FakeEngine()
    discord.world.add_member_role(channel.guild, sue.id, role.id)
    file = tmp_path / "quotas.toml"
    file.write_text(
        f"[[class]]\nname = 'supporters'\nroles = ['{channel.guild}:Supporters']\nshare = 4\n"
        "[[class]]\nname = 'all'\npictures_a_day = 1\n"
    )
    said = (
        "You have had as much as you may for now (pictures in 24 hours: 1). There is room for this again in "
    )

    async def heard(words: str) -> None:
        await channel.until(lambda: any(words in m.content for m in channel.said) or None)

    async with running(discord, tmp_path / "data", engine, quotas=file) as lukis:
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        await alice.slash(channel, "imagine", prompt="a boat")
        await heard(f"{said}24 hours.")
        await alice.press(channel, fox, "Reroll")
        for words in ("a cat", "a dog"):
            await sue.slash(channel, "imagine", prompt=words)
            await channel.result()
        assert [job.share for job in engine.jobs] == [1, 4, 4]
        discord.world.remove_member_role(channel.guild, sue.id, role.id)
        await lukis.store.db.write("UPDATE jobs SET created = created - 45000")
        await sue.slash(channel, "imagine", prompt="a bird")
        await heard(f"{said}12 hours.")
        await lukis.store.db.write("UPDATE jobs SET created = created - 43200")
        await alice.press(channel, fox, "Reroll")
        await channel.result()
        assert [job.tenant for job in engine.jobs][3:] == [f"discord:{alice.id}"]
