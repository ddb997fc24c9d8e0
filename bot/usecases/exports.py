"""`/export`: all that somebody has made, to take along."""

from __future__ import annotations

import asyncio
import secrets
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.errors import NotNow
from bot.locales import Say
from bot.messages import Card, Incoming
from bot.pictures.packing import Packer
from bot.ports import Platform
from bot.store import Store
from bot.store.rows import JobRow
from bot.usecases import cards
from bot.usecases.answers import Answers
from bot.usecases.eyes import Eyes

FOLDER = "exports"
"""In the data folder. What a stop leaves in it goes at the next start."""

KEPT = 3600.0
"""Seconds for which what was packed can be fetched, or sent again where a platform takes nothing now."""

MOST_PARTS = 20
"""Files that a chat is sent; the page hands out one of any size."""

_AT_ONCE = 2
"""People whose pictures are packed at the same time."""

_FEW = 50
"""Jobs that are read at once."""


class Exports:
    """Packs what somebody has made, a few jobs at a time, and sends it; once at a time for each."""

    def __init__(self, store: Store, answers: Answers, eyes: Eyes, platforms: Mapping[str, Platform]) -> None:
        self._store = store
        self._answers = answers
        self._eyes = eyes
        self._platforms = platforms
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._folders: dict[str, Path] = {}
        self._ends: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Deletes what an earlier run left, and at the end what there is."""
        await asyncio.to_thread(shutil.rmtree, self._store.root / FOLDER, ignore_errors=True)
        try:
            await asyncio.Event().wait()
        finally:
            for end in self._ends.values():
                end.cancel()
            shutil.rmtree(self._store.root / FOLDER, ignore_errors=True)

    async def send(self, incoming: Incoming, say: Say) -> None:
        """Sends everything in as many files as that takes.

        Raises:
            NotNow: it is being packed already.
            NoStore: there is no space for it.
        """
        if incoming.group:
            card = Card(text=say("account-private", command="/export"), private=True, refused=True)
            await self._answers.answer(incoming.address, card)
            return
        account = incoming.person.key
        if account in self._folders and account not in self._ends:
            raise NotNow()
        self._store.watch.check()
        await self.let_go(account)
        self._folders[account] = folder = self._store.root / FOLDER / secrets.token_hex(16)
        try:
            async with self._turns:
                await self._packed(incoming, say, folder)
        finally:
            self._ends[account] = asyncio.create_task(self._end(account), name="an export's end")

    async def let_go(self, account: str) -> None:
        """Deletes what was packed of an account."""
        if end := self._ends.pop(account, None):
            end.cancel()
        if folder := self._folders.pop(account, None):
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    async def _end(self, account: str) -> None:
        await asyncio.sleep(KEPT)
        self._ends.pop(account, None)
        await self.let_go(account)

    async def _packed(self, incoming: Incoming, say: Say, folder: Path) -> None:
        packer = Packer(folder, self._platforms[incoming.address.platform].largest)
        account, number, sent = incoming.person.key, 0, 0
        while sent < MOST_PARTS and (jobs := await self._store.history.after(account, number, _FEW)):
            for job in jobs:
                seen = await self._eyes.pictures(incoming.person, cards.made(job, self._store.root).pictures)
                files = [(p.file, f"{job.number:05}-{p.index + 1}-{p.name}") for p in seen]
                await asyncio.to_thread(packer.add, told(job), files)
            number = jobs[-1].number
            sent = await self._sent(incoming, packer, sent)
        await asyncio.to_thread(packer.finish)
        sent = await self._sent(incoming, packer, sent)
        await self._answers.answer(incoming.address, Card(text=self._summed(say, packer, sent), private=True))

    async def _sent(self, incoming: Incoming, packer: Packer, sent: int) -> int:
        """Sends the files that are finished since; how many that makes."""
        for part in packer.parts[sent:MOST_PARTS]:
            sent += 1
            card = Card(document=part, file_name=f"lukis-{sent}.zip", private=True)
            await self._answers.answer(incoming.address, card)
        return sent

    def _summed(self, say: Say, packer: Packer, sent: int) -> str:
        if not packer.parts:
            return say("history-empty")
        lines = [say("export-done", count=packer.count, files=sent)]
        if packer.left:
            lines.append(say("export-left", count=packer.left))
        if sent == MOST_PARTS:
            lines.append(say("export-more"))
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
