"""What peft writes by itself, OFT, BOFT and IA3, against what peft computes; and files in 8 bits with scales."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from peft import BOFTConfig, IA3Config, OFTConfig, inject_adapter_in_model
from peft.tuners.boft.layer import BOFTLayer
from peft.utils import get_peft_model_state_dict
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.api.errors import BadModel
from engine.models.files.addons import AddonFolder
from engine.models.lora import Loras
from engine.models.lora.parts import Part
from engine.models.lora.turned import Turned
from tests.checkpoints import pipeline
from tests.engine.models.lora.test_kinds import drawn, parts_of, written
from tests.lora_kinds import Dice

LAYERS = ["to_q", "to_k", "to_out.0", "proj_in"]
CONFIGS: dict[str, Any] = {
    "oft": OFTConfig(r=0, oft_block_size=8, target_modules=LAYERS),
    "oft shared": OFTConfig(r=0, oft_block_size=8, target_modules=LAYERS, block_share=True),
    "boft": BOFTConfig(boft_block_size=8, boft_n_butterfly_factor=1, target_modules=LAYERS[:3]),
    "ia3": IA3Config(target_modules=[*LAYERS, "ff.net.2"], feedforward_modules=["ff.net.2"]),
}


def with_file(folder: Path, family: str) -> tuple[Tensor, tuple[Any, ...]]:
    """What a UNet draws with the file `x` in a folder, and what is said of it."""
    parts = parts_of(pipeline(family))
    loras = Loras(AddonFolder(folder), parts, torch.device("cpu"))
    with loras.under([(("x", 1.0),)]):
        return drawn(parts, 1)[-1], loras.notices((("x", 1.0),))


@pytest.mark.parametrize("kind", CONFIGS)
@pytest.mark.parametrize("family", ["sd1", "sdxl"])
def test_what_peft_saves_draws_as_peft_does(tmp_path: Path, family: str, kind: str) -> None:
    unet, dice = pipeline(family).unet, Dice(3)
    plain = drawn({"unet": unet}, 1)[-1]
    inject_adapter_in_model(CONFIGS[kind], unet)
    for name, values in unet.named_parameters():
        if any(role in name for role in ("oft_R", "boft_R", "boft_s", "ia3_l")):
            values.data += dice(*values.shape, by=0.2)
    theirs = drawn({"unet": unet}, 1)[-1]
    state = get_peft_model_state_dict(unet)
    save_file({f"base_model.model.{k}": t.contiguous() for k, t in state.items()}, tmp_path / "x.safetensors")
    ours, notices = with_file(tmp_path, family)
    assert notices == ()
    assert torch.allclose(ours, theirs, atol=1e-4, rtol=1e-4)
    assert not torch.allclose(ours, plain, atol=1e-2)


def test_butterflies_turn_channels_that_lie_apart() -> None:
    """As peft's matrices have it; it multiplies several of them only on a GPU."""
    dice, size, channels = Dice(1), 4, 16
    blocks, gain = dice(3, channels // size, size, size, by=0.3), 1 + dice(6, 1, by=0.2)
    whole = torch.eye(channels)
    for time in range(3):
        turns = BOFTLayer.cayley_batch(None, blocks[time])
        order = BOFTLayer.block_butterfly_perm(None, channels, channels // size // 2**time, size // 2, 2)
        mixed = BOFTLayer.perm2mat(None, order)
        diagonal: Tensor = torch.block_diag(*turns)  # type: ignore[no-untyped-call]
        whole = mixed @ diagonal @ mixed.T @ whole
    layer, x = torch.nn.Linear(channels, 6), dice(5, channels)
    made = Turned.boft(Part("x", {"boft_R": blocks, "boft_s": gain}), layer.weight)
    with torch.no_grad():
        told = (x @ whole) @ layer.weight.T * gain.T + layer.bias
        assert torch.allclose(layer(x) + made(layer, x, layer(x)), told, atol=1e-4)


@pytest.mark.parametrize("ending", ["scale_weight", "weight_scale"])
def test_a_lora_in_8_bits_with_scales_is_multiplied_by_them(tmp_path: Path, ending: str) -> None:
    written(tmp_path / "x.safetensors", pipeline("sd1"), "lora")
    whole, _ = with_file(tmp_path, "sd1")
    tensors: dict[str, Tensor] = {"scaled_fp8": torch.zeros(0).to(torch.float8_e4m3fn)}
    for name, values in load_file(tmp_path / "x.safetensors").items():
        if name.endswith(".weight"):
            scale = values.abs().max() / 448
            tensors[name.removesuffix("weight") + ending] = scale
            values = (values / scale).to(torch.float8_e4m3fn)
        tensors[name] = values
    save_file(tensors, tmp_path / "x.safetensors")
    ours, notices = with_file(tmp_path, "sd1")
    base = drawn({"unet": pipeline("sd1").unet}, 1)[-1]
    assert notices == ()
    assert (ours - whole).norm() < 0.2 * (whole - base).norm()
    save_file({n: t for n, t in tensors.items() if not n.endswith(ending)}, tmp_path / "x.safetensors")
    with pytest.raises(BadModel, match="has no scales"):
        with_file(tmp_path, "sd1")
