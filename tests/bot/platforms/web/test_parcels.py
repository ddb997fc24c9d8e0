"""What is too large for a chat is fetched by a link: for a day, over restarts, by whoever has it and nobody else."""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot.platforms.web.platform import WebPlatform
from tests.bot.usecases.test_accounts import last, painted
from tests.chat import FakePlatform, Someone, Stage, stage
from tests.patience import PATIENCE

PUBLIC = "https://paint.example"
FROM_A_CHAT = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Accept-Language": "es"}


@dataclass
class Place:
    """Lukis in a chat that takes small files only, and its page."""

    on: Stage
    url: str

    def someone(self, name: str) -> Someone:
        return self.on.someone(name, chat=name)

    async def fetch(self, link: str, method: str = "GET") -> tuple[int, bytes, str]:
        """Status, body and disposition of what a link leads to, as somebody without a cookie gets it."""
        assert link.startswith(f"{PUBLIC}/")
        address = self.url + link.removeprefix(f"{PUBLIC}/")
        async with (
            aiohttp.ClientSession() as anybody,
            anybody.request(method, address, headers=FROM_A_CHAT) as answer,
        ):
            return answer.status, await answer.read(), answer.headers.get("Content-Disposition", "")

    async def status(self, link: str) -> int:
        return (await self.fetch(link))[0]


@asynccontextmanager
async def place(folder: Path, largest: int = 8_000) -> AsyncIterator[Place]:
    chat, page = FakePlatform(), WebPlatform("127.0.0.1", 0, public=PUBLIC)
    chat.largest = largest
    async with (
        stage(folder, platform=chat, public_url=PUBLIC) as on,
        page.serving(on.lukis.service) as url,
    ):
        yield Place(on, url)


async def link_of(who: Someone, count: int = 6) -> str:
    """The link that somebody is given to what they have made, which is made first."""
    for i in range(count):
        await painted(who, f"{who.name}'s boat {i} --n 2")
    await who.send("/export")
    (link,) = re.findall(r"https://\S+", last(who).card.text)
    return str(link)


async def test_it_leads_to_all_of_it_from_anywhere_and_after_a_restart(tmp_path: Path) -> None:
    async with place(tmp_path) as at:
        link = await link_of(at.someone("alice"))
        assert "keep it to yourself" in last(at.someone("alice")).card.text
        assert not [m for m in at.on.platform.messages.values() if m.card.document]
        (row,) = await at.on.lukis.store.db.rows("SELECT * FROM parcels")
        assert link.partition("=")[2] not in str(tuple(row))
        status, _, disposition = await at.fetch(link, "HEAD")
        assert (status, disposition) == (200, 'attachment; filename="lukis-1.zip"')
    async with place(tmp_path) as at:
        status, body, disposition = await at.fetch(link)
        assert (status, disposition) == (200, 'attachment; filename="lukis-1.zip"')
        assert len(zipfile.ZipFile(io.BytesIO(body)).namelist()) == 13
        assert (await at.fetch(link, "POST"))[0] in (403, 405)


async def test_what_the_chat_takes_comes_there(tmp_path: Path) -> None:
    async with place(tmp_path, largest=50_000_000) as at:
        alice = at.someone("alice")
        await painted(alice, "a boat")
        await alice.send("/export")
        assert [m for m in at.on.platform.messages.values() if m.card.document]
        assert "https://" not in last(alice).card.text
        assert not await at.on.lukis.store.db.rows("SELECT * FROM parcels")


@pytest.mark.parametrize("end", ["its day is over", "another is asked for", "its person is forgotten"])
async def test_it_ends(tmp_path: Path, end: str) -> None:
    async with place(tmp_path) as at:
        alice, bob = at.someone("alice"), at.someone("bob")
        link, his = await link_of(alice), await link_of(bob)
        (file,) = [file for file in tmp_path.glob("exports/*/*.zip") if b"alice" in file.read_bytes()]
        if end == "its day is over":
            await at.on.lukis.store.db.write("UPDATE parcels SET ends = 1 WHERE person = 'fake:alice'")
        elif end == "another is asked for":
            assert await link_of(alice, 0) != link
        else:
            await alice.send("/forget")
            await alice.press(last(alice), "Forget everything")
        status, body, _ = await at.fetch(link)
        assert status == 404 and "enlace" in body.decode()
        assert await at.status(his) == 200
    async with place(tmp_path) as at:
        assert (await at.status(link), await at.status(his)) == (404, 200)
        for _ in range(int(PATIENCE * 100)):
            if not file.exists():
                break
            await asyncio.sleep(0.01)
        assert not file.exists() and len([*tmp_path.glob("exports/*")]) == (2 if "another" in end else 1)


async def test_nobody_finds_one_and_each_leads_to_its_own(tmp_path: Path) -> None:
    async with place(tmp_path) as at:
        hers, his = await link_of(at.someone("alice")), await link_of(at.someone("bob"))
        for link, name, other in ((hers, b"alice", b"bob"), (his, b"bob", b"alice")):
            told = zipfile.ZipFile(io.BytesIO((await at.fetch(link))[1])).read("pictures.json")
            assert name in told and other not in told
        secret = hers.partition("=")[2]
        (hashed,) = await at.on.lukis.store.db.rows("SELECT secret FROM parcels WHERE person = 'fake:alice'")
        forged = secret[:-1] + ("0" if secret[-1] != "0" else "1")
        for key in (
            forged,
            secret.upper(),
            secret[:-1],
            secret + "0",
            hashed["secret"],
            "",
            "../x",
            "%00",
            "é" * 64,
        ):
            assert await at.status(f"{PUBLIC}/parcel?key={key}") == 404, key
        assert await at.status(f"{PUBLIC}/parcel") == 404
        for file in ("../lukis.sqlite", "lukis.sqlite", "exports/../lukis.sqlite", "/etc/passwd", None):
            await at.on.lukis.store.db.write("UPDATE parcels SET file = coalesce(?, x'ff')", file)
            assert await at.status(hers) == 404, file
