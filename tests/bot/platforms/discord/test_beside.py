"""On Discord: a name in what `/models` lists, pressed for the next prompt; an animation, whose first frame is taken."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from simcord.backend.models import Message

from engine.api.names import Addon, Addons
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, buttons_of, town, words_of
from tests.wire.discord_stage import running

INK = Addons((Addon("ink", triggers=("inkstyle",)),))


async def said(channel: Channel, words: str) -> Message:
    return await channel.until(lambda: next((m for m in channel.said if words in words_of(m)), None))


async def test_a_loras_name_is_pressed(tmp_path: Path) -> None:
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, FakeEngine(addons=INK)):
            await alice.slash(channel, "models")
            models = await said(channel, "Models that can paint")
            await alice.press(channel, models, "LoRAs")
            await channel.until(lambda: "ink" in [button["label"] for button in buttons_of(models)])
            await alice.press(channel, models, "ink")
            ready = await said(channel, "Ready for your next prompt")
            assert "inkstyle <lora:ink:0.8>" in ready.content.replace("\\", "")
            assert "Words that call it up: inkstyle" in ready.content


async def test_of_an_animation_the_first_frame_is_taken_and_that_is_said(tmp_path: Path) -> None:
    file, frames = io.BytesIO(), [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path, engine):
            await alice.slash(channel, "imagine", prompt="a fox", image=("cat.gif", file.getvalue()))
            result = await channel.result()
            assert "The picture you sent moves: I took only its first frame." in result.content
    (job,) = engine.jobs
    with Image.open(io.BytesIO(job.inputs["image"])) as given:
        assert given.convert("RGB").getpixel((0, 0))[0] > 200  # type: ignore[index]
