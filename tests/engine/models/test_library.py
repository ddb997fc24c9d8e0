"""The library as the engine uses it: what there is, loading, letting go, and names that don't exist."""

from __future__ import annotations

import errno
import json
import os
import shutil
import threading
from pathlib import Path

import pytest
import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import load_file, save_file

from engine.api.errors import BadModel, OutOfMemory, UnknownChoice
from engine.models.library import ModelLibrary
from engine.models.ports import PipelineModel
from engine.models.unet import UNetFamily
from tests.checkpoints import folder


@pytest.fixture
def place(models: Path, tmp_path: Path) -> Path:
    """A models folder of one's own with three models."""
    for name in ("sd1", "sd2-v", "sdxl"):
        (tmp_path / name).symlink_to(models / name)
    return tmp_path


def library(place: Path, **options: object) -> ModelLibrary:
    return ModelLibrary(place, embedded=place / "none", **options)  # type: ignore[arg-type]


def test_the_default_comes_first(place: Path, models: Path) -> None:
    assert [card.name for card in library(place).cards()] == ["sd1", "sd2-v", "sdxl"]
    assert [card.name for card in library(place, default="sdxl").cards()] == ["sdxl", "sd1", "sd2-v"]
    with_starter = ModelLibrary(place, embedded=models / "sd1-pooled")
    assert [card.name for card in with_starter.cards()] == ["sd1-pooled", "sd1", "sd2-v", "sdxl"]


def test_no_folder_at_all(tmp_path: Path, models: Path) -> None:
    assert library(tmp_path / "nowhere").cards() == ()
    assert len(ModelLibrary(tmp_path / "nowhere", embedded=models / "sd1").cards()) == 1


def test_a_model_in_the_embedded_ones_folder_takes_from_it_what_it_lacks(tmp_path: Path) -> None:
    home = folder(tmp_path / "home", "sd1")
    inner = folder(home / "inner", "sd1-editing")
    for part in ("vae", "text_encoder", "tokenizer", "scheduler"):
        shutil.rmtree(inner / part)
    shelf = ModelLibrary(tmp_path / "none", embedded=home)
    assert [(card.name, card.variant) for card in shelf.cards()] == [("home", ""), ("inner", "editing")]
    lends, borrows = shelf.load("home"), shelf.load("inner")
    assert isinstance(lends, UNetFamily) and isinstance(borrows, UNetFamily)
    pixels = torch.rand(1, 3, 16, 16)
    assert torch.equal(lends.encode(pixels), borrows.encode(pixels))
    assert lends.scheduler_config == borrows.scheduler_config
    assert 0 <= borrows.bytes - lends.bytes < lends.bytes / 2  # all parts count, and four channels more
    shutil.rmtree(home / "vae")
    assert not ModelLibrary(tmp_path / "none", embedded=home).cards()


def test_a_dropped_model_appears_and_a_pickle_is_refused(place: Path, models: Path) -> None:
    shelf = library(place)
    assert len(shelf.cards()) == 3
    (place / "new").symlink_to(models / "sd1-pooled")
    (place / "evil.ckpt").write_bytes(b"\x80\x04")
    assert [card.name for card in shelf.cards()] == ["new", "sd1", "sd2-v", "sdxl"]
    assert isinstance(shelf.load("new"), UNetFamily)
    with pytest.raises(BadModel, match="pickle") as refusal:
        shelf.load("evil")
    assert refusal.value.facts["fault"] == "pickle"


@pytest.mark.parametrize("name", ["../../etc/passwd", "sd", "", "sd1/../sd1", "\0"])
def test_an_unknown_name_gets_the_nearest(place: Path, name: str) -> None:
    with pytest.raises(UnknownChoice) as refusal:
        library(place).load(name)
    assert refusal.value.facts["nearest"] in ("sd1", "sd2-v", "sdxl")
    assert refusal.value.facts["choices"] == "sd1, sd2-v, sdxl"


def test_a_model_is_found_by_its_files_own_name_and_by_a_former_one(models: Path, tmp_path: Path) -> None:
    """A job that was kept says what an earlier version called the model."""
    (tmp_path / "Лиса Снегов").symlink_to(models / "sd1-pooled")
    shelf = library(tmp_path)
    assert [card.name for card in shelf.cards()] == ["лиса-снегов"]
    model = shelf.load("лиса-снегов")
    assert all(
        shelf.load(written) is model for written in ("Лиса Снегов", "лиса снегов", "ЛИСА-СНЕГОВ", "model")
    )
    with pytest.raises(UnknownChoice):
        shelf.load("Волк")


