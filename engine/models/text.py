"""A CLIP text encoder with its tokenizer: token ids to the hidden states that a UNet takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from engine.api.errors import OutOfRange
from engine.api.parameters import PARAMETERS


class Placed(NamedTuple):
    """A vector that takes the place of one token's embedding: row and position in the ids."""

    row: int
    position: int
    vector: Tensor


class TextEncoder:
    """One encoder of a model; its results lie on the device where it works.

    Attributes:
        stage: the module, which may only visit its device; replace it to move the encoder.
        length: tokens a chunk, the two marks included (77 for CLIP).
        width: of its hidden states and of an embedding file's vectors.
    """

    def __init__(self, module: nn.Module, tokenizer: Any, skip: int = 1, normed: bool = True) -> None:
        """Wraps a `CLIPTextModel` or `CLIPTextModelWithProjection`.

        Args:
            module: the model, in eval mode.
            tokenizer: its tokenizer.
            skip: which layer's output to take, counted from the end as people do: 1 is the last.
            normed: whether the final layer norm is applied to it. Not in SDXL, which never takes the last layer: 1 and
                2 are the same to it.
        """
        self.module = module
        self.stage: Callable[[], AbstractContextManager[Any]] = lambda: nullcontext(module)
        self.tokenizer = tokenizer
        self.skip = skip
        self.normed = normed
        self._first = 1 if normed else 2
        # transformers 5 flattened CLIPTextModel; the one with a projection still wraps it
        self._core: Any = getattr(module, "text_model", module)
        self.length: int = self._core.config.max_position_embeddings
        self.width: int = self._core.config.hidden_size

    def tokens(self, text: str) -> list[int]:
        """Token ids of a text of any length, without the marks."""
        ids: list[int] = self.tokenizer(
            text, add_special_tokens=False, truncation=False, verbose=False
        ).input_ids
        return ids

    def frame(self, ids: Sequence[int]) -> list[int]:
        """One chunk: the marks around at most `length - 2` tokens, padded to `length`."""
        tokenizer = self.tokenizer
        framed = [tokenizer.bos_token_id, *ids, tokenizer.eos_token_id]
        return framed + [tokenizer.pad_token_id] * (self.length - len(framed))

    def encode(
        self, ids: Tensor, placed: Sequence[Placed] = (), skip: int | None = None
    ) -> tuple[Tensor, Tensor | None]:
        """Hidden states `[chunks, length, width]`, and `[chunks, dim]` pooled where the model projects one.

        Args:
            ids: `[chunks, length]`.
            placed: vectors of embedding files.
            skip: which layer's output to take; None for the model's own.

        Raises:
            OutOfRange: it has no such layer.
        """
        skip = max(self._first, skip or self.skip)
        if skip > (layers := self._core.config.num_hidden_layers):
            raise OutOfRange.beyond(PARAMETERS["clip_skip"].flag, str(skip), 1, layers)

        def place(_: nn.Module, __: Any, embedded: Tensor) -> Tensor:
            for row, position, vector in placed:
                embedded[row, position] = vector.to(embedded)
            return embedded

        hook = self._core.embeddings.token_embedding.register_forward_hook(place) if placed else None
        try:
            with torch.no_grad():
                out = self.module(
                    ids.to(self._core.final_layer_norm.weight.device), output_hidden_states=True
                )
        finally:
            if hook:
                hook.remove()
        return self._layer(out, skip), getattr(out, "text_embeds", None)

    def _layer(self, out: Any, skip: int) -> Tensor:
        hidden: Tensor
        if skip == 1 and self.normed:
            hidden = out.last_hidden_state
            return hidden
        hidden = out.hidden_states[-skip]
        return self._core.final_layer_norm(hidden) if self.normed else hidden
