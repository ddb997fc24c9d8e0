"""`lukis doctor`: looks at everything that a start needs and says what is wrong in plain words."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import math
import platform
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing

from bot.bootstrap import quota_file
from bot.engines import look_for_devices, starting_engine, try_models, try_safety
from bot.extras import lacking
from bot.locales import Locales, Say, terminal_language
from bot.programs import checks
from bot.programs.checks import Wrong, in_use
from bot.programs.cluster_checks import cluster
from bot.programs.coming import coming
from bot.safety import Safety
from bot.settings import BadSetting, Settings
from bot.store import DATABASE
from bot.store.damage import backups
from bot.store.migrations import look
from bot.terminal import tell
from bot.usecases.models import addons_lines, passed_over, renamed_lines, unusable

Check = Callable[[Settings, Say], str | Awaitable[str]]


async def doctor() -> int:
    """Runs all checks; 0 if all is well, 1 if not.

    Raises:
        BadSetting: the settings themselves can't be read.
    """
    settings = Settings.read()
    say = Locales.load(settings.language).say(terminal_language())
    bad = 0
    for name, check in _checks(settings, say):
        try:
            told, mark = await _done(check, settings, say), "✓"
        except Exception as error:
            told, mark, bad = str(error), "✗", bad + 1
        tell(f"{mark} {name}: {told}")
    return min(bad, 1)


async def _done(check: Check, settings: Settings, say: Say) -> str:
    """What a check has to say; one that blocks does so in a thread."""
    if inspect.iscoroutinefunction(check):
        return str(await check(settings, say))
    return str(await asyncio.to_thread(check, settings, say))


def _checks(settings: Settings, say: Say) -> Iterator[tuple[str, Check]]:
    yield "Python", lambda *_: platform.python_version()
    yield say("doctor-data"), _data
    yield say("doctor-database"), _database
    yield say("doctor-tokens"), checks.tokens
    yield say("doctor-clock"), checks.clock
    yield say("doctor-access"), _access
    yield say("doctor-quotas"), _quotas
    yield say("doctor-page"), checks.page
    yield say("doctor-translators"), checks.translators
    if settings.cluster.head:
        yield say("doctor-cluster"), cluster
    yield "PyTorch", _torch
    if not lacking("engine"):
        yield say("doctor-models"), _models
        yield say("doctor-safety"), _safety


def _data(settings: Settings, say: Say) -> str:
    folder = settings.data_dir
    message = "doctor-data-used" if in_use(settings) else "doctor-data-free"
    free = shutil.disk_usage(folder).free
    if free < settings.min_free_mb * 1_000_000:
        raise Wrong(say("doctor-data-full", folder=folder, space=free / 1e9, setting="MIN_FREE_MB"))
    return say(message, folder=folder, space=free / 1e9)


def _database(settings: Settings, say: Say) -> str:
    """Looks at all of it, unlike a start, which looks for two seconds."""
    file = settings.data_dir / DATABASE
    if not file.exists():
        return say("doctor-database-none")
    look(file, math.inf)
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    size, kept = file.stat().st_size / 1e6, len(backups(file))
    return say("doctor-database-told", version=version, size=size, backups=kept)


def _access(settings: Settings, say: Say) -> str:
    return say(
        "doctor-access-told",
        access=settings.access.who,
        allowed=len(settings.access.allowed),
        admins=len(settings.access.admins),
    )


def _quotas(settings: Settings, say: Say) -> str:
    file = settings.access.quotas
    rules = quota_file(settings).rules()
    if not file.exists():
        return say("doctor-quotas-none")
    return say("doctor-quotas-told", file=file, classes=len(rules.classes), chats=len(rules.chats))


def _torch(settings: Settings, say: Say) -> str:
    if sentence := lacking("engine"):
        raise BadSetting(f"The engine {sentence}")
    look_for_devices(settings.models)
    _draw_on(settings.models.devices)
    torch = importlib.import_module("torch")
    gpus = [torch.cuda.get_device_name(i) for i in range(torch.cuda.device_count())]
    devices = " · ".join(gpus) or say("doctor-cpu")
    return say("doctor-torch-told", version=str(torch.__version__), devices=devices)


def _draw_on(devices: tuple[str, ...]) -> None:
    """Computes a little on each device that may draw: some are there and can't. Raises what it meets."""
    from engine.local.devices import devices_here

    torch = importlib.import_module("torch")
    for device in devices or devices_here():
        grid = torch.ones(64, 64, device=device)
        float((grid @ grid).sum())


def _models(settings: Settings, say: Say) -> str:
    addons = starting_engine(settings).addons()
    tried = try_models(settings.models)
    models = tried.cards(settings.models.default or "")
    return "\n".join(
        [
            ", ".join(model.name for model in models),
            *addons_lines(say, addons),
            *renamed_lines(say, models, addons),
            *passed_over(say, [*tried.passed_over(), *unusable(addons)]),
            *coming(settings.models, say),
        ]
    )


def _safety(settings: Settings, say: Say) -> str:
    if Safety.of(settings.safety).off:
        return say("doctor-safety-off")
    try_safety(settings)
    return say("doctor-safety-works", policy=settings.safety.policy, chats=len(settings.safety.chats))
