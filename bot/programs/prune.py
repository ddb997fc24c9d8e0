"""`lukis prune`: deletes old pictures now, whether Lukis runs or not."""

from __future__ import annotations

import time

from bot.home import settled_store
from bot.locales import Locales, terminal_language
from bot.settings import BadSetting, Settings
from bot.store import DATABASE
from bot.terminal import tell
from bot.usecases.keeping import DAY, Keeping


async def prune(days: float | None, dry: bool) -> int:
    """Deletes the pictures of jobs that were over so many days ago, KEEP_DAYS where that is None; says what it freed.

    With `dry` it only says what would go. 0 always: what fails is raised.

    Raises:
        BadSetting: nothing says how old is too old, or the folder can't be used.
    """
    settings = Settings.read()
    days = settings.keeping.days if days is None else days
    if days is None:
        raise BadSetting("KEEP_DAYS: it is not set; say how old pictures may be with --older-than DAYS.")
    if not (settings.data_dir / DATABASE).exists():
        raise BadSetting(f"DATA_DIR: there is no database in {settings.data_dir}.")
    async with settled_store(settings) as store:
        freed = await Keeping(store, settings.keeping).older(time.time() - days * DAY, dry=dry)
        await store.db.kept()
    say, size = Locales.load(settings.language).say(terminal_language()), freed.bytes / 1e6
    if dry:
        tell(say("terminal-prune-dry", pictures=freed.pictures, size=size))
    else:
        tell(say("terminal-pruned", pictures=freed.pictures, size=size))
    return 0
