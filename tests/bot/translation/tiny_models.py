"""Translation models small enough to be made by a test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import sentencepiece
import torch
from transformers import (
    M2M100Config,
    M2M100ForConditionalGeneration,
    M2M100Tokenizer,
    MarianConfig,
    MarianMTModel,
    MarianTokenizer,
)

PAIRS = (
    ("seekor kucing", "a cat"),
    ("apel merah di latar biru", "a red apple on a blue background"),
    ("rubah di salju", "a fox in the snow"),
)
_SIZE: dict[str, Any] = {
    "d_model": 32, "encoder_layers": 1, "decoder_layers": 1, "encoder_attention_heads": 4,
    "decoder_attention_heads": 4, "encoder_ffn_dim": 64, "decoder_ffn_dim": 64, "max_position_embeddings": 64,
    "dropout": 0.0,
}  # fmt: skip


def make_marian(folder: Path) -> Path:
    """A Marian model that knows three Indonesian phrases by heart."""
    vocabulary = _sentencepieces(folder, "source", "target")
    padding = len(vocabulary)
    files = {name: str(folder / f"{name}.spm") for name in ("source", "target")}
    (folder / "vocab.json").write_text(json.dumps({p: i for i, p in enumerate([*vocabulary, "<pad>"])}))
    tokenizer = MarianTokenizer(
        source_spm=files["source"],
        target_spm=files["target"],
        vocab=str(folder / "vocab.json"),
        model_max_length=64,
    )
    torch.manual_seed(0)
    config = MarianConfig(
        vocab_size=padding + 1, pad_token_id=padding, decoder_start_token_id=padding, eos_token_id=0,
        forced_eos_token_id=None, scale_embedding=True, **_SIZE,
    )  # fmt: skip
    model = MarianMTModel(config)
    sources, targets = ([pair[i] for pair in PAIRS] for i in (0, 1))
    _learn(model, tokenizer(sources, text_target=targets, return_tensors="pt", padding=True))
    model.eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def make_m2m100(folder: Path) -> Path:
    """An M2M100 model with random weights: it knows a hundred languages' names and no word."""
    vocabulary = _sentencepieces(folder, "sentencepiece.bpe")
    (folder / "vocab.json").write_text(
        json.dumps({p: i for i, p in enumerate(["<s>", "<pad>", *vocabulary])})
    )
    tokenizer = M2M100Tokenizer(str(folder / "vocab.json"), str(folder / "sentencepiece.bpe.spm"))
    torch.manual_seed(0)
    model = M2M100ForConditionalGeneration(M2M100Config(vocab_size=512, **_SIZE))
    model.eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def _sentencepieces(folder: Path, *names: str) -> list[str]:
    """Trains one SentencePiece model, saved under each name; its vocabulary after `</s>` and `<unk>`."""
    text = folder / "text.txt"
    text.write_text("\n".join(part for pair in PAIRS for part in pair))
    for name in names:
        sentencepiece.SentencePieceTrainer.train(
            input=str(text),
            model_prefix=str(folder / name),
            vocab_size=80,
            hard_vocab_limit=False,
            minloglevel=2,
        )
        (folder / f"{name}.model").rename(folder / f"{name}.spm")
    model = sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{names[0]}.spm"))
    pieces = [model.id_to_piece(i) for i in range(model.get_piece_size())]
    return ["</s>", "<unk>", *(p for p in pieces if p not in ("<unk>", "<s>", "</s>"))]


def _learn(model: MarianMTModel, batch: Any) -> None:
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    labels = batch["labels"].masked_fill(batch["labels"] == model.config.pad_token_id, -100)
    for _ in range(150):
        model(
            input_ids=batch["input_ids"], attention_mask=batch["attention_mask"], labels=labels
        ).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
