"""`lukis doctor`: looks at everything that a start needs and says what is wrong in plain words."""

from __future__ import annotations

import asyncio
import importlib
import platform
import shutil
from collections.abc import Callable, Iterator

from bot.bootstrap import look_for_devices, starting_engine, try_models, try_safety
from bot.extras import lacking
from bot.home import InUse, only_one
from bot.locales import Locales, Say, terminal_language
from bot.programs.coming import coming
from bot.safety import Safety
from bot.settings import BadSetting, Settings
from bot.store import DATABASE
from bot.store.migrations import look
from bot.terminal import tell
from bot.usecases.models import addons_lines, passed_over, renamed_lines, unusable

Check = Callable[[Settings, Say], str]


async def doctor() -> int:
    """Runs all checks; 0 if all is well, 1 if not.

    Raises:
        BadSetting: the settings themselves can't be read.
    """
    settings = Settings.read()
    say = Locales.load(settings.language).say(terminal_language())
    bad = 0
    for name, check in _checks(say):
        try:
            told, mark = await asyncio.to_thread(check, settings, say), "✓"
        except Exception as error:
            told, mark, bad = str(error), "✗", bad + 1
        tell(f"{mark} {name}: {told}")
    return min(bad, 1)


def _checks(say: Say) -> Iterator[tuple[str, Check]]:
    yield "Python", lambda *_: platform.python_version()
    yield say("doctor-data"), _data
    yield say("doctor-tokens"), _tokens
    yield say("doctor-access"), _access
    yield "PyTorch", _torch
    if not lacking("engine"):
        yield say("doctor-models"), _models
        yield say("doctor-safety"), _safety


def _data(settings: Settings, say: Say) -> str:
    message = "doctor-data-free"
    try:
        with only_one(settings.data_dir):
            look(settings.data_dir / DATABASE)
    except InUse:
        message = "doctor-data-used"
    return say(message, folder=settings.data_dir, space=shutil.disk_usage(settings.data_dir).free / 1e9)


def _tokens(settings: Settings, say: Say) -> str:
    return " · ".join(
        say("doctor-token-set" if token else "doctor-token-missing", platform=name)
        for name, token in settings.tokens().items()
    )


def _access(settings: Settings, say: Say) -> str:
    return say(
        "doctor-access-told",
        access=settings.access.who,
        allowed=len(settings.access.allowed),
        admins=len(settings.access.admins),
    )


def _torch(settings: Settings, say: Say) -> str:
    if sentence := lacking("engine"):
        raise BadSetting(f"The engine {sentence}")
    look_for_devices(settings.models)
    torch = importlib.import_module("torch")
    gpus = [torch.cuda.get_device_name(i) for i in range(torch.cuda.device_count())]
    devices = " · ".join(gpus) or say("doctor-cpu")
    return say("doctor-torch-told", version=str(torch.__version__), devices=devices)


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
