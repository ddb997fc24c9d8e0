"""Every kind of LoRA for one layer: its tensors, and the weight that it makes of the layer's, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

RANK = 4
ALPHA = 2.0


@dataclass(frozen=True)
class Made:
    """What a file has for a layer, and what it comes to."""

    tensors: dict[str, Tensor]
    weight: Tensor
    bias: Tensor | None = None


class Dice:
    """Random tensors."""

    def __init__(self, seed: int) -> None:
        self._generator = torch.Generator().manual_seed(seed)

    def __call__(self, *shape: int, by: float = 1.0) -> Tensor:
        return torch.randn(*shape, generator=self._generator) * by


Kind = Callable[[Tensor, Dice], Made]


def _pair(weight: Tensor, dice: Dice) -> tuple[dict[str, Tensor], Tensor]:
    """A LoRA's matrices, and their product in the layer's shape."""
    down = dice(RANK, *weight.shape[1:], by=0.2)
    up = dice(weight.shape[0], RANK, *[1] * (weight.ndim - 2), by=0.2)
    product = torch.zeros_like(weight)
    for rank in range(RANK):
        product += up[:, rank].reshape(-1, *[1] * (weight.ndim - 1)) * down[rank][None]
    return {
        "lora_up.weight": up,
        "lora_down.weight": down,
        "alpha": torch.tensor(ALPHA),
    }, product * ALPHA / RANK


def lora(weight: Tensor, dice: Dice) -> Made:
    tensors, difference = _pair(weight, dice)
    return Made(tensors, weight + difference)


def locon(weight: Tensor, dice: Dice) -> Made:
    """Tucker's decomposition of a convolution; other layers have a plain pair."""
    if weight.ndim == 2 or weight.shape[2:].numel() == 1:
        return lora(weight, dice)
    mid = dice(RANK, RANK, *weight.shape[2:], by=0.4)
    up, down = dice(weight.shape[0], RANK, by=0.4), dice(RANK, weight.shape[1], by=0.4)
    kernels = [[up @ mid[:, :, y, x] @ down for x in range(weight.shape[3])] for y in range(weight.shape[2])]
    product = torch.stack([torch.stack(row, -1) for row in kernels], -2)
    tensors = {"lora_mid.weight": mid, "lora_up.weight": up[..., None, None], "alpha": torch.tensor(ALPHA)}
    return Made(tensors | {"lora_down.weight": down[..., None, None]}, weight + product * ALPHA / RANK)


def loha(weight: Tensor, dice: Dice) -> Made:
    rest = weight[0].numel()
    one, two = ((dice(len(weight), RANK, by=0.3), dice(RANK, rest, by=0.7)) for _ in range(2))
    product = (one[0] @ one[1]) * (two[0] @ two[1])
    tensors = {"hada_w1_a": one[0], "hada_w1_b": one[1], "hada_w2_a": two[0], "hada_w2_b": two[1]}
    tensors["alpha"] = torch.tensor(ALPHA)
    return Made(tensors, weight + product.reshape(weight.shape) * ALPHA / RANK)


def loha_tucker(weight: Tensor, dice: Dice) -> Made:
    if weight.ndim == 2 or weight.shape[2:].numel() == 1:
        return loha(weight, dice)
    tensors, products = {"alpha": torch.tensor(ALPHA)}, []
    for i in (1, 2):
        core = dice(RANK, RANK, *weight.shape[2:], by=0.6)
        outer, inner = dice(RANK, weight.shape[0], by=0.6), dice(RANK, weight.shape[1], by=0.6)
        tensors |= {f"hada_t{i}": core, f"hada_w{i}_a": outer, f"hada_w{i}_b": inner}
        products.append(torch.einsum("ijyx,io,jc->ocyx", core, outer, inner))
    return Made(tensors, weight + products[0] * products[1] * ALPHA / RANK)


def _kron(small: Tensor, large: Tensor) -> Tensor:
    """Block by block."""
    return torch.cat([torch.cat([number * large for number in row], dim=1) for row in small])


