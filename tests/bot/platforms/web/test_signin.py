"""Signing in to the page: who Telegram says has opened it is that person there, and nobody else ever is."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.messages import Address, Incoming, Person
from bot.platforms.web.miniapp import GOOD_FOR, NotTold, TelegramDoor
from bot.settings import BadSetting, Settings
from tests.fakes import FakeEngine
from tests.wire.telegram_app import TOKEN, init_data
from tests.wire.web import Browser, House, browser, house

ALICE: dict[str, Any] = {
    "id": 7001,
    "first_name": "Alice",
    "last_name": "Ö",
    "language_code": "pt-br",
    "is_premium": True,
}
BOB: dict[str, Any] = {"id": 7002, "first_name": "Bob", "language_code": "hi"}
PUBLIC = "https://paint.example"
DOOR = TelegramDoor(SecretStr(TOKEN))


def open_house(folder: Path, **more: Any) -> Any:
    """Lukis with its page open to people elsewhere."""
    return house(folder, public=PUBLIC, public_url=PUBLIC, doors=(DOOR,), **more)


async def sign_in(person: Browser, told: str, status: int = 200) -> str:
    """Says who has opened the page; what a refusal says."""
    async with person.ask("POST", "/signin/telegram", data=told) as answer:
        assert answer.status == status, await answer.text()
        return str((await answer.json()).get("error", ""))


async def drawn_on_telegram(at: House, user: int, prompt: str) -> None:
    """Somebody's picture, asked for elsewhere than on the page."""
    person = Person("telegram", str(user), "Alice")
    job = Incoming(person, Address(platform="web", chat="elsewhere", message="15"), prompt)
    await at.lukis.service.command(job, "imagine")
    await at.lukis.service.runner.settle(60)


async def test_the_page_is_theirs_and_stays_so(tmp_path: Path) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    async with open_house(tmp_path) as at:
        async with browser(at, jar=jar) as alice:
            await sign_in(alice, init_data(ALICE))
        await drawn_on_telegram(at, ALICE["id"], "a fox of Telegram")
    async with open_house(tmp_path) as at, browser(at, jar=jar) as alice:
        assert alice.started["signed"] == {"platform": "telegram", "name": "Alice Ö"}
        assert alice.started["language"] == "pt"
        await alice.send("a boat of the page")
        await alice.painted("a boat of the page")
        made = (await alice.get("/gallery"))["entries"]
        assert [each["prompt"] for each in made] == ["a boat of the page", "a fox of Telegram"]
        for entry in made:
            status, data = await alice.picture(entry["pictures"][0]["src"])
            assert status == 200 and data.startswith(b"\x89PNG")
        page = await at.lukis.store.history.page("telegram:7001", 1)
        assert page is not None and page.total == 2


async def test_what_they_want_hidden_elsewhere_is_hidden_here_and_the_other_way_round(tmp_path: Path) -> None:
    engine = FakeEngine()
    engine.verdict = lambda job, image: "unfit"
    jar = aiohttp.CookieJar(unsafe=True)
    async with open_house(tmp_path, engine=engine, safety="spoiler") as at:
        async with browser(at, jar=jar) as alice:
            await sign_in(alice, init_data(ALICE))
        await drawn_on_telegram(at, ALICE["id"], "a nude")
        preferences = at.lukis.store.preferences
        async with browser(at, jar=jar) as alice:
            (seen,) = (await alice.get("/gallery"))["entries"]
            assert seen["pictures"][0]["spoiler"]
            await preferences.put("telegram:7001", {"safety": "block"})
            assert (await alice.get("/gallery"))["entries"] == []
            await alice.send("a nude")
            await alice.said("adequada para todos")
            await alice.send("/settings reset safety")
            await alice.said("Nada foi def")
            assert await preferences.of("telegram:7001") == ({},)
            assert len((await alice.get("/gallery"))["entries"]) == 1
            await alice.send("/settings --safety block")
            await alice.said("retido")
            assert await preferences.of("telegram:7001") == ({"safety": "block"},)


async def test_nobody_else_sees_any_of_it(tmp_path: Path) -> None:
    async with (
        open_house(tmp_path) as at,
        browser(at, jar=aiohttp.CookieJar(unsafe=True)) as alice,
        browser(at, jar=aiohttp.CookieJar(unsafe=True)) as bob,
        browser(at, jar=aiohttp.CookieJar(unsafe=True)) as stranger,
    ):
        await sign_in(alice, init_data(ALICE))
        await sign_in(bob, init_data(BOB))
        await drawn_on_telegram(at, ALICE["id"], "a fox")
        (entry,) = (await alice.get("/gallery"))["entries"]
        for other in (bob, stranger):
            assert (await other.get("/gallery"))["entries"] == []
            assert (await other.picture(entry["pictures"][0]["src"]))[0] == 404
            told = await other.press(None, payload=f"delete:{entry['job']}")
            assert not told["done"]
        assert len((await alice.get("/gallery"))["entries"]) == 1
        told = await alice.press(None, payload=f"delete:{entry['job']}")
        assert told["done"], told


async def test_a_proof_is_good_once_and_in_that_browser(tmp_path: Path) -> None:
    told, jar = init_data(ALICE), aiohttp.CookieJar(unsafe=True)
    async with open_house(tmp_path) as at, browser(at, jar=jar) as alice, browser(at, language="ko") as thief:
        await sign_in(alice, told)
        await sign_in(alice, told)
        assert "누구신지" in await sign_in(thief, told, 401)
        assert "signed" not in await thief.get("/start")
        async with alice.ask("POST", "/signout") as answer:
            assert answer.status == 200
        assert "signed" not in await alice.get("/start")
        await sign_in(alice, told, 401)
    async with open_house(tmp_path) as at, browser(at) as thief:
        await sign_in(thief, told, 401)


