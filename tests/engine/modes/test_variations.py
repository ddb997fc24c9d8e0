"""Variations: the seed's noise with other noise mixed in."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Generator, Tensor

from engine.api.infotext import infotext
from engine.api.jobs import Job
from engine.api.parameters import MOST_VARIATIONS, Parameters, Variation
from engine.models.noise import slerp, varied
from engine.models.ports import UNetModel
from tests.engine.bench import job, tiny
from tests.engine.modes.test_hooks import LEVELS, draw


@pytest.fixture
def model() -> UNetModel:
    return tiny()


def asked(*variations: tuple[int, float], **changes: Any) -> Job:
    told = tuple(Variation(*each) for each in variations)
    return job(prompt="a red apple", steps=8, seed=7, cfg=3, variations=told, **changes)


def noise(seed: int) -> Tensor:
    return torch.randn(1, 4, 8, 8, generator=Generator().manual_seed(seed))


def test_a_mix_of_noises_is_noise_of_unit_variance() -> None:
    a, b = (torch.randn(1, 4, 128, 128, generator=Generator().manual_seed(seed)) for seed in (1, 2))
    for weight in (0.1, 0.5, 0.9):
        assert abs(slerp(a, b, weight).std().item() - 1) < 0.02
    assert torch.lerp(a, b, 0.5).std() < 0.75


@given(st.floats(0, 1), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_a_mix_of_two_that_are_alike_is_either(weight: float, seed: int) -> None:
    assert torch.allclose(varied(noise(seed), [Variation(seed, weight)]), noise(seed), atol=1e-5)


def test_the_ends_of_a_mix_are_the_noises_themselves() -> None:
    assert torch.allclose(slerp(noise(1), noise(2), 0), noise(1), atol=1e-6)
    assert torch.allclose(slerp(noise(1), noise(2), 1), noise(2), atol=1e-6)


def test_a_picture_varied_by_nothing_is_the_same_bit_for_bit_and_by_more_is_further_away(
    model: UNetModel,
) -> None:
    plain = draw(model, asked())[0].latents
    assert torch.equal(draw(model, asked((3, 0.0)))[0].latents, plain)
    distances = []
    for weight in (0.0, 0.1, 0.3, 0.6, 1.0):
        distances.append((draw(model, asked((3, weight)))[0].latents - plain).pow(2).mean().item())
    assert distances[0] == 0
    assert distances == sorted(distances)
    assert distances[1] > 0


def test_varied_all_the_way_it_is_the_other_seeds_picture(model: UNetModel) -> None:
    whole = draw(model, asked((11, 1.0)))[0].latents
    other = job(prompt="a red apple", steps=8, seed=11, cfg=3)
    assert torch.allclose(whole, draw(model, other)[0].latents, atol=1e-3)


def test_variations_share_a_lane_and_each_is_what_it_is_alone(model: UNetModel) -> None:
    jobs = [asked(), asked((3, 0.2)), asked((3, 0.2), (4, 0.5))]
    together = draw(model, *jobs)
    for one, request in zip(jobs, together, strict=True):
        alone = draw(model, one)[0]
        difference = model.decode(alone.latents) - model.decode(request.latents)
        assert difference.abs().max() <= LEVELS


def test_each_image_of_several_has_a_variation_of_its_own_of_the_same_seed() -> None:
    recipe = asked((5, 0.2), count=3).recipe
    assert [one.seed for one in recipe.each()] == [7, 7, 7]
    assert [one.variations for one in recipe.each()] == [((seed, 0.2),) for seed in (5, 6, 7)]


def test_a_variation_can_be_varied_again_and_again() -> None:
    recipe = asked().recipe
    for number in range(MOST_VARIATIONS + 5):
        recipe = recipe.varied(0.2, number)
    assert len(recipe.variations) == MOST_VARIATIONS
    assert recipe.variations[-1].seed == MOST_VARIATIONS + 4


def test_a_picture_tells_its_variation_as_the_ecosystem_does_and_a_chain_as_we_do() -> None:
    once, chain = (str(infotext(one, 7)) for one in (asked((5, 0.2)), asked((5, 0.2), (6, 0.35))))
    assert ", Seed: 7, Variation seed: 5, Variation seed strength: 0.2, Size: " in once
    assert ', Variations: "5:0.2,6:0.35", ' in chain


def test_what_is_asked_is_what_is_kept() -> None:
    assert Parameters(vary=0).vary == 0
    with pytest.raises(ValueError, match="less than or equal to 1"):
        Parameters(vary=1.5)