def lokr(weight: Tensor, dice: Dice) -> Made:
    """Two whole matrices: their alpha means nothing."""
    small = dice(*_divisors(weight), by=0.3)
    large = dice(*_quotients(weight), by=0.3)
    tensors = {"lokr_w1": small, "lokr_w2": large, "alpha": torch.tensor(7.0)}
    return Made(tensors, weight + _kron(small, large))


def lokr_factored(weight: Tensor, dice: Dice) -> Made:
    (rows, columns), (out, inner, *kernel) = _divisors(weight), _quotients(weight)
    a, b = dice(rows, RANK, by=0.5), dice(RANK, columns, by=0.5)
    c, d = dice(out, RANK, by=0.3), dice(RANK, inner, *kernel, by=0.3)
    tensors = {"lokr_w1_a": a, "lokr_w1_b": b, "lokr_w2_a": c, "lokr_w2_b": d, "alpha": torch.tensor(ALPHA)}
    large = (c @ d.flatten(1)).reshape(out, inner, *kernel)
    return Made(tensors, weight + _kron(a @ b, large) * ALPHA / RANK)


def lokr_tucker(weight: Tensor, dice: Dice) -> Made:
    (rows, columns), (out, inner, *kernel) = _divisors(weight), _quotients(weight)
    if torch.Size(kernel).numel() == 1:
        return lokr_factored(weight, dice)
    small, core = dice(rows, columns, by=0.5), dice(RANK, RANK, *kernel, by=0.5)
    c, d = dice(RANK, out, by=0.5), dice(RANK, inner, by=0.5)
    tensors = {
        "lokr_w1": small,
        "lokr_t2": core,
        "lokr_w2_a": c,
        "lokr_w2_b": d,
        "alpha": torch.tensor(ALPHA),
    }
    large = torch.einsum("ijyx,io,jc->ocyx", core, c, d)
    return Made(tensors, weight + _kron(small, large) * ALPHA / RANK)


def _divisors(weight: Tensor) -> tuple[int, int]:
    return tuple(next(n for n in (4, 2, 3, 1) if side % n == 0) for side in weight.shape[:2])  # type: ignore[return-value]


def _quotients(weight: Tensor) -> tuple[int, ...]:
    rows, columns = _divisors(weight)
    return weight.shape[0] // rows, weight.shape[1] // columns, *weight.shape[2:]


def dora(weight: Tensor, dice: Dice) -> Made:
    """A length for each output."""
    tensors, difference = _pair(weight, dice)
    changed = weight + difference
    lengths = torch.stack([row.norm() for row in weight]) * (1 + dice(len(weight), by=0.3))
    made = torch.stack([row * length / row.norm() for row, length in zip(changed, lengths, strict=True)])
    return Made(tensors | {"dora_scale": lengths.view(-1, *[1] * (weight.ndim - 1))}, made)


def dora_of_inputs(weight: Tensor, dice: Dice) -> Made:
    """A length for each input, as LyCORIS had it at first."""
    tensors, difference = _pair(weight, dice)
    changed = (weight + difference).transpose(0, 1)
    before = weight.transpose(0, 1)
    lengths = torch.stack([row.norm() for row in before]) * (1 + dice(len(before), by=0.3))
    made = torch.stack([row * length / row.norm() for row, length in zip(changed, lengths, strict=True)])
    return Made(tensors | {"dora_scale": lengths.view(1, -1, *[1] * (weight.ndim - 2))}, made.transpose(0, 1))


def dora_of_a_loha(weight: Tensor, dice: Dice) -> Made:
    made = loha(weight, dice)
    lengths = torch.stack([row.norm() for row in weight]) * (1 + dice(len(weight), by=0.3))
    by_row = [row * length / row.norm() for row, length in zip(made.weight, lengths, strict=True)]
    return Made(
        made.tensors | {"dora_scale": lengths.view(-1, *[1] * (weight.ndim - 1))}, torch.stack(by_row)
    )


def full(weight: Tensor, dice: Dice) -> Made:
    """A difference of everything."""
    difference, bias = dice(*weight.shape, by=0.1), dice(len(weight), by=0.3)
    return Made({"diff": difference, "diff_b": bias}, weight + difference, bias)


