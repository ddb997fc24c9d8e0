"""Lukis as a notebook's cells run it: chosen in one cell, started and watched in the next, looked at and stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from getpass import getpass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.locales import Locales, Say
from bot.programs.rented.drive import named
from bot.programs.rented.places import Place, lend, place
from bot.settings import BadSetting
from bot.store import DATABASE
from bot.terminal import tell

PORT = 8017
STARTER = "starter"
CHATS = ("Telegram", "Discord")

_KEEPER = "bot.programs.rented.keeper"
_TERMINAL = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What says the language of a terminal: here it is the one that was chosen."""

_BLINK = 0.1
"""Seconds between two looks at the log."""

_LONGEST_END = 300.0
"""Seconds that an end may take: what is being drawn has a grace, and all that is new is copied to the drive."""


class At(NamedTuple):
    """The number of a process, and the port of its page."""

    pid: int
    port: int


def choose(
    model: str = STARTER,
    language: str = "en",
    chats: str = "",
    drive: bool = False,
    folder: Path | None = None,
) -> Rented:
    """Lukis as it is to run here; asks for what it takes: leave for the drive, and tokens that are no secrets yet.

    Args:
        model: the one that draws where nobody asks for another: `starter`, a file of one's own, or a repository.
        language: the one that Lukis speaks, as a tag, perhaps with its name after it.
        chats: names of chats, such as `Telegram`; anything else in it means nothing.
        drive: whether all that is kept goes to the person's own drive too, and their models come from there.
        folder: the notebook's own; the working folder.
    """
    folder = folder or Path.cwd()
    here = place(folder)
    say = Locales.load().say(language.partition(" ")[0])
    asked = [name for name in CHATS if name.lower() in chats.lower()]
    found = {_secret(name): _token(here, name, say) for name in asked}
    if "/" in model:
        found["HF_TOKEN"] = here.secret("HF_TOKEN")
    settings = {name: token for name, token in found.items() if token}
    settings |= {"LANGUAGE": language.partition(" ")[0], "MODEL": "" if model == STARTER else model}
    return Rented(here, folder / "lukis", settings, here.drive() if drive else None, say)


def _secret(chat: str) -> str:
    """What a chat's token is called, among the secrets as among the settings."""
    return f"{chat.upper()}_TOKEN"


def _token(here: Place, name: str, say: Say) -> str | None:
    """A chat's token: from the place's secrets, else pasted, where somebody is there to ask."""
    with suppress(NotImplementedError):  # a notebook that runs by itself asks nobody
        return here.secret(_secret(name)) or getpass(say("rented-token", platform=name) + " ").strip()
    return None


