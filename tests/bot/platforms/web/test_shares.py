"""Links that show one picture to whoever has them: for a week, over restarts, until their person ends that."""

from __future__ import annotations

import re
import shutil
import time
from html import unescape
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from multidict import CIMultiDictProxy

from bot.sharing import GOOD_FOR, MOST_LINKS
from tests.bot.platforms.web.test_about import about
from tests.bot.platforms.web.test_many import drew, pressed, tiles
from tests.bot.usecases.test_moderation import lists
from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.wire.web import Browser, House, Json, browser, house

PUBLIC = "https://paint.example"
FROM_A_CHAT = {
    "Sec-Fetch-Site": "cross-site",
    "Sec-Fetch-Mode": "navigate",
    "Accept-Language": "es-MX,es;q=0.9",
}


async def shared(ann: Browser, picture: Json, status: int = 200, what: str = "share") -> Json:
    path = picture["src"].replace("/picture/", f"/{what}/")
    async with ann.ask("POST", path) as answer:
        assert answer.status == status, await answer.text()
        told: Json = await answer.json() if status < 404 else {}
        return told


async def link_to(ann: Browser, picture: Json) -> str:
    return str((await shared(ann, picture))["link"])


async def seen(at: House, link: str, **more: Any) -> tuple[int, bytes, CIMultiDictProxy[str]]:
    """Status, body and headers of what a link leads to, as somebody without a cookie gets it from another site."""
    address = at.origin + link.removeprefix(PUBLIC).removeprefix(at.origin)
    async with aiohttp.ClientSession() as anybody, anybody.get(address, headers=FROM_A_CHAT | more) as answer:
        return answer.status, await answer.read(), answer.headers


def picture_of(page: bytes) -> str:
    (found,) = re.findall(r'<img src="([^"]+)"', page.decode())
    return unescape(found)


async def test_anybody_sees_it_with_its_words_and_after_a_restart(tmp_path: Path) -> None:
    async with house(tmp_path, public=PUBLIC) as at, browser(at) as ann:
        (fox,) = await drew(ann, 'a <b>fox</b> & a "snowman"')
        assert (await about(ann, fox))["shared"] is None
        told = await shared(ann, fox)
        link = told["link"]
        assert link.startswith(f"{PUBLIC}/shared?key=") and "7 days" in told["told"]
        assert -PATIENCE < (await about(ann, fox))["shared"] - time.time() - GOOD_FOR <= 0
        _, mine = await ann.picture(fox["src"])
        (row,) = await at.lukis.store.db.rows("SELECT * FROM shares")
        assert link.partition("=")[2] not in str(tuple(row))
    async with house(tmp_path, public=PUBLIC) as at:
        status, page, headers = await seen(at, link)
        assert status == 200 and headers["Content-Type"].startswith("text/html")
        text = page.decode()
        assert 'lang="es"' in text and "Dibujar una imagen" in text
        assert "a &lt;b&gt;fox&lt;/b&gt; &amp; a &quot;snowman&quot;" in text and "<b>" not in text
        assert (
            picture_of(page).startswith(PUBLIC)
            and f'property="og:image" content="{picture_of(page)}"' in text
        )
        status, data, headers = await seen(at, picture_of(page))
        assert (status, data, headers["Content-Type"]) == (200, mine, "image/png")
        assert "no-cache" in headers["Cache-Control"] and headers["Referrer-Policy"] == "no-referrer"


