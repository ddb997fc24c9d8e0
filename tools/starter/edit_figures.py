"""Measures the starter's editing UNet on held-back edits: `python -m tools.starter.edit_figures [folder of the UNet]`.

Asked for are another colour of a thing ("make the apple blue") and another place ("make it night"). An edit is
obeyed where, of true renderings with every colour (or every place), the one asked for is the nearest to what was drawn.
What is to stay is compared with how it was, beside what the autoencoder alone makes of it.
"""

import argparse
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import StableDiffusionInstructPix2PixPipeline, UNet2DConditionModel
from numpy.typing import NDArray
from PIL import Image

from tools.starter.backgrounds import PLACES
from tools.starter.compose import overlay
from tools.starter.evaluate import load
from tools.starter.judge import Judge, ground_of
from tools.starter.palette import COLOURS, SHAPES
from tools.starter.scenes import Item, Scene, can_tint, place
from tools.starter.sprites import tint
from tools.starter.things import THINGS

Array = NDArray[Any]
GUIDANCE, PICTURE_GUIDANCE, STEPS = 3.0, 1.5, 20


@dataclass(frozen=True)
class Held:
    """A held-back edit: its scene, words, what it asks for, and the scene for any other choice."""

    scene: Scene
    words: str
    wanted: str
    choices: Sequence[str]
    with_choice: Callable[[str], Scene]


def colours(count: int, seed: int = 5) -> Iterator[Held]:
    """Things that are to have another colour."""
    rng = random.Random(seed)
    while count:
        ground, name = (
            rng.choice([*COLOURS, *PLACES]),
            rng.choice([each for each in THINGS if each not in SHAPES]),
        )
        colour = rng.choice([each for each in COLOURS if each != ground and can_tint(name, each)])
        scene = place(Scene(ground, (Item(name, None),)), rng)
        after = _tinted(scene, colour)
        if after.held_out:
            count -= 1
            choices = [each for each in COLOURS if each != ground]
            yield Held(scene, f"make the {name} {colour}", colour, choices, lambda c, s=scene: _tinted(s, c))  # type: ignore[misc]


def nights(count: int, seed: int = 6) -> Iterator[Held]:
    """Things by day that are to stand at night."""
    rng = random.Random(seed)
    while count:
        ground, name = (
            rng.choice([each for each in [*COLOURS, *PLACES] if each != "night"]),
            rng.choice([*THINGS]),
        )
        scene = place(Scene(ground, (Item(name, None),)), rng)
        if replace(scene, background="night").held_out:
            count -= 1
            choices = [*dict.fromkeys((ground, *PLACES))]
            yield Held(scene, "make it night", "night", choices, lambda g, s=scene: replace(s, background=g))  # type: ignore[misc]


def _tinted(scene: Scene, colour: str) -> Scene:
    return replace(scene, items=tuple(replace(item, colour=colour) for item in scene.items))


