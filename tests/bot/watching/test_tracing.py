"""A job's way as an OpenTelemetry collector hears of it, over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.ports import Declined, Unavailable
from bot.watching import tracing
from engine.api.errors import OutOfMemory
from tests.chat import FakePlatform, FakeTranslator, stage
from tests.patience import until


class Collector:
    """Takes traces. `spans` are what came; `bodies` as it came; `headers` of the last request."""

    def __init__(self) -> None:
        self.spans: list[Any] = []
        self.bodies: list[bytes] = []
        self.headers: dict[str, str] = {}
        self.url = ""

    def of(self, job: str) -> dict[str, Any]:
        """A job's spans, by name; the last of those of one name."""
        return {span.name: span for span in self.spans if span.trace_id.hex().endswith(job)}

    async def take(self, request: web.Request) -> web.Response:
        from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

        body = await request.read()
        self.bodies.append(body)
        self.headers = {name.lower(): value for name, value in request.headers.items()}
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            for scope in resource.scope_spans:
                self.spans += scope.spans
        return web.Response(body=b"")


@asynccontextmanager
async def collector() -> AsyncIterator[Collector]:
    heard = Collector()
    app = web.Application()
    app.router.add_post("/v1/traces", heard.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    heard.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield heard
    finally:
        await runner.cleanup()


def _arrived(way: dict[str, Any]) -> bool:
    return "delivered" in way and not way["delivered"].status.message


async def test_the_whole_way_of_a_job_is_one_trace_over_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "50")  # milliseconds
    platform, translator = FakePlatform(), FakeTranslator(**{"붉은 여우": "a red fox"})
    async with collector() as heard:
        traced: dict[str, Any] = {
            "otel_exporter_otlp_endpoint": heard.url,
            "otel_exporter_otlp_headers": "authorization=Bearer%20k",
        }
        async with stage(tmp_path, platform=platform, translator=translator, **traced) as on:
            alice = on.someone("alice-in-person")
            await alice.send("/imagine 붉은 여우")
            drawn = (await alice.pictures()).card.job
            platform.down = Unavailable("slow", after=60)
            await alice.send("/imagine a dog")
            await until(lambda: len(on.engine.jobs) == 2)
            late = on.engine.jobs[1].id
            on.engine.fault = lambda job: OutOfMemory()
            await alice.send("/imagine a cat")
            await until(lambda: len(on.engine.jobs) == 3)
            failing = on.engine.jobs[2].id
            await until(lambda: "job" in heard.of(drawn or "?"))
            await until(lambda: all("delivered" in heard.of(job) for job in (late, failing)))
            assert heard.headers["authorization"] == "Bearer k"
        platform.down = None
        async with stage(tmp_path, platform=platform, **traced) as on:
            await until(lambda: {late, failing} <= set(platform.delivered))
            await until(lambda: all(_arrived(heard.of(job)) for job in (late, failing)))
        way = heard.of(drawn or "?")
        assert list(way) == ["accepted", "translated", "waited", "drawn", "delivered", "job"]
        whole = way.pop("job")
        assert whole.parent_span_id == b"" and {part.parent_span_id for part in way.values()} == {
            whole.span_id
        }
        assert all(
            whole.start_time_unix_nano <= part.start_time_unix_nano <= part.end_time_unix_nano
            for name, part in way.items()
            if name != "accepted"
        )
        assert whole.end_time_unix_nano >= way["delivered"].end_time_unix_nano
        facts = {fact.key: fact.value.string_value for fact in whole.attributes}
        assert (facts["lukis.state"], facts["lukis.platform"], facts["lukis.job"]) == ("done", "fake", drawn)
        tries = [s for s in heard.spans if s.name == "delivered" and s.trace_id.hex().endswith(late)]
        assert [s.status.code for s in tries][-1] == 0 and tries[0].status.message == "later"
        assert heard.of(failing)["drawn"].status.message == "out-of-memory"
        everything = b"".join(heard.bodies)
        for secret in ("여우", "a red fox", "a dog", "alice", "Alice"):
            assert secret.encode() not in everything


async def test_jobs_that_are_never_delivered_are_told_too_and_not_kept_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "50")
    monkeypatch.setattr(tracing, "MOST", 1)
    platform = FakePlatform()
    async with (
        collector() as heard,
        stage(tmp_path, platform=platform, otel_exporter_otlp_endpoint=heard.url) as on,
    ):
        platform.down = Declined("not in this form, nor in any other")
        await on.someone().send("/imagine a fox")
        await until(lambda: len(on.engine.jobs) == 1)
        lost = on.engine.jobs[0].id
        await until(lambda: "delivered" in heard.of(lost))
        await on.someone().send("/imagine a dog")
        await until(lambda: "job" in heard.of(lost))


async def test_a_collector_that_is_away_holds_nothing_up(tmp_path: Path) -> None:
    async with stage(tmp_path, otel_exporter_otlp_endpoint="http://127.0.0.1:9") as on:
        await on.someone().send("/imagine a fox")
        assert (await on.someone().pictures()).card.prompt == "a fox"
