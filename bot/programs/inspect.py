"""`lukis inspect`: what pictures' files say of how they were made, and whether they carry the watermark."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.locales import Locales, Say, terminal_language
from bot.pictures.words import Told
from bot.programs.once import attachment
from bot.settings import Settings
from bot.terminal import tell
from bot.usecases.refusals import error_text
from bot.usecases.uploads import Intake
from engine.api.errors import LukisError
from engine.api.infotext import read


async def inspect(files: Sequence[Path], as_json: bool) -> int:
    """Prints what each picture tells. 0 if all could be read, 1 if not.

    Raises:
        BadSetting: a setting can't be used.
    """
    settings = Settings.read()
    say, limits, code = Locales.load(settings.language).say(terminal_language()), settings.pictures, 0
    with closing(Intake(limits.megabytes * 1_000_000, limits.megapixels * 1_000_000)) as intake:
        for file in files:
            try:
                told = await intake.told(attachment("", file))
            except OSError as error:
                sentence = f"{file}: {error.strerror or error}"
            except LukisError as error:
                sentence = f"{file}: {error_text(say, error.code, error.facts)}"
            else:
                about = json.dumps(_about(file, told), ensure_ascii=False) if as_json else ""
                tell(about or _in_words(file, told, say))
                continue
            tell(f"lukis: {sentence}", sys.stderr)
            code = 1
    return code


def _about(file: Path, told: Told) -> dict[str, Any]:
    said = read(told.words)
    return {
        "file": str(file),
        "format": told.format,
        "size": [told.width, told.height],
        "prompt": said.prompt if said else None,
        "negative": said.negative if said else None,
        "parameters": dict(said.pairs) if said else {},
        "watermark": told.marked,
    }


def _in_words(file: Path, told: Told, say: Say) -> str:
    lines = [f"{file}: {told.format}, {told.width}×{told.height}"]
    lines.append(told.words or say("terminal-untold"))
    lines.append(say("again-marked") if told.marked else say("terminal-unmarked"))
    return "\n".join(lines)
