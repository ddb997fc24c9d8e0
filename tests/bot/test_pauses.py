"""Pauses between attempts, and reading no more than is allowed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.pauses import Pauses
from bot.reading import TooLong, read_file, read_pieces


def test_pauses_double_up_to_the_longest_and_begin_anew() -> None:
    pauses = Pauses(2.0, 15.0)
    assert pauses.fresh
    assert [pauses.next() for _ in range(5)] == [2, 4, 8, 15, 15]
    assert not pauses.fresh
    pauses.reset()
    assert pauses.fresh and pauses.next() == 2


def test_a_wait_that_was_asked_for_lengthens_no_pause() -> None:
    pauses = Pauses(1.0, 60.0)
    assert [pauses.next(after) for after in (None, 33.5, 0.0, None, 7.0, None)] == [1, 33.5, 2, 4, 7, 8]


async def test_a_stream_is_left_at_the_piece_that_is_too_much() -> None:
    given: list[int] = []

    async def pieces() -> AsyncIterator[bytes]:
        for number in range(100):
            given.append(number)
            yield b"12345"

    with pytest.raises(TooLong) as caught:
        await read_pieces(pieces(), 12)
    assert (caught.value.most, len(given)) == (12, 3)
    assert await read_pieces(pieces(), 500) == b"12345" * 100


def test_a_file_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"1234")
    assert read_file(file, 4) == b"1234"
    with pytest.raises(TooLong):
        read_file(file, 3)
