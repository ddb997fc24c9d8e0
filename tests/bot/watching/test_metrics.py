"""What Prometheus reads of an evening, and what answers whether all is well."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.about import work_for
from bot.bootstrap import assemble
from bot.ports import Unavailable
from bot.settings import BadSetting, Settings
from bot.translation.chain import KINDS, Attempt
from bot.translation.providers.base import Unavailable as Away
from bot.watching.happenings import Happening, Translated, Tried
from bot.watching.metrics import METRICS, Metric
from bot.watching.ports import WatchedTranslator
from engine.api.errors import DeviceLost
from tests.bot.translation.stand_ins import StandIn, translator
from tests.chat import FakeTranslator, Stage, stage
from tests.fakes import FakeEngine
from tests.patience import until

Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


async def fetched(on: Stage, path: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{on.lukis.metrics}{path}") as answer,
    ):
        return answer.status, await answer.text()


async def samples(on: Stage) -> Samples:
    _, text = await fetched(on, "/metrics")
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(seen: Samples, metric: Metric | str, **labels: str) -> float | None:
    return seen.get((str(metric), frozenset(labels.items())))


async def test_an_evening_is_counted_and_nobody_is_named(tmp_path: Path) -> None:
    from bot.watching import metrics as m

    async with stage(tmp_path, metrics_port=0, translator=FakeTranslator(**{"붉은 여우": "a red fox"})) as on:
        alice = on.someone("alice-in-person")
        await alice.send("/imagine 붉은 여우")
        await alice.pictures()
        on.platform.down = Unavailable("slow down", after=0.01)
        await alice.send("/imagine secretword")
        await until(lambda: on.engine.jobs[1:])
        on.platform.down = None
        await alice.pictures()
        on.engine.fault = lambda job: DeviceLost()
        await alice.send("/imagine a dog")
        await alice.told("went away")
        on.engine.fault = lambda job: None
        on.engine.hold()
        await alice.send("/imagine a cat")
        await until(lambda: on.engine.jobs[3:])
        seen = await samples(on)
        drawn = {"platform": "fake", "mode": "text", "model": "starter"}
        assert value(seen, m.JOBS, state="accepted", **drawn) == 4
        assert value(seen, m.JOBS, state="done", **drawn) == 2
        assert value(seen, m.JOBS, state="failed", **drawn) == 1
        assert value(seen, m.FAILURES, code="device-lost") == 1
        assert value(seen, m.JOBS_OPEN, state="queued", platform="fake") == 1
        assert value(seen, m.DRAWING_SECONDS.count, mode="text", model="starter") == 2
        assert value(seen, m.WAIT_SECONDS.count, model="starter") == 3
        assert value(seen, m.JOB_SECONDS.count, platform="fake") == 3
        assert (value(seen, m.JOB_SECONDS.sum, platform="fake") or 1e9) < 1e6, "seconds, not a date"
        assert value(seen, m.TRANSLATIONS, provider="google", outcome="translated") == 1
        assert (value(seen, m.CALLS, platform="fake", call="deliver", outcome="taken") or 0) >= 2
        assert (value(seen, m.RATE_LIMITS, platform="fake") or 0) >= 1
        assert value(seen, m.CONNECTED, platform="fake") == 1
        assert value(seen, m.DEVICE_READY, device="fake") == value(seen, m.STORE_OPEN) == 1
        assert (value(seen, m.DATABASE_SECONDS.count, operation="write") or 0) > 10
        _, text = await fetched(on, "/metrics")
        assert [word for word in ("alice-in-person", "secretword", "room", "여우") if word in text] == []
        defined = {metric.name for metric in METRICS}
        told = set(re.findall(r"^# TYPE (lukis_\w+?)(?:_total|_created)? ", text, re.MULTILINE))
        assert defined == told
        await on.engine.release()


async def test_no_label_is_what_somebody_has_made_up(tmp_path: Path) -> None:
    from prometheus_client import generate_latest

    from bot.watching.counting import MOST_MODELS, Counting, registry_of
    from bot.watching.happenings import Waited
    from engine.api.jobs import Job
    from engine.api.recipe import Recipe

    registry = registry_of()
    here = {f"model{i}" for i in range(3 * MOST_MODELS)}
    counting = Counting(registry, lambda: here)
    for name in ["forged", *sorted(here)]:
        recipe = Recipe(model=name, width=8, height=8, steps=1, cfg=1, sampler="euler", seed=0)
        counting.hear(Waited(Job(id="j", tenant="t", mode="text", prompt="", recipe=recipe), 0.5))
    told = set(re.findall(r'wait_seconds_count\{model="(\w+)"', generate_latest(registry).decode()))
    assert "forged" not in told and "other" in told and len(told) == MOST_MODELS + 1


async def test_whether_all_is_well_is_told_part_by_part(tmp_path: Path) -> None:
    async with stage(tmp_path, metrics_port=0) as on:
        assert await fetched(on, "/healthz") == (200, '{"loop": true}')
        assert await fetched(on, "/readyz") == (200, '{"engine": true, "store": true, "fake": true}')
        on.platform.down = Unavailable("down")
        assert await fetched(on, "/readyz") == (503, '{"engine": true, "store": true, "fake": false}')
        on.platform.down = None
        await on.engine.__aexit__()
        (tmp_path / "lukis.sqlite").rename(tmp_path / "away")
        assert await fetched(on, "/readyz") == (503, '{"engine": false, "store": false, "fake": true}')
        assert (await fetched(on, "/metrics"))[0] == 200
        assert not (tmp_path / "lukis.sqlite").exists(), "nobody has made another one"


async def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = Settings.read(None, data_dir=tmp_path, metrics_port=port)
        with pytest.raises(
            BadSetting, match=rf"^METRICS_PORT: {port} can't be listened on at 127\.0\.0\.1: "
        ):
            async with assemble(settings, engine=FakeEngine(), translator=FakeTranslator(), platforms=[]):
                pass


async def test_nothing_is_watched_where_nobody_asked_for_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        parts: Any = on.lukis
        assert parts.metrics is None and parts.platforms[0] is on.platform
        assert type(parts.store.jobs).__name__ == "JobStore"


async def test_each_translator_that_is_asked_is_counted() -> None:
    def away(text: str) -> str:
        raise Away("503 for “rubah”")

    heard: list[Happening] = []
    chain = translator(StandIn(away, name="first"), StandIn(name="second"))
    watched = WatchedTranslator(chain, heard.append)
    with work_for("fake", "fake:alice", "job1"):
        assert (await watched.translate("rubah merah di hutan", "id")).provider == "second"
    assert [(tried.provider, tried.outcome) for tried in heard if isinstance(tried, Tried)] == [
        ("first", "unavailable"),
        ("second", "answered"),
    ]
    assert [told.job for told in heard if isinstance(told, Translated)] == ["job1"]
    for outcome in (
        "answered in pieces",
        "resting for 3 s",
        "no answer in 5 s",
        "no translation: nothing",
        "failed: OSError",
    ):
        assert Attempt("x", outcome, 0.0).kind in KINDS
