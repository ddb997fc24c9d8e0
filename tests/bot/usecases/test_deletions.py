"""What is deleted is gone for everybody, and for a moment can be brought back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.messages import Address, Card, Receipt, Undoable
from bot.usecases import deletions
from tests.bot.test_lost_files import png
from tests.chat import FakePlatform, Stage, stage
from tests.patience import PATIENCE, until


class Undoing(FakePlatform):
    """Keeps a deleted picture's message for a moment, as the page does."""

    undoes = True


class Slow(Undoing):
    """Takes its time to take a message away."""

    async def remove(self, messages: Receipt, instead: Card) -> None:
        await asyncio.sleep(0.3)
        await super().remove(messages, instead)


async def boats(on: Stage, count: int) -> list[Path]:
    await on.someone().send(f"/imagine a boat --n {count}")
    message = await on.someone().pictures(count)
    await until(lambda: message.card.buttons)
    return [p.file for p in message.card.pictures]


async def test_a_delete_is_undone_in_its_place_with_all_it_had(tmp_path: Path) -> None:
    async with stage(tmp_path, platform=Undoing()) as on:
        alice = on.someone()
        (file,) = await boats(on, 1)
        message = next(iter(on.platform.messages.values()))
        before, data = message.card, file.read_bytes()
        told = await alice.press(message, "Delete")
        assert told == "Deleted." and isinstance(told, Undoable) and not file.exists()
        assert message.card.text == "🗑 Deleted." and not message.card.pictures
        assert await on.lukis.service.gallery(alice.person) == []
        assert await alice.press_payload(message, f"original:{before.job}") == "That is not here any more."
        for _ in range(2):  # a finger that slips presses twice
            assert await alice.press_payload(message, told.undo) == "It is back."
            assert message.card == before and file.read_bytes() == data
        assert len(await on.lukis.service.gallery(alice.person)) == 1


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("index", ["", ":0"])
async def test_two_presses_of_delete_are_one(tmp_path: Path, at_once: bool, index: str) -> None:
    async with stage(tmp_path, platform=Undoing()) as on:
        alice = on.someone()
        (file,) = await boats(on, 1)
        message = next(iter(on.platform.messages.values()))
        payload = f"delete:{message.card.job}{index}"
        if at_once:
            told = await asyncio.gather(*(alice.press_payload(message, payload) for _ in range(2)))
        else:
            told = [await alice.press_payload(message, payload) for _ in range(2)]
        assert sorted(map(str, told)) == ["Deleted.", "That is not here any more."] and not file.exists()
        assert await alice.press(message, "Undo") == "It is back." and file.exists()
        assert len(await on.lukis.service.gallery(alice.person)) == 1


async def test_what_two_presses_deleted_is_gone_after_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(deletions, "GRACE", 0.2)
    async with stage(tmp_path) as on:
        alice = on.someone()
        await boats(on, 1)
        message = next(iter(on.platform.messages.values()))
        payload = f"delete:{message.card.job}"
        await asyncio.gather(*(alice.press_payload(message, payload) for _ in range(2)))
        await until(lambda: not list(tmp_path.rglob("*.png")))
    assert not [r for r in caplog.records if r.exc_info]


async def test_a_stop_in_the_moment_in_which_a_deletion_is_final_lets_its_message_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(deletions, "GRACE", 0.2)
    async with stage(tmp_path, platform=Slow()) as on:
        await boats(on, 1)
        message = next(iter(on.platform.messages.values()))
        await on.someone().press_payload(message, f"delete:{message.card.job}")
        await until(lambda: not list(tmp_path.rglob("*.png")))
        await on.lukis.service.close(PATIENCE)
    assert not on.platform.messages and not [r for r in caplog.records if r.exc_info]


async def test_one_picture_of_several_goes_and_comes_back(tmp_path: Path) -> None:
    async with stage(tmp_path, platform=Undoing()) as on:
        alice = on.someone()
        files = await boats(on, 3)
        message = list(on.platform.messages.values())[-1]
        told = await alice.press_payload(message, f"delete:{message.card.job}:1")
        assert [f.exists() for f in files] == [True, False, True]
        assert [p.index for p in message.card.pictures] == [0, 2]
        (made,) = await on.lukis.service.gallery(alice.person)
        assert [p.index for p in made.pictures] == [0, 2]
        again = await alice.press_payload(message, f"delete:{message.card.job}:1")
        assert again == "That is not here any more."
        assert await alice.press(message, "Undo") == "It is back." and isinstance(told, Undoable)
        assert [p.index for p in message.card.pictures] == [0, 1, 2] and all(f.exists() for f in files)


