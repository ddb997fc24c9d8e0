"""Every metric, once: what counts, what serves, the dashboard, the alerts and the documentation all read this.

Labels are few and of few values: a platform's name, a mode's, a model's that is there. None is of a person or a prompt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.api.devices import ROWS

PREFIX = "lukis_"

WAITS = (0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600)
DRAWINGS = (0.2, 0.5, 1, 2, 5, 10, 20, 40, 80, 160, 320)
ANSWERS = (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 120)
MOMENTS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
"""Bounds of histograms, in seconds."""


@dataclass(frozen=True)
class Metric:
    """One metric.

    Attributes:
        short: its name without the prefix and what Prometheus puts behind it.
        kind: how it moves.
        help: what it counts, for people.
        labels: what tells its series apart.
        buckets: bounds of a histogram.
    """

    short: str
    kind: Literal["counter", "gauge", "histogram"]
    help: str
    labels: tuple[str, ...] = ()
    buckets: tuple[float, ...] = ()

    @property
    def name(self) -> str:
        """As it is defined."""
        return f"{PREFIX}{self.short}"

    def __str__(self) -> str:
        """As queries call it; of a histogram, its buckets."""
        return self.name + {"counter": "_total", "gauge": "", "histogram": "_bucket"}[self.kind]

    @property
    def sum(self) -> str:
        """Of a histogram: what all that it saw comes to."""
        assert self.kind == "histogram"
        return f"{self.name}_sum"

    @property
    def count(self) -> str:
        """Of a histogram: how often it saw something."""
        assert self.kind == "histogram"
        return f"{self.name}_count"


JOBS = Metric("jobs", "counter", "Jobs, by what became of them.", ("state", "platform", "mode", "model"))
JOBS_OPEN = Metric("jobs_open", "gauge", "Jobs that are queued or running now.", ("state", "platform"))
FAILURES = Metric("failures", "counter", "Jobs that failed, by the code of their error.", ("code",))
JOB_SECONDS = Metric(
    "job_seconds", "histogram", "From a job's being accepted to its end.", ("platform",), WAITS
)
WAIT_SECONDS = Metric(
    "wait_seconds", "histogram", "From a job's coming to the engine to its turn.", ("model",), WAITS
)
DRAWING_SECONDS = Metric(
    "drawing_seconds", "histogram", "From a job's turn to its pictures.", ("mode", "model"), DRAWINGS
)
TRANSLATIONS = Metric(
    "translations",
    "counter",
    "Texts that were to be English, by who translated them.",
    ("provider", "outcome"),
)
TRANSLATORS = Metric(
    "translators",
    "counter",
    "Attempts of each translator, or why it was passed over.",
    ("provider", "outcome"),
)
TRANSLATION_SECONDS = Metric(
    "translation_seconds", "histogram", "What finding a text's English took.", ("provider",), ANSWERS
)
CALLS = Metric(
    "platform_calls",
    "counter",
    "What platforms were asked to do, and what they made of it; “later” is tried again.",
    ("platform", "call", "outcome"),
)
CALL_SECONDS = Metric(
    "platform_call_seconds", "histogram", "What platforms took for it.", ("platform", "call"), ANSWERS
)
RATE_LIMITS = Metric("rate_limits", "counter", "Times that a platform told us to wait.", ("platform",))
DELIVERIES_OPEN = Metric("deliveries_open", "gauge", "Results that have not surely arrived.")
CONNECTED = Metric("platform_connected", "gauge", "Whether a platform hears people, 1 or 0.", ("platform",))
DATABASE_SECONDS = Metric(
    "database_seconds", "histogram", "What the database took, its queue included.", ("operation",), MOMENTS
)
LOOP_LAG = Metric("loop_lag_seconds", "histogram", "How late the event loop is.", (), MOMENTS)
STORE_OPEN = Metric("store_writable", "gauge", "Whether new jobs can be kept, 1 or 0.")
DISK_FREE = Metric("disk_free_bytes", "gauge", "What is free on the disk of DATA_DIR.")
DEVICE_READY = Metric("device_ready", "gauge", "Whether a device takes jobs, 1 or 0.", ("device",))
LANES = Metric("device_lanes", "gauge", "Lanes that are open on a device.", ("device",))
LANE_ROWS = Metric("device_rows", "gauge", "Rows in the lanes of a device.", ("device",))
MEMORY_FREE = Metric(
    "device_memory_free_bytes", "gauge", "Memory that a forward could take on a device.", ("device",)
)
FORWARD_ROWS = Metric(
    "forward_rows", "histogram", "Rows of each call of a model.", ("device",), tuple(map(float, ROWS))
)
FORWARD_SECONDS = Metric("forward_seconds", "counter", "What calls of models took.", ("device",))
LOADS = Metric(
    "model_loads", "counter", "Models that were read from the disk, or could not be.", ("device", "outcome")
)
LOAD_SECONDS = Metric("model_load_seconds", "counter", "What reading models took.", ("device",))

METRICS = tuple(value for value in vars().values() if isinstance(value, Metric))
"""All of them."""
