"""Networks that are read while a model is built on another thread, which patches torch for the whole process."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import Any

import torch
from accelerate import init_empty_weights
from PIL import Image
from torch import nn

from engine.models.estimators import Estimators
from engine.models.files.adapters import AdapterFolder
from engine.models.library import ModelLibrary
from engine.models.sight import Encoders
from tests import adapters, controls
from tests.checkpoints import pipeline

MOMENT = 1.0
"""Seconds in which what does not wait for its turn is read, mostly; nothing fails where it takes longer."""


def test_what_is_read_while_a_model_is_built_is_whole(tmp_path: Path) -> None:
    made, below = pipeline("sd1"), tmp_path / "ipadapters"
    made.save_pretrained(tmp_path / "sd1")
    made.vae.save_pretrained(tmp_path / "vae" / "other")
    controls.control(made, 1).save_pretrained(tmp_path / "controlnets" / "canny")
    adapters.encoder(below / "image_encoder")
    adapters.save(adapters.adapter(made), below / "like.safetensors")
    library, encoders = (
        ModelLibrary(tmp_path, embedded=tmp_path / "none"),
        Estimators(encoders=Encoders(AdapterFolder(below))),
    )
    model: Any = library.load("sd1")
    ways = {
        "vae": lambda: next(model.through("other")._parts.vae.module.parameters()),
        "control": lambda: next(model.net("canny").parameters()),
        "like": lambda: model.like("like", torch.ones(1, adapters.WHOLE), 1.0).layers[0][0],
        "sight": lambda: encoders.shown(Image.new("RGB", (32, 32), "red"), "like").picture,
    }
    found: dict[str, Any] = {}
    plain = nn.Module.register_parameter
    readers = [Thread(target=lambda n=n, way=way: found.update({n: way()})) for n, way in ways.items()]
    with library.moving, init_empty_weights():
        for reader in readers:
            reader.start()
        readers[0].join(MOMENT)
    for reader in readers:
        reader.join()
    assert {name: value.device.type for name, value in found.items()} == dict.fromkeys(ways, "cpu")
    assert nn.Module.register_parameter is plain
