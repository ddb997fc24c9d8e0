"""What there is to say of a picture, and what it came from and became: the wire of the large picture's panel."""

from __future__ import annotations

from pathlib import Path

from tests.bot.platforms.web.test_many import drew, pressed, tiles
from tests.chat import FakeTranslator
from tests.wire.web import Browser, Json, browser, house


async def about(ann: Browser, picture: Json) -> Json:
    return await ann.get(picture["src"].replace("/picture/", "/about/"))


def facts(told: Json) -> dict[str, str]:
    return {fact["name"]: fact["value"] for fact in told["facts"]}


async def test_all_that_there_is_to_say_is_said(tmp_path: Path) -> None:
    translator = FakeTranslator(**{"seekor rubah": "a fox"})
    async with house(tmp_path, translator=translator) as at, browser(at) as ann:
        await ann.send("seekor rubah --seed 7 --steps 9 --negative blurry")
        await ann.until(lambda m: m.get("pictures"))
        (fox,) = await tiles(ann)
        told = await about(ann, fox)
        said = facts(told)
        assert said["prompt"] == "seekor rubah" and said["english"] == "a fox"
        assert (said["seed"], said["steps"], said["negative"]) == ("7", "9", "blurry")
        assert said["size"] == f"{fox['width']}×{fox['height']}" and said["model"] and said["sampler"]
        assert float(said["created"]) > 1e9 and all(fact["label"] for fact in told["facts"])
        assert (told["before"], told["parents"], told["children"]) == (None, [], [])


async def test_parents_and_children_are_one_step_away(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        await ann.send("a boat --raw --n 3")
        album = await ann.painted("a boat", 3)
        await ann.send("at night --raw", reply=album["pictures"][1]["message"])
        await ann.until(lambda m: m.get("prompt") == "at night" and m.get("pictures"))
        night, *boats = await tiles(ann)
        told = await about(ann, night)
        assert told["before"]["src"] == boats[1]["src"], "the very picture that the words were in reply to"
        assert [p["src"] for p in told["parents"]] == [boat["src"] for boat in boats]
        back = await about(ann, boats[0])
        assert [p["src"] for p in back["children"]] == [night["src"]]
        await pressed(ann, [night["delete"]])
        assert (await about(ann, boats[0]))["children"] == []


async def test_nobody_is_told_of_others_pictures(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann, browser(at) as eve:
        (boat,) = await drew(ann, "a boat")
        path = boat["src"].replace("/picture/", "/about/")
        assert (await eve.picture(path))[0] == 404
        for wrong in ("/about/1-1/0", "/about/99-7/0", path + "9", "/about/x/0"):
            assert (await ann.picture(wrong))[0] == 404
        await pressed(ann, [boat["delete"]])
        assert (await ann.picture(path))[0] == 404


async def test_of_what_is_put_together_of_several_there_is_nothing_to_say(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as ann:
        await ann.send("a boat --steps 4,6")
        sweep = await ann.until(lambda m: m.get("pictures"))
        path = sweep["pictures"][0]["src"].replace("/picture/", "/about/")
        assert (await ann.picture(sweep["pictures"][0]["src"]))[0] == 200
        assert (await ann.picture(path))[0] == 404
