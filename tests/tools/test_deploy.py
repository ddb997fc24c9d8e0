"""What lies in `deploy/` for Prometheus and Grafana is of today, and Prometheus's own tool takes it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.watching import metrics as m
from bot.watching.metrics import METRICS, Metric
from tests.chat import stage
from tools.deploy.alerts import ALERTS, rules
from tools.deploy.dashboard import ROWS, WIDTH, dashboard, queries
from tools.deploy.queries import of, quantile, rate
from tools.deploy.tables import alerts_table, metrics_table
from tools.deploy.write import FOLDER, files

PROMTOOL = shutil.which("promtool")
needs_promtool = pytest.mark.skipif(PROMTOOL is None, reason="needs promtool, of Debian's package prometheus")


def promtool(*words: str | Path, told: bytes | None = None) -> str:
    """What it says. Raises where it finds something wrong."""
    done = subprocess.run([str(PROMTOOL), *map(str, words)], input=told, capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, said
    return said


def test_what_lies_there_is_of_today() -> None:
    for name, text in files().items():
        assert (FOLDER / name).read_text("utf-8") == text, "python -m tools.deploy.write"


def test_nothing_asks_for_what_there_is_not() -> None:
    with pytest.raises(ValueError, match="lukis_jobs has no label person"):
        rate(m.JOBS, "person")
    with pytest.raises(ValueError, match="no label"):
        of(m.LOOP_LAG, device="cpu")
    with pytest.raises(ValueError, match="no label"):
        quantile(0.5, m.CALL_SECONDS, "outcome")
    asked = "\n".join([*queries(), *(alert.when for alert in ALERTS)])
    assert [metric.name for metric in METRICS if metric.name not in asked] == [], (
        "each is looked at somewhere"
    )


def test_panels_lie_beside_each_other() -> None:
    panels = dashboard()["panels"]
    taken: set[tuple[int, int]] = set()
    for panel in panels:
        where = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(where["x"], where["x"] + where["w"])
            for y in range(where["y"], where["y"] + where["h"])
        }
        assert not cells & taken and max(x for x, _ in cells) < WIDTH
        taken |= cells
    assert len({panel["id"] for panel in panels}) == len(panels) == len(ROWS) + sum(map(len, ROWS.values()))


@needs_promtool
def test_prometheus_takes_the_settings_the_alerts_and_all_that_the_dashboard_asks(tmp_path: Path) -> None:
    for name in ("prometheus.yml", "compose.yml"):
        assert f"{len(ALERTS)} rules found" in promtool("check", "config", FOLDER / "prometheus" / name)
    asked = [{"record": f"lukis:panel{i}", "expr": query} for i, query in enumerate(queries())]
    file = tmp_path / "asked.yml"
    file.write_text(json.dumps({"groups": [{"name": "dashboard", "rules": asked}]}))
    assert f"{len(asked)} rules found" in promtool("check", "rules", file)


@needs_promtool
async def test_prometheus_finds_nothing_odd_in_what_it_reads(tmp_path: Path) -> None:
    import aiohttp

    async with stage(tmp_path, metrics_port=0) as on:
        await on.someone().send("/imagine a fox")
        await on.someone().pictures()
        url = f"http://127.0.0.1:{on.lukis.metrics}/metrics"
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            assert promtool("check", "metrics", told=await answer.read()) == ""


def series(metric: Metric | str, values: str, **labels: str) -> dict[str, str]:
    """A series as promtool's tests write it."""
    named = ",".join(f'{name}="{value}"' for name, value in labels.items())
    return {"series": f"{metric}{{{named}}}", "values": values}


def slow(metric: Metric, values: str, **labels: str) -> list[dict[str, str]]:
    """A histogram all of whose observations lie above its last bound but one."""
    bounds = metric.buckets
    low = [series(metric, "0x50", **labels, le=f"{bound:g}") for bound in bounds[:-1]]
    return [*low, *(series(metric, values, **labels, le=le) for le in (f"{bounds[-1]:g}", "+Inf"))]


