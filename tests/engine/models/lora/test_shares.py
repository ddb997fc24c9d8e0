"""Files that fit a model in part, or not at all: what can be used is, and the person hears of the rest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import prod
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.api.errors import BadModel
from engine.api.events import Done, LoraInPart
from engine.local.engine import LocalEngine
from engine.models.files.addons import AddonFolder
from engine.models.library import ModelLibrary
from engine.models.lora import Loras
from engine.process.several import SeveralEngines
from tests.checkpoints import pipeline
from tests.engine.bench import job
from tests.engine.models.lora.test_kinds import drawn, kohya, layers, parts_of, written
from tests.engine.processes import library_engine


def file(folder: Path, kind: str = "lora", family: str = "sd1", name: str = "x") -> dict[str, Tensor]:
    """A file that fits; its tensors."""
    written(folder / f"{name}.safetensors", pipeline(family), kind)
    tensors: dict[str, Tensor] = load_file(folder / f"{name}.safetensors")
    return tensors


def read(folder: Path, tensors: dict[str, Tensor], pipe: Any = None) -> tuple[Loras, tuple[LoraInPart, ...]]:
    """A file of these tensors, on a model."""
    save_file(tensors, folder / "x.safetensors")
    return put_on(folder, pipe)


def put_on(folder: Path, pipe: Any = None) -> tuple[Loras, tuple[LoraInPart, ...]]:
    """The file in a folder, on a model."""
    loras = Loras(AddonFolder(folder), parts_of(pipe or pipeline("sd1")), torch.device("cpu"))
    with loras.under([(("x", 1.0),)]):
        return loras, loras.notices((("x", 1.0),))


def hollow(path: Path, names: Sequence[str], shape: tuple[int, ...]) -> None:
    """Adds tensors of zeros to a file, which take no space on a disk however large they are."""
    data = path.read_bytes()
    begin = 8 + int.from_bytes(data[:8], "little")
    header, end = json.loads(data[8:begin]), len(data) - begin
    for name in names:
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [end, end := end + 4 * prod(shape)]}
    said = json.dumps(header).encode()
    with path.open("wb") as out:
        out.write(len(said).to_bytes(8, "little") + said + data[begin:])
        out.truncate(8 + len(said) + end)


def extra(count: int, ending: str = "lora_down.weight") -> dict[str, Tensor]:
    """Layers that no model has."""
    names = [f"lora_unet_down_blocks_9_attentions_{i}_proj_in" for i in range(count)]
    return {f"{name}.{ending}": torch.ones(4, 4) for name in names}


@pytest.mark.parametrize(
    "ending", ["lora_down.weight", "hada_w1_a", "lora_embedding_A", "svd_s", "lora_A.weight.quant_state"]
)
def test_layers_that_do_not_fit_are_a_share_of_the_file(tmp_path: Path, ending: str) -> None:
    tensors = file(tmp_path)
    count = len(layers(pipeline("sd1"), "lora"))
    more = extra(count // 3, ending)
    _, (notice,) = read(tmp_path, tensors | more)
    assert notice == LoraInPart("x", 100 * count // (count + len(more)) / 100)
    assert 0.7 < notice.share < 0.8


def test_files_of_one_name_in_several_folders_are_told_apart(tmp_path: Path) -> None:
    tensors = file(tmp_path)
    for folder, more in (("ink", extra(30)), ("oil", extra(60))):
        (tmp_path / folder).mkdir()
        save_file(tensors | more, tmp_path / folder / "x.safetensors")
    (tmp_path / "odd").mkdir()
    save_file({"a.lora_A.weight": torch.zeros(1, 1)}, tmp_path / "odd" / "x.safetensors")
    loras = Loras(AddonFolder(tmp_path), parts_of(pipeline("sd1")), torch.device("cpu"))
    both = (("ink/x", 1.0), ("oil/x", 1.0), ("x", 1.0))
    with loras.under([both]):
        told = {n.lora: n.share for n in loras.notices(both) if isinstance(n, LoraInPart)}
    assert list(told) == ["ink-x", "oil-x"] and told["ink-x"] > told["oil-x"]
    with pytest.raises(BadModel) as refusal, loras.under([(("odd/x", 1.0),)]):
        pass
    assert refusal.value.facts["model"] == "odd-x"


def test_what_fits_of_a_file_draws_as_if_it_were_all(tmp_path: Path) -> None:
    tensors, pipe = file(tmp_path), pipeline("sd1")
    whole, _ = read(tmp_path, tensors, pipe)
    with whole.under([(("x", 1.0),)]):
        expected = drawn(parts_of(pipe), 1)
    again = pipeline("sd1")
    half, notices = read(tmp_path, tensors | extra(2), again)
    with half.under([(("x", 1.0),)]):
        for mine, other in zip(drawn(parts_of(again), 1), expected, strict=True):
            assert torch.allclose(mine, other, atol=1e-5)
    assert notices


def test_one_layer_of_another_shape_is_said_and_many_are_another_models(tmp_path: Path) -> None:
    tensors = file(tmp_path)
    downs = sorted(key for key in tensors if key.endswith("lora_down.weight"))
    wrong = {key: torch.ones(4, 7) for key in downs}
    _, (notice,) = read(tmp_path, tensors | {key: wrong[key] for key in downs[:1]})
    assert isinstance(notice, LoraInPart) and 0.9 < notice.share < 1
    with pytest.raises(BadModel, match="another kind") as refusal:
        read(tmp_path, tensors | {key: wrong[key] for key in downs[: len(downs) // 3]})
    assert refusal.value.facts["fault"] == "unlike"


@pytest.mark.parametrize(
    ("tensors", "fault"),
    [
        (extra(3) | extra(3, "lora_up.weight"), "unlike"),
        (extra(3), "strange"),
        (extra(3, "svd_s"), "strange"),
        ({}, "strange"),
    ],
)
def test_a_file_of_which_nothing_fits_is_refused(
    tmp_path: Path, tensors: dict[str, Tensor], fault: str
) -> None:
    with pytest.raises(BadModel) as refusal:
        read(tmp_path, tensors)
    assert refusal.value.facts["fault"] == fault


@pytest.mark.parametrize(
    ("role", "shape"),
    [
        ("hada_w1_a", (9999999, 1)),
        ("hada_w1_b", (4, 1)),
        ("lokr_w1", (0, 0)),
        ("lokr_w1", (3,)),
        ("lokr_w2", (1, 2, 3, 4, 5)),
        ("lokr_w2", (0,)),
        ("oft_blocks", (1, 2)),
        ("oft_blocks", (0, 0, 0)),
        ("lora_up.weight", (0,)),
        ("lora_down.weight", ()),
        ("dora_scale", (5, 5)),
        ("a1.weight", (1,)),
        ("diff", (3, 3)),
        ("diff_b", (1,)),
        ("weight", ()),
    ],
)
def test_tensors_of_any_shape_are_a_misfit_and_no_fault(
    tmp_path: Path, role: str, shape: tuple[int, ...]
) -> None:
    kinds = {"hada": "loha", "lokr": "lokr", "oft_": "oft", "dora": "dora", "a1.w": "glora", "diff": "full"}
    tensors = file(tmp_path, kinds.get(role[:4], "ia3" if role == "weight" else "lora"))
    if prod(shape) > 1_000_000:  # what is so large is read whole: every tenth layer is gigabytes less
        few = sorted({key.partition(".")[0] for key in tensors})[::10]
        tensors = {key: tensor for key, tensor in tensors.items() if key.partition(".")[0] in few}
    spoilt = [key for key in tensors if key.endswith(f".{role}")]
    assert spoilt
    save_file(
        {key: tensor for key, tensor in tensors.items() if key not in spoilt}, tmp_path / "x.safetensors"
    )
    hollow(tmp_path / "x.safetensors", spoilt, shape)
    with safe_open(tmp_path / "x.safetensors", "pt") as opened:
        assert set(opened.keys()) == set(tensors)
    with pytest.raises(BadModel):
        put_on(tmp_path)


@pytest.mark.parametrize(("alpha", "scale"), [(0.0, 1.0), (8.0, 2.0), (float("nan"), 1.0)])
def test_an_alpha_says_how_strong(tmp_path: Path, alpha: float, scale: float) -> None:
    """Over the rank of each layer, whatever that is; trainers write 0 for none."""
    tensors, pipe = file(tmp_path), pipeline("sd1")
    ones = {key: torch.tensor(4.0) for key in tensors if key.endswith("alpha")}
    plain, _ = read(tmp_path, tensors | ones, pipe)
    with plain.under([(("x", scale),)]):
        expected = drawn(parts_of(pipe), 1)
    again = pipeline("sd1")
    loras, _ = read(tmp_path, tensors | {key: torch.tensor(alpha) for key in ones}, again)
    with loras.under([(("x", 1.0),)]):
        for mine, other in zip(drawn(parts_of(again), 1), expected, strict=True):
            assert torch.allclose(mine, other, atol=1e-4)


@pytest.mark.parametrize(("name", "factor"), [("scale", 2.0), ("scalar", 0.5 * 2.0)])
def test_early_lycoris_scales_count(tmp_path: Path, name: str, factor: float) -> None:
    """`scale` instead of alpha over rank, which is 0.5 here, and `scalar` on top of it."""
    tensors, pipe = file(tmp_path), pipeline("sd1")
    more = {key.replace("alpha", name): torch.tensor(2.0) for key in tensors if key.endswith("alpha")}
    doubled = {key: t * factor / 0.5 if key.endswith("lora_up.weight") else t for key, t in tensors.items()}
    plain, _ = read(tmp_path, doubled, pipe)
    with plain.under([(("x", 1.0),)]):
        expected = drawn(parts_of(pipe), 1)
    again = pipeline("sd1")
    loras, _ = read(tmp_path, tensors | more, again)
    with loras.under([(("x", 1.0),)]):
        for mine, other in zip(drawn(parts_of(again), 1), expected, strict=True):
            assert torch.allclose(mine, other, atol=1e-4)


@pytest.mark.parametrize("kind", ["lora", "loha", "full", "oft"])
def test_an_inpainting_models_first_convolution_takes_what_a_plain_models_is_given(
    tmp_path: Path, kind: str
) -> None:
    """It has the mask's channels after those of the picture, which stay as they are."""
    tensors, pipe = file(tmp_path, kind, "sdxl"), pipeline("sdxl-inpainting")
    assert pipe.unet.conv_in.in_channels == 9
    loras, notices = read(tmp_path, tensors, pipe)
    assert notices == ()
    name = kohya("unet", "conv_in", pipe.unet)
    only = {key: tensor for key, tensor in tensors.items() if key.startswith(f"{name}.")}
    loras, _ = read(tmp_path, only, pipe)
    plain, x = pipeline("sdxl").unet, torch.randn(1, 9, 8, 8)
    first: Any = plain.conv_in
    narrow = Loras(AddonFolder(tmp_path), {"unet": plain}, torch.device("cpu"))
    layer: Any = pipe.unet.conv_in
    first.weight.data = layer.weight.data[:, :4].clone()
    first.bias.data = layer.bias.data.clone()
    with torch.no_grad():
        base, small = layer(x), first(x[:, :4])
        with loras.under([(("x", 1.0),)]), narrow.under([(("x", 1.0),)]):
            moved, expected = layer(x) - base, first(x[:, :4]) - small
    assert not torch.allclose(moved, torch.zeros(()), atol=1e-2)
    assert kind == "oft" or torch.allclose(moved, expected, atol=1e-4)


