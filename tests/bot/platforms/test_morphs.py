"""Morphs on every platform: an animation that plays there, and a strip of some frames with it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageSequence

from bot.messages import Address, Card, Shown
from bot.pictures import moving
from bot.platforms.console import ConsolePlatform
from tests.engine.modes.test_hooks import painting
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import pictures_of, town
from tests.wire.discord_stage import running
from tests.wire.telegram import Says, TelegramServer
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house

FORBIDDEN = Says(400, "Bad Request: not enough rights to send animations to the chat")


def frames_of(image: Image.Image) -> int:
    return len(list(ImageSequence.Iterator(image)))


async def test_on_telegram(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path, engine=engine):
        alice = telegram.person("Alice")
        await alice.send("/morph a fox | an owl --frames 3 --seed 7,9")
        film = await alice.expect(lambda m: "animation" in m.body)
        strip = await alice.expect_photo()
        assert strip.quote == "a fox | an owl" and "frames 3" in strip.text
        assert film.file and film.file.name.endswith(".gif") and film.id < strip.id
        await alice.send("/history")
        page = await alice.expect(lambda m: m.is_photo and "1 of 1" in m.text)
        assert page.file and strip.file and page.file.data == strip.file.data
        assert telegram.count("sendAnimation") == 1, "a page is turned, and so is one message"
        await alice.press(strip, "🖼 2")
        second = await alice.expect(lambda m: m.is_photo and "place 0.5" in m.text)
        await alice.press(second, "Delete")
        await alice.expect_change(film, lambda m: m.versions)
        await alice.expect_change(strip, lambda m: not any("🖼 2" in label for label in m.buttons))
        await alice.send("/morph --frames 2", photo=painting("red", "red"), media_group_id="1")
        await alice.send(photo=painting("blue", "blue"), media_group_id="1")
        telegram.fail("sendAnimation", FORBIDDEN)
        alone = await alice.expect(lambda m: m.is_photo and "frames 2" in m.text)
        await alice.press(alone, "Delete")
        await alice.expect_gone(alone)
    assert telegram.count("sendAnimation") == 2
    assert [sorted(job.inputs) for job in engine.jobs] == [[], ["end", "image"]]


async def test_an_animation_comes_once_though_its_strip_fails(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path):
        alice = telegram.person("Alice")
        telegram.fail("sendPhoto", Says(400, "Bad Request: IMAGE_PROCESS_FAILED"))
        await alice.send("/morph a fox | an owl --frames 2")
        await alice.expect(lambda m: "animation" in m.body)
        await alice.expect(lambda m: m.buttons and "frames 2" in m.text)
    assert telegram.count("sendAnimation") == 1


async def test_on_discord(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "morph", prompt="a fox | an owl", frames=3, loop=True)
            result = await channel.result(2)
            names = [each["filename"].rpartition(".")[2] for each in pictures_of(result)]
            assert names == ["gif", "png"] and "frames 3" in result.content
            ends = {name: (f"{name}.png", painting(name, name)) for name in ("red", "blue")}
            await alice.slash(channel, "morph", image=ends["red"], end=ends["blue"], frames=2)
            await channel.result(2, after=result.id)
    job, between = engine.jobs
    assert (job.mode, job.recipe.images, job.recipe.loop) == ("morph", 3, True)
    assert (between.mode, between.recipe.images, {*between.inputs}) == ("blend", 2, {"image", "end"})


async def test_on_the_page(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send("/morph a fox | an owl --frames 3 --seed 7,9")
        message = await alice.painted("a fox | an owl")
        (strip,) = message["pictures"]
        status, data = await alice.picture(strip["moving"]["src"])
        with Image.open(io.BytesIO(data)) as animation:
            assert (status, animation.format, frames_of(animation) > 1) == (200, "WEBP", True)
            assert animation.size == (strip["moving"]["width"], strip["moving"]["height"])
        (original,) = (b for row in message["buttons"] for b in row if b["action"] == "original")
        with Image.open(io.BytesIO((await alice.picture(original["href"]))[1])) as kept:
            assert (kept.format, frames_of(kept) > 1) == ("GIF", True)
        assert (await alice.picture(strip["src"]))[0] == 200
        (entry,) = (await alice.get("/gallery"))["entries"]
        (once,) = entry["pictures"]
        assert once["src"] == strip["moving"]["src"], "and not every frame"
        assert once["delete"] == f"delete:{entry['job']}"
        assert [button["payload"] for button in once["buttons"]] == [f"reroll:{entry['job']}"]
        assert (await alice.picture(once["thumb"]))[0] == 200
        ends = {"image": painting("red", "red"), "end": painting("blue", "blue")}
        await alice.send("/morph --frames 2", pictures=ends)
        await alice.until(lambda m: m.get("pictures") and any("frames 2" in n for n in m.get("notes", ())))
    assert [{*job.inputs} for job in at.engine.jobs] == [set(), {"image", "end"}]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("film") / "kept.webp"
    frames = [painting("red", "blue"), painting("lime", "blue"), painting("red", "white")]
    file.write_bytes(moving.animation(frames, loop=True))
    return file


@pytest.mark.parametrize(
    ("target", "written"), [("out.gif", ["out.gif"]), ("out.png", ["out.gif", "out.png", "out-1.png"])]
)
async def test_on_the_command_line(tmp_path: Path, film: Path, target: str, written: list[str]) -> None:
    (tmp_path / "kept.png").write_bytes(painting("red", "blue"))
    strip = Shown(tmp_path / "kept.png", 64, 64, 7, 3, "fox.png")
    part = Shown(tmp_path / "kept.png", 64, 64, 7, 0, "fox.png")
    card = Card(pictures=(strip,), parts=(part,), moving=Shown(film, 64, 64, 7, 500, "fox.gif"))
    console = ConsolePlatform(tmp_path / target, quiet=True)
    await console.deliver(Address(platform="console", chat="console"), None, card, "job")
    assert [file.name for file in console.files] == written
    with Image.open(tmp_path / "out.gif") as animation:
        assert (animation.format, frames_of(animation), animation.size) == ("GIF", 4, (64, 64))


def test_mp4_where_ffmpeg_is_and_a_gif_where_it_fails(
    tmp_path: Path, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ffmpeg = tmp_path / "ffmpeg"
    ffmpeg.write_text('#!/bin/sh\nfor out; do :; done\nwc -c > "$out"\necho "$@" >> "$out"\n')
    ffmpeg.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    name, data = moving.film(film, "a fox; touch x.png", 63)
    size, told = data.decode().splitlines()
    shown = 4 + 1 + 4 + 1  # the first and the last are held
    assert (name, int(size)) == ("a fox; touch x.mp4", shown * 64 * 64 * 3), "sides are even"
    assert "-s 64x64 -r 1000/240 -i pipe:0" in told and "libx264" in told
    assert moving.as_named(film, "fox.MP4").startswith(str(10 * 64 * 64 * 3).encode())
    ffmpeg.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(OSError, match="no MP4"):
        moving.as_named(film, "fox.mp4")
    assert moving.film(film, "fox.png")[0] == "fox.gif"
    monkeypatch.setattr(moving, "FFMPEG_SECONDS", 0.2)
    ffmpeg.write_text("#!/bin/sh\nexec sleep 60\n")
    assert moving.film(film, "fox.png")[0] == "fox.gif"
