"""Downloads a model from a hub repository, once, into the models folder: safetensors only."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import httpx2
from huggingface_hub import HfApi, snapshot_download
from huggingface_hub.errors import HfHubHTTPError

from engine.api.errors import BadModel
from engine.models.files.catalogue import PICKLES
from engine.models.files.folders import one_variant, variant
from engine.models.files.names import local_name

log = logging.getLogger(__name__)

_PARTS = re.compile(r"(unet|transformer|vae|text_encoder(_\d)?|tokenizer(_\d)?|scheduler)$")
_CONFIGS = frozenset({".json", ".txt", ".model"})


def fetch(repository: str, models_dir: Path, endpoint: str | None = None) -> Path:
    """Downloads a repository's model with a progress bar, unless it is there; whole or not at all.

    What is broken off goes on at the next call. Blocking, for minutes.

    Args:
        repository: "org/name" or "org/name@revision".
        models_dir: where the model's folder or file will lie, under its short name.
        endpoint: of the hub; the usual one if None.

    Raises:
        BadModel: it can't be had, or has no safetensors, and why.
    """
    target = models_dir / local_name(repository)
    single = target.with_name(f"{target.name}.safetensors")
    if found := next((path for path in (target, single) if path.exists()), None):
        return found
    incoming = models_dir / f".incoming-{target.name}"
    name, _, revision = repository.partition("@")
    try:
        files = HfApi(endpoint=endpoint).list_repo_files(name, revision=revision or None)
        wanted = choose(files)
        log.info("Downloading %s: %d files.", repository, len(wanted))
        snapshot_download(
            name, revision=revision or None, local_dir=incoming, allow_patterns=wanted, endpoint=endpoint
        )
    except Unusable as problem:
        raise BadModel(model=repository, reason=str(problem)) from problem
    except (HfHubHTTPError, httpx2.HTTPError, OSError, ValueError) as error:
        reason = f"it could not be downloaded ({type(error).__name__})"
        raise BadModel(model=repository, reason=reason) from error
    return _arrive(incoming, wanted, target, single)


def _arrive(incoming: Path, files: Sequence[str], target: Path, single: Path) -> Path:
    """Moves what was downloaded to its place."""
    if len(files) == 1:
        (incoming / files[0]).rename(single)
        shutil.rmtree(incoming)
        return single
    shutil.rmtree(incoming / ".cache", ignore_errors=True)
    return incoming.rename(target)


class Unusable(Exception):
    """A repository without a model that may be read; the message is one clause that says why."""


def choose(files: Sequence[str]) -> list[str]:
    """The files to download: a diffusers folder's parts, in half precision if there is one, or a single file.

    Raises:
        Unusable: with the reason.
    """
    if "model_index.json" in files:
        return ["model_index.json", *_folder_files(files)]
    single = [file for file in files if "/" not in file and file.endswith(".safetensors")]
    if len(single) == 1:
        return single
    if single:
        raise Unusable(
            f"it holds several models; put one of them into the models folder: {', '.join(single)[:200]}"
        )
    if any(PurePosixPath(file).suffix in PICKLES for file in files):
        raise Unusable("it holds pickles only; only .safetensors files are read")
    raise Unusable("it holds no model")


def _folder_files(files: Sequence[str]) -> list[str]:
    parts: dict[str, list[PurePosixPath]] = {}
    for path in map(PurePosixPath, files):
        if len(path.parts) == 2 and _PARTS.match(path.parts[0]):
            parts.setdefault(path.parts[0], []).append(path)
    chosen: list[str] = []
    for part, paths in parts.items():
        weights = one_variant([path for path in paths if path.suffix == ".safetensors"])
        if not weights and any(path.suffix in PICKLES for path in paths):
            raise Unusable(f"its {part} is a pickle; only .safetensors files are read")
        configs = [path for path in paths if path.suffix in _CONFIGS and not _other_index(path, weights)]
        chosen += [str(path) for path in configs + weights]
    return chosen


def _other_index(path: PurePosixPath, weights: Sequence[PurePosixPath]) -> bool:
    """Whether it is the list of shards of a variant that is not downloaded."""
    return ".index" in path.name and bool(weights) and variant(path) != variant(weights[0])
