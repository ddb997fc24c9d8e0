"""The parts that need no weights: layout, drawing, words, the optimizer, enlarging."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pytest
import torch
from PIL import Image

from engine.pictures.enlarge import enlarge
from tools.starter.backgrounds import PLACES, VARIANTS, draw_background
from tools.starter.captions import caption
from tools.starter.compose import overlay
from tools.starter.dataset import to_tensor
from tools.starter.judge import Judge
from tools.starter.latents import fit_basis
from tools.starter.muon import orthogonalise
from tools.starter.palette import COLOURS, PLACES_WORDS, SHAPES
from tools.starter.scenes import SIZES, STEP, Item, Scene, place, random_item, sample_scene
from tools.starter.text import squares
from tools.starter.things import THINGS
from tools.starter.words import _apply, _tables


@pytest.mark.parametrize("size", SIZES)
def test_sprites_stand_on_the_grid_and_inside(size: tuple[int, int]) -> None:
    rng = random.Random(0)
    for _ in range(300):
        scene = sample_scene(rng, size=size)
        for item in scene.items:
            assert item.x % STEP == 0
            assert item.y % STEP == 0
            assert 0 <= item.x - item.size // 2 < item.x + item.size // 2 <= size[0]
            assert 0 <= item.y - item.size // 2 < item.y + item.size // 2 <= size[1]


def test_two_beside_each_other_do_not_overlap() -> None:
    items = (Item("cat", None), Item("dog", None))
    for size in SIZES:
        layout = "beside" if size[0] >= 128 else "above"
        left, right = place(Scene("red", items, layout, 0, *size), random.Random(0)).items
        assert max(abs(left.x - right.x), abs(left.y - right.y)) >= 48


@pytest.mark.parametrize("name", [*COLOURS, *PLACES])
def test_backgrounds_fill_any_size(name: str) -> None:
    for variant in range(VARIANTS):
        picture = draw_background(name, 96, 176, variant)
        assert picture.shape == (176, 96, 3)
        assert 0 <= picture.min() <= picture.max() <= 1
    assert set(PLACES) == set(PLACES_WORDS)


def test_no_word_means_two_things() -> None:
    words = Counter(word for thing in THINGS.values() for word in {thing.name, *thing.synonyms})
    assert [word for word, count in words.items() if count > 1] == []


def test_rarer_things_are_drawn_half_as_often() -> None:
    rng = random.Random(0)
    drawn = Counter(random_item(rng, "red").name for _ in range(20000))
    often, seldom = (
        np.mean(
            [
                drawn[thing.name]
                for thing in THINGS.values()
                if thing.weight == weight and thing.name not in SHAPES
            ]
        )
        for weight in (2, 1)
    )
    assert often == pytest.approx(2 * seldom, rel=0.1)


def test_a_colour_comes_plain_shaded_and_glowing() -> None:
    plain, shaded, glowing = (draw_background("blue", 64, 64, variant).sum(2) for variant in range(VARIANTS))
    assert np.ptp(plain) == 0
    assert shaded[0, 32] > plain[0, 32] > shaded[-1, 32]
    assert glowing[32, 32] > plain[0, 0] > glowing[0, 0]


def test_captions_name_the_sides_rightly() -> None:
    scene = place(Scene("blue", (Item("cat", None), Item("dog", None)), "beside"), random.Random(0))
    texts = {caption(scene, random.Random(i), full=True) for i in range(200)}
    assert any("left of" in text for text in texts)
    for text in texts:
        if "left of" in text:
            first = min((text.find(w), w) for w in ("cat", "kitten", "kitty", "dog", "puppy") if w in text)[1]
            assert first in ("cat", "kitten", "kitty"), text


def test_overlay_may_hang_over_the_edges() -> None:
    picture, sprite = np.zeros((8, 8, 3), np.float32), np.ones((6, 6, 4), np.float32)
    overlay(picture, sprite, -3, 5)
    assert picture[5:, :3].min() == 1
    assert picture.sum() == 9 * 3


def test_every_word_becomes_one_token() -> None:
    words = ["baby", "abacus", "bat", "bats", "cat", "cats", "at", "a", "on", "one", "bone"]
    vocabulary, merges = _tables([word for word in words if len(word) > 1])
    pairs = [pair.split() for pair in merges]
    ranks = {(left, right): i for i, (left, right) in enumerate(pairs)}
    for word in words:
        assert len(_apply(word, ranks)) == 1
        assert f"{word}</w>" in vocabulary
    assert len(_apply("zebra", ranks)) == 5


def test_muon_updates_are_orthogonal() -> None:
    torch.manual_seed(0)
    for shape in ((32, 32), (16, 96), (96, 16)):
        values = torch.linalg.svdvals(orthogonalise(torch.randn(shape)))
        assert 0.5 < values.min() <= values.max() < 1.5


def test_latents_bring_back_what_their_components_hold() -> None:
    rng = np.random.default_rng(0)
    pictures = np.repeat(np.repeat(rng.integers(0, 256, (40, 16, 16, 3)), 4, 1), 4, 2).astype(np.uint8)
    basis = fit_basis(pictures, 12)
    latents = basis.encode(pictures)
    assert latents.shape == (40, 12, 8, 8)
    assert np.square(latents.astype(np.float32)).mean() == pytest.approx(1, abs=0.1)
    back = basis.decode(torch.from_numpy(latents))
    assert torch.allclose(back, to_tensor(pictures), atol=0.02)


def test_squares_follow_reading_order() -> None:
    latents = torch.arange(64).reshape(1, 1, 8, 8)
    assert squares(latents)[0, 0].tolist() == [0, 1, 8, 9]
    assert squares(latents)[0, 5].tolist() == [18, 19, 26, 27]


def test_enlarging_keeps_flat_colours_and_edges() -> None:
    small = Image.new("RGB", (64, 64), (40, 90, 220))
    small.paste((222, 40, 44), (16, 16, 48, 48))
    large = enlarge(small, 8)
    assert large.size == (512, 512)
    pixels = np.asarray(large, np.int16)
    assert np.abs(pixels[256, 256] - (222, 40, 44)).max() <= 2
    assert np.abs(pixels[20, 20] - (40, 90, 220)).max() <= 2
    soft = np.abs(pixels[256, 100:156] - (222, 40, 44)).max(1)
    assert ((soft > 20) & (soft < 170)).sum() <= 6


def test_the_judge_reads_a_known_background() -> None:
    scene = Scene("pink", (Item("heart", "red"),))
    picture = Judge().render(scene)
    assert Judge().background(picture) == "pink"
    assert Judge().one(picture, "pink", "shape") == ("heart", "red")
