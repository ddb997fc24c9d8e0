"""Texts hidden in the lowest bit of a picture's transparency, as NovelAI and others write them ("stealth pnginfo")."""

from __future__ import annotations

import zlib

from PIL import Image

_PLAIN, _PACKED = b"stealth_pnginfo", b"stealth_pngcomp"
_LENGTH = 4
"""Bytes behind the signature that say how many bits follow."""

_LOWEST = bytes(ord("0") + value % 2 for value in range(256))
"""A byte's lowest bit as a digit."""

MOST_PACKED, MOST = 500_000, 2_000_000
"""Bytes of a text, packed and unpacked."""


def texts_of(image: Image.Image) -> dict[str, str]:
    """The hidden text, as `stealth`; empty where there is none."""
    if image.mode != "RGBA":
        return {}
    head = _bytes(image, len(_PLAIN) + _LENGTH)
    signature, bits = head[: len(_PLAIN)], int.from_bytes(head[len(_PLAIN) :], "big")
    if signature not in (_PLAIN, _PACKED) or not 0 < bits <= 8 * MOST_PACKED:
        return {}
    data = _bytes(image, len(head) + bits // 8)[len(head) :]
    if signature == _PACKED:
        try:
            data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, MOST)
        except zlib.error:
            return {}
    return {"stealth": data.decode("utf-8", "replace")}


def _bytes(image: Image.Image, count: int) -> bytes:
    """The first bytes, a bit a pixel, column by column; fewer where the picture is too small."""
    columns = min(-(-8 * count // image.height), image.width)
    alpha = image.crop((0, 0, columns, image.height)).getchannel("A").transpose(Image.Transpose.TRANSPOSE)
    bits = alpha.tobytes()[: 8 * count].translate(_LOWEST)
    whole = len(bits) // 8
    return int(bits[: 8 * whole] or b"0", 2).to_bytes(whole, "big")
