"""Trains a ControlNet for the starter model that follows Canny edges: `python -m tools.starter.control`.

Half of its pictures are what the starter draws; in the other half things stand where no caption puts them, in any size.
Half of all come without a caption, so that the edges alone must tell what there is. Of those that have one, half come
with the edges of their things alone: then the caption tells the place.
"""

import argparse
import inspect
import random
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch
from diffusers import ControlNetModel, StableDiffusionPipeline, UNet2DConditionModel
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d, max_pool2d

from engine.pictures.lines import canny
from tools.starter.captions import caption
from tools.starter.dataset import to_tensor
from tools.starter.device import DEVICE, FACTOR, autocast, ready
from tools.starter.judge import EDGE, Judge
from tools.starter.pace import Pace
from tools.starter.palette import COLOURS, SHAPES
from tools.starter.save import HOME
from tools.starter.scenes import ONE, Item, Scene, sample_scene
from tools.starter.text import states_of
from tools.starter.unet import Diffusion, Forward, Run

TOLD, BARE = 0.5, 0.5
"""Shares of the pictures that come with their caption, and of these with the edges of their things alone."""
BROAD = 0.25
"""Share of the pictures whose edges are as broad as somebody's who draws them."""
ASIDE = 0.5
"""Share of the pictures whose things stand anywhere, in any size."""
LEAST = 36
"""Edge of the smallest sprite, as scenes are laid out."""

Array = NDArray[Any]


@dataclass
class Traced:
    """Pictures for a ControlNet.

    Attributes:
        latents: [n, 48, 8, 8].
        edges: [n, 64, 64] of 0 and 1.
        bare: the same of the things of the first pictures before a plain background.
        states: of the captions of the first pictures.
        empty: of no caption.
    """

    latents: Tensor
    edges: Array
    bare: Array
    states: Tensor
    empty: Tensor

    def batch(self, rng: np.random.Generator, size: int) -> tuple[Tensor, Tensor, Tensor]:
        """Random latents, edges [size, 3, 64, 64] and text states."""
        index = rng.integers(0, len(self.latents), size)
        captioned = rng.random(size) < TOLD
        index[captioned] %= len(self.states)
        states = self.empty.expand(size, -1, -1).clone()
        states[torch.from_numpy(captioned)] = self.states[index[captioned]].float()
        edges = self.edges[index]
        bare = captioned & (rng.random(size) < BARE)
        edges[bare] = self.bare[index[bare]]
        lines = hints(edges)
        broad = torch.from_numpy(rng.random(size) < BROAD)
        lines[broad] = broadened(lines[broad])
        return self.latents[index].float().to(DEVICE), lines, states.to(DEVICE)


def hints(edges: Array) -> Tensor:
    """Edges [n, h, w] of 0 and 1 as a ControlNet takes them: [n, 3, h, w]."""
    return torch.from_numpy(np.ascontiguousarray(edges)).float()[:, None].repeat(1, 3, 1, 1).to(DEVICE)


def broadened(lines: Tensor) -> Tensor:
    """Edges three pixels broad and somewhat soft."""
    return avg_pool2d(max_pool2d(lines, 3, 1, 1), 3, 1, 1)


def whole(picture: Array) -> Array:
    """A float picture as bytes."""
    return (picture * 255 + 0.5).astype(np.uint8)


def traced(picture: Array) -> Array:
    """A picture's edges, 0 and 1."""
    return np.asarray(canny(Image.fromarray(picture)), np.uint8) // 255


def scattered(scene: Scene, rng: random.Random) -> Scene:
    """The scene with its things at any places and in any sizes; four in ten become shapes."""
    most = ONE if len(scene.items) == 1 else ONE * 2 // 3
    if rng.random() < 0.4:
        scene = replace(scene, items=tuple(_shape(scene.background, rng) for _ in scene.items))
    return replace(
        scene, items=tuple(_aside(item, rng.randrange(LEAST, most, 2), rng) for item in scene.items)
    )


def _shape(background: str, rng: random.Random) -> Item:
    return Item(rng.choice(tuple(SHAPES)), rng.choice([name for name in COLOURS if name != background]))


def _aside(item: Item, size: int, rng: random.Random) -> Item:
    """The thing anywhere; a sixth of it may lie outside."""
    x, y = (2 * rng.randint(size // 6, EDGE - size // 6) for _ in range(2))
    return replace(item, x=x, y=y, size=size)


def plain(scene: Scene, rng: random.Random) -> Scene:
    """The scene before one colour."""
    return replace(scene, background=rng.choice(("white", "white", *COLOURS)), variant=0)


@torch.no_grad()
def draw(pipeline: StableDiffusionPipeline, count: int, told: int, seed: int) -> Traced:
    """Draws scenes, traces them, and encodes them and the first captions."""
    judge, rng = Judge(), random.Random(seed)
    scenes = [sample_scene(rng) for _ in range(count)]
    scenes = [scattered(each, rng) if rng.random() < ASIDE else each for each in scenes]
    flat = [i >= told and rng.random() < 0.2 for i in range(count)]
    scenes = [_coloured(each, rng) if is_flat else each for each, is_flat in zip(scenes, flat, strict=True)]
    pictures = np.stack([whole(judge.draw(s, flat=f)) for s, f in zip(scenes, flat, strict=True)])
    bare = np.stack([traced(whole(judge.draw(plain(scene, rng)))) for scene in scenes[:told]])
    parts = (to_tensor(pictures[i : i + 64]) for i in range(0, count, 64))
    latents = torch.cat([pipeline.vae.encode(part).latent_dist.mean.half() for part in parts])
    words = [caption(scene, rng) for scene in scenes[:told]]
    states = torch.from_numpy(states_of(pipeline.text_encoder, pipeline.tokenizer, [*words, ""]))
    edges = np.stack([traced(picture) for picture in pictures])
    return Traced(latents, edges, bare, states[:-1], states[-1].float())


def _coloured(scene: Scene, rng: random.Random) -> Scene:
    """The scene with a colour for each thing."""
    colours = [name for name in COLOURS if name != scene.background]
    return replace(scene, items=tuple(replace(each, colour=rng.choice(colours)) for each in scene.items))


def make_control(unet: UNet2DConditionModel) -> ControlNetModel:
    """A ControlNet with the weights of the way down of a UNet without a middle, which changes nothing yet."""
    known = inspect.signature(ControlNetModel.__init__).parameters
    shared = {name: value for name, value in unet.config.items() if name in known}
    net = ControlNetModel(**shared | {"mid_block_type": "UNetMidBlock2D"})
    for part in ("conv_in", "time_embedding", "add_embedding", "down_blocks"):
        getattr(net, part).load_state_dict(getattr(unet, part).state_dict())
    return net


def controlled(unet: nn.Module, net: ControlNetModel, edges: Tensor) -> Forward:
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
    unet = ready(pipeline.unet.eval().requires_grad_(False))
    net = make_control(pipeline.unet)
    run, diffusion = Run(net, lr, cache / "control.pt"), Diffusion(noisy=0.85)
    ready(net)
    pace, rng = Pace("control", minutes, batch * FACTOR, cache), np.random.default_rng(run.steps)
    while not pace.over:
        latents, edges, states = data.batch(rng, batch * FACTOR)
        with autocast():
            loss = diffusion.loss(controlled(unet, net, edges), latents, states)
        loss.backward()  # type: ignore[no-untyped-call]
        run.pair.step(pace.cosine())
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
    parser.add_argument("--told", type=int, default=6000, help="captions to encode")
    parser.add_argument("--batch", type=int, default=64)
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
