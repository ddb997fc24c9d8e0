"""What the invisible watermark costs, how far it moves pixels, and what it survives.

    python -m benchmarks.watermark

Pictures are flat drawings, plain shapes on a ground, and photo-like ones: noise that falls with its frequency, as in
photographs, under gradients and edges. Beside how often ours is found stands how often each of the 48 bits is read by
itself, as invisible-watermark reads them.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from engine.pictures.watermark import MESSAGE, STEP, _bits, _blocks, is_marked, marked, strength

COUNT = 12
"""Pictures of each kind."""


def drawing(seed: int, side: int = 512) -> Image.Image:
    """A flat drawing: a few shapes in plain colours."""
    random = np.random.default_rng(seed)

    def colour() -> tuple[int, int, int]:
        red, green, blue = random.integers(0, 256, 3)
        return int(red), int(green), int(blue)

    image = Image.new("RGB", (side, side), "white" if seed % 3 == 0 else colour())
    pen = ImageDraw.Draw(image)
    for _ in range(5):
        x, y = random.integers(0, side // 2, 2)
        box = [
            int(x),
            int(y),
            int(x + random.integers(40, side // 2)),
            int(y + random.integers(40, side // 2)),
        ]
        (pen.ellipse if random.integers(2) else pen.rectangle)(box, fill=colour())
    return image


def photo(seed: int, side: int = 512) -> Image.Image:
    """Something like a photograph: its noise falls with its frequency."""
    random = np.random.default_rng(seed)
    falls = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None]) + 1 / side
    planes = [np.fft.ifft2(np.fft.fft2(random.normal(size=(side, side))) / falls).real for _ in range(3)]
    grey = planes[0] / planes[0].std()
    colours = np.stack([grey + 0.35 * plane / plane.std() for plane in planes], 2)
    image = Image.fromarray(np.clip(128 + 45 * colours, 0, 255).astype(np.uint8))
    over = drawing(seed + 1000, side).filter(ImageFilter.GaussianBlur(2))
    return Image.blend(image, over, 0.3)


def saved(image: Image.Image, format: str, **options: object) -> Image.Image:
    """The picture after a file."""
    out = io.BytesIO()
    image.save(out, format, **options)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


def scaled(image: Image.Image, by: float) -> Image.Image:
    """The picture in another size."""
    return image.resize((round(image.width * by), round(image.height * by)), Image.Resampling.LANCZOS)


TRIALS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "PNG": lambda i: saved(i, "PNG"),
    "WebP 90": lambda i: saved(i, "WEBP", quality=90),
    "AVIF 80": lambda i: saved(i, "AVIF", quality=80),
    "JPEG 95": lambda i: saved(i, "JPEG", quality=95),
    "JPEG 90": lambda i: saved(i, "JPEG", quality=90),
    "JPEG 85": lambda i: saved(i, "JPEG", quality=85),
    "JPEG 75": lambda i: saved(i, "JPEG", quality=75),
    "half, PNG": lambda i: scaled(i, 0.5),
    "0.75, JPEG 90": lambda i: saved(scaled(i, 0.75), "JPEG", quality=90),
    "×2, JPEG 90": lambda i: saved(scaled(i, 2), "JPEG", quality=90),
}


def whole(image: Image.Image) -> bool:
    """Whether every single bit can be read at this size, as invisible-watermark reads them."""
    tops = np.linalg.svd(_blocks(np.asarray(image, np.float32)), compute_uv=False)[..., 0].ravel()
    said = (tops % STEP > STEP / 2).astype(float)
    bits = [said[i :: 8 * len(MESSAGE)].mean() * 255 > 127 for i in range(8 * len(MESSAGE))]
    return bits == [bool(bit) for bit in _bits((8 * len(MESSAGE),))]


def rows(make: Callable[[int], Image.Image]) -> Iterator[tuple[str, int, int]]:
    """Each trial: how often ours is found, and how often every bit is read at the size that there is."""
    pictures = [marked(make(seed)) for seed in range(COUNT)]
    for name, trial in TRIALS.items():
        tried = [trial(picture) for picture in pictures]
        yield name, sum(map(is_marked, tried)), sum(map(whole, tried))


def main() -> None:
    """Prints it all."""
    for kind, make in (("Flat drawings", drawing), ("Photo-like", photo)):
        plain = [make(seed) for seed in range(COUNT)]
        apart = [np.abs(np.asarray(p, int) - np.asarray(marked(p), int)) for p in plain]
        most, mean = max(a.max() for a in apart), float(np.mean([a.mean() for a in apart]))
        false = sum(map(is_marked, plain))
        print(
            f"\n{kind}: at most {most} of 255 apart, {mean:.2f} in the mean; found in {false} of {COUNT} unmarked."
        )
        print("| after | found | every bit |\n|---|---|---|")
        for name, found, all_bits in rows(make):
            print(f"| {name} | {found}/{COUNT} | {all_bits}/{COUNT} |")
    print("\n| side | writing | looking |\n|---|---|---|")
    for side in (256, 512, 1024, 2048):
        image = photo(1, side)
        began = time.perf_counter()
        done = marked(image)
        wrote = time.perf_counter()
        strength(done)
        print(f"| {side} | {1000 * (wrote - began):.0f} ms | {1000 * (time.perf_counter() - wrote):.0f} ms |")


if __name__ == "__main__":
    main()
