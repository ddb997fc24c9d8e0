"""Distilled UNets: told by their tensors, loaded without configs of their own, or refused with the reason."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import load_file, save_file

from engine.models.files.catalogue import Catalogue
from engine.models.files.shape import UNET, OddShape, unet_shape
from engine.models.library import ModelLibrary
from engine.models.loading import load_checkpoint
from engine.models.unet import UNetFamily
from tests.checkpoints import ldm_state, pipeline, single_file

XL = {"reverse_transformer_layers_per_block": [[1, 1, 3], 1], "transformer_layers_per_block": [1, [2, 2]]}
ONE_EACH = {"layers_per_block": 1, "transformer_layers_per_block": [1, 2]}

DISTILLED: dict[str, tuple[str, dict[str, Any]]] = {
    "SSD-1B": ("sdxl", {**XL, "mid_block_type": "UNetMidBlock2D"}),
    "Segmind Vega": ("sdxl", {"transformer_layers_per_block": 1, "mid_block_type": "UNetMidBlock2D"}),
    "KOALA-700M": ("sdxl", {**ONE_EACH, "mid_block_type": None}),
    "KOALA-1B": ("sdxl", ONE_EACH),
    "BK-SDM base": ("sd1", {"layers_per_block": 1}),
    "BK-SDM small": ("sd1", {"layers_per_block": 1, "mid_block_type": None}),
    "BK-SDM tiny": (
        "sd1",
        {
            "block_out_channels": (32,),
            "down_block_types": ("CrossAttnDownBlock2D",),
            "up_block_types": ("CrossAttnUpBlock2D",),
            "layers_per_block": 1,
            "mid_block_type": None,
        },
    ),
}
"""Families by their text encoders, and what of their UNets is another, in small."""


def distilled(path: Path, family: str, changes: dict[str, Any]) -> Any:
    """Writes a file of a distilled UNet beside the configs of the whole one; returns the UNet."""
    single_file(path, family)
    made = pipeline(family)
    torch.manual_seed(1)
    whole = {key: value for key, value in made.unet.config.items() if not key.startswith("_")}
    made.unet = UNet2DConditionModel(**(whole | changes)).eval()
    save_file({name: tensor.contiguous() for name, tensor in ldm_state(made, family).items()}, path)
    return made.unet


@pytest.mark.parametrize("name", DISTILLED)
def test_a_distilled_unet_is_loaded_by_its_tensors_alone(tmp_path: Path, name: str) -> None:
    unet = distilled(tmp_path / "small.safetensors", *DISTILLED[name])
    (found,) = Catalogue(tmp_path, tmp_path / "none").scan().values()
    assert not found.problem
    loaded = load_checkpoint(found, torch.float32, torch.float32).unet.state_dict()
    assert loaded.keys() == unet.state_dict().keys()
    assert all(torch.equal(loaded[key], tensor) for key, tensor in unet.state_dict().items())


def test_a_distilled_model_draws(tmp_path: Path) -> None:
    distilled(tmp_path / "small.safetensors", *DISTILLED["SSD-1B"])
    model = ModelLibrary(tmp_path, embedded=tmp_path / "none").load("small")
    assert isinstance(model, UNetFamily)
    words = model.condition(["a red circle"])
    drawn = model.predict(torch.randn(1, 4, 8, 8), torch.tensor([500]), words, [(16, 16)])
    assert drawn.isfinite().all()


@pytest.mark.parametrize(
    ("gone", "added", "reason"),
    [
        ("output_blocks.5.", "", "levels of different lengths"),
        ("input_blocks.4.1.", "", "a part of a level"),
        ("middle_block.1.transformer_blocks.1.", "", "middle is of another depth"),
        ("", "edm_mean", "EDM"),
        ("", "edm_vpred.sigma_max", "EDM"),
    ],
)
def test_a_unet_that_cannot_be_built_is_not_listed_and_says_why(
    tmp_path: Path, gone: str, added: str, reason: str
) -> None:
    path = single_file(tmp_path / "odd.safetensors", "sdxl")
    state = {k: v for k, v in load_file(path).items() if not gone or gone not in k}
    save_file(state | ({added: torch.zeros(4)} if added else {}), path)
    shelf = Catalogue(tmp_path, tmp_path / "none")
    assert not shelf.cards()
    assert reason in shelf.scan()["odd"].problem


@pytest.mark.parametrize("number", ["1", "01", "1" * 5000, "٣", "1\n"])
@pytest.mark.parametrize("shape", [(), (4, 4, 3, 3)])
def test_a_strangers_names_and_shapes_are_odd_at_most(number: str, shape: tuple[int, ...]) -> None:
    names = (f"{UNET}{side}_blocks.{number}.0.in_layers.2.weight" for side in ("input", "output"))
    with suppress(OddShape):
        unet_shape({f"{UNET}input_blocks.9.0.op.weight": (), **dict.fromkeys(names, shape)})
