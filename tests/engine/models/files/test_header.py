"""Safetensors headers: what the real writer writes is read, whatever else there is gets one clear sentence."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors import safe_open
from safetensors.torch import save_file

from engine.models.files.header import LONGEST_HEADER, BadHeader, read_header


def write(path: Path, header: object, data: bytes = b"") -> Path:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(len(raw).to_bytes(8, "little") + raw + data)
    return path


def tensor(start: int, end: int, shape: object = None, dtype: object = "U8") -> dict[str, object]:
    return {"dtype": dtype, "shape": [end - start] if shape is None else shape, "data_offsets": [start, end]}


def test_a_real_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    tensors = {"a": torch.zeros(2, 3), "b": torch.zeros(5, dtype=torch.float16), "none": torch.zeros(0)}
    save_file(tensors, path, {"modelspec.title": "A"})
    found = read_header(path)
    assert found.shapes == {"a": (2, 3), "b": (5,), "none": (0,)}
    assert found.metadata == {"modelspec.title": "A"}
    assert found.bytes == 34


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04", "too short"),
        ((2**63).to_bytes(8, "little") + b"{}", "longer than the file"),
        ((9).to_bytes(8, "little") + b"{}", "longer than the file"),
        ((2).to_bytes(8, "little") + b"\xff\xff", "not JSON"),
        ((2).to_bytes(8, "little") + b"[]", "not a table"),
        ((4).to_bytes(8, "little") + b"null", "not a table"),
        ((40000).to_bytes(8, "little") + b"[" * 40000, "not JSON"),
    ],
)
def test_what_is_no_safetensors_file(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(content)
    with pytest.raises(BadHeader, match=reason):
        read_header(path)


def pickled(path: Path, zipped: bool) -> bytes:
    torch.save({"a": torch.zeros(3)}, path, _use_new_zipfile_serialization=zipped)
    return path.read_bytes()


POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 4265146304\n"


@pytest.mark.parametrize(
    ("content", "reason", "fault"),
    [
        (POINTER, "Git LFS pointer", "damaged"),
        (b'# xet version 0\nfilesize = 123\nhash = "abc"\n', "Xet pointer", "damaged"),
        (b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>", "web page", "damaged"),
        (b"\xef\xbb\xbf\n <HTML lang=en>", "web page", "damaged"),
        (b"<!-- served by x -->\n<!doctype html><html>", "web page", "damaged"),
        (b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', "XML", "damaged"),
        (b'{"error": "Access to this model is restricted"}', "JSON", "damaged"),
        (b"GGUF\x03\0\0\0" + b"\0" * 40, "GGUF", "strange"),
        (b"7z\xbc\xaf\x27\x1c" + b"\0" * 40, "archive", "damaged"),
        (b"\0" * 4096, "nothing but zeros", "damaged"),
        (b"\n" * 100, "nothing but blanks", "damaged"),
        (b"", "empty", "damaged"),
    ],
)
def test_another_thing_under_this_name_is_called_what_it_is(
    tmp_path: Path, content: bytes, reason: str, fault: str
) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(content)
    with pytest.raises(BadHeader, match=reason) as refusal:
        read_header(path)
    assert refusal.value.fault == fault


def test_a_length_that_looks_like_a_pickle_is_a_length(tmp_path: Path) -> None:
    length = int.from_bytes(b"\x80\x02\x01", "little")
    raw = json.dumps({"__metadata__": {"a": ""}})
    raw = json.dumps({"__metadata__": {"a": "x" * (length - len(raw))}})
    assert read_header(write(tmp_path / "x.safetensors", raw.encode())).bytes == 0


@pytest.mark.parametrize("zipped", [True, False])
def test_a_renamed_pickle_is_called_one(tmp_path: Path, zipped: bool) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(pickled(tmp_path / "model.ckpt", zipped))
    with pytest.raises(BadHeader, match="pickle") as refusal:
        read_header(path)
    assert refusal.value.fault == "pickle"


@pytest.mark.parametrize(
    ("header", "data", "reason"),
    [
        ({"a": tensor(0, 4), "b": tensor(2, 6)}, 6, "overlap"),
        ({"a": tensor(0, 4), "b": tensor(5, 6)}, 6, "holes"),
        ({"a": tensor(0, 4)}, 3, "truncated"),
        ({"a": tensor(0, 4)}, 5, "no tensor accounts"),
        ({}, 5, "no tensor accounts"),
        ({"a": tensor(0, 4, [2])}, 4, "does not fit its shape"),
        ({"a": tensor(0, 4, [2**62, 2**62])}, 4, "does not fit its shape"),
        ({"a": tensor(4, 0)}, 4, "wrongly"),
        ({"a": tensor(-4, 0)}, 4, "wrongly"),
        ({"a": tensor(0, 4, dtype="Q9")}, 4, "wrongly"),
        ({"a": tensor(0, 4, dtype=7)}, 4, "wrongly"),
        ({"a": tensor(0, 4, [True])}, 4, "wrongly"),
        ({"a": tensor(0, 4, [4.0])}, 4, "wrongly"),
        ({"a": tensor(0, 4, "4")}, 4, "wrongly"),
        ({"a": [0, 4]}, 4, "wrongly"),
        ({"a": None}, 4, "wrongly"),
        ({"a": {"dtype": "U8", "shape": [4], "data_offsets": [0]}}, 4, "wrongly"),
        (b'{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{}}', 0, "twice"),
        ({"__metadata__": [1]}, 0, "metadata"),
        ({"__metadata__": {"a": 1}}, 0, "metadata"),
    ],
)
def test_lies(tmp_path: Path, header: object, data: int, reason: str) -> None:
    with pytest.raises(BadHeader, match=reason):
        read_header(write(tmp_path / "x.safetensors", header, b"\0" * data))


def test_a_huge_header_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.safetensors"
    with path.open("wb") as file:
        file.write((LONGEST_HEADER + 1).to_bytes(8, "little"))
        file.truncate(LONGEST_HEADER + 100)  # sparse: takes no disk
    with pytest.raises(BadHeader, match="claims"):
        read_header(path)


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(BadHeader, match="cannot be read"):
            read_header(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)
ENTRY = st.fixed_dictionaries(
    {
        "dtype": st.sampled_from(["F32", "F16", "U8", "x"]) | JSON,
        "shape": st.lists(st.integers(-1, 4), max_size=3) | JSON,
        "data_offsets": st.lists(st.integers(-1, 40), min_size=2, max_size=2) | JSON,
    }
)
HEADER = st.dictionaries(st.text(max_size=5), ENTRY | JSON, max_size=4)


@settings(max_examples=300, deadline=None)
@given(header=HEADER | JSON | st.binary(max_size=40), data=st.binary(max_size=40), cut=st.integers(0, 12))
def test_only_bad_header_ever_comes_out(
    tmp_path_factory: pytest.TempPathFactory, header: object, data: bytes, cut: int
) -> None:
    """And whatever passes, the safetensors library reads too."""
    path = write(tmp_path_factory.getbasetemp() / "fuzz.safetensors", header, data)
    path.write_bytes(path.read_bytes()[: -cut or None])
    with suppress(BadHeader):
        shapes = read_header(path).shapes
        with safe_open(path, "pt") as opened:
            assert set(opened.keys()) == set(shapes)


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, 400), byte=st.integers(0, 255), length=st.integers(0, 500))
def test_a_damaged_real_file_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: int, length: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.safetensors"
    save_file({"a": torch.zeros(4, 4), "b": torch.ones(7)}, path)
    raw = bytearray(path.read_bytes())
    raw[at % len(raw)] = byte
    path.write_bytes(bytes(raw[:length]))
    with suppress(BadHeader):
        shapes = read_header(path).shapes
        with safe_open(path, "pt") as opened:
            assert set(opened.keys()) == set(shapes)
