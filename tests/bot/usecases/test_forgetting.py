"""What is left of somebody who wants to be forgotten: nothing, down to the bytes of the data folder."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.messages import Card, Person, Receipt
from bot.store import db as db_module
from bot.store import open_store
from bot.translation.cache import SqliteCache
from bot.translation.chain import Chain
from bot.translation.translator import PromptTranslator
from bot.usecases import rounds, runner
from tests.bot.pictures.made_elsewhere import ELSEWHERE
from tests.bot.store.keeping import ask, draw
from tests.bot.translation.stand_ins import DETECTOR
from tests.bot.usecases.test_accounts import Two, code, history, join, last, painted, two
from tests.chat import FakePlatform, FakeTranslator, Message, Someone, stage
from tests.patience import PATIENCE

WORDS = ("zanzibarine", "qwortlebeak", "mizzenfrost", "plumtrothen", "ugglywump", "vexilloo", "grindlewick")
"""Each stands in another place; nobody says them by chance."""

ALICE = Person("fake", "alice", "Alice", "en")


def left(folder: Path, *words: str) -> list[tuple[str, str]]:
    """Which of the words are in which file of a folder, in the encodings that there are."""
    return [
        (file.name, word)
        for file in folder.rglob("*")
        if file.is_file()
        for word in words
        if any(word.encode(code) in file.read_bytes() for code in ("utf-8", "utf-16-le"))
    ]


class Remembering(FakeTranslator):
    """Forgets as the real one does."""

    real: PromptTranslator

    async def forget(self, texts: Collection[str]) -> None:
        await self.real.forget(texts)


async def forgotten(who: Someone) -> None:
    await who.send("/forget")
    question = last(who)
    assert "gone for good" in question.card.text
    await who.press(question, "Forget everything")
    assert "Forgotten." in question.card.text and not question.card.buttons


async def gone(who: Someone, message: Message) -> None:
    await who.platform.until(lambda _: message.id not in who.platform.messages)


async def lived(at: Two) -> None:
    """Alice, who is Ally there, leaves words wherever one can leave some."""
    db, alice = at.on.lukis.store.db, at.alice
    boat = await painted(alice, "a zanzibarine boat --no qwortlebeak")
    await alice.send("a mizzenfrost one", reply_to=boat)
    await at.on.platform.until(lambda m: "mizzenfrost" in m.card.prompt and m.card.kind == "picture")
    await painted(at.ally, "plumtrothen")
    await join(alice, at.ally)
    await alice.send("/info", image=ELSEWHERE["InvokeAI"]())
    cached = SqliteCache(db)
    await cached.put("a zanzibarine boat", "xx", "google", "an ugglywump boat")
    await cached.put("somebody else's", "xx", "google", "something else")
    await cached.correct("vexilloo", "vexilloo", "fake:alice")
    await db.write("UPDATE people SET name = 'grindlewick' WHERE key = 'fake:alice'")


async def test_no_byte_of_it_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    async with two(folder, translator := Remembering()) as at:
        cache = SqliteCache(at.on.lukis.store.db)
        translator.real = PromptTranslator(Chain([], 1.0, DETECTOR), cache=cache, detector=DETECTOR)
        await painted(at.bob, "a pig")
        await lived(at)
        await at.on.lukis.store.db.scour()
        assert {word for _, word in left(folder, *WORDS)} == {*WORDS}, "else nothing is proven"
        pictures = {*folder.rglob("*.png")}
        await forgotten(at.ally)
        assert left(folder, *WORDS) == []
        (pig,) = folder.rglob("pictures/*/*.png")
        assert pig in pictures and await history(at.bob) == ["a pig"]
        for who in (at.alice, at.ally):
            assert await history(who) == []
        assert await cache.get("somebody else's", "xx", ["google"])
    assert left(folder, *WORDS) == []


async def test_no_row_names_them(tmp_path: Path) -> None:
    async with two(tmp_path, admins=("fake:root",)) as at:
        root, db = at.on.someone("root", chat="root"), at.on.lukis.store.db
        await lived(at)
        await root.send("/moderate ban fake:alice")
        await root.send("/moderate limit other:ally 5/day")
        await forgotten(at.alice)
        await at.on.platform.until(lambda m: m.chat == "root")
        assert list(naming(tmp_path / "lukis.sqlite", "fake:alice", "other:ally", "Alice")) == []
        acts = await db.rows("SELECT about FROM acts ORDER BY id")
        assert [row["about"].partition(":")[0] for row in acts] == ["forgotten", "forgotten"]
        assert acts[1]["about"].endswith(" 5/day")


def naming(file: Path, *words: str) -> Iterator[tuple[str, str]]:
    """Which table has which of the words in a cell."""
    connection = sqlite3.connect(file)
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in connection.execute(f"SELECT * FROM {table}"):
            yield from (
                (table, word) for word in words for cell in row if isinstance(cell, str) and word in cell
            )
    connection.close()


async def test_messages_with_their_pictures_go_in_every_chat(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        group = at.on.someone("alice", chat="room", group=True)
        shown = await painted(group, "a kite")
        theirs = await painted(at.bob, "a pig")
        ally = await painted(at.ally, "a cup")
        await join(at.alice, at.ally)
        await forgotten(at.alice)
        for who, message in ((at.alice, shown), (at.ally, ally)):
            await gone(who, message)
        assert theirs.id in at.bob.platform.messages
    async with two(tmp_path) as at:
        for _ in range(int(PATIENCE * 100)):
            if not (rows := await at.on.lukis.store.db.rows("SELECT * FROM farewells")):
                break
            await asyncio.sleep(0.01)
        assert not rows


async def test_what_is_being_painted_stops(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        at.on.engine.hold(1)
        await at.alice.send("/imagine a zanzibarine boat")
        status = await at.on.platform.until(lambda m: m.card.progress)
        await forgotten(at.alice)
        await at.on.platform.until(lambda _: status.id not in at.on.platform.messages)
        await at.on.engine.release()
        assert not [*tmp_path.rglob("*.png")] and left(tmp_path, "zanzibarine") == []
        await painted(at.alice, "a fox")
        assert await history(at.alice) == ["a fox"]


@pytest.mark.parametrize("slow", [0.1, 2.0])
async def test_what_is_being_delivered_never_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: float
) -> None:
    monkeypatch.setattr(rounds, "EVERY", 0.05)
    monkeypatch.setattr(runner, "HAND_OVER", 1.0)
    async with two(tmp_path) as at:
        begun, out, deliver = asyncio.Event(), asyncio.Event(), at.on.platform.deliver

        async def slowly(*args: Any) -> Receipt:
            begun.set()
            await asyncio.sleep(slow)
            receipt = await deliver(*args)
            out.set()
            return receipt

        monkeypatch.setattr(at.on.platform, "deliver", slowly)
        await at.alice.send("/imagine a zanzibarine boat")
        await begun.wait()
        await forgotten(at.alice)
        await out.wait()
        await at.on.platform.until(
            lambda _: not any(m.card.pictures for m in at.on.platform.messages.values())
        )
        assert not await history(at.alice)


@asynccontextmanager
async def being_forgotten(at: Two, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Alice is being forgotten while this is open: a result of hers is on its way to her all the time."""
    monkeypatch.setattr(runner, "HAND_OVER", PATIENCE)
    begun, ready, deliver = asyncio.Event(), asyncio.Event(), at.on.platform.deliver

    async def slowly(*args: Any) -> Receipt:
        begun.set()
        await ready.wait()
        return await deliver(*args)

    with monkeypatch.context() as here:
        here.setattr(at.on.platform, "deliver", slowly)
        await at.alice.send("/imagine a zanzibarine boat")
        await begun.wait()
    forgetting = asyncio.create_task(forgotten(at.alice))
    try:
        await at.on.platform.until(lambda m: "gone for good" in m.card.text)
        for _ in range(int(PATIENCE * 100)):
            if not await at.on.lukis.store.db.rows("SELECT * FROM codes WHERE person = 'fake:alice'"):
                break
            await asyncio.sleep(0.01)
        yield
    finally:
        ready.set()
    await forgetting


