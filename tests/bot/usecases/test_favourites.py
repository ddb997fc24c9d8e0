"""Favourites: of whoever chooses them, on any platform, for as long as their pictures are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.messages import Starred
from tests.bot.usecases.test_accounts import join, two
from tests.chat import Message, Someone, Stage, stage

ON = "⭐ Among your favourites now: /favourites shows them all."
OFF = "No longer among your favourites."


async def painted(who: Someone, prompt: str, count: int = 1) -> Message:
    """A message with new pictures, its buttons with it."""
    await who.send(f"/imagine {prompt}")
    message = await who.pictures(count)
    return [m for m in who.platform.messages.values() if m.card is message.card][-1]


async def leafed(who: Someone, on: Stage) -> Message:
    """Their favourites, from the newest on."""
    await who.send("/favourites")
    page = list(on.platform.messages.values())[-1]
    on.platform.seen.add(page.id)
    return page


def labels(message: Message) -> list[str]:
    return [button.label for row in message.card.buttons for button in row]


async def test_a_star_makes_a_favourite_and_takes_it_back(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/favourites")
        await alice.told("You have no favourites yet.")
        fox = await painted(alice, "a fox")
        told = await alice.press(fox, "Favourite")
        assert told == ON and isinstance(told, Starred) and told.on
        assert (await leafed(alice, on)).card.prompt == "a fox"
        assert await alice.press(fox, "Favourite") == OFF
        assert not (await leafed(alice, on)).card.pictures


async def test_favourites_are_leafed_through_in_place_from_the_last_chosen_on(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        made = [await painted(alice, prompt) for prompt in ("a fox", "a boat", "a kite")]
        for message in (made[1], made[2], made[0]):
            await alice.press(message, "Favourite")
        page = await leafed(alice, on)
        seen = [page.card.prompt]
        while "▶️" in labels(page):
            await alice.press(page, "▶️")
            seen.append(page.card.prompt)
        assert seen == ["a fox", "a kite", "a boat"]
        assert "◀️" in labels(page)
        await alice.press(page, "◀️")
        assert page.card.prompt == "a kite"
        await alice.press(page, "Favourite")
        await alice.press(page, "▶️")
        assert page.card.prompt == "a boat"
        await alice.press(page, "◀️")
        assert page.card.prompt == "a fox", "what is no favourite any more is passed over"


async def test_what_is_found_there_can_be_used_as_below_any_picture(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.press(await painted(alice, "a fox"), "Favourite")
        page = await leafed(alice, on)
        await alice.press(page, "Reroll")
        assert (await alice.pictures()).card.prompt == "a fox"
        await alice.send("in the snow", reply_to=page)
        assert "snow" in (await alice.pictures()).card.prompt


async def test_an_album_is_chosen_whole_and_one_picture_by_itself(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, store = on.someone(), on.lukis.store
        album = await painted(alice, "a fox --n 3", 3)
        await alice.press(album, "🖼 2")
        single = await alice.pictures()
        await alice.press(single, "Favourite")
        assert await store.favourites.among("fake:alice", [album.card.job or ""]) == {(album.card.job, 1)}
        assert await alice.press(album, "Favourite") == ON
        page = await leafed(alice, on)
        seen = {page.card.pictures[0].index}
        while "▶️" in labels(page):
            await alice.press(page, "▶️")
            seen.add(page.card.pictures[0].index)
        assert seen == {0, 1, 2}
        assert await alice.press(album, "Favourite") == OFF
        assert not (await leafed(alice, on)).card.pictures


@pytest.mark.parametrize("asked", ["a fox --cfg 2,5", "a fox | an owl --frames 4"])
async def test_what_is_put_together_is_a_favourite_as_a_whole(tmp_path: Path, asked: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        whole = await painted(alice, asked)
        assert await alice.press(whole, "Favourite") == ON
        page = await leafed(alice, on)
        assert page.card.pictures[0].file == whole.card.pictures[0].file
        assert "▶️" not in labels(page)
        assert await alice.press(page, "Favourite") == OFF


async def test_a_deleted_picture_is_nobodys_favourite_until_it_is_back(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob", group=True)
        fox = await painted(alice, "a fox")
        for who in (alice, bob):
            await who.press(fox, "Favourite")
        await alice.press(await leafed(alice, on), "Delete")
        for who in (alice, bob):
            assert not (await leafed(who, on)).card.pictures
        await alice.press_payload(fox, f"undo:{fox.card.job}:0")
        for who in (alice, bob):
            assert (await leafed(who, on)).card.prompt == "a fox"


async def test_everybody_has_favourites_of_their_own(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        fox = await painted(alice, "a fox")
        await bob.press(fox, "Favourite")
        await alice.send("/favourites")
        await alice.told("You have no favourites from this chat yet.")
        page = await leafed(bob, on)
        assert page.card.prompt == "a fox" and page.card.private
        assert await bob.press(page, "Delete") == "That belongs to somebody else."
        assert [m.prompt for m in await on.lukis.service.gallery(alice.person, stars=True)] == []


async def test_in_a_group_nothing_shows_that_was_made_elsewhere(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        home, room = on.someone(chat="home"), on.someone(group=True)
        for who, prompt in ((home, "a secret"), (room, "a picnic")):
            await who.press(await painted(who, prompt), "Favourite")
        page = await leafed(room, on)
        assert page.card.prompt == "a picnic" and "▶️" not in labels(page) and "◀️" not in labels(page)
        page = await leafed(home, on)
        await home.press(page, "▶️")
        assert page.card.prompt == "a secret"
        listed = page.card.buttons[0][0].payload
        assert await room.press_payload(await leafed(room, on), listed) == "That is not here any more."


async def test_pages_turn_after_a_restart(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        for prompt in ("a fox", "a boat"):
            await alice.press(await painted(alice, prompt), "Favourite")
        page = await leafed(alice, on)
        newest = on.platform.newest
    async with stage(tmp_path) as on:
        on.platform.newest = newest
        on.platform.messages[page.id] = page
        await on.someone().press(page, "▶️")
        assert page.card.prompt == "a fox"


async def test_the_gallery_has_them_page_by_page(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        for n in range(5):
            await alice.press(await painted(alice, f"fox {n}"), "Favourite")
        await alice.press(await painted(alice, "two boats --n 2", 2), "🖼 1")
        await alice.press(await alice.pictures(), "Favourite")
        seen, before = list[str](), None
        while page := await on.lukis.service.gallery(alice.person, before, 2, stars=True):
            seen += [made.prompt for made in page]
            before = page[-1].place
        assert seen == ["two boats", *(f"fox {n}" for n in reversed(range(5)))]
        (boats, *_) = await on.lukis.service.gallery(alice.person)
        assert boats.stars == {0} and len(boats.pictures) == 2


@pytest.mark.parametrize(
    "forged", ["turn", "turn:nosuch", "turn:0123456789abcdef:1", "star", "star:nosuch:0", "star:{job}:99"]
)
async def test_forged_payloads_do_nothing(tmp_path: Path, forged: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        fox = await painted(alice, "a fox")
        payload = forged.format(job=fox.card.job)
        assert await alice.press_payload(fox, payload) == "That is not here any more."
        assert not await on.lukis.store.db.rows("SELECT * FROM favourites")


async def test_favourites_of_one_person_on_two_platforms_are_one(tmp_path: Path) -> None:
    async with two(tmp_path) as at:
        for who, prompt in ((at.alice, "a fox"), (at.ally, "a boat")):
            await who.press(await painted(who, prompt), "Favourite")
        fox = (await leafed(at.alice, at.on)).card.job or ""
        await join(at.alice, at.ally)
        page = await leafed(at.alice, at.on)
        seen = [page.card.prompt]
        await at.alice.press(page, "▶️")
        assert {*seen, page.card.prompt} == {"a fox", "a boat"}
        await at.alice.send("/unlink")
        keys = ("fake:alice", "other:ally")
        assert [await at.on.lukis.store.favourites.among(key, [fox]) for key in keys] == [{(fox, 0)}] * 2
