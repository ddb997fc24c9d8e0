"""As many machines as there is work for: more at once, fewer after a while, none where nobody asks for anything."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.api.devices import DeviceState
from engine.api.events import Event, Queued
from engine.cluster.messages import DEVICE
from engine.cluster.scaling import FIRST_GUESS, GOAL, Bounds, Scaling, needed
from tests.engine.cluster.test_faults import as_undisturbed, run
from tests.heads import head, sleeping_engine
from tests.patience import until
from tests.sleeping import job

IDLE = 300.0

BOUNDS = st.builds(
    lambda least, more: Bounds(least, least + more, IDLE), st.integers(0, 9), st.integers(1, 90)
)
WORK = st.floats(0.0, 1e6)


@given(WORK, WORK, st.floats(1e-3, 1e3), BOUNDS)
def test_as_many_are_needed_as_draw_all_in_time_and_never_too_few_or_too_many(
    work: float, more: float, speed: float, bounds: Bounds
) -> None:
    need = needed(work, speed, bounds)
    assert bounds.least <= need <= bounds.most
    assert need == bounds.most or need * speed * GOAL >= work * 0.999
    assert need <= max(1, bounds.least) or (need - 1) * speed * GOAL <= work
    assert needed(work + more, speed, bounds) >= need >= needed(work, speed * 2, bounds)
    assert needed(work, None, bounds) == max(bounds.least, work > 0)
    assert needed(0.0, speed, bounds) == bounds.least


@given(st.lists(st.tuples(st.floats(0.0, 200.0), WORK), min_size=1), BOUNDS)
def test_more_are_wanted_at_once_and_fewer_only_after_a_while(
    looks: list[tuple[float, float]], bounds: Bounds
) -> None:
    now = 0.0
    scaling = Scaling(bounds, lambda: now)
    scaling.look(1.0, 0, 0)
    scaling.drew(5.0, 1.0)
    needs = [(now, needed(1.0, None, bounds))]
    for seconds, work in looks:
        now += seconds
        needs.append((now, needed(work, 5.0, bounds)))
        scaling.look(work, 0, 0)
        assert scaling.wanted == max(need for when, need in needs if now - when <= IDLE)
    now += IDLE + 1
    scaling.look(0.0, 0, 0)
    assert scaling.wanted == bounds.least
    assert scaling.left is None or bounds.least


def test_how_long_a_machine_takes_to_come_is_learned_from_those_that_came() -> None:
    now = 0.0
    scaling = Scaling(Bounds(0, 8, IDLE), lambda: now)
    assert (scaling.wanted, scaling.start, scaling.left) == (0, FIRST_GUESS, None)
    scaling.look(1.0, 0, 0)
    now = 30.0
    scaling.look(1.0, 0, 0)
    assert (scaling.wanted, scaling.left) == (1, FIRST_GUESS - 30.0)
    now = 90.0
    scaling.came()
    assert (scaling.start, scaling.left) == (90.0, None)
    scaling.drew(1.0, 1.0)  # 1 a second
    scaling.look(3 * GOAL, 1, 1)
    assert scaling.wanted == 3
    now = 100.0
    scaling.came()
    scaling.look(3 * GOAL, 2, 2)
    assert (scaling.start, scaling.left) == (50.0, 40.0)
    now = 200.0
    scaling.look(3 * GOAL, 2, 2)
    assert scaling.left is None and scaling.late  # it takes longer than the others: nobody knows
    scaling.came()
    assert scaling.start == 90.0 and not scaling.late  # the middle one of 10, 90 and 110
    scaling.look(0.0, 3, 0)
    scaling.came()  # one that nobody has asked for tells nothing
    assert scaling.start == 90.0
    now += IDLE
    scaling.look(1.0, 3, 1)
    assert scaling.wanted == 3
    now += 1.0
    scaling.look(1.0, 3, 1)
    assert scaling.wanted == 1


@pytest.mark.slow
async def test_idle_workers_are_let_go_down_to_none_and_come_back_as_soon_as_somebody_asks() -> None:
    with head(devices=2) as ray:

        def asked() -> int:
            from ray._raylet import GcsClient  # type: ignore[attr-defined]
            from ray.autoscaler.v2.sdk import (
                get_cluster_resource_state,  # both read the key as they are imported
            )

            state = get_cluster_resource_state(GcsClient(address=ray.address))
            (constraint,) = state.cluster_resource_constraints
            requests = constraint.resource_requests
            assert all(each.request.resources_bundle == {DEVICE: 1} for each in requests)
            return sum(each.count for each in requests)

        bounds = Bounds(0, 2, idle=0.0)
        async with sleeping_engine(ray.address, bounds=bounds) as engine:
            told: list[Event] = await run(engine, early := job("early"))
            assert as_undisturbed(early, told)
            queued = told[0]
            assert isinstance(queued, Queued) and queued.wait  # nobody was there
            assert (queued.position, queued.start, round(queued.wait / 60)) == (1, FIRST_GUESS, 3)
            await until(lambda: not engine.workers and not ray.processes("ray::Worker"))
            await until(lambda: asked() == 0)
            assert engine.devices() == [DeviceState("autoscaler", ready=True)]
            ray.gate.touch()
            late = asyncio.create_task(run(engine, job("late", seed=8)))
            await until(lambda: asked() == 1)
            await until(lambda: bool(engine.workers))
            assert len(engine.workers) == 1  # no more than are wanted
            ray.gate.unlink()
            assert as_undisturbed(job("late", seed=8), await late)
            await until(lambda: not engine.workers)
