"""Files that go missing under a running Lukis: people get a sentence, the log one line, nobody a traceback."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

from bot.jpeg import jpeg
from bot.messages import Address, Card, Form, Receipt
from bot.store import open_store
from bot.usecases import courier
from tests.chat import FakePlatform, stage
from tests.patience import PATIENCE


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 40), "red").save(out, "PNG")
    return out.getvalue()


async def test_a_picture_whose_file_is_gone_is_said_to_be_gone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        photo = await alice.pictures()
        photo.card.pictures[0].file.unlink()
        assert await alice.press(photo, "file") == "That is not here any more."
        await alice.send("at night", reply_to=photo)
        await alice.told("That is not here any more.")
        await alice.send("/history")
        page = await alice.told("1 of 1")
        assert "not here any more" in page.card.text and not page.card.pictures
    assert not [r for r in caplog.records if r.exc_info]


async def test_a_source_that_is_gone_when_its_turn_comes_fails_with_a_sentence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    platform = FakePlatform()
    async with stage(tmp_path, platform=platform) as on:
        on.engine.hold(2)
        await on.someone().send("/imagine a boat", image=png())
        await on.someone().told("50%")
    shutil.rmtree(tmp_path / "sources")
    async with stage(tmp_path, platform=platform) as on:
        await on.someone().told("That is not here any more.")
    assert not [r for r in caplog.records if r.exc_info]


async def test_a_reroll_of_a_source_that_is_gone_is_refused_with_a_sentence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a boat", image=png())
        photo = await alice.pictures()
        shutil.rmtree(tmp_path / "sources")
        assert await alice.press(photo, "Reroll") == "That is not here any more."
    assert not [r for r in caplog.records if r.exc_info]


async def test_a_result_whose_file_is_gone_before_it_is_delivered_ends(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Reading(FakePlatform):
        """Loses the pictures just before it reads them, as real platforms do."""

        async def deliver(self, address, status, card, key):  # type: ignore[no-untyped-def]
            shutil.rmtree(tmp_path / "pictures", ignore_errors=True)
            for shown in card.pictures:
                shown.file.read_bytes()
            return await super().deliver(address, status, card, key)

    async with stage(tmp_path, platform=Reading()) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        await alice.told("Deleted")
    assert not [r for r in caplog.records if r.exc_info]


class Reading(FakePlatform):
    """Reads what it shows, as real platforms do."""

    async def send(self, address: Address, card: Card) -> Receipt:
        for file in (*(p.file for p in card.pictures), *filter(None, [card.document])):
            file.read_bytes()
        return await super().send(address, card)


class Spoiling(Reading):
    """Can't read any more what it is to deliver."""

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        for shown in card.pictures:
            spoil(shown.file)
        return await super().deliver(address, status, card, key)


def spoil(file: Path) -> None:
    """Lets something stand there that can't be read."""
    if file.is_file():
        file.unlink()
        file.mkdir()


async def test_a_result_whose_file_can_not_be_read_ends_in_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path, platform=Spoiling()) as on:
        await on.someone().send("/imagine a boat")
        await on.someone().told("/history")
        await on.lukis.service.runner.settle(PATIENCE)
        assert len(on.platform.messages) == 1
    assert not [r for r in caplog.records if r.exc_info]


async def test_an_original_and_a_page_that_can_not_be_read_are_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path, platform=Reading()) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        photo = await alice.pictures()
        spoil(photo.card.pictures[0].file)
        for ask in (alice.press(photo, "file"), alice.send("/history")):
            await ask
            told = await alice.told("/history")
            del on.platform.messages[told.id]
    assert not [r for r in caplog.records if r.exc_info]


async def test_a_result_over_which_something_breaks_every_time_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(FakePlatform):
        """Has a bug."""

        tried = 0

        async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
            self.tried += 1
            raise RuntimeError("a bug of the platform's")

    monkeypatch.setattr(courier, "FIRST_PAUSE", 0.01)
    platform = Broken()
    async with stage(tmp_path, platform=platform) as on:
        on.engine.hold(1)
        await on.someone().send("/imagine a boat")
        await on.someone().told("25%")
        await on.engine.release()
        await on.someone().told("/history")
        assert platform.tried == courier.MOST_FAULTS
    async with stage(tmp_path, platform=platform):
        await asyncio.sleep(0.5)
        assert platform.tried == courier.MOST_FAULTS, "it is over"
    assert len([r for r in caplog.records if r.exc_info]) == courier.MOST_FAULTS


