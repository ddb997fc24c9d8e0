"""Where training runs, and what changes there: batches, half precision, compilation."""

from contextlib import AbstractContextManager

import torch
from diffusers import ModelMixin
from diffusers.models.attention_processor import AttnProcessor
from torch import nn

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
FACTOR = 8 if DEVICE.type == "cuda" else 1
"""An accelerator takes batches this many times as large."""
HALF = DEVICE.type == "cuda" or torch.cpu.get_capabilities().get("avx512_bf16", False)
"""Whether the device multiplies bfloat16 faster than float32."""


def autocast() -> AbstractContextManager[object]:
    """bfloat16 where that is faster, else float32."""
    return torch.autocast(DEVICE.type, dtype=torch.bfloat16, enabled=HALF)


def ready(model: nn.Module, *, compiled: bool = False) -> nn.Module:
    """Moves a model to the device; compiles its forward there if that pays.

    On a CPU, attention by plain products is the faster: for so few tokens a step takes two thirds of the time.
    """
    model.to(DEVICE)
    if DEVICE.type == "cpu" and isinstance(model, ModelMixin):
        model.set_attn_processor(AttnProcessor())
    if compiled or DEVICE.type == "cuda":
        model.compile()
    return model
