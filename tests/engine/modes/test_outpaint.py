"""A picture that goes on beyond its edges: itself untouched, what is around it painted, and no seam between them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.api.canvas import GROWTHS, Part, grows, larger, part, size_to_draw
from engine.api.choices import choose
from engine.api.errors import CanvasTooLarge, NoImage, UnfitModel
from engine.api.events import Done
from engine.api.infotext import infotext
from engine.api.infotext import read as told
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.api.parameters import Margins, Parameters, Size
from engine.api.recipe import resolve
from engine.api.sizes import Source
from engine.local.engine import LocalEngine
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import WAYS, read
from engine.pictures.seams import set_in
from engine.pictures.watermark import is_marked
from engine.pictures.write import picture
from tests.checkpoints import folder
from tests.engine.bench import Shelf, job, tiny
from tests.engine.modes.test_hooks import LEVELS, draw, last, nine

Pixels = NDArray[np.uint8]


def photo(width: int, height: int, mode: str = "RGB") -> bytes:
    """A picture in which no two places look alike, as PNG."""
    across, down = np.meshgrid(np.linspace(30, 220, width), np.linspace(30, 220, height))
    waves = 60 * np.sin(across / 9) * np.cos(down / 7) + 128
    buffer = io.BytesIO()
    Image.fromarray(np.stack([across, down, waves], -1).astype(np.uint8)).convert(mode).save(buffer, "PNG")
    return buffer.getvalue()


def pixels(png: bytes) -> Pixels:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def extending(picture: bytes, *, scale: int = 1, **changes: Any) -> Job:
    """A job as reception makes it, for a model that draws 16x16."""
    size = Size(*Image.open(io.BytesIO(picture)).size)
    card = tiny().card.model_copy(update={"native": Size(16, 16), "scale": scale})
    given = {"steps": 4, "cfg": 3.0, "seed": 7} | changes
    recipe = resolve(Parameters(**given), card, MODES["outpaint"], source=Source(size, size=size))
    return job(mode="outpaint", inputs={"image": picture}).model_copy(update={"recipe": recipe})


async def painted(asked: Job, model: UNetModel) -> Pixels:
    async with LocalEngine(Shelf({asked.recipe.model: model})) as engine:
        event = await last(engine, asked)
    assert isinstance(event, Done), event
    (picture,) = event.pictures
    assert (picture.width, picture.height) == Image.open(io.BytesIO(picture.png)).size
    return pixels(picture.png)


@pytest.mark.parametrize("scale", [1, 3])
@pytest.mark.parametrize(
    "beyond",
    [
        {"extend": Margins(left=24)},
        {"extend": Margins(right=7)},
        {"extend": Margins(top=16, left=5)},
        {"extend": Margins(bottom=90)},
        {"zoom": 1.5},
        {"zoom": 2, "strength": 0.8},
    ],
    ids=str,
)
async def test_the_picture_is_inside_the_larger_one_bit_for_bit(beyond: dict[str, Any], scale: int) -> None:
    picture = photo(50, 37)
    asked = extending(picture, scale=scale, **beyond)
    grown, old = await painted(asked, tiny()), pixels(picture)
    left, top, right, bottom = asked.recipe.extend
    assert grown.shape == (37 + top + bottom, 50 + left + right, 3)
    inside = grown[top : top + 37, left : left + 50]
    assert (inside == old).all()
    around = np.ones(grown.shape[:2], bool)
    around[top : top + 37, left : left + 50] = False
    assert grown[around].std() > 0


async def test_an_sdxl_model_goes_on_beyond_edges_too(tmp_path: Path) -> None:
    model = ModelLibrary(tmp_path / "none", embedded=folder(tmp_path / "xl", "sdxl")).load("xl")
    assert not isinstance(model, PipelineModel)
    picture = photo(50, 37)
    asked = extending(picture, extend=Margins(left=24))
    asked = asked.model_copy(update={"recipe": asked.recipe.model_copy(update={"model": "xl"})})
    grown = await painted(asked, model)
    assert grown.shape == (37, 74, 3)
    assert (grown[:, 24:] == pixels(picture)).all()


async def test_a_picture_with_transparency_or_in_grey_goes_on_too() -> None:
    for mode in ("RGBA", "L", "P"):
        picture = photo(32, 32, mode)
        grown = await painted(extending(picture, extend=Margins(right=16)), tiny())
        assert (grown[:, :32] == pixels(picture)).all()


@torch.inference_mode()
def test_what_goes_on_is_the_same_alone_and_in_company() -> None:
    model = tiny()
    jobs = [
        extending(photo(16, 16), extend=Margins(left=8, top=8)),
        job("words", prompt="a cat"),
        extending(photo(16, 16), extend=Margins(left=8, top=8), seed=9, strength=0.8),
    ]
    jobs = [
        j.model_copy(update={"recipe": j.recipe.model_copy(update={"width": 16, "height": 16})}) for j in jobs
    ]
    for one, request in zip(jobs, draw(model, *jobs), strict=True):
        difference = model.decode(draw(model, one)[0].latents) - model.decode(request.latents)
        assert difference.abs().max() <= LEVELS


@torch.inference_mode()
def test_a_model_for_inpainting_is_told_what_is_new() -> None:
    asked = extending(photo(16, 16), extend=Margins(left=16), sampler="ddim")
    asked = asked.model_copy(update={"recipe": asked.recipe.model_copy(update={"width": 16, "height": 16})})
    plain = asked.model_copy(update={"inputs": {"image": photo(16, 16, "L")}})
    one, other = draw(nine(), asked)[0], draw(nine(), plain)[0]
    assert one.latents.isfinite().all()
    assert (one.latents - other.latents).abs().max() > 0.01
    assert set(read(asked)["mask"].flatten().tolist()) == {-1, 1}


def test_a_picture_that_the_decoder_gave_back_otherwise_meets_its_surroundings_without_a_seam() -> None:
    across = np.linspace(0, 255, 200)[None, :, None] * np.ones((120, 1, 3))
    scene = across.astype(np.uint8)
    picture = scene[20:100, 60:160].copy()
    shifted = np.clip(across + np.array([18, -25, 12]), 0, 255).astype(np.uint8)
    joined = set_in(picture, shifted.copy(), (60, 20), 1).astype(int)
    assert (joined[20:100, 60:160] == picture).all()
    for inside, outside in (
        (joined[20:100, 60], joined[20:100, 59]),
        (joined[20:100, 159], joined[20:100, 160]),
        (joined[20, 60:160], joined[19, 60:160]),
        (joined[99, 60:160], joined[100, 60:160]),
    ):
        assert np.abs(inside - outside).mean() < 3
    bare = shifted.astype(int)
    bare[20:100, 60:160] = picture
    assert np.abs(bare[20:100, 60] - bare[20:100, 59]).mean() > 15
    assert np.abs(joined[0, 0] - shifted[0, 0]).max() < 12  # far away it is as painted


NATIVE, SQUARE = Size(512, 512), Size(512, 512)
FEW = (Size(64, 64), Size(88, 48), Size(48, 88), Size(72, 56), Size(56, 72))


def test_what_a_model_can_hold_is_drawn_whole_and_of_more_a_part_with_something_to_see() -> None:
    left = Margins(left=128)
    whole = size_to_draw(SQUARE, left, NATIVE, (), 1)
    assert whole == (640, 512)
    assert part(SQUARE, left, whole, 1) == Part(0, 0, 640, 512)
    wide = Size(1900, 512)
    drawn = size_to_draw(wide, left, NATIVE, (), 1)
    assert drawn == (768, 512)
    assert part(wide, left, drawn, 1) == Part(0, 0, 768, 512)
    right = Margins(right=128)
    assert part(wide, right, size_to_draw(wide, right, NATIVE, (), 1), 1) == Part(2028 - 768, 0, 768, 512)


@pytest.mark.parametrize("native", [NATIVE, Size(64, 64)])
@pytest.mark.parametrize(
    "picture", [Size(100, 70), SQUARE, Size(1001, 333), Size(400, 1700), Size(1980, 1980)]
)
@pytest.mark.parametrize(
    "margins", [Margins(left=8), Margins(top=60), Margins(5, 6, 7, 8), Margins(bottom=1)], ids=str
)
def test_all_that_is_new_is_drawn_at_a_size_that_suits_the_model(
    native: Size, picture: Size, margins: Margins
) -> None:
    sizes, scale = (FEW, 8) if native.width == 64 else ((), 1)
    drawn = size_to_draw(picture, margins, native, sizes, scale)
    area = drawn.width * drawn.height / (native.width * native.height)
    assert 0.5 < area < 1.8
    if sizes:
        assert drawn in sizes
    seen, whole = part(picture, margins, drawn, scale), larger(picture, margins)
    if margins.left:
        assert seen.left <= 0
    if margins.top:
        assert seen.top <= 0
    if margins.right:
        assert seen.left + seen.width >= whole.width
    if margins.bottom:
        assert seen.top + seen.height >= whole.height
    assert abs(seen.width / drawn.width - seen.height / drawn.height) < 0.05 * seen.width / drawn.width


@pytest.mark.parametrize(
    "picture", [Size(2048, 16), Size(64, 2000), Size(2048, 256), Size(1999, 8), Size(1, 2040)]
)
@pytest.mark.parametrize(("native", "scale"), [(1024, 1), (512, 1), (512, 3), (128, 8)])
def test_a_long_picture_goes_on_at_every_press_that_is_offered(
    picture: Size, native: int, scale: int
) -> None:
    card = tiny().card.model_copy(update={"native": Size(native, native), "scale": scale})
    offered = [growth for growth in GROWTHS if grows(picture, growth)]
    assert "square" in offered and len(offered) >= 3
    for margins in (*(GROWTHS[growth](picture) for growth in offered), Margins(top=8), Margins(right=8)):
        if picture.width + margins.right > 2048:
            continue
        asked = Parameters(extend=margins)
        recipe = resolve(asked, card, MODES["outpaint"], source=Source(picture, size=picture))
        seen = part(picture, margins, Size(recipe.width, recipe.height), scale)
        whole = larger(picture, margins)
        assert seen.left <= 0 or not margins.left
        assert seen.left + seen.width >= whole.width or not margins.right
        assert seen.top <= 0 or not margins.top
        assert seen.top + seen.height >= whole.height or not margins.bottom


def test_a_picture_can_go_on_until_it_is_as_large_as_can_be_delivered() -> None:
    picture, presses = SQUARE, 0
    while grows(picture, "zoom"):
        picture, presses = larger(picture, GROWTHS["zoom"](picture)), presses + 1
    assert (picture, presses) == (Size(1728, 1728), 3)
    with pytest.raises(CanvasTooLarge) as refused:
        larger(picture, GROWTHS["zoom"](picture))
    assert refused.value.facts == {"width": 2592, "height": 2592, "limit": 2048}
    assert larger(Size(704, 384), GROWTHS["square"](Size(704, 384))) == (704, 704)
    assert not grows(SQUARE, "square")


def test_the_watermark_is_read_in_what_is_new_and_the_picture_stays() -> None:
    source = photo(300, 300)
    for margins in (Margins(right=100), Margins(21, 0, 0, 90)):
        asked = extending(source, extend=margins)
        drawn = np.asarray(Image.open(io.BytesIO(photo(asked.recipe.width, asked.recipe.height))))
        way = WAYS["outpaint"](asked, 0, read(asked))
        made = picture(drawn, way, True)
        image = Image.open(io.BytesIO(made.png)).convert("RGB")
        assert is_marked(image)
        said = told(image.info["parameters"])
        assert said and said.size == image.size and "Enlarged" not in said.pairs
        assert (np.asarray(image)[margins.top :, margins.left :][:300, :300] == pixels(source)).all()


def test_its_file_tells_how_far_it_goes_on() -> None:
    asked = extending(photo(32, 32), extend=Margins(left=24, top=8))
    assert ', Extend: "left=24,top=8",' in str(infotext(asked, 7))


def test_only_a_picture_can_go_on_and_only_where_the_model_draws_in_steps() -> None:
    with pytest.raises(NoImage):
        choose((), {"extend"}, [tiny().card])
    with pytest.raises(UnfitModel):
        choose(("image",), {"zoom"}, [tiny().card.model_copy(update={"family": "flux"})])
    assert choose(("",), {"extend", "strength"}, [tiny().card]).mode.name == "outpaint"
    assert choose(("",), {"strength"}, [tiny().card]).mode.name == "image"
