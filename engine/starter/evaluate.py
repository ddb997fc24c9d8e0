"""Measures the starter model on held-out prompts and draws a contact sheet.

Run `python -m engine.starter.evaluate [folder] [--sheet file.png]`.
"""

import argparse
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from diffusers import StableDiffusionPipeline
from PIL import Image

from engine.starter.judge import EDGE, Judge, to_judged
from engine.starter.prompts import Asked, pair_prompts, shape_prompts, thing_prompts

Array = np.ndarray
HOME = Path(__file__).parent
STEPS, GUIDANCE = 20, 2.5


def load(folder: Path = HOME) -> StableDiffusionPipeline:
    """The pipeline in single precision, silent."""
    pipeline = StableDiffusionPipeline.from_pretrained(folder, torch_dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def generate(
    pipeline: StableDiffusionPipeline, prompts: Sequence[str], *, seed: int = 0, batch: int = 16,
    guidance: float = GUIDANCE, steps: int = STEPS, size: tuple[int, int] | None = None, **more: object,
) -> list[Image.Image]:
    """One picture a prompt; picture i has seed + i."""
    width, height = size or (None, None)
    pictures: list[Image.Image] = []
    for start in range(0, len(prompts), batch):
        part = list(prompts[start : start + batch])
        seeds = [torch.Generator().manual_seed(seed + start + i) for i in range(len(part))]
        pictures += pipeline(
            part, num_inference_steps=steps, guidance_scale=guidance, generator=seeds,
            width=width, height=height, **more,
        ).images
    return pictures


def share(hits: Iterable[bool]) -> float:
    """Share of true values."""
    return float(np.mean(list(hits)))


def background_score(judge: Judge, asked: Sequence[Asked], pictures: Sequence[Array]) -> float:
    """How often the background has the colour asked for."""
    return share(judge.background(picture) == one.scene.background
                 for one, picture in zip(asked, pictures, strict=True))


def shape_scores(judge: Judge, asked: Sequence[Asked], pictures: Sequence[Array]) -> tuple[float, float]:
    """How often the nearest coloured shape has the colour, and the shape, asked for."""
    seen = [judge.one(picture, one.scene.background, "shape")
            for one, picture in zip(asked, pictures, strict=True)]
    pairs = [(kind, one.kinds[0]) for kind, one in zip(seen, asked, strict=True)]
    return (share(kind[1] == wanted[1] for kind, wanted in pairs),
            share(kind[0] == wanted[0] for kind, wanted in pairs))


def thing_score(judge: Judge, asked: Sequence[Asked], pictures: Sequence[Array]) -> float:
    """How often the thing asked for is the nearest of all."""
    return share(judge.one(picture, one.scene.background, "thing") == one.kinds[0]
                 for one, picture in zip(asked, pictures, strict=True))


def pair_score(judge: Judge, asked: Sequence[Asked], pictures: Sequence[Array]) -> float:
    """How often both things are right and in their right places."""
    return share(
        list(getattr(judge, one.scene.layout)(picture, one.scene.background)) == one.kinds
        for one, picture in zip(asked, pictures, strict=True)
    )


def seconds_an_image(pipeline: StableDiffusionPipeline) -> float:
    """Seconds for one picture of 20 steps on one core."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        generate(pipeline, ["a cat"], steps=2)
        start = time.perf_counter()
        generate(pipeline, ["a cat on a blue background"])
        return time.perf_counter() - start
    finally:
        torch.set_num_threads(threads)


def table(pipeline: StableDiffusionPipeline, judge: Judge, few: int | None = None) -> dict[str, float]:
    """All figures; `few` limits the number of prompts of each sort."""
    shapes, things, pairs = shape_prompts(few or 100), thing_prompts(few), pair_prompts(few or 100)
    drawn = [[to_judged(picture) for picture in generate(pipeline, [one.prompt for one in asked])]
             for asked in (shapes, things, pairs)]
    colour, shape = shape_scores(judge, shapes, drawn[0])
    return {
        "background colour": background_score(
            judge, [*shapes, *things, *pairs], [*drawn[0], *drawn[1], *drawn[2]]),
        "shapes: colour": colour,
        "shapes: shape": shape,
        "things: nearest of all": thing_score(judge, things, drawn[1]),
        "two things, right places": pair_score(judge, pairs, drawn[2]),
    }


def contact_sheet(
    pipeline: StableDiffusionPipeline, prompts: Sequence[str], columns: int = 10, scale: int = 1
) -> Image.Image:
    """The prompts' pictures in rows."""
    pictures = generate(pipeline, prompts, seed=7)
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * width * scale, rows * height * scale), "white")
    for i, picture in enumerate(pictures):
        row, column = divmod(i, columns)
        larger = picture.resize((width * scale, height * scale), Image.Resampling.LANCZOS)
        sheet.paste(larger, (column * width * scale, row * height * scale))
    return sheet