GOES_ON = "0+60x50"
WRONG: dict[str, list[dict[str, str]]] = {
    "LukisDown": [series("up", "1x10 0x40", job="lukis")],
    "LukisRestarts": [series("process_start_time_seconds", "0+1x50", job="lukis")],
    "LukisPlatformSilent": [series(m.CONNECTED, "0x50", platform="discord")],
    "LukisNothingDraws": [],
    "LukisDeviceAway": [series(m.DEVICE_READY, "0x50", device="cuda:1")],
    "LukisStuck": [series(m.JOBS_OPEN, "1x50", state="queued", platform="web")],
    "LukisJobsFail": [series(m.JOBS, GOES_ON, state="failed"), series(m.JOBS, "0+120x50", state="done")],
    "LukisWaitsLong": slow(m.WAIT_SECONDS, GOES_ON, model="starter"),
    "LukisResultsWait": [series(m.DELIVERIES_OPEN, "21x50")],
    "LukisRateLimited": [series(m.RATE_LIMITS, GOES_ON, platform="telegram")],
    "LukisStoreClosed": [series(m.STORE_OPEN, "0x50")],
    "LukisDiskFills": [series(m.DISK_FREE, "15000000000-100000000x50")],
    "LukisTranslatesBadly": [
        series(m.TRANSLATIONS, GOES_ON, provider="none", outcome="failed"),
        series(m.TRANSLATIONS, GOES_ON, provider="google", outcome="translated"),
    ],
    "LukisTranslatorAway": [
        series(m.TRANSLATORS, GOES_ON, provider="google", outcome="unavailable"),
        series(m.TRANSLATORS, GOES_ON, provider="glossary", outcome="answered"),
    ],
    "LukisLoopLags": slow(m.LOOP_LAG, GOES_ON),
    "LukisDatabaseSlow": slow(m.DATABASE_SECONDS, GOES_ON, operation="write"),
    "LukisModelsBroken": [series(m.LOADS, "0x42 1x10", device="cpu", outcome="failed")],
}
"""What each alert is for, a minute a value."""

WELL = [
    series("up", "1x50", job="lukis"),
    series("process_start_time_seconds", "5x50", job="lukis"),
    series(m.CONNECTED, "1x50", platform="telegram"),
    series(m.DEVICE_READY, "1x50", device="cpu"),
    series(m.JOBS_OPEN, "1x50", state="queued", platform="web"),
    series(m.JOBS, GOES_ON, state="done"),
    series(m.JOBS, "0x50", state="failed"),
    series(m.DELIVERIES_OPEN, "1x50"),
    series(m.STORE_OPEN, "1x50"),
    series(m.DISK_FREE, "500000000000x50"),
    series(m.TRANSLATIONS, GOES_ON, provider="google", outcome="translated"),
    series(m.LOADS, "0x50", device="cpu", outcome="failed"),
]


@needs_promtool
def test_each_alert_comes_when_it_should_and_none_when_all_is_well(tmp_path: Path) -> None:
    assert set(WRONG) == {alert.name for alert in ALERTS}
    said = {rule["alert"]: rule for rule in rules()["groups"][0]["rules"]}
    tests = []
    for name, given in WRONG.items():
        about = [one["series"] for one in given]
        labels = [
            dict(pair.replace('"', "").split("=") for pair in each.partition("{")[2][:-1].split(",") if pair)
            for each in about
        ]
        kept = {"job", "platform", "device", "operation", "outcome", "provider"}
        whole = {"LukisStuck", "LukisNothingDraws", "LukisTranslatesBadly"}
        without = {"outcome"} if name == "LukisTranslatorAway" else set()
        own = (
            {} if name in whole or not labels else {k: v for k, v in labels[0].items() if k in kept - without}
        )
        tests.append(
            {
                "interval": "1m",
                "input_series": given,
                "alert_rule_test": [
                    {
                        "eval_time": "48m",
                        "alertname": name,
                        "exp_alerts": [
                            {
                                "exp_labels": {**own, "severity": said[name]["labels"]["severity"]},
                                "exp_annotations": said[name]["annotations"],
                            }
                        ],
                    }
                ],
            }
        )
    tests.append(
        {
            "interval": "1m",
            "input_series": WELL,
            "alert_rule_test": [{"eval_time": "48m", "alertname": name, "exp_alerts": []} for name in WRONG],
        }
    )
    (tmp_path / "alerts.yml").write_text(files()["prometheus/alerts.yml"], "utf-8")
    file = tmp_path / "tests.yml"
    file.write_text(yaml.safe_dump({"rule_files": ["alerts.yml"], "tests": tests}))
    promtool("test", "rules", file)


def test_the_page_for_whoever_runs_it_has_every_alert_and_every_metric() -> None:
    page = (FOLDER.parent / "docs/operating.md").read_text("utf-8")
    assert alerts_table() in page, "python -m tools.deploy.tables"
    assert metrics_table() in page