async def test_what_was_deleted_before_stays_deleted_when_the_rest_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "GRACE", 0.3)
    async with stage(tmp_path, platform=Undoing()) as on:
        alice = on.someone()
        files = await boats(on, 3)
        message = list(on.platform.messages.values())[-1]
        await alice.press_payload(message, f"delete:{message.card.job}:1")
        await until(lambda: message.card.text == "")
        assert [p.index for p in message.card.pictures] == [0, 2]
        monkeypatch.setattr(deletions, "GRACE", 60)
        await alice.press(message, "Delete")
        await alice.press(message, "Undo")
        assert [f.exists() for f in files] == [True, False, True]
        assert [p.index for p in message.card.pictures] == [0, 2]


async def test_after_a_moment_it_is_gone_for_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deletions, "GRACE", 0.1)
    async with stage(tmp_path, platform=Undoing()) as on:
        alice = on.someone()
        await boats(on, 1)
        message = next(iter(on.platform.messages.values()))
        told = await alice.press(message, "Delete")
        assert isinstance(told, Undoable)
        await until(lambda: not on.platform.messages)
        await until(lambda: not list(tmp_path.rglob("*.png")))
        assert await alice.press_payload(message, told.undo) == "That is not here any more."


@pytest.mark.parametrize("slow", ["set_aside", "remove"])
async def test_a_store_that_takes_its_time_takes_none_of_the_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: str
) -> None:
    monkeypatch.setattr(deletions, "GRACE", 0.05)
    async with stage(tmp_path, platform=Undoing()) as on:
        await boats(on, 1)
        message = next(iter(on.platform.messages.values()))
        at_once = getattr(on.lukis.store.files, slow)

        async def slowly(what: Any) -> None:
            await asyncio.sleep(0.3)
            await at_once(what)

        monkeypatch.setattr(on.lukis.store.files, slow, slowly)
        assert isinstance(await on.someone().press(message, "Delete"), Undoable)
        assert [card.text for card in message.history][-1] == "🗑 Deleted."
        await until(lambda: not on.platform.messages)
        await until(lambda: not list(tmp_path.rglob("*.png")))


@pytest.mark.parametrize("end", ["stop", "kill"])
async def test_no_stop_brings_back_what_was_deleted(tmp_path: Path, end: str) -> None:
    async with stage(tmp_path, platform=Undoing()) as on:
        alice = on.someone()
        await boats(on, 2)
        message = list(on.platform.messages.values())[-1]
        await alice.press(message, "Delete")
        left = list((tmp_path / "pictures").rglob(".*"))
        assert len([f for f in left if f.is_file()]) == 2
        aside = {f: f.read_bytes() for f in left if f.is_file()}
    assert not [f for f in (tmp_path / "pictures").rglob("*") if f.is_file()]
    if end == "kill":  # as if nobody had cleared up
        for file, data in aside.items():
            file.write_bytes(data)
    async with stage(tmp_path, platform=Undoing()) as on:
        assert not [f for f in (tmp_path / "pictures").rglob("*") if f.is_file()]
        assert await on.lukis.service.gallery(on.someone().person) == []


async def test_the_history_s_delete_takes_the_picture_that_it_shows_and_no_other(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        files = await boats(on, 3)
        await alice.send("/history 2")
        page = await alice.told("2 of 3")
        assert await alice.press(page, "Delete") == "Deleted."
        assert [f.exists() for f in files] == [True, False, True]
        await alice.send("/history")
        await alice.told("1 of 2")
        assert page.id not in on.platform.messages


async def test_a_picture_that_one_started_from_goes_with_the_last_and_comes_back(tmp_path: Path) -> None:
    async with stage(tmp_path, platform=Undoing()) as on:
        alice = on.someone()
        await alice.send("/imagine at night --n 2", image=png())
        message = await alice.pictures(2)
        (source,) = (tmp_path / "sources").rglob("*.png")
        await alice.press_payload(message, f"delete:{message.card.job}:0")
        assert source.exists()
        last = list(on.platform.messages.values())[-1]
        await alice.press_payload(last, f"delete:{message.card.job}:1")
        assert not source.exists()
        await alice.press_payload(last, f"undo:{message.card.job}:1")
        assert source.exists()
        await alice.press_payload(last, f"delete:{message.card.job}:1")
        assert not source.exists()
        await alice.press_payload(last, f"undo:{message.card.job}:0")
        assert source.exists(), "the first one can be drawn again, too"


class Albums(FakePlatform):
    """Shows several pictures as a message each, with their words and buttons below, as Telegram does."""

    async def send(self, address: Address, card: Card) -> Receipt:
        shown = await super().send(address, card)
        if len(card.pictures) < 2:
            return shown
        below = await self._add(address, card)
        return shown.model_copy(update={"messages": (*shown.messages, below)})


async def test_of_an_album_the_message_of_a_deleted_picture_goes_and_no_other(tmp_path: Path) -> None:
    async with stage(tmp_path, platform=Albums()) as on:
        alice = on.someone()
        await boats(on, 3)
        album = list(on.platform.messages)
        await alice.send("/history 2")
        page = await alice.told("2 of 3")
        assert await alice.press(page, "Delete") == "Deleted."
        assert list(on.platform.messages) == [album[0], *album[2:]]
