"""Names and cards: safe names, an operator's words over the family's, and no trouble from a bad card."""

from __future__ import annotations

import json
import logging
import os
import re
import threading
from pathlib import Path

import pytest

from engine.api.errors import OutOfRange
from engine.api.modes import MODES
from engine.api.names import renamed
from engine.api.parameters import Parameters
from engine.api.recipe import resolve
from engine.models.files.catalogue import Catalogue
from tests.checkpoints import folder, single_file


@pytest.fixture
def place(models: Path, tmp_path: Path) -> Path:
    """A models folder with one file, linked."""
    link(models, "sd1-file", tmp_path / "My Model v2")
    return tmp_path


def link(models: Path, name: str, path: Path) -> None:
    path.with_name(f"{path.name}.safetensors").symlink_to(models / f"{name}.safetensors")
    path.with_name(f"{path.name}.config").symlink_to(models / f"{name}.config")


def catalogue(place: Path) -> Catalogue:
    return Catalogue(place, place / "none")


def test_names_are_unique_and_stable(place: Path, models: Path) -> None:
    link(models, "sd1-file", place / "my-model-v2")
    (place / "MY MODEL V2.ckpt").write_bytes(b"x")
    first = {name: found.path.name for name, found in catalogue(place).scan().items()}
    assert first["my-model-v2"] == "my-model-v2.safetensors"
    assert len(first) == 3
    assert {n: f.path.name for n, f in catalogue(place).scan().items()} == first


