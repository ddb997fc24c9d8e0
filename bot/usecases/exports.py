"""`/export`: all that somebody has made, to take along."""

from __future__ import annotations

import asyncio
import secrets
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from bot.errors import NoStore, NotNow
from bot.locales import Say
from bot.messages import Card, Incoming
from bot.pictures.packing import Packer
from bot.ports import Platform
from bot.store import Store
from bot.store.rows import JobRow
from bot.store.trouble import passes, until_kept
from bot.usecases import cards
from bot.usecases.answers import Answers
from bot.usecases.eyes import Eyes

P = ParamSpec("P")
T = TypeVar("T")

FOLDER = "exports"
"""In the data folder. What a kill leaves in it goes at the next start; what can be fetched by a link stays."""

LARGEST = 2_000_000_000
"""Bytes of a file that the page hands out, to whoever has its link."""

GOOD_FOR = 24 * 3600.0
"""Seconds for which a link leads to a file."""

EVERY = 600.0
"""Seconds from looking for files whose links have ended to looking again."""

KEPT = 3600.0
"""Seconds for which what was packed can be fetched, or sent again where a platform takes nothing now."""

MOST_PARTS = 20
MOST_BYTES = 4_000_000_000
"""Of the files that somebody is given at once: whoever has more asks for the rest."""

_AT_ONCE = 2
"""People whose pictures are packed at the same time."""

_FEW = 50
"""Jobs that are read at once."""


class Exports:
    """Packs what somebody has made, a few jobs at a time, and sends it; once at a time for each."""

    def __init__(
        self,
        store: Store,
        answers: Answers,
        eyes: Eyes,
        platforms: Mapping[str, Platform],
        page: str | None,
    ) -> None:
        """`page` is the address by which people reach the page from anywhere, if they do."""
        self._store = store
        self._answers = answers
        self._eyes = eyes
        self._platforms = platforms
        self._page = page
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._packing: dict[str, asyncio.Task[None]] = {}
        self._folders: dict[str, Path] = {}
        self._ends: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Deletes what nobody can fetch any more, now and then, and at the end what has no link."""
        try:
            while True:
                await until_kept(self._sweep)
                await asyncio.sleep(EVERY)
        finally:
            for task in (*self._packing.values(), *self._ends.values()):
                task.cancel()
            for folder in self._folders.values():
                shutil.rmtree(folder, ignore_errors=True)

    async def _sweep(self) -> None:
        """What is packed now is asked for first: it may get its link meanwhile."""
        kept = {*self._folders.values()}
        kept |= {self._folder(file) for file in await self._store.parcels.still_out()}
        await asyncio.to_thread(_leave, self._store.root / FOLDER, kept)

    async def parcel(self, secret: str) -> tuple[Path, str] | None:
        """The file that a link leads to, and its name; None where there is none any more."""
        found = await self._store.parcels.handed_out(secret)
        return (self._store.root / found[0], found[1]) if found else None

    async def send(self, incoming: Incoming, say: Say) -> None:
        """Sends everything in as many files as that takes, or what was asked for from a number on.

        Raises:
            NotNow: it is being packed already.
            NoStore: there is no space for it.
        """
        if incoming.group:
            card = Card(text=say("account-private", command="/export"), private=True, refused=True)
            await self._answers.answer(incoming.address, card)
            return
        who = incoming.person.identity
        if who in self._packing:
            raise NotNow()
        self._store.watch.check()
        packing = asyncio.create_task(self._packed(incoming, say), name="an export")
        self._packing[who] = packing
        try:
            await asyncio.wait([packing])
        finally:
            packing.cancel()
            del self._packing[who]
        if not packing.cancelled():  # else they are forgotten, and nothing is to be said
            await packing

    async def let_go(self, who: str) -> None:
        """Ends the packing for somebody of that key, and deletes what was packed."""
        if packing := self._packing.get(who):
            packing.cancel()
            await asyncio.wait([packing])
        await self._delete(who)

    async def _delete(self, who: str) -> None:
        if end := self._ends.pop(who, None):
            end.cancel()
        if folder := self._folders.pop(who, None):
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
        for folder in {self._folder(file) for file in await self._store.parcels.take_back(who)}:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    def _folder(self, file: str) -> Path:
        return (self._store.root / file).parent

    async def _end(self, who: str) -> None:
        await asyncio.sleep(KEPT)
        self._ends.pop(who, None)
        await self._delete(who)

    async def _packed(self, incoming: Incoming, say: Say) -> None:
        """Packs and sends; what was packed goes after a while, or at once where that fails."""
        who = incoming.person.identity
        await self._delete(who)
        self._folders[who] = folder = self._store.root / FOLDER / secrets.token_hex(16)
        try:
            async with self._turns:
                linked = await self._pack(incoming, say, folder)
        except BaseException:
            await self._delete(who)
            raise
        if linked:
            del self._folders[who]
        else:
            self._ends[who] = asyncio.create_task(self._end(who), name="an export's end")

    async def _pack(self, incoming: Incoming, say: Say, folder: Path) -> bool:
        """Whether they were given links: where the page can be reached, it hands out what is too large for a chat."""
        here = self._platforms[incoming.address.platform].largest
        largest = max(here, LARGEST) if self._page else here
        packer = Packer(folder, largest, max(1, min(MOST_PARTS, MOST_BYTES // largest)))
        account, first, sent = incoming.person.key, _first(incoming.text), 0
        number = first - 1
        while not packer.full and (jobs := await self._store.history.after(account, number, _FEW)):
            self._store.watch.check()
            for job in jobs:
                seen = await self._eyes.pictures(incoming.person, cards.made(job, self._store.root).pictures)
                files = [(p.file, f"{job.number:05}-{p.index + 1}-{p.name}") for p in seen]
                whole = await _in_thread(packer.add, told(job), files)
                if whole or number < first:  # one that is larger than all files together comes in part
                    number = job.number
                if not whole:
                    break
            if largest == here:
                sent = await self._sent(incoming, packer, sent)
        await _in_thread(packer.finish)
        links = list[str]()
        if any(part.stat().st_size > here for part in packer.parts):
            links = [await self._link(incoming, part) for part in packer.parts]
        else:
            await self._sent(incoming, packer, sent)
        text = _summed(say, packer, links, f"/export {number + 1}")
        await self._answers.answer(incoming.address, Card(text=text, private=True))
        return bool(links)

    async def _link(self, incoming: Incoming, part: Path) -> str:
        """A link that ends, to a file, for whoever has it."""
        file, name = str(part.relative_to(self._store.root)), f"lukis-{part.name}"
        secret = await self._store.parcels.hand_out(incoming.person.identity, file, name, GOOD_FOR)
        return f"{self._page}/parcel?key={secret}"

    async def _sent(self, incoming: Incoming, packer: Packer, sent: int) -> int:
        """Sends the files that are finished since; how many that makes."""
        for part in packer.parts[sent:]:
            sent += 1
            card = Card(document=part, file_name=f"lukis-{sent}.zip", private=True)
            await self._answers.answer(incoming.address, card)
        return sent


def _first(words: str) -> int:
    """The number from which on somebody wants their pictures; 1 where they don't say so."""
    said = words.strip().lstrip("#")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else 1