def glora(weight: Tensor, dice: Dice) -> Made:
    out, inner, *kernel = weight.shape
    ones = [1] * len(kernel)
    a1, a2 = dice(inner, RANK, *ones, by=0.3), dice(RANK, inner, *ones, by=0.3)
    b1, b2 = dice(out, RANK, *ones, by=0.2), dice(RANK, inner, *kernel, by=0.2)
    tensors = {
        "a1.weight": a1,
        "a2.weight": a2,
        "b1.weight": b1,
        "b2.weight": b2,
        "alpha": torch.tensor(ALPHA),
    }
    through = torch.einsum("oi...,ij->oj...", weight, a1.flatten(1) @ a2.flatten(1))
    added = (b1.flatten(1) @ b2.flatten(1)).reshape(weight.shape)
    return Made(tensors, weight + (through + added) * ALPHA / RANK)


def ia3(weight: Tensor, dice: Dice) -> Made:
    gain = dice(len(weight), by=0.3)
    stored = gain if weight.ndim == 2 else gain.view(1, -1, *[1] * (weight.ndim - 2))
    made = weight * (1 + gain.view(-1, *[1] * (weight.ndim - 1)))
    return Made({"weight": stored, "on_input": torch.tensor(0)}, made)


def ia3_of_inputs(weight: Tensor, dice: Dice) -> Made:
    gain = dice(weight.shape[1], by=0.3)
    stored = gain if weight.ndim == 2 else gain.view(1, -1, *[1] * (weight.ndim - 2))
    made = weight * (1 + gain.view(1, -1, *[1] * (weight.ndim - 2)))
    return Made({"weight": stored, "on_input": torch.tensor(1)}, made)


def oft(weight: Tensor, dice: Dice) -> Made:
    """Blocks of channels, turned; those of odd layers are as they were."""
    size = next(n for n in (8, 4, 3, 2, 1) if len(weight) % n == 0)
    count = len(weight) // size
    blocks, rescale = dice(count, size, size, by=0.1), 1 + dice(len(weight), by=0.2)
    alpha = 0.01
    skew = blocks - blocks.transpose(1, 2)
    skew = skew * min(1.0, alpha * len(weight) / float(skew.norm()) if skew.norm() else 1.0)
    whole = torch.zeros(len(weight), len(weight))
    for i in range(count):
        at = slice(i * size, (i + 1) * size)
        turn = (torch.eye(size) + skew[i]) @ torch.linalg.inv(torch.eye(size) - skew[i])
        whole[at, at] = turn.T
    made = (torch.diag(rescale) @ whole @ weight.flatten(1)).reshape(weight.shape)
    tensors = {"oft_blocks": blocks, "alpha": torch.tensor(alpha)}
    return Made(tensors | {"rescale": rescale.view(-1, *[1] * (weight.ndim - 1))}, made)


def boft(weight: Tensor, dice: Dice) -> Made:
    """Butterflies: what is turned together lies twice as far apart each time."""
    channels, size = len(weight), 8
    if channels % size or (channels // size) & (channels // size - 1):
        return oft(weight, dice)
    count = channels // size
    times = count.bit_length()
    blocks = dice(times, count, size, size, by=0.1)
    made = weight.flatten(1).clone()
    for time in range(times):
        reach = size // 2 * 2**time
        order = [
            base + half * reach + i
            for base in range(0, channels, 2 * reach)
            for i in range(reach)
            for half in (0, 1)
        ]
        for i in range(count):
            at = order[i * size : (i + 1) * size]
            skew = blocks[time, i] - blocks[time, i].T
            turn = (torch.eye(size) + skew) @ torch.linalg.inv(torch.eye(size) - skew)
            made[at] = turn @ made[at]
    return Made({"oft_blocks": blocks, "alpha": torch.tensor(0.0)}, made.reshape(weight.shape))


def norm(weight: Tensor, dice: Dice) -> Made:
    """A normalization's."""
    difference, bias = dice(len(weight), by=0.3), dice(len(weight), by=0.3)
    return Made({"w_norm": difference, "b_norm": bias}, weight + difference, bias)


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        lora,
        locon,
        loha,
        loha_tucker,
        lokr,
        lokr_factored,
        lokr_tucker,
        dora,
        dora_of_inputs,
        dora_of_a_loha,
        full,
        glora,
        ia3,
        ia3_of_inputs,
        oft,
        boft,
        norm,
    )
}
