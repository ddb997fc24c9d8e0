"""Addresses of pictures: what is fetched, from where, and that a server that means no good gets nowhere with it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import AddressNotFetched, AddressRefused
from bot.fetching import Fetching, is_open
from bot.usecases.links import split
from engine.api.errors import ImageTooLarge, LukisError
from engine.api.names import Addons, IPAdapter
from tests.chat import stage
from tests.fakes import FAKE_CARD, FakeEngine
from tests.wire.hostile import Hostile, hostile, png

MOST = 3_000_000


@pytest.fixture
async def server() -> AsyncIterator[Hostile]:
    async with hostile() as server:
        yield server


def through(server: Hostile, seconds: float = 60, resolver: AbstractResolver | None = None) -> Fetching:
    """Fetching that lets just that server through."""
    return Fetching(True, seconds, frozenset({("127.0.0.1", server.port)}), resolver)


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.8.8.8 169.254.169.254 172.16.0.1 192.0.0.1 192.0.2.1 192.168.1.1
    198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
    ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 2002:7f00:1:: 2001:0:7f00:1::1 2001:db8::1 fc00::1
    fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 100::1 localhost 2130706433 0x7f.1 127.1 """.split(),
)
def test_nothing_but_the_open_internet_is_open(address: str) -> None:
    assert not is_open(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]
)
def test_the_open_internet_is(address: str) -> None:
    assert is_open(address)


async def test_a_picture_comes_whole_and_nothing_of_ours_goes_along(server: Hostile) -> None:
    fetching = through(server)
    assert await fetching.picture(server.address("cat.png"), MOST) == png()
    assert await fetching.picture(server.address("near"), MOST) == png()
    heads = "\n".join(server.asked).lower()
    assert "user-agent: lukis\r\n" in heads
    assert not any(name in heads for name in ("cookie", "authorization", "referer", "proxy", "who=me"))


@pytest.mark.parametrize(
    "spelling",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://①②⑦.0.0.1/",
        "https://localhost./cat.png",
    ],
)
async def test_no_spelling_of_this_machine_is_let_through(spelling: str) -> None:
    with pytest.raises((AddressRefused, AddressNotFetched)) as told:
        await Fetching().picture(spelling, MOST)
    assert "127.0.0.1" not in str(told.value.facts)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.com/cat.png",
        "file:///etc/passwd",
        "http://",
        "http://me:secret@example.com/",
        "http://example.com:22/",
        "https://example.com:6379/",
        "http://[::1/",
        "http://example.com:99999/",
        "https://example.com/" + "a" * 3000,
        "gopher://x",
        "http:///x",
    ],
)
async def test_what_is_no_pages_address_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(AddressRefused):
        await Fetching().picture(address, MOST)


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("moved", AddressRefused),
        ("file", AddressRefused),
        ("round", AddressNotFetched),
        ("endless", ImageTooLarge),
        ("lies", ImageTooLarge),
        ("header", AddressNotFetched),
        ("headers", AddressNotFetched),
        ("gone", AddressNotFetched),
        ("nonsense", AddressNotFetched),
    ],
)
async def test_mischief_ends_in_an_error_and_little_is_taken(
    server: Hostile, path: str, error: type[LukisError]
) -> None:
    with pytest.raises(error):
        await through(server).picture(server.address(path), MOST)
    assert server.sent[path] < 12_000_000  # what the sockets' buffers hold, besides what was read
    assert len(server.asked) <= 4


@pytest.mark.parametrize("path", ["drip", "silent", "never"])
async def test_time_is_short_however_slowly_it_comes(server: Hostile, path: str) -> None:
    with pytest.raises(AddressNotFetched):
        await through(server, seconds=0.5).picture(server.address(path), MOST)


