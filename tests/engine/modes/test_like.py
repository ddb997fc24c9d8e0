"""A picture in the likeness of another one: what it looks at, what that weighs, and what company it keeps."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from engine.api.errors import BadModel, NoAdapter
from engine.api.events import Done, Failed
from engine.api.jobs import Job
from engine.api.likes import meant
from engine.api.names import IPAdapter, find
from engine.api.points import Point
from engine.denoise.lane import Lane
from engine.denoise.request import Request
from engine.local.engine import LocalEngine
from engine.models import sight
from engine.models.estimators import Estimators
from engine.models.files.adapters import AdapterFolder
from engine.models.library import ModelLibrary
from engine.models.networks import Looking
from engine.models.ports import PipelineModel, UNetModel
from engine.models.sight import Encoders, Seen
from engine.modes import read, way
from tests import adapters
from tests.checkpoints import folder, pipeline
from tests.engine.bench import job
from tests.engine.modes.test_hooks import LEVELS, SIZE, last, painting


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """SD 1 in small, and IP-Adapters of all sorts."""
    home = tmp_path_factory.mktemp("models")
    folder(home / "tiny", "sd1")
    made, there = pipeline("sd1"), home / "ipadapters"
    adapters.encoder(there / "models" / "image_encoder")
    plain = adapters.adapter(made)
    adapters.save(plain, there / "models" / "ip-adapter_sd15.safetensors")
    adapters.save(adapters.adapter(made, "plus"), there / "plus.safetensors")
    (there / "plus.bin").write_bytes(b"PK\x03\x04")  # its twin can be read
    (there / "old.bin").write_bytes(b"PK\x03\x04")
    (there / "text.safetensors").write_text("no weights")
    faces = {"image_proj.proj.0.weight": torch.zeros(8, 4), "image_proj.norm.weight": torch.zeros(4)}
    save_file(faces | {"ip_adapter.1.to_k_ip.weight": torch.zeros(4, 4)}, there / "faceid.safetensors")
    plain["image_proj.proj.weight"] = torch.zeros(128, 99)
    save_file(plain, there / "far.safetensors")
    save_file({"lora_unet.lora_down.weight": torch.zeros(1)}, there / "ink.safetensors")
    return home


@pytest.fixture(scope="module")
def sees(home: Path) -> Estimators:
    return Estimators(encoders=Encoders(AdapterFolder(home / "ipadapters")))


@pytest.fixture(scope="module")
def model(home: Path) -> UNetModel:
    loaded = ModelLibrary(home, embedded=home / "none").load("tiny")
    assert not isinstance(loaded, PipelineModel)
    return loaded


def asked(id: str = "job", mode: str = "like", by: str = "ip-adapter_sd15", **changes: Any) -> Job:
    inputs = {
        "like": painting("red", "blue"),
        **({"image": painting("lime", "red")} if mode == "restyle" else {}),
    }
    return job(id, mode=mode, inputs=inputs, like_by=by, **changes)


def draw(model: UNetModel, sees: Estimators, *jobs: Job) -> list[Request]:
    """All of them in one lane, to their ends."""
    lane = Lane(model, SIZE)
    requests = [lane.admit(way(each, inputs=read(each, sees) if each.inputs else {})) for each in jobs]
    while lane.requests:
        assert not lane.step().failed
        for request in [r for r in lane.requests if r.finished]:
            lane.leave(request)
    return requests


@torch.inference_mode()
def test_no_weight_is_the_plain_picture_and_company_changes_nobodys(
    model: UNetModel, sees: Estimators
) -> None:
    (plain,) = draw(model, sees, job())
    (nothing,) = draw(model, sees, asked(like_weight=0.0))
    assert torch.equal(plain.latents, nothing.latents)
    picture = {"image": painting("lime", "red")}
    (changed,) = draw(model, sees, job(mode="image", strength=0.5, inputs=picture))
    (untouched,) = draw(model, sees, asked(mode="restyle", strength=0.5, like_weight=0.0))
    assert torch.equal(changed.latents, untouched.latents)
    jobs = [
        asked("like"),
        job("words", prompt="a cat", seed=3),
        asked("plus", by="plus", like_weight=1.0, sampler="heun", prompt="a cat [snow:circle:0.5]"),
        asked("restyled", mode="restyle", strength=0.5, like_weight=1.0),
        asked("unguided", cfg=1.0, seed=9),
    ]
    together = draw(model, sees, *jobs)
    for crowd, one in zip(together, jobs, strict=True):
        (alone,) = draw(model, sees, one)
        assert (model.decode(crowd.latents) - model.decode(alone.latents)).abs().max() <= LEVELS, one.id
    assert (model.decode(together[0].latents) - model.decode(plain.latents)).abs().max() > 10 * LEVELS
    assert (model.decode(together[3].latents) - model.decode(changed.latents)).abs().max() > 10 * LEVELS


async def test_an_engine_draws_it_says_by_what_and_looks_once_for_all_of_a_jobs_pictures(
    home: Path, sees: Estimators, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    look = sight._look

    def counted(rgb: Image.Image, adapter: IPAdapter, looking: Looking) -> Seen:
        looked.append(adapter.name)
        return look(rgb, adapter, looking)

    monkeypatch.setattr(sight, "_look", counted)
    library = ModelLibrary(home, embedded=home / "none", sees=sees)
    async with LocalEngine(library, estimators=sees) as engine:
        weights = tuple(Point(like_weight=each) for each in (0.0, 0.6, 1.0))
        one = asked(by="", like_weight=0.0, sweep=weights)
        unlike = one.model_copy(update={"inputs": {"like": painting("white", "lime")}, "id": "other"})
        done, other = await last(engine, one), await last(engine, unlike)
        assert isinstance(done, Done) and isinstance(other, Done), (done, other)
        missing = await last(engine, asked("none", by="faceid"))
        assert isinstance(missing, Failed) and missing.code == BadModel.code
    assert len(looked) <= 2  # an earlier test may have shown it the first of the two
    pictures = [Image.open(io.BytesIO(each.png)) for each in (*done.pictures, *other.pictures)]
    assert "Likeness: 0.6, IP-Adapter: ip-adapter_sd15" in pictures[1].info["parameters"]
    plain, first, more, same, second, _ = (np.asarray(picture, int) for picture in pictures)
    assert (plain == same).all()
    assert all(abs(a - b).max() > 5 for a, b in ((plain, first), (first, more), (first, second)))
    assert library.bytes > sum(model.bytes for model in library._living) > 0  # the encoder counts


def test_what_lies_there_is_told_apart_and_what_is_no_use_says_why(home: Path) -> None:
    there = AdapterFolder(home / "ipadapters")
    found = {each.name: each for each in there.adapters()}
    assert {name for name, each in found.items() if not each.reason} == {"ip-adapter_sd15", "plus"}
    assert {name: each.fault for name, each in found.items() if each.reason} == {
        "old": "pickle",
        "text": "damaged",
        "faceid": "strange",
        "far": "part",
        "ink": "elsewhere",
    }
    assert "unpickled" in found["old"].reason and "FaceID" in found["faceid"].reason
    card = ModelLibrary(home, embedded=home / "none").cards()[0]
    assert meant(tuple(found.values()), "", card).name == "ip-adapter_sd15"
    with pytest.raises(NoAdapter) as blind:
        meant(tuple(found.values()), "far", card)
    assert blind.value.facts == {"model": "far", "lacks": "encoder"}
    with pytest.raises(NoAdapter) as none:
        meant([found["old"], found["faceid"]], "", card)
    assert none.value.facts == {"model": "tiny", "lacks": "adapter"}
    assert find(there.adapters(), "ip-adapter_sd15.safetensors") == found["ip-adapter_sd15"]
