"""How another command asks the Lukis that runs on a data folder: HTTP over a socket in it, for its owner alone.

Who may read and write the folder may ask; nobody else can, from this machine or another. So
`curl --unix-socket data/.control http://lukis/status` works as well as `lukis status`.
"""

from __future__ import annotations

import logging
import os
import socket
import tempfile
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.settings import BadSetting

log = logging.getLogger(__name__)

NAME = ".control"
"""The socket's, in the data folder."""

LONGEST_PATH = 100
"""Bytes of a socket's path; the system takes 107 at most."""

PATIENCE = 10.0
"""Seconds that an answer may take."""


class NotRunning(Exception):
    """No Lukis runs on the folder."""


@asynccontextmanager
async def answering(folder: Path, routes: Iterable[web.RouteDef]) -> AsyncIterator[None]:
    """Answers what is asked there while open. Where the folder's disk has no sockets, the log says so."""
    try:
        listening = _listen(folder)
    except OSError as error:
        log.warning("DATA_DIR: commands can't ask this program anything: %s: %s", folder, error.strerror)
        yield
        return
    app = web.Application()
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        yield
    finally:
        (folder / NAME).unlink(missing_ok=True)
        await runner.cleanup()


async def ask(folder: Path, what: str) -> bytes:
    """What the Lukis that runs on the folder answers to `GET /what`.

    Raises:
        NotRunning: none does.
        BadSetting: it can't be asked, and why.
    """
    limit = aiohttp.ClientTimeout(total=PATIENCE)
    try:
        with _within_reach(folder / NAME) as path:
            connector = aiohttp.UnixConnector(path=path)
            async with (
                aiohttp.ClientSession(connector=connector, timeout=limit) as session,
                session.get(f"http://lukis/{what}") as response,
            ):
                response.raise_for_status()
                return await response.read()
    except (FileNotFoundError, ConnectionError) as error:
        raise NotRunning from error
    except aiohttp.ClientConnectorError as error:
        if isinstance(error.os_error, FileNotFoundError | ConnectionRefusedError):
            raise NotRunning from error
        raise BadSetting(f"DATA_DIR: {folder / NAME}: {error.os_error.strerror}.") from error
    except aiohttp.ServerDisconnectedError as error:  # it is just ending
        raise NotRunning from error
    except (aiohttp.ClientError, TimeoutError) as error:
        raise BadSetting(f"DATA_DIR: the Lukis that runs on {folder} gives no answer: {error!r}.") from error


def _listen(folder: Path) -> socket.socket:
    """A socket of that name that nobody else may use, not for a moment; one that a kill has left is replaced."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with tempfile.TemporaryDirectory(prefix=f"{NAME}-", dir=folder) as own:
            made = Path(own) / NAME
            with _within_reach(made) as path:
                listening.bind(path)
            made.chmod(0o600)
            made.replace(folder / NAME)
    except BaseException:
        listening.close()
        raise
    return listening


@contextmanager
def _within_reach(path: Path) -> Iterator[str]:
    """A name for a socket that is short enough for the system."""
    if len(os.fsencode(path)) <= LONGEST_PATH:
        yield str(path)
        return
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{handle}/{path.name}"
    finally:
        os.close(handle)
