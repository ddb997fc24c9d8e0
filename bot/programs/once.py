"""`lukis imagine` and `lukis translate`: one thing, once, through the same service as every chat."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import json
import os
import sys
import threading
from collections.abc import AsyncIterator, Coroutine, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.bootstrap import Lukis, assemble, open_translator
from bot.cluster import ClusterOptions
from bot.engines import check_model
from bot.errors import NoStore
from bot.home import settled_store
from bot.locales import Locales, terminal_language
from bot.logs import start_log
from bot.messages import Address, Attachment, Incoming, Person
from bot.pictures import moving
from bot.pictures.moving import FILM
from bot.pictures.saved import format_named
from bot.platforms.console import ConsolePlatform
from bot.programs.coming import fetch_default
from bot.reading import read_file
from bot.settings import Settings
from bot.store import Store
from bot.store.rows import JobRow
from bot.terminal import tell
from bot.usecases.refusals import error_text
from bot.usecases.sheets import finds
from bot.watching.options import WatchOptions
from engine.api.errors import LukisError
from engine.api.parameters import PARAMETERS
from engine.api.recipe import Recipe

_PARTING = 1.0
"""Seconds that the devices get to end what they are at, once an interrupted picture is noted as such."""

ALONE = {"watch": WatchOptions(), "cluster": ClusterOptions()}
"""It is not watched, and draws here: a cluster draws for one Lukis at a time, which is the one that runs."""

ADDRESS = Address(platform="console", chat="console")


def me() -> Person:
    """Whoever sits at this terminal, with the language of their locale."""
    return Person("console", "me", language=terminal_language())


async def imagine(
    words: str, target: Path, files: Mapping[str, Path], as_json: bool, show_mask: bool = False
) -> int:
    """Draws one picture; prints where it went. 0 if it worked, 1 if not. `files` are pictures by input; a part of one
    that was found is painted at once, unless it is to be shown.

    Raises:
        BadSetting: a setting can't be used.
    """
    if form := format_named(target.name):
        words = f"{PARAMETERS['format'].flag} {form} {words}"
    settings = Settings.read()
    start_log("WARNING", settings.secrets(), settings.log_format)
    try:
        _check(files.values(), target)
    except OSError as error:
        tell(f"lukis: {error.filename}: {error.strerror}", sys.stderr)
        return 1
    if target.suffix.lower() == FILM and not moving.ffmpeg():
        say = Locales.load(settings.language).say(terminal_language())
        tell(f"lukis: {say('terminal-no-film', file=str(target))}", sys.stderr)
        return 1
    check_model(settings.models)
    models = await fetch_default(settings.models, words, Locales.load(settings.language).flags())
    platform = ConsolePlatform(target, quiet=as_json)
    async with (
        assemble(settings.model_copy(update={"models": models, **ALONE}), platforms=[platform]) as lukis,
        _at_the_terminal(lukis.store),
    ):
        showing = asyncio.create_task(platform.run(lukis.service))
        say = await lukis.service.say(me())
        incoming = Incoming(
            me(), ADDRESS, words, attachments=tuple(attachment(*given) for given in files.items())
        )
        try:
            job = await _drawn(lukis, lukis.service.reception.accept_text(incoming))
            if finds(job) and job.shown:
                masks = platform.masked()
                if not show_mask:
                    platform.files = []
                    job = await _drawn(lukis, lukis.service.reception.use(job, me(), ADDRESS))
                platform.files += masks
        except LukisError as error:
            job, platform.said = None, [error_text(say, error.code, error.facts)]
        showing.cancel()
        await asyncio.wait([showing])
    if job is None or not platform.files:
        tell("\n".join(platform.said), sys.stderr)
        return 1
    if as_json:
        tell(json.dumps(_about(job, platform.files), ensure_ascii=False))
    else:
        tell("\n".join(platform.notes), sys.stderr)
        tell("\n".join(map(str, platform.files)))
    return 0


def _check(files: Iterable[Path], target: Path) -> None:
    """Raises OSError where a file can't be read, or the target not be written: better now than when all is drawn."""
    for file in files:
        if not file.is_file():
            raise _refused(file, errno.ENOENT)
    if not target.parent.is_dir():
        raise _refused(target.parent, errno.ENOTDIR if target.parent.exists() else errno.ENOENT)
    if target.is_dir():
        raise _refused(target, errno.EISDIR)
    if not os.access(target if target.exists() else target.parent, os.W_OK):
        raise _refused(target, errno.EACCES)


