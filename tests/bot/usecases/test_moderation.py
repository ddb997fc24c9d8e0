"""Words that are not to be drawn, hidden, or told to admins: by whichever way they come."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import BadSetting
from tests.bot.pictures.made_elsewhere import ELSEWHERE
from tests.chat import FakeTranslator, Someone, Stage, stage

KIND = "I don't paint this here. Please try it with something else."


def lists(folder: Path, **lines: str) -> Path:
    """A folder of lists."""
    folder.mkdir(exist_ok=True)
    for name, text in lines.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def cards(on: Stage) -> str:
    """All that was ever shown."""
    return repr([m.history for m in on.platform.messages.values()])


async def refused(on: Stage, who: Someone, text: str, **more: object) -> None:
    """They send something and hear the sentence; nothing is drawn and nothing repeats the word."""
    drawn = len(on.engine.jobs)
    await who.send(text, **more)  # type: ignore[arg-type]
    message = await who.told(KIND)
    assert "dragon" not in f"{message.card!r}" and len(on.engine.jobs) == drawn
    del on.platform.messages[message.id]


async def test_nothing_is_drawn_of_blocked_words_whichever_way_they_come(tmp_path: Path) -> None:
    rules = lists(tmp_path / "moderation", block="dragon\n")
    known = {"용": "a dragon", "여우": "a fox"}
    async with stage(tmp_path / "data", moderation_dir=rules, translator=FakeTranslator(**known)) as on:
        alice = on.someone()
        await alice.send("/imagine 여우")
        fox = await alice.pictures()
        for text in (
            "/imagine a dragon",
            "/imagine a d r a g o n",
            "/imagine 용",
            "/imagine a {dra|dra}{gon|gon}",
            "/imagine a [dra:x:2]gon --steps 4",
            "/imagine a fox --no (dragon:-2)",
            "/imagine {fox|dragon}",
            "/morph fox | dragon",
        ):
            await refused(on, alice, text)
        for reply in ("make it a dragon", "용", "--only dragon"):
            await refused(on, alice, reply, reply_to=fox)
        await alice.press(fox, "Edit translation")
        await refused(on, alice, "a dragon", reply_to=await alice.told("Reply to this message"))
        await alice.press(fox, "Reroll")
        assert (await alice.pictures()).card.prompt == "여우", "what was not taken is no English of theirs"
        await alice.send("/imagine a fox --no dragon")
        await alice.pictures()
        rules.joinpath("block.txt").write_text("fox")
        await alice.press(fox, "Reroll")
        await alice.told(KIND)  # lists count for what there was before them


async def test_lists_that_are_not_where_they_should_be_stop_the_start(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"MODERATION_DIR: .*/nowhere is no folder"):
        async with stage(tmp_path, moderation_dir=tmp_path / "nowhere"):
            pass


async def test_words_of_a_picture_s_file_are_read_too(tmp_path: Path) -> None:
    rules = lists(tmp_path / "moderation", block="/lighthouse|castle|cat|fox/")
    async with stage(tmp_path / "data", moderation_dir=rules) as on:
        alice = on.someone()
        await alice.send("/info", image=ELSEWHERE["InvokeAI"]())
        offer = await alice.told("says how it was made")
        rules.joinpath("block.txt").write_text(offer.card.text.split("/imagine ")[1].split()[1])
        assert await alice.press(offer, "Paint it again") == KIND


async def test_what_is_on_the_list_for_it_is_delivered_hidden(tmp_path: Path) -> None:
    rules = lists(tmp_path / "moderation", spoiler="fox\n")
    async with stage(tmp_path / "data", moderation_dir=rules) as on:
        alice = on.someone()
        on.engine.hold(2)
        await alice.send("/imagine a fox")
        status = await on.platform.until(lambda m: m.card.progress)
        assert status.card.preview is None
        await on.engine.release()
        photo = await alice.pictures()
        assert photo.card.pictures[0].spoiler
        await alice.press(photo, "Original")
        assert (await on.platform.until(lambda m: m.card.document)).card.spoiler
        await alice.send("/history")
        assert (await alice.told("1 of 1")).card.pictures[0].spoiler
        await alice.send("/imagine a boat")
        boat = await on.platform.until(lambda m: m.card.pictures and m.card.prompt == "a boat")
        assert not boat.card.pictures[0].spoiler
        rules.joinpath("spoiler.txt").write_text("")
        await alice.send("/history 2")
        assert (await alice.told("2 of 2")).card.pictures[0].spoiler, "what was hidden stays so"


async def test_a_chat_has_lists_of_its_own_which_its_admins_fill_and_try(tmp_path: Path) -> None:
    rules = lists(tmp_path / "moderation", report="boat\n", allow="nothing")
    async with stage(tmp_path / "data", moderation_dir=rules, translator=FakeTranslator(용="a dragon")) as on:
        bob, carol = on.someone("bob", group=True), on.someone("carol", group=True, admin=True)
        await bob.send("/moderate block dragon")
        assert "put your id into ADMINS: fake:bob" in (await bob.told("for admins")).card.text
        for order, answer in (
            ("block dragon", "On the list block now"),
            ("block dragon", "already"),
            ("block /(/", "no regular expression"),
            ("spoiler kite*", "On the list spoiler now"),
            ("lists", "2 lines"),
            ("test a boat", "Painted, and admins hear of it: “boat”, from the lists for all chats."),
            ("test 용", "In English: a dragon\n⛔ Not painted: “dragon”, from the lists of this chat."),
            ("test a fox", "No list finds anything"),
            ("drop boat", "It is on no list"),
            ("", "What you can send, as an admin"),
            ("dance", "What you can send, as an admin"),
        ):
            await carol.send(f"/moderate {order}")
            await carol.told(answer)
        await refused(on, bob, "/imagine 용")
        elsewhere = on.someone("bob", chat="elsewhere")
        await elsewhere.send("/imagine 용")
        await elsewhere.pictures()
        await carol.send("/moderate drop dragon")
        await carol.told("On no list of this chat any more")
        await bob.send("/imagine 용")
        await bob.pictures()
        await carol.send("/moderate log")
        log = (await carol.told("What admins did")).card.text
        told = [line.partition(" – ")[2] for line in log.splitlines()[1:]]
        assert told == [
            "drop dragon (fake:room)",
            "add spoiler: kite* (fake:room)",
            "add block: dragon (fake:room)",
        ]
        await on.lukis.service.moved("fake", "room", "hall")
        await on.someone("bob", chat="hall", group=True).send("/imagine a kite")
        assert (await bob.pictures()).card.pictures[0].spoiler, "lists follow a group that moves"
