"""Whole checkpoints in GGUF draw as what they were made of; what can't draw is told why."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import gguf
import numpy as np
import pytest
import torch
from gguf import GGMLQuantizationType as Packed
from safetensors.torch import load_file

from engine.api.errors import BadModel
from engine.models.files import ggufs
from engine.models.library import ModelLibrary
from engine.models.unet import UNetFamily
from tests.checkpoints import pipeline
from tests.ldm import State

UNET = "model.diffusion_model."


def write(path: Path, tensors: State, packed: Packed = Packed.Q8_0, flat: bool = False) -> None:
    """With its matrices packed; `flat` writes the shapes of all else apart, as ComfyUI's tools do."""
    writer = gguf.GGUFWriter(path, "sd1")
    for name, tensor in tensors.items():
        array = tensor.float().numpy()
        if tensor.ndim == 4 and flat:
            writer.add_array(f"comfy.gguf.orig_shape.{name}", list(tensor.shape))
            array = array.reshape(len(array), -1)
        if (array.ndim == 2 and array.shape[1] % 256 == 0) or (array.ndim == 2 and packed == Packed.Q8_0):
            kind = packed if array.shape[1] % 32 == 0 else Packed.F16
            writer.add_tensor(name, gguf.quants.quantize(array, kind), raw_dtype=kind)
        else:
            writer.add_tensor(name, array.astype(np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def as_stable_diffusion_cpp_names(models: Path, family: str) -> State:
    """Its text encoders are called as transformers calls them, the first as in SD 1."""
    tensors = load_file(models / f"{family}-file.safetensors")
    rest = {name: t for name, t in tensors.items() if not name.startswith(("cond_stage", "conditioner"))}
    made = pipeline(family)
    for number, encoder in enumerate(
        each for each in (made.text_encoder, getattr(made, "text_encoder_2", None)) if each
    ):
        start = f"cond_stage_model.{f'{number}.' if number else ''}transformer.text_model."
        for name, tensor in encoder.state_dict().items():
            name = name.removeprefix("text_model.")
            turned = name == "text_projection.weight"
            rest[start + name.removesuffix(".weight" if turned else "")] = tensor.T if turned else tensor
    return rest


def place(folder: Path, models: Path, family: str, name: str) -> Path:
    shutil.copytree(models / f"{family}-file.config", folder / f"{name}.config")
    return folder / f"{name}.gguf"


def drawn(shelf: ModelLibrary, name: str) -> list[torch.Tensor]:
    model = shelf.load(name)
    assert isinstance(model, UNetFamily)
    noise = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    (words,) = model.condition(["a red circle"])
    return [
        words.embeds,
        model.predict(noise, torch.tensor([500.0]), [words], [(16, 16)]),
        model.decode(noise, None),
    ]


def alike(got: list[torch.Tensor], wanted: list[torch.Tensor]) -> None:
    for one, other in zip(got, wanted, strict=True):
        assert one.isfinite().all()
        assert (one - other).abs().mean() < 0.05 * other.abs().mean()


@pytest.mark.parametrize("names", ["original", "stable-diffusion.cpp"])
@pytest.mark.parametrize("family", ["sd1", "sd2-base", "sdxl"])
def test_a_whole_checkpoint_draws_nearly_as_what_it_was_made_of(
    tmp_path: Path,
    models: Path,
    family: str,
    names: str,
    shelf: ModelLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ggufs, "_WIDE", 64)  # as wide as the tiny SD 2 is
    path = place(tmp_path, models, family, "mine base")
    if names == "original":
        write(path, load_file(models / f"{family}-file.safetensors"))
    else:
        write(path, as_stable_diffusion_cpp_names(models, family))
    mine = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    (card,) = mine.cards()
    assert card.family == family.removesuffix("-base")
    alike(drawn(mine, card.name), drawn(shelf, family))


def test_shapes_that_are_written_apart_are_put_back(
    tmp_path: Path, models: Path, shelf: ModelLibrary
) -> None:
    path = place(tmp_path, models, "sd1", "mine")
    write(path, load_file(models / "sd1-file.safetensors"), flat=True)
    mine = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    alike(drawn(mine, "mine"), drawn(shelf, "sd1"))


def test_a_unet_alone_says_so(tmp_path: Path, models: Path) -> None:
    """As most of those are that people have for ComfyUI."""
    tensors = load_file(models / "sd1-file.safetensors")
    unet = {n.removeprefix(UNET): t for n, t in tensors.items() if n.startswith(UNET)}
    write(tmp_path / "sub.gguf", unet)
    write(tmp_path / "flux.gguf", {"double_blocks.0.img_attn.qkv.weight": torch.zeros(32, 32)})
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    reasons = {each.name: each.reason for each in shelf.passed_over()}
    assert "a UNet alone" in reasons["sub"]
    assert re.search("FLUX", reasons["flux"])
    with pytest.raises(BadModel):
        shelf.load("sub")


@pytest.mark.parametrize("cut", [0, 3, 20, 100, 5000, -1])
def test_a_damaged_file_is_one_sentence(tmp_path: Path, models: Path, cut: int) -> None:
    write(tmp_path / "whole.gguf", load_file(models / "sd1-file.safetensors"))
    (tmp_path / "mine.gguf").write_bytes((tmp_path / "whole.gguf").read_bytes()[:cut])
    (tmp_path / "whole.gguf").unlink()
    (only,) = ModelLibrary(tmp_path, embedded=tmp_path / "none").passed_over()
    assert only.fault == "damaged"
    assert "GGUF" in only.reason


def test_whatever_bytes_are_called_a_gguf_file(tmp_path: Path) -> None:
    for number, start in enumerate(
        [b"GGUF\x03\0\0\0" + b"\xff" * 16, b"GGUF\x03\0\0\0" + bytes(200), b"GGUF"]
    ):
        (tmp_path / f"{number}.gguf").write_bytes(start)
    assert len(ModelLibrary(tmp_path, embedded=tmp_path / "none").passed_over()) == 3
