"""The shape of a picture to start from stays; what a model has no size for is said."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.api.cards import ModelCard
from engine.api.errors import OutOfRange
from engine.api.modes import MODES
from engine.api.parameters import SIDE_LEAST, SIDE_MOST, Parameters, Ratio, Size
from engine.api.recipe import resolve
from engine.api.sizes import Source, drawn_size, narrowed
from tests.chat import stage
from tests.fakes import FAKE_CARD, FakeEngine

SMALL = FAKE_CARD.model_copy(
    update={"scale": 8, "sizes": tuple(Size(*s) for s in ((64, 64), (88, 48), (48, 88), (72, 56), (56, 72)))}
)
FREE = ModelCard(name="free", native=Size(512, 512))


def photo(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("source", "words", "size"),
    [
        ((1600, 900), "blue", (88, 48)),
        ((900, 1600), "blue", (48, 88)),
        ((1024, 768), "blue", (72, 56)),
        ((300, 300), "blue", (64, 64)),
        ((2000, 100), "blue", (88, 48)),
        ((1600, 900), "blue --ar 1:1", (64, 64)),
        ((1600, 900), "blue --size 448x576", (56, 72)),
    ],
)
async def test_a_photo_keeps_its_shape_unless_another_is_asked_for(
    tmp_path: Path, source: tuple[int, int], words: str, size: tuple[int, int]
) -> None:
    async with stage(tmp_path, engine=FakeEngine([SMALL])) as on:
        await on.someone().send(f"/imagine {words}", image=photo(*source))
        picture = (await on.someone().pictures()).card.pictures[0]
    recipe = on.engine.jobs[0].recipe
    assert (recipe.width, recipe.height) == size
    assert (picture.width, picture.height) == (8 * size[0], 8 * size[1])


@pytest.mark.parametrize("first", ["--ar 16:9", "--ar 9:16", "--size 320x448", "--ar 1:1"])
async def test_a_picture_of_ours_keeps_its_size_in_reply_and_when_rerolled(
    tmp_path: Path, first: str
) -> None:
    for card in (SMALL, FREE.model_copy(update={"name": "starter", "native": Size(128, 128)})):
        async with stage(tmp_path / str(card.scale), engine=FakeEngine([card])) as on:
            alice = on.someone()
            await alice.send(f"/imagine a fox {first}")
            await alice.send("in oil", reply_to=await alice.pictures())
            await alice.press(await alice.pictures(), "Reroll")
            await alice.pictures()
        assert len({(job.recipe.width, job.recipe.height) for job in on.engine.jobs}) == 1


async def test_another_model_draws_a_picture_of_ours_in_its_shape_but_at_a_size_that_suits_it(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, engine=FakeEngine([SMALL, FREE])) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --ar 16:9")
        await alice.send("in oil --model free", reply_to=await alice.pictures())
        await alice.pictures()
    recipe = on.engine.jobs[1].recipe
    assert (recipe.width, recipe.height) == (696, 376)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("--ar 20:1", "no 20:1: 704×384 is the nearest"),
        ("--ar 21:9", "no 21:9: 704×384 is the nearest"),
        ("--ar 1:4", "no 1:4: 384×704 is the nearest"),
        ("--size 4000x4000", "no 4000×4000: 512×512 is the nearest"),
        ("--size 512x768", "no 512×768: 448×576 is the nearest"),
        ("--ar 16:9", ""),
        ("--ar 4:3", ""),
        ("--size 500x500", ""),
        ("--size 704x384", ""),
    ],
)
async def test_a_size_that_is_narrowed_is_said(tmp_path: Path, asked: str, said: str) -> None:
    async with stage(tmp_path, engine=FakeEngine([SMALL])) as on:
        alice = on.someone()
        await alice.send(f"/imagine a fox {asked}")
        photo = await alice.pictures()
        await alice.press(photo, "Reroll")
        for notes in (photo.card.notes, (await alice.pictures()).card.notes):
            told = [note for note in notes if "nearest" in note]
            assert bool(told) == bool(said) and (not said or said in told[0])


async def test_a_narrowed_size_is_said_with_a_picture_too(tmp_path: Path) -> None:
    async with stage(tmp_path, engine=FakeEngine([SMALL])) as on:
        await on.someone().send("/imagine a fox --ar 20:1", image=photo(80, 60))
        card = (await on.someone().pictures()).card
    assert any("no 20:1" in note for note in card.notes)


sides = st.integers(1, 9999)


@given(sides, sides, st.sampled_from([SMALL, FREE, FREE.model_copy(update={"native": Size(1024, 1024)})]))
def test_a_source_of_any_shape_can_be_drawn(width: int, height: int, card: ModelCard) -> None:
    size = drawn_size(Parameters(), card, Source(Ratio(width, height)))
    assert all(SIDE_LEAST <= side * card.scale <= SIDE_MOST and side % 8 == 0 for side in size)
    assert not card.sizes or size in card.sizes
    assert (size.width - size.height) * (width - height) >= 0, "never turned on its side"


@given(sides, sides)
def test_what_is_asked_for_is_drawn_or_said_or_refused(width: int, height: int) -> None:
    asked = Parameters(size=Size(width, height))
    drawn = drawn_size(asked, SMALL)
    close = all(abs(8 * a - b) < 64 for a, b in zip(drawn, (width, height), strict=True))
    assert close or narrowed(asked, SMALL) == f"{width}x{height}"
    try:
        size = drawn_size(asked, FREE)
    except OutOfRange:
        assert not (72 <= width <= 2040 and 72 <= height <= 2040)
    else:
        assert abs(size.width - width) <= 4 or width < 8
        assert narrowed(asked, FREE) == "" or width < 8 or height < 8


@given(
    scale=st.integers(1, 16),
    shape=st.none() | st.builds(Size, st.integers(1, 20_000), st.integers(1, 20_000)),
    native=st.sampled_from((64, 512, 1024)),
)
def test_a_model_of_any_scale_has_a_size_for_any_picture(scale: int, shape: Size | None, native: int) -> None:
    card = ModelCard(name="free", native=Size(native, native), scale=scale)
    recipe = resolve(Parameters(), card, MODES["image"], source=Source(shape) if shape else None)
    for side in (recipe.width, recipe.height):
        assert side % 8 == 0 and SIDE_LEAST <= side * scale <= SIDE_MOST
