"""Which engine the settings and the machine ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from bot.engines import engine_on, make_engine
from bot.settings import Settings
from engine.api.ports import Engine
from engine.local.engine import LocalEngine
from engine.process.engine import ProcessEngine
from engine.process.several import SeveralEngines


@pytest.mark.parametrize(
    ("devices", "kind"),
    [
        (("cuda:0",), ProcessEngine),
        (("cuda:0", "cuda:1"), SeveralEngines),
        (("cpu", "cuda:0"), SeveralEngines),
    ],
)
def test_accelerators_draw_in_processes_of_their_own(
    tmp_path: Path, devices: tuple[str, ...], kind: type[Engine]
) -> None:
    engine = engine_on(devices, Settings.read(env_file=None, data_dir=tmp_path, models_dir=tmp_path))
    assert type(engine) is kind
    assert [card.name for card in engine.models()] == ["starter", "starter-edit"]
    (tmp_path / "loras").mkdir()
    (tmp_path / "loras" / "Лиса снегов.safetensors").touch()
    assert [addon.name for addon in engine.addons().loras] == ["лиса-снегов"]


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is an accelerator")
def test_a_machine_without_one_draws_in_this_process(tmp_path: Path) -> None:
    engine = make_engine(Settings.read(env_file=None, data_dir=tmp_path, models_dir=tmp_path))
    assert isinstance(engine, LocalEngine)
