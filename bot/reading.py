"""Reading what strangers send: never more of it than is allowed."""

from __future__ import annotations

from collections.abc import AsyncIterable
from pathlib import Path

PIECE = 1 << 16
"""Bytes to ask for at a time."""


class TooLong(Exception):
    """There are more than `most` bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} bytes")
        self.most = most


async def read_pieces(pieces: AsyncIterable[bytes], most: int) -> bytes:
    """All pieces, joined.

    Raises:
        TooLong: at the piece with which there are more than `most` bytes.
    """
    data = bytearray()
    async for piece in pieces:
        data += piece
        if len(data) > most:
            raise TooLong(most)
    return bytes(data)


def read_file(path: Path, most: int) -> bytes:
    """A whole file; blocking.

    Raises:
        TooLong: it has more than `most` bytes.
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLong(most)
    return data
