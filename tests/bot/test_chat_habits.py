"""Every row of docs/chat.md is tried: what it says that comes, comes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from bot.usecases.habits import HABITS
from engine.api.names import IPAdapter
from engine.api.parameters import FLAGS
from tests.bot.test_fetching import through
from tests.chat import Stage, stage
from tests.fakes import FAKE_CARD, NAMED, FakeEngine
from tests.wire.hostile import Hostile, hostile, png

PAGE = (Path(__file__).parents[2] / "docs" / "chat.md").read_text("utf-8")
ROWS = [
    [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
    for line in PAGE.splitlines()
    if line.startswith("| `") or re.match(r"\| [^|]*\|.*\| `", line)
]
SAYS_HOW = ("/info", "/expand", "📎 /info", "📎 /describe")
"""Where the answer is that there is nothing to tell, and how it goes."""

COMES = {"a picture": 1, "2 pictures": 2, "a sheet": 1, "words": 0}


def test_every_line_of_the_tables_is_a_row() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("|")]
    assert len(lines) - PAGE.count("|---|") == len(ROWS) > 60
    assert all(len(row) == 4 and row[3] in COMES for row in ROWS)


def test_every_habit_of_one_word_is_in_them() -> None:
    told = set(re.findall(r"(?<!\w)--?[a-z][\w-]*", PAGE))
    assert {habit.flags[0] for habit in HABITS} - told <= {"--sv", "--hd", "--sameseed"}
    assert {flag for habit in HABITS for flag in habit.flags} - {*FLAGS} >= {"--stylize", "--s", "--weird"}


async def tried(on: Stage, server: Hostile, typed: str, count: int) -> None:
    """One example, as people type it."""
    alice = on.someone()
    assert typed[0] == typed[-1] == "`"
    typed = typed.strip("`").replace("https://example.com/", server.address(""))
    before = None
    if typed[0] in "↩[" or typed.startswith(("/show", "/again")):
        await alice.send("/imagine a boat")
        before = await alice.pictures()
    seen = {*on.platform.messages}
    if typed[0] == "[":
        assert before
        await alice.press(before, typed.strip("[]"))
    else:
        image = png() if typed[0] == "📎" else None
        await alice.send(typed.lstrip("↩📎 "), before if typed[0] == "↩" else None, image)
    if count:
        await alice.pictures(count)
    else:
        told = await on.platform.until(lambda m: m.id not in seen)
        assert told.card.text and (not told.card.refused or typed in SAYS_HOW)


async def answered(on: Stage) -> str:
    """What is said of a picture that was sent alone."""
    seen = {*on.platform.messages}
    await on.someone().send("/info", image=png())
    return (await on.platform.until(lambda m: m.id not in seen)).card.text


async def test_each_does_what_the_page_says(tmp_path: Path) -> None:
    """All of them in one chat, one after the other."""
    card = FAKE_CARD.model_copy(update={"context": 768})
    engine = FakeEngine((card,), addons=replace(NAMED, adapters=(IPAdapter("eye", context=768),)))
    async with hostile() as server, stage(tmp_path, engine=engine, fetching=through(server)) as on:
        for _ in range(5):  # on a busy machine, what reads pictures takes some tries to start
            if "can't read" not in await answered(on):
                break
        for row in ROWS:
            before = len(engine.jobs)
            await tried(on, server, row[2], COMES[row[3]])
            assert len(engine.jobs) > before or not COMES[row[3]] or row[2].startswith("`/show"), row
