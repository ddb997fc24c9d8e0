"""Discord of other versions than the library's, and events gone wrong: nothing that comes stops anything."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import discord
import pytest

from bot.platforms.discord.unreadable import Unreadable
from bot.usecases.parsing import parse
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_shapes import Shapes
from tests.wire.discord_stage import running
from tests.wire.fuzz import MANY, spoilt


async def test_no_event_stops_the_bot(tmp_path: Path, caplog: Any) -> None:
    """Events of all types, most with fields left out, put in or retyped, through everything to the store."""
    random = Random(9)
    async with DiscordServer() as server:
        channel, people = town(server, "alice", "bob")
        shapes = Shapes(random, server, channel, people)
        async with running(server, tmp_path, FakeEngine(), max_waiting_jobs=100):
            await shapes.record()
            caplog.clear()
            for number in range(MANY):
                kind, body = shapes.event()
                await server.gateway.say(kind, spoilt(random, body, random.choice((0, 1, 1, 2, 3, 8))))
                if number % 50 == 49:
                    await answers(channel, people[1])
            assert (server.gateway.sessions, server.gateway.resumed) == (1, 0), "the connection never ended"
            assert [r for r in caplog.records if r.exc_info or "Traceback" in r.getMessage()] == []
    said = [r.getMessage() for r in caplog.records if "can't be read" in r.getMessage()]
    assert len(said) == len(set(said)) and said


ODD: tuple[Any, ...] = (
    "no JSON",
    "[]",
    {"op": 10, "d": {}},
    {"op": 10, "d": None},
    {"op": {}},
    {"op": 0, "t": "READY", "s": 1, "d": {}},
)
"""What a connection may not begin with."""


@pytest.mark.parametrize("odd", ODD, ids=str)
async def test_a_connection_that_begins_oddly_is_made_anew(tmp_path: Path, caplog: Any, odd: Any) -> None:
    async with DiscordServer() as server:
        channel, (alice,) = town(server, "alice")
        server.gateway.odd = [odd if isinstance(odd, str) else json.dumps(odd)]
        async with running(server, tmp_path):
            await answers(channel, alice)
    assert server.gateway.odd == []
    assert [r for r in caplog.records if r.exc_info or "Traceback" in r.getMessage()] == []


async def test_words_are_heard_though_a_connection_did_not_say_who_we_are(
    tmp_path: Path, caplog: Any
) -> None:
    async with DiscordServer() as server:
        _, (alice,) = town(server, "alice")
        async with running(server, tmp_path):
            await server.gateway.say("READY", {"session_id": "x", "resume_gateway_url": server.gateway.url})
            await alice.send(alice.private(), "/imagine a fox")
            assert "a fox" in (await alice.private().result()).content
    assert "READY can't be read and is passed over" in caplog.text


def bug_of_ours() -> None:
    parse(None)  # type: ignore[arg-type]


def odd_date() -> None:
    discord.utils.parse_time({"no": "date"})  # type: ignore[call-overload]


@pytest.mark.parametrize(("broken", "traceback"), [(bug_of_ours, True), (odd_date, False)])
def test_bugs_of_ours_keep_their_traceback(caplog: Any, broken: Callable[[], None], traceback: bool) -> None:
    unreadable, logger = Unreadable(), logging.getLogger("tests.unreadable")
    logger.addFilter(unreadable)
    for _ in range(2):
        try:
            broken()
        except Exception:
            logger.exception("Ignoring exception")
    logger.removeFilter(unreadable)
    assert [bool(r.exc_info) for r in caplog.records] == ([True, True] if traceback else [False])


async def answers(channel: Any, someone: Any) -> None:
    """Whether it still hears a command and answers it."""
    before = len(channel.said)
    await someone.slash(channel, "help")
    await channel.until(lambda: [m for m in channel.said[before:] if m.is_ephemeral and m.content])
