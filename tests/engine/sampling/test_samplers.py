"""Every sampler against k-diffusion, which diffusers was not written from, and against closed forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Generator, Tensor

from engine.api.samplers import SAMPLER_CHOICES, SAMPLERS
from engine.sampling.noise import BrownianPath
from engine.sampling.samplers import build
from engine.sampling.trajectory import Trajectory
from tests.engine.sampling.reference import (
    CONFIG,
    CPU,
    MEAN,
    SPREAD,
    k_diffusion,
    k_walk,
    solution,
    started,
    walk,
)

NOISE = torch.randn(1, 4, 32, 32, generator=Generator().manual_seed(0))

COUNTERPARTS: dict[str, tuple[str, dict[str, Any]]] = {
    "euler": ("sample_euler", {}),
    "euler_a": ("sample_euler_ancestral", {"noisy": True}),
    "heun": ("sample_heun", {}),
    "lms": ("sample_lms", {}),
    "dpm2": ("sample_dpm_2", {}),
    "dpm2_a": ("sample_dpm_2_ancestral", {"noisy": True}),
    "dpmpp_2m": ("sample_dpmpp_2m", {}),
    "dpmpp_2m_sde": ("sample_dpmpp_2m_sde", {"noisy": True}),
    "dpmpp_3m_sde": ("sample_dpmpp_3m_sde", {"noisy": True}),
    "dpmpp_sde": ("sample_dpmpp_sde", {"brownian": True}),
}
"""Our name, k-diffusion's function, and what it needs."""

NAMES = [name for name, (sampler, _) in SAMPLER_CHOICES.items() if sampler.name in COUNTERPARTS]

DETERMINISTIC = ["plms", "unipc", "deis", "dpmpp_2s_a", "dpm_fast", "dpm_adaptive"]
"""Without a counterpart in k-diffusion."""


def levels(trajectory: Trajectory) -> Tensor:
    """The scheduler's sigmas, each once, down to zero."""
    return torch.tensor(
        list(dict.fromkeys(trajectory.scheduler.sigmas.double().tolist())), dtype=torch.float64
    )


# of third order, k-diffusion itself is not stable over the long steps of "beta": more noise than it began with
@pytest.mark.parametrize("name", [n for n in NAMES if n != "dpmpp_3m_sde_beta"])
def test_it_walks_as_k_diffusion_does(name: str) -> None:
    k = k_diffusion()
    function, options = COUNTERPARTS[SAMPLER_CHOICES[name][0].name]
    steps = 28  # below 15, diffusers takes lower orders at the end on purpose: it is steadier
    ours, trajectory, first = walk(name, steps, NOISE)
    theirs = k_walk(
        getattr(k, function), started(trajectory, NOISE, first), levels(trajectory), **dict(options)
    )
    assert (ours - theirs).abs().max() < 1e-5


@pytest.mark.parametrize("name", [n for n in NAMES if not n.endswith("_beta")])
def test_its_noise_levels_are_those_of_k_diffusion(name: str) -> None:
    k, steps = k_diffusion(), 28
    sampler, spacing = SAMPLER_CHOICES[name]
    # by design, diffusers' linspace for DPM++ multistep stops a step before timestep 0 and jumps from there:
    # of high order and with noise, k-diffusion's own schedule is not stable
    stops_short = not spacing and sampler.scheduler == "DPMSolverMultistepScheduler"
    scheduler = build(name, CONFIG, steps)
    alphas = scheduler.alphas_cumprod
    every = ((1 - alphas) / alphas).sqrt()
    lowest, highest = float(every[0]), float(every[-1])
    schedules: dict[str, Callable[[], Tensor]] = {
        "karras": lambda: k.get_sigmas_karras(steps, lowest, highest),
        "exponential": lambda: k.get_sigmas_exponential(steps, lowest, highest),
        "": lambda: torch.cat([every[_down_to_zero(steps, stops_short)], torch.zeros(1)]),
    }
    expected = schedules[spacing]()
    assert torch.allclose(levels(Trajectory(name, CONFIG, steps)).float(), expected, rtol=1e-5)


def _down_to_zero(steps: int, stops_short: bool) -> Tensor:
    every = torch.linspace(0, 999, steps + stops_short, dtype=torch.float64).round().long()
    return every.flip(0)[:steps]


@pytest.mark.parametrize(
    ("name", "function", "noisy"), [("ddim", "euler", False), ("ddpm", "euler_ancestral", True)]
)
def test_ddim_and_ddpm_are_euler_over_their_own_timesteps(name: str, function: str, noisy: bool) -> None:
    ours, trajectory, first = walk(name, 20, NOISE)
    alphas = trajectory.scheduler.alphas_cumprod.double()
    every = ((1 - alphas) / alphas).sqrt()
    # DDIM ends at the noise of timestep 0, as SD was trained with set_alpha_to_one off
    last = every[:1] if name == "ddim" else torch.zeros(1, dtype=torch.float64)
    sigmas = torch.cat([every[trajectory.timesteps], last])
    theirs = k_walk(
        getattr(k_diffusion(), f"sample_{function}"), started(trajectory, NOISE, first), sigmas, noisy=noisy
    )
    scale = alphas[0].sqrt() if name == "ddim" else 1.0
    assert (ours - theirs * scale).abs().max() < 1e-4


