"""Telegram's errors as ours. Its error codes are few; what went wrong stands in the description."""

from __future__ import annotations

import os

os.environ["PTB_TIMEDELTA"] = (
    "1"  # the library's own switch: RetryAfter.retry_after as a timedelta, no warning
)

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.ports import Unavailable, Unreachable


class Gone(Exception):
    """The message or button is not there any more, or already is as it should be: nothing to do."""


class Missing(Gone):
    """The message is not there any more."""


class ThreadGone(Exception):
    """The topic was deleted."""


class FileRefused(Exception):
    """Telegram does not take this file in this form."""


_SAYS: tuple[tuple[type[Exception], tuple[str, ...]], ...] = (
    (
        Missing,
        (
            "message to edit not found",
            "message to delete not found",
            "message can't be edited",
            "message can't be deleted",
            "message_id_invalid",
        ),
    ),
    (Gone, ("message is not modified", "query is too old", "query_id_invalid")),
    (ThreadGone, ("message thread not found", "topic_deleted", "topic_id_invalid")),
    (
        FileRefused,
        (
            "photo_invalid_dimensions",
            "photo_save_file_invalid",
            "photo_ext_invalid",
            "photo_crop_size_small",
            "image_process_failed",
            "file is too big",
            "request entity too large",
            "wrong type of the web page content",
        ),
    ),
)


_NO_JSON = "Parsing the server response"


def ours(error: TelegramError) -> Exception:
    """What an error of Telegram's means to us.

    Returns:
        Unavailable, Unreachable, Gone, ThreadGone or FileRefused.
    """
    if isinstance(error, RetryAfter):
        return Unavailable("Telegram asked to wait", seconds(error))
    if not is_telegrams(error):
        return Unavailable(f"something between us and Telegram answers: {_short(error)}")
    if isinstance(error, Forbidden):
        return Unreachable(str(error))
    if isinstance(error, InvalidToken):
        return Unavailable("Telegram does not accept the token")
    says = str(error).lower()
    for kind, phrases in _SAYS:
        if any(phrase in says for phrase in phrases):
            return kind(str(error))
    if isinstance(error, BadRequest):
        return Unreachable(str(error))
    if isinstance(error, NetworkError):
        return Unavailable(f"Telegram can't be reached: {_short(error)}")
    return Unavailable(f"Telegram answered with nonsense: {_short(error)}")


def is_telegrams(error: TelegramError) -> bool:
    """Whether Telegram itself said so: a proxy's 403 or 404 is a page, not JSON, and means nothing for ever."""
    return _NO_JSON not in str(error) and _NO_JSON not in str(error.__cause__)


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants us to wait, in seconds."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def after(error: TelegramError) -> float | None:
    """How long Telegram wants us to wait after an error, in seconds; None where it does not say."""
    return seconds(error) if isinstance(error, RetryAfter) else None


def _short(error: TelegramError) -> str:
    """The first words of it: whole answers of broken proxies stand in some."""
    return str(error).partition("\n")[0].partition(_NO_JSON)[0][:200]
