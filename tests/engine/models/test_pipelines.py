"""Models that draw one picture a call: the same events, cancel, preview and sizes as in lanes."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.api.errors import BadModel, BrokenNumbers, UnfitModel, UnknownChoice
from engine.api.events import LoraInPart
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.api.recipe import Recipe
from engine.models.library import ModelLibrary
from engine.models.pipelines import PipelineCall
from tests.checkpoints import folder, pipeline

FAMILIES = ("sd3", "flux")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("models")
    for family in FAMILIES:
        folder(path / family, family)
    return path


@pytest.fixture(scope="module")
def shelf(place: Path) -> ModelLibrary:
    return ModelLibrary(place, embedded=place / "none")


def model_of(shelf: ModelLibrary, family: str) -> PipelineCall:
    model = shelf.load(family)
    assert isinstance(model, PipelineCall)
    return model


def job(model: str, prompt: str = "a red circle", **recipe: Any) -> Job:
    options = {"width": 32, "height": 48, "steps": 4, "cfg": 4.0, "sampler": "euler", "seed": 0} | recipe
    mode = "image" if "strength" in recipe else "text"
    return Job(id="1", tenant="a", mode=mode, prompt=prompt, recipe=Recipe(model=model, **options))


def reseeded(asked: Job, seed: int) -> Job:
    return asked.model_copy(update={"recipe": asked.recipe.model_copy(update={"seed": seed})})


def draw(model: PipelineCall, asked: Job, image: Tensor | None = None, seed: int = 7) -> Tensor:
    return model.draw(reseeded(asked, seed), {} if image is None else {"image": image}, lambda *_: None)


@pytest.mark.parametrize("family", FAMILIES)
def test_it_draws_what_diffusers_draws(shelf: ModelLibrary, family: str) -> None:
    pipe = pipeline(family)
    pipe.set_progress_bar_config(disable=True)
    theirs = pipe(
        "a red circle",
        width=32,
        height=48,
        num_inference_steps=4,
        guidance_scale=4.0,
        generator=torch.Generator().manual_seed(7),
        output_type="pt",
    ).images[0]
    ours = draw(model_of(shelf, family), job(family))
    assert ours.shape == (3, 48, 32)
    assert torch.allclose(ours, theirs, atol=1e-5)


def test_one_that_edits_is_shown_the_picture_at_its_size_and_draws_what_diffusers_draws(
    tmp_path: Path,
) -> None:
    folder(tmp_path / "kontext", "flux-editing")
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    (card,) = shelf.cards()
    assert (card.family, card.variant, [m.name for m in MODES.values() if m.fits(card)]) == (
        "flux",
        "editing",
        ["edit"],
    )
    pipe, image = pipeline("flux-editing"), torch.rand(3, 48, 32)
    pipe.set_progress_bar_config(disable=True)
    theirs = pipe(
        image[None],
        "make it blue",
        width=32,
        height=48,
        num_inference_steps=4,
        guidance_scale=4.0,
        generator=torch.Generator().manual_seed(7),
        output_type="pt",
        max_area=32 * 48,
        _auto_resize=False,
    ).images[0]
    model, asked = model_of(shelf, "kontext"), job("kontext", "make it blue")
    ours = draw(model, asked, image * 2 - 1)
    assert ours.shape == (3, 48, 32)
    assert torch.allclose(ours, theirs, atol=1e-5)
    assert not torch.allclose(ours, draw(model, asked, -(image * 2 - 1)), atol=1e-3)
    with pytest.raises(UnfitModel):
        draw(model, asked)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_seed_decides(shelf: ModelLibrary, family: str) -> None:
    model = model_of(shelf, family)
    assert torch.equal(draw(model, job(family)), draw(model, job(family)))
    assert not torch.equal(draw(model, job(family)), draw(model, job(family), seed=8))


@pytest.mark.parametrize("family", FAMILIES)
def test_progress_and_a_preview_of_the_end(shelf: ModelLibrary, family: str) -> None:
    seen: list[tuple[int, int, Tensor | None]] = []
    final = model_of(shelf, family).draw(
        reseeded(job(family, steps=6), 7), {}, lambda *step: seen.append(step)
    )
    assert [(index, total) for index, total, _ in seen] == [(i, 6) for i in range(1, 7)]
    assert seen[0][2] is None
    last = seen[-1][2]
    assert last is not None
    assert last.shape == (3, 24, 16)
    assert 0 <= last.min() <= last.max() <= 1
    assert final.isfinite().all()


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", [(40, 56), (72, 24)])
def test_any_multiple_of_8_from_words_and_from_a_picture(
    shelf: ModelLibrary, family: str, size: tuple[int, int]
) -> None:
    model = model_of(shelf, family)
    width, height = size
    assert draw(model, job(family, width=width, height=height)).shape == (3, height, width)
    image = torch.rand(3, height, width) * 2 - 1
    asked = job(family, width=width, height=height, strength=0.5)
    assert draw(model, asked, image).shape == (3, height, width)
    assert not torch.equal(draw(model, asked, image), draw(model, asked, -image))


def test_a_cancel_ends_it_at_the_step(shelf: ModelLibrary) -> None:
    class Cancelled(Exception):
        pass

    steps = []

    def step(index: int, total: int, preview: Tensor | None) -> None:
        steps.append(index)
        if index == 2:
            raise Cancelled

    model = model_of(shelf, "sd3")
    with pytest.raises(Cancelled):
        model.draw(reseeded(job("sd3", steps=50), 7), {}, step)
    assert steps == [1, 2]
    assert draw(model, job("sd3")).isfinite().all()


def test_weights_and_tags_are_not_read_aloud(shelf: ModelLibrary) -> None:
    model = model_of(shelf, "flux")
    assert torch.equal(draw(model, job("flux", "a (red:1.3) [circle]")), draw(model, job("flux")))


def test_an_embedding_that_it_can_not_take_is_not_read_aloud(shelf: ModelLibrary) -> None:
    for asked in (
        job("flux", "a <emb:snow> circle"),
        job("flux", "a circle", negative="embedding:easynegative"),
    ):
        with pytest.raises(UnfitModel):
            draw(model_of(shelf, "flux"), asked)


def test_broken_numbers_are_said(place: Path) -> None:
    model = model_of(ModelLibrary(place, embedded=place / "none"), "sd3")
    next(model._pipes[frozenset()].vae.decoder.parameters()).data.fill_(torch.nan)
    with pytest.raises(BrokenNumbers):
        draw(model, job("sd3"))


@pytest.mark.parametrize("family", FAMILIES)
def test_loras_of_one_call_are_gone_in_the_next(place: Path, family: str) -> None:
    generator = torch.Generator().manual_seed(0)
    block = "transformer.transformer_blocks.0.attn"
    tensors = {}
    for name, layer in pipeline(family).transformer.transformer_blocks[0].attn.named_modules():
        if name in ("to_q", "to_v"):
            wide, high = layer.weight.shape
            tensors[f"{block}.{name}.lora_A.weight"] = torch.randn(4, high, generator=generator)
            tensors[f"{block}.{name}.lora_B.weight"] = torch.randn(wide, 4, generator=generator)
    (place / "loras").mkdir(exist_ok=True)
    save_file(tensors, place / "loras" / f"{family}-ink.safetensors")
    told = {"lora_adapter_metadata": json.dumps({"transformer.r": 4, "transformer.lora_alpha": 2})}
    save_file(tensors, place / "loras" / f"{family}-weak.safetensors", metadata=told)
    save_file({"a.lora_A.weight": torch.zeros(1, 1)}, place / "loras" / "odd.safetensors")
    model = model_of(ModelLibrary(place, embedded=place / "none"), family)
    plain = draw(model, job(family))
    inked = draw(model, job(family, f"a red circle <lora:{family}-ink:1>"))
    half = draw(model, job(family, f"a red circle <lora:{family}-ink:0.5>"))
    assert not torch.allclose(plain, inked, atol=1e-3)
    assert not torch.allclose(half, inked, atol=1e-3)
    # a file for the transformer alone, which the weight on texts is nothing to
    assert torch.allclose(draw(model, job(family, f"a red circle <lora:{family}-ink:0:1>")), inked, atol=1e-5)
    assert torch.allclose(draw(model, job(family, f"a red circle <lora:{family}-ink:1:0>")), plain, atol=1e-5)
    weak = draw(model, job(family, f"a red circle <lora:{family}-weak:1>"))
    save_file(
        tensors, place / "loras" / f"{family}-weak.safetensors"
    )  # written anew, without what weakens it
    assert torch.allclose(draw(model, job(family, f"a red circle <lora:{family}-weak:1>")), inked, atol=1e-5)
    assert torch.allclose(weak, half, atol=1e-4), "an alpha of half the rank halves it"
    assert torch.equal(draw(model, job(family)), plain)
    with pytest.raises(UnknownChoice):
        draw(model, job(family, "a cat <lora:none:1>"))
    with pytest.raises(BadModel):
        draw(model, job(family, "a cat <lora:odd:1>"))
    assert torch.equal(draw(model, job(family)), plain)


@pytest.mark.parametrize("family", FAMILIES)
def test_what_diffusers_leaves_out_of_a_lora_is_said(tmp_path: Path, family: str) -> None:
    """Layers that there are not, those of DoRA, and other kinds; a text encoder's that it reads count as read."""
    folder(tmp_path / family, family)
    pipe, dice = pipeline(family), torch.Generator().manual_seed(0)

    def pair(name: str, layer: Any) -> dict[str, Tensor]:
        wide, high = layer.weight.shape
        down, up = torch.randn(4, high, generator=dice), torch.randn(wide, 4, generator=dice)
        return {f"{name}.lora_A.weight": down, f"{name}.lora_B.weight": up}

    block = pipe.transformer.transformer_blocks[0]
    fits = {
        **pair("transformer.transformer_blocks.0.attn.to_q", block.attn.to_q),
        **pair("transformer.transformer_blocks.0.attn.to_out.0", block.attn.to_out[0]),
        **pair("transformer.transformer_blocks.0.ff.net.2", block.ff.net[2]),
        **next(
            pair(f"text_encoder.text_model.{path.removeprefix('text_model.')}", layer)
            for path, layer in pipe.text_encoder.named_modules()
            if path.endswith("q_proj")
        ),
    }
    nowhere = pair("transformer.transformer_blocks.99.attn.to_q", block.attn.to_q)
    dora = pair("transformer.transformer_blocks.0.attn.to_v", block.attn.to_v)
    dora["transformer.transformer_blocks.0.attn.to_v.dora_scale"] = torch.ones(len(block.attn.to_v.weight), 1)
    name = "transformer.transformer_blocks.0.attn.to_k"
    loha = {f"{name}.hada_w{i}_{side}": torch.ones(4, 4) for i in (1, 2) for side in "ab"}
    (tmp_path / "loras").mkdir()
    files = {
        "fits": fits,
        "nowhere": fits | nowhere,
        "some": fits | nowhere | dora | loha,
        "loha": loha,
        "none": nowhere,
    }
    for stem, tensors in files.items():
        save_file(tensors, tmp_path / "loras" / f"{stem}.safetensors")
    model = model_of(ModelLibrary(tmp_path, embedded=tmp_path / "none"), family)
    whole = draw(model, job(family, "a cat <lora:fits:1>"))
    assert not model.notices
    assert torch.allclose(draw(model, job(family, "a cat <lora:nowhere:1>")), whole, atol=1e-5)
    assert model.notices == (LoraInPart("nowhere", 0.8),)
    assert torch.allclose(draw(model, job(family, "a cat <lora:some:1>")), whole, atol=1e-5)
    assert model.notices == (LoraInPart("some", 0.57),)
    with pytest.raises(BadModel, match="no plain LoRA") as refusal:
        draw(model, job(family, "a cat <lora:loha:1>"))
    assert refusal.value.facts["fault"] == "strange"
    with pytest.raises(BadModel, match="another kind"):
        draw(model, job(family, "a cat <lora:none:1>"))
    draw(model, job(family, "a cat"))
    assert not model.notices


def test_a_folder_without_its_weights_says_so(
    place: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder(tmp_path / "flux", "flux")
    for weights in (tmp_path / "flux" / "text_encoder_2").glob("*.safetensors"):
        weights.unlink()
    with caplog.at_level(logging.CRITICAL), pytest.raises(BadModel) as refusal:
        ModelLibrary(tmp_path, embedded=tmp_path / "none").load("flux")
    assert "\n" not in refusal.value.facts["reason"]
