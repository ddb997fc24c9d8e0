"""A picture goes on beyond its edges, in every place that people press and type in."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PIL import Image

from engine.api.jobs import Job
from engine.api.values import Margins
from tests.fakes import FakeEngine
from tests.process import Forked
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house


def shown(jobs: list[Job]) -> list[tuple[str, str, Margins]]:
    return [(job.mode, job.prompt, job.recipe.extend) for job in jobs]


async def test_on_telegram_by_buttons_and_in_reply_to_anybodys_photo(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path) as on:
        alice, bob = telegram.person("Alice"), telegram.person("Bob")
        group = telegram.group("Painters", alice, bob)
        await alice.send("/imagine a fox")
        fox = await alice.expect_photo()
        assert {"🔭 Zoom out", "⬅️ Left", "➡️ Right", "⬆️ Up", "⬇️ Down"} <= {*fox.buttons}
        await alice.press(fox, "⬅️ Left")
        wider = await alice.expect_photo()
        assert (wider.quote, "extend left=32" in wider.text) == ("a fox", True)
        await alice.reply(wider, "--zoom 1.5")
        await alice.expect_photo()
        photo = await bob.send(to=group, photo=painting("blue"))
        await alice.reply(photo, "/imagine a lake --extend right=40,down=8")
        await alice.expect_photo(to=group)
    assert shown(on.engine.jobs)[1:] == [
        ("outpaint", "a fox", Margins(left=32)),
        ("outpaint", "a fox", Margins(40, 32, 40, 32)),
        ("outpaint", "a lake", Margins(right=40, bottom=8)),
    ]


async def test_on_discord_by_a_button_and_with_a_picture_of_ones_own(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "imagine", prompt="a fox")
            fox = await channel.result()
            await alice.press(channel, fox, "⬆️ Up")
            taller = await channel.result(after=fox.id)
            assert "extend top=32" in taller.content
            own = {"image": ("a.png", painting("red"))}
            await alice.slash(channel, "imagine", prompt="a lake --extend left=16", **own)
            await channel.result(after=taller.id)
    assert shown(engine.jobs)[1:] == [
        ("outpaint", "a fox", Margins(top=32)),
        ("outpaint", "a lake", Margins(left=16)),
    ]


async def test_on_the_page_by_a_button_and_in_reply(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        await alice.send("a fox")
        fox = await alice.painted("a fox")
        await alice.press(fox, "Down")
        taller = await alice.until(lambda m: m.get("pictures") and m["id"] != fox["id"])
        assert any("extend bottom=32" in note for note in taller["notes"])
        await alice.send("--extend left=16", reply=taller["pictures"][0]["message"])
        await alice.until(lambda m: any("extend left=16" in note for note in m.get("notes", ())))
    assert shown(engine.jobs)[1:] == [
        ("outpaint", "a fox", Margins(bottom=32)),
        ("outpaint", "a fox", Margins(left=16)),
    ]


async def test_on_the_command_line_with_the_starters_own_pixels(tmp_path: Path) -> None:
    across = np.linspace(60, 200, 96, dtype=np.uint8)
    scene = np.stack(np.broadcast_arrays(across[None], across[::-1][:64, None], np.uint8(120)), -1)
    Image.fromarray(scene).save(tmp_path / "a.png")
    words = ("imagine", "a red apple", "--steps", "3", "--extend", "left=32,top=16", "--image", "a.png")
    done = Forked(tmp_path, *words, "-o", "out.png", "--json")
    assert await done.end() == 0, done.err
    assert json.loads(done.out)["size"] == [128, 80]
    with Image.open(tmp_path / "out.png") as image:
        assert 'Extend: "left=32,top=16"' in image.text["parameters"]  # type: ignore[attr-defined]
        pixels = np.asarray(image.convert("RGB")).astype(int)
    assert (pixels[16:, 32:] == scene).all()
    assert np.abs(pixels[16:, 31] - pixels[16:, 32]).mean() < 16
    assert np.abs(pixels[15, 32:] - pixels[16, 32:]).mean() < 16
