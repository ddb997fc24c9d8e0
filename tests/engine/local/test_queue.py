"""The fair queue, as the people in it see it."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from engine.local.queue import LOOK_AHEAD, MOST_PASSES, FairQueue


def drained(queue: FairQueue[str]) -> list[str]:
    return [item for _ in range(len(queue)) if (item := queue.take()) is not None]


def test_one_persons_forty_jobs_never_delay_anothers_one() -> None:
    queue: FairQueue[str] = FairQueue()
    for i in range(40):
        queue.push("ann", 1, f"ann{i}")
    queue.take()
    queue.push("bob", 1, "bob")
    assert queue.take() in {"ann1", "bob"}
    queue.push("cas", 1, "cas")
    assert "cas" in drained(queue)[:3]


def test_tenants_with_much_to_draw_share_by_cost() -> None:
    queue: FairQueue[str] = FairQueue()
    for i in range(20):
        queue.push("big", 4, f"big{i}")
    for i in range(80):
        queue.push("small", 1, f"small{i}")
    early = drained(queue)[:50]
    assert 38 <= sum(item.startswith("small") for item in early) <= 42


def test_a_small_job_overtakes_a_big_one_that_came_a_little_earlier() -> None:
    queue: FairQueue[str] = FairQueue()
    queue.push("ann", 50, "big")
    queue.push("bob", 8, "small")
    assert drained(queue) == ["small", "big"]


def test_a_big_job_is_not_overtaken_for_ever() -> None:
    queue: FairQueue[str] = FairQueue()
    queue.push("ann", 50, "big")
    for i in range(500):
        queue.push(f"visitor{i}", 1, "small")
        if queue.take() == "big":
            return
    raise AssertionError("500 small jobs went first")


def test_what_suits_goes_first_but_passes_the_first_a_bounded_number_of_times() -> None:
    queue: FairQueue[str] = FairQueue()
    queue.push("ann", 1, "other model")
    for i in range(2 * MOST_PASSES):
        queue.push(f"bob{i}", 1, "loaded model")
    taken = []
    while (item := queue.take(lambda item: item == "loaded model")) is not None:
        taken.append(item)
    assert len(taken) == MOST_PASSES
    assert queue.first() == "other model"
    assert queue.take() == "other model"


def test_it_looks_a_bounded_way_ahead() -> None:
    queue: FairQueue[int] = FairQueue()
    for i in range(LOOK_AHEAD + 1):
        queue.push(str(i), 1, i)
    assert queue.take(lambda item: item == LOOK_AHEAD) is None
    assert queue.take(lambda item: item == LOOK_AHEAD - 1) == LOOK_AHEAD - 1


def test_cancelled_work_costs_its_owner_nothing() -> None:
    queue: FairQueue[str] = FairQueue()
    for i in range(40):
        queue.push("ann", 1, f"ann{i}")
    queue.push("bob", 1, "bob0")
    queue.push("bob", 1, "bob1")
    assert len(queue.remove(lambda item: item.startswith("ann") and item != "ann39")) == 39
    assert drained(queue) == ["ann39", "bob0", "bob1"]


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("push"), st.sampled_from("abcd"), st.floats(0.01, 100)),
        st.tuples(st.just("take"), st.just(""), st.just(0.0)),
        st.tuples(st.just("remove"), st.sampled_from("abcd"), st.floats(0, 1)),
    ),
    max_size=60,
)


@given(ACTIONS)
def test_nothing_is_lost_doubled_or_reordered_within_a_tenant(actions: list[tuple[str, str, float]]) -> None:
    queue: FairQueue[tuple[str, int]] = FairQueue()
    waiting: set[tuple[str, int]] = set()
    taken: dict[str, list[int]] = defaultdict(list)
    for number, (action, tenant, amount) in enumerate(actions):
        if action == "push":
            queue.push(tenant, amount, (tenant, number))
            waiting.add((tenant, number))
        elif action == "remove":
            unwanted = {item for item in waiting if item[0] == tenant and item[1] % 2}
            assert set(queue.remove(unwanted.__contains__)) == unwanted
            waiting -= unwanted
        elif expected := list(queue):
            item = queue.take()
            assert item == expected[0] == min(expected[:1])
            waiting.remove(item)
            taken[item[0]].append(item[1])
        assert len(queue) == len(waiting)
        assert set(queue) == waiting
    assert all(numbers == sorted(numbers) for numbers in taken.values())


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0.01, 100)), max_size=30))
def test_the_order_that_is_foretold_is_the_order_that_comes(pushes: list[tuple[str, float]]) -> None:
    queue: FairQueue[int] = FairQueue()
    for number, (tenant, cost) in enumerate(pushes):
        queue.push(tenant, cost, number)
    foretold = list(queue)
    assert [queue.take() for _ in pushes] == foretold
