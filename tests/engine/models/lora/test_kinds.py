"""Every kind of LoRA, against the weights that it makes folded into the model by hand."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers.utils import convert_state_dict_to_diffusers
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from safetensors.torch import save_file
from torch import Tensor, nn

from engine.models.files.addons import AddonFolder
from engine.models.lora import Loras, original_name
from tests.checkpoints import pipeline
from tests.lora_kinds import KINDS, Dice, Kind

PARTS = ("unet", "text_encoder", "text_encoder_2")
LAYERS = re.compile(
    r"attn[12]\.to_(q|k|out\.0)$|ff\.net\.(0\.proj|2)$|proj_(in|out)$|resnets\.0\.(conv[12]|conv_shortcut|time_emb_proj)$"
    r"|(down|up)samplers\.0\.conv$|^conv_(in|out)$|(time|add)_embedding\.linear_[12]$"
    r"|layers\.[02]\.(self_attn\.(q|out)_proj|mlp\.fc1)$|text_projection$"
)
NORMS = re.compile(
    r"transformer_blocks\.0\.norm[13]$|norm1$|attentions\.0\.norm$|conv_norm_out$|layer_norm1$"
)


def layers(pipe: Any, kind: str) -> list[tuple[str, str, Any]]:
    """Part, path and module of the layers that a file of the kind changes."""
    wanted, kinds = (
        (NORMS, nn.LayerNorm | nn.GroupNorm) if kind == "norm" else (LAYERS, nn.Linear | nn.Conv2d)
    )
    parts = {part: getattr(pipe, part, None) for part in PARTS}
    return [
        (part, path, layer)
        for part, module in parts.items()
        if module is not None
        for path, layer in module.named_modules()
        if isinstance(layer, kinds) and wanted.search(path)
    ]


def kohya(part: str, path: str, unet: Any) -> str:
    """A layer's name as kohya's scripts write it: SDXL's UNet by its original names."""
    if part != "unet":
        return f"lora_te{'2' if part.endswith('2') else '1'}_text_model_{path.removeprefix('text_model.')}".replace(
            ".", "_"
        )
    path = (original_name(path, unet) or path) if unet.config.addition_embed_type else path
    return f"lora_unet_{path}".replace(".", "_")


def written(path: Path, pipe: Any, kind: str) -> Any:
    """Writes a file of the kind; the pipeline with it folded into its weights."""
    make: Kind = KINDS[kind]
    changed: dict[str, Any] = {part: copy.deepcopy(getattr(pipe, part, None)) for part in PARTS}
    tensors: dict[str, Tensor] = {}
    for number, (part, name, layer) in enumerate(layers(pipe, kind)):
        made = make(layer.weight.detach().clone(), Dice(number))
        tensors |= {
            f"{kohya(part, name, pipe.unet)}.{role}": t.contiguous() for role, t in made.tensors.items()
        }
        target: Any = changed[part].get_submodule(name)
        target.weight.data = made.weight
        if made.bias is not None:
            target.bias = nn.Parameter(made.bias if target.bias is None else target.bias + made.bias)
    path.parent.mkdir(exist_ok=True)
    save_file(tensors, path)
    return changed


def drawn(parts: dict[str, Any], rows: int = 3) -> list[Tensor]:
    """What the parts say to a few tokens, and to noise of that many rows."""
    dice, unet = Dice(99), parts["unet"]
    dtype = unet.dtype
    latents = dice(1, unet.config.in_channels, 8, 8).repeat(rows, 1, 1, 1)
    words = dice(1, 7, unet.config.cross_attention_dim).repeat(rows, 1, 1)
    width = 64
    added = {"text_embeds": dice(1, width).repeat(rows, 1), "time_ids": dice(1, 6).repeat(rows, 1)}
    added = {name: tensor.to(dtype) for name, tensor in added.items()}
    more = {"added_cond_kwargs": added} if unet.config.addition_embed_type else {}
    ids = torch.tensor([[1, 5, 9, 2]]).repeat(rows, 1)
    said = []
    with torch.no_grad():
        for name in PARTS[1:]:
            if (encoder := parts.get(name)) is not None:
                out = encoder(ids, output_hidden_states=True)
                said += [out.hidden_states[-1], *([out.text_embeds] if "text_embeds" in out else [])]
        return [*said, unet(latents.to(dtype), torch.full((rows,), 500), words.to(dtype), **more).sample]