@pytest.mark.parametrize("name", DETERMINISTIC)
def test_it_converges_to_where_the_flow_leads(name: str) -> None:
    errors = []
    for steps in (10, 40):
        end, trajectory, first = walk(name, steps, NOISE)
        errors.append(float((end - solution(started(trajectory, NOISE, first), first)).abs().max()))
    assert errors[1] < 0.15
    assert errors[1] < errors[0] / 2


@pytest.mark.parametrize("name", [s.name for s in SAMPLERS if s.group == "varied"])
def test_noise_on_the_way_ends_in_the_right_distribution(name: str) -> None:
    end, *_ = walk(name, 100, NOISE)
    assert float(end.mean()) == pytest.approx(MEAN, abs=0.03)
    assert float(end.std()) == pytest.approx(SPREAD, rel=0.15)


@pytest.mark.parametrize("name", SAMPLER_CHOICES)
def test_both_kinds_of_prediction_lead_to_the_same_picture(name: str) -> None:
    epsilon, *_ = walk(name, 12, NOISE)
    velocity, *_ = walk(name, 12, NOISE, config=CONFIG | {"prediction_type": "v_prediction"})
    assert (epsilon - velocity).abs().max() < 2e-3


@pytest.mark.parametrize("name", SAMPLER_CHOICES)
def test_it_is_reproducible_by_seed_and_takes_any_number_of_steps(name: str) -> None:
    for steps in (1, 2, 3, 7):
        one, trajectory, _ = walk(name, steps, NOISE)
        assert one.isfinite().all()
        assert torch.equal(one, walk(name, steps, NOISE)[0])
        assert trajectory.done == SAMPLER_CHOICES[name][0].calls(steps)


@pytest.mark.parametrize("name", [s.name for s in SAMPLERS if s.group == "varied" and s.name != "dpmpp_2s_a"])
def test_the_noise_on_the_way_is_the_seeds(name: str) -> None:
    assert (walk(name, 7, NOISE, seed=5)[0] - walk(name, 7, NOISE, seed=6)[0]).abs().max() > 0.1


@pytest.mark.parametrize("name", SAMPLER_CHOICES)
@pytest.mark.parametrize("strength", [0.05, 0.3, 0.75, 1.0])
def test_from_a_picture_it_makes_that_part_of_the_steps(name: str, strength: float) -> None:
    """A model that knows the picture brings it back, from whatever noise it starts at."""
    picture = torch.full((1, 4, 8, 8), MEAN)
    trajectory, generator = Trajectory(name, CONFIG, 10, strength), Generator().manual_seed(1)
    latents = trajectory.start(torch.randn(1, 4, 8, 8, generator=generator), generator, CPU, picture)
    assert len(trajectory.timesteps) == SAMPLER_CHOICES[name][0].calls(max(1, int(10 * strength)))
    while not trajectory.finished:
        x_in = trajectory.scaled(latents)
        step = min(round(float(trajectory.timestep)), 999)
        alpha = trajectory.scheduler.alphas_cumprod[step].sqrt()
        latents = trajectory.advance((x_in - alpha * picture) / (1 - alpha**2).sqrt(), latents, generator)
    assert (latents - picture).abs().max() < 0.2


@pytest.mark.parametrize("name", SAMPLER_CHOICES)
def test_options_of_the_saved_scheduler_do_not_leak(name: str) -> None:
    foreign = {
        "clip_sample": True,
        "thresholding": True,
        "algorithm_type": "dpmsolver",
        "solver_order": 1,
        "use_karras_sigmas": True,
        "skip_prk_steps": False,
        "variance_type": "learned_range",
        "_class_name": "DPMSolverMultistepScheduler",
    }
    assert torch.equal(walk(name, 5, NOISE)[0], walk(name, 5, NOISE, config=CONFIG | foreign)[0])


@pytest.mark.parametrize("name", SAMPLER_CHOICES)
def test_models_trained_down_to_zero_snr_start_from_finite_noise(name: str) -> None:
    config = CONFIG | {
        "rescale_betas_zero_snr": True,
        "timestep_spacing": "trailing",
        "prediction_type": "v_prediction",
    }
    end, trajectory, _ = walk(name, 8, NOISE, config=config)
    assert trajectory.scheduler.alphas_cumprod[-1] < 1e-6
    assert end.isfinite().all()


@pytest.mark.parametrize("name", ["lcm", "tcd"])
def test_distilled_samplers_take_more_steps_than_they_were_distilled_at(name: str) -> None:
    assert walk(name, 70, NOISE)[1].done == 70


def test_a_brownian_path_is_one_path_wherever_it_is_asked() -> None:
    path = BrownianPath(torch.Size((1, 1, 100, 100)), Generator().manual_seed(0), CPU)
    whole = path(4.0, 1.0)
    first, second = path(4.0, 3.0), path(3.0, 1.0)
    assert torch.allclose(whole * 3**0.5, first + second * 2**0.5, atol=1e-5)
    for part in (whole, first, second, path(0.5, 0.1)):
        assert float(part.std()) == pytest.approx(1, abs=0.03)
    assert abs(float((first * second).mean())) < 0.03
