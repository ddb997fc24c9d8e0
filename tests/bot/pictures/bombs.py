"""Small files that are dear to read: each a picture that a decoder takes, if it is left to it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping

from PIL import Image


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    """A picture's file."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


SMALL = Image.new("RGB", (16, 16))


def jpeg_of_scans(count: int, side: int = 64) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    data = encoded(Image.new("L", (side, side)), "JPEG", progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * count + data[-2:]


def jpeg_of_segments(marker: int, body: bytes, count: int) -> bytes:
    """A JPEG with that many more segments of that kind."""
    data = encoded(SMALL, "JPEG")
    segment = struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
    return data[:2] + segment * count + data[2:]


def jpeg_of_fillers(count: int) -> bytes:
    """A JPEG whose first segment begins after that many bytes of FF."""
    data = encoded(SMALL, "JPEG")
    return data[:2] + b"\xff" * count + data[2:]


def png_of_chunks(kind: bytes, body: bytes, count: int) -> bytes:
    """A PNG with that many more chunks of that kind."""
    data = encoded(SMALL, "PNG")
    whole = kind + body
    return (
        data[:33]
        + (struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))) * count
        + data[33:]
    )


def gif_of_comments(block: bytes, blocks: int, count: int) -> bytes:
    """A GIF with that many comments before its picture, of that many blocks each."""
    data = encoded(Image.new("P", (16, 16)), "GIF")
    start = 13 + 3 * (2 << (data[10] & 7)) if data[10] & 0x80 else 13
    comment = b"\x21\xfe" + (bytes([len(block)]) + block) * blocks + b"\0"
    return data[:start] + comment * count + data[start:]


def webp_of_chunks(count: int) -> bytes:
    """A WebP with that many chunks that nobody knows."""
    data = encoded(SMALL, "WEBP", exif=b"x")
    body = data[8:] + b"abcd\0\0\0\0" * count
    return data[:4] + struct.pack("<I", len(body)) + body


def bmp_of_runs(rows: int) -> bytes:
    """A BMP of a thousand runs of one pixel in each row."""
    runs = (b"\1\0" * 1_000 + b"\0\0") * rows
    start = 14 + 40 + 1024
    head = struct.pack("<IiiHHIIiiII", 40, 1_000, rows, 1, 8, 1, len(runs), 0, 0, 256, 0)
    return b"BM" + struct.pack("<IHHI", start + len(runs), 0, 0, start) + head + bytes(1024) + runs


def tiff_of_a_tile(side: int) -> bytes:
    """A TIFF of 64 by 64 grey pixels in one tile of that side."""
    packed = zlib.compress(bytes(side * side), 9)
    numbers = {256: 64, 257: 64, 258: 8, 259: 8, 262: 1, 277: 1, 322: side, 323: side, 325: len(packed)}
    entries = numbers | {324: 8 + 2 + 12 * (len(numbers) + 1) + 4}
    rows = b"".join(struct.pack("<HHII", tag, 4, 1, entries[tag]) for tag in sorted(entries))
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + rows + bytes(4) + packed


BOMBS: Mapping[str, Callable[[], bytes]] = {
    "scans": lambda: jpeg_of_scans(1_000),
    "exif": lambda: jpeg_of_segments(0xE1, b"Exif\0\0x", 20_000),
    "a few large exif": lambda: jpeg_of_segments(0xE1, b"Exif\0\0" + bytes(20_000), 90),
    "app5": lambda: jpeg_of_segments(0xE5, b"", 400_000),
    "colours": lambda: jpeg_of_segments(0xE2, b"ICC_PROFILE\0\1\1", 100_000),
    "photoshop": lambda: jpeg_of_segments(0xED, b"Photoshop 3.0\0", 100_000),
    "comments": lambda: jpeg_of_segments(0xFE, b"x", 350_000),
    "fillers": lambda: jpeg_of_fillers(1_900_000),
    "chunks": lambda: png_of_chunks(b"abCd", b"", 150_000),
    "texts": lambda: png_of_chunks(b"tEXt", b"k\0v", 120_000),
    "no data": lambda: png_of_chunks(b"IDAT", b"", 150_000),
    "gif comments": lambda: gif_of_comments(b"a", 1, 350_000),
    "a gif's long comment": lambda: gif_of_comments(b"a", 950_000, 1),
    "webp": lambda: webp_of_chunks(200_000),
    "runs": lambda: bmp_of_runs(990),
    "a tile": lambda: tiff_of_a_tile(12_000),
    "rows": lambda: encoded(Image.new("1", (1, 900_000)), "PNG"),
    "columns": lambda: encoded(Image.new("1", (900_000, 1)), "PNG"),
}
"""By name, each of at most 2 MB and a million pixels."""

HONEST: Mapping[str, Callable[[], bytes]] = {
    "many scans": lambda: jpeg_of_scans(40),
    "a long xmp": lambda: jpeg_of_segments(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + bytes(60_000), 30),
    "colours in pieces": lambda: jpeg_of_segments(0xE2, b"ICC_PROFILE\0\1\1" + bytes(60_000), 10),
    "texts": lambda: png_of_chunks(b"tEXt", b"k\0" + b"v" * 1_000, 100),
    "a gif's long comment": lambda: gif_of_comments(b"a" * 255, 6_000, 1),
    "runs": lambda: bmp_of_runs(400),
    "a tile": lambda: tiff_of_a_tile(256),
    "a long picture": lambda: encoded(Image.new("1", (20, 30_000)), "PNG"),
    "an animation": lambda: encoded(
        SMALL,
        "WEBP",
        save_all=True,
        append_images=[Image.new("RGB", (16, 16), (i, 0, 0)) for i in range(200)],
    ),
}
"""Much the same, as cameras, editors and scanners write it."""
