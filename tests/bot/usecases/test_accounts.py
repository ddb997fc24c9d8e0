"""One person on several platforms, as people see it: /link, /unlink, and what is one in between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.messages import Refusal
from bot.store import oldest, open_store
from bot.store.drafts import Draft
from bot.store.forgetting import OF_PLACES
from bot.store.lists import Listing, Sought
from bot.store.merging import TABLES
from tests.chat import FakePlatform, FakeTranslator, Message, Someone, Stage, stage


@dataclass
class Two:
    """Alice here and Ally there, who are one person, and Bob."""

    on: Stage
    alice: Someone
    ally: Someone
    bob: Someone


@asynccontextmanager
async def two(folder: Path, translator: FakeTranslator | None = None, **settings: Any) -> AsyncIterator[Two]:
    there = FakePlatform("other")
    async with stage(folder, others=[there], translator=translator, **settings) as on:
        service = on.lukis.service
        here = on.someone("alice", chat="alice"), on.someone("bob", chat="bob")
        yield Two(on, here[0], Someone(service, there, "ally", chat="ally"), here[1])


def last(who: Someone) -> Message:
    return [m for m in who.platform.messages.values() if m.chat == who.chat][-1]


async def code(who: Someone) -> str:
    await who.send("/link")
    return last(who).card.text.split("/link ")[1][:8]


async def join(giver: Someone, taker: Someone) -> str | None:
    await taker.send(f"/link {await code(giver)}")
    return await taker.press(last(taker), "Join")


async def painted(who: Someone, prompt: str) -> Message:
    await who.send(f"/imagine {prompt}")
    words = prompt.partition(" --")[0]
    message = await who.platform.until(lambda m: m.card.kind == "picture" and m.card.prompt == words)
    await who.service.runner.finished(message.card.job or "")
    return message


async def history(who: Someone) -> list[str]:
    """The prompts of somebody's history, newest first."""
    found, total = list[str](), 1
    while len(found) < total:
        await who.send(f"/history {len(found) + 1}")
        card = last(who).card
        if not card.pictures:
            break
        total = int(card.text.split(" of ")[1].split()[0])
        found.append(card.prompt)
    return found


