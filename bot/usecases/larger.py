"""A picture that becomes larger as it is, with no words of anybody's: by those that its file carries."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from bot.usecases.parsing import LONGEST_PROMPT, check_words
from bot.usecases.retold import retold
from bot.usecases.sources import words_of
from engine.api.cards import ModelCard
from engine.api.errors import BadRequest
from engine.api.infotext import read
from engine.api.names import Addons
from engine.api.parameters import Parameters

_ANY_MODEL = {"seed", "variations", "negative"}
_SAME_MODEL = {*_ANY_MODEL, "model", "steps", "cfg", "sampler"}


def of_its_file(
    picture: bytes, asked: Parameters, models: Sequence[ModelCard], addons: Addons
) -> tuple[str, Parameters, str | None]:
    """The words, in English, and the parameters: the file's own, as far as they can be had here, where the person
    chose nothing else; and the model that drew it, if it is here. No words where it carries none."""
    with Image.open(io.BytesIO(picture)) as image:
        text = image.info.get("parameters")
    said, words = read(text), words_of(text)
    if not said or not words or len(words.prompt) > LONGEST_PROMPT:
        return "", asked, None
    told = retold(replace(said, prompt=words.prompt, negative=words.negative), models, addons)
    try:
        check_words(told.prompt, told.parameters.negative, addons)
    except BadRequest:
        return "", asked, None
    same = told.parameters.model and asked.model in (None, told.parameters.model)
    kept = _SAME_MODEL if same else _ANY_MODEL
    chosen = asked.model_dump(exclude_unset=True, exclude_none=True)
    wanted = Parameters.model_validate(told.parameters.model_dump(include=kept) | chosen)
    return told.prompt, wanted, told.parameters.model