def parts_of(pipe: Any) -> dict[str, Any]:
    return {part: getattr(pipe, part) for part in PARTS if getattr(pipe, part, None) is not None}


@pytest.mark.parametrize("family", ["sd1", "sdxl"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_as_folded_by_hand(tmp_path: Path, family: str, kind: str) -> None:
    """In one batch: all of it, none of it to the bit, and at a weight that goes 0.6 of the way."""
    pipe = pipeline(family)
    folded = written(tmp_path / "x.safetensors", pipe, kind)
    between = {part: copy.deepcopy(module) for part, module in parts_of(pipe).items()}
    loras = Loras(AddonFolder(tmp_path), parts_of(pipe), torch.device("cpu"))
    base = drawn(parts_of(pipe))
    with loras.under([(("x", 1.0),), (), (("x", 0.6),)]):
        ours = drawn(parts_of(pipe))
    for part, name, layer in layers(pipe, kind):
        target, end = between[part].get_submodule(name), folded[part].get_submodule(name)
        target.weight.data = torch.lerp(layer.weight.data, end.weight.data, 0.6)
        if end.bias is not None:
            start = torch.zeros_like(end.bias) if layer.bias is None else layer.bias
            target.bias = nn.Parameter(torch.lerp(start, end.bias, 0.6))
    assert loras.notices((("x", 1.0),)) == ()
    for mine, before, end, middle in zip(ours, base, drawn(folded), drawn(between), strict=True):
        assert torch.allclose(mine[0], end[0], atol=1e-4, rtol=1e-4)
        assert not torch.allclose(mine[0], before[0], atol=1e-2)
        assert torch.equal(mine[1], before[1])
        assert torch.allclose(mine[2], middle[2], atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_works_in_half_precision(tmp_path: Path, kind: str, dtype: torch.dtype) -> None:
    """As near to the folded weights in full precision as the base in half precision is to the base."""
    pipe = pipeline("sdxl")
    folded = written(tmp_path / "x.safetensors", pipe, kind)
    exact, base = drawn(folded, 1), drawn(parts_of(pipe), 1)
    half = {part: module.to(dtype) for part, module in parts_of(pipe).items()}
    rounding = drawn(half, 1)
    loras = Loras(AddonFolder(tmp_path), half, torch.device("cpu"))
    with loras.under([(("x", 1.0),)]):
        ours = drawn(half, 1)
    for mine, end, before, rounded in zip(ours, exact, base, rounding, strict=True):
        assert mine.dtype == dtype
        off, moved = (mine.float() - end).norm(), (end - before).norm()
        assert off < 0.1 * moved + 3 * (rounded.float() - before).norm()


@pytest.mark.parametrize("family", ["sd1", "sdxl"])
def test_pefts_own_dora_is_read(tmp_path: Path, family: str) -> None:
    """As peft computes it and diffusers saves it, its alpha in the metadata."""
    pipe = pipeline(family)
    plain = drawn(parts_of(pipe), 1)
    targets = ["to_q", "to_out.0", "conv1", "conv_shortcut", "proj_in", "time_emb_proj"]
    config = LoraConfig(r=4, lora_alpha=2, target_modules=targets, use_dora=True, init_lora_weights=False)
    pipe.unet.add_adapter(config)
    dice = Dice(3)
    for name, values in pipe.unet.named_parameters():
        if "magnitude" in name:
            values.data *= 1 + dice(*values.shape, by=0.2)
    theirs = drawn({"unet": pipe.unet}, 1)[-1]
    pipe.save_lora_weights(
        tmp_path,
        convert_state_dict_to_diffusers(get_peft_model_state_dict(pipe.unet)),
        weight_name="x.safetensors",
        unet_lora_adapter_metadata=pipe.unet.peft_config["default"].to_dict(),
    )
    pipe.unet.delete_adapters("default")
    pipe = pipeline(family)
    loras = Loras(AddonFolder(tmp_path), parts_of(pipe), torch.device("cpu"))
    with loras.under([(("x", 1.0),)]):
        ours = drawn(parts_of(pipe), 1)[-1]
    assert loras.notices((("x", 1.0),)) == ()
    assert torch.allclose(ours, theirs, atol=1e-4, rtol=1e-4)
    assert not torch.allclose(ours, plain[-1], atol=1e-2)
