"""What else people put into a models folder, and why it can't draw: told by a file's ending or its tensors' names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from engine.api.errors import Fault

WEIGHTS = frozenset({".safetensors", ".sft", ".gguf"})
"""Endings of what is read."""

PICKLES = frozenset({".ckpt", ".pt", ".pth", ".bin", ".pkl", ".pickle"})

PARTS = frozenset({"unet", "transformer", "vae", "text_encoder"})
"""Folders in a diffusers folder."""

BUNDLES = frozenset({".mlpackage", ".mlmodelc"})
"""Endings of folders that are one model."""

Why = tuple[str, Fault]

_UNFINISHED: Why = ("its download is not finished", "unfinished")
_ARCHIVE: Why = ("it is an archive, which has to be unpacked first", "strange")

BESIDE = (".aria2", ".part", ".crdownload", ".incomplete")
"""What lies beside a file, with its name before, for as long as it is downloaded."""


def _endings(words: str, why: Why) -> dict[str, Why]:
    return {f".{word}": why for word in words.split()}


def _needs(what: str) -> Why:
    return f"it is made for {what}; Lukis reads .safetensors and .gguf files", "strange"


ENDINGS: dict[str, Why] = {
    **dict.fromkeys(
        PICKLES,
        ("it is a pickle, which could run code when loaded; only .safetensors files are read", "pickle"),
    ),
    **_endings(
        "part partial crdownload download opdownload aria2 incomplete filepart tmp !ut !qb bc!", _UNFINISHED
    ),
    **_endings("zip 7z rar tar gz tgz bz2 xz zst 001 z01 r00", _ARCHIVE),
    **_endings("onnx ort", _needs("ONNX")),
    **_endings("engine plan trt", _needs("TensorRT")),
    **_endings("mlmodel mlpackage mlmodelc", _needs("Core ML")),
    **_endings("msgpack h5 pb tflite npz npy keras", _needs("Flax or TensorFlow")),
    **_endings("param ncnn mnn", _needs("ncnn or MNN")),
}
"""By a name's ending, in lower case."""

SILENT = frozenset(
    f".{word}"
    for word in (
        "json jsonl txt md yaml yml csv tsv toml ini log html css js py sh bat cmd url lock sha256 md5 info metadata"
        " xml png jpg jpeg webp gif avif bmp svg mp4 webm mov mkv mp3 wav pdf model db sqlite"
    ).split()
)
"""Endings of what people keep beside models, of which nothing need be said."""

LARGE = 2**20
"""Bytes from which a file of any other ending may be meant as a model."""

_PIECE = re.compile(r"-(\d{5})-of-(\d{5})$")
_BEFORE = r"\A(?:model\.)?(?:diffusion_model\.|transformer\.|net\.)?"
_FOLDERS = "SD 3.5 and FLUX are loaded from diffusers folders only"


def _unknown(family: str) -> Why:
    return f"it is a model of the family {family}, which Lukis does not draw with", "strange"


def _lone(part: str) -> Why:
    return f"it is {part} alone, no model that draws by itself", "part"


_FAMILIES: Sequence[tuple[re.Pattern[str], Why]] = (
    (re.compile(_BEFORE + r"distilled_guidance_layer\."), _unknown("Chroma")),
    (re.compile(_BEFORE + r"txt_in\.individual_token_refiner"), _unknown("HunyuanVideo")),
    (re.compile(_BEFORE + r"double_stream_modulation_img"), _unknown("FLUX.2")),
    (re.compile(_BEFORE + r"(?:double|joint)_blocks\."), (_FOLDERS, "strange")),
    (
        re.compile(_BEFORE + r"(?:effnet_mapper|clip_txt_mapper|clip_txt_pooled_mapper|clf)\."),
        _unknown("Stable Cascade"),
    ),
    (re.compile(_BEFORE + r"(?:double_layers|cond_seq_linear)"), _unknown("AuraFlow")),
    (re.compile(_BEFORE + r"double_stream_blocks\."), _unknown("HiDream")),
    (re.compile(_BEFORE + r"(?:cap_embedder|noise_refiner|context_refiner)"), _unknown("Lumina or Z-Image")),
    (re.compile(_BEFORE + r"transformer_blocks\.\d+\.img_mod\."), _unknown("Qwen-Image")),
    (re.compile(_BEFORE + r"patchify_proj\."), _unknown("LTX-Video")),
    (re.compile(_BEFORE + r"(?:mlp_t5|text_states_proj)"), _unknown("Hunyuan-DiT")),
    (
        re.compile(_BEFORE + r"(?:t_block|caption_projection|adaln_single|y_embedder)\b"),
        _unknown("PixArt or Sana"),
    ),
    (re.compile(_BEFORE + r"blocks\.\d+\.(?:self_attn|cross_attn)\."), _unknown("Wan or Cosmos")),
    (re.compile(_BEFORE + r"blocks\.block0\."), _unknown("Cosmos")),
    (re.compile(_BEFORE + r"patch_embed\.text_proj"), _unknown("CogVideoX")),
    (re.compile(_BEFORE + r"(?:t5_y_embedder|blocks\.\d+\.attn\.qkv_y)"), _unknown("Mochi")),
)
"""By the beginnings of tensors' names, after what single files have before them; the particular ones first."""

