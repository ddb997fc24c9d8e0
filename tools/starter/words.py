"""The tokenizer: a CLIP tokenizer whose vocabulary is the captions' own words.

Every known word is one token; an unknown word falls back to its letters.
"""

import itertools
import json
import random
import tempfile
from pathlib import Path

from tokenizers.pre_tokenizers import ByteLevel
from transformers import CLIPTokenizer

from tools.starter import captions
from tools.starter.captions import caption
from tools.starter.networks import LENGTH
from tools.starter.palette import COLOURS, PLACES_WORDS, SHAPES
from tools.starter.scenes import sample_scene
from tools.starter.things import THINGS

END = "</w>"
START_TOKEN, END_TOKEN = "<|startoftext|>", "<|endoftext|>"


def known_words() -> list[str]:
    """Every word that a caption can hold, plus plurals, most of them one token each."""
    rng = random.Random(0)
    texts = [caption(sample_scene(rng), rng) for _ in range(20000)]
    texts += [" ".join((thing.name, *thing.synonyms)) for thing in THINGS.values()]
    texts += [*COLOURS, *SHAPES, *(word for words in PLACES_WORDS.values() for word in words)]
    texts += [
        *captions.LEADS,
        *captions.TAILS,
        *captions.CUTE,
        *captions.SMALL_WORDS,
        *captions.BIG_WORDS,
        *captions.BESIDE,
        *captions.ABOVE,
    ]
    words = {word for text in texts for word in _split(text)}
    return sorted(word for word in words if word.isalpha() and len(word) > 1)


def _split(text: str) -> list[str]:
    return "".join(c if c.isalpha() else " " for c in text.lower()).split()


def make_tokenizer(folder: Path | None = None) -> CLIPTokenizer:
    """Builds the tokenizer, by way of the two files CLIP's format wants."""
    with tempfile.TemporaryDirectory() as scratch:
        place = folder or Path(scratch)
        place.mkdir(parents=True, exist_ok=True)
        vocabulary, merges = _tables(known_words())
        (place / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
        (place / "merges.txt").write_text("\n".join(["#version: 0.2", *merges]), encoding="utf-8")
        tokenizer: CLIPTokenizer = CLIPTokenizer.from_pretrained(place, model_max_length=LENGTH)
    return tokenizer


def _tables(words: list[str]) -> tuple[dict[str, int], list[str]]:
    """Vocabulary, and merges under which every word becomes one token.

    Each word's pieces under the merges so far are joined by merges of lower
    rank, which earlier words never reach; so those stay whole.
    """
    letters = sorted(ByteLevel.alphabet())
    pieces = [*letters, *(letter + END for letter in letters)]
    ranks: dict[tuple[str, str], int] = {}
    for word in sorted(words, key=len):
        left, *rest = _apply(word, ranks)
        for right in rest:
            ranks[left, right] = len(ranks)
            left += right
            pieces.append(left)
    pieces += [START_TOKEN, END_TOKEN]
    vocabulary = {piece: i for i, piece in enumerate(dict.fromkeys(pieces))}
    return vocabulary, [f"{left} {right}" for left, right in ranks]


def _apply(word: str, ranks: dict[tuple[str, str], int]) -> list[str]:
    """Byte-pair encoding of one word: the best-ranked pair first, till none is left."""
    pieces = [*word[:-1], word[-1] + END]
    while len(pieces) > 1:
        known = [pair for pair in itertools.pairwise(pieces) if pair in ranks]
        if not known:
            break
        best = min(known, key=ranks.__getitem__)
        pieces = _merge(pieces, best)
    return pieces


def _merge(pieces: list[str], pair: tuple[str, str]) -> list[str]:
    """Joins every occurrence of a pair, from the left."""
    merged: list[str] = []
    i = 0
    while i < len(pieces):
        hit = tuple(pieces[i : i + 2]) == pair
        merged.append("".join(pair) if hit else pieces[i])
        i += 2 if hit else 1
    return merged
