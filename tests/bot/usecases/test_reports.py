"""Reports, bans, pauses and what goes to all chats: what people and admins see, and what is left of it."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NoStore
from bot.messages import Address, Card, Receipt
from bot.ports import Unavailable, Unreachable
from bot.usecases import broadcasts, reports
from tests.chat import FakePlatform, Message, Stage, stage

BANNED = "An admin has decided that I take nothing new from you here."
PAUSED = "I take nothing new just now."


def tells(chat: str, words: str, message: Message) -> bool:
    return message.chat == chat and words in message.card.text


def asks(chat: str, message: Message) -> bool:
    return message.chat == chat and message.card.kind == "report" and bool(message.card.buttons)


def shows(prompt: str, message: Message) -> bool:
    return bool(message.card.pictures) and message.card.prompt == prompt


def drawn_in(chat: str, message: Message) -> bool:
    return bool(message.card.pictures) and message.chat == chat


async def acts(on: Stage) -> list[tuple[str, str, str]]:
    """The log: whose act, what, and about whom, in their order."""
    rows = await on.lukis.store.db.rows("SELECT * FROM acts ORDER BY id")
    return [(row["person"], row["what"], row["about"]) for row in rows]


async def test_a_report_reaches_admins_and_is_settled_once(tmp_path: Path) -> None:
    platform = FakePlatform()
    platform.chiefs["room"] = ("carol",)
    async with stage(tmp_path, platform=platform, admins=("fake:root", "other:root")) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        carol, root, eve = (on.someone(name, chat=name) for name in ("carol", "root", "eve"))
        for deed, say, outcome in (
            ("Remove", "Taken away.", "the picture is gone. Thank"),
            ("Warn", "Warned.", "asked to be considerate"),
            ("Ban", "Banned, and the picture is taken away.", "may not paint here any more"),
            ("Leave it", "Left as it is.", "may stay"),
        ):
            await on.lukis.store.db.write("DELETE FROM bans")
            await alice.send(f"/imagine a fox, {deed}")
            fox = await platform.until(partial(shows, f"a fox, {deed}"))
            thanks = "Thank you. Those in charge here will look at it."
            assert [await bob.press(fox, "Report"), await bob.press(fox, "Report")] == [thanks] * 2
            told = [await platform.until(partial(asks, who.chat)) for who in (root, carol)]
            assert all(m.card.prompt == f"a fox, {deed}" and "fake:alice" in m.card.text for m in told)
            assert await eve.press_payload(told[1], told[1].card.buttons[1][0].payload) == (
                "That is not here any more."
            )
            assert await bob.press_payload(fox, f"remove:{fox.card.job}") == "That is not here any more."
            await carol.press(told[1], "Show again")
            assert (
                await platform.until(lambda m: m.chat == "carol" and m.card.pictures)
            ).card.job == fox.card.job
            assert await carol.press(told[1], deed) == say
            for message in told:
                assert not message.card.buttons and "Carol" in message.card.text
            late = await root.press_payload(told[0], f"ban:{fox.card.job}")
            assert late == "It is settled: another admin was quicker."
            await platform.until(partial(tells, "bob", outcome))
            assert (fox.id in platform.messages) == (deed in ("Warn", "Leave it"))
            if deed == "Leave it":
                assert (
                    await bob.press(fox, "Report")
                    == "Those in charge here have looked at this picture already."
                )
        await platform.until(lambda m: m.chat == "room" and "ask you to be considerate" in m.card.text)
        log = [(who, what) for who, what, _ in await acts(on)]
        assert log == [("fake:carol", what) for what in ("remove", "warn", "ban", "dismiss")]


async def test_open_reports_are_sent_to_who_asks_and_may(tmp_path: Path, monkeypatch: Any) -> None:
    async with stage(tmp_path, admins=("fake:root",)) as on:
        alice, carol = on.someone(group=True), on.someone("carol", group=True, admin=True)
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.press(fox, "Report")
        await on.platform.until(lambda m: m.chat == "root")
        for chat, count in (("room", 1), ("hall", 0)):
            await on.someone("carol", chat=chat, group=True, admin=True).send("/moderate reports")
            await carol.told(f"sent to you in private: {count}")
        told = await on.platform.until(lambda m: m.chat == "carol")
        home = on.someone("carol", chat="carol")
        assert await home.press(told, "Remove") == "That belongs to somebody else.", (
            "she is in charge no more"
        )
        on.platform.chiefs["room"] = ("carol",)
        assert await home.press(told, "Remove") == "Taken away."
        root = on.someone("root", chat="root")
        await root.send("/moderate reports")
        await carol.told("sent to you in private: 0")
        monkeypatch.setattr(reports, "MOST_OPEN", 1)
        for said in ("Those in charge here will look at it.", "have much to look at already"):
            await alice.send(f"/imagine a boat, {len(said)}")
            boat = await on.platform.until(partial(shows, f"a boat, {len(said)}"))
            assert said in (await alice.press(boat, "Report") or "")


async def test_where_nobody_is_in_charge_a_report_says_so(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine a fox")
        fox = await on.someone().pictures()
        assert await on.someone().press(fox, "Report") == "There is nobody in charge here whom I could tell."


async def test_a_report_that_nobody_has_heard_of_is_told_at_the_next_start(tmp_path: Path) -> None:
    rules = tmp_path / "moderation"
    rules.mkdir()
    (rules / "report.txt").write_text("fox")
    chosen: dict[str, Any] = {"admins": ("fake:root",), "moderation_dir": rules}
    async with stage(tmp_path, **chosen) as on:
        on.engine.hold(1)
        await on.someone().send("/imagine a fox")
        await on.platform.until(lambda m: m.card.progress)
    async with stage(tmp_path, **chosen) as on:
        root = on.someone("root", chat="root")
        told = await root.told("A list found “fox”")
        assert told.chat == "root" and told.card.prompt == "a fox"
        assert await root.press(told, "Ban") == "Banned, and the picture is taken away."
        assert (await acts(on))[-1] == ("fake:root", "ban", "fake:alice")
    async with stage(tmp_path, **chosen) as on:
        await on.someone(chat="elsewhere").send("/imagine a boat")
        await on.someone().told(BANNED)
        assert [m.chat for m in on.platform.messages.values()] == ["elsewhere"], "nothing is told twice"


async def test_a_ban_stops_what_waits_and_takes_nothing_new_until_it_ends(tmp_path: Path) -> None:
    async with stage(tmp_path, admins=("fake:root",)) as on:
        alice, home = on.someone(group=True), on.someone(chat="home")
        carol, root = on.someone("carol", group=True, admin=True), on.someone("root", chat="root")
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        on.engine.hold(1)
        for who in (alice, home):
            await who.send(f"/imagine a boat in {who.chat}")
        await on.platform.until(lambda m: m.card.kind == "status" and m.chat == "home")
        await carol.send("/moderate ban", reply_to=fox)
        assert "Stopped 1 picture." in (await carol.told("from fake:alice any more in this chat")).card.text
        await on.platform.until(lambda m: m.chat == "room" and "Cancelled" in m.card.text)
        await alice.send("/imagine a kite")
        await alice.told(BANNED)
        assert (await alice.press(fox, "Reroll") or "").startswith(BANNED), "a button is a job, too"
        await root.send("/moderate ban fake:alice")
        assert "Stopped 1 picture." in (await root.told("any more, in any chat")).card.text
        for order, answer in (
            ("unban alice", "Who is meant?"),
            ("unban fake:alice here", "is not banned"),
            ("unban fake:alice", "may paint again"),
            ("ban <@!77> here", "from fake:77 any more in this chat"),
        ):
            await root.send(f"/moderate {order}")
            await root.told(answer)
        await on.engine.release()
        await home.send("/imagine a kite")
        await on.platform.until(lambda m: m.chat == "home" and m.card.pictures)
        await carol.send("/moderate unban fake:alice")
        await carol.told("may paint again")
        await alice.send("/imagine a balloon")
        await on.platform.until(
            lambda m: m.chat == "room" and m.card.pictures and m.card.prompt == "a balloon"
        )
        assert [what for _, what, _ in await acts(on)] == ["ban", "ban", "unban", "ban", "unban"]


async def test_a_pause_takes_nothing_new_over_a_restart_and_lets_what_runs_end(tmp_path: Path) -> None:
    async with stage(tmp_path, admins=("fake:root",)) as on:
        alice, root = on.someone(), on.someone("root", chat="root")
        on.engine.hold(1)
        await alice.send("/imagine a fox")
        await on.platform.until(lambda m: m.card.progress)
        for order, answer in (
            ("pause", "in any chat"),
            ("pause", "in any chat"),
            ("stats", "painted now: 1"),
        ):
            await root.send(f"/moderate {order}")
            await root.told(answer)
        await alice.send("/imagine a boat")
        await alice.told(PAUSED)
    async with stage(tmp_path, admins=("fake:root",)) as on:
        alice, root = on.someone(), on.someone("root", chat="root")
        assert (await alice.pictures()).card.prompt == "a fox"
        await alice.send("/imagine a boat")
        await alice.told(PAUSED)
        carol = on.someone("carol", group=True, admin=True)
        for who, order, answer in (
            (root, "resume", "I paint again in all chats."),
            (carol, "pause", "in this chat now"),
            (carol, "broadcast hello", "This is for admins."),
        ):
            await who.send(f"/moderate {order}")
            await who.told(answer)
        await alice.send("/imagine a boat")
        assert len([m for m in on.platform.messages.values() if PAUSED in m.card.text]) == 2
        await on.someone(chat="home").send("/imagine a boat")
        await on.platform.until(lambda m: m.chat == "home" and m.card.pictures)
        await carol.send("/moderate say\nBack here")
        said = await on.platform.until(lambda m: m.card.text == "Back here")
        assert said.chat == "room" and said.answers is None
        await carol.send("/moderate stats")
        assert "• Alice (fake:alice): pictures 1 · requests 1" in (await carol.told("people 1")).card.text
        await root.send("/moderate stats")
        assert (
            "requests 2 · pictures 2"
            in (await on.platform.until(lambda m: m.chat == "root" and "Last 7" in m.card.text)).card.text
        )
        assert [what for _, what, _ in await acts(on)] == ["pause", "resume", "pause", "say"]


class Faulty(FakePlatform):
    """Finds the store away at first, and breaks over one person."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    async def alone(self, person: str) -> Address:
        self.asked += 1
        if self.asked == 1:
            raise NoStore()
        return await super().alone(person)

    async def send(self, address: Address, card: Card) -> Receipt:
        if address.chat == "broken":
            raise RuntimeError("a bug")
        return await super().send(address, card)


