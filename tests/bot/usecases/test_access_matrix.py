"""Who may do what: everybody tries everything that there is, and it is as `tools.docs.access` has it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest

from bot.locales import Locales
from bot.messages import Card, Kind
from bot.payloads import decode
from bot.platforms.web.chats import Chats
from bot.platforms.web.pictures import PictureRoutes
from bot.usecases import commands
from bot.usecases.accounts import LENGTH, Accounts
from bot.usecases.actions import Action
from bot.usecases.again import Again
from bot.usecases.deletions import Deletions
from bot.usecases.drafting import Drafting
from bot.usecases.favourites import Favourites
from bot.usecases.forgetting import Forgetting
from bot.usecases.limits import Limits
from bot.usecases.orders import Orders
from bot.usecases.preferring import Preferring
from bot.usecases.presses import Presses
from bot.usecases.proposals import Proposals
from bot.usecases.reach import ANSWERABLE
from bot.usecases.reports import Reports
from bot.usecases.speech import Speech
from bot.usecases.styles import StyleCards
from engine.api.names import mark
from tests.bot.pictures.made_elsewhere import ELSEWHERE
from tests.chat import FakePlatform, FakeTranslator, Message, Someone, Stage, stage
from tests.wire.web import browser, house
from tools.docs.access import BUTTONS, CHANGES, COMMANDS, ORDERS, PAGE, REPLIES, may, written
from tools.docs.access import PEOPLE as COLUMNS

NONE: Any = None
AGAIN = Again(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE)
ROOM: Any = SimpleNamespace(styles=StyleCards(NONE, NONE, NONE, NONE))
STORE: Any = SimpleNamespace(forgetting=SimpleNamespace(next=NONE))
STARS = Favourites(NONE, NONE, NONE)
REPORTS = Reports(NONE, NONE, NONE, NONE, NONE, NONE, NONE)
LOCALES = Locales.load()
PREFERRING = Preferring(NONE, NONE, NONE, Speech(NONE, LOCALES), NONE, NONE, NONE)
SHOP: Any = SimpleNamespace(
    room=ROOM, preferring=PREFERRING, drafting=Drafting(NONE, NONE, NONE, NONE, NONE, NONE, NONE), stars=STARS
)
PRESSES = Presses(
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    NONE,
    Deletions(NONE, NONE, NONE, NONE),
    AGAIN,
    NONE,
    NONE,
    REPORTS,
    SHOP,
)
THERE_ARE = Orders(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, Limits(NONE, NONE)).orders
OWN = (
    Accounts(NONE, NONE, NONE, NONE, NONE).action(),
    Forgetting(STORE, NONE, NONE, NONE, {}, LOCALES, NONE).action(),
)
PROPOSALS = Proposals(NONE, LOCALES, NONE, NONE, NONE, NONE, NONE)
ACTIONS: dict[str, Action] = {a.word: a for a in (*PROPOSALS.actions(), *PRESSES.actions(), *OWN)}

PARTS = {"invert": "--mask left", "use": "--only the fox", "anew": "hello"}
"""What a picture is made of another one by that has some button, in reply to that; what is said before an offer."""

TARGETS = {"put": f"loras-{mark('ink')}", "wear": mark("ink"), "styles": "all"}
"""What a button below a list is about, where it is no kind of thing."""

SAID = {
    "That is not here any more.": "not here",
    "That belongs to somebody else.": "not theirs",
    "I draw what you write, in any language": "not here",  # a reply to nothing is words like any others
    "This bot is for invited people.": "not let in",
    "This is for admins.": "for admins",
}

PEOPLE: dict[str, dict[str, Any]] = {
    "its person": {"name": "alice"},
    "its person elsewhere": {"name": "alice", "chat": "elsewhere"},
    "chat member": {"name": "bob"},
    "chat admin": {"name": "carol", "admin": True},
    "Lukis admin": {"name": "root"},
    "Lukis admin elsewhere": {"name": "root", "chat": "elsewhere"},
    "somebody elsewhere": {"name": "dave", "chat": "elsewhere", "admin": True},
    "same id, other platform": {"name": "alice", "platform": "other", "admin": True},
    "not on the allow-list": {"name": "mallory"},
}
LET_IN = ("fake:alice", "fake:bob", "fake:carol", "fake:dave", "other:alice", "other:eve")


REPLIED = {f"to {kind}": kind for kind in ANSWERABLE}
MAY = {
    what: may(cells)
    for what, cells in (
        *BUTTONS.items(),
        *((f"to {kind}", cells) for kind, cells in REPLIES.items()),
        *((f"/{name}", cells) for name, cells in (*COMMANDS.items(), *CHANGES.items())),
        *((f"/moderate {word}", cells) for word, cells in ORDERS.items()),
    )
}


def test_every_button_reply_and_command_has_a_row() -> None:
    assert {*BUTTONS} == {*ACTIONS} and {*REPLIES} == {*ANSWERABLE}
    assert {*COMMANDS} == {*commands.COMMANDS} and {*ORDERS} == {*THERE_ARE}
    assert [*PEOPLE] == [*COLUMNS]


def test_the_documentation_has_the_table() -> None:
    page = PAGE.read_text("utf-8")
    assert page == written(page)


class Town:
    """A room where Alice's pictures are shown, places where they are not, and somebody who tries things."""

    def __init__(self, on: Stage, other: FakePlatform, about: dict[str, Any]) -> None:
        self.on = on
        self.other = other
        about = {"platform": "fake", "chat": "room"} | about
        platform = {"fake": on.platform, "other": other}[about.pop("platform")]
        there = about["chat"] == "room" and platform is on.platform
        self.who = Someone(on.lukis.service, platform, group=there, **about)
        self.alice = on.someone(group=True)
        self.there = there

    async def message(self, kind: Kind, part: str = "") -> Message:
        """A new message of a kind, about a new job of Alice's where such messages are about jobs."""
        alice, before = self.alice, {*self.on.platform.messages}
        self.on.platform.seen.update(before)
        await self.on.lukis.store.db.write("DELETE FROM bans")  # by a button that was tried before

        async def new(true: Callable[[Message], object]) -> Message:
            return await self.on.platform.until(lambda m: m.id not in before and true(m))

        match kind:
            case "status" | "sentence":
                self.on.engine.hold(1)
                await alice.send("/imagine a boat")
                status = await new(lambda m: m.card.progress)
                if kind == "sentence":
                    await alice.press(status, "Cancel")
                    await new(lambda m: m is status and m.card.kind == kind)
                return status
            case "help" | "language" | "models" | "settings":
                await alice.send(f"/{kind}")
                return await new(lambda m: m.card.kind == kind)
        if kind == "account":
            await alice.send("/models")
            models = await new(lambda m: m.card.kind == "models")
            await self.on.lukis.store.db.write(
                "UPDATE messages SET kind = ? WHERE message = ?", kind, models.id
            )
            return models
        if kind == "form":
            await alice.send("/imagine")
            return await new(lambda m: m.card.kind == kind)
        if kind == "offer" and part:
            await self.on.lukis.service.message(replace(alice.incoming(part), group=False, forwarded=True))
            return await new(lambda m: m.card.kind == kind)
        if kind == "offer":
            await alice.send("/info", image=ELSEWHERE["InvokeAI"]())
            return await new(lambda m: m.card.kind == kind)
        await alice.send("/imagine 여우")
        picture = await alice.pictures()
        if part:
            await alice.send(part, reply_to=picture)
            picture = await alice.pictures()
        if kind == "page":
            await alice.send("/history")
        if kind == "list":
            await self.on.lukis.store.db.write("DELETE FROM favourites")
            await alice.press(picture, "Favourite")
            await alice.send("/favourites")
        if kind == "edit":
            await alice.press(picture, "Edit translation")
        if kind == "original":
            await alice.press(picture, "Original")
        if kind == "report":
            await alice.press(picture, "Report")
        return await new(lambda m: m.card.kind == kind)

    async def near(self, message: Message) -> Message:
        """The message, where they can press it; elsewhere, one of which nobody knows what it is."""
        if self.there:
            return message
        await self.who.send("/models")
        forged = await self.who.told("starter")
        sql = "DELETE FROM messages WHERE platform = ? AND chat = ? AND message = ?"
        await self.on.lukis.store.db.write(sql, self.who.platform.name, self.who.chat, forged.id)
        return forged

    async def standing(self) -> object:
        """All that anybody could see, and all that was asked for."""
        count = await self.on.lukis.store.db.row("SELECT count(*) AS jobs FROM jobs")
        platforms = {self.on.platform, self.who.platform}
        seen = [(m.chat, m.id, m.card, len(m.history)) for p in platforms for m in p.messages.values()]
        return count and count["jobs"], seen

    async def over(self) -> None:
        """Returns when nothing is drawn any more."""
        await self.on.engine.release()
        for row in await self.on.lukis.store.db.rows("SELECT id FROM jobs"):
            await self.on.lukis.service.runner.finished(row["id"])

    async def press(self, action: Action, kind: Kind) -> str:
        """What becomes of a press."""
        message = await self.message(kind, part=PARTS.get(action.word, ""))
        target = message.card.job if action.about_a_job else "id"
        if kind == "offer":
            target = decode(message.card.buttons[0][0].payload).target
        if action.word == "join":
            target = await self.code()
        if kind == "models":
            target = TARGETS.get(action.word, "loras")
        if kind == "form":
            draft = await self.on.lukis.store.drafts.newest("fake:alice", "fake", "room")
            assert draft
            target = f"{draft.id}-steps" if action.word == "fill" else draft.id
        if kind == "settings":
            target = mark("fake:alice")
        if action.word == "turn":
            (row,) = await self.on.lukis.store.db.rows("SELECT id FROM lists WHERE person = 'fake:alice'")
            target = row["id"]
        pressed = await self.near(message)
        before = await self.standing()
        toast = await self.who.press_payload(pressed, f"{action.word}:{target}:0")
        said = meaning(toast or "")
        changed = before != await self.standing()
        assert not changed if said else changed or toast
        await self.over()
        return said or "yes"

    async def code(self) -> str:
        """A code of somebody's whom nobody here knows."""
        eve = Someone(self.on.lukis.service, self.other, "eve")
        await eve.send("/link")
        return (await eve.told("/link ")).card.text.split("/link ")[1][:LENGTH]

    async def reply(self, kind: Kind) -> str:
        """What becomes of words in reply to a message."""
        message = await self.message(kind)
        jobs = await self.on.lukis.store.db.row("SELECT count(*) AS n FROM jobs")
        await self.who.send("blue", reply_to=message)
        now = await self.on.lukis.store.db.row("SELECT count(*) AS n FROM jobs")
        assert jobs and now
        said = meaning(self.last().text)
        assert (now["n"] > jobs["n"]) == (said is None)
        await self.over()
        return said or "yes"

    async def command(self, name: str) -> str:
        """What becomes of a command: `own` where it is about pictures, and about nobody else's."""
        message = await self.message("status")
        jobs = len(await self.made())
        await self.who.send(f"/{name}{' a kite' if name == 'imagine' else ''}")
        said = meaning(self.last().text)
        assert said is None or len(await self.made()) == jobs
        running = await self.on.lukis.store.jobs.unfinished_of("fake:alice")
        stopped = message.card.job not in running
        assert stopped == (name == "cancel" and self.who.person.key == "fake:alice")
        if said is None and name == "imagine":
            assert (await self.made())[-1] == self.who.person.key
        if said is None and name == "history":
            await self.check_own(self.last())
        if said is None and name == "favourites":
            page, starred = self.last(), await self.starred()
            assert page.job in starred if starred else not page.pictures
        await self.over()
        return said or (
            "own" if name in ("imagine", "history", "favourites", "cancel", "show", "again") else "yes"
        )

    async def starred(self) -> set[str]:
        """Their favourites; in the room, those made there."""
        sql = "SELECT f.job, j.chat FROM favourites f JOIN jobs j ON j.id = f.job WHERE f.person = ?"
        rows = await self.on.lukis.store.db.rows(sql, self.who.person.key)
        return {row["job"] for row in rows if row["chat"] == "room" or not self.there}

    async def check_own(self, page: Card) -> None:
        """The history is one's own; in the room it is what was made there, in private all of it."""
        rows = await self.on.lukis.store.db.rows("SELECT id, person, chat, shown FROM jobs")
        mine = [r for r in rows if r["person"] == self.who.person.key and r["shown"]]
        seen = [r for r in mine if r["chat"] == "room" or not self.there]
        assert page.job in {r["id"] for r in seen} if seen else not page.pictures
        assert page.text.startswith(f"1 of {len(seen)}") or not seen

    async def made(self) -> list[str]:
        """Whose jobs there are, in their order."""
        rows = await self.on.lukis.store.db.rows("SELECT person FROM jobs ORDER BY rowid")
        return [row["person"] for row in rows]

    def last(self) -> Card:
        """What we said last where they are."""
        here = [m.card for m in self.who.platform.messages.values() if m.chat == self.who.chat]
        return here[-1] if here else Card()


