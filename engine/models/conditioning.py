"""Prompts to embeddings: weights, prompts of any length, embedding files, and a cache."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor

from engine.api.errors import PromptTooLong
from engine.api.events import Notice
from engine.api.tags import EMBEDDING, MARKS, embedding_name
from engine.models.files.addons import NOTHING, Known
from engine.models.ports import Adapters, Conditioning
from engine.models.prompts import Prompt, Span, parse
from engine.models.text import Placed, TextEncoder

MOST_CHUNKS = 16
CACHED = 256


@dataclass(frozen=True)
class Item:
    """One token: an id, or row `index` of the embedding file `name`; and its weight."""

    id: int
    weight: float
    name: str = ""
    index: int = 0


class Conditioner:
    """Encodes prompts for one model, one prompt at a time so that neighbours never change an embedding.

    A weight moves a token away from what the empty prompt has at its place: 1 changes nothing at all.
    Prompts longer than a chunk fill several; their number is rounded up to a power of two with empty chunks,
    so that rows of different lengths can be repeated to the longest of them.
    """

    def __init__(
        self,
        encoders: Sequence[TextEncoder],
        embeddings: Callable[[], Known] = lambda: NOTHING,
        under: Callable[[Sequence[Adapters]], AbstractContextManager[None]] = lambda rows: nullcontext(),
        zeros_when_empty: bool = False,
        notices: Callable[[Adapters], tuple[Notice, ...]] = lambda adapters: (),
        lying: Callable[[Adapters], Hashable] = lambda adapters: (),
    ) -> None:
        """Makes an empty cache.

        Args:
            encoders: the model's text encoders; their hidden states are joined along the width.
            embeddings: the embedding files there are now.
            under: puts LoRAs onto the encoders, one set a chunk.
            zeros_when_empty: whether no text at all is all zeros to the model (SDXL base).
            notices: what is to be said of LoRAs that were just put onto the encoders.
            lying: what tells whether the files of LoRAs have changed.
        """
        self._encoders = tuple(encoders)
        self._embeddings = embeddings
        self._under = under
        self._zeros_when_empty = zeros_when_empty
        self._notices = notices
        self._lying = lying
        self._known = NOTHING
        self._cache: OrderedDict[tuple[str, Adapters, int | None, Hashable], Conditioning] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def modules(self) -> tuple[Any, ...]:
        """The encoders' modules."""
        return tuple(encoder.module for encoder in self._encoders)

    def condition(
        self,
        prompts: Sequence[str],
        adapters: Sequence[Adapters | None] | None = None,
        skip: int | None = None,
    ) -> list[Conditioning]:
        """See `UNetModel.condition`."""
        return [
            self._cached(prompt, under, skip)
            for prompt, under in zip(prompts, adapters or [None] * len(prompts), strict=True)
        ]

    def _cached(self, text: str, adapters: Adapters | None, skip: int | None) -> Conditioning:
        prompt = parse(text)
        under = prompt.adapters if adapters is None else adapters
        with self._lock:
            self._notice_files()
            key = text, under, skip, self._lying(under)
            if key not in self._cache:
                self._cache[key] = self._encode(prompt, text, under, skip)
                while len(self._cache) > CACHED:
                    self._cache.popitem(last=False)
            self._cache.move_to_end(key)
            return self._cache[key]

    def _notice_files(self) -> None:
        """Empties the cache when the embedding files have changed."""
        files = self._embeddings()
        if files is not self._known:
            self._known = files
            self._cache.clear()

    def _encode(self, prompt: Prompt, text: str, adapters: Adapters, skip: int | None) -> Conditioning:
        layouts = [_chunks(prompt, encoder, self._known) for encoder in self._encoders]
        longest = max(map(len, layouts))
        if longest > MOST_CHUNKS:
            raise PromptTooLong(length=len(text), limit=len(text) * MOST_CHUNKS // longest)
        count = 1 << (longest - 1).bit_length()
        parts = []
        pooled = None
        for i, (encoder, layout) in enumerate(zip(self._encoders, layouts, strict=True)):
            layout += [[] for _ in range(count - len(layout))]
            with self._under([adapters] * count):
                vectors = {name: f[i] for name, f in self._known.vectors.items() if f}
                hidden, projected = _hidden(encoder, layout, vectors, skip)
            parts.append(hidden.flatten(0, 1))
            pooled = projected[0] if projected is not None else pooled
        embeds = torch.cat(parts, dim=-1)
        if self._zeros_when_empty and not any(prompt.sections):
            embeds, pooled = embeds * 0, None if pooled is None else pooled * 0
        return Conditioning(embeds, pooled, adapters, self._notices(adapters))


def _hidden(
    encoder: TextEncoder,
    layout: Sequence[Sequence[Item]],
    vectors: Mapping[str, Tensor],
    skip: int | None,
) -> tuple[Tensor, Tensor | None]:
    """Hidden states `[chunks, length, width]` of the chunks, weighted, and the pooled ones."""
    ids = torch.tensor([encoder.frame([item.id for item in chunk]) for chunk in layout])
    placed = [
        Placed(row, position, vectors[item.name][item.index])
        for row, chunk in enumerate(layout)
        for position, item in enumerate(chunk, 1)
        if item.name
    ]
    hidden, pooled = encoder.encode(ids, placed, skip)
    weights = torch.tensor([_pad([1.0, *(item.weight for item in c)], encoder.length) for c in layout])
    if (weights == 1).all():
        return hidden, pooled
    empty, _ = encoder.encode(torch.tensor([encoder.frame([])]), skip=skip)
    moved = torch.lerp(empty.float(), hidden.float(), weights[..., None].to(hidden.device))
    return torch.where(weights[..., None].to(hidden.device) == 1, hidden, moved.to(hidden.dtype)), pooled


def _pad(weights: list[float], length: int) -> list[float]:
    return weights + [1.0] * (length - len(weights))


def _chunks(prompt: Prompt, encoder: TextEncoder, files: Known) -> list[list[Item]]:
    """The prompt's tokens in chunks that fit the encoder; BREAK begins a new one."""
    room = encoder.length - 2
    chunks: list[list[Item]] = []
    for section in prompt.sections:
        items = [item for span in section for item in _items(span, encoder, files)]
        chunks += [items[i : i + room] for i in range(0, max(len(items), 1), room)]
    return chunks


def _items(span: Span, encoder: TextEncoder, files: Known) -> Iterator[Item]:
    """A span's tokens; what means an embedding file stands for its vectors."""
    text = unicodedata.normalize("NFC", span.text)
    end = 0
    for match in _meant(files.bare).finditer(text):
        name = files.stood_for(match["bare"]) if match["bare"] else files.find(embedding_name(match))
        if name is None:
            continue
        yield from _words(text[end : match.start()], span.weight, encoder)
        for index in range(len(files.vectors[name][0])):
            # the id is only looked up and then replaced; any will do
            yield Item(0, span.weight, name, index)
        end = match.end()
    yield from _words(text[end:], span.weight, encoder)


def _words(text: str, weight: float, encoder: TextEncoder) -> Iterator[Item]:
    if text.strip():
        yield from (Item(token, weight) for token in encoder.tokens(text))


@lru_cache(8)
def _meant(names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds embeddings in a text: tagged ones of any name, and bare names that stand alone."""
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"
    alone = rf"(?<![\w{MARKS}])(?<![\w{MARKS}][-.])(?P<bare>{longest_first})(?![\w{MARKS}]|[-.][\w{MARKS}])"
    return re.compile(rf"{EMBEDDING}|{alone}", re.IGNORECASE)
