"""When there is room for more, against all moments tried one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.quotas.price import price
from bot.quotas.windows import SECONDS, Allowance
from bot.usecases.waiting import until
from engine.api.recipe import Recipe

NOW = 1_000_000
WHOLE = st.integers(1, 6)


def used(spent: list[tuple[float, float]], at: float) -> float:
    """How much was asked for in the hour before a moment, and not after it."""
    return sum(amount for when, amount in spent if at - 3600 < when <= min(at, NOW))


@given(st.lists(st.tuples(st.integers(NOW - 5000, NOW + 50), WHOLE), max_size=30), WHOLE, st.integers(6, 20))
def test_there_is_room_at_the_moment_that_is_told_and_not_a_second_before(
    asked: list[tuple[int, int]], need: int, most: int
) -> None:
    allowance = Allowance(most, "pictures", "hour")
    spent = [(float(at), float(amount)) for at, amount in sorted(asked, reverse=True)]
    wait = allowance.wait(spent, need, NOW)
    moments = (NOW + second for second in range(SECONDS["hour"] + 1))
    assert NOW + wait == next(at for at in moments if used(spent, at) + need <= most)
    assert allowance.wait(spent[: allowance.rows], need, NOW) == wait, "so many jobs are enough to tell"


def test_a_time_to_wait_is_never_told_too_short() -> None:
    told = {
        seconds: until(seconds).total_seconds()
        for seconds in (0.1, 1, 59.5, 71, 71.5, 100, 4260, 4261, 86399)
    }
    assert [*told.values()] == [1, 1, 60, 71, 120, 120, 4260, 7200, 86400]


def test_what_a_picture_counts_as() -> None:
    plain = Recipe(model="starter", width=512, height=512, steps=20, cfg=7, sampler="euler", seed=1)
    assert price("text", plain) == (1, 1.0)
    assert price("text", plain.model_copy(update={"count": 4})) == (4, 4.0)
    assert price("text", plain.model_copy(update={"width": 1024, "steps": 40})) == (1, 4.0)
    assert price("image", plain.model_copy(update={"strength": 0.5})) == (1, 0.5)
    assert price("upscale", plain.model_copy(update={"upscaler": "plain"})) == (1, 0.1)
    assert price("find", plain) == (0, 0), "a part that is looked for is a step on the way"