def meaning(said: str) -> str | None:
    """The word of the table for a refusal; None for anything else."""
    return next((word for words, word in SAID.items() if said.startswith(words)), None)


@asynccontextmanager
async def town(folder: Path, person: str) -> AsyncIterator[Town]:
    other, translator = FakePlatform("other"), FakeTranslator(여우="a fox")
    settings: dict[str, Any] = {"access": "allowlist", "allowed": LET_IN, "admins": ("fake:root",)}
    async with stage(folder, translator=translator, others=[other], **settings) as on:
        yield Town(on, other, PEOPLE[person])


@pytest.mark.parametrize("person", PEOPLE)
async def test_who_may_press_what(tmp_path: Path, person: str) -> None:
    async with town(tmp_path, person) as here:
        may = {w: {await here.press(a, kind) for kind in sorted(a.on)} for w, a in ACTIONS.items()}
    assert may == {word: {MAY[word][person]} for word in ACTIONS}


@pytest.mark.parametrize("person", PEOPLE)
async def test_who_may_reply_to_what(tmp_path: Path, person: str) -> None:
    async with town(tmp_path, person) as here:
        may = {words: await here.reply(kind) for words, kind in REPLIED.items()}
    assert may == {words: MAY[words][person] for words in REPLIED}


@pytest.mark.parametrize("person", PEOPLE)
async def test_who_may_use_which_command(tmp_path: Path, person: str) -> None:
    async with town(tmp_path, person) as here:
        for chat, prompt in (("home", "a secret"), ("room", "a picnic")):
            alice = here.on.someone(chat=chat, group=chat == "room")
            await alice.send(f"/imagine {prompt}")
            await alice.press(await alice.pictures(), "Favourite")
        may = {f"/{name}": await here.command(name) for name in COMMANDS}
    assert may == {f"/{name}": MAY[f"/{name}"][person] for name in COMMANDS}


