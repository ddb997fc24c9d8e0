"""LoRA for each row: the same as folding it into the weights, and nothing at all for the rows without."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers.utils import convert_state_dict_to_diffusers
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.api.errors import BadModel, UnknownChoice
from engine.models.files.addons import AddonFolder
from engine.models.library import ModelLibrary
from engine.models.lora import Loras, layer_names
from engine.models.lora.alphas import ADAPTER, told_alphas
from engine.models.ports import Adapters, Conditioning
from engine.models.unet import UNetFamily
from tests.checkpoints import pipeline
from tests.loras import ALPHA, Form, lora_file, wanted

RANK = 4
NOISE = torch.randn(4, 4, 8, 8, generator=torch.Generator().manual_seed(0))
TIMES = torch.tensor([900, 700, 400, 50])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A models folder with two families and their LoRAs."""
    path = tmp_path_factory.mktemp("models")
    for family in ("sd1", "sdxl"):
        pipe = pipeline(family)
        pipe.save_pretrained(path / family)
        for seed, name in enumerate(("ink", "glow")):
            lora_file(path / "loras" / f"{family} {name}.safetensors", pipe, "kohya", seed)
        forms: tuple[Form, ...] = ("kohya", "original", "peft", "diffusers")
        for form in forms:
            lora_file(path / "loras" / f"{family}-{form}.safetensors", pipe, form)
    return path


@pytest.fixture(scope="module")
def shelf(folder: Path) -> ModelLibrary:
    return ModelLibrary(folder, embedded=folder / "none")


def model_of(shelf: ModelLibrary, name: str) -> UNetFamily:
    model = shelf.load(name)
    assert isinstance(model, UNetFamily)
    return model


def folded(pipe: Any, loras: list[tuple[int, float]], scale: float) -> Any:
    """The pipeline with LoRAs (by the seed of their file) added to its weights."""
    changed = copy.copy(pipe)
    for part in ("unet", "text_encoder", "text_encoder_2"):
        if getattr(pipe, part, None) is not None:
            setattr(changed, part, copy.deepcopy(getattr(pipe, part)))
    for seed, weight in loras:
        generator = torch.Generator().manual_seed(seed)
        for part in ("unet", "text_encoder", "text_encoder_2"):
            module = getattr(changed, part, None)
            for name, layer in module.named_modules() if module is not None else ():
                if wanted(name, layer):
                    shape = layer.weight.shape
                    down = torch.randn(RANK, *shape[1:], generator=generator) * 0.1
                    up = torch.randn(shape[0], RANK, *[1] * (len(shape) - 2), generator=generator) * 0.3
                    product = (up.flatten(1) @ down.flatten(1)).view(shape)
                    layer.weight.data += weight * scale * product
    return changed


def rows(model: UNetFamily, sets: list[Adapters], pick: slice = slice(None)) -> Tensor:
    conditionings = model.condition(["a red circle"] * 4, sets)
    return model.predict(NOISE[pick], TIMES[pick], conditionings[pick], [(16, 16)] * len(NOISE[pick]))


def test_each_row_is_as_folded_into_the_weights(shelf: ModelLibrary) -> None:
    """A different set and weight in each row: equal to that row alone with changed weights."""
    model, pipe = model_of(shelf, "sd1"), pipeline("sd1")
    sets: list[Adapters] = [
        (("sd1-ink", 1.0),),
        (),
        (("sd1 ink", 0.5), ("SD1-Glow", -0.8)),
        (("sd1-glow", 1.5),),
    ]
    seeds: list[list[tuple[int, float]]] = [[(0, 1.0)], [], [(0, 0.5), (1, -0.8)], [(1, 1.5)]]
    together = rows(model, sets)
    for i in range(4):
        changed = folded(pipe, seeds[i], ALPHA / RANK)
        ids = changed.tokenizer("a red circle", padding="max_length", return_tensors="pt").input_ids
        with torch.no_grad():
            text = changed.text_encoder(ids).last_hidden_state
            expected = changed.unet(NOISE[i : i + 1], TIMES[i : i + 1], text).sample
        assert torch.allclose(together[i : i + 1], expected, atol=5e-5), i


def test_rows_without_one_are_exactly_the_base(shelf: ModelLibrary, folder: Path) -> None:
    fresh = model_of(ModelLibrary(folder, embedded=folder / "none"), "sd1")
    base = rows(fresh, [()] * 4)
    model = model_of(shelf, "sd1")
    assert not torch.allclose(rows(model, [(("sd1-ink", 1.0),)] * 4), base, atol=1e-2)
    assert torch.equal(rows(model, [()] * 4), base)
    assert torch.equal(rows(model, [(("sd1-ink", 0.0),)] * 4), base)
    assert torch.equal(rows(model, [(("sd1-ink", 0.7), ("sd1-ink", -0.7))] * 4), base)
    mixed = rows(model, [(("sd1-ink", 1.0),), (), (("sd1-glow", 1.0),), ()])
    assert torch.equal(mixed[[1, 3]], base[[1, 3]])


