"""Downloads a model from a hub repository, once, into the models folder: safetensors only."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import httpx2
from huggingface_hub import HfApi, hf_hub_url, try_to_load_from_cache
from huggingface_hub import logging as hub_logging
from huggingface_hub.hf_api import RepoFile
from huggingface_hub.utils import build_hf_headers

from engine.api.errors import BadModel
from engine.models.files.download import Progress, Remote, alone, amount, bring, have, patiently
from engine.models.files.families import NotACheckpoint
from engine.models.files.folders import known_pipeline, one_variant, variant
from engine.models.files.names import local_name
from engine.models.files.origins import note, places, there
from engine.models.files.others import PICKLES
from engine.models.files.refusals import KNOWN, full, why

log = logging.getLogger(__name__)
hub_logging.set_verbosity_error()

_PARTS = re.compile(
    r"(unet|transformer|vae|text_encoder(_\d)?|tokenizer(_\d)?|scheduler|processor"
    r"|depth_estimator|feature_extractor|safety_checker)$"
)
_CHECKER = "safety_checker"
"""A model draws without it: people are told that nothing checks its pictures, where they are to be checked."""
_CONFIGS = frozenset({".json", ".txt", ".model"})
_INDEX = "model_index.json"
_INCOMING = ".incoming-"
_SECONDS = 20.0
_SPARE = 50_000_000
"""Bytes that a download leaves free."""


@dataclass(frozen=True)
class Plan:
    """What is to be downloaded of a repository.

    Attributes:
        repository: "org/name", without a revision.
        commit: that the revision is now.
        files: in the order in which they come.
        incoming: the folder where they gather.
    """

    repository: str
    commit: str
    files: tuple[Remote, ...]
    incoming: Path

    @property
    def size(self) -> int:
        """Bytes, as far as the hub tells."""
        return sum(file.size or 0 for file in self.files)

    @property
    def done(self) -> int:
        """Bytes that are here."""
        return sum(have(self.incoming, file) for file in self.files)


def look(repository: str, models_dir: Path, endpoint: str | None = None) -> Plan:
    """What there is to download of a repository, and how much. Asks the hub, once.

    Args:
        repository, models_dir, endpoint: as `fetch` takes them.

    Raises:
        BadModel: it can't be had, or has no safetensors, and why.
    """
    with _said(repository, models_dir, endpoint):
        return _plan(repository, models_dir, endpoint)


def fetch_meanwhile(repository: str, models_dir: Path, endpoint: str | None = None) -> None:
    """Downloads a repository's model as `fetch` does; the log tells how that ended."""
    log.info("%s is not here yet: until it is, the other models draw.", repository)
    try:
        fetch(repository, models_dir, endpoint)
    except BadModel as problem:
        log.error("The model %s: %s.", repository, problem.facts["reason"])
    else:
        log.info("%s is ready: it draws from now on.", repository)


def fetch(repository: str, models_dir: Path, endpoint: str | None = None) -> Path:
    """Downloads a repository's model, unless it is there; whole or not at all. Shows how far it is.

    What is broken off goes on at the next call. Where another program is at it already, that is waited for.
    Blocking, for minutes.

    Args:
        repository: "org/name" or "org/name@revision".
        models_dir: where the model's folder or file will lie, under its short name.
        endpoint: of the hub; the usual one (or `HF_ENDPOINT`) if None.

    Raises:
        BadModel: it can't be had, or has no safetensors, and why.
    """
    if found := there(repository, models_dir):
        return found
    with _said(repository, models_dir, endpoint):
        models_dir.mkdir(parents=True, exist_ok=True)
        lock = models_dir / f"{_INCOMING}{local_name(repository)}.lock"
        with alone(
            lock, lambda: log.warning("Another program is downloading %s: waiting for it.", repository)
        ):
            if found := there(repository, models_dir):
                return found
            no_network = (httpx2.ConnectError, httpx2.ConnectTimeout)
            plan = patiently(lambda: _plan(repository, models_dir, endpoint), unless=no_network)
            _sweep(plan, repository, models_dir)
            _gather(plan, repository, endpoint)
            return _arrive(plan, repository, *places(repository, models_dir))


@contextmanager
def _said(repository: str, models_dir: Path, endpoint: str | None) -> Iterator[None]:
    """Turns whatever goes wrong into a BadModel that says what to do."""
    name, _, revision = repository.partition("@")
    try:
        yield
    except (Unusable, NotACheckpoint) as problem:
        raise BadModel(model=repository, reason=str(problem)) from problem
    except KNOWN as error:
        reason = why(error, name, revision, endpoint, models_dir)
        raise BadModel(model=repository, reason=reason) from error


