"""The frames of a morph as an animation, and that as the file that a chat shows best."""

from __future__ import annotations

import io
import logging
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from PIL import Image, ImageSequence

log = logging.getLogger(__name__)

SUFFIX = ".webp"
"""What an animation is kept as: every colour, in little space."""

FILM = ".mp4"
"""What takes ffmpeg to make."""

SIDE = 768
"""Longest side of the one that is kept, in pixels."""

GIF_SIDES = (512, 384, 256)
"""Of one with 256 colours, which takes far more space: the first that is light enough."""

LIGHT = 7_500_000
"""Bytes that every chat takes."""

LASTS, SHORTEST, LONGEST = 2400, 60, 240
"""Milliseconds: a way from end to end, and each of its frames."""

HELD = 4
"""So many times as long as any other frame the first and the last are seen."""

FFMPEG_SECONDS = 30.0

_FFMPEG = (
    "-v error -f rawvideo -pix_fmt rgb24 -s {size} -r {rate} -i pipe:0 -an -c:v libx264 -pix_fmt yuv420p"
)
_OUT = "-movflags +faststart -f mp4 -y"


def animation(frames: Sequence[bytes], loop: bool) -> bytes:
    """Pictures as one that moves for ever, there and, in a `loop`, back; blocks: call it in a thread.

    Raises:
        OSError: one of them is broken.
    """
    shown = [_scaled(_opened(frame), SIDE) for frame in frames]
    order = [*range(len(shown)), *(range(len(shown) - 2, 0, -1) if loop else ())]
    each = round(min(LONGEST, max(SHORTEST, LASTS / len(shown))))
    lasts = [each * HELD if i in (0, len(shown) - 1) else each for i in order]
    out = io.BytesIO()
    first, *others = (shown[i] for i in order)
    first.save(out, "WEBP", save_all=True, append_images=others, duration=lasts, loop=0, quality=88, method=3)
    return out.getvalue()


def ffmpeg() -> str | None:
    """The program that makes films, where this machine has it."""
    return shutil.which("ffmpeg")


def film(file: Path, name: str, side: int | None = None) -> tuple[str, bytes]:
    """A kept animation for a chat, with its name: MP4 where this machine has ffmpeg, else GIF. Blocks.

    Raises:
        OSError: it can't be read.
    """
    if program := ffmpeg():
        try:
            return _renamed(name, FILM), _mp4(program, file, side or SIDE)
        except (subprocess.SubprocessError, OSError) as error:
            log.warning("ffmpeg makes no MP4, a GIF is sent: %s", type(error).__name__)
    return gif(file, name, side)


def gif(file: Path, name: str, side: int | None = None) -> tuple[str, bytes]:
    """A kept animation as GIF, with its name; its colours are chosen for all frames, so that none flickers. Blocks.

    Raises:
        OSError: it can't be read.
    """
    for longest in GIF_SIDES:
        data = _gif(file, min(side or longest, longest))
        if len(data) <= LIGHT:
            break
    return _renamed(name, ".gif"), data


def _gif(file: Path, side: int) -> bytes:
    frames, lasts = _read(file, side)
    palette = _montage(frames).quantize(256, Image.Quantize.MEDIANCUT)
    first, *others = (frame.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG) for frame in frames)
    out = io.BytesIO()
    first.save(out, "GIF", save_all=True, append_images=others, duration=lasts, loop=0, optimize=False)
    return out.getvalue()


def as_named(file: Path, name: str) -> bytes:
    """A kept animation as the file that its name says: GIF, MP4, or else WebP. Blocks.

    Raises:
        OSError: it can't be read, or not be made, as an MP4 without ffmpeg.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix == ".gif":
        return gif(file, name)[1]
    if suffix != FILM:
        return file.read_bytes()
    try:
        return _mp4(ffmpeg() or "ffmpeg", file, SIDE)
    except subprocess.SubprocessError as error:
        raise OSError(f"ffmpeg makes no MP4 of it: {type(error).__name__}") from error


def _mp4(program: str, file: Path, side: int) -> bytes:
    """In H.264, without sound, as all phones play it."""
    frames, lasts = _read(file, side, even=True)
    shortest = min(lasts)
    size = "{}x{}".format(*frames[0].size)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.mp4"
        told = [*_FFMPEG.format(size=size, rate=f"1000/{shortest}").split(), *_OUT.split(), str(out)]
        film = b"".join(
            frame.tobytes() * round(last / shortest) for frame, last in zip(frames, lasts, strict=True)
        )
        subprocess.run(
            [program, *told],
            input=film,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=FFMPEG_SECONDS,
            check=True,
        )
        return out.read_bytes()


def _read(file: Path, side: int, even: bool = False) -> tuple[list[Image.Image], list[int]]:
    """A kept animation's frames, and for how many milliseconds each is seen."""
    frames, lasts = [], []
    with Image.open(file, formats=("WEBP",)) as moving:
        for frame in ImageSequence.Iterator(moving):
            frames.append(_scaled(frame.convert("RGB"), side, even))
            lasts.append(int(frame.info.get("duration", SHORTEST)) or SHORTEST)
    return frames, lasts


def _opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        return image.convert("RGB")


def size(width: int, height: int, side: int = SIDE) -> tuple[int, int]:
    """Of an animation of pictures of that size, in pixels."""
    share = min(1.0, side / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))


def _scaled(image: Image.Image, side: int, even: bool = False) -> Image.Image:
    """No larger than that; with sides that are even where that is asked for."""
    wanted = size(*image.size, side)
    if even:
        wanted = wanted[0] + wanted[0] % 2, wanted[1] + wanted[1] % 2
    return image if wanted == image.size else image.resize(wanted, Image.Resampling.LANCZOS)


def _montage(frames: Sequence[Image.Image]) -> Image.Image:
    """Some of the frames on one small picture, from which colours are chosen."""
    some = list(_some(frames, 6))
    whole = Image.new("RGB", (128, 128 * len(some)))
    for i, frame in enumerate(some):
        whole.paste(frame.resize((128, 128)), (0, 128 * i))
    return whole


def _some(frames: Sequence[Image.Image], most: int) -> Iterator[Image.Image]:
    yield from (frames[i] for i in evenly(len(frames), most))


def evenly(count: int, most: int) -> list[int]:
    """Numbers of at most so many of the frames, the first and the last among them, about as far from each other."""
    some = min(count, most)
    return [round(i * (count - 1) / max(some - 1, 1)) for i in range(some)]


def _renamed(name: str, suffix: str) -> str:
    return PurePath(name).with_suffix(suffix).name
