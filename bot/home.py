"""The data folder: opened as the settings want it, and held by one program at a time."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

from bot.errors import NoStore
from bot.settings import BadSetting, Settings
from bot.store import DATABASE, Store, open_store
from bot.store.damage import Unusable, damage_told


@asynccontextmanager
async def settled_store(settings: Settings) -> AsyncIterator[Store]:
    """The store where the settings want it. Raises BadSetting where it can't be used."""
    async with AsyncExitStack() as stack:
        with usable(settings.data_dir):
            store = await stack.enter_async_context(
                open_store(settings.data_dir, settings.min_free_mb * 1_000_000)
            )
        yield store


@contextmanager
def usable(folder: Path) -> Iterator[None]:
    """Turns what makes a store useless at the start into the sentence that says what to do."""
    try:
        with damage_told(folder / DATABASE):
            try:
                yield
            except NoStore as error:
                raise error.__cause__ or error from None
    except Unusable as error:
        raise BadSetting(f"DATA_DIR: {error}.") from error
    except (OSError, sqlite3.Error) as error:
        raise BadSetting(f"DATA_DIR: {folder} can't be used: {error}.") from error


class InUse(BadSetting):
    """A data folder that another Lukis holds."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Holds the data folder, so that no second program resumes the same jobs.

    Raises:
        InUse: another one holds it.
        BadSetting: it can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InUse(f"DATA_DIR: another Lukis is running on {folder}.") from None
            yield
    except OSError as error:
        raise BadSetting(f"DATA_DIR: {folder} can't be written: {error.strerror}.") from error
