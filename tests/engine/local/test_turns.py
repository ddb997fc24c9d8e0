"""How lanes share a device's time."""

from __future__ import annotations

from collections import Counter

from engine.local.turns import TURN_SECONDS, Turns


def shared(steps: dict[str, float], weights: dict[str, float], seconds: float) -> Counter[str]:
    """Device time by lane, for lanes whose steps take that long."""
    turns: Turns[str] = Turns()
    used: Counter[str] = Counter()
    while used.total() < seconds:
        lane = turns.next(weights)
        turns.charge(lane, steps[lane], weights[lane])
        used[lane] += steps[lane]  # type: ignore[assignment]
    return used


def test_time_goes_by_weight_not_by_steps() -> None:
    used = shared({"small": 0.01, "big": 0.5}, {"small": 3, "big": 1}, 400)
    assert 2.8 < used["small"] / used["big"] < 3.2


def test_small_ones_keep_flowing_beside_a_big_one() -> None:
    turns: Turns[str] = Turns()
    waits, waited = [], 0.0
    for _ in range(500):
        if turns.next({"small": 1, "big": 1}) == "big":
            turns.charge("big", 0.5, 1)
            waited += 0.5
        else:
            turns.charge("small", 0.05, 1)
            waits.append(waited)
            waited = 0.0
    assert max(waits) <= 0.5 + TURN_SECONDS


def test_a_lane_keeps_its_turn_for_a_few_steps() -> None:
    turns: Turns[str] = Turns()
    order = []
    for _ in range(40):
        lane = turns.next({"a": 1, "b": 1})
        turns.charge(lane, 0.05, 1)
        order.append(lane)
    assert order[:8] == ["a"] * 4 + ["b"] * 4


def test_a_newcomer_neither_catches_up_on_the_past_nor_waits_for_it() -> None:
    turns: Turns[str] = Turns()
    for _ in range(100):
        turns.charge(turns.next({"old": 1}), 1.0, 1)
    order = []
    for _ in range(6):
        lane = turns.next({"old": 1, "new": 1})
        turns.charge(lane, 1.0, 1)
        order.append(lane)
    assert Counter(order) == {"old": 3, "new": 3}
