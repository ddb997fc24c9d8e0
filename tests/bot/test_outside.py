"""Rows that name files which are no pictures of ours: nothing of them is shown, sent, drawn from or deleted."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.errors import NotFound
from bot.store import DATABASE, open_store
from tests.bot.test_damage import change, started, waiting
from tests.bot.test_lost_files import png
from tests.chat import FakePlatform, Someone

FILES = [
    "{outside}",
    "../theirs.png",
    "pictures/../../theirs.png",
    "pictures/ab/../../../theirs.png",
    "sources//../../theirs.png",
    DATABASE,
    "theirs.png",
    "pictures",
    "pictures/ab/\0.png",
    "pictures/ab/.part-1.png",
    f"pictures/ab/{'x' * 5000}.png",
    "",
]


def theirs(folder: Path) -> list[Path]:
    """Somebody's files, beside the data folder and in it, which nobody may touch."""
    files = [folder / "theirs.png", folder / "data" / "theirs.png"]
    for file in files:
        file.write_bytes(png())
    return [*files, folder / "data" / DATABASE]


@pytest.mark.parametrize("file", FILES)
async def test_a_picture_outside_the_folder_of_pictures_is_one_that_can_not_be_read(
    tmp_path: Path, file: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder, platform = tmp_path / "data", FakePlatform()
    await waiting(folder, platform)
    kept = theirs(tmp_path)
    change(folder, "UPDATE images SET file = ?", file.format(outside=kept[0]))
    async with started(folder, platform) as on:
        bob = Someone(on.service, platform, "bob")
        photo = await platform.until(lambda m: len(m.card.pictures) == 2)
        await bob.press(photo, "📄")
        assert not (await on.service.gallery(bob.person))[1:], "only what was drawn now"
        await bob.send("at night", reply_to=photo)
        await bob.press(photo, "🗑")
        assert not any(p.file in kept for m in platform.messages.values() for p in m.card.pictures)
        assert not any(m.card.document for m in platform.messages.values())
    assert all(k.exists() for k in kept)
    assert not [r.getMessage() for r in caplog.records if r.exc_info]
    assert any("the table images" in r.getMessage() for r in caplog.records)


@pytest.mark.parametrize("file", FILES)
async def test_a_picture_given_from_outside_is_gone(
    tmp_path: Path, file: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder, platform = tmp_path / "data", FakePlatform()
    await waiting(folder, platform)
    kept = theirs(tmp_path)
    given = "INSERT INTO inputs (job, name, file) SELECT id, 'image', ? FROM jobs WHERE prompt = 'hers'"
    change(folder, given, file.format(outside=kept[0]))
    async with started(folder, platform):
        await platform.until(lambda m: m.card.prompt == "hers" and "not here any more" in m.card.text)
    assert all(k.exists() for k in kept)
    assert not [r.getMessage() for r in caplog.records if r.exc_info]


@pytest.mark.parametrize("name", ["../../../theirs", "a/b", "", "a" * 300, "a\0", "."])
async def test_a_job_whose_id_is_none_is_not_drawn(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder, platform = tmp_path / "data", FakePlatform()
    await waiting(folder, platform)
    change(folder, "UPDATE jobs SET id = ? WHERE prompt = 'hers'", name)
    async with started(folder, platform):
        await platform.until(lambda m: m.card.prompt == "his" and m.card.pictures)
        await platform.until(lambda m: m.card.prompt == "hers" and "the number" in m.card.text)
    assert not list(tmp_path.rglob("theirs*"))
    said = [r for r in caplog.records if r.levelno >= logging.ERROR]
    assert not any(r.exc_info for r in said) and len(said) == 1, [r.getMessage() for r in said]


@pytest.mark.parametrize("file", FILES)
async def test_the_folder_of_pictures_touches_no_other_file(tmp_path: Path, file: str) -> None:
    async with open_store(tmp_path / "data") as store:
        kept = theirs(tmp_path)
        file = file.format(outside=kept[0])
        assert store.files.gone(file)
        with pytest.raises(NotFound):
            await store.files.read(file)
        await store.files.remove([file])
        with pytest.raises(NotFound):
            await store.files.keep("../../../evil", 0, b"x")
    assert all(k.exists() for k in kept)
    assert not list(tmp_path.rglob("evil*"))
