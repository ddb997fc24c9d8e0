"""Many requests in one forward: what shares it, what must not notice."""

from __future__ import annotations

import io
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from torch import Tensor

from engine.api.errors import BrokenNumbers, OutOfMemory
from engine.api.jobs import Job
from engine.api.samplers import SAMPLER_CHOICES
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.modes import read, way
from tests.engine.bench import FAULT, NAN, Touchy, job, tiny

SIZE = (16, 16)
LEVELS = 2 / 255
"""How far a picture drawn in company may be from the same one drawn alone."""


def picture(colour: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(buffer, "PNG")
    return buffer.getvalue()


def admit(lane: Lane, asked: Job) -> Request:
    return lane.admit(way(asked, inputs=read(asked)))


def run(lane: Lane) -> dict[Request, Exception]:
    """Steps until everybody has finished or failed; the finished stay in `lane.requests` no more."""
    failed: dict[Request, Exception] = {}
    while lane.requests:
        failed |= lane.step().failed
        for request in [r for r in lane.requests if r.finished]:
            lane.leave(request)
    return failed


def pixels(request: Request) -> Tensor:
    return tiny().decode(request.latents)


@torch.inference_mode()
def alone(asked: Job) -> Tensor:
    lane = Lane(tiny(), SIZE)
    request = admit(lane, asked)
    run(lane)
    return pixels(request)


def asked(i: int, **changes: Any) -> Job:
    """One of many different jobs."""
    mode = ("text", "image")[i % 2]
    varied = {
        "prompt": ("a cat", "the red square", "snow " * 90)[i % 3],  # the last is longer than 77 tokens
        "negative": ("", "blue")[i % 2],
        "steps": 2 + i % 5,
        "cfg": (1, 2.5, 7)[i % 3],
        "seed": i,
        "mode": mode,
        "inputs": {"image": picture(("red", "green", "blue")[i % 3])} if mode == "image" else {},
        "strength": 0.6 if mode == "image" else 1.0,
    }
    return job(f"job{i}", **(varied | changes))


@torch.inference_mode()
def test_every_sampler_draws_in_company_what_it_draws_alone() -> None:
    jobs = [asked(i, sampler=name) for i, name in enumerate(SAMPLER_CHOICES)]
    lane = Lane(tiny(), SIZE)
    requests = [admit(lane, each) for each in jobs]
    assert not run(lane)
    for each, request in zip(jobs, requests, strict=True):
        assert (pixels(request) - alone(each)).abs().max() <= LEVELS, each.recipe.sampler


@pytest.mark.parametrize("mode", ["text", "image"])
@pytest.mark.parametrize("name", ["euler", "euler_a", "heun", "dpmpp_2m_karras", "dpmpp_sde", "plms", "lcm"])
@torch.inference_mode()
def test_joining_and_leaving_midway_changes_nobodys_picture(name: str, mode: str) -> None:
    changes: dict[str, Any] = {"sampler": name, "steps": 6, "mode": mode, "strength": 0.7}
    changes["inputs"] = {"image": picture("red")} if mode == "image" else {}
    lane = Lane(tiny(), SIZE)
    first = admit(lane, asked(1, **changes))
    lane.step()
    second = admit(lane, asked(2))
    third = admit(lane, asked(3, steps=30))
    lane.step()
    lane.leave(third)
    assert not run(lane)
    assert (pixels(first) - alone(asked(1, **changes))).abs().max() <= LEVELS
    assert (pixels(second) - alone(asked(2))).abs().max() <= LEVELS


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.integers(0, 11),
            st.sampled_from(list(SAMPLER_CHOICES)),
            st.sampled_from(["fine", "fine", "cancelled", FAULT, NAN, "scheduler"]),
            st.integers(0, 4),
        ),
        min_size=2,
        max_size=5,
    )
)
@torch.inference_mode()
def test_a_poisoned_or_cancelled_neighbour_changes_nobodys_picture(
    crowd: list[tuple[int, str, str, int]],
) -> None:
    lane = Lane(Touchy(tiny()), SIZE)
    fine: list[tuple[Job, Request]] = []
    for number, sampler, fate, at in crowd:
        each = asked(number, sampler=sampler)
        request = admit(lane, each.model_copy(update={"prompt": fate}) if fate in (FAULT, NAN) else each)
        if fate == "fine":
            fine.append((each, request))
        if fate == "scheduler":
            request.trajectory.timesteps = request.trajectory.timesteps[:0]
        for _ in range(at):
            lane.step()
            for done in [r for r in lane.requests if r.finished]:
                lane.leave(done)
        if fate == "cancelled" and request in lane.requests:
            lane.leave(request)
    failed = run(lane)
    for each, request in fine:
        assert request not in failed
        assert request.finished
        assert (pixels(request) - alone(each)).abs().max() <= LEVELS


