"""A picture is done with as the words say, by models that look at it while they draw."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import diffusers
import pytest
import torch

from engine.api.choices import choose
from engine.api.errors import PictureNeeded, UnfitModel
from engine.checks import check
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import cost, read, rows
from tests.checkpoints import folder, pipeline, single_file
from tests.engine.bench import job
from tests.engine.modes.test_hooks import LEVELS, SIZE, draw, painting

SAID = "make it blue"
GIVEN = {"image": painting("red", "lime")}

PIPELINES = {
    "sd1": diffusers.StableDiffusionInstructPix2PixPipeline,
    "sdxl": diffusers.StableDiffusionXLInstructPix2PixPipeline,
}


@cache
def editor(family: str, delta: bool = False) -> UNetModel:
    """An editing model in small, from a folder."""
    with TemporaryDirectory() as place:
        home = folder(Path(place) / "editor", family)
        (home / "card.json").write_text(json.dumps({"delta": delta}), "utf-8")
        model = ModelLibrary(Path(place) / "none", embedded=home).load("editor")
    assert not isinstance(model, PipelineModel)
    return model


@pytest.mark.parametrize("family", ["sd1", "sdxl"])
@torch.inference_mode()
def test_it_draws_what_diffusers_draws(family: str) -> None:
    model, made = editor(f"{family}-editing"), pipeline(f"{family}-editing")
    pipe = PIPELINES[family].from_pipe(made)
    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = diffusers.EulerDiscreteScheduler.from_config(pipe.scheduler.config)
    for cfg, image_cfg in ((5.0, 2.0), (5.0, 1.0), (1.0, 1.5)):
        asked = job(mode="edit", prompt=SAID, inputs=GIVEN, cfg=cfg, image_cfg=image_cfg, negative="a cat")
        size = {"width": SIZE[0], "height": SIZE[1]} if family == "sdxl" else {}
        theirs = pipe(
            SAID,
            image=read(asked)["image"][None] / 2 + 0.5,
            negative_prompt="a cat",
            num_inference_steps=asked.recipe.steps,
            guidance_scale=cfg,
            image_guidance_scale=image_cfg,
            generator=torch.Generator().manual_seed(asked.recipe.seed),
            output_type="pt",
            **size,
        ).images
        ours = model.decode(draw(model, asked)[0].latents)
        assert (ours - theirs).abs().max() <= LEVELS, (cfg, image_cfg)


@torch.inference_mode()
def test_each_request_has_as_many_rows_as_it_needs_and_is_what_it_is_alone() -> None:
    model = editor("sd1-editing")
    jobs = [
        job("3", mode="edit", inputs=GIVEN, prompt=SAID, sampler="dpmpp_2m", image_cfg=1.8),
        job("2", mode="edit", inputs={"image": painting("blue", "red")}, image_cfg=1),
        job("1", mode="edit", inputs=GIVEN, cfg=1, sampler="euler_a"),
        job("other", mode="edit", inputs=GIVEN, prompt="a cat", sampler="heun"),
    ]
    assert [rows(each) for each in jobs] == [3, 2, 1, 3]
    assert cost(jobs[0]) == pytest.approx(1.5 * cost(jobs[1])) == pytest.approx(3 * cost(jobs[2]))
    for one, together in zip(jobs, draw(model, *jobs), strict=True):
        alone = draw(model, one)[0]
        assert (model.decode(together.latents) - model.decode(alone.latents)).abs().max() <= LEVELS
    seen, unseen = (
        draw(model, job(mode="edit", inputs={"image": painting(c, c)}))[0] for c in ("red", "blue")
    )
    assert (seen.latents - unseen.latents).abs().max() > 0.01  # same seed and words: another picture


@pytest.mark.parametrize("sampler", ["euler", "euler_a", "ddim", "heun", "dpmpp_2m_karras", "unipc"])
@torch.inference_mode()
def test_a_picture_that_is_changed_by_a_difference_is_itself_where_there_is_none(sampler: str) -> None:
    model = editor("sd1-editing", delta=True)
    asked: list[dict[str, Any]] = [
        {"prompt": "a cat", "image_cfg": 1.0 + 1e-9, "cfg": 4.0},
        {"prompt": SAID, "image_cfg": 2.0},
        {"prompt": SAID, "image_cfg": 1.0},
    ]
    same, said, other = (
        job(str(i), mode="edit", inputs=GIVEN, negative="a cat", sampler=sampler, seed=i, **more)
        for i, more in enumerate(asked)
    )
    source = model.encode(read(same)["image"][None])
    kept, changed, plain = draw(model, same, said, other)
    assert torch.allclose(kept.latents, source, atol=1e-3)
    assert (changed.latents - source).abs().max() > 0.01 and (plain.latents - source).abs().max() > 0.1
    for one, each in ((changed, said), (plain, other)):
        alone = draw(model, each)[0]
        assert (model.decode(one.latents) - model.decode(alone.latents)).abs().max() <= LEVELS
    assert torch.equal(draw(model, other)[0].latents, draw(editor("sd1-editing"), other)[0].latents)


def test_a_model_that_edits_does_that_alone(tmp_path: Path) -> None:
    single_file(tmp_path / "instruct.safetensors", "sd1-editing")
    folder(tmp_path / "plain", "sd1")
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    editing, plain = sorted(shelf.cards(), key=lambda card: card.name)
    assert (editing.name, editing.variant, plain.variant) == ("instruct", "editing", "")
    for given, cards, mode in (
        (["image"], (editing, plain), "edit"),
        (["image"], (plain, editing), "image"),
        ([], (editing, plain), "text"),
    ):
        choice = choose(given, [], cards)
        assert (choice.mode.name, choice.card.variant == "editing") == (mode, mode == "edit")
    assert (
        choose(["image"], ["image_cfg"], (plain, editing)).card is editing
    )  # which means something to it alone
    with pytest.raises(PictureNeeded, match="instruct"):
        choose([], [], [editing], "instruct")
    with pytest.raises(PictureNeeded, match="instruct"):
        check(job(model="instruct"), [editing, plain])
    for inputs, named in (({"image", "mask"}, "inpaint"), ({"image"}, "image")):
        with pytest.raises(UnfitModel):
            check(job(mode=named, model="instruct", inputs=dict.fromkeys(inputs, b"")), [editing, plain])
    with pytest.raises(UnfitModel):
        choose(["image"], ["zoom"], [editing], "instruct")
    model = shelf.load("instruct")
    assert not isinstance(model, PipelineModel)
    with torch.inference_mode():
        assert draw(model, job(mode="edit", inputs=GIVEN))[0].latents.isfinite().all()
