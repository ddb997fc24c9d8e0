"""A picture that keeps something of another one, wherever people type, and what they hear where it can't."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.usecases.given import Given, led, nothing
from engine.api.errors import SurplusImage
from engine.api.jobs import Job
from engine.api.modes import OTHER, REPLIED
from engine.api.names import ControlNet
from engine.api.parameters import Parameters
from engine.pictures import lines
from tests.chat import stage
from tests.fakes import NAMED, FakeEngine
from tests.patience import until
from tests.sketches import house, photographed, png
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser
from tests.wire.web import house as house_page

NETS = (
    ControlNet("lines-canny", "lines-canny.safetensors", kind="canny"),
    ControlNet("space-depth", "space-depth", kind="depth"),
    ControlNet("union", "union.safetensors", reason="it is a union of several ControlNets", fault="strange"),
)


def engine() -> FakeEngine:
    return FakeEngine(addons=replace(NAMED, controls=NETS))


def shown(jobs: list[Job]) -> list[tuple[str, str, tuple[str, ...], float]]:
    return [(job.mode, job.prompt, job.recipe.control, job.recipe.control_weight) for job in jobs]


async def test_on_telegram_in_reply_with_a_photo_and_again_otherwise(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path, engine=engine()) as on:
        alice = telegram.person("Alice")
        await alice.send("/imagine a fox")
        fox = await alice.expect_photo()
        await alice.reply(fox, "a robot --control canny --control-weight 0.7")
        robot = await alice.expect_photo()
        assert "control canny" in robot.text and "control weight 0.7" in robot.text
        await alice.reply(robot, "--control-weight 0")
        await alice.expect_photo()
        await alice.send("/imagine a lake --control canny,depth --control-end 0.5", photo=painting("blue"))
        await alice.expect_photo()
        await alice.reply(robot, "--control canny --show-map")
        shown_map = await alice.expect_photo()
        assert "show the map" in shown_map.text and "show the map 1" not in shown_map.text
    assert shown(on.engine.jobs)[1:] == [
        ("control", "a robot", ("canny",), 0.7),
        ("control", "a robot", ("canny",), 0.0),
        ("control", "a lake", ("canny", "depth"), 1.0),
        ("control", "a robot", ("canny",), 1.0),
    ]
    *_, until, seen = on.engine.jobs
    assert (until.recipe.control_end, seen.recipe.show_map, seen.recipe.steps) == (0.5, True, 1)


async def test_on_discord_and_on_the_page(tmp_path: Path) -> None:
    told, here = engine(), engine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path / "discord", told):
            own = {"image": ("a.png", painting("red"))}
            await alice.slash(channel, "imagine", prompt="a lake --control canny", **own)
            result = await channel.result()
            assert "control canny" in result.content
            two = [("a.png", painting("red")), ("b.png", painting("lime"))]
            await alice.send(channel, "a hut --control canny,depth", reply_to=result, files=two)
            hut = await channel.result(after=result.id)
            await alice.send(channel, "a ship --control canny,depth", reply_to=hut, files=two[1:])
            await channel.result(after=hut.id)
    async with house_page(tmp_path / "page", engine=here) as at, browser(at) as alice_at:
        await alice_at.send("a fox")
        fox = await alice_at.painted("a fox")
        await alice_at.send("a robot --control lines-canny", reply=fox["pictures"][0]["message"])
        robot = await alice_at.painted("a robot")
        assert any("control lines-canny" in note for note in robot["notes"])
    first, second, third, *_ = (
        {n: Image.open(io.BytesIO(p)) for n, p in j.inputs.items()} for j in told.jobs
    )
    assert [*first] == ["image"] and [*second] == [*third] == ["image", "other"]
    assert second["image"].getpixel((0, 0)) == first["image"].getpixel((0, 0))
    assert (
        second["other"].getpixel((0, 0))
        == third["other"].getpixel((0, 0))
        != second["image"].getpixel((0, 0))
    )
    assert shown([*told.jobs, *here.jobs]) == [
        ("control", "a lake", ("canny",), 1.0),
        ("control", "a hut", ("canny", "depth"), 1.0),
        ("control", "a ship", ("canny", "depth"), 1.0),
        ("text", "a fox", (), 1.0),
        ("control", "a robot", ("lines-canny",), 1.0),
    ]


async def test_a_drawing_of_lines_is_followed_where_a_network_can(tmp_path: Path) -> None:
    drawn, photo, told = png(house()), png(photographed(house())), engine()
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path / "telegram", engine=told) as on:
        alice = telegram.person("Alice")
        for words, picture in (
            ("/imagine a castle", photo),
            ("/imagine a castle --strength 0.6", drawn),
            ("/imagine a castle", painting("blue")),
        ):
            await alice.send(words, photo=picture)
            result = await alice.expect_photo()
            assert ("control canny" in result.text) == (words.endswith("castle") and picture == photo)
        assert isinstance(on.engine, FakeEngine)
    heard = engine()
    async with DiscordServer() as discord:
        channel, (alice_there,) = town(discord, "alice")
        async with running(discord, tmp_path / "discord", heard):
            await alice_there.slash(channel, "imagine", prompt="a tower", image=("a.png", photo))
            assert "control canny" in (await channel.result()).content
    here, bare = engine(), FakeEngine()
    async with house_page(tmp_path / "page", engine=here) as at, browser(at) as alice_at:
        await alice_at.send("a hut", pictures={"image": drawn})
        await alice_at.painted("a hut")
    async with stage(tmp_path / "bare", engine=bare) as on_bare:
        await on_bare.someone().send("/imagine a tent", image=drawn)
        await until(lambda: bare.jobs)
    assert shown([*told.jobs, *heard.jobs, *here.jobs, *bare.jobs]) == [
        ("control", "a castle", ("canny",), 1.0),
        ("image", "a castle", (), 1.0),
        ("image", "a castle", (), 1.0),
        ("control", "a tower", ("canny",), 1.0),
        ("control", "a hut", ("canny",), 1.0),
        ("image", "a tent", (), 1.0),
    ]
    assert lines.finished(Image.open(io.BytesIO(told.jobs[0].inputs["image"])))


def test_a_picture_for_the_second_of_one_kind_is_one_too_many() -> None:
    given = [Given(REPLIED, nothing), Given(OTHER, nothing)]
    assert led(given, Parameters(control=("canny", "depth"))) == given
    for asked in (Parameters(control=("canny",)), Parameters()):
        with pytest.raises(SurplusImage):
            led(given, asked)


async def test_what_can_not_be_is_one_sentence_and_nothing_waits(tmp_path: Path) -> None:
    async with stage(tmp_path, engine=engine()) as on:
        alice = on.someone()
        for words, told in (
            ("/imagine a fox --control canny", "picture"),
            ("/imagine a fox --control pose", "pose"),
            ("/imagine a fox --control union", "union"),
            ("/imagine a fox --control a,b,c,d,e", "canny"),
            ("/imagine a fox --control-weight 3", "control-weight"),
        ):
            await alice.send(words, image=None if "--control canny" in words else painting("red"))
            await alice.told(told)
        await alice.send("/models")
        listed = (await alice.told("lines-canny")).card.text
        assert "lines-canny, space-depth" in listed and "union" not in listed
    assert on.engine.jobs == []
