"""Morphs: frames between words, seeds and pictures, as an animation with a strip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.messages import Shown
from engine.api.parameters import Variation
from tests.chat import FakeTranslator, Message, Someone, stage
from tests.engine.modes.test_hooks import painting


async def morph(who: Someone, words: str, *pictures: bytes, reply_to: Message | None = None) -> None:
    """`/morph` with any number of pictures."""
    one = [who.incoming(words, reply_to, picture) for picture in pictures] or [who.incoming(words, reply_to)]
    attachments = tuple(each for incoming in one for each in incoming.attachments)
    await who.service.command(replace(one[0], attachments=attachments), "morph")


def moving(message: Message) -> Shown:
    assert message.card.moving
    return message.card.moving


async def test_frames_between_words_come_as_an_animation_and_a_strip(tmp_path: Path) -> None:
    told = {"빨간 여우": "a red fox", "흰 부엉이": "a white owl"}
    async with stage(tmp_path, translator=FakeTranslator(**told)) as on:
        alice = on.someone()
        on.engine.hold()
        await morph(alice, "빨간 여우 | 흰 부엉이 --seed 7 --frames 9 --loop")
        await on.platform.until(lambda m: "This makes 9 frames." in m.card.notes)
        await on.engine.release()
        result = await alice.pictures()
        (job,) = on.engine.jobs
        assert (job.mode, job.prompt, job.recipe.images) == ("morph", "a red fox | a white owl", 9)
        assert [one.recipe.place for one in job.each()] == [round(i / 8, 6) for i in range(9)]
        assert {(one.prompt, one.recipe.seed) for one in job.each()} == {(job.prompt, 7)}
        assert "a red fox | a white owl" in result.card.notes[0]
        assert "frames 9" in result.card.notes and "seed 7 ·" in result.card.notes[-1]
        with Image.open(moving(result).file) as animation, Image.open(result.card.pictures[0].file) as strip:
            assert (animation.format, animation.size) == (
                "WEBP",
                (moving(result).width, moving(result).height),
            )
            assert strip.size == (result.card.pictures[0].width, result.card.pictures[0].height)
        labels = [button.label for row in result.card.buttons for button in row]
        assert [label for label in labels if "🖼" in label] == [f"🖼 {n}" for n in (1, 2, 3, 4, 6, 7, 8, 9)]
        await alice.press(result, "🖼 6")
        sixth = await alice.pictures()
        assert "place 0.625" in sixth.card.notes[-1]
        await alice.press(sixth, "Reroll")
        await alice.pictures()
        await alice.press(result, "Original")
        kept = await on.platform.until(lambda m: m.card.document)
        assert kept.card.document == moving(result).file and kept.card.file_name.endswith(".gif")
        before = moving(result).index
        await alice.press(sixth, "Delete")
        less = await on.platform.until(lambda m: m.card.moving and "🖼 6" not in str(m.card.buttons))
        assert moving(less).index != before, "nobody keeps the one before for it"
        await alice.press(less, "Delete")
        assert not moving(less).file.exists() and not less.card.pictures[0].file.exists()
    again = on.engine.jobs[1]
    assert (again.mode, again.prompt, again.recipe.images, again.recipe.place) == (
        "morph",
        job.prompt,
        1,
        0.625,
    )


async def test_the_history_shows_a_morph_once_and_all_of_it_goes_together(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.pictures()
        await morph(alice, "a fox | an owl --frames 5")
        result = await alice.pictures()
        await alice.press(result, "Original")
        kept = await on.platform.until(lambda m: m.card.document)
        await alice.send("/history")
        page = await on.platform.until(lambda m: m.card.kind == "page")
        assert page.card.text == "1 of 2" and page.card.prompt == "a fox | an owl"
        assert moving(page) == moving(result) and page.card.pictures == result.card.pictures
        assert "frames 5" in str(page.card.notes)
        labels = [button.label for row in page.card.buttons for button in row]
        assert labels[:7] == ["▶️", "🖼 Show again", *(f"🖼 {n}" for n in range(1, 6))]
        await alice.press(page, "▶")
        assert page.card.text == "2 of 2" and page.card.prompt == "a fox" and page.card.moving is None
        await alice.press(page, "◀")
        assert moving(page) == moving(result)
        await alice.press(page, "Show again")
        copy = await on.platform.until(lambda m: m.card.moving and m not in (page, result))
        assert copy.card == result.card
        await alice.press(result, "Delete")
        assert all(message not in on.platform.messages.values() for message in (kept, page, copy, result))
        await alice.send("/history")
        only = await on.platform.until(lambda m: m.card.kind == "page")
        assert only.card.text == "1 of 1" and only.card.prompt == "a fox"


async def test_words_in_reply_go_on_from_that_picture(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a red fox in the snow --seed 7 --steps 5 --no text")
        first = await alice.pictures()
        await morph(alice, "make it night --frames 3", reply_to=first)
        result = await alice.pictures()
        await morph(alice, "a white owl --frames 2", reply_to=result)
        onward = await alice.pictures()
        await morph(alice, "--frames 4", reply_to=onward)
        await alice.pictures()
    _, job, owl, more = on.engine.jobs
    assert job.prompt == "a red fox in the snow | a red fox in the snow at night"
    assert {(one.recipe.seed, one.recipe.steps, one.recipe.negative) for one in job.each()} == {
        (7, 5, "text")
    }
    assert owl.prompt == "a red fox in the snow at night | a white owl"
    assert (more.prompt, more.recipe.images, more.recipe.seed) == (owl.prompt, 4, 7)


async def test_between_two_pictures_and_from_one(tmp_path: Path) -> None:
    red, blue = painting("red", "red"), painting("blue", "blue")
    async with stage(tmp_path) as on:
        alice = on.someone()
        await morph(alice, "--frames 3", red, blue)
        await alice.pictures()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await morph(alice, "", blue, reply_to=fox)
        await alice.pictures()
        await morph(alice, "a castle --frames 2", red)
        await alice.pictures()
        await morph(alice, "a castle | a tower --at 0.5", red)
        frame = await alice.pictures()
        assert frame.card.moving is None
    two, _, replied, one, half = on.engine.jobs
    assert (two.mode, two.prompt, sorted(two.inputs)) == ("blend", "", ["end", "image"])
    assert [each.recipe.strength for each in two.each()] == [0.05, 0.6, 0.05]
    assert (replied.prompt, replied.recipe.images, sorted(replied.inputs)) == ("a fox", 12, ["end", "image"])
    assert (one.mode, [each.recipe.strength for each in one.each()]) == ("blend", [0.05, 0.6])
    assert (half.recipe.images, half.recipe.place, half.recipe.strength) == (1, 0.5, 0.3)


async def test_from_seed_to_seed(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await morph(alice, "a fox --seed 7,8 --frames 3")
        result = await alice.pictures()
        assert "seed 7…8" in result.card.notes[-1]
    (job,) = on.engine.jobs
    assert [one.recipe.variations for one in job.each()] == [(), (Variation(8, 0.5),), ()]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "two things to go between"),
        ("a fox", "two things to go between"),
        ("a | b | c --frames 2", "--frames"),
        ("a | b --frames 50", "48"),
        ("a | b --n 3", "--n"),
        ("a | b --steps 3,5", "--steps"),
        (" | ".join("abcdefghi"), "8"),
    ],
)
async def test_what_can_not_be_is_one_sentence(tmp_path: Path, words: str, sentence: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await morph(alice, words)
        await alice.told(sentence)
        assert len(on.platform.messages) == 1
    assert on.engine.jobs == []
