"""A job's id opens nothing: a job is its person's, and others' only where they were shown it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bot.usecases.test_actions import NOT_HERE, VALID
from tests.chat import FakeTranslator, Message, Stage, stage

ABOUT_JOBS = sorted(VALID.keys() - {"help", "language"})
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


def test_nothing_else_leads_from_an_id_to_a_job() -> None:
    own = {
        "usecases/reach.py",
        "usecases/runner.py",
        "usecases/courier.py",
    }  # the last two take the store's own ids
    files = {str(f.relative_to(BOT)): f.read_text("utf-8") for f in BOT.rglob("*.py")}
    asking = {name for name, text in files.items() if re.search(r"\bjobs\.get\(", text)}
    assert {name for name in asking if not name.startswith("store/")} == own
