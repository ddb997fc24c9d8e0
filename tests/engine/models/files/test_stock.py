"""A picture's model is known by the hash of its file, as the web UIs write it."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from safetensors.torch import save_file

from engine.models.files.stock import Stock
from tests.checkpoints import pipeline, single_file


@pytest.fixture
def stock(tmp_path: Path) -> Stock:
    (tmp_path / "models").mkdir()
    single_file(tmp_path / "models" / "Fox v2.safetensors", "sd1")
    return made(tmp_path)


def made(folder: Path) -> Stock:
    models = folder / "models"
    return Stock(models, folder)


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "models" / "Fox v2.safetensors").read_bytes()).hexdigest()


async def test_a_model_is_found_by_ten_digits_and_by_all(stock: Stock, tmp_path: Path) -> None:
    whole = digest(tmp_path)
    assert await stock.model(whole[:10]) == "fox-v2"
    assert await stock.model(whole.upper()) == "fox-v2"
    assert await stock.model("0123456789") is None


async def test_a_vae_is_found_too_as_a_file_or_a_folder(stock: Stock, tmp_path: Path) -> None:
    folder, weights = tmp_path / "models" / "vae", pipeline("sd1").vae
    weights.save_pretrained(folder / "Folder VAE")
    state = {name: 2 * tensor for name, tensor in weights.state_dict().items()}
    save_file(state, folder / "soft.safetensors")
    files = {"folder-vae": "Folder VAE/diffusion_pytorch_model.safetensors", "soft": "soft.safetensors"}
    for name, file in files.items():
        whole = hashlib.sha256((folder / file).read_bytes()).hexdigest()
        assert await stock.vae(whole[:10]) == name
        assert await stock.model(whole[:10]) is None
    assert await stock.vae("") is None is await stock.vae("0123456789")


async def test_the_first_hashes_of_eight_digits_are_of_a_part(stock: Stock, tmp_path: Path) -> None:
    file = tmp_path / "models" / "Fox v2.safetensors"
    part = hashlib.sha256(file.read_bytes()[0x100000:0x110000]).hexdigest()
    assert await stock.model(part[:8]) == "fox-v2"


async def test_what_was_computed_is_kept_until_the_file_changes(stock: Stock, tmp_path: Path) -> None:
    file = tmp_path / "models" / "Fox v2.safetensors"
    await stock.model("0123456789")
    kept = json.loads((tmp_path / "hashes.json").read_text())
    kept[str(file)][2] = "f" * 64
    (tmp_path / "hashes.json").write_text(json.dumps(kept))
    assert await made(tmp_path).model("ffffffffff") == "fox-v2"
    os.utime(file, (1, 1))
    assert await made(tmp_path).model("ffffffffff") is None
    assert await made(tmp_path).model(digest(tmp_path)[:10]) == "fox-v2"


@pytest.mark.parametrize("kept", ["", "[]", '{"a": 1}', '{"a": [1, 2]}', "\0"])
async def test_a_memory_that_is_damaged_is_begun_anew(stock: Stock, tmp_path: Path, kept: str) -> None:
    (tmp_path / "hashes.json").write_text(kept)
    assert await stock.model(digest(tmp_path)[:10]) == "fox-v2"
