"""Every family, as a folder and as a single file, loads offline and draws what diffusers draws."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import DDIMScheduler, UNet2DConditionModel
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.api.cards import Defaults
from engine.api.samplers import SAMPLER_CHOICES
from engine.models.files.families import FEW_STEPS, Kind, NotACheckpoint, detect, few_steps
from engine.models.files.header import Tensors
from engine.models.library import ModelLibrary
from engine.models.loading import load_checkpoint
from engine.models.tokens import CONFIGS, clip_tokenizer
from engine.models.unet import UNetFamily
from tests.checkpoints import FAMILIES, SINGLE_FILES, pipeline

LANES = [family for family in FAMILIES if family not in ("sd3", "flux")]
STEPS, SIDE = 3, 16


def model_of(shelf: ModelLibrary, name: str) -> UNetFamily:
    model = shelf.load(name)
    assert isinstance(model, UNetFamily)
    return model


def draw(model: UNetFamily, prompt: str, noise: Tensor, cfg: float) -> Tensor:
    """A plain DDIM loop over the model's own forward."""
    scheduler = DDIMScheduler.from_config(dict(model.scheduler_config))
    scheduler.set_timesteps(STEPS)
    pair = [*model.condition([prompt]), *model.condition([""])]
    side = SIDE * model.latent_factor
    latents = noise
    for t in scheduler.timesteps:
        both = model.predict(torch.cat([latents] * 2), torch.stack([t, t]), pair, [(side, side)] * 2)
        with_words, without = both.chunk(2)
        guided = without + cfg * (with_words - without)
        latents = scheduler.step(guided, t, latents).prev_sample
    return latents


@pytest.mark.parametrize("family", ["sd1", "sd1-pooled", "sd2-base", "sd2-v", "sdxl"])
def test_the_forward_is_that_of_diffusers(shelf: ModelLibrary, family: str) -> None:
    model = model_of(shelf, family)
    noise = torch.randn(1, 4, SIDE, SIDE, generator=torch.Generator().manual_seed(1))
    pipe: Any = pipeline(family)
    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = DDIMScheduler.from_config(dict(model.scheduler_config))
    side = SIDE * model.latent_factor
    theirs = pipe(
        "a red circle",
        height=side,
        width=side,
        num_inference_steps=STEPS,
        guidance_scale=5.0,
        latents=noise.clone(),
        output_type="latent",
    ).images
    assert torch.allclose(draw(model, "a red circle", noise, 5.0), theirs, atol=2e-4)


@pytest.mark.parametrize("family", SINGLE_FILES)
def test_a_file_is_the_folder_bit_for_bit(shelf: ModelLibrary, family: str) -> None:
    found = shelf._catalogue.scan()
    one, other = (
        load_checkpoint(found[name], torch.float32, torch.float32) for name in (family, f"{family}-file")
    )
    for a, b in zip(one.modules(), other.modules(), strict=True):
        ours, theirs = a.state_dict(), b.state_dict()
        assert ours.keys() == theirs.keys()
        assert all(torch.equal(ours[name], theirs[name]) for name in ours)
    assert one.scheduler_config == other.scheduler_config
    assert one.zeros_when_empty == other.zeros_when_empty


@pytest.mark.parametrize("family", ["sd1", "sdxl"])
def test_old_names_of_clip_and_a_suffix_in_capitals_draw_the_same(
    models: Path, tmp_path: Path, family: str
) -> None:
    state = load_file(models / f"{family}-file.safetensors")
    old = {name.replace(".transformer.text_model.", ".transformer."): t for name, t in state.items()}
    assert old.keys() != state.keys()
    save_file(old, tmp_path / "OLD.SAFETENSORS")
    (tmp_path / "OLD.config").symlink_to(models / f"{family}-file.config")
    shelf = ModelLibrary(tmp_path, embedded=models / f"{family}-file.none")
    assert [card.name for card in shelf.cards()] == ["old"]
    noise = torch.randn(1, 4, SIDE, SIDE, generator=torch.Generator().manual_seed(1))
    today = model_of(ModelLibrary(models, embedded=models / "none"), f"{family}-file")
    drawn = [draw(model, "a red circle", noise, 4.0) for model in (model_of(shelf, "old"), today)]
    assert torch.equal(*drawn)