@pytest.mark.parametrize("person", PEOPLE)
async def test_who_may_give_which_order(tmp_path: Path, person: str) -> None:
    may = {}
    async with town(tmp_path, person) as here:
        for word in ORDERS:
            before = await here.on.lukis.store.db.rows("SELECT * FROM acts")
            await here.who.send(f"/moderate {word}")
            said = meaning(here.last().text)
            assert said is None or before == await here.on.lukis.store.db.rows("SELECT * FROM acts")
            may[f"/moderate {word}"] = said or "yes"
    assert may == {f"/moderate {word}": MAY[f"/moderate {word}"][person] for word in ORDERS}


@pytest.mark.parametrize("person", PEOPLE)
async def test_who_may_change_what_holds_for_a_chat(tmp_path: Path, person: str) -> None:
    may, kept = {}, "SELECT owner, name, value FROM preferences ORDER BY owner, name"
    async with town(tmp_path, person) as here:
        await here.on.someone("carol", group=True, admin=True).send("/settings chat --steps 6")
        for words in CHANGES:
            before = await here.on.lukis.store.db.rows(kept)
            await here.who.send(f"/{words}{'' if words.endswith('reset') else ' --steps 7'}")
            said = meaning(here.last().text)
            assert (said is None) == (before != await here.on.lukis.store.db.rows(kept))
            may[f"/{words}"] = said or "yes"
    assert may == {f"/{words}": MAY[f"/{words}"][person] for words in CHANGES}


