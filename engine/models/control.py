"""ControlNets beside a UNet: loaded from disk offline, and asked for the rows that they lead.

A ControlNet is a copy of a UNet's way down that sees a picture too; what it answers is added to what the UNet's own way
down hands on. Rows that none leads get zeros, and so exactly what they would get if there were no ControlNet.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from accelerate import init_empty_weights
from diffusers import ControlNetModel
from diffusers.loaders.single_file_utils import convert_controlnet_checkpoint
from torch import Tensor

from engine.api.cards import ModelCard
from engine.api.controls import meant
from engine.api.errors import BadModel
from engine.api.names import ControlNet
from engine.models.faults import is_the_machines, problem_of
from engine.models.files.controls import PREFIX, ControlFolder, original, weights_of
from engine.models.files.folders import read_json
from engine.models.files.versions import version
from engine.models.hints import Hints
from engine.models.kept import Kept
from engine.models.placement import MOVING, module_bytes
from engine.models.pooling import lengths_of, own_length_pooling
from engine.models.seamless import wrapped
from engine.models.weights import read_weights


@dataclass(frozen=True)
class Asked:
    """What a ControlNet is asked with the UNet: the same, a row each.

    Attributes:
        latents: `[rows, c, h, w]`, without what some UNets take besides.
        lengths: tokens of each row's own text, before it was repeated.
        added: what SDXL takes besides its text.
    """

    latents: Tensor
    timesteps: Tensor
    embeds: Tensor
    lengths: Sequence[int]
    added: Mapping[str, Tensor]
    hints: Sequence[Hints]

    def of(self, rows: Sequence[int]) -> Asked:
        """These rows alone."""
        return Asked(
            self.latents[rows],
            self.timesteps[rows],
            self.embeds[rows],
            [self.lengths[i] for i in rows],
            {name: tensor[rows] for name, tensor in self.added.items()},
            [self.hints[i] for i in rows],
        )


class Controls:
    """The ControlNets of one model. Only the denoise thread may use it."""

    def __init__(
        self,
        folder: ControlFolder,
        card: ModelCard,
        unet_config: Mapping[str, Any],
        device: torch.device,
        dtype: torch.dtype,
        most_bytes: int,
        on_growth: Callable[[], None] = lambda: None,
    ) -> None:
        """Loads nothing yet.

        Args:
            folder: where they lie.
            card: the model's.
            unet_config: what single files, which have no config, are built by.
            device, dtype: where the UNet computes, and in what.
            most_bytes: of weights kept on the device; the least recently used go first.
            on_growth: called when one has been loaded, which takes memory beside the models.
        """
        self._folder = folder
        self._card = card
        self._unet_config = unet_config
        self._device = device
        self._dtype = dtype
        self._kept: Kept[Any] = Kept(module_bytes, most_bytes, on_growth)

    @property
    def bytes(self) -> int:
        """Of weights on the device."""
        return self._kept.bytes

    def net(self, asked: str) -> Any:
        """The network that is meant, loaded.

        Raises:
            UnknownChoice: there is none.
            BadModel: it can't be used with this model.
        """
        net = meant(self._folder.nets(), asked, self._card)
        path = self._folder.path(net)
        return self._kept.get(version(path), lambda: self._load(net, path))

    def residuals(self, asked: Asked) -> dict[str, Any]:
        """What the UNet is to add on its way, as it takes it; nothing where no row is led."""
        led = [(i, lead) for i, hint in enumerate(asked.hints) for lead in hint.leads]
        sums: list[Tensor] = []
        for net in {id(lead.net): lead.net for _, lead in led}.values():
            mine = [(i, lead) for i, lead in led if lead.net is net]
            rows = [i for i, _ in mine]
            answers = self._answers(net, asked.of(rows), [lead.image for _, lead in mine])
            scales = torch.tensor([lead.scale for _, lead in mine], device=self._device)
            if not sums:
                sums = [each.new_zeros(len(asked.latents), *each.shape[1:]) for each in answers]
            for total, answer in zip(sums, answers, strict=True):
                scaled = answer * scales.to(answer.dtype).view(-1, 1, 1, 1)
                total.index_add_(0, torch.tensor(rows, device=total.device), scaled)
        if not sums:
            return {}
        return {"down_block_additional_residuals": sums[:-1], "mid_block_additional_residual": sums[-1]}

    def _answers(self, net: Any, asked: Asked, images: Sequence[Tensor]) -> list[Tensor]:
        """What a network adds to each of a UNet's skips, and to its middle, a row each."""
        with wrapped(net, [hint.wrap for hint in asked.hints]), lengths_of(net, asked.lengths):
            down, middle = net(
                asked.latents,
                asked.timesteps,
                encoder_hidden_states=asked.embeds,
                controlnet_cond=torch.cat(list(images)).to(self._device, self._dtype),
                added_cond_kwargs=dict(asked.added),
                return_dict=False,
            )
        return [*down, middle]

    def _load(self, net: ControlNet, path: Path) -> Any:
        try:
            with MOVING:
                loaded = read_control(path, self._unet_config, self._dtype)
        except BaseException as error:
            if is_the_machines(error):
                raise
            raise BadModel(model=net.name, fault="unlike", reason=str(problem_of(error))) from error
        own_length_pooling(loaded)
        return loaded.eval().requires_grad_(False).to(self._device)