async def test_a_store_that_is_away_and_an_admin_who_can_t_be_told_cost_no_other_a_report(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, platform=Faulty(), admins=("fake:broken", "fake:root")) as on:
        await on.someone("root", chat="room").send("/moderate report fox")
        await on.someone().send("/imagine a fox")
        await on.platform.until(partial(asks, "root"))


class Strict(FakePlatform):
    """Has chats that blocked us, that take nothing now, or of which nobody knows whether they took it."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[str] = []
        self.late = asyncio.Event()

    async def send(self, address: Address, card: Card) -> Receipt:
        if card.text == "news":
            self.came.append(address.chat)
            if address.chat == "blocked":
                raise Unreachable("blocked")
            if address.chat == "unsure":
                raise Unavailable("broke", unsure=True)
            if address.chat == "full" and self.came.count("full") == 1:
                raise NoStore()
            if address.chat == "slow" and self.came.count("slow") == 1:
                raise Unavailable("slow", after=0.01)
            if address.chat == "z":
                self.late.set()
                await asyncio.Event().wait()
        return await super().send(address, card)


async def test_a_broadcast_comes_to_each_chat_once_over_a_kill(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(broadcasts, "PACE", 0.0)
    platform = Strict()
    async with stage(tmp_path, platform=platform, admins=("fake:root",)) as on:
        for chat in ("a", "blocked", "full", "slow", "unsure", "z", "zz"):
            await on.someone(chat=chat).send("/imagine a fox")
            await platform.until(partial(drawn_in, chat))
        await on.someone("root", chat="root").send("/moderate broadcast news")
        assert "7 chats" in (await on.someone().told("On its way")).card.text
        await platform.late.wait()
    async with stage(tmp_path, platform=platform, admins=("fake:root",)) as on:
        await platform.until(lambda m: m.chat == "zz" and m.card.text == "news")
        assert platform.came == ["a", "blocked", "full", "full", "slow", "slow", "unsure", "z", "zz"]
        states = await on.lukis.store.db.rows("SELECT chat, state FROM posts ORDER BY chat")
        assert {row["chat"]: row["state"] for row in states}["blocked"] == "unreachable"
        await on.someone("root", chat="root").send("/moderate stop")
        await on.someone().told("0 chats don't hear of it")
        platform.down = Unavailable("down", after=60)


async def test_nobody_floods_those_in_charge_with_what_lists_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "MOST_OPEN", 2)
    async with stage(tmp_path, admins=("fake:root",), max_waiting_jobs=100) as on:
        root, alice, bob = on.someone("root", chat="room"), on.someone(), on.someone("bob")
        await root.send("/moderate report fox")
        for number in range(4):
            await alice.send(f"/imagine a fox, {number}")
            await on.platform.until(partial(shows, f"a fox, {number}"))
        await bob.send("/imagine a fox of mine")
        await on.platform.until(lambda m: asks("root", m) and m.card.prompt == "a fox of mine")
        told = [m.card.prompt for m in on.platform.messages.values() if asks("root", m)]
        assert len(told) == 3 and told[-1] == "a fox of mine"
        await root.send("/moderate reports")
        await root.told("sent to you in private: 5")
