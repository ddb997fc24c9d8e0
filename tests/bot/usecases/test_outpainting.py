"""A picture goes on beyond its edges: by a button, and by flags in reply to it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from bot.messages import Card
from engine.api.cards import Defaults, ModelCard
from engine.api.names import Addon, Addons
from engine.api.parameters import Margins, Size
from tests.chat import FakeTranslator, stage
from tests.fakes import FAKE_CARD, FakeEngine


def photo(width: int = 120, height: int = 80) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, "PNG")
    return buffer.getvalue()


BEYOND = {
    "Left": Margins(left=32),
    "Right": Margins(right=32),
    "Up": Margins(top=32),
    "Down": Margins(bottom=32),
    "Zoom out": Margins(32, 32, 32, 32),
}


@pytest.mark.parametrize("button", BEYOND)
async def test_a_button_makes_a_picture_go_on_with_its_words_and_recipe(tmp_path: Path, button: str) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox")) as on:
        alice = on.someone()
        await alice.send("/imagine 여우 --seed 7 --steps 12 --no dogs --n 2")
        album = await alice.pictures(2)
        await alice.press(album, "🖼 2")
        second = await alice.pictures()
        await alice.press(second, button)
        grown = await alice.pictures()
    first, job = on.engine.jobs
    assert (job.mode, job.prompt, job.recipe.negative) == ("outpaint", "a fox", first.recipe.negative)
    assert (job.recipe.steps, job.recipe.count, job.recipe.strength) == (12, 1, 1.0)
    assert job.recipe.extend == BEYOND[button]
    assert job.inputs["image"] == second.card.pictures[0].file.read_bytes()
    assert f"extend {BEYOND[button]}" in "".join(grown.card.notes)


async def test_a_picture_that_is_no_square_can_be_made_one_and_a_square_can_not(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --size 192x128")
        wide = await alice.pictures()
        assert "⬜ Make square" in labels(wide.card)
        await alice.press(wide, "Make square")
        await alice.pictures()
        await alice.send("/imagine a fox --size 128x128")
        assert "⬜ Make square" not in labels((await alice.pictures()).card)
    assert on.engine.jobs[1].recipe.extend == Margins(top=32, bottom=32)


async def test_buttons_are_there_only_where_they_do_something(tmp_path: Path) -> None:
    flux = ModelCard(name="flux", family="flux", native=Size(64, 64), defaults=Defaults(steps=4))
    async with stage(tmp_path, engine=FakeEngine([FAKE_CARD, flux])) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --model flux")
        fox = await alice.pictures()
        assert not {"⬅️ Left", "🔭 Zoom out"} & labels(fox.card)
        assert "flux" in (await alice.press_payload(fox, f"left:{fox.card.job}") or "")
        await alice.send("--extend left=64", reply_to=fox)
        await alice.told("flux")
        await alice.send("/imagine a fox --size 1984x1984")
        assert not {"⬅️ Left", "🔭 Zoom out"} & labels((await alice.pictures()).card)
    assert [job.mode for job in on.engine.jobs] == ["text", "text"]


async def test_it_goes_on_and_on_and_what_was_joined_once_is_not_joined_again(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a red fox in the snow")
        fox = await alice.pictures()
        await alice.send("make it blue", reply_to=fox)
        picture = await alice.pictures()
        for _ in range(2):
            await alice.press(picture, "Left")
            picture = await alice.pictures()
        await alice.send("--zoom 1.5", reply_to=picture)
        await alice.pictures()
    assert [job.mode for job in on.engine.jobs] == ["text", "image", "outpaint", "outpaint", "outpaint"]
    assert {job.prompt for job in on.engine.jobs[1:]} == {"a blue fox in the snow"}


async def test_flags_in_reply_and_other_words_with_them(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a red fox in the snow --seed 7")
        fox = await alice.pictures()
        await alice.send("--extend left=64,top=16", reply_to=fox)
        grown = await alice.pictures()
        await alice.send("--extend up=16", reply_to=grown)
        await alice.pictures()
        await alice.send("at night --zoom 2", reply_to=fox)
        await alice.pictures()
        await alice.send("--steps 9", reply_to=grown)
        await alice.pictures()
    _, one, two, night, again = on.engine.jobs
    assert one.recipe.extend == Margins(left=64, top=16)
    assert two.recipe.extend == Margins(top=16)
    assert two.inputs != one.inputs
    assert night.mode == "outpaint"
    assert night.prompt != one.prompt
    assert "night" in night.prompt
    assert night.recipe.extend == Margins(64, 64, 64, 64)
    assert (again.mode, again.inputs, again.recipe.steps) == ("outpaint", one.inputs, 9)
    assert (again.recipe.extend, again.recipe.seed) == (one.recipe.extend, one.recipe.seed)
    assert (again.recipe.width, again.recipe.height) == (one.recipe.width, one.recipe.height)


async def test_another_model_draws_the_same_parts_and_shapes(tmp_path: Path) -> None:
    other = ModelCard(name="other", native=Size(512, 512), defaults=Defaults(steps=4))
    flux = ModelCard(name="flux", family="flux", native=Size(64, 64))
    async with stage(tmp_path, engine=FakeEngine([FAKE_CARD, other, flux])) as on:
        alice = on.someone()
        await alice.send("/imagine a lake --extend right=40,up=8 --seed 5", image=photo())
        grown = await alice.pictures()
        await alice.send("--model other", reply_to=grown)
        anew = await alice.pictures()
        await alice.send("--ratio 16:9 --steps 9", reply_to=anew)
        await alice.pictures()
        await alice.send("--model flux", reply_to=grown)
        await alice.told("flux")
        await alice.send("/imagine a lake --strength 0.5", image=photo(160, 80))
        await alice.send("--model other", reply_to=await alice.pictures())
        await alice.pictures()
    first, second, third, changed, wide = (job.recipe for job in on.engine.jobs)
    assert first.extend == second.extend == third.extend == Margins(right=40, top=8)
    assert {job.mode for job in on.engine.jobs[:3]} == {"outpaint"}
    assert (second.model, second.steps, second.seed, third.steps) == ("other", 4, 5, 9)
    assert second.width * second.height > 512 * 512 / 3
    assert abs(second.width / second.height - 160 / 88) < 0.1
    assert (third.width, third.height) == (second.width, second.height)
    assert abs(wide.width / wide.height - 2) < 0.1 and wide.height > 300, (changed, wide)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a fox --model flux --tile", "flux"),
        ("a fox --model flux --clip-skip 2", "flux"),
        ("a fox <emb:ink> --model flux", "flux"),
        ("a fox --no embedding:ink --model flux", "flux"),
        ("a fox --vary 0.4 --model flux --strength 0.5", "flux"),
        ("a fox --mask left --model flux", "flux"),
        ("a fox --extend left=8 --model flux", "flux"),
        ("a fox <lora:xl-ink:1>", "xl-ink can't be used here: it was made for another kind of model"),
    ],
)
async def test_what_a_model_can_not_do_is_said_before_anything_is_queued(
    tmp_path: Path, text: str, told: str
) -> None:
    flux = ModelCard(name="flux", family="flux", native=Size(64, 64), defaults=Defaults(steps=4))
    addons = Addons((Addon("xl-ink", family="sdxl"), Addon("any")), (Addon("ink", bare=True),))
    engine = FakeEngine([FAKE_CARD, flux], addons=addons)
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone()
        await alice.send(
            f"/imagine {text}",
            image=photo() if "--strength" in text or "mask" in text or "extend" in text else None,
        )
        await alice.told(told)
        await alice.send("/imagine a fox <lora:any:1>")
        await alice.pictures()
    assert len(engine.jobs) == 1


async def test_somebodys_own_photo_goes_on_with_the_words_that_come_with_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a lake --extend right=40", image=photo())
        await alice.pictures()
    (job,) = on.engine.jobs
    assert (job.mode, job.prompt, job.recipe.extend) == ("outpaint", "a lake", Margins(right=40))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/imagine a lake --extend right=4000", "--extend"),
        ("/imagine a lake --extend right=0", "--extend"),
        ("/imagine a lake --extend sideways=40", "left=128,top=64"),
        ("/imagine a lake --extend right=-40", "--extend"),
        ("/imagine a lake --zoom 9", "--zoom"),
        ("/imagine a lake --extend right=2000", "2,048"),
    ],
)
async def test_what_can_not_be_is_one_sentence_and_nothing_is_drawn(
    tmp_path: Path, text: str, told: str
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(text, image=photo())
        await alice.told(told)
    assert on.engine.jobs == []


async def test_without_a_picture_there_is_nothing_to_go_on_from(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a lake --extend right=40")
        await alice.told("needs a picture")
    assert on.engine.jobs == []


def labels(card: Card) -> set[str]:
    return {button.label for row in card.buttons for button in row}
