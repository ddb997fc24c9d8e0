"""Who may do what, tried whole over the wire of each platform, as `tools.docs.access` has it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.messages import Kind
from bot.usecases.actions import Action
from engine.api.names import mark
from tests.bot.usecases.test_access_matrix import ACTIONS, meaning
from tests.grounds import GIVEN, GROUNDS, Ground
from tests.patience import PATIENCE
from tools.docs.access import BUTTONS, COMMANDS, ORDERS, Cells, may

ALICE = "its person"
TARGETS = {"beside": "loras", "put": f"loras-{mark('ink')}", "wear": mark("ink"), "styles": "all"}
PARTS = {"invert": "--mask left", "use": "--only the fox"}
SAID = {
    "text": "a fox",
    "command": "imagine",
    "message": None,
    "reply": None,
    "pictures": False,
    "event": None,
}
"""What somebody has said before it is offered to be drawn."""

ONCE = {"anew", "delete", "undo", "cancel", "remove", "warn", "ban", "dismiss"}
"""What is another message after it is done."""

FORGED = "AAAAAAAAAAAAAAAA"
TABLES = "acts", "bans", "pauses", "rules", "posts"


class Trial:
    """Everybody on a ground tries things, and what stands is counted."""

    def __init__(self, ground: Ground) -> None:
        self.on = ground
        self.db = ground.lukis.store.db
        self.finished = set[str]()
        self.known = dict[str, tuple[str, str]]()

    async def standing(self) -> list[object]:
        """All that anybody could change."""
        rows = [await self.db.rows(f"SELECT * FROM {table}") for table in TABLES]
        jobs = await self.db.rows("SELECT id, state, person FROM jobs")
        told = await self.db.rows("SELECT job, person, state FROM reports")
        gone = await self.db.rows("SELECT job, idx, deleted FROM images")
        return [tuple(row) for table in (*rows, jobs, told, gone) for row in table]

    async def over(self) -> None:
        """Returns when nothing is drawn any more, and nothing is left of what was tried."""
        await self.on.engine.release()
        jobs = {row["id"] for row in await self.db.rows("SELECT id FROM jobs")} - self.finished
        for job in jobs:
            await self.on.lukis.service.runner.finished(job)
        self.finished |= jobs
        for table in ("bans", "pauses", "rules"):
            await self.db.write(f"DELETE FROM {table}")

    async def notes(self, who: str) -> set[tuple[str, str]]:
        """What is noted of our messages where somebody is: each with its kind."""
        rows = await self.db.rows("SELECT message, kind FROM messages WHERE chat = ?", self.on.chat(who))
        return {(row["message"], row["kind"]) for row in rows}

    async def made(self, who: str, kind: Kind, *asked: tuple[str, bytes | None]) -> str:
        """The message of a kind that comes of what somebody says."""
        before = await self.notes(who)
        for words, picture in asked:
            await self.on.say(who, words, picture)
        return await self.new(who, kind, before)

    async def new(self, who: str, kind: Kind, before: set[tuple[str, str]]) -> str:
        """The message of a kind that was not there before."""
        for _ in range(int(PATIENCE * 100)):
            if found := [m for m, k in await self.notes(who) - before if k == kind]:
                return found[-1]
            await asyncio.sleep(0.01)
        raise AssertionError(f"no {kind}")

    async def unknown(self, who: str) -> str:
        """A message of ours of which nobody knows what it is."""
        return await self.forgotten(who, await self.made(who, "models", ("/models", None)))

    async def forgotten(self, who: str, message: str) -> str:
        await self.db.write("DELETE FROM messages WHERE chat = ? AND message = ?", self.on.chat(who), message)
        return message

    async def shared(self, action: Action) -> tuple[str, str]:
        """The same message for all buttons that leave it as it is."""
        key = sorted(action.on), PARTS.get(action.word), TARGETS.get(action.word), action.word == "fill"
        if action.word in ONCE:
            return await self.shown(action)
        if str(key) not in self.known:
            self.known[str(key)] = await self.shown(action)
        return self.known[str(key)]

    async def shown(self, action: Action) -> tuple[str, str]:
        """A new message of Alice's that has such a button, and what the button is about."""
        kind = next(k for k in ("picture", "page", *sorted(action.on)) if k in action.on)
        drawn = (f"/imagine a fox {PARTS.get(action.word, '')}", GIVEN if action.word in PARTS else None)
        if kind == "form":
            picture, job = await self.shown(ACTIONS["remix"])
            before = await self.notes(ALICE)
            assert await self.press(ALICE, picture, f"remix:{job}:0") is None
            message = await self.new(ALICE, kind, before)
            (row,) = await self.db.rows("SELECT id FROM drafts ORDER BY made DESC LIMIT 1")
            return message, f"{row['id']}-steps" if action.word == "fill" else row["id"]
        if kind == "settings":
            return await self.made(ALICE, kind, ("/settings", None)), mark(self.on.key(ALICE))
        if kind in ("help", "language", "models"):
            return await self.made(ALICE, kind, (f"/{kind}", None)), TARGETS.get(action.word, "en")
        if kind == "account":
            message = await self.made(ALICE, "models", ("/models", None))
            await self.db.write("UPDATE messages SET kind = ? WHERE message = ?", kind, message)
            return message, "CODE"
        if kind == "offer":
            await self.db.write("DELETE FROM offers")
            message = await self.made(ALICE, kind, ("/info", GIVEN))
            (row,) = await self.db.rows("SELECT id FROM offers")
            if action.word == "anew":
                await self.db.write("UPDATE offers SET asked = ?", json.dumps(SAID))
            return message, row["id"]
        if kind == "status":
            self.on.engine.hold(1)
        leafed = [("/history", None)] if kind == "page" else []
        if kind == "list":
            picture, job = await self.shown(ACTIONS["star"])
            assert await self.press(ALICE, picture, f"star:{job}:0") is None
            message = await self.made(ALICE, kind, ("/favourites", None))
            (row,) = await self.db.rows("SELECT id FROM lists")
            return message, row["id"] if action.word == "turn" else job
        message = await self.made(ALICE, "picture" if kind == "report" else kind, drawn, *leafed)
        (row,) = await self.db.rows("SELECT id FROM jobs ORDER BY rowid DESC LIMIT 1")
        if kind != "status":
            await self.over()
        if kind == "report":
            assert await self.press(ALICE, message, f"report:{row['id']}:0") is None
            await self.forgotten(ALICE, message)
        return message, row["id"]

    async def press(self, who: str, message: str, payload: str) -> str | None:
        """The word of the table for what becomes of a press; nothing stands otherwise where it is refused."""
        if who.endswith("elsewhere"):
            await self.forgotten(who, message)  # a press may have made something of it
        before = await self.standing()
        told = await self.on.press(who, message, payload)
        said = meaning(told)
        assert said is None or before == await self.standing(), f"{who}: {payload} was refused, and done"
        return said

    async def button(self, action: Action, cells: Cells, unknown: dict[str, str], own: str) -> dict[str, str]:
        """What becomes of a button when everybody presses it: first those who may not, then the others."""
        rule, seen = may(cells), dict[str, str]()
        message, target = await self.shared(action)
        payload = f"{action.word}:{target}:0"
        for who in sorted(self.on.people, key=lambda who: rule[who] == "yes"):
            if action.word in ONCE and "yes" in seen.values():
                await self.over()
                message, target = await self.shown(action)
                payload = f"{action.word}:{target}:0"
            if own and action.about_a_job and who in ("chat member", "Lukis admin") and action.word != "page":
                assert await self.press(who, own, payload) == "not here", "a picture of somebody else's"
            seen[who] = await self.press(who, unknown.get(who, message), payload) or "yes"
            if seen[who] != "yes" and action.about_a_job and seen[who] != "not let in":
                for forged in (f"{action.word}:{FORGED}:0", action.word):
                    assert await self.press(who, unknown.get(who, message), forged) == "not here"
            if rule[who] == "yes":
                await self.over()
        await self.over()
        return seen

    async def stale(self) -> None:
        """No button does anything with pictures that are deleted, for whoever could do it before."""
        message, job = await self.shown(ACTIONS["show"])
        who = "its person elsewhere" if self.on.in_charge else ALICE
        unknown = await self.unknown(who)
        assert await self.press(ALICE, message, f"delete:{job}") is None
        for word, action in ACTIONS.items():
            if action.shown:
                assert await self.press(who, unknown, f"{word}:{job}:0") == "not here", word

    async def command(self, words: str) -> dict[str, str]:
        """What becomes of a command when everybody says it."""
        seen = {}
        for who in self.on.people:
            before = await self.standing()
            seen[who] = meaning(await self.on.say(who, words)) or "yes"
            assert seen[who] == "yes" or before == await self.standing(), f"{who}: {words} was done"
            await self.over()
        return seen


