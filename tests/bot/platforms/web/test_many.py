"""Many pictures at once, and looking for some: the wire of the page's gallery."""

from __future__ import annotations

import io
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.platforms.web import many
from tests.fakes import FakeEngine
from tests.wire.web import Browser, Json, browser, house


async def drew(ann: Browser, *prompts: str) -> list[Json]:
    """Pictures of these prompts as the gallery has them, newest first."""
    for prompt in prompts:
        await ann.send(f"{prompt} --raw")
        await ann.painted(prompt)
    return await tiles(ann)


async def tiles(ann: Browser, asked: str = "") -> list[Json]:
    found = await ann.get(f"/gallery{asked}")
    return [picture | {"prompt": e["prompt"]} for e in found["entries"] for picture in e["pictures"]]


async def prompts(ann: Browser, asked: str = "") -> list[str]:
    return [tile["prompt"] for tile in await tiles(ann, asked)]


def says(prompt: str, words: str, message: Json) -> bool:
    """Whether a message is about that prompt, and says those words."""
    return message.get("prompt") == prompt and words in message.get("text", "")


async def pressed(ann: Browser, payloads: Any, status: int = 200) -> list[Json]:
    async with ann.ask("POST", "/many", json={"payloads": payloads}) as answer:
        assert answer.status == status, await answer.text()
        told: list[Json] = (await answer.json()).get("told", [])
        return told


def zip_of(*pictures: Json) -> str:
    return "/zip?" + "&".join(f"picture={p['src'].removeprefix('/picture/')}" for p in pictures)


