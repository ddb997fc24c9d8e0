"""Weights in 8 bits with scales draw as the numbers they stand for, and what can't be scaled rightly is refused."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.api.errors import BadModel
from engine.models.library import ModelLibrary
from engine.models.unet import UNetFamily
from tests.ldm import State
from tests.scaled import FP8, comfy, scaled

UNET = "model.diffusion_model."
PARTS = {"UNet": UNET, "text encoders": "cond", "VAE": "first_stage_model.", "all": ""}


def original(models: Path, family: str) -> State:
    tensors: State = load_file(models / f"{family}-file.safetensors")
    return tensors


def place(folder: Path, models: Path, family: str, name: str, tensors: State, **metadata: str) -> None:
    save_file({k: v.contiguous() for k, v in tensors.items()}, folder / f"{name}.safetensors", metadata)
    shutil.copytree(models / f"{family}-file.config", folder / f"{name}.config")


def drawn(shelf: ModelLibrary, name: str) -> list[torch.Tensor]:
    """What a model makes of words, noise and latents."""
    model = shelf.load(name)
    assert isinstance(model, UNetFamily)
    noise = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    (words,) = model.condition(["a red circle"])
    return [
        words.embeds,
        model.predict(noise, torch.tensor([500.0]), [words], [(16, 16)]),
        model.decode(noise, None),
    ]


def alike(shelf: ModelLibrary, drawn_plain: list[torch.Tensor] | None = None) -> None:
    for got, wanted in zip(drawn(shelf, "eight"), drawn_plain or drawn(shelf, "plain"), strict=True):
        assert got.isfinite().all()
        assert torch.allclose(got, wanted, atol=1e-4)


@pytest.mark.parametrize("family", ["sd1", "sd2-base", "sdxl"])
@pytest.mark.parametrize("part", PARTS)
def test_scaled_weights_draw_as_what_they_stand_for(
    tmp_path: Path, models: Path, family: str, part: str
) -> None:
    written, plain = scaled(original(models, family), only=PARTS[part])
    assert len(written) > len(plain)
    place(tmp_path, models, family, "eight", written | {"scaled_fp8": torch.zeros(2, dtype=FP8)})
    place(tmp_path, models, family, "plain", plain)
    alike(ModelLibrary(tmp_path, embedded=tmp_path / "none"))


@pytest.fixture(scope="module")
def plain_ones(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[torch.Tensor]]:
    """What plain numbers draw, by what has a scale of its own and by the kind of 8 bits: once for all spellings."""

    @cache
    def of(per: str, kind: torch.dtype) -> list[torch.Tensor]:
        folder = tmp_path_factory.mktemp("plain")
        place(folder, models, "sd1", "plain", scaled(original(models, "sd1"), per, only=UNET, kind=kind)[1])
        return drawn(ModelLibrary(folder, embedded=folder / "none"), "plain")

    return of


@pytest.mark.parametrize("per", ["tensor", "channel", "block"])
@pytest.mark.parametrize(
    "spelling",
    ["scale_weight", "weight_scale", "weight_scale_inv", "weight.scale_weight", "weight.scale_inv"],
)
@pytest.mark.parametrize("kind", [FP8, torch.float8_e5m2])
def test_every_spelling_of_a_scale_and_whatever_has_one(
    tmp_path: Path,
    models: Path,
    plain_ones: Callable[..., list[torch.Tensor]],
    per: str,
    spelling: str,
    kind: torch.dtype,
) -> None:
    """The scales for activations are of no use here, and neither are ComfyUI's marks."""
    written, _ = scaled(original(models, "sd1"), per, spelling, UNET, kind)
    layer = f"{UNET}time_embed.0"
    written[f"{layer}.{'scale_input' if spelling == 'scale_weight' else 'input_scale'}"] = torch.tensor(3.0)
    written[f"{layer}.comfy_quant"] = comfy(format="float8_e4m3fn", full_precision_matrix_mult=True)
    place(tmp_path, models, "sd1", "eight", written)
    alike(ModelLibrary(tmp_path, embedded=tmp_path / "none"), plain_ones(per, kind))


def test_a_scale_for_each_channel_or_block_may_have_more_dimensions(tmp_path: Path, models: Path) -> None:
    for per, name in (("channel", "eight"), ("block", "blocks")):
        written, plain = scaled(original(models, "sd1"), per, only=UNET)
        written = {k: v[..., None] if k.endswith("scale_weight") else v for k, v in written.items()}
        place(tmp_path, models, "sd1", name, written)
        place(tmp_path, models, "sd1", f"{name}-plain", plain)
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    for name in ("eight", "blocks"):
        for got, wanted in zip(drawn(shelf, name), drawn(shelf, f"{name}-plain"), strict=True):
            assert torch.allclose(got, wanted, atol=1e-4)