def test_a_former_name_that_is_anothers_now_is_told_at_the_start(
    models: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for file in ("fox Ж", "fox", "Лиса"):  # which were fox, fox-2 and model
        (tmp_path / f"{file}.safetensors").symlink_to(models / "sd1-file.safetensors")
    shelf = ModelLibrary(tmp_path, embedded=tmp_path / "none")
    assert {card.name: card.former for card in shelf.cards()} == {
        "fox": "fox-2",
        "fox-ж": "",
        "лиса": "model",
    }
    (told,) = {r.getMessage() for r in caplog.records if "earlier versions" in r.getMessage()}
    assert told.startswith("fox Ж.safetensors was called fox by earlier") and "fox.safetensors" in told


def test_a_model_is_loaded_once_even_by_many(place: Path) -> None:
    shelf = library(place)
    assert "sd1" not in shelf.loaded
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(shelf.load("sd1"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, found))) == 1
    assert "sd1" in shelf.loaded


def test_the_least_recently_used_make_room(place: Path) -> None:
    roomy = library(place)
    sizes = {name: roomy.load(name).bytes for name in ("sd1", "sd2-v", "sdxl")}
    assert roomy.bytes == sum(sizes.values())
    shelf = library(place, budget=sizes["sd1"] + sizes["sdxl"] + 1000)
    for name in ("sd1", "sd2-v", "sd1"):
        shelf.load(name)
    assert not shelf.room("sdxl", ["sd1", "sd2-v"])
    assert shelf.room("sdxl", ["sd1"])
    shelf.load("sdxl")
    assert [name in shelf.loaded for name in ("sd1", "sd2-v", "sdxl")] == [True, False, True]
    shelf.load("sd2-v", beside=["sd1"])
    assert [name in shelf.loaded for name in ("sd1", "sd2-v", "sdxl")] == [True, True, False]
    shelf.evict(["sd2-v"])
    assert [name in shelf.loaded for name in ("sd1", "sd2-v")] == [False, True]
    shelf.evict()
    assert shelf.bytes == 0


def test_what_is_on_its_way_counts_and_so_does_what_was_let_go_of_while_in_use(place: Path) -> None:
    roomy = library(place)
    sizes = {name: roomy.load(name).bytes for name in ("sd1", "sd2-v", "sdxl")}
    shelf = library(place, budget=sizes["sdxl"] + sizes["sd1"] + 1000)
    assert shelf.room("sd1", [])
    assert shelf.room("sd1", ["sdxl"])  # which has been asked for, and is not there yet
    assert not shelf.room("sd2-v", ["sdxl", "sd1"])
    assert not shelf.room("sdxl", ["sdxl", "sd1", "sd2-v"])
    used, idle = shelf.load("sd1"), shelf.load("sd2-v").bytes
    assert shelf.bytes == used.bytes + idle
    shelf.load("sdxl")  # nobody told it who is in use
    assert shelf.bytes == used.bytes + sizes["sdxl"]
    assert "sd2-v" not in shelf.loaded


def test_a_model_that_has_changed_makes_room_for_itself_before_any_other_does(place: Path) -> None:
    folder(place / "mine", "sd1")
    roomy = library(place)
    shelf = library(place, budget=roomy.load("mine").bytes + roomy.load("sdxl").bytes + 1000)
    shelf.load("sdxl")
    shelf.load("mine")
    (place / "mine" / "card.json").write_text(json.dumps({"title": "Mine"}))
    assert shelf.load("mine").card.title == "Mine"
    assert "sdxl" in shelf.loaded
    assert shelf.bytes <= roomy.bytes


def test_a_load_tells_what_it_will_take_until_it_has(place: Path) -> None:
    shelf = library(place)
    told: list[int] = []
    with shelf.moving:
        thread = threading.Thread(target=lambda: told.append(shelf.load("sdxl").bytes))
        thread.start()
        assert shelf.coming == 0  # it waits
    while thread.is_alive():
        told.append(shelf.coming)
        thread.join(0.001)
    *during, whole = sorted(told)
    assert shelf.coming == 0
    assert whole in range(max(during), int(max(during) * 1.1))


