"""IP-Adapters in a lane: each row as diffusers' pipelines draw it, and those without one as if there were none."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import torch
from diffusers import StableDiffusionPipeline, StableDiffusionXLPipeline
from PIL import Image
from torch import Tensor

from engine.api.errors import BadModel, NoAdapter, UnknownChoice
from engine.models.estimators import Estimators
from engine.models.files.adapters import AdapterFolder
from engine.models.hints import Hints, Like
from engine.models.library import ModelLibrary
from engine.models.ports import Conditioning, UNetModel
from engine.models.sight import Encoders
from tests import adapters
from tests.checkpoints import pipeline

SIZE = (32, 32)
FAMILIES = ("sd1", "sdxl")
KINDS: tuple[adapters.Kind, ...] = ("plain", "plus", "full")


class Set(NamedTuple):
    """A model of the engine's, what it was made of, and the image encoders."""

    model: UNetModel
    made: Any
    encoders: Estimators


class Home(NamedTuple):
    """A models folder with the image encoder in it."""

    path: Path
    sees: Any
    sets: dict[str, Set]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    path = tmp_path_factory.mktemp("models")
    below = path / "ipadapters"
    sees = adapters.encoder(below / "models" / "image_encoder")
    adapters.encoder(
        below / "sdxl_models" / "image_encoder", 40, 48
    )  # of another width, which none here reads
    made = {family: pipeline(family) for family in FAMILIES}
    for family, each in made.items():
        each.save_pretrained(path / family)
        for seed, kind in enumerate(KINDS):
            state = adapters.adapter(each, kind, seed)
            adapters.save(
                state, below / f"{family}_models".replace("sd1_", "") / f"{family}-{kind}.safetensors"
            )
    library, encoders = (
        ModelLibrary(path, embedded=path / "none"),
        Estimators(encoders=Encoders(AdapterFolder(below))),
    )
    sets = {f: Set(library.load(f), made[f], encoders) for f in FAMILIES}  # type: ignore[arg-type]
    return Home(path, sees, sets)


def photo(seed: int, size: tuple[int, int] = (40, 56)) -> Image.Image:
    """Blobs of colour, wider than what an encoder looks at."""
    pixels = torch.randint(
        0, 256, (5, 7, 3), generator=torch.Generator().manual_seed(seed), dtype=torch.uint8
    )
    return Image.fromarray(pixels.numpy()).resize(size, Image.Resampling.BICUBIC)


def likes(given: Set, name: str, seed: int, scale: float) -> tuple[Like, Like]:
    """For a prompt's row, and for the other one."""
    seen = given.encoders.shown(photo(seed), name)
    return given.model.like(name, seen.picture, scale), given.model.like(name, seen.nothing, scale)


def predicted(model: UNetModel, texts: list[Conditioning], *hints: Hints) -> Tensor:
    noise = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(5))
    steps = torch.tensor([700.0 - 100 * i for i in range(len(texts))])
    return model.predict(noise.repeat(len(texts), 1, 1, 1), steps, texts, [SIZE] * len(texts), hints=hints)