class Studio:
    """Draws scenes as the judge does, and edits them."""

    def __init__(self, unet: Path) -> None:
        parts = load()
        self.vae = parts.vae
        self.judge = Judge()
        self.pipeline = StableDiffusionInstructPix2PixPipeline(
            vae=parts.vae,
            text_encoder=parts.text_encoder,
            tokenizer=parts.tokenizer,
            unet=UNet2DConditionModel.from_pretrained(unet, torch_dtype=torch.float32),
            scheduler=parts.scheduler,
            safety_checker=None,
            feature_extractor=None,
            requires_safety_checker=False,
        )
        self.pipeline.set_progress_bar_config(disable=True)

    def draw(self, scene: Scene, *, only: bool = False) -> Array:
        """The true picture, float [64, 64, 3]; `only` how much of each pixel its thing is, [64, 64, 1]."""
        canvas = (
            np.zeros_like(ground_of("white", 0))
            if only
            else ground_of(scene.background, scene.variant).copy()
        )
        for item in scene.items:
            sprite = self.judge.sprite((item.name, None), item.size // 2)
            sprite = tint(sprite, item.colour) if item.colour else sprite
            if only:
                sprite = np.concatenate([np.ones_like(sprite[..., :3]), sprite[..., 3:]], -1)
            overlay(canvas, sprite, *((at - item.size // 2) // 2 for at in (item.x, item.y)))
        return canvas[..., :1] if only else canvas

    def edited(self, picture: Array, words: str, seed: int) -> Array:
        """What becomes of a picture."""
        given = torch.from_numpy(np.ascontiguousarray(picture)).permute(2, 0, 1)[None].float()
        drawn = self.pipeline(
            words,
            image=given,
            num_inference_steps=STEPS,
            guidance_scale=GUIDANCE,
            image_guidance_scale=PICTURE_GUIDANCE,
            generator=torch.Generator().manual_seed(seed),
            output_type="np",
        )
        return np.asarray(drawn.images[0])

    @torch.no_grad()
    def through(self, picture: Array) -> Array:
        """What the autoencoder alone makes of a picture."""
        x = torch.from_numpy(np.ascontiguousarray(picture)).permute(2, 0, 1)[None].float() * 2 - 1
        y = self.vae.decode(self.vae.encode(x).latent_dist.mode()).sample
        return np.asarray((y[0].permute(1, 2, 0) / 2 + 0.5).clamp(0, 1))


def decibels(one: Array, other: Array, where: Array) -> float:
    """How alike two pictures are where that is 1."""
    error = float((np.square(one - other) * where).sum() / (3 * where.sum() + 1e-9))
    return -10 * math.log10(max(error, 1e-8))


def measure(studio: Studio, edits: Sequence[Held], stays: Callable[[Array], Array]) -> dict[str, float]:
    """Shares and decibels, each also for a picture that was not edited at all; `stays` takes the thing's mask."""
    rows = []
    for seed, each in enumerate(edits):
        before = studio.draw(each.scene)
        after = studio.edited(before, each.words, seed)
        true = [studio.draw(each.with_choice(choice)) for choice in each.choices]
        seen = [
            each.choices[int(np.argmin([np.square(t - p).mean() for t in true]))] for p in (after, before)
        ]
        kept = stays(studio.draw(each.scene, only=True))
        rows.append(
            (
                seen[0] == each.wanted,
                seen[1] == each.wanted,
                decibels(after, before, kept),
                decibels(studio.through(before), before, kept),
            )
        )
    return dict(zip(("obeyed", "unedited", "stays", "ceiling"), np.mean(rows, 0).tolist(), strict=True))


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures and draws a sheet: each picture before and after."""
    parser = argparse.ArgumentParser(description="Figures of the starter's editing UNet on held-back edits.")
    parser.add_argument("unet", type=Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--sheet", type=Path, default=Path(".cache/starter/edits.png"))
    asked = parser.parse_args(arguments)
    studio = Studio(asked.unet)
    sorts = {"colour": (colours, lambda mask: 1 - mask), "night": (nights, lambda mask: mask > 0.9)}
    tiles = []
    for name, (sample, stays) in sorts.items():
        edits = list(sample(asked.count))
        found = measure(studio, edits, stays)
        print(
            f"{name:8} obeyed {found['obeyed']:6.1%} (a picture that is not edited: {found['unedited']:.1%});"
            f" what stays {found['stays']:.1f} dB (the autoencoder alone: {found['ceiling']:.1f})"
        )
        for seed, each in enumerate(edits[:12]):
            before = studio.draw(each.scene)
            tiles.append(np.concatenate([before, studio.edited(before, each.words, seed)], 1))
    rows = [np.concatenate(tiles[i : i + 6], 1) for i in range(0, len(tiles), 6)]
    asked.sheet.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray((np.concatenate(rows) * 255 + 0.5).clip(0, 255).astype(np.uint8)).save(asked.sheet)


if __name__ == "__main__":
    main()