async def test_a_job_says_it_once_however_many_pictures_it_has(tmp_path: Path) -> None:
    """Alone and over several devices, which share its pictures out."""
    pipeline("sd1").save_pretrained(tmp_path / "models" / "sd1")
    written(tmp_path / "models" / "loras" / "part.safetensors", pipeline("sd1"), "lora")
    tensors = load_file(tmp_path / "models" / "loras" / "part.safetensors")
    save_file(
        tensors | extra(len(layers(pipeline("sd1"), "lora"))),
        tmp_path / "models" / "loras" / "part.safetensors",
    )
    asked = job(prompt="a fox <lora:part:1> <lora:part:-0.5>", model="sd1", count=2, steps=2)
    alone = LocalEngine(ModelLibrary(tmp_path / "models", embedded=tmp_path / "none"))
    models = alone.models()
    for engine in (alone, SeveralEngines(*(library_engine(tmp_path / "models", models) for _ in range(2)))):
        async with engine:
            events = [event async for event in engine.submit(asked)]
            other = asked.model_copy(update={"id": "other", "prompt": "a fox"})
            plain = [event async for event in engine.submit(other)]
        assert isinstance(events[-1], Done) and events[-1].notices == (LoraInPart("part", 0.5),)
        assert isinstance(plain[-1], Done) and plain[-1].notices == ()
