"""Classifiers that tell whether a picture is fit for everybody: any that transformers loads, or a model's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from engine.models.files.catalogue import Found
from engine.models.networks import read_network

_WANTED, _ELSEWHERE = ("*.json", "*.safetensors"), ("*/*",)
"""What of a classifier on the hub is fetched: in folders lies the same for other programs, or what it was made with."""

Unfit = Callable[[Image.Image], bool]
"""Whether a picture, RGB, is not fit for everybody."""

HARMLESS = frozenset(
    {
        "normal",
        "sfw",
        "safe",
        "neutral",
        "drawing",
        "drawings",
        "benign",
        "clean",
        "fine",
        "ok",
        "general",
        "non-nsfw",
    }
)
"""What classifiers call a picture that is fit for everybody. All else that they tell apart is not."""

OWN = "safety_checker"
"""The folder of a model in which it brings a check of its own."""


class NoCheck(Exception):
    """There is none that can be used; the message says why."""


def no_check(model: str) -> Unfit:
    """Of an engine that was given none."""
    raise NoCheck("there is no safety check")


def own_check(model: Found | None) -> Unfit:
    """The check that a model's folder brings; there is none where the model is not there. Blocks. Raises NoCheck."""
    from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
    from transformers import CLIPImageProcessorPil

    folder = model.path if model else None
    if folder is None or not (folder / OWN).is_dir():
        raise NoCheck(f"the model has no {OWN} of its own, and SAFETY_MODEL names none")
    try:
        checker = read_network(StableDiffusionSafetyChecker, folder / OWN)
        looks = CLIPImageProcessorPil.from_pretrained(folder / "feature_extractor", local_files_only=True)
    except Exception as error:
        raise NoCheck(f"the {OWN} of {folder.name} can't be loaded: {_first(error)}") from error

    def unfit(image: Image.Image) -> bool:
        seen = looks(image, return_tensors="pt").pixel_values
        with torch.inference_mode():  # it blackens what it finds: it gets a picture of its own for that
            _, found = checker(images=np.zeros((1, 8, 8, 3), np.float32), clip_input=seen)
        return bool(found[0])

    return unfit


def classifier(name: str) -> Unfit:
    """A classifier of pictures, by its folder or its name on the hub. Blocks. Raises NoCheck."""
    from transformers import AutoImageProcessor, AutoModelForImageClassification

    try:
        folder = _fetched(name)
        model = read_network(AutoModelForImageClassification, folder)
        looks = AutoImageProcessor.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False, backend="pil"
        )
    except Exception as error:
        raise NoCheck(f"{name} can't be loaded: {_first(error)}") from error
    return _told_apart(name, model, looks)


def _fetched(name: str) -> Path:
    """The folder, downloaded first where it is a name on the hub: nothing is to wait for that."""
    from huggingface_hub import snapshot_download

    if (there := Path(name)).is_dir():
        return there
    return Path(snapshot_download(name, allow_patterns=_WANTED, ignore_patterns=_ELSEWHERE))


def _told_apart(name: str, model: Any, looks: Any) -> Unfit:
    labels = {number: str(label) for number, label in model.config.id2label.items()}
    unfit_ones = [number for number, label in labels.items() if label.strip().lower() not in HARMLESS]
    if not unfit_ones or len(unfit_ones) == len(labels):
        raise NoCheck(
            f"what {name} tells apart does not say what is fit for everybody: {', '.join(labels.values())}"
        )
    each_by_itself = model.config.problem_type == "multi_label_classification"

    def unfit(image: Image.Image) -> bool:
        with torch.inference_mode():
            told = model(**looks(image, return_tensors="pt")).logits[0].float()
        if not bool(torch.isfinite(told).all()):
            raise ValueError(f"{name} can't tell")
        if each_by_itself:
            return bool(told.sigmoid()[unfit_ones].max() >= 0.5)
        return bool(told.softmax(0)[unfit_ones].sum() >= 0.5)

    return unfit


def _first(error: Exception) -> str:
    """The first line of what went wrong."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]
