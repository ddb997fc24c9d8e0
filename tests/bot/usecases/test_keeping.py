"""Old pictures go by themselves, what waits stays, and whoever asks for one of them is told kindly."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.keeping import KeepingOptions
from bot.programs.prune import prune
from bot.settings import BadSetting
from bot.store import Store, open_store
from bot.store.age import BATCH
from bot.usecases import keeping
from bot.usecases.keeping import DAY, Keeping
from tests.bot.store.keeping import ask, draw
from tests.chat import stage
from tests.patience import until

SIZE = 1000


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 40), "red").save(out, "PNG")
    return out.getvalue()


async def made(store: Store, days: float, count: int, state: str = "sent", name: str = "job") -> None:
    """So many jobs that were over so many days ago, of a picture each and one given; the first is the oldest."""
    for i in range(count):
        job = f"{name}{i:03}"
        await ask(store, job)
        await store.files.keep(job, 0, bytes(SIZE))
        await store.files.keep_input(job, "image", bytes(SIZE))
        await draw(store, job)
        await store.db.write(
            "INSERT INTO inputs VALUES (?, 'image', ?)", job, f"sources/{job[:2]}/{job}-image.png"
        )
        arrived = time.time() - days * DAY + i
        await store.db.write(
            "UPDATE deliveries SET changed = ?, state = ? WHERE job = ?", arrived, state, job
        )


def there(root: Path) -> list[str]:
    return sorted(f.name for f in root.glob("*/*/*.png"))


@pytest.fixture
async def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Store]:
    monkeypatch.setattr(keeping, "REST", 0)
    async with open_store(tmp_path / "data") as opened:
        yield opened


async def test_what_is_too_old_goes_and_what_waits_stays(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    await made(store, 40, BATCH * 2 + 3, name="old")
    await made(store, 50, 3, state="waiting", name="held")
    await made(store, 2, 2, name="new")
    await ask(store, "waits")
    await store.files.keep_input("waits", "image", bytes(SIZE))
    files = Keeping(store, KeepingOptions(days=30))
    (store.root / "pictures/ol/old001-0.png").unlink()
    await files.sweep()
    assert {name[:3] for name in there(store.root)} == {"hel", "new", "wai"}
    page = await store.history.page("fake:alice", 1)
    assert page and page.total == 5
    job = await store.jobs.get("old000")
    assert job.deleted and job.prompt == "prompt of old000"
    assert [await store.age.cleared(job) for job in ("old000", "held000", "waits")] == [True, False, False]
    (line,) = [m for m in caplog.messages if "KEEP_DAYS" in m]
    assert line == f"KEEP_DAYS: {2 * (2 * BATCH + 3) - 1} old pictures are deleted, 0.1 MB."
    assert [old.job for old in await store.age.oldest()] == ["new000", "new001"]
    caplog.clear()
    await files.sweep()
    assert caplog.messages == []
    await store.db.write("UPDATE deliveries SET state = 'sent'")
    await files.sweep()
    assert {name[:3] for name in there(store.root)} == {"new", "wai"}


async def test_beyond_the_budget_the_oldest_go(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    await made(store, 2, 10)
    files = Keeping(store, KeepingOptions(budget_gb=SIZE * 14 / 1e9))
    await files.sweep()
    assert len(there(store.root)) == 14 and "job002-0.png" not in there(store.root)
    await made(store, 1, 3, name="later")
    await files.sweep()
    assert len(there(store.root)) == 14 and "job006-0.png" in there(store.root)
    await store.history.delete("job009")
    await store.files.remove(["pictures/jo/job009-0.png"])
    await made(store, 1, 1, name="last")
    await files.sweep()
    assert len(there(store.root)) == 13, "what people delete counts"
    await store.db.write("UPDATE deliveries SET state = 'waiting'")
    await made(store, 1, 1, state="waiting", name="more")
    for _ in range(2):
        await files.sweep()
    assert len(there(store.root)) == 15
    assert len([m for m in caplog.messages if "all that are left wait" in m]) == 1


async def test_a_kill_between_the_files_and_the_rows_is_made_good(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await made(store, 40, 2)
    clear = store.age.clear

    async def killed(jobs: Any) -> None:
        raise asyncio.CancelledError

    monkeypatch.setattr(store.age, "clear", killed)
    with pytest.raises(asyncio.CancelledError):
        await Keeping(store, KeepingOptions(days=30)).sweep()
    assert there(store.root) == [] and not await store.age.cleared("job000")
    monkeypatch.setattr(store.age, "clear", clear)
    await Keeping(store, KeepingOptions(days=30)).sweep()
    assert await store.age.cleared("job001")


async def test_prune_says_what_it_frees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "data"
    monkeypatch.chdir(tmp_path)
    for name, value in {"DATA_DIR": str(root), "LC_ALL": "C.UTF-8", "LANG": ""}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadSetting, match="--older-than"):
        await prune(None, False)
    with pytest.raises(BadSetting, match="there is no database"):
        await prune(1, False)
    async with open_store(root) as store:
        await made(store, 40, 3)
        await made(store, 2, 1, name="new")
        monkeypatch.setenv("KEEP_DAYS", "30")
        assert await prune(None, True) == 0 and len(there(root)) == 8
        assert capsys.readouterr().out.startswith("Pictures to delete: 6, 0")
        assert await prune(None, False) == 0 and len(there(root)) == 2
        assert capsys.readouterr().out.startswith("Deleted pictures: 6. That frees 0")
        assert await prune(0, False) == 0 and there(root) == []


async def test_people_are_told_how_long_and_what_went_is_answered_kindly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(keeping, "PAUSE", 0.01)
    async with stage(tmp_path, keep_days=30, disk_budget_gb=2.5) as on:
        alice = on.someone()
        await alice.send("/info")
        told = await alice.told("Reply to a picture")
        assert told.card.notes[0] == "I keep pictures for 30 days, then I delete them."
        assert "less than 2.5 GB together" in told.card.notes[1]
        await alice.send("/imagine a boat")
        photo = await alice.pictures()
        await alice.send("/imagine at sea", image=png())
        other = await alice.pictures()
        await alice.send("/info", reply_to=photo)
        assert "30 days" in str((await alice.told("This picture")).card.notes)
        store = on.lukis.store
        await store.db.write("UPDATE deliveries SET changed = changed - ?", 31 * DAY)
        await until(lambda: there(tmp_path) == [])
        assert await store.history.page("fake:alice", 1) is None
        for button in ("file", "Upscale ×2"):
            assert await alice.press(photo, button) == "That is not here any more."
        assert await alice.press(other, "Reroll") == "That is not here any more."
        for words in ("at night", "/info"):
            await alice.send(words, reply_to=photo)
            await alice.told("That is not here any more.")
        assert await alice.press(photo, "Reroll") is None
        assert (await alice.pictures()).card.prompt == "a boat"
    assert not [r for r in caplog.records if r.exc_info]
