"""Words in reply to a picture reach a model that edits as they are; to all others they are joined to the picture's."""

from __future__ import annotations

from pathlib import Path

from bot.usecases.retold import retold
from bot.usecases.sources import words_of
from engine.api.cards import Defaults, ModelCard
from engine.api.infotext import read
from engine.api.names import Addons
from engine.api.parameters import Size
from tests.chat import FakeTranslator, stage
from tests.fakes import FAKE_CARD, FakeEngine

EDITOR = ModelCard(
    name="instruct",
    variant="editing",
    native=Size(64, 64),
    scale=2,
    defaults=Defaults(steps=4, cfg=5, image_cfg=1.8),
)
DEEP = ModelCard(name="deep", variant="depth", native=Size(64, 64), scale=2)
WORDS = {
    "눈 속의 여우": "a fox in the snow",
    "밤으로 해 줘": "make it night",
    "자동차 없이": "a road",
}


async def test_an_order_goes_to_such_a_model_in_english_and_alone(tmp_path: Path) -> None:
    engine = FakeEngine((FAKE_CARD, EDITOR))
    async with stage(tmp_path, engine=engine, translator=FakeTranslator(**WORDS)) as on:
        alice = on.someone(language="ko")
        await alice.send("/imagine 눈 속의 여우")
        shown = await alice.pictures()
        await alice.send("밤으로 해 줘 --model instruct --no 차", reply_to=shown)
        edited = await alice.pictures()
        await alice.send("밤으로 해 줘", reply_to=shown)
        await alice.pictures()
        await alice.press(edited, "🎲")
        await alice.pictures()
    _, job, joined, again = on.engine.jobs
    assert (job.mode, job.prompt, job.recipe.image_cfg) == ("edit", "make it night", 1.8)
    assert any("make it night" in note for note in edited.card.notes)
    assert (joined.mode, joined.prompt) == ("image", "a fox in the snow at night")
    assert (again.mode, again.prompt, again.inputs) == ("edit", "make it night", job.inputs)
    assert again.recipe.seed != job.recipe.seed


async def test_words_in_reply_to_an_edited_picture_go_on_editing_it_with_the_model_that_did(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, engine=FakeEngine((FAKE_CARD, DEEP, EDITOR))) as on:
        alice, bob = on.someone(group=True), on.someone("Bob", group=True)
        await alice.send("/imagine a fox")
        await alice.send("make it night --model instruct --image-cfg 2.5", reply_to=await alice.pictures())
        edited = await alice.pictures()
        await bob.send("add a moon", reply_to=edited)
        again = await bob.pictures()
        assert any("instruct" in note for note in again.card.notes)
        await alice.send("add a boat", reply_to=again)
        chained = await alice.pictures()
        for words in ("/imagine a lake --zoom 2", "a hat --strength 0.5", "a cat --model starter"):
            await alice.send(words, reply_to=chained)
            await alice.pictures()
    assert [(job.recipe.model, job.mode, job.prompt) for job in on.engine.jobs] == [
        ("starter", "text", "a fox"),
        ("instruct", "edit", "make it night"),
        ("instruct", "edit", "add a moon"),
        ("instruct", "edit", "add a boat"),
        ("starter", "outpaint", "a lake"),
        ("starter", "image", "a hat"),
        ("starter", "image", "a cat"),
    ]
    assert on.engine.jobs[2].recipe.image_cfg == EDITOR.defaults.image_cfg  # what nobody said again


async def test_what_a_model_does_not_know_is_not_said_of_its_pictures(tmp_path: Path) -> None:
    kontext = EDITOR.model_copy(update={"name": "kontext", "family": "flux"})
    async with stage(tmp_path, engine=FakeEngine((FAKE_CARD, EDITOR, kontext))) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        shown = await alice.pictures()
        for model, said in (("instruct", True), ("kontext", False)):
            await alice.send(f"make it night --model {model}", reply_to=shown)
            edited = await alice.pictures()
            assert any("picture guidance" in note for note in edited.card.notes) is said, model


async def test_depth_keeps_a_picture_for_a_whole_new_description(tmp_path: Path) -> None:
    engine = FakeEngine((FAKE_CARD, EDITOR, DEEP))
    async with stage(tmp_path, engine=engine, translator=FakeTranslator(**WORDS)) as on:
        alice = on.someone(language="ko")
        await alice.send("/imagine 눈 속의 여우")
        shown = await alice.pictures()
        await alice.send("/imagine 자동차 없이 --depth", reply_to=shown)
        await alice.pictures()
        await alice.send("/imagine --depth --show-map --strength 0.5", reply_to=shown)
        await alice.pictures()
    _, new, seen = on.engine.jobs
    assert (new.recipe.model, new.mode, new.prompt, new.recipe.strength) == ("deep", "depth", "a road", 0.8)
    assert (seen.recipe.model, seen.mode, seen.recipe.show_map) == ("deep", "depth", True)
    assert (seen.prompt, seen.recipe.strength) == ("a fox in the snow", 0.5)


async def test_what_it_can_not_do_is_one_sentence_and_nothing_is_lost(tmp_path: Path) -> None:
    engine = FakeEngine((EDITOR, FAKE_CARD))
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone(group=True)
        await alice.send("/imagine a fox")  # the first that can
        shown = await alice.pictures()
        await alice.send("/imagine a fox --model instruct")
        await alice.told("The model instruct draws nothing without a picture")
        await alice.send("/imagine --zoom 2 --model instruct", reply_to=shown)
        await alice.told("The model instruct can't do that")
        await alice.send("make it night", reply_to=shown)  # it is the first of all
        edited = await alice.pictures()
        await alice.send("a fox by a lake, a hat --model starter", reply_to=edited)
        await alice.pictures()
    assert [(job.recipe.model, job.mode) for job in on.engine.jobs] == [
        ("starter", "text"),
        ("instruct", "edit"),
        ("starter", "image"),
    ]
    assert on.engine.jobs[-1].recipe.strength == FAKE_CARD.defaults.strength  # what it shows is not known


def test_what_is_asked_of_a_picture_is_not_what_it_shows() -> None:
    asked = "make it night\nSteps: 20, Image CFG scale: 1.5, Model: instruct"
    assert words_of(asked) is None
    assert words_of(asked.replace("Image CFG scale: 1.5, ", "")) is not None
    told = read(asked)
    assert told
    back = retold(told, (FAKE_CARD, EDITOR), Addons())
    assert (back.parameters.model, back.parameters.image_cfg, back.source) == ("instruct", 1.5, True)
