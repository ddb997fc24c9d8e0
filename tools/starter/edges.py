"""Measures how well the starter follows edges: `python -m tools.starter.edges folder`.

A caption tells the starter where things are, so that edges could be met without being followed; so figures come without
one, too. They are edge F1: how many of the edges asked for are drawn, and of those drawn are asked for, within a pixel.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import ControlNetModel, StableDiffusionControlNetPipeline
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import binary_dilation

from tools.starter.captions import caption
from tools.starter.control import scattered, traced, whole
from tools.starter.dataset import to_tensor
from tools.starter.evaluate import GUIDANCE, STEPS, load
from tools.starter.judge import Judge
from tools.starter.scenes import sample_scene

HELD_BACK = 4321
"""Seed of the scenes that no training draws."""

Array = NDArray[Any]


def f1(drawn: Array, asked: Array) -> float:
    """Of two pictures' edges, 0 and 1, each within a pixel of the other's."""
    near = np.ones((3, 3), bool)
    if not drawn.any() or not asked.any():
        return float(not drawn.any() and not asked.any())
    precision = float(binary_dilation(asked, near)[drawn > 0].mean())
    recall = float(binary_dilation(drawn, near)[asked > 0].mean())
    return 2 * precision * recall / max(precision + recall, 1e-9)


def mean_f1(pictures: Sequence[Array], edges: Sequence[Array]) -> float:
    """Mean over pictures, uint8 [64, 64, 3], and the edges that were asked for."""
    return float(np.mean([f1(traced(one), asked) for one, asked in zip(pictures, edges, strict=True)]))


def round_trip(vae: Any, pictures: Array) -> Array:
    """Pictures after encoding and decoding: the best that there can be."""
    with torch.no_grad():
        drawn = vae.decode(vae.encode(to_tensor(pictures)).latent_dist.mean).sample
    return np.asarray(((drawn.clamp(-1, 1) + 1) * 127.5).round().byte().permute(0, 2, 3, 1))


@dataclass(frozen=True)
class Held:
    """A picture that no training has seen, its edges and its caption."""

    picture: Array
    edges: Array
    words: str


def held(count: int, *, aside: bool) -> list[Held]:
    """Scenes as the starter draws them, or with their things anywhere in any size."""
    judge, rng, found = Judge(), random.Random(HELD_BACK), list[Held]()
    while len(found) < count:
        scene = sample_scene(rng)
        scene = scattered(scene, rng) if aside else scene
        picture = whole(judge.draw(scene))
        found.append(Held(picture, traced(picture), caption(scene, rng, full=True)))
    return found


def pipeline_of(folder: Path) -> StableDiffusionControlNetPipeline:
    """The starter with a ControlNet, in single precision, silent."""
    net = ControlNetModel.from_pretrained(folder, dtype=torch.float32)
    pipe = StableDiffusionControlNetPipeline(
        **load().components, controlnet=net, requires_safety_checker=False
    )
    pipe.set_progress_bar_config(disable=True)
    return pipe


def led(
    pipe: StableDiffusionControlNetPipeline,
    edges: Sequence[Array],
    words: Sequence[str],
    weight: float = 1.0,
    guidance: float = GUIDANCE,
) -> list[Array]:
    """What is drawn of edges and words; picture i has the seed i. A weight of 0 follows no edges."""
    drawn: list[Array] = []
    for start in range(0, len(edges), 16):
        maps = [Image.fromarray(each * 255).convert("RGB") for each in edges[start : start + 16]]
        said = list(words[start : start + 16])
        seeds = [torch.Generator().manual_seed(start + i) for i in range(len(maps))]
        pictures = pipe(
            said,
            maps,
            num_inference_steps=STEPS,
            guidance_scale=guidance if any(said) else 1.0,
            generator=seeds,
            controlnet_conditioning_scale=weight,
        ).images
        drawn += [np.asarray(each) for each in pictures]
    return drawn


def figures(pipe: StableDiffusionControlNetPipeline, asked: Sequence[Held]) -> dict[str, float]:
    """Edge F1: the decoder's own, and of pictures with and without words that are led or not, or by other edges."""
    edges, words = [each.edges for each in asked], [each.words for each in asked]
    silent = led(pipe, edges, [""] * len(asked))
    return {
        "the decoder's own": mean_f1(
            list(round_trip(pipe.vae, np.stack([each.picture for each in asked]))), edges
        ),
        "led, without words": mean_f1(silent, edges),
        "not led, without words": mean_f1(led(pipe, edges, [""] * len(asked), 0.0), edges),
        "another picture's edges": mean_f1(silent, [*edges[1:], edges[0]]),
        "led, with words": mean_f1(led(pipe, edges, words), edges),
        "not led, with words": mean_f1(led(pipe, edges, words, 0.0), edges),
    }


def sheet(pipe: StableDiffusionControlNetPipeline, asked: Sequence[Held], columns: int = 4) -> Image.Image:
    """Each picture, its edges, what came of these, and what came of these and its words."""
    edges = [each.edges for each in asked]
    silent, told = led(pipe, edges, [""] * len(asked)), led(pipe, edges, [each.words for each in asked])
    tiles = [
        np.hstack([one.picture, np.repeat(one.edges[..., None] * 255, 3, -1), *drawn])
        for one, *drawn in zip(asked, silent, told, strict=True)
    ]
    rows = [np.hstack(tiles[i : i + columns]) for i in range(0, len(tiles), columns)]
    return Image.fromarray(np.vstack(rows))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description="How well the starter follows edges.")
    parser.add_argument("folder", type=Path, help="of the ControlNet")
    parser.add_argument("--count", type=int, default=64)
    parser.add_argument(
        "--sheet", type=Path, help="where to draw pictures, their edges, and what came of these"
    )
    asked = parser.parse_args()
    pipe = pipeline_of(asked.folder)
    for name, aside in (("as the starter draws", False), ("anywhere, in any size", True)):
        print(name)
        for what, value in figures(pipe, held(asked.count, aside=aside)).items():
            print(f"  {what:24} {value:.3f}")
    if asked.sheet:
        shown = [*held(12, aside=False), *held(12, aside=True)]
        sheet(pipe, shown).save(asked.sheet)


if __name__ == "__main__":
    main()
