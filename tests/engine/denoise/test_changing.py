"""Prompts that change, in lanes: told at each model call what is said then, equal alone and in company."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from engine.api.changing import chosen
from engine.api.errors import TooManyTexts
from engine.api.jobs import Job
from engine.api.samplers import SAMPLER_CHOICES
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.models.library import ModelLibrary
from engine.models.ports import Conditioning, PipelineModel, UNetModel
from engine.modes import read, way
from tests.checkpoints import pipeline
from tests.engine.bench import job, tiny
from tests.engine.denoise.test_lane import LEVELS, SIZE, picture
from tests.loras import lora_file


class Told:
    """A model that notes which text each row of each forward is told, and what it was asked to encode."""

    def __init__(self, model: UNetModel) -> None:
        self._model = model
        self._texts: dict[int, tuple[str, Conditioning]] = {}
        self.forwards: list[list[str]] = []
        self.encoded: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def condition(self, prompts: Sequence[str], adapters: Any = None, skip: Any = None) -> list[Conditioning]:
        self.encoded += prompts
        found = self._model.condition(prompts, adapters, skip)
        self._texts |= {id(c): (text, c) for text, c in zip(prompts, found, strict=True)}
        return found

    def predict(
        self, latents: Tensor, timesteps: Tensor, conditionings: Any, *rest: Any, **named: Any
    ) -> Tensor:
        self.forwards.append([self._texts[id(c)][0] for c in conditionings])
        return self._model.predict(latents, timesteps, conditionings, *rest, **named)


@torch.inference_mode()
def draw(model: Any, *jobs: Job, image: int = 0) -> list[Request]:
    """All of them in one lane, each admitted a step after the one before."""
    lane = Lane(model, SIZE)
    requests = []
    waiting = list(jobs)
    while waiting or lane.requests:
        if waiting:
            asked = waiting.pop(0)
            requests.append(lane.admit(way(asked, image, inputs=read(asked))))
        assert not lane.step().failed
        for request in [r for r in lane.requests if r.finished]:
            lane.leave(request)
    return requests


def heard(**changes: Any) -> list[tuple[int, str]]:
    """What the model is told in a row of calls, and for how many of them, by a job without guidance."""
    model = Told(tiny())
    draw(model, job(**({"cfg": 1.0} | changes)))
    return [(len(list(group)), text) for text, group in groupby(row for (row,) in model.forwards)]


def test_words_change_at_their_call() -> None:
    assert heard(prompt="a [cat:dog:0.5]", steps=6) == [(3, "a cat"), (3, "a dog")]
    assert heard(prompt="a [cat:2]", steps=5) == [(2, "a "), (3, "a cat")]
    assert heard(prompt="[a|b]", steps=3) == [(1, "a"), (1, "b"), (1, "a")]


@pytest.mark.parametrize("sampler", SAMPLER_CHOICES)
def test_with_every_sampler_model_calls_are_what_counts(sampler: str) -> None:
    calls = SAMPLER_CHOICES[sampler][0].calls(6)
    assert heard(prompt="[a:b:4]", steps=6, sampler=sampler) == [(4, "a"), (calls - 4, "b")]
    assert heard(prompt="[a:b:0.5]", steps=6, sampler=sampler)[0] == (calls // 2, "a")


def test_from_a_picture_the_calls_that_are_made_count() -> None:
    told = heard(prompt="[a:b:0.5]", steps=20, strength=0.3, mode="image", inputs={"image": picture("red")})
    assert told == [(3, "a"), (3, "b")]


def test_a_negative_prompt_changes_by_itself() -> None:
    model = Told(tiny())
    draw(model, job(prompt="[a|b]", negative="[c:d:3]", steps=4))
    assert model.forwards == [["c", "a"], ["c", "b"], ["c", "a"], ["d", "b"]]


def test_each_text_is_encoded_once_and_words_that_stay_cost_nothing() -> None:
    model = Told(tiny())
    draw(model, job(prompt="a [cat|dog] [in snow:0.5]", negative="blue", steps=12))
    assert sorted(model.encoded) == ["a cat ", "a cat in snow", "a dog ", "a dog in snow", "blue"]
    plain = Told(tiny())
    draw(plain, job(prompt="a cat", negative="blue", steps=12))
    assert sorted(plain.encoded) == ["a cat", "blue"]


CHANGING = (
    "a [cat:red square:0.5]",
    "[a cat|snow|blue]",
    "{red|blue} [circle:(square:1.3):2]",
    "a cat",
    "[" + "snow " * 90 + ":a cat:0.5]",  # longer than 77 tokens, and then not
    "[a cat:" + "snow " * 90 + ":3]",
)


@pytest.mark.parametrize("sampler", ["euler", "euler_a", "heun", "dpmpp_2m_karras", "dpmpp_sde", "plms"])
@torch.inference_mode()
def test_words_that_change_are_drawn_in_company_as_alone(sampler: str) -> None:
    jobs = [
        job(
            f"job{i}",
            prompt=prompt,
            negative=("", "[blue|red]")[i % 2],
            steps=4 + i,
            seed=i,
            sampler=sampler,
            cfg=(1, 3)[i % 3 > 0],
            mode=("text", "image")[i % 2],
            strength=(1.0, 0.8)[i % 2],
            inputs={"image": picture("red")} if i % 2 else {},
        )
        for i, prompt in enumerate(CHANGING)
    ]
    for each, request in zip(jobs, draw(tiny(), *jobs), strict=True):
        (alone,) = draw(tiny(), each)
        assert torch.allclose(request.latents, alone.latents, atol=1e-4), each.prompt
        assert (tiny().decode(request.latents) - tiny().decode(alone.latents)).abs().max() <= LEVELS


@torch.inference_mode()
def test_words_that_change_make_another_picture_than_either_alone() -> None:
    changed, *plain = (
        draw(tiny(), job(prompt=prompt, steps=6))[0].latents
        for prompt in ("[snow:a cat:0.5]", "snow", "a cat")
    )
    assert all((changed - each).abs().max() > 1e-3 for each in plain)


@torch.inference_mode()
def test_what_is_chosen_is_the_pictures_own_seeds() -> None:
    """Each picture of an album chooses; its seed alone brings the same words back, and so the same picture."""
    asked = job(prompt="a {red|blue|green} {cat|dog}", steps=2, seed=3, count=6)
    words = [way(asked, i).told(2)[-1][0] for i in range(6)]
    assert len(set(words)) > 2
    for i, seed in enumerate(each.seed for each in asked.recipe.each()):
        (of_album,) = draw(tiny(), asked, image=i)
        (by_seed,) = draw(tiny(), job(prompt=asked.prompt, steps=2, seed=seed))
        (by_words,) = draw(tiny(), job(prompt=words[i], steps=2, seed=seed))
        assert torch.equal(of_album.latents, by_seed.latents)
        assert torch.equal(of_album.latents, by_words.latents)


def test_the_prompt_chooses_the_same_with_and_without_guidance() -> None:
    for seed in range(9):
        told = [
            way(job(prompt="{a|b}", negative="{c|d}", cfg=cfg, seed=seed)).told(1)[-1] for cfg in (1.0, 3.0)
        ]
        assert told[0] == told[1]


def test_a_prompt_of_too_many_texts_is_refused_before_it_is_drawn() -> None:
    lane = Lane(tiny(), SIZE)
    with pytest.raises(TooManyTexts):
        lane.admit(way(job(prompt=f"[{'|'.join(map(str, range(200)))}]", steps=100)))
    assert not lane.requests


@torch.inference_mode()
def test_a_lora_comes_and_goes_as_words_do(tmp_path: Path) -> None:
    pipe = pipeline("sd1")
    pipe.save_pretrained(tmp_path / "sd1")
    for seed, name in enumerate(("ink", "glow")):
        lora_file(tmp_path / "loras" / f"{name}.safetensors", pipe, "kohya", seed)
    model = ModelLibrary(tmp_path, embedded=tmp_path / "none").load("sd1")
    assert not isinstance(model, PipelineModel)
    asked = job(prompt="a cat [<lora:ink:1>:<lora:glow:0.5>:2]", steps=4)
    for row in way(asked).conditionings(model, 4):
        assert [c.adapters for c in row] == [(("ink", 1.0),)] * 2 + [(("glow", 0.5),)] * 2
    together, _ = draw(model, asked, job("other", prompt="a cat", seed=2))
    (alone,), (plain,) = draw(model, asked), draw(model, job(prompt="a cat ", steps=4))
    assert torch.allclose(together.latents, alone.latents, atol=1e-4)
    assert (alone.latents - plain.latents).abs().max() > 1e-3


@torch.inference_mode()
def test_the_starter_shows_what_is_chosen_and_the_later_a_change_the_less_of_it(tmp_path: Path) -> None:
    model = ModelLibrary(tmp_path).load("starter")
    assert not isinstance(model, PipelineModel)

    def drawn(prompt: str, seed: int = 7) -> Tensor:
        recipe: dict[str, Any] = {
            "model": "starter",
            "width": 64,
            "height": 64,
            "cfg": 2.5,
            "sampler": "dpmpp_2m",
        }
        lane = Lane(model, (64, 64))
        request = lane.admit(way(job(prompt=prompt, steps=10, seed=seed, **recipe)))
        while not request.finished:
            assert not lane.step().failed
        return model.decode(request.latents)[0]

    def blueness(pixels: Tensor) -> float:
        """Of its middle, where the circle is."""
        red, _, blue = pixels[:, 24:40, 24:40].mean((1, 2))
        return float(blue - red)

    red, blue = (drawn(f"a {colour} circle on a white background") for colour in ("red", "blue"))
    assert blueness(red) < -0.3 < 0.3 < blueness(blue)
    prompts = [f"a [red:blue:{when}] circle on a white background" for when in ("0", "0.2", "0.5", "10")]
    shares = [float((drawn(prompt) - blue).abs().mean()) for prompt in prompts]
    assert shares[0] == 0
    assert shares[0] < shares[1] < shares[2] <= shares[3]
    assert torch.equal(drawn(prompts[3]), red)
    for seed in range(6):
        choice = "a {red|blue} circle on a white background"
        (words,) = chosen([choice], seed)
        assert (blueness(drawn(choice, seed)) > 0) == ("blue" in words)