async def test_nobody_joins_whoever_is_being_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with two(tmp_path) as at:
        await painted(at.ally, "plumtrothen")
        said = await code(at.alice)
        async with being_forgotten(at, monkeypatch):
            await at.ally.send(f"/link {said}")
            assert "wrong, or too old" in last(at.ally).card.text
        assert await history(at.ally) == ["plumtrothen"] and not await history(at.alice)
        assert left(tmp_path, "zanzibarine") == []


async def test_whoever_is_joined_meanwhile_is_forgotten_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with two(tmp_path) as at:
        await painted(at.ally, "plumtrothen")
        await at.alice.send(f"/link {await code(at.ally)}")
        question = last(at.alice)
        async with being_forgotten(at, monkeypatch):
            await at.alice.press(question, "Join")
            assert len(await history(at.ally)) == 2
        assert not [*tmp_path.rglob("*.png")]
        assert list(naming(tmp_path / "lukis.sqlite", "fake:alice", "other:ally", "plumtrothen")) == []
        for who in (at.alice, at.ally):
            assert not await history(who)


async def test_the_page_forgets_whoever_has_signed_in_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, let_go = FakePlatform("web"), list[str]()

    async def noting(chat: str) -> None:
        let_go.append(chat)

    monkeypatch.setattr(page, "let_go", noting)
    async with stage(tmp_path, others=[page]) as on:
        alice = on.someone("alice", chat="alice")
        await painted(alice, "a boat")
        receipt = Receipt(platform="web", chat="fake:alice", messages=("1",))
        await on.lukis.store.messages.note(receipt, Card(text="/help"))
        await forgotten(alice)
        assert let_go.count("fake:alice") == 1
        assert not await on.lukis.store.db.rows("SELECT * FROM messages WHERE platform = 'web'")


