"""Discord's errors in the port's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.ports import Declined, Unavailable, Unreachable

UNKNOWN_MESSAGE = 10008
TOO_LARGE = 40005
ACKNOWLEDGED = 40060
"""An interaction has been answered already."""

NO_HISTORY = 160002
"""The bot may not read what it would reply to."""

_GONE = (10003, 10004, UNKNOWN_MESSAGE)
"""The channel, the server or the message is not there any more."""

_CLOSED = (50083, 160005)
"""The thread is archived, or locked: it takes nothing in any form until somebody opens it."""


@contextmanager
def in_our_words() -> Iterator[None]:
    """Raises `Unavailable` for whatever passes, `Declined` and `Unreachable` for whatever does not.

    What is wrong with a picture's file is none of Discord's.
    """
    try:
        yield
    except (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError):
        raise
    except discord.RateLimited as error:
        raise Unavailable("Discord asks us to slow down", error.retry_after) from error
    except discord.HTTPException as error:
        if passes(error):
            raise Unavailable(f"Discord answers {error.status}", _after(error)) from error
        if too_large(error):
            raise Declined(f"Discord refuses: {error}", "size") from error
        if error.status == 400 and error.code not in _CLOSED:
            raise Declined(f"Discord refuses: {error}") from error
        raise Unreachable(f"Discord refuses: {error}") from error
    except (OSError, aiohttp.ClientError) as error:  # time-outs are OSErrors
        unsure = not isinstance(error, aiohttp.ClientConnectorError)
        raise Unavailable(f"Discord can't be reached: {type(error).__name__}", unsure=unsure) from error
    except RuntimeError as error:
        if str(error) != "Session is closed":
            raise
        raise Unavailable("the connection to Discord is being closed") from error


def passes(error: discord.HTTPException) -> bool:
    """Whether the same request can succeed later."""
    return error.status in (401, 408, 429) or error.status >= 500


def gone(error: discord.HTTPException) -> bool:
    """Whether there is nothing left to change or to delete; what is only out of reach may come back."""
    return error.code in _GONE


def too_large(error: discord.HTTPException) -> bool:
    """Whether the files were the trouble."""
    return error.status == 413 or error.code == TOO_LARGE


def refused(error: discord.HTTPException) -> bool:
    """Whether this way is closed for good, so that another one has to be tried."""
    return not passes(error) and not too_large(error) and error.code != NO_HISTORY


def token_refused(error: discord.HTTPException) -> bool:
    """The same for an interaction's token, whose end Discord calls unauthorized or unknown."""
    return error.status == 401 or refused(error)


def _after(error: discord.HTTPException) -> float | None:
    try:
        return float(error.response.headers["Retry-After"])
    except (KeyError, ValueError):
        return None