def read_control(path: Path, unet_config: Mapping[str, Any], dtype: torch.dtype) -> Any:
    """Reads a folder or single file; a file is built as the UNet is that it was made for.

    Raises:
        NotACheckpoint, BadHeader: it can't be read. Whatever does not fit the UNet's shape comes as torch says it.
    """
    state: dict[str, Tensor] = {}
    for file in weights_of(path):
        state |= read_weights(file, lambda _: dtype)
    state = {name.removeprefix(PREFIX): tensor for name, tensor in state.items()}
    config = read_json(path / "config.json") if path.is_dir() else _config(unet_config, state)
    with init_empty_weights():
        net = ControlNetModel.from_config(config)
    if original(state):
        state = convert_controlnet_checkpoint(state, net.config) | _pooled(state)
    net.load_state_dict(state, assign=True)
    _check(net.config, unet_config)
    return net


def _pooled(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """SDXL's layers for its pooled text, which diffusers' own conversion leaves out."""
    names = {
        f"label_emb.0.{2 * i}.{p}": f"add_embedding.linear_{i + 1}.{p}"
        for i in (0, 1)
        for p in ("weight", "bias")
    }
    return {names[name]: tensor for name, tensor in state.items() if name in names}


def _config(unet_config: Mapping[str, Any], state: Mapping[str, Tensor]) -> dict[str, Any]:
    """The config of a network for that UNet; where the UNet has no middle, it has an empty one."""
    known = inspect.signature(ControlNetModel.__init__).parameters
    config = {name: value for name, value in unet_config.items() if name in known}
    widths, taken = _hint_layers(state)
    return config | {
        "in_channels": unet_config["out_channels"],
        "conditioning_channels": taken,
        "conditioning_embedding_out_channels": widths,
        "mid_block_type": config.get("mid_block_type") or "UNetMidBlock2D",
    }


def _hint_layers(state: Mapping[str, Tensor]) -> tuple[tuple[int, ...], int]:
    """Widths of the layers that the picture passes first, and how many channels it has."""
    blocks = "input_hint_block.{}.weight" if original(state) else "controlnet_cond_embedding.blocks.{}.weight"
    first = "input_hint_block.0.weight" if original(state) else "controlnet_cond_embedding.conv_in.weight"
    numbers = (4, 8, 12) if original(state) else range(1, 99, 2)
    widths = [state[name].shape[0] for n in numbers if (name := blocks.format(n)) in state]
    return (state[first].shape[0], *widths), state[first].shape[1]


def _check(config: Mapping[str, Any], unet_config: Mapping[str, Any]) -> None:
    """Raises ValueError where what a network answers can't be added to what the UNet has."""
    names = ("block_out_channels", "layers_per_block", "cross_attention_dim")
    ours, theirs = ([_plain(each.get(name)) for name in names] for each in (config, unet_config))
    if ours != theirs or config["in_channels"] != unet_config["out_channels"]:
        raise ValueError(f"it is for a UNet of {ours} and not of {theirs}")


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list | tuple) else value
