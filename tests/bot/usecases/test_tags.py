"""What names add-ons in a prompt is looked at before anything is queued."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.api.cards import ModelCard
from engine.api.names import Addon, Addons
from tests.chat import stage
from tests.fakes import FAKE_CARD, FakeEngine


@pytest.mark.parametrize(
    "words", ["a cat <lora:x:abc>", "a cat --no fog <lora:x:1:lbw=MIDDLE>", "a cat <loar:x:1>"]
)
async def test_a_tag_that_can_not_be_read_is_one_sentence_and_nothing_is_queued(
    tmp_path: Path, words: str
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {words}")
        await alice.told("<lora:name:0.8>")
        assert not on.engine.jobs
        assert await on.lukis.store.jobs.unfinished(["fake"]) == []


async def test_a_list_for_other_blocks_than_the_model_has_is_one_sentence(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, fits = on.someone(), ",".join(["-0.5"] * 17)
        await alice.send(f"/imagine a cat <lora:ink:1:lbw={','.join('1' * 12)}>")
        await alice.told("lbw=… can't be 1,1,1,1,1,1,1,1,1,1,1,1. Try 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1.")
        assert not on.engine.jobs
        await alice.send(f"/imagine a cat <lora:ink:1:lbw={fits}> --steps 4")
        await alice.pictures()
    assert on.engine.jobs[0].prompt == f"a cat <lora:ink:1:lbw={fits}>"


async def test_a_comma_in_a_tag_reaches_the_engine_as_typed(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine a cat <lora:ink:0,8>")
        await on.someone().pictures()
    assert on.engine.jobs[0].prompt == "a cat <lora:ink:0,8>"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a cat <lora:Волк:1>", "<lora:…> can't be “Волк”. There are: ink, лиса-снегов, style-000010."),
        ("a cat <lora:style-000004:1>", "Did you mean style-000010?"),
        ("a cat <lora:Лиса снега:1>", "Did you mean лиса-снегов?"),
        ("a cat --no fog, <emb:easynegativ>", "Did you mean easynegative?"),
        ("a cat embedding:bad-hands, fog", "<emb:…> can't be “bad-hands”."),
    ],
)
async def test_a_name_that_there_is_not_is_one_sentence_and_nothing_is_queued(
    tmp_path: Path, words: str, told: str
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {words}")
        await alice.told(told)
        assert not on.engine.jobs
        assert await on.lukis.store.jobs.unfinished(["fake"]) == []


async def test_a_lora_among_what_is_to_be_missing_is_not_swallowed(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine a cat --no fog, <lora:ink:0,8>")
        await on.someone().told("Write <lora:ink:0,8> in the prompt, not after --no")
        assert not on.engine.jobs


async def test_a_hypernetwork_that_can_not_be_used_is_one_sentence_and_one_that_can_goes_on(
    tmp_path: Path,
) -> None:
    hypernets = (
        Addon("glow", widths=(320, 768)),
        Addon("old", reason="it is a pickle", fault="pickle"),
        Addon("xl", widths=(1280, 2048)),
        Addon("own", widths=(320, 1280)),
    )
    card = FAKE_CARD.model_copy(update={"context": 768})
    async with stage(tmp_path, engine=FakeEngine([card], addons=Addons(hypernets=hypernets))) as on:
        alice = on.someone()
        for words, told in (
            (
                "<hypernet:glwo:1>",
                "<hypernet:…> can't be “glwo”. Did you mean glow? There are: glow, xl, own.",
            ),
            ("<hypernet:old:1>", "docs/models.md says how"),
            ("<hypernet:xl:1>", "xl can't be used here: it was made for another kind of model."),
            ("--no fog <hypernet:glow:1>", "Write <hypernet:glow:1> in the prompt, not after --no"),
        ):
            await alice.send(f"/imagine a cat {words}")
            await alice.told(told)
        assert not on.engine.jobs
        await alice.send("/models")
        await alice.told("Hypernetworks, written <hypernet:glow:0.7>: glow, xl, own")
        await alice.send("/imagine a cat <hypernet:Glow:0,7> <hypernet:own:1>")
        await alice.pictures()
    assert on.engine.jobs[0].prompt == "a cat <hypernet:Glow:0,7> <hypernet:own:1>"


async def test_where_there_is_nothing_to_name_that_is_said(tmp_path: Path) -> None:
    async with stage(tmp_path, engine=FakeEngine(addons=Addons())) as on:
        await on.someone().send("/imagine a cat <lora:ink:1>")
        await on.someone().told("There is no “ink” for <lora:…>: nothing has been added for it here yet.")


@pytest.mark.parametrize(
    "tag", ["<lora:Лиса снегов.safetensors:0,8>", "<emb:Snow>", "embedding:EasyNegative", "snow"]
)
async def test_a_name_that_there_is_goes_on_to_the_engine(tmp_path: Path, tag: str) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send(f"/imagine a cat {tag}")
        await on.someone().pictures()
    assert on.engine.jobs[0].prompt == f"a cat {tag}"


async def test_models_says_which_words_call_a_lora_up(tmp_path: Path) -> None:
    addons = Addons((Addon("ink", triggers=("inkstyle", "washed")), Addon("snow")))
    async with stage(tmp_path, engine=FakeEngine(addons=addons)) as on:
        await on.someone().send("/models")
        text = (await on.someone().told("Models that can paint")).card.text
    assert "written <lora:ink:0.8>: ink (inkstyle, washed), snow" in text
    assert "In brackets: the words in a prompt that call the LoRA up." in text


async def test_models_says_what_there_is_to_name_and_what_had_to_be_called_otherwise(tmp_path: Path) -> None:
    cards = [
        FAKE_CARD,
        ModelCard(name="fox", file="fox.safetensors"),
        ModelCard(name="fox-9c1f", file="FOX.safetensors"),
    ]
    async with stage(tmp_path, engine=FakeEngine(cards)) as on:
        await on.someone().send("/models")
        text = (await on.someone().told("Models that can paint")).card.text
    assert "written <lora:ink:0.8>: ink, лиса-снегов, style-000010" in text
    assert "by their names: easynegative" in text
    assert "written <emb:snow>: snow" in text
    assert "since another has the name: FOX.safetensors → fox-9c1f" in text
