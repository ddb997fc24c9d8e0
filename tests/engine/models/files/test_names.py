"""What files are called: letters of every script, no two the same, found by what people write and old jobs say."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.api.names import LONGEST_NAME, Addon, find, renamed, short_name
from engine.models.files.names import former_name, former_names, names, own_name, shared

FILES = [
    "水墨", "雪女", "Лиса", "狐狸", "きつね", "キツネ", "여우", "ثعلب", "لومړی", "लोमड़ी", "สุนัขจิ้งจอก", "Căprioară",
    "Öl auf Leinwand", "🦊", "🐱 chibi", "👩🏽‍🎨 painter", "می‌خواهم", "!!!", "???", "...",
    "My Model v2", "style-000004", "style-000010", "style", "x" * 200, "x" * 199, "雪" * 80, "雪" * 79,
    f"{'very-' * 14}long-000004", f"{'very-' * 14}long-000010",
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("My Model v2", "my-model-v2"),
        ("水墨", "水墨"),
        ("Лиса (зимняя)", "лиса-зимняя"),
        ("लोमड़ी", unicodedata.normalize("NFKC", "लोमड़ी")),
        ("ﾄﾄﾛ ｖ２", "トトロ-v2"),
        ("Cafe\u0301", "café"),
        ("🦊 Fox!", "🦊-fox"),
        ("👩🏽‍🎨", "👩🏽‍🎨"),
        ("a\u202eb\u00adc", "abc"),
        ("ng_deepnegative_v1.75t", "ng_deepnegative_v1.75t"),
    ],
)
def test_letters_of_every_script_stay_in_a_name(file: str, name: str) -> None:
    assert short_name(file) == name


@given(st.text(max_size=300))
def test_a_short_name_can_be_typed_and_shown_anywhere(stem: str) -> None:
    name = short_name(stem)
    assert 0 < len(name) <= LONGEST_NAME
    assert not re.search(r"[\s<>:|/\\\\`*~()\[\]{}\"']", name)
    assert short_name(name) == name


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_names_in_ascii_are_as_they_were(stem: str) -> None:
    assert former_name(stem) in (short_name(stem), "model")


def test_no_two_files_have_one_name_and_each_is_found_by_its_own(tmp_path: Path) -> None:
    called = names([tmp_path / f"{file}.safetensors" for file in FILES], tmp_path)
    assert not shared(called)
    things = [Addon(name, own_name(path, tmp_path)) for name, path in called.items()]
    for name, path in called.items():
        for written in (
            path.stem,
            path.name,
            name,
            f" {path.stem.upper()} ",
            unicodedata.normalize("NFD", path.stem),
        ):
            thing = find(things, written)
            assert thing, written
            assert thing.name == name, written


@pytest.mark.parametrize(
    "written", ["Волк", "model", "水", "雪", "style-00001", "style-0000", "!!", "", "x", ".safetensors"]
)
def test_an_unknown_name_is_nobodys(tmp_path: Path, written: str) -> None:
    called = names([tmp_path / f"{file}.safetensors" for file in FILES], tmp_path)
    assert find([Addon(name, own_name(path, tmp_path)) for name, path in called.items()], written) is None


@pytest.mark.parametrize(
    ("files", "keeps"),
    [
        (["MY MODEL", "My Model", "my-model"], "my-model"),
        (["MY MODEL", "My Model"], "MY MODEL"),
        (["①", "1", "１"], "1"),
        (["STRASSE", "Straße", "strasse"], "strasse"),
        (["ｶ", "カ"], "カ"),
    ],
)
def test_files_that_would_share_a_name_are_told_apart_by_themselves_alone(
    tmp_path: Path, files: list[str], keeps: str
) -> None:
    called = names([tmp_path / f"{file}.safetensors" for file in files], tmp_path)
    (kept,) = (name for name in called if name not in shared(called))
    assert called[kept].stem == keeps
    assert shared(called) == dict.fromkeys(called.keys() - {kept}, kept)
    things = [Addon(name, own_name(path, tmp_path)) for name, path in called.items()]
    for name, path in called.items():
        for written in (path.stem, path.name, name):
            thing = find(things, written)
            assert thing
            assert thing.name == name
    later = names(
        [tmp_path / f"{file}.safetensors" for file in [*files, f"{keeps} !", f"{keeps}??"]], tmp_path
    )
    assert {name: later.get(name) for name in called} == called


def test_a_pickle_takes_nobodys_name_and_folders_tell_apart(tmp_path: Path) -> None:
    files = ["ink.ckpt", "ink.safetensors", "a/fox.safetensors", "b/fox.safetensors"]
    called = names([tmp_path / file for file in files], tmp_path)
    assert called["ink"].name == "ink.safetensors"
    assert called["fox"] == tmp_path / "a/fox.safetensors"
    assert shared(called) == {"b-fox": "fox"}
    things = [Addon(name, own_name(path, tmp_path)) for name, path in called.items()]
    for written, name in (("b/fox", "b-fox"), ("a/fox.safetensors", "fox"), ("ink.safetensors", "ink")):
        thing = find(things, written)
        assert thing
        assert thing.name == name


def test_no_usable_ending_makes_a_file_look_renamed(tmp_path: Path) -> None:
    files = ["a.sft", "b.gguf", "c.SAFETENSORS", "Ж d.safetensors", "v1.5"]
    called = names([tmp_path / file for file in files], tmp_path)
    things = [Addon(name, own_name(path, tmp_path)) for name, path in called.items()]
    assert renamed(things) == []
    for name, path in called.items():
        assert find(things, path.name) == find(things, name), path.name


def test_names_of_earlier_versions_are_still_found(tmp_path: Path) -> None:
    paths = [tmp_path / f"{file}.safetensors" for file in sorted(FILES)]
    old = former_names(paths)
    called = names(paths, tmp_path)
    things = [Addon(name, own_name(path, tmp_path), old[path]) for name, path in called.items()]
    for path, former in old.items():
        thing = find(things, former, formerly=True)
        assert thing and called[thing.name] == path, former