async def test_a_chat_of_their_own_whose_id_tells_nothing_is_known_by_what_was_asked_for_there(
    tmp_path: Path,
) -> None:
    async with two(tmp_path) as at:
        await painted(at.ally, "a cup")
        await join(at.alice, at.ally)
        db = at.on.lukis.store.db
        where = "json_set(address, '$.data.own', 1, '$.chat', '77')"
        await db.write(f"UPDATE jobs SET address = {where} WHERE platform = 'other'")
        await db.write(
            "INSERT INTO rules VALUES ('other', '77', 'block', 'x'), ('other', 'room', 'block', 'x')"
        )
        receipt = Receipt(platform="other", chat="77", messages=("1",))
        await at.on.lukis.store.messages.note(receipt, Card(text="/help"))
        await forgotten(at.alice)
        assert [row["chat"] for row in await db.rows("SELECT chat FROM rules")] == ["room"]
        assert not await db.rows("SELECT * FROM messages WHERE chat = '77'")


async def test_a_reader_who_never_ends_keeps_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db_module, "MOST_TURNS", 1)
    async with two(tmp_path) as at:
        await painted(at.alice, "a boat")
        with closing(sqlite3.connect(tmp_path / "lukis.sqlite", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM jobs").fetchall()
            async with asyncio.timeout(PATIENCE):
                await forgotten(at.alice)
        assert not await history(at.alice)


async def test_what_arrives_after_its_job_is_gone_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(rounds, "EVERY", 0.05)
    async with two(tmp_path) as at:
        await painted(at.bob, "a pig")
        shown = await painted(at.alice, "a boat")
        receipt = Receipt(platform="fake", chat="alice", messages=(shown.id,))
        store = at.on.lukis.store
        assert await store.forgetting.forget(await store.forgetting.whom(ALICE), [])
        await store.db.write("DELETE FROM farewells")
        await store.deliveries.sent(shown.card.job or "", receipt, shown.card)
        await gone(at.alice, shown)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("once", ["bob's", "deleted"])
async def test_what_others_made_of_it_stays_and_what_was_deleted_goes(tmp_path: Path, once: str) -> None:
    async with two(tmp_path) as at:
        group = at.on.someone("alice", chat="room", group=True)
        bob = at.on.someone("bob", chat="room", group=True)
        kite = await painted(group, "a kite")
        if once == "deleted":
            await group.press(kite, "Delete")  # a moment ago: it could still be brought back
        else:
            await bob.send("a red one", reply_to=kite)
            await at.on.platform.until(lambda m: m.card.kind == "picture" and m.card.prompt == "a red one")
        await forgotten(at.alice)
        kept = [file.name for file in tmp_path.rglob("*.png")]
        rows = await at.on.lukis.store.db.rows("SELECT person, parent FROM jobs")
        if once == "deleted":
            assert kept == [] and rows == []
        else:
            assert [tuple(row) for row in rows] == [("fake:bob", None)] and len(kept) == 2


async def test_neither_a_ban_nor_what_is_used_up_is_escaped(tmp_path: Path) -> None:
    async with two(tmp_path, admins=("fake:root",)) as at:
        root = at.on.someone("root", chat="root")
        await painted(at.alice, "a boat")
        await painted(at.bob, "a pig")
        await root.send("/moderate ban fake:alice")
        await root.send("/moderate limit fake:bob 2/day")
        for who in (at.alice, at.bob):
            await forgotten(who)
        await at.alice.send("/imagine a fox")
        assert "I take nothing new" in last(at.alice).card.text
        await painted(at.bob, "a cow")
        await at.bob.send("/imagine a hen")
        assert "as much as you may" in last(at.bob).card.text
        await forgotten(at.alice)
        await root.send("/moderate unban fake:alice")
        await painted(at.alice, "a fox")


@pytest.mark.parametrize("held", ["ban {}", "limit {} 1/day"])
@pytest.mark.parametrize("against", ["fake:alice", "other:ally"])
async def test_what_is_held_against_one_of_an_account_is_escaped_by_none(
    tmp_path: Path, held: str, against: str
) -> None:
    async with two(tmp_path, admins=("fake:root",)) as at:
        root = at.on.someone("root", chat="root")
        await painted(at.alice, "a boat")
        await painted(at.ally, "a kite")
        await join(at.alice, at.ally)
        await root.send("/moderate " + held.format(against))
        await forgotten(at.alice)
        for who in (at.ally, at.alice):
            await who.send("/imagine a fox")
            assert ("I take nothing new" if "ban" in held else "as much as you may") in last(who).card.text


async def test_among_others_it_is_not_even_asked(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        alice = at.on.someone("alice", chat="room", group=True)
        await painted(alice, "a boat")
        await alice.send("/forget")
        assert "private chat" in last(alice).card.text and not last(alice).card.buttons
        assert await history(at.alice) == ["a boat"]


async def test_a_history_of_any_shape_leaves_nothing_between_the_pages(tmp_path: Path) -> None:
    """Rows of all lengths, which move about as they grow, deleted beside those of somebody else."""
    random = Random(3)
    async with open_store(tmp_path) as store:
        for i in range(400):
            person = random.choice(["alice", "bob"])
            await ask(store, f"job{i}", person)
            words = " ".join(
                random.choices(WORDS if person == "alice" else ["pig"], k=random.randrange(1, 400))
            )
            for _ in range(random.randrange(3)):
                await store.db.write("UPDATE jobs SET prompt = ? WHERE id = ?", words, f"job{i}")
            if random.random() < 0.7:
                await draw(store, f"job{i}", random.randrange(1, 5))
        assert await store.forgetting.forget(await store.forgetting.whom(ALICE), [])
        await store.db.scour()
        assert left(tmp_path, *WORDS) == []
        rows = await store.db.rows("SELECT count(*) AS n FROM jobs WHERE person = 'fake:bob'")
        assert rows[0]["n"] > 100
        assert not await store.db.rows("PRAGMA foreign_key_check")


async def test_translations_of_each_way_of_the_words_are_forgotten(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        cache = SqliteCache(store.db)
        translator = PromptTranslator(Chain([], 1.0, DETECTOR), cache=cache, detector=DETECTOR)
        for text in ("un zorro rojo", "un zorro azul", "un gato", "狐狸在雪里", "雪里"):
            await cache.put(text, "xx", "google", "x")
        await translator.forget(["un zorro {rojo|azul}", "一只狐狸在雪里"])
        rows: list[Any] = await store.db.rows("SELECT text FROM translations")
        assert [row["text"] for row in rows] == ["un gato"]
