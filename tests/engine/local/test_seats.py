"""Who yields a seat."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.local.seats import Seat, yielding


def test_one_persons_forty_pictures_make_room_for_anothers_one() -> None:
    seats = [Seat("ann", 2, left) for left in range(10, 50)]
    assert yielding(seats, 2) == [39]  # the one furthest from its end


def test_nobody_yields_their_only_seat() -> None:
    assert yielding([Seat("ann", 2, 50), Seat("bob", 2, 50)], 2) is None


def test_whoever_has_most_seats_yields_first() -> None:
    seats = [Seat("ann", 2, 9), Seat("ann", 2, 9), Seat("bob", 2, 5), Seat("bob", 2, 4), Seat("bob", 2, 3)]
    assert yielding(seats, 2) == [2]


def test_as_many_yield_as_it_takes() -> None:
    seats = [Seat("ann", 1, 3), Seat("ann", 1, 2), Seat("ann", 1, 1)]
    assert yielding(seats, 2) == [0, 1]
    assert yielding(seats[:2], 2) is None


@given(
    st.lists(st.builds(Seat, st.sampled_from("abcd"), st.integers(1, 2), st.integers(1, 50)), max_size=12),
    st.integers(1, 2),
)
def test_everybody_keeps_a_seat_and_no_more_are_parked_than_needed(seats: list[Seat], rows: int) -> None:
    chosen = yielding(seats, rows)
    if chosen is None:
        return
    kept = [seat for i, seat in enumerate(seats) if i not in chosen]
    assert {seat.tenant for seat in kept} == {seat.tenant for seat in seats}
    freed = [seats[i].rows for i in chosen]
    assert sum(freed) >= rows > sum(freed[:-1])
