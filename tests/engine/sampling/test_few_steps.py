"""No sampler leaves noise where a picture should be, with however few steps, from noise or from a picture.

Over the model whose answers are a formula: what comes out has the spread of the data or less (blurred), never more.
"""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Generator, Tensor

from engine.api.samplers import SAMPLER_CHOICES
from engine.sampling.trajectory import Trajectory
from tests.engine.sampling.reference import CONFIG, CPU, MEAN, SPREAD, answer, noise_level, walk

LINEAR: dict[str, Any] = CONFIG | {
    "beta_start": 1e-4,
    "beta_end": 0.02,
    "beta_schedule": "linear",
    "prediction_type": "v_prediction",
}
"""As the starter: down to eleven times as much noise."""

TRAILING = CONFIG | {"timestep_spacing": "trailing"}
CONFIGS = pytest.mark.parametrize("config", [CONFIG, LINEAR, TRAILING], ids=["sd1", "linear", "trailing"])
MOST = 1.4 * SPREAD
NOISE = torch.randn(1, 4, 16, 16, generator=Generator().manual_seed(0))
PICTURE = MEAN + SPREAD * torch.randn(1, 4, 16, 16, generator=Generator().manual_seed(9))


def clean(latents: Tensor) -> bool:
    return float(latents.std()) < MOST and abs(float(latents.mean()) - MEAN) < 0.12


@CONFIGS
@pytest.mark.parametrize("name", SAMPLER_CHOICES)
def test_few_steps_leave_no_noise(name: str, config: dict[str, Any]) -> None:
    ends = {steps: walk(name, steps, NOISE, config=config)[0] for steps in (*range(1, 9), 10, 12, 15, 20, 25)}
    assert [steps for steps, end in ends.items() if not clean(end)] == []


@CONFIGS
@pytest.mark.parametrize("name", SAMPLER_CHOICES)
def test_a_picture_stays_clean_at_every_strength(name: str, config: dict[str, Any]) -> None:
    noisy = [
        (steps, strength)
        for steps in (1, 2, 3, 4, 5, 8, 20)
        for strength in (0.05, 0.2, 0.35, 0.5, 0.75, 0.95)
        if not clean(_from_picture(name, steps, strength, config))
    ]
    assert noisy == []


def _from_picture(name: str, steps: int, strength: float, config: dict[str, Any]) -> Tensor:
    trajectory, generator = Trajectory(name, config, steps, strength), Generator().manual_seed(5)
    latents = trajectory.start(NOISE, generator, CPU, PICTURE)
    while not trajectory.finished:
        x_in = trajectory.scaled(latents).double()
        says = answer(x_in, noise_level(trajectory), config["prediction_type"])
        latents = trajectory.advance(says.float(), latents, generator)
    return latents


@pytest.mark.parametrize("name", [n for n, (s, _) in SAMPLER_CHOICES.items() if s.name == "deis"])
def test_the_last_step_of_deis_leads_down_to_the_least_noise(name: str) -> None:
    for steps in (1, 2, 5, 20):
        scheduler = Trajectory(name, CONFIG, steps).scheduler
        levels = scheduler.sigmas.tolist()
        assert len(levels) == steps + 1 == len(scheduler.timesteps) + 1
        assert levels == sorted(set(levels), reverse=True)