async def test_a_code_makes_one_person_of_two_and_unlink_parts_them(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        for who, prompt in (
            (at.alice, "a boat"),
            (at.ally, "a kite"),
            (at.alice, "a fox"),
            (at.bob, "a pig"),
        ):
            await painted(who, prompt)
        said = await code(at.alice)
        await at.ally.send(f"/LINK  {said[:4].lower()}-{said[4:]} ")
        question = last(at.ally)
        assert "Alice (Fake)" in question.card.text and question.card.private
        assert await history(at.ally) == ["a kite"], "nothing is joined before it is said so"
        await at.ally.press(question, "Join")
        assert "Alice (Fake) are one person" in question.card.text and not question.card.buttons
        assert "Ally (Fake) is the same person" in last(at.alice).card.text
        for who in (at.alice, at.ally):
            assert await history(who) == ["a fox", "a kite", "a boat"]
        await painted(at.ally, "a cup")
        assert (await history(at.alice))[0] == "a cup" and await history(at.bob) == ["a pig"]
        await at.alice.send("/unlink")
        assert "on your own here again" in last(at.alice).card.text
        assert await history(at.alice) == ["a fox", "a boat"]
        assert await history(at.ally) == ["a cup", "a kite"]
        await at.ally.send("/unlink")
        assert "Nothing is joined" in last(at.ally).card.text


async def test_it_holds_after_a_restart_and_for_a_third(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        await painted(at.alice, "a boat")
        await painted(at.ally, "a kite")
        await join(at.ally, at.alice)
        await painted(at.bob, "a pig")
    async with two(tmp_path) as at:
        assert await history(at.ally) == ["a kite", "a boat"]
        await join(at.alice, at.bob)
        assert await history(at.ally) == ["a pig", "a kite", "a boat"]
        await at.ally.send("/link")
        assert "Alice (Fake), Bob (Fake)" in last(at.ally).card.text
        await at.alice.send("/unlink")  # whose key it was
        assert await history(at.alice) == ["a boat"]
        assert await history(at.ally) == await history(at.bob) == ["a pig", "a kite"]


async def test_a_page_of_the_history_is_turned_and_a_picture_deleted_from_either_side(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        await painted(at.alice, "a boat")
        await painted(at.ally, "a kite")
        await join(at.alice, at.ally)
        await at.ally.send("/history")
        page = last(at.ally)
        await at.ally.press(page, "▶️")
        assert page.card.prompt == "a boat"
        boat = next(
            m for m in at.alice.platform.messages.values() if m.card.prompt == "a boat" and m.card.pictures
        )
        assert await at.ally.press(page, "Delete") == "Deleted."
        assert await history(at.alice) == ["a kite"] and boat.id not in at.alice.platform.messages
        await at.ally.send("/unlink")
        await at.alice.send("/cancel")
        assert await at.alice.press_payload(page, f"delete:{page.card.job}") != "Deleted."


@pytest.mark.parametrize("banned", ["fake:alice", "other:ally"])
async def test_a_ban_holds_for_both_and_no_unlink_escapes_it(tmp_path: Path, banned: str) -> None:
    async with two(tmp_path, admins=("fake:root",)) as at:
        root = at.on.someone("root", chat="root")
        await painted(at.alice, "a boat")
        await painted(at.ally, "a kite")
        await root.send(f"/moderate ban {banned}")
        await join(at.ally, at.alice)
        for who in (at.alice, at.ally):
            await who.send("/imagine a fox")
            assert "I take nothing new" in last(who).card.text
        await at.ally.send("/unlink")
        for who in (at.alice, at.ally):
            await who.send("/imagine a fox")
            assert "I take nothing new" in last(who).card.text
        await join(at.ally, at.alice)
        await root.send("/moderate unban fake:alice")
        for who in (at.alice, at.ally):
            await painted(who, "a fox")


async def test_what_counts_is_counted_together(tmp_path: Path) -> None:
    async with two(tmp_path, admins=("fake:root",)) as at:
        root = at.on.someone("root", chat="root")
        await painted(at.alice, "a boat")
        await painted(at.ally, "a kite")
        await root.send("/moderate limit other:ally 3/day")
        await join(at.alice, at.ally)
        await painted(at.alice, "a fox")
        for who in (at.alice, at.ally):
            await who.send("/imagine a pig")
            assert "as much as you may" in last(who).card.text
        rows = await at.on.lukis.store.db.rows(
            "SELECT person, jobs, pictures FROM tallies WHERE platform = ''"
        )
        assert [tuple(row) for row in rows] == [("fake:alice", 3, 3)]


async def test_the_newer_ones_language_and_english_hold_and_both_keep_them(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        await at.alice.send("/language es")
        await at.ally.send("/language pt")
        cache = "SELECT person, english FROM translations WHERE provider = 'person' ORDER BY person"
        db = at.on.lukis.store.db
        for person, english in (("fake:alice", "old"), ("other:ally", "new")):
            await db.write("INSERT INTO translations VALUES ('x', '', 'person', ?, ?, 1)", person, english)
        await at.ally.send("/link")
        await at.alice.send(f"/link {last(at.ally).card.text.split('/link ')[1][:8]}")
        await at.alice.press_payload(last(at.alice), last(at.alice).card.buttons[0][0].payload)
        await at.alice.send("/cancel")
        assert "Você" in last(at.alice).card.text
        assert [tuple(row) for row in await db.rows(cache)] == [("fake:alice", "new")]
        await at.alice.send("/unlink")
        assert [row["english"] for row in await db.rows(cache)] == ["new", "new"]
        await at.ally.send("/cancel")
        assert "Você" in last(at.ally).card.text


async def test_codes_are_refused_in_words(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        first, second = await code(at.alice), await code(at.alice)
        await at.ally.send(f"/link {first}")
        assert "wrong, or too old" in last(at.ally).card.text
        await at.alice.send(f"/link {second}")
        assert "same person there already" in last(at.alice).card.text
        await at.on.lukis.store.db.write("UPDATE codes SET until = 1")
        await at.ally.send(f"/link {second}")
        assert "wrong, or too old" in last(at.ally).card.text
        third = await code(at.alice)
        await join(at.ally, at.alice)
        for used in (third, "'; DROP TABLE people --", "é" * 5000):
            await at.bob.send(f"/link {used}")
            assert "wrong, or too old" in last(at.bob).card.text
        for _ in range(3):
            await at.bob.send("/link ZZZZZZZZ")
        assert "too many wrong codes" in last(at.bob).card.text
        good = await code(at.alice)
        await at.bob.send(f"/link {good}")
        assert "too many wrong codes" in last(at.bob).card.text
        kept = await at.on.lukis.store.db.rows("SELECT * FROM codes")
        assert kept and not any(good in str(tuple(row)) for row in kept), "what is kept joins nobody"


async def test_in_a_group_no_code_is_shown(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        eve = at.on.someone("eve", chat="room", group=True)
        await eve.send("/link")
        assert "private chat" in last(eve).card.text
        assert not await at.on.lukis.store.db.rows("SELECT * FROM codes")


async def test_every_table_that_names_a_person_says_what_becomes_of_it(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        tables = [
            row["name"] for row in await store.db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        named = {
            table
            for table in tables
            for column in await store.db.rows(f"PRAGMA table_info({table})")
            if column["name"] in ("person", "owner", "asker", "account")
        }
    assert named - {"people"} <= {*TABLES}, "bot/store/merging.py tells of each"
    assert {*TABLES} <= {*tables}


async def test_every_table_that_names_a_chat_says_what_becomes_of_a_private_one(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        tables = await store.db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        named = {
            row["name"]
            for row in tables
            for column in await store.db.rows(f"PRAGMA table_xinfo({row['name']})")
            if column["name"] in ("chat", "place")
        }
    by_person = {"jobs", "shelves", "bans", "limits", "spent", "acts"}
    assert named - by_person - {"farewells", "moves"} == {*OF_PLACES}, "bot/store/forgetting.py tells of each"


async def test_lists_forms_and_statistics_part_as_well(tmp_path: Path) -> None:
    async with two(tmp_path, admins=("fake:root",)) as at:
        await painted(at.alice, "a boat")
        await painted(at.ally, "a kite --n 2")
        await join(at.alice, at.ally)
        for who in (at.alice, at.ally):
            await who.send("/imagine")
        forms = {who.name: last(who) for who in (at.alice, at.ally)}
        pages = dict[str, Message]()
        for who in (at.alice, at.ally):
            await who.send("/find a")
            pages[who.name] = last(who)
        await at.ally.send("/unlink")
        for who in (at.alice, at.ally):
            for message in (forms[who.name], pages[who.name]):
                told = await who.press_payload(message, message.card.buttons[0][0].payload)
                assert "not yours" not in str(told) and not isinstance(told, Refusal), told
        rows = await at.on.lukis.store.db.rows(
            "SELECT person, platform, jobs, pictures FROM tallies ORDER BY person, platform"
        )
        assert [tuple(row) for row in rows] == [
            ("fake:alice", "", 1, 1),
            ("fake:alice", "fake", 1, 1),
            ("other:ally", "", 1, 2),
            ("other:ally", "other", 1, 2),
        ]


async def test_of_what_buttons_need_the_newest_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oldest, "MOST", 3)
    async with open_store(tmp_path) as store:
        for i in range(5):
            for person in ("fake:alice", "fake:bob") if i < 2 else ("fake:alice",):
                await store.drafts.keep(Draft(f"{person}{i}", person, "fake", "room", made=float(i + 1)))
                await store.lists.make(Listing(person, "fake", "room", Sought(words=f"fox{i}")))
                await store.offers.make(f"{person}{i}", "fake", "room", "{}", person)
        for table in ("drafts", "lists", "offers"):
            rows = await store.db.rows(f"SELECT person, id FROM {table} ORDER BY made")
            theirs = [row["id"] for row in rows if row["person"] == "fake:alice"]
            assert len(theirs) == 3 and len(rows) == 5, table
            if table != "lists":
                assert theirs == [f"fake:alice{i}" for i in (2, 3, 4)]
        assert not await store.lists.made(Listing("fake:alice", "fake", "room", Sought(words="fox0")).id)


async def test_a_picture_for_oneself_alone_is_shown_to_no_group_that_all_read(tmp_path: Path) -> None:
    """Where nobody can be told something alone, it says where to ask instead; what was asked for in a private chat,
    but not for oneself alone, one may show."""
    async with two(tmp_path) as at:
        await painted(replace(at.alice, private=True), "a secret")
        await painted(at.alice, "a boat")
        await join(at.alice, at.ally)
        among = replace(at.ally, chat="group", group=True)
        for command in ("/show 1", "/again #1", "/show 2", "/again 2"):
            await among.send(command)
            said = last(among).card
            if "1" in command:
                assert "Others read along" in said.text and said.refused and not said.pictures
                assert command.split()[0] in said.text
        shown = await among.platform.until(lambda m: m.chat == "group" and m.card.prompt == "a boat")
        assert shown.card.prompt == "a boat"
        await at.ally.send("/again 1")
        again = await at.ally.platform.until(lambda m: m.card.kind == "picture" and m.chat == "ally")
        assert again.card.prompt == "a secret"
        await at.on.lukis.service.runner.finished(again.card.job or "")
        number = again.card.pictures[0].job
        await among.send(f"/show {number}")
        assert "Others read along" in last(among).card.text, "what comes of it is for oneself alone, too"
        secrets = [m for m in among.platform.messages.values() if m.card.prompt == "a secret"]
        assert {m.chat for m in secrets} == {"ally"}
