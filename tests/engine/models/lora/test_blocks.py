"""A LoRA's weight in each block of the model: as if every layer of it were folded in by hand, as strong as told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.api.blocks import BLOCKS, factors, read
from engine.api.errors import OutOfRange
from engine.models.library import ModelLibrary
from engine.models.unet import UNetFamily
from tests.checkpoints import pipeline
from tests.loras import ALPHA, lora_file, wanted

RANK = 4
NOISE = torch.randn(3, 4, 8, 8, generator=torch.Generator().manual_seed(0))
TIMES = torch.tensor([900, 400, 50])

LISTS = {
    # base, then IN01 of the tiny SD 1.5 and on, as its 17 are counted
    "sd1": "0.5,0.25,0.75,1.25,-0.5,0.3,0.6,1.5,0.2,0.4,0.8,1,0.1,0.9,0.7,1.1,0.35",
    "sdxl": "0.5,0.25,0.75,1.25,-0.5,1.5,0.3,0.2,0.4,0.8,1,0.1",
}
NAMED = {
    "sd1": "BASE IN01 IN02 IN04 IN05 IN07 IN08 MID OUT03 OUT04 OUT05 OUT06 OUT07 OUT08 OUT09 OUT10 OUT11",
    "sdxl": "BASE IN04 IN05 IN07 IN08 MID OUT00 OUT01 OUT02 OUT03 OUT04 OUT05",
}


def block(path: str, levels: int) -> str:
    """Where a layer of a tiny UNet with one pair of layers a level is, counted by hand."""
    if path.startswith("mid_block"):
        return "MID"
    side, level, kind, index = re.match(r"(down|up)_blocks\.(\d)\.(\w+)\.(\d)", path).groups()  # type: ignore[union-attr]
    per = levels + (side == "up")
    before = int(level) * (levels + 1)
    number = (
        before + (1 if side == "down" else 0) + (int(index) if kind in ("resnets", "attentions") else per)
    )
    return f"{'IN' if side == 'down' else 'OUT'}{number:02}"


def fold(pipe: Any, strength: dict[str, float]) -> None:
    """Adds the LoRA of seed 0 to the weights, each layer as strong as its block says."""
    generator = torch.Generator().manual_seed(0)
    for part in ("unet", "text_encoder", "text_encoder_2"):
        module = getattr(pipe, part, None)
        for name, layer in module.named_modules() if module is not None else ():
            if wanted(name, layer):
                shape = layer.weight.shape
                down = torch.randn(RANK, *shape[1:], generator=generator) * 0.1
                up = torch.randn(shape[0], RANK, *[1] * (len(shape) - 2), generator=generator) * 0.3
                where = block(name, pipe.unet.config.layers_per_block) if part == "unet" else "BASE"
                product = (up.flatten(1) @ down.flatten(1)).view(shape)
                layer.weight.data += strength.get(where, 0.0) * ALPHA / RANK * product


@pytest.mark.parametrize("family", ["sd1", "sdxl"])
def test_each_row_is_as_folded_by_hand(tmp_path: Path, family: str) -> None:
    pipe = pipeline(family)
    pipe.save_pretrained(tmp_path / "plain")
    lora_file(tmp_path / "loras" / "ink.safetensors", pipe)
    numbers = dict(zip(NAMED[family].split(), map(float, LISTS[family].split(",")), strict=True))
    fold(pipe, {name: 0.8 * each for name, each in numbers.items()})
    pipe.save_pretrained(tmp_path / "folded")
    library = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    model, folded = library.load("plain"), library.load("folded")
    assert isinstance(model, UNetFamily) and isinstance(folded, UNetFamily)
    tags = f"<lora:ink:0.8:lbw={LISTS[family]}>", "<lora:ink:1:lbw=NONE>", "<lora:ink:1:OUTALL>"
    told = model.condition([f"a red circle {tag}" for tag in tags])
    (plain,), (alone,) = model.condition(["a red circle"]), folded.condition(["a red circle"])
    assert torch.allclose(told[0].embeds, alone.embeds, atol=1e-5)
    assert torch.equal(told[1].embeds, plain.embeds)
    assert not torch.allclose(told[0].embeds, plain.embeds, atol=1e-3)

    sizes = [(16, 16)] * 3
    rows = model.predict(NOISE, TIMES, told, sizes)
    base = model.predict(NOISE, TIMES, [told[0], plain, plain], sizes)
    expected = folded.predict(NOISE[:1], TIMES[:1], [alone], sizes[:1])
    assert torch.allclose(rows[:1], expected, atol=5e-5)
    assert torch.equal(rows[1], base[1])
    assert not torch.allclose(rows[2], base[2], atol=1e-3)


def test_the_names_of_presets_are_lists_and_a_list_of_another_family_is_refused() -> None:
    def on(name: str, family: str) -> str:
        told = read(f"lbw={name}")
        assert told is not None
        return " ".join(b for b, each in zip(BLOCKS, factors(told, family)[:-1], strict=True) if each)

    assert on("ALL", "sd1") == NAMED["sd1"] and on("all", "sdxl") == NAMED["sdxl"]
    assert on("NONE", "sd1") == ""
    assert on("INS", "sd2") == "BASE IN01 IN02 IN04"
    assert on("MIDD", "sd1") == "BASE IN05 IN07 IN08 MID OUT03 OUT04 OUT05 OUT06"
    assert on("OUTS", "sd1") == "BASE OUT07 OUT08 OUT09 OUT10 OUT11"
    assert on("IND", "sdxl") == "BASE IN07 IN08" and on("OUTD", "sdxl") == "BASE OUT00 OUT01 OUT02"
    assert factors((2.0,) * 26, "sd1") == (*(2.0,) * 26, 1.0)
    seventeen = read(LISTS["sd1"])
    assert seventeen is not None and read("0,8") is None and read("1,2,x" + ",1" * 9) is None
    with pytest.raises(OutOfRange) as refused:
        factors(seventeen, "sdxl")
    assert refused.value.facts["range"] == "1,1,1,1,1,1,1,1,1,1,1,1"
