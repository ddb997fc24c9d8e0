"""A picture made larger: drawn anew a little in tiles, with no seam, in any company."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.api.cards import ModelCard
from engine.api.errors import TooLarge
from engine.api.events import Cancelled, Done, Failed, Picture, Progress, Queued, Started
from engine.api.infotext import infotext
from engine.api.infotext import read as told
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.api.parameters import Parameters, Ratio, Size
from engine.api.recipe import Recipe, resolve
from engine.api.sizes import Source
from engine.api.tiles import boxes
from engine.denoise.lane import Lane
from engine.local.engine import LocalEngine
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import cost, read, way
from engine.pictures.join import joined
from tests.checkpoints import folder
from tests.engine.bench import Shelf, job, tiny
from tests.engine.models.test_upscalers import saved, tensors
from tests.engine.modes.test_hooks import LEVELS, OnePicture, last

SMALL = ModelCard(name="tiny", native=Size(16, 16))


def png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def smooth(width: int = 24, height: int = 16) -> Image.Image:
    """A picture without edges: where one shows, it is a seam."""
    across, down = np.meshgrid(np.linspace(40, 200, width), np.linspace(40, 200, height))
    return Image.fromarray(np.stack([across, down, (across + down) / 2], -1).astype(np.uint8))


def asked(
    picture: Image.Image | None = None, id: str = "job", card: ModelCard = SMALL, **changes: Any
) -> Job:
    picture = picture or smooth()
    wanted = Parameters(**({"seed": 7, "steps": 20, "cfg": 3, "sampler": "euler", "upscale": 2} | changes))
    recipe = resolve(
        wanted, card, MODES["upscale"], source=Source(Size(*picture.size), size=Size(*picture.size))
    )
    return job(id, mode="upscale", inputs={"image": png(picture)}).model_copy(update={"recipe": recipe})


def draw(model: UNetModel, *jobs: Job) -> list[Image.Image]:
    """Each job's picture as it is delivered; all their tiles share a lane."""
    lane = Lane(model, jobs[0].recipe.part)
    ways = [
        [way(each, 0, inputs, part) for part in range(each.recipe.parts)]
        for each, inputs in ((each, read(each)) for each in jobs)
    ]
    requests = [[lane.admit(one) for one in group] for group in ways]
    while lane.requests:
        assert not lane.step().failed
        for request in [r for r in lane.requests if r.finished]:
            lane.leave(request)
    pictures = []
    for group, drawn in zip(ways, requests, strict=True):
        pixels = [model.decode(r.latents)[0].movedim(0, -1).mul(255).round().byte().numpy() for r in drawn]
        pictures.append(group[0].enlarged(Image.fromarray(group[0].whole(pixels))))
    return pictures


def picture(event: object) -> Picture:
    assert isinstance(event, Done), event
    return event.pictures[0]


