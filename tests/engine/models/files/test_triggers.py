"""The words that call a LoRA up, as trainers write them into files, and whatever else stands in their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from engine.models.files.shelf import AddonFolder
from engine.models.files.triggers import told_family, told_triggers


def kohya(**tags: int) -> dict[str, str]:
    return {"ss_tag_frequency": json.dumps({"10_ink": tags})}


@pytest.mark.parametrize(
    ("metadata", "words"),
    [
        ({"modelspec.trigger_phrase": "ink style,  washed "}, ("ink style", "washed")),
        ({"modelspec.trigger_phrase": "ink"} | kohya(cat=9), ("ink",)),
        ({"modelspec.trigger_phrase": ""} | kohya(inkstyle=20, woman=19, tree=3), ("inkstyle", "woman")),
        ({"ss_tag_frequency": json.dumps({"5_a": {"ink ": 4}, "5_b": {"ink": 5, "b": 6}})}, ("ink",)),
        (kohya(**{"a long caption of one picture": 1, "another caption": 1}), ()),
        (kohya(**{"x" * 200: 9}), ()),
        ({"ss_tag_frequency": "[" * 100_000}, ()),
        ({"ss_tag_frequency": '{"a": {"b": "c"}, "d": 1}'}, ()),
        ({"ss_tag_frequency": '["a"]'}, ()),
        ({}, ()),
    ],
)
def test_trainers_words_are_told_and_nothing_else(metadata: dict[str, str], words: tuple[str, ...]) -> None:
    assert told_triggers(metadata) == words


@pytest.mark.parametrize(
    ("version", "architecture", "family"),
    [
        ("sd_v1", "stable-diffusion-v1/lora", "sd1"),
        ("sd_v2_v", "", "sd2"),
        ("", "stable-diffusion-v2-768-v/lora", "sd2"),
        ("sdxl_base_v1-0", "stable-diffusion-xl-v1-base/lora", "sdxl"),
        ("", "Stable-Diffusion-XL-v1-refiner/lora", ""),
        ("sd3-m", "stable-diffusion-3-medium/lora", "sd3"),
        ("flux1", "flux-1-dev/lora", "flux"),
        ("sd_v1", "stable-diffusion-xl-v1-base", ""),
        ("pony", "flux-12", ""),
    ],
)
def test_the_models_that_a_file_is_for_are_told_where_it_names_them(
    version: str, architecture: str, family: str
) -> None:
    metadata = {"ss_base_model_version": version, "modelspec.architecture": architecture}
    assert told_family(metadata) == family


def test_a_folder_tells_them_of_each_file_and_a_damaged_one_tells_none(tmp_path: Path) -> None:
    save_file({"a": torch.zeros(1)}, tmp_path / "ink.safetensors", metadata=kohya(inkstyle=20))
    (tmp_path / "cut.safetensors").write_bytes(b"\x00" * 20)
    told = {addon.name: addon.triggers for addon in AddonFolder(tmp_path).addons()}
    assert told == {"ink": ("inkstyle",), "cut": ()}
