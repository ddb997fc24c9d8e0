"""Messages that can't be touched for a while, such as in a thread that is archived, are not taken for gone ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.messages import Card
from bot.ports import Declined, Unreachable
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, buttons_of, town
from tests.wire.discord_stage import here, platform_of, running

DELETED = Card(text="Deleted.")

SHUT = [(400, 50083), (400, 160005), (403, 50001), (403, 50013)]
"""How Discord says that it lets nobody in now: archived, locked, no access, no permission."""

GONE = [(404, 10008), (404, 10003), (404, 10004)]


def messages_of(channel: Channel) -> str:
    return f"/channels/{channel.id}/messages*"


@pytest.mark.parametrize(("status", "code"), SHUT)
async def test_what_can_not_be_touched_now_is_said_to_be_out_of_reach(
    discord: DiscordServer, tmp_path: Path, status: int, code: int
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        platform = platform_of(lukis)
        receipts = [await platform.send(here(channel, alice), Card(text=text)) for text in ("one", "two")]
        both = receipts[0].model_copy(update={"messages": tuple(m for r in receipts for m in r.messages)})
        with discord.broken("PATCH", messages_of(channel), status, code=code):
            with pytest.raises(Unreachable) as refused:
                await platform.edit(receipts[0], Card(text="changed"))
            assert not isinstance(refused.value, Declined), "no other form would be taken either"
        first = f"/channels/{channel.id}/messages/{receipts[0].messages[0]}"
        with discord.broken("DELETE", first, status, code=code), pytest.raises(Unreachable):
            await platform.remove(both, DELETED)
        assert [m.content for m in channel.messages] == ["one"], "one that stays keeps no other"
        await platform.edit(receipts[0], Card(text="changed"))
        assert [m.content for m in channel.messages] == ["changed"]
        await platform.remove(both, DELETED)
        assert channel.messages == []


@pytest.mark.parametrize(("status", "code"), GONE)
async def test_what_is_gone_is_no_error(
    discord: DiscordServer, tmp_path: Path, status: int, code: int
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path) as lukis:
        platform = platform_of(lukis)
        receipt = await platform.send(here(channel, alice), Card(text="one"))
        with discord.broken("*", messages_of(channel), status, code=code):
            await platform.edit(receipt, Card(text="changed"))
            await platform.remove(receipt, DELETED)


@pytest.mark.parametrize(("status", "code"), SHUT)
async def test_a_result_goes_another_way_where_its_status_is_out_of_reach(
    discord: DiscordServer, tmp_path: Path, status: int, code: int
) -> None:
    channel, (alice,) = town(discord, "alice")
    engine = FakeEngine()
    async with running(discord, tmp_path, engine):
        await alice.slash(channel, "imagine", prompt="a red fox")
        fox = await channel.result()
        engine.hold(1)
        await alice.send(channel, "make it night", reply_to=fox)
        await channel.status()
        with discord.broken("*", messages_of(channel), status, code=code):
            await engine.release()
            assert "make it night" in (await alice.private().result()).content


@pytest.mark.parametrize("way", ["*/messages/*", "/webhooks/*/messages/*"])
@pytest.mark.parametrize(("status", "code"), [(400, 50035), *SHUT])
async def test_a_page_that_can_not_be_turned_comes_anew(
    discord: DiscordServer, tmp_path: Path, status: int, code: int, way: str
) -> None:
    channel, (alice,) = town(discord, "alice")
    async with running(discord, tmp_path):
        shown = 0
        for prompt in ("one", "two"):
            await alice.slash(channel, "imagine", prompt=prompt)
            shown = (await channel.result(after=shown)).id
        await alice.slash(channel, "history")
        page = await channel.until(lambda: next((m for m in channel.said if "1 of 2" in m.content), None))
        with discord.broken("PATCH", way, status, code=code):
            await alice.press(channel, page, "▶")
            turned = await channel.until(
                lambda: next((m for m in channel.said if "2 of 2" in m.content), None)
            )
        assert turned.is_ephemeral and turned.id != page.id
        assert any("◀" in button["label"] for button in buttons_of(turned))