@torch.inference_mode()
def test_those_who_poison_a_forward_leave_with_the_reason() -> None:
    lane = Lane(Touchy(tiny()), SIZE)
    nan, fault, scheduler, fine = (
        admit(lane, asked(i, prompt=prompt)) for i, prompt in enumerate((NAN, FAULT, "cat", "cat"))
    )
    scheduler.trajectory.scheduler.step = None
    failed = lane.step().failed
    assert isinstance(failed[nan], BrokenNumbers)
    assert "fell over" in str(failed[fault])
    assert isinstance(failed[scheduler], TypeError)
    assert lane.requests == [fine]


@torch.inference_mode()
def test_rows_that_do_not_fit_are_called_in_parts_and_remembered() -> None:
    model = Touchy(tiny(), most_rows=3)
    lane = Lane(model, SIZE)
    jobs = [asked(i, cfg=3, steps=4, strength=1) for i in range(4)]
    requests = [admit(lane, each) for each in jobs]
    lane.step()
    assert model.calls == [8, 4, 2, 2, 4, 2, 2]  # halved until it fitted
    assert lane.most_rows <= 3
    model.calls.clear()
    lane.step()
    assert max(model.calls) <= 3  # and not tried again
    assert not run(lane)
    for each, request in zip(jobs, requests, strict=True):
        assert (pixels(request) - alone(each)).abs().max() <= LEVELS


@torch.inference_mode()
def test_a_row_that_fits_nowhere_fails_alone_after_memory_was_freed() -> None:
    freed: list[bool] = []
    model = Touchy(tiny(), most_rows=0)

    def relieve() -> None:
        freed.append(True)

    lane = Lane(model, SIZE, relieve)
    request = admit(lane, asked(0, cfg=1))
    assert isinstance(lane.step().failed[request], OutOfMemory)
    assert freed


@torch.inference_mode()
def test_memory_that_is_freed_is_used() -> None:
    model = Touchy(tiny(), most_rows=0)

    def relieve() -> None:
        model.most_rows = 99

    lane = Lane(model, SIZE, relieve)
    request = admit(lane, asked(0, cfg=1))
    assert not run(lane)
    assert request.finished


@torch.inference_mode()
def test_a_preview_is_the_picture_in_small() -> None:
    """Late previews are near the decoded picture's colours, and no noise at the start."""
    lane = Lane(tiny(), SIZE)
    request = admit(lane, asked(0, steps=12, cfg=1))
    seen: list[Tensor] = []
    while not request.finished:
        seen += lane.step(wanting_preview={request}).previews.values()
    assert all(rgb.shape == (8, 8, 3) and rgb.dtype == torch.uint8 for rgb in seen)
    assert len(seen) == 12


@torch.inference_mode()
def test_a_preview_that_can_not_be_made_is_tried_and_told_once(caplog: pytest.LogCaptureFixture) -> None:
    class Blind(Touchy):
        @property
        def preview_matrix(self) -> Tensor:
            raise ValueError("a matrix of nothing")

    lane = Lane(Blind(tiny()), SIZE)
    request = admit(lane, asked(0, steps=5, cfg=1))
    while not request.finished:
        assert not lane.step(wanting_preview={request}).previews
    assert caplog.text.count("has no preview") == 1


def test_a_request_without_guidance_takes_one_row() -> None:
    lane = Lane(tiny(), SIZE)
    admit(lane, asked(0, cfg=1))
    assert lane.rows == 1
    admit(lane, asked(1, cfg=1.5))
    assert lane.rows == 3


@torch.inference_mode()
def test_the_less_strength_the_nearer_to_the_picture_and_all_of_it_is_nearly_words_alone() -> None:
    def latents(mode: str, strength: float) -> Tensor:
        lane = Lane(tiny(), SIZE)
        changes: dict[str, Any] = {
            "cfg": 1,
            "steps": 10,
            "sampler": "ddim",
            "inputs": {"image": picture("red")} if mode == "image" else {},
        }
        request = admit(lane, asked(0, mode=mode, strength=strength, **changes))
        run(lane)
        return request.latents

    def distance(a: Tensor, b: Tensor) -> float:
        return float((a - b).abs().mean())

    source = tiny().encode(read(asked(1, inputs={"image": picture("red")}))["image"][None])
    far = [distance(latents("image", strength), source) for strength in (0.1, 0.5, 1.0)]
    assert far == sorted(far)
    words = latents("text", 1.0)
    assert distance(latents("image", 1.0), words) < 0.2 * distance(source, words)
