"""Servers of our own: each at a port that a setting names, and deaf to what is no HTTP."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from bot.settings import BadSetting

_THEIRS = (ConnectionError, HttpProcessingError, web.RequestPayloadError)


def _is_ours(record: logging.LogRecord) -> bool:
    """Whether a failed request is worth a line: whoever has gone, or sends what is no HTTP, fills no log."""
    return not (record.exc_info and isinstance(record.exc_info[1], _THEIRS))


_log = logging.getLogger(__name__)
_log.addFilter(_is_ours)


@asynccontextmanager
async def listening(
    app: web.Application, host: str, port: int, settings: str, patience: float = 1.0
) -> AsyncIterator[int]:
    """Serves while open; yields the port, which is any free one where 0 was asked for.

    Args:
        app: what answers.
        host: where it listens.
        port: of the server.
        settings: how the names of the two settings begin, such as WEB for WEB_HOST and WEB_PORT.
        patience: seconds that requests under way get at the end.

    Raises:
        BadSetting: the address can't be listened on.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=patience, logger=_log)
    await runner.setup()
    try:
        await _listen(runner, host, port, settings)
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int, settings: str) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except (socket.gaierror, UnicodeError) as error:
        raise BadSetting(f"{settings}_HOST: {host} is no address of this machine.") from error
    except OSError as error:
        raise BadSetting(_why(host, port, error, settings)) from error


def _why(host: str, port: int, error: OSError, settings: str) -> str:
    name = f"{settings}_PORT"
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else port - 1
        return (
            f"{name}: {port} is taken by another program on {host}. Choose another, such as {name}={other}."
        )
    if error.errno == errno.EACCES:
        return f"{name}: {port} may not be used without more rights. Choose one from 1024 on."
    return f"{settings}_HOST: {host} can't be listened on: {error.strerror}."