def test_room_is_asked_often_and_reads_an_unchanged_file_once(tmp_path: Path, models: Path) -> None:
    """An engine asks before every step; the answer stays while the file looks the same, though it can't be read."""
    for name in ("mine", "other"):
        shutil.copy(models / "sd1-file.safetensors", tmp_path / f"{name}.safetensors")
        shutil.copytree(models / "sd1-file.config", tmp_path / f"{name}.config")
    shelf = library(tmp_path, budget=library(tmp_path).load("other").bytes + 1000)
    shelf.load("other")
    assert not shelf.room("mine", ["other"])
    file = tmp_path / "mine.safetensors"
    was = file.stat()
    with file.open("r+b") as opened:
        opened.write(bytes(8))
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert not shelf.room("mine", ["other"])
    file.touch()
    assert shelf.room("mine", ["other"])  # read again, and `load` will say what is wrong with it


def test_a_changed_model_is_loaded_anew(place: Path) -> None:
    folder(place / "mine", "sd1")
    shelf = library(place)
    first = shelf.load("mine")
    (place / "mine" / "card.json").write_text(json.dumps({"title": "Mine", "clip_skip": 2}))
    second = shelf.load("mine")
    assert second is not first
    assert second.card.title == "Mine"
    words = [
        model.condition(["a red circle"])[0].embeds
        for model in (first, second)
        if isinstance(model, UNetFamily)
    ]
    assert not torch.equal(*words)


def test_a_small_card_gets_the_same_picture(place: Path) -> None:
    """With parts that only visit the device, and with the UNet's layers streamed to it."""
    noise = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    seen = []
    whole = library(place).load("sdxl").bytes
    for budget in (whole, int(whole * 0.7), 1000):
        model = library(place, budget=budget).load("sdxl")
        assert isinstance(model, UNetFamily)
        (words,) = model.condition(["a red circle"])
        seen.append(model.decode(model.predict(noise, torch.tensor([500]), [words], [(16, 16)])))
    assert torch.allclose(seen[0], seen[1], atol=1e-5)
    assert torch.allclose(seen[0], seen[2], atol=1e-5)


def test_weights_for_training_that_lie_beside_the_others_are_not_drawn_with(tmp_path: Path) -> None:
    folder(tmp_path / "mine", "sd1")
    plain = tmp_path / "mine" / "unet" / "diffusion_pytorch_model.safetensors"
    save_file(
        {name: torch.zeros_like(tensor) for name, tensor in load_file(plain).items()},
        plain.with_name("diffusion_pytorch_model.non_ema.safetensors"),
    )
    model = library(tmp_path).load("mine")
    assert isinstance(model, UNetFamily)
    (words,) = model.condition(["a red circle"])
    assert model.predict(torch.ones(1, 4, 8, 8), torch.tensor([500]), [words], [(16, 16)]).any()


def test_the_other_families_draw_one_picture_a_call(models: Path) -> None:
    shelf = library(models)
    assert isinstance(shelf.load("sd3"), PipelineModel)
    assert not isinstance(shelf.load("sd1"), PipelineModel)


def test_missing_and_foreign_weights_are_one_sentence(place: Path, models: Path) -> None:
    shutil.copytree(models / "sd1-file.config", place / "less.config")
    shutil.copytree(models / "sd1-file.config", place / "shapes.config")
    tensors = load_file(models / "sd1-file.safetensors")
    name = "model.diffusion_model.out.2.weight"
    save_file({k: v for k, v in tensors.items() if k != name}, place / "less.safetensors")
    save_file(tensors | {name: tensors[name][:, :5].contiguous()}, place / "shapes.safetensors")
    shelf = library(place)
    for broken, fault in (("less", "damaged"), ("shapes", "strange")):
        with pytest.raises(BadModel) as refusal:
            shelf.load(broken)
        assert "\n" not in refusal.value.facts["reason"]
        assert refusal.value.facts["fault"] == fault
        assert broken not in shelf.loaded
    assert shelf.load("sd1")


@pytest.mark.parametrize("part", ["unet", "vae", "text_encoder", "scheduler"])
def test_a_config_that_is_no_table_is_named_and_no_network_is_asked(
    tmp_path: Path, models: Path, part: str
) -> None:
    shutil.copytree(models / "sd1", tmp_path / "mine")
    (config,) = (tmp_path / "mine" / part).glob("*config.json")
    config.write_text("[]")
    (told,) = library(tmp_path).passed_over()
    assert (told.reason, told.fault) == (f"its {part}/{config.name} cannot be read", "damaged")
    if part != "scheduler":
        config.unlink()
        (told,) = library(tmp_path).passed_over()
        assert (told.reason, told.fault) == (f"its {part} has no config.json", "unfinished")


