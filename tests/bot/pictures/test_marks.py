"""What people mark on pictures, in each of the ways in which they do, is the mask that they meant."""

from __future__ import annotations

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from bot.pictures.reader import Reader
from bot.pictures.words import How
from engine.api.errors import BadMask

READER = Reader(2_000_000, 4_000_000)
SIZE = 480, 320
PLACE = 300, 120, 420, 260
"""Where something is marked."""


def picture() -> Image.Image:
    """A scene with fine detail, which a JPEG changes everywhere."""
    values = np.random.default_rng(3).integers(0, 256, (20, 30, 3), np.uint8)
    scene = np.asarray(Image.fromarray(values).resize(SIZE, Image.Resampling.BICUBIC)).astype(int)
    grain = np.random.default_rng(4).normal(0, 10, scene.shape)
    return Image.fromarray((scene + grain).clip(0, 255).astype(np.uint8))


def encoded(image: Image.Image, kind: str = "PNG", **how: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()


def as_in_a_chat(image: Image.Image, side: int, quality: int) -> bytes:
    """As a chat app sends a photo on: smaller, in a JPEG; taken in by us."""
    small = image.copy()
    small.thumbnail((side, side))
    return READER.plain(encoded(small, "JPEG", quality=quality))


def made(how: str, image: Image.Image, marked: bytes = b"") -> NDArray[np.bool_] | None:
    mask = READER.mask(how, encoded(image), marked)
    if mask is None:
        return None
    with Image.open(io.BytesIO(mask)) as found:
        assert (found.mode, found.size) == ("L", image.size)
        values = np.asarray(found)
        assert {*values.ravel().tolist()} == {0, 255}
        return values > 0


def place() -> NDArray[np.bool_]:
    mask = Image.new("L", SIZE)
    ImageDraw.Draw(mask).ellipse(PLACE, fill=255)
    return np.asarray(mask) > 0


def likeness(one: NDArray[np.bool_] | None, other: NDArray[np.bool_]) -> float:
    """What both have of what either has."""
    assert one is not None
    return float((one & other).sum() / (one | other).sum())


@pytest.mark.parametrize("colour", ["red", "lime", "black", "white", "blue"])
@pytest.mark.parametrize(("side", "quality"), [(480, 90), (1280, 70), (320, 60)])
@pytest.mark.parametrize("around", [True, False])
def test_what_is_drawn_over_in_a_copy_or_gone_around(
    colour: str, side: int, quality: int, around: bool
) -> None:
    copy = picture()
    draw = ImageDraw.Draw(copy)
    if around:  # and not quite
        draw.arc(PLACE, 20, 352, fill=colour, width=10)
    else:
        draw.ellipse(PLACE, fill=colour)
    assert likeness(made(How.GUESSED, picture(), as_in_a_chat(copy, side, quality)), place()) > 0.85


def test_a_copy_in_which_nothing_is_drawn_says_so() -> None:
    for side, quality in ((480, 90), (320, 40)):
        with pytest.raises(BadMask) as told:
            made(How.GUESSED, picture(), as_in_a_chat(picture(), side, quality))
        assert told.value.facts == {"fault": "unmarked"}


def test_another_picture_is_no_copy() -> None:
    other = picture().transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2))
    assert made(How.GUESSED, picture(), encoded(other)) is None
    assert made(How.GUESSED, picture(), encoded(picture().crop((0, 0, 100, 300)))) is None


@pytest.mark.parametrize("how", [How.GUESSED, How.NAMED])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_mask_in_black_and_white_is_one(how: How, kind: str) -> None:
    mask = encoded(Image.fromarray(place().astype(np.uint8) * 255).resize((240, 160)), kind)
    assert likeness(made(how, picture(), READER.plain(mask)), place()) > 0.95


def test_what_is_rubbed_out_is_the_mask() -> None:
    image = picture().convert("RGBA")
    image.putalpha(Image.fromarray((~place()).astype(np.uint8) * 255))
    assert likeness(made(How.HOLES, image), place()) == 1
    assert likeness(made(How.GUESSED, picture(), encoded(image)), place()) == 1
    assert made(How.HOLES, picture()) is None


