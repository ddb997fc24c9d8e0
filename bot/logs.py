"""The log: one line an event, as text or as JSON, never a token in it, and nothing that a terminal would obey."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from bot import about
from bot.terminal import shown

Form = Literal["text", "json"]
"""How a line is written."""

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
    """Formats records with every secret blotted out, in messages and tracebacks alike; says whom they are about."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets = [s for s in secrets if s]

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The record's line without a traceback, and whom it is about."""
        line = super().formatMessage(record)
        known = " ".join(f"{name}={value}" for name, value in _about(record).items())
        return f"{line} [{known}]" if known else line

    def format(self, record: logging.LogRecord) -> str:
        """The record's line."""
        return shown(self._blotted(super().format(record)))

    def _blotted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return text


class JsonLines(Redacted):
    """The same as JSON, an object a line: `time`, `level`, `logger`, `message`, and where there are any `job`,
    `person`, `platform` and `traceback`."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's line."""
        message = record.getMessage()
        error = self.formatException(record.exc_info) if record.exc_info else record.exc_text
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self._blotted(message),
            **_about(record),
            **({"traceback": self._blotted(error)} if error else {}),
        }
        return shown(json.dumps(said, ensure_ascii=False))


def _about(record: logging.LogRecord) -> dict[str, str]:
    """Whom a record is about: a job that it names itself, else what is worked on where it comes from."""
    job = getattr(record, "job", "")
    return about.told(about.of_job(job) if job else about.now())


def start_log(level: str, secrets: Sequence[str] = (), form: Form = "text") -> None:
    """Logs to standard error from `level` on; chatty libraries only from WARNING on."""
    handler = logging.StreamHandler()
    handler.setFormatter((JsonLines if form == "json" else Redacted)(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
