"""A proxy on the way out, as offices and countries have them: HTTP, its CONNECT, and SOCKS 5, all at one port."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

NAME, PASSWORD = "lukis", "the-word-for-the-proxy"


@dataclass
class Forward:
    """Passes on to one port of this machine what is meant for names that nobody else knows.

    Attributes:
        port: where it listens.
        target: the port to which all leads.
        passed: the names that were asked for, as HTTP, CONNECT or SOCKS told them.
        dead: whether it hangs up at once.
        turned_away: how often it did.
    """

    target: int
    port: int = 0
    passed: list[str] = field(default_factory=list)
    dead: bool = False
    turned_away: int = 0

    def at(self, scheme: str) -> str:
        """Its address."""
        return f"{scheme}://{NAME}:{PASSWORD}@127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            first = b"" if self.dead else await reader.readexactly(1)
            if self.dead:
                self.turned_away += 1
            elif first == b"\5":
                await self._socks(reader, writer)
            else:
                await self._http(first, reader, writer)
        writer.close()

    async def _http(self, first: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = first + await reader.readuntil(b"\r\n\r\n")
        method, where = head.decode("latin-1").split(" ")[:2]
        known = base64.b64encode(f"{NAME}:{PASSWORD}".encode())
        if b"\r\nproxy-authorization: basic " + known.lower() not in head.lower():
            writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            return
        self.passed.append(where.split("://")[-1].split("/")[0])
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            head = b""
        await self._join(head, reader, writer)

    async def _socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly((await reader.readexactly(1))[0])
        writer.write(b"\5\2")
        _, size = await reader.readexactly(2)
        name = await reader.readexactly(size)
        word = await reader.readexactly((await reader.readexactly(1))[0])
        assert (name.decode(), word.decode()) == (NAME, PASSWORD)
        writer.write(b"\1\0")
        *_, kind = await reader.readexactly(4)
        assert kind == 3, "names are looked up by the proxy alone"
        self.passed.append((await reader.readexactly((await reader.readexactly(1))[0])).decode())
        await reader.readexactly(2)
        writer.write(b"\5\0\0\1\0\0\0\0\0\0")
        await self._join(b"", reader, writer)

    async def _join(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, out = await asyncio.open_connection("127.0.0.1", self.target)
        out.write(head)
        ways = [asyncio.create_task(pour(*way)) for way in ((reader, out), (there, writer))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        out.close()


async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Passes on what comes, until its end."""
    with suppress(ConnectionError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()


@asynccontextmanager
async def forward(url: str) -> AsyncIterator[Forward]:
    """A proxy by which all leads to what listens at `url`."""
    made = Forward(int(url.rpartition(":")[2]))
    serving: set[asyncio.Task[None]] = set()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving.add(task := asyncio.create_task(made.serve(reader, writer)))
        task.add_done_callback(serving.discard)

    server = await asyncio.start_server(begin, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        for task in serving:
            task.cancel()
