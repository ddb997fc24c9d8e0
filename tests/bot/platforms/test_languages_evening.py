"""An evening in Indonesian, in Korean and in Arabic, on Telegram and on Discord; the page's is in `test_web.py`.

Real adapters, service, store, translation (word for word) and HTTP; only the painter is fake.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.locales import Locales
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, Someone, buttons_of, town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_stage import lukis_on

OFFLINE: dict[str, Any] = {"translators": ("glossary",)}


@dataclass(frozen=True)
class Tongue:
    """A language, and what somebody types in it."""

    tag: str
    imagine: str
    prompt: str
    english: str
    steps: str
    topic: str

    def say(self, message: str, **facts: object) -> str:
        """What Lukis says, without the marks that keep facts apart in lines from right to left."""
        return plain(Locales.load().say(self.tag)(message, **facts))


TONGUES = (
    Tongue("id", "/gambar", "seekor rubah merah di salju", "a red fox in the snow", "--langkah 4", "langkah"),
    Tongue("ko", "/그려줘", "눈 속의 빨간 여우", "a red fox in the snow", "--스텝 4", "스텝"),
    Tongue("ar", "/ارسم", "ثعلب أحمر في الثلج", "a red fox in the snow", "--خطوات ٤", "خطوات"),
)
in_each = pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: tongue.tag)


def plain(text: str) -> str:
    """Without direction marks and isolates."""
    return text.translate(dict.fromkeys((0x200E, 0x200F, *range(0x2066, 0x206A))))


@in_each
async def test_on_telegram(tmp_path: Path, tongue: Tongue) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path, **OFFLINE) as on:
        person = telegram.person("Someone", tongue.tag)
        await person.send(f"/help {tongue.topic}")
        await person.expect(lambda m: tongue.say("guide-steps-title") in plain(m.text))
        on.engine.hold(2)
        asked = await person.send(f"{tongue.imagine} {tongue.prompt} {tongue.steps}")
        status = await person.expect_status()
        painting = tongue.say("status-progress", share=0.5).split(":")[0]
        await person.expect_change(status, lambda m: painting in plain(m.text))
        await on.engine.release()
        photo = await person.expect_photo()
        assert (photo.quote, photo.replies_to) == (tongue.prompt, asked.id)
        assert tongue.say("result-english", english=tongue.english) in plain(photo.text)
        assert on.engine.jobs[0].recipe.steps == 4
        await person.press(photo, tongue.say("button-reroll"))
        again = await person.expect_photo()
        assert again.quote == tongue.prompt
        await person.send("/cancel")
        await person.expect_text(tongue.say("cancel-none"))
        assert plain(await person.press(again, tongue.say("button-delete")) or "") == tongue.say(
            "toast-deleted"
        )
        assert again.deleted


@in_each
async def test_on_discord(tmp_path: Path, tongue: Tongue) -> None:
    engine = FakeEngine()
    async with DiscordServer() as discord:
        channel, (person,) = town(discord, "someone")
        async with running(discord, tmp_path, engine, **OFFLINE):
            await spends_the_evening(tongue, engine, channel, person)


async def spends_the_evening(tongue: Tongue, engine: FakeEngine, channel: Channel, person: Someone) -> None:
    if tongue.tag == "ar":  # Discord has no Arabic of its own
        await person.slash(channel, "language", language="ar")
    else:
        person.locale = tongue.tag
    engine.hold(2)
    asked = await person.slash(channel, "imagine", prompt=tongue.prompt, steps=4)
    painting = tongue.say("status-progress", share=0.5).split(":")[0]
    await channel.until(lambda: any(painting in plain(m.content) for m in channel.said))
    await engine.release()
    picture = await channel.result()
    assert picture.id == asked.message_id
    assert tongue.prompt in picture.content
    assert tongue.say("result-english", english=tongue.english) in plain(picture.content)
    assert tongue.say("button-delete") in {button["label"] for button in buttons_of(picture)}
    await person.press(channel, picture, tongue.say("button-reroll"))
    again = await channel.result(after=picture.id)
    assert tongue.prompt in again.content
    await person.slash(channel, "cancel")
    await channel.until(lambda: any(tongue.say("cancel-none") in plain(m.content) for m in channel.said))
    await person.press(channel, again, tongue.say("button-delete"))
    await channel.until(lambda: again not in channel.messages)
