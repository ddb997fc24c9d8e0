"""One budget of edits per chat."""

from __future__ import annotations

import pytest

from bot.platforms.telegram.pace import GROUP, Pace
from bot.ports import Unavailable


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(clock)


def wait(pace: Pace, chat: str, message: str) -> float:
    """Seconds that an edit is told to wait; 0 if it may go."""
    try:
        pace.turn(chat, message)
    except Unavailable as error:
        return error.after or 0.0
    return 0.0


def test_an_edit_goes_at_once_and_the_next_waits(pace: Pace, clock: Clock) -> None:
    assert wait(pace, "7", "a") == 0
    assert wait(pace, "7", "a") == 1
    clock.now += 1
    assert wait(pace, "7", "a") == 0


def test_jobs_of_a_group_take_turns(pace: Pace, clock: Clock) -> None:
    assert [wait(pace, "-7", m) for m in "abcd"] == [0, GROUP, 2 * GROUP, 3 * GROUP]
    edits = 0
    for _ in range(60):
        clock.now += 1
        edits += sum(wait(pace, "-7", m) == 0 for m in "abcd")
    assert 15 <= edits <= 20, "about 20 a minute, however many jobs there are"


def test_chats_do_not_wait_for_each_other(pace: Pace) -> None:
    assert [wait(pace, chat, "a") for chat in ("-7", "-8", "9")] == [0, 0, 0]


def test_asking_again_too_early_keeps_the_turn(pace: Pace, clock: Clock) -> None:
    wait(pace, "-7", "a")
    for _ in range(5):
        assert wait(pace, "-7", "b") <= GROUP
    clock.now += GROUP
    assert wait(pace, "-7", "b") == 0


def test_messages_use_up_the_budget_of_edits(pace: Pace, clock: Clock) -> None:
    pace.used("-7", 10)
    assert wait(pace, "-7", "a") == 0, "an album may come all at once"
    pace.used("-7", 10)
    clock.now += GROUP
    assert wait(pace, "-7", "a") == 10 * GROUP


def test_a_chat_that_telegram_holds_is_left_alone(pace: Pace, clock: Clock) -> None:
    pace.hold("7", 30)
    with pytest.raises(Unavailable) as told:
        pace.check("7")
    assert told.value.after == 30
    pace.check("8")
    clock.now += 30
    pace.check("7")


def test_chats_long_quiet_are_forgotten(pace: Pace, clock: Clock) -> None:
    for i in range(1000):
        pace.used(str(i))
    clock.now += 100
    pace.used("x")
    assert len(pace._chats) < 10
