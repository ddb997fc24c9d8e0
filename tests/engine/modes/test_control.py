"""A picture led by another one: what is taken of it, when it leads, and what company it keeps."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw
from safetensors.torch import save_file

from engine.api.controls import kind_of, meant
from engine.api.errors import BadModel, NoEstimator, UnknownChoice
from engine.api.events import Done, Failed
from engine.api.jobs import Job
from engine.api.modes import MODES
from engine.api.names import find
from engine.local.engine import LocalEngine
from engine.models.files.controls import ControlFolder
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel, UNetModel
from engine.modes import cost, read
from engine.pictures import lines
from tests import controls
from tests.checkpoints import folder, pipeline
from tests.engine.bench import job
from tests.engine.modes.test_hooks import LEVELS, draw, last, painting


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """SD 1 and SDXL in small, and ControlNets of all sorts."""
    home = tmp_path_factory.mktemp("models")
    folder(home / "tiny", "sd1")
    nets = home / "controlnets"
    net = controls.control(pipeline("sd1"))
    net.save_pretrained(nets / "lines-canny")
    controls.save(net, nets / "space_depth.safetensors")
    controls.save(controls.control(pipeline("sdxl")), nets / "xl-pose.safetensors")
    (nets / "old.pth").write_bytes(b"PK\x03\x04")
    save_file({"lora_controlnet": torch.zeros(1)}, nets / "control-lora-canny.safetensors")
    save_file({"lllite_unet.weight": torch.zeros(1)}, nets / "lllite.safetensors")
    save_file({"task_embedding": torch.zeros(1)}, nets / "union.safetensors")
    (nets / "text.safetensors").write_text("no weights")
    return home


@pytest.fixture(scope="module")
def library(home: Path) -> ModelLibrary:
    return ModelLibrary(home, embedded=home / "none")


@pytest.fixture(scope="module")
def model(library: ModelLibrary) -> UNetModel:
    loaded = library.load("tiny")
    assert not isinstance(loaded, PipelineModel)
    return loaded


def asked(id: str = "job", control: tuple[str, ...] = ("canny",), **changes: Any) -> Job:
    return job(id, mode="control", inputs={"image": painting("red", "blue")}, control=control, **changes)


@torch.inference_mode()
def test_weight_nothing_is_the_plain_picture_and_company_changes_nobodys(model: UNetModel) -> None:
    (plain,) = draw(model, job())
    (nothing,) = draw(model, asked(control_weight=0.0))
    assert torch.equal(plain.latents, nothing.latents)
    (never,) = draw(model, asked(control_start=0.5, control_end=0.5))
    assert torch.equal(plain.latents, never.latents)
    jobs = [
        asked("led"),
        job("words", prompt="a cat", seed=3),
        asked("two", ("lines-canny", "depth"), control_raw=True, control_weight=0.5, sampler="heun"),
        job("image", mode="image", strength=0.5, inputs={"image": painting("red", "lime")}),
        asked("late", control_start=0.5, strength=0.6, seed=9),
    ]
    pictures = []
    for one, request in zip(jobs, draw(model, *jobs), strict=True):
        alone = draw(model, one)[0]
        assert (model.decode(request.latents) - model.decode(alone.latents)).abs().max() <= LEVELS
        pictures.append(request.latents)
    assert (pictures[0] - plain.latents).abs().max() > 0.05


def test_it_is_counted_by_its_networks() -> None:
    assert cost(asked(control=("canny", "depth"))) == pytest.approx(1.8 * cost(job()))


def test_kinds_are_told_by_names() -> None:
    told = {
        "control_v11p_sd15_canny": "canny",
        "control_v11f1p_sd15_depth": "depth",
        "controlnet-openpose-sdxl-1.0": "pose",
        "t2i-lineart_anime": "lineart",
        "control_v11p_sd15_softedge.fp16": "softedge",
        "diffusers_xl_depth_mid": "depth",
        "control_v11p_sd15_scribble": "scribble",
        "control_v1p_sd15_qrcode_monster": "qr",
        "online": "",
    }
    assert {name: kind_of(name) for name in told} == told


def test_what_can_not_be_used_says_why(home: Path) -> None:
    nets = ControlFolder(home / "controlnets").nets()
    assert {net.name: (net.kind, net.context, net.fault) for net in nets} == {
        "control-lora-canny": ("canny", 0, "strange"),
        "lines-canny": ("canny", 32, None),
        "lllite": ("", 0, "strange"),
        "old": ("", 0, "pickle"),
        "space_depth": ("depth", 32, None),
        "text": ("", 0, "damaged"),
        "union": ("", 0, "strange"),
        "xl-pose": ("pose", 96, None),
    }
    reasons = {net.name: net.reason for net in nets}
    assert "Control-LoRA" in reasons["control-lora-canny"] and "LLLite" in reasons["lllite"]
    assert "union" in reasons["union"] and "pickle" in reasons["old"]


def test_whoever_asks_hears_at_once_what_can_not_be(library: ModelLibrary) -> None:
    card = find(library.cards(), "tiny")
    assert (
        card
        and library.cards()
        and "controlnets" not in {p.file.split("/")[0] for p in library.passed_over()}
    )
    nets = library.addons().controls
    assert meant(nets, "canny", card).name == "lines-canny"  # the one that can be used
    assert meant(nets, "SPACE_DEPTH.safetensors", card).name == "space_depth"
    for written, fault in (("pose", "unlike"), ("union", "strange"), ("old.pth", "pickle")):
        with pytest.raises(BadModel) as told:
            meant(nets, written, card)
        assert told.value.facts["fault"] == fault
    with pytest.raises(UnknownChoice):
        meant(nets, "scribble", card)


async def test_a_job_is_refused_before_it_waits(library: ModelLibrary) -> None:
    async with LocalEngine(library) as engine:
        refused = [event async for event in engine.submit(asked(control=("xl-pose",)))]
        assert len(refused) == 1 and isinstance(refused[0], Failed)
        shown = await last(engine, asked("map", show_map=True, steps=1))
        assert isinstance(shown, Done)
        drawn = np.asarray(Image.open(io.BytesIO(shown.pictures[0].png)).convert("RGB"))
        assert set(np.unique(drawn)) == {0, 255} and drawn[:, :7].max() == 0


def scene(side: int = 128) -> Image.Image:
    image = Image.new("RGB", (side, side), (200, 60, 60))
    draws = ImageDraw.Draw(image)
    draws.rectangle((32, 32, 96, 96), fill=(60, 168, 60))  # as bright as what lies around it
    return image


@pytest.mark.parametrize("trace", [lines.canny, lines.soft_edges, lines.scribble])
def test_edges_are_found_where_colours_alone_change(trace: object) -> None:
    traced = np.asarray(trace(scene()))  # type: ignore[operator]
    assert traced.shape == (128, 128) and traced.dtype == np.uint8
    assert traced[28:37, 64].max() > 200 and traced[64, 92:101].max() > 200
    assert traced[:16].max() == 0 and traced[52:76, 52:76].max() == 0


def test_canny_is_one_pixel_wide_and_line_art_is_the_dark_lines() -> None:
    edges = np.asarray(lines.canny(scene())) > 0
    assert all(edges[row].sum() == 2 for row in range(40, 90))
    drawn = Image.new("RGB", (128, 128), "white")
    ImageDraw.Draw(drawn).line((20, 64, 108, 64), fill="navy", width=3)
    art = np.asarray(lines.line_art(drawn))
    assert art[64, 30:100].min() > 200 and art[:40].max() < 40


def test_a_finished_map_is_taken_as_it_is_and_turned_around_where_it_is_dark_on_light() -> None:
    sketch = Image.new("RGB", (64, 64), "white")
    ImageDraw.Draw(sketch).line((8, 8, 56, 56), fill="black", width=3)
    negative = Image.eval(sketch, lambda value: 255 - value)
    for each in (sketch, negative):
        found = lines.finished(each)
        assert found and np.array_equal(np.asarray(found), np.asarray(negative.convert("L")))
    assert lines.finished(scene()) is None and lines.finished(Image.new("RGB", (64, 64))) is None


def test_each_of_two_networks_sees_a_picture_of_its_own_where_there_are_two() -> None:
    one, other = painting("red", "blue"), painting("lime", "yellow")

    def maps(*control: str, **pictures: bytes) -> list[torch.Tensor]:
        found = read(job(mode="control", inputs=pictures, control=control, control_raw=control[0] == "raw"))
        return [found[f"map {i}"] for i in range(len(control))]

    first, second = maps("raw", "raw", image=one, other=other)
    assert torch.equal(first, maps("raw", image=one)[0]) and torch.equal(second, maps("raw", image=other)[0])
    assert not torch.equal(first, second)
    both, again = maps("canny", "canny", image=one)
    assert torch.equal(both, again)


def test_what_nothing_here_sees_has_to_come_as_a_map() -> None:
    for kind in ("depth", "pose", "normal", "seg"):
        with pytest.raises(NoEstimator) as told:
            read(asked(control=(kind,)))
        assert told.value.facts == {"kind": kind, "flag": "--control-raw"}
        assert read(asked(control=(kind,), control_raw=True))["map 0"].shape == (3, 16, 16)
    assert "control" in MODES
