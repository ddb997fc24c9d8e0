"""Styles that people keep of their pictures: whose they are, what they hold, and how many there may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.styles import MOST_OWN
from bot.styles.file import StyleFile
from bot.styles.folder import shipped
from engine.api.styles import framed
from tests.chat import Stage, stage

LOOK = "a fox, thick paint, (golden light, dusk:1.2)"


async def made(on: Stage, words: str = LOOK) -> tuple[object, object]:
    alice = on.someone()
    await alice.send(f"/imagine {words}")
    return alice, await alice.pictures()


async def test_the_look_of_a_picture_is_kept_and_worn(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {LOOK} --cfg 4 --no text")
        picture = await alice.pictures()
        await alice.send("/style save Dusk", reply_to=picture)
        told = await alice.told("Kept as --style dusk")
        assert "…, thick paint, (golden light, dusk:1.2)" in told.card.text
        await alice.send("/imagine a boat --style dusk")
        await alice.pictures()
        job = on.engine.jobs[-1]
        assert job.prompt == "a boat, thick paint, (golden light, dusk:1.2)"
        assert (job.recipe.cfg, job.recipe.negative) == (4, "text")
        await alice.send("/style")
        page = await on.platform.until(lambda m: "Styles, 1 of" in m.card.text)
        assert page.card.buttons[0][0].label == "Dusk"


async def test_one_of_two_words_stands_in_quotes_wherever_it_is_named(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {LOOK}")
        await alice.pictures()
        await alice.send("/style save “Late Dusk” in mist")
        await alice.told("Kept as --style late-dusk")
        await alice.send('/imagine a kite --style "late dusk"')
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == "a kite, in mist"
        await alice.send('/history --style "late dusk"')
        await on.platform.until(lambda m: m.card.prompt == "a kite" and m.card.kind == "list")
        await alice.send('/style delete "late dusk"')
        await alice.told("late-dusk is forgotten")


async def test_words_after_the_name_say_the_frame_and_a_worn_style_stays_around_it(tmp_path: Path) -> None:
    ink = shipped()["ink"].style.prompt
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --style ink")
        await alice.pictures()
        await alice.send("/style keep mine a {prompt} in the fog")
        await alice.told("Kept as --style mine")
        await alice.send("/imagine boat --style mine")
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == framed("a boat in the fog", ink)


async def test_nobody_else_wears_sees_or_forgets_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        await alice.send(f"/imagine {LOOK}")
        await alice.pictures()
        await alice.send("/style save dusk")
        await alice.told("Kept as")
        await alice.send("/style dusk")
        card = await alice.told("Ready for your next prompt")
        await alice.send("/style")
        page = await on.platform.until(lambda m: "Styles, 1 of" in m.card.text)
        assert await bob.press(page, "dusk") == "That is not here any more."
        await bob.send("/imagine a boat --style dusk")
        await bob.told("--style can't be “dusk”")
        await bob.send("/style delete dusk")
        await bob.told("You have no style called dusk.")
        await bob.send("/style save dusk")
        await bob.told("That is not here any more.")
        assert card.card.prompt.endswith("--style dusk")
        await alice.send("/style delete DUSK")
        await alice.told("dusk is forgotten.")
        await alice.send("/imagine a boat --style dusk")
        await alice.told("--style can't be “dusk”")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("save", "To keep how a picture looks"),
        ("save none", "can't be such a style"),
        ("save ,,,", "Kept as --style model-"),
        ("save x a | b", "can't be such a style"),
        ("save x {a,b} {prompt}", "can't be such a style"),
        (f"save x {'y' * 1500}", "can't be such a style"),
        ("save <b>&*_[x](y) fog", "Kept as --style b-_-x-y"),
        ("delete", "To keep how a picture looks"),
        ("delete ' OR 1=1 --", "You have no style called"),
    ],
)
async def test_whatever_is_typed_is_one_sentence(tmp_path: Path, words: str, told: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {LOOK}")
        await alice.pictures()
        await alice.send(f"/style {words}")
        await alice.told(told)


async def test_there_are_so_many_and_no_more(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, styles = on.someone(), on.lukis.store.styles
        for i in range(MOST_OWN):
            assert await styles.keep("fake:alice", StyleFile(name=f"s{i}", prompt="{prompt}, x"))
        assert await styles.keep("fake:alice", StyleFile(name="s0", prompt="{prompt}, anew")), (
            "in its own place"
        )
        await alice.send(f"/imagine {LOOK}")
        await alice.pictures()
        await alice.send("/style save more")
        await alice.told(f"You have {MOST_OWN} styles already.")
        assert len(await styles.own("fake:alice")) == MOST_OWN


async def test_a_row_that_can_not_be_read_is_passed_over(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.lukis.store.db.write("INSERT INTO styles VALUES ('fake:alice', 'bad', '{')")
        alice = on.someone()
        await alice.send("/style")
        await on.platform.until(lambda m: "Styles, 1 of" in m.card.text)
