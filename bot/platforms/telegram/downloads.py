"""Files that people sent, fetched from Telegram in pieces and never beyond a limit."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from weakref import WeakValueDictionary

import aiohttp
from telegram import Bot
from telegram.error import TelegramError

from bot.errors import NotAPicture
from bot.messages import Attachment
from bot.pauses import Pauses
from bot.platforms.telegram.errors import ours
from bot.platforms.telegram.read import Found
from bot.ports import Declined, Unavailable
from bot.proxies import through
from bot.reading import PIECE, TooLong, read_file, read_pieces

CLOUD_LIMIT = 20_000_000
"""Bytes that Telegram's own Bot API server lets a bot download; a self-hosted one has no limit."""

AT_ONCE = 8
"""Downloads at a time: each holds a whole file in memory."""

ATTEMPTS = 3
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 2.0
"""Seconds between attempts where Telegram does not say how long to wait; each pause doubles the last."""

PATIENCE = 60.0
"""Seconds; where Telegram wants longer pauses, the person is told instead, and may send the picture again."""

_TIMES = aiohttp.ClientTimeout(total=120, connect=10, sock_read=30)


class Downloads:
    """Reads what people send."""

    def __init__(self, bot: Bot, proxy: str | None = None) -> None:
        """`proxy` is on the way to Telegram; without one, the environment's."""
        self._bot = bot
        self._proxy = proxy
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
        pauses, end = Pauses(FIRST_PAUSE, LONGEST_PAUSE), time.monotonic() + PATIENCE
        for left in reversed(range(ATTEMPTS)):
            try:
                async with self._turns:
                    return await self._fetch(await self._locate(found), most)
            except Unavailable as error:
                pause = pauses.next(error.after)
                if not left or time.monotonic() + pause > end:
                    raise
            await asyncio.sleep(pause)
        raise AssertionError("unreachable")

    async def _locate(self, found: Found) -> str:
        """Where the file lies: a URL that holds the token, or a path where a self-hosted server shares our disk."""
        try:
            file = await self._bot.get_file(found.id)
        except TelegramError as error:
            meaning = ours(error)
            if isinstance(meaning, Declined) and meaning.step == "size":
                raise TooLong(CLOUD_LIMIT) from error
            if isinstance(meaning, Unavailable):
                raise meaning from error
            raise Unavailable(f"Telegram does not give the file: {meaning}") from error
        return file.file_path or ""

    async def _fetch(self, where: str, most: int) -> bytes:
        if not where.startswith(("http://", "https://")):
            return await asyncio.to_thread(_read_file, Path(where), most)
        try:
            async with (
                aiohttp.ClientSession(timeout=_TIMES, trust_env=True, **through(self._proxy)) as session,
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