async def _in_thread(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a thread does, to its end in any case: nothing is written any more once this is over. Raises NoStore."""
    doing = asyncio.create_task(asyncio.to_thread(work, *args, **kwargs))
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        with suppress(Exception):
            await doing
        raise
    except OSError as error:
        if passes(error):
            raise NoStore() from error
        raise


def _leave(folder: Path, kept: Collection[Path]) -> None:
    """Deletes all but these of what is in a folder."""
    with suppress(OSError):
        for each in [*folder.iterdir()]:
            if each not in kept:
                shutil.rmtree(each, ignore_errors=True)


def _summed(say: Say, packer: Packer, links: Collection[str], rest: str) -> str:
    if not packer.parts:
        return say("history-empty")
    lines = [say("export-done", count=packer.count, files=len(packer.parts))]
    if links:
        lines += [*links, say("export-links", time=timedelta(seconds=GOOD_FOR))]
    if packer.left:
        lines.append(say("export-left", count=packer.left))
    if packer.full:
        lines.append(say("export-rest", command=rest))
    return "\n".join(lines)


def told(job: JobRow) -> dict[str, Any]:
    """What is told of a job, in words that other programs read."""
    return {
        "number": job.number,
        "asked": datetime.fromtimestamp(max(job.created, 0.0), UTC).isoformat(timespec="seconds"),
        "prompt": job.prompt,
        "english": job.translation.english if job.translation else job.prompt,
        "negative": job.negative or job.recipe.negative,
        "mode": job.mode,
        "parameters": job.recipe.model_dump(mode="json"),
    }
