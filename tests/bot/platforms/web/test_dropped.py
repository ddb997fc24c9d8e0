"""Uploads that come slowly and are dropped anywhere: by whoever sends them, or by what stands in between."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest

from tests.wire.web import House, browser, house

FIELD = b'--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
PIECE = 5000  # bytes

ENDS: dict[str, Callable[[asyncio.StreamWriter], None]] = {
    "closes": lambda writer: writer.close(),
    "half closes": lambda writer: writer.write_eof(),
    "breaks": lambda writer: writer.transport.abort(),
    "talks nonsense": lambda writer: writer.write(b"\x00\xff\r\n" * 2000),
}

PLACES = (0, 30, 60, 90, 120, 170, 220, 300, 20_000, 49_000)
"""How much of a form comes: within each header and each value of it."""


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("header", ["Accept: */*", "Expect: 100-continue"])
async def test_slow_uploads_that_are_dropped_anywhere_leave_no_traceback(
    tmp_path: Path, end: str, header: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    async with house(tmp_path) as at, browser(at) as alice:
        await asyncio.gather(*(drop(at, header, place, end) for place in PLACES * 2))
        await alice.send("a boat")
        await alice.painted("a boat")
    assert not [record for record in caplog.records if record.exc_info]


async def test_nobody_is_at_work_for_a_browser_that_has_gone_once_the_page_has_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, ended = asyncio.Event(), asyncio.Event()

    async def hangs(*what: object) -> None:
        asked.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async with house(tmp_path) as at:
        monkeypatch.setattr(at.lukis.service, "command", hangs)
        async with browser(at) as alice:
            sending = asyncio.create_task(alice.send("a boat"))
            await asked.wait()
            sending.cancel()
        await asyncio.sleep(0.2)  # for the server to hear of it
        assert not ended.is_set()
    assert ended.is_set()


async def drop(at: House, header: str, place: int, end: str) -> None:
    """Somebody new sends a picture with words, piece by piece, and only so much of it."""
    async with aiohttp.ClientSession() as session, session.get(f"{at.origin}/start") as start:
        (cookie,) = start.cookies.values()
    body = b"".join(
        FIELD % field
        for field in (
            (b"id", secrets.token_hex(8).encode()),
            (b"text", b"in oil"),
            (b"picture", bytes(50_000)),
        )
    )
    server = at.origin.removeprefix("http://")
    head = (
        *("POST /send HTTP/1.1", f"Host: {server}", f"Origin: {at.origin}", header),
        *(f"Cookie: {cookie.key}={cookie.value}", "Content-Type: multipart/form-data; boundary=x"),
        *(f"Content-Length: {len(body)}", "", ""),
    )
    reader, writer = await asyncio.open_connection(*server.split(":"))
    writer.write("\r\n".join(head).encode())
    for begin in range(0, place, PIECE):
        writer.write(body[begin : min(begin + PIECE, place)])
        await asyncio.sleep(0.01)
    ENDS[end](writer)
    try:
        async with asyncio.timeout(0.5):
            await reader.read()
    except (TimeoutError, ConnectionError):
        pass
    writer.close()
