"""IP-Adapters beside a UNet: each row's cross-attention looks at its own picture besides its text.

What a picture adds depends on the row's queries and on keys and values that are the same at every step, so that these
are computed once. It is added between the attention and its last layer, by hooks that are there only while a row has
a picture: rows that have none get exactly what they would get if there were no IP-Adapter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import linear, scaled_dot_product_attention

from engine.api.cards import ModelCard
from engine.api.errors import BadModel
from engine.api.likes import meant
from engine.api.names import IPAdapter
from engine.models.faults import is_the_machines, problem_of
from engine.models.files.adapters import PICTURE, TEXT, AdapterFolder
from engine.models.files.versions import version
from engine.models.hints import Hints, Like
from engine.models.kept import Kept
from engine.models.placement import MOVING, module_bytes
from engine.models.weights import read_weights

_ENDS = (".to_k_ip.weight", ".to_v_ip.weight")


@dataclass(frozen=True)
class Adapter:
    """An IP-Adapter on its device: what makes tokens of what an image encoder says, and for each layer of
    cross-attention what makes keys and values of these."""

    projection: Any
    layers: Sequence[tuple[Tensor, Tensor]]

    @property
    def bytes(self) -> int:
        """Of its weights."""
        return module_bytes(self.projection) + sum(each.nbytes for pair in self.layers for each in pair)


class Likes:
    """The IP-Adapters of one model. Only the denoise thread may use it."""

    def __init__(
        self,
        folder: AdapterFolder,
        card: ModelCard,
        unet: Any,
        device: torch.device,
        most_bytes: int,
        on_growth: Callable[[], None] = lambda: None,
    ) -> None:
        """Loads nothing yet.

        Args:
            folder: where they lie.
            card: the model's.
            unet: whose cross-attention is to look at pictures.
            device: where that computes.
            most_bytes: of weights kept on the device; the least recently used go first.
            on_growth: called when one has been loaded, which takes memory beside the models.
        """
        self._folder = folder
        self._card = card
        self._unet = unet
        self._device = device
        self._kept: Kept[Adapter] = Kept(lambda adapter: adapter.bytes, most_bytes, on_growth)
        ends = ".attn2.processor"
        self._attentions: list[Any] = [
            unet.get_submodule(name.removesuffix(".processor"))
            for name in unet.attn_processors
            if name.endswith(ends)
        ]

    @property
    def bytes(self) -> int:
        """Of weights on the device."""
        return self._kept.bytes

    def like(self, asked: str, seen: Tensor, scale: float) -> Like:
        """What a row is to look at: what an image encoder says of a picture, `[1, width]` or `[1, parts, width]`.

        Raises:
            NoAdapter, UnknownChoice: there is none for this model.
            BadModel: it can't be used with this model.
        """
        adapter = self._adapter(meant(self._folder.adapters(), asked, self._card))
        dtype = self._unet.dtype
        with torch.no_grad():
            tokens = adapter.projection(seen.to(self._device, dtype))
            return Like(tuple((linear(tokens, k), linear(tokens, v)) for k, v in adapter.layers), scale)

    @contextmanager
    def looking(self, rows: Sequence[Hints]) -> Iterator[None]:
        """While inside, row i of what passes the UNet looks at the pictures of `rows[i]` besides its text."""
        alike: defaultdict[int, list[tuple[int, Like]]] = defaultdict(list)
        for i, row in enumerate(rows):
            for like in row.likes:
                alike[like.layers[0][0].shape[1]].append((i, like))
        with ExitStack() as stack:
            for number, attention in enumerate(self._attentions if alike else ()):
                for handle in _looking(attention, number, list(alike.values())):
                    stack.callback(handle.remove)
            yield

    def _adapter(self, adapter: IPAdapter) -> Adapter:
        path = self._folder.path(adapter)
        return self._kept.get(version(path), lambda: self._load(adapter, path))

    def _load(self, adapter: IPAdapter, path: Path) -> Adapter:
        try:
            state = read_weights(path, lambda _: self._unet.dtype)
            pictures = {n.removeprefix(PICTURE): t for n, t in state.items() if n.startswith(PICTURE)}
            with MOVING:
                projection = self._unet._convert_ip_adapter_image_proj_to_diffusers(pictures)
                projection = projection.eval().requires_grad_(False).to(self._device)
            return Adapter(projection, self._layers(state))
        except BaseException as error:
            if is_the_machines(error):
                raise
            raise BadModel(model=adapter.name, fault="unlike", reason=str(problem_of(error))) from error

    def _layers(self, state: dict[str, Tensor]) -> list[tuple[Tensor, Tensor]]:
        """Weights of each layer's keys and values; the layers are numbered as diffusers lists them, in odd numbers."""
        layers = []
        for number, attention in enumerate(self._attentions):
            key, value = (state[f"{TEXT}{2 * number + 1}{end}"].to(self._device) for end in _ENDS)
            if key.shape[0] != attention.inner_dim or value.shape != key.shape:
                raise ValueError(f"layer {number} has {key.shape[0]} numbers and not {attention.inner_dim}")
            layers.append((key, value))
        if len(layers) != sum(name.endswith(_ENDS[0]) for name in state):
            raise ValueError(f"it is for a UNet with other layers than these {len(layers)}")
        return layers


def _looking(attention: Any, number: int, groups: Sequence[Sequence[tuple[int, Like]]]) -> list[Any]:
    """Hooks that add to one attention what the rows see; each group has as many tokens of a picture in all its rows."""
    asked: list[Tensor] = []

    def keep(_: Any, __: Any, queries: Tensor) -> None:
        asked[:] = [queries]

    def add(_: Any, given: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        (queries,), out = asked, given[0].clone()
        for group in groups:
            rows = torch.tensor([row for row, _ in group], device=out.device)
            keys, values = (torch.cat([like.layers[number][i] for _, like in group]) for i in (0, 1))
            seen = _attended(queries[rows], keys, values, attention.heads)
            scales = torch.tensor([like.scale for _, like in group], device=out.device, dtype=out.dtype)
            out.index_add_(0, rows, seen.to(out.dtype) * scales.view(-1, 1, 1))
        return out, *given[1:]

    return [
        attention.to_q.register_forward_hook(keep),
        attention.to_out[0].register_forward_pre_hook(add),
    ]


def _attended(queries: Tensor, keys: Tensor, values: Tensor, heads: int) -> Tensor:
    """Attention of `[rows, n, width]` to `[rows, tokens, width]`."""
    q, k, v = (x.view(*x.shape[:2], heads, -1).transpose(1, 2) for x in (queries, keys, values))
    return scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)