@pytest.mark.parametrize("family", ["sd1", "sdxl"])
@pytest.mark.parametrize("form", ["original", "peft", "diffusers"])
def test_every_format_says_the_same(shelf: ModelLibrary, family: str, form: str) -> None:
    model = model_of(shelf, family)
    # without an alpha the scale is 1
    weight = 1.0 if form == "original" else ALPHA / RANK
    kohya = rows(model, [((f"{family}-kohya", 1.0),)] * 4)
    assert torch.allclose(rows(model, [((f"{family}-{form}", weight),)] * 4), kohya, atol=2e-5)
    assert not torch.allclose(rows(model, [()] * 4), kohya, atol=1e-2)


def test_diffusers_agrees(shelf: ModelLibrary, folder: Path) -> None:
    """Through diffusers' own loader for kohya files, an independent reading of the format."""
    pipe = pipeline("sd1")
    pipe.load_lora_weights(folder / "loras", weight_name="sd1-kohya.safetensors", adapter_name="x")
    pipe.set_adapters(["x"], [0.6])
    model = model_of(shelf, "sd1")
    (text,) = model.condition(["a red circle"])
    ours = model.predict(NOISE[:1], TIMES[:1], [replace(text, adapters=(("sd1-kohya", 0.6),))], [(16, 16)])
    with torch.no_grad():
        theirs = pipe.unet(NOISE[:1], TIMES[:1], text.embeds[None]).sample
    assert torch.allclose(ours, theirs, atol=2e-5)


@pytest.mark.parametrize("stable", [False, True])
def test_the_alpha_in_a_files_metadata_counts(tmp_path: Path, stable: bool) -> None:
    """As peft folds them, with a rank and an alpha of their own for some layers."""
    pipe = pipeline("sd1")
    config = LoraConfig(
        r=4,
        lora_alpha=1,
        target_modules=["to_q", "to_v", "conv1"],
        rank_pattern={} if stable else {"mid_block.attentions.0.transformer_blocks.0.attn1.to_q": 8},
        alpha_pattern={}
        if stable
        else {"^mid_block.attentions.0.transformer_blocks.0.attn1.to_q": 3, "attn2.to_v": 2},
        use_rslora=stable,
        init_lora_weights=False,
    )
    pipe.save_pretrained(tmp_path / "sd1")
    pipe.unet.add_adapter(config)
    layers = get_peft_model_state_dict(pipe.unet)
    pipe.save_lora_weights(
        tmp_path / "loras",
        convert_state_dict_to_diffusers(layers),
        weight_name="peft.safetensors",
        unet_lora_adapter_metadata=pipe.unet.peft_config["default"].to_dict(),
    )
    model = model_of(ModelLibrary(tmp_path, embedded=tmp_path / "none"), "sd1")
    ours = rows(model, [(("peft", 1.0),)] * 4)
    words = torch.stack([c.embeds for c in model.condition(["a red circle"] * 4)])
    with torch.no_grad():
        theirs = pipe.unet(NOISE, TIMES, words).sample
    assert torch.allclose(ours, theirs, atol=1e-4)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "null",
        '{"unet.lora_alpha": "8"}',
        '{"unet.alpha_pattern": [1]}',
        '{"unet.lora_alpha": 1' + "0" * 999 + "}",
        '{"unet.lora_alpha": NaN}',
        "[" * 9999,
    ],
)
def test_an_odd_table_in_the_metadata_tells_nothing(text: str) -> None:
    assert told_alphas({ADAPTER: text}).scale("unet.conv_in", 4) == 1


def test_a_weight_on_texts_and_one_on_the_picture_are_each_their_own(shelf: ModelLibrary) -> None:
    model = model_of(shelf, "sd1")
    plain, both, texts, picture = model.condition(
        [
            f"a red circle{tag}"
            for tag in ("", " <lora:sd1-ink:1>", " <lora:sd1-ink:1:0>", " <lora:sd1-ink:0:1>")
        ]
    )
    assert torch.equal(texts.embeds, both.embeds)
    assert torch.equal(picture.embeds, plain.embeds)
    assert not torch.allclose(both.embeds, plain.embeds, atol=1e-3)

    def drawn(*told: Conditioning) -> Tensor:
        return model.predict(NOISE[: len(told)], TIMES[: len(told)], told, [(16, 16)] * len(told))

    mixed = drawn(texts, replace(both, adapters=picture.adapters))
    assert torch.allclose(mixed[:1], drawn(replace(texts, adapters=())), atol=1e-6)
    assert torch.allclose(mixed[1:], drawn(plain, both)[1:], atol=1e-6)


