"""The command line as a platform: what can't be written is said, and half a picture never stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.messages import Address, Card, Receipt, Shown
from bot.platforms.console import ConsolePlatform
from bot.ports import Unreachable
from tests.disks import small_disk

HERE = Address(platform="console", chat="console")


async def test_a_full_disk_ends_it_with_a_sentence_and_no_half_picture(tmp_path: Path) -> None:
    picture = tmp_path / "kept.png"
    picture.write_bytes(bytes(3_000_000))
    with small_disk(tmp_path / "disk", megabytes=5) as disk:
        platform = ConsolePlatform(disk.folder / "fox.png")
        shown = (Shown(picture, 8, 8, seed=1), Shown(picture, 8, 8, seed=2, index=1))
        with pytest.raises(Unreachable):
            await platform.deliver(HERE, None, Card(pictures=shown), "job")
        assert [file.name for file in disk.folder.iterdir()] == ["fox-1.png"]
        assert platform.said == [f"lukis: {disk.folder}/fox-2.png: No space left on device"]
        assert platform.files == []


async def test_a_picture_that_is_broken_is_said_to_be_and_its_words_give_the_terminal_no_orders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    platform, broken = ConsolePlatform(tmp_path / "fox.webp"), tmp_path / "kept.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(Unreachable):
        await platform.deliver(HERE, None, Card(pictures=(Shown(broken, 8, 8, seed=1),)), "job")
    assert len(platform.said) == 1 and "None" not in platform.said[0]
    await platform.edit(Receipt(platform="console", chat="console"), Card(text="[/b] \x1b[2Jfox"))
    platform._bar.console.print(platform._bar.get_renderable())
    assert "[/b] \\u001b[2Jfox" in capsys.readouterr().err


async def test_a_picture_that_is_gone_is_named(tmp_path: Path) -> None:
    platform, gone = ConsolePlatform(tmp_path / "fox.png"), tmp_path / "gone.png"
    with pytest.raises(Unreachable):
        await platform.deliver(HERE, None, Card(pictures=(Shown(gone, 8, 8, seed=1),)), "job")
    assert platform.said == [f"lukis: {gone}: No such file or directory"]
    assert list(tmp_path.iterdir()) == []