class Rented:
    """One Lukis on this machine. Its tokens are in memory alone."""

    def __init__(
        self, here: Place, home: Path, settings: Mapping[str, str], drive: Path | None, say: Say
    ) -> None:
        """`home` is a folder on this machine's own disk."""
        self._here = here
        self._home = home
        self._settings = settings
        self._drive = drive
        self._say = say
        self._process: subprocess.Popen[bytes] | None = None
        self._log = home / "lukis.log"
        self._note = home / "lukis.pid"

    def run(self, watch: bool = True) -> None:
        """Starts Lukis, shows the page and, where it is to `watch`, the log until Lukis ends or the cell is stopped.

        One that still runs here is stopped first.
        """
        self._end()
        process = self._start()
        shown = False
        try:
            for _ in self._log_lines():
                if not shown and _serves(self._at.port):
                    self._show()
                    shown = True
                if shown and not watch:
                    return
        except KeyboardInterrupt:
            self.stop()
        else:
            tell(self._say("rented-broke" if process.wait() else "rented-stopped"))

    def stop(self) -> None:
        """Ends Lukis as it wants to end: nothing that was asked for is lost."""
        tell(self._say("rented-stopped" if self._end() else "rented-off"))

    def status(self) -> None:
        """Says whether it runs, where, and what is kept."""
        if self._running:
            tell(self._say("rented-running"))
            tell(self._where())
            tell(self._report())
        else:
            tell(self._say("rented-off"))
        kept = self._drive / "data" if self._drive else self._data
        count = sum(1 for _ in (kept / "pictures").glob("*/*.png"))
        tell(self._say("rented-kept", count=count, folder=str(self._drive or kept)))
        if self._drive and (kept / DATABASE).exists():
            minutes = (time.time() - (kept / DATABASE).stat().st_mtime) / 60
            tell(self._say("rented-copied", minutes=int(minutes)))

    def _report(self) -> str:
        """What it is at, as `lukis status` tells."""
        command = [sys.executable, "-m", "bot.cli", "status", "--once"]
        asked = subprocess.run(
            command, env=self._environment(self._at.port), cwd=self._drive or self._home, capture_output=True
        )
        return (asked.stdout or asked.stderr).decode(errors="replace").rstrip()

    @property
    def _data(self) -> Path:
        """On a machine that goes away, a folder for each copy on a drive: one is never written over by another."""
        return self._home / (f"data-{named(self._drive / 'data')}" if self._drive else "data")

    @property
    def _models(self) -> Path:
        return (self._drive or self._home) / "models"

    def _start(self) -> subprocess.Popen[bytes]:
        port = _free()
        if not self._here.address(port) and not any(_secret(chat) in self._settings for chat in CHATS):
            raise BadSetting(self._say("rented-needs-token"))
        self._home.mkdir(parents=True, exist_ok=True)
        lend(self._here.given(), self._models)
        copy = [str(self._drive / "data")] if self._drive else []
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", _KEEPER, str(self._data), *copy],
                env=self._environment(port),
                cwd=self._drive or self._home,  # an .env that lies there counts
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # the cell's stop is for the notebook, which then stops Lukis cleanly
            )
        self._note.write_text(f"{self._process.pid} {port}\n")
        return self._process

    def _show(self) -> None:
        tell(self._where())
        if self._here.address(self._at.port):
            self._here.show(self._at.port)

    def _environment(self, port: int) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in _TERMINAL}
        name = urlsplit(self._here.address(port) or "").hostname or ""
        page = {
            "WEB": "true",
            "WEB_PORT": str(port),
            "WEB_NAMES": ",".join(filter(None, (name, os.environ.get("WEB_NAMES")))),
            "WEB_FRAMES": ",".join(self._here.frames),
            "WEB_SHARED": "true",
        }
        folders = {"DATA_DIR": str(self._data), "MODELS_DIR": str(self._models)}
        spoken = {"LANG": f"{self._settings['LANGUAGE']}.UTF-8", "PYTHONUTF8": "1"}
        safe = {"PYTHONSAFEPATH": "1"}  # what lies on the drive is no part of the program
        return {**kept, **self._settings, **page, **folders, **spoken, **safe}

    def _where(self) -> str:
        address = self._here.address(self._at.port)
        return self._say("rented-page", address=address) if address else self._say("rented-no-page")

    def _log_lines(self) -> Iterator[None]:
        """Prints the log as it grows, and gives a turn at each line and each look in vain; until Lukis ends."""
        with self._log.open(errors="replace") as log:
            while True:
                running = self._running
                if line := log.readline():
                    tell(line.rstrip("\n"))
                elif running:
                    time.sleep(_BLINK)
                else:
                    return
                yield

    @property
    def _at(self) -> At:
        """Where the last one that was started here is, or was."""
        with suppress(OSError, ValueError):
            return At(*map(int, self._note.read_text().split()))
        return At(0, 0)

    @property
    def _running(self) -> bool:
        if self._process and self._process.poll() is None:
            return True
        try:  # one of before the kernel's last start; the number alone might be another program's by now
            return _KEEPER.encode() in Path(f"/proc/{self._at.pid}/cmdline").read_bytes()
        except OSError:
            return False

    def _end(self) -> bool:
        """Ends it and waits for that; whether it ran."""
        if not self._running:
            return False
        own = self._process  # of which there may be no note, where the disk is full
        pid = own.pid if own and own.poll() is None else self._at.pid
        until = time.monotonic() + _LONGEST_END
        os.kill(pid, signal.SIGTERM)
        while self._running:
            if time.monotonic() > until:
                os.killpg(pid, signal.SIGKILL)
            time.sleep(_BLINK)
        if self._process:
            self._process.wait()
        return True


def _free() -> int:
    """The port that the environment wants, or the usual one, or another where that is taken."""
    wanted = os.environ.get("WEB_PORT", "")
    for port in (int(wanted) if wanted.isdecimal() else PORT, 0):
        with socket.socket() as tried, suppress(OSError):
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(("127.0.0.1", port))
            return int(tried.getsockname()[1])
    raise BadSetting("WEB_PORT: no port is free.")


def _serves(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
        return True
    return False