async def test_right_to_left_and_languages_that_nobody_speaks(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        link = await link_to(ann, (await drew(ann, "a boat"))[0])
        assert link.startswith(at.origin)
        for said, language, direction in (
            ("ar", "ar", "rtl"),
            ('x"><script>', "en", "ltr"),
            ("", "en", "ltr"),
        ):
            _, page, _ = await seen(at, link, **{"Accept-Language": said})
            assert f'<html lang="{language}" dir="{direction}">' in page.decode() and b"<script" not in page


async def gone(at: House, link: str) -> None:
    status, page, _ = await seen(at, link)
    assert status == 404 and "Este enlace ya no muestra nada." in page.decode()
    assert (await seen(at, link.replace("/shared?", "/shared/picture?")))[0] == 404


async def test_it_ends_when_its_person_says_so_and_with_the_week(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        boat, cat = await drew(ann, "a cat", "a boat")
        one, two, other = await link_to(ann, boat), await link_to(ann, boat), await link_to(ann, cat)
        assert one != two and (await seen(at, one))[0] == (await seen(at, two))[0] == 200
        assert (await shared(ann, boat, what="unshare"))["told"] == "No link shows this picture any more."
        await gone(at, one)
        await gone(at, two)
        assert (await about(ann, boat))["shared"] is None and (await seen(at, other))[0] == 200
        await at.lukis.store.db.write("UPDATE shares SET ends = unixepoch() - 1")
        await gone(at, other)
        assert (await about(ann, cat))["shared"] is None
        await link_to(ann, boat)
        assert len(await at.lukis.store.db.rows("SELECT * FROM shares")) == 1  # what has ended is swept


async def test_what_is_deleted_or_forgotten_is_shown_to_nobody(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        boat, cat = await drew(ann, "a cat", "a boat")
        link, other = await link_to(ann, boat), await link_to(ann, cat)
        (told,) = await pressed(ann, [boat["delete"]])
        await gone(at, link)
        await pressed(ann, [told["undo"]])
        assert (await seen(at, link))[0] == 200
        await ann.send("/forget")
        question = await ann.until(
            lambda m: any(b["payload"] == "forget" for row in m.get("buttons", ()) for b in row)
        )
        await ann.press(question, payload="forget")
        await ann.until(lambda m: not m.get("pictures"))
        await gone(at, link)
        await gone(at, other)
        assert not await at.lukis.store.db.rows("SELECT * FROM shares")


async def test_nobody_shares_what_is_not_theirs_and_links_can_not_be_guessed(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann, browser(at) as eve:
        (boat,) = await drew(ann, "a boat")
        link = await link_to(ann, boat)
        await shared(eve, boat, 404)
        await shared(eve, boat, 404, "unshare")
        await shared(ann, {"src": boat["src"] + "9"}, 404)
        assert (await seen(at, link))[0] == 200
        key = link.partition("=")[2]
        (row,) = await at.lukis.store.db.rows("SELECT secret FROM shares")
        for wrong in (
            row["secret"],
            key[:-1],
            key + "0",
            key.upper() if key.upper() != key else "",
            "a" * 64,
            "%00",
            "",
        ):
            await gone(at, f"/shared?key={wrong}")
        assert (await seen(at, "/shared"))[0] == 404
        async with aiohttp.ClientSession() as anybody:
            path = boat["src"].replace("/picture/", "/share/")
            for headers in ({}, {"Origin": "https://elsewhere.example"}):
                async with anybody.post(at.origin + path, headers=headers) as answer:
                    assert answer.status == 403
            async with anybody.post(at.origin + path, headers={"Origin": at.origin}) as answer:
                assert answer.status == 401


async def test_many_links_to_one_picture_are_kept_few(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        (boat,) = await drew(ann, "a boat")
        job = (await at.lukis.store.db.rows("SELECT id FROM jobs"))[0]["id"]
        links = [await at.lukis.store.shares.share(job, 0, 60 + i) for i in range(MOST_LINKS + 3)]
        left = [await at.lukis.store.shares.shared(secret) for secret in links]
        assert left == [None] * 3 + [(job, 0)] * MOST_LINKS
        assert (await about(ann, boat))["shared"]


@pytest.mark.parametrize("verdict", ["unfit", "unchecked"])
async def test_only_what_is_fit_for_everybody_can_be_shared(tmp_path: Path, verdict: Any) -> None:
    engine = FakeEngine()
    engine.verdict = lambda job, image: verdict
    async with house(tmp_path, engine=engine, safety="spoiler") as at, browser(at) as ann:
        (nude,) = await drew(ann, "a nude")
        assert "no link can show it" in (await shared(ann, nude, 400))["error"]
        assert not await at.lukis.store.db.rows("SELECT * FROM shares")


async def test_what_a_list_hides_until_it_is_tapped_is_shown_by_no_link(tmp_path: Path) -> None:
    rules = lists(tmp_path / "moderation", spoiler="fox")
    async with house(tmp_path / "data", moderation_dir=rules) as at, browser(at) as ann:
        boat, fox = await drew(ann, "a fox", "a boat")
        assert fox["spoiler"] and "no link can show it" in (await shared(ann, fox, 400))["error"]
        link = await link_to(ann, boat)
        await at.lukis.store.db.write("UPDATE jobs SET hidden = TRUE")
        await gone(at, link)


async def test_a_morph_stays_shared_without_the_pictures_that_are_deleted_of_it(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        await ann.send("/morph a red fox | a white owl --frames 5")
        await ann.until(lambda m: m.get("pictures"))
        (morph,) = await tiles(ann)
        link = await link_to(ann, morph)
        _, page, _ = await seen(at, link)
        await ann.press(None, payload=f"delete:{morph['job']}:1")
        (left,) = await tiles(ann)
        assert left["src"] != morph["src"] and (await about(ann, left))["shared"]
        status, data, headers = await seen(at, picture_of(page))
        assert (status, data) == await ann.picture(left["src"])
        assert headers["Content-Type"] == "image/webp"
        await shared(ann, left, what="unshare")
        await gone(at, link)


async def test_what_the_database_has_lost_of_a_share_hurts_nobody(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        (boat,) = await drew(ann, "a boat")
        link = await link_to(ann, boat)
        for wrong in ("idx = 'x'", "idx = -5", "ends = 'soon'", "ends = 1e999", "idx = 900"):
            await at.lukis.store.db.write(f"UPDATE shares SET {wrong}")
            assert (await seen(at, link))[0] in (200, 404)
            assert (await about(ann, boat))["facts"]


async def test_where_nothing_can_be_kept_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        (boat,) = await drew(ann, "a boat")
        full = shutil.disk_usage(tmp_path)._replace(free=-1)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
        assert "can't keep anything" in (await shared(ann, boat, 400))["error"]
        assert (await about(ann, boat))["shared"] is None
