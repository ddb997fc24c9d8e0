"""What lies beside the models: nothing that lies there keeps the rest from being found."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from engine.api.errors import BadModel, NoAdapter
from engine.models.files import vaes
from engine.models.files.beside import Beside
from engine.models.files.header import Tensors
from engine.models.files.upscalers import UpscalerFolder
from tests import adapters, controls
from tests.checkpoints import pipeline
from tests.hypernets import held, hypernet_file

ONE, FOUR = torch.tensor(1.0), torch.ones(1, 1, 1, 1)
FLAT = {
    "ipadapters": {"image_proj.proj.weight": ONE, "ip_adapter.1.to_k_ip.weight": ONE},
    "vae": {"encoder.down.0.block.0.conv1.weight": ONE, "decoder.conv_in.weight": FOUR},
    "hypernetworks": {"768.0.linear.0.weight": ONE, "768.0.linear.0.bias": ONE},
    "controlnets": {"input_hint_block.0.weight": ONE},
    "upscalers": {"body.0.weight": ONE, "body.0.bias": ONE, "body.1.weight": FOUR},
    "loras": {"lora_unet_x.lora_down.weight": ONE},
    "embeddings": {"emb_params": ONE},
}
"""Files of each kind whose tensors have the right names and no shape."""


def test_a_link_to_nowhere_and_tensors_without_a_shape_hide_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    home = tmp_path / "ipadapters"
    adapters.encoder(home / "image_encoder")
    adapters.save(adapters.adapter(pipeline("sd1")), home / "sound.safetensors")
    (home / "broken").mkdir()
    (home / "broken" / "config.json").write_text("[")
    for folder, tensors in FLAT.items():
        (tmp_path / folder).mkdir(exist_ok=True)
        save_file(
            {name: each.clone() for name, each in tensors.items()}, tmp_path / folder / "flat.safetensors"
        )
        (tmp_path / folder / "gone.safetensors").symlink_to(tmp_path / "nowhere")
    beside, upscalers = Beside.of(tmp_path, tmp_path), UpscalerFolder(tmp_path / "upscalers")
    with caplog.at_level(logging.WARNING):
        first = beside.addons(upscalers.addons())
    said = len(caplog.messages)
    there = beside.addons(upscalers.addons())
    assert there == first and len(caplog.messages) == said  # and nothing is said twice
    by_name = {each.name: each for each in there.adapters}
    assert {name: bool(each.reason) for name, each in by_name.items()} == {
        "flat": True,
        "gone": True,
        "sound": False,
    }
    for kind in (there.vaes, there.hypernets, there.upscalers):
        assert {each.name: bool(each.reason) for each in kind} == {"flat": True, "gone": True}
    (home / "image_encoder" / "model.safetensors").unlink()
    beside.adapters.adapters()
    with pytest.raises(NoAdapter):
        beside.adapters.encoder(by_name["sound"])
    (home / "sound.safetensors").unlink()
    beside.adapters.adapters()
    with pytest.raises(BadModel):
        beside.adapters.path(by_name["sound"])


OLD = 1_000_000_000
"""Seconds; long before anything that a test does."""


def settle(home: Path, at: int = OLD) -> None:
    """As if nothing there had changed since."""
    for path in (home, *home.rglob("*")):
        os.utime(path, (at, at))


def test_folders_are_looked_through_once_and_a_file_that_was_on_its_way_is_found_when_it_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, beside = pipeline("sd1"), Beside.of(tmp_path, tmp_path / "none")
    adapters.encoder(tmp_path / "ipadapters" / "image_encoder")
    adapters.save(adapters.adapter(made), tmp_path / "ipadapters" / "it.safetensors")
    controls.save(controls.control(made), tmp_path / "controlnets" / "it.safetensors")
    (tmp_path / "vae").mkdir()
    save_file(made.vae.state_dict(), tmp_path / "vae" / "it.safetensors")
    wide = [made.unet.config.cross_attention_dim]
    hypernet_file(tmp_path / "hypernetworks", "it", held(wide))
    files = [
        tmp_path / kind / "it.safetensors" for kind in ("ipadapters", "controlnets", "vae", "hypernetworks")
    ]
    whole = {file: file.read_bytes() for file in files}

    def faults() -> list[str | None]:
        there = beside.addons(())
        kinds = (there.adapters, there.controls, there.vaes, there.hypernets)
        return [each.fault for (each,) in kinds]

    for file, data in whole.items():
        file.write_bytes(data[:-9])
    settle(tmp_path)
    assert faults() == ["damaged"] * 4
    for file, data in whole.items():
        file.write_bytes(data)  # in its place, which the folder's time tells nothing of
    settle(tmp_path, OLD + 1)
    for folder in (tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())):
        os.utime(folder, (OLD, OLD))
    assert faults() == [None] * 4
    monkeypatch.setattr(os, "walk", None)
    assert faults() == [None] * 4
    monkeypatch.undo()
    for length, fault in ((-9, "damaged"), (None, None)):  # sound ones, too, may be written over
        for file, data in whole.items():
            file.write_bytes(data[:length])
        assert faults() == [fault] * 4
        settle(tmp_path)
        assert faults() == [fault] * 4
    (tmp_path / "vae" / "it.safetensors").unlink()
    assert beside.addons(()).vaes == ()
    settle(tmp_path)
    for missing in ("loras", "none/controlnets"):
        (tmp_path / missing).mkdir(parents=True)
        (tmp_path / missing / "new.safetensors").write_bytes(whole[files[1]])
    there = beside.addons(())
    assert [each.name for each in there.loras] == ["new"]
    assert [each.name for each in there.controls] == ["it", "new"]


def test_a_file_that_becomes_whole_right_after_somebody_has_looked_at_it_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, look = tmp_path / "it.safetensors", vaes.headers
    save_file(pipeline("sd1").vae.state_dict(), file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-9])

    def looked(path: Path) -> Tensors:
        try:
            return look(path)
        finally:
            file.write_bytes(whole)

    monkeypatch.setattr(vaes, "headers", looked)
    folder = vaes.VaeFolder(tmp_path)
    assert [each.fault for each in folder.addons()] == ["damaged"]
    monkeypatch.undo()
    assert [each.fault for each in folder.addons()] == [None]
