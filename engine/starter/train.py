"""Trains the starter model from nothing: `python -m engine.starter.train`.

Stages, each with a checkpoint in the cache that the next run goes on from:

1. autoencoder  draws scenes and learns pixels <-> latents; whitens the latents
2. text         teaches the text encoder to foretell latents from captions
3. unet         v-prediction diffusion under the frozen text encoder's states
4. decoder      more training for the decoder alone
5. save         writes the pipeline and the card, prints the figures, draws a sheet

Needs the extra `train` (resvg-py) and npm, which fetches the drawings.
"""

import argparse
import pickle
import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from numpy.typing import NDArray
from transformers import CLIPTextModel, CLIPTokenizer

from engine.starter import evaluate
from engine.starter.atlas import draw_atlas
from engine.starter.autoencoder import train_autoencoder, train_decoder
from engine.starter.captions import caption
from engine.starter.dataset import draw, sample_scenes
from engine.starter.latents import bake, encode, latents_of, whitening
from engine.starter.networks import make_autoencoder, make_unet
from engine.starter.save import HOME, pipeline_of, save, save_card
from engine.starter.scenes import SIZES, SQUARE, Scene
from engine.starter.text import (
    Foretelling,
    make_text_encoder,
    states_of,
    train_text,
    warm_embeddings,
)
from engine.starter.unet import Bucket, train_unet
from engine.starter.words import make_tokenizer

STAGES = {"autoencoder": 0.2, "text": 0.25, "unet": 0.4, "decoder": 0.15, "save": 0.0}
"""Each stage's share of the hours."""
Array = NDArray[Any]


class Training:
    """One training, kept in a cache folder."""

    def __init__(self, cache: Path, hours: float, count: int) -> None:
        self.cache, self.hours, self.count = cache, hours, count
        cache.mkdir(parents=True, exist_ok=True)

    def minutes(self, stage: str) -> float:
        """How long a stage may take."""
        return 60 * self.hours * STAGES[stage]

    def autoencoder(self) -> None:
        """Stage 1, with whitening; then draws and encodes the scenes of all sizes."""
        begun = self.cache / "autoencoder"
        model = AutoencoderKL.from_pretrained(begun) if begun.exists() else make_autoencoder()
        train_autoencoder(model, self.cache, minutes=self.minutes("autoencoder"))
        pictures = draw(sample_scenes(4000, 99), self.cache, half=True)
        bake(model, *whitening(encode(model, pictures)))
        model.save_pretrained(self.cache / "white")
        for size in SIZES:
            self._encode(model, size)

    def _encode(self, model: AutoencoderKL, size: tuple[int, int]) -> None:
        count = self.count if size == SQUARE else self.count // 10
        scenes = sample_scenes(count, 100 + size[0], size)
        latents = latents_of(model, scenes, self.cache, half=True)
        (self.cache / f"latents-{size[0]}.pkl").write_bytes(pickle.dumps((scenes, latents), protocol=5))

    def scenes(self, size: tuple[int, int] = SQUARE) -> tuple[list[Scene], Array]:
        """Scenes of one canvas size and their latents."""
        loaded: tuple[list[Scene], Array] = pickle.loads((self.cache / f"latents-{size[0]}.pkl").read_bytes())
        return loaded

    def text(self) -> None:
        """Stage 2."""
        scenes, latents = self.scenes()
        tokenizer = make_tokenizer()
        tokenizer.save_pretrained(self.cache / "tokenizer")
        model = Foretelling(make_text_encoder(tokenizer))
        begun = self.cache / "text.pt"
        if begun.exists():
            model.load_state_dict(torch.load(begun, map_location="cpu"))
        else:
            warm_embeddings(model.encoder, tokenizer, scenes, latents)
        train_text(model, tokenizer, scenes, latents, self.cache, minutes=self.minutes("text"))
        model.encoder.save_pretrained(self.cache / "text")

    def unet(self, wordings: int = 2) -> None:
        """Stage 3: square pictures mostly, the other sizes for the last half of the time."""
        tokenizer, encoder = self._reader()
        empty = torch.from_numpy(states_of(encoder, tokenizer, [""])[0]).float()
        unet, rng, buckets = make_unet(), random.Random(5), []
        for size in SIZES:
            scenes, latents = self.scenes(size)
            scene_of = np.repeat(np.arange(len(scenes)), wordings)
            states = states_of(encoder, tokenizer, [caption(scenes[i], rng) for i in scene_of])
            buckets.append(Bucket(latents, states, scene_of, 0.84 if size == SQUARE else 0.04))
        minutes = self.minutes("unet") / 2
        train_unet(unet, buckets[:1], empty, self.cache, minutes=minutes, falling=0.01)
        train_unet(unet, buckets, empty, self.cache, minutes=minutes, falling=0.8)
        unet.save_pretrained(self.cache / "unet")

    def decoder(self) -> None:
        """Stage 4."""
        scenes, latents = self.scenes()
        pictures = draw(scenes, self.cache, half=True)
        train_decoder(
            self._autoencoder(), latents, pictures, self.cache, minutes=self.minutes("decoder"), compiled=True
        )

    def save(self) -> None:
        """Stage 5."""
        tokenizer, encoder = self._reader()
        unet = make_unet().from_pretrained(self.cache / "unet")
        size = save(pipeline_of(self._autoencoder(), encoder, tokenizer, unet))
        save_card((64, 64), 8)
        draw_atlas(self.cache)
        print(f"{HOME}: {size / 1e6:.1f} MB")
        evaluate.main([])

    def _reader(self) -> tuple[CLIPTokenizer, CLIPTextModel]:
        return (
            CLIPTokenizer.from_pretrained(self.cache / "tokenizer"),
            CLIPTextModel.from_pretrained(self.cache / "text").eval(),
        )

    def _autoencoder(self) -> AutoencoderKL:
        better = self.cache / "decoder"
        return AutoencoderKL.from_pretrained(better if better.exists() else self.cache / "white")


def main() -> None:
    """Runs the stages asked for, in order."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--hours", type=float, default=6.0, help="for all stages together")
    parser.add_argument("--stages", nargs="+", default=list(STAGES), choices=list(STAGES))
    parser.add_argument("--scenes", type=int, default=24000, help="square scenes to draw")
    parser.add_argument("--cache", type=Path, default=Path(".cache/starter"))
    asked = parser.parse_args()
    training = Training(asked.cache, asked.hours, asked.scenes)
    for stage in asked.stages:
        print(f"== {stage}: {training.minutes(stage):.0f} minutes")
        getattr(training, stage)()


if __name__ == "__main__":
    main()
