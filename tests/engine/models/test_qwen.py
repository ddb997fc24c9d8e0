"""Qwen-Image-Edit does with a picture what it is told, as diffusers' own pipeline does."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import QwenImageEditPipeline, QwenImageEditPlusPipeline
from PIL import Image
from torch import Tensor

from engine.api.errors import UnfitModel
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.api.recipe import Recipe
from engine.models.library import ModelLibrary
from engine.models.pipelines import PipelineCall
from tests import qwen

WIDTH, HEIGHT = 48, 32
AREA = 64 * 64
"""Of the picture that the model looks at; that of the real one is a million pixels."""


def job(prompt: str, seed: int = 7, **recipe: Any) -> Job:
    options = {"width": WIDTH, "height": HEIGHT, "steps": 3, "cfg": 4.0, "sampler": "euler", "seed": seed}
    return Job(
        id="1", tenant="a", mode="edit", prompt=prompt, recipe=Recipe(model="edit", **options | recipe)
    )


@pytest.mark.parametrize("kind", [QwenImageEditPipeline, QwenImageEditPlusPipeline])
def test_it_draws_what_diffusers_draws_and_both_the_words_and_the_picture_reach_it(
    kind: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = sys.modules[kind.__module__]
    whole = theirs.calculate_dimensions
    monkeypatch.setattr(theirs, "calculate_dimensions", lambda _, ratio: whole(AREA, ratio))
    pipe = qwen.pipeline(kind)
    qwen.folder(tmp_path / "edit", pipe)
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    (card,) = shelf.cards()
    assert (card.family, card.variant, card.one_call) == ("qwen", "editing", True)
    assert [name for name, mode in MODES.items() if mode.fits(card)] == ["edit"]
    model = shelf.load("edit")
    assert isinstance(model, PipelineCall)
    parts = (pipe.vae, pipe.text_encoder, pipe.transformer)
    assert model.bytes == sum(4 * p.numel() for part in parts for p in part.parameters())

    bytes_ = torch.randint(0, 256, (HEIGHT, WIDTH, 3), dtype=torch.uint8)
    image = bytes_.movedim(-1, 0) / 127.5 - 1
    seen: list[tuple[int, int, Tensor | None]] = []

    def draw(asked: Job, image: Tensor = image) -> Tensor:
        return model.draw(asked, {"image": image}, lambda *step: seen.append(step))

    for negative in ("", "a cat"):
        expected = pipe(
            Image.fromarray(bytes_.numpy()),
            "make it blue",
            negative_prompt=negative or " ",
            true_cfg_scale=4.0,
            width=WIDTH,
            height=HEIGHT,
            num_inference_steps=3,
            generator=torch.Generator().manual_seed(7),
            output_type="pt",
        ).images[0]
        ours = draw(job("make it blue", negative=negative))
        assert ours.shape == (3, HEIGHT, WIDTH)
        assert (ours - expected).abs().max() <= 2 / 255
    told = draw(job("make it (blue:1.2)", negative="a cat"))
    assert torch.equal(told, ours), "weights are not read aloud"
    assert [(i, total) for i, total, _ in seen[:3]] == [(1, 3), (2, 3), (3, 3)]
    assert seen[2][2] is not None and seen[2][2].shape == (3, HEIGHT // 4, WIDTH // 4)
    for other in (draw(job("a red circle", negative="a cat")), draw(job("make it blue"), -image)):
        assert (other - ours).abs().max() > 1e-3
    with pytest.raises(UnfitModel):
        model.draw(job("make it blue"), {}, lambda *_: None)
