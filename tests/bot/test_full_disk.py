"""A disk that is full, or breaks, at any moment: everybody is told, nothing accepted is lost, nothing comes twice."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from bot.messages import Address, Card, Receipt
from tests.bot.test_lost_files import png
from tests.chat import FakePlatform, Someone, Stage, stage
from tests.disks import Disk, errors, limited, no_more_files, small_disk
from tests.patience import PATIENCE, until
from tests.wire.web import browser, house

TOLD = "my store can't be used"


@pytest.fixture(params=[small_disk, limited], ids=["full", "broken"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    with request.param(tmp_path / "disk") as made:
        yield made


class Filling(FakePlatform):
    """Fills the disk in the midst of a delivery: before the message is there, or right after."""

    def __init__(self, fill: Callable[[], None], before: bool) -> None:
        super().__init__()
        self._fill = fill
        self._before = before
        self.filled = asyncio.Event()

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        if self._before:
            self._fill()
        receipt = await super().deliver(address, status, card, key)
        self._fill()
        self.filled.set()
        return receipt


def tracebacks(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if r.exc_info]


async def until_sent(on: Stage, count: int = 1) -> None:
    """Returns once so many results are noted as delivered."""
    async with asyncio.timeout(PATIENCE):
        while True:
            (row,) = await on.lukis.store.db.rows("SELECT count(*) AS n FROM deliveries WHERE state = 'sent'")
            if row["n"] >= count:
                return
            await asyncio.sleep(0.05)


def balance(platform: FakePlatform, accepted: int) -> tuple[int, int, int]:
    """How many were accepted, are lost, and came twice; printed, for whoever wants to see."""
    arrived = [m.card.job for m in platform.messages.values() if m.card.pictures]
    lost, doubled = accepted - len(set(arrived)), len(arrived) - len(set(arrived))
    print(f"accepted {accepted}, lost {lost}, doubled {doubled}")
    return accepted, lost, doubled


async def ask(alice: Someone, count: int) -> None:
    for number in range(count):
        await alice.send(f"/imagine fox {number}")


async def test_a_disk_that_fills_while_drawing_holds_jobs_up_and_nobody_out(
    disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(disk.folder, min_free_mb=0) as on:
        alice = on.someone()
        on.engine.hold(2)
        await ask(alice, 5)
        await alice.told("50%")
        disk.fill()
        await on.engine.release()
        await until(lambda: errors(caplog))
        await asyncio.sleep(1)
        assert not on.platform.delivered
        disk.clear()
        await until_sent(on, 5)
        assert balance(on.platform, 5) == (5, 0, 0)
        await alice.send("/imagine one more")
        await until_sent(on, 6)
        await until(lambda: not [m for m in on.platform.messages.values() if m.card.progress is not None])
    assert not tracebacks(caplog)
    assert len(errors(caplog)) == 1


async def test_a_disk_that_fills_before_a_job_is_translated_costs_nothing_of_it(disk: Disk) -> None:
    async with stage(disk.folder, min_free_mb=0) as on:
        on.translator.known["여우"] = "a fox"
        on.translator.hold = asyncio.Event()
        await on.someone().send("/imagine 여우")
        disk.fill()
        on.translator.hold.set()
        await asyncio.sleep(0.5)
        disk.clear()
        photo = await on.someone().pictures()
        assert any("a fox" in note for note in photo.card.notes)
        assert [j.prompt for j in on.engine.jobs] == ["a fox"]


async def test_a_source_that_can_not_be_read_now_holds_its_job_up_behind_one_status_message(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path, min_free_mb=0) as on:
        on.translator.hold = asyncio.Event()
        await on.someone().send("/imagine a boat", image=png())
        await on.platform.until(lambda m: m.card.kind == "status")
        with no_more_files():
            on.translator.hold.set()
            await asyncio.sleep(2)
        await on.someone().pictures()
        assert (on.platform.newest, len(on.translator.asked)) == (2, 1)
    assert not tracebacks(caplog)


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
async def test_a_disk_that_fills_in_the_act_of_handing_over_doubles_nothing(
    disk: Disk, before: bool, caplog: pytest.LogCaptureFixture
) -> None:
    platform = Filling(disk.fill, before)
    async with stage(disk.folder, platform=platform, min_free_mb=0) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await platform.filled.wait()
        await asyncio.sleep(0.5)
        await alice.send("/help")
        disk.clear()
        await until_sent(on)
        photo = await alice.pictures()
        assert balance(platform, 1) == (1, 0, 0)
    async with stage(disk.folder, platform=platform, min_free_mb=0) as on:
        await on.someone().send("at night", reply_to=photo)
        await on.platform.until(lambda m: m.card.prompt == "at night" and m.card.pictures)
        assert on.engine.jobs[-1].mode == "image", "what the picture is, was noted"
        assert platform.delivered.count(photo.card.job or "") == 1
    assert not tracebacks(caplog)


async def test_a_picture_that_can_not_be_read_now_is_delivered_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Starved(FakePlatform):
        """Finds at first that it may open no more files."""

        tried = 0

        async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
            self.tried += 1
            with no_more_files() if self.tried == 1 else nullcontext():
                card.pictures[0].file.read_bytes()
            return await super().deliver(address, status, card, key)

    platform = Starved()
    async with stage(tmp_path, platform=platform, min_free_mb=0) as on:
        await on.someone().send("/imagine a fox")
        await on.someone().pictures()
        assert (platform.tried, balance(platform, 1)) == (2, (1, 0, 0))
    assert not tracebacks(caplog)


async def test_what_is_handed_over_and_never_noted_is_not_sent_again_while_we_live(disk: Disk) -> None:
    platform = Filling(disk.fill, before=False)
    async with stage(disk.folder, platform=platform, min_free_mb=0) as on:
        await on.someone().send("/imagine a fox")
        await platform.filled.wait()
        await asyncio.sleep(3)
        assert balance(platform, 1) == (1, 0, 0)
        disk.clear()
    async with stage(disk.folder, platform=platform, min_free_mb=0):
        await asyncio.sleep(0.5)
        assert balance(platform, 1) == (1, 0, 0), "it was noted by the stop at the latest"


async def test_on_a_full_disk_whoever_reads_is_answered_and_whoever_draws_is_told(
    disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(disk.folder, min_free_mb=0) as on:
        alice, new = on.someone(), on.someone("new", chat="elsewhere", language="id")
        await alice.send("/imagine a boat")
        photo = await alice.pictures()
        await until_sent(on)
        disk.fill()
        for who in (alice, new):
            for command in ("help", "language", "models", "history", "cancel", "start"):
                before = len(on.platform.messages)
                await who.send(f"/{command}")
                assert len(on.platform.messages) == before + 1, command
        said = [m.card.text for m in on.platform.messages.values()]
        assert any("1 of 1" in text for text in said)
        await alice.send("/imagine a fox")
        assert TOLD in list(on.platform.messages.values())[-1].card.text
        await new.send("/imagine a fox", image=png())
        assert "tempat penyimpananku" in list(on.platform.messages.values())[-1].card.text
        assert TOLD in (await alice.press(photo, "Reroll") or "")
        assert TOLD in (await alice.press(await choice(on), "Indonesia") or "")
        disk.clear()
        await new.send("/imagine a cat", image=png())
        await on.platform.until(lambda m: m.card.prompt == "a cat" and m.card.pictures)
        await alice.send("/imagine a fox")
        await on.platform.until(lambda m: m.card.prompt == "a fox" and m.card.pictures)
        files = [f for f in (disk.folder / "sources").glob("*/*") if f.is_file()]
        assert len(files) == 1, "what was refused left nothing"
    assert not tracebacks(caplog)


async def test_on_a_full_disk_the_page_opens_and_says_so(disk: Disk) -> None:
    async with house(disk.folder, min_free_mb=0) as at:
        disk.fill()
        async with browser(at) as alice:
            await alice.send("/help")
            await alice.until(lambda m: m.get("buttons"))
            await alice.send("a red fox")
            await alice.said(TOLD)
        disk.clear()
        async with browser(at) as bob:
            await bob.send("a red fox")
            await bob.painted("a red fox")


async def choice(on: Stage) -> Any:
    """The question for a language."""
    return next(m for m in on.platform.messages.values() if m.card.kind == "language" and m.chat == "room")


async def test_pictures_can_be_deleted_to_make_room(disk: Disk) -> None:
    async with stage(disk.folder, min_free_mb=0) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        photo = await alice.pictures()
        await until_sent(on)
        disk.fill()
        assert await alice.press(photo, "Delete") == "Deleted."
        assert not photo.card.pictures[0].file.exists()
        disk.clear()
        await alice.send("/help")
        await alice.send("/history")
        await alice.told("no pictures yet")


async def test_a_job_that_waits_for_space_can_be_stopped_and_started_again(disk: Disk) -> None:
    platform = FakePlatform()
    async with stage(disk.folder, platform=platform, min_free_mb=0) as on:
        on.engine.hold(2)
        await on.someone().send("/imagine a fox")
        await on.someone().told("50%")
        disk.fill()
        await on.engine.release()
        await asyncio.sleep(0.5)
    disk.clear()
    async with stage(disk.folder, platform=platform, min_free_mb=0) as on:
        await on.someone().pictures()
        assert balance(platform, 1) == (1, 0, 0)


async def test_before_the_disk_is_full_nothing_new_is_taken_and_what_was_taken_is_drawn(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    platform = FakePlatform()
    async with stage(tmp_path, platform=platform, min_free_mb=1) as on:
        on.engine.hold(2)
        await on.someone().send("/imagine a fox")
        await on.someone().told("50%")
    too_much = shutil.disk_usage(tmp_path).total // 1_000_000 + 1
    async with stage(tmp_path, platform=platform, min_free_mb=too_much) as on:
        alice = on.someone()
        await alice.send("/imagine a dog")
        await alice.told(TOLD)
        await alice.send("/imagine a dog")
        await alice.send("/help")
        assert (await alice.pictures()).card.prompt == "a fox"
    said = errors(caplog)
    assert len(said) == 1 and "MIN_FREE_MB" in said[0]
