"""The log: one line an event, never a token in it, and nothing that a terminal would obey."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.terminal import shown

NOISY = (
    "httpx",
    "httpx2",
    "httpcore",
    "httpcore2",
    "telegram",
    "apscheduler",
    "discord",
    "aiohttp.access",
    "urllib3",
    "aiosqlite",
    "PIL",
)


class Redacted(logging.Formatter):
    """Formats records with every secret blotted out, in messages and tracebacks alike."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets = [s for s in secrets if s]

    def format(self, record: logging.LogRecord) -> str:
        """The record's line."""
        line = shown(super().format(record))
        for secret in self._secrets:
            line = line.replace(secret, "<secret>")
        return line


def start_log(level: str, secrets: Sequence[str] = ()) -> None:
    """Logs to standard error from `level` on; chatty libraries only from WARNING on."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacted(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