def _refused(file: Path, number: int) -> OSError:
    return OSError(number, os.strerror(number), file)


@asynccontextmanager
async def _at_the_terminal(store: Store) -> AsyncIterator[None]:
    """Ends what others here left when they were stopped: nobody could resume it.

    While one of them is still at it, what there is may be theirs, and stays.
    """
    with (store.root / ".terminal").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            await store.jobs.abandon(ConsolePlatform.name)
        except (BlockingIOError, NoStore):
            pass
        await asyncio.to_thread(fcntl.flock, file, fcntl.LOCK_SH)
        yield


async def _drawn(lukis: Lukis, accepting: Coroutine[Any, Any, JobRow]) -> JobRow:
    """The job once it is over; it goes with whoever stops waiting for it, from the moment that it is accepted."""
    accepted = asyncio.ensure_future(accepting)
    try:
        return await lukis.service.runner.finished((await asyncio.shield(accepted)).id)
    except asyncio.CancelledError:
        with suppress(LukisError):  # it was just being refused
            await lukis.service.runner.cancel(await accepted)
        _leave_within(_PARTING)
        raise


def _leave_within(seconds: float) -> None:
    """Ends the process then at the latest: a model that is being loaded, a long step can't be broken off."""
    timer = threading.Timer(seconds, os._exit, (130,))
    timer.daemon = True
    timer.start()


def attachment(purpose: str, image: Path) -> Attachment:
    """A file on this machine as something that came along. Raises OSError where there is none."""

    async def read(most: int) -> bytes:
        return await asyncio.to_thread(read_file, image, most)

    return Attachment(image.name, image.stat().st_size, read, purpose)


def _about(job: JobRow, files: list[Path]) -> dict[str, object]:
    translation, first = job.translation, job.images[0]
    return {
        "job": job.id,
        "prompt": job.prompt,
        "english": translation.english if translation else job.prompt,
        "language": translation.language if translation else "und",
        "seed": first.seed,
        "size": [first.width, first.height],
        **({"asked": job.asked} if job.asked else {}),
        **({"notices": [asdict(notice) for notice in job.notices]} if job.notices else {}),
        **_how(job.recipe),
        "seconds": round(job.seconds or 0.0, 3),
        "file": str(files[0]),
        **({"files": [str(f) for f in files]} if len(files) > 1 else {}),
    }


def _how(recipe: Recipe) -> dict[str, object]:
    """What drew it, and how; an upscaler that draws has a sampler of its own, others have nothing of the kind."""
    if recipe.stretched:
        return {"upscaler": recipe.upscaler}
    steps = {"steps": recipe.steps, "cfg": recipe.cfg}
    if recipe.redrawn:
        return steps | {"upscaler": recipe.upscaler}
    return steps | {"sampler": recipe.sampler, "model": recipe.model}


async def translate(prompts: Iterable[str], language: str | None, as_json: bool, lines: bool) -> int:
    """Shows how prompts are understood, a line each. 0 always: a prompt that nobody could translate says so.

    Raises:
        BadSetting: a setting can't be used.
    """
    settings = Settings.read()
    start_log("WARNING", settings.secrets(), settings.log_format)
    from bot.translation.explain import explain

    async with settled_store(settings) as store, open_translator(settings, store) as chain:
        for prompt in prompts:
            told = await explain(chain, prompt, language)
            tell(told.model_dump_json() if as_json or lines else told.in_words())
    return 0
