"""What is no result is tried a few times too: as long as the platform asks, never in heaps, the newest first of all."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.messages import Address, Card, Receipt
from bot.ports import Unavailable
from bot.safety import Safety
from bot.store import open_store
from bot.usecases import answers
from bot.usecases.answers import Answers
from bot.usecases.eyes import Eyes
from tests.chat import FakePlatform
from tests.patience import PATIENCE

ROOM = Address(platform="fake", chat="room")


def texts(platform: FakePlatform) -> list[str]:
    return [m.card.text for m in platform.messages.values()]


async def settled(made: Answers) -> None:
    """Returns once no answer waits any more."""
    for _ in range(int(PATIENCE * 10)):
        if not made.waiting:
            return
        await asyncio.sleep(0.1)
    raise AssertionError("answers still wait")


async def test_the_pause_that_a_platform_asks_for_is_kept(tmp_path: Path) -> None:
    platform = FakePlatform()
    platform.down = Unavailable("slowly", after=0.2)
    async with open_store(tmp_path) as store:
        made = Answers({"fake": platform}, store.messages, Eyes(Safety(), store))
        before = asyncio.get_running_loop().time()
        await made.answer(ROOM, Card(text="help"))
        assert (texts(platform), made.waiting) == ([], 1)
        platform.down = None
        await platform.until(lambda m: m.card.text == "help")
        assert asyncio.get_running_loop().time() - before >= 0.2
        await settled(made)


@pytest.mark.parametrize("after", [answers.PATIENCE + 1, 86400.0])
async def test_an_answer_that_would_come_much_too_late_is_given_up(tmp_path: Path, after: float) -> None:
    platform = FakePlatform()
    platform.down = Unavailable("a long time", after=after)
    async with open_store(tmp_path) as store:
        made = Answers({"fake": platform}, store.messages, Eyes(Safety(), store))
        await made.answer(ROOM, Card(text="help"))
        await settled(made)
        assert texts(platform) == []


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it takes to ask for many answers, none of them is tried too often meanwhile."""
    monkeypatch.setattr(answers, "ATTEMPTS", 10**6)


async def test_while_a_platform_is_down_the_newest_wait_and_the_others_are_given_up(
    tmp_path: Path, endless: None
) -> None:
    platform, count = FakePlatform(), 3 * answers.MOST_WAITING
    platform.down = Unavailable("down", after=0.5)
    async with open_store(tmp_path) as store:
        made = Answers({"fake": platform}, store.messages, Eyes(Safety(), store))
        for i in range(count):
            await made.answer(ROOM, Card(text=str(i)))
            assert made.waiting <= answers.MOST_WAITING
        platform.down = None
        await settled(made)
        assert sorted(map(int, texts(platform))) == list(range(count - answers.MOST_WAITING, count))


async def test_a_flood_in_one_chat_costs_no_other_chat_its_answer(tmp_path: Path, endless: None) -> None:
    platform, quiet = FakePlatform(), Address(platform="fake", chat="quiet")
    platform.down = Unavailable("down", after=0.5)
    async with open_store(tmp_path) as store:
        made = Answers({"fake": platform}, store.messages, Eyes(Safety(), store))
        await made.answer(quiet, Card(text="hers"))
        for i in range(answers.MOST_WAITING + 10):
            await made.answer(ROOM, Card(text=str(i)))
        assert made.waiting == answers.MOST_WAITING
        platform.down = None
        await settled(made)
        assert "hers" in texts(platform) and "10" not in texts(platform)


async def test_a_stop_gives_what_waits_its_grace_and_no_more(tmp_path: Path) -> None:
    platform = FakePlatform()
    async with open_store(tmp_path) as store:
        made = Answers({"fake": platform}, store.messages, Eyes(Safety(), store))
        for text, after, grace in (("soon", 0.2, PATIENCE), ("late", 50.0, 0.2)):
            platform.down = Unavailable("down", after=after)
            await made.answer(ROOM, Card(text=text))
            platform.down = None
            await made.close(grace)
            assert (texts(platform), made.waiting) == (["soon"], 0)


async def test_of_two_changes_of_a_message_the_newer_stays(tmp_path: Path) -> None:
    platform = FakePlatform()
    async with open_store(tmp_path) as store:
        made = Answers({"fake": platform}, store.messages, Eyes(Safety(), store))
        page = await made.send(ROOM, Card(text="page 1"))
        platform.down = Unavailable("down", after=0.2)
        await made.turn(page, Card(text="page 2"), ROOM)
        platform.down = None
        await made.turn(page, Card(text="page 3"), ROOM)
        assert made.waiting == 0
        await asyncio.sleep(0.5)
        assert texts(platform) == ["page 3"]


async def test_what_may_have_arrived_is_sent_once_more_and_a_change_as_often_as_any(tmp_path: Path) -> None:
    class Forgetful(FakePlatform):
        """Does what it is asked, and breaks the connection then."""

        async def send(self, address: Address, card: Card) -> Receipt:
            await super().send(address, card)
            raise Unavailable("cut", after=0.01, unsure=True)

        async def edit(self, receipt: Receipt, card: Card) -> None:
            await super().edit(receipt, card)
            raise Unavailable("cut", after=0.01, unsure=True)

    platform = Forgetful()
    async with open_store(tmp_path) as store:
        made = Answers({"fake": platform}, store.messages, Eyes(Safety(), store))
        await made.answer(ROOM, Card(text="help"))
        await settled(made)
        assert texts(platform) == ["help", "help"]
        message = next(iter(platform.messages.values()))
        sent = Receipt(platform="fake", chat="room", messages=(message.id,))
        await made.turn(sent, Card(text="more"), ROOM)
        await settled(made)
        assert [card.text for card in message.history] == ["help", *["more"] * answers.ATTEMPTS]


async def test_what_waits_is_given_up_at_the_end(tmp_path: Path) -> None:
    platform = FakePlatform()
    platform.down = Unavailable("down", after=30)
    async with open_store(tmp_path) as store:
        made = Answers({"fake": platform}, store.messages, Eyes(Safety(), store))
        await made.answer(ROOM, Card(text="help"))
        await made.close()
        assert made.waiting == 0