def test_corners_of_a_window_and_a_thing_that_was_cut_out_are_no_masks() -> None:
    window = Image.new("RGBA", SIZE, "teal")
    for left in (0, SIZE[0] - 9):
        window.paste((0, 0, 0, 0), (left, 0, left + 9, 9))
    window.putpixel((0, SIZE[1] - 1), (0, 0, 0, 0))
    assert made(How.HOLES, window) is None
    assert made(How.HOLES, Image.new("RGBA", SIZE, (0, 0, 0, 0))) is None
    sticker = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    sticker.paste("magenta", PLACE)
    assert made(How.GUESSED, picture(), encoded(sticker)) is None
    assert likeness(made(How.NAMED, picture(), encoded(sticker)), ~place()) > 0.6


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("left", (0, 0, 240, 320)),
        ("right", (240, 0, 480, 320)),
        ("top", (0, 0, 480, 160)),
        ("bottom", (0, 160, 480, 320)),
        ("center", (120, 80, 360, 240)),
    ],
)
def test_a_part_by_its_name(name: str, box: tuple[int, int, int, int]) -> None:
    expected = Image.new("1", SIZE)
    expected.paste(1, box)
    assert likeness(made(name, picture()), np.asarray(expected)) == 1


def test_the_background_is_what_is_around_a_thing() -> None:
    image = Image.new("RGB", SIZE, "skyblue")
    image.paste("khaki", (0, 200, *SIZE))
    ImageDraw.Draw(image).ellipse(PLACE, fill="red")
    assert likeness(made("background", image), ~place()) > 0.97


def test_the_opposite_of_a_mask_is_all_else() -> None:
    mask = Image.fromarray(place().astype(np.uint8) * 255)
    assert likeness(made(How.INVERTED, mask), ~place()) == 1


@pytest.mark.parametrize(
    ("marked", "fault"),
    [
        (Image.new("RGB", SIZE), "empty"),
        (Image.new("RGB", SIZE, "white"), "full"),
        (Image.new("RGB", (320, 480), "white"), "shape"),
        (picture(), "unmarked"),
    ],
)
def test_a_mask_that_says_nothing_is_refused_in_words(marked: Image.Image, fault: str) -> None:
    with pytest.raises(BadMask) as told:
        made(How.NAMED, picture(), encoded(marked))
    assert told.value.facts == {"fault": fault}


def test_a_mask_does_not_move() -> None:
    buffer = io.BytesIO()
    frames = [Image.new("L", (32, 32), value) for value in (0, 255)]
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(BadMask) as told:
        READER.plain(buffer.getvalue(), still=True)
    assert told.value.facts == {"fault": "moving"}
    assert READER.plain(buffer.getvalue())


def several(form: str, subfile: int = 0) -> bytes:
    """Two pictures in one file, of which the second, in a TIFF, is of such a kind."""
    buffer, (one, other) = io.BytesIO(), [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    other.encoderinfo = {"tiffinfo": {254: subfile}}
    one.save(buffer, form, save_all=True, append_images=[other])
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("form", "subfile", "first"),
    [
        ("GIF", 0, "frame"),
        ("PNG", 0, "frame"),
        ("WEBP", 0, "frame"),
        ("AVIF", 0, "frame"),
        ("TIFF", 0, "page"),
        ("TIFF", 2, "page"),
        ("TIFF", 1, None),
        ("TIFF", 4, None),
        ("MPO", 0, None),
    ],
)
def test_what_is_the_first_of_several_says_so_but_not_what_has_a_preview_or_a_companion(
    form: str, subfile: int, first: str | None
) -> None:
    data = several(form, subfile)
    found = READER.frame(data)
    assert found.first == first
    with Image.open(io.BytesIO(found.png)) as kept:
        red, _, blue = kept.convert("RGB").getpixel((9, 9))  # type: ignore[misc]
        assert red > 200 > 50 > blue
    if not first:
        assert READER.frame(data, still=True) == found
        return
    with pytest.raises(BadMask) as told:
        READER.frame(data, still=True)
    assert told.value.facts == {"fault": {"frame": "moving", "page": "pages"}[first]}
