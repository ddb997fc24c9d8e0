"""What is asked of a model besides words: what a person hears of it, and what they get."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.usecases.retold import retold
from engine.api.infotext import infotext, read
from engine.api.modes import MODES
from engine.api.names import Addon, Addons
from engine.api.parameters import Parameters
from engine.api.recipe import meaningless, resolve
from tests.chat import stage
from tests.fakes import FAKE_CARD, FakeEngine


async def test_clip_skip_is_asked_for_told_and_kept_by_a_reroll(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --clip-skip 2")
        fox = await alice.pictures()
        await alice.press(fox, "Reroll")
        await alice.pictures()
        await alice.send("--clip-skip 3", reply_to=fox)
        other = await alice.pictures()
    assert [job.recipe.clip_skip for job in on.engine.jobs] == [2, 2, 3]
    assert "clip skip 2" in "".join(fox.card.notes)
    assert "clip skip 3" in "".join(other.card.notes)


async def test_a_clip_skip_out_of_range_is_one_sentence(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --clip-skip 9")
        await alice.told("--clip-skip")
    assert on.engine.jobs == []


async def test_a_model_that_knows_no_clip_skip_says_so_before_anything_is_queued(tmp_path: Path) -> None:
    flux = FAKE_CARD.model_copy(update={"name": "flux", "family": "flux"})
    async with stage(tmp_path, engine=FakeEngine((flux,))) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --clip-skip 2")
        await alice.told("can't do that")
        await alice.send("/imagine a fox")
        await alice.pictures()
    assert len(on.engine.jobs) == 1


async def test_another_vae_is_asked_for_told_kept_and_read_back_and_what_can_not_be_is_one_sentence(
    tmp_path: Path,
) -> None:
    vaes = (
        Addon("soft", "Soft.safetensors", widths=(4,)),
        Addon("for-xl", family="sdxl", widths=(4,)),
        Addon("wide", widths=(16,)),
        Addon("old", reason="it is a pickle", fault="pickle"),
    )
    cards = FAKE_CARD.model_copy(update={"context": 768}), FAKE_CARD.model_copy(update={"name": "other"})
    async with stage(tmp_path, engine=FakeEngine(cards, addons=Addons(vaes=vaes))) as on:
        alice = on.someone()
        for name, told in (
            ("sofd", "--vae can't be “sofd”. Did you mean soft? There are: soft, for-xl, wide."),
            ("for-xl", "for-xl can't be used here: it was made for another kind of model."),
            ("wide", "wide can't be used here: it was made for another kind of model."),
            ("old", "docs/models.md says how"),
        ):
            await alice.send(f"/imagine a fox --vae {name}")
            await alice.told(told)
        assert on.engine.jobs == []
        await alice.send("/models")
        await alice.told("VAEs, --vae soft: soft, for-xl, wide")
        await alice.send("/imagine a fox --vae Soft.safetensors --seed 5")
        fox = await alice.pictures()
        assert "vae soft" in "".join(fox.card.notes)
        await alice.press(fox, "Reroll")
        await alice.pictures()
        await alice.send("--steps 3", reply_to=fox)
        await alice.pictures()
    assert [job.recipe.vae for job in on.engine.jobs] == ["soft"] * 3
    said = read(str(infotext(on.engine.jobs[0], 5)))
    assert said is not None and said.pairs["VAE"] == "soft"
    assert retold(said, cards, Addons(vaes=vaes)).parameters.vae == "soft"
    gone = retold(said, cards, Addons())
    assert (gone.parameters.vae, gone.beyond) == (None, ("VAE soft",))
    known = read(str(infotext(on.engine.jobs[0], 5, vae_hash="735e4c3a447a")))
    assert known is not None and known.pairs["VAE hash"] == "735e4c3a44"
    renamed = replace(known, pairs={**known.pairs, "VAE": "else.pt"})
    for each, found in ((known, None), (renamed, "soft")):
        back = retold(each, cards, Addons(vaes=vaes), vae=found)
        assert (back.parameters.vae, back.beyond) == ("soft", ())
    assert retold(renamed, cards, Addons(vaes=vaes)).beyond == ("VAE else.pt",)


@pytest.mark.parametrize(
    ("typed", "tile", "told"),
    [
        ("a fox --tile", "both", "seamless x+y"),
        ("--tile a fox", "both", "seamless x+y"),
        ("a fox —tile Y", "y", "seamless y"),
        ("a fox --tile x --steps 9", "x", "seamless x"),
        ("a fox", None, ""),
    ],
)
async def test_seamless_is_a_flag_alone_or_with_a_direction(
    tmp_path: Path, typed: str, tile: str | None, told: str
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {typed}")
        fox = await alice.pictures()
    (job,) = on.engine.jobs
    assert (job.prompt, job.recipe.tile) == ("a fox", tile)
    assert told in "".join(fox.card.notes)
    assert ("seamless" in "".join(fox.card.notes)) == bool(told)


async def test_what_is_to_be_left_out_is_not_heard_at_guidance_1_and_that_is_said(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --cfg 1 --no dogs")
        unheard = await alice.pictures()
        await alice.send("/imagine a fox --no dogs")
        heard = await alice.pictures()
        await alice.send("/imagine a fox --cfg 1")
        nothing = await alice.pictures()
    said = "With guidance at 1 the model isn't told what to leave out."
    assert said in "".join(unheard.card.notes)
    assert said not in "".join((*heard.card.notes, *nothing.card.notes))


async def test_a_model_that_takes_no_such_words_is_named(tmp_path: Path) -> None:
    flux = FAKE_CARD.model_copy(update={"name": "flux-dev", "family": "flux"})
    async with stage(tmp_path, engine=FakeEngine((flux,))) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --no dogs")
        unheard = await alice.pictures()
    assert "flux-dev can't be told what to leave out." in "".join(unheard.card.notes)


async def test_what_the_model_itself_leaves_out_is_nothing_to_speak_of(tmp_path: Path) -> None:
    defaults = FAKE_CARD.defaults.model_copy(update={"cfg": 1.0, "negative": "blurry"})
    quick = FAKE_CARD.model_copy(update={"defaults": defaults})
    async with stage(tmp_path, engine=FakeEngine((quick,))) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
    assert "leave out" not in "".join(fox.card.notes)


def test_what_a_family_does_not_know_is_named() -> None:
    asked = Parameters(clip_skip=2, steps=9)
    assert meaningless(asked, FAKE_CARD.model_copy(update={"family": "sd3"})) == ("clip_skip",)
    assert meaningless(asked, FAKE_CARD) == ()
    assert resolve(asked, FAKE_CARD, MODES["text"]).clip_skip == 2
