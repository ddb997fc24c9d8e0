"""A model from a hub: only what is needed, safetensors only, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.api.errors import BadModel
from engine.models.files.hub import Unusable, choose, fetch
from engine.models.files.names import is_repository, local_name
from engine.models.files.origins import there
from engine.models.library import ModelLibrary
from tests.checkpoints import folder
from tests.wire_hub import Hub


def test_a_folder_is_downloaded_once_and_draws(server: Hub, tmp_path: Path) -> None:
    models = tmp_path / "models"
    path = fetch("org/Tiny.Model", models, server.endpoint)
    assert path == models / "tiny.model"
    assert {file.suffix for file in path.rglob("*") if file.is_file()} == {".json", ".safetensors"}
    assert not (path / "flax").exists()
    assert [entry.name for entry in models.iterdir()] == ["tiny.model"]
    asked = len(server.asked)
    assert fetch("org/Tiny.Model", models, server.endpoint) == path
    assert len(server.asked) == asked
    assert ModelLibrary(models, embedded=tmp_path / "none").load("tiny.model")


def test_a_single_file(server: Hub, tmp_path: Path) -> None:
    path = fetch("org/single", tmp_path / "models", server.endpoint)
    assert path == tmp_path / "models" / "single.safetensors"
    assert path.read_bytes() == (server.root / "org" / "single" / "weights-v1.safetensors").read_bytes()


def test_what_breaks_off_leaves_no_half_model(server: Hub, tmp_path: Path) -> None:
    models = tmp_path / "models"
    models.mkdir()
    server.broken = 1000
    with pytest.raises(BadModel, match="keeps breaking off"):
        fetch("org/single", models, server.endpoint)
    assert not ModelLibrary(models, embedded=tmp_path / "none").cards()
    server.broken = 0
    assert fetch("org/single", models, server.endpoint).exists()


@pytest.mark.parametrize(
    ("name", "reason"), [("org/none", "no such repository"), ("org/pickled", "pickles only")]
)
def test_what_cannot_be_had(server: Hub, tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(BadModel, match=reason) as refusal:
        fetch(name, tmp_path / "models", server.endpoint)
    assert "\n" not in refusal.value.facts["reason"]


@pytest.mark.parametrize(
    ("name", "yes"),
    [
        ("org/name", True),
        ("org/name@v1.0", True),
        ("name", False),
        ("../x/y", False),
        ("a/b/c", False),
        ("/etc", False),
    ],
)
def test_repository_names(name: str, yes: bool) -> None:
    assert is_repository(name) is yes


def test_the_default_may_be_a_repository(server: Hub, tmp_path: Path) -> None:
    """It comes in the background and draws from then on; what is there is not asked for again."""
    starter = folder(tmp_path / "starter", "sd1-pooled")
    shelf = ModelLibrary(tmp_path / "models", default="org/Tiny.Model", embedded=starter, hub=server.endpoint)
    assert [card.name for card in shelf.cards()] == ["starter"]
    download = shelf.prepare()
    assert download is not None
    download.join()
    assert [card.name for card in shelf.cards()] == ["tiny.model", "starter"]
    assert shelf.prepare() is None
    assert local_name("Org/My-Model@main") == "my-model"


def test_repositories_of_one_name_and_revisions_of_one_are_models_of_their_own(
    server: Hub, tmp_path: Path
) -> None:
    """Each is found by what its card says; one whose card says nothing counts as the one that is asked for."""
    models, starter = tmp_path / "models", folder(tmp_path / "starter", "sd1-pooled")
    for org in ("other", "third"):
        (server.root / org).mkdir(exist_ok=True)
        for name in ("single", "starter"):
            if not (server.root / org / name).exists():
                (server.root / org / name).symlink_to(server.root / "org" / "single")
    single = fetch("org/single", models, server.endpoint)
    other, revision = (fetch(name, models, server.endpoint) for name in ("other/single", "org/single@v1"))
    assert [path.stem for path in (single, other, revision)] == ["single", "other-single", "org-single-v1"]
    named = {
        "org/single": single,
        "Org/Single@main": single,
        "other/single": other,
        "org/single@v1": revision,
    }
    for name, path in named.items():
        assert fetch(name, models, server.endpoint) == path
        shelf = ModelLibrary(models, default=name, embedded=starter, hub=server.endpoint)
        assert (shelf.cards()[0].name, shelf.prepare()) == (path.stem, None)
    for name in ("third/single", "third/starter"):  # not here: neither is taken for one that is
        assert ModelLibrary(models, default=name, embedded=starter).cards()[0].name == "starter"
        assert there(name, models) is None
        (away,) = ModelLibrary(models, default=name, embedded=starter).passed_over()
        assert (away.name, away.fault, away.default) == (name, "unfinished", True)
    assert fetch("third/starter", models, server.endpoint).stem == "starter"
    shelf = ModelLibrary(models, default="third/starter", embedded=starter)
    assert shelf.cards()[0].file == "starter.safetensors"
    single.with_suffix(".json").write_text('{"title": "Mine"}')
    assert fetch("third/single", models, server.endpoint) == single
    assert ModelLibrary(models, default="third/single", embedded=starter).cards()[0].title == "Mine"


def test_a_repository_that_cannot_be_had_is_named_in_the_log(
    server: Hub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = ModelLibrary(
        tmp_path / "models", default="org/pickled", embedded=tmp_path / "none", hub=server.endpoint
    )
    download = shelf.prepare()
    assert download is not None
    download.join()
    assert "org/pickled: it holds pickles only" in caplog.text


def test_half_precision_and_one_set_of_shards_are_chosen() -> None:
    files = [
        "model_index.json",
        "sd.safetensors",
        "safety_checker/model.safetensors",
        "scheduler/scheduler_config.json",
        "tokenizer/vocab.json",
        "tokenizer/merges.txt",
        "unet/config.json",
        "unet/diffusion_pytorch_model.safetensors",
        "unet/diffusion_pytorch_model.fp16.safetensors",
        "unet/diffusion_pytorch_model.non_ema.safetensors",
        "text_encoder_3/config.json",
        "text_encoder_3/model.safetensors.index.json",
        "text_encoder_3/model.safetensors.index.fp16.json",
        "text_encoder_3/model.fp16-00001-of-00002.safetensors",
        "text_encoder_3/model.fp16-00002-of-00002.safetensors",
        "text_encoder_3/model-00001-of-00002.safetensors",
        "text_encoder_3/model-00002-of-00002.safetensors",
        "vae/config.json",
        "vae/diffusion_pytorch_model.safetensors",
    ]
    assert set(files) - set(choose(files)) == {
        "sd.safetensors",
        "unet/diffusion_pytorch_model.safetensors",
        "unet/diffusion_pytorch_model.non_ema.safetensors",
        "text_encoder_3/model.safetensors.index.json",
        "text_encoder_3/model-00001-of-00002.safetensors",
        "text_encoder_3/model-00002-of-00002.safetensors",
    }


def test_what_sees_depth_and_what_checks_pictures_come_along_but_no_checker_that_is_a_pickle() -> None:
    model = ["model_index.json", "unet/config.json", "unet/diffusion_pytorch_model.safetensors"]
    eyes = [
        "depth_estimator/config.json",
        "depth_estimator/model.safetensors",
        "feature_extractor/preprocessor_config.json",
    ]
    checker = ["safety_checker/config.json", "safety_checker/model.safetensors"]
    assert {*choose([*model, *eyes, *checker])} == {*model, *eyes, *checker}
    assert {*choose([*model, *eyes, checker[0], "safety_checker/pytorch_model.bin"])} == {*model, *eyes}


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (["README.md"], "no model"),
        (["a.ckpt"], "pickles only"),
        (["a.safetensors", "b.safetensors"], "several"),
        (["model_index.json", "unet/config.json", "unet/model.bin"], "unet is a pickle"),
    ],
)
def test_a_repository_without_a_model_says_why(files: list[str], reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        choose(files)