def test_a_card_says_what_its_operator_wrote(place: Path) -> None:
    card = {
        "title": "Mine",
        "name": "../../etc",
        "family": "flux",
        "description": "Foxes.",
        "triggers": ["mine style"],
        "defaults": {"steps": 12},
        "thumbnail": "mine.png",
        "licence": "CC0",
        "clip_skip": 2,
        "something": "else",
    }
    (place / "My Model v2.json").write_text(json.dumps(card))
    found = catalogue(place).scan()["my-model-v2"].card
    assert (found.name, found.family) == ("my-model-v2", "sd1")
    assert (found.title, found.triggers, found.thumbnail, found.clip_skip) == (
        "Mine",
        ("mine style",),
        "mine.png",
        2,
    )
    assert (found.defaults.steps, found.defaults.cfg) == (12, 7.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"defaults": 3}',
        '{"title": "Kept?", "triggers": 3}',
        '{"native": "big"}',
        '{"native": [0, 0]}',
        '{"native": [500, 512]}',
        '{"sizes": [[512, 512], [4096, 64]]}',
        '{"defaults": {"sampler": "nosuch"}}',
        '{"limits": {"strides": {"least": 1, "most": 2}}}',
        '{"limits": {"steps": {"least": 9, "most": 2}}}',
        '{"limits": {"count": {"least": 1, "most": 2}}}',
        '{"limits": {"steps": {"least": 40, "most": 60}}}',
        '{"defaults": {"steps": 70}, "limits": {"steps": {"least": 1, "most": 60}}}',
        '{"defaults": {"steps": 151}}',
        '{"defaults": {"cfg": 0.5}}',
        '{"defaults": {"strength": 0.01}}',
        '{"clip_skip": 99}',
        "[" * 100000,
    ],
)
def test_a_bad_card_is_named_in_the_log_and_ignored(
    place: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    plain = catalogue(place).scan()["my-model-v2"].card
    (place / "My Model v2.json").write_text(text)
    assert catalogue(place).scan()["my-model-v2"].card == plain
    (line,) = caplog.messages
    assert re.match(r"The card of My Model v2\.safetensors is ignored: \w.*[\w)]\.$", line)
    assert "Value error" not in line


def test_a_default_outside_its_own_limits_is_said_in_a_sentence(
    place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The family's default counts too: nobody who chose nothing is told that 28 steps are too few."""
    card = place / "My Model v2.json"
    card.write_text('{"limits": {"steps": {"least": 40, "most": 60}}}')
    shelf = catalogue(place)
    plain = shelf.scan()["my-model-v2"].card
    assert caplog.messages == [
        "The card of My Model v2.safetensors is ignored: "
        "its default of steps, 28, is not within its limits, 40 to 60."
    ]
    card.write_text('{"defaults": {"steps": 40}, "limits": {"steps": {"least": 40, "most": 60}}}')
    own = shelf.scan()["my-model-v2"].card
    with pytest.raises(OutOfRange):
        resolve(Parameters(steps=28), own, MODES["text"])
    assert [resolve(Parameters(), each, MODES["text"]).steps for each in (plain, own)] == [28, 40]


def test_changes_are_seen_and_nothing_else_is_read_again(place: Path) -> None:
    shelf = catalogue(place)
    first = shelf.scan()["my-model-v2"]
    assert shelf.scan()["my-model-v2"] is first
    (place / "My Model v2.json").write_text('{"title": "New"}')
    assert shelf.scan()["my-model-v2"].card.title == "New"
    (place / "My Model v2.safetensors").unlink()
    assert not shelf.scan()


def test_what_cannot_be_loaded_is_named_in_the_log_once(
    place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (place / "evil.ckpt").write_bytes(b"\x80\x04")
    (place / "cut.safetensors").write_bytes((place / "My Model v2.safetensors").read_bytes()[:-1])
    (place / "zero.safetensors").write_bytes(b"")
    shelf = catalogue(place)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            found = shelf.scan()
    assert [record.message.split(" cannot")[0] for record in caplog.records] == [
        "cut.safetensors",
        "zero.safetensors",
        "evil.ckpt",
    ]
    assert "pickle" in found["evil"].problem
    assert "truncated" in found["cut"].problem
    assert "empty" in found["zero"].problem


def test_a_copy_that_is_finished_becomes_a_model(place: Path) -> None:
    whole = (place / "My Model v2.safetensors").read_bytes()
    (place / "new.config").symlink_to(place / "My Model v2.config")
    (place / "new.safetensors").write_bytes(whole[:1000])
    shelf = catalogue(place)
    assert shelf.scan()["new"].problem
    (place / "new.safetensors").write_bytes(whole)
    assert not shelf.scan()["new"].problem


def test_folders_that_are_no_models(tmp_path: Path) -> None:
    for name in ("embeddings", "loras", ".hidden", "empty", "notes.config"):
        (tmp_path / name).mkdir()
    folder(tmp_path / "pickled", "sd1")
    for weights in (tmp_path / "pickled" / "unet").glob("*.safetensors"):
        weights.rename(weights.with_suffix(".bin"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "model_index.json").write_text('{"_class_name": "KandinskyPipeline"}')
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model_index.json").write_text("{")
    found = catalogue(tmp_path).scan()
    assert {name: entry.problem.split()[0] for name, entry in found.items()} == {
        "broken": "its",
        "other": "Lukis",
        "pickled": "its",
    }
    assert "pickle" in found["pickled"].problem


def test_metadata_tells_the_prediction(tmp_path: Path) -> None:
    single_file(tmp_path / "a.safetensors", "sdxl", metadata={"modelspec.prediction_type": "v"})
    single_file(tmp_path / "b.safetensors", "sd2-v", metadata={"modelspec.resolution": "512x512"})
    (tmp_path / "c.safetensors").symlink_to(tmp_path / "b.safetensors")
    (tmp_path / "c.json").write_text('{"prediction": "v_prediction"}')
    found = catalogue(tmp_path).scan()
    assert [found[name].kind.prediction for name in "ab"] == ["v_prediction", "epsilon"]  # type: ignore[union-attr]
    assert found["c"].card.prediction == "v_prediction"


def test_a_folder_with_a_pointer_for_weights_is_not_listed_until_they_are_there(tmp_path: Path) -> None:
    folder(tmp_path / "cloned", "sd1")
    weights = tmp_path / "cloned" / "text_encoder" / "model.safetensors"
    whole = weights.read_bytes()
    weights.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 492265168\n")
    shelf = catalogue(tmp_path)
    assert not shelf.cards()
    assert "Git LFS pointer" in shelf.scan()["cloned"].problem
    weights.write_bytes(whole)
    assert [card.name for card in shelf.cards()] == ["cloned"]


def test_a_files_name_that_is_no_text_is_shown_as_far_as_it_can_be(place: Path, models: Path) -> None:
    """Names from other systems are bytes of another coding, or hold what turns lines round."""
    for name in ("caf\udce9", "a\u202egnp", "two\nlines"):
        link(models, "sd1-file", place / name)
    found = catalogue(place).scan()
    assert {"caf", "agnp", "two-lines"} < found.keys()
    for entry in found.values():
        assert not entry.problem
        assert f"{entry.card.name} {entry.card.title} {entry.card.file}".isprintable()
    assert found["caf"].card.title == "caf�"


def test_the_log_and_the_cards_say_which_files_share_a_name(
    place: Path, models: Path, caplog: pytest.LogCaptureFixture
) -> None:
    link(models, "sd1-file", place / "my-model-v2")
    shelf = catalogue(place)
    with caplog.at_level(logging.WARNING):
        (other,) = shelf.scan().keys() - {"my-model-v2"}
        shelf.scan()
    assert caplog.messages == [
        f"My Model v2.safetensors is called {other} here, since my-model-v2.safetensors is called my-model-v2.",
        "My Model v2.safetensors was called my-model-v2 by earlier versions: what was made with it then is drawn anew "
        "with my-model-v2.safetensors.",
    ]
    assert [card.name for card in renamed(shelf.cards())] == [other]
    for written in ("My Model v2", "My Model v2.safetensors", other, other.upper()):
        found = shelf.find(written)
        assert found
        assert found.path.name == "My Model v2.safetensors"


def test_a_file_that_is_still_being_copied_is_listed_once_it_is_whole(place: Path, models: Path) -> None:
    """However the looks fall into the copying, which gives it the time that it had where it came from."""
    whole, copied = models / "sd1-file.safetensors", place / "copied.safetensors"
    link(models, "sd1-file", place / "copied")
    copied.unlink()
    data = whole.read_bytes()
    shelf = catalogue(place)

    def copy() -> None:
        for part in (data[: len(data) // 2], data):
            copied.write_bytes(part)
        os.utime(copied, ns=(whole.stat().st_atime_ns, whole.stat().st_mtime_ns))

    for _ in range(60):
        copied.unlink(missing_ok=True)
        shelf.scan()
        copying = threading.Thread(target=copy)
        copying.start()
        while copying.is_alive():
            shelf.scan()
        copying.join()
        assert not shelf.scan()["copied"].problem
