"""One job's way from its being asked for to its delivery, as an OpenTelemetry trace. Needs the extra `tracing`.

A job's trace is found by its id, over restarts too: where that is hexadecimal, it is the end of the trace's own.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import (
    NonRecordingSpan,
    SpanContext,
    Status,
    StatusCode,
    TraceFlags,
    set_span_in_context,
)
from opentelemetry.util.re import parse_env_headers
from pydantic import SecretStr

from bot.store.rows import JobRow
from bot.watching.happenings import (
    Accepted,
    Drawn,
    Finished,
    HandedOver,
    Happening,
    Kept,
    Translated,
    Tried,
    Waited,
)
from engine.api.events import Failed

PATIENCE = 2.0
"""Seconds that what is left to send gets at the end."""

MOST = 10_000
"""Jobs that are kept in mind until they are delivered. Not all ever are: beyond that the oldest is told as it is."""

_HEX = re.compile("[0-9a-f]{16}")
_SECOND = 10**9

Facts = dict[str, str | int]


class Tracing:
    """Hears of what happens, and sends it on in a thread of its own; a collector that is away holds nothing up."""

    def __init__(self, endpoint: str, headers: SecretStr | None) -> None:
        """`endpoint` is the collector's, without `/v1/traces`; `headers` go with each request: `name=value,...`."""
        told = parse_env_headers(headers.get_secret_value(), liberal=True) if headers else None
        exporter = OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces", headers=told, timeout=PATIENCE)
        self._ids = _Ids()
        self._provider = TracerProvider(
            resource=Resource.create({"service.name": "lukis"}),
            id_generator=self._ids,
            shutdown_on_exit=False,
        )
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("lukis")
        self._jobs: dict[str, JobRow] = {}  # not delivered yet

    async def close(self) -> None:
        """Sends what is left, if that can be done soon."""
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.to_thread(self._provider.shutdown), PATIENCE)

    def hear(self, happening: Happening) -> None:
        """See `Watch`."""
        match happening:
            case Accepted(job):
                if len(self._jobs) >= MOST:
                    self._end(next(iter(self._jobs)))
                self._jobs[job.id] = job
                self._part(job.id, "accepted", 0.0, {"platform": job.address.platform})
            case Translated(job_id, translation, seconds) if job_id:
                facts: Facts = {"outcome": translation.outcome, "language": translation.language}
                self._part(
                    job_id, "translated", seconds, facts | {"provider": translation.provider or "none"}
                )
            case Waited(asked, seconds):
                self._part(asked.id, "waited", seconds, {"model": asked.recipe.model})
            case Drawn(asked, final, seconds):
                wrong = final.code if isinstance(final, Failed) else ""
                facts = {
                    "mode": asked.mode,
                    "pictures": asked.recipe.images,
                    "end": type(final).__name__.lower(),
                }
                self._part(asked.id, "drawn", seconds, facts, wrong)
            case Finished(job):
                self._jobs[job.id] = job
            case HandedOver(platform, "deliver", job_id, taken, seconds):
                facts = {"platform": platform, "outcome": taken}
                self._part(job_id, "delivered", seconds, facts, "" if taken == "taken" else taken)
                if taken in ("taken", "unreachable"):
                    self._end(job_id)
            case Kept() | HandedOver() | Translated() | Tried():
                pass

    def _part(self, job_id: str, name: str, seconds: float, facts: Facts, wrong: str = "") -> None:
        """A part of a job's way, which has just ended."""
        end = time.time_ns()
        span = self._tracer.start_span(
            name,
            context=set_span_in_context(NonRecordingSpan(_root(job_id))),
            start_time=end - int(seconds * _SECOND),
            attributes={f"lukis.{key}": value for key, value in facts.items()},
        )
        if wrong:
            span.set_status(Status(StatusCode.ERROR, wrong))
        span.end(end)

    def _end(self, job_id: str) -> None:
        """All of a job's way; of one that an earlier run has finished, its parts must do."""
        if job := self._jobs.pop(job_id, None):
            with self._ids.chosen(_root(job_id)):
                span = self._tracer.start_span(
                    "job", start_time=int(job.created * _SECOND), attributes=_about(job)
                )
            if job.error:
                span.set_status(Status(StatusCode.ERROR, job.error[0]))
            span.end()


class _Ids(RandomIdGenerator):
    """Ids by chance, but for spans whose ids are known beforehand. Belongs to the event loop."""

    def __init__(self) -> None:
        self._chosen: SpanContext | None = None

    @contextmanager
    def chosen(self, ids: SpanContext) -> Iterator[None]:
        """The span that is started in the block gets these."""
        self._chosen = ids
        try:
            yield
        finally:
            self._chosen = None

    def generate_trace_id(self) -> int:
        """See `IdGenerator`."""
        return self._chosen.trace_id if self._chosen else super().generate_trace_id()

    def generate_span_id(self) -> int:
        """See `IdGenerator`."""
        return self._chosen.span_id if self._chosen else super().generate_span_id()


def _root(job_id: str) -> SpanContext:
    """Where all of a job's way is found, whichever run of the program a part of it comes from."""
    digits = job_id if _HEX.fullmatch(job_id) else hashlib.sha256(job_id.encode()).hexdigest()[:16]
    number = int(digits, 16) or 1
    return SpanContext(number, number, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED))


def _about(job: JobRow) -> dict[str, str]:
    """What may be said of a job: nothing of its words, nobody's name."""
    facts = {"job": job.id, "platform": job.address.platform, "mode": job.mode, "model": job.recipe.model}
    return {f"lukis.{key}": value for key, value in (facts | {"state": job.state}).items()}
