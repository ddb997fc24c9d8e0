"""Measures how well the starter follows edges, without a caption: `python -m tools.starter.edges folder`.

A caption tells the starter where everything is, and leaks the layout; so all is drawn without one. The figures are edge
F1: how many of the edges asked for are drawn, and of those drawn are asked for, within a pixel.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import ControlNetModel, StableDiffusionControlNetPipeline
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import binary_dilation

from tools.starter.control import scattered, scenes, traced
from tools.starter.dataset import to_tensor
from tools.starter.evaluate import STEPS, generate, load
from tools.starter.judge import Judge

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


def figures(folder: Path, count: int = 64, sheet: Path | None = None) -> dict[str, float]:
    """Edge F1 of held-back scenes: the decoder's own, with the network, without it, and for another scene's edges."""
    judge, rng = Judge(), random.Random(HELD_BACK)
    pictures = np.stack([scattered(scene, judge, rng) for scene in scenes(count, HELD_BACK)])
    edges = [traced(picture) for picture in pictures]
    plain = load()
    net = ControlNetModel.from_pretrained(folder, dtype=torch.float32)
    pipe = StableDiffusionControlNetPipeline(
        **plain.components, controlnet=net, requires_safety_checker=False
    )
    pipe.set_progress_bar_config(disable=True)
    led: list[Array] = []
    for start in range(0, count, 16):
        maps = [Image.fromarray(each * 255).convert("RGB") for each in edges[start : start + 16]]
        seeds = [torch.Generator().manual_seed(start + i) for i in range(len(maps))]
        drawn = pipe(
            [""] * len(maps), maps, num_inference_steps=STEPS, guidance_scale=1.0, generator=seeds
        ).images
        led += [np.asarray(each) for each in drawn]
    alone = [np.asarray(each) for each in generate(plain, [""] * count, guidance=1.0)]
    if sheet:
        rows = [
            np.hstack([p, np.repeat(e[..., None] * 255, 3, -1), d])
            for p, e, d in zip(pictures, edges, led, strict=True)
        ]
        Image.fromarray(np.vstack([np.hstack(rows[i : i + 6]) for i in range(0, 48, 6)])).save(sheet)
    return {
        "the decoder's own": mean_f1(list(round_trip(plain.vae, pictures)), edges),
        "led by edges": mean_f1(led, edges),
        "not led": mean_f1(alone, edges),
        "another scene's edges": mean_f1(led, [*edges[1:], edges[0]]),
    }


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description="How well the starter follows edges, without a caption.")
    parser.add_argument("folder", type=Path, help="of the ControlNet")
    parser.add_argument("--count", type=int, default=64)
    parser.add_argument(
        "--sheet", type=Path, help="where to draw pictures, their edges, and what came of these"
    )
    asked = parser.parse_args()
    for name, value in figures(asked.folder, asked.count, asked.sheet).items():
        print(f"{name:24} {value:.3f}")


if __name__ == "__main__":
    main()