class Changing(AbstractResolver):
    """A name's server that tells something else each time it is asked: an open address, then ours."""

    def __init__(self, *told: str) -> None:
        self.told = [*told]
        self.asked = 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked += 1
        address = self.told.pop(0) if len(self.told) > 1 else self.told[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        pass


async def test_a_name_that_means_something_else_the_next_time_leads_nowhere(server: Hostile) -> None:
    """Nothing is looked up twice, and what was looked up is judged where it is connected to."""
    first = Changing("127.0.0.1")
    with pytest.raises(AddressRefused):
        await Fetching(resolver=first).picture("http://rebound.example/", MOST)
    assert first.asked == 1 and not server.asked


async def test_each_redirect_is_judged_anew(server: Hostile) -> None:
    """The name leads to a server that is let through, then, after its redirect, to this machine's other doors."""
    server.elsewhere = "http://rebound.example/"
    names = Changing("127.0.0.1", "10.0.0.1")
    with pytest.raises(AddressRefused):
        await through(server, resolver=names).picture(server.address("moved", "first.example"), MOST)
    assert names.asked == 2 and len(server.asked) == 1


async def test_proxies_of_the_environment_are_not_asked(
    server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert await through(server).picture(server.address("cat.png"), MOST) == png()


@pytest.mark.parametrize(
    ("words", "found", "left"),
    [
        ("https://example.com/a.png a cat", ["https://example.com/a.png"], "a cat"),
        ("a cat HTTP://example.com/a.png, in snow", ["HTTP://example.com/a.png"], "a cat in snow"),
        (
            "<https://example.com/a.png> (http://b.example/x?y=1&z)",
            ["https://example.com/a.png", "http://b.example/x?y=1&z"],
            "",
        ),
        ('a sign "https://example.com"', [], 'a sign "https://example.com"'),
        ("a cat  as typed", [], "a cat  as typed"),
        ("xhttp://example.com", [], "xhttp://example.com"),
    ],
)
def test_addresses_among_words(words: str, found: list[str], left: str) -> None:
    assert split(words) == (found, left)


async def test_a_picture_at_an_address_is_what_is_begun_from(tmp_path: Path, server: Hostile) -> None:
    async with stage(tmp_path, fetching=through(server)) as on:
        alice = on.someone()
        await alice.send(f"/imagine {server.address('cat.png')} a cat in snow --iw 2")
        photo = await alice.pictures()
        assert photo.card.prompt == "a cat in snow"
        await alice.send(f"make it blue {server.address('near')}", reply_to=photo)
        await alice.pictures()
    first, second = on.engine.jobs
    assert first.mode == second.mode == "image" and first.recipe.strength == 0.35


async def test_sref_is_a_picture_to_look_at_where_something_looks(tmp_path: Path, server: Hostile) -> None:
    card = FAKE_CARD.model_copy(update={"context": 768})
    engine = FakeEngine((card,), addons=Addons(adapters=(IPAdapter("eye", context=768),)))
    async with stage(tmp_path, engine=engine, fetching=through(server)) as on:
        alice = on.someone()
        await alice.send(f"/imagine a fox --sref {server.address('cat.png')} --sw 50")
        await alice.pictures()
    assert engine.jobs[0].mode == "like" and engine.jobs[0].prompt == "a fox"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("moved", "only from the open internet"),
        ("endless", "20"),
        ("page", "picture"),
        ("gone", "Nothing came"),
        ("header", "Nothing came"),
        ("bomb", "picture"),
    ],
)
async def test_one_sentence_and_nothing_more(tmp_path: Path, server: Hostile, path: str, said: str) -> None:
    async with stage(tmp_path, fetching=through(server)) as on:
        alice = on.someone()
        await alice.send(f"/imagine {server.address(path)} a cat")
        told = await alice.told(said)
        assert told.card.refused and "\n" not in told.card.text and str(server.port) not in told.card.text
        assert len(on.platform.messages) == 1 and not on.engine.jobs


async def test_where_it_is_switched_off_that_is_said(tmp_path: Path, server: Hostile) -> None:
    async with stage(tmp_path, fetch_pictures=False) as on:
        alice = on.someone()
        await alice.send("/imagine https://example.com/cat.png a cat")
        await alice.told("don’t fetch pictures")
        await alice.send(f"/imagine {' '.join(['https://example.com/cat.png'] * 6)} a cat")
        await asyncio.sleep(0)
        assert not on.engine.jobs


async def test_in_the_product_no_private_door_is_open(tmp_path: Path, server: Hostile) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {server.address('cat.png')} a cat")
        await alice.told("only from the open internet")
    assert not server.asked
