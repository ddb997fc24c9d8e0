"""What a picture's file says of how it was made, for the page's box and its form of settings."""

from __future__ import annotations

import secrets
from pathlib import Path

import aiohttp

from tests.bot.pictures.made_elsewhere import A1111, ELSEWHERE, png
from tests.bot.platforms.web.test_signin import open_house
from tests.wire.web import Browser, Json, browser, house


async def told(ann: Browser, picture: bytes | None, status: int = 200) -> Json:
    form = aiohttp.FormData()
    form.add_field("id", secrets.token_hex(8))
    form.add_field("text", "")
    if picture is not None:
        form.add_field("picture", picture, filename="a.png", content_type="image/png")
    async with ann.ask("POST", "/told", data=form) as answer:
        assert answer.status == status, await answer.text()
        found: Json = await answer.json()
        return found


async def test_other_programs_pictures_tell_words_and_settings(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        fox = await told(ann, ELSEWHERE["A1111, PNG"]())
        assert fox["words"] == "a fox, forest"
        flags = fox["flags"]
        assert (flags["seed"], flags["steps"], flags["negative"]) == (
            "--seed 1234",
            "--steps 20",
            "--no text, blurry",
        )
        assert any("quill" in note for note in fox["notes"]), "what is not here is said"
        assert at.engine.jobs == [] and not (await ann.get("/gallery"))["entries"], "nothing is drawn"


async def test_our_own_tell_what_asks_for_the_very_same(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        await ann.send("a boat --seed 7 --steps 9 --negative blurry --raw")
        boat = (await ann.painted("a boat"))["pictures"][0]
        _, data = await ann.picture(boat["src"])
        found = await told(ann, data)
        await ann.send(" ".join([found["words"], *found["flags"].values()]))
        await ann.until(lambda m: m.get("pictures") and m["pictures"][0]["src"] != boat["src"])
        first, again = at.engine.jobs
        assert first.recipe == again.recipe


async def test_what_tells_nothing_is_one_sentence(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        assert "error" in await told(ann, png({}), 400)
        assert "error" in await told(ann, png({"parameters": A1111})[:200], 400)
        assert "error" in await told(ann, b"no picture", 400)
        assert "error" in await told(ann, None, 400)
        async with ann.ask("POST", "/told", data="x") as answer:
            assert answer.status == 400


async def test_nobody_is_told_who_may_not_come_in(tmp_path: Path) -> None:
    async with open_house(tmp_path, access="allowlist", allowed="telegram:7001") as at, browser(at) as eve:
        found = await told(eve, ELSEWHERE["A1111, PNG"](), 400)
        assert "words" not in found and found["error"]
