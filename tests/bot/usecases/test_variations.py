"""Variations of a picture: by a button, and by flags in reply to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat import FakeTranslator, stage


@pytest.mark.parametrize(("button", "weight"), [("subtle", 0.2), ("strong", 0.6)])
async def test_a_button_mixes_other_noise_into_the_pictures_own(
    tmp_path: Path, button: str, weight: float
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7 --steps 30 --n 2")
        album = await alice.pictures(2)
        await alice.press(album, "🖼 2")
        second = await alice.pictures()
        await alice.press(second, button)
        varied = await alice.pictures()
        await alice.press(varied, "subtle")
        twice = await alice.pictures()
    first, one, two = on.engine.jobs
    assert (one.prompt, one.mode, one.recipe.steps, one.recipe.count) == (first.prompt, "text", 30, 1)
    assert one.recipe.seed == 8
    assert [each.weight for each in one.recipe.variations] == [weight]
    assert two.recipe.variations[0] == one.recipe.variations[0]
    assert [each.weight for each in two.recipe.variations] == [weight, 0.2]
    assert f"variation {weight}" in "".join(varied.card.notes)
    assert "variation 0.2" in "".join(twice.card.notes)


async def test_a_reroll_of_a_variation_is_none(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7 --vary 0.3")
        varied = await alice.pictures()
        await alice.press(varied, "Reroll")
        await alice.pictures()
    assert on.engine.jobs[0].recipe.seed == 7
    assert on.engine.jobs[0].recipe.variations
    assert not on.engine.jobs[1].recipe.variations


async def test_flags_alone_in_reply_to_a_picture_draw_it_again_with_them(tmp_path: Path) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox")) as on:
        alice = on.someone()
        await alice.send("/imagine 여우 --seed 7 --steps 12 --no dogs")
        fox = await alice.pictures()
        await alice.send("/imagine --steps 30", reply_to=fox)
        again = await alice.pictures()
        await alice.send("--vary 0.4", reply_to=again)
        varied = await alice.pictures()
        await alice.send("--seed 9", reply_to=varied)
        await alice.pictures()
    _, again_, varied_, other = on.engine.jobs
    assert (again_.prompt, again_.recipe.seed, again_.recipe.steps, again_.recipe.count) == (
        "a fox",
        7,
        30,
        1,
    )
    assert again_.recipe.negative == "dogs"
    assert (varied_.recipe.seed, varied_.recipe.steps) == (7, 30)
    assert [each.weight for each in varied_.recipe.variations] == [0.4]
    assert (other.recipe.seed, other.recipe.variations, other.recipe.steps) == (9, (), 30)


async def test_words_with_it_change_what_the_variation_shows(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a red fox in the snow --seed 7")
        fox = await alice.pictures()
        await alice.send("make it blue --vary 0.2", reply_to=fox)
        blue = await alice.pictures()
    job = on.engine.jobs[1]
    assert (job.mode, job.prompt, job.recipe.seed) == ("text", "a blue fox in the snow", 7)
    assert "a blue fox in the snow" in "".join(blue.card.notes)


async def test_a_picture_made_from_another_is_varied_from_the_same_source(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7")
        fox = await alice.pictures()
        await alice.send("make it night", reply_to=fox)
        night = await alice.pictures()
        await alice.press(night, "subtle")
        await alice.pictures()
    _, changed, varied = on.engine.jobs
    assert (varied.mode, varied.inputs, varied.prompt) == ("image", changed.inputs, changed.prompt)
    assert varied.recipe.strength == changed.recipe.strength
    assert varied.recipe.seed == changed.recipe.seed


async def test_strength_alone_in_reply_starts_from_the_picture_with_its_own_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.send("--strength 0.4", reply_to=fox)
        await alice.pictures()
    assert [(job.mode, job.prompt) for job in on.engine.jobs] == [("text", "a fox"), ("image", "a fox")]
    assert on.engine.jobs[1].recipe.strength == 0.4


@pytest.mark.parametrize("flags", ["--variations 7:0.2,8:0.1", "--variations 7:0.2"])
async def test_the_very_noise_can_be_asked_for(tmp_path: Path, flags: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine a fox --seed 3 {flags}")
        await alice.pictures()
    assert flags == "--variations " + ",".join(map(str, on.engine.jobs[0].recipe.variations))


@pytest.mark.parametrize("value", ["7", "7:2", "x:0.2", "99999999999:0.1", "4294967296:0.1"])
async def test_noise_that_there_is_not_is_one_sentence(tmp_path: Path, value: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine a fox --variations {value}")
        await alice.told("--variations")
    assert on.engine.jobs == []


async def test_flags_alone_about_nothing_ask_for_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine --vary 0.2")
        await alice.told("words")
    assert on.engine.jobs == []
