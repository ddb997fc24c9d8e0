"""The queue's policy over a simulated device, as `benchmarks.fairness` prints it."""

from __future__ import annotations

import statistics

from benchmarks.fairness import Ask, crowd, together


def test_fair_turns_help_small_jobs_most_and_starve_nobody() -> None:
    fair, in_order = crowd(people=300, seconds=270), crowd(people=300, seconds=270)
    together(fair, fair=True)
    together(in_order, fair=False)

    def mean(asks: list[Ask], kind: str) -> float:
        return statistics.fmean(a.wait for a in asks if a.kind == kind and not a.person.startswith("flood"))

    assert mean(fair, "small") < 0.7 * mean(in_order, "small")
    assert mean(fair, "usual") < mean(in_order, "usual")
    assert mean(fair, "huge") < 1.1 * mean(in_order, "huge")
    assert max(a.wait for a in fair) < 2 * max(a.wait for a in in_order)
