"""Trains a ControlNet for the starter model that follows Canny edges: `python -m tools.starter.control`.

The starter's text tells where everything is, so that a network trained on the pictures of its captions learns nothing
from edges. So things stand here where no caption puts them, in any size, and most pictures come without a caption;
and how well edges are followed is measured without one (`tools.starter.edges`).
"""

import argparse
import inspect
import random
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch
from diffusers import ControlNetModel, StableDiffusionPipeline, UNet2DConditionModel
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine.pictures.lines import canny
from tools.starter.captions import caption
from tools.starter.compose import overlay
from tools.starter.dataset import to_tensor
from tools.starter.device import DEVICE, FACTOR, autocast
from tools.starter.judge import EDGE, TILE, Judge
from tools.starter.pace import Pace
from tools.starter.palette import SHAPES
from tools.starter.save import HOME
from tools.starter.scenes import Scene, sample_scene
from tools.starter.text import states_of
from tools.starter.unet import Diffusion, Run

TOLD = 0.3
"""Share of the pictures that come with their caption."""
LEAST = 18
"""Edge of the smallest sprite, in pixels of a picture of 64."""

Array = NDArray[Any]


@dataclass
class Traced:
    """Pictures for a ControlNet: latents [n, 48, 8, 8], edges [n, 64, 64] of 0 and 1, states of the first captions."""

    latents: Tensor
    edges: Array
    states: Tensor
    empty: Tensor

    def batch(self, rng: np.random.Generator, size: int) -> tuple[Tensor, Tensor, Tensor]:
        """Random latents, edges [size, 3, 64, 64] and text states."""
        index = torch.from_numpy(rng.integers(0, len(self.latents), size))
        captioned = torch.from_numpy(rng.random(size) < TOLD)
        index[captioned] %= len(self.states)
        states = self.empty.expand(size, -1, -1).clone()
        states[captioned] = self.states[index[captioned]].float()
        return self.latents[index].float().to(DEVICE), hints(self.edges[index.numpy()]), states.to(DEVICE)


def hints(edges: Array) -> Tensor:
    """Edges [n, h, w] of 0 and 1 as a ControlNet takes them: [n, 3, h, w]."""
    return torch.from_numpy(np.ascontiguousarray(edges)).float()[:, None].expand(-1, 3, -1, -1).to(DEVICE)


def traced(picture: Array) -> Array:
    """A picture's edges, 0 and 1."""
    return np.asarray(canny(Image.fromarray(picture)), np.uint8) // 255


