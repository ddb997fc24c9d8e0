"""Something in the way of the folder of pictures: what is drawn is kept, and written once that has been put right."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bot.test_lost_files import png
from tests.chat import stage
from tests.disks import errors
from tests.patience import until


def a_file(folder: Path) -> None:
    folder.write_text("in the way")


def a_dangling_link(folder: Path) -> None:
    folder.symlink_to(folder.parent / "nowhere")


def a_link_to_itself(folder: Path) -> None:
    folder.symlink_to(folder)


def a_folder_of_which_nothing_may_change(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    if subprocess.run(["chattr", "+i", str(folder)], capture_output=True).returncode:
        pytest.skip("that needs the right to it, and a file system that knows it")


def may_change(folder: Path) -> None:
    subprocess.run(["chattr", "-i", str(folder)], capture_output=True)


def put_right(folder: Path) -> None:
    may_change(folder)
    folder.rename(folder.with_name("away"))


WAYS = [a_file, a_dangling_link, a_link_to_itself, a_folder_of_which_nothing_may_change]


@pytest.fixture(params=WAYS)
def spoil(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    return request.param  # type: ignore[no-any-return]


async def test_a_picture_that_can_not_be_written_is_kept_until_it_can(
    tmp_path: Path, spoil: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "pictures"
    spoil(folder)
    try:
        async with stage(tmp_path, min_free_mb=0) as on:
            alice, bob = on.someone(), on.someone("bob")
            await alice.send("/imagine a boat")
            await bob.send("/imagine a fox")
            await until(lambda: errors(caplog))
            await asyncio.sleep(1.5)
            assert not on.platform.delivered
            await alice.send("/help")
            await alice.told("/imagine")
            put_right(folder)
            await on.platform.until(lambda m: m.card.prompt == "a boat" and m.card.pictures)
            await on.platform.until(lambda m: m.card.prompt == "a fox" and m.card.pictures)
            assert len(on.platform.delivered) == 2
    finally:
        may_change(folder)
    assert not [r.getMessage() for r in caplog.records if r.exc_info]
    said = errors(caplog)
    assert len(said) == 1 and str(folder) in said[0], "once, though the database takes what comes"
    assert len([r for r in caplog.records if "can be written again" in r.getMessage()]) == 1


async def test_a_picture_given_that_can_not_be_written_is_refused_with_a_sentence(
    tmp_path: Path, spoil: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "sources"
    spoil(folder)
    try:
        async with stage(tmp_path, min_free_mb=0) as on:
            alice = on.someone()
            await alice.send("/imagine a boat", image=png())
            await alice.told("my store can't be used")
            put_right(folder)
            await alice.send("/imagine a boat", image=png())
            await alice.pictures()
    finally:
        may_change(folder)
    assert not [r.getMessage() for r in caplog.records if r.exc_info]


async def test_pictures_that_can_not_be_deleted_are_said_to_be(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path, min_free_mb=0) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        photo = await alice.pictures()
        (folder,) = (tmp_path / "pictures").iterdir()
        a_folder_of_which_nothing_may_change(folder)
        try:
            assert "my store can't be used" in (await alice.press(photo, "🗑") or "")
        finally:
            may_change(folder)
        assert await alice.press(photo, "🗑") == "Deleted."
    assert not [r.getMessage() for r in caplog.records if r.exc_info]