def test_the_tag_in_a_prompt_is_enough(shelf: ModelLibrary) -> None:
    model = model_of(shelf, "sd1")
    (tagged,) = model.condition(["a red circle <lora:sd1-ink:0.5>"])
    (named,) = model.condition(["a red circle"], [(("sd1-ink", 0.5),)])
    assert torch.equal(tagged.embeds, named.embeds)
    (plain,) = model.condition(["a red circle"])
    assert not torch.allclose(tagged.embeds, plain.embeds, atol=1e-3)
    by_tag = model.predict(NOISE[:1], TIMES[:1], [tagged], [(16, 16)])
    by_name = model.predict(NOISE[:1], TIMES[:1], [replace(tagged, adapters=(("sd1-ink", 0.5),))], [(16, 16)])
    assert torch.equal(by_tag, by_name)
    without = model.predict(NOISE[:1], TIMES[:1], [replace(tagged, adapters=())], [(16, 16)])
    assert not torch.allclose(by_tag, without, atol=1e-3)


def test_unknown_foreign_and_odd_files_say_so(shelf: ModelLibrary, folder: Path) -> None:
    model = model_of(shelf, "sd1")
    with pytest.raises(UnknownChoice) as unknown:
        model.condition(["a cat <lora:../../etc/passwd:1>"])
    assert "sd1-ink" in unknown.value.facts["choices"]
    with pytest.raises(BadModel, match="another kind") as refusal:
        model.condition(["a cat <lora:sdxl-kohya:1>"])
    assert refusal.value.facts["fault"] == "unlike"
    tensors = load_file(folder / "loras" / "sd1-kohya.safetensors")
    save_file(
        {k.replace("lora_down", "hada_w1_a"): v for k, v in tensors.items()},
        folder / "loras" / "lyco.safetensors",
    )
    with pytest.raises(BadModel, match="no plain LoRA") as refusal:
        model.condition(["a cat <lora:lyco:1>"])
    assert refusal.value.facts["fault"] == "strange"
    (folder / "loras" / "cut.safetensors").write_bytes(
        (folder / "loras" / "sd1-kohya.safetensors").read_bytes()[:-9]
    )
    with pytest.raises(BadModel, match="truncated") as refusal:
        model.condition(["a cat <lora:cut:1>"])
    assert refusal.value.facts["fault"] == "damaged"
    assert model.condition(["a cat <lora:sd1-ink:1>"])


def test_the_least_recently_used_go_when_memory_is_short(folder: Path) -> None:
    files = AddonFolder(folder / "loras")
    loras = Loras(files, {"unet": pipeline("sd1").unet}, torch.device("cpu"), most_bytes=1)
    held = []
    for name in ("sd1-ink", "sd1-glow", "sd1-ink", "sd1-peft"):
        with loras.under([((name, 1.0),)]):
            pass
        held.append(loras.bytes)
    assert held == [held[0]] * 4
    with loras.under([(("sd1-ink", 1.0), ("sd1-glow", 1.0), ("sd1-peft", 1.0))]):
        assert loras.bytes == 3 * held[0] > 0


def test_layers_have_their_original_names_too() -> None:
    names = layer_names({"unet": pipeline("sdxl").unet})
    assert "unet_input_blocks_4_1_transformer_blocks_0_attn1_to_q" in names
    assert "unet_middle_block_0_in_layers_2" in names
    assert "unet_output_blocks_2_1_transformer_blocks_1_attn2_to_out_0" in names


def test_loras_count_as_their_models_memory_and_models_that_nobody_draws_with_make_room(folder: Path) -> None:
    def library(budget: int = 0) -> ModelLibrary:
        return ModelLibrary(folder, embedded=folder / "none", budget=budget)

    both = sum(library().load(name).bytes for name in ("sd1", "sdxl"))
    shelf = library(both + 1000)
    idle, drawing = shelf.load("sdxl").bytes, model_of(shelf, "sd1")
    assert shelf.bytes == both
    drawing.condition(["a cat"])
    assert "sdxl" in shelf.loaded
    drawing.condition(["a cat <lora:sd1-kohya:1>"])
    assert "sdxl" not in shelf.loaded
    assert "sd1" in shelf.loaded
    assert both - idle < shelf.bytes == drawing.bytes <= both
