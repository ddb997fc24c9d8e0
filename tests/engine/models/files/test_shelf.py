"""A folder of LoRAs or embeddings: what is in it, what it is called, and what is never taken for another."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from engine.api.errors import UnknownChoice
from engine.models.files.shelf import AddonFolder


@pytest.fixture
def shelf(tmp_path: Path) -> AddonFolder:
    for name in (
        "水墨",
        "雪女",
        "style-000004",
        "style-000010",
        "Add Detail",
        f"{'long-' * 14}one",
        f"{'long-' * 14}two",
    ):
        (tmp_path / f"{name}.safetensors").touch()
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "Лиса.SAFETENSORS").touch()
    return AddonFolder(tmp_path)


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("水墨", "水墨"),
        ("雪女", "雪女"),
        ("style-000004", "style-000004"),
        ("style-000010.safetensors", "style-000010"),
        ("Add Detail", "Add Detail"),
        ("ADD-detail", "Add Detail"),
        ("Лиса", "Лиса"),
        ("people/лиса", "Лиса"),
        (f"{'long-' * 14}two", f"{'long-' * 14}two"),
    ],
)
def test_a_file_is_found_by_its_name_in_any_script(shelf: AddonFolder, written: str, file: str) -> None:
    assert shelf.find(written, "<lora:…>").stem == file


@pytest.mark.parametrize(
    "written", ["Волк", "style", "style-000007", "style-00001", "model", "水", f"{'long-' * 14}", "detail"]
)
def test_an_unknown_name_is_one_sentence_and_never_another_file(shelf: AddonFolder, written: str) -> None:
    with pytest.raises(UnknownChoice) as refusal:
        shelf.find(written, "<lora:…>")
    assert refusal.value.facts["value"] == written[:40]
    if written.startswith("style"):
        assert refusal.value.facts["nearest"].startswith("style-0000")


def test_files_come_and_go(shelf: AddonFolder, tmp_path: Path) -> None:
    before = shelf.scan()
    assert shelf.scan() is before
    (tmp_path / "people" / "Волк.safetensors").touch()
    assert shelf.find("волк", "<lora:…>").stem == "Волк"
    (tmp_path / "people" / "Волк.safetensors").unlink()
    with pytest.raises(UnknownChoice):
        shelf.find("волк", "<lora:…>")


def test_files_that_would_share_a_name_are_named_in_the_log_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("add-detail", "Add Detail"):
        (tmp_path / f"{name}.safetensors").touch()
    with caplog.at_level(logging.WARNING):
        shelf = AddonFolder(tmp_path)
        called = shelf.scan()
        shelf.addons()
    (other,) = called.keys() - {"add-detail"}
    assert caplog.messages == [
        f"Add Detail.safetensors is called {other} here, since add-detail.safetensors is called add-detail."
    ]
    assert shelf.find("Add Detail", "").stem == shelf.find(other, "").stem == "Add Detail"
    assert AddonFolder(tmp_path).scan() == called
