"""What lies in the models folder: found wherever it lies, and nothing large is passed over without a word."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.models.files.catalogue import Catalogue
from engine.models.library import ModelLibrary
from engine.models.unet import UNetFamily
from tests.checkpoints import sd1_folder


def told(folder: Path) -> dict[str, tuple[str, str | None]]:
    """What is passed over, by where it lies."""
    return {each.file: (each.reason, each.fault) for each in Catalogue(folder, folder / "none").passed_over()}


def tensors(folder: Path, file: str, *names: str, **more: torch.Tensor) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: torch.zeros(2, 768) for name in names} | more, path)


def test_models_in_folders_in_folders_are_found(tmp_path: Path, models: Path) -> None:
    for place in ("checkpoints/sdxl/Mine.safetensors", "Stable-diffusion/a/b/c/Other.SFT"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).symlink_to(models / "sd1-file.safetensors")
        (tmp_path / place).with_suffix(".config").symlink_to(models / "sd1-file.config")
    hub = tmp_path / "hub/models--org--tiny"
    (hub / "snapshots").mkdir(parents=True)
    shutil.copytree(models / "sd1", hub / "snapshots/0123abcd")
    for aside in ("loras", "embeddings", ".cache", "checkpoints/.trash"):
        (tmp_path / aside).mkdir(parents=True)
        shutil.copy(models / "sd1-file.safetensors", tmp_path / aside / "not-this.safetensors")
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    names = [card.name for card in shelf.cards()]
    assert sorted(names) == ["mine", "other", "tiny"]
    assert all(isinstance(shelf.load(name), UNetFamily) for name in names)
    assert shelf.passed_over() == ()


def test_links_that_go_round_and_folders_of_any_depth_end(tmp_path: Path, models: Path) -> None:
    deep = tmp_path / "/".join("abcdefghij")
    deep.mkdir(parents=True)
    (deep / "lost.safetensors").symlink_to(models / "sd1-file.safetensors")
    (tmp_path / "a/round").symlink_to(tmp_path)
    (tmp_path / "itself").symlink_to("itself")
    (tmp_path / "gone.safetensors").symlink_to("nowhere.safetensors")
    os.mkfifo(tmp_path / "pipe.safetensors")
    found = told(tmp_path)
    assert found["a/b/c/d/e/f"][0] == "it lies too deep in other folders to be looked into"
    assert "cannot be read" in found["gone.safetensors"][0]
    assert found["pipe.safetensors"][0] == "it is no file"
    assert len(found) == 3


def test_a_folder_without_its_index_is_one_thing(tmp_path: Path, models: Path) -> None:
    shutil.copytree(models / "sd1", tmp_path / "sub/half")
    (tmp_path / "sub/half/model_index.json").unlink()
    (tmp_path / "a.mlpackage/Data").mkdir(parents=True)
    found = told(tmp_path)
    assert "no model_index.json" in found["sub/half"][0]
    assert "Core ML" in found["a.mlpackage"][0]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("file", "words", "fault"),
    [
        ("x.ckpt", "pickle", "pickle"),
        ("sub/X.PT", "pickle", "pickle"),
        ("x.bin", "pickle", "pickle"),
        ("4x-Ultra.pth", "pickle", "pickle"),
        ("x.safetensors.part", "not finished", "unfinished"),
        ("Unconfirmed 123.crdownload", "not finished", "unfinished"),
        ("x.safetensors.aria2", "not finished", "unfinished"),
        ("x.partial", "not finished", "unfinished"),
        ("x.zip", "archive", "strange"),
        ("x.safetensors.7z", "archive", "strange"),
        ("x.safetensors.001", "archive", "strange"),
        ("unet/x.onnx", "ONNX", "strange"),
        ("x.engine", "TensorRT", "strange"),
        ("flax_model.msgpack", "Flax", "strange"),
        ("x-00001-of-00003.safetensors", "3 pieces", "part"),
    ],
)
def test_a_name_that_says_why_it_can_not_draw(tmp_path: Path, file: str, words: str, fault: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_bytes(b"\x00" * 100)
    ((where, (reason, word)),) = told(tmp_path).items()
    assert (where, word) == (file, fault)
    assert words in reason


def test_a_file_beside_which_its_download_lies_is_not_finished_until_that_is_gone(
    tmp_path: Path, models: Path
) -> None:
    """Its header is there, its size is right, and its end is zeros."""
    shutil.copy(models / "sd1-file.safetensors", tmp_path / "mine.safetensors")
    control = tmp_path / "mine.safetensors.aria2"
    control.touch()
    catalogue = Catalogue(tmp_path, tmp_path / "none")
    (only,) = catalogue.passed_over()
    assert (only.file, only.fault) == ("mine.safetensors", "unfinished")
    control.unlink()
    assert [card.name for card in catalogue.cards()] == ["mine"]
    control.touch()
    assert [each.fault for each in catalogue.passed_over()] == ["unfinished"]


def test_what_is_no_model_to_anybody_is_passed_over_in_silence(tmp_path: Path, models: Path) -> None:
    for name in ("mine.png", "mine.json", "mine.preview.jpeg", "README.md", "mine.civitai.info", "x.sha256"):
        (tmp_path / name).write_bytes(b"\x00" * 2**21)
    (tmp_path / "notes").write_text("a note")
    assert told(tmp_path) == {}


def test_a_large_file_of_any_name_is_named(tmp_path: Path, models: Path) -> None:
    (tmp_path / "unheard.of").write_bytes(b"\x01" * 2**20)
    big = load_file(models / "sd1-file.safetensors")
    save_file(big, tmp_path / "mine.safetensors (1)")
    found = told(tmp_path)
    assert "ends in none of .safetensors" in found["unheard.of"][0]
    assert "by another name" in found["mine.safetensors (1)"][0]


D = "model.diffusion_model."


@pytest.mark.parametrize(
    ("names", "words", "fault"),
    [
        ([f"{D}double_blocks.0.img_attn.qkv.weight"], "FLUX are loaded from diffusers folders", "strange"),
        (
            ["double_blocks.0.img_attn.qkv.weight", "vae.decoder.conv_in.weight"],
            "diffusers folders",
            "strange",
        ),
        ([f"{D}joint_blocks.0.x_block.attn.qkv.weight"], "SD 3.5", "strange"),
        (["distilled_guidance_layer.in_proj.weight", "double_blocks.0.x"], "Chroma", "strange"),
        ([f"{D}clip_txt_mapper.weight", f"{D}down_blocks.0.0.channelwise.0.weight"], "Cascade", "strange"),
        (["adaln_single.linear.weight", "transformer_blocks.0.attn1.to_q.weight"], "PixArt", "strange"),
        ([f"{D}blocks.0.self_attn.q.weight"], "Wan", "strange"),
        (["transformer_blocks.0.img_mod.1.weight"], "Qwen", "strange"),
        ([f"{D}patchify_proj.weight", "vae.decoder.conv_in.weight"], "LTX", "strange"),
        (["cap_embedder.0.weight", "layers.0.attention.qkv.weight"], "Z-Image", "strange"),
        (["diffusion_model.double_blocks.0.img_attn.proj.lora_A.weight"], "LoRA", "elsewhere"),
        (["lora_unet_mid_block.lora_down.weight"], "LoRA", "elsewhere"),
        (["lora_unet_mid_block.hada_w1_a"], "LoRA", "elsewhere"),
        (["lycoris_mid_block.lokr_w1"], "LoRA", "elsewhere"),
        (["emb_params"], "embedding", "elsewhere"),
        (["clip_g", "clip_l"], "embedding", "elsewhere"),
        (["control_model.input_blocks.0.0.weight"], "ControlNet", "part"),
        (["controlnet_cond_embedding.conv_in.weight"], "ControlNet", "part"),
        (["ip_adapter.1.to_k_ip.weight", "image_proj.proj.weight"], "IP-Adapter", "part"),
        (["down_blocks.0.motion_modules.0.norm.weight"], "AnimateDiff", "part"),
        (["encoder.conv_in.weight", "decoder.conv_in.weight"], "a VAE alone", "part"),
        (["first_stage_model.decoder.conv_in.weight"], "a VAE alone", "part"),
        (["taesd_decoder.1.weight"], "a VAE alone", "part"),
        (["text_model.encoder.layers.0.mlp.fc1.weight"], "a text encoder alone", "part"),
        (["encoder.block.0.layer.0.SelfAttention.q.weight", "shared.weight"], "(T5) alone", "part"),
        (["model.layers.0.self_attn.q_proj.weight", "model.embed_tokens.weight"], "a text encoder", "part"),
        (["vision_model.embeddings.class_embedding"], "image encoder", "part"),
        (["model.0.weight", "model.1.sub.0.RDB1.conv1.0.weight"], "upscaler", "part"),
        (["conv_first.weight", "body.0.rdb1.conv1.weight"], "upscaler", "part"),
        (["down_blocks.0.resnets.0.conv1.weight", "conv_in.weight"], "a UNet alone", "part"),
        ([f"{D}input_blocks.0.0.weight", f"{D}out.2.weight"], "no text encoder", "part"),
        (["something.else"], "no Stable Diffusion checkpoint", "strange"),
    ],
)
def test_what_a_file_is_that_is_no_checkpoint_is_said(
    tmp_path: Path, names: list[str], words: str, fault: str
) -> None:
    tensors(tmp_path, "sub/mine.safetensors", *names)
    ((where, (reason, word)),) = told(tmp_path).items()
    assert where == "sub/mine.safetensors"
    assert words in reason
    assert word == fault


def test_what_can_not_be_used_takes_no_name_from_what_can(tmp_path: Path) -> None:
    (tmp_path / "mine.ckpt").write_bytes(b"\x80\x04")
    (tmp_path / "mine.onnx").write_bytes(b"\x08")
    sd1_folder(tmp_path / "mine")
    (card,) = Catalogue(tmp_path, tmp_path / "none").cards()
    assert card.name == "mine"


def test_a_folder_that_can_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    with monkeypatch.context() as patch:  # what clears the folder away afterwards may read it
        patch.setattr(os, "scandir", refusing)
        patch.setattr(os, "listdir", refusing)
        assert "cannot be read" in told(tmp_path)["locked"][0]
