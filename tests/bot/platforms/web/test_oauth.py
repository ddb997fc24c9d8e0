"""Signing in to the page with Discord: whoever that says they are, where they began it; and nobody by any other way."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.bootstrap import assemble
from bot.messages import Address, Incoming, Person
from bot.platforms.web import oauth
from bot.platforms.web.oauth import GOOD_FOR, DiscordDoor, NotTold
from bot.settings import Settings
from tests.wire.discord_oauth import APPLICATION, SECRET, OAuthServer
from tests.wire.web import Browser, House, browser, house

ALICE = {"id": "8001", "username": "alice", "global_name": "Alice Ö", "locale": "pt-BR"}
BOB = {"id": "8002", "username": "bob", "global_name": None, "locale": "hi"}
PUBLIC = "https://paint.example"
IN, OUT = "/", "/#not-signed-in"
TOKEN, ME = "/api/v10/oauth2/token", "/api/v10/users/@me"


@dataclass
class Stage:
    """Discord, and a page that knows it."""

    discord: OAuthServer
    at: House

    def somebody(self) -> Any:
        """A browser."""
        return browser(self.at, jar=aiohttp.CookieJar(unsafe=True))


@asynccontextmanager
async def stage(folder: Path) -> AsyncIterator[Stage]:
    async with OAuthServer() as discord:
        door = DiscordDoor(APPLICATION, SecretStr(SECRET), PUBLIC, discord.url)
        async with house(folder, public=PUBLIC, public_url=PUBLIC, doors=(door,)) as at:
            yield Stage(discord, at)


async def leave(person: Browser) -> str:
    """Follows the page's link: where that leads."""
    async with person.ask("GET", "/signin/discord", allow_redirects=False) as answer:
        assert answer.status == 303
        return str(answer.headers["Location"])


async def come_back(person: Browser, path: str) -> str:
    """Is led back by Discord, another site: where that leads."""
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with person.ask("GET", path, headers=headers, allow_redirects=False) as answer:
        assert answer.status == 303, await answer.text()
        return str(answer.headers["Location"])


async def signed(person: Browser) -> Any:
    return (await person.get("/start")).get("signed")


async def test_the_page_is_that_very_person_s(tmp_path: Path) -> None:
    async with stage(tmp_path) as on, on.somebody() as alice:
        assert {"name": "discord", "title": "Discord", "path": "/signin/discord"} in alice.started["doors"]
        there = Address(platform="web", chat="elsewhere", message="15")
        await on.at.lukis.service.command(
            Incoming(Person("discord", "8001", "Alice"), there, "a fox"), "imagine"
        )
        await on.at.lukis.service.runner.settle(60)
        assert await come_back(alice, on.discord.agree(await leave(alice), ALICE)) == IN
        assert await signed(alice) == {"platform": "discord", "name": "Alice Ö"}
        assert (await alice.get("/start"))["language"] == "pt"
        assert [each["prompt"] for each in (await alice.get("/gallery"))["entries"]] == ["a fox"]
        assert [cookie.key for cookie in alice.jar if cookie.key == oauth.COOKIE] == []
        async with alice.ask("POST", "/signout") as answer:
            assert answer.status == 200
        assert await signed(alice) is None


async def test_what_is_forged_stale_or_foreign_lets_nobody_in(tmp_path: Path) -> None:
    async with stage(tmp_path) as on, on.somebody() as alice, on.somebody() as mallory:
        before = await leave(alice)
        assert await come_back(alice, "/signin/discord/back") == OUT
        assert await signed(alice) is None, "nothing was told"
        (state,) = parse_qs(urlsplit(before).query)["state"]
        for forged in (
            "",
            "x",
            state[:-1] + "A" * (state[-1] != "A"),
            f"{state}A",
            "9" + state,
            "\u00fc" * 99,
        ):
            path = on.discord.agree(await leave(alice), ALICE).partition("&state=")[0]
            assert await come_back(alice, f"{path}&state={forged}") == OUT, forged
        hers = on.discord.agree(await leave(mallory), BOB)
        await leave(alice)
        assert await come_back(alice, hers) == OUT, "nobody is signed in as somebody who sent them a link"
        assert await signed(alice) is None
        async with on.somebody() as nobody:
            assert await come_back(nobody, hers) == OUT
        assert TOKEN not in on.discord.asked, "Discord is not even asked"
        assert await come_back(mallory, hers) == IN, "whoever began it can go on"


async def test_a_way_back_is_good_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as on, on.somebody() as alice, on.somebody() as thief:
        back = on.discord.agree(await leave(alice), ALICE)
        (kept,) = [cookie.value for cookie in alice.jar if cookie.key == oauth.COOKIE]
        assert await come_back(alice, back) == IN
        assert await come_back(alice, back) == OUT
        assert (await signed(alice))["name"] == "Alice Ö", "who is in stays so"
        headers = {"Cookie": f"{oauth.COOKIE}={kept}", "Sec-Fetch-Site": "cross-site"}
        async with aiohttp.ClientSession() as anew:
            url = on.at.origin + back
            async with anew.get(url, headers=headers, allow_redirects=False) as answer:
                assert answer.headers["Location"] == OUT, "nor with the browser's own cookie, copied"
        code = back.partition("code=")[2].partition("&")[0]
        own = on.discord.agree(await leave(thief), BOB)
        stolen = own.replace(own.partition("code=")[2].partition("&")[0], code)
        assert await come_back(thief, stolen) == OUT


