"""Muon: momentum whose update is orthogonalised, for matrices and convolutions.

After Keller Jordan, "Muon: an optimizer for hidden layers in neural networks"
(2024): momentum as in SGD with Nesterov, then five Newton-Schulz iterations
that bring all singular values of the update near 1.
"""

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from tools.starter.device import HALF


def orthogonalise(update: Tensor, steps: int = 5) -> Tensor:
    """Nearest semi-orthogonal matrix (roughly) to a 2-D tensor, by Newton-Schulz."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = update.bfloat16() if HALF else update
    tall = x.shape[0] > x.shape[1]
    x = x.T if tall else x
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    whole: Tensor = x.T if tall else x
    return whole.to(update.dtype)


class Muon(torch.optim.Optimizer):
    """Muon for weights of two or more dimensions (convolutions are flattened)."""

    def __init__(
        self, params: Iterable[Tensor], lr: float = 0.02, momentum: float = 0.95, decay: float = 0.0
    ) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> Any:
        """One update of all weights that have a gradient."""
        loss = closure() if closure is not None else None
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is not None:
                    self._update(weight, group)
        return loss

    def _update(self, weight: Tensor, group: dict[str, Any]) -> None:
        state, gradient = self.state[weight], weight.grad
        assert gradient is not None
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(weight)
        average = state["momentum"].lerp_(gradient, 1 - group["momentum"])
        update = gradient.lerp(average, group["momentum"]).flatten(1)
        direction = orthogonalise(update)
        scale = max(1.0, update.shape[0] / update.shape[1]) ** 0.5
        weight.mul_(1 - group["lr"] * group["decay"])
        weight.add_(direction.view_as(weight), alpha=-group["lr"] * scale)


class Pair:
    """Muon for the inner matrices and AdamW for the rest, stepped as one."""

    def __init__(
        self,
        model: nn.Module,
        lr: float,
        adam_lr: float,
        decay: float = 0.0,
        outer: Callable[[str], bool] = lambda name: False,
    ) -> None:
        named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
        inner = [p for name, p in named if p.ndim >= 2 and min(p.flatten(1).shape) >= 8 and not outer(name)]
        chosen = {id(p) for p in inner}
        rest = [p for _, p in named if id(p) not in chosen]
        self.parts: list[torch.optim.Optimizer] = [
            Muon(inner, lr=lr, decay=decay),
            torch.optim.AdamW(rest, lr=adam_lr, betas=(0.9, 0.98), weight_decay=0.0),
        ]
        self._base = [lr, adam_lr]

    def step(self, scale: float) -> None:
        """One step with both learning rates multiplied by `scale` (the schedule)."""
        for part, base in zip(self.parts, self._base, strict=True):
            for group in part.param_groups:
                group["lr"] = base * scale
            part.step()
            part.zero_grad(set_to_none=True)

    def state_dict(self) -> list[dict[str, Any]]:
        """Both optimizers' states."""
        return [part.state_dict() for part in self.parts]

    def load_state_dict(self, states: list[dict[str, Any]]) -> None:
        """Takes back what `state_dict` gave."""
        for part, state in zip(self.parts, states, strict=True):
            part.load_state_dict(state)
