"""Prompts reach the model, and are shown again, in the words that people read: no marks of Discord's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.plain import plain
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, Someone, town
from tests.wire.discord_stage import painting, running

NAMES = {"@5": "Alice", "@6": "--steps 150 (x:2) <lora:y:1>", "&7": "the mods", "#9": "cat-pictures"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("<:cat_wave:123>", "cat wave"),
        ("a <a:party_parrot:123456789012345678> here", "a party parrot here"),
        ("<:a:1><:b:2>x<:c:3>, y", "a b x c, y"),
        ("여우<:fox:1>눈", "여우 fox 눈"),
        ("<@5> and <@!5>", "Alice and Alice"),
        ("<@6> in snow", "steps 150 x:2 lora:y:1 in snow"),
        ("<@8> in snow", "in snow"),
        ("<@&7> of <#9>", "the mods of cat-pictures"),
        ("a <@&8> b <#10> c", "a b c"),
        ("dawn <t:1700000000:R> or <t:-1> snow", "dawn or snow"),
        ("</imagine:42> and </history page:42>", "imagine and history page"),
        ("<id:customize> <sound:0:12> snow", "snow"),
        ("two\n<:lines:1>", "two\nlines"),
        (
            "<lora:foo:0.8> (a:1.2) <3 a < b > c <:x> <@> <#x>",
            "<lora:foo:0.8> (a:1.2) <3 a < b > c <:x> <@> <#x>",
        ),
        ("  kept  as it is ", "  kept  as it is "),
        ("<<:a:1>:b:2> cat", "< a:b:2> cat"),
        ("<<t:5>:a:1> cat", "< :a:1> cat"),
        ("</</fox:1>:2> in snow", "fox in snow"),
    ],
)
def test_every_mark_is_what_people_read_in_its_place(typed: str, read: str) -> None:
    assert plain(typed, NAMES) == read


@given(st.text(alphabet="<>:@#&!/at_19 -", max_size=80))
def test_no_mark_is_left(text: str) -> None:
    assert plain(plain(text, NAMES), NAMES) == plain(text, NAMES)


PIECES = ["<", ">", ":", "/", "a", "1", " ", "<:a:1>", "<t:5>", "<@5>", "<#9>", "</x:1>", "<id:x>", "-"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_marks_within_marks_make_none(text: str) -> None:
    assert plain(plain(text, NAMES), NAMES) == plain(text, NAMES)


def test_marks_nested_without_end_leave_none() -> None:
    assert not set("<>") & set(plain("</" * 900 + "fox" + ":1>" * 900, NAMES))


async def by_option(alice: Someone, bob: Someone, channel: Channel, words: str) -> None:
    await alice.slash(channel, "imagine", prompt=words)


async def by_menu(alice: Someone, bob: Someone, channel: Channel, words: str) -> None:
    photo = await bob.send(channel, "my cat", files=[("cat.png", painting("blue"))])
    await alice.submit(channel, await alice.menu(channel, "Imagine from this image", photo), words)


async def by_reply(alice: Someone, bob: Someone, channel: Channel, words: str) -> None:
    await bob.slash(channel, "imagine", prompt="a fox")
    await alice.send(channel, words, reply_to=await channel.result())


async def by_command_in_a_reply(alice: Someone, bob: Someone, channel: Channel, words: str) -> None:
    await bob.slash(channel, "imagine", prompt="a fox")
    await alice.send(channel, f"/imagine {words}", reply_to=await channel.result())


@pytest.mark.parametrize("way", [by_option, by_menu, by_reply, by_command_in_a_reply])
async def test_prompts_are_plain_words_whichever_way_they_come(
    discord: DiscordServer, tmp_path: Path, way: object
) -> None:
    channel, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    words = f"<:cat_wave:123> and <@{bob.id}> in <#{channel.id}> <t:1700000000:R> snow <@&123>"
    async with running(discord, tmp_path, engine):
        assert callable(way)
        await way(alice, bob, channel, words)
        shown = await channel.until(
            lambda: next((m for m in channel.said if m.attachments and "cat wave" in m.content), None)
        )
    assert engine.jobs[-1].prompt == "cat wave and bob in general snow"
    assert shown.content.startswith("> cat wave and bob in general snow\n")


async def test_in_private_too(discord: DiscordServer, tmp_path: Path) -> None:
    _, (alice, bob) = town(discord, "alice", "bob")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.send(alice.private(), f"/imagine <:cat_wave:123> for <@{bob.id}> --steps 3")
        await alice.private().result()
    assert (engine.jobs[0].prompt, engine.jobs[0].recipe.steps) == ("cat wave for bob", 3)


async def test_what_shall_not_be_there_is_plain_too(discord: DiscordServer, tmp_path: Path) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.slash(channel, "imagine", prompt="a fox", negative="<:rainy_day:5> <@1>")
        await channel.result()
    assert engine.jobs[0].recipe.negative == "rainy day"