async def test_a_code_is_good_for_who_began_it_alone(tmp_path: Path) -> None:
    """Somebody else's code, caught before it was used, does not fit the verifier of another browser."""
    async with stage(tmp_path) as on, on.somebody() as alice, on.somebody() as thief:
        hers = on.discord.agree(await leave(alice), ALICE)
        own = on.discord.agree(await leave(thief), BOB)
        codes = [path.partition("code=")[2].partition("&")[0] for path in (hers, own)]
        assert await come_back(thief, own.replace(codes[1], codes[0])) == OUT
        assert await signed(thief) is None


def test_who_comes_back_late_begins_again() -> None:
    door = DiscordDoor(APPLICATION, SecretStr(SECRET), PUBLIC)
    other = DiscordDoor(APPLICATION, SecretStr("another secret"), PUBLIC)
    now, cookie = time.time(), "b" * 43
    (state,) = parse_qs(urlsplit(door.leads_to(cookie, now)).query)["state"]
    query = {"state": state, "code": ""}  # none is asked about
    for who, at, fault in (
        (door, now + 1, "no code"),
        (door, now + GOOD_FOR + 2, "long ago"),
        (door, now - 5, "long ago"),
        (other, now + 1, "not begun here"),
    ):
        with pytest.raises(NotTold, match=fault):
            refused(who, query, cookie, at)


def refused(door: DiscordDoor, query: dict[str, str], cookie: str, now: float) -> None:
    """Runs what asks nobody."""
    with pytest.raises(StopIteration):
        door.vouched(query, cookie, now).send(None)


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_no_text_at_all_lets_anybody_in(state: str, code: str, cookie: str) -> None:
    door = DiscordDoor(APPLICATION, SecretStr(SECRET), PUBLIC)
    with pytest.raises(NotTold):
        refused(door, {"state": state, "code": code}, cookie, time.time())


ODD: list[tuple[str, int, bytes]] = [
    (TOKEN, 400, b'{"error": "invalid_grant"}'),
    (TOKEN, 429, b"{}"),
    (TOKEN, 500, b"oops"),
    (TOKEN, 302, b""),
    (TOKEN, 200, b"no json"),
    (TOKEN, 200, b"[]"),
    (TOKEN, 200, b'{"access_token": 5}'),
    (TOKEN, 200, b'{"access_token": "a\\r\\nX-Evil: 1"}'),
    (TOKEN, 200, b" " * 200_000),
    (ME, 401, b"{}"),
    (ME, 200, b"{}"),
    (ME, 200, b'"alice"'),
    (ME, 200, b'{"id": "../1", "username": "x"}'),
    (ME, 200, b'{"id": 8001, "username": "x"}'),
    (ME, 200, b'{"id": "8001", "username": "x", "bot": true}'),
    (ME, 200, b'{"id": "8001", "username": null}'),
]


@pytest.mark.parametrize(("path", "status", "body"), ODD)
async def test_whatever_discord_answers_lets_in_nobody_wrong(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, path: str, status: int, body: bytes
) -> None:
    async with stage(tmp_path) as on, on.somebody() as alice:
        on.discord.answers[path] = status, body
        assert await come_back(alice, on.discord.agree(await leave(alice), ALICE)) == OUT
        assert await signed(alice) is None
        assert "Traceback" not in caplog.text


async def test_discord_that_is_away_is_no_fault_of_ours(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path) as on, on.somebody() as alice:
        back = on.discord.agree(await leave(alice), ALICE)
        await on.discord._runner.cleanup()
        assert await come_back(alice, back) == OUT
        assert "Traceback" not in caplog.text


async def test_nothing_secret_is_kept_or_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with stage(tmp_path) as on, on.somebody() as alice:
        back = on.discord.agree(await leave(alice), ALICE)
        code = back.partition("code=")[2].partition("&")[0]
        assert await come_back(alice, back) == IN
        (token,) = on.discord.tokens
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for secret in (token, code, SECRET):
        assert secret.encode() not in kept
        assert secret not in caplog.text


async def test_it_is_offered_where_all_of_it_is_set(tmp_path: Path) -> None:
    told: dict[str, Any] = {"web_port": 0, "public_url": PUBLIC}
    whole = {"discord_client_id": APPLICATION, "discord_client_secret": SECRET}
    for given_, offered in ((whole, True), ({"discord_client_id": APPLICATION}, False), ({}, False)):
        chosen = Settings.read(env_file=None, data_dir=tmp_path, shutdown_grace=0, **told, **given_)
        async with assemble(chosen) as lukis:
            (page,) = lukis.platforms
            doors = [door.name for door in page._doors]  # type: ignore[attr-defined]
            assert doors == (["discord"] if offered else [])
        assert (SECRET in chosen.secrets()) == offered