@pytest.mark.parametrize(
    "told",
    [
        {"beta_schedule": "zz"},
        {"prediction_type": "zz"},
        {"timestep_spacing": "zz"},
        {"num_train_timesteps": 10**9},
        {"trained_betas": "abc"},
    ],
)
def test_a_schedule_that_nothing_can_be_drawn_by_is_told_when_the_model_is_loaded(
    tmp_path: Path, models: Path, told: dict[str, object]
) -> None:
    shutil.copytree(models / "sd1", tmp_path / "mine")
    config = tmp_path / "mine/scheduler/scheduler_config.json"
    config.write_text(json.dumps(json.loads(config.read_text()) | told))
    shelf = library(tmp_path)
    with pytest.raises(BadModel, match="nothing can be drawn by its scheduler"):
        shelf.load("mine")
    assert [each.fault for each in shelf.passed_over()] == ["damaged"]


def spoiled(place: Path, models: Path, what: str) -> Path:
    """A model whose headers and configs are sound, and that can't be loaded all the same."""
    if what.startswith("folder"):
        mine = place / "mine"
        shutil.copytree(models / "sd1", mine)
        if what == "folder, weights of another shape":
            shutil.copy(models / "sdxl/unet/diffusion_pytorch_model.safetensors", mine / "unet")
        elif what == "folder, a tokenizer of nothing":
            for file in (mine / "tokenizer").iterdir():
                file.write_text("{}")
        else:
            config = json.loads((mine / "vae/config.json").read_text())
            (mine / "vae/config.json").write_text(json.dumps(config | {"down_block_types": ["Nonsense"]}))
        return mine
    file = place / "mine.safetensors"
    tensors = load_file(models / "sd1-file.safetensors")
    if what == "file, no configs":
        save_file(tensors, file)
    else:
        shutil.copytree(models / "sd1-file.config", place / "mine.config")
        gone = "cond_stage_model" if what == "file, half a text encoder" else "first_stage_model.decoder"
        names = [name for name in tensors if name.startswith(gone)]
        save_file({name: t for name, t in tensors.items() if name not in names[::2]}, file)
    return file


@pytest.mark.parametrize(
    "what",
    [
        "folder, weights of another shape",
        "folder, a tokenizer of nothing",
        "folder, a config of no model",
        "file, no configs",
        "file, half a text encoder",
        "file, half a VAE",
    ],
)
def test_what_fails_to_load_leaves_the_list_with_its_reason_until_it_changes(
    place: Path, models: Path, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever is raised; the default falls to the next, and everybody hears the same sentence."""
    mine = spoiled(place, models, what)
    shelf = library(place, default="mine")
    assert shelf.cards()[0].name == "mine"
    heard = []
    for _ in range(2):
        with pytest.raises(BadModel) as refusal:
            shelf.load("mine")
        heard.append(refusal.value.facts)
    assert heard[0] == heard[1]
    assert heard[0]["reason"] and heard[0]["fault"]
    assert shelf.cards()[0].name == "sd1"
    assert "mine was the default model: sd1 draws now" in caplog.text
    if mine.is_dir():
        shutil.copytree(models / "sd1", mine, dirs_exist_ok=True)
    else:
        shutil.copytree(models / "sd1-file.config", place / "mine.config", dirs_exist_ok=True)
        shutil.copy(models / "sd1-file.safetensors", mine)
    assert shelf.cards()[0].name == "mine"
    assert isinstance(shelf.load("mine"), UNetFamily)


@pytest.mark.parametrize(
    "short",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory"),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True])
def test_short_memory_is_not_the_files_fault(
    place: Path, short: Exception, wrapped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However the allocator says it, and whatever a library makes of it."""

    def full(*_: object, **__: object) -> None:
        try:
            raise short
        except Exception as error:
            if wrapped:
                raise OSError("Unable to load weights") from error
            raise

    shelf = library(place)
    with monkeypatch.context() as patch:
        patch.setattr(UNet2DConditionModel, "from_pretrained", full)
        with pytest.raises(OutOfMemory):
            shelf.load("sd1")
    assert isinstance(shelf.load("sd1"), UNetFamily)


def test_short_of_open_files_is_not_the_files_fault(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def short(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    shelf = library(place)
    with monkeypatch.context() as patch:
        patch.setattr(UNet2DConditionModel, "from_pretrained", short)
        with pytest.raises(OSError, match="Too many"):
            shelf.load("sd1")
    assert isinstance(shelf.load("sd1"), UNetFamily)
