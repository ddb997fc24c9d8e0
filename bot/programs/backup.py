"""`lukis backup` and `lukis restore`: all that is kept in one file, and back."""

from __future__ import annotations

import asyncio
import errno
import math
import os
import sys
from datetime import datetime
from pathlib import Path

from bot.extras import version
from bot.home import only_one, usable
from bot.locales import Locales, Say, terminal_language
from bot.settings import BadSetting, Settings
from bot.store import DATABASE
from bot.store.archive import back_up
from bot.store.migrations import look
from bot.store.restoring import BadBackup, Occupied, Restored
from bot.store.restoring import restore as put_back
from bot.terminal import tell


async def backup(target: Path, pictures: bool) -> int:
    """Writes a backup, whether Lukis runs or not; says where and how large. 0 always: what fails is raised.

    Raises:
        BadSetting: there is nothing to back up, or it is damaged.
        OSError: the file can't be written.
    """
    settings = Settings.read()
    root = settings.data_dir
    if not (root / DATABASE).exists():
        raise BadSetting(f"DATA_DIR: there is no database in {root}.")
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), target)
    with usable(root):
        await asyncio.to_thread(look, root / DATABASE, math.inf)
    done = await asyncio.to_thread(back_up, root, target, pictures=pictures, lukis=version())
    facts = {"file": str(target), "size": done.size / 1e6}
    if pictures:
        tell(_say(settings)("terminal-backup", pictures=done.pictures, **facts))
    else:
        tell(_say(settings)("terminal-backup-words", **facts))
    return 0


async def restore(file: Path, replace: bool) -> int:
    """Puts a backup back into DATA_DIR, all of it or nothing. 0 if that worked, 1 if not.

    Raises:
        BadSetting: the folder is in use, or can't be used.
        OSError: the file can't be read.
    """
    settings = Settings.read()
    try:
        with only_one(settings.data_dir):
            done = await asyncio.to_thread(_restored, file, settings.data_dir, replace)
    except BadBackup as error:
        tell(f"lukis: {file}: {error}.", sys.stderr)
        return 1
    except Occupied:
        say, there = _say(settings), str(settings.data_dir / DATABASE)
        tell(f"lukis: {say('terminal-restore-occupied', file=there, flag='--replace')}", sys.stderr)
        return 1
    tell(_told(_say(settings), done))
    return 0


def _restored(file: Path, root: Path, replace: bool) -> Restored:
    """The same, with what is wrong with the file told apart from what is wrong with the folder."""
    with file.open("rb"):
        pass
    return put_back(file, root, replace=replace)


def _told(say: Say, done: Restored) -> str:
    written = datetime.fromtimestamp(done.manifest.created).strftime("%Y-%m-%d %H:%M")
    lines = [say("terminal-restored", date=written, pictures=done.pictures)]
    if done.before:
        lines.append(say("terminal-restored-before", file=str(done.before)))
    return "\n".join(lines)


def _say(settings: Settings) -> Say:
    return Locales.load(settings.language).say(terminal_language())
