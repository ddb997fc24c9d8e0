"""A web server that means no good, on one port of this machine: each path is another mischief."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from PIL import Image

MEGABYTE = b"a" * 1_000_000

Write = Callable[[bytes], Awaitable[None]]


def png(colour: str = "red") -> bytes:
    """A small picture."""
    file = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(file, "PNG")
    return file.getvalue()


@dataclass
class Hostile:
    """What came in, and how much went out.

    Attributes:
        port: on 127.0.0.1.
        asked: every request's text.
        sent: bytes that were taken off our hands, by path.
        left: paths whose connection the other side ended.
        elsewhere: where `/moved` leads.
    """

    port: int = 0
    asked: list[str] = field(default_factory=list)
    sent: dict[str, int] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    elsewhere: str = "http://169.254.169.254/latest/meta-data/"

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """Of one mischief."""
        return f"http://{host}:{self.port}/{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        path = ""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.asked.append(head)
            path = head.split(" ")[1].strip("/")

            async def write(data: bytes) -> None:
                writer.write(data)
                await writer.drain()
                self.sent[path] = self.sent.get(path, 0) + len(data)

            await getattr(self, f"_{path.partition('/')[0].partition('.')[0]}")(write, path)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.left.add(path)
        finally:
            with suppress(ConnectionError):
                writer.close()

    async def _cat(self, write: Write, path: str) -> None:
        file = png()
        await write(_head(f"Content-Length: {len(file)}", "Set-Cookie: who=me") + file)

    async def _moved(self, write: Write, path: str) -> None:
        await write(_head(f"Location: {self.elsewhere}", status="302 Found"))

    async def _round(self, write: Write, path: str) -> None:
        await write(_head(f"Location: /{path}/on", status="301 Moved"))

    async def _near(self, write: Write, path: str) -> None:
        await write(_head("Location: /cat.png", status="307 Temporary"))

    async def _file(self, write: Write, path: str) -> None:
        await write(_head("Location: file:///etc/passwd", status="302 Found"))

    async def _endless(self, write: Write, path: str) -> None:
        await write(_head("Content-Type: image/png"))
        while True:
            await write(MEGABYTE)

    async def _lies(self, write: Write, path: str) -> None:
        await write(_head("Content-Length: 99999999999") + png())

    async def _page(self, write: Write, path: str) -> None:
        await write(_head("Content-Type: image/png", "Content-Length: 20") + b"<html>no picture<p/>"[:20])

    async def _header(self, write: Write, path: str) -> None:
        await write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(100):
            await write(MEGABYTE)

    async def _headers(self, write: Write, path: str) -> None:
        await write(b"HTTP/1.1 200 OK\r\n")
        for n in range(100_000):
            await write(b"X-%d: %s\r\n" % (n, b"a" * 1000))

    async def _drip(self, write: Write, path: str) -> None:
        await write(_head("Content-Type: image/png"))
        for byte in png() * 1000:
            await write(bytes([byte]))
            await asyncio.sleep(0.05)

    async def _silent(self, write: Write, path: str) -> None:
        await asyncio.sleep(3600)

    async def _never(self, write: Write, path: str) -> None:
        while True:
            await write(b"HTTP/1.1 100 Continue\r\n\r\n")
            await asyncio.sleep(0.01)

    async def _gone(self, write: Write, path: str) -> None:
        await write(_head("Content-Length: 0", status="404 Not Found"))

    async def _nonsense(self, write: Write, path: str) -> None:
        await write(b"\x00\xff" * 1000 + b"\r\n\r\n")

    async def _bomb(self, write: Write, path: str) -> None:
        await write(_head("Content-Encoding: gzip", "Content-Length: 4") + b"\x1f\x8b\x08\x00")


def _head(*headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "Connection: close", "", ""]).encode()


@asynccontextmanager
async def hostile() -> AsyncIterator[Hostile]:
    """Such a server while it runs."""
    server = Hostile()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
