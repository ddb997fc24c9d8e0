"""The folder that ships: an ordinary pipeline, small, offline, with a card that is true."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKL, StableDiffusionPipeline, UNet2DConditionModel
from numpy.typing import NDArray
from safetensors import safe_open
from transformers import CLIPTextModel, CLIPTokenizer

from engine.api.cards import ModelCard
from tools.starter.palette import COLOUR_WORDS, COLOURS, SHAPE_WORDS, SHAPES
from tools.starter.prompts import pair_prompts, shape_prompts, thing_prompts
from tools.starter.save import HOME
from tools.starter.things import THINGS


@pytest.fixture(scope="module")
def card() -> ModelCard:
    return ModelCard.model_validate(json.loads((HOME / "card.json").read_text(encoding="utf-8")))


def test_it_is_an_ordinary_pipeline(starter: StableDiffusionPipeline) -> None:
    assert isinstance(starter.vae, AutoencoderKL)
    assert isinstance(starter.unet, UNet2DConditionModel)
    assert isinstance(starter.text_encoder, CLIPTextModel)
    assert isinstance(starter.tokenizer, CLIPTokenizer)
    assert starter.safety_checker is None
    assert starter.tokenizer.model_max_length == 77


def drawn(pipeline: StableDiffusionPipeline) -> NDArray[Any]:
    """A fox; 0 to 255."""
    pipeline.set_progress_bar_config(disable=True)
    noise = torch.Generator().manual_seed(1)
    image = pipeline(
        "a red fox in the snow", num_inference_steps=10, generator=noise, output_type="np"
    ).images[0]
    return np.asarray(image, dtype=np.float32) * 255


@pytest.mark.parametrize(
    "asked", [{}, *({"dtype": kind} for kind in (torch.float32, torch.float16, torch.bfloat16))]
)
def test_it_draws_the_same_as_a_plain_pipeline_of_any_type(
    starter: StableDiffusionPipeline, asked: dict[str, torch.dtype]
) -> None:
    plain = StableDiffusionPipeline.from_pretrained(HOME, **asked)
    kinds = {part.dtype for part in (plain.unet, plain.vae, plain.text_encoder)}
    assert kinds == {asked.get("dtype", torch.float32)}
    assert np.abs(drawn(plain) - drawn(starter)).mean() < 2


def test_the_scheduler_keeps_what_other_samplers_would_get_wrong(starter: StableDiffusionPipeline) -> None:
    kept = starter.scheduler.config
    assert (kept.clip_sample, kept.set_alpha_to_one, kept.steps_offset) == (False, False, 1)
    assert kept.prediction_type == "v_prediction"
    assert (kept.beta_schedule, kept.beta_start, kept.beta_end) == ("linear", 1e-4, 0.02)


def test_it_is_small_and_in_half_precision() -> None:
    files = [file for file in HOME.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    own = [file for file in files if "starter-edit" not in file.parts]
    assert sum(file.stat().st_size for file in own) <= 20_000_000
    assert sum(file.stat().st_size for file in {*files} - {*own}) <= 8_100_000
    assert max(file.stat().st_size for file in files) <= 16_000_000
    for weights in HOME.rglob("*.safetensors"):
        with safe_open(weights, "pt") as opened:
            kinds = {str(opened.get_slice(name).get_dtype()) for name in opened.keys()}  # noqa: SIM118
        assert kinds == {"F16"}, weights


def test_the_card_lists_what_it_draws(card: ModelCard) -> None:
    synonyms = {word for thing in THINGS.values() for word in thing.synonyms}
    assert {*THINGS, *SHAPES, *synonyms} == set(card.draws)
    assert len(THINGS) >= 500
    assert tuple(COLOURS) == card.colours
    assert card.native in card.sizes
    assert 6 <= len(card.examples) <= 10
    assert all(width % 8 == 0 and height % 8 == 0 for width, height in card.sizes)
    assert card.native.width * card.scale == 512


def test_every_name_on_the_card_is_known_words(starter: StableDiffusionPipeline, card: ModelCard) -> None:
    for name in (*card.draws, *card.colours, *card.backgrounds):
        words = [word for word in name.replace("-", " ").split() if word.isalpha() and len(word) > 1]
        assert len(starter.tokenizer.tokenize(" ".join(words))) == len(words), name


def test_unknown_words_fall_back_to_pieces(starter: StableDiffusionPipeline) -> None:
    pieces = starter.tokenizer.tokenize("zxqv 狐狸")
    assert len(pieces) > 2
    assert starter.tokenizer.unk_token_id not in starter.tokenizer.convert_tokens_to_ids(pieces[:4])


def test_no_held_out_combination_is_trained_on() -> None:
    from tools.starter.dataset import sample_scenes

    scenes = sample_scenes(3000, seed=0)
    assert not any(scene.held_out for scene in scenes)
    assert all(one.scene.held_out for one in (*pair_prompts(30), *thing_prompts(30)))


def test_captions_of_held_out_prompts_name_everything() -> None:
    for one in (*pair_prompts(60), *shape_prompts(30), *thing_prompts(60)):
        wanted = [[name, *THINGS[name].synonyms] for name, colour in one.kinds if colour is None]
        wanted += [list(SHAPE_WORDS.get(name, (name,))) for name, colour in one.kinds if colour]
        wanted += [[colour, *COLOUR_WORDS.get(colour, ())] for _, colour in one.kinds if colour]
        ground = one.scene.background
        for words in (*wanted, [ground, *COLOUR_WORDS.get(ground, ())]):
            assert any(word in one.prompt for word in words), (one.prompt, words)


def test_the_package_loads_no_torch() -> None:
    code = "import sys, engine.starter, tools.starter.things; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])
