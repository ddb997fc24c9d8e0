"""What lies among the models and can't draw: said to admins with its reason, and to whoever asks for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.locales import Locales
from bot.usecases.refusals import error_text
from engine.api.cards import PassedOver
from engine.api.parameters import Parameters
from tests.chat import stage
from tests.fakes import FAKE_CARD, FakeEngine

BROKEN = PassedOver(
    "broken", "checkpoints/Broken.safetensors", "it lacks weights, out.2 among them", "damaged"
)
OLD = PassedOver("old", "old.ckpt", "it is a pickle, which could run code when loaded", "pickle")


async def test_admins_hear_in_models_what_can_not_draw_and_why_and_nobody_else_does(tmp_path: Path) -> None:
    engine = FakeEngine(passed_over=[BROKEN, OLD])
    async with stage(tmp_path, engine=engine, admins=["fake:root"]) as on:
        root, alice = on.someone("root"), on.someone("alice")
        await root.send("/models")
        told = (await root.told("only admins")).card.text
        assert "starter" in told
        for each in (BROKEN, OLD):
            assert each.file in told and each.reason in told
        await alice.send("/models")
        assert "roken" not in (await alice.told("starter")).card.text


async def test_a_folder_full_of_them_is_counted(tmp_path: Path) -> None:
    many = [PassedOver(f"m{n}", f"m{n}.ckpt", "it is a pickle", "pickle") for n in range(40)]
    async with stage(tmp_path, engine=FakeEngine(passed_over=many), admins=["fake:root"]) as on:
        await on.someone("root").send("/models")
        told = (await on.someone("root").told("only admins")).card.text
        assert "28" in told and "lukis doctor" in told and len(told) < 3000


@pytest.mark.parametrize("typed", [True, False])
async def test_who_asks_for_one_hears_what_is_wrong_with_it(tmp_path: Path, typed: bool) -> None:
    async with stage(tmp_path, engine=FakeEngine(passed_over=[BROKEN])) as on:
        alice = on.someone()
        if typed:
            await alice.send("/imagine a fox --model Broken")
        else:
            await on.lukis.service.imagine(alice.incoming(""), "a fox", Parameters(model="broken"))
        assert "damaged or incomplete" in (await alice.told("broken")).card.text
        assert not on.engine.jobs


FIRST = FAKE_CARD.model_copy(update={"name": "broken"})


async def test_what_fails_over_a_model_names_who_paints_instead(tmp_path: Path) -> None:
    engine = FakeEngine([FIRST, FAKE_CARD])
    engine.fault = lambda job: BROKEN.error([FAKE_CARD])
    async with stage(tmp_path, engine=engine) as on:
        await on.someone().send("/imagine a fox")
        told = (await on.someone().told("damaged or incomplete")).card.text
    assert told.endswith("Without --model, starter paints.")


async def test_what_draws_instead_of_the_default_model_is_said_with_the_picture_and_in_models(
    tmp_path: Path,
) -> None:
    engine = FakeEngine(passed_over=[replace(BROKEN, default=True), OLD])
    said = "broken can't be used now: starter paints in its place."
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        assert said in (await alice.pictures()).card.notes
        await alice.send("/imagine a fox --model starter")
        assert said not in (await alice.pictures()).card.notes
        await alice.send("/models")
        assert said in (await alice.told("Models that can paint")).card.text
        engine.mend(BROKEN.name)
        await alice.send("/imagine a fox")
        assert said not in (await alice.pictures()).card.notes
        await alice.send("/models")
        assert "in its place" not in (await alice.told("Models that can paint")).card.text


async def test_a_picture_whose_model_is_struck_off_is_not_asked_for_again_in_vain(tmp_path: Path) -> None:
    engine = FakeEngine([FIRST, FAKE_CARD])
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7")
        photo = await alice.pictures()
        engine.strike(BROKEN)
        toast = await alice.press(photo, "Reroll")
        assert toast and "Without --model, starter paints." in toast
        assert len(engine.jobs) == 1
        await alice.send("/info", reply_to=photo)
        offer = await alice.told("says how it was made")
        assert offer.card.notes == ("The model broken isn't here, so another one paints.",)
        await alice.press(offer, "Paint it again")
        await alice.pictures()
    assert [(job.recipe.model, job.recipe.seed) for job in engine.jobs] == [("broken", 7), ("starter", 7)]


def test_every_language_names_who_paints_instead() -> None:
    locales = Locales.load("en")
    for language in locales.languages:
        told = error_text(locales.say(language), "bad-model", BROKEN.error([FAKE_CARD]).facts)
        assert "starter" in told.splitlines()[1], language


@pytest.mark.parametrize(
    "fault", ["damaged", "unfinished", "pickle", "strange", "unlike", "elsewhere", "part"]
)
def test_every_fault_has_a_sentence_of_its_own_in_every_language(fault: str) -> None:
    locales = Locales.load("en")
    for language in locales.languages:
        say = locales.say(language)
        told = say("error-bad-model", model="x", fault=fault)
        assert "x" in told and told != say("error-bad-model", model="x", fault="none"), language
