"""Files that people sent, fetched from Telegram in pieces and never beyond a limit."""

from __future__ import annotations

import asyncio
from pathlib import Path
from weakref import WeakValueDictionary

import aiohttp
from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.errors import NotAPicture
from bot.messages import Attachment
from bot.platforms.telegram.errors import ours
from bot.platforms.telegram.read import Found
from bot.ports import Unavailable
from bot.reading import PIECE, TooLong, read_file, read_pieces

CLOUD_LIMIT = 20_000_000
"""Bytes that Telegram's own Bot API server lets a bot download; a self-hosted one has no limit."""

AT_ONCE = 8
"""Downloads at a time: each holds a whole file in memory."""

ATTEMPTS = 3
_TIMES = aiohttp.ClientTimeout(total=120, connect=10, sock_read=30)


class Downloads:
    """Reads what people send."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._people: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def attachment(self, found: Found, person: str) -> Attachment:
        """The file as the use cases take it: nothing is fetched until it is read, one at a time for a person."""
        lock = self._people.setdefault(person, asyncio.Lock())

        async def read(most: int) -> bytes:
            if not found.picture:
                raise NotAPicture()
            async with lock:
                return await self.read(found, most)

        return Attachment(found.name, found.size, read, found.purpose)

    async def read(self, found: Found, most: int) -> bytes:
        """The file's bytes.

        Raises:
            TooLong: it has more than `most` bytes, or more than Telegram lets bots download.
            Unavailable: it could not be fetched.
        """
        async with self._turns:
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    return await self._fetch(await self._locate(found), most)
                except Unavailable as error:
                    if attempt == ATTEMPTS:
                        raise
                    await asyncio.sleep(error.after or attempt)
        raise AssertionError("unreachable")

    async def _locate(self, found: Found) -> str:
        """Where the file lies: a URL that holds the token, or a path where a self-hosted server shares our disk."""
        try:
            file = await self._bot.get_file(found.id)
        except BadRequest as error:
            if "too big" in str(error).lower():
                raise TooLong(CLOUD_LIMIT) from error
            raise Unavailable(f"Telegram does not give the file: {error}") from error
        except TelegramError as error:
            raise ours(error) from error
        return file.file_path or ""

    async def _fetch(self, where: str, most: int) -> bytes:
        if not where.startswith(("http://", "https://")):
            return await asyncio.to_thread(_read_file, Path(where), most)
        try:
            async with (
                aiohttp.ClientSession(timeout=_TIMES, trust_env=True) as session,
                session.get(where) as answer,
            ):
                if answer.status != 200:
                    raise Unavailable(f"Telegram answers {answer.status} for a file")
                return await read_pieces(answer.content.iter_chunked(PIECE), most)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            kind = type(error).__name__  # its words may hold the URL, and that holds the token
        raise Unavailable(f"a file can't be fetched from Telegram: {kind}")


def _read_file(path: Path, most: int) -> bytes:
    try:
        return read_file(path, most)
    except OSError as error:
        raise Unavailable(f"the Bot API server's file can't be read here: {error.strerror}") from error
