"""Another VAE for one picture of a lane: as if the model had had it, and nothing for the others."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from engine.api.errors import BadModel, UnknownChoice
from engine.api.events import Done
from engine.api.infotext import infotext, read
from engine.local.engine import LocalEngine
from engine.models.library import ModelLibrary
from engine.models.unet import UNetFamily
from tests.checkpoints import pipeline
from tests.engine.bench import job
from tests.engine.modes.test_hooks import LEVELS, draw, last
from tests.ldm import vae_state

LATENTS = torch.randn(2, 4, 8, 8, generator=torch.Generator().manual_seed(0))
PIXELS = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(1)) * 2 - 1


def original(pipe: Any, prefix: str = "") -> dict[str, torch.Tensor]:
    """A pipeline's VAE by the original code's names, as files of it have them."""
    held = vae_state(pipe.vae).items()
    return {f"{prefix}{name.removeprefix('first_stage_model.')}": each.contiguous() for name, each in held}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model, the same with another VAE in it, and that VAE in every form that people have."""
    folder = tmp_path_factory.mktemp("models")
    pipe, other = pipeline("sd1"), pipeline("sd1", seed=5)
    pipe.save_pretrained(folder / "plain")
    vaes = folder / "vae"
    other.vae.save_pretrained(vaes / "Folder VAE")
    save_file(original(other), vaes / "file.vae.safetensors")
    save_file(original(other, "first_stage_model."), vaes / "cut.safetensors")
    save_file({n: t.contiguous() for n, t in other.vae.state_dict().items()}, vaes / "new.safetensors")
    pipe.vae = other.vae
    pipe.save_pretrained(folder / "whole")

    other.vae.register_to_config(scaling_factor=0.13025)
    other.vae.save_pretrained(vaes / "fit-for-xl")
    wide = type(other.vae)(
        block_out_channels=(32, 64),
        latent_channels=16,
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
    )
    wide.save_pretrained(vaes / "wide")
    torch.save({"state_dict": original(other)}, vaes / "old.vae.pt")
    save_file({"lora_unet_x.lora_down.weight": torch.ones(2, 2)}, vaes / "lora.safetensors")
    return folder


def test_a_row_decodes_and_encodes_as_if_the_model_had_it(models: Path) -> None:
    library = ModelLibrary(models, embedded=models / "none")
    model, whole = library.load("plain"), library.load("whole")
    assert isinstance(model, UNetFamily) and isinstance(whole, UNetFamily)
    own, small = model.decode(LATENTS), model.bytes
    for name in ("folder-vae", "file.vae", "cut", "New"):
        seen = model.through(name)
        assert seen is model.through(name)
        assert torch.allclose(seen.decode(LATENTS), whole.decode(LATENTS), atol=1e-6), name
        assert torch.allclose(seen.encode(PIXELS), whole.encode(PIXELS), atol=1e-5), name
        assert torch.equal(seen.condition(["a cat"])[0].embeds, model.condition(["a cat"])[0].embeds)
    assert not torch.allclose(own, whole.decode(LATENTS), atol=1e-2)
    assert torch.equal(model.decode(LATENTS), own)
    assert model.bytes > small


@torch.inference_mode()
def test_a_lane_is_shared_with_those_who_see_otherwise(models: Path) -> None:
    model = ModelLibrary(models, embedded=models / "none").load("plain")
    assert isinstance(model, UNetFamily)
    plain, seen = draw(model, job("plain", seed=3), job("seen", seed=3, vae="cut"))
    assert torch.equal(plain.latents, seen.latents)
    (alone,) = draw(model, job("seen", seed=3, vae="cut"))
    picture = seen.model.decode(seen.latents)
    assert plain.model is model and seen.model is model.through("cut")
    assert (picture - alone.model.decode(alone.latents)).abs().max() <= LEVELS
    assert (picture - model.decode(plain.latents)).abs().max() > 5 * LEVELS
    assert ", Model: tiny, VAE: cut, " in str(infotext(job(vae="cut"), 7))


async def test_the_file_tells_the_hash_of_what_decoded_it(models: Path) -> None:
    library = ModelLibrary(models, embedded=models / "none")
    async with LocalEngine(library) as engine:
        done = [await last(engine, job(name, vae=name, model="plain")) for name in ("cut", "folder-vae", "")]
    told = [
        read(Image.open(io.BytesIO(each.pictures[0].png)).info["parameters"])
        for each in done
        if isinstance(each, Done)
    ]
    files = ("cut.safetensors", "Folder VAE/diffusion_pytorch_model.safetensors")
    hashes = [hashlib.sha256((models / "vae" / file).read_bytes()).hexdigest()[:10] for file in files]
    assert [each.pairs.get("VAE hash") for each in told if each] == [*hashes, None]


def test_what_can_not_be_used_says_why(models: Path) -> None:
    library = ModelLibrary(models, embedded=models / "none")
    told = {each.name: each for each in library.addons().vaes}
    assert (told["lora"].fault, told["old.vae"].fault) == ("elsewhere", "pickle")
    assert "python -m engine.models.unpickled" in told["old.vae"].reason
    assert told["fit-for-xl"].family == "sdxl" and told["wide"].widths == (16,)
    model = library.load("plain")
    assert isinstance(model, UNetFamily)
    with pytest.raises(UnknownChoice, match="cut"):
        model.through("cat")
    for name, why in (("fit-for-xl", "made for sdxl"), ("wide", "16"), ("lora", "LoRA")):
        with pytest.raises(BadModel, match=why):
            model.through(name)