@pytest.mark.parametrize("platform", GROUNDS)
async def test_who_may_do_what(platform: str, tmp_path: Path) -> None:
    async with GROUNDS[platform](tmp_path) as ground:
        trial, people, unknown = Trial(ground), ground.people, dict[str, str]()
        mine = ("/imagine mine", None)
        own = await trial.made("chat member", "picture", mine) if "chat member" in people else ""
        for word, cells in BUTTONS.items():
            if not unknown:
                unknown = {who: await trial.unknown(who) for who in people if who.endswith("elsewhere")}
            seen = await trial.button(ACTIONS[word], cells, unknown, own)
            assert seen == {who: may(cells)[who] for who in people}, word
            unknown = {} if word in ONCE else unknown  # they may have been taken away
        await trial.stale()
        for name, cells in COMMANDS.items():
            if name in ground.without:
                continue
            seen = await trial.command(f"/{name}{' a kite' if name == 'imagine' else ''}")
            assert seen == expected(ground, cells), name
        for word, cells in ORDERS.items():
            assert await trial.command(f"/moderate {word}") == expected(ground, cells), word


def expected(ground: Ground, cells: Cells) -> dict[str, str]:
    """What becomes of a command: where chats have no admins of their own, nobody is one elsewhere."""
    rule = may(cells) | (
        {} if ground.in_charge else {"somebody elsewhere": may(cells)["its person elsewhere"]}
    )
    return {who: rule[who].replace("own", "yes") for who in ground.people}
