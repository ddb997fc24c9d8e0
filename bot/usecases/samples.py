"""What styles and models look like: pictures that Lukis draws by itself while nobody asks for any."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import aclosing, suppress
from hashlib import blake2s
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from PIL import Image

from bot.locales import Say
from bot.look import Look
from bot.messages import Shown
from bot.sheet import Layout, draw
from bot.styles.file import StyleFile
from bot.usecases.finds import dressed
from bot.usecases.wardrobe import Wardrobe
from engine.api.cards import ModelCard
from engine.api.choices import choose
from engine.api.errors import LukisError
from engine.api.events import Cancelled, Done, Failed
from engine.api.jobs import Job
from engine.api.names import find
from engine.api.parameters import Parameters
from engine.api.ports import Engine
from engine.api.recipe import resolve

log = logging.getLogger(__name__)

FOLDER = "samples"
"""Of the data folder, where they are kept: whatever goes from there is drawn again."""

SUBJECT = "a fox"
"""What every style shows."""

SEED = 7

QUIET = 60.0
"""Seconds without anybody's job after which one is drawn."""

REST = 30.0
"""Seconds between two looks at whether any is missing, where none was."""

LOOK = 0.5
"""Seconds between two looks at whether anybody wants something."""

SIDE = 256
"""Pixels of a sample's longer side."""

TILE = 144
"""Of one on a sheet."""

MOST_EXAMPLES = 4
"""Prompts of a model's card that are drawn."""


class Sample(NamedTuple):
    """Something to be drawn once: what it shows, and what to draw for that."""

    label: str
    prompt: str
    parameters: Parameters
    card: ModelCard

    @property
    def file(self) -> str:
        """Its name: another style, another model or another frame is another picture."""
        said = f"{self.card.name}\0{self.prompt}\0{self.parameters.model_dump_json(exclude_defaults=True)}"
        return f"{blake2s(said.encode(), digest_size=12).hexdigest()}.png"

    def job(self) -> Job:
        """What the engine is asked for. Raises LukisError where that model draws nothing from words alone."""
        mode = choose([], set(), [self.card], self.card.name).mode
        recipe = resolve(self.parameters, self.card, mode)
        prompt, recipe = dressed(self.prompt, recipe, recipe.negative)
        return Job(id=token_hex(8), tenant="samples", mode=mode.name, prompt=prompt, recipe=recipe)


