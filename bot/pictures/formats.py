"""The pictures that people have, and how their files are called."""

from __future__ import annotations

from pathlib import PurePath

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF")
"""As Pillow names them. A phone's JPEG with more pictures in it (MPO) is one too."""

SUFFIXES = frozenset(
    f".{name}" for name in "png jpg jpeg jpe jfif mpo webp gif bmp dib tif tiff avif heic heif hif".split()
)
"""Of their files, in small letters."""


def is_picture(name: str) -> bool:
    """Whether a file is called like a picture."""
    return PurePath(name).suffix.lower() in SUFFIXES