def _plan(repository: str, models_dir: Path, endpoint: str | None) -> Plan:
    name, _, revision = repository.partition("@")
    api = HfApi(endpoint=endpoint)
    try:
        info = api.model_info(name, revision=revision or None, timeout=_SECONDS, files_metadata=True)
        siblings = info.siblings or []
    except (TypeError, AttributeError, LookupError) as odd:
        raise ValueError("it answers with JSON that tells of no repository") from odd
    wanted = choose([file.rfilename for file in siblings])
    known = {
        file.rfilename: Remote(file.rfilename, file.size, file.lfs.sha256 if file.lfs else "")
        for file in siblings
    }
    commit = info.sha or revision or "main"
    if any(known[path].size is None for path in wanted):  # a mirror that tells less
        tree = [
            each
            for each in api.list_repo_tree(name, recursive=True, revision=commit)
            if isinstance(each, RepoFile)
        ]
        known |= {
            each.path: Remote(each.path, each.size, each.lfs.sha256 if each.lfs else "") for each in tree
        }
    incoming = models_dir / f"{_INCOMING}{local_name(repository)}@{commit[:12].replace('/', '-')}"
    return Plan(name, commit, tuple(known[path] for path in wanted), incoming)


def _sweep(plan: Plan, repository: str, models_dir: Path) -> None:
    """Takes away what earlier downloads of the model left and this one has no use for."""
    name = local_name(repository)
    for path in models_dir.iterdir():
        of_another_commit = path.name.startswith(f"{_INCOMING}{name}@") and path != plan.incoming
        if of_another_commit or path.name == f"{_INCOMING}{name}":
            shutil.rmtree(path, ignore_errors=True)


def _gather(plan: Plan, repository: str, endpoint: str | None) -> None:
    """Downloads all files. Raises what is in the way: NotACheckpoint before the large ones come."""
    done = plan.done
    need, free = plan.size - done + _SPARE, shutil.disk_usage(plan.incoming.parent).free
    if need > free:
        raise Unusable(full(need, free, plan.incoming.parent))
    log.info("Downloading %s: %s in %d files.", repository, amount(plan.size), len(plan.files))
    with Progress(repository, plan.size, done) as progress:
        for file in plan.files:
            _bring(plan, file, endpoint, progress)
            if file.path == _INDEX:
                known_pipeline(plan.incoming)


def _bring(plan: Plan, file: Remote, endpoint: str | None, progress: Progress) -> None:
    cached = try_to_load_from_cache(plan.repository, file.path, revision=plan.commit)
    if isinstance(cached, str) and not have(plan.incoming, file):
        place = plan.incoming / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(cached, place)
        progress.more(place.stat().st_size)
        return
    url = hf_hub_url(plan.repository, file.path, revision=plan.commit, endpoint=endpoint)
    bring(url, file, plan.incoming, build_hf_headers(), progress)


def _arrive(plan: Plan, repository: str, target: Path, single: Path) -> Path:
    """Moves what was downloaded to its place, with a note of where it came from."""
    if len(plan.files) == 1:
        note(single, repository)
        (plan.incoming / plan.files[0].path).rename(single)
        shutil.rmtree(plan.incoming)
        return single
    note(plan.incoming, repository)
    return plan.incoming.rename(target)


class Unusable(Exception):
    """A repository without a model that may be read; the message is one clause that says why."""


def choose(files: Sequence[str]) -> list[str]:
    """The files to download: a diffusers folder's parts, in half precision if there is one, or a single file.

    Raises:
        Unusable: with the reason.
    """
    if _INDEX in files:
        return [_INDEX, *_folder_files(files)]
    single = [file for file in files if "/" not in file and file.endswith(".safetensors")]
    if len(single) == 1:
        return single
    if single:
        raise Unusable(
            f"it holds several models; put one of them into the models folder: {', '.join(single)[:200]}"
        )
    if any(PurePosixPath(file).suffix in PICKLES for file in files):
        raise Unusable("it holds pickles only; only .safetensors files are read")
    raise Unusable(f"it holds no model: neither {_INDEX} nor a .safetensors file by itself")


def _folder_files(files: Sequence[str]) -> list[str]:
    parts: dict[str, list[PurePosixPath]] = {}
    for path in map(PurePosixPath, files):
        if len(path.parts) == 2 and _PARTS.match(path.parts[0]):
            parts.setdefault(path.parts[0], []).append(path)
    if not parts.keys() & {"unet", "transformer"}:
        raise Unusable(
            f"it holds no model that draws: beside its {_INDEX} there is no unet and no transformer"
        )
    chosen: list[str] = []
    for part, paths in parts.items():
        weights = one_variant([path for path in paths if path.suffix == ".safetensors"])
        if not weights and any(path.suffix in PICKLES for path in paths):
            if part == _CHECKER:
                continue
            raise Unusable(f"its {part} is a pickle; only .safetensors files are read")
        configs = [path for path in paths if path.suffix in _CONFIGS and not _other_index(path, weights)]
        chosen += [str(path) for path in configs + weights]
    return chosen


def _other_index(path: PurePosixPath, weights: Sequence[PurePosixPath]) -> bool:
    """Whether it is the list of shards of a variant that is not downloaded."""
    return ".index" in path.name and bool(weights) and variant(path) != variant(weights[0])
