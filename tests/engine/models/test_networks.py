"""Networks that look at pictures: built where nothing else is, and only when all of their weights are there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import torch
from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
from PIL import Image
from safetensors.torch import load_file, save_file
from transformers import (
    AutoModelForDepthEstimation,
    AutoModelForImageClassification,
    CLIPVisionModelWithProjection,
    DPTForDepthEstimation,
)

from engine.api.errors import BadModel
from engine.models import safety
from engine.models.estimators import Estimators
from engine.models.files.adapters import AdapterFolder
from engine.models.files.families import NotACheckpoint
from engine.models.library import ModelLibrary
from engine.models.networks import read_network
from engine.models.placement import MOVING
from engine.models.safety import NoCheck
from engine.models.sight import Encoders
from tests import adapters
from tests.checkpoints import depth_config, pipeline
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


@pytest.mark.parametrize("make", [depth, classifier])
@pytest.mark.parametrize("file", ["config.json", "preprocessor_config.json"])
def test_a_program_beside_it_is_never_run(
    make: Any, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where somebody says yes to whatever they are asked."""
    monkeypatch.setattr("builtins.input", lambda asked: "y")
    monkeypatch.setattr("transformers.dynamic_module_utils.HF_MODULES_CACHE", str(tmp_path / "modules"))
    folder, ran = make(tmp_path / "stranger").folder, tmp_path / "ran"
    for name in ("config.json", "preprocessor_config.json"):
        told = {"image_processor_type": "StrangeLooks", "auto_map": {"AutoImageProcessor": "own.Looks"}}
        if name == "config.json":
            told = json.loads((folder / name).read_text())
            told |= (
                {"model_type": "strange", "auto_map": {"AutoConfig": "own.Config"}} if name == file else {}
            )
        (folder / name).write_text(json.dumps(told))
    (folder / "own.py").write_text(f"open({str(ran)!r}, 'w').close()")
    picture = Image.new("RGB", (32, 32))
    with pytest.raises((BadModel, NoCheck)):
        Estimators().depth(picture, folder) if make is depth else safety.classifier(str(folder))(picture)
    assert not ran.exists()


def test_they_are_kept_and_let_go_of_like_all_that_lies_beside_a_model(tmp_path: Path) -> None:
    made, below = pipeline("sd1"), tmp_path / "ipadapters"
    made.save_pretrained(tmp_path / "sd1")
    adapters.encoder(below / "image_encoder")
    adapters.save(adapters.adapter(made), below / "like.safetensors")
    kind = depth(tmp_path / "estimators" / "dpt")
    looks = {"image_processor_type": "DPTImageProcessor", "size": {"height": 32, "width": 32}}
    (kind.folder / "preprocessor_config.json").write_text(json.dumps(looks))

    def sees(most_bytes: int) -> Estimators:
        return Estimators(kind.folder.parent, encoders=Encoders(AdapterFolder(below)), most_bytes=most_bytes)

    def look(with_them: Estimators, colour: str) -> tuple[int, int]:
        """How much is in memory after each of two networks has looked."""
        picture = Image.new("RGB", (32, 32), colour)
        with_them.shown(picture, "like")
        first = with_them.bytes
        found = with_them.find("depth")
        assert found and with_them.depth(picture, found).size == picture.size
        return first, with_them.bytes

    alone, both = look(sees(0), "red"), look(roomy := sees(1 << 30), "red")
    assert min(alone) > 0 and both == (alone[0], sum(alone))
    size = ModelLibrary(tmp_path, embedded=tmp_path / "none").load("sd1").bytes
    library = ModelLibrary(tmp_path, embedded=tmp_path / "none", budget=size + 1, sees=roomy)
    assert library.bytes == sum(alone)
    library.load("sd1")  # there is no room for it beside them
    assert library.bytes == size and not roomy.bytes
    look(roomy, "blue")  # and none for them beside a model that nobody draws with
    assert library.bytes == sum(alone) and "sd1" not in library.loaded
    library.evict()
    assert not library.bytes and look(roomy, "lime") == both
