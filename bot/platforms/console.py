"""The command line as a platform: a progress bar, then files."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bot.messages import Address, Card, Receipt, Shown
from bot.pictures.moving import FILM
from bot.pictures.saved import is_kept_so, saved
from bot.ports import Service, Unreachable
from bot.terminal import shown

ANIMATIONS = (".gif", ".webp", FILM)
"""What the target of a morph ends with where its animation alone is wanted."""


class ConsolePlatform:
    """Shows one person one job. Everything but the result goes to standard error."""

    name = "console"
    title = "Command line"
    undoes = False
    whispers = False
    largest = 2_000_000_000

    def __init__(self, target: Path, *, quiet: bool = False) -> None:
        """`target` is where the picture goes; several are numbered: `out-1.png`, `out-2.png`."""
        self._target = target
        console = Console(file=sys.stderr, quiet=quiet)
        columns = TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn()
        self._bar = Progress(*columns, console=console, transient=True)
        self._task = self._bar.add_task("", total=1.0)
        self.said: list[str] = []
        self.files: list[Path] = []
        self.notes: tuple[str, ...] = ()

    @property
    def connected(self) -> bool:
        """A terminal is always there."""
        return True

    async def run(self, service: Service) -> None:
        """Shows the progress bar until cancelled."""
        with self._bar:
            await asyncio.Event().wait()

    async def send(self, address: Address, card: Card) -> Receipt:
        """Keeps what is no status, to be printed in the end."""
        if card.job is None:
            self.said.append(card.text)
        self._show(card)
        return Receipt(platform=self.name, chat=address.chat)

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """Moves the bar on."""
        self._show(card)

    async def remove(self, receipt: Receipt, instead: Card) -> None:
        """There is nothing to remove."""

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """Writes the pictures. Raises Unreachable where they can't be: nobody waits here until they can."""
        if card.text:
            self.said.append(card.text)
        self.notes = card.notes
        for picture, file in self._files(card):
            try:
                await asyncio.to_thread(_copy, picture.file, file)
            except OSError as error:
                self.files = []
                self.said.append(f"lukis: {error.filename or file}: {error.strerror or error}")
                raise Unreachable(str(error)) from error
            self.files.append(file)
        return Receipt(platform=self.name, chat=address.chat)

    def masked(self) -> list[Path]:
        """What was shown of a picture stays alone; the mask that it came with gets a name that says so."""
        named = self._target.with_stem(f"{self._target.stem}-mask").with_suffix(".png")
        masks = [mask.replace(named) for mask in self.files[1:]]
        self.files = self.files[:1]
        return masks

    async def admins(self, chat: str) -> Sequence[str]:
        """Nobody: each chat is one person's own."""
        return ()

    async def governs(self, person: str, chat: str) -> bool:
        """Nobody does."""
        return False

    async def alone(self, person: str) -> Address:
        """The terminal."""
        return Address(platform=self.name, chat=person)

    async def let_go(self, chat: str) -> bool:
        """The terminal has all that is shown itself."""
        return False

    def pace(self, address: Address) -> float:
        """A terminal takes what comes, ten times a second."""
        return 0.1

    def _files(self, card: Card) -> Iterable[tuple[Shown, Path]]:
        """Where each picture goes; those that one was put together from come after it, numbered."""
        if card.moving:
            asked = self._target.suffix.lower() in ANIMATIONS
            yield card.moving, self._target if asked else self._target.with_suffix(".gif")
            if asked:
                return
        pictures = card.pictures
        for index, picture in enumerate(pictures):
            yield picture, self._named(index, len(pictures), picture.name)
        for part in card.parts:
            yield part, self._named(part.index, len(pictures) + 1, part.name)

    def _named(self, index: int, count: int, name: str) -> Path:
        """Where a picture goes; one in another format than the target says is called after its format."""
        target = self._target if is_kept_so(name) else self._target.with_suffix(Path(name).suffix)
        return target if count == 1 else target.with_stem(f"{target.stem}-{index + 1}")

    def _show(self, card: Card) -> None:
        self._bar.update(self._task, description=shown(card.text), completed=card.progress or 0.0)


def _copy(source: Path, target: Path) -> None:
    """Copies a file in the format of its new name; half of one, as a full disk leaves it, does not stay."""
    picture = saved(source, target.name)
    out = target.open("wb")
    try:
        with out:
            out.write(picture)
    except OSError:
        if target.is_file():
            target.unlink()
        raise
