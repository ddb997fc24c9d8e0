"""Trains the starter's editing UNet from the starter's own: `python -m tools.starter.edit`.

It reads the latents of the picture as so many more input channels, whose weights begin as
zeros (InstructPix2Pix, 2211.09800), under the states of the starter's text encoder. Goes on
from the checkpoint in the cache if there is one. Needs the extra `train` (resvg-py) and npm,
which fetches the drawings.
"""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import CLIPTextModel, CLIPTokenizer

from tools.starter.compose import compose
from tools.starter.dataset import halve, to_tensor
from tools.starter.device import DEVICE, FACTOR, autocast, ready
from tools.starter.edits import Edit, sample_edit
from tools.starter.pace import Pace
from tools.starter.save import HOME
from tools.starter.scenes import SIZES, SQUARE
from tools.starter.sprites import Sprites
from tools.starter.text import states_of
from tools.starter.unet import Diffusion, Run

OTHER_SIZES = 0.04
"""Share of samples of each canvas size that is not square."""
DROPPED = 0.05
"""Share of samples that lack their words, as many that lack the picture, as many that lack both."""

Array = NDArray[Any]


@dataclass
class Pairs:
    """Edits of one canvas size: latents before and after [n, c, h, w], states [m, 77, d], which belongs to each."""

    before: Array
    after: Array
    states: Array
    said: Array
    share: float

    def batch(self, rng: np.random.Generator, size: int, empty: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Random latents to draw, those given, and the states of their words; some are left out."""
        chosen = np.sort(rng.integers(0, len(self.after), size))
        states = torch.from_numpy(self.states[self.said[chosen]]).float()
        given = torch.from_numpy(self.before[chosen]).float()
        roll = torch.from_numpy(rng.random(size))
        states[roll < 2 * DROPPED] = empty
        given[(roll >= DROPPED) & (roll < 3 * DROPPED)] = 0
        after = torch.from_numpy(self.after[chosen]).float()
        return after.to(DEVICE), given.to(DEVICE), states.to(DEVICE)


class Seeing(nn.Module):
    """A UNet whose forward reads the latents of a picture beside the noisy ones."""

    def __init__(self, unet: nn.Module, given: Tensor) -> None:
        super().__init__()
        self.unet, self.given = unet, given

    def forward(self, noisy: Tensor, t: Tensor, states: Tensor) -> Any:
        """What the UNet says of both together."""
        return self.unet(torch.cat([noisy, self.given], dim=1), t, states)


@torch.no_grad()
def widened(unet: UNet2DConditionModel) -> UNet2DConditionModel:
    """The same UNet with as many input channels more, which it doesn't heed yet."""
    wide = UNet2DConditionModel.from_config(unet.config, in_channels=2 * unet.config.in_channels)
    weights = unet.state_dict()
    narrow = weights["conv_in.weight"]
    weights["conv_in.weight"] = torch.cat([narrow, torch.zeros_like(narrow)], dim=1)
    wide.load_state_dict(weights)
    return wide


class Studio:
    """What draws the pairs and reads them: the starter's own parts, frozen."""

    def __init__(self, cache: Path, home: Path = HOME) -> None:
        self.sprites = Sprites(cache)
        self.vae = AutoencoderKL.from_pretrained(home / "vae", torch_dtype=torch.float32).eval()
        self.text = CLIPTextModel.from_pretrained(home / "text_encoder", dtype=torch.float32).eval()
        self.tokenizer: CLIPTokenizer = CLIPTokenizer.from_pretrained(home / "tokenizer")

    def pairs(self, count: int, seed: int, size: tuple[int, int], share: float) -> Pairs:
        """Random edits of one canvas size, drawn and encoded."""
        rng = random.Random(seed)
        edits = [sample_edit(rng, size) for _ in range(count)]
        words = sorted({edit.words for edit in edits})
        index = {text: i for i, text in enumerate(words)}
        said = np.array([index[edit.words] for edit in edits])
        before, after = (self.latents(edits, which) for which in ("before", "after"))
        return Pairs(before, after, self.states(words), said, share)

    @torch.no_grad()
    def latents(self, edits: list[Edit], which: str) -> Array:
        """float16 [n, c, h, w] of the scenes before or after."""
        parts = []
        for start in range(0, len(edits), 100):
            scenes = (getattr(edit, which) for edit in edits[start : start + 100])
            pictures = np.stack([halve(compose(scene, self.sprites)) for scene in scenes])
            parts.append(self.vae.encode(to_tensor(pictures)).latent_dist.mode().half().numpy())
        return np.concatenate(parts)

    def states(self, texts: list[str]) -> Array:
        """What the UNet reads of texts, float16 [n, 77, d]."""
        return states_of(self.text, self.tokenizer, texts)


def train(
    unet: UNet2DConditionModel,
    buckets: list[Pairs],
    empty: Tensor,
    cache: Path,
    *,
    minutes: float,
    batch: int = 64,
    lr: float = 0.01,
) -> UNet2DConditionModel:
    """Trains for a time and returns the averaged weights; goes on from `edit.pt` if there is one.

    Args:
        unet: The network, already widened.
        buckets: Edits by canvas size.
        empty: Text states of the empty prompt [77, d].
        cache: Where the checkpoint and the log go.
        minutes: How long.
        batch: Samples a step.
        lr: Muon's learning rate.
    """
    run, diffusion = Run(unet, lr, cache / "edit.pt"), Diffusion()
    pace = Pace("edit", minutes, batch * FACTOR, cache)
    forward = ready(unet)
    rng = np.random.default_rng(run.steps)
    odds = np.array([bucket.share for bucket in buckets])
    while not pace.over:
        bucket = buckets[rng.choice(len(buckets), p=odds / odds.sum())]
        after, given, states = bucket.batch(rng, batch * FACTOR, empty)
        with autocast():
            loss = diffusion.loss(Seeing(forward, given), after, states)
        loss.backward()  # type: ignore[no-untyped-call]
        run.pair.step(pace.scale(falling=0.5))
        run.steps += 1
        run.average.update(unet, run.steps)
        pace.tick(loss)
        if pace.due():
            pace.note(total=run.steps * batch * FACTOR)
            run.keep()
            _save(run, cache)
    unet.load_state_dict(run.average.weights)
    return unet


def _save(run: Run, cache: Path) -> None:
    """The averaged weights so far, to look at while training goes on."""
    torch.save(run.average.weights, cache / "edit-average.pt")


def main() -> None:
    """Draws pairs, trains, and saves the UNet in half precision."""
    parser = argparse.ArgumentParser(description="Trains the starter's editing UNet.")
    parser.add_argument("--minutes", type=float, default=40.0)
    parser.add_argument("--pairs", type=int, default=20000, help="square pairs to draw")
    parser.add_argument("--seed", type=int, default=900)
    parser.add_argument("--cache", type=Path, default=Path(".cache/starter"))
    parser.add_argument("--out", type=Path, default=HOME / "starter-edit" / "unet")
    asked = parser.parse_args()
    asked.cache.mkdir(parents=True, exist_ok=True)
    studio = Studio(asked.cache)
    buckets = []
    for size in SIZES:
        square = size == SQUARE
        share = 1 - OTHER_SIZES * (len(SIZES) - 1) if square else OTHER_SIZES
        count = asked.pairs if square else asked.pairs // 16
        buckets.append(studio.pairs(count, asked.seed + size[0], size, share))
    empty = torch.from_numpy(studio.states([""])[0]).float()
    unet = widened(UNet2DConditionModel.from_pretrained(HOME / "unet", torch_dtype=torch.float32))
    train(unet, buckets, empty, asked.cache, minutes=asked.minutes)
    unet.half().save_pretrained(asked.out, safe_serialization=True)


if __name__ == "__main__":
    main()