@pytest.mark.parametrize("torn", ["first chunk", "second chunk", "half"])
def test_a_broken_picture_is_a_file_that_can_not_be_read(tmp_path: Path, torn: str) -> None:
    out = io.BytesIO()
    Image.effect_noise((400, 400), 50).save(out, "PNG")
    whole, file = out.getvalue(), tmp_path / "torn.png"
    first, second = whole.index(b"IDAT"), whole.index(b"IDAT", whole.index(b"IDAT") + 4)
    at = {"first chunk": first, "second chunk": second, "half": len(whole) // 2}[torn]
    file.write_bytes(whole[:at] + bytes(4) + (b"" if torn == "half" else whole[at + 4 :]))
    with pytest.raises(OSError):
        jpeg(file, Form(side=32))


async def test_a_reply_to_what_is_left_of_an_album_changes_that_very_picture(tmp_path: Path) -> None:
    class Losing(FakePlatform):
        """Finds the first picture gone when it reads it."""

        async def deliver(self, address, status, card, key):  # type: ignore[no-untyped-def]
            if len(card.pictures) == 2:
                card.pictures[0].file.unlink()
                card.pictures[0].file.read_bytes()
            return await super().deliver(address, status, card, key)

    async with stage(tmp_path, platform=Losing()) as on:
        alice = on.someone()
        await alice.send("/imagine a boat --n 2")
        left = await alice.pictures()
        await alice.send("at night", reply_to=left)
        await on.platform.until(lambda m: m.card.prompt == "at night" and m.card.pictures)
        (second,) = left.card.pictures
        assert on.engine.jobs[-1].inputs == {"image": second.file.read_bytes()}


async def test_a_file_that_goes_away_in_the_very_moment_is_said_to_be_gone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Reading(FakePlatform):
        """Reads documents, as real platforms do; another program is quicker."""

        async def send(self, address, card):  # type: ignore[no-untyped-def]
            if card.document:
                card.document.unlink()
                card.document.read_bytes()
            return await super().send(address, card)

    async with stage(tmp_path, platform=Reading()) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        photo = await alice.pictures()
        assert await alice.press(photo, "file") == "That is not here any more."
    assert not [r for r in caplog.records if r.exc_info]


async def test_half_written_files_of_killed_programs_are_swept_at_the_start(tmp_path: Path) -> None:
    folder = tmp_path / "pictures" / "ab"
    folder.mkdir(parents=True)
    ended = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await ended.wait()
    left = [folder / f".part-{who}" for who in ("x1y2", f"{ended.pid}-x", f"{os.getpid()}-x")]
    alive = folder / f".part-{os.getppid()}-x"
    for file in (*left, alive, folder / "whole.png"):
        file.write_bytes(b"half")
    async with open_store(tmp_path):
        assert sorted(folder.iterdir()) == sorted([alive, folder / "whole.png"])


async def test_a_data_folder_taken_away_is_told_once_and_to_everybody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path / "data") as on:
        alice, bob = on.someone(), on.someone("bob", chat="elsewhere")
        await alice.send("/imagine a boat")
        await alice.pictures()
        (tmp_path / "data").rename(tmp_path / "away")
        await alice.send("/imagine a fox")
        await alice.told("my store can't be used")
        await bob.send("/imagine a cat", image=png())
        assert len([m for m in on.platform.messages.values() if "my store" in m.card.text]) == 2
        (tmp_path / "away").rename(tmp_path / "data")
        await alice.send("/imagine a fox")
        await alice.pictures()
    said = [r for r in caplog.records if r.levelno >= logging.ERROR]
    assert [r.exc_info for r in said if "is gone" in r.getMessage()] == [None]
    assert not any(r.exc_info for r in said), "a note under way then may have a line, too"
