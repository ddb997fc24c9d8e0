"""All that is kept goes into one file and comes back whole, or not at all; nothing in such a file is believed."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import os
import sqlite3
import stat
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import NotFound
from bot.home import only_one
from bot.programs import backup as programs
from bot.settings import BadSetting
from bot.store import DATABASE, open_store
from bot.store.archive import back_up
from bot.store.migrations import migrate, newest
from bot.store.restoring import BadBackup, Occupied, restore
from tests.bot.store.keeping import ask, draw
from tests.bot.store.test_migrations import old
from tests.chat import FakePlatform, stage

CHECK = ["sha256sum", "--quiet", "-c", "SHA256SUMS"]
PNG = b"no real picture, and for an archive that is all the same"


async def drawn(root: Path, *jobs: str) -> None:
    """Jobs of a picture each, whose files are there."""
    async with open_store(root) as store:
        for job in jobs:
            await ask(store, job)
            await store.files.keep(job, 0, PNG + job.encode())
            await draw(store, job)


def written(root: Path, target: Path, pictures: bool = True) -> Path:
    back_up(root, target, pictures=pictures, lukis="0.1")
    return target


def files(root: Path) -> dict[str, bytes]:
    """All that lies in the folder but for the database's own bytes."""
    return {
        str(f.relative_to(root)): f.read_bytes()
        for f in root.rglob("*")
        if f.is_file() and not f.name.startswith(DATABASE)
    }


async def prompts(root: Path) -> list[str]:
    async with open_store(root) as store:
        return [job.prompt for job in await store.history.recent("fake:alice", ("fake", "room"), None, 100)]


@pytest.mark.parametrize("name", ["all.tar", "all.tar.gz"])
async def test_what_is_kept_comes_back_from_a_backup_that_is_made_while_it_is_used(
    tmp_path: Path, name: str
) -> None:
    root, target = tmp_path / "data", tmp_path / name
    await drawn(root, "aa1", "bb2")
    async with open_store(root) as store:
        await ask(store, "cc3")
        going = True

        async def use() -> None:
            number = 0
            while going:
                number += 1
                await ask(store, f"later{number}")

        using = asyncio.create_task(use())
        await asyncio.to_thread(written, root, target)
        going = False
        await using
        (root / "pictures/bb/bb2-0.png").unlink()
        await store.history.delete("aa1")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [f.name for f in tmp_path.iterdir() if f.name.startswith(".")] == []
    other = tmp_path / "other"
    done = restore(target, other, replace=False)
    assert (done.pictures, done.before, done.manifest.schema) == (2, None, newest())
    async with open_store(other) as store:
        jobs = {
            job.id: job for job in await store.history.recent("fake:alice", ("fake", "room"), None, 10_000)
        }
        assert {"aa1", "bb2", "cc3"} <= jobs.keys()
        assert await store.files.read(jobs["bb2"].shown[0].file) == PNG + b"bb2"
        assert jobs["aa1"].shown and jobs["cc3"].state == "queued"
    assert not [name for name in files(other) if ".part-" in name]


async def test_a_backup_without_pictures_has_the_words_and_checksums_that_any_tool_reads(
    tmp_path: Path,
) -> None:
    root = tmp_path / "data"
    await drawn(root, "aa1")
    whole, words = written(root, tmp_path / "all.tar"), written(root, tmp_path / "w.tar", pictures=False)
    for file, count in ((whole, 2), (words, 1)):
        (out := tmp_path / file.stem).mkdir()
        with tarfile.open(file) as tar:
            tar.extractall(out, filter="data")
        assert len((out / "SHA256SUMS").read_text().splitlines()) == count + 1
        await asyncio.to_thread(subprocess.run, CHECK, cwd=out, check=True)
    restore(words, tmp_path / "other", replace=False)
    async with open_store(tmp_path / "other") as store:
        (job,) = await store.history.jobs("fake:alice", None, 10)
        with pytest.raises(NotFound):
            await store.files.read(job.shown[0].file)


Members = dict[str, bytes]


