"""Half precision: what keeps the shipped weights within it, and lets a plain pipeline load them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from diffusers import StableDiffusionPipeline
from diffusers.models.resnet import ResnetBlock2D
from diffusers.models.transformers.transformer_2d import Transformer2DModel
from diffusers.models.upsampling import Upsample2D
from torch import Tensor, nn

LESSENED = 64.0
"""By how much a sum of layers is made smaller: a power of two, so that no weight is rounded by it."""


def fit_half(pipeline: StableDiffusionPipeline) -> None:
    """Lets a trained pipeline draw in float16, which ends at 65,504.

    The UNet's last layers add up to 100,000, and each of the decoder's last two blocks to ten times what it was given,
    17,000,000 in the end.
    """
    last = pipeline.unet.up_blocks[-1]
    lessen([last.resnets[-1], last.attentions[-1]])
    for block in (2, 3):
        lessen(list(pipeline.vae.decoder.up_blocks[block:].modules()))


@torch.no_grad()
def lessen(layers: Sequence[nn.Module]) -> None:
    """Makes what these layers add up smaller; the first block among them is one that changes the number of channels.

    The sum is read by group norms alone, to which its scale means nothing: the pictures stay the same.
    """
    begins = next(layer for layer in layers if isinstance(layer, ResnetBlock2D))
    for weights in (begins.conv_shortcut.weight, *(adds for layer in layers for adds in _adding(layer))):
        weights.div_(LESSENED)


def _adding(layer: nn.Module) -> Iterator[Tensor]:
    """The weights with which a layer adds to the sum, and the biases with which it hands it on."""
    if isinstance(layer, ResnetBlock2D):
        yield from layer.conv2.parameters()
        if layer.conv_shortcut is not None:
            yield layer.conv_shortcut.bias
    elif isinstance(layer, Transformer2DModel):
        yield from layer.proj_out.parameters()
    elif isinstance(layer, Upsample2D):
        yield layer.conv.bias


def load_whole(folder: Path) -> None:
    """Has a saved text encoder loaded in float32 unless asked otherwise, as diffusers loads the other parts.

    Transformers would take the type from `config.json`, and halves and wholes can't be multiplied.
    """
    file = folder / "text_encoder" / "config.json"
    config = json.loads(file.read_text("utf-8")) | {"dtype": "float32"}
    file.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")
