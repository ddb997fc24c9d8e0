"""Measures the starter model on held-out prompts and draws a contact sheet.

Run `python -m tools.starter.evaluate [folder] [--sheet file.png]`.
"""

import argparse
import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import StableDiffusionPipeline
from numpy.typing import NDArray
from PIL import Image

from engine.pictures.enlarge import enlarge
from tools.starter.judge import Judge, to_judged
from tools.starter.prompts import Asked, pair_prompts, shape_prompts, thing_prompts
from tools.starter.save import HOME

Array = NDArray[Any]
STEPS, GUIDANCE = 20, 2.5


SHOWN = (
    "a red circle on a blue background",
    "a yellow star on a purple background",
    "a fox in the snow",
    "a penguin and a pizza at the beach",
    "a cat on a pink background",
    "a house at night",
    "a rocket in space",
    "a fish under the sea",
    "three apples on white",
    "a small frog on grass",
    "a blue elephant on a yellow background",
    "a cat left of a dog on an orange background",
)


def load(folder: Path = HOME) -> StableDiffusionPipeline:
    """The pipeline in single precision, silent."""
    pipeline = StableDiffusionPipeline.from_pretrained(folder, dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def generate(
    pipeline: StableDiffusionPipeline,
    prompts: Sequence[str],
    *,
    seed: int = 0,
    batch: int = 16,
    guidance: float = GUIDANCE,
    steps: int = STEPS,
    size: tuple[int, int] | None = None,
    **more: object,
) -> list[Image.Image]:
    """One picture a prompt; picture i has seed + i."""
    width, height = size or (None, None)
    pictures: list[Image.Image] = []
    for start in range(0, len(prompts), batch):
        part = list(prompts[start : start + batch])
        seeds = [torch.Generator().manual_seed(seed + start + i) for i in range(len(part))]
        pictures += pipeline(
            part,
            num_inference_steps=steps,
            guidance_scale=guidance,
            generator=seeds,
            width=width,
            height=height,
            **more,
        ).images
    return pictures


def share(hits: Iterable[bool]) -> float:
    """Share of true values."""
    return float(np.mean(list(hits)))


def background_score(judge: Judge, asked: Sequence[Asked], pictures: Sequence[Array]) -> float:
    """How often the background has the colour asked for."""
    return share(
        judge.background(picture) == one.scene.background
        for one, picture in zip(asked, pictures, strict=True)
    )


def shape_scores(judge: Judge, asked: Sequence[Asked], pictures: Sequence[Array]) -> tuple[float, float]:
    """How often the nearest coloured shape has the colour, and the shape, asked for."""
    seen = [
        judge.one(picture, one.scene.background, "shape")
        for one, picture in zip(asked, pictures, strict=True)
    ]
    pairs = [(kind, one.kinds[0]) for kind, one in zip(seen, asked, strict=True)]
    return (
        share(kind[1] == wanted[1] for kind, wanted in pairs),
        share(kind[0] == wanted[0] for kind, wanted in pairs),
    )


def thing_score(judge: Judge, asked: Sequence[Asked], pictures: Sequence[Array]) -> float:
    """How often the thing asked for is the nearest of all."""
    return share(
        judge.one(picture, one.scene.background, "thing") == one.kinds[0]
        for one, picture in zip(asked, pictures, strict=True)
    )


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
    asked = (shape_prompts(few or 100), thing_prompts(few), pair_prompts(few or 100))
    drawn = [
        [to_judged(picture) for picture in generate(pipeline, [one.prompt for one in part])] for part in asked
    ]
    return scores(judge, asked, drawn)


def renderings(judge: Judge, count: int = 48) -> list[Image.Image]:
    """True pictures of held-out scenes, as the judge draws them."""
    asked = [*shape_prompts(count // 4), *thing_prompts(count // 2), *pair_prompts(count // 4)]
    return [Image.fromarray((judge.render(one.scene) * 255 + 0.5).astype(np.uint8)) for one in asked]


def ceilings(judge: Judge, few: int | None = None) -> dict[str, float]:
    """The same figures with true renderings in the model's place: what the judge gets right."""
    asked = (shape_prompts(few or 100), thing_prompts(few), pair_prompts(few or 100))
    return scores(judge, asked, [[judge.render(one.scene) for one in part] for part in asked])


def scores(
    judge: Judge, asked: Sequence[Sequence[Asked]], drawn: Sequence[Sequence[Array]]
) -> dict[str, float]:
    """All figures of pictures drawn for shape, thing and pair prompts."""
    shapes, things, pairs = asked
    colour, shape = shape_scores(judge, shapes, drawn[0])
    everything = [one for part in asked for one in part]
    return {
        "background colour": background_score(judge, everything, [one for part in drawn for one in part]),
        "shapes: colour": colour,
        "shapes: shape": shape,
        "things: nearest of all": thing_score(judge, things, drawn[1]),
        "two things, right places": pair_score(judge, pairs, drawn[2]),
    }


def contact_sheet(
    pipeline: StableDiffusionPipeline, prompts: Sequence[str], columns: int = 10, scale: int = 1
) -> Image.Image:
    """The prompts' pictures in rows, enlarged as they are delivered."""
    pictures = generate(pipeline, prompts, seed=7)
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * width * scale, rows * height * scale), "white")
    for i, picture in enumerate(pictures):
        row, column = divmod(i, columns)
        sheet.paste(enlarge(picture, scale), (column * width * scale, row * height * scale))
    return sheet


def round_trip(pipeline: StableDiffusionPipeline, pictures: Sequence[Image.Image]) -> float:
    """Mean decibels of pictures after encoding and decoding."""
    x = (
        torch.stack([torch.from_numpy(np.array(one)).permute(2, 0, 1) for one in pictures]).float() / 127.5
        - 1
    )
    with torch.no_grad():
        y = pipeline.vae.decode(pipeline.vae.encode(x).latent_dist.mean).sample.clamp(-1, 1)
    mse = (y - x).square().mean((1, 2, 3)).clamp_min(1e-8)
    return float((10 * torch.log10(4 / mse)).mean())


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures and writes a contact sheet."""
    parser = argparse.ArgumentParser(description="Figures of the starter model on held-out prompts.")
    parser.add_argument("folder", type=Path, nargs="?", default=HOME)
    parser.add_argument("--sheet", type=Path, default=Path(".cache/starter/sheet.png"))
    parser.add_argument("--few", type=int, help="at most so many prompts of each sort")
    asked = parser.parse_args(arguments)
    start = time.perf_counter()
    pipeline = load(asked.folder)
    loaded = time.perf_counter() - start
    judge = Judge()
    figures, ceiling = table(pipeline, judge, asked.few), ceilings(judge, asked.few)
    for name, value in figures.items():
        print(f"{name:28} {value:7.1%}   (the judge on true renderings: {ceiling[name]:.1%})")
    print(f"{'autoencoder round trip':28} {round_trip(pipeline, renderings(judge)):7.1f} dB")
    print(f"{'an image on one core':28} {seconds_an_image(pipeline):7.2f} s")
    print(f"{'load':28} {loaded:7.2f} s")
    asked.sheet.parent.mkdir(parents=True, exist_ok=True)
    examples = json.loads((HOME / "card.json").read_text(encoding="utf-8"))["examples"]
    prompts = [*SHOWN, *examples, *(one.prompt for one in thing_prompts(100))]
    contact_sheet(pipeline, prompts[:120], scale=2).save(asked.sheet)
    print(f"contact sheet: {asked.sheet}")


if __name__ == "__main__":
    main()
