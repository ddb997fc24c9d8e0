"""Files that somebody removes, cuts short or writes anew while others draw: nobody else notices."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.api.errors import EngineError, LukisError
from engine.api.jobs import Job
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.models.estimators import Estimators
from engine.models.files.adapters import AdapterFolder
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.models.sight import Encoders
from engine.modes import read, way
from tests import adapters, controls
from tests.checkpoints import pipeline
from tests.engine.bench import job
from tests.engine.modes.test_hooks import SIZE, painting
from tests.hypernets import held, hypernet_file
from tests.loras import lora_file

GIVEN = painting("red", "blue")


class Kind(NamedTuple):
    """What lies beside a model: its file, how one is written there, and what draws with it."""

    file: str
    write: Callable[[Path, Any, int], object]
    draws: dict[str, Any]


def _hypernet(file: Path, pipe: Any, seed: int) -> None:
    file.unlink(missing_ok=True)
    hypernet_file(file.parent, file.stem, held([pipe.unet.config.cross_attention_dim], seed=seed))


def _embedding(file: Path, pipe: Any, seed: int) -> None:
    width = pipe.text_encoder.config.hidden_size
    save_file({"emb_params": torch.randn(2, width, generator=torch.Generator().manual_seed(seed))}, file)


def _vae(file: Path, pipe: Any, seed: int) -> None:
    state = {
        n: t + 0.05 * (seed + 1) * (n == "decoder.conv_out.bias") for n, t in pipe.vae.state_dict().items()
    }
    save_file({name: tensor.contiguous() for name, tensor in state.items()}, file)


KINDS = {
    "lora": Kind(
        "loras/it.safetensors", lambda f, p, s: lora_file(f, p, seed=s), {"prompt": "a cat <lora:it:1>"}
    ),
    "hypernet": Kind("hypernetworks/it.safetensors", _hypernet, {"prompt": "a cat <hypernet:it:1>"}),
    "embedding": Kind("embeddings/it.safetensors", _embedding, {"prompt": "a <emb:it>"}),
    "vae": Kind("vae/it.safetensors", _vae, {"vae": "it"}),
    "control": Kind(
        "controlnets/canny.safetensors",
        lambda f, p, s: controls.save(controls.control(p, s), f),
        {"mode": "control", "inputs": {"image": GIVEN}, "control": ("canny",), "strength": 1.0},
    ),
    "like": Kind(
        "ipadapters/it.safetensors",
        lambda f, p, s: adapters.save(adapters.adapter(p, seed=s), f),
        {"mode": "like", "inputs": {"like": GIVEN}, "like_by": "it", "like_weight": 1.0},
    ),
}


class Home(NamedTuple):
    """A models folder with one of each, what it was made of, and what sees in pictures."""

    path: Path
    pipe: Any
    model: UNetModel
    sees: Estimators


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    path, pipe = tmp_path_factory.mktemp("models"), pipeline("sd1")
    pipe.save_pretrained(path / "tiny")
    adapters.encoder(path / "ipadapters" / "image_encoder")
    for kind in KINDS.values():
        (path / kind.file).parent.mkdir(parents=True, exist_ok=True)
    model = ModelLibrary(path, embedded=path / "none").load("tiny")
    assert not isinstance(model, PipelineModel)
    return Home(path, pipe, model, Estimators(encoders=Encoders(AdapterFolder(path / "ipadapters"))))


def admitted(home: Home, lane: Lane, asked: Job) -> Request:
    return lane.admit(way(asked, 0, read(asked, home.sees)))


def drawn(lane: Lane, *requests: Request) -> list[Tensor | Exception]:
    """Each one's picture, or why it has none."""
    failed: dict[Request, Exception] = {}
    while any(request not in failed and not request.finished for request in requests):
        failed |= lane.step().failed
        for request in [each for each in lane.requests if each.finished]:
            lane.leave(request)
    return [failed.get(r) or r.model.decode(r.latents) for r in requests]


def picture(home: Home, asked: Job) -> Tensor:
    lane = Lane(home.model, SIZE)
    (made,) = drawn(lane, admitted(home, lane, asked))
    if isinstance(made, Exception):
        raise made
    return made


def cut(file: Path) -> None:
    os.truncate(file, 100)


def alike(one: Tensor, other: Tensor) -> bool:
    return bool((one - other).abs().max() < 2 / 255)


@pytest.mark.parametrize("what", KINDS)
@torch.inference_mode()
def test_others_draw_on(home: Home, what: str) -> None:
    kind = KINDS[what]
    file, plain, asked = home.path / kind.file, job("plain", seed=3), job("asked", **{"seed": 4} | kind.draws)
    kind.write(file, home.pipe, 0)
    before, alone = picture(home, asked), picture(home, plain)
    for harm in (Path.unlink, cut, lambda file: kind.write(file, home.pipe, 1)):
        lane = Lane(home.model, SIZE)
        requests = admitted(home, lane, plain), admitted(home, lane, asked)
        lane.step()
        harm(file)
        beside, made = drawn(lane, *requests)
        assert isinstance(beside, Tensor) and alike(beside, alone)
        assert isinstance(made, Tensor) and alike(made, before)  # it had begun
        if harm in (Path.unlink, cut):
            with pytest.raises(LukisError) as told:
                picture(home, asked)
            assert not isinstance(told.value, EngineError)
            kind.write(file, home.pipe, 0)
            assert alike(picture(home, asked), before)
    assert not alike(picture(home, asked), before)


@torch.inference_mode()
def test_the_model_itself_is_drawn_with_as_it_was_loaded(tmp_path: Path, home: Home) -> None:
    home.pipe.save_pretrained(tmp_path / "tiny")
    model = ModelLibrary(tmp_path, embedded=tmp_path / "none").load("tiny")
    assert not isinstance(model, PipelineModel)
    mine, plain = home._replace(model=model), job("plain", seed=3)
    before = picture(mine, plain)
    for file in (tmp_path / "tiny").rglob("*.safetensors"):
        cut(file)
    assert alike(
        picture(mine, job("plain", seed=3, prompt="a cat")),
        picture(home, job("plain", seed=3, prompt="a cat")),
    )
    assert alike(picture(mine, plain), before)