@pytest.mark.parametrize("name", [*LANES, *(f"{family}-file" for family in SINGLE_FILES)])
def test_it_draws(shelf: ModelLibrary, name: str) -> None:
    model = model_of(shelf, name)
    noise = torch.randn(1, 4, SIDE, SIDE, generator=torch.Generator().manual_seed(1))
    latents = draw(model, "a red circle", noise, 4.0)
    assert latents.isfinite().all()
    assert (latents - draw(model, "a blue square", noise, 4.0)).abs().max() > 1e-4
    pixels = model.decode(latents)
    assert pixels.shape == (1, 3, SIDE * 2, SIDE * 2)
    assert model.preview_matrix.shape == (5, 3)


@pytest.mark.parametrize("name", LANES)
def test_prompts_of_different_lengths_share_a_batch(shelf: ModelLibrary, name: str) -> None:
    """A row's prediction is the same to float error beside a row of four times the tokens as alone."""
    model = model_of(shelf, name)
    prompts = ["a red circle", "a red cat on snow " * 20, "", "the blue square " * 100]
    conditionings = model.condition(prompts)
    assert [len(c.embeds) // 77 for c in conditionings] == [1, 2, 1, 4]
    noise = torch.randn(4, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    times = torch.tensor([999, 600, 300, 1])
    together = model.predict(noise, times, conditionings, [(16, 16)] * 4)
    for i in range(4):
        alone = model.predict(noise[i : i + 1], times[i : i + 1], conditionings[i : i + 1], [(16, 16)])
        assert torch.allclose(together[i], alone[0], atol=2e-5)


def test_an_inpainting_unet_paints_everywhere_as_diffusers_lets_it(shelf: ModelLibrary) -> None:
    from diffusers import StableDiffusionInpaintPipeline

    model = model_of(shelf, "sd1-inpainting")
    made = pipeline("sd1-inpainting")
    pipe = StableDiffusionInpaintPipeline(**made.components, requires_safety_checker=False)
    pipe.set_progress_bar_config(disable=True)
    side = SIDE * model.latent_factor
    everywhere = torch.ones(1, 1, side, side)
    place = (1, side, side, torch.float32, torch.device("cpu"), None, False)
    mask, _ = pipe.prepare_mask_latents(everywhere, torch.zeros(1, 3, side, side), *place)
    with torch.no_grad():  # diffusers samples the masked picture's latents, we take their mean
        grey = pipe.vae.encode(torch.zeros(1, 3, side, side)).latent_dist.mode()
    extra = torch.cat([mask, grey * pipe.vae.config.scaling_factor], dim=1)
    noise = torch.randn(1, 4, SIDE, SIDE)
    (words,) = model.condition(["a cat"])
    ours = model.predict(noise, torch.tensor([500]), [words], [(side, side)])
    with torch.no_grad():
        theirs = pipe.unet(torch.cat([noise, extra], 1), 500, words.embeds[None]).sample
    assert torch.allclose(ours, theirs, atol=1e-5)


PUBLISHED = {"sd1": 859_520_964, "sd2": 865_910_724, "sdxl": 2_567_463_684}


@pytest.mark.parametrize("family", PUBLISHED)
def test_the_configs_that_ship_make_unets_of_the_published_size(family: str) -> None:
    with torch.device("meta"):
        unet = UNet2DConditionModel.from_config(UNet2DConditionModel.load_config(CONFIGS / family / "unet"))
    assert sum(p.numel() for p in unet.parameters()) == PUBLISHED[family]


def test_clip_tokens_are_the_published_ones() -> None:
    tokenizer = clip_tokenizer()
    assert len(tokenizer) == 49408
    assert tokenizer("a photo of a cat").input_ids == [49406, 320, 1125, 539, 320, 2368, 49407]
    assert clip_tokenizer("!")("cat", padding="max_length").input_ids[3:] == [0] * 74


@pytest.mark.parametrize(
    ("words", "method", "steps"),
    [
        ("sd_xl_turbo_1.0_fp16", "turbo", None),
        ("DreamShaperXL_Lightning-4step", "lightning", 4),
        ("Hyper-SDXL-8steps", "hyper", 8),
        ("LCM_Dreamshaper_v7", "lcm", None),
        ("hyperrealism_v3", "", None),
        ("HyperRealistic XL", "", None),
        ("hyper-detailed-anime", "", None),
        ("juggernautXL_v40HyperBakedvae", "hyper", None),
        ("sdxl_dmd2_4step_unet_fp16", "dmd", 4),
        ("ponyDMD2v1", "dmd", None),
        ("illustrious-DMD2-LCM-8steps", "dmd", 8),
        ("pcm_sdxl_smallcfg_4step_converted", "pcm", 4),
        ("PhasedConsistencyModel", "pcm", None),
        ("realvisLCMv2", "lcm", None),
        ("latent-consistency-xl", "lcm", None),
        ("TCD-SDXL-8-steps", "tcd", 8),
        ("sdxl_TDD_v1", "tdd", None),
        ("SDXL-Flash", "sdxl-flash", None),
        ("flash-sdxl", "flash", None),
        ("sd15 flash", "flash", None),
        ("FlashDiffusion", "flash", None),
        ("flash photography v2", "", None),
        ("nitrosd-realism_comfyui", "nitro", None),
        ("yoso_sd1.5_lora_merged", "yoso", None),
        ("add-detail-xl", "", None),
        ("my model 20 steps", "", None),
        ("v1-5-pruned-emaonly", "", None),
    ],
)
def test_few_step_models_are_told_by_name(words: str, method: str, steps: int | None) -> None:
    assert few_steps(words) == (method, steps)


UNET, VAE = "model.diffusion_model.", "first_stage_model."


def header(*names: str, takes: int = 4) -> Tensors:
    shapes = dict.fromkeys(names, (1,))
    return Tensors(shapes | {f"{UNET}input_blocks.0.0.weight": (320, takes, 3, 3)}, {}, 0)


SD1 = ("cond_stage_model.transformer.x", f"{VAE}x")
SD2 = ("cond_stage_model.model.x", f"{VAE}x")
XL = ("conditioner.embedders.0.transformer.x", "conditioner.embedders.1.model.x", f"{VAE}x")


@pytest.mark.parametrize(
    ("tensors", "words", "kind"),
    [
        (header(*SD1), "v1-5-pruned", Kind("sd1")),
        (header(*SD1, takes=9), "sd-v1-5-inpainting", Kind("sd1", extra="inpainting")),
        (header(*SD1, takes=8), "instruct-pix2pix-00-22000", Kind("sd1", extra="editing")),
        (header(*SD2), "v2-1_768-ema-pruned", Kind("sd2", prediction="v_prediction")),
        (header(*SD2), "v2-1_512-ema-pruned", Kind("sd2", prediction="epsilon")),
        (header(*SD2), "512-base-ema", Kind("sd2", prediction="epsilon")),
        (header(*SD2), "my finetune", Kind("sd2", prediction="v_prediction")),
        (header(*SD2), "sd_turbo", Kind("sd2", few="turbo", prediction="epsilon")),
        (header(*SD2, takes=9), "512-inpainting", Kind("sd2", extra="inpainting", prediction="epsilon")),
        (header(*XL), "sd_xl_base_1.0", Kind("sdxl")),
        (header(*XL, "v_pred", "ztsnr"), "noob", Kind("sdxl", prediction="v_prediction", zero_snr=True)),
        (header(*XL), "noobaiXL_vPred10", Kind("sdxl", prediction="v_prediction")),
        (header(*XL), "sdxl_lightning_4step", Kind("sdxl", few="lightning")),
        (header("conditioner.embedders.0.model.x", f"{VAE}x"), "refiner", Kind("sdxl-refiner")),
    ],
)
def test_the_family_is_told_by_content(tensors: Tensors, words: str, kind: Kind) -> None:
    assert detect(tensors, words) == kind


@pytest.mark.parametrize(
    ("tensors", "reason"),
    [
        (Tensors({"lora_unet_down.lora_down.weight": (1,)}, {}, 0), "LoRA"),
        (Tensors({"emb_params": (1, 768)}, {}, 0), "embedding"),
        (Tensors({"double_blocks.0.x": (1,)}, {}, 0), "diffusers folders"),
        (Tensors({f"{UNET}joint_blocks.0.x": (1,)}, {}, 0), "diffusers folders"),
        (Tensors({"control_model.x": (1,)}, {}, 0), "ControlNet"),
        (Tensors({"decoder.x": (1,)}, {}, 0), "VAE"),
        (Tensors({"x": (1,)}, {}, 0), "no Stable Diffusion"),
        (Tensors({}, {}, 0), "no Stable Diffusion"),
        (header(f"{VAE}x"), "no text encoder"),
        (header("cond_stage_model.transformer.x"), "no VAE"),
        (header(*SD1, takes=7), "7 channels, as upscaling models do"),
        (header(*SD2, takes=5), "depth model in one file"),
    ],
)
def test_what_is_no_checkpoint_says_why(tensors: Tensors, reason: str) -> None:
    with pytest.raises(NotACheckpoint, match=reason):
        detect(tensors, "x")


def test_fewer_and_trailing_steps_for_distilled_models(models: Path, tmp_path: Path) -> None:
    (tmp_path / "XL Turbo.safetensors").symlink_to(models / "sdxl-file.safetensors")
    (tmp_path / "XL Turbo.config").symlink_to(models / "sdxl-file.config")
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    (card,) = shelf.cards()
    assert (card.name, card.variant) == ("xl-turbo", "turbo")
    assert (card.defaults.steps, card.defaults.cfg, card.defaults.sampler) == (4, 1.0, "euler_a")
    assert model_of(shelf, "xl-turbo").scheduler_config["timestep_spacing"] == "trailing"


@pytest.mark.parametrize(("name", "steps"), [("refiner", 28), ("refiner turbo", 4)])
def test_a_distilled_model_keeps_what_its_family_says_besides(
    models: Path, tmp_path: Path, name: str, steps: int
) -> None:
    for kind in ("safetensors", "config"):
        (tmp_path / f"{name}.{kind}").symlink_to(models / f"sdxl-refiner-file.{kind}")
    (card,) = ModelLibrary(tmp_path, embedded=tmp_path / "none").cards()
    assert (card.defaults.steps, card.defaults.strength, card.defaults.change) == (steps, 0.3, 0.3)


def test_a_compiled_unet_sees_few_batch_sizes_and_answers_the_same(shelf: ModelLibrary) -> None:
    model = model_of(shelf, "sdxl")
    seen = []
    hook = model._unet.register_forward_pre_hook(lambda _, inputs: seen.append(len(inputs[0])))
    noise = torch.randn(5, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    words = model.condition(["a red circle", "a cat", "", "a blue square", "on snow"])
    times, sizes = torch.tensor([900, 700, 500, 300, 100]), [(16, 16)] * 5
    parts = model._parts
    answers = []
    try:
        for compiled in (False, True):
            model._parts = replace(parts, compiled=compiled)
            answers.append(model.predict(noise, times, words, sizes))
    finally:
        hook.remove()
        model._parts = parts
    assert seen == [5, 6]
    plain, compiled_too = answers
    assert torch.allclose(plain, compiled_too, atol=2e-5)


def test_few_step_defaults_name_samplers_that_exist() -> None:
    for name, words in FEW_STEPS.items():
        assert words["sampler"] in SAMPLER_CHOICES, name
        Defaults.model_validate(words)
