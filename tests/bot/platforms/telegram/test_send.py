"""Cards out to chats, and everything that Telegram may answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bot.messages import Address, Button, Card, Receipt, Shown
from bot.platforms.telegram.platform import TelegramPlatform
from bot.ports import Declined, Unavailable, Unreachable
from bot.usecases.ladder import hand_over
from tests.patience import PATIENCE
from tests.wire.telegram import Broken, Drop, Held, Says, TelegramServer, TooMany
from tests.wire.telegram_people import Person

BUTTONS = ((Button("Reroll", "reroll:abc"), Button("Delete", "delete:abc")),)
DELETED = Card(text="Deleted.")
STATUS = Card(
    text="🎨 Painting: 10%", prompt="a fox", buttons=((Button("Cancel", "cancel:abc"),),), job="abc"
)


@pytest.fixture
async def platform(telegram: TelegramServer) -> AsyncIterator[TelegramPlatform]:
    platform = TelegramPlatform(telegram.token, telegram.url)
    yield platform
    await platform.close()


def at(chat: int, message: int | None = None, **data: Any) -> Address:
    return Address(platform="telegram", chat=str(chat), message=str(message) if message else None, data=data)


def drawn(folder: Path, size: tuple[int, int] = (64, 48), name: str = "a.png", noise: bool = False) -> Shown:
    file = folder / name
    if noise:
        pixels = np.random.default_rng(7).integers(0, 255, (size[1], size[0], 3), np.uint8)
        Image.fromarray(pixels).save(file, compress_level=1)
    else:
        Image.new("RGB", size, "red").save(file)
    return Shown(file, *size, seed=7)


async def edit(platform: TelegramPlatform, receipt: Receipt, card: Card) -> None:
    """Edits when it is its turn, as the status board does it."""
    while True:
        try:
            return await platform.edit(receipt, card)
        except Unavailable as told:
            await asyncio.sleep(told.after or 0)


async def test_what_is_sent_as_a_file_stays_one_in_albums_and_when_it_is_edited(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    """Telegram would make a sticker of a WebP."""
    long = [drawn(tmp_path, (2100, 100), name) for name in ("a.png", "b.png")]
    receipt = await platform.send(at(alice.id), Card(pictures=(long[0],)))
    await edit(platform, receipt, Card(pictures=(long[1],)))
    await platform.send(at(alice.id), Card(pictures=tuple(long), text="two"))
    calls = {call.method: call.params for call in telegram.calls}
    sent = [calls["senddocument"], calls["editmessagemedia"]["media"], *calls["sendmediagroup"]["media"]]
    assert [str(each.get("disable_content_type_detection")).lower() for each in sent] == ["true"] * 4


async def test_a_status_message_turns_into_a_photo(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    asked = await alice.send("/imagine a fox")
    address = at(alice.id, asked.id)
    status = await platform.send(address, STATUS)
    seen = await alice.expect_status()
    assert (seen.replies_to, seen.quote, seen.body.get("entities", [{}])[0]["type"]) == (
        asked.id,
        "a fox",
        "blockquote",
    )
    await edit(platform, status, Card(text="🎨 Painting: 90%", prompt="a fox", progress=0.9, job="abc"))
    assert seen.texts[-1].startswith("🎨 Painting: 90%\n▰")
    card = Card(prompt="a fox", notes=("seed 7",), pictures=(drawn(tmp_path),), buttons=BUTTONS, job="abc")
    receipt = await platform.deliver(address, status, card, "abc")
    photo = await alice.expect_photo()
    assert not seen.deleted, "it goes once the result has been noted"
    await platform.remove(status, DELETED)
    await alice.expect_gone(seen)
    assert receipt.messages == (str(photo.id),)
    assert (photo.replies_to, photo.text, list(photo.buttons)) == (
        asked.id,
        "a fox\nseed 7",
        ["Reroll", "Delete"],
    )


async def test_a_slow_upload_shows_that_it_is_under_way(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    telegram.fail("sendPhoto", held := Held())
    card = Card(pictures=(drawn(tmp_path),))
    delivering = asyncio.create_task(platform.deliver(at(alice.id), None, card, "abc"))
    assert await telegram.world.until(lambda: (alice.id, "upload_photo") in telegram.world.actions, PATIENCE)
    held.until.set()
    await delivering


async def test_receipts_and_addresses_survive_as_json(platform: TelegramPlatform, alice: Person) -> None:
    asked = await alice.send("/imagine a fox")
    address = Address.model_validate_json(at(alice.id, asked.id).model_dump_json())
    receipt = Receipt.model_validate_json((await platform.send(address, STATUS)).model_dump_json())
    await edit(platform, receipt, Card(text="over", job="abc"))
    assert (await alice.expect_text("over")).id == int(receipt.messages[0])


async def test_an_album_has_its_buttons_below(
    platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    asked = await alice.send("/imagine foxes --n 3")
    pictures = tuple(drawn(tmp_path, name=f"{i}.png") for i in range(3))
    card = Card(prompt="foxes", pictures=pictures, buttons=BUTTONS)
    receipt = await platform.deliver(at(alice.id, asked.id), None, card, "abc")
    photos, below = await alice.expect_album(3)
    assert receipt.messages == (*(str(p.id) for p in photos), str(below.id))
    assert (photos[0].replies_to, below.text, list(below.buttons)) == (
        asked.id,
        "foxes",
        ["Reroll", "Delete"],
    )


async def test_an_album_is_not_sent_again_for_its_buttons(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    card = Card(prompt="foxes", pictures=(drawn(tmp_path), drawn(tmp_path, name="b.png")), buttons=BUTTONS)
    telegram.fail("sendMessage", Broken(503))
    with pytest.raises(Unavailable):
        await platform.deliver(at(alice.id), None, card, "abc")
    receipt = await platform.deliver(at(alice.id), None, card, "abc")
    photos, below = await alice.expect_album(2)
    assert receipt.messages == (*(str(p.id) for p in photos), str(below.id))
    assert telegram.count("sendMediaGroup") == 1


@pytest.mark.parametrize(("size", "noise"), [((2048, 64), False), ((9000, 2000), False)])
async def test_a_picture_of_a_shape_that_photos_cant_have_comes_as_a_file(
    platform: TelegramPlatform, alice: Person, tmp_path: Path, size: tuple[int, int], noise: bool
) -> None:
    await platform.deliver(
        at(alice.id), None, Card(pictures=(drawn(tmp_path, size),), buttons=BUTTONS), "abc"
    )
    sent = await alice.expect_document()
    assert (sent.image().size, list(sent.buttons)) == (size, ["Reroll", "Delete"])


async def test_a_picture_too_heavy_for_a_photo_comes_lighter(
    platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    heavy = drawn(tmp_path, (2048, 2048), noise=True)
    assert heavy.file.stat().st_size > 10_000_000
    await platform.deliver(at(alice.id), None, Card(pictures=(heavy,)), "abc")
    assert (await alice.expect_photo()).image().size == (1280, 1280)


async def test_what_telegram_refuses_as_a_photo_comes_as_a_file(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    telegram.fail("sendPhoto", Says(400, "Bad Request: IMAGE_PROCESS_FAILED"))
    await hand_over(platform.send, at(alice.id), Card(pictures=(drawn(tmp_path),)))
    assert (await alice.expect_document()).image().size == (64, 48)


async def test_the_original_keeps_its_name_and_bytes(
    platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    original = drawn(tmp_path).file
    await platform.send(at(alice.id), Card(document=original, file_name="lukis-abc-1.png"))
    file = (await alice.expect_document()).file
    assert file is not None
    assert (file.name, file.data) == ("lukis-abc-1.png", original.read_bytes())


async def test_pages_of_the_history_change_the_photo(
    platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    receipt = await platform.send(
        at(alice.id), Card(text="1 of 2", pictures=(drawn(tmp_path),), buttons=BUTTONS)
    )
    photo = await alice.expect_photo()
    await platform.edit(receipt, Card(text="2 of 2", pictures=(drawn(tmp_path, (32, 32), "b.png"),)))
    assert (photo.texts, photo.image().size) == (["1 of 2", "2 of 2"], (32, 32))
    await platform.edit(receipt, Card(text="You have no pictures yet."))
    await alice.expect_text("no pictures")
    assert photo.deleted, "a photo can't become a text"


async def test_failures_take_the_place_of_the_status_message(
    platform: TelegramPlatform, alice: Person
) -> None:
    status = await platform.send(at(alice.id), STATUS)
    seen = await alice.expect_status()
    for _ in range(2):
        assert (
            await platform.deliver(at(alice.id), status, Card(text="Out of memory.", job="abc"), "abc")
            == status
        )
    assert (seen.text, seen.buttons, len(alice.chat.log)) == ("Out of memory.", {}, 1)
    seen.deleted = True
    receipt = await platform.deliver(at(alice.id), status, Card(text="Out of memory.", job="abc"), "abc")
    assert (await alice.expect(lambda m: not m.deleted)).id == int(receipt.messages[0])


@pytest.mark.parametrize(
    "fault",
    [TooMany(3), Broken(500), Broken(502), Broken(403), Broken(404), Drop(), Drop(after=True)],
)
async def test_what_may_pass_is_unavailable(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path, fault: Any
) -> None:
    telegram.fail("sendPhoto", fault)
    with pytest.raises(Unavailable) as told:
        await platform.deliver(at(alice.id), None, Card(pictures=(drawn(tmp_path),)), "abc")
    assert told.value.after == (3 if isinstance(fault, TooMany) else None)
    assert telegram.token not in f"{told.value!r} {told.value.__cause__!r}"


@pytest.mark.parametrize("fault", [Broken(413), Says(413, "Request Entity Too Large")])
async def test_what_is_too_large_for_anybody_on_the_way_is_declined_for_its_size(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path, fault: Any
) -> None:
    telegram.fail("sendPhoto", fault)
    with pytest.raises(Declined) as told:
        await platform.deliver(at(alice.id), None, Card(pictures=(drawn(tmp_path),)), "abc")
    assert told.value.step == "size"
    assert telegram.token not in f"{told.value!r} {told.value.__cause__!r}"


async def test_a_chat_that_is_held_is_not_asked_again(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person
) -> None:
    telegram.fail("sendMessage", TooMany(60))
    for _ in range(3):
        with pytest.raises(Unavailable) as told:
            await platform.send(at(alice.id), STATUS)
        assert told.value.after is not None
        assert 50 < told.value.after <= 60
    assert telegram.count("sendMessage") == 1
    bob = telegram.person("Bob")
    await platform.send(at(bob.id), STATUS)


async def test_chats_that_are_gone_are_unreachable(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person
) -> None:
    group = telegram.group("Painters", alice)
    group.kick_bot()
    alice.block()
    for chat in (alice.id, group.id, 999):
        with pytest.raises(Unreachable):
            await platform.send(at(chat), STATUS)


@pytest.mark.parametrize("words", ["not enough rights to send photos to the chat", "something brand-new"])
async def test_refusals_for_good_are_unreachable(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, words: str
) -> None:
    telegram.fail("sendMessage", Says(400, f"Bad Request: {words}"))
    with pytest.raises(Unreachable, match=words[1:]):
        await platform.send(at(alice.id), STATUS)


async def test_messages_that_are_gone_are_no_error(platform: TelegramPlatform, alice: Person) -> None:
    status = await platform.send(at(alice.id), STATUS)
    await platform.edit(status, Card(text="other words"))
    await platform.edit(status, Card(text="other words"))
    await platform.remove(status, DELETED)
    await platform.remove(status, DELETED)
    await platform.edit(status, Card(text="too late"))


async def test_messages_that_telegram_keeps_say_so_and_lose_their_buttons(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    """Each for itself: what can be deleted goes."""
    cards = (STATUS, Card(pictures=(drawn(tmp_path),), text="A fox.", buttons=BUTTONS), Card(text="newer"))
    numbers = [(await platform.send(at(alice.id), card)).messages[0] for card in cards]
    receipt = Receipt(platform="telegram", chat=str(alice.id), messages=tuple(numbers))
    for method, times in (("deleteMessages", 1), ("deleteMessage", 2)):
        telegram.fail(method, Says(400, "Bad Request: message can't be deleted for everyone"), times)
    await platform.remove(receipt, DELETED)
    text, photo, newer = alice.chat.log
    assert (text.text, text.buttons, text.deleted) == ("Deleted.", {}, False)
    assert (photo.text, photo.buttons, photo.deleted) == ("Deleted.", {}, False)
    assert newer.deleted


async def test_an_answer_to_a_deleted_message_still_arrives(
    platform: TelegramPlatform, alice: Person
) -> None:
    asked = await alice.send("/imagine a fox")
    asked.deleted = True
    await platform.send(at(alice.id, asked.id), STATUS)
    assert (await alice.expect_status()).replies_to is None


async def test_topics_are_kept_and_survive_their_end(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person
) -> None:
    forum = telegram.group("Forum", alice, topics=(5,))
    await platform.send(at(forum.id, thread=5), STATUS)
    assert (await alice.expect_status(to=forum)).body["message_thread_id"] == 5
    forum.chat.topics.clear()
    await platform.send(at(forum.id, thread=5), STATUS)
    assert "message_thread_id" not in (await alice.expect_status(to=forum)).body


async def test_a_group_is_followed_where_it_moves(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person
) -> None:
    group = telegram.group("Painters", alice, kind="group")
    new = await group.become_supergroup()
    receipt = await platform.send(at(group.id), STATUS)
    assert receipt.chat == str(new.id)
    await platform.send(at(group.id), STATUS)
    assert sum(m.from_bot and "text" in m.body for m in new.chat.log) == 2
    assert [c.status for c in telegram.calls if c.method == "sendmessage"] == [400, 200, 200]


async def test_many_jobs_of_a_group_share_one_pace(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform._outbox.pace, "_clock", lambda: 100.0)  # nothing takes any time
    group = telegram.group("Painters", alice)
    receipts = [await platform.send(at(group.id), STATUS) for _ in range(3)]
    await platform.edit(receipts[0], Card(text="10%", job="abc"))
    waits = []
    for receipt in receipts:
        with pytest.raises(Unavailable) as told:
            await platform.edit(receipt, Card(text="20%", job="abc"))
        waits.append(told.value.after or 0)
    assert waits == sorted(waits)
    assert waits[-1] > 6, "the third waits for the two before it"
    assert telegram.count("editMessageText") == 1
    await platform.edit(receipts[0], Card(text="what somebody asked for does not wait"))
    assert (platform.pace(at(alice.id)), platform.pace(at(group.id))) == (1.0, 3.0)


async def test_slow_chats_do_not_hold_up_others(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person
) -> None:
    people = [telegram.person(str(i)) for i in range(100)]
    await asyncio.gather(*(platform.send(at(p.id), STATUS) for p in people))
    assert all(len(p.chat.log) == 1 for p in people)


async def test_only_the_result_makes_a_sound(
    telegram: TelegramServer, platform: TelegramPlatform, alice: Person, tmp_path: Path
) -> None:
    await platform.send(at(alice.id), STATUS)
    await platform.deliver(at(alice.id), None, Card(pictures=(drawn(tmp_path),)), "abc")
    said, delivered = (next(c for c in telegram.calls if c.method == m) for m in ("sendmessage", "sendphoto"))
    assert [json.loads(c.params.get("disable_notification", "false")) for c in (said, delivered)] == [
        True,
        False,
    ]
