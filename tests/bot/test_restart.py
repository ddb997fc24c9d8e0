"""Nothing is lost: what was accepted is drawn, what was drawn arrives."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from bot.ports import Unavailable, Unreachable
from tests.chat import FakePlatform, Someone, stage
from tests.fakes import FakeEngine
from tests.patience import PATIENCE, until


async def test_waiting_and_running_jobs_run_after_a_restart(tmp_path: Path) -> None:
    platform = FakePlatform()
    async with stage(tmp_path, platform=platform) as on:
        on.engine.hold(1)
        alice = on.someone()
        await alice.send("/imagine running --seed 3")
        await alice.told("25%")
        await alice.send("/imagine waiting")
    assert platform.delivered == []
    async with stage(tmp_path, platform=platform) as on:
        alice = on.someone()
        assert {(await alice.pictures()).card.prompt, (await alice.pictures()).card.prompt} == {
            "running",
            "waiting",
        }
        assert {j.prompt: j.recipe.seed for j in on.engine.jobs}["running"] == 3
        assert len(platform.delivered) == 2
        assert not [m for m in platform.messages.values() if m.card.progress is not None], (
            "no status message is left"
        )


@pytest.mark.parametrize("moment", ["add", "finish"])
async def test_a_job_that_is_found_as_it_is_begun_or_ends_is_drawn_and_delivered_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    async with stage(tmp_path) as on:
        jobs, runner = on.lukis.store.jobs, on.lukis.service.runner
        kept = getattr(jobs, moment)

        async def found(*what: Any, **about: Any) -> bool:
            new: bool = await kept(*what, **about)
            await runner.resume()
            return new

        monkeypatch.setattr(jobs, moment, found)
        await on.someone().send("/imagine a fox")
        assert (await on.someone().pictures()).card.prompt == "a fox"
        await runner.settle(PATIENCE)
        assert (len(on.engine.jobs), len(on.platform.delivered)) == (1, 1)


async def test_a_platform_that_is_down_gets_its_pictures_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        on.platform.down = Unavailable("down", after=0.05)
        await alice.send("/imagine a fox")
        await until(lambda: "is delivered later" in caplog.text)
        await on.lukis.service.runner.settle(0)
        assert on.platform.messages == {}
    assert len(on.engine.jobs) == 1
    async with stage(tmp_path, engine=FakeEngine()) as again:
        assert (await again.someone().pictures()).card.prompt == "a fox"
        assert again.engine.jobs == [], "it was drawn already"


async def test_delivered_results_are_not_delivered_again(tmp_path: Path) -> None:
    platform = FakePlatform()
    async with stage(tmp_path, platform=platform) as on:
        await on.someone().send("/imagine a fox")
        photo = await on.someone().pictures()
    async with stage(tmp_path, platform=platform) as on:
        await on.someone().press(photo, "Original")
        await on.platform.until(lambda m: m.card.document)
    assert len(platform.delivered) == 1


async def test_who_left_for_ever_costs_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        on.platform.down = Unreachable("blocked")
        await on.someone().send("/imagine a fox")
        await on.lukis.service.runner.settle(PATIENCE)
        on.platform.down = None
    async with stage(tmp_path, platform=(platform := FakePlatform())) as on:
        await on.someone("bob").send("/imagine a dog")
        assert (await on.someone("bob").pictures()).card.prompt == "a dog"
    assert len(platform.delivered) == 1


async def test_jobs_of_other_platforms_are_left_alone(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        on.engine.hold()
        await on.someone().send("/imagine a fox")
    async with stage(tmp_path, platform=FakePlatform("other")) as on:
        await on.someone().send("/imagine a dog")
        await on.someone().pictures()
        assert [j.prompt for j in on.engine.jobs] == ["a dog"]


async def test_while_closing_no_job_is_taken(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.lukis.service.close(0)
        await on.someone().send("/imagine a fox")
        await on.someone().told("just being restarted")
        assert on.engine.jobs == []


async def test_an_event_that_comes_again_is_accepted_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        for _ in range(2):
            await on.lukis.service.command(alice.incoming("a fox", event=5), "imagine")
        await alice.pictures()
    async with stage(tmp_path, max_waiting_jobs=1) as on:
        alice = on.someone()
        await on.lukis.service.command(alice.incoming("a fox", event=5), "imagine")
        await on.lukis.service.command(alice.incoming("a dog", event=6), "imagine")
        assert (await alice.pictures()).card.prompt == "a dog"
        assert [j.prompt for j in on.engine.jobs] == ["a dog"]


async def test_what_was_asked_for_on_a_platform_that_is_off_waits_for_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    here, there = FakePlatform(), FakePlatform("there")
    async with stage(tmp_path, platform=here, others=[there]) as on:
        on.engine.hold()
        await Someone(on.lukis.service, there, "bob").send("/imagine a boat")
        await there.until(lambda m: m.card.kind == "status")
    caplog.clear()
    async with stage(tmp_path, platform=here) as on:
        await on.someone().send("/imagine a fox")
        await on.someone().pictures()
    said = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert said == ["Asked for on There: 1. They wait until it is on again."]
    caplog.clear()
    async with stage(tmp_path, platform=here, others=[there]):
        assert (await there.until(lambda m: m.card.pictures)).card.prompt == "a boat"
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]
