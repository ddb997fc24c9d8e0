"""Prompts to embeddings, with a real (tiny) text encoder: plain equals diffusers, the rest follows from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.api.errors import BadModel, OutOfRange, PromptTooLong, UnknownChoice
from engine.models.conditioning import CACHED, Conditioner
from engine.models.files.addons import AddonFolder, Embeddings
from engine.models.text import TextEncoder
from tests.checkpoints import pipeline


@pytest.fixture(scope="module")
def pipe() -> Any:
    return pipeline("sd1")


@pytest.fixture(scope="module")
def xl() -> Any:
    return pipeline("sdxl")


@pytest.fixture
def conditioner(pipe: Any) -> Conditioner:
    return Conditioner([TextEncoder(pipe.text_encoder, pipe.tokenizer)])


def embed(conditioner: Conditioner, prompt: str) -> Tensor:
    return conditioner.condition([prompt])[0].embeds


def theirs(pipe: Any, prompt: str, **options: Any) -> Tensor:
    """What diffusers encodes."""
    found: Tensor = pipe.encode_prompt(prompt, torch.device("cpu"), 1, False, **options)[0][0]
    return found


@pytest.mark.parametrize(
    "prompt", ["a red circle on snow", "", "(a red circle:1.0)", "[(a red circle)]", r"\(a\)"]
)
def test_weight_1_is_plain(pipe: Any, conditioner: Conditioner, prompt: str) -> None:
    plain = {"(a red circle:1.0)": "a red circle", "[(a red circle)]": "a red circle", r"\(a\)": "(a)"}
    assert torch.allclose(embed(conditioner, prompt), theirs(pipe, plain.get(prompt, prompt)), atol=1e-6)


@pytest.mark.parametrize("skip", [1, 2, 3])
def test_clip_skip_counts_as_people_do(pipe: Any, skip: int) -> None:
    ours = Conditioner([TextEncoder(pipe.text_encoder, pipe.tokenizer, skip=skip)])
    ids = pipe.tokenizer("a red circle", padding="max_length", return_tensors="pt").input_ids
    with torch.no_grad():
        hidden = pipe.text_encoder(ids, output_hidden_states=True).hidden_states[-skip]
        expected = pipe.text_encoder.final_layer_norm(hidden)[0]
    assert torch.allclose(embed(ours, "a red circle"), expected, atol=1e-6)


@pytest.mark.parametrize("skip", [1, 2])
def test_clip_skip_is_each_prompts_own_and_kept_apart(pipe: Any, skip: int) -> None:
    ours = Conditioner([TextEncoder(pipe.text_encoder, pipe.tokenizer)])
    alone = Conditioner([TextEncoder(pipe.text_encoder, pipe.tokenizer, skip=skip)])
    prompt = "a (red:1.3) circle"
    ours.condition([prompt])
    asked = ours.condition([prompt], skip=skip)[0].embeds
    assert torch.equal(asked, embed(alone, prompt))
    assert torch.equal(asked, embed(ours, prompt)) == (skip == 1)


def test_a_layer_that_an_encoder_has_not_is_one_clear_error(pipe: Any, conditioner: Conditioner) -> None:
    layers = pipe.text_encoder.config.num_hidden_layers
    with pytest.raises(OutOfRange) as refusal:
        conditioner.condition(["a cat"], skip=layers + 1)
    assert (refusal.value.facts["flag"], refusal.value.facts["most"]) == ("--clip-skip", layers)


def test_sdxl_counts_on_from_the_layer_that_it_takes_itself(xl: Any) -> None:
    encoders = [
        TextEncoder(e, t, normed=False)
        for e, t in ((xl.text_encoder, xl.tokenizer), (xl.text_encoder_2, xl.tokenizer_2))
    ]
    ours = Conditioner(encoders)
    # clip_skip=1 of diffusers is one more than the last but one
    told = {"num_images_per_prompt": 1, "do_classifier_free_guidance": False}
    for skip, theirs_ in ((None, None), (1, None), (2, None), (3, 1)):
        if skip and skip > min(e.config.num_hidden_layers for e in (xl.text_encoder, xl.text_encoder_2)):
            continue
        expected = xl.encode_prompt("a red circle", clip_skip=theirs_, **told)[0][0]
        assert torch.allclose(ours.condition(["a red circle"], skip=skip)[0].embeds, expected, atol=1e-6)


def test_a_weight_moves_its_own_tokens_away_from_the_empty_prompt(conditioner: Conditioner) -> None:
    plain, empty = embed(conditioner, "a red circle"), embed(conditioner, "")
    heavy = embed(conditioner, "a (red:1.5) circle")
    assert torch.allclose(heavy[2], empty[2] + 1.5 * (plain[2] - empty[2]), atol=1e-5)
    others = [i for i in range(77) if i != 2]
    assert torch.equal(heavy[others], plain[others])
    assert torch.allclose(embed(conditioner, "a (red:0) circle")[2], empty[2], atol=1e-6)


def test_long_prompts_fill_chunks_in_powers_of_two(pipe: Any, conditioner: Conditioner) -> None:
    words = ["red", "blue"] * 100
    long = embed(conditioner, " ".join(words))
    assert len(long) == 4 * 77
    for i, chunk in enumerate(torch.split(long, 77)):
        assert torch.allclose(chunk, theirs(pipe, " ".join(words[75 * i : 75 * (i + 1)])), atol=1e-5)
    assert len(embed(conditioner, " ".join(words[:75]))) == 77
    assert len(embed(conditioner, " ".join(words[:76]))) == 2 * 77


def test_break_begins_a_new_chunk(pipe: Any, conditioner: Conditioner) -> None:
    first, second = torch.split(embed(conditioner, "a red circle BREAK on snow"), 77)
    assert torch.allclose(first, theirs(pipe, "a red circle"), atol=1e-5)
    assert torch.allclose(second, theirs(pipe, "on snow"), atol=1e-5)


def test_more_than_the_limit_is_one_clear_error(conditioner: Conditioner) -> None:
    with pytest.raises(PromptTooLong) as refusal:
        conditioner.condition(["red " * 2000])
    assert refusal.value.facts["length"] == 8000
    assert 0 < refusal.value.facts["limit"] < 8000


def test_sdxl_takes_both_encoders_and_the_pooled_text(xl: Any) -> None:
    encoders = [
        TextEncoder(xl.text_encoder, xl.tokenizer, skip=2, normed=False),
        TextEncoder(xl.text_encoder_2, xl.tokenizer_2, skip=2, normed=False),
    ]
    embeds, _, pooled, _ = xl.encode_prompt(
        "a red circle", num_images_per_prompt=1, do_classifier_free_guidance=False
    )
    ours, empty = Conditioner(encoders, zeros_when_empty=True).condition(["a red circle", " "])
    assert ours.pooled is not None
    assert empty.pooled is not None
    assert torch.allclose(ours.embeds, embeds[0], atol=1e-6)
    assert torch.allclose(ours.pooled, pooled[0], atol=1e-6)
    assert not empty.embeds.any()
    assert not empty.pooled.any()


def test_the_tags_come_back(conditioner: Conditioner) -> None:
    with_tag, plain = conditioner.condition(["a cat <lora:ink:0.5>", "a cat"])
    assert with_tag.adapters == (("ink", 0.5),)
    assert torch.equal(with_tag.embeds, plain.embeds)
    (negative,) = conditioner.condition([""], [with_tag.adapters])
    assert negative.adapters == with_tag.adapters


def test_an_embedding_is_the_same_beside_any_neighbour_and_is_kept(conditioner: Conditioner) -> None:
    alone = conditioner.condition(["a cat"])[0]
    assert conditioner.condition(["a red circle", "a cat", "on snow " * 90])[1] is alone
    for i in range(CACHED):
        conditioner.condition([f"a {i}", ""])
    again = conditioner.condition(["a cat"])[0]
    assert again is not alone
    assert torch.equal(again.embeds, alone.embeds)


@pytest.mark.parametrize(
    ("file", "written", "is_meant"),
    [
        ("Easy Negative", "easy-negative", True),
        ("Easy Negative", "<emb:Easy Negative>", True),
        ("Easy Negative", "<embedding: EASY NEGATIVE.safetensors >", True),
        ("Easy Negative", "embedding:easy-negative", True),
        ("Easy Negative", "easy negative", False),
        ("EasyNegative", "EASYNEGATIVE", True),
        ("EasyNegative", "easynegatives", False),
        ("bad-hands", "bad-hands-5", False),
        ("bad-hands", "very-bad-hands", False),
        ("snow", "snow", False),
        ("snow", "Embedding:Snow", True),
        ("snow", "<emb:snow>", True),
        ("hands", "hands", False),
        ("watercolors", "watercolors", False),
        ("4k", "4k", False),
        ("1girl", "1girl", False),
        ("雪女", "雪女", True),
        ("雪女", "雪女たち", False),
        ("कल", "कला", False),
        ("कल", "कल", True),
        ("雪女", "<emb:雪女>", True),
        ("Ведьма (v2)", "<emb:Ведьма (v2)>", True),
        ("Ведьма (v2)", "embedding:ведьма-v2", True),
        ("easynegative", "easynegatıve", False),
        ("easynegative", "EASYNEGATİVE", False),
        ("kissme_v2", "Kiſsme_v2", True),
        ("νύξεις_2", "ΝΎΞΕΙΣ_2", True),
        ("νύξεις_2", "νύξεισ_2", True),
    ],
)
def test_an_embedding_is_meant_by_a_tag_or_by_a_name_that_is_no_everyday_word(
    pipe: Any, tmp_path: Path, file: str, written: str, is_meant: bool
) -> None:
    known = pipe.text_encoder.get_input_embeddings().weight.detach()
    ids = pipe.tokenizer("red circle", add_special_tokens=False).input_ids
    save_file({"emb_params": known[ids].clone()}, tmp_path / f"{file}.safetensors")
    encoder = TextEncoder(pipe.text_encoder, pipe.tokenizer)
    conditioner = Conditioner([encoder], Embeddings(AddonFolder(tmp_path), [32]))
    spelled = embed(conditioner, "a red circle on ice" if is_meant else f"a {written} on ice")
    if not is_meant:
        assert torch.equal(spelled, embed(Conditioner([encoder]), f"a {written} on ice"))
    assert torch.allclose(embed(conditioner, f"a {written} on ice"), spelled, atol=1e-6)


def test_an_unknown_or_foreign_embedding_says_so(conditioner: Conditioner, pipe: Any, tmp_path: Path) -> None:
    save_file({"emb_params": torch.zeros(1, 99)}, tmp_path / "wide.safetensors")
    shelf = Conditioner(
        [TextEncoder(pipe.text_encoder, pipe.tokenizer)], Embeddings(AddonFolder(tmp_path), [32])
    )
    for written in ("<emb:wild>", "embedding:wild"):
        with pytest.raises(UnknownChoice) as unknown:
            embed(shelf, f"a {written} cat")
        assert unknown.value.facts["nearest"] == "wide"
    with pytest.raises(BadModel):
        embed(shelf, "a <emb:wide> cat")
    assert torch.equal(embed(shelf, "a wide cat"), embed(conditioner, "a wide cat"))


@pytest.mark.parametrize("form", ["a1111", "diffusers", "diffusers-one"])
def test_an_embedding_file_stands_for_its_vectors(pipe: Any, tmp_path: Path, form: str) -> None:
    known = pipe.text_encoder.get_input_embeddings().weight.detach()
    ids = pipe.tokenizer("red circle", add_special_tokens=False).input_ids
    vectors = known[ids[:1] if form == "diffusers-one" else ids].clone()
    name = {"a1111": "emb_params", "diffusers": "<thing>", "diffusers-one": "<thing>"}[form]
    save_file({name: vectors[0] if form == "diffusers-one" else vectors}, tmp_path / "My-Thing.safetensors")
    conditioner = Conditioner(
        [TextEncoder(pipe.text_encoder, pipe.tokenizer)], Embeddings(AddonFolder(tmp_path), [32])
    )
    spelled = "a red snow" if form == "diffusers-one" else "a red circle snow"
    assert torch.allclose(embed(conditioner, "a my-thing snow"), embed(conditioner, spelled), atol=1e-6)
    assert not torch.allclose(embed(conditioner, "a my-things snow"), embed(conditioner, spelled), atol=1e-3)
    weighted, expected = embed(conditioner, "a (my-thing:1.4) snow"), embed(conditioner, spelled)
    assert not torch.allclose(weighted, expected, atol=1e-3)


def test_sdxl_pairs_and_files_that_do_not_fit(xl: Any, tmp_path: Path) -> None:
    encoders = [
        TextEncoder(xl.text_encoder, xl.tokenizer, skip=2, normed=False),
        TextEncoder(xl.text_encoder_2, xl.tokenizer_2, skip=2, normed=False),
    ]
    ids = xl.tokenizer("red", add_special_tokens=False).input_ids
    pair = [
        e.get_input_embeddings().weight.detach()[ids].clone() for e in (xl.text_encoder, xl.text_encoder_2)
    ]
    conditioner = Conditioner(encoders, Embeddings(AddonFolder(tmp_path), [32, 64]))
    plain = conditioner.condition(["a pair"])[0]
    save_file({"clip_l": pair[0], "clip_g": pair[1]}, tmp_path / "pair.safetensors")
    save_file({"emb_params": pair[0]}, tmp_path / "lonely.safetensors")
    (tmp_path / "liar.safetensors").write_bytes(b"\xff" * 20)
    (tmp_path / "old.pt").write_bytes(b"\x80\x04")
    assert torch.equal(conditioner.condition(["a pair"])[0].embeds, plain.embeds)
    after = conditioner.condition(["a embedding:pair"])[0]
    assert torch.allclose(after.embeds, conditioner.condition(["a red"])[0].embeds, atol=1e-6)
    assert conditioner.condition(["a lonely liar old"])[0].embeds.isfinite().all()