@pytest.mark.parametrize("family", FAMILIES)
@torch.inference_mode()
def test_rows_with_and_without_share_a_forward_and_get_what_they_get_alone(home: Home, family: str) -> None:
    given = home.sets[family]
    plain, plus, full = (likes(given, f"{family}-{kind}", i, 0.5 + i / 4)[0] for i, kind in enumerate(KINDS))
    long = "a red circle on a blue background, " * 12
    texts = given.model.condition(["a cat", "a red circle", long, "a square", "snow", "the cat"])
    hints = [*(Hints(likes=each) for each in ((), (plain,), (plus, plain), (), (full,), (plain,)))]
    together = predicted(given.model, texts, *hints)
    noise = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(5))
    for i, (text, hint) in enumerate(zip(texts, hints, strict=True)):
        alone = given.model.predict(noise, torch.tensor([700.0 - 100 * i]), [text], [SIZE], hints=[hint])
        assert (together[i] - alone[0]).abs().max() < 1e-4, i
    without = predicted(given.model, texts)
    assert torch.equal(together[0], without[0]) and torch.equal(together[3], without[3])  # not a bit of it
    assert ((together - without).abs().amax((1, 2, 3))[[1, 2, 4, 5]] > 0.01).all()


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("kind", KINDS)
@torch.inference_mode()
def test_it_draws_what_the_pipelines_of_diffusers_draw(home: Home, family: str, kind: adapters.Kind) -> None:
    given, name = home.sets[family], f"{family}-{kind}"
    made = pipeline(family)  # an adapter of diffusers' stays in a UNet
    pipe = (StableDiffusionXLPipeline if family == "sdxl" else StableDiffusionPipeline)(
        **(made.components | {"image_encoder": home.sees})
    )
    pipe.set_progress_bar_config(disable=True)
    state = adapters.adapter(made, kind, KINDS.index(kind))
    split = {
        part: {n.removeprefix(f"{part}."): t for n, t in state.items() if n.startswith(part)}
        for part in ("image_proj", "ip_adapter")
    }
    pipe.load_ip_adapter(split, subfolder="", weight_name="")
    pipe.set_ip_adapter_scale(0.7)
    noise = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(3))
    wanted = pipe(
        "a red circle",
        ip_adapter_image=photo(9),
        height=32,
        width=32,
        num_inference_steps=4,
        guidance_scale=3.0,
        latents=noise.clone(),
        output_type="latent",
    ).images
    scheduler = pipe.scheduler
    scheduler.set_timesteps(4)
    latents = noise * scheduler.init_noise_sigma
    texts = given.model.condition(["", "a red circle"])
    like, blank = likes(given, name, 9, 0.7)
    for t in scheduler.timesteps:
        x = torch.cat([scheduler.scale_model_input(latents, t)] * 2)
        hints = [Hints(likes=(blank,)), Hints(likes=(like,))]
        without, told = given.model.predict(x, t.expand(2), texts, [SIZE] * 2, hints=hints).chunk(2)
        latents = scheduler.step(without + 3.0 * (told - without), t, latents).prev_sample
    assert (given.model.decode(latents) - given.model.decode(wanted)).abs().max() <= 2 / 255


def test_what_is_not_there_or_for_another_model_is_refused(home: Home) -> None:
    model = home.sets["sd1"].model
    seen = torch.zeros(1, adapters.WHOLE)
    with pytest.raises(BadModel) as unlike:
        model.like("sdxl-plain", seen, 1.0)
    assert unlike.value.facts["fault"] == "unlike" and unlike.value.facts["model"] == "sdxl-plain"
    with pytest.raises(UnknownChoice) as unknown:
        model.like("faces", seen, 1.0)
    assert unknown.value.facts["choices"] == "sd1-full, sd1-plain, sd1-plus"
    nobody = pipeline("sd2-base")
    nobody.save_pretrained(home.path / "second")
    other = ModelLibrary(home.path, embedded=home.path / "none").load("second")
    with pytest.raises(NoAdapter) as none:
        other.like("", seen, 1.0)  # type: ignore[union-attr]
    assert none.value.facts == {"model": "second", "lacks": "adapter"}


def test_what_they_weigh_counts_and_an_encoder_looks_once_at_a_picture(home: Home) -> None:
    model, made, encoders = home.sets["sdxl"]
    before = model.bytes
    seen = encoders.shown(photo(4), "sdxl-plain")
    model.like("sdxl-plain", seen.picture, 1.0)
    weights = sum(t.nbytes for t in adapters.adapter(made).values())
    assert model.bytes - before in (0, weights) and model.bytes >= weights
    assert encoders.bytes == sum(p.numel() * 4 for p in home.sees.parameters())
    assert encoders.shown(photo(4), "sdxl-plain").picture is seen.picture
    assert encoders.shown(photo(4), "sd1-plain").picture is seen.picture  # one encoder serves both
