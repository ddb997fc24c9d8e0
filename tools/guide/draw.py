"""Draws the guide's pictures with the model that ships with Lukis: `python -m tools.guide.draw [topic...]`.

Each shows one thing at three values, side by side, and under each what was written to get it. Without a topic, those
are drawn that are no longer what they were drawn as.
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps
from PIL.PngImagePlugin import PngInfo

from bot.bootstrap import Lukis, assemble
from bot.guide.topics import PICTURES, STRIP
from bot.messages import Address, Attachment, Card, Incoming, Person, Receipt
from bot.platforms.console import ConsolePlatform
from bot.settings import Settings
from bot.usecases.sheets import finds
from tools.guide.strips import STRIPS, Panel, Row, recipe

PAPER, INK = (246, 243, 236), (58, 54, 48)
SIDE, GAP = 200, 10
COLOURS = 96
"""In a picture's palette: enough for flat drawings, and a quarter of the bytes."""

MADE = "made"
"""The text of a picture's file that says how it was made."""


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
        file = (await _files(lukis, easel, panel.source, None))[0]
        source = await asyncio.to_thread(file.read_bytes)
    easel.previews.clear()
    files = await _files(lukis, easel, panel.words, source)
    if panel.at < 1:
        _, preview = min(easel.previews, key=lambda one: abs(one[0] - panel.at))
        return Image.open(io.BytesIO(preview)).convert("RGB")
    picture = Image.open(files[panel.part]).convert("RGB")
    return middle(picture) if panel.close else repeated(picture, panel.across)


async def _files(lukis: Lukis, easel: Easel, words: str, source: bytes | None) -> list[Path]:
    """The pictures of a job, without the sheet of a sweep."""

    async def read(_: int) -> bytes:
        return source or b""

    easel.files.clear()
    given = (Attachment("source.png", len(source), read),) if source else ()
    person, address = Person("console", "guide"), Address(platform="console", chat="console")
    await lukis.store.people.meet(person)
    job = await lukis.service.reception.accept_text(Incoming(person, address, f"{words} --raw", given))
    done = await lukis.service.runner.finished(job.id)
    if not done.shown:
        raise SystemExit(f"“{words}” could not be drawn: {done.error}")
    return easel.files[:1] if finds(done) else easel.files[-len(done.shown) :]


def middle(picture: Image.Image) -> Image.Image:
    """The middle of a picture, a quarter as wide and high, with every dot of it to be seen."""
    width, height = picture.size
    part = picture.crop((width * 3 // 8, height * 3 // 8, width * 5 // 8, height * 5 // 8))
    return part.resize((SIDE, SIDE), Image.Resampling.NEAREST) if part.width < SIDE else part


def repeated(picture: Image.Image, across: int) -> Image.Image:
    """Copies of a picture side by side and one above the other."""
    sheet = Image.new("RGB", (picture.width * across, picture.height * across))
    for x in range(across):
        for y in range(across):
            sheet.paste(picture, (x * picture.width, y * picture.height))
    return sheet


def strip(rows: Sequence[Row], pictures: Sequence[Image.Image]) -> Image.Image:
    """The pictures side by side, each over its label, row under row."""
    width, height = STRIP
    sheet = Image.new("RGB", (width, height * len(rows)), PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(15)
    left = iter(pictures)
    for down, row in enumerate(rows):
        for across, panel in enumerate(row):
            fitted = ImageOps.contain(next(left), (SIDE, SIDE), Image.Resampling.LANCZOS)
            x, y = GAP + across * (SIDE + GAP), GAP + down * height
            sheet.paste(fitted, (x + (SIDE - fitted.width) // 2, y + (SIDE - fitted.height) // 2))
            pen.text((x + SIDE / 2, y + SIDE + 15), panel.label, INK, font, anchor="mm")
    return sheet.quantize(COLOURS, dither=Image.Dither.NONE)


def stale(topic: str) -> bool:
    """Whether a topic's picture is not, or no longer, what `STRIPS` says."""
    file = PICTURES / f"{topic}.png"
    if not file.exists():
        return True
    with Image.open(file) as picture:
        return picture.info.get(MADE) != recipe(topic)


async def main(topics: Sequence[str]) -> None:
    """Draws these topics' pictures, or all that are stale."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        data, models = Path(folder) / "data", Path(folder) / "models"
        models.mkdir()
        settings = Settings.read(data_dir=data, models_dir=models, translators=("glossary",))
        easel = Easel(Path(folder) / "panel.png")
        async with assemble(settings, platforms=[easel]) as lukis:
            for topic in topics or filter(stale, STRIPS):
                pictures = [await draw(lukis, easel, panel) for row in STRIPS[topic] for panel in row]
                file, made = PICTURES / f"{topic}.png", PngInfo()
                made.add_text(MADE, recipe(topic))
                strip(STRIPS[topic], pictures).save(file, optimize=True, pnginfo=made)
                print(f"{file}: {file.stat().st_size:,} bytes", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
