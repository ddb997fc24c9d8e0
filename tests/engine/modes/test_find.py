"""A part of a picture found by words: where the thing is, or a sentence where it is not."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.api.events import Done, Event, Failed
from engine.api.finding import contrasted
from engine.api.jobs import Job
from engine.api.looking import looking
from engine.local.engine import LocalEngine
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.pictures.enlarge import enlarge
from engine.pictures.found import part_of
from tests.checkpoints import pipeline
from tests.engine.bench import RECIPE, job
from tests.engine.modes.test_hooks import LEVELS, draw, last, painting
from tools.starter.compose import overlay
from tools.starter.judge import Judge, ground_of
from tools.starter.save import HOME
from tools.starter.scenes import Item, Scene, place

Mask = NDArray[np.bool_]

SIDE = 64


class Drawn(NamedTuple):
    """A true picture of a scene, what is in it, and each thing's own pixels."""

    words: str
    png: bytes
    things: dict[str, Mask]


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def drawn(words: str, ground: str, layout: str, *kinds: tuple[str, str | None]) -> Drawn:
    judge, items = Judge(), tuple(Item(*kind) for kind in kinds)
    picture, things = ground_of(ground, 0).copy(), {}
    for kind, item in zip(kinds, place(Scene(ground, items, layout), random.Random(0)).items, strict=True):
        sprite, corner = (
            judge.sprite(kind, item.size // 2),
            [(at - item.size // 2) // 2 for at in (item.x, item.y)],
        )
        overlay(picture, sprite, *corner)
        own, white = np.zeros_like(picture), sprite.copy()
        white[..., :3] = 1
        overlay(own, white, *corner)
        things[" ".join(filter(None, reversed(kind)))] = own[..., 0] > 0.5
    return Drawn(words, png(enlarge(Image.fromarray((picture * 255).astype(np.uint8)), 4)), things)


def _colours(image: Image.Image) -> int:
    return len(image.getcolors(image.width * image.height) or ())


def half_of(picture: bytes, ground: str) -> bytes:
    """Its right half painted over."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    bare = enlarge(Image.fromarray((ground_of(ground, 0) * 255).astype(np.uint8)), 4)
    right = (image.width // 2, 0, *image.size)
    image.paste(bare.crop(right), right)
    return png(image)


SCENES = (
    (
        "a red circle and a blue square on a white background",
        "white",
        "beside",
        ("circle", "red"),
        ("square", "blue"),
    ),
    ("a moose above a skull on a yellow background", "yellow", "above", ("moose", None), ("skull", None)),
    ("a postbox and a robot in the snow", "snow", "beside", ("postbox", None), ("robot", None)),
)


def looked_for(scene: Drawn, thing: str) -> Job:
    recipe = RECIPE.model_copy(update={"model": "starter", "width": SIDE, "height": SIDE, "scale": 8})
    return Job(
        id=f"{scene.words} {thing}",
        tenant="ann",
        mode="find",
        prompt=scene.words,
        recipe=looking(recipe, f"the {thing}"),
        inputs={"image": scene.png},
    )


def overlap(event: Event, truth: Mask) -> tuple[float, float]:
    """Of the mask and the thing, the share of both that both have; and the share of the thing that the mask has."""
    assert isinstance(event, Done), event
    mask = Image.open(io.BytesIO(event.pictures[0].png)).convert("L")
    assert mask.size == (4 * SIDE, 4 * SIDE)
    assert {*np.unique(np.asarray(mask))} == {0, 255}
    found = np.asarray(mask.resize((SIDE, SIDE), Image.Resampling.BOX)) > 127
    both = (found & truth).sum()
    return float(both / (found | truth).sum()), float(both / truth.sum())


async def test_what_the_starter_draws_is_found_and_what_is_not_there_is_not() -> None:
    figures = {}
    library = ModelLibrary(Path("none"), embedded=HOME)
    async with LocalEngine(library, check=lambda model: lambda image: _colours(image) > 2) as engine:
        for each in SCENES:
            scene = drawn(*each)
            for thing, truth in scene.things.items():
                figures[thing] = overlap(await last(engine, looked_for(scene, thing)), truth)
            missing = await last(engine, looked_for(scene, "pizza"))
            assert isinstance(missing, Failed) and missing.code == "not-in-picture", scene.words
        beside = drawn(*SCENES[0])
        for ground in ("snow", "beach"):  # which a blue square once was
            covered = beside._replace(png=half_of(beside.png, ground))
            gone = await last(engine, looked_for(covered, "blue square"))
            assert isinstance(gone, Failed) and gone.code == "not-in-picture", ground
            there = await last(engine, looked_for(covered, "red circle").model_copy(update={"checked": True}))
            assert isinstance(there, Done)
            assert [each.verdict for each in there.pictures] == ["unfit"], "not the mask alone is looked at"
    print("IoU and recall:", {thing: tuple(round(f, 2) for f in each) for thing, each in figures.items()})
    shares, recalls = zip(*figures.values(), strict=True)
    assert np.mean(shares) > 0.75
    assert min(shares) > 0.4
    assert min(recalls) > 0.8


def loaded(family: str, folder: Path) -> UNetModel:
    pipeline(family).save_pretrained(folder / "tiny")
    model = ModelLibrary(folder / "none", embedded=folder / "tiny").load("tiny")
    assert not isinstance(model, PipelineModel)
    return model


@pytest.mark.parametrize("family", ["sd1", "sd2-v", "sdxl"])
@torch.inference_mode()
def test_every_family_looks_the_same_way_alone_and_in_company(family: str, tmp_path: Path) -> None:
    model = loaded(family, tmp_path)
    recipe = looking(RECIPE, "a red circle")
    find = job("find", mode="find", prompt="a circle", inputs={"image": painting("red", "lime")})
    find = find.model_copy(update={"recipe": recipe})
    words = job("words", prompt="a long and winding road " * 20, seed=3)
    together, alone = draw(model, find, words), [*draw(model, find), *draw(model, words)]
    for one, other in zip(together, alone, strict=True):
        assert (model.decode(one.latents) - model.decode(other.latents)).abs().max() <= LEVELS
    first, second = together[0].way, alone[0].way
    for name in ("_heard", "_moved", "_wrong"):
        noticed, expected = getattr(first, name), getattr(second, name)
        assert noticed.std() > 0
        assert torch.allclose(noticed, expected, rtol=1e-2, atol=1e-5), name


@pytest.mark.parametrize(
    ("scene", "words", "expected"),
    [
        ("a man with a red hat on grass", "the hat", "a man with on grass"),
        ("Two Cats and a dog", "cat", "Two and a dog"),
        ("a man", "the hat", "a man"),
        ("", "the hat", ""),
    ],
)
def test_words_are_left_out_of_what_the_picture_shows(scene: str, words: str, expected: str) -> None:
    without, told = contrasted(scene, words)
    assert without == expected
    assert told == (scene if without != scene else ", ".join(filter(None, (scene, words))))


def test_in_a_photograph_the_part_is_round_and_whole() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (96, 96, 3), np.uint8)
    rows, columns = np.indices((8, 8))
    evidence = np.exp(-((rows - 2) ** 2 + (columns - 5) ** 2) / 4)
    part = part_of(evidence, noise)
    assert part[30, 66] and not part[80, 10]
    assert 0.05 < part.mean() < 0.4
