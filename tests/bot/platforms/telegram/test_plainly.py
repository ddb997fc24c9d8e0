"""Words without a command, words that were changed, and groups that a bot is added to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Group, Person, painting
from tests.wire.telegram_stage import OnTelegram, lukis_on

NEWS: dict[str, Any] = {
    "type": "hidden_user",
    "sender_user_name": "Somebody",
    "date": 1_700_000_000,
}


@pytest.mark.parametrize(
    "words", ["a red fox in the snow", "seekor rubah", "눈 속의 여우", "猫", "hello kitty", "a fox " * 80]
)
async def test_plain_words_in_private_are_drawn(on: OnTelegram, alice: Person, words: str) -> None:
    asked = await alice.send(words)
    photo = await alice.expect_photo()
    assert photo.replies_to == asked.id
    assert [job.prompt for job in on.engine.jobs] == [words.strip()]


@pytest.mark.parametrize(
    "words",
    [
        "hi",
        "Hellooo!! 👋",
        "🦊",
        "привет",
        "こんにちは",
        "السلام عليكم",
        "x",
        "12",
        "https://example.com/fox",
    ],
)
async def test_what_may_be_no_prompt_is_drawn_at_a_tap(on: OnTelegram, alice: Person, words: str) -> None:
    asked = await alice.send(words)
    hint = await alice.expect_text("a red fox in the snow")
    assert on.engine.jobs == []
    if "://" in words:
        return  # there is nothing to fetch
    await alice.press(hint, "Paint")
    photo = await alice.expect_photo()
    assert photo.replies_to == asked.id
    assert [job.prompt for job in on.engine.jobs] == [words]
    await alice.expect_gone(hint)


async def test_what_somebody_passes_on_or_answers_is_drawn_at_a_tap(on: OnTelegram, alice: Person) -> None:
    for more in ({"forward_origin": NEWS}, {"answering": await alice.send("/start")}):
        await alice.send("a fox in the news", **more)
    offers = [await alice.expect(lambda m: m.buttons and not m.is_photo) for _ in range(2)]
    assert on.engine.jobs == []
    for offer in offers:
        await alice.press(offer, "Paint")
        await alice.expect_photo()
    assert [job.prompt for job in on.engine.jobs] == 2 * ["a fox in the news"]


@pytest.mark.parametrize("words", ["?", "...", "--steps 30", "/weather Jakarta"])
async def test_what_can_be_no_prompt_is_not_offered(on: OnTelegram, alice: Person, words: str) -> None:
    await alice.send(words)
    assert not (await alice.expect_text("a red fox in the snow")).buttons


async def test_words_that_are_far_too_long_are_no_prompt(on: OnTelegram, alice: Person) -> None:
    await alice.send("fox " * 1000)
    await alice.expect_text("2,000")
    assert on.engine.jobs == []


async def test_a_picture_with_words_needs_no_command(on: OnTelegram, alice: Person) -> None:
    await alice.send("in winter", photo=painting())
    await alice.expect_photo()
    await alice.send("in spring", document=("mine.png", painting("blue")))
    winter = await alice.expect_photo()
    await alice.reply(winter, "in autumn")
    await alice.expect_photo()
    assert [(job.prompt, job.mode) for job in on.engine.jobs] == [
        (words, "image") for words in ("in winter", "in spring", "in spring in autumn")
    ]


async def test_a_form_takes_words_before_anything_else(on: OnTelegram, alice: Person) -> None:
    await alice.send("/imagine")
    await alice.expect(lambda m: m.buttons)
    await alice.send("/weather Jakarta")  # which is no prompt
    await alice.expect_text("a red fox in the snow")
    await alice.send("breaking news", forward_origin=NEWS)
    await alice.expect_text("Somebody else's words")
    await alice.send("hello")
    await alice.expect_photo()
    assert [job.prompt for job in on.engine.jobs] == ["hello"]


async def test_changed_words_are_drawn_at_a_tap_and_not_before(
    on: OnTelegram, alice: Person, bob: Person, group: Group
) -> None:
    asked = await alice.send("/imagine a fox", to=group)
    await alice.expect_photo(to=group)
    await alice.change(asked, "/imagine a wolf")
    offer = await alice.expect_text("changed", to=group)
    assert offer.replies_to == asked.id
    assert "somebody else" in (await bob.press(offer, "Paint") or "")
    assert [job.prompt for job in on.engine.jobs] == ["a fox"]
    await alice.press(offer, "Paint")
    drawn = await alice.expect_photo(to=group)
    assert (drawn.quote, drawn.replies_to) == ("a wolf", asked.id)
    await alice.expect_gone(offer)
    assert "not here" in (await alice.press(offer, "Paint") or "")
    assert [job.prompt for job in on.engine.jobs] == ["a fox", "a wolf"]


async def test_the_newest_change_counts_and_is_offered_once(
    on: OnTelegram, alice: Person, group: Group
) -> None:
    asked = await alice.send("/imagine a fox --steps 900", to=group)
    await alice.expect_text("--steps can't be 900", to=group)
    await alice.change(asked, "/imagine a wolf --steps 800")
    offer = await alice.expect_text("changed", to=group)
    assert "--steps can't be 800" in (await alice.press(offer, "Paint") or "")
    await alice.change(asked, "/imagine a bear")
    while "800" in (await alice.press(offer, "Paint") or ""):
        pass  # the change is on its way
    assert (await alice.expect_photo(to=group)).quote == "a bear"
    assert sum("changed" in m.text for m in group.chat.log) == 1


async def test_what_is_changed_late_or_was_never_for_us_is_let_be(
    on: OnTelegram, alice: Person, bob: Person, group: Group
) -> None:
    asked = await alice.send("/imagine a fox", to=group)
    await alice.expect_photo(to=group)
    remark = await bob.send("nice", to=group)
    help_me = await bob.send("/help", to=group)
    await bob.change(remark, "very nice")
    await bob.change(help_me, "/help steps")
    await bob.change(remark, "/imagine@OtherBot a cat")
    await alice.change(asked, "/imagine a wolf", after=90_000)
    await alice.change(asked, "/imagine a fox")
    await alice.send("/imagine a dog", to=group)
    await alice.expect_photo(to=group)
    assert not any("changed" in m.text for m in group.chat.log)
    assert [job.prompt for job in on.engine.jobs] == ["a fox", "a dog"]


async def test_changed_words_with_a_picture_start_from_it_again(on: OnTelegram, alice: Person) -> None:
    asked = await alice.send("in winter", photo=painting())
    first = await alice.expect_photo()
    answer = await alice.reply(first, "at night")
    await alice.expect_photo()
    for message, words in ((asked, "in spring"), (answer, "at noon")):
        await alice.change(message, words)
        await alice.press(await alice.expect_text("changed", answering=message), "Paint")
        await alice.expect_photo()
    assert [(job.prompt, job.mode) for job in on.engine.jobs] == [
        (words, "image") for words in ("in winter", "in winter at night", "in spring", "in winter at noon")
    ]


async def test_what_waits_is_replaced(on: OnTelegram, alice: Person) -> None:
    on.engine.hold()
    asked = await alice.send("a fox")
    status = await alice.expect_status()
    await alice.change(asked, "a wolf")
    await alice.press(await alice.expect_text("changed"), "Paint")
    await alice.expect_change(status, lambda m: "ancelled" in m.text)
    await on.engine.release()
    assert (await alice.expect_photo()).quote == "a wolf"


async def test_an_offer_outlives_a_restart(telegram: TelegramServer, alice: Person, tmp_path: Path) -> None:
    async with lukis_on(telegram, tmp_path):
        asked = await alice.send("a fox")
        await alice.expect_photo()
        await alice.change(asked, "a wolf")
        offer = await alice.expect_text("changed")
    async with lukis_on(telegram, tmp_path):
        await alice.press(offer, "Paint", old=True)
        assert (await alice.expect_photo()).quote == "a wolf"


async def test_a_group_is_greeted_in_the_words_of_who_added_us(
    on: OnTelegram, telegram: TelegramServer
) -> None:
    mei = telegram.person("Mei", language="ja")
    group, secret, channel = (
        telegram.group("絵", mei),
        telegram.group("Secret", mei),
        telegram.channel("News"),
    )
    await group.add_bot(mei)
    hello = await mei.expect_text("みなさん", to=group)
    assert all(each in hello.text for each in ("/imagine", "/settings chat", "/help"))
    for before, now in (("member", "administrator"), ("administrator", "restricted"), ("member", "left")):
        await group.add_bot(mei, before, now)
    await channel.add_bot(mei, "left", "administrator")
    await secret.add_bot(None, "kicked", "administrator")
    await mei.expect_text("Hello, everyone", to=secret)
    await mei.send("/imagine 狐", to=group)
    await mei.expect_photo(to=group)
    assert len([m for m in group.chat.log if "みなさん" in m.text]) == 1
    assert channel.chat.log == []


async def test_who_is_not_let_in_is_not_drawn_for(telegram: TelegramServer, tmp_path: Path) -> None:
    eve = telegram.person("Eve")
    async with lukis_on(telegram, tmp_path, access="allowlist", allowed="telegram:1") as on:
        for words in ("a fox", "hi"):
            asked = await eve.send(words)
            await eve.expect_text("invited people")
            await eve.change(asked, "a wolf")
            await eve.expect_text("invited people")
        assert on.engine.jobs == []
