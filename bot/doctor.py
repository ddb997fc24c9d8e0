"""`lukis doctor`: looks at everything that a start needs and says what is wrong in plain words."""

from __future__ import annotations

import asyncio
import importlib
import platform
import shutil
from collections.abc import Callable, Iterator

from bot.bootstrap import make_engine, only_one
from bot.settings import BadSetting, Settings

Check = Callable[[Settings], str]


async def doctor() -> int:
    """Runs all checks; 0 if all is well, 1 if not.

    Raises:
        BadSetting: the settings themselves can't be read.
    """
    settings = Settings.read()
    bad = 0
    for name, check in _checks():
        try:
            told, mark = await asyncio.to_thread(check, settings), "✓"
        except Exception as error:
            told, mark, bad = str(error), "✗", bad + 1
        print(f"{mark} {name}: {told}", flush=True)
    return min(bad, 1)


def _checks() -> Iterator[tuple[str, Check]]:
    yield "Python", lambda _: platform.python_version()
    yield "Data folder", _data
    yield "Tokens", _tokens
    yield "Access", lambda s: f"{s.access}, {len(s.allowed)} allowed, {len(s.admins)} admins"
    yield "PyTorch", _torch
    yield "Models", _models


def _data(settings: Settings) -> str:
    try:
        with only_one(settings.data_dir):
            state = "free"
    except BadSetting as error:
        if "another" not in str(error):
            raise
        state = "in use by a running Lukis"
    gigabytes = shutil.disk_usage(settings.data_dir).free / 1e9
    return f"{settings.data_dir} ({state}, {gigabytes:.1f} GB left)"


def _tokens(settings: Settings) -> str:
    tokens = (("Telegram", settings.telegram_token), ("Discord", settings.discord_token))
    return ", ".join(f"{name} {'set' if token else 'not set'}" for name, token in tokens)


def _torch(_: Settings) -> str:
    torch = importlib.import_module("torch")
    gpus = [torch.cuda.get_device_name(i) for i in range(torch.cuda.device_count())]
    return f"{torch.__version__} on {', '.join(gpus) or 'the CPU'}"


def _models(settings: Settings) -> str:
    return ", ".join(m.name for m in make_engine(settings).models())