class Samples:
    """Draws them when all is quiet, one at a time, and lets go as soon as anybody asks for something."""

    def __init__(
        self, engine: Engine, wardrobe: Wardrobe, root: Path, busy: Callable[[], int], on: bool
    ) -> None:
        """`root` is the data folder, `busy` tells how many jobs of people wait or run; none is drawn where not `on`."""
        self._engine = engine
        self._wardrobe = wardrobe
        self._folder = root / FOLDER
        self._busy = busy
        self._on = on
        self._failed: set[str] = set()
        self.quiet = QUIET
        self.look = LOOK

    async def run(self) -> None:
        """Draws what is missing, until cancelled."""
        await asyncio.to_thread(self._sweep)
        calm, drawing = time.monotonic(), asyncio.create_task(asyncio.sleep(0))
        try:
            while self._on:
                await asyncio.sleep(self.look)
                if self._busy():
                    calm = time.monotonic()
                    drawing.cancel()
                elif drawing.done() and time.monotonic() - calm >= self.quiet:
                    drawing = asyncio.create_task(self._next(), name="a sample")
        finally:
            drawing.cancel()

    async def looks(self, say: Say, person: str) -> list[Look]:
        """Every style that a person may wear, with its sample where there is one."""
        styles = await self._wardrobe.styles(person)
        drawn = await asyncio.to_thread(self._drawn_of, self.of_styles(styles.values()))
        title = self._wardrobe.title
        return [Look(name, title(say, each), drawn.get(each.name)) for name, each in styles.items()]

    def _drawn_of(self, samples: Iterable[Sample]) -> dict[str, Path]:
        """The files of those that are drawn, by what they show."""
        files = {each.label: self._folder / each.file for each in samples}
        return {label: file for label, file in files.items() if file.exists()}

    def of_styles(self, styles: Iterable[StyleFile]) -> list[Sample]:
        """What each looks like; of those that can't be worn here, nothing."""
        models = self._engine.models()
        return [each for style in styles if models and (each := self._of_style(style, models))]

    def of_model(self, card: ModelCard) -> list[Sample]:
        """What a model draws: the first examples of its card."""
        usual = Parameters(seed=SEED)
        return [Sample(e, e, usual, card) for e in card.examples[:MOST_EXAMPLES] or (SUBJECT,)]

    async def sheet(self, samples: Sequence[Sample], first: int = 0) -> Shown | None:
        """Those of them that are drawn, side by side with their numbers from `first` on; None where there are none."""
        return await asyncio.to_thread(self._sheet, samples, first)

    async def picture(self, sample: Sample) -> Shown | None:
        """One by itself; None where it is not drawn yet."""
        return await asyncio.to_thread(_shown, self._folder / sample.file)

    def _of_style(self, style: StyleFile, models: Sequence[ModelCard]) -> Sample | None:
        card = find(models, style.model) if style.model else models[0]
        if card is None or (card.draws and not style.few):
            return None
        kept = {n: getattr(style.parameters, n) for n in style.parameters.given}
        return Sample(style.name, SUBJECT, Parameters(seed=SEED, style=style.style, **kept), card)

    async def _wanted(self) -> list[Sample]:
        """All that there should be: first what the model shows that draws anyway, so that it stays in memory."""
        models = self._engine.models()
        styles = self.of_styles((await self._wardrobe.styles()).values())
        models_own = [each for card in models for each in self.of_model(card)]
        return sorted([*styles, *models_own], key=lambda each: each.card != models[0])

    async def _next(self) -> None:
        """Draws the first that is missing; where there is none, it is a while until somebody looks again."""
        for sample in await self._wanted():
            if sample.file in self._failed or await asyncio.to_thread((self._folder / sample.file).exists):
                continue
            try:
                png = await self._drawn(sample)
                await asyncio.to_thread(self._keep, sample.file, png)
            except (LukisError, OSError) as error:
                log.info("no sample of %s: %s", sample.label, error)
                self._failed.add(sample.file)
            except Exception:
                log.exception("a sample of %s could not be drawn", sample.label)
                self._failed.add(sample.file)
            return
        await asyncio.sleep(REST)

    async def _drawn(self, sample: Sample) -> bytes:
        """Its picture. Whoever stops waiting for it ends it. Raises LukisError where it can't be drawn."""
        async with aclosing(self._engine.submit(sample.job())) as events:
            told = [event async for event in events if isinstance(event, Done | Failed | Cancelled)]
        if not isinstance(told[-1], Done):
            raise LukisError(why=str(told[-1]))
        return told[-1].pictures[0].png

    def _sweep(self) -> None:
        """Sheets are put together anew where somebody looks at them."""
        for old in self._folder.glob("sheet-*.png"):
            old.unlink(missing_ok=True)

    def _keep(self, name: str, png: bytes) -> None:
        self._folder.mkdir(exist_ok=True)
        with Image.open(io.BytesIO(png)) as picture:
            small = picture.convert("RGB")
        small.thumbnail((SIDE, SIDE))
        _write(self._folder / name, small)

    def _sheet(self, samples: Sequence[Sample], first: int) -> Shown | None:
        there = {i: self._folder / each.file for i, each in enumerate(samples)}
        there = {i: file for i, file in there.items() if file.exists()}
        if not there:
            return None
        labels = {first + i: each.label for i, each in enumerate(samples) if i in there}
        said = "\0".join(f"{i} {labels[first + i]} {there[i].name}" for i in there)
        file = self._folder / f"sheet-{blake2s(said.encode(), digest_size=6).hexdigest()}.png"
        if not file.exists():
            columns = min(4, len(there))
            at = Layout(columns, -(-len(there) // columns), TILE, TILE)
            pictures = {first + i: path.read_bytes() for i, path in there.items()}
            with Image.open(io.BytesIO(draw(pictures, labels, at))) as drawn:
                _write(file, drawn.convert("P", palette=Image.Palette.ADAPTIVE, colors=128))
        return _shown(file)


def _shown(file: Path) -> Shown | None:
    try:
        with Image.open(file) as picture:
            return Shown(file, *picture.size, seed=SEED)
    except (OSError, ValueError):
        return None


def _write(file: Path, picture: Image.Image) -> None:
    """Whole or not at all."""
    part = file.with_name(f".part-{os.getpid()}-{file.name}")
    try:
        picture.save(part, "PNG", optimize=True)
        part.replace(file)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