def spoilt(file: Path, how: Callable[[Members], object]) -> None:
    """Writes the archive anew with other members, its checksums right for them."""
    with tarfile.open(file) as tar:
        members = {m.name: tar.extractfile(m).read() for m in tar}  # type: ignore[union-attr]
    how(members)
    padding = members.pop("padding", b"")
    members["SHA256SUMS"] = (
        "".join(
            f"{hashlib.sha256(data).hexdigest()}  {name}\n"
            for name, data in members.items()
            if name != "SHA256SUMS"
        ).encode()
        + padding
    )
    with tarfile.open(file, "w") as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))


def newer(members: Members) -> None:
    members["manifest.json"] = json.dumps(
        json.loads(members["manifest.json"]) | {"schema": 999, "lukis": "9.9"}
    ).encode()


def newer_within(members: Members) -> None:
    database = bytearray(members[DATABASE])
    database[60:64] = (999).to_bytes(4, "big")  # user_version
    members[DATABASE] = bytes(database)


BAD: dict[str, tuple[Callable[[Members], object], str]] = {
    "above": (lambda m: m.update({"../evil.png": b"x"}), "holds what no backup does"),
    "absolute": (lambda m: m.update({"/tmp/evil.png": b"x"}), "holds what no backup does"),
    "dots": (lambda m: m.update({"pictures/../../evil.png": b"x"}), "holds what no backup does"),
    "lock": (lambda m: m.update({".lock": b"x"}), "holds what no backup does"),
    "journal": (lambda m: m.update({f"{DATABASE}-wal": b"x"}), "holds what no backup does"),
    "none": (lambda m: m.pop(DATABASE), f"no {DATABASE}"),
    "newer": (newer, "newer Lukis (9.9): its database has version 999"),
    "newer within": (newer_within, "its database is of a newer Lukis: its version is 999"),
    "no database": (lambda m: m.update({DATABASE: b"nothing" * 1000}), "its database is damaged ("),
    "no manifest": (lambda m: m.update({"manifest.json": b"[1]"}), "broken, or no backup"),
    "long sums": (lambda m: m.update({"padding": b" " * 20_000}), "SHA256SUMS is too long"),
    "long manifest": (lambda m: m.update({"manifest.json": b" " * 20_000}), "too long"),
}