@pytest.mark.parametrize(
    ("whole", "tile"), [((256, 160), (64, 64)), ((64, 64), (64, 64)), ((72, 64), (64, 64))]
)
def test_tiles_cover_the_whole_and_each_overlaps_the_next(whole: Size, tile: Size) -> None:
    size = Size(*whole)
    covered = np.zeros((size.height, size.width), int)
    places = boxes(size, Size(*tile))
    for left, top, right, bottom in places:
        assert (right - left, bottom - top) == tile
        assert left % 8 == top % 8 == 0
        covered[top:bottom, left:right] += 1
    assert covered.min() == 1 or len(places) > 1
    rows = sorted({(p.left, p.right) for p in places})
    assert all(b[0] <= a[1] - tile[0] // 4 for a, b in pairwise(rows))


def test_tiles_of_different_brightness_go_over_into_each_other_without_a_step() -> None:
    size, tile = Size(160, 160), Size(64, 64)
    places = boxes(size, tile)
    tiles = [np.full((64, 64, 3), 100 + 30 * (i % 2), np.uint8) for i in range(len(places))]
    values = np.asarray(joined(size, places, tiles)).astype(int)
    for axis in (0, 1):
        assert np.abs(np.diff(values, axis=axis)).max() <= 30 / (64 // 4) * 1.5 + 1
    assert values.min() == 100
    assert values.max() == 130


def test_tiles_that_are_a_picture_become_that_picture() -> None:
    whole = np.asarray(smooth(160, 96))
    places = boxes(Size(160, 96), Size(64, 64))
    tiles = [whole[p.top : p.bottom, p.left : p.right] for p in places]
    assert np.abs(np.asarray(joined(Size(160, 96), places, tiles)).astype(int) - whole).max() <= 1


def test_the_recipe_says_size_tiles_and_how_much_is_drawn_anew() -> None:
    card = ModelCard(name="m", native=Size(512, 512))

    def of(size: Size, **changes: Any) -> Recipe:
        return resolve(Parameters(**changes), card, MODES["upscale"], source=Source(size, size=size))

    twice, four = of(Size(512, 768)), of(Size(500, 300), upscale=4)
    assert (twice.width, twice.height, twice.piece, twice.strength) == (1024, 1536, (512, 512), 0.3)
    assert (four.width, four.height, four.upscale, four.strength) == (2000, 1200, 4, 0.21)
    assert of(Size(512, 512), strength=0.5).strength == 0.5
    assert of(Size(100, 90)).piece == (200, 184)
    few = of(Size(512, 512), steps=1)
    assert (few.steps, few.calls) == (4, 1)  # one step of all would start from noise alone
    coarse = card.model_copy(update={"scale": 8})
    photo, own = (Source(s, size=Size(512, 512)) for s in (Ratio(1, 1), Size(512, 512)))
    made = [resolve(Parameters(), coarse, MODES["upscale"], source=each).upscaler for each in (photo, own)]
    assert made == ["plain", ""]
    by_hand = [Parameters(strength=0.2), Parameters(upscaler="model")]
    assert not any(resolve(each, coarse, MODES["upscale"], source=photo).upscaler for each in by_hand)
    with pytest.raises(TooLarge) as refused:
        of(Size(2048, 1100), upscale=4)
    assert refused.value.facts == {"width": 8192, "height": 4400, "limit": 16}
    assert Recipe.model_validate_json(twice.model_dump_json()) == twice


def test_each_tile_costs_its_own_size() -> None:
    given = asked(smooth(64, 64))
    assert given.recipe.parts > 4
    assert cost(given) == pytest.approx(16 * 16 * given.recipe.calls * 2 / 1e6)


@torch.inference_mode()
def test_neighbouring_tiles_start_from_one_noise_and_one_picture() -> None:
    given = asked(smooth(16, 8))
    places = boxes(Size(32, 16), Size(16, 16))
    inputs = read(given)
    ways = [way(given, 0, inputs, part) for part in range(len(places))]
    shape = 1, 4, 8, 8
    noises = [each.noise(shape, torch.Generator().manual_seed(7)) for each in ways]
    shared = (places[0].right - places[1].left) // 2
    assert torch.equal(noises[0][..., -shared:], noises[1][..., :shared])
    assert noises[0].shape == shape


@torch.inference_mode()
def test_it_is_what_it_is_alone_whatever_shares_its_lane() -> None:
    jobs = (
        asked(),
        asked(smooth(16, 24).rotate(90), "other", seed=9, strength=0.5),
        asked(id="a", sampler="euler_a"),
    )
    for one, crowded in zip(jobs, draw(tiny(), *jobs), strict=True):
        (alone,) = draw(tiny(), one)
        assert np.abs(np.asarray(alone).astype(int) - np.asarray(crowded)).max() <= LEVELS * 255
        assert crowded.size == tuple(side * 2 for side in ((24, 16) if one.id != "other" else (16, 24)))


async def test_an_sdxl_model_does_it_as_it_does_alone_and_draws_where_there_is_something(
    tmp_path: Path,
) -> None:
    model = ModelLibrary(tmp_path / "none", embedded=folder(tmp_path / "xl", "sdxl")).load("xl")
    assert not isinstance(model, PipelineModel)
    few: dict[str, Any] = {"card": SMALL.model_copy(update={"name": "xl"}), "steps": 8}
    half = Image.new("RGB", (24, 8), "skyblue")
    half.paste(smooth(8, 8).rotate(90), (16, 0))
    jobs = asked(half, **few), asked(smooth(8, 16), "other", strength=0.5, sampler="euler_a", **few)
    together = draw(model, *jobs)
    assert [each.size for each in together] == [(48, 16), (16, 32)]
    for one, crowded in zip(jobs, together, strict=True):
        (alone,) = draw(model, one)
        assert np.abs(np.asarray(alone).astype(int) - np.asarray(crowded)).max() <= LEVELS * 255
    values = np.asarray(together[0]).astype(int)
    assert np.abs(values[:, :20] - (135, 206, 235)).max() <= 2
    async with LocalEngine(Shelf({"xl": model})) as engine:
        made = picture(await last(engine, jobs[0].model_copy(update={"recipe": jobs[0].recipe.reseeded(8)})))
    with Image.open(io.BytesIO(made.png)) as delivered:
        change = np.abs(np.asarray(delivered.convert("RGB")).astype(int) - values)
    assert change[:, :20].max() <= 2 and change[:, 34:].max() > 8


def test_where_the_picture_given_shows_nothing_nothing_is_drawn() -> None:
    plain = Image.new("RGB", (32, 32), "skyblue")
    plain.paste("black", (24, 0, 32, 32))
    given = asked(plain, steps=2)
    inputs, noisy = read(given), np.random.default_rng(7)
    one = way(given, 0, inputs)
    spots = noisy.integers(0, 255, (given.recipe.parts, 16, 16, 3), np.uint8)
    values = one.whole(list(spots)).astype(int)
    assert np.abs(values[:, :32] - (135, 206, 235)).max() <= 2
    assert values[:, 44:52].std() > 30


async def test_the_engine_draws_tiles_and_delivers_one_picture_of_just_that_size() -> None:
    odd = smooth(37, 21)
    async with LocalEngine(Shelf({"tiny": tiny()})) as engine:
        events = [event async for event in engine.submit(asked(odd, upscale=3))]
    steps = [(event.step, event.total) for event in events if isinstance(event, Progress)]
    recipe = asked(odd, upscale=3).recipe
    assert steps[-1] == (recipe.calls * recipe.parts, recipe.calls * recipe.parts)
    made = picture(events[-1])
    assert (made.width, made.height) == (111, 63)
    with Image.open(io.BytesIO(made.png)) as image:
        said = told(image.info["parameters"])
    assert said
    assert (said.pairs["Upscale"], said.pairs["Denoising strength"]) == ("3", "0.24")


async def test_several_images_of_one_picture_are_gathered_each_for_itself() -> None:
    async with LocalEngine(Shelf({"tiny": tiny()})) as engine:
        done = await last(engine, asked(count=2))
        second = await last(engine, asked(seed=8))
    assert isinstance(done, Done)
    assert [each.seed for each in done.pictures] == [7, 8]
    both = [
        np.asarray(Image.open(io.BytesIO(each.png))).astype(int)
        for each in (done.pictures[1], picture(second))
    ]
    assert np.abs(both[0] - both[1]).max() <= 2


async def test_a_model_that_draws_alone_is_given_one_tile_at_a_time() -> None:
    card = SMALL.model_copy(update={"name": "flat"})
    async with LocalEngine(Shelf({"flat": OnePicture()})) as engine:
        made = picture(await last(engine, asked(smooth(64, 48), card=card)))
    values = np.asarray(Image.open(io.BytesIO(made.png)).convert("RGB")).astype(int)
    stretched = np.asarray(smooth(64, 48).resize((128, 96), Image.Resampling.LANCZOS)).astype(int)
    assert np.abs(values - stretched).max() <= 3


async def test_without_a_model_it_is_stretched_and_sharpened_in_a_line_of_its_own() -> None:
    edge = Image.new("RGB", (48, 32), "white")
    edge.paste("navy", (24, 0, 48, 32))
    given = asked(edge, upscaler="plain", count=3, upscale=3)
    assert (given.recipe.count, given.recipe.parts, given.recipe.upscaler) == (1, 1, "plain")
    library = Shelf({"tiny": tiny()})
    async with LocalEngine(library) as engine:
        events = [event async for event in engine.submit(given)]
        again = [event async for event in engine.submit(asked(edge, "b", upscaler="plain", upscale=4))]
        broken = given.model_copy(update={"id": "c", "inputs": {"image": b"GIF89a"}})
        failed = [event async for event in engine.submit(broken)]
    assert events[:3] == [Queued(1, 0.0), Started(), Progress(1, 1)]
    assert isinstance(again[0], Queued)
    assert again[0].takes
    assert again[1] == Started(again[0].takes)
    assert isinstance(failed[-1], Failed)
    assert failed[-1].code == "bad-image"
    made = picture(events[-1])
    with Image.open(io.BytesIO(made.png)) as image:
        said, values = told(image.info["parameters"]), np.asarray(image).astype(int)
    assert values.shape == (96, 144, 3)
    assert said
    assert (said.pairs["Size"], said.pairs["Upscaler"]) == ("144x96", "plain")
    assert said.pairs.keys() == {"Size", "Upscale", "Upscaler", "Reference hash", "Model", "Version"} | {
        "Steps",
        "Sampler",
        "CFG scale",
        "Seed",
    }
    bare = infotext(given.model_copy(update={"prompt": ""}), 7)
    assert bare.pairs.keys() == {"Size", "Upscale", "Upscaler", "Reference hash", "Version"}, (
        "nobody drew a photo"
    )
    assert told(str(bare)) == bare
    stretched = np.asarray(edge.resize((144, 96), Image.Resampling.LANCZOS)).astype(int)
    assert np.abs(np.diff(values[48, :, 0])).max() > 1.2 * np.abs(np.diff(stretched[48, :, 0])).max()


async def test_with_an_upscaler_of_the_folder_and_stopped_between_two_tiles(tmp_path: Path) -> None:
    saved(tmp_path / "upscalers/crisp.safetensors", tensors())
    library = ModelLibrary(tmp_path)
    card = library.cards()[0]
    small, long = smooth(40, 24), smooth(1000, 200)
    async with LocalEngine(library) as engine:
        given = asked(small, "small", card=card, upscaler="crisp", upscale=2)
        events = [event async for event in engine.submit(given)]
        stopped = []
        async for event in engine.submit(asked(long, "long", card=card, upscaler="crisp", upscale=2)):
            stopped.append(event)
            if isinstance(event, Progress) and event.step == 1:
                await engine.cancel("long")
    assert events[-2] == Progress(1, 1)
    made = picture(events[-1])
    assert (made.width, made.height) == (80, 48)
    with Image.open(io.BytesIO(made.png)) as image:
        shown = np.asarray(image.convert("RGB")).astype(int)
    crisp = library.upscaler("crisp").enlarged(small, (80, 48), lambda total: None, given)
    assert np.abs(shown - np.asarray(crisp)).max() <= 1
    assert stopped[-1] == Cancelled()
    assert max(e.step for e in stopped if isinstance(e, Progress)) < 12


@cache
def _starter() -> UNetModel:
    library = ModelLibrary(Path("nowhere"))
    model = library.load(library.cards()[0].name)
    assert not isinstance(model, PipelineModel)
    return model


def _sharpness(picture: Image.Image) -> float:
    """How steep the steepest of its edges are."""
    values = np.asarray(picture.convert("L")).astype(float)
    steps = np.sort(np.abs(np.diff(values, axis=1)).ravel())
    return float(steps[-len(steps) // 500 :].mean())


def _broad(picture: Image.Image) -> NDArray[np.float64]:
    return np.asarray(picture.resize((16, 16), Image.Resampling.BOX)).astype(float)


@torch.inference_mode()
def test_the_starters_pictures_become_sharper_than_stretched_ones_and_stay_what_they_are() -> None:
    model, times = _starter(), 2
    small = Lane(model, (64, 64))
    words = job(
        prompt="a red apple",
        model=model.card.name,
        width=64,
        height=64,
        steps=20,
        cfg=2.5,
        sampler="dpmpp_2m",
    )
    request = small.admit(way(words))
    while not request.finished:
        small.step()
    drawn = model.decode(request.latents)[0].movedim(0, -1).mul(255).round().byte().numpy()
    one = way(
        words.model_copy(update={"recipe": words.recipe.model_copy(update={"scale": model.card.scale})})
    )
    apple = one.enlarged(Image.fromarray(drawn))
    given = asked(apple, card=model.card, upscale=times, sampler="dpmpp_2m", cfg=2.5)
    (large,) = draw(model, given.model_copy(update={"prompt": "a red apple"}))
    stretched = apple.resize(large.size, Image.Resampling.LANCZOS)
    assert large.size == (512 * times, 512 * times)
    assert _sharpness(large) > 1.2 * _sharpness(stretched)
    assert np.abs(_broad(large) - _broad(stretched)).mean() < 4


@torch.inference_mode()
def test_where_tiles_meet_there_is_no_more_to_see_than_beside() -> None:
    striped = Image.composite(smooth(256, 256), smooth(256, 256).rotate(90), Image.radial_gradient("L"))
    given = asked(striped, card=_starter().card, upscale=4, sampler="dpmpp_2m", cfg=2.5)
    (large,) = draw(_starter(), given)
    recipe = given.recipe
    places, scale = boxes(Size(recipe.width, recipe.height), recipe.part), recipe.scale
    lines = {side for p in places for side in (p.left, p.right)} - {0, recipe.width}
    values = np.asarray(large).astype(float)
    for axis in (0, 1):
        steps = np.abs(np.diff(values, axis=axis)).mean((1 - axis, 2))
        cells = steps[: len(steps) // scale * scale].reshape(-1, scale).max(1)  # by latent pixels
        at = [cells[line - 1 : line + 1].max() for line in lines]
        beside = [cells[line - 6 : line - 1].max() for line in lines]
        assert np.mean(at) <= np.mean(beside) + 0.5  # of 255 levels
