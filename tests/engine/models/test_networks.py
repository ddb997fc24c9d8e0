"""Networks that look at pictures: built where nothing else is, and only when all of their weights are there."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import torch
from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
from safetensors.torch import load_file, save_file
from transformers import (
    AutoModelForDepthEstimation,
    AutoModelForImageClassification,
    CLIPVisionModelWithProjection,
    DPTForDepthEstimation,
)

from engine.models.files.families import NotACheckpoint
from engine.models.networks import read_network
from engine.models.placement import MOVING
from tests import adapters
from tests.checkpoints import depth_config
from tests.classifiers import red_is, with_a_check


class Kind(NamedTuple):
    """A kind of network, a folder of one, and a tensor that it can't do without."""

    of: Any
    folder: Path
    needs: str


def encoder(folder: Path) -> Kind:
    adapters.encoder(folder)
    return Kind(CLIPVisionModelWithProjection, folder, "visual_projection.weight")


def depth(folder: Path) -> Kind:
    """As the hub's are, without what is never used."""
    DPTForDepthEstimation(depth_config()).save_pretrained(folder)
    unused = "neck.fusion_stage.layers.0.residual_layer1."
    change(folder, {name: None for name in load_file(folder / WEIGHTS) if name.startswith(unused)})
    return Kind(AutoModelForDepthEstimation, folder, "head.head.4.weight")


def classifier(folder: Path) -> Kind:
    return Kind(AutoModelForImageClassification, red_is(folder), "classifier.weight")


def own(folder: Path) -> Kind:
    path = with_a_check(folder) / "safety_checker"
    return Kind(StableDiffusionSafetyChecker, path, "concept_embeds_weights")


WEIGHTS = "model.safetensors"


def change(folder: Path, to: dict[str, torch.Tensor | None]) -> None:
    """Writes some of a network's tensors anew, or leaves them out."""
    state = {name: tensor.clone() for name, tensor in load_file(folder / WEIGHTS).items()} | to
    save_file({n: t for n, t in state.items() if t is not None}, folder / WEIGHTS, {"format": "pt"})


@pytest.mark.parametrize("make", [encoder, depth, classifier, own])
def test_it_is_whole_or_not_there(make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = make(tmp_path / "it")
    build, alone = torch.nn.Module.__init__, set()

    def building(module: torch.nn.Module, *args: Any, **options: Any) -> None:
        alone.add(MOVING._is_owned())  # type: ignore[attr-defined]
        build(module, *args, **options)

    monkeypatch.setattr(torch.nn.Module, "__init__", building)
    network = read_network(kind.of, kind.folder)
    assert alone == {True} and not network.training and network.dtype == torch.float32
    whole = load_file(kind.folder / WEIGHTS)[kind.needs].clone()
    for broken in (torch.full_like(whole, torch.nan), None):
        change(kind.folder, {kind.needs: broken})
        with pytest.raises(NotACheckpoint, match="lacks weights" if broken is None else "no numbers"):
            read_network(kind.of, kind.folder)
    (kind.folder / WEIGHTS).rename(kind.folder / "model.fp16.safetensors")  # as some are alone
    with pytest.raises(NotACheckpoint, match=f"lacks weights, {kind.needs}"):
        read_network(kind.of, kind.folder)