def test_weights_in_8_bits_without_scales_are_the_numbers_they_are(tmp_path: Path, models: Path) -> None:
    tensors = original(models, "sd1")
    eight = {name: t.to(FP8) if t.ndim > 1 else t for name, t in tensors.items()}
    place(tmp_path, models, "sd1", "eight", eight)
    place(tmp_path, models, "sd1", "plain", {name: t.float() for name, t in eight.items()})
    alike(ModelLibrary(tmp_path, embedded=tmp_path / "none"))


@pytest.mark.parametrize("part", ["unet", "vae", "text_encoder"])
def test_the_parts_of_a_folder_are_scaled_too(tmp_path: Path, models: Path, part: str) -> None:
    for name in ("eight", "plain"):
        shutil.copytree(models / "sd1", tmp_path / name)
    (file,) = (models / "sd1" / part).glob("*.safetensors")
    for name, tensors in zip(("eight", "plain"), scaled(load_file(file)), strict=True):
        save_file(tensors, tmp_path / name / part / file.name, {"format": "pt"})
    alike(ModelLibrary(tmp_path, embedded=tmp_path / "none"))


def spoilt(tensors: State, how: str) -> tuple[State, dict[str, str]]:
    """A checkpoint in 8 bits of a way that nobody can be sure of, and its metadata."""
    layer = f"{UNET}time_embed.0"
    weight = tensors[f"{layer}.weight"]
    written, _ = scaled(tensors, only=UNET)
    rows, columns = weight.shape
    extra: State = {}
    metadata: dict[str, str] = {}
    match how:
        case "a mark and no scales":
            eight = {name: t for name, t in written.items() if not name.endswith("scale_weight")}
            return eight | {"scaled_fp8": torch.zeros(2, dtype=FP8)}, metadata
        case "a scale of no weight":
            extra = {f"{UNET}nowhere.scale_weight": torch.ones(())}
        case "a scale that does not fit":
            extra = {f"{layer}.scale_weight": torch.ones(rows - 1)}
        case "scales that are no plain numbers":
            extra = {f"{layer}.scale_weight": torch.ones(rows, columns // 32, dtype=torch.uint8)}
        case "a scale of unknown meaning":
            extra = {f"{layer}.scale": torch.ones(())}
        case "a scale below the weight":
            extra = {f"{layer}.weight._amax": torch.ones(())}
        case "whole numbers":
            extra = {f"{layer}.weight": torch.ones(rows, columns, dtype=torch.int8)}
        case "two numbers a byte":
            extra = {f"{layer}.weight": torch.ones(rows, columns // 2, dtype=torch.uint8)}
        case "a layer that says it is rotated":
            extra = {f"{layer}.comfy_quant": comfy(format="float8_e4m3fn", convrot=True)}
        case "a layer of another format":
            extra = {f"{layer}.comfy_quant": comfy(format="mxfp8")}
        case "metadata of another format":
            metadata["_quantization_metadata"] = json.dumps({"layers": {layer: {"format": "nvfp4"}}})
    return written | extra, metadata


@pytest.mark.parametrize(
    "how",
    [
        "a mark and no scales",
        "a scale of no weight",
        "a scale that does not fit",
        "scales that are no plain numbers",
        "a scale of unknown meaning",
        "a scale below the weight",
        "whole numbers",
        "two numbers a byte",
        "a layer that says it is rotated",
        "a layer of another format",
        "metadata of another format",
    ],
)
def test_what_can_not_be_scaled_rightly_is_refused_with_a_reason(
    tmp_path: Path, models: Path, how: str
) -> None:
    tensors, metadata = spoilt(original(models, "sd1"), how)
    place(tmp_path, models, "sd1", "mine", tensors, **metadata)
    shelf = ModelLibrary(tmp_path, embedded=models / "sd1")
    with pytest.raises(BadModel, match=r"scale|8-bit|packed"):
        shelf.load("mine")
    assert "mine" not in [card.name for card in shelf.cards()]
    (told,) = shelf.passed_over()
    assert told.reason


def test_a_pipeline_family_in_8_bits_with_scales_is_refused(tmp_path: Path, models: Path) -> None:
    shutil.copytree(models / "sd3", tmp_path / "mine")
    (file,) = (tmp_path / "mine/transformer").glob("*.safetensors")
    save_file(scaled(load_file(file))[0], file, {"format": "pt"})
    shelf = ModelLibrary(tmp_path, embedded=models / "sd1")
    assert [each.name for each in shelf.passed_over()] == ["mine"]
