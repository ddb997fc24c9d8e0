"""Trains the starter model from nothing: `python -m tools.starter.train`.

Stages, each of which goes on from its checkpoint in the cache if there is one:

1. draw     draws scenes, sets the latents (principal components of patches)
2. text     teaches the text encoder to foretell latents from captions
3. unet     v-prediction diffusion under the frozen text encoder's states
4. decoder  latents -> pixels
5. encoder  pixels -> latents
6. save     writes the pipeline and the card, prints the figures, draws a sheet

The stages 2, 4 and 5 need only stage 1, so they may run at the same time in
processes of their own. Needs the extra `train` (resvg-py) and npm, which
fetches the drawings.
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
from safetensors.torch import load_file
from transformers import CLIPTextModel, CLIPTokenizer

from tools.starter import evaluate
from tools.starter.atlas import draw_atlas
from tools.starter.autoencoder import (
    decoder_of,
    encoder_of,
    make_certain,
    train_decoder,
    train_encoder,
)
from tools.starter.captions import caption
from tools.starter.dataset import draw, sample_scenes
from tools.starter.latents import Basis, fit_basis
from tools.starter.networks import CHANNELS, make_autoencoder, make_unet
from tools.starter.save import HOME, pipeline_of, save, save_card
from tools.starter.scenes import SIZES, SQUARE, Scene
from tools.starter.text import Foretelling, make_text_encoder, states_of, train_text, warm_embeddings
from tools.starter.unet import Bucket, train_unet
from tools.starter.words import make_tokenizer

STAGES = {"draw": 0.0, "text": 0.3, "unet": 0.4, "decoder": 0.27, "encoder": 0.03, "save": 0.0}
"""Each stage's share of the hours."""
OTHER_SIZES = 0.04
"""Share of the UNet's samples of each canvas size that is not square."""
Array = NDArray[Any]


class Training:
    """One training, kept in a cache folder."""

    def __init__(self, cache: Path, hours: float, count: int) -> None:
        self.cache, self.hours, self.count = cache, hours, count
        cache.mkdir(parents=True, exist_ok=True)

    def minutes(self, stage: str) -> float:
        """How long a stage may take."""
        return 60 * self.hours * STAGES[stage]

    def draw(self) -> None:
        """Stage 1: scenes of all sizes, their pictures and latents.

        Drawn again, they keep the latents' basis and the tokenizer, so that what is trained stays of use.
        """
        kept_basis = self.cache / "basis.pt"
        basis = Basis.load(kept_basis) if kept_basis.exists() else None
        for size in SIZES:
            scenes = sample_scenes(self.count if size == SQUARE else self.count // 16, 200 + size[0], size)
            pictures = draw(scenes, self.cache, half=True)
            if basis is None:
                basis = fit_basis(pictures[:6000], CHANNELS)
                basis.save(kept_basis)
            kept = (scenes, pictures, basis.encode(pictures))
            (self.cache / f"scenes-{size[0]}.pkl").write_bytes(pickle.dumps(kept, protocol=5))
        if not (self.cache / "tokenizer").exists():
            make_tokenizer().save_pretrained(self.cache / "tokenizer")

    def scenes(self, size: tuple[int, int] = SQUARE) -> tuple[list[Scene], Array, Array]:
        """Scenes of one canvas size, their pictures and latents."""
        kept: tuple[list[Scene], Array, Array] = pickle.loads(
            (self.cache / f"scenes-{size[0]}.pkl").read_bytes()
        )
        return kept

    def text(self) -> None:
        """Stage 2."""
        scenes, _, latents = self.scenes()
        tokenizer = self.tokenizer()
        model = Foretelling(make_text_encoder(tokenizer))
        begun = self.cache / "text.pt"
        if begun.exists():
            model.load_state_dict(torch.load(begun, map_location="cpu"))
        else:
            warm_embeddings(model.encoder, tokenizer, scenes, latents)
        train_text(model, tokenizer, scenes, latents, self.cache, minutes=self.minutes("text"))
        model.encoder.save_pretrained(self.cache / "text")

    def unet(self, wordings: int = 1) -> None:
        """Stage 3: square pictures alone for the first half of the time, then all sizes."""
        tokenizer, encoder = self.tokenizer(), self.text_encoder()
        empty = torch.from_numpy(states_of(encoder, tokenizer, [""])[0]).float()
        unet, rng, buckets = make_unet(), random.Random(), []
        for size in SIZES:
            scenes, _, latents = self.scenes(size)
            scene_of = np.repeat(np.arange(len(scenes)), wordings)
            states = states_of(encoder, tokenizer, [caption(scenes[i], rng) for i in scene_of])
            share = OTHER_SIZES if size != SQUARE else 1 - OTHER_SIZES * (len(SIZES) - 1)
            buckets.append(Bucket(latents, states, scene_of, share))
        minutes = self.minutes("unet") / 2
        train_unet(unet, buckets[:1], empty, self.cache, minutes=minutes, falling=0.01)
        train_unet(unet, buckets, empty, self.cache, minutes=minutes, falling=0.8)
        unet.save_pretrained(self.cache / "unet")

    def decoder(self) -> None:
        """Stage 4."""
        _, pictures, latents = self.scenes()
        minutes = self.minutes("decoder")
        train_decoder(self.autoencoder(), latents, pictures, self.cache, minutes=minutes)

    def encoder(self) -> None:
        """Stage 5."""
        _, pictures, latents = self.scenes()
        minutes = self.minutes("encoder")
        train_encoder(self.autoencoder(), latents, pictures, self.cache, minutes=minutes)

    def save(self) -> None:
        """Stage 6."""
        unet = make_unet()
        unet.load_state_dict(load_file(self.cache / "unet" / "diffusion_pytorch_model.safetensors"))
        parts = pipeline_of(self.autoencoder(), self.text_encoder(), self.tokenizer(), unet)
        print(f"{HOME}: {save(parts) / 1e6:.1f} MB")
        save_card()
        draw_atlas(self.cache)
        evaluate.main([])

    def tokenizer(self) -> CLIPTokenizer:
        """The captions' tokenizer."""
        loaded: CLIPTokenizer = CLIPTokenizer.from_pretrained(self.cache / "tokenizer")
        return loaded

    def text_encoder(self) -> CLIPTextModel:
        """The trained text encoder."""
        return CLIPTextModel.from_pretrained(self.cache / "text").eval()

    def autoencoder(self) -> AutoencoderKL:
        """The autoencoder, as far as its halves are trained."""
        model = make_autoencoder()
        for half, name in ((decoder_of(model), "decoder.pt"), (encoder_of(model), "encoder.pt")):
            if (self.cache / name).exists():
                half.load_state_dict(torch.load(self.cache / name, map_location="cpu"))
        make_certain(model)
        return model


def main() -> None:
    """Runs the stages asked for, in order."""
    parser = argparse.ArgumentParser(description="Trains the starter model from nothing.")
    parser.add_argument("--hours", type=float, default=6.0, help="for all stages together")
    parser.add_argument("--stages", nargs="+", default=list(STAGES), choices=list(STAGES))
    parser.add_argument("--scenes", type=int, default=60000, help="square scenes to draw")
    parser.add_argument("--cache", type=Path, default=Path(".cache/starter"))
    asked = parser.parse_args()
    training = Training(asked.cache, asked.hours, asked.scenes)
    for stage in asked.stages:
        print(f"== {stage}: {training.minutes(stage):.0f} minutes")
        getattr(training, stage)()


if __name__ == "__main__":
    main()
