"""The page and the webhook behind nginx, set up as the documentation says."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import ssl
from asyncio.subprocess import DEVNULL, create_subprocess_exec
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.platforms.telegram.webhook import SECRET, Hook
from tests.patience import PATIENCE, until
from tests.wire.forward import pour
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import house

SAID = (Path(__file__).parents[2] / "docs/many-servers.md").read_text("utf-8")
SITE = "https://paint.example.org"


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
async def test_the_page_and_the_webhook_work_behind_nginx(tmp_path: Path) -> None:
    hook = Hook(f"{SITE}/telegram", port=0)
    async with (
        TelegramServer() as telegram,
        lukis_on(telegram, tmp_path / "bot", hook=hook) as on,
        house(tmp_path / "page", allowed_hosts=("paint.example.org",), proxies=("127.0.0.1",)) as at,
    ):
        alice = telegram.person("Alice")
        await until(lambda: telegram.world.hook.url and getattr(on.platform.news, "port", None))
        hooked = getattr(on.platform.news, "port", 0)
        async with nginx(tmp_path, {"8019": str(hooked), "8017": at.origin.rpartition(":")[2]}) as session:
            secret = {SECRET: telegram.world.hook.secret_token}
            await alice.send("/imagine a fox")
            for status, headers in ((403, {}), (200, secret), (200, secret)):
                update = telegram.world.updates[0]
                async with session.post(hook.url, json=update, headers=headers) as answer:
                    assert answer.status == status
            assert (await alice.expect_photo()).quote == "a fox" and len(on.engine.jobs) == 1
            async with session.get(f"{SITE}/start") as answer:
                assert answer.status == 200 and "Secure" in answer.headers["Set-Cookie"]
            async with session.ws_connect(f"{SITE}/live", headers={"Origin": SITE}) as live:
                assert (await live.receive_json())["type"] == "chat"
            async with session.get("https://other.example.org/start") as answer:
                assert answer.status == 403


@asynccontextmanager
async def nginx(folder: Path, ports: dict[str, str]) -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody whose requests all come to an nginx with the documentation's lines, but for addresses and keys."""
    listens = folder / "nginx.sock"
    await _certify(folder / "paint")
    (folder / "nginx.conf").write_text(_lines(folder, listens, ports), "utf-8")
    running = await create_subprocess_exec("nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"))
    door = await asyncio.start_server(partial(_lead, listens), "127.0.0.1", 0)
    try:
        trusting = ssl.create_default_context(cafile=str(folder / "paint.pem"))
        here = Here(door.sockets[0].getsockname()[1])
        async with aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=here, ssl=trusting)
        ) as session:
            yield session
    finally:
        door.close()
        running.terminate()
        await running.wait()


async def _lead(listens: Path, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Leads from a port, which may be any free one, to nginx, which has to be told its own."""
    there, out = await _reached(listens)
    await asyncio.gather(pour(reader, out), pour(there, writer))


async def _reached(listens: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    for _ in range(int(PATIENCE * 20)):
        with suppress(OSError):
            return await asyncio.open_unix_connection(listens)
        await asyncio.sleep(0.05)
    raise AssertionError("nginx did not start")


class Here(AbstractResolver):
    """Every name leads to one port of this machine."""

    def __init__(self, port: int) -> None:
        self._found: ResolveResult = {
            "hostname": "",
            "host": "127.0.0.1",
            "port": port,
            "family": socket.AF_INET,
            "proto": 0,
            "flags": socket.AI_NUMERICHOST,
        }

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [self._found]

    async def close(self) -> None:
        """Nothing is open."""


async def _certify(key: Path) -> None:
    name = ["-subj", "/CN=paint.example.org", "-addext", "subjectAltName=DNS:*.example.org"]
    made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", *name]
    files = ["-keyout", f"{key}.key", "-out", f"{key}.pem"]
    done = await create_subprocess_exec("openssl", "req", "-x509", *made, *files, stderr=DEVNULL)
    assert await done.wait() == 0


def _lines(folder: Path, listens: Path, ports: dict[str, str]) -> str:
    """The whole file that nginx reads."""
    (lines,) = re.findall(r"```nginx\n(.*?)```", SAID, re.DOTALL)
    changed = {f"127.0.0.1:{old}": f"127.0.0.1:{new}" for old, new in ports.items()}
    changed |= {"listen 443 ssl": f"listen unix:{listens} ssl", "/etc/ssl/paint": f"{folder}/paint"}
    for old, new in changed.items():
        assert old in lines
        lines = lines.replace(old, new)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    around = f"daemon off; master_process off; pid {folder}/pid; error_log stderr;\nevents {{}}\n"
    return f"{around}http {{ access_log off;\n{places}{lines}}}\n"