@pytest.mark.parametrize("action", [word for word, action in ACTIONS.items() if action.about_a_job])
async def test_another_browser_is_somebody_elsewhere(tmp_path: Path, action: str) -> None:
    """From no message, as in the gallery, from one of its own, and from the very one that it has never seen."""
    translator = FakeTranslator(여우="a fox")
    async with house(tmp_path, translator=translator) as at, browser(at) as alice, browser(at) as bob:
        await alice.send("여우")
        fox = await alice.painted("여우")
        await bob.send("a boat")
        boat = await bob.painted("a boat")
        before = dict(bob.messages), await alice.get("/gallery")
        for message in (None, boat, fox):
            told = await bob.press(message, payload=f"{action}:{fox['job']}:0")
            assert meaning(told["toast"]) == MAY[action]["somebody elsewhere"]
        assert before == (bob.messages, await alice.get("/gallery")) and len(at.engine.jobs) == 2
        await bob.send("blue", reply=fox["id"])
        await bob.said("I draw what you write")
        assert (await bob.get(f"/gallery?before={fox['job']}"))["entries"] == []


async def test_addresses_of_the_page_lead_nobody_else_anywhere(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice, browser(at) as bob:
        await alice.send("a boat")
        boat = await alice.painted("a boat")
        await alice.press(boat, payload=f"original:{boat['job']}")
        document = (await alice.until(lambda m: "document" in m))["document"]
        picture = boat["pictures"][0]
        addresses = {"picture": picture["src"], "thumb": picture["thumb"], "document": document["src"]}
        addresses["about"] = picture["src"].replace("/picture/", "/about/")
        assert {
            r.path.split("/")[1] for r in PictureRoutes(at.lukis.service, Chats()).table() if "{" in r.path
        } == {*addresses, "sample"}  # what Lukis drew of styles: tests/browser/test_looks.py
        for address in addresses.values():
            assert (await alice.picture(address))[0] == 200
            assert (await bob.picture(address))[0] == 404
            async with aiohttp.ClientSession() as nobody, nobody.get(at.origin + address) as answer:
                assert answer.status == 401
