"""Hypernetworks for each row: A1111's formula before the UNet's own layers, and nothing for rows without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from engine.api.errors import BadModel, UnknownChoice
from engine.models.library import ModelLibrary
from engine.models.unet import UNetFamily
from engine.models.unpickled import main
from tests.checkpoints import pipeline
from tests.hypernets import Held, changed, held, hypernet_file

NOISE = torch.randn(4, 4, 8, 8, generator=torch.Generator().manual_seed(0))
TIMES = torch.tensor([900, 700, 400, 50])
SIZES = [(16, 16)] * 4


def by_hand(pipe: Any, row: int, embeds: Tensor, nets: list[tuple[Held, float]]) -> Tensor:
    """What the bare UNet answers a row whose keys and values are taken from what the networks make."""
    hooks = []

    def hook(side: int) -> Any:
        def change(_: Any, inputs: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
            x, *others = inputs
            for file, strength in nets:
                x = changed(file, side, x, strength)
            return (x, *others)

        return change

    for name, layer in pipe.unet.named_modules():
        for side, end in enumerate((".to_k", ".to_v")):
            if name.endswith(end):
                hooks.append(layer.register_forward_pre_hook(hook(side)))
    try:
        with torch.no_grad():
            answer: Tensor = pipe.unet(NOISE[row : row + 1], TIMES[row : row + 1], embeds[None]).sample
    finally:
        for each in hooks:
            each.remove()
    return answer


def test_each_row_is_as_a1111_computes_it(tmp_path: Path) -> None:
    """Every layer structure that its files have, alone, two after the other, and beside rows without one."""
    pipe = pipeline("sd1")
    pipe.save_pretrained(tmp_path / "sd1")
    widths = sorted(
        {layer.in_features for name, layer in pipe.unet.named_modules() if name.endswith((".to_k", ".to_v"))}
    )
    files = {
        "plain": held(widths),
        "deep": held(
            widths,
            (1, 2, 0.5, 1),
            1,
            normed=True,
            dropped=True,
            activation_func="swish",
            activate_output=False,
        ),
        "unsaid": held(widths, (1, 2, 1), 2, activation_func="tanh"),
        "texts": held([pipe.unet.config.cross_attention_dim], (1, 1.5, 1), 3, activation_func="relu"),
    }
    for name, file in files.items():
        hypernet_file(tmp_path / "hypernetworks", name, file)
    model = ModelLibrary(tmp_path, embedded=tmp_path / "none").load("sd1")
    assert isinstance(model, UNetFamily)
    (bare,) = model.condition(["a red circle"])
    before, small = model.predict(NOISE, TIMES, [bare] * 4, SIZES), model.bytes

    rows: list[list[tuple[str, float]]] = [
        [("plain", 0.7)],
        [],
        [("deep", 1.0), ("unsaid", -0.5)],
        [("texts", 1.5), ("plain", 0.4)],
    ]
    tags = ["".join(f"<hypernet:{name}:{weight}>" for name, weight in row) for row in rows]
    told = model.condition([f"a red circle {tag}" for tag in tags])
    assert all(torch.equal(each.embeds, bare.embeds) for each in told)
    together = model.predict(NOISE, TIMES, told, SIZES)
    assert torch.equal(together[1], before[1])
    for i, row in enumerate(rows):
        expected = by_hand(pipe, i, bare.embeds, [(files[name], weight) for name, weight in row])
        assert torch.allclose(together[i : i + 1], expected, atol=5e-5), i
        assert not row or not torch.allclose(expected, before[i : i + 1], atol=1e-3), i
    assert model.bytes > small

    none = model.condition(["a red circle <hypernet:plain:0>"])
    assert torch.equal(model.predict(NOISE, TIMES, none * 4, SIZES), before)
    with pytest.raises(UnknownChoice, match="unsaid"):
        model.condition(["a red circle <hypernet:unsad:1>"])


def test_what_can_not_be_used_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "hypernetworks"
    pipeline("sd1").save_pretrained(tmp_path / "sd1")
    hypernet_file(folder, "foreign", held([24]))
    hypernet_file(folder, "odd", held([32], activation_func="softmax"))
    torch.save({"lora_unet_x.lora_down.weight": torch.ones(2, 2)}, folder / "lora.pt")
    torch.save(held([768]), folder / "old.pt")
    (folder / "code.pt").write_bytes(b"\x80\x04cos\nsystem\n\x8c\x04true\x85R.")
    assert main([str(folder / "lora.pt"), str(folder / "code.pt"), str(folder / "code.pt")]) == 1
    assert "holds more than numbers" in capsys.readouterr().err
    library = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    told = {each.name: (each.fault, each.reason) for each in library.addons().hypernets}
    assert told["foreign"] == (None, "")
    assert told["odd"] == ("strange", "its activation 'softmax' is not known here")
    assert told["old"][0] == "pickle" and "python -m engine.models.unpickled FILE" in told["old"][1]
    assert any(fault == "elsewhere" and "LoRA" in reason for fault, reason in told.values())
    model = library.load("sd1")
    assert isinstance(model, UNetFamily)
    with pytest.raises(BadModel) as refused:
        model.condition(["a cat <hypernet:foreign:1>"])
    assert refused.value.facts["fault"] == "unlike" and refused.value.facts["model"] == "foreign"