@pytest.mark.parametrize("kind", [*BAD, "link", "flipped", "cut", "none at all", "unsummed", "twice"])
async def test_what_can_not_be_believed_changes_nothing(tmp_path: Path, kind: str) -> None:
    root, file, here = tmp_path / "data", tmp_path / "all.tar", tmp_path / "here"
    await drawn(root, "aa1", "bb2")
    await drawn(here, "cc3")
    written(root, file)
    says = "holds what no backup does"
    if kind in BAD:
        how, says = BAD[kind]
        spoilt(file, how)
    elif kind in ("link", "twice"):
        with tarfile.open(file, "a") as tar:
            info = tarfile.TarInfo("pictures/ab/x-0.png" if kind == "link" else "manifest.json")
            info.type, info.linkname = (tarfile.SYMTYPE, "/etc/passwd") if kind == "link" else (b"0", "")
            tar.addfile(info)
    elif kind == "unsummed":
        with tarfile.open(file, "a") as tar:
            tar.addfile(tarfile.TarInfo("pictures/ab/x-0.png"))
        says = "x-0.png is not what was written"
    else:
        data = bytearray(file.read_bytes())
        data[data.index(PNG + b"bb2")] ^= 1
        broken = {"flipped": bytes(data), "cut": bytes(data[: len(data) // 2]), "none at all": b"hello"}
        file.write_bytes(broken[kind])
        says = "bb2-0.png is not what was written" if kind == "flipped" else "broken, or no backup"
    before = files(here)
    with pytest.raises(BadBackup) as told:
        restore(file, here, replace=True)
    assert says in str(told.value) and "\n" not in str(told.value)
    assert files(here) == before
    assert await prompts(here) == ["prompt of cc3"]
    assert not list(tmp_path.rglob("*evil*")) and not Path("/tmp/evil.png").exists()


async def test_a_database_gives_way_only_where_that_is_said_and_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, file = tmp_path / "data", tmp_path / "all.tar"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(root))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with pytest.raises(BadSetting, match="there is no database"):
        await programs.backup(file, True)
    await drawn(root, "aa1")
    assert await programs.backup(file, True) == 0
    assert f"{file}: the database and the pictures (1), " in capsys.readouterr().out
    await drawn(root, "bb2")
    with pytest.raises(Occupied):
        restore(file, root, replace=False)
    assert await programs.restore(file, False) == 1
    assert "--replace" in capsys.readouterr().err
    with only_one(root), pytest.raises(BadSetting, match="another Lukis is running"):
        await programs.restore(file, True)
    async with open_store(root):
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            restore(file, root, replace=True)
    assert await prompts(root) == ["prompt of bb2", "prompt of aa1"]
    assert await programs.restore(file, True) == 0
    out = capsys.readouterr().out
    assert "Pictures brought back: 1." in out and "lukis.replaced1.backup" in out
    assert await prompts(root) == ["prompt of aa1"]
    os.replace(root / "lukis.replaced1.backup", root / DATABASE)
    assert await prompts(root) == ["prompt of bb2", "prompt of aa1"]
    (tmp_path / "text.tar").write_text("hello")
    assert await programs.restore(tmp_path / "text.tar", True) == 1
    assert capsys.readouterr().err.startswith(f"lukis: {tmp_path / 'text.tar'}: it is broken, or no backup")


async def test_a_damaged_database_gives_way_with_its_journal(tmp_path: Path) -> None:
    root, here, file = tmp_path / "data", tmp_path / "here", tmp_path / "all.tar"
    await drawn(root, "aa1")
    written(root, file)
    here.mkdir()
    for name, data in (
        (DATABASE, b"no database"),
        (f"{DATABASE}-wal", b"a journal"),
        (f"{DATABASE}-shm", b""),
    ):
        (here / name).write_bytes(data)
    done = restore(file, here, replace=True)
    assert done.before and done.before.read_bytes() == b"no database"
    assert Path(f"{done.before}-wal").read_bytes() == b"a journal"
    assert await prompts(here) == ["prompt of aa1"]


async def test_what_waited_when_a_backup_was_made_is_drawn_from_it(tmp_path: Path) -> None:
    file, there = tmp_path / "all.tar", tmp_path / "there"
    async with stage(tmp_path / "here") as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        await alice.pictures()
        on.engine.hold(1)
        await alice.send("/imagine a whale")
        await alice.told("%")
        await asyncio.to_thread(written, tmp_path / "here", file)
    restore(file, there, replace=False)
    platform = FakePlatform()
    async with stage(there, platform=platform) as on:
        assert (await on.someone().pictures()).card.prompt == "a whale"
        await on.someone().send("/history")
        await on.someone().told("of 2")
    assert len(platform.delivered) == 1


async def test_a_kill_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    root, here, file = tmp_path / "data", tmp_path / "here", tmp_path / "all.tar"
    await drawn(root, "aa1", "bb2")
    await drawn(here, "cc3")
    written(root, file)
    before = files(here)
    code = (
        "import os, bot.store.restoring as r; from pathlib import Path; r._compare = lambda *_: os._exit(9);"
        f"r.restore(Path({str(file)!r}), Path({str(here)!r}), replace=True)"
    )
    done = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", code], check=False)
    assert done.returncode == 9 and [name for name in files(here) if ".part-" in name]
    assert await prompts(here) == ["prompt of cc3"]
    assert files(here) == before


def test_of_the_backups_before_updates_the_newest_are_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "lukis.sqlite"
    old(file, 1, jobs=1)
    for number in range(1, 6):
        backup = tmp_path / f"lukis.v{number + 20}.backup"
        backup.touch()
        os.utime(backup, (number, number))
    with caplog.at_level("INFO"):
        migrate(file)
    kept = sorted(f.name for f in tmp_path.glob("*.backup"))
    assert kept == ["lukis.v1.backup", "lukis.v24.backup", "lukis.v25.backup"]
    assert f"As it was it is kept: {tmp_path / 'lukis.v1.backup'}" in caplog.text
