"""A whole evening on Discord, from the first picture to the morning after a crash."""

from __future__ import annotations

import io
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from simcord.backend.models import Message

from tests.patience import PATIENCE
from tests.process import SLOW, Forked
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.discord_people import Channel, Someone, buttons_of, pictures_of, town

APPLE = "파란 배경에 빨간 사과"


@dataclass
class Evening:
    """Two people in a channel."""

    discord: DiscordServer
    channel: Channel
    minsu: Someone
    bob: Someone

    def file(self, message: Message, index: int = 0) -> bytes:
        return self.discord.file(message.attachments[index])

    async def sees(self, words: str) -> Message:
        """The bot's message with these words."""
        return await self.channel.until(
            lambda: next((m for m in self.channel.said if words in m.content), None)
        )


@pytest.mark.slow
@pytest.mark.timeout(1800)
async def test_a_whole_evening(tmp_path: Path) -> None:
    async with DiscordServer() as discord:
        channel, (minsu, bob) = town(discord, "minsu", "bob")
        minsu.locale = "ko"
        evening = Evening(discord, channel, minsu, bob)
        settings: dict[str, Any] = {"discord_token": TOKEN, "discord_api_url": discord.url}
        async with Forked(tmp_path, "run", **settings) as program:
            apple = await imagine(evening)
            other = await reroll(evening, apple)
            await change(evening, other)
            fox = await album(evening)
            await original(evening, fox)
            await history(evening, fox)
            await cancel(evening)
            await bob.slash(channel, "imagine", prompt="a green tree", **SLOW)
            tree = await evening.sees("a green tree")
            await channel.until(lambda: "%" in tree.content and "▰" in tree.content)
            await program.end(signal.SIGKILL)
        await discord.gateway.drop()
        assert not pictures_of(tree)
        async with Forked(tmp_path, "run", **settings):
            await channel.until(lambda: pictures_of(tree), 3 * PATIENCE)
            await reroll(evening, apple)
            await minsu.press(channel, apple, "삭제")
            await channel.until(lambda: apple not in channel.messages)
        assert len([m for m in channel.said if "a green tree" in m.content]) == 1


async def imagine(evening: Evening) -> Message:
    """In Korean: one message, which becomes the picture of what was asked for."""
    asked = await evening.minsu.slash(evening.channel, "imagine", prompt=APPLE, seed=7)
    apple = await evening.channel.result()
    assert apple.id == asked.message_id
    assert apple.content.startswith(f"> {APPLE}\n")
    assert "a red apple on a blue background" in apple.content
    (red, _, blue), (edge_red, _, edge_blue) = (
        colour(evening.file(apple), 0.5),
        colour(evening.file(apple), 0.06),
    )
    assert red > blue, "red in the middle"
    assert edge_blue > edge_red, "blue at the edge"
    return apple


def colour(picture: bytes, where: float) -> tuple[int, ...]:
    """The average colour of a small square on the diagonal, 0 to 1 from the top left."""
    with Image.open(io.BytesIO(picture)) as image:
        x, y, r = int(image.width * where), int(image.height * where), max(2, image.width // 32)
        square = image.convert("RGB").crop((x - r, y - r, x + r, y + r)).resize((1, 1), Image.Resampling.BOX)
    return tuple(square.getpixel((0, 0)))  # type: ignore[arg-type]


async def reroll(evening: Evening, picture: Message) -> Message:
    """The same with another seed, by somebody else."""
    pressed = await evening.bob.press(evening.channel, picture, "🎲")
    again = await evening.channel.result(after=pressed.id)
    assert again.content.startswith(f"> {APPLE}\n")
    assert evening.file(again) != evening.file(picture)
    return again


async def change(evening: Evening, picture: Message) -> None:
    """By words in reply."""
    reply = await evening.bob.send(evening.channel, "in the snow --strength 0.5", reply_to=picture)
    snow = await evening.channel.result(after=reply.id)
    assert "strength 0.5" in snow.content
    assert snow.reference is not None
    assert snow.reference["message_id"] == str(reply.id)


async def album(evening: Evening) -> Message:
    """Four at once, in one message."""
    asked = await evening.bob.slash(evening.channel, "imagine", prompt="a fox", count=4)
    fox = await evening.channel.result(4)
    assert fox.id == asked.message_id
    assert len({evening.file(fox, i) for i in range(4)}) == 4
    return fox


async def original(evening: Evening, fox: Message) -> None:
    """The file of the third as it was drawn."""
    asked = await evening.bob.press(evening.channel, fox, "📄 3")
    file = await evening.channel.result(after=asked.id)
    assert evening.file(file) == evening.file(fox, 2)
    assert b"parameters" in evening.file(file)
    assert file.attachments[0]["filename"].endswith(".png")


async def history(evening: Evening, fox: Message) -> None:
    """Leafed through by the one who asked, for their eyes alone."""
    await evening.bob.slash(evening.channel, "history")
    page = await evening.channel.until(
        lambda: next((m for m in evening.channel.said if m.is_ephemeral and pictures_of(m)), None)
    )
    first = evening.file(page)
    assert first in {evening.file(fox, i) for i in range(4)}
    await evening.bob.press(evening.channel, page, "▶️")
    await evening.channel.until(lambda: evening.file(page) != first)


async def cancel(evening: Evening) -> None:
    await evening.bob.slash(evening.channel, "imagine", prompt="never mind", **SLOW)
    status = await evening.sees("never mind")
    await evening.bob.slash(evening.channel, "cancel")
    await evening.channel.until(lambda: "Cancelled" in status.content)
    assert buttons_of(status) == []
