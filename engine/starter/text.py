"""Stage 2: the text encoder, taught to foretell the picture's latents before any diffusion.

The last 16 of the 77 tokens are slots: slot k is the padding token at position
61 + k, and as attention is causal it sees the whole prompt. From its state a
linear map predicts the latents of the k-th of 4x4 squares of the picture. So
the UNet meets conditioning that already is nearly the picture, cell by cell,
and needs far fewer samples.
"""

import json
import random
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from engine.starter.captions import caption
from engine.starter.muon import Pair
from engine.starter.networks import CHANNELS, LENGTH, WIDTH
from engine.starter.pace import Pace
from engine.starter.scenes import Scene

SLOTS = 16
WORDS = 18
"""Tokens of words in the short form that training mostly uses: 18 and the 16 slots."""


def make_text_encoder(tokenizer: CLIPTokenizer, layers: int = 4) -> CLIPTextModel:
    """A small CLIPTextModel for the tokenizer."""
    return CLIPTextModel(CLIPTextConfig(
        vocab_size=len(tokenizer), hidden_size=WIDTH, intermediate_size=3 * WIDTH,
        num_hidden_layers=layers, num_attention_heads=6, max_position_embeddings=LENGTH,
        projection_dim=WIDTH, bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id,
    ))


def squares(latents: Tensor) -> Tensor:
    """[n, c, 8, 8] -> [n, 16 slots, c * 2 * 2]."""
    n, c = latents.shape[:2]
    cells = latents.reshape(n, c, 4, 2, 4, 2).permute(0, 2, 4, 1, 3, 5)
    return cells.reshape(n, SLOTS, c * 4)


def tokens(tokenizer: CLIPTokenizer, texts: list[str], *, short: bool) -> tuple[Tensor, Tensor]:
    """Token ids and positions: all 77, or the short form without the middle padding."""
    length = WORDS if short else LENGTH
    ids = tokenizer(texts, padding="max_length", truncation=True, max_length=length,
                    return_tensors="pt").input_ids
    positions = torch.arange(length)
    if short:
        ids = torch.cat([ids, ids.new_full((len(texts), SLOTS), tokenizer.pad_token_id)], dim=1)
        positions = torch.cat([positions, torch.arange(LENGTH - SLOTS, LENGTH)])
    return ids, positions[None]


class Foretelling(nn.Module):
    """Text encoder plus the linear map from slot states to latents (training only)."""

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
        return (told - squares(latents)).square().mean() + 0.02 * apart


def train_text(
    model: Foretelling, tokenizer: CLIPTokenizer, scenes: list[Scene], latents: np.ndarray,
    cache: Path, *, minutes: float, batch: int = 48, lr: float = 0.02, seed: int = 0,
) -> Foretelling:
    """Regression from captions to latents; the last sixth with all 77 tokens.

    Args:
        model: Text encoder and head.
        tokenizer: Its tokenizer.
        scenes: Square scenes; a new wording is drawn every time one is met.
        latents: Their latents, [n, c, 8, 8].
        cache: Where the checkpoint `text.pt` and the log go.
        minutes: How long.
        batch: Samples a step.
        lr: Muon's learning rate.
        seed: For order and wordings.
    """
    pair = Pair(model, lr, lr / 10, outer=lambda name: "embedding" in name or "encoder" not in name)
    rng, chooser, pace = random.Random(seed), np.random.default_rng(seed), Pace(minutes)
    shown: list[float] = []
    while pace.spent < 1:
        index = chooser.integers(0, len(scenes), batch)
        ids, positions = tokens(
            tokenizer, [caption(scenes[i], rng) for i in index], short=pace.spent < 0.9)
        loss = model.loss(ids, positions, torch.from_numpy(latents[index]).float())
        loss.backward()
        pair.step(pace.scale())
        shown.append(loss.item())
        pace.tick()
        if pace.steps % 50 == 0:
            _note(model, cache, pace, batch, shown)
    _note(model, cache, pace, batch, shown)
    return model


def _note(model: Foretelling, cache: Path, pace: Pace, batch: int, shown: list[float]) -> None:
    """Checkpoint and a line of the log."""
    torch.save(model.state_dict(), cache / "text.pt")
    line = {"step": pace.steps, "samples": pace.steps * batch, "seconds": pace.seconds,
            "loss": round(float(np.mean(shown[-50:])), 4), "threads": torch.get_num_threads()}
    with (cache / "text.log").open("a", encoding="utf-8") as log:
        print(json.dumps(line), file=log)
