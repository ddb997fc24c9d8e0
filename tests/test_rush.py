"""Two hundred people at once on two platforms, a ban, a pause, a kill and a dying device: an answer each, and once."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.engine.processes import DEADLY
from tests.patience import until
from tests.process import Forked
from tests.test_kill import UNNOTED, rows
from tests.wire.discord import TOKEN, DiscordServer
from tests.wire.discord_people import Channel, Someone, pictures_of, town
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person
from tests.wire.telegram_world import Message

EACH = 100
"""People on each platform."""

LISTED = range(3, EACH, 10)
"""Those who ask for what is on a list."""

UNDER_WAY = (
    "SELECT id FROM jobs WHERE state IN ('queued', 'running')"
    " UNION SELECT job FROM deliveries WHERE state IN ('waiting', 'sending')"
)
SAID = {
    "listed": "I don't paint this here.",
    "banned": "nothing new from you",
    "paused": "I take nothing new just now.",
    "died": "The painter went away for a moment.",
}


def words(who: int) -> str:
    """What somebody asks for."""
    return f"a {'forbidden' if who in LISTED else 'red'} circle, number {who} --steps 2"


class Crowd:
    """People with a private chat each on Telegram, and in a channel on Discord."""

    def __init__(self, telegram: TelegramServer, discord: DiscordServer, data: Path) -> None:
        self.here = [telegram.person(f"p{i}") for i in range(EACH)]
        self.root = telegram.person("root")
        names = [f"p{i}" for i in range(EACH)]
        self.channel: Channel
        self.there: list[Someone]
        self.channel, self.there = town(discord, *names)
        self.data = data

    async def ask(self, who: int, text: str) -> Message:
        """On both platforms; the message on Telegram."""
        await self.there[who].slash_unanswered(self.channel, "imagine", prompt=text)
        return await self.here[who].send(f"/imagine {text}")

    def answers(self, person: Person, asked: Message) -> list[Message]:
        """What is left on Telegram in reply to a message: a picture, or a sentence."""
        return [m for m in person.chat.log if m.from_bot and not m.deleted and m.replies_to == asked.id]

    def told(self, who: int) -> list[str]:
        """What Discord shows somebody alone."""
        return [m.content for m in self.channel.said if m.is_ephemeral and m.visible_to(self.there[who].id)]

    def drawn(self, text: str) -> list[int]:
        """How many pictures each message on Discord has that shows those words."""
        said = f"> {text.partition(' --')[0]}\n"
        return [len(pictures_of(m)) for m in self.channel.said if m.content.startswith(said)]

    async def order(self, text: str, answer: str) -> None:
        """By whoever runs it."""
        asked = await self.root.send(f"/moderate {text}")
        said = await self.root.expect(answering=asked)
        assert answer in said.text

    async def refused(self, who: int, text: str, why: str) -> None:
        """Asks on both, and hears the same sentence on both, once."""
        asked = await self.ask(who, text)
        await until(lambda: self.answers(self.here[who], asked))
        assert [SAID[why] in m.text for m in self.answers(self.here[who], asked)] == [True]
        await until(lambda: [SAID[why] in each for each in self.told(who)].count(True) == 1)

    def left(self) -> int:
        """How many jobs are under way."""
        return len(rows(self.data, UNDER_WAY))

    def jobs(self) -> int:
        return len(rows(self.data, "SELECT id FROM jobs"))


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_two_hundred_people_at_once_each_hear_once(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "block.txt").write_text("forbidden\n")
    async with TelegramServer() as telegram, DiscordServer() as discord:
        crowd = Crowd(telegram, discord, tmp_path / "data")
        settings: dict[str, Any] = {
            "telegram_token": telegram.token,
            "telegram_api_url": telegram.url,
            "discord_token": TOKEN,
            "discord_api_url": discord.url,
            "admins": f"telegram:{crowd.root.id}",
            "moderation_dir": tmp_path / "lists",
            "first": "tests.engine.processes:draw_in_processes",
        }
        async with Forked(tmp_path, "run", **settings) as program:
            await program.ready()
            await discord.gateway.connected()
            asked = await asyncio.gather(*(crowd.ask(who, words(who)) for who in range(EACH)))
            await until(lambda: crowd.jobs() == 2 * (EACH - len(LISTED)) and refused(crowd, asked))
            await until(
                lambda: not (telegram.world.updates or rows(crowd.data, "SELECT event FROM promises"))
            )
            await program.end(signal.SIGKILL)
        caught = {job for (job,) in rows(crowd.data, "SELECT job FROM deliveries WHERE state = 'sending'")}
        unnoted = {job for (job,) in rows(crowd.data, UNNOTED)}
        await discord.gateway.drop()
        async with Forked(tmp_path, "run", **settings) as program:
            await program.ready()
            await discord.gateway.connected()
            await in_charge(crowd)
            await until(lambda: not crowd.left())
            assert await program.end(signal.SIGTERM) == 0
            assert "Traceback" not in program.err
        judge(crowd, asked, caught, unnoted)


def refused(crowd: Crowd, asked: list[Message]) -> bool:
    """Whether everybody who asked for what is on a list has heard so, on both platforms."""
    told = [len(crowd.answers(crowd.here[who], asked[who])) and len(crowd.told(who)) for who in LISTED]
    return all(told)


async def in_charge(crowd: Crowd) -> None:
    """A device dies, two people are banned, and for a while nobody gets anything new."""
    await crowd.ask(1, DEADLY)
    await crowd.order(f"ban telegram:{crowd.here[5].id}", "I take nothing new from")
    await crowd.order(f"ban discord:{crowd.there[5].id}", "I take nothing new from")
    await crowd.refused(5, "a boat", "banned")
    await crowd.order("pause", "I take nothing new now")
    before = crowd.jobs()
    await crowd.refused(7, "a boat", "paused")
    assert crowd.jobs() == before
    await crowd.order("resume", "I paint again")
    asked = await crowd.ask(7, "a boat --steps 1")
    await until(lambda: any(m.is_photo for m in crowd.answers(crowd.here[7], asked)))
    await until(lambda: crowd.drawn("a boat") == [1])


def judge(crowd: Crowd, asked: list[Message], caught: set[str], unnoted: set[str]) -> None:
    """Each ask has one answer, each job one row, and rows and messages agree."""
    told = rows(
        crowd.data, "SELECT id, platform, json_extract(address, '$.message'), prompt, state FROM jobs"
    )
    assert len(told) == 2 * (EACH - len(LISTED)) + 2 + 2  # and the boats, and those that kill
    states = {(platform, prompt): state for _, platform, _, prompt, state in told}
    assert len(states) == len(told), "no job is there twice"
    assert {state for (_, prompt), state in states.items() if prompt == DEADLY} == {"failed"}
    for who in range(EACH):
        text, answers = words(who).partition(" --")[0], crowd.answers(crowd.here[who], asked[who])
        if who in LISTED:
            assert [SAID["listed"] in m.text for m in answers] == [True]
            assert [SAID["listed"] in each for each in crowd.told(who)] == [True]
            assert ("telegram", text) not in states and ("discord", text) not in states
            continue
        ids = {job for job, platform, _, prompt, _ in told if (platform, prompt) == ("telegram", text)}
        done = states["telegram", text] == "done"
        photos = [m for m in answers if m.is_photo]
        assert (len(photos) == 1 or (ids <= caught and len(photos) == 2)) if done else not photos
        assert len(answers) == max(1, len(photos)) + (
            done and len(answers) > len(photos) and bool(ids & unnoted)
        )
        assert done or who == 5, f"{text}: {states['telegram', text]}"
        assert crowd.drawn(text) == [int(states["discord", text] == "done")], text
        assert states["discord", text] == "done" or who == 5
