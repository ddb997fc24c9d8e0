"""Stage 2: the text encoder, taught to foretell the picture's latents before any diffusion.

The last 16 of the 77 tokens are slots: slot k is the padding token at position
61 + k, and as attention is causal it sees the whole prompt. From its state a
linear map predicts the latents of the k-th of 4x4 squares of the picture. So
the UNet meets conditioning that already is nearly the picture, square by
square, and needs far fewer samples.
"""

import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from tools.starter.captions import caption
from tools.starter.device import DEVICE, FACTOR, autocast
from tools.starter.muon import Pair
from tools.starter.networks import CHANNELS, LENGTH, WIDTH
from tools.starter.pace import Pace
from tools.starter.scenes import Scene

SLOTS = 16
WORDS = 18
"""Tokens of words in the short form that training mostly uses: 18 and the 16 slots."""

Array = NDArray[Any]


def make_text_encoder(tokenizer: CLIPTokenizer, layers: int = 4) -> CLIPTextModel:
    """A small CLIPTextModel for the tokenizer."""
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=WIDTH,
            intermediate_size=6 * WIDTH,
            num_hidden_layers=layers,
            num_attention_heads=6,
            max_position_embeddings=LENGTH,
            projection_dim=WIDTH,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )


def squares(latents: Tensor) -> Tensor:
    """[n, c, 8, 8] -> [n, 16 slots, c * 2 * 2]."""
    n, c = latents.shape[:2]
    cells = latents.reshape(n, c, 4, 2, 4, 2).permute(0, 2, 4, 1, 3, 5)
    return cells.reshape(n, SLOTS, c * 4)


def tokens(tokenizer: CLIPTokenizer, texts: list[str], *, short: bool) -> tuple[Tensor, Tensor]:
    """Token ids and positions: all 77, or the short form without the middle padding."""
    length = WORDS if short else LENGTH
    ids = tokenizer(
        texts, padding="max_length", truncation=True, max_length=length, return_tensors="pt"
    ).input_ids
    positions = torch.arange(length)
    if short:
        ids = torch.cat([ids, ids.new_full((len(texts), SLOTS), tokenizer.pad_token_id)], dim=1)
        positions = torch.cat([positions, torch.arange(LENGTH - SLOTS, LENGTH)])
    return ids.to(DEVICE), positions[None].to(DEVICE)


class Foretelling(nn.Module):
    """Text encoder plus linear maps from slot states (which training alone needs)."""

    def __init__(self, encoder: CLIPTextModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(WIDTH, CHANNELS * 4)
        self.which = nn.Linear(WIDTH, SLOTS)

    def forward(self, ids: Tensor, positions: Tensor) -> tuple[Tensor, Tensor]:
        """Predicted latents by slot [n, 16, c * 4], and which slot it is [n, 16, 16]."""
        states = self.encoder(input_ids=ids, position_ids=positions).last_hidden_state
        return self.head(states[:, -SLOTS:]), self.which(states[:, -SLOTS:])

    def loss(self, ids: Tensor, positions: Tensor, latents: Tensor) -> Tensor:
        """Squared error, and a little so that the UNet can tell the slots apart."""
        told, which = self(ids, positions)
        index = torch.arange(SLOTS, device=ids.device).expand(len(ids), SLOTS)
        apart = nn.functional.cross_entropy(which.flatten(0, 1), index.flatten())
        error: Tensor = (told.float() - squares(latents)).square().mean()
        return error + 0.02 * apart


@torch.no_grad()
def warm_embeddings(
    encoder: CLIPTextModel,
    tokenizer: CLIPTokenizer,
    scenes: list[Scene],
    latents: Array,
    rank: int = 160,
    ridge: float = 3.0,
    size: float = 0.03,
) -> None:
    """Starts each word's embedding from what it does to the picture; halves the samples needed.

    Latents are regressed on the bag of words (ridge regression); the words'
    coefficients, in their `rank` principal directions, are added to the embeddings.
    """
    rng = random.Random(1)
    ids = tokenizer([caption(scene, rng) for scene in scenes], padding=True, return_tensors="pt").input_ids
    bag = torch.zeros(len(scenes), len(tokenizer)).scatter_(1, ids, 1.0)
    bag[:, tokenizer.eos_token_id] = 0
    used = bag.sum(0).nonzero()[:, 0]
    bag = bag[:, used]
    wanted = torch.from_numpy(latents).float().flatten(1)
    gram = bag.T @ bag + ridge * torch.eye(len(used))
    words = torch.linalg.solve(gram, bag.T @ (wanted - wanted.mean(0)))
    directions = torch.linalg.svd(words * bag.sum(0).sqrt()[:, None], full_matrices=False).Vh
    codes = words @ directions[:rank].T
    table = encoder.get_input_embeddings().weight
    table[used, :rank] += (codes * (size / codes.std())).to(table)


def train_text(
    model: Foretelling,
    tokenizer: CLIPTokenizer,
    scenes: list[Scene],
    latents: Array,
    cache: Path,
    *,
    minutes: float,
    batch: int = 96,
    lr: float = 0.02,
    seed: int = 0,
) -> Foretelling:
    """Regression from captions to latents; the last tenth with all 77 tokens.

    Args:
        model: Text encoder and maps.
        tokenizer: Its tokenizer.
        scenes: Square scenes; a new wording is drawn every time one is met.
        latents: Their latents, [n, c, 8, 8].
        cache: Where the checkpoint `text.pt` and the log go.
        minutes: How long.
        batch: Samples a step.
        lr: Muon's learning rate.
        seed: For order and wordings.
    """
    model.to(DEVICE)
    outer = ("embedding", "head.", "which.")
    pair = Pair(model, lr, lr / 10, outer=lambda name: any(part in name for part in outer))
    rng, chooser = random.Random(seed), np.random.default_rng(seed)
    pace = Pace("text", minutes, batch * FACTOR, cache)
    while not pace.over:
        index = chooser.integers(0, len(scenes), batch * FACTOR)
        texts = [caption(scenes[i], rng) for i in index]
        ids, positions = tokens(tokenizer, texts, short=pace.spent < 0.9)
        with autocast():
            loss = model.loss(ids, positions, torch.from_numpy(latents[index]).float().to(DEVICE))
        loss.backward()  # type: ignore[no-untyped-call]
        pair.step(pace.scale())
        pace.tick(loss)
        if pace.due():
            torch.save(model.state_dict(), cache / "text.pt")
            pace.note()
    return model


@torch.no_grad()
def states_of(encoder: CLIPTextModel, tokenizer: CLIPTokenizer, texts: list[str], batch: int = 64) -> Array:
    """What the UNet reads: float16 states [n, 77, width] of prompts."""
    encoder.to(DEVICE).eval()
    parts = []
    for start in range(0, len(texts), batch):
        ids, _ = tokens(tokenizer, texts[start : start + batch], short=False)
        with autocast():
            states = encoder(input_ids=ids).last_hidden_state
        parts.append(states.half().cpu())
    return torch.cat(parts).numpy()