_ADDED: Sequence[tuple[re.Pattern[str], Why]] = (
    (re.compile(r"\A(?:ip_adapter|image_proj)\."), _lone("an IP-Adapter")),
    (re.compile(r"\A(?:control_model|controlnet_\w+|zero_convs|input_hint_block)\."), _lone("a ControlNet")),
    (re.compile(r"\bmotion_modules\."), _lone("AnimateDiff's motion module")),
    (
        re.compile(r"(?:lora|\bhada_w|\blokr_|\boft_|\.diff(?:_b)?\Z)"),
        ("it is a LoRA; put it into the folder loras", "elsewhere"),
    ),
    (
        re.compile(r"\A(?:emb_params|string_to_param|clip_[lg])\Z"),
        ("it is an embedding; put it into the folder embeddings", "elsewhere"),
    ),
    (re.compile(r"\A(?:adapter\.|body\.\d+\.(?:in_conv|block1))"), _lone("a T2I-Adapter")),
)
"""By tensors' names: what adds something to a model of any family."""

_LONE: Sequence[tuple[re.Pattern[str], Why]] = (
    (re.compile(r"\A(?:encoder\.block\.|decoder\.block\.|shared\.weight)"), _lone("a text encoder (T5)")),
    (re.compile(r"\A(?:clip_vision\.|vision_model\.|visual\.)"), _lone("an image encoder")),
    (
        re.compile(r"\A(?:\w+\.)?(?:text_model\.|transformer\.resblocks\.|token_embedding\.)"),
        _lone("a text encoder"),
    ),
    (
        re.compile(r"\A(?:model\.|language_model\.)*(?:layers\.\d+\.self_attn|embed_tokens)"),
        _lone("a text encoder"),
    ),
    (
        re.compile(r"\A(?:model\.\d+\.sub\.|conv_first\.|body\.\d+\.rdb|layers\.\d+\.residual_group|RRDB_)"),
        _lone("an upscaler"),
    ),
    (re.compile(r"\A(?:vae\.)?(?:first_stage_model|encoder|decoder|taesd_\w+)\."), _lone("a VAE")),
    (re.compile(r"\A(?:input_blocks|down_blocks)\."), _lone("a UNet")),
)
"""By tensors' names: the parts that models are made of."""


def by_name(path: Path) -> Why | None:
    """Why a file can't draw, where its name tells that."""
    if why := ENDINGS.get(path.suffix.lower()):
        return why
    if path.suffix.lower() in WEIGHTS:
        if piece := _PIECE.search(path.stem):
            return f"it is one of {int(piece[2])} pieces, which are read in a diffusers folder only", "part"
        return _UNFINISHED if any(path.with_name(path.name + ending).exists() for ending in BESIDE) else None
    try:
        with path.open("rb") as file:
            start = file.read(9)
    except OSError as error:
        return f"it cannot be read ({error.strerror})", "damaged"
    if start[8:] == b"{":
        return "it is a safetensors file by another name: let its name end in .safetensors", "strange"
    return "its name ends in none of .safetensors and .gguf, and only such files are read", "strange"


def by_folder(path: Path) -> Why:
    """Why a folder that has no model_index.json can't draw."""
    if why := ENDINGS.get(path.suffix.lower()):
        return why
    try:
        names = {child.name for child in path.iterdir()}
    except OSError as error:
        return f"it cannot be read ({error.strerror})", "damaged"
    if names & PARTS:
        return (
            "it has parts of a diffusers folder and no model_index.json: it is not there as a whole",
            "damaged",
        )
    return "it lies too deep in other folders to be looked into", "strange"


def of_another_family(names: Iterable[str]) -> Why | None:
    """The family that tensors are of, where it is one that Lukis can't load from a single file."""
    return _first(_FAMILIES, list(names))


def by_tensors(names: Iterable[str]) -> Why:
    """What tensors are that are no checkpoint."""
    names = list(names)
    return _first([*_ADDED, *_FAMILIES, *_LONE], names) or ("it is no Stable Diffusion checkpoint", "strange")


def _first(rows: Sequence[tuple[re.Pattern[str], Why]], names: Sequence[str]) -> Why | None:
    return next((why for pattern, why in rows if any(map(pattern.search, names))), None)
