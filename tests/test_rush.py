"""Two hundred people at once on two platforms, a quota, bans, a pause, a kill, a dying device: one answer each."""

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
FEW, MOST, GREEDY = EACH, 2, 5
"""One more on each platform, who may have so many pictures a day and asks for so many more, all at once."""

TRIED = 1
"""May have as many, and one of theirs fails: it counts for nothing."""

ALL = "SELECT prompt, state FROM jobs"
SAID = {
    "enough": "There is room for this again in",
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
        self.here = [telegram.person(f"p{i}") for i in range(EACH + 1)]
        self.root = telegram.person("root")
        names = [f"p{i}" for i in range(EACH + 1)]
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

    def heard(self, who: int, why: str) -> int:
        """How often Discord has told somebody that."""
        return sum(SAID[why] in each for each in self.told(who))

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
        """Asks on both, and hears the same sentence on both, once more."""
        before = self.heard(who, why)
        asked = await self.ask(who, text)
        await until(lambda: self.answers(self.here[who], asked))
        assert [SAID[why] in m.text for m in self.answers(self.here[who], asked)] == [True]
        await until(lambda: self.heard(who, why) == before + 1)

    async def drawn_for(self, who: int, text: str) -> None:
        """Asks on both, and gets a picture on both."""
        asked = await self.ask(who, f"{text} --steps 1")
        await until(lambda: any(m.is_photo for m in self.answers(self.here[who], asked)))
        await until(lambda: self.drawn(text) == [1])

    def quotas(self) -> str:
        """The operator's file: `FEW` and `TRIED` may have little."""
        few = [f"{name}:{them[who].id}" for name, them in self.platforms for who in (FEW, TRIED)]
        return f"[[class]]\nname = 'few'\npeople = {few}\npictures_a_day = {MOST}\n"

    @property
    def platforms(self) -> tuple[tuple[str, list[Person] | list[Someone]], ...]:
        return ("telegram", self.here), ("discord", self.there)

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
        (tmp_path / "quotas.toml").write_text(crowd.quotas())
        settings: dict[str, Any] = {
            "quotas": tmp_path / "quotas.toml",
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
            greedy = [crowd.ask(FEW, f"a kite, number {i} --steps 2") for i in range(GREEDY)]
            asked = await asyncio.gather(*(crowd.ask(who, words(who)) for who in range(EACH)), *greedy)
            await until(lambda: crowd.jobs() == 2 * (EACH - len(LISTED) + MOST) and refused(crowd, asked))
            await until(lambda: enough(crowd, asked) == [GREEDY - MOST] * 2)
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


def enough(crowd: Crowd, asked: list[Message]) -> list[int]:
    """How often `FEW` has heard on each platform that it is enough, when all asked at once."""
    here = [m.text for each in asked[EACH:] for m in crowd.answers(crowd.here[FEW], each)]
    return [sum(SAID["enough"] in text for text in here), crowd.heard(FEW, "enough")]


async def in_charge(crowd: Crowd) -> None:
    """A device dies, two people are banned, and for a while nobody gets anything new."""
    await crowd.refused(FEW, "a boat", "enough")
    await crowd.ask(TRIED, DEADLY)
    await crowd.order(f"ban telegram:{crowd.here[5].id}", "I take nothing new from")
    await crowd.order(f"ban discord:{crowd.there[5].id}", "I take nothing new from")
    await crowd.refused(5, "a boat", "banned")
    await crowd.order("pause", "I take nothing new now")
    before = crowd.jobs()
    await crowd.refused(7, "a boat", "paused")
    assert crowd.jobs() == before
    await crowd.order("resume", "I paint again")
    await crowd.drawn_for(7, "a boat")
    await until(
        lambda: [state for prompt, state in rows(crowd.data, ALL) if prompt == DEADLY] == ["failed"] * 2
    )
    await crowd.drawn_for(TRIED, "a tree")
    await crowd.refused(TRIED, "a boat", "enough")


def judge(crowd: Crowd, asked: list[Message], caught: set[str], unnoted: set[str]) -> None:
    """Each ask has one answer, each job one row, and rows and messages agree."""
    told = rows(
        crowd.data, "SELECT id, platform, json_extract(address, '$.message'), prompt, state FROM jobs"
    )
    # and those of whoever wants too many, the boats, the trees, and those that kill
    assert len(told) == 2 * (EACH - len(LISTED) + MOST) + 2 + 2 + 2
    assert enough(crowd, asked) == [GREEDY - MOST, GREEDY - MOST + 1]
    assert [state for prompt, state in rows(crowd.data, ALL) if "kite" in prompt] == ["done"] * 2 * MOST
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
