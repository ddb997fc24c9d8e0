"""A part of a picture painted anew: however somebody says which, in a reply or with a picture of their own."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from engine.api.cards import Defaults, ModelCard
from engine.api.jobs import Job
from engine.api.parameters import Size
from tests.chat import Message, Stage, stage
from tests.fakes import FAKE_CARD, FakeEngine

WHERE = 20, 30, 70, 90
"""Of a picture of 128 x 128."""


def png(image: Image.Image, kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def kept(message: Message) -> Image.Image:
    """The picture of a message, as it lies in its file."""
    with Image.open(message.card.pictures[0].file) as image:
        return image.convert("RGB")


def scribbled(image: Image.Image, colour: str = "black") -> bytes:
    """A copy as a chat sends it on, with something gone around."""
    ImageDraw.Draw(image).ellipse(WHERE, outline=colour, width=5)
    return png(image, "JPEG")


def mask_of(job: Job) -> NDArray[np.bool_]:
    assert (job.mode, {*job.inputs}) == ("inpaint", {"image", "mask"})
    with Image.open(io.BytesIO(job.inputs["mask"])) as mask:
        return np.asarray(mask.convert("L")) > 127


def marked(job: Job) -> bool:
    """Whether it is the place that was gone around, and nothing far from it."""
    mask = mask_of(job)
    left, top, right, bottom = WHERE
    inside = mask[top + 8 : bottom - 8, left + 20 : right - 20]
    return bool(inside.all()) and not mask[:, 90:].any() and not mask[105:].any()


async def said(on: Stage, text: str) -> None:
    await on.platform.until(lambda m: text in m.card.text)


async def test_a_copy_with_a_scribble_in_reply_to_a_picture(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7")
        fox = await alice.pictures()
        await alice.send("a hat", reply_to=fox, image=scribbled(kept(fox)))
        hat = await alice.pictures()
        source = kept(fox)
    text, part = on.engine.jobs
    assert marked(part)
    assert part.prompt == "a hat"
    assert part.recipe.strength == 1
    assert part.recipe.width * part.recipe.scale == source.width
    with Image.open(io.BytesIO(part.inputs["image"])) as image:
        assert png(image.convert("RGB")) == png(source)
    assert [b.label for b in hat.card.buttons[0]][-1] == "🔁 Other part"
    assert any(note.startswith("I took your picture for the mask") for note in hat.card.notes)
    assert text.mode == "text"


async def test_a_change_of_a_part_is_joined_to_what_the_picture_shows(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox and a house")
        fox = await alice.pictures()
        fox.card.pictures[0].file.write_bytes(told(kept(fox), "a fox and a house"))
        await alice.send("make the house blue --mask right", reply_to=fox)
        await alice.pictures()
    part = on.engine.jobs[1]
    assert part.prompt == "a fox and a blue house"
    assert part.recipe.strength == 1


def told(image: Image.Image, words: str) -> bytes:
    """A picture that carries its words, as the engine's do."""
    from PIL.PngImagePlugin import PngInfo

    info, buffer = PngInfo(), io.BytesIO()
    info.add_text("parameters", f"{words}\nSteps: 4, Sampler: Euler, Version: Lukis")
    image.save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()


