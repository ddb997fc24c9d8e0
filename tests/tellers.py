"""A captioning model and a language model as small as can be, as folders on the disk; both know few words."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import (
    BlipConfig,
    BlipForConditionalGeneration,
    BlipImageProcessor,
    BlipProcessor,
    GPT2Config,
    GPT2LMHeadModel,
    PreTrainedTokenizerFast,
)

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = "red fox snow light soft forest winter morning painting boat".split()


def _tokens() -> PreTrainedTokenizerFast:
    names = [*SPECIAL, *WORDS]
    plain = Tokenizer(WordLevel({word: n for n, word in enumerate(names)}, unk_token="[UNK]"))
    plain.pre_tokenizer = Whitespace()
    roles = {"pad": 0, "unk": 1, "cls": 2, "sep": 3, "mask": 4, "bos": 2, "eos": 3}
    told = {f"{role}_token": SPECIAL[n] for role, n in roles.items()}
    return PreTrainedTokenizerFast(tokenizer_object=plain, **told)


def language_model(folder: Path) -> Path:
    """It goes on with any text, in words of `WORDS`."""
    torch.manual_seed(0)
    ends = {"bos_token_id": 2, "eos_token_id": 3, "pad_token_id": 0}
    config = GPT2Config(
        vocab_size=len(SPECIAL) + len(WORDS), n_embd=16, n_layer=1, n_head=2, n_positions=256, **ends
    )
    GPT2LMHeadModel(config).save_pretrained(folder)
    _tokens().save_pretrained(folder)
    return folder


def captioner(folder: Path) -> Path:
    """It says something of any picture, in words of `WORDS`."""
    torch.manual_seed(0)
    small = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    text = {
        **small,
        "vocab_size": len(SPECIAL) + len(WORDS),
        "encoder_hidden_size": 16,
        "bos_token_id": 2,
        "sep_token_id": 3,
        "eos_token_id": 3,
        "pad_token_id": 0,
        "max_position_embeddings": 128,
    }
    config = BlipConfig(
        text_config=text, vision_config={**small, "image_size": 32, "patch_size": 16}, projection_dim=8
    )
    BlipForConditionalGeneration(config).save_pretrained(folder)
    looks = BlipImageProcessor(size={"height": 32, "width": 32})
    BlipProcessor(looks, _tokens()).save_pretrained(folder)
    return folder