async def test_many_become_favourites_and_go_and_come_back(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        boat, cat, fox = reversed(await drew(ann, "a boat", "a cat", "a fox"))
        told = await pressed(ann, [boat["star"], fox["star"]])
        assert [one["on"] for one in told] == [True, True]
        assert await prompts(ann, "?stars=true") == ["a fox", "a boat"]
        told = await pressed(ann, [boat["delete"], fox["delete"], boat["delete"]])
        assert [one["done"] for one in told] == [True, True, False]
        assert await prompts(ann) == ["a cat"]
        back = await pressed(ann, [one["undo"] for one in told[:2]])
        assert all(one["done"] for one in back)
        assert await prompts(ann) == ["a fox", "a cat", "a boat"]
        assert cat in await tiles(ann)


async def test_many_are_cancelled_by_whose_they_are_alone(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as ann, browser(at) as eve:
        engine.hold()
        for prompt in ("a boat", "a cat"):
            await ann.send(prompt)
        for prompt in ("a boat", "a cat"):
            await ann.until(partial(says, prompt, ""))
        cancels = [m["buttons"][0][0]["payload"] for m in ann.messages.values() if m.get("buttons")]
        assert [one["done"] for one in await pressed(eve, cancels)] == [False, False]
        assert [one["toast"] for one in await pressed(ann, cancels)] == ["Cancelled.", "Cancelled."]
        for prompt in ("a boat", "a cat"):
            await ann.until(partial(says, prompt, "Cancelled"))
        assert [one["toast"] for one in await pressed(ann, cancels[:1])] == [
            "Too late: it is finished already."
        ]


async def test_a_zip_file_has_the_very_files_under_names_of_their_own(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        await ann.send("a boat ../../etc --raw --n 2")
        await ann.painted("a boat ../../etc", 2)
        await ann.send("a boat ../../etc --raw --format jpeg")
        await ann.painted("a boat ../../etc")
        jpeg, first, second = pictures = await tiles(ann)
        async with ann.ask("HEAD", zip_of(*pictures)) as answer:
            assert answer.status == 200 and not await answer.read()
        async with ann.ask("GET", zip_of(first, second, first, jpeg)) as answer:
            assert answer.status == 200
            assert answer.headers["Content-Disposition"] == 'attachment; filename="lukis.zip"'
            packed = zipfile.ZipFile(io.BytesIO(await answer.read()))
        assert packed.testzip() is None
        names = packed.namelist()
        assert names == sorted(names) and len({*names}) == 3
        assert [name[:8] for name in names] == ["00001-1-", "00001-2-", "00002-1-"]
        assert not any("/" in name or ".." in name for name in names)
        assert (200, packed.read(names[0])) == await ann.picture(first["src"])
        with Image.open(io.BytesIO(packed.read(names[2]))) as image:
            assert image.format == "JPEG" and names[2].endswith(".jpg")


async def test_a_zip_file_is_of_ones_own_pictures_and_of_bounded_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as at, browser(at) as ann, browser(at) as eve:
        (boat,) = await drew(ann, "a boat")
        assert (await eve.picture(zip_of(boat)))[0] == 404
        assert [one["done"] for one in await pressed(eve, [boat["delete"], boat["star"]])] == [False, False]
        forged = {"src": boat["src"].replace("-", "-1")}
        for wrong in (forged, {"src": "../../etc/passwd"}, {"src": "1-1/0/"}, {"src": f"{10**20}-1/0"}):
            assert (await ann.picture(zip_of(boat, wrong)))[0] == 404
        assert (await ann.picture("/zip"))[0] == 404
        many_places = "&".join(f"picture=1-1/{i}" for i in range(many.MOST + 1))
        assert (await ann.picture(f"/zip?{many_places}"))[0] == 404
        monkeypatch.setattr(many, "LARGEST", 10)
        async with ann.ask("HEAD", zip_of(boat)) as answer:
            assert answer.status == 413
        assert await prompts(ann) == ["a boat"]


async def test_nothing_is_drawn_by_many_presses_and_nonsense_is_refused(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        (boat,) = await drew(ann, "a boat")
        reroll = boat["delete"].replace("delete", "reroll")
        cases: list[Any] = [[reroll], [boat["delete"], 7], "delete", {}, [None], ["delete:" + "x" * 80], [""]]
        for wrong in cases:
            assert await pressed(ann, wrong, status=400) == []
        assert await pressed(ann, [boat["delete"]] * (many.MOST + 1), status=400) == []
        assert await pressed(ann, []) == []
        async with ann.ask("POST", "/many", data=b"\xff{") as answer:
            assert answer.status == 400
        assert await prompts(ann) == ["a boat"]


async def test_words_models_and_favourites_are_looked_for(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann, browser(at) as eve:
        *_, boat = await drew(ann, "a red boat", "a cat in a boat", "a fox")
        await pressed(ann, [boat["star"]])
        assert await prompts(ann, "?words=boat") == ["a cat in a boat", "a red boat"]
        assert await prompts(ann, "?words=BOAT&stars=true") == ["a red boat"]
        assert await prompts(ann, "?words=boat%20--model%20nothing-like-it") == []
        assert await prompts(ann, "?words=1999") == []
        assert len(await prompts(ann, "?words=today")) == 3
        assert await prompts(ann, "?words=%20") == ["a fox", "a cat in a boat", "a red boat"]
        assert await prompts(ann, "?words=" + "%27)%3B--x" * 40) == []
        assert await prompts(eve, "?words=boat") == []


async def test_what_is_found_is_paged(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        chat = ann.started["person"]
        for i in range(30):
            await at.imagine(chat, f"a {'boat' if i % 2 else 'cat'} {i} --raw")
        await ann.until(lambda m: m.get("prompt") == "a boat 29" and m.get("pictures"))
        await ann.until(lambda m: m.get("prompt") == "a cat 28" and m.get("pictures"))
        page = await ann.get("/gallery?words=a")
        assert len(page["entries"]) == 24
        rest = await ann.get(f"/gallery?words=a&before={page['before']}")
        assert len(rest["entries"]) == 6 and rest["before"] is None
        assert len(await prompts(ann, "?words=boat")) == 15