async def test_a_part_by_its_name_and_the_other_one_by_a_button_and_by_a_flag(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --n 2")
        foxes = await alice.pictures(2)
        await alice.press(foxes, "🖼 2")
        fox = await alice.pictures()
        await alice.send("--mask left", reply_to=fox)
        left = await alice.pictures()
        await alice.press(left, "Other part")
        right = await alice.pictures()
        await alice.send("--invert", reply_to=right)
        again = await alice.pictures()
        await alice.press(again, "Reroll")
        await alice.pictures()
        await alice.send("a hat --mask top --invert", reply_to=fox)
        await alice.pictures()
    _, left_, right_, again_, reroll, bottom = on.engine.jobs
    assert left_.prompt == right_.prompt == "a fox"
    assert mask_of(left_)[:, :64].all() and not mask_of(left_)[:, 64:].any()
    assert (mask_of(right_) == ~mask_of(left_)).all()
    assert (mask_of(again_) == mask_of(left_)).all()
    assert right_.recipe == left_.recipe.turned(True) and again_.recipe == left_.recipe
    assert (mask_of(reroll) == mask_of(left_)).all() and reroll.recipe.seed != left_.recipe.seed
    assert mask_of(bottom)[64:].all() and not mask_of(bottom)[:64].any()


async def test_a_picture_with_a_hole_is_painted_there(tmp_path: Path) -> None:
    holed = Image.new("RGBA", (128, 128), "red")
    holed.paste((0, 0, 0, 0), WHERE)
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("a hat", image=png(holed))
        await alice.pictures()
        await alice.send("a hat", image=png(Image.new("RGBA", (128, 128), "red")))
        await alice.pictures()
    part, whole = on.engine.jobs
    expected = np.zeros((128, 128), bool)
    expected[30:90, 20:70] = True
    assert (mask_of(part) == expected).all()
    assert whole.mode == "image"


async def test_to_a_model_that_paints_no_parts_a_sticker_is_a_picture(tmp_path: Path) -> None:
    flux = ModelCard(name="flux", family="flux", native=Size(64, 64), defaults=Defaults(steps=4))
    sticker = Image.new("RGBA", (128, 128), (0, 0, 0, 0))
    sticker.paste("red", WHERE)
    async with stage(tmp_path, engine=FakeEngine([FAKE_CARD, flux])) as on:
        alice = on.someone()
        await alice.send("/imagine a hat --model flux", image=png(sticker))
        await alice.pictures()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.send("a hat", reply_to=fox, image=png(sticker))
        await alice.pictures()
    assert [(job.mode, {*job.inputs}) for job in on.engine.jobs[::2]] == [("image", {"image"})] * 2


async def test_another_picture_in_reply_to_one_is_no_mask_of_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        values = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
        await alice.send("at night", reply_to=fox, image=png(Image.fromarray(values)))
        await alice.pictures()
    _, night = on.engine.jobs
    assert (night.mode, {*night.inputs}) == ("image", {"image"})
    with Image.open(io.BytesIO(night.inputs["image"])) as image:
        assert (np.asarray(image) == values).all()


@pytest.mark.parametrize(
    ("words", "image", "answer"),
    [
        ("a hat", "copy", "I find no mark in that copy"),
        ("a hat --mask up", None, "--mask can't be “up”. There are: left, right, top"),
        ("a hat --invert", None, "Nothing is marked in that mask"),
        ("a hat --mask left", "white", "That is more pictures than this takes"),
        ("a hat", "white", "All of the picture is marked"),
        ("a hat", "black", "Nothing is marked in that mask"),
    ],
)
async def test_what_is_no_mask_is_said_in_one_sentence_and_nothing_is_lost(
    tmp_path: Path, words: str, image: str | None, answer: str
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        sent = kept(fox) if image == "copy" else Image.new("RGB", (64, 64), image) if image else None
        await alice.send(words, reply_to=fox, image=png(sent) if sent else None)
        await said(on, answer)
        assert len([*tmp_path.glob("sources/*/*")]) == 0
        await alice.send("a hat --mask left", reply_to=fox)
        await alice.pictures()
    assert len(on.engine.jobs) == 2


async def test_a_picture_without_a_mask_has_no_other_part(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.send("--invert", reply_to=fox)
        await alice.told("Nothing is marked")
        assert "Nothing is marked" in (await alice.press_payload(fox, f"invert:{fox.card.job}") or "")
    assert len(on.engine.jobs) == 1


async def test_a_part_without_a_picture_asks_for_one(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a hat --mask left")
        await said(on, "This needs a picture to start from")
    assert not on.engine.jobs
