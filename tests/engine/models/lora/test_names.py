"""One LoRA under every spelling of its layers' names: each is as folded by hand, and nothing of it is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.models.files.addons import AddonFolder
from engine.models.lora import Loras, layer_names
from engine.models.lora.names import flat_name
from tests.checkpoints import pipeline
from tests.engine.models.lora.test_kinds import drawn, kohya, layers, parts_of, written

Spelling = Callable[[str, str], tuple[str, str, str]]
"""A part and a layer's path to the keys of down, up and alpha."""


def _plain(part: str, path: str) -> str:
    inner = path if part == "unet" else f"text_model.{path.removeprefix('text_model.')}"
    return path if path == "text_projection" else inner


def _keys(layer: str, down: str = ".lora_down.weight", up: str = ".lora_up.weight") -> tuple[str, str, str]:
    return layer + down, layer + up, f"{layer}.alpha"


def peft(part: str, path: str) -> tuple[str, str, str]:
    return _keys(f"{part}.{_plain(part, path)}", ".lora_A.weight", ".lora_B.weight")


def peft_with_the_adapters_name(part: str, path: str) -> tuple[str, str, str]:
    return _keys(
        f"{part}.base_model.model.{_plain(part, path)}", ".lora_A.my-style.weight", ".lora_B.my-style.weight"
    )


def diffusers(part: str, path: str) -> tuple[str, str, str]:
    layer = f"{part}.{_plain(part, path)}"
    if part == "unet" or path == "text_projection":
        return _keys(layer, ".lora.down.weight", ".lora.up.weight")
    return _keys(layer, ".lora_linear_layer.down.weight", ".lora_linear_layer.up.weight")


def old_diffusers(part: str, path: str) -> tuple[str, str, str]:
    """Attention in processors, text encoders with the UNet's names of projections."""
    layer = f"{part}.{_plain(part, path)}"
    for projection in ("q", "k", "v", "out"):
        mine = f"to_{projection}" + (".0" if projection == "out" else "")
        if layer.endswith(f"self_attn.{projection}_proj"):
            layer = layer.removesuffix(f"{projection}_proj") + f"to_{projection}_lora"
            return _keys(layer, ".down.weight", ".up.weight")
        if "attn" in layer and part == "unet" and layer.endswith(mine):
            layer = layer.removesuffix(mine) + f"processor.to_{projection}_lora"
            return _keys(layer, ".down.weight", ".up.weight")
    return diffusers(part, path)


def kohya_of_sd(part: str, path: str) -> tuple[str, str, str]:
    prefix = {"unet": "lora_unet", "text_encoder": "lora_te", "text_encoder_2": "lora_te2"}[part]
    return _keys(f"{prefix}_{_plain(part, path)}".replace(".", "_"))


def lycoris(part: str, path: str) -> tuple[str, str, str]:
    prefix = {"unet": "lycoris", "text_encoder": "lycoris", "text_encoder_2": "lora_te2"}[part]
    return _keys(f"{prefix}_{_plain(part, path)}".replace(".", "_"))


def comfy(part: str, path: str) -> tuple[str, str, str]:
    """Extracted there from two models: original names with points."""
    encoders = {"text_encoder": "text_encoders.clip_l", "text_encoder_2": "text_encoders.clip_g"}
    if part in encoders:
        return _keys(f"{encoders[part]}.transformer.{_plain(part, path)}")
    return _keys(f"diffusion_model.{ORIGINAL.get(path, path)}")


ORIGINAL = {
    "conv_in": "input_blocks.0.0",
    "conv_out": "out.2",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
    "down_blocks.0.resnets.0.conv1": "input_blocks.1.0.in_layers.2",
    "down_blocks.0.resnets.0.conv2": "input_blocks.1.0.out_layers.3",
    "down_blocks.0.resnets.0.time_emb_proj": "input_blocks.1.0.emb_layers.1",
    "down_blocks.0.downsamplers.0.conv": "input_blocks.3.0.op",
    "down_blocks.1.resnets.0.conv_shortcut": "input_blocks.4.0.skip_connection",
    "down_blocks.1.attentions.0.proj_in": "input_blocks.4.1.proj_in",
    "down_blocks.1.attentions.1.transformer_blocks.0.ff.net.2": "input_blocks.5.1.transformer_blocks.0.ff.net.2",
    "mid_block.resnets.0.conv1": "middle_block.0.in_layers.2",
    "mid_block.attentions.0.proj_out": "middle_block.1.proj_out",
    "up_blocks.0.resnets.0.conv1": "output_blocks.0.0.in_layers.2",
    "up_blocks.0.attentions.1.transformer_blocks.0.attn1.to_q": "output_blocks.1.1.transformer_blocks.0.attn1.to_q",
    "up_blocks.0.upsamplers.0.conv": "output_blocks.2.2.conv",
    "up_blocks.1.resnets.0.conv_shortcut": "output_blocks.3.0.skip_connection",
}
"""Layers of the tiny SDXL as the original code calls them, and kohya's scripts with underscores."""


