"""Pictures from addresses that people write: fetched from the open internet alone, in little time and never too much.

What an address may lead to is decided where a connection is opened, by the very address that it is opened to: a name
that means something else by then, an address in another spelling, and a redirect all pass that one door.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from bot.errors import AddressNotFetched, AddressRefused
from bot.reading import PIECE, TooLong, read_pieces
from engine.api.errors import ImageTooLarge

LONGEST = 2000
"""Characters of an address."""

MOST_MOVES = 3
"""Redirects that are followed."""

AT_ONCE = 8
"""Pictures that are fetched at a time."""

_PORTS = {"http": 80, "https": 443}
_MOVED = (301, 302, 303, 307, 308)
_HEADERS = {"Accept": "image/*", "Accept-Encoding": "identity", "User-Agent": "Lukis"}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_OPEN_IPV6 = ipaddress.ip_network("2000::/3")

Door = tuple[str, int]
"""An internet address, in numbers, and a port."""


@dataclass(frozen=True)
class Fetching:
    """Fetches pictures.

    Attributes:
        on: whether anything is fetched at all.
        seconds: for everything together: names, redirects and the file.
        let_in: doors that are open though they don't lead to the open internet; for tests.
        resolver: what looks names up; the system's where None.
    """

    on: bool = True
    seconds: float = 20.0
    let_in: frozenset[Door] = frozenset()
    resolver: AbstractResolver | None = None
    _turns: asyncio.Semaphore = field(
        default_factory=lambda: asyncio.Semaphore(AT_ONCE), repr=False, compare=False
    )

    async def picture(self, address: str, most: int) -> bytes:
        """What lies at an address; whether that is a picture is for others to see.

        Raises:
            AddressRefused: it is none that is fetched from.
            AddressNotFetched: there is no answer in time, or nothing in it.
            ImageTooLarge: it has more than `most` bytes.
        """
        if not self.on:
            raise AddressRefused(why="off")
        turned: list[Door] = []
        try:
            async with asyncio.timeout(self.seconds), self._turns, self._session(turned) as session:
                return await self._followed(session, _url(address), most)
        except TooLong:
            raise ImageTooLarge.over_bytes(most) from None
        except (
            OSError,
            ValueError,
            aiohttp.ClientError,
            HttpProcessingError,
        ) as error:  # time-outs are OSErrors
            if turned:
                raise AddressRefused(why="private") from None
            raise AddressNotFetched() from error

    async def _followed(self, session: aiohttp.ClientSession, url: URL, most: int) -> bytes:
        """What lies there, or where that leads to."""
        for _ in range(MOST_MOVES + 1):
            self._check(url)
            async with session.get(url, allow_redirects=False) as answer:
                if answer.status in _MOVED:
                    url = url.join(URL(answer.headers.get("Location", "")))
                    continue
                if answer.status != 200:
                    raise AddressNotFetched()
                if (answer.content_length or 0) > most:
                    raise TooLong(most)
                return await read_pieces(answer.content.iter_chunked(PIECE), most)
        raise AddressNotFetched()

    def _session(self, turned: list[Door]) -> aiohttp.ClientSession:
        """A session that keeps nothing, knows no passwords and goes through no proxy; doors that it is turned away from
        are noted."""

        def opened(found: tuple[int, int, int, str, Any]) -> socket.socket:
            family, kind, protocol, _, (host, port, *_) = found
            if (host, port) not in self.let_in and not is_open(host):
                turned.append((host, port))
                raise ConnectionRefusedError(f"{host} is not on the open internet")
            return socket.socket(family, kind, protocol)

        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                socket_factory=opened, resolver=self.resolver, use_dns_cache=False, force_close=True
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            headers=_HEADERS,
        )

    def _check(self, url: URL) -> None:
        """Raises AddressRefused where that is an address to which nothing is sent."""
        ports = {_PORTS.get(url.scheme), *(port for _, port in self.let_in)}
        if url.scheme not in _PORTS or url.port not in ports or not url.host or url.user or url.password:
            raise AddressRefused(why="strange")


def _url(address: str) -> URL:
    """Raises AddressRefused where it is none, or far too long."""
    if len(address) > LONGEST:
        raise AddressRefused(why="strange")
    try:
        return URL(address).with_fragment(None)
    except ValueError:
        raise AddressRefused(why="strange") from None


def is_open(host: str) -> bool:
    """Whether an address in numbers leads to the open internet: to no machine of one's own, no neighbour of it, none of
    its provider's, and nobody in particular.

    >>> is_open("93.184.215.14"), is_open("127.0.0.1"), is_open("::ffff:10.0.0.1"), is_open("169.254.169.254")
    (True, False, False, False)
    """
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv4Address):
        return found.is_global and not found.is_multicast and not found.is_reserved
    within = found.ipv4_mapped or (
        ipaddress.IPv4Address(int(found) & 0xFFFFFFFF) if found in _NAT64 else None
    )
    if within:
        return is_open(str(within))
    tunnelled = found.sixtofour or found.teredo
    return found in _OPEN_IPV6 and found.is_global and not tunnelled and not found.is_multicast