async def test_a_cookie_that_was_signed_out_opens_nothing(tmp_path: Path) -> None:
    async with open_house(tmp_path) as at, browser(at, jar=aiohttp.CookieJar(unsafe=True)) as alice:
        await sign_in(alice, init_data(ALICE))
        (kept,) = [cookie.value for cookie in alice.jar if cookie.key == "lukis-in"]
        async with alice.ask("POST", "/signout"):
            pass
        for cookie in (kept, "", "x" * 43, "../" * 9, "over-" + "0" * 38):
            headers = {"Cookie": f"lukis-in={cookie}"}
            async with (
                aiohttp.ClientSession() as anew,
                anew.get(at.url + "start", headers=headers) as answer,
            ):
                assert "signed" not in await answer.json()


async def test_over_tls_the_cookie_is_for_frames_and_no_script(tmp_path: Path) -> None:
    async with open_house(tmp_path, proxies=("127.0.0.0/8",)) as at, aiohttp.ClientSession() as session:
        headers = {"X-Forwarded-Proto": "https", "Origin": PUBLIC, "Host": "paint.example"}
        async with session.post(at.url + "signin/telegram", data=init_data(ALICE), headers=headers) as answer:
            assert answer.status == 200
            cookie = answer.headers["Set-Cookie"]
            assert all(
                part in cookie for part in ("HttpOnly", "Secure", "SameSite=None", "Partitioned", "Path=/")
            )
            assert "https://web.telegram.org" in answer.headers["Content-Security-Policy"]
        async with session.post(
            at.url + "signin/telegram",
            data=init_data(BOB),
            headers=headers | {"Origin": "https://web.telegram.org"},
        ) as answer:
            assert answer.status == 403 and "Set-Cookie" not in answer.headers


async def test_without_an_address_for_people_elsewhere_there_is_no_door(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        async with alice.ask("POST", "/signin/telegram", data=init_data(ALICE)) as answer:
            assert answer.status == 404
        async with alice.ask("GET", "/") as answer:
            assert "telegram" not in answer.headers["Content-Security-Policy"]


async def test_an_open_page_lets_in_whom_the_list_names(tmp_path: Path) -> None:
    listed = {"access": "allowlist", "allowed": "telegram:7001"}
    async with open_house(tmp_path, **listed) as at:
        for user, let_in in ((ALICE, True), (BOB, False), (None, False)):
            jar = aiohttp.CookieJar(unsafe=True)
            async with browser(at, jar=jar) as first:
                if user:
                    await sign_in(first, init_data(user))
            async with browser(at, jar=jar) as person:
                await person.send("a boat")
                if let_in:
                    await person.painted("a boat")
                else:
                    await person.until(lambda m: m.get("refused"))
                    assert (await person.get("/gallery"))["entries"] == []


FORGED = {
    "another bot's": init_data(ALICE, "4243:AAF-the_token_of_another_bot_altogether_"),
    "stale": init_data(ALICE, ago=GOOD_FOR + 5),
    "of the future": init_data(ALICE, ago=-3600),
    "nobody's": init_data(None),
    "a bot's": init_data({**BOB, "is_bot": True}),
    "no id": init_data({"first_name": "x"}),
    "an id that is none": init_data({"id": "7001"}),
    "a negative id": init_data({"id": -1001}),
    "true": init_data({"id": True}),
    "no object": init_data("[7001]"),
    "no JSON": init_data("{{"),
    "deep": init_data("[" * 5000),
    "a name that is none": init_data({"id": 7001, "first_name": ["x"]}),
    "another's name on it": init_data(ALICE).replace("7001", "7002"),
    "twice": init_data(ALICE) + "&user=%7B%22id%22%3A7002%7D",
    "without a hash": init_data(ALICE).rpartition("&hash=")[0],
    "an empty hash": init_data(ALICE).rpartition("=")[0] + "=",
    "a hash in capitals": init_data(ALICE).rpartition("=")[0] + "=" + "A" * 64,
    "nothing": "",
    "no form": "hello",
    "half an escape": "user=%ff%fe&hash=" + "0" * 64,
}


@pytest.mark.parametrize("told", FORGED.values(), ids=FORGED.keys())
async def test_what_telegram_did_not_say_is_refused(tmp_path: Path, told: str) -> None:
    async with open_house(tmp_path) as at, browser(at) as mallory:
        assert "could not tell who you are" in await sign_in(mallory, told, 401)
        assert "signed" not in await mallory.get("/start")


@given(st.text(max_size=300) | st.binary(max_size=200).map(lambda b: b.decode("latin-1")))
def test_whatever_comes_is_read_or_refused(told: str) -> None:
    with pytest.raises(NotTold):
        DOOR.read(told, time.time())


async def test_a_long_one_is_not_read(tmp_path: Path) -> None:
    async with open_house(tmp_path) as at, browser(at) as mallory:
        for length in (7000, 9000, 900_000):
            await sign_in(mallory, "user=" + "x" * length, 401)


@pytest.mark.parametrize(
    "address",
    ["http://paint.example", "paint.example", "https://paint.example/page", "https://a@b", "ftp://x"],
)
def test_an_address_that_telegram_would_not_open_is_refused(address: str) -> None:
    with pytest.raises(BadSetting, match="PUBLIC_URL"):
        Settings.read(env_file=None, public_url=address)


def test_an_address_for_people_elsewhere() -> None:
    assert Settings.read(env_file=None, public_url="https://Paint.example/").web.public == PUBLIC
