"""Upscaler networks: told by their headers, read in each of ESRGAN's spellings, run in tiles."""

from __future__ import annotations

import os
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor

from engine.api.errors import BadModel, UnknownChoice
from engine.models.files.upscalers import NotAnUpscaler, UpscalerFolder, layout_of
from engine.models.library import ModelLibrary
from engine.models.upscalers import Upscaler, Upscalers, load_upscaler

CPU = torch.device("cpu")


def tensors(folded: int = 1, width: int = 4, growth: int = 2) -> dict[str, Tensor]:
    """A random Real-ESRGAN network of two blocks; `folded` 2 makes twice as large, else four times."""
    draw = torch.Generator().manual_seed(7)
    sides = {"conv_first": (3 * folded**2, width), "conv_last": (width, 3)}
    sides |= dict.fromkeys(("conv_body", "conv_up1", "conv_up2", "conv_hr"), (width, width))
    for block in (0, 1):
        for dense in (1, 2, 3):
            for layer in range(1, 6):
                seen, new = width + growth * (layer - 1), width if layer == 5 else growth
                sides[f"body.{block}.rdb{dense}.conv{layer}"] = (seen, new)
    made: dict[str, Tensor] = {}
    for name, (given, taken) in sides.items():
        made[f"{name}.weight"] = torch.randn(taken, given, 3, 3, generator=draw) / (given * 9) ** 0.5
        made[f"{name}.bias"] = torch.randn(taken, generator=draw) / 10 + (0.3 if name == "conv_last" else 0)
    return made


def first_release(name: str) -> str:
    name = re.sub(r"body\.(\d)\.rdb(\d)\.conv(\d)\.", r"model.1.sub.\1.RDB\2.conv\3.0.", name)
    places = {"first": "0", "body": "1.sub.2", "up1": "3", "up2": "6", "hr": "8", "last": "10"}
    return re.sub(r"conv_(\w+)\.", lambda m: f"model.{places[m[1]]}.", name)


def second_release(name: str) -> str:
    name = re.sub(r"body\.(\d)\.rdb(\d)\.", r"RRDB_trunk.\1.RDB\2.", name)
    for new, old in (("conv_body", "trunk_conv"), ("conv_up", "upconv"), ("conv_hr", "HRconv")):
        name = name.replace(new, old)
    return name


def saved(path: Path, given: dict[str, Tensor]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(given, path)
    return path


def noise(width: int, height: int) -> Image.Image:
    values = np.random.default_rng(7).integers(0, 255, (height, width, 3), np.uint8)
    return Image.fromarray(values)


def test_each_spelling_of_esrgan_is_the_same_network(tmp_path: Path) -> None:
    given, pixels = tensors(), torch.rand(1, 3, 6, 5, generator=torch.Generator().manual_seed(1))
    made = []
    for spelling in (str, first_release, second_release, "params_ema.{}".format):
        file = saved(tmp_path / "net.safetensors", {spelling(name): each for name, each in given.items()})
        net = load_upscaler(file, CPU)
        assert net.scale == 4
        made.append(net(pixels))
    assert made[0].shape == (1, 3, 24, 20)
    assert made[0].std() > 0.01
    assert all(torch.equal(made[0], other) for other in made)


def test_one_that_folds_makes_a_picture_of_any_size_twice_as_large(tmp_path: Path) -> None:
    net = load_upscaler(saved(tmp_path / "x2.safetensors", tensors(folded=2)), CPU)
    assert net.scale == 2
    told: list[int] = []
    for times, tiles in ((2, 1), (3, 2), (4, 2)):
        large = net.enlarged(noise(13, 9), (13 * times, 9 * times), told.append)
        assert large.size == (13 * times, 9 * times)
        assert told == [tiles] * tiles
        told.clear()


def test_tiles_are_what_the_whole_would_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    net = load_upscaler(saved(tmp_path / "net.safetensors", tensors()), CPU)
    picture = noise(80, 48)
    whole = net.enlarged(picture, (320, 192), lambda total: None)
    half = net.enlarged(picture, (160, 96), lambda total: None)
    monkeypatch.setattr("engine.models.upscalers.TILE", 32)
    told: list[int] = []
    tiled = net.enlarged(picture, (320, 192), told.append)
    assert told == [6] * 6
    assert np.abs(np.asarray(tiled).astype(int) - np.asarray(whole)).max() <= 1
    assert np.abs(np.asarray(whole.reduce(2)).astype(int) - np.asarray(half)).max() <= 1


def test_a_compact_network_adds_to_the_pixels_repeated() -> None:
    draw = torch.Generator().manual_seed(7)
    given = {
        "body.0.weight": torch.randn(4, 3, 3, 3, generator=draw),
        "body.0.bias": torch.zeros(4),
        "body.1.weight": torch.full((4,), 0.1),
        "body.2.weight": torch.zeros(12, 4, 3, 3),
        "body.2.bias": torch.zeros(12),
    }
    layout = layout_of({name: tuple(each.shape) for name, each in given.items()})
    assert (layout.kind, layout.scale) == ("compact", 2)
    small = noise(5, 4)
    large = Upscaler(layout, given).enlarged(small, (10, 8), lambda total: None)
    assert np.array_equal(np.asarray(large), np.asarray(small).repeat(2, 0).repeat(2, 1))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"conv_first.weight": (4, 4, 3, 3)}, "red, green and blue"),
        ({"conv_plus.weight": (4, 4, 1, 1)}, "ESRGAN network of a kind"),
    ],
)
def test_what_is_unlike_says_so(change: dict[str, tuple[int, ...]], said: str) -> None:
    shapes = {name: tuple(each.shape) for name, each in tensors().items()}
    with pytest.raises(NotAnUpscaler, match=said):
        layout_of(shapes | change)
    with pytest.raises(NotAnUpscaler, match="neither"):
        layout_of({"lora_unet.lora_up.weight": (4, 4)})


def test_the_folder_names_what_can_be_used_and_why_the_rest_can_not(tmp_path: Path) -> None:
    saved(tmp_path / "upscalers/Crisp x4.safetensors", tensors())
    saved(tmp_path / "upscalers/else.safetensors", {"weight": torch.zeros(1)})
    (tmp_path / "upscalers/text.safetensors").write_text("text")
    found = {each.name: each.reason for each in UpscalerFolder(tmp_path / "upscalers").addons()}
    assert found["crisp-x4"] == ""
    assert "neither an ESRGAN" in found["else"]
    assert found["text"]
    library = ModelLibrary(tmp_path)
    assert [each.name for each in library.addons().upscalers] == [*found]
    assert not library.passed_over()
    assert library.upscaler("crisp-x4") is library.upscaler("Crisp x4")
    with pytest.raises(BadModel, match="neither"):
        library.upscaler("else")
    with pytest.raises(UnknownChoice):
        library.upscaler("none")


def test_a_file_that_is_written_anew_is_read_anew_and_one_cut_short_harms_nobody(tmp_path: Path) -> None:
    shelf, file = Upscalers(tmp_path, CPU), tmp_path / "it.safetensors"
    given, size = noise(8, 8), (32, 32)

    def made(network: Upscaler) -> Image.Image:
        return network.enlarged(given, size, lambda total: None)

    def read() -> Upscaler:
        network = shelf.load("it")
        assert isinstance(network, Upscaler)
        return network

    saved(file, tensors())
    network = read()
    before = made(network)
    os.truncate(file, 100)
    assert made(network) == before
    with pytest.raises(BadModel):
        read()
    saved(file, {name: tensor / 2 for name, tensor in tensors().items()})
    assert made(read()) != before == made(network)
