"""Other VAEs for a model: loaded from disk offline, and told apart from those of other families."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

import torch
from accelerate import init_empty_weights
from diffusers import AutoencoderKL
from diffusers.loaders.single_file_utils import convert_ldm_vae_checkpoint

from engine.api.cards import ModelCard
from engine.api.decoding import meant
from engine.api.lanes import VAE
from engine.models.faults import is_the_machines, problem_of
from engine.models.files.folders import read_json, weights_file
from engine.models.files.names import bad_file
from engine.models.files.size import shards
from engine.models.files.vaes import CONFIG, Layout, VaeFolder, bare, headers, layout_of
from engine.models.files.versions import Version, version
from engine.models.kept import Kept
from engine.models.placement import MOVING, Stage, module_bytes
from engine.models.weights import read_weights


class Vaes:
    """The other VAEs of one model. Only the denoise thread may use it."""

    def __init__(
        self,
        folder: VaeFolder,
        card: ModelCard,
        own: Stage,
        stage: Callable[[Any], Stage],
        most_bytes: int,
        on_growth: Callable[[], None] = lambda: None,
    ) -> None:
        """Loads nothing yet.

        Args:
            folder: where they lie.
            card: the model's.
            own: the model's own, whose latents they are to read.
            stage: places one as the model's own is placed.
            most_bytes: of weights kept; the least recently used go first.
            on_growth: called when one has been loaded, which takes memory beside the models.
        """
        self._folder = folder
        self._card = card
        self._own = own
        self._stage = stage
        self._kept: Kept[Stage] = Kept(lambda stage: module_bytes(stage.module), most_bytes, on_growth)

    @property
    def bytes(self) -> int:
        """Of weights in memory."""
        return self._kept.bytes

    @property
    def there(self) -> Collection[Stage]:
        """Those in memory."""
        return self._kept.there

    def get(self, name: str) -> tuple[Version, Stage]:
        """The one that is meant, loaded, with its file.

        Raises:
            UnknownChoice: there is none.
            BadModel: it can't be used with this model.
        """
        meant(self._folder.addons(), name, self._card)
        path = self._folder.find(name, VAE.flags[0])
        file = version(path)
        return file, self._kept.get(file, lambda: self._load(path))

    def _load(self, path: Path) -> Stage:
        with self._folder.calling(path), MOVING:
            return self._stage(self._read(path))

    def _read(self, path: Path) -> Any:
        own = self._own.module
        try:
            vae = read_vae(path, own.config, own.dtype)
        except BaseException as error:
            if is_the_machines(error):
                raise
            raise bad_file(path, problem_of(error)) from error
        if reason := _unlike(vae.config, own.config):
            raise bad_file(path, reason)
        return vae.eval().requires_grad_(False)


def read_vae(path: Path, config: Mapping[str, Any], dtype: torch.dtype) -> Any:
    """Reads a folder by its own config; a file by what its tensors tell, and for all else by that of the model's own.

    Raises:
        NotACheckpoint, BadHeader, NotAVae: it can't be read. What does not fit its shape comes as torch says it.
    """
    layout = layout_of(headers(path).shapes)
    state: dict[str, Any] = {}
    for file in shards(weights_file(path)) if path.is_dir() else (path,):
        state |= {bare(name): tensor for name, tensor in read_weights(file, lambda _: dtype).items()}
    told = read_json(path / CONFIG) if path.is_dir() else _config(config, layout)
    with init_empty_weights():
        vae = AutoencoderKL.from_config(told)
    if layout.original:
        state = convert_ldm_vae_checkpoint(state, vae.config)
    vae.load_state_dict(state, assign=True)
    return vae


def _config(own: Mapping[str, Any], layout: Layout) -> dict[str, Any]:
    levels = len(layout.widths)
    return {name: value for name, value in own.items() if not name.startswith("_")} | {
        "latent_channels": layout.channels,
        "block_out_channels": layout.widths,
        "layers_per_block": layout.layers,
        "down_block_types": ("DownEncoderBlock2D",) * levels,
        "up_block_types": ("UpDecoderBlock2D",) * levels,
        "use_quant_conv": layout.quantized,
        "use_post_quant_conv": layout.quantized,
    }


def _unlike(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> str:
    """Why a VAE reads other latents than the model's own does; "" where it reads the same."""
    for name in ("latent_channels", "scaling_factor", "shift_factor"):
        one, other = (each.get(name) or 0.0 for each in (theirs, ours))
        if not math.isclose(one, other, rel_tol=1e-3):
            return f"its {name.replace('_', ' ')} is {one:g}, and the model's own has {other:g}"
    if len(theirs["block_out_channels"]) != len(ours["block_out_channels"]):
        return "it makes pictures of another size"
    return ""
