"""A mode of one row and one file (`tests/toy.py`) is all that it takes to use it everywhere."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.api.jobs import Job
from tests.fakes import FakeEngine
from tests.patience import PATIENCE, until
from tests.process import ROOT, environment
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house

pytestmark = pytest.mark.usefixtures("toy")

RED, LIME = (255, 0, 0), (0, 255, 0)
FACT = "strength 0.4"


def given(job: Job) -> dict[str, tuple[int, ...]]:
    """The colour of each picture that a job was given."""
    colours = {}
    for name, data in job.inputs.items():
        with Image.open(io.BytesIO(data)) as image:
            pixel = image.convert("RGB").resize((1, 1)).getpixel((0, 0))
            assert isinstance(pixel, tuple)
            colours[name] = tuple(round(value / 255) * 255 for value in pixel)
    return colours


def expected(job: Job) -> None:
    assert (job.mode, job.recipe.strength) == ("beside", 0.4)
    assert given(job) == {"image": RED, "second": LIME}


async def test_on_telegram_an_album_or_a_picture_in_reply_to_another(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path) as on:
        alice, bob = telegram.person("Alice"), telegram.person("Bob")
        group = telegram.group("Painters", alice, bob)
        await alice.send("/imagine a fox --strength 0.4", photo=painting("red"), media_group_id="77")
        await alice.send(photo=painting("lime"), media_group_id="77")
        result = await alice.expect_photo()
        assert FACT in result.text
        reds = await bob.send(to=group, photo=painting("red"))
        await alice.reply(reds, "/imagine a cat --strength 0.4", photo=painting("lime"))
        await alice.expect_photo(to=group)
        ours = await alice.reply(result, "at night", photo=painting("lime"))
        await alice.expect_photo(answering=ours)
    album, reply, ours_again = on.engine.jobs
    expected(album)
    expected(reply)
    assert ours_again.mode == "beside"
    assert given(ours_again)["second"] == LIME


async def test_on_telegram_words_in_reply_to_the_result_start_from_it_alone(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path) as on:
        alice = telegram.person("Alice")
        await alice.send("/imagine a fox")
        await alice.reply(await alice.expect_photo(), "make it blue")
        await alice.expect_photo()
    assert [job.mode for job in on.engine.jobs] == ["text", "image"]


async def test_on_discord_an_option_for_each_picture(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            pictures = {"image": ("a.png", painting("red")), "second": ("b.png", painting("lime"))}
            await alice.slash(channel, "imagine", prompt="a fox", strength=0.4, **pictures)
            assert FACT in (await channel.result()).content
            command = discord.world.find_command("imagine", channel.guild)
    expected(engine.jobs[0])
    assert command
    option = next(option for option in command["options"] if option["name"] == "second")
    assert option["description"] == "A picture whose left half stays beside what is painted."


async def test_on_the_page_a_field_for_each_picture(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        assert [(i["name"], i["label"]) for i in alice.started["inputs"]] == [
            ("image", "Picture"),
            ("mask", "Mask"),
            ("other", "Other picture"),
            ("end", "Last picture"),
            ("second", "Second picture"),
        ]
        pictures = {"second": painting("lime"), "image": painting("red")}
        await alice.send("a fox --strength 0.4", pictures=pictures)
        result = await alice.painted("a fox")
        assert any(FACT in note for note in result["notes"])
        await alice.send("a cat", pictures={"second": painting("lime")})
        await alice.said("This needs a picture to start from")
        await alice.send("a cat", pictures={"third": painting("lime")}, status=400)
        await alice.send(
            "at night", reply=result["pictures"][0]["message"], pictures={"second": painting("lime")}
        )
        await alice.painted("at night")
    expected(engine.jobs[0])
    assert (engine.jobs[1].mode, given(engine.jobs[1])["second"]) == ("beside", LIME)


def test_on_the_command_line_an_option_for_each_picture_and_it_shows_in_the_pixels(tmp_path: Path) -> None:
    for name, colour in (("a.png", "red"), ("b.png", "lime")):
        Image.new("RGB", (64, 64), colour).save(tmp_path / name)
    toy = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.toy import BESIDE, MODES, WAYS, Beside; "
        "MODES['beside'], WAYS['beside'] = BESIDE, Beside; from bot.cli import main; main()"
    )
    words = ("imagine", "a red apple", "--steps", "3", "--strength", "0.4", "--image", "a.png")
    done = subprocess.run(
        [sys.executable, "-c", toy, *words, "--second", "b.png", "-o", "out.png", "--json"],
        cwd=tmp_path,
        env=environment(tmp_path / "data"),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    about = json.loads(done.stdout)
    with Image.open(tmp_path / "out.png") as image:
        assert "Denoising strength: 0.4" in image.text["parameters"]  # type: ignore[attr-defined]
        pixels = np.asarray(image.convert("RGB"))
    assert pixels.shape[:2] == tuple(reversed(about["size"]))
    half = pixels.shape[1] // 2
    assert (pixels[:, :half] == LIME).all()
    assert not (pixels[:, half:] == LIME).all()


async def test_it_survives_a_restart_and_is_rerolled_with_all_its_pictures(tmp_path: Path) -> None:
    async with TelegramServer() as telegram:
        alice = telegram.person("Alice")
        async with lukis_on(telegram, tmp_path) as on:
            on.engine.hold(1)
            await alice.send("/imagine a fox --strength 0.4", photo=painting("red"), media_group_id="77")
            await alice.send(photo=painting("lime"), media_group_id="77")
            await alice.expect_status()
        async with lukis_on(telegram, tmp_path) as again:
            photo = await alice.expect_photo()
            await alice.press(photo, "Reroll")
            photo = await alice.expect_photo()
            files = sorted(f.name.partition("-")[2] for f in tmp_path.glob("sources/*/*.png"))
            assert files == ["image.png", "image.png", "second.png", "second.png"]
            await alice.press(photo, "Delete")
            await alice.expect_gone(photo)
            await until(lambda: len([*tmp_path.glob("sources/*/*.png")]) == 2)
    first, second = again.engine.jobs
    assert first.inputs == second.inputs
    expected(second)
