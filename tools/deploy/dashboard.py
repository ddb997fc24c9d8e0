"""The dashboard for Grafana: rows of panels, each a question or several about our metrics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.watching import metrics as m
from tools.deploy.alerts import SCRAPED
from tools.deploy.queries import mean, of, quantile, rate

WIDTH, ACROSS, HEIGHT = 24, 3, 8
"""Units of Grafana's grid: a dashboard's width; panels beside each other, and their height."""

SOURCE = {"type": "prometheus", "uid": "${source}"}


@dataclass(frozen=True)
class Panel:
    """One panel: its questions by what each line is called, where `{{label}}` stands for a label's value."""

    title: str
    unit: str
    asks: dict[str, str]
    kind: str = "timeseries"
    stacked: bool = False


def _thirds(metric: m.Metric) -> dict[str, str]:
    return {f"{most:.0%} below": quantile(most, metric) for most in (0.5, 0.9, 0.99)}


def _own(metric: str) -> str:
    return of(metric, job=SCRAPED)


ROWS: dict[str, tuple[Panel, ...]] = {
    "Is it well?": (
        Panel("Platforms that hear people", "bool_on_off", {"{{platform}}": str(m.CONNECTED)}, "stat"),
        Panel("Devices that take jobs", "bool_on_off", {"{{device}}": str(m.DEVICE_READY)}, "stat"),
        Panel("New jobs can be kept", "bool_on_off", {"store": str(m.STORE_OPEN)}, "stat"),
    ),
    "Jobs": (
        Panel("Open now", "short", {"{{state}} on {{platform}}": str(m.JOBS_OPEN)}, stacked=True),
        Panel("What became of them", "ops", {"{{state}}": rate(m.JOBS, "state")}),
        Panel("Failures by code", "ops", {"{{code}}": rate(m.FAILURES, "code")}, stacked=True),
        Panel("Wait for one's turn", "s", _thirds(m.WAIT_SECONDS)),
        Panel("Drawing, 90 % below", "s", {"{{mode}}": quantile(0.9, m.DRAWING_SECONDS, "mode")}),
        Panel("All of it, 90 % below", "s", {"{{platform}}": quantile(0.9, m.JOB_SECONDS, "platform")}),
        Panel("Asked for by mode", "ops", {"{{mode}}": rate(m.JOBS, "mode", state="accepted")}, stacked=True),
        Panel(
            "Asked for by model", "ops", {"{{model}}": rate(m.JOBS, "model", state="accepted")}, stacked=True
        ),
        Panel(
            "Asked for by platform",
            "ops",
            {"{{platform}}": rate(m.JOBS, "platform", state="accepted")},
            stacked=True,
        ),
    ),
    "Devices": (
        Panel("Rows a forward", "short", {"{{device}}": mean(m.FORWARD_ROWS, "device")}),
        Panel(
            "Share of the time in forwards", "percentunit", {"{{device}}": rate(m.FORWARD_SECONDS, "device")}
        ),
        Panel("Memory that is free", "bytes", {"{{device}}": str(m.MEMORY_FREE)}),
        Panel("Lanes", "short", {"{{device}}": str(m.LANES)}),
        Panel("Rows in lanes", "short", {"{{device}}": str(m.LANE_ROWS)}),
        Panel(
            "Models read from the disk",
            "ops",
            {
                "{{device}}: {{outcome}}": rate(m.LOADS, "device", "outcome"),
                "{{device}}: share of the time": rate(m.LOAD_SECONDS, "device"),
            },
        ),
    ),
    "Words": (
        Panel("Translated by", "ops", {"{{provider}}": rate(m.TRANSLATIONS, "provider")}, stacked=True),
        Panel("What became of texts", "ops", {"{{outcome}}": rate(m.TRANSLATIONS, "outcome")}, stacked=True),
        Panel("90 % below", "s", {"{{provider}}": quantile(0.9, m.TRANSLATION_SECONDS, "provider")}),
        Panel(
            "What translators answer",
            "ops",
            {"{{provider}}: {{outcome}}": rate(m.TRANSLATORS, "provider", "outcome")},
        ),
    ),
    "Platforms": (
        Panel(
            "What they make of calls",
            "ops",
            {"{{platform}}: {{outcome}}": rate(m.CALLS, "platform", "outcome")},
        ),
        Panel(
            "Deliveries, 90 % below",
            "s",
            {"{{platform}}": quantile(0.9, m.CALL_SECONDS, "platform", call="deliver")},
        ),
        Panel(
            "Results on their way, and being told to wait",
            "short",
            {
                "results": str(m.DELIVERIES_OPEN),
                "{{platform}}: told to wait a second": rate(m.RATE_LIMITS, "platform"),
            },
        ),
    ),
    "The program": (
        Panel("Lateness of the event loop", "s", _thirds(m.LOOP_LAG)),
        Panel(
            "Database, 95 % below", "s", {"{{operation}}": quantile(0.95, m.DATABASE_SECONDS, "operation")}
        ),
        Panel("Disk that is free", "bytes", {"free": str(m.DISK_FREE)}),
        Panel("Memory", "bytes", {"resident": _own("process_resident_memory_bytes")}),
        Panel("Processor", "percentunit", {"used": f"rate({_own('process_cpu_seconds_total')}[5m])"}),
        Panel("Open files", "short", {"open": _own("process_open_fds"), "most": _own("process_max_fds")}),
    ),
}


def queries() -> Iterator[str]:
    """All that the dashboard asks."""
    for panels in ROWS.values():
        for panel in panels:
            yield from panel.asks.values()


def dashboard() -> dict[str, Any]:
    """As Grafana imports it."""
    return {
        "uid": "lukis",
        "title": "Lukis",
        "tags": ["lukis"],
        "schemaVersion": 36,
        "editable": True,
        "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "templating": {
            "list": [{"name": "source", "label": "Prometheus", "type": "datasource", "query": "prometheus"}]
        },
        "panels": [{**panel, "id": number} for number, panel in enumerate(_placed(), 1)],
    }


def _placed() -> Iterator[dict[str, Any]]:
    y, width = 0, WIDTH // ACROSS
    for title, panels in ROWS.items():
        yield {"type": "row", "title": title, "gridPos": {"x": 0, "y": y, "w": WIDTH, "h": 1}, "panels": []}
        for place, panel in enumerate(panels):
            line, column = divmod(place, ACROSS)
            where = {"x": column * width, "y": y + 1 + line * HEIGHT, "w": width, "h": HEIGHT}
            yield {**_drawn(panel), "gridPos": where}
        y += 1 + HEIGHT * -(-len(panels) // ACROSS)


def _drawn(panel: Panel) -> dict[str, Any]:
    custom = {"custom": {"stacking": {"mode": "normal"}, "fillOpacity": 30}} if panel.stacked else {}
    return {
        "type": panel.kind,
        "title": panel.title,
        "datasource": SOURCE,
        "fieldConfig": {"defaults": {"unit": panel.unit, "min": 0, **custom}, "overrides": []},
        "targets": [
            {"refId": chr(ord("A") + i), "datasource": SOURCE, "expr": expr, "legendFormat": legend}
            for i, (legend, expr) in enumerate(panel.asks.items())
        ],
    }
