"""The commands for whoever runs Lukis, and their arguments: what is kept, and what a running one is at."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

Guarded = Callable[..., int]
"""Runs a coroutine function with what follows; what is wrong with the settings is one sentence and exit code 2."""


def add_operating(commands: Any, guarded: Guarded) -> None:
    """Adds them to the parser's commands."""
    _add_backup(commands, guarded)
    _add_restore(commands, guarded)
    _add_prune(commands, guarded)
    _add_status(commands, guarded)


def _add_backup(commands: Any, guarded: Guarded) -> None:
    backup = commands.add_parser("backup", help="write all that is kept into one file, also while Lukis runs")
    backup.add_argument("file", type=Path, metavar="FILE", help="a tar archive; compressed as .tar.gz")
    backup.add_argument("--no-pictures", dest="pictures", action="store_false", help="leave the pictures out")

    def run(arguments: argparse.Namespace) -> int:
        from bot.programs.backup import backup

        return guarded(arguments, backup, arguments.file, arguments.pictures)

    backup.set_defaults(run=run)


def _add_restore(commands: Any, guarded: Guarded) -> None:
    restore = commands.add_parser("restore", help="put a backup back into DATA_DIR, all of it or nothing")
    restore.add_argument("file", type=Path, metavar="FILE", help="what `lukis backup` wrote")
    restore.add_argument(
        "--replace", action="store_true", help="also where there is a database, which is kept beside it"
    )

    def run(arguments: argparse.Namespace) -> int:
        from bot.programs.backup import restore

        return guarded(arguments, restore, arguments.file, arguments.replace)

    restore.set_defaults(run=run)


def _add_prune(commands: Any, guarded: Guarded) -> None:
    prune = commands.add_parser("prune", help="delete old pictures, also while Lukis runs")
    prune.add_argument(
        "--older-than", type=_days, metavar="DAYS", help="how old they are at least (KEEP_DAYS)"
    )
    prune.add_argument("--dry-run", action="store_true", help="only say what would go")

    def run(arguments: argparse.Namespace) -> int:
        from bot.programs.prune import prune

        return guarded(arguments, prune, arguments.older_than, arguments.dry_run)

    prune.set_defaults(run=run)


def _add_status(commands: Any, guarded: Guarded) -> None:
    status = commands.add_parser("status", help="show what a running Lukis is at")
    status.add_argument("--once", action="store_true", help="once, instead of again and again")
    status.add_argument("--json", action="store_true", help="once, as JSON")

    def run(arguments: argparse.Namespace) -> int:
        from bot.programs.status import status

        return guarded(arguments, status, arguments.once, arguments.json)

    status.set_defaults(run=run)


def _days(value: str) -> float:
    with suppress(ValueError):
        if 0 <= (days := float(value)) <= 1e6:
            return days
    raise argparse.ArgumentTypeError(f"{value} is no number of days")