def scattered(scene: Scene, judge: Judge, rng: random.Random) -> Array:
    """The scene's picture, uint8 [64, 64, 3], its things at any places and in any sizes."""
    picture = ground(scene.background, scene.variant).copy()
    most = TILE if len(scene.items) == 1 else TILE * 2 // 3
    for item in scene.items:
        size = rng.randint(LEAST, most)
        sprite = judge.sprite((item.name, item.colour), size)
        x, y = (rng.randint(-size // 6, EDGE - size + size // 6) for _ in range(2))
        overlay(picture, sprite, x, y)
    return (picture * 255 + 0.5).astype(np.uint8)


@lru_cache(maxsize=512)
def ground(background: str, variant: int) -> Array:
    """An empty scene, float [64, 64, 3]."""
    from tools.starter.backgrounds import draw_background

    whole = draw_background(background, 2 * EDGE, 2 * EDGE, variant)
    return np.asarray(whole.reshape(EDGE, 2, EDGE, 2, 3).mean((1, 3)), dtype=np.float32)


def scenes(count: int, seed: int) -> list[Scene]:
    """Random scenes of things that the atlas has: shapes in all colours, things in their own."""
    rng, found = random.Random(seed), list[Scene]()
    while len(found) < count:
        scene = sample_scene(rng, pairs=0.35)
        if all(item.colour is None or item.name in SHAPES for item in scene.items):
            found.append(scene)
    return found


@torch.no_grad()
def draw(pipeline: StableDiffusionPipeline, count: int, told: int, seed: int) -> Traced:
    """Scatters scenes, traces them, and encodes them and the first captions."""
    judge, rng, asked = Judge(), random.Random(seed), scenes(count, seed)
    pictures = np.stack([scattered(scene, judge, rng) for scene in asked])
    parts = (to_tensor(pictures[i : i + 64]) for i in range(0, count, 64))
    latents = torch.cat([pipeline.vae.encode(part).latent_dist.mean.half() for part in parts])
    words = [caption(scene, rng) for scene in asked[:told]]
    states = torch.from_numpy(states_of(pipeline.text_encoder, pipeline.tokenizer, [*words, ""]))
    edges = np.stack([traced(picture) for picture in pictures])
    return Traced(latents, edges, states[:-1], states[-1].float())


def make_control(unet: UNet2DConditionModel) -> ControlNetModel:
    """A ControlNet with the weights of the way down of a UNet without a middle, which changes nothing yet."""
    known = inspect.signature(ControlNetModel.__init__).parameters
    shared = {name: value for name, value in unet.config.items() if name in known}
    net = ControlNetModel(**shared | {"mid_block_type": "UNetMidBlock2D"})
    for part in ("conv_in", "time_embedding", "add_embedding", "down_blocks"):
        getattr(net, part).load_state_dict(getattr(unet, part).state_dict())
    return net


def controlled(unet: UNet2DConditionModel, net: ControlNetModel, edges: Tensor) -> Any:
    """The UNet as the diffusion calls it, led by these edges."""

    def forward(noisy: Tensor, t: Tensor, states: Tensor) -> SimpleNamespace:
        down, middle = net(noisy, t, states, controlnet_cond=edges, return_dict=False)
        predicted = unet(
            noisy, t, states, down_block_additional_residuals=down, mid_block_additional_residual=middle
        )
        return SimpleNamespace(sample=predicted.sample)

    return forward


def train(
    pipeline: StableDiffusionPipeline, data: Traced, cache: Path, *, minutes: float, batch: int, lr: float
) -> ControlNetModel:
    """Trains for a time and returns the averaged weights; goes on from `control.pt` if there is one."""
    unet = pipeline.unet.to(DEVICE).eval().requires_grad_(False)
    net = make_control(unet)
    run, diffusion = Run(net, lr, cache / "control.pt"), Diffusion()
    pace, rng = Pace("control", minutes, batch * FACTOR, cache), np.random.default_rng(run.steps)
    while not pace.over:
        latents, edges, states = data.batch(rng, batch * FACTOR)
        with autocast():
            loss = diffusion.loss(controlled(unet, net, edges), latents, states)
        loss.backward()  # type: ignore[no-untyped-call]
        run.pair.step(pace.scale())
        run.steps += 1
        run.average.update(net, run.steps)
        pace.tick(loss)
        if pace.due():
            pace.note(total=run.steps * batch * FACTOR)
            run.keep()
    net.load_state_dict(run.average.weights)
    return net


def main() -> None:
    """Trains, saves and scores."""
    parser = argparse.ArgumentParser(description="Trains a ControlNet for Canny edges for the starter model.")
    parser.add_argument("--minutes", type=float, default=40.0)
    parser.add_argument("--scenes", type=int, default=16000)
    parser.add_argument("--told", type=int, default=3000, help="captions to encode")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=0.01, help="Muon's learning rate")
    parser.add_argument("--cache", type=Path, default=Path(".cache/control"))
    parser.add_argument("--folder", type=Path, help="where to save the network in half precision")
    asked = parser.parse_args()
    asked.cache.mkdir(parents=True, exist_ok=True)
    pipeline = StableDiffusionPipeline.from_pretrained(HOME, dtype=torch.float32)
    kept = asked.cache / f"traced-{asked.scenes}.pt"
    if not kept.exists():
        torch.save(draw(pipeline, asked.scenes, asked.told, seed=7), kept)
    data = torch.load(kept, weights_only=False)
    net = train(pipeline, data, asked.cache, minutes=asked.minutes, batch=asked.batch, lr=asked.rate)
    (net.half() if asked.folder else net).save_pretrained(asked.folder or asked.cache / "net")


if __name__ == "__main__":
    main()
