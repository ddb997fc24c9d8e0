"""The breaker leaves a broken provider alone, and tries it again."""

from __future__ import annotations

from bot.translation.breaker import Breaker


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def breaker() -> tuple[Breaker, Clock]:
    clock = Clock()
    return Breaker(rest=20, longest=100, patience=3, clock=clock), clock


def test_it_admits_while_all_is_well() -> None:
    b, _ = breaker()
    assert b.admits()
    b.worked()
    assert b.admits()


def test_one_failure_opens_it_for_its_rest() -> None:
    b, clock = breaker()
    b.failed()
    assert not b.admits()
    clock.now += 19
    assert not b.admits()
    clock.now += 2
    assert b.admits()


def test_after_the_rest_one_tries_and_the_others_go_on_without() -> None:
    b, clock = breaker()
    b.failed()
    clock.now += 21
    assert [b.admits() for _ in range(3)] == [True, False, False]


def test_it_rests_twice_as_long_after_each_failure_up_to_a_limit() -> None:
    b, clock = breaker()
    rests = []
    for _ in range(5):
        b.failed()
        rests.append(b.remaining)
        clock.now += b.remaining
        b.admits()
    assert rests == [20, 40, 80, 100, 100]


def test_a_good_answer_closes_it() -> None:
    b, clock = breaker()
    b.failed()
    clock.now += 21
    assert b.admits()
    b.worked()
    assert b.admits()
    assert b.remaining == 0


def test_it_waits_as_long_as_the_service_asked() -> None:
    b, _ = breaker()
    b.failed(wait=60)
    assert b.remaining == 60


def test_useless_answers_in_a_row_open_it_but_single_ones_do_not() -> None:
    b, _ = breaker()
    b.useless()
    b.useless()
    b.worked()
    b.useless()
    b.useless()
    assert b.admits()
    b.useless()
    assert not b.admits()
