"""The page where no WebSocket comes through: the same chat by questions and answers."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest

from bot.platforms.web.chats import MOST_TABS, Chats
from bot.platforms.web.news import Asking
from tests.patience import PATIENCE
from tests.wire.web import browser, house


async def test_a_tab_that_asks_sees_what_one_with_a_socket_sees(tmp_path: Path) -> None:
    async with (
        house(tmp_path) as at,
        browser(at) as alice,
        browser(at, jar=alice.jar, sockets=False) as asking,
        browser(at, sockets=False) as mallory,
    ):
        await asking.send("a red fox --n 2")
        drawn = await asking.painted("a red fox", 2)
        assert (await alice.painted("a red fox", 2))["id"] == drawn["id"]
        status, _ = await asking.picture(drawn["pictures"][0]["src"])
        assert status == 200
        assert [f["type"] for f in asking.frames].count("chat") == 1  # told whole once, then what changes
        await alice.press(None, payload="language:id")
        async with asyncio.timeout(PATIENCE), asking.changed:
            while asking.frames[-1] != {"type": "language", "language": "id"}:
                await asking.changed.wait()
        assert not mallory.messages


async def test_nobody_asks_in_anothers_name_nor_by_a_made_up_tab_nor_from_too_many(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at, sockets=False) as alice:
        for tab in ("", "x", "A" * 16, "0" * 17, "../../start"):
            async with alice.ask("GET", "/news", params={"tab": tab}) as answer:
                assert answer.status == 400, tab
        async with aiohttp.ClientSession() as nobody, nobody.get(at.origin + f"/news?tab={0:016x}") as answer:
            assert answer.status == 401
        async with alice.ask(
            "GET", f"/news?tab={0:016x}", headers={"Sec-Fetch-Site": "cross-site"}
        ) as answer:
            assert answer.status == 403
        for number in range(1, MOST_TABS):
            assert (await alice.get(f"/news?tab={number:016x}"))["frames"][0]["type"] == "chat"
        async with alice.ask("GET", f"/news?tab={MOST_TABS:016x}") as answer:
            assert answer.status == 429


async def test_a_tab_that_asks_no_more_is_forgotten_and_one_that_waits_is_not() -> None:
    chats = Chats()
    asking = Asking(chats, wait=0, forgotten=0)
    async with asking.by("ann", "a") as (chat, tab, known):
        assert not known and await asking.heard(tab) == []
        async with asking.by("ann", "a") as (_, again, known_now):
            assert known_now and again is tab
        await asyncio.sleep(0)
        chat.put({"id": "1"})
        assert chat.tabs == {tab} and [f["type"] for f in await Asking(chats).heard(tab)] == ["put"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not chat.tabs
    with pytest.raises(KeyError):
        async with asking.by("ann", "a"):
            raise KeyError
    assert not chat.tabs
