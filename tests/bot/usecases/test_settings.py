"""What people and chats prefer, chosen by words and by buttons, and what pictures are drawn with then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.messages import Card
from bot.store.preferences import chat_owner
from bot.styles.folder import shipped
from bot.usecases.accounts import LENGTH
from bot.usecases.defaults import SETTABLE
from engine.api.cards import Defaults, ModelCard, Range
from engine.api.jobs import Job
from engine.api.names import mark
from engine.api.parameters import Size
from engine.api.styles import framed
from tests.bot.usecases.test_bad_input import png
from tests.bot.usecases.test_editing import EDITOR
from tests.chat import FakePlatform, Message, Someone, Stage, stage
from tests.fakes import FAKE_CARD, FakeEngine

THEIRS = "That belongs to somebody else."

OTHER_CARD = ModelCard(
    name="other",
    title="Other",
    native=Size(64, 64),
    defaults=Defaults(steps=4),
    limits={"steps": Range(least=1, most=8)},
)


async def settings(who: Someone, words: str = "", *labels: str) -> Message:
    """What `/settings` answers, after presses of some buttons."""
    before = {*who.platform.messages}
    await who.send(f"/settings {words}".strip())
    message = await who.platform.until(lambda m: m.id not in before)
    for label in labels:
        assert await who.press(message, label) is None
    return message


async def drawn(on: Stage, who: Someone, words: str, count: int = 1) -> Job:
    """The job that the engine gets."""
    await who.send(words)
    await who.pictures(count)
    return on.engine.jobs[-1]


def labels(card: Card) -> list[str]:
    return [button.label for row in card.buttons for button in row]


async def test_what_is_set_holds_where_nobody_says_otherwise(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        told = await settings(alice, "--steps 30 --ar 16:9 --n 2 --no rain")
        assert told.card.private
        for line in ("Steps: 30", "Aspect ratio: 16:9", "Images: 2", "Without: rain"):
            assert line in told.card.text
        mine = await drawn(on, alice, "/imagine a fox", 2)
        other = await drawn(on, alice, "/imagine a fox --steps 12 --size 64x128 --n 1")
        theirs = await drawn(on, bob, "/imagine a fox")
    assert (mine.recipe.steps, mine.recipe.count, mine.recipe.negative) == (30, 2, "rain")
    assert mine.recipe.width > mine.recipe.height
    assert (other.recipe.steps, other.recipe.count) == (12, 1)
    assert other.recipe.height > other.recipe.width
    assert (theirs.recipe.steps, theirs.recipe.count, theirs.recipe.negative) == (4, 1, "")


async def test_the_command_goes_before_the_person_the_person_before_the_chat_the_chat_before_the_card(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as on:
        carol, alice = on.someone("carol", admin=True, group=True), on.someone(group=True)
        card = (await settings(carol, "chat --steps 20 --cfg 5 --size 64x128")).card
        assert "Settings of this chat" in card.text and "Steps: 20" in card.text
        own = (await settings(alice, "--cfg 6 --ar 1:1")).card
        assert "From this chat: Size: 64×128, Steps: 20" in own.text.replace(
            "Steps: 20, Size: 64×128", "Size: 64×128, Steps: 20"
        )
        there = await drawn(on, alice, "/imagine a fox --seed 7")
        elsewhere = await drawn(on, on.someone(chat="home"), "/imagine a fox")
        typed = await drawn(on, alice, "/imagine a fox --cfg 9")
    assert (there.recipe.steps, there.recipe.cfg, there.recipe.seed) == (20, 6, 7)
    assert there.recipe.width == there.recipe.height
    assert (elsewhere.recipe.steps, elsewhere.recipe.cfg) == (4, 6)
    assert (typed.recipe.steps, typed.recipe.cfg) == (20, 9)


async def test_a_shape_that_is_set_takes_the_place_of_the_other(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await settings(alice, "--size 64x128 --steps 12")
        page = await settings(alice, "--ar 1:1")
        assert "Aspect ratio: 1:1" in page.card.text and "Size" not in page.card.text
        assert "Steps: 12" in page.card.text
        square = await drawn(on, alice, "/imagine a fox")
        page = await settings(alice, "", "Pictures", "Size", "512×768", "Back")
        assert "Size: 512×768" in page.card.text and "Aspect" not in page.card.text
        tall = await drawn(on, alice, "/imagine a fox")
    assert square.recipe.width == square.recipe.height and tall.recipe.width < tall.recipe.height


async def test_a_style_is_worn_by_all_new_pictures_unless_one_says_otherwise(tmp_path: Path) -> None:
    ink = shipped()["ink"].style
    async with stage(tmp_path) as on:
        alice = on.someone()
        page = await settings(alice, "--style tinta")
        assert "Style: tinta" in page.card.text
        await alice.send("/imagine a fox")
        shown = await alice.pictures()
        fox = on.engine.jobs[-1]
        await alice.send("/imagine a fox --style none")
        await alice.send("a blue fox", reply_to=await alice.pictures())
        await alice.pictures()
        _, plain, edited = on.engine.jobs
        await alice.press(shown, "Reroll")
        await alice.pictures()
        again = on.engine.jobs[-1]
        page = await settings(alice, "", "Pictures", "Style: tinta", "Watercolor")
        assert "Style: Watercolor" in labels(page.card)
        blue = await drawn(on, alice, "/imagine a fox")
        await settings(alice, "reset style")
        bare = await drawn(on, alice, "/imagine a fox")
    assert fox.prompt == again.prompt == framed("a fox", ink.prompt)
    assert plain.prompt == bare.prompt == "a fox" and edited.prompt == "a blue fox"
    assert blue.prompt == framed("a fox", shipped()["watercolor"].style.prompt)


async def test_a_style_for_a_chat_is_one_that_everybody_has_and_one_that_goes_gives_way(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as on:
        carol = on.someone("carol", admin=True, group=True)
        await drawn(on, carol, "/imagine a boat")
        await carol.send("/style save dusk {prompt}, at dusk")
        assert "dusk" in (await settings(carol, "chat --style dusk")).card.text
        assert "--style can't be" in (await settings(carol, "--style nowhere")).card.text
        assert "Style: dusk" in (await settings(carol, "--style dusk")).card.text
        own = await drawn(on, carol, "/imagine a fox")
        await carol.send("/style delete dusk")
        left = await drawn(on, carol, "/imagine a fox")
        await settings(carol, "chat --style ink")
        await settings(carol, "reset")
        theirs = await drawn(on, on.someone(group=True), "/imagine a fox | a cat")
    assert (own.prompt, left.prompt) == ("a fox, at dusk", "a fox")
    assert theirs.prompt == framed("a fox | a cat", shipped()["ink"].style.prompt)


async def test_only_those_in_charge_set_what_holds_for_a_chat(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        bob, carol = on.someone("bob", group=True), on.someone("carol", admin=True, group=True)
        refused = await settings(bob, "chat --steps 20")
        assert "This is for admins" in refused.card.text
        shown = await settings(carol, "chat")
        for payload in (
            f"prefer:{mark(chat_owner('fake', 'room'))}",
            f"settings:{mark(chat_owner('fake', 'room'))}",
        ):
            assert str(await bob.press_payload(shown, payload)).startswith("This is for admins")
        far = on.someone("dave", chat="elsewhere", admin=True, group=True)
        forged = await settings(far)
        payload = f"prefer:{mark(chat_owner('fake', 'room'))}-files-{mark('on')}"
        assert await far.press_payload(forged, payload) == THEIRS
        assert await on.lukis.store.db.rows("SELECT * FROM preferences") == []


async def test_buttons_turn_pages_and_choose(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        page = await settings(alice, "", "Pictures", "Steps")
        assert "How many times the noise is refined" in page.card.text
        assert "/settings --steps 30" in page.card.text
        assert {"2", "3", "4", "5", "6", "8"} <= {*labels(page.card)}
        await alice.press(page, "6")
        assert "Steps: 6" in labels(page.card)
        await alice.press(page, "Aspect ratio")
        await alice.press(page, "16:9")
        await alice.press(page, "Model")
        await alice.press(page, "Starter")
        await alice.press(page, "Sampler")
        await alice.press(page, "▶️")
        await alice.press(page, "◀️")
        await alice.press(page, "Heun")
        await alice.press(page, "▶️")
        await alice.press(page, "As typed")
        await alice.press(page, "on")
        await alice.press(page, "Back")
        for line in ("Steps: 6", "Aspect ratio: 16:9", "Model: starter", "Sampler: Heun", "As typed: on"):
            assert line in page.card.text
        job = await drawn(on, alice, "/imagine 여우")
        assert (job.recipe.steps, job.recipe.sampler, job.prompt) == (6, "heun", "여우")
        await alice.press(page, "Pictures")
        await alice.press(page, "Steps: 6")
        assert "✓ 6" in labels(page.card)
        await alice.press(page, "Not set")
        assert "Steps" in labels(page.card)


async def test_settings_are_taken_back_one_by_one_or_all(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await settings(alice, "--steps 30 --ar 16:9 --previews off --n 3")
        one = await settings(alice, "reset steps --ar")
        assert "Steps" not in one.card.text and "Aspect" not in one.card.text and "Images: 3" in one.card.text
        await alice.press(one, "Reset all")
        assert "Nothing is set" in one.card.text
        await settings(alice, "--steps 30")
        assert "Nothing is set" in (await settings(alice, "reset")).card.text
        assert "“nonsense” can't be set" in (await settings(alice, "reset nonsense")).card.text
        assert await on.lukis.store.db.rows("SELECT * FROM preferences") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a fox", "“a fox” can't be set"),
        ("--upscale 2", "“--upscale” can't be set"),
        ("--vary 0.2", "“--vary” can't be set"),
        ("--steps 9000", "can't be 9000"),
        ("--steps 10,20", "--steps can't be 10,20"),
        ("--previews maybe", "--previews can't be “maybe”"),
        ("--vae nothing", "“nothing” for --vae"),
        ("--safety block", "“--safety” can't be set"),
        ("--stepz 3", "Did you mean --steps"),
    ],
)
async def test_what_can_not_be_set_is_said_and_nothing_is(tmp_path: Path, words: str, said: str) -> None:
    async with stage(tmp_path) as on:
        told = await settings(on.someone(), words)
        assert said in told.card.text
        assert await on.lukis.store.db.rows("SELECT * FROM preferences") == []


async def test_they_are_typed_in_any_language(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        budi = on.someone("budi", language="id", group=True, admin=True)
        await budi.send("/pengaturan --langkah 30")
        await budi.send("/pengaturan grup --langkah 20")
        assert "Langkah: 30" in (await budi.told("Pengaturanmu")).card.text
        assert "Langkah: 20" in (await budi.told("Pengaturan chat ini")).card.text
        await budi.send("/pengaturan kembalikan langkah")
        assert (await drawn(on, budi, "/imagine rubah")).recipe.steps == 20


async def test_habits_that_a_model_can_not_follow_give_way_to_its_card(tmp_path: Path) -> None:
    engine = FakeEngine(cards=(FAKE_CARD, OTHER_CARD))
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone()
        await settings(alice, "--steps 30 --model other")
        limited = await drawn(on, alice, "/imagine a fox")
        free = await drawn(on, alice, "/imagine a fox --model starter")
    assert (limited.recipe.model, limited.recipe.steps) == ("other", OTHER_CARD.defaults.steps)
    assert (free.recipe.model, free.recipe.steps) == ("starter", 30)
    async with stage(tmp_path) as on:  # the other model has gone
        gone = await drawn(on, on.someone(), "/imagine a fox")
    assert (gone.recipe.model, gone.recipe.steps) == ("starter", 30)


async def test_a_model_that_only_edits_gives_way_where_there_is_no_picture(tmp_path: Path) -> None:
    async with stage(tmp_path, engine=FakeEngine(cards=(FAKE_CARD, EDITOR))) as on:
        alice = on.someone()
        await settings(alice, f"--model {EDITOR.name}")
        plain = await drawn(on, alice, "/imagine a fox")
        await alice.send("make it night", image=png())
        await alice.pictures()
        await alice.send(f"/imagine a fox --model {EDITOR.name}")
        await alice.told("draws nothing without a picture")
    assert (plain.recipe.model, plain.mode) == (FAKE_CARD.name, "text")
    assert [job.recipe.model for job in on.engine.jobs] == [FAKE_CARD.name, EDITOR.name]


async def test_a_reroll_and_a_sweep_keep_their_own(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7 --steps 12")
        fox = await alice.pictures()
        await settings(alice, "--steps 30 --n 4 --seed 1 --strength 0.4")
        await alice.press(fox, "Reroll")
        await alice.pictures()
        await alice.send("/imagine --cfg 4", reply_to=fox)
        await alice.pictures()
        await alice.press(fox, "×2")
        await alice.pictures()
        again, other, larger = on.engine.jobs[1:]
        assert (again.recipe.steps, again.recipe.count) == (12, 1) and again.recipe.seed not in (1, 7)
        assert (other.recipe.steps, other.recipe.seed, other.recipe.count) == (12, 7, 1)
        assert (larger.recipe.count, larger.recipe.seed) == (1, 7)
        await alice.send("/imagine a fox --steps 3,5")
        await alice.pictures()
        assert on.engine.jobs[-1].recipe.images == 2
        await alice.send("a blue fox", reply_to=fox)
        await alice.pictures(4)
        changed = on.engine.jobs[-1].recipe
    assert (changed.count, changed.steps, changed.strength) == (4, 30, 0.4)


async def test_a_shape_does_not_squeeze_a_picture_that_is_given(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        fox = None
        await alice.send("/imagine a fox --ar 2:1")
        fox = await alice.pictures()
        await settings(alice, "--ar 1:2")
        await alice.send("a blue fox", reply_to=fox)
        await alice.pictures()
    first, second = (job.recipe for job in on.engine.jobs)
    assert (second.width, second.height) == (first.width, first.height)


async def test_pictures_come_as_files_and_without_previews_for_whoever_wants_that(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        page = await settings(alice, "", "As files: off", "Previews: on")
        assert {"📎 As files: on", "👁 Previews: off"} <= {*labels(page.card)}
        for who, files in ((alice, True), (bob, False)):
            assert await seen_on_the_way(on, who) is not files
            assert (await who.pictures()).card.form.files == files


async def seen_on_the_way(on: Stage, who: Someone) -> bool:
    """Whether somebody sees a picture while it is drawn."""
    before = {*on.platform.messages}
    on.engine.hold(2)
    await who.send("/imagine a fox")
    status = await on.platform.until(lambda m: m.id not in before and m.card.progress)
    await on.engine.release()
    return status.card.preview is not None


async def test_who_may_reroll_is_for_the_person_and_the_chat_to_say(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        carol = on.someone("carol", admin=True, group=True)
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        assert await bob.press(fox, "Reroll") is None
        await bob.pictures()
        await settings(carol, "chat", "Reroll: everybody")
        for label in ("Reroll", "subtle", "strong"):
            assert await bob.press(fox, label) == THEIRS
        assert await bob.press(fox, "×2") is None
        await bob.pictures()
        assert await carol.press(fox, "Reroll") is None
        await carol.pictures()
        assert await alice.press(fox, "Reroll") is None
        await alice.pictures()
        await settings(alice, "--rerolls all")
        assert await bob.press(fox, "Reroll") is None
        await bob.pictures()


@pytest.mark.parametrize("kept", ["there", "its model gone"])
async def test_whoever_may_not_reroll_a_picture_draws_it_again_in_no_other_way(
    tmp_path: Path, kept: str
) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        carol = on.someone("carol", admin=True, group=True)
        await settings(alice, "--rerolls mine")
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        if kept == "its model gone":
            await on.lukis.store.db.write("UPDATE jobs SET recipe = json_set(recipe, '$.model', 'gone')")
        await bob.send("/info", reply_to=fox)
        told = await bob.told("a fox")
        assert await bob.press(told, "Paint it again") == THEIRS
        if kept != "there":
            return
        assert await carol.press(told, "Paint it again") is None
        await carol.pictures()
        assert await bob.press(fox, "📝 Edit") is None
        form = await bob.told("paint it again")
        assert await bob.press(form, "Paint") == THEIRS
        await bob.send("--steps 7", reply_to=form)
        await bob.told(THEIRS)
        await bob.send("a fox", reply_to=form)
        await bob.told(THEIRS)
        await bob.send("--vary 0.2", reply_to=fox)
        await bob.told(THEIRS)
        jobs = len(on.engine.jobs)
        await bob.send("an owl", reply_to=form)
        await bob.pictures()
        assert [job.prompt for job in on.engine.jobs[jobs:]] == ["an owl"]
        assert await alice.press(fox, "📝 Edit") is None
        assert await alice.press(await alice.told("paint it again"), "Paint") is None
        await alice.pictures()


async def test_a_chat_may_want_more_hidden_than_it_has_to_and_never_less(tmp_path: Path) -> None:
    engine = FakeEngine()
    engine.verdict = lambda job, image: "unfit"
    async with stage(tmp_path, engine=engine, safety="spoiler") as on:
        carol = on.someone("carol", admin=True, group=True)
        alone = on.someone("alice", chat="alice")
        assert not [label for label in labels((await settings(carol)).card) if "Unfit" in label]
        await settings(carol, "chat", "Unfit: as usual")
        await carol.send("/imagine a nude")
        assert (await carol.pictures()).card.pictures[0].spoiler
        await settings(carol, "chat --safety block")
        await carol.send("/imagine a nude")
        await carol.told("fit for everybody")
        page = await settings(alone, "--safety block")
        assert "🛡 Unfit: held back" in labels(page.card)
        await alone.press(page, "Reset all")
        await alone.send("/imagine a nude")
        assert (await alone.pictures()).card.pictures[0].spoiler
    async with stage(tmp_path, engine=FakeEngine(), safety="block") as on:
        carol = on.someone("carol", admin=True, group=True)
        on.engine.verdict = lambda job, image: "unfit"
        await settings(carol, "chat --safety spoiler")
        await carol.send("/imagine another")
        await carol.told("fit for everybody")


async def test_what_somebody_alone_wants_hidden_holds_wherever_they_are_alone_and_in_no_group(
    tmp_path: Path,
) -> None:
    engine, other = FakeEngine(), FakePlatform("other")
    engine.verdict = lambda job, image: "unfit"
    async with stage(tmp_path, engine=engine, others=[other], safety="spoiler") as on:
        alone, here = on.someone(chat="alice"), on.someone(group=True)
        there = Someone(on.lukis.service, other, "eve", chat="eve")
        await settings(alone, "--safety block")
        await there.send("/imagine a nude")
        assert (await there.pictures()).card.pictures[0].spoiler
        await alone.send("/link")
        code = (await alone.told("/link ")).card.text.split("/link ")[1][:LENGTH]
        await there.send(f"/link {code}")
        await there.press(await there.told("Is this you"), "Join")
        await there.send("/imagine a nude")
        await there.told("fit for everybody")
        await here.send("/imagine a nude")
        assert (await here.pictures()).card.pictures[0].spoiler
        await settings(here, "--steps 9")
        await settings(here, "reset")
        assert "held back" in (await settings(there)).card.text
        await settings(there, "reset safety")
        await alone.send("/imagine a nude")
        assert (await alone.pictures()).card.pictures[0].spoiler


async def test_a_member_who_resets_their_own_leaves_the_chats_alone(tmp_path: Path) -> None:
    async with stage(tmp_path, safety="spoiler") as on:
        carol, bob = on.someone("carol", admin=True, group=True), on.someone("bob", group=True)
        await settings(carol, "chat --safety block --steps 20")
        for words in ("reset", "reset safety"):
            await settings(bob, "--steps 30")
            await settings(bob, words)
        await settings(bob, "--steps 30")
        assert await bob.press(await settings(bob), "Reset all") is None
        assert "held back" in (await settings(carol, "chat")).card.text
        (chat,) = await on.lukis.store.preferences.of(chat_owner("fake", "room"))
        assert chat == {"safety": "block", "steps": 20}
        await settings(carol, "chat reset safety")
        assert await on.lukis.store.preferences.of(chat_owner("fake", "room")) == ({"steps": 20},)


async def test_the_language_is_a_setting_too(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        page = await settings(alice, "", "Language", "한국어")
        assert "내 설정" in page.card.text
        await alice.press(page, "언어")
        await alice.press(page, "앱 언어 그대로")
        assert "Your settings" in page.card.text


async def test_buttons_are_for_whoever_asked(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        page = await settings(alice)
        for payload in [
            button.payload for row in page.card.buttons for button in row if "chat" not in button.label
        ]:
            assert await bob.press_payload(page, payload) == THEIRS
        assert await on.lukis.store.db.rows("SELECT * FROM preferences") == []


FORGED = (
    "x",
    "me-nothing",
    "me-steps-zzzzzz",
    "me-files-zzzzzz",
    "me-language-zzzzzz",
    "me-model-000000",
    "--",
    "me--",
    "-",
)


@pytest.mark.parametrize("target", FORGED)
async def test_forged_payloads_change_nothing(tmp_path: Path, target: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        page = await settings(alice, "--steps 30")
        for action in ("prefer", "settings"):
            await alice.press_payload(page, f"{action}:{target}")
            await alice.press_payload(page, f"{action}:{target}:999999")
        left = await on.lukis.store.db.rows("SELECT name, value FROM preferences")
        assert {row["name"] for row in left} <= {"steps"}


async def test_what_lies_in_the_store_may_be_anything(tmp_path: Path) -> None:
    odd: list[Any] = ["x", None, -1, 1e400, [], {}, "9" * 5000, True]
    async with stage(tmp_path) as on:
        alice, db = on.someone(), on.lukis.store.db
        for name in (*sorted(SETTABLE), "files", "previews", "rerolls", "safety", "gone"):
            for value in (*map(json.dumps, odd), "{", b"\xff"):
                sql = "INSERT OR REPLACE INTO preferences VALUES ('fake:alice', ?, ?)"
                await db.write(sql, name, value)
                if name == "raw" or value == b"\xff":
                    assert (await settings(alice)).card.kind == "settings"
        job = await drawn(on, alice, "/imagine a fox", 1)
        assert job.recipe.steps >= 1


async def test_a_group_that_moves_takes_its_settings_along(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        carol = on.someone("carol", admin=True, group=True)
        await settings(carol, "chat --steps 20")
        await on.lukis.service.moved("fake", "room", "larger")
        assert (await drawn(on, on.someone(chat="larger", group=True), "/imagine a fox")).recipe.steps == 20
        assert (await drawn(on, on.someone(chat="room", group=True), "/imagine a fox")).recipe.steps == 4
