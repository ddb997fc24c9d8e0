"""A job's id opens nothing: a job is its person's, and others' only where they were shown it."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from bot.store import messages
from tests.bot.usecases.test_actions import NOT_HERE, VALID
from tests.chat import FakeTranslator, Message, Stage, stage
from tests.patience import PATIENCE

ABOUT_JOBS = sorted(VALID.keys() - {"forget", "help", "join", "language", "prefer", "settings", "styles"})
BOT = Path(__file__).parents[3] / "bot"


def unnoted(number: int = 900) -> Message:
    """A message that no table knows, as an earlier version may have left it."""
    return Message(str(number), "anywhere", card=None)  # type: ignore[arg-type]


async def a_fox(on: Stage) -> str:
    """A job of Alice's, made in the room; its id."""
    alice = on.someone()
    await alice.send("/imagine 여우")
    return (await alice.pictures()).card.job or ""


@pytest.mark.parametrize("action", ABOUT_JOBS)
async def test_an_id_opens_nothing_in_another_chat(tmp_path: Path, action: str) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox")) as on:
        fox, bob = await a_fox(on), on.someone("bob", chat="elsewhere", admin=True)
        before = len(on.platform.messages)
        await bob.send("/help")
        guide = await bob.told("/imagine")
        for message in (unnoted(), guide):
            for job in (fox, "0123456789abcdef"):
                assert await bob.press_payload(message, f"{action}:{job}:0") == NOT_HERE
        assert len(on.platform.messages) == before + 1 and len(on.engine.jobs) == 1
        assert len(await on.lukis.service.gallery(on.someone().person)) == 1


async def test_a_page_shows_others_no_picture_but_the_one_on_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        at_home, alice = on.someone(chat="home"), on.someone()
        await at_home.send("/imagine a secret")
        secret = (await at_home.pictures()).card.job
        await alice.send("/imagine a boat")
        await alice.pictures()
        await alice.send("/history")
        page = await alice.told("1 of")
        for action in ("show", "original", "reroll"):
            assert await on.someone("bob").press_payload(page, f"{action}:{secret}") == NOT_HERE
        assert await alice.press_payload(page, f"original:{secret}") is None


async def test_a_message_that_nobody_noted_works_for_the_owner_and_in_the_job_s_own_chat(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as on:
        fox = await a_fox(on)
        await on.lukis.store.db.write("DELETE FROM messages")
        assert await on.someone("bob").press_payload(unnoted(), f"original:{fox}") is None
        assert await on.someone(chat="elsewhere").press_payload(unnoted(), f"original:{fox}") is None
        assert (
            await on.someone("bob", chat="elsewhere").press_payload(unnoted(), f"original:{fox}") == NOT_HERE
        )
        assert len([m for m in on.platform.messages.values() if m.card.document]) == 2


async def test_in_a_group_the_history_is_what_was_made_there(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        at_home, here = on.someone(chat="home"), on.someone(chat="club", group=True)
        for who, prompt in ((at_home, "a secret"), (here, "a boat"), (at_home, "a letter"), (here, "a kite")):
            await who.send(f"/imagine {prompt}")
            await who.pictures()
        for words, prompt in (("/history", "a kite"), ("/history 4", "a boat")):
            await here.send(words)
            page = await here.told("of 2 from this chat")
            assert page.card.prompt == prompt and page.chat == "club"
        await here.press(page, "◀️")
        assert page.card.prompt == "a kite"
        for number in range(6):
            await here.press_payload(page, f"page:{page.card.job}:{number}")
            assert page.card.prompt in ("a boat", "a kite")
        await at_home.send("/history 4")
        assert (await at_home.told("4 of 4")).card.prompt == "a secret"


async def test_buttons_of_an_older_page_show_a_group_what_was_made_there(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        at_home, here = on.someone(chat="home"), on.someone(chat="club", group=True)
        await at_home.send("/imagine a secret")
        secret = (await at_home.pictures()).card.job
        await here.send("/imagine a boat")
        await here.pictures()
        await here.send("/history")
        page = await here.told("1 of 1")
        await on.lukis.store.db.write("DELETE FROM messages")
        assert await here.press_payload(page, f"page:{secret}:2") is None
        assert page.card.prompt == "a boat"
        carol = on.someone("carol", chat="club", group=True, admin=True)
        assert await carol.press_payload(page, f"page:{secret}:2") == NOT_HERE


async def test_a_group_without_pictures_says_where_the_others_are(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone(chat="home").send("/imagine a secret")
        await on.someone(chat="home").pictures()
        here = on.someone(chat="club", group=True)
        await here.send("/history")
        said = await here.told("no pictures in this chat yet")
        assert "private chat" in said.card.text and not said.card.pictures


def test_nothing_else_leads_from_an_id_to_a_job() -> None:
    its_own = {
        "usecases/abouts.py",
        "usecases/again.py",
        "usecases/booking.py",
        "usecases/shares.py",
        "usecases/reports.py",
        "usecases/runner.py",
        "usecases/wording.py",
        "usecases/courier.py",
        "usecases/endings.py",
        "usecases/deletions.py",
        "usecases/drafting.py",
        "usecases/sheets.py",
        "usecases/views.py",
    }
    # they run, deliver, end, show or look again at what the store names (of parents, one's own), or edit or delete what
    # has passed the gate
    files = {str(f.relative_to(BOT)): f.read_text("utf-8") for f in BOT.rglob("*.py")}
    asking = {name for name, text in files.items() if re.search(r"\bjobs\.(get|numbered)\(", text)}
    assert {name for name in asking if not name.startswith("store/")} - its_own == {"usecases/reach.py"}


async def test_a_reply_to_what_is_noted_waits_for_nothing_else_in_the_chat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LONGEST_WAIT", 10 * PATIENCE)
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        boat = await alice.pictures()
        async with on.lukis.store.messages.showing("fake", "room"):
            await asyncio.wait_for(alice.send("at night", boat), PATIENCE)
            await on.platform.until(lambda m: m.card.prompt == "at night")
