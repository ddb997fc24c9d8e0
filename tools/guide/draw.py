"""Draws the guide's pictures with the model that ships with Lukis: `python -m tools.guide.draw [topic...]`.

Each shows one thing at three values, side by side, and under each what was written to get it.
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PIL import Image, ImageDraw, ImageFont, ImageOps

from bot.bootstrap import Lukis, assemble
from bot.guide.topics import PICTURES, STRIP
from bot.messages import Address, Attachment, Card, Incoming, Person, Receipt
from bot.platforms.console import ConsolePlatform
from bot.settings import Settings

PAPER, INK = (246, 243, 236), (58, 54, 48)
SIDE, GAP = 200, 10
COLOURS = 160
"""In a picture's palette: enough for flat drawings, and a quarter of the bytes."""

FOX = "a fox in the snow --seed 7"


@dataclass(frozen=True)
class Panel:
    """One of the three: what is written under it and what it is drawn from.

    Attributes:
        label: the same in every language: a flag, or words of the prompt.
        words: prompt and flags.
        source: prompt and flags of the picture that it starts from, or "".
        at: how far it is drawn, from 0 to 1.
    """

    label: str
    words: str
    source: str = ""
    at: float = 1.0


def _panels(words: str, *flags: str, source: str = "") -> tuple[Panel, ...]:
    return tuple(Panel(flag, f"{words} {flag}", source) for flag in flags)


STRIPS: Mapping[str, tuple[Panel, ...]] = MappingProxyType(
    {
        "steps": _panels("a rocket --seed 6", "--steps 1", "--steps 4", "--steps 30"),
        "seed": _panels("a cat", "--seed 1", "--seed 2", "--seed 3"),
        "guidance": _panels(FOX, "--cfg 1", "--cfg 3", "--cfg 12"),
        "sampler": _panels(FOX, "--sampler euler", "--sampler euler_a", "--sampler dpmpp_2m"),
        "resolution": _panels(FOX, "--ar 9:16", "--ar 1:1", "--ar 16:9"),
        "strength": _panels(
            "an owl at night --seed 3", "--strength 0.3", "--strength 0.6", "--strength 0.9", source=FOX
        ),
        "diffusion": tuple(Panel(f"{at:.0%}", f"{FOX} --steps 40", at=at) for at in (0.1, 0.5, 1.0)),
    }
)
"""What is drawn for each topic that has a picture."""


class Easel(ConsolePlatform):
    """Keeps the previews of what is being drawn."""

    def __init__(self, target: Path) -> None:
        super().__init__(target, quiet=True)
        self.previews: list[tuple[float, bytes]] = []

    def pace(self, address: Address) -> float:
        """No step is left out."""
        return 0.0

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """Keeps the preview."""
        if card.preview and card.progress is not None:
            self.previews.append((card.progress, card.preview))


async def draw(lukis: Lukis, easel: Easel, panel: Panel) -> Image.Image:
    """The panel's picture."""
    source = None
    if panel.source:
        source = await asyncio.to_thread((await _file(lukis, easel, panel.source, None)).read_bytes)
    easel.previews.clear()
    file = await _file(lukis, easel, panel.words, source)
    if panel.at < 1:
        _, preview = min(easel.previews, key=lambda one: abs(one[0] - panel.at))
        return Image.open(io.BytesIO(preview)).convert("RGB")
    return Image.open(file).convert("RGB")


async def _file(lukis: Lukis, easel: Easel, words: str, source: bytes | None) -> Path:
    async def read(_: int) -> bytes:
        return source or b""

    given = (Attachment("source.png", len(source), read),) if source else ()
    person, address = Person("console", "guide"), Address(platform="console", chat="console")
    job = await lukis.service.reception.accept_text(Incoming(person, address, f"{words} --raw", given))
    done = await lukis.service.runner.finished(job.id)
    if not done.shown:
        raise SystemExit(f"“{words}” could not be drawn: {done.error}")
    return easel.files[0]


def strip(panels: Sequence[Panel], pictures: Sequence[Image.Image]) -> Image.Image:
    """The pictures side by side, each over its label."""
    sheet = Image.new("RGB", STRIP, PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(15)
    for i, (panel, picture) in enumerate(zip(panels, pictures, strict=True)):
        fitted = ImageOps.contain(picture, (SIDE, SIDE), Image.Resampling.LANCZOS)
        left = GAP + i * (SIDE + GAP)
        sheet.paste(fitted, (left + (SIDE - fitted.width) // 2, GAP + (SIDE - fitted.height) // 2))
        pen.text((left + SIDE / 2, GAP + SIDE + 15), panel.label, INK, font, anchor="mm")
    return sheet.quantize(COLOURS, dither=Image.Dither.NONE)


async def main(topics: Sequence[str]) -> None:
    """Draws these topics' pictures, or all."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.read(data_dir=Path(folder), models_dir=Path(folder), translators=("glossary",))
        easel = Easel(Path(folder) / "panel.png")
        async with assemble(settings, platforms=[easel]) as lukis:
            for topic in topics or STRIPS:
                pictures = [await draw(lukis, easel, panel) for panel in STRIPS[topic]]
                file = PICTURES / f"{topic}.png"
                strip(STRIPS[topic], pictures).save(file, optimize=True)
                print(f"{file}: {file.stat().st_size:,} bytes", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
