"""DoRA and IA3: a layer's channels, made stronger and weaker."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from engine.models.lora.change import Difference, along, applied, own_weight, unbiased
from engine.models.lora.parts import Misfit, Part


@dataclass(frozen=True)
class Scaled:
    """IA3: the weight times a number a channel (Liu et al., "Few-Shot Parameter-Efficient Fine-Tuning", 2022).

    Attributes:
        gain: by how much a channel is stronger than it was, 0 for not at all.
        on_input: whether the channels are those of the input.
        bias: whether the layer's bias becomes stronger with the output.
    """

    gain: Tensor
    on_input: bool
    bias: bool = False

    @classmethod
    def of(cls, part: Part, weight: Tensor) -> Scaled:
        """From LyCORIS' `weight` and `on_input`."""
        on_input = bool(part.number("on_input"))
        gain = part["weight"].flatten()
        if gain.numel() != weight.shape[on_input]:
            raise Misfit
        return cls(gain, on_input)

    @classmethod
    def of_peft(cls, part: Part, weight: Tensor) -> Scaled:
        """From peft's `ia3_l`: `[out, 1]`, or `[1, in]` for the input; of a convolution `[1, channels, 1, 1]`."""
        told = part["ia3_l"]
        outputs, inputs = weight.shape[:2]
        on_input = told.numel() == inputs and told.shape[0] == 1 and (weight.ndim == 2 or outputs != inputs)
        if told.numel() != (inputs if on_input else outputs):
            raise Misfit
        return cls(told.flatten() - 1, on_input, bias=True)

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        if self.on_input:
            return applied(layer, own_weight(layer, x), x * along(layer, self.gain))
        return (out if self.bias else unbiased(layer, out)) * along(layer, self.gain)


@dataclass(frozen=True)
class Decomposed:
    """DoRA: `m * (W + D) / |W + D|`, a length for each channel of the changed weight (Liu et al., 2024, eq. 5).

    With the gain `g = m / |W + D| - 1` what is added to W is `g * W + (1 + g) * D`, so D stays as narrow as it is
    and W is what the layer has done already. peft and kohya's scripts keep a length for each channel of the output,
    LyCORIS until version 3 one for each of the input.

    Attributes:
        difference: D.
        scaled: the gain.
    """

    difference: Difference
    scaled: Scaled

    @classmethod
    def of(cls, difference: Difference, part: Part, weight: Tensor) -> Decomposed:
        """From `dora_scale`, or peft's `lora_magnitude_vector`, which is always the output's.

        Raises:
            Misfit: there are not as many lengths as channels.
        """
        lengths = part["magnitude"] if part.has("magnitude") else part["dora_scale"]
        on_input = not part.has("magnitude") and _of_inputs(lengths, weight)
        axis = int(on_input)
        if lengths.numel() != weight.shape[axis]:
            raise Misfit
        changed = (weight + difference.whole().to(weight)).transpose(0, axis).flatten(1)
        gain = lengths.flatten() / changed.norm(dim=1).clamp_min(1e-12) - 1
        return cls(difference, Scaled(gain, on_input))

    def __call__(self, layer: nn.Module, x: Tensor, out: Tensor) -> Tensor:
        """See `Change`."""
        stronger = 1 + along(layer, self.scaled.gain)
        if self.scaled.on_input:
            added = self.difference(layer, x * stronger, out)
        else:
            added = self.difference(layer, x, out) * stronger
        return self.scaled(layer, x, out) + added


def _of_inputs(lengths: Tensor, weight: Tensor) -> bool:
    """Whether they are the input's: `[1, in, ...]`, where `[out, 1, ...]` and `[out]` are the output's."""
    return lengths.ndim > 1 and lengths.shape[0] == 1 and lengths.shape[1] == weight.shape[1]
