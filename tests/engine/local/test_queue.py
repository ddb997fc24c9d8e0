"""The fair queue, as the people in it see it."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from engine.local.queue import LOOK_AHEAD, MOST_PASSES, NEAR, FairQueue, Standing
from tests.engine.local.plain_queue import Item, PlainQueue

Words = FairQueue[str, str, str]


def queue_of_words() -> Words:
    """Each word is a job, and of the kind that its first letter tells."""
    return FairQueue(kind=lambda word: word[0], job=lambda word: word)


def drained(queue: Words) -> list[str]:
    return [item for _ in range(len(queue)) if (item := queue.take()) is not None]


def test_one_persons_forty_jobs_never_delay_anothers_one() -> None:
    queue = queue_of_words()
    for i in range(40):
        queue.push("ann", 1, f"ann{i}")
    queue.take()
    queue.push("bob", 1, "bob")
    assert queue.take() in {"ann1", "bob"}
    queue.push("cas", 1, "cas")
    assert "cas" in drained(queue)[:3]


def test_tenants_with_much_to_draw_share_by_cost() -> None:
    queue = queue_of_words()
    for i in range(20):
        queue.push("big", 4, f"big{i}")
    for i in range(80):
        queue.push("small", 1, f"small{i}")
    early = drained(queue)[:50]
    assert 38 <= sum(item.startswith("small") for item in early) <= 42


def test_who_has_a_larger_share_gets_as_many_times_the_work_and_nobody_waits_for_ever() -> None:
    queue = queue_of_words()
    for i in range(40):
        for name, share in (("ann", 1), ("bob", 1), ("cas", 3)):
            queue.push(name, 1, f"{name}{i}", share)
    order = drained(queue)
    early = [item[:3] for item in order[:50]]
    assert early.count("cas") in (29, 30, 31) and early.count("ann") in (9, 10, 11)
    queue.push("ann", 1, "ann, alone")
    queue.push("cas", 1, "cas, alone", 3)
    assert drained(queue) == ["cas, alone", "ann, alone"], "each is on its own again"
    queue.push("ann", 10, "ann")
    for i in range(500):
        queue.push(f"supporter{i}", 1, "supporter", 10)
        if queue.take() == "ann":
            return
    raise AssertionError("500 supporters went first")


def test_a_small_job_overtakes_a_big_one_that_came_a_little_earlier() -> None:
    queue = queue_of_words()
    queue.push("ann", 50, "big")
    queue.push("bob", 8, "small")
    assert drained(queue) == ["small", "big"]


def test_a_big_job_is_not_overtaken_for_ever() -> None:
    queue = queue_of_words()
    queue.push("ann", 50, "big")
    for i in range(500):
        queue.push(f"visitor{i}", 1, "small")
        if queue.take() == "big":
            return
    raise AssertionError("500 small jobs went first")


def test_what_suits_goes_first_but_passes_the_first_a_bounded_number_of_times() -> None:
    queue = queue_of_words()
    queue.push("ann", 1, "other model")
    for i in range(3 * MOST_PASSES):
        queue.push(f"bob{i}", 1, f"loaded model {i}")

    def taken(taker: str) -> list[str]:
        return [item for _ in range(MOST_PASSES + 1) if (item := queue.take("l".__eq__, taker=taker))]

    assert len(taken("one")) == MOST_PASSES
    assert taken("one") == [], "keeps itself free"
    assert len(taken("another")) == MOST_PASSES + 1, "one device is enough for it"
    assert queue.first() == "other model"
    queue.leave("one")
    assert taken("another") == [], "it has lost the one that it had"
    assert queue.take(taker="another") == "other model"


def test_a_card_finds_what_it_can_draw_however_many_wait_for_another() -> None:
    queue = queue_of_words()
    for i in range(1000):
        queue.push(str(i), 1, f"other {i}")
    queue.push("ann", 1, "mine")
    assert queue.take("m".__eq__) == "mine"


def test_of_each_kind_it_looks_a_bounded_way_ahead() -> None:
    queue = queue_of_words()
    for i in range(LOOK_AHEAD + 1):
        queue.push(str(i), 1, f"same {i}")
    assert queue.take(suits=f"same {LOOK_AHEAD}".__eq__) is None
    assert queue.take(suits=f"same {LOOK_AHEAD - 1}".__eq__) == f"same {LOOK_AHEAD - 1}"


def test_what_was_lost_goes_before_all_and_costs_nothing_twice() -> None:
    queue = queue_of_words()
    for name in ("ann", "bob"):
        for i in range(3):
            queue.push(name, 1, f"{name}{i}")
    lost = queue.take()
    assert lost == "ann0"
    queue.put_back("ann", 1, lost)
    assert drained(queue) == ["ann0", "bob0", "ann1", "bob1", "ann2", "bob2"]


def test_places_are_told_to_the_first_at_once_and_to_all_by_and_by() -> None:
    queue: FairQueue[tuple[int, int], None, int] = FairQueue(lambda item: None, lambda item: item[0])
    for job in range(3 * NEAR):
        for image in range(2):
            queue.push(str(job), 1, (job, image))
    assert queue.standing(7) == (7, 8, 7.0)
    told: dict[int, Standing[int]] = {}
    for _ in range(3):
        places = {standing.job: standing for standing in queue.round()}
        assert all(places[job] == (job, job + 1, job) for job in range(NEAR))
        told |= places
    assert [told[job].place for job in range(3 * NEAR)] == [*range(1, 3 * NEAR + 1)]
    assert all(abs(told[job].ahead - job) < 1e-6 for job in told)
    queue.take()
    assert queue.round()[0].job == 1, "a job of which something is drawn has no place"


def test_cancelled_work_costs_its_owner_nothing() -> None:
    queue = queue_of_words()
    for i in range(40):
        queue.push("ann", 1, f"ann{i}")
    queue.push("bob", 1, "bob0")
    queue.push("bob", 1, "bob1")
    assert [queue.remove(f"ann{i}") for i in range(39)] == [[f"ann{i}"] for i in range(39)]
    assert queue.remove("ann0") == []
    assert drained(queue) == ["ann39", "bob0", "bob1"]


JOBS = st.sampled_from([tenant + number for tenant in "abcd" for number in "012"])
KINDS = st.integers(0, 2)
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("push"), JOBS, KINDS, st.floats(0.01, 100), st.integers(1, 3)),
        st.tuples(st.just("take"), st.sets(KINDS), KINDS, st.sampled_from(["one", "two"])),
        st.tuples(st.just("lose"), st.floats(0.01, 100)),
        st.tuples(st.just("remove"), JOBS),
    ),
    max_size=80,
)


@given(ACTIONS)
def test_it_does_what_its_definition_says(actions: list[tuple]) -> None:  # type: ignore[type-arg]
    queue: FairQueue[Item, int, str] = FairQueue(lambda item: item.kind, lambda item: item.job)
    plain = PlainQueue()
    taken: list[Item] = []
    for number, (action, *rest) in enumerate(actions):
        if action == "push":
            job, kind, cost, share = rest
            queue.push(job[0], cost, item := Item(job, kind, number), share)
            plain.push(cost, item, share)
        elif action == "take":
            kinds, unsuited, taker = rest

            def suits(item: Item, unsuited: int = unsuited) -> bool:
                return item.number % 3 != unsuited

            found = queue.take(kinds.__contains__, suits, taker)
            assert found == plain.take(kinds, suits, taker)
            taken += [found] if found else []
        elif action == "lose" and taken:
            queue.put_back(taken[-1].tenant, rest[0], taken[-1])
            plain.put_back(rest[0], taken.pop())
        elif action == "remove":
            assert sorted(queue.remove(rest[0]), key=lambda item: item.number) == sorted(
                plain.remove(rest[0]), key=lambda item: item.number
            )
        assert list(queue) == [each.item for each in plain.in_order()]
        assert len(queue) == len(plain.waiting)
        told = [standing.place for standing in queue.round()]
        assert told == [*range(1, len(told) + 1)]
    while queue:
        assert queue.take() == plain.take(range(3), bool, None)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0.01, 100)), max_size=30))
def test_the_order_that_is_foretold_is_the_order_that_comes(pushes: list[tuple[str, float]]) -> None:
    queue = queue_of_words()
    for number, (tenant, cost) in enumerate(pushes):
        queue.push(tenant, cost, f"{tenant}{number}")
    foretold = list(queue)
    assert drained(queue) == foretold
    by_tenant = defaultdict(list)
    for item in foretold:
        by_tenant[item[0]].append(int(item[1:]))
    assert all(numbers == sorted(numbers) for numbers in by_tenant.values())
