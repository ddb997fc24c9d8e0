"""A real Apertium: its own server with the Spanish-English pair, as Debian ships them."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.translation.build import build_translator
from bot.translation.options import TranslationOptions
from tests.bot.translation.stand_ins import MemoryCache
from tests.patience import PATIENCE

PAIRS = Path("/usr/share/apertium")
# APy listens everywhere and has no option against it: this binds it to this machine and a free port, and says which.
START = """
import sys, tornado.httpserver as h
bind = h.HTTPServer.bind
def local(self, port, **_):
    bind(self, 0, "127.0.0.1")
    print(next(iter(self._pending_sockets)).getsockname()[1], flush=True)
h.HTTPServer.bind = local
from apertium_apy.apy import main
main()
"""


@pytest.fixture
async def apertium(tmp_path: Path) -> AsyncIterator[str]:
    if not shutil.which("apertium-apy") or not (PAIRS / "modes" / "spa-eng.mode").exists():
        pytest.skip("needs Apertium: apt-get install apertium-apy apertium-eng-spa")
    log = tmp_path / "apertium.log"
    with log.open("wb") as errors:
        server = await asyncio.create_subprocess_exec(
            "/usr/bin/python3", "-c", START, str(PAIRS),
            stdout=asyncio.subprocess.PIPE, stderr=errors, start_new_session=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},  # it starts in no other kind
        )  # fmt: skip
    assert server.stdout
    try:
        port = await asyncio.wait_for(server.stdout.readline(), PATIENCE)
        assert port, log.read_text()
        yield f"http://127.0.0.1:{int(port)}"
    finally:
        if server.returncode is None:
            server.terminate()
        await server.wait()


async def test_spanish_becomes_english_and_the_syntax_stays_whole(apertium: str) -> None:
    options = TranslationOptions(apertium_url=apertium, timeout=60)
    translator = build_translator(["apertium"], cache=MemoryCache(), options=options)
    await translator.warm()
    prompt = 'una (manzana roja:1.3) en la playa, <lora:x:0.8>, un cartel "Bienvenidos", 85mm'
    account = await translator.account(prompt)
    english = account.translation.english
    assert account.translation.provider == "apertium", account.attempts
    assert "(red apple:1.3) in the beach, <lora:x:0.8>, " in english
    assert english.endswith('"Bienvenidos", 85mm')
    await translator.close()


async def test_a_language_without_a_pair_goes_on_to_the_next(apertium: str) -> None:
    options = TranslationOptions(apertium_url=apertium, timeout=60)
    translator = build_translator(["apertium", "glossary"], cache=MemoryCache(), options=options)
    await translator.warm()
    account = await translator.account("seekor rubah merah di salju")
    assert account.translation.provider == "glossary"
    assert account.attempts[0].outcome == "does not read the language"
    await translator.close()
