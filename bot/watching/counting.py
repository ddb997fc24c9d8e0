"""Counts what happens for Prometheus. Only whoever asked for metrics imports this."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, disable_created_metrics
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
)
from prometheus_client.core import (
    Metric as Family,
)
from prometheus_client.registry import Collector

from bot.store.rows import JobRow
from bot.watching import metrics as m
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
from engine.api.devices import ROWS, DeviceState
from engine.api.events import Done
from engine.api.modes import MODES

OTHER = "other"
"""Stands for whatever has no name of its own here."""

NOBODY = "none"
"""Stands for the translator of a text that nobody translated."""

MOST_MODELS = 100
"""Models that are told apart; a folder may hold thousands."""


class Counting:
    """Hears of what happens, and counts it."""

    def __init__(self, registry: CollectorRegistry, models: Callable[[], Collection[str]]) -> None:
        """`models` are the names of those there are: no other name, as forged files tell them, becomes a label."""
        self._models = models
        self._told_apart: set[str] = set()
        self._counters = {
            each: Counter(each.name, each.help, each.labels, registry=registry)
            for each in (m.JOBS, m.FAILURES, m.TRANSLATIONS, m.TRANSLATORS, m.CALLS, m.RATE_LIMITS)
        }
        self._histograms = {
            each: Histogram(each.name, each.help, each.labels, registry=registry, buckets=each.buckets)
            for each in m.METRICS
            if each.kind == "histogram" and each is not m.FORWARD_ROWS
        }

    def hear(self, happening: Happening) -> None:
        """See `Watch`."""
        match happening:
            case Accepted(job):
                self._job("accepted", job)
            case Finished(job):
                self._job(job.state, job)
                self._seconds(
                    m.JOB_SECONDS, max(0.0, (job.finished or 0) - job.created), job.address.platform
                )
                if job.error:
                    self._count(m.FAILURES, job.error[0])
            case Waited(asked, seconds):
                self._seconds(m.WAIT_SECONDS, seconds, self._model(asked.recipe.model))
            case Drawn(asked, Done(), seconds):
                self._seconds(m.DRAWING_SECONDS, seconds, _mode(asked.mode), self._model(asked.recipe.model))
            case Translated(_, translation, seconds):
                provider = translation.provider or NOBODY
                self._count(m.TRANSLATIONS, provider, translation.outcome)
                self._seconds(m.TRANSLATION_SECONDS, seconds, provider)
            case Tried(provider, outcome, _):
                self._count(m.TRANSLATORS, provider, outcome)
            case HandedOver(platform, call, _, taken, seconds, slowed):
                self._count(m.CALLS, platform, call, taken)
                self._seconds(m.CALL_SECONDS, seconds, platform, call)
                if slowed:
                    self._count(m.RATE_LIMITS, platform)
            case Kept(what, seconds):
                self._seconds(m.DATABASE_SECONDS, seconds, what)

    def late(self, seconds: float) -> None:
        """The event loop came so much later than it should have."""
        self._seconds(m.LOOP_LAG, seconds)

    def _job(self, state: str, job: JobRow) -> None:
        self._count(m.JOBS, state, job.address.platform, _mode(job.mode), self._model(job.recipe.model))

    def _count(self, metric: m.Metric, *labels: str) -> None:
        self._counters[metric].labels(*labels).inc()

    def _seconds(self, metric: m.Metric, seconds: float, *labels: str) -> None:
        histogram = self._histograms[metric]
        (histogram.labels(*labels) if labels else histogram).observe(seconds)

    def _model(self, name: str) -> str:
        if name in self._told_apart:
            return name
        if len(self._told_apart) >= MOST_MODELS or name not in self._models():
            return OTHER
        self._told_apart.add(name)
        return name


def _mode(name: str) -> str:
    return name if name in MODES else OTHER


@dataclass(frozen=True)
class Now:
    """How all is at one moment.

    Attributes:
        jobs: that are open, by platform and state; None where the store can't say, as `deliveries` are.
        free: bytes on the disk.
    """

    jobs: dict[tuple[str, str], int] | None
    deliveries: int | None
    writable: bool
    free: int | None
    connected: dict[str, bool]
    devices: Sequence[DeviceState] = field(default=())


class AsItIs(Collector):
    """Gives out what is looked up rather than counted."""

    def __init__(self, now: Now) -> None:
        self._now = now

    def collect(self) -> Iterable[Family]:
        """See `Collector`."""
        now, devices = self._now, self._now.devices
        jobs = now.jobs or {}
        yield _gauge(m.JOBS_OPEN, {(state, platform): n for (platform, state), n in jobs.items()})
        yield _gauge(m.DELIVERIES_OPEN, {(): now.deliveries})
        yield _gauge(m.STORE_OPEN, {(): now.writable})
        yield _gauge(m.DISK_FREE, {(): now.free})
        yield _gauge(m.CONNECTED, {(name,): on for name, on in now.connected.items()})
        yield _gauge(m.DEVICE_READY, {(d.device,): d.ready for d in devices})
        yield _gauge(m.LANES, {(d.device,): d.lanes for d in devices})
        yield _gauge(m.LANE_ROWS, {(d.device,): d.rows for d in devices})
        yield _gauge(m.MEMORY_FREE, {(d.device,): d.free for d in devices})
        yield _counter(m.FORWARD_SECONDS, {(d.device,): d.seconds for d in devices})
        loads: dict[tuple[str, ...], float] = {(d.device, "read"): d.loads for d in devices}
        yield _counter(m.LOADS, loads | {(d.device, "failed"): d.bad_loads for d in devices})
        yield _counter(m.LOAD_SECONDS, {(d.device,): d.load_seconds for d in devices})
        yield _forward_rows(devices)


def registry_of(*collectors: Collector) -> CollectorRegistry:
    """A registry of these alone, and of what the process itself takes."""
    disable_created_metrics()  # type: ignore[no-untyped-call]  # a series beside each, of when it was first counted
    registry = CollectorRegistry(auto_describe=False)
    for collector in collectors:
        registry.register(collector)
    ProcessCollector(registry=registry)
    return registry


def _gauge(metric: m.Metric, values: dict[tuple[str, ...], int | None]) -> Family:
    family = GaugeMetricFamily(metric.name, metric.help, labels=metric.labels)
    for labels, value in values.items():
        if value is not None:
            family.add_metric(labels, value)
    return family


def _counter(metric: m.Metric, values: dict[tuple[str, ...], float]) -> Family:
    family = CounterMetricFamily(metric.name, metric.help, labels=metric.labels)
    for labels, value in values.items():
        family.add_metric(labels, value)
    return family


def _forward_rows(devices: Sequence[DeviceState]) -> Family:
    family = HistogramMetricFamily(m.FORWARD_ROWS.name, m.FORWARD_ROWS.help, labels=m.FORWARD_ROWS.labels)
    bounds = [*map(str, map(float, ROWS)), "+Inf"]
    for each in devices:
        counts = list(zip(bounds, accumulate(each.forwards), strict=True))
        family.add_metric([each.device], counts, each.forwarded)
    return family
