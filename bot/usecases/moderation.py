"""The one place that a job's words pass on their way in, and once more as the model is to hear them."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from bot.errors import Blocked
from bot.messages import Address
from bot.moderation.folder import RuleFolder
from bot.moderation.rules import LEVELS, BadLine, Level, Lines, List, Rules
from bot.moderation.told import told
from bot.store import Store
from bot.store.reports import Report
from bot.store.rows import JobRow
from bot.store.trouble import until_kept
from engine.api.recipe import Recipe

Texts = Callable[[], Sequence[str]]
"""What is to be looked at; putting it together takes time, too, and is done where there are lists alone."""


@dataclass(frozen=True)
class Found:
    """What a list has found: which list, which line of it, and whether it is the whole bot's or the chat's."""

    level: Level
    line: str
    everywhere: bool


class Moderation:
    """Reads words for the lists of the whole bot and of the chat that they are from.

    Attributes:
        news: set when there is something to tell admins.
    """

    def __init__(self, store: Store, folder: RuleFolder) -> None:
        self._store = store
        self._folder = folder
        self.news = asyncio.Event()

    async def check(self, address: Address, texts: Texts) -> None:
        """Raises Blocked where one of the texts is not to be drawn there."""
        if any(found.level == "block" for found in await self.find(address, texts)):
            raise Blocked()

    async def taken(self, job: JobRow) -> None:
        """Looks at a job's own words before it is kept. Raises Blocked."""
        await self.check(job.address, partial(told, job.prompt, job.recipe))

    async def heard(self, job: JobRow, prompt: str, recipe: Recipe) -> JobRow:
        """Looks at all that a model is to hear, beside the person's own words; the job, hidden where a list says so.

        Raises:
            Blocked: it is not to be drawn there.
        """

        def texts() -> list[str]:
            return [*dict.fromkeys((*told(job.prompt, job.recipe), *told(prompt, recipe)))]

        found = {f.level: f for f in reversed(await until_kept(self.find, job.address, texts))}
        if "block" in found:
            raise Blocked()
        if reported := found.get("report"):
            await until_kept(self._store.reports.make, Report(job.id, 0, "", reported.line))
        if "spoiler" in found and not job.hidden:
            await until_kept(self._store.jobs.hide, job.id)
        return replace(job, hidden=job.hidden or "spoiler" in found)

    async def find(self, address: Address, texts: Texts) -> list[Found]:
        """What the lists find in some texts of a chat, the hardest first. A terminal is its person's own."""
        if address.platform == "console":
            return []
        lines = await self._store.moderation.lines(address.place)
        if not lines and self._folder.empty:
            return []
        found = await asyncio.to_thread(self._find, lines, texts)
        return sorted(dict.fromkeys(found), key=lambda f: LEVELS.index(f.level))

    def _find(self, lines: tuple[tuple[List, str], ...], texts: Texts) -> list[Found]:
        places, said = ((self._folder.rules(), True), (_rules(lines), False)), texts()
        return [
            Found(hit.level, hit.line, everywhere)
            for rules, everywhere in places
            if rules
            for hit in rules.find(*said)
        ]


@lru_cache(maxsize=128)
def _rules(lines: tuple[tuple[List, str], ...]) -> Rules:
    """A chat's lists, ready to look for; what can't be used of them, as another version may see it, is passed over."""
    lists = defaultdict[List, list[str]](list)
    for name, line in lines:
        with suppress(BadLine):
            Lines([line])
            lists[name].append(line)
    return Rules(lists)
