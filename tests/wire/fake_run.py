"""`lukis run` with a fake engine, as a process of its own: `python -m tests.wire.fake_run`. It starts in a second."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STEP_SECONDS = 0.05


@asynccontextmanager
async def fake_run(data: Path, **settings: object) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process, ready to serve; killed when the block ends."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    chosen = {
        "data_dir": data,
        "web": False,
        "translators": "glossary",
        "translation_timeout": 60,
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.wire.fake_run",
        cwd=ROOT,
        env={**kept, "OMP_NUM_THREADS": "1", **{k.upper(): str(v) for k, v in chosen.items()}},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        assert await asyncio.wait_for(process.stdout.readline(), 60) == b"ready\n"
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()


async def _serve() -> None:
    from bot.bootstrap import assemble
    from bot.logs import start_log
    from bot.settings import Settings
    from tests.fakes import FakeEngine

    settings = Settings.read(_env_file=None)
    start_log("WARNING", settings.secrets())
    async with assemble(settings, engine=FakeEngine(step_seconds=STEP_SECONDS)) as lukis:
        print("ready", flush=True)
        await lukis.run()


if __name__ == "__main__":
    asyncio.run(_serve())
