"""Scenes with their pictures: drawn once, kept in the cache, read in batches."""

import random
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from tools.starter.compose import compose
from tools.starter.scenes import SQUARE, Scene, sample_scene
from tools.starter.sprites import Sprites

Array = NDArray[Any]
CHUNK = 500


def halve(picture: Array) -> Array:
    """uint8 [h, w, 3] -> half the size, each pixel the mean of four."""
    height, width = picture.shape[:2]
    boxes = picture.reshape(height // 2, 2, width // 2, 2, 3).astype(np.uint16)
    return np.asarray((boxes.sum((1, 3)) + 2) // 4, dtype=np.uint8)


def draw(scenes: list[Scene], cache: Path, *, half: bool = False) -> Array:
    """Pictures of scenes of one canvas size, uint8 [n, h, w, 3], drawn in two processes."""
    chunks = [scenes[i : i + CHUNK] for i in range(0, len(scenes), CHUNK)]
    with ProcessPoolExecutor(2) as pool:
        parts = pool.map(_draw_chunk, chunks, [cache] * len(chunks), [half] * len(chunks))
        return np.concatenate(list(parts))


def _draw_chunk(scenes: list[Scene], cache: Path, half: bool) -> Array:
    sprites = Sprites(cache)
    pictures = (compose(scene, sprites) for scene in scenes)
    return np.stack([halve(picture) if half else picture for picture in pictures])


def sample_scenes(count: int, seed: int, size: tuple[int, int] = SQUARE, pairs: float = 0.3) -> list[Scene]:
    """`count` random scenes, none of them held out."""
    rng = random.Random(seed)
    return [sample_scene(rng, pairs=pairs, size=size) for _ in range(count)]


def to_tensor(pictures: Array, device: torch.device | str = "cpu") -> Tensor:
    """uint8 [n, h, w, 3] -> float [n, 3, h, w] in -1..1, channels last."""
    x = torch.from_numpy(np.ascontiguousarray(pictures)).to(device).permute(0, 3, 1, 2)
    return (x.float() / 127.5 - 1.0).contiguous(memory_format=torch.channels_last)
