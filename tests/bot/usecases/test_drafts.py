"""A picture chosen step by step: the form that `/imagine` alone opens, and Edit."""

from __future__ import annotations

from pathlib import Path

from bot.styles.folder import shipped
from engine.api.styles import framed
from tests.bot.usecases.test_bad_input import png
from tests.chat import Message, Someone, Stage, stage
from tests.fakes import FAKE_CARD, FakeEngine


async def form(who: Someone) -> Message:
    """The form that somebody opens."""
    before = {*who.platform.messages}
    await who.send("/imagine")
    return await who.platform.until(lambda m: m.id not in before)


async def chosen(who: Someone, page: Message, *presses: str) -> None:
    for label in presses:
        assert await who.press(page, label) is None


async def test_a_form_is_chosen_by_buttons_and_drawn_by_words_in_reply(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(group=True)
        page = await form(alice)
        assert "Tell me what to paint" in page.card.text and "in reply to this message" in page.card.notes[0]
        await chosen(alice, page, "Steps", "6", "Aspect ratio", "16:9", "Sampler", "Heun", "Images", "2")
        await chosen(alice, page, "Images: 2", "Not set", "Guidance", "Back")
        await alice.send("a fox --cfg 9", reply_to=page)
        await alice.pictures()
        await alice.send("a boat", reply_to=page)
        await alice.pictures()
    first, second = on.engine.jobs
    assert (first.prompt, first.recipe.steps, first.recipe.sampler, first.recipe.cfg) == (
        "a fox",
        6,
        "heun",
        9,
    )
    assert first.recipe.width > first.recipe.height and first.recipe.count == 1
    assert (second.prompt, second.recipe.steps) == ("a boat", 6)


async def test_it_outlives_a_restart_and_takes_the_next_words_in_private(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        page = await form(on.someone())
        await chosen(on.someone(), page, "Steps", "6")
        platform = on.platform
    async with stage(tmp_path, platform=platform) as on:
        alice = on.someone()
        await chosen(alice, page, "Guidance", "5")
        await alice.send("/imagine a fox")
        await alice.pictures()
        await alice.send("/imagine a boat")
        await alice.pictures()
    fox, boat = on.engine.jobs
    assert (fox.prompt, fox.recipe.steps, fox.recipe.cfg) == ("a fox", 6, 5)
    assert (boat.prompt, boat.recipe.steps) == ("a boat", 4)


async def test_edit_opens_the_form_filled_and_draws_what_is_changed(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7 --steps 12 --no rain")
        fox = await alice.pictures()
        before = {*on.platform.messages}
        assert await alice.press(fox, "📝 Edit") is None
        page = await on.platform.until(lambda m: m.id not in before)
        labels = [button.label for row in page.card.buttons for button in row]
        assert page.card.prompt == "a fox" and {"Steps: 12", "Size: 128×128"} <= {*labels}
        await chosen(alice, page, "Steps: 12", "6", "🎨 Paint")
        await alice.pictures()
        await alice.send("a blue fox", reply_to=page)
        await alice.pictures()
        again, other = (job for job in on.engine.jobs[1:])
        assert (again.prompt, again.recipe.steps, again.recipe.seed) == ("a fox", 6, 7)
        assert (other.prompt, other.recipe.steps, other.recipe.negative) == ("a blue fox", 6, "rain")
        await alice.press(fox, "Delete")
        assert await alice.press(page, "🎨 Paint") == "That is not here any more."


async def test_edit_keeps_the_picture_that_it_started_from_and_is_a_reroll_where_nothing_changes(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7", image=png())
        fox = await alice.pictures()
        before = {*on.platform.messages}
        await alice.press(fox, "📝 Edit")
        page = await on.platform.until(lambda m: m.id not in before)
        await alice.press(page, "🎨 Paint")
        await alice.pictures()
    first, again = on.engine.jobs
    assert (again.mode, again.inputs, again.recipe.steps) == ("image", first.inputs, first.recipe.steps)
    assert again.recipe.seed != 7


async def test_a_form_is_its_persons_alone(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        page = await form(alice)
        for payload in [button.payload for row in page.card.buttons for button in row]:
            assert await bob.press_payload(page, payload) == "That belongs to somebody else."
            assert (
                await bob.press_payload(page, payload.replace("form", "fill"))
                == "That belongs to somebody else."
            )
        await bob.send("a fox", reply_to=page)
        await on.platform.until(lambda m: m.card.text == "That belongs to somebody else.")
        for forged in ("form:x", "fill:x-steps-aaaaaa", "paint:x", "fill:-", "form:-steps"):
            assert await alice.press_payload(page, forged) == "That is not here any more."
        own = page.card.buttons[0][0].payload.partition(":")[2].partition("-")[0]
        assert await alice.press_payload(page, f"fill:{own}-steps-zzzzzz") == "That is not here any more."
        assert await alice.press_payload(page, f"fill:{own}-nothing-zzzzzz") == "That is not here any more."
        assert not on.engine.jobs


async def test_somebodys_picture_is_edited_as_a_picture_of_ones_own(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        await alice.send("/imagine a fox --steps 12")
        fox = await alice.pictures()
        before = {*on.platform.messages}
        await bob.press(fox, "📝 Edit")
        page = await on.platform.until(lambda m: m.id not in before)
        await chosen(bob, page, "Steps: 12", "6", "🎨 Paint")
        await bob.pictures()
        rows = await on.lukis.store.db.rows("SELECT person FROM jobs ORDER BY rowid")
    assert [row["person"] for row in rows] == ["fake:alice", "fake:bob"]


async def test_a_private_picture_stays_private_when_it_is_edited_or_drawn_again(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, hidden = on.someone(group=True), on.someone(group=True, private=True)
        await hidden.send("/imagine a fox --steps 12")
        fox = await hidden.pictures()
        before = {*on.platform.messages}
        await alice.press(fox, "📝 Edit")
        page = await on.platform.until(lambda m: m.id not in before)
        await chosen(alice, page, "🎨 Paint")
        await alice.pictures()
        await chosen(alice, page, "Steps: 12", "6", "🎨 Paint")
        await alice.pictures()
        await alice.send("/info", reply_to=fox)
        offer = await alice.told("/imagine")
        assert offer.card.private
        await chosen(alice, offer, "Paint it again")
        await alice.pictures()
        rows = await on.lukis.store.db.rows("SELECT id FROM jobs ORDER BY rowid")
        jobs = [await on.lukis.store.jobs.get(row["id"]) for row in rows]
    assert [job.address.private for job in jobs] == [True] * 4


async def test_what_is_offered_of_a_private_picture_is_private_where_its_model_is_gone(
    tmp_path: Path,
) -> None:
    old = FAKE_CARD.model_copy(update={"name": "old"})
    async with stage(tmp_path, engine=FakeEngine(cards=(old,))) as on:
        hidden, platform = on.someone(group=True, private=True), on.platform
        await hidden.send("/imagine a fox")
        fox = await hidden.pictures()
    async with stage(tmp_path, platform=platform) as on:
        alice = on.someone(group=True)
        await alice.send("/info", reply_to=fox)
        await chosen(alice, await alice.told("/imagine"), "Paint it again")
        again = await on.lukis.store.jobs.get((await alice.pictures()).card.job or "")
    assert again.address.private


async def test_words_go_to_the_form_that_they_reply_to(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        older = await form(alice)
        await chosen(alice, older, "Steps", "6")
        newer = await form(alice)
        await chosen(alice, newer, "Steps", "8")
        await chosen(bob, await form(bob), "Steps", "3")
        for page in (older, newer, older):
            await alice.send("a fox", reply_to=page)
            await alice.pictures()
        await chosen(alice, older, "Steps: 6")
        await alice.send("a fox", reply_to=older)
        await alice.pictures()
        await bob.send("a boat", reply_to=older)
        await on.platform.until(lambda m: m.card.text == "That belongs to somebody else.")
    assert [job.recipe.steps for job in on.engine.jobs] == [6, 8, 6, 6]


async def test_a_new_picture_is_none_that_is_edited(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --steps 12 --seed 7")
        fox = await alice.pictures()
        await alice.press(fox, "📝 Edit")
        await alice.send("/imagine a boat")
        await alice.pictures()
        await alice.send("a blue fox")
        await alice.pictures()
    _, boat, blue = on.engine.jobs
    assert (boat.prompt, boat.recipe.steps) == ("a boat", 4) and boat.recipe.seed != 7
    assert (blue.prompt, blue.recipe.steps, blue.recipe.seed) == ("a blue fox", 12, 7)


async def test_a_form_waits_for_other_words_after_a_refusal(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await chosen(alice, await form(alice), "Steps", "6")
        for refused, told in (("a fox --cfg 900", "can't be 900"), ("a fox --style nothing", "“nothing”")):
            await alice.send(refused)
            await alice.told(told)
        await alice.send("a fox")
        await alice.pictures()
    assert [job.recipe.steps for job in on.engine.jobs] == [6]


async def edited(on: Stage, who: Someone, words: str) -> Message:
    """The form of a picture that somebody has painted and edits."""
    await who.send(f"/imagine {words}")
    picture = await who.pictures()
    before = {*on.platform.messages}
    assert await who.press(picture, "📝 Edit") is None
    return await on.platform.until(lambda m: m.id not in before)


async def test_words_for_an_edited_picture_are_understood_as_any_words(tmp_path: Path) -> None:
    ink = shipped()["ink"].style
    async with stage(tmp_path) as on:
        alice = on.someone()
        page = await edited(on, alice, "a fox --seed 7 --steps 12")
        await alice.send("a blue fox --style ink", reply_to=page)
        await alice.pictures()
        await alice.send("a red fox\nNegative prompt: rain\nSteps: 6, Sampler: Heun, Seed: 9", reply_to=page)
        await alice.pictures()
        await alice.send("a fox --weird 250", reply_to=page)
        assert any("--weird" in note for note in (await alice.pictures()).card.notes)
        for words, told in (
            ("a fox --style nothing-like-it", "--style can't be “nothing-like-it”."),
            ("a fox https://example.com/a.png", "That is more pictures than this takes"),
            ("a fox --model nothing", "--model can't be “nothing”"),
        ):
            await alice.send(words, reply_to=page)
            await alice.told(told)
    inked, pasted, odd = on.engine.jobs[1:]
    assert (inked.prompt, inked.recipe.seed) == (framed("a blue fox", ink.prompt), 7)
    assert (pasted.prompt, pasted.recipe.steps, pasted.recipe.seed) == ("a red fox", 6, 9)
    assert (odd.prompt, odd.recipe.steps) == ("a fox", 12)


async def test_a_form_has_styles_and_shows_that_of_the_edited_picture(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        page = await form(alice)
        await chosen(alice, page, "Style", "Ink")
        await alice.send("a fox", reply_to=page)
        await alice.pictures()
        page = await edited(on, alice, "a fox --style ink")
        await chosen(alice, page, "Style: Ink", "Watercolor", "🎨 Paint")
        await alice.pictures()
    first, *_, last = on.engine.jobs
    assert first.prompt == framed("a fox", shipped()["ink"].style.prompt)
    assert last.prompt == framed("a fox", shipped()["watercolor"].style.prompt)


async def test_of_two_shapes_the_later_one_counts(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        page = await form(alice)
        await chosen(alice, page, "Size", "512×768", "Aspect ratio", "16:9")
        assert "Size" in [button.label for row in page.card.buttons for button in row]
        await alice.send("a fox", reply_to=page)
        await alice.pictures()
        await chosen(alice, page, "Size", "512×768")
        await alice.send("a fox --ar 1:1", reply_to=page)
        await alice.pictures()
        await alice.send("a fox", reply_to=page)
        await alice.pictures()
        page = await edited(on, alice, "a fox --size 64x128")
        await chosen(alice, page, "Aspect ratio", "16:9")
        assert "Size" in [button.label for row in page.card.buttons for button in row]
        await chosen(alice, page, "🎨 Paint")
        await alice.pictures()
    wide, square, tall, _, again = (job.recipe for job in on.engine.jobs)
    assert wide.width > wide.height and square.width == square.height
    assert tall.width < tall.height and again.width > again.height
