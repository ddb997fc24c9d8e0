"""CLIP's tokenizer without a network: rebuilt from its byte-pair merges, which ship with Lukis.

`configs/clip_merges.txt.gz` is the part of OpenAI's `bpe_simple_vocab_16e6.txt` that CLIP uses, as
distributed with open_clip (MIT).
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from transformers import CLIPTokenizer

CONFIGS = Path(__file__).parent / "configs"


def clip_tokenizer(pad: str = "<|endoftext|>") -> CLIPTokenizer:
    """The tokenizer of every CLIP text encoder; the second encoder of SDXL and that of SD 2 pad with "!"."""
    vocabulary, merges = _vocabulary()
    return CLIPTokenizer(vocab=vocabulary, merges=merges, pad_token=pad, model_max_length=77)


@cache
def _vocabulary() -> tuple[dict[str, int], list[tuple[str, str]]]:
    """The 49,408 tokens in CLIP's order (bytes, bytes that end a word, merges, marks), and the merges."""
    lines = gzip.decompress((CONFIGS / "clip_merges.txt.gz").read_bytes()).decode("utf-8").splitlines()
    merges = [(left, right) for left, right in (line.split() for line in lines)]
    letters = _byte_letters()
    tokens = letters + [f"{letter}</w>" for letter in letters]
    tokens += [left + right for left, right in merges] + ["<|startoftext|>", "<|endoftext|>"]
    return {token: i for i, token in enumerate(tokens)}, merges


def _byte_letters() -> list[str]:
    """A visible letter for each byte, in GPT-2's order: printable bytes stand for themselves and come first."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    return [chr(byte) for byte in printable] + [chr(256 + i) for i in range(256 - len(printable))]
