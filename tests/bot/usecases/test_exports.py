"""What somebody takes along: every picture, with its words and parameters, in files that the chat takes."""

from __future__ import annotations

import asyncio
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

from bot.messages import Address, Card, Receipt
from bot.pictures.packing import Packer
from bot.usecases import exports
from tests.bot.usecases.test_accounts import join, last, painted, two
from tests.chat import FakePlatform, FakeTranslator, Someone, stage
from tests.patience import PATIENCE


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def packed(who: Someone) -> list[zipfile.ZipFile]:
    """The zip files that somebody was sent, in their order."""
    cards = [m.card for m in who.platform.messages.values() if m.chat == who.chat]
    files = [(card.file_name, card.document) for card in cards if card.document]
    assert [name for name, _ in files] == [f"lukis-{i + 1}.zip" for i in range(len(files))]
    return [zipfile.ZipFile(file) for _, file in files]


def told(files: list[zipfile.ZipFile]) -> list[dict[str, Any]]:
    return [each for file in files for each in json.loads(file.read("pictures.json"))]


async def test_all_of_it_comes_with_words_and_parameters(tmp_path: Path) -> None:
    async with two(tmp_path, FakeTranslator(여우="a fox")) as at:
        await painted(at.alice, "여우 --steps 7 --n 2")
        await painted(at.ally, "a kite --format webp")
        await painted(at.bob, "a pig")
        await join(at.alice, at.ally)
        await at.alice.send("/export")
        assert "parameters: 3. Files: 1." in last(at.alice).card.text
        (file,) = packed(at.alice)
        fox, kite = told([file])
        assert (fox["prompt"], fox["english"], fox["parameters"]["steps"]) == ("여우", "a fox", 7)
        assert [*file.namelist()] == [*fox["files"], *kite["files"], "pictures.json"]
        assert len(fox["files"]) == 2 and kite["files"][0].endswith(".webp")
        for name in (*fox["files"], *kite["files"]):
            Image.open(io.BytesIO(file.read(name))).verify()


async def test_files_are_as_large_as_the_chat_takes_and_nothing_comes_twice(tmp_path: Path) -> None:
    platform = FakePlatform()
    platform.largest = 8_000
    async with stage(tmp_path, platform=platform) as on:
        alice = on.someone(chat="alice")
        for i in range(6):
            await painted(alice, f"boat {i} --n 2")
        await alice.send("/export")
        files = packed(alice)
        assert len(files) > 2
        names = [name for file in files for name in file.namelist() if name != "pictures.json"]
        assert len(names) == len({*names}) == 12
        assert sorted(name for each in told(files) for name in each["files"]) == sorted(names)
        for file in files:
            assert file.filename and Path(file.filename).stat().st_size <= platform.largest


async def test_what_is_gone_is_left_out_and_said(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        for prompt in ("a boat", "a kite"):
            message = await painted(at.alice, prompt)
        await at.alice.press(message, "Delete")
        (boat,) = tmp_path.glob("pictures/*/[!.]*.png")
        boat.write_bytes(b"")
        await at.alice.send("/export")
        assert packed(at.alice) == [] and "no pictures" in last(at.alice).card.text


async def test_among_others_nothing_is_sent_and_a_restart_leaves_nothing(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        await painted(at.alice, "a boat")
        group = at.on.someone("alice", chat="room", group=True)
        await group.send("/export")
        assert "private chat" in last(group).card.text and not packed(group)
        await at.alice.send("/export")
        assert len(packed(at.alice)) == 1 and [*tmp_path.glob("exports/*/*.zip")]
        await at.alice.send("/export")
        assert len([*tmp_path.glob("exports/*/*.zip")]) == 1, "the one before is gone"
        await at.alice.send("/forget")
        await at.alice.press(last(at.alice), "Forget everything")
        assert not [*tmp_path.glob("exports/*/*.zip")]
    assert not [*tmp_path.glob("exports/*")]


def names(files: list[zipfile.ZipFile]) -> list[str]:
    return [name for file in files for name in file.namelist() if name != "pictures.json"]


async def test_whoever_has_more_than_comes_at_once_is_told_how_to_get_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST_PARTS", 2)
    platform = FakePlatform()
    platform.largest = 8_000
    async with stage(tmp_path, platform=platform) as on:
        alice = on.someone(chat="alice")
        for i in range(6):
            await painted(alice, f"boat {i}")
        command, came = "/export", list[str]()
        while command:
            before = {*platform.messages}
            await alice.send(command)
            news = [m.card for i, m in platform.messages.items() if i not in before]
            files = [zipfile.ZipFile(card.document) for card in news if card.document]
            assert 0 < len(files) <= 2
            came += names(files)
            text = last(alice).card.text
            command = "/export " + text.split("/export ")[1].split(".")[0] if "/export" in text else ""
        assert len(came) == len({*came}) == 6


async def test_packing_ends_where_its_person_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform, sending = FakePlatform(), asyncio.Event()
    platform.largest = 8_000
    send = platform.send

    async def never(address: Address, card: Card) -> Receipt:
        if card.document:
            sending.set()
            await asyncio.Event().wait()
        return await send(address, card)

    monkeypatch.setattr(platform, "send", never)
    async with stage(tmp_path, platform=platform) as on:
        alice = on.someone(chat="alice")
        for i in range(6):
            await painted(alice, f"boat {i} --n 2")
        exporting = asyncio.create_task(alice.send("/export"))
        await sending.wait()
        assert [*tmp_path.glob("exports/*/*.zip")]
        await alice.send("/forget")
        question = last(alice)
        await alice.press(question, "Forget everything")
        await asyncio.wait_for(exporting, PATIENCE)
        assert not [*tmp_path.glob("exports/*")] and last(alice) is question


async def test_a_disk_that_fills_up_meanwhile_ends_it_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "_FEW", 1)
    platform = FakePlatform()
    platform.largest = 8_000
    send = platform.send
    async with stage(tmp_path, platform=platform) as on:

        async def filling(address: Address, card: Card) -> Receipt:
            if card.document:
                monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 10, -1))
            return await send(address, card)

        alice = on.someone(chat="alice")
        for i in range(6):
            await painted(alice, f"boat {i} --n 2")
        monkeypatch.setattr(platform, "send", filling)
        await alice.send("/export")
        assert "can't keep anything" in last(alice).card.text
        assert len([m for m in platform.messages.values() if m.card.document]) == 1
        assert not [*tmp_path.glob("exports/*")]


def test_a_picture_that_no_file_could_hold_is_counted(tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    large.write_bytes(bytes(50_000))
    packer = Packer(tmp_path / "out", 10_000, 5)
    packer.add({"number": 1}, [(large, "large.png"), (tmp_path / "none.png", "none.png")])
    packer.finish()
    assert (packer.parts, packer.count, packer.left) == ([], 0, 2)
