"""A picture between two descriptions: one frame of a morph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from torch import Tensor

from engine.api.between import sides, stretch
from engine.api.blocks import Blocks
from engine.models.noise import slerp
from engine.models.ports import Adapters, Conditioning, UNetModel
from engine.models.prompts import Hypernet
from engine.modes.base import Way


class Morph(Way):
    """Is told what lies between the descriptions on both sides of its place; at 0 and 1 it is the plain picture."""

    def conditionings(self, model: UNetModel, calls: int) -> tuple[tuple[Conditioning, ...], ...]:
        """See `Way`. Each side is told as it would be alone, with its own LoRAs, and then they are mixed."""
        texts = sides(self.job.prompt) or ("",)
        first, last, share = stretch(self.place, len(texts))
        before = Way(self.job.model_copy(update={"prompt": texts[first]})).conditionings(model, calls)
        if not share:
            return before
        after = Way(self.job.model_copy(update={"prompt": texts[last]})).conditionings(model, calls)
        return tuple(_mixed(*rows, share) for rows in zip(before, after, strict=True))

    @property
    def place(self) -> float:
        """Where it is on the way, 0 to 1."""
        return self.job.recipe.place or 0.0


def _mixed(
    before: Sequence[Conditioning], after: Sequence[Conditioning], share: float
) -> tuple[Conditioning, ...]:
    """One conditioning a call; equal pairs are mixed once."""
    pairs = [(id(a), id(b)) for a, b in zip(before, after, strict=True)]
    known = {pair: between(a, b, share) for pair, a, b in zip(pairs, before, after, strict=True)}
    return tuple(known[pair] for pair in pairs)


def between(a: Conditioning, b: Conditioning, share: float) -> Conditioning:
    """What lies between two texts: `b` at 1. The shorter is repeated, which leaves cross-attention unchanged."""
    if share == 1 or a is b:
        return b
    length = max(len(a.embeds), len(b.embeds))
    first, last = (each.embeds.repeat(length // len(each.embeds), 1) for each in (a, b))
    pooled = None if a.pooled is None or b.pooled is None else _slerp(a.pooled, b.pooled, share)
    adapters = _adapters(a.adapters, b.adapters, share)
    notices = tuple(dict.fromkeys((*a.notices, *b.notices)))
    return replace(a, embeds=_slerp(first, last, share), pooled=pooled, adapters=adapters, notices=notices)


def _slerp(a: Tensor, b: Tensor, share: float) -> Tensor:
    """As `slerp`, which computes in more digits than some devices have."""
    return slerp(a.cpu(), b.cpu(), share).to(a.device)


def _adapters(a: Adapters, b: Adapters, share: float) -> Adapters:
    """The LoRAs and hypernetworks of both, each as strong as its side is near."""
    hypers: dict[str, float] = {}
    weights: dict[tuple[str, Blocks | None], list[float]] = {}
    for adapters, part in ((a, 1 - share), (b, share)):
        for adapter in adapters:
            if isinstance(adapter, Hypernet):
                hypers[adapter.name] = hypers.get(adapter.name, 0.0) + part * adapter.weight
                continue
            blocks = adapter[3] if len(adapter) == 4 else None
            weights.setdefault((adapter[0], blocks), []).append(part * adapter[1])
    loras = (
        (name, sum(parts)) if blocks is None else (name, sum(parts), sum(parts), blocks)
        for (name, blocks), parts in weights.items()
    )
    return (*loras, *(Hypernet(*each) for each in hypers.items()))
