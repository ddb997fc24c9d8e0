"""A hub with what repositories hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkpoints import folder, single_file
from tests.wire_hub import Hub, hub


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "token"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setattr("engine.models.files.download.PAUSES", (0.0,) * 5)
    root = tmp_path / "hub"
    made = folder(root / "org" / "Tiny.Model", "sd1")
    (made / "README.md").write_text("# Hello")
    (made / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"\x80\x04")
    (made / "flax").mkdir()
    (made / "flax" / "model.safetensors").write_bytes(b"x")
    single_file(root / "org" / "single" / "weights-v1.safetensors", "sd1")
    (root / "org" / "pickled").mkdir()
    (root / "org" / "pickled" / "model.ckpt").write_bytes(b"\x80\x04")
    with hub(root) as running:
        yield running
