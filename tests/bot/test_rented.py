"""Lukis in a rented notebook: what each place gives, and a copy on a drive that nothing of before is lost to."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.programs.rented import choose, running
from bot.programs.rented.drive import bring_back, copy_out, named
from bot.programs.rented.keeper import Keeper
from bot.programs.rented.places import Colab, Here, Kaggle, lend, place
from bot.settings import BadSetting
from bot.store import DATABASE
from tests.patience import PATIENCE

RENTED = Path(__file__).parents[1] / "wire" / "rented"
TOKEN = "7:abc"


@pytest.fixture(autouse=True)
def _own_libraries() -> Iterator[None]:
    """Each test meets the libraries of its own place, and no other test any of them."""
    before = {*sys.modules}
    yield
    for name in {*sys.modules} - before:
        if name.partition(".")[0] in ("google", "kaggle_secrets"):
            del sys.modules[name]


def test_colab_gives_secrets_a_drive_and_an_address_in_its_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(RENTED / "colab"))
    monkeypatch.setenv("COLAB_SECRETS", json.dumps({"TELEGRAM_TOKEN": TOKEN, "DISCORD_TOKEN": None}))
    here = place(tmp_path)
    assert isinstance(here, Colab)
    assert [here.secret(f"{name}_TOKEN") for name in ("TELEGRAM", "DISCORD", "HF")] == [TOKEN, None, None]
    assert here.drive() == tmp_path / "drive" / "MyDrive" / "Lukis"
    assert here.address(8017) == "https://8017-gpu-t4-s-1a2b3c.europe-west4-1.prod.colab.dev/"
    here.show(8017)
    assert "<iframe to 8017 height 800>" in capsys.readouterr().out


def test_kaggle_has_no_way_to_a_page_and_says_so_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Interactive")
    monkeypatch.setenv("KAGGLE_SECRETS", json.dumps({"TELEGRAM_TOKEN": TOKEN}))
    folder = tmp_path / "working"
    folder.mkdir()
    assert place(folder).secret("TELEGRAM_TOKEN") is None  # its library is not there: nobody is to ask
    monkeypatch.syspath_prepend(str(RENTED / "kaggle"))
    here = place(folder)
    assert isinstance(here, Kaggle) and here.address(8017) is None and here.drive() is None
    assert (here.secret("TELEGRAM_TOKEN"), here.secret("HF_TOKEN")) == (TOKEN, None)
    with pytest.raises(BadSetting, match="takes a token: choose Telegram or Discord"):
        choose("org/model", folder=folder).run()
    assert not (folder / "lukis").exists()


def test_models_that_were_added_to_a_notebook_are_among_ones_own(tmp_path: Path) -> None:
    given, models = tmp_path / "input", tmp_path / "models"
    (given / "set" / "deep").mkdir(parents=True)
    for name in ("fox.safetensors", "notes.txt", "deep/owl.gguf"):
        (given / "set" / name).write_text(name)
    models.mkdir()
    (models / "fox.safetensors").write_text("mine")
    lend(given, models)
    lend(given, models)  # run again
    assert {file.name: file.read_text() for file in models.iterdir()} == {
        "fox.safetensors": "mine",
        "owl.gguf": "deep/owl.gguf",
    }
    (given / "set" / "deep" / "owl.gguf").unlink()
    lend(given, models)
    lend(None, models)
    assert [file.name for file in models.iterdir()] == ["fox.safetensors"]


@pytest.mark.parametrize("pasted", [" 8:xyz\n", "", None])
def test_a_token_that_is_no_secret_is_pasted_or_left_out_and_never_shown(
    pasted: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def asked(prompt: str) -> str:
        assert prompt == "Token bot-mu di Discord. Tidak disimpan di mana pun; kosongkan kalau tidak ada: "
        if pasted is None:
            raise NotImplementedError  # as a notebook that runs by itself does
        return pasted

    monkeypatch.setattr(running, "getpass", asked)
    lukis = choose(chats="Discord", language="id · Bahasa Indonesia", folder=tmp_path)
    assert isinstance(place(tmp_path), Here)
    environment = lukis._environment(8017)
    assert environment.get("DISCORD_TOKEN") == ((pasted or "").strip() or None)
    assert (
        environment["LANGUAGE"] == "id"
        and environment["PYTHONSAFEPATH"] == "1"
        and "TELEGRAM_TOKEN" not in environment
    )
    assert "8:xyz" not in repr(lukis) + capsys.readouterr().out


def test_a_copy_has_what_is_kept_and_brings_it_back_elsewhere(tmp_path: Path) -> None:
    data, copy, elsewhere = (tmp_path / name for name in ("data", "copy", "elsewhere"))
    keep(data, "a fox", "pictures/ab/abc-0.png")
    keep(data, "an owl", "sources/ab/abd-0.png")
    (data / "pictures" / "ab" / ".part-7").write_bytes(b"half")
    assert not bring_back(copy, data)
    copy_out(data, copy)
    assert told(copy) == ["a fox", "an owl"]
    before = {file: file.stat().st_mtime_ns for file in copy.rglob("*")}
    copy_out(data, copy)
    assert before == {file: file.stat().st_mtime_ns for file in copy.rglob("*")}  # nothing new, nothing sent

    assert bring_back(copy, elsewhere) and told(elsewhere) == ["a fox", "an owl"]
    assert not bring_back(copy, elsewhere)
    copy_out(elsewhere, copy)
    assert all(file.stat().st_mtime_ns == time for file, time in before.items() if file.suffix == ".png")
    (elsewhere / "pictures" / "ab" / "abc-0.png").unlink()  # deleted by its person
    keep(elsewhere, "a boat", "pictures/ab/abe-0.png")
    copy_out(elsewhere, copy)
    files = {file.relative_to(copy).as_posix() for file in copy.rglob("*") if file.is_file()}
    assert files == {DATABASE, "pictures/ab/abe-0.png", "sources/ab/abd-0.png"}
    assert told(copy) == ["a fox", "an owl", "a boat"]


def test_a_copy_that_breaks_off_leaves_the_one_of_before(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data, copy, lost = tmp_path / "data", tmp_path / "copy", tmp_path / "lost"
    keep(data, "a fox", "pictures/ab/abc-0.png")
    copy_out(data, copy)
    keep(data, "an owl", "pictures/cd/cde-0.png")
    (copy / "pictures" / "cd").write_text("in the way")
    with pytest.raises(OSError):
        copy_out(data, copy)
    assert told(copy) == ["a fox"]
    assert Keeper(data, copy).run([sys.executable, "-c", ""]) == 0  # goes on without
    assert "nothing could be copied there just now" in capfd.readouterr().out
    (copy / "pictures" / "ab" / "abc-0.png").rename(tmp_path / "gone")
    (copy / "pictures" / "ab" / "abc-0.png").mkdir()  # what can't be read is not taken for nothing
    with pytest.raises(OSError):
        Keeper(lost, copy).run([sys.executable, "-c", ""])
    assert not (lost / DATABASE).exists()


def test_each_copy_has_a_name_of_its_own(tmp_path: Path) -> None:
    one, other = named(tmp_path / "one"), named(tmp_path / "other")
    assert one != other and named(tmp_path / "one") == one


def test_one_of_which_there_is_no_note_is_stopped_and_nobody_else(tmp_path: Path) -> None:
    """Its number 0 would stand for the notebook's own kernel, and all that it has started."""
    code = f"""
import os, subprocess, sys
from pathlib import Path
from bot.programs.rented import choose
rented = choose(folder=Path({str(tmp_path)!r}))
rented._process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, start_new_session=True)
rented.stop()
print("ended with", rented._process.returncode)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, start_new_session=True, timeout=PATIENCE
    )
    assert "ended with -15" in done.stdout, done.stderr


@pytest.mark.parametrize("before", [True, False])
def test_a_keeper_that_is_told_to_stop_ends_lukis_and_copies_once_more(before: bool, tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy"
    keep(data, "a fox", "pictures/ab/abc-0.png")
    keeper = Keeper(data, copy)
    if before:
        keeper.stop()
        assert keeper.run(["/nothing/there"]) == 0 and not copy.exists()
        return
    signal.signal(signal.SIGUSR1, keeper.stop)
    wait = f"import os, signal; os.kill({os.getpid()}, signal.SIGUSR1); signal.pause()"
    try:
        assert keeper.run([sys.executable, "-c", wait]) == -signal.SIGTERM
    finally:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    assert told(copy) == ["a fox"]


def keep(data: Path, words: str, picture: str) -> None:
    """A job and its picture, as the store keeps them."""
    (data / picture).parent.mkdir(parents=True, exist_ok=True)
    (data / picture).write_text(words)
    with closing(sqlite3.connect(data / DATABASE)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE IF NOT EXISTS jobs (words TEXT)")
        database.execute("INSERT INTO jobs VALUES (?)", (words,))
        database.commit()


def told(folder: Path) -> list[str]:
    """What jobs a folder's database tells of."""
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        return [words for (words,) in database.execute("SELECT words FROM jobs ORDER BY rowid")]
