"""Telegram's errors as ours. Its error codes are few; what went wrong stands in the description."""

from __future__ import annotations

import os

os.environ["PTB_TIMEDELTA"] = (
    "1"  # the library's own switch: RetryAfter.retry_after as a timedelta, no warning
)

import httpx
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.ports import Declined, Step, Unavailable, Unreachable


class Gone(Exception):
    """The message or button is not there any more, or already is as it should be: nothing to do."""


class Missing(Gone):
    """The message is not there any more."""


class ThreadGone(Exception):
    """The topic was deleted."""


class Stays(Declined):
    """The message can't be deleted: of one that is older than 48 hours Telegram takes only changes."""


class Unstyled(Declined):
    """The server does not know a style of words, such as the folded quotes of newer ones."""


class Wordless(Declined):
    """The message is a picture: words stand under it, if at all."""


class NoMethod(Declined):
    """The server is older than the method."""


class TooLarge(NetworkError):
    """What was sent is more than the server, or a proxy before it, takes: 413, in whatever words."""


_SAYS: tuple[tuple[type[Exception], tuple[str, ...]], ...] = (
    (
        Missing,
        (
            "message to edit not found",
            "message to delete not found",
            "message_id_invalid",
        ),
    ),
    (Stays, ("message can't be deleted",)),
    (Wordless, ("there is no text in the message to edit",)),
    (Gone, ("message is not modified", "query is too old", "query_id_invalid")),
    (ThreadGone, ("message thread not found", "topic_deleted", "topic_id_invalid")),
    (
        Unreachable,
        (
            "chat not found",
            "peer_id_invalid",
            "chat_write_forbidden",
            "have no rights to send a message",
            "need administrator rights",
            "channel_private",
            "chat_restricted",
        ),
    ),
)

_DECLINED: tuple[tuple[Step, tuple[str, ...]], ...] = (
    (
        "photo",
        (
            "for a photo",
            "rights to send photos",
            "send_photos_forbidden",
            "photo_invalid_dimensions",
            "photo_save_file_invalid",
            "photo_ext_invalid",
            "photo_crop_size_small",
            "image_process_failed",
            "wrong type of the web page content",
        ),
    ),
    ("size", ("file is too big",)),
    (
        "picture",
        (
            "rights to send documents",
            "rights to send animations",
            "send_gifs_forbidden",
            "rights to send media",
            "send_docs_forbidden",
            "send_media_forbidden",
        ),
    ),
)
"""What Telegram says of a file. Any other 400 may be for the message that is answered, or for its topic."""

_STYLES = ("messageentity", "message entit", "parse entities", "entity_")

_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)

_NO_JSON = "Parsing the server response"


def ours(error: TelegramError) -> Exception:
    """What an error of Telegram's means to us.

    Returns:
        Unavailable, Unreachable, Declined, Gone or ThreadGone.
    """
    if isinstance(error, RetryAfter):
        return Unavailable("Telegram asked to wait", seconds(error))
    if isinstance(error, TooLarge):
        return Declined(str(error), "size")
    if not is_telegrams(error):
        return Unavailable(f"something between us and Telegram answers: {_short(error)}")
    if isinstance(error, Forbidden):
        return Unreachable(str(error))
    if _lacks_method(error):
        return NoMethod("the Bot API server does not know the method")
    if isinstance(error, InvalidToken):
        return Unavailable("Telegram does not accept the token")
    says = str(error).lower()
    for kind, phrases in _SAYS:
        if any(phrase in says for phrase in phrases):
            return kind(str(error))
    if isinstance(error, BadRequest):
        if any(phrase in says for phrase in _STYLES):
            return Unstyled(str(error))
        return Declined(
            str(error), next((step for step, why in _DECLINED if any(p in says for p in why)), "reply")
        )
    if isinstance(error, NetworkError):
        return Unavailable(f"Telegram can't be reached: {_short(error)}", unsure=_unsure(error))
    return Unavailable(f"Telegram answered with nonsense: {_short(error)}")


def is_telegrams(error: TelegramError) -> bool:
    """Whether Telegram itself said so: a proxy's 403 or 404 is a page, not JSON, and means nothing for ever."""
    return _NO_JSON not in str(error) and _NO_JSON not in str(error.__cause__)


def is_bad_token(error: TelegramError) -> bool:
    """Whether Telegram does not accept the token; the library says so too where a method is not known."""
    return isinstance(error, InvalidToken) and is_telegrams(error) and not _lacks_method(error)


def _lacks_method(error: TelegramError) -> bool:
    return isinstance(error, InvalidToken) and "method not found" in f"{error} {error.__cause__}".lower()


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants us to wait, in seconds."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def after(error: TelegramError) -> float | None:
    """How long Telegram wants us to wait after an error, in seconds; None where it does not say."""
    return seconds(error) if isinstance(error, RetryAfter) else None


def _unsure(error: TelegramError) -> bool:
    """Whether the connection broke after the request had begun to go out: Telegram may have done it."""
    return isinstance(error.__cause__, httpx.HTTPError) and not isinstance(error.__cause__, _NEVER_SENT)


def _short(error: TelegramError) -> str:
    """The first words of it: whole answers of broken proxies stand in some, and the token in one."""
    if isinstance(error, InvalidToken):
        return "no, or that there is nothing here"
    return str(error).partition("\n")[0].partition(_NO_JSON)[0][:200]
