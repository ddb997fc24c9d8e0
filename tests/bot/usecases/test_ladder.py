"""What a platform declines comes in another form or in words; no job that is over leaves a status that looks alive."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.messages import Address, Card, Receipt
from bot.ports import Step, Unavailable, Unreachable
from tests.chat import FakePlatform, Message, Stage, stage
from tests.fakes import FakeEngine
from tests.patience import PATIENCE

Declines = Callable[[Address, Card], Step | None]

PLAINLY: Step = "reply"
"""What a platform says that does not say what is wrong."""

WHERE = "/history"


def looks_alive(message: Message) -> bool:
    return message.card.kind == "status" or any(
        b.payload.startswith("cancel") for row in message.card.buttons for b in row
    )


async def ended(on: Stage, count: int = 1) -> list[Message]:
    """The messages that stand once all is over; none of them looks alive."""
    await on.lukis.service.runner.settle(PATIENCE)
    assert len(on.platform.messages) == count
    assert not [m for m in on.platform.messages.values() if looks_alive(m)]
    return list(on.platform.messages.values())


async def swept(on: Stage) -> None:
    """Returns once nothing is left of earlier runs."""
    for _ in range(int(PATIENCE * 10)):
        if not await on.lukis.store.messages.left_over(["fake"]):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("a status message is left")


def answering(address: Address, card: Card) -> Step | None:
    return PLAINLY if address.message else None


def as_photo(address: Address, card: Card) -> Step | None:
    return "photo" if card.pictures and not card.form.files else None


def large(address: Address, card: Card) -> Step | None:
    return "size" if card.pictures and (card.form.side or 9999) > 700 else None


def large_and_without_a_reason(address: Address, card: Card) -> Step | None:
    return PLAINLY if card.pictures and (card.form.side or 9999) > 700 else None


def pictures(address: Address, card: Card) -> Step | None:
    return "picture" if card.pictures else None


def pictures_and_without_a_reason(address: Address, card: Card) -> Step | None:
    return PLAINLY if card.pictures else None


def the_prompt(address: Address, card: Card) -> Step | None:
    return PLAINLY if card.prompt and card.kind != "status" else None


@pytest.mark.parametrize(
    ("declines", "replied", "files", "side"),
    [
        (answering, False, False, None),
        (as_photo, True, True, None),
        (large, True, False, 640),
        (large_and_without_a_reason, False, True, 640),
    ],
)
async def test_a_declined_result_comes_in_the_next_form_that_is_taken(
    tmp_path: Path, declines: Declines, replied: bool, files: bool, side: int | None
) -> None:
    async with stage(tmp_path) as on:
        on.platform.declines = lambda a, c: declines(a, c) if c.pictures else None
        alice = on.someone()
        await alice.send("/imagine a fox")
        photo = await alice.pictures()
        assert await ended(on) == [photo]
        assert (photo.answers is not None, photo.card.form.files, photo.card.form.side) == (
            replied,
            files,
            side,
        )
        assert any("smaller" in note for note in photo.card.notes) == (side is not None)
        assert await alice.press(photo, "Original") is None


@pytest.mark.parametrize("declines", [pictures, pictures_and_without_a_reason, the_prompt])
async def test_where_no_form_is_taken_words_say_where_the_picture_is(
    tmp_path: Path, declines: Declines
) -> None:
    async with stage(tmp_path) as on:
        on.platform.declines = declines
        await on.someone().send("/imagine a fox")
        told = await on.someone().told(WHERE)
        assert await ended(on) == [told]
        on.platform.declines = lambda *_: None
        await on.someone().send("/history")
        assert (await on.someone().pictures()).card.prompt == "a fox"


@pytest.mark.parametrize("code", ["done", "failed", "cancelled"])
@pytest.mark.parametrize("trouble", ["declined", "unreachable", "only changes"])
async def test_no_final_state_leaves_a_status_that_looks_alive(
    tmp_path: Path, code: str, trouble: str
) -> None:
    from engine.api.errors import OutOfMemory

    class Closed(FakePlatform):
        """Takes nothing new, but lets what stands be changed."""

        closed = False

        async def send(self, address: Address, card: Card) -> Receipt:
            if self.closed:
                raise Unreachable("no rights to write here any more")
            return await super().send(address, card)

        async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
            if self.closed:
                raise Unreachable("no rights to write here any more")
            return await super().deliver(address, status, card, key)

    engine = FakeEngine(fault=lambda job: OutOfMemory(incident="x1") if code == "failed" else None)
    platform = Closed()
    async with stage(tmp_path, engine=engine, platform=platform) as on:
        alice = on.someone()
        on.engine.hold(0)
        await alice.send("/imagine a fox")
        status = await alice.told("You are next")
        if trouble == "declined":
            platform.declines = lambda _, card: PLAINLY if card.pictures else None
        else:
            platform.closed = True
        if trouble == "unreachable":
            platform.declines = lambda _, card: PLAINLY if card.kind != "status" else None
        if code == "cancelled":
            await alice.press(status, "Cancel")
        await on.engine.release()
        standing = await ended(on, 0 if trouble == "unreachable" else 1)
        for message in standing:
            said = {"done": WHERE, "failed": "memory", "cancelled": "Cancelled"}[code]
            assert said in message.card.text


@pytest.mark.parametrize("delivery", ["sent", "unreachable"])
@pytest.mark.parametrize("noted", [True, False])
async def test_what_earlier_runs_left_is_ended_at_the_start(
    tmp_path: Path, delivery: str, noted: bool
) -> None:
    platform = FakePlatform()
    async with stage(tmp_path, platform=platform) as on:
        on.engine.hold(1)
        await on.someone().send("/imagine a fox")
        status = await on.someone().told("25%")
        await on.engine.release()
        await on.someone().pictures()
        db = on.lukis.store.db
        receipt = '{"platform":"fake","chat":"room","messages":["99"]}' if delivery == "sent" else None
        await db.write("UPDATE deliveries SET state = ?, receipt = ?", delivery, receipt)
        job = status.card.job
        await db.write("INSERT INTO messages VALUES ('fake', 'room', ?, ?, 0, 'status')", status.id, job)
        if not noted:
            await db.write("UPDATE jobs SET status = NULL")
    platform.messages = {status.id: status}
    async with stage(tmp_path, platform=platform) as on:
        await swept(on)
        left = await ended(on, 0 if delivery == "sent" else 1)
        assert all(WHERE in message.card.text for message in left)


async def test_what_can_not_be_ended_now_is_ended_at_the_next_start(tmp_path: Path) -> None:
    class Sticky(FakePlatform):
        """Takes nothing away."""

        sticky = True

        async def remove(self, receipt: Receipt, instead: Card) -> None:
            if self.sticky:
                raise Unavailable("later", after=600)
            await super().remove(receipt, instead)

    platform = Sticky()
    async with stage(tmp_path, platform=platform) as on:
        on.engine.hold(1)
        await on.someone().send("/imagine a fox")
        await on.someone().told("25%")
        await on.engine.release()
        await on.platform.until(lambda m: m.card.pictures)
    assert [m for m in platform.messages.values() if looks_alive(m)]
    platform.sticky = False
    async with stage(tmp_path, platform=platform) as on:
        await swept(on)
        (photo,) = await ended(on)
        assert photo.card.pictures
    assert len(platform.delivered) == 1


async def test_a_result_is_noted_before_its_status_message_is_cleared(tmp_path: Path) -> None:
    seen: list[tuple[str, str]] = []

    class Watched(FakePlatform):
        """Looks into the store when it is asked to clear something away."""

        async def remove(self, receipt: Receipt, instead: Card) -> None:
            rows = await on.lukis.store.db.rows("SELECT state, receipt FROM deliveries")
            seen.extend((row["state"], row["receipt"]) for row in rows)
            await super().remove(receipt, instead)

    async with stage(tmp_path, platform=Watched()) as on:
        on.engine.hold(1)
        await on.someone().send("/imagine a fox")
        await on.someone().told("25%")
        await on.engine.release()
        photo = await on.someone().pictures()
        await ended(on)
    assert [state for state, _ in seen] == ["sent"]
    assert Receipt.model_validate_json(seen[0][1]).messages == (photo.id,)


async def test_a_reply_to_words_about_a_picture_changes_that_picture(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --n 2")
        album = await alice.pictures(2)
        on.platform.declines = pictures
        await alice.send("/history 2")
        told = await alice.told(WHERE)
        await alice.send("at night", reply_to=told)
        await on.platform.until(lambda m: m.card.kind == "picture" and int(m.id) > int(told.id))
        assert on.engine.jobs[-1].inputs == {"image": album.card.pictures[1].file.read_bytes()}


@pytest.mark.parametrize("command", ["/history", "original"])
async def test_answers_go_down_the_same_ladder(tmp_path: Path, command: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        photo = await alice.pictures()
        on.platform.declines = lambda _, card: "picture" if card.pictures or card.document else None
        if command == "original":
            await alice.press(photo, "Original")
        else:
            await alice.send(command)
        await alice.told(WHERE)


async def test_a_cancel_that_is_quicker_than_our_notes_ends_that_very_status_message(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        on.engine.hold(0)
        alice = on.someone()
        for i in range(10):
            on.platform.messages.clear()
            sending = asyncio.create_task(alice.send(f"/imagine fox {i}"))
            status = await on.platform.until(lambda m: m.card.kind == "status")
            await alice.press(status, "Cancel")
            assert await alice.told("Cancelled") is status
            await sending
