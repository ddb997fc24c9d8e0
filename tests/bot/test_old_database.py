"""A data folder of the version in which a job had one picture at most: all that is in it goes on."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from bot.payloads import encode
from bot.store.migrations import migrate
from tests.chat import FakePlatform, Message, Someone, stage

SQL = Path(__file__).with_name("database_v2.sql")
FOX, SNOW, LAKE = "e54cb682e60c86f6", "28598cec34a43915", "b41b09884e078122"
GIVEN = {"a boat": "sources/40/403412d1c83e76ff.png", "in the snow": f"sources/28/{SNOW}.png"}
"""What pictures were made from, by their prompts."""


def picture(colour: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (48, 32), (colour, 0, 0)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The data folder, with a picture of its own at each file that the database names."""
    with closing(sqlite3.connect(tmp_path / "lukis.sqlite")) as connection:
        connection.executescript(SQL.read_text("utf-8"))
        files = "SELECT file FROM images UNION SELECT source FROM jobs WHERE source IS NOT NULL"
        names = [name for (name,) in connection.execute(files)]
    for number, name in enumerate(names):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(picture(number))
    return tmp_path


def later() -> FakePlatform:
    """The platform goes on counting its messages where it was."""
    platform = FakePlatform()
    platform.newest = 100
    return platform


def message(alice: Someone, number: str) -> Message:
    """An old message of the chat."""
    return Message(number, alice.chat, card=None)  # type: ignore[arg-type]


async def test_what_waited_is_drawn_and_delivered(old: Path) -> None:
    async with stage(old, platform=later()) as on:
        alice = on.someone()
        arrived = {(await alice.pictures()).card.prompt for _ in range(3)}
    assert arrived == {"a kite", "a tree", "a boat"}
    tree, boat = sorted(on.engine.jobs, key=lambda job: job.recipe.seed)
    assert (tree.prompt, tree.mode, tree.recipe.seed, dict(tree.inputs)) == ("a tree", "text", 5, {})
    assert (boat.prompt, boat.mode, boat.recipe.seed) == ("a boat", "image", 6)
    assert boat.inputs == {"image": (old / GIVEN["a boat"]).read_bytes()}


async def test_history_buttons_and_replies_work(old: Path) -> None:
    async with stage(old, platform=later()) as on:
        alice = on.someone()
        for _ in range(3):
            await alice.pictures()
        del on.engine.jobs[:]

        await alice.send("/history")
        page = await alice.told("1 of 7")
        await alice.press(page, "▶️")
        await alice.told("2 of 7")

        await alice.press_payload(message(alice, "2"), encode("reroll", FOX))
        await alice.press_payload(message(alice, "4"), encode("reroll", SNOW))
        await alice.press_payload(message(alice, "7"), encode("reroll", LAKE, 1))
        await alice.send("at night --seed 9", reply_to=message(alice, "6"))
        for prompt in ("a fox", "in the snow", "a lake", "at night"):  # the page shows a picture, too
            await on.platform.until(
                lambda m, prompt=prompt: m.card.prompt == prompt and m.card.kind == "picture"  # type: ignore[misc]
            )
    jobs = {job.prompt: job for job in on.engine.jobs}
    assert {prompt: job.mode for prompt, job in jobs.items()} == {
        "a fox": "text",
        "in the snow": "image",
        "a lake": "image",
        "at night": "image",
    }
    assert jobs["a fox"].inputs == {}
    assert jobs["in the snow"].recipe.strength == 0.4
    assert jobs["in the snow"].inputs == {"image": (old / GIVEN["in the snow"]).read_bytes()}
    assert jobs["a lake"].inputs == {"image": (old / f"sources/b4/{LAKE}.png").read_bytes()}
    assert jobs["at night"].inputs == {"image": (old / f"pictures/b4/{LAKE}-0.png").read_bytes()}


async def test_deleting_takes_the_picture_that_was_given_along(old: Path) -> None:
    async with stage(old, platform=later()) as on:
        await on.someone().press_payload(message(on.someone(), "6"), encode("delete", LAKE))
    assert not list(old.glob("*/b4/*.png"))
    assert (old / GIVEN["in the snow"]).exists()


def test_the_old_file_is_kept_beside_the_new_one(old: Path) -> None:
    migrate(old / "lukis.sqlite")
    with closing(sqlite3.connect(old / "lukis.v2.backup")) as backup:
        assert backup.execute("SELECT count(*) FROM jobs WHERE source IS NOT NULL").fetchone() == (3,)
    with closing(sqlite3.connect(old / "lukis.sqlite")) as now:
        assert now.execute("SELECT count(*) FROM inputs WHERE name = 'image'").fetchone() == (3,)
        assert now.execute("PRAGMA foreign_key_check").fetchall() == []
