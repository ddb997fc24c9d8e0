"""Writes the shipped folder: an ordinary StableDiffusionPipeline, and the card."""

import json
from pathlib import Path

import torch
from diffusers import (
    AutoencoderKL,
    DPMSolverMultistepScheduler,
    StableDiffusionPipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextModel, CLIPTokenizer

from tools.starter.halves import fit_half, load_whole
from tools.starter.networks import SCHEDULE
from tools.starter.palette import COLOURS, PLACES_WORDS, SHAPES
from tools.starter.scenes import SIZES
from tools.starter.things import THINGS

HOME = Path(__file__).parents[2] / "engine" / "starter"


def pipeline_of(
    vae: AutoencoderKL,
    text_encoder: CLIPTextModel,
    tokenizer: CLIPTokenizer,
    unet: UNet2DConditionModel,
) -> StableDiffusionPipeline:
    """Puts the parts together."""
    return StableDiffusionPipeline(
        vae=vae,
        text_encoder=text_encoder,
        tokenizer=tokenizer,
        unet=unet,
        scheduler=DPMSolverMultistepScheduler.from_config(SCHEDULE),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def save(pipeline: StableDiffusionPipeline, folder: Path = HOME) -> int:
    """Saves half-precision weights of a pipeline just trained; returns the folder's size in bytes."""
    fit_half(pipeline)
    pipeline.to(dtype=torch.float16).save_pretrained(folder, safe_serialization=True)
    load_whole(folder)
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def drawn_words() -> list[str]:
    """All that the model draws, things first, then shapes, then the other words for things."""
    names = dict.fromkeys([*THINGS, *SHAPES])
    others = (word for thing in THINGS.values() for word in thing.synonyms)
    return list(names | dict.fromkeys(others))


def card() -> dict[str, object]:
    """What the model is and can draw, for the bot's help and the page."""
    return {
        "name": "starter",
        "title": "Lukis Starter",
        "description": "A tiny model trained from nothing for Lukis: things, beings, faces and "
        "coloured shapes in a flat emoji style, alone or in pairs, on colours and in places.",
        "family": "sd1",
        "licence": "MIT",
        "native": [64, 64],
        "sizes": [[width // 2, height // 2] for width, height in SIZES],
        "scale": 8,
        "defaults": {"steps": 20, "cfg": 2.5, "sampler": "dpmpp_2m", "change": 0.85, "upscale": 0.1},
        "draws": drawn_words(),
        "colours": list(COLOURS),
        "backgrounds": [words[0] for words in PLACES_WORDS.values()],
        "examples": [
            "a fox in the snow",
            "a penguin and a pizza at the beach",
            "a rocket in space",
            "a wizard in the forest",
            "a purple star on a yellow background",
            "a cat on a pink background",
            "an apple next to a banana on blue",
            "a house at night",
            "a blue elephant on grass",
        ],
        "triggers": [],
    }


def save_card(folder: Path = HOME) -> None:
    """Writes `card.json`."""
    text = json.dumps(card(), indent=2, ensure_ascii=False)
    (folder / "card.json").write_text(text + "\n", encoding="utf-8")
