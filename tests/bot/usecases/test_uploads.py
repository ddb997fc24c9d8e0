"""Pictures that people send: the right picture the right way up, or a clear refusal, and nothing in between."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.messages import Attachment
from bot.pictures.formats import FORMATS
from bot.usecases.uploads import Intake
from engine.api.errors import BadImage, ImageTooLarge
from tests.crowd import LIMIT, MEGAPIXELS
from tests.patience import PATIENCE

INTAKE = Intake(most_bytes=2_000_000, most_pixels=1_000_000)


def encoded(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), Random(1).randbytes(width * height * 3))


def seen(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(INTAKE.plain(data)))
    assert (image.format, image.mode) in (("PNG", "RGB"), ("PNG", "RGBA"))
    return image


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def halves(left: str, right: str, mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (40, 20), left)
    image.paste(right, (20, 0, 40, 20))
    return image


def in_file(form: str) -> bytes:
    """Red on the left, blue on the right. That in HEIF was made once, with pillow-heif's x265; few can write it."""
    if form == "HEIF":
        return (Path(__file__).parents[1] / "pictures/halves.heic").read_bytes()
    more = {"save_all": True, "append_images": [Image.new("RGB", (40, 20))]} if form == "MPO" else {}
    return encoded(halves("red", "blue"), form, **more)


@pytest.mark.parametrize("form", [*FORMATS, "MPO"])
def test_usual_formats(form: str) -> None:
    image = seen(in_file(form))
    red, blue = pixel(image, 5, 10), pixel(image, 35, 10)
    assert red[0] > 200 > 60 > red[2]
    assert blue[2] > 200 > 60 > blue[0]


def test_cmyk() -> None:
    red = pixel(seen(encoded(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG", quality=95)), 4, 4)
    assert red[0] > 180 > 80 > red[1]


def test_what_is_transparent_stays_so_for_the_engine_to_see() -> None:
    assert seen(encoded(Image.new("RGBA", (8, 8), (255, 0, 0, 0)))).getpixel((4, 4)) == (255, 0, 0, 0)


def deep(width: int, left: int, right: int) -> Image.Image:
    """Sixteen bits of grey a pixel, one shade on each half."""
    row = struct.pack("<H", left) * (width // 2) + struct.pack("<H", right) * (width // 2)
    return Image.frombytes("I;16", (width, 10), row * 10)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "CMYK"])
def test_a_large_picture_is_the_same_made_smaller(mode: str) -> None:
    data = encoded(halves("red", "blue").resize((5_000, 150)).convert(mode), "TIFF")
    image, large = seen(data), Image.open(io.BytesIO(data))
    assert image.size == (2048, 61)
    for x in (10, 2_038):
        assert pixel(image, x, 30) == pixel(large.convert(image.mode), x * 5_000 // 2_048, 75)


def test_a_large_picture_of_deep_grey_keeps_its_shades() -> None:
    out = seen(encoded(deep(5_000, 1_000, 60_000)))
    assert pixel(out, 2, 2) == (3, 3, 3)
    assert pixel(out, 2_040, 3) == (233, 233, 233)


def test_palette_with_transparency() -> None:
    image = Image.new("P", (8, 8), 1)
    image.putpalette([0, 0, 0, 0, 0, 255])
    image.paste(0, (0, 0, 4, 8))
    out = seen(encoded(image, "PNG", transparency=0))
    assert (out.getpixel((1, 1)), out.getpixel((6, 6))) == ((0, 0, 0, 0), (0, 0, 255, 255))


@pytest.mark.parametrize(
    ("grey", "shown"),
    [
        ((0, 65_535), (0, 255)),
        ((1_000, 60_000), (3, 233)),
        ((65_535, 65_535), (255, 255)),
        ((30_000, 30_000), (116, 116)),
        ((0, 100), (0, 0)),
    ],
    ids=["black and white", "shades", "white", "grey", "almost black"],
)
@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_deep_grey_keeps_its_shades(grey: tuple[int, int], shown: tuple[int, int], form: str) -> None:
    out = seen(encoded(deep(20, *grey), form))
    assert (pixel(out, 2, 2)[0], pixel(out, 15, 2)[0]) == shown


@pytest.mark.parametrize("white", [1.0, 255.0, 65_535.0])
def test_grey_in_fractions_has_the_white_of_its_range(white: float) -> None:
    image = Image.new("F", (20, 10), white)
    image.paste(white / 5, (0, 0, 10, 10))
    out = seen(encoded(image, "TIFF"))
    assert (out.getpixel((2, 2)), out.getpixel((15, 5))) == ((51, 51, 51), (255, 255, 255))


def test_turned_by_exif_is_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be shown turned by 90 degrees
    out = seen(encoded(halves("red", "blue"), "PNG", exif=exif))
    assert out.size == (20, 40)
    assert out.getpixel((10, 5)) == (255, 0, 0)


def test_of_an_animation_the_first_frame() -> None:
    frames = [Image.new("RGB", (8, 8), c) for c in ("red", "blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert seen(data).getpixel((4, 4)) == (255, 0, 0)


def test_large_pictures_are_made_smaller() -> None:
    data = encoded(Image.new("RGB", (9_000, 100), "red"))
    assert seen(data).size == (2048, 23)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A few kilobytes that claim to be a huge picture."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_000, 10_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_bombs_are_refused_before_they_are_decoded(size: tuple[int, int]) -> None:
    with pytest.raises((ImageTooLarge, BadImage)):
        INTAKE.plain(bomb(*size))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        encoded(noise(200, 200))[:2_000],
        encoded(noise(200, 200), "JPEG")[:900],
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=["empty", "pdf", "svg", "eps", "cut png", "cut jpeg", "only a signature"],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(BadImage):
        INTAKE.plain(data)


@settings(max_examples=150)
@given(st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]), st.data())
def test_damaged_files_are_read_or_refused(form: str, data: st.DataObject) -> None:
    raw = bytearray(encoded(noise(40, 30), form))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        INTAKE.plain(bytes(raw))
    except (BadImage, ImageTooLarge):
        return


async def test_size_is_checked_before_fetching() -> None:
    async def read(most: int) -> bytes:
        raise AssertionError("it was fetched")

    with pytest.raises(ImageTooLarge) as refusal:
        await INTAKE.take(Attachment("x.png", 2_000_001, read))
    assert refusal.value.facts == {"limit": 2, "unit": "megabytes"}


async def test_a_lying_size_is_found_out() -> None:
    async def read(most: int) -> bytes:
        return bytes(most + 1)

    with pytest.raises(ImageTooLarge):
        await INTAKE.take(Attachment("x.png", 10, read))


@pytest.mark.skipif(sys.platform != "linux", reason="memory at its peak is read as Linux tells it")
def test_a_crowd_of_huge_pictures_takes_the_memory_of_one_and_holds_nobody_up(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.crowd", str(tmp_path)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    told = json.loads(run.stdout)
    assert told["bytes"] < 8 * MEGAPIXELS * 1_000_000
    assert told["refused"] == 15 - LIMIT
    assert told["taken"].index("bob", 1) <= 2, told["taken"]
