"""What a message's menu does, over the wire: for our pictures, others' pictures, and messages without one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from bot.locales import Locales
from tests.bot.pictures.made_elsewhere import ELSEWHERE
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import buttons_of, town
from tests.wire.discord_stage import painting, running

MENUS = "Imagine from this image", "How was this made?", "Upscale", "Draw again", "What is in it?"


async def test_each_menu_has_a_name_in_every_language(discord: DiscordServer, tmp_path: Path) -> None:
    channel, _ = town(discord, "alice")
    async with running(discord, tmp_path):
        for name in MENUS:
            await channel.until(partial(discord.world.find_command, name, channel.guild, type=3))
        menus = [c for (_, kind), c in discord.world.commands[None].items() if kind == 3]
        assert len(MENUS) == len(menus) <= 5, "Discord takes no more"
        for tag in ("id", "ko", "ja", "ru", "hi", "pt-BR"):
            say = Locales.load().say(tag)
            names = {menu["name_localizations"][tag] for menu in menus}
            assert len(names) == len(menus)
            assert {say("discord-again")[:32], say("discord-upscale")[:32]} <= names


async def test_others_pictures_are_made_larger(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        photo = await bob.send(channel, "my cat", files=[("cat.png", painting("blue"))])
        await alice.menu(channel, "Upscale", photo)
        await channel.result(after=photo.id)
        assert (engine.jobs[0].mode, engine.jobs[0].tenant) == ("upscale", f"discord:{alice.id}")


async def test_our_pictures_are_made_larger_and_drawn_again(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        await bob.menu(channel, "Upscale", fox)
        large = await channel.result(after=fox.id)
        await bob.menu(channel, "Draw again", fox)
        again = await channel.result(after=large.id)
        first, larger, other = engine.jobs
        assert (larger.mode, other.mode) == ("upscale", "text")
        assert (other.prompt, other.tenant) == ("a red fox", f"discord:{bob.id}")
        assert other.recipe.seed != first.recipe.seed
        assert "a red fox" in again.content
        assert [m.id for m in channel.said] == [fox.id, large.id, again.id], "nothing else is left"


async def test_a_picture_made_elsewhere_is_told_with_a_button_that_draws_it(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    async with running(discord, tmp_path):
        photo = await bob.send(channel, "look", files=[("made.png", ELSEWHERE["InvokeAI"]())])
        await alice.menu(channel, "Draw again", photo)
        told = await channel.until(lambda: next((m for m in channel.said if buttons_of(m)), None))
        assert told.is_ephemeral


@pytest.mark.parametrize("menu", MENUS)
async def test_a_message_without_a_picture_gets_one_sentence(
    discord: DiscordServer, tmp_path: Path, menu: str
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        plain = await bob.send(channel, "hello")
        await alice.menu(channel, menu, plain)
        (said,) = await channel.until(lambda: channel.said)
        assert said.is_ephemeral
        assert said.content == "This needs a picture to start from: send one along, or reply to one."
        film = await bob.send(channel, "a film", files=[("film.mp4", b"....")])
        await alice.menu(channel, menu, film)
        _, second = await channel.until(lambda: channel.said if len(channel.said) == 2 else None)
        assert second.is_ephemeral
        assert "From a video" in second.content
        assert engine.jobs == []


async def test_buttons_of_other_bots_and_deleted_pictures_draw_nothing(
    discord: DiscordServer, tmp_path: Path
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine) as lukis:
        await alice.slash(alice.private(), "imagine", prompt="a secret fox")
        await alice.private().result()
        (row,) = await lukis.store.db.rows("SELECT id FROM jobs")
        button = {"type": 2, "style": 2, "label": "x", "custom_id": f"lukis:reroll:{row['id']}"}
        forged = discord.world.create_message(
            channel.id, bob.id, "mine", components=[{"type": 1, "components": [button]}]
        )
        await bob.menu(channel, "Draw again", forged)
        await channel.until(lambda: channel.said)
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        fox.components = [{"type": 1, "components": [button]}]
        await bob.menu(channel, "Draw again", fox)
        await channel.until(lambda: [m for m in channel.said if "not here any more" in m.content])
        assert [j.prompt for j in engine.jobs] == ["a secret fox", "a red fox"]
        assert [m.is_ephemeral for m in channel.said] == [True, False, True]
