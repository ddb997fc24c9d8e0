"""How people name what nearly every model knows: shape, steps, seed, words, file."""

from __future__ import annotations

from typing import get_args

from engine.api.values import FileFormat, Words

RATIO = Words(
    ("--ar", "--aspect", "--ratio"),
    "ratio",
    "Aspect ratio",
    "Width to height. 16:9 is wide, 9:16 is tall, 1:1 is square.",
    "16:9",
)

SIZE = Words(
    ("--size", "--resolution"),
    "size",
    "Size",
    "Width x height of the picture in pixels. Wins over the aspect ratio.",
    "512x768",
)

STEPS = Words(
    ("--steps", "-s"),
    "integer",
    "Steps",
    "How many times the noise is refined. More is slower and finer; 20 to 30 is usually enough.",
    "30",
)

CFG = Words(
    ("--cfg", "--guidance", "-c"),
    "number",
    "Guidance",
    "How closely the picture follows the prompt. Low is free, high is literal and harsher.",
    "7",
)

SAMPLER = Words(
    ("--sampler", "--scheduler"),
    "sampler",
    "Sampler",
    "The method that removes the noise. Soft and artistic: Euler, DDIM. Varied: the ones with “a” or "
    "“SDE”. Crisp and realistic: DPM++ 2M, UniPC, Heun.",
    "euler",
)

SEED = Words(
    ("--seed",),
    "integer",
    "Seed",
    "The number that the noise starts from. The same seed and words give the same picture.",
    "7",
)

VARY = Words(
    ("--vary",),
    "number",
    "Variation",
    "How much of the seed's noise is replaced by other noise: 0 is the same picture, 0.2 a close relative, "
    "1 another one. In reply to a picture, that one is varied.",
    "0.2",
)

VARIATIONS = Words(
    ("--variations",),
    "variations",
    "Variations",
    "The very noise that is mixed in, as a picture tells it: seeds, and how much of each, in their order.",
    "7:0.2,8:0.1",
    rare=True,
)

COUNT = Words(
    ("--n", "--count", "--images", "-n"),
    "integer",
    "Images",
    "How many pictures to make, each with its own seed.",
    "4",
)

NEGATIVE = Words(
    ("--no", "--negative", "--without"),
    "text",
    "Without",
    "What the picture should not show.",
    "blurry, text",
)

STRENGTH = Words(
    ("--strength",),
    "number",
    "Strength",
    "With a picture to start from: how far to leave it. 0.3 touches it up, 0.9 keeps little.",
    "0.6",
)

EXTEND = Words(
    ("--extend",),
    "margins",
    "Extend",
    "In reply to a picture: how many pixels it goes on beyond its edges. The picture itself stays as it is.",
    "left=128,top=64",
    rare=True,
)

ZOOM = Words(
    ("--zoom",),
    "number",
    "Zoom out",
    "In reply to a picture: how many times as wide and as tall the scene around it becomes.",
    "1.5",
    rare=True,
)

MODEL = Words(("--model", "-m"), "model", "Model", "Which model draws. /models lists them.", "starter")

FORMAT = Words(
    ("--format",),
    "choice",
    "File format",
    "What the picture's own file is. PNG keeps every pixel; JPEG, WebP and AVIF are much smaller.",
    "webp",
    choices=get_args(FileFormat),
)

RAW = Words(
    ("--raw",), "switch", "As typed", "Give the prompt to the model as typed, without translating it."
)
