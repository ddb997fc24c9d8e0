"""Words in reply to a picture are joined to its own; a whole new description takes their place."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.translating import Translation
from bot.usecases.sources import words_of
from engine.api.cards import Defaults
from engine.api.changing import chosen
from tests.chat import FakeTranslator, stage
from tests.fakes import FAKE_CARD, FakeEngine


def photo(words: str = "") -> bytes:
    out, info = io.BytesIO(), PngInfo()
    if words:
        info.add_text("parameters", words)
    Image.new("RGB", (64, 64), "red").save(out, "PNG", pnginfo=info)
    return out.getvalue()


async def test_a_change_is_joined_to_the_words_of_the_picture_and_shown(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob", group=True)
        await alice.send("/imagine four apples on a blue background")
        await bob.send("make it night", reply_to=await alice.pictures())
        card = (await bob.pictures()).card
        assert card.prompt == "make it night"
        assert any("four apples at night" in note for note in card.notes)
        await bob.send("add a hat", reply_to=await bob.platform.until(lambda m: m.card is card))
        await bob.pictures()
    assert [j.prompt for j in on.engine.jobs][1:] == [
        "four apples at night",
        "four apples with a hat at night",
    ]
    assert [j.recipe.strength for j in on.engine.jobs][1:] == [FAKE_CARD.change] * 2


async def test_what_the_seed_chose_stays_chosen_in_a_picture_that_is_changed(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        for seed in range(6):
            await alice.send(f"/imagine a {{red|blue}} car --seed {seed} --no {{snow|rain}}")
            await alice.send("add a hat", reply_to=await alice.pictures())
            await alice.pictures()
    asked, changed = on.engine.jobs[::2], on.engine.jobs[1::2]
    shown = [chosen((j.prompt, j.recipe.negative), j.recipe.seed) for j in asked]
    assert [[j.prompt, j.recipe.negative] for j in changed] == [
        [f"{prompt} with a hat", negative] for prompt, negative in shown
    ]
    assert {prompt for prompt, _ in shown} == {"a red car", "a blue car"}


async def test_a_whole_new_description_takes_the_place_of_the_old_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox in the snow")
        await alice.send("a castle by a lake", reply_to=await alice.pictures())
        card = (await alice.pictures()).card
    assert on.engine.jobs[1].prompt == "a castle by a lake"
    assert not any("castle" in note for note in card.notes)


async def test_a_change_in_any_language_is_joined_in_english(tmp_path: Path) -> None:
    known = {"눈 속의 여우": "a fox in the snow", "밤으로 해 줘": "make it night"}
    async with stage(tmp_path, translator=FakeTranslator(**known)) as on:
        alice = on.someone(language="ko")
        await alice.send("/imagine 눈 속의 여우")
        await alice.send("밤으로 해 줘", reply_to=await alice.pictures())
        card = (await alice.pictures()).card
    assert on.engine.jobs[1].prompt == "a fox in the snow at night"
    assert any("a fox in the snow at night" in note for note in card.notes)


async def test_what_is_taken_away_is_in_the_negative_prompt_with_what_was_there(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox with a hat --no text")
        await alice.send("without the hat --no blurry", reply_to=await alice.pictures())
        await alice.pictures()
    job = on.engine.jobs[1]
    assert (job.prompt, job.recipe.negative) == ("a fox", "text, hat, blurry")


async def test_what_a_translator_found_missing_is_taken_from_the_picture(tmp_path: Path) -> None:
    class Parting(FakeTranslator):
        async def translate(
            self, prompt: str, language: str | None = None, *, person: str = ""
        ) -> Translation:
            if prompt != "밤, 모자 없이":
                return await super().translate(prompt, language, person=person)
            return Translation(prompt, "make it night", "ko", "translated", "google", negative="hat")

    async with stage(tmp_path, translator=Parting()) as on:
        alice = on.someone()
        await alice.send("/imagine a fox with a hat in the snow")
        await alice.send("밤, 모자 없이", reply_to=await alice.pictures())
        await alice.pictures()
    job = on.engine.jobs[1]
    assert (job.prompt, job.recipe.negative) == ("a fox in the snow at night", "hat")


async def test_reroll_and_a_restart_keep_the_joined_words(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.send("make it blue", reply_to=await alice.pictures())
        await alice.press(await alice.pictures(), "Reroll")
        last = await alice.pictures()
        on.engine.hold(1)
        await alice.send("make it night", reply_to=last)
        await on.platform.until(lambda m: m.card.progress is not None)
    async with stage(tmp_path, platform=on.platform) as again:
        await again.someone().pictures()
    assert [j.prompt for j in on.engine.jobs] == ["a fox", "a blue fox", "a blue fox", "a blue fox at night"]
    assert [j.prompt for j in again.engine.jobs] == ["a blue fox at night"]


async def test_ones_own_english_for_a_change_counts_for_that_picture_alone(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.send("make it night", reply_to=await alice.pictures())
        changed = await alice.pictures()
        await alice.press(changed, "Edit translation")
        question = await alice.told("Reply to this message")
        assert "a fox at night" in question.card.text
        await alice.send("a fox at midnight", reply_to=question)
        await alice.pictures()
        await alice.press(changed, "my own words")
        await alice.pictures()
        await alice.send("/imagine a cat")
        await alice.send("make it night", reply_to=await alice.pictures())
        await alice.pictures()
    told = [j.prompt for j in on.engine.jobs]
    assert told == [
        "a fox",
        "a fox at night",
        "a fox at midnight",
        "make it night",
        "a cat",
        "a cat at night",
    ]


@pytest.mark.parametrize("flags", ["--raw", "--strength 0.3"])
async def test_flags_go_before_what_a_change_would_have(tmp_path: Path, flags: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.send(f"make it night {flags}", reply_to=await alice.pictures())
        await alice.pictures()
    recipe = on.engine.jobs[1].recipe
    assert recipe.strength == (FAKE_CARD.defaults.strength if flags == "--raw" else 0.3)
    assert on.engine.jobs[1].prompt == ("make it night" if flags == "--raw" else "a fox at night")


async def test_a_file_that_carries_its_words_is_changed_like_a_picture_of_ours(tmp_path: Path) -> None:
    words = "a fox, forest\nNegative prompt: text\nSteps: 20, Sampler: Euler a, Seed: 7, Size: 64x64"
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine make it night", image=photo(words))
        await on.someone().pictures()
    job = on.engine.jobs[0]
    assert (job.prompt, job.recipe.negative) == ("a fox at night, forest", "text")


async def test_a_photo_without_words_is_changed_by_those_that_come_with_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine make it night", image=photo())
        await on.someone().pictures()
    assert on.engine.jobs[0].prompt == "make it night"
    assert on.engine.jobs[0].recipe.strength == FAKE_CARD.defaults.strength


async def test_the_strength_for_a_change_is_the_models(tmp_path: Path) -> None:
    card = FAKE_CARD.model_copy(update={"defaults": Defaults(steps=4, cfg=2.5, change=0.9)})
    async with stage(tmp_path, engine=FakeEngine([card])) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.send("make it night", reply_to=await alice.pictures())
        await alice.pictures()
    assert on.engine.jobs[1].recipe.strength == 0.9


@pytest.mark.parametrize(
    "text", [None, b"a fox", "", "a fox", "Steps: 20", "Negative prompt: x\nSteps: 20", "Steps: 20\na fox"]
)
def test_texts_in_files_that_are_no_words_of_pictures(text: object) -> None:
    assert words_of(text) is None
