"""Reads the header of a safetensors file and believes none of it.

The format (8 bytes of length, little-endian; that much JSON; the data) is checked in full, so that a
truncated, lying or hostile file is refused in one sentence before anything is allocated for it.
"""

from __future__ import annotations

import json
import math
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from engine.api.errors import Fault

LONGEST_HEADER = 32 * 2**20
"""Bytes. The largest checkpoints need about one megabyte."""

_BITS = {
    **dict.fromkeys(("F64", "I64", "U64", "C64"), 64),
    **dict.fromkeys(("F32", "I32", "U32"), 32),
    **dict.fromkeys(("F16", "BF16", "I16", "U16"), 16),
    **dict.fromkeys(("I8", "U8", "BOOL", "F8_E4M3", "F8_E5M2", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ"), 8),
    **dict.fromkeys(("F6_E2M3", "F6_E3M2"), 6),
    "F4": 4,
}


class BadHeader(Exception):
    """The file is no sound safetensors file; the message is one clause that says why."""

    def __init__(self, reason: str, fault: Fault = "damaged") -> None:
        super().__init__(reason)
        self.fault = fault


_PICKLE = "it is a pickle by another name, which could run code when loaded"
_OTHERS: Sequence[tuple[re.Pattern[bytes], str, Fault]] = (
    (
        re.compile(rb"version https?://(git-lfs|hawser)\.github\.com"),
        "it is a Git LFS pointer: the weights themselves were not downloaded (git lfs pull brings them)",
        "damaged",
    ),
    (
        re.compile(rb"# xet version"),
        "it is a Xet pointer: the weights themselves were not downloaded (git xet or the hub's client brings them)",
        "damaged",
    ),
    (
        re.compile(rb"(?i)\A\s*(<!--.*?-->\s*)?<(!doctype\s+html|html|head|body)\b", re.DOTALL),
        "it is a web page: the download wants a login, or its address is the page's and not the file's",
        "damaged",
    ),
    (
        re.compile(rb"\A\s*<(\?xml|Error>)"),
        "it is an XML text, as servers answer to a failed download",
        "damaged",
    ),
    (
        re.compile(rb"\A\s*(\{\s*\"|\[\s*[\[{\"])"),
        "it is a JSON text, as servers answer to a failed download",
        "damaged",
    ),
    (re.compile(rb"GGUF"), "it is a GGUF file by another name", "strange"),
    (re.compile(rb"\x80[\x02-\x05][^\0]"), _PICKLE, "pickle"),
    (
        re.compile(rb"PK\x03\x04.{26,60}?(data\.pkl|\.data/|/version|/byteorder)", re.DOTALL),
        _PICKLE,
        "pickle",
    ),
    (
        re.compile(
            rb"PK\x03\x04.{4}|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x1f\x8b\x08|\x28\xb5\x2f\xfd", re.DOTALL
        ),
        "it is an archive, which has to be unpacked first",
        "damaged",
    ),
    (
        re.compile(rb"\A\0+\Z"),
        "it holds nothing but zeros: its download was broken off, or its disk was full",
        "damaged",
    ),
)
"""What else people have under this name, by its beginning."""

_LOOKED_AT = 512
"""Bytes of a file in which its kind shows."""


@dataclass(frozen=True)
class Tensors:
    """What a safetensors file says it holds.

    Attributes:
        shapes: by tensor name.
        metadata: free text by name.
        bytes: of all data.
        dtypes: what kind of numbers they are, in the format's words, by tensor name.
    """

    shapes: Mapping[str, tuple[int, ...]]
    metadata: Mapping[str, str]
    bytes: int
    dtypes: Mapping[str, str] = field(default_factory=dict)

    def starts(self, prefix: str) -> bool:
        """Whether any tensor's name starts so."""
        return any(name.startswith(prefix) for name in self.shapes)


def read_header(path: Path) -> Tensors:
    """Reads and checks a header; the data itself is not read.

    Raises:
        BadHeader: with the reason.
    """
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            _refuse("it is no file")
        size = status.st_size
        with path.open("rb") as file:
            _refuse_others(file.read(_LOOKED_AT))
            file.seek(0)
            length = _length(file.read(8), size)
            header = _parse(file.read(length))
    except OSError as error:
        raise BadHeader(f"it cannot be read ({error.strerror})") from error
    metadata = header.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        _refuse("its metadata is not a table of text")
    data = size - 8 - length
    _check_spans(sorted(_span(name, entry) for name, entry in header.items()), data)
    shapes = {name: tuple(entry["shape"]) for name, entry in header.items()}
    return Tensors(shapes, metadata, data, {name: entry["dtype"] for name, entry in header.items()})


def read_headers(paths: Iterable[Path]) -> Tensors:
    """What several files hold together.

    Raises:
        BadHeader: with the reason.
    """
    all = [read_header(path) for path in paths]
    return Tensors(
        {name: shape for each in all for name, shape in each.shapes.items()},
        {key: value for each in all for key, value in each.metadata.items()},
        sum(each.bytes for each in all),
        {name: kind for each in all for name, kind in each.dtypes.items()},
    )


def _refuse_others(start: bytes) -> None:
    """Says of a file that is something else what it is; a safetensors file has a brace after its length."""
    if start[8:9] == b"{":
        return
    text = start.removeprefix(b"\xef\xbb\xbf")
    for pattern, reason, fault in _OTHERS:
        if pattern.match(text):
            raise BadHeader(reason, fault)
    if start and not start.strip():
        _refuse("it holds nothing but blanks")


def _refuse(reason: str) -> NoReturn:
    raise BadHeader(reason)


def _length(start: bytes, size: int) -> int:
    if len(start) < 8:
        _refuse("it is empty" if not start else "it is too short to be a safetensors file")
    length = int.from_bytes(start, "little")
    if length > size - 8:
        _refuse("its header is longer than the file: it is truncated or no safetensors file")
    if length > LONGEST_HEADER:
        _refuse(f"its header claims {length:,} bytes")
    return length


def _parse(raw: bytes) -> dict[str, Any]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(table := dict(pairs)) < len(pairs):
            _refuse("its header names something twice")
        return table

    try:
        header = json.loads(raw.decode("utf-8"), object_pairs_hook=unique)
    except (ValueError, RecursionError) as error:
        raise BadHeader("its header is not JSON: it is no safetensors file") from error
    if not isinstance(header, dict):
        _refuse("its header is not a table")
    return header


def _span(name: str, entry: Any) -> tuple[int, int]:
    """Where the tensor's data lies, after checking that shape and size agree."""
    entry = entry if isinstance(entry, dict) else {}
    shape, offsets = entry.get("shape"), entry.get("data_offsets")
    bits = _BITS.get(str(entry.get("dtype")))
    if bits is None or not _counts(shape) or not _counts(offsets) or len(offsets) != 2:
        _refuse(f"its header describes {name[:80]!r} wrongly")
    start, end = offsets
    if 8 * (end - start) != math.prod(shape) * bits:
        _refuse(f"the size of {name[:80]!r} does not fit its shape")
    return start, end


def _counts(value: Any) -> bool:
    return isinstance(value, list) and all(type(n) is int and 0 <= n < 2**63 for n in value)


def _check_spans(spans: list[tuple[int, int]], data: int) -> None:
    """The tensors lie one after the other and fill the data exactly, as the format demands."""
    at = 0
    for start, end in spans:
        if start != at:
            _refuse("its tensors overlap" if start < at else "its data has holes")
        at = end
    if at != data:
        _refuse("it is truncated" if at > data else "it has bytes that no tensor accounts for")
