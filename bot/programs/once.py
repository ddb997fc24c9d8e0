"""`lukis imagine` and `lukis translate`: one thing, once, through the same service as every chat."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.bootstrap import assemble, open_translator
from bot.locales import terminal_language
from bot.logs import start_log
from bot.messages import Address, Attachment, Incoming, Person
from bot.platforms.console import ConsolePlatform
from bot.reading import read_file
from bot.settings import Settings
from bot.store import open_store
from bot.store.rows import JobRow
from bot.usecases.cards import error_text
from engine.api.errors import LukisError

ADDRESS = Address(platform="console", chat="console")


def me() -> Person:
    """Whoever sits at this terminal, with the language of their locale."""
    return Person("console", "me", language=terminal_language())


async def imagine(words: str, target: Path, files: Mapping[str, Path], as_json: bool) -> int:
    """Draws one picture; prints where it went. 0 if it worked, 1 if not. `files` are pictures by input.

    Raises:
        BadSetting: a setting can't be used.
    """
    settings = Settings.read()
    start_log("WARNING", settings.secrets())
    for file in files.values():
        if not file.is_file():
            print(f"lukis: {file}: {os.strerror(errno.ENOENT)}", file=sys.stderr)
            return 1
    platform = ConsolePlatform(target, quiet=as_json)
    async with assemble(settings, platforms=[platform]) as lukis:
        showing = asyncio.create_task(platform.run(lukis.service))
        say = await lukis.service.say(me())
        incoming = Incoming(
            me(), ADDRESS, words, attachments=tuple(_attachment(*given) for given in files.items())
        )
        try:
            job = await lukis.service.runner.finished(
                (await lukis.service.reception.accept_text(incoming)).id
            )
        except LukisError as error:
            job, platform.said = None, [error_text(say, error.code, error.facts)]
        showing.cancel()
        await asyncio.wait([showing])
    if job is None or not platform.files:
        print("\n".join(platform.said), file=sys.stderr)
        return 1
    print(
        json.dumps(_about(job, platform.files), ensure_ascii=False)
        if as_json
        else "\n".join(map(str, platform.files))
    )
    return 0


def _attachment(purpose: str, image: Path) -> Attachment:
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
        "steps": job.recipe.steps,
        "sampler": job.recipe.sampler,
        "cfg": job.recipe.cfg,
        "model": job.recipe.model,
        "seconds": round(job.seconds or 0.0, 3),
        "file": str(files[0]),
        **({"files": [str(f) for f in files]} if len(files) > 1 else {}),
    }


async def translate(prompts: Iterable[str], language: str | None, as_json: bool, lines: bool) -> int:
    """Shows how prompts are understood, a line each. 0 always: a prompt that nobody could translate says so.

    Raises:
        BadSetting: a setting can't be used.
    """
    settings = Settings.read()
    start_log("WARNING", settings.secrets())
    from bot.translation.explain import explain

    async with open_store(settings.data_dir) as store, open_translator(settings, store) as chain:
        for prompt in prompts:
            told = await explain(chain, prompt, language)
            print(told.model_dump_json() if as_json or lines else told.in_words(), flush=True)
    return 0
