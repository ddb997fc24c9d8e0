"""Draws the pictures that the page shows whoever comes for the first time: `python -m tools.guide.firsts`.

With the model that ships with Lukis, from the words that a click on one sends.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from PIL import Image

from bot.bootstrap import assemble
from bot.locales import Locales
from bot.messages import Address, Incoming, Person
from bot.platforms.console import ConsolePlatform
from bot.platforms.web.files import FOLDER
from bot.platforms.web.known import FIRSTS
from bot.settings import Settings

SIDE = 240
"""Pixels of a side: sharp on a dense screen, where three stand in a row."""

SEED = 7


async def main() -> None:
    """Draws all of them."""
    say = Locales.load().say("en")
    with tempfile.TemporaryDirectory() as folder:
        easel = ConsolePlatform(Path(folder) / "out", quiet=True)
        chosen = Settings.read(env_file=None, data_dir=Path(folder) / "data", translators=("glossary",))
        async with assemble(chosen, platforms=[easel]) as lukis:
            for name, word in FIRSTS.items():
                easel.files.clear()
                words = f"{say(word)} --seed {SEED} --raw"
                incoming = Incoming(
                    Person("console", "guide"), Address(platform="console", chat="console"), words
                )
                job = await lukis.service.reception.accept_text(incoming)
                await lukis.service.runner.finished(job.id)
                keep(easel.files[0], FOLDER / f"first-{name}.webp")


def keep(file: Path, target: Path) -> None:
    """A drawn picture as the page shows it."""
    with Image.open(file) as picture:
        small = picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    small.save(target, "WEBP", quality=80, method=6)
    print(target)


if __name__ == "__main__":
    asyncio.run(main())