@pytest.mark.parametrize("family", ["sd1", "sdxl"])
@pytest.mark.parametrize(
    "spelling", [peft, peft_with_the_adapters_name, diffusers, old_diffusers, kohya_of_sd, lycoris, comfy]
)
def test_every_spelling_of_the_names_is_read_whole(tmp_path: Path, family: str, spelling: Spelling) -> None:
    pipe = pipeline(family)
    folded = written(tmp_path / "kohya.safetensors", pipe, "lora")
    made = load_file(tmp_path / "kohya.safetensors")
    tensors: dict[str, Tensor] = {}
    for part, path, _ in layers(pipe, "lora"):
        name = kohya(part, path, pipe.unet)
        down, up, alpha = spelling(part, path)
        tensors[down], tensors[up] = made[f"{name}.lora_down.weight"], made[f"{name}.lora_up.weight"]
        tensors[alpha] = made[f"{name}.alpha"]
    save_file(tensors, tmp_path / "x.safetensors")
    loras = Loras(AddonFolder(tmp_path), parts_of(pipe), torch.device("cpu"))
    with loras.under([(("x", 1.0),)]):
        ours = drawn(parts_of(pipe), 1)
    assert loras.notices((("x", 1.0),)) == ()
    for mine, expected in zip(ours, drawn(folded, 1), strict=True):
        assert torch.allclose(mine, expected, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("path", ORIGINAL)
def test_sdxl_layers_go_by_the_names_that_kohya_gives_them(path: str) -> None:
    unet = pipeline("sdxl").unet
    assert layer_names({"unet": unet})[f"unet_{ORIGINAL[path].replace('.', '_')}"] is unet.get_submodule(path)


def test_an_upsampler_behind_no_attention_is_the_second_of_its_block() -> None:
    """As in the first upper block of SD 1."""
    unet = UNet2DConditionModel(
        block_out_channels=(32, 32),
        norm_num_groups=8,
        cross_attention_dim=8,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
    )
    layer = layer_names({"unet": unet})["unet_output_blocks_2_1_conv"]
    assert layer is unet.up_blocks[0].upsamplers[0].conv


def test_layers_under_two_names_are_changed_once(tmp_path: Path) -> None:
    """Some converters leave the original names beside diffusers'."""
    pipe = pipeline("sdxl")
    folded = written(tmp_path / "x.safetensors", pipe, "lora")
    made = load_file(tmp_path / "x.safetensors")
    for path, original in ORIGINAL.items():
        for key in [key for key in made if key.startswith(f"lora_unet_{original.replace('.', '_')}.")]:
            made[f"lora_unet_{path.replace('.', '_')}.{key.partition('.')[2]}"] = made[key].clone()
    save_file(made, tmp_path / "x.safetensors")
    loras = Loras(AddonFolder(tmp_path), parts_of(pipe), torch.device("cpu"))
    with loras.under([(("x", 1.0),)]):
        ours = drawn(parts_of(pipe), 1)
    assert torch.allclose(ours[-1], drawn(folded, 1)[-1], atol=1e-4, rtol=1e-4)


def test_a_lone_second_encoder_is_the_files_text_encoder(tmp_path: Path) -> None:
    """SDXL's refiner has one, which trainers call "the text encoder"."""
    pipe = pipeline("sdxl-refiner")
    names = layer_names(parts_of(pipe))
    layer = pipe.text_encoder_2.text_model.encoder.layers[0].self_attn.q_proj
    assert (
        names["te1_encoder_layers_0_self_attn_q_proj"]
        is names["te2_encoder_layers_0_self_attn_q_proj"]
        is layer
    )


def test_a_model_without_a_second_encoder_has_no_layers_of_it() -> None:
    assert not [name for name in layer_names(parts_of(pipeline("sd1"))) if name.startswith("te2_")]


@pytest.mark.parametrize(
    ("key", "flat"),
    [
        ("clip_l.transformer.text_model.encoder.layers.0.mlp.fc1", "te1_encoder_layers_0_mlp_fc1"),
        ("clip_g.transformer.text_model.encoder.layers.0.mlp.fc1", "te2_encoder_layers_0_mlp_fc1"),
        ("lycoris_unet_mid_block_attentions_0_proj_in", "unet_mid_block_attentions_0_proj_in"),
        ("lycoris_lora_unet_mid_block_attentions_0_proj_in", "unet_mid_block_attentions_0_proj_in"),
    ],
)
def test_rarer_beginnings_name_the_same_layers(key: str, flat: str) -> None:
    assert flat_name(key) == flat
