"""What Discord says that can't be read: fields that are missing, new or of another type. Passed over, in one line."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import Any

import aiohttp
import discord
from pydantic import ValidationError

log = logging.getLogger(__name__)

_READING = tuple(f"bot.platforms.discord.{name}" for name in ("read", "plain", "buttons", "forms", "options"))
"""Modules of ours that read what Discord sends."""

MOST_KINDS = 1000
"""Kinds that are told apart; what comes after them is told no more."""


class Unreadable(logging.Filter):
    """Says each kind once. As a filter of discord.py's loggers it does so with what these would print a traceback of.

    A bug of ours keeps its traceback, and so does one of discord.py's own that nothing from outside has led to.
    """

    LOGGERS = tuple(
        f"discord.{name}" for name in ("client", "shard", "app_commands.tree", "ui.view", "ui.modal")
    )

    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def watch(self) -> None:
        """Becomes the filter of those loggers."""
        for name in self.LOGGERS:
            logging.getLogger(name).addFilter(self)

    def guarded(self, event: str, read: Callable[[Any], None]) -> Callable[[Any], None]:
        """The same reader, but what it can't read costs that one event."""

        def reads(data: Any) -> None:
            try:
                read(data)
            except Exception as error:
                self.say(event, error)

        return reads

    def say(self, what: str, error: BaseException) -> None:
        """Logs it, once for each place where reading it fails; never what it says: that is people's."""
        *_, (frame, line) = traceback.walk_tb(error.__traceback__)
        where = f"{type(error).__name__} in {frame.f_globals.get('__name__')}:{line}"
        kind = f"{what}: {where}"
        if kind not in self._said and len(self._said) < MOST_KINDS:
            self._said.add(kind)
            log.warning("Discord: %s can't be read and is passed over (%s)", what, where)

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether discord.py may print it as it is."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, discord.app_commands.CommandInvokeError):
            error = error.original
        if error is None or not from_outside(error):
            return True
        if isinstance(error, OSError | aiohttp.ClientError | discord.ConnectionClosed):
            record.exc_info, record.exc_text = None, None
            record.msg, record.args = f"{record.getMessage()} ({type(error).__name__})", ()
            return True
        self.say(record.funcName, error)
        return False


UNREADABLE = Unreadable()
"""Of all connections, so that a new one does not say it all again."""


def from_outside(error: BaseException) -> bool:
    """Whether Discord, what it sent, or the way there is the cause, and not code of ours."""
    if isinstance(error, OSError | aiohttp.ClientError | discord.DiscordException | ValidationError):
        return True
    modules = [str(f.f_globals.get("__name__")) for f, _ in traceback.walk_tb(error.__traceback__)]
    nearest = next((m for m in reversed(modules) if m.startswith(("discord.", "bot.", "engine."))), "")
    return nearest.startswith("discord.") or any(module in _READING for module in modules)
